//! Pipelines.

use source::Span;
use syntax::ast::{Arg, ExprId, ExprKind};

use crate::check::Checker;
use crate::checked::PipeStep;
use crate::problem::{PipeIntoReturnedFunction, RedundantCapture, Situation};
use crate::types::{Ty, TyKind};

use super::call::{CallSite, Implicit};

impl<'a> Checker<'a> {
    /// `first |> step |> …`
    pub(crate) fn pipeline(&mut self, id: ExprId, steps: &'a [ExprId]) -> Ty {
        let Some((first, steps)) = steps.split_first() else {
            return Ty::ERROR;
        };
        let mut ty = self.expr(*first);
        let mut span = self.module.exprs[*first].span;
        let mut plan = Vec::with_capacity(steps.len());
        for step in steps {
            self.note_unreachable(*step);
            let (kind, next) = source::grow(|| self.pipe_step(*step, ty, span));
            plan.push(kind);
            ty = next;
            span = span.to(self.module.exprs[*step].span);
        }
        self.tables.pipelines.insert(id, plan);
        ty
    }

    fn pipe_step(&mut self, step: ExprId, piped: Ty, span: Span) -> (PipeStep, Ty) {
        match &self.module.exprs[step].kind {
            ExprKind::Echo {
                value: None,
                message,
            } => {
                self.impure();
                self.message(*message);
                self.tables.expr_types[step] = piped;
                (PipeStep::Echo, piped)
            }
            ExprKind::Call { callee, args } => self.pipe_call(step, (*callee, args), piped, span),
            ExprKind::Lambda(lambda) => {
                let function = self.lambda(lambda, &[piped]);
                self.tables.expr_types[step] = function;
                (PipeStep::Apply, self.pipe_into(step, function, piped))
            }
            _ => {
                let function = self.callee(step, &[]);
                (PipeStep::Apply, self.pipe_into(step, function, piped))
            }
        }
    }

    fn pipe_call(
        &mut self,
        step: ExprId,
        (callee, args): (ExprId, &'a [Arg]),
        piped: Ty,
        span: Span,
    ) -> (PipeStep, Ty) {
        let is_hole = |arg: &Arg| matches!(self.module.exprs[arg.value].kind, ExprKind::Hole);
        let hole = args.iter().position(is_hole);
        let callee_type = self.callee(callee, args);
        let mut site = CallSite {
            id: step,
            span: self.module.exprs[step].span,
            callee,
            args,
            implicit: Implicit::None,
        };
        let kind = if let Some(index) = hole {
            site.implicit = Implicit::Hole(piped);
            if index == 0 && args[0].label.is_none() {
                self.report(RedundantCapture { span: args[0].span });
            }
            PipeStep::Capture
        } else if self.takes(callee_type, args.len()) {
            PipeStep::ApplyResult
        } else {
            site.implicit = Implicit::Piped(piped, span);
            PipeStep::Insert
        };
        let ty = self.apply(site, callee_type);
        self.tables.expr_types[step] = ty;
        if kind == PipeStep::ApplyResult {
            self.report(PipeIntoReturnedFunction { span: site.span });
            return (kind, self.pipe_into(step, ty, piped));
        }
        (kind, ty)
    }

    fn takes(&mut self, callee: Ty, count: usize) -> bool {
        matches!(self.shape(callee), TyKind::Fn { params, .. } if params.len() == count)
    }

    /// `function(piped)`
    fn pipe_into(&mut self, step: ExprId, function: Ty, piped: Ty) -> Ty {
        let step_span = self.module.exprs[step].span;
        match self.shape(function) {
            TyKind::Error => Ty::ERROR,
            TyKind::Fn { params, result } if params.len() == 1 => {
                self.expect(params[0], piped, step_span, Situation::Pipe);
                result
            }
            _ => {
                let result = self.fresh();
                let wanted = self.tables.types.function(vec![piped], result);
                if !self.expect(wanted, function, step_span, Situation::PipeStep) {
                    return Ty::ERROR;
                }
                result
            }
        }
    }
}

//! Pipelines: each value has a name, and the next step takes it.

use analysis::checked::PipeStep;
use analysis::types::TyKind;
use source::Span;
use syntax::ast::{self, ExprKind as Source};

use super::Lower;
use super::call::{Callee, Implicit};
use crate::Ty;
use crate::node::{ExprId, ExprKind, Statement};

impl<'a> Lower<'a> {
    pub(super) fn pipeline(&mut self, id: ast::ExprId, steps: &'a [ast::ExprId]) -> ExprId {
        let span = self.module.exprs[id].span;
        let (Some((first, steps)), Some(plan)) =
            (steps.split_first(), self.tables.pipelines.get(&id))
        else {
            return self.broken(span);
        };
        let mut result = self.expr(*first);
        let mut ty = self.tables.expr_types[*first];
        let mut statements = Vec::new();
        for (step, kind) in steps.iter().zip(plan) {
            let local = self.temporary("_pipe", ty);
            let value = result;
            statements.push(Statement::Let { local, value });
            let value = self.local(self.exprs[value].span, local);
            result = self.step(*step, *kind, value);
            ty = self.step_type(*step, *kind, ty);
        }
        self.alloc(span, ExprKind::Block { statements, result })
    }

    fn step(&mut self, step: ast::ExprId, kind: PipeStep, value: ExprId) -> ExprId {
        let module = self.module;
        let span = module.exprs[step].span;
        match (kind, &module.exprs[step].kind) {
            (PipeStep::Insert, Source::Call { callee, args }) => {
                self.apply(step, *callee, args, Implicit::First(value))
            }
            (PipeStep::Capture, Source::Call { callee, args }) => {
                self.apply(step, *callee, args, Implicit::Hole(value))
            }
            (PipeStep::Echo, Source::Echo { message, .. }) => self.echo_of(span, value, *message),
            (PipeStep::ApplyResult, _) => {
                let callee = self.expr(step);
                self.apply_step(span, Callee::Value(callee), value)
            }
            _ => {
                let callee = self.callee(step);
                self.apply_step(span, callee, value)
            }
        }
    }

    fn apply_step(&mut self, span: Span, callee: Callee, value: ExprId) -> ExprId {
        self.call_of(span, callee, vec![value])
    }

    /// The type of a step's result.
    fn step_type(&self, step: ast::ExprId, kind: PipeStep, before: Ty) -> Ty {
        let ty = self.tables.expr_types[step];
        match (kind, self.types.kind(ty)) {
            (PipeStep::Echo, _) => before,
            (PipeStep::Apply | PipeStep::ApplyResult, TyKind::Fn { result, .. }) => *result,
            _ => ty,
        }
    }
}

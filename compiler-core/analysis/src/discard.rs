//! Statements whose value nobody uses.

use syntax::ast::{Arg, Case, ExprId, ExprKind, Stmt};

use crate::check::Checker;
use crate::checked::{PipeStep, Resolution};
use crate::interface::Purity;
use crate::problem::{UnusedLiteral, UnusedResult, UnusedValue};
use crate::types::Ty;

impl Checker<'_> {
    /// Warns about a statement that is not the last one and has no effect, or may have failed.
    pub(crate) fn check_unused_statement(&mut self, statement: &Stmt, ty: Ty) {
        let Stmt::Expr(id) = statement else {
            return;
        };
        let expr = &self.module.exprs[*id];
        let span = expr.span;
        let ty = self.unifier.shallow(&self.tables.types, ty);
        match &expr.kind {
            _ if self.is_literal(*id) => self.report(UnusedLiteral { span }),
            ExprKind::List { .. } | ExprKind::Tuple(_) | ExprKind::BitArray(_) => {
                self.report(UnusedValue { span });
            }
            _ if self.tables.types.is_prelude(ty, "Result") => self.report(UnusedResult { span }),
            _ if self.does_nothing(*id) => self.report(UnusedValue { span }),
            _ => {}
        }
    }

    /// Whether an expression is written out down to its numbers and strings.
    fn is_literal(&self, id: ExprId) -> bool {
        let exprs = &self.module.exprs;
        source::grow(|| match &exprs[id].kind {
            ExprKind::Int(_) | ExprKind::Float(_) | ExprKind::String(_) => true,
            ExprKind::Tuple(items) => items.iter().all(|item| self.is_literal(*item)),
            ExprKind::List { items, tail } => {
                items.iter().chain(tail).all(|item| self.is_literal(*item))
            }
            ExprKind::BitArray(segments) => segments.iter().all(|it| self.is_literal(it.value)),
            ExprKind::Call { callee, args } => {
                matches!(self.tables.resolutions[*callee], Resolution::Constructor(_))
                    && args.iter().all(|arg| self.is_literal(arg.value))
            }
            _ => false,
        })
    }

    /// Whether evaluating an expression has no effect.
    fn does_nothing(&mut self, id: ExprId) -> bool {
        source::grow(|| self.does_nothing_in(id))
    }

    fn does_nothing_in(&mut self, id: ExprId) -> bool {
        match &self.module.exprs[id].kind {
            ExprKind::Todo { .. }
            | ExprKind::Panic { .. }
            | ExprKind::Echo { .. }
            | ExprKind::Error => false,
            ExprKind::Field { container, .. } => self.does_nothing(*container),
            ExprKind::TupleIndex { tuple, .. } => self.does_nothing(*tuple),
            ExprKind::Negate(value) | ExprKind::Not(value) => self.does_nothing(*value),
            ExprKind::Tuple(items) => self.all_do_nothing(items),
            ExprKind::List { items, tail } => {
                self.all_do_nothing(items) && self.all_do_nothing(tail.as_slice())
            }
            ExprKind::Block(body) => self.statements_do_nothing(body),
            ExprKind::Call { callee, args } => self.call_does_nothing(*callee, args),
            ExprKind::RecordUpdate { base, fields, .. } => {
                self.does_nothing(*base) && self.args_do_nothing(fields)
            }
            ExprKind::Pipeline(steps) => self.pipeline_does_nothing(id, steps),
            ExprKind::Case(case) => self.case_does_nothing(case),
            _ => true,
        }
    }

    fn all_do_nothing(&mut self, ids: &[ExprId]) -> bool {
        ids.iter().all(|id| self.does_nothing(*id))
    }

    fn args_do_nothing(&mut self, args: &[Arg]) -> bool {
        args.iter().all(|arg| self.does_nothing(arg.value))
    }

    fn statements_do_nothing(&mut self, body: &[Stmt]) -> bool {
        body.iter().all(|statement| match statement {
            Stmt::Expr(value) => self.does_nothing(*value),
            Stmt::Let(binding) => binding.assert.is_none() && self.does_nothing(binding.value),
            Stmt::Use(_) | Stmt::Assert { .. } | Stmt::Error(_) => false,
        })
    }

    fn call_does_nothing(&mut self, callee: ExprId, args: &[Arg]) -> bool {
        let is_hole = |arg: &Arg| matches!(self.module.exprs[arg.value].kind, ExprKind::Hole);
        if args.iter().any(is_hole) {
            return true;
        }
        self.callee_does_nothing(callee) && self.args_do_nothing(args)
    }

    fn callee_does_nothing(&mut self, callee: ExprId) -> bool {
        if let ExprKind::Lambda(lambda) = &self.module.exprs[callee].kind {
            return self.statements_do_nothing(&lambda.body);
        }
        match &self.tables.resolutions[callee] {
            Resolution::Constructor(_) => true,
            Resolution::Function { module, name, .. } => {
                let (module, name) = (*module, *name);
                let purity = self.purity_of(module, name);
                matches!(purity, Purity::Pure | Purity::TrustedPure)
            }
            _ => false,
        }
    }

    fn pipeline_does_nothing(&mut self, id: ExprId, steps: &[ExprId]) -> bool {
        // What a call gives may do anything when it is called in turn.
        let plan = self.tables.pipelines.get(&id);
        if plan.is_none_or(|plan| plan.contains(&PipeStep::ApplyResult)) {
            return false;
        }
        let Some((first, steps)) = steps.split_first() else {
            return false;
        };
        self.does_nothing(*first)
            && steps
                .iter()
                .all(|step| match &self.module.exprs[*step].kind {
                    ExprKind::Call { callee, args } => {
                        self.callee_does_nothing(*callee) && self.args_do_nothing(args)
                    }
                    _ => self.callee_does_nothing(*step),
                })
    }

    fn case_does_nothing(&mut self, case: &Case) -> bool {
        self.all_do_nothing(&case.subjects)
            && case
                .clauses
                .iter()
                .all(|clause| self.does_nothing(clause.body))
    }
}

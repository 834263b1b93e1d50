//! Code that says less than it seems to.

use source::Span;
use syntax::ast::{BinaryOp, Case, ExprId, ExprKind};

use crate::check::Checker;
use crate::checked::Resolution;
use crate::problem::{
    DoubleNegation, LiteralAssert, LiteralCollection, LiteralSubject, RedundantComparison,
};

impl Checker<'_> {
    /// `--x` and `!!x`
    pub(crate) fn warn_double(&mut self, value: ExprId, of_int: bool) {
        let expr = &self.module.exprs[value];
        let double = match &expr.kind {
            ExprKind::Negate(_) => of_int,
            ExprKind::Not(_) => !of_int,
            _ => false,
        };
        if double {
            self.report(DoubleNegation {
                span: expr.span,
                of_int,
            });
        }
    }

    /// `assert True`
    pub(crate) fn warn_literal_assert(&mut self, span: Span, value: ExprId) {
        if let ExprKind::Constructor(_) = &self.module.exprs[value].kind
            && let Resolution::Constructor(constructor) = &self.tables.resolutions[value]
            && constructor.package.is_empty()
        {
            let holds = constructor.name == "True";
            self.report(LiteralAssert { span, holds });
        }
    }

    /// `case #(a, b) { … }` and `case 1 { … }`
    pub(crate) fn warn_literal_subjects(&mut self, case: &Case) {
        for subject in &case.subjects {
            let expr = &self.module.exprs[*subject];
            let span = expr.span;
            match &expr.kind {
                ExprKind::Tuple(_) => self.report(LiteralCollection { span }),
                ExprKind::Int(_) | ExprKind::Float(_) | ExprKind::String(_) => {
                    self.report(LiteralSubject { span });
                }
                _ => {}
            }
        }
    }

    /// `x == x` and `1 == 2`
    pub(crate) fn warn_comparison(
        &mut self,
        id: ExprId,
        op: BinaryOp,
        left: ExprId,
        right: ExprId,
    ) {
        let Some(equal) = self.compare(left, right) else {
            return;
        };
        let holds = match op {
            BinaryOp::Equal => equal,
            BinaryOp::NotEqual => !equal,
            _ => return,
        };
        let span = self.module.exprs[id].span;
        self.report(RedundantComparison { span, holds });
    }

    /// Whether two expressions are known to be equal, or known to differ.
    fn compare(&self, left: ExprId, right: ExprId) -> Option<bool> {
        let (left_kind, right_kind) = (
            &self.module.exprs[left].kind,
            &self.module.exprs[right].kind,
        );
        match (left_kind, right_kind) {
            (ExprKind::Int(a), ExprKind::Int(b)) => {
                Some(crate::literal::int(a) == crate::literal::int(b))
            }
            (ExprKind::String(a), ExprKind::String(b)) => Some(a == b),
            (ExprKind::Var(_), ExprKind::Var(_)) => {
                let (a, b) = (
                    &self.tables.resolutions[left],
                    &self.tables.resolutions[right],
                );
                (a == b && *a != Resolution::None).then_some(true)
            }
            _ => None,
        }
    }
}

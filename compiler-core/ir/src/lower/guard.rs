//! Guards. On the BEAM a guard that divides by zero does not hold; on JavaScript such a quotient is
//! zero, as it is everywhere else.

use source::{Name, Span};
use syntax::ast::{self, BinaryOp, ExprKind as Source, Stmt};

use super::Lower;
use crate::node::{ExprId, ExprKind, Prim, Target};

impl Lower<'_> {
    /// Whether a guard holds.
    pub(super) fn guard_value(&mut self, guard: ast::ExprId) -> ExprId {
        if self.target != Target::Erlang {
            return self.expr(guard);
        }
        let defined = self.defined(guard);
        let value = self.expr(guard);
        let span = self.module.exprs[guard].span;
        self.both(span, defined, Some(value)).unwrap_or(value)
    }

    /// Whether no division by zero is evaluated; nothing if there is none to evaluate.
    fn defined(&mut self, id: ast::ExprId) -> Option<ExprId> {
        let module = self.module;
        let span = module.exprs[id].span;
        match &module.exprs[id].kind {
            Source::Not(value) => source::grow(|| self.defined(*value)),
            Source::Block(body) => match body.as_slice() {
                [Stmt::Expr(value)] => source::grow(|| self.defined(*value)),
                _ => None,
            },
            Source::Binary {
                op, left, right, ..
            } => {
                let first = source::grow(|| self.defined(*left));
                let second = source::grow(|| self.defined(*right));
                let second = second.map(|second| self.if_evaluated(span, (*op, *left), second));
                let both = self.both(span, first, second);
                let divisor = self.is_not_zero(*op, *right);
                self.both(span, both, divisor)
            }
            _ => None,
        }
    }

    /// What is to hold of the right side of an operator holds only if that is evaluated.
    fn if_evaluated(
        &mut self,
        span: Span,
        (op, left): (BinaryOp, ast::ExprId),
        right: ExprId,
    ) -> ExprId {
        let skipped = match op {
            BinaryOp::And => self.not(span, left),
            BinaryOp::Or => self.expr(left),
            _ => return right,
        };
        self.alloc(span, ExprKind::Or(skipped, right))
    }

    fn both(&mut self, span: Span, left: Option<ExprId>, right: Option<ExprId>) -> Option<ExprId> {
        match (left, right) {
            (Some(left), Some(right)) => Some(self.alloc(span, ExprKind::And(left, right))),
            (left, right) => left.or(right),
        }
    }

    /// A divisor is less or greater than zero.
    fn is_not_zero(&mut self, op: BinaryOp, divisor: ast::ExprId) -> Option<ExprId> {
        let zero = match op {
            BinaryOp::DivInt | BinaryOp::RemInt => ExprKind::Int(Name::new("0")),
            BinaryOp::DivFloat => ExprKind::Float(0.0),
            _ => return None,
        };
        let span = self.module.exprs[divisor].span;
        let [less, greater] = [Prim::Less, Prim::Greater].map(|op| {
            let args = vec![self.expr(divisor), self.alloc(span, zero.clone())];
            self.alloc(span, ExprKind::Prim { op, args })
        });
        Some(self.alloc(span, ExprKind::Or(less, greater)))
    }
}

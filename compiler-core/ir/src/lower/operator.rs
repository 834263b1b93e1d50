//! Operators.

use analysis::types::{PRELUDE, TyKind};
use source::Span;
use syntax::ast::{self, BinaryOp};

use super::Lower;
use crate::Ty;
use crate::node::{Equality, ExprId, ExprKind, Prim};

impl Lower<'_> {
    pub(super) fn binary(
        &mut self,
        span: Span,
        op: BinaryOp,
        left: ast::ExprId,
        right: ast::ExprId,
    ) -> ExprId {
        let ty = self.tables.expr_types[left];
        let left = self.expr(left);
        let right = self.expr(right);
        self.operation(span, op, ty, (left, right))
    }

    /// An operation on operands of type `ty`.
    pub(super) fn operation(
        &mut self,
        span: Span,
        op: BinaryOp,
        ty: Ty,
        (left, right): (ExprId, ExprId),
    ) -> ExprId {
        let prim = match op {
            BinaryOp::And => return self.alloc(span, ExprKind::And(left, right)),
            BinaryOp::Or => return self.alloc(span, ExprKind::Or(left, right)),
            BinaryOp::Equal => Prim::Equal(self.equality(ty)),
            BinaryOp::NotEqual => Prim::NotEqual(self.equality(ty)),
            BinaryOp::LessInt | BinaryOp::LessFloat => Prim::Less,
            BinaryOp::LessEqualInt | BinaryOp::LessEqualFloat => Prim::LessEqual,
            BinaryOp::GreaterInt | BinaryOp::GreaterFloat => Prim::Greater,
            BinaryOp::GreaterEqualInt | BinaryOp::GreaterEqualFloat => Prim::GreaterEqual,
            BinaryOp::Concat => Prim::Concat,
            BinaryOp::AddInt => Prim::AddInt,
            BinaryOp::SubInt => Prim::SubInt,
            BinaryOp::MulInt => Prim::MulInt,
            BinaryOp::DivInt => Prim::DivInt,
            BinaryOp::RemInt => Prim::RemInt,
            BinaryOp::AddFloat => Prim::AddFloat,
            BinaryOp::SubFloat => Prim::SubFloat,
            BinaryOp::MulFloat => Prim::MulFloat,
            BinaryOp::DivFloat => Prim::DivFloat,
        };
        self.prim(span, prim, vec![left, right])
    }

    pub(super) fn negate(&mut self, span: Span, value: ast::ExprId) -> ExprId {
        let value = self.expr(value);
        self.prim(span, Prim::NegateInt, vec![value])
    }

    pub(super) fn not(&mut self, span: Span, value: ast::ExprId) -> ExprId {
        let value = self.expr(value);
        self.prim(span, Prim::Not, vec![value])
    }

    fn prim(&mut self, span: Span, op: Prim, args: Vec<ExprId>) -> ExprId {
        self.alloc(span, ExprKind::Prim { op, args })
    }

    fn equality(&self, ty: Ty) -> Equality {
        match self.types.kind(ty) {
            TyKind::Named { module, name, .. }
                if *module == PRELUDE
                    && matches!(name.as_str(), "Int" | "Float" | "String" | "Bool" | "Nil") =>
            {
                Equality::Scalar
            }
            _ => Equality::Structural,
        }
    }
}

/// How an operator is written.
pub(super) fn symbol(op: BinaryOp) -> &'static str {
    match op {
        BinaryOp::Or => "||",
        BinaryOp::And => "&&",
        BinaryOp::Equal => "==",
        BinaryOp::NotEqual => "!=",
        BinaryOp::LessInt => "<",
        BinaryOp::LessEqualInt => "<=",
        BinaryOp::GreaterInt => ">",
        BinaryOp::GreaterEqualInt => ">=",
        BinaryOp::LessFloat => "<.",
        BinaryOp::LessEqualFloat => "<=.",
        BinaryOp::GreaterFloat => ">.",
        BinaryOp::GreaterEqualFloat => ">=.",
        BinaryOp::Concat => "<>",
        BinaryOp::AddInt => "+",
        BinaryOp::SubInt => "-",
        BinaryOp::MulInt => "*",
        BinaryOp::DivInt => "/",
        BinaryOp::RemInt => "%",
        BinaryOp::AddFloat => "+.",
        BinaryOp::SubFloat => "-.",
        BinaryOp::MulFloat => "*.",
        BinaryOp::DivFloat => "/.",
    }
}

//! Binary operators: a flat chain of operands, folded by precedence.

use source::Span;

use super::State;
use crate::ast::{BinaryOp, Expr, ExprId, ExprKind};
use crate::token::TokenKind as K;

/// An operator between two operands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Operator {
    Pipe,
    Binary(BinaryOp),
}

/// Each operator's token, meaning and precedence. All associate to the left.
pub(super) const OPERATORS: [(K, Operator, u8); 23] = [
    (K::BarBar, Operator::Binary(BinaryOp::Or), 1),
    (K::AmpAmp, Operator::Binary(BinaryOp::And), 2),
    (K::EqualEqual, Operator::Binary(BinaryOp::Equal), 3),
    (K::BangEqual, Operator::Binary(BinaryOp::NotEqual), 3),
    (K::Less, Operator::Binary(BinaryOp::LessInt), 4),
    (K::LessEqual, Operator::Binary(BinaryOp::LessEqualInt), 4),
    (K::Greater, Operator::Binary(BinaryOp::GreaterInt), 4),
    (
        K::GreaterEqual,
        Operator::Binary(BinaryOp::GreaterEqualInt),
        4,
    ),
    (K::LessDot, Operator::Binary(BinaryOp::LessFloat), 4),
    (
        K::LessEqualDot,
        Operator::Binary(BinaryOp::LessEqualFloat),
        4,
    ),
    (K::GreaterDot, Operator::Binary(BinaryOp::GreaterFloat), 4),
    (
        K::GreaterEqualDot,
        Operator::Binary(BinaryOp::GreaterEqualFloat),
        4,
    ),
    (K::LtGt, Operator::Binary(BinaryOp::Concat), 5),
    (K::Pipe, Operator::Pipe, 6),
    (K::Plus, Operator::Binary(BinaryOp::AddInt), 7),
    (K::Minus, Operator::Binary(BinaryOp::SubInt), 7),
    (K::PlusDot, Operator::Binary(BinaryOp::AddFloat), 7),
    (K::MinusDot, Operator::Binary(BinaryOp::SubFloat), 7),
    (K::Star, Operator::Binary(BinaryOp::MulInt), 8),
    (K::Slash, Operator::Binary(BinaryOp::DivInt), 8),
    (K::Percent, Operator::Binary(BinaryOp::RemInt), 8),
    (K::StarDot, Operator::Binary(BinaryOp::MulFloat), 8),
    (K::SlashDot, Operator::Binary(BinaryOp::DivFloat), 8),
];

/// An operator, where it stands, and what follows it.
pub(super) type Step = (K, Span, ExprId);

/// Folds `first op operand op operand …`: operands wait on a stack while a stronger operator may
/// still claim them (Dijkstra's shunting yard).
pub(super) fn climb(state: &mut State<'_>, first: ExprId, steps: Vec<Step>) -> ExprId {
    let mut left: Vec<(ExprId, Operator, u8, Span)> = Vec::new();
    let mut right = first;
    for (token, op_span, operand) in steps {
        let Some((_, operator, strength)) = OPERATORS.iter().find(|row| row.0 == token) else {
            continue;
        };
        while let Some((operand, operator, _, span)) =
            left.pop_if(|(_, _, waiting, _)| *waiting >= *strength)
        {
            right = join(state, operand, operator, span, right);
        }
        left.push((right, *operator, *strength, op_span));
        right = operand;
    }
    while let Some((operand, operator, _, span)) = left.pop() {
        right = join(state, operand, operator, span, right);
    }
    right
}

fn join(
    state: &mut State<'_>,
    left: ExprId,
    operator: Operator,
    op_span: Span,
    right: ExprId,
) -> ExprId {
    let span = state.exprs[left].span.to(state.exprs[right].span);
    let op = match operator {
        Operator::Binary(op) => op,
        Operator::Pipe => return pipe(state, left, right, span),
    };
    let kind = ExprKind::Binary {
        op,
        op_span,
        left,
        right,
    };
    state.exprs.alloc(Expr { span, kind })
}

/// A pipeline on the left is one of this chain (nothing else groups without a node of its own), so
/// it grows by a step.
fn pipe(state: &mut State<'_>, left: ExprId, right: ExprId, span: Span) -> ExprId {
    let first = &mut state.exprs[left];
    if let ExprKind::Pipeline(steps) = &mut first.kind {
        steps.push(right);
        first.span = span;
        return left;
    }
    let kind = ExprKind::Pipeline(vec![left, right]);
    state.exprs.alloc(Expr { span, kind })
}

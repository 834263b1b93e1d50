use crate::ast::{
    BinaryOp, Expr, ExprId, ExprKind, Module, PatternId, Segment, SegmentOptionKind, Stmt,
};
use crate::problem::{Problem, SizeNotAllowed};

/// The size of a segment of a pattern: whole numbers, names, `+ - * / %` and braces.
pub(super) fn check(module: &Module, segment: &Segment<PatternId>, problems: &mut Vec<Problem>) {
    let sizes = segment
        .options
        .iter()
        .filter_map(|option| match option.kind {
            SegmentOptionKind::Size { value, .. } => Some(value),
            _ => None,
        });
    let mut left: Vec<ExprId> = sizes.collect();
    while let Some(id) = left.pop() {
        let expr = &module.exprs[id];
        match parts(expr) {
            Ok(parts) => left.extend(parts),
            Err(what) => problems.push(Problem::SizeNotAllowed(SizeNotAllowed {
                span: expr.span,
                what,
            })),
        }
    }
}

/// The parts of an allowed expression, or what the expression is.
fn parts(expr: &Expr) -> Result<Vec<ExprId>, &'static str> {
    match &expr.kind {
        ExprKind::Int(_) | ExprKind::Var(_) | ExprKind::Error => Ok(Vec::new()),
        ExprKind::Binary {
            op, left, right, ..
        } if is_arithmetic(*op) => Ok(vec![*left, *right]),
        ExprKind::Block(statements) => match statements.as_slice() {
            [Stmt::Expr(value)] => Ok(vec![*value]),
            [] => Err("empty braces"),
            _ => Err("a block of statements"),
        },
        _ => Err(super::guard::describe(&expr.kind)),
    }
}

fn is_arithmetic(op: BinaryOp) -> bool {
    matches!(
        op,
        BinaryOp::AddInt
            | BinaryOp::SubInt
            | BinaryOp::MulInt
            | BinaryOp::DivInt
            | BinaryOp::RemInt
    )
}

use crate::ast::{Expr, ExprId, ExprKind, Module, Stmt};
use crate::problem::{CallInGuard, EmptyGuardBlock, NotAllowedInGuard, Problem};

/// Checks the guards of a `case`: operators, braces and `!` over names, fields and constants. What
/// stands in a constructor, tuple, list or bit array is a constant, but for variables.
pub(super) fn check(module: &Module, expr: &Expr, problems: &mut Vec<Problem>) {
    let ExprKind::Case(case) = &expr.kind else {
        return;
    };
    let guards = case.clauses.iter().filter_map(|clause| clause.guard);
    let mut left: Vec<(ExprId, Place)> = guards.map(|guard| (guard, Place::Operand)).collect();
    while let Some((id, place)) = left.pop() {
        let expr = &module.exprs[id];
        let found = match (place, operands(module, expr)) {
            (Place::Operand, Some(found)) => found.map(|parts| (parts, Place::Operand)),
            _ => elements(module, expr).map(|parts| (parts, Place::Element)),
        };
        match found {
            Ok((parts, place)) => left.extend(parts.into_iter().map(|part| (part, place))),
            Err(problem) => problems.push(problem),
        }
    }
}

#[derive(Clone, Copy)]
enum Place {
    Operand,
    Element,
}

/// The parts of what only a guard can hold.
fn operands(module: &Module, expr: &Expr) -> Option<Result<Vec<ExprId>, Problem>> {
    let span = expr.span;
    Some(Ok(match &expr.kind {
        ExprKind::Binary { left, right, .. } => vec![*left, *right],
        ExprKind::Not(value) => vec![*value],
        ExprKind::Block(statements) => match statements.as_slice() {
            [Stmt::Expr(value)] => vec![*value],
            [Stmt::Error(_)] => Vec::new(),
            [] => return Some(Err(Problem::EmptyGuardBlock(EmptyGuardBlock { span }))),
            _ => return Some(Err(not_allowed(expr))),
        },
        ExprKind::Field { label, .. } if label.name.starts_with(|c: char| c.is_uppercase()) => {
            return None;
        }
        ExprKind::Field { container, .. } if is_path(module, *container) => Vec::new(),
        ExprKind::TupleIndex { tuple, .. } if is_path(module, *tuple) => Vec::new(),
        _ => return None,
    }))
}

/// The parts of a constant.
fn elements(module: &Module, expr: &Expr) -> Result<Vec<ExprId>, Problem> {
    super::constant::parts(module, expr).map_err(|_| refused(module, expr))
}

/// A name with fields and indices after it.
fn is_path(module: &Module, id: ExprId) -> bool {
    let mut id = id;
    loop {
        match module.exprs[id].kind {
            ExprKind::Field { container, .. } => id = container,
            ExprKind::TupleIndex { tuple, .. } => id = tuple,
            ref kind => return matches!(kind, ExprKind::Var(_) | ExprKind::Error),
        }
    }
}

fn refused(module: &Module, expr: &Expr) -> Problem {
    let span = expr.span;
    match &expr.kind {
        ExprKind::Call { callee, .. } if !super::constant::constructs(module, *callee) => {
            Problem::CallInGuard(CallInGuard { span })
        }
        _ => not_allowed(expr),
    }
}

fn not_allowed(expr: &Expr) -> Problem {
    Problem::NotAllowedInGuard(NotAllowedInGuard {
        span: expr.span,
        what: describe(&expr.kind),
    })
}

/// What an expression is called where it is not allowed.
pub(super) fn describe(kind: &ExprKind) -> &'static str {
    match kind {
        ExprKind::Call { .. } => "a call",
        ExprKind::Field { .. } => "a field",
        ExprKind::TupleIndex { .. } => "an element of a tuple",
        ExprKind::Block(_) => "a block of statements",
        ExprKind::Lambda(_) => "a function",
        ExprKind::Pipeline(_) => "a pipeline",
        ExprKind::Negate(_) => "a negation",
        ExprKind::Not(_) => "`!`",
        ExprKind::Case(_) => "a `case`",
        ExprKind::Todo { .. } => "`todo`",
        ExprKind::Panic { .. } => "`panic`",
        ExprKind::Echo { .. } => "`echo`",
        ExprKind::Binary { .. } => "this operator",
        ExprKind::Hole => "`_`",
        ExprKind::Float(_) => "a number with a point",
        ExprKind::String(_) => "a string",
        _ => "this",
    }
}

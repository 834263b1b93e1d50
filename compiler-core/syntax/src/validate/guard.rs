use crate::ast::{Expr, ExprId, ExprKind, Module, Stmt};
use crate::problem::{CallInGuard, EmptyGuardBlock, NotAllowedInGuard, Problem};

/// Checks the guards of a `case`: operators, braces and `!` over names, fields and constants.
pub(super) fn check(module: &Module, expr: &Expr, problems: &mut Vec<Problem>) {
    let ExprKind::Case(case) = &expr.kind else {
        return;
    };
    let mut left: Vec<ExprId> = case
        .clauses
        .iter()
        .filter_map(|clause| clause.guard)
        .collect();
    while let Some(id) = left.pop() {
        match parts(module, &module.exprs[id]) {
            Ok(parts) => left.extend(parts),
            Err(problem) => problems.push(problem),
        }
    }
}

fn parts(module: &Module, expr: &Expr) -> Result<Vec<ExprId>, Problem> {
    let span = expr.span;
    Ok(match &expr.kind {
        ExprKind::Binary { left, right, .. } => vec![*left, *right],
        ExprKind::Not(value) => vec![*value],
        ExprKind::Block(statements) => match statements.as_slice() {
            [Stmt::Expr(value)] => vec![*value],
            [Stmt::Error(_)] => Vec::new(),
            [] => return Err(Problem::EmptyGuardBlock(EmptyGuardBlock { span })),
            _ => return Err(not_allowed(expr)),
        },
        ExprKind::Field { container, .. } if is_path(module, *container) => Vec::new(),
        ExprKind::TupleIndex { tuple, .. } if is_path(module, *tuple) => Vec::new(),
        _ => return super::constant::parts(module, expr).map_err(|_| refused(module, expr)),
    })
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

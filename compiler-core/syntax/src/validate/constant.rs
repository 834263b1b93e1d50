use source::Span;

use crate::ast::{
    Arg, BinaryOp, Expr, ExprId, ExprKind, Item, ItemKind, Module, SegmentOptionKind,
};
use crate::problem::{
    CallInConstant, ConstantOperator, ConstantSegmentSize, NotAllowedInConstant, Problem,
    UnexpectedToken,
};

/// Checks the value of a constant: literals, constructors, other constants and `<>`.
pub(super) fn check(module: &Module, item: &Item, problems: &mut Vec<Problem>) {
    let ItemKind::Const(constant) = &item.kind else {
        return;
    };
    let mut left = vec![constant.value];
    while let Some(id) = left.pop() {
        match parts(module, &module.exprs[id]) {
            Ok(parts) => left.extend(parts),
            Err(problem) => problems.push(problem),
        }
    }
}

/// What is out of use in expressions is refused in constants and guards.
pub(super) fn prepends(module: &Module, problems: &mut [Problem]) {
    let mut found = problems.iter_mut().filter_map(|problem| match problem {
        Problem::ListPrepend(problem) => Some(problem),
        _ => None,
    });
    let Some(first) = found.next() else {
        return;
    };
    let places = places(module);
    for problem in std::iter::once(first).chain(found) {
        let start = problem.span.start;
        problem.in_constant = places
            .iter()
            .any(|place| place.start <= start && start < place.end);
    }
}

/// Values of segments are joined in constants and guards only.
pub(super) fn segments(module: &Module, problems: &mut Vec<Problem>) {
    let values = module.exprs.iter().flat_map(|(_, expr)| match &expr.kind {
        ExprKind::BitArray(segments) => segments.as_slice(),
        _ => &[],
    });
    let mut joined = values.filter_map(|segment| match module.exprs[segment.value].kind {
        ExprKind::Binary { op_span, .. } => Some(op_span),
        _ => None,
    });
    let Some(first) = joined.next() else {
        return;
    };
    let places = places(module);
    for span in std::iter::once(first).chain(joined) {
        let inside = |place: &Span| place.start <= span.start && span.start < place.end;
        if !places.iter().any(inside) {
            problems.push(Problem::UnexpectedToken(UnexpectedToken {
                span,
                found: "`<>`".to_owned(),
                expected: "`,` or `:`".to_owned(),
            }));
        }
    }
}

/// Where constants and guards are.
fn places(module: &Module) -> Vec<Span> {
    let guards = module
        .exprs
        .iter()
        .filter_map(|(_, expr)| match &expr.kind {
            ExprKind::Case(case) => Some(case.clauses.iter().filter_map(|clause| clause.guard)),
            _ => None,
        });
    let constants = module.items.iter().filter_map(|item| match &item.kind {
        ItemKind::Const(constant) => Some(constant.value),
        _ => None,
    });
    guards
        .flatten()
        .chain(constants)
        .map(|id| module.exprs[id].span)
        .collect()
}

/// The parts of an expression that can stand in a constant.
pub(super) fn parts(module: &Module, expr: &Expr) -> Result<Vec<ExprId>, Problem> {
    let span = expr.span;
    Ok(match &expr.kind {
        ExprKind::Int(_)
        | ExprKind::Float(_)
        | ExprKind::String(_)
        | ExprKind::Var(_)
        | ExprKind::Constructor(_)
        | ExprKind::Error => Vec::new(),
        ExprKind::Todo { message } => message.iter().copied().collect(),
        ExprKind::Field { container, .. } if is_name(module, *container) => Vec::new(),
        ExprKind::Tuple(items) => items.clone(),
        ExprKind::List { items, tail } => items.iter().chain(tail).copied().collect(),
        ExprKind::Call { callee, args } if constructs(module, *callee) => values(args),
        ExprKind::Call { .. } => return Err(Problem::CallInConstant(CallInConstant { span })),
        ExprKind::RecordUpdate { base, fields, .. } => [values(fields), vec![*base]].concat(),
        ExprKind::Binary {
            op, left, right, ..
        } if *op == BinaryOp::Concat => vec![*left, *right],
        ExprKind::BitArray(_) => return bit_array(module, expr),
        kind => return Err(refused(span, kind)),
    })
}

fn refused(span: Span, kind: &ExprKind) -> Problem {
    if let ExprKind::Binary { op_span: span, .. } = *kind {
        return Problem::ConstantOperator(ConstantOperator { span });
    }
    let what = super::guard::describe(kind);
    Problem::NotAllowedInConstant(NotAllowedInConstant { span, what })
}

/// Sizes must be numbers.
fn bit_array(module: &Module, expr: &Expr) -> Result<Vec<ExprId>, Problem> {
    let ExprKind::BitArray(segments) = &expr.kind else {
        return Ok(Vec::new());
    };
    for option in segments.iter().flat_map(|segment| &segment.options) {
        if let SegmentOptionKind::Size { value, .. } = option.kind
            && !matches!(module.exprs[value].kind, ExprKind::Int(_) | ExprKind::Error)
        {
            let span = module.exprs[value].span;
            return Err(Problem::ConstantSegmentSize(ConstantSegmentSize { span }));
        }
    }
    Ok(segments.iter().map(|segment| segment.value).collect())
}

fn values(args: &[Arg]) -> Vec<ExprId> {
    args.iter().map(|arg| arg.value).collect()
}

/// Whether it is `Constructor` or `module.Constructor`.
pub(super) fn constructs(module: &Module, callee: ExprId) -> bool {
    match &module.exprs[callee].kind {
        ExprKind::Constructor(_) => true,
        ExprKind::Field { container, label } => {
            label.name.starts_with(|c: char| c.is_ascii_uppercase()) && is_name(module, *container)
        }
        _ => false,
    }
}

fn is_name(module: &Module, id: ExprId) -> bool {
    matches!(module.exprs[id].kind, ExprKind::Var(_))
}

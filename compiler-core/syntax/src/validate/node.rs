use source::Span;

use crate::ast::{Arg, ExprKind, Lambda, Module, PatternId, PatternKind, Segment, Tail};
use crate::problem::{
    HoleInUpdate, LabelInLambda, ListCatchAll, ListSpreadAsVariable, NestedBitArrayPattern,
    Problem, SecondHole, SpreadAlone, UnlabelledUpdate,
};

/// Checks each expression by itself.
pub(super) fn exprs(module: &Module, problems: &mut Vec<Problem>) {
    for (_, expr) in module.exprs.iter() {
        match &expr.kind {
            ExprKind::Call { args, .. } => holes(module, (expr.span, args), problems),
            ExprKind::RecordUpdate { fields, .. } => update(module, fields, problems),
            ExprKind::Lambda(lambda) => labels(lambda, problems),
            ExprKind::List {
                items,
                tail: Some(_),
            } if items.is_empty() => {
                let span = expr.span;
                problems.push(Problem::SpreadAlone(SpreadAlone { span }));
            }
            _ => {}
        }
    }
}

/// A call has one hole at most.
fn holes(module: &Module, (span, args): (Span, &[Arg]), problems: &mut Vec<Problem>) {
    let mut holes = args
        .iter()
        .map(|arg| &module.exprs[arg.value])
        .filter(|value| value.kind == ExprKind::Hole);
    if let (Some(first), Some(second)) = (holes.next(), holes.next()) {
        problems.push(Problem::SecondHole(SecondHole {
            span,
            first: first.span,
            second: second.span,
        }));
    }
}

/// The fields of a record update have labels and values.
fn update(module: &Module, fields: &[Arg], problems: &mut Vec<Problem>) {
    for field in fields {
        let span = field.span;
        match module.exprs[field.value].kind {
            ExprKind::Error => {}
            ExprKind::Hole => problems.push(Problem::HoleInUpdate(HoleInUpdate { span })),
            _ if field.label.is_none() => {
                problems.push(Problem::UnlabelledUpdate(UnlabelledUpdate { span }));
            }
            _ => {}
        }
    }
}

fn labels(lambda: &Lambda, problems: &mut Vec<Problem>) {
    for label in lambda.params.iter().filter_map(|param| param.label) {
        let span = label.span;
        problems.push(Problem::LabelInLambda(LabelInLambda { span }));
    }
}

/// Checks each pattern by itself.
pub(super) fn patterns(module: &Module, problems: &mut Vec<Problem>) {
    for (_, pattern) in module.patterns.iter() {
        match &pattern.kind {
            PatternKind::List {
                items,
                tail: Some(tail),
            } if items.is_empty() => problems.push(catch_all(pattern.span, tail)),
            PatternKind::BitArray(segments) => segments
                .iter()
                .for_each(|segment| nested(module, segment, problems)),
            _ => {}
        }
    }
}

fn catch_all(span: Span, tail: &Tail) -> Problem {
    match tail.pattern {
        None => Problem::ListCatchAll(ListCatchAll { span }),
        Some(_) => Problem::ListSpreadAsVariable(ListSpreadAsVariable { span }),
    }
}

fn nested(module: &Module, segment: &Segment<PatternId>, problems: &mut Vec<Problem>) {
    let value = &module.patterns[segment.value];
    if matches!(value.kind, PatternKind::BitArray(_)) {
        let span = value.span;
        problems.push(Problem::NestedBitArrayPattern(NestedBitArrayPattern {
            span,
        }));
    }
    super::size::check(module, segment, problems);
}

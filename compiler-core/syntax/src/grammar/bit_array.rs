use chumsky::prelude::*;

use super::{Expected, Handles, Rule, dispatch, operator, recovery, token};
use crate::ast::{
    Endianness, Expr, ExprId, ExprKind, PatternId, PatternKind, Segment, SegmentOption,
    SegmentOptionKind as O,
};
use crate::literal;
use crate::problem::{BitArrayUnit, Problem, UnknownSegmentOption};
use crate::token::TokenKind as K;

/// `"<<" [segment {"," segment} [","]] ">>"` with expressions as values.
pub(super) fn expr<'t>(handles: &Handles<'t>) -> Rule<'t, ExprId> {
    let segment = segment(value(handles), &handles.expr);
    let segments = recovery::comma_separated(segment, |state, at| Segment {
        span: state.span(at),
        value: state.broken_expr(at),
        options: Vec::new(),
    });
    recovery::group(K::LtLt, segments)
        .map_with(|segments, e| {
            let at = e.span();
            let kind = segments.map_or(ExprKind::Error, ExprKind::BitArray);
            e.state().expr(at, kind)
        })
        .boxed()
}

/// `unit {"<>" unit}`: more than a unit only in constants and guards, which is found later.
fn value<'t>(handles: &Handles<'t>) -> Rule<'t, ExprId> {
    let step = super::index(K::LtGt).then(handles.unit.clone());
    let steps = step.repeated().collect::<Vec<_>>();
    let unit = handles.unit.clone();
    unit.then(steps)
        .map_with(|(first, steps), e| {
            let state = e.state();
            let steps = steps
                .into_iter()
                .map(|(index, unit)| (K::LtGt, state.spans[index], unit))
                .collect();
            operator::climb(state, first, steps)
        })
        .boxed()
}

/// The same with patterns as values.
pub(super) fn pattern<'t>(
    expr: &Rule<'t, ExprId>,
    pattern: &Rule<'t, PatternId>,
) -> Rule<'t, PatternId> {
    let segment = segment(pattern.clone(), expr);
    let segments = recovery::comma_separated(segment, |state, at| Segment {
        span: state.span(at),
        value: state.broken_pattern(at),
        options: Vec::new(),
    });
    recovery::group(K::LtLt, segments)
        .map_with(|segments, e| {
            let at = e.span();
            let kind = segments.map_or(PatternKind::Error, PatternKind::BitArray);
            e.state().pattern(at, kind)
        })
        .boxed()
}

/// `value [":" option {"-" option}]`
fn segment<'t, V: 't>(value: Rule<'t, V>, expr: &Rule<'t, ExprId>) -> Rule<'t, Segment<V>> {
    let options = option(expr)
        .separated_by(just(K::Minus))
        .at_least(1)
        .collect::<Vec<_>>();
    value
        .then(token(K::Colon).ignore_then(options).or_not())
        .map_with(|(value, options), e| {
            let at = e.span();
            Segment {
                span: e.state().span(at),
                value,
                options: options.unwrap_or_default().into_iter().flatten().collect(),
            }
        })
        .boxed()
}

/// `int | name ["(" expr ")"]`. An unknown one is reported and left out.
fn option<'t>(expr: &Rule<'t, ExprId>) -> Rule<'t, Option<SegmentOption>> {
    dispatch(
        Expected::SegmentOption,
        [(K::Int, short_size()), (K::Name, named(expr))],
    )
}

fn short_size<'t>() -> Rule<'t, Option<SegmentOption>> {
    super::index(K::Int)
        .map_with(|index, e| {
            let at = e.span();
            let text = literal::number(e.state().token_text(index));
            let value = e.state().expr(at, ExprKind::Int(text));
            Some(SegmentOption {
                span: e.state().span(at),
                kind: O::Size { value, short: true },
            })
        })
        .boxed()
}

fn named<'t>(expr: &Rule<'t, ExprId>) -> Rule<'t, Option<SegmentOption>> {
    let argument = expr
        .clone()
        .delimited_by(just(K::LeftParen), just(K::RightParen));
    super::name()
        .then(argument.or_not())
        .map_with(|(name, argument), e| {
            let at = e.span();
            let state = e.state();
            let span = state.span(at);
            let kind = match argument {
                None => simple(&name.name),
                Some(value) if name.name == "size" => Some(O::Size {
                    value,
                    short: false,
                }),
                Some(value) if name.name == "unit" => {
                    let Some(unit) = unit(&state.exprs[value]) else {
                        let at = state.exprs[value].span;
                        state
                            .problems
                            .push(Problem::BitArrayUnit(BitArrayUnit { span: at }));
                        return None;
                    };
                    Some(O::Unit(unit))
                }
                Some(_) => None,
            };
            if kind.is_none() {
                state
                    .problems
                    .push(Problem::UnknownSegmentOption(UnknownSegmentOption {
                        span,
                        name: name.name,
                    }));
            }
            kind.map(|kind| SegmentOption { span, kind })
        })
        .boxed()
}

fn simple(name: &str) -> Option<O> {
    Some(match name {
        "int" => O::Int,
        "float" => O::Float,
        "bits" => O::Bits,
        "bytes" => O::Bytes,
        "utf8" => O::Utf8,
        "utf16" => O::Utf16,
        "utf32" => O::Utf32,
        "utf8_codepoint" => O::Utf8Codepoint,
        "utf16_codepoint" => O::Utf16Codepoint,
        "utf32_codepoint" => O::Utf32Codepoint,
        "signed" => O::Signed,
        "unsigned" => O::Unsigned,
        "big" => O::Endianness(Endianness::Big),
        "little" => O::Endianness(Endianness::Little),
        "native" => O::Endianness(Endianness::Native),
        _ => return None,
    })
}

/// A unit is a whole number from 1 to 255.
fn unit(value: &Expr) -> Option<u8> {
    match &value.kind {
        ExprKind::Int(text) => literal::small_int(text)
            .and_then(|unit| u8::try_from(unit).ok())
            .filter(|unit| *unit > 0),
        _ => None,
    }
}

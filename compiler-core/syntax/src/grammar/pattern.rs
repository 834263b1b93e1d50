use chumsky::prelude::*;

use super::{
    Expected, Rule, by_second, comma_separated, discard_name, dispatch, name, recovery, token,
    up_name,
};
use crate::ast::{ExprId, Ident, PatternArg, PatternId, PatternKind, Tail};
use crate::literal;
use crate::token::TokenKind as K;

/// `pattern = primary ["as" name]`
pub(super) fn pattern<'t>(
    expr: &Rule<'t, ExprId>,
    pattern: &Rule<'t, PatternId>,
) -> Rule<'t, PatternId> {
    primary(expr, pattern)
        .then(token(K::As).ignore_then(name()).or_not())
        .map_with(|(pattern, name), e| match name {
            None => pattern,
            Some(name) => {
                let at = e.span();
                e.state().pattern(at, PatternKind::As { pattern, name })
            }
        })
        .boxed()
}

fn primary<'t>(expr: &Rule<'t, ExprId>, pattern: &Rule<'t, PatternId>) -> Rule<'t, PatternId> {
    dispatch(
        Expected::Pattern,
        [
            (K::Name, variable_or_qualified(pattern)),
            (K::DiscardName, discard()),
            (K::UpName, constructor(pattern)),
            (K::Int, int()),
            (K::Float, float()),
            (K::String, string()),
            (K::Hash, tuple(pattern)),
            (K::LeftSquare, list(pattern)),
            (K::LtLt, super::bit_array::pattern(expr, pattern)),
        ],
    )
}

pub(super) fn variable<'t>() -> Rule<'t, PatternId> {
    name()
        .map_with(|name, e| {
            let at = e.span();
            e.state().pattern(at, PatternKind::Var(name))
        })
        .boxed()
}

pub(super) fn discard<'t>() -> Rule<'t, PatternId> {
    discard_name()
        .map_with(|name, e| {
            let at = e.span();
            e.state().pattern(at, PatternKind::Discard(name))
        })
        .boxed()
}

fn int<'t>() -> Rule<'t, PatternId> {
    super::index(K::Int)
        .map_with(|index, e| {
            let at = e.span();
            let text = literal::number(e.state().token_text(index));
            e.state().pattern(at, PatternKind::Int(text))
        })
        .boxed()
}

fn float<'t>() -> Rule<'t, PatternId> {
    super::index(K::Float)
        .map_with(|index, e| {
            let at = e.span();
            let text = literal::number(e.state().token_text(index));
            e.state().pattern(at, PatternKind::Float(text))
        })
        .boxed()
}

/// `string ["as" name] ["<>" (name | discard)]`
fn string<'t>() -> Rule<'t, PatternId> {
    let rest = dispatch(
        Expected::Pattern,
        [(K::Name, variable()), (K::DiscardName, discard())],
    );
    super::index(K::String)
        .map_with(|index, e| {
            let at = e.span();
            (literal::string(e.state().token_text(index)), at)
        })
        .then(token(K::As).ignore_then(name()).or_not())
        .then(token(K::LtGt).ignore_then(rest).or_not())
        .map_with(|(((text, at), name), rest), e| {
            let whole = e.span();
            let state = e.state();
            let Some(rest) = rest else {
                let pattern = state.pattern(at, PatternKind::String(text));
                return match name {
                    None => pattern,
                    Some(name) => state.pattern(whole, PatternKind::As { pattern, name }),
                };
            };
            let kind = PatternKind::StringPrefix {
                prefix: text,
                prefix_span: state.span(at),
                prefix_name: name,
                rest,
            };
            state.pattern(whole, kind)
        })
        .boxed()
}

fn tuple<'t>(pattern: &Rule<'t, PatternId>) -> Rule<'t, PatternId> {
    token(K::Hash)
        .ignore_then(recovery::group(
            K::LeftParen,
            comma_separated(pattern.clone()),
        ))
        .map_with(|items, e| {
            let at = e.span();
            e.state().pattern(at, PatternKind::Tuple(items))
        })
        .boxed()
}

/// `"[" [pattern {"," pattern}] [","] [".." [name | discard] [","]] "]"`
fn list<'t>(pattern: &Rule<'t, PatternId>) -> Rule<'t, PatternId> {
    let rest = dispatch(
        Expected::Pattern,
        [(K::Name, variable()), (K::DiscardName, discard())],
    );
    let tail = token(K::DotDot)
        .ignore_then(rest.or_not())
        .map_with(|pattern, e| {
            let at = e.span();
            Tail {
                span: e.state().span(at),
                pattern,
            }
        })
        .then_ignore(token(K::Comma).or_not());
    let inner = comma_separated(pattern.clone()).then(tail.or_not()).boxed();
    recovery::group(K::LeftSquare, inner)
        .map_with(|(items, tail), e| {
            let at = e.span();
            e.state().pattern(at, PatternKind::List { items, tail })
        })
        .boxed()
}

fn variable_or_qualified<'t>(pattern: &Rule<'t, PatternId>) -> Rule<'t, PatternId> {
    let qualified = name()
        .then_ignore(token(K::Dot))
        .then(up_name())
        .then(args(pattern).or_not())
        .map_with(|((module, name), args), e| {
            let at = e.span();
            let kind = constructor_kind(Some(module), name, args);
            e.state().pattern(at, kind)
        });
    by_second([K::Dot], qualified.boxed(), variable())
}

fn constructor<'t>(pattern: &Rule<'t, PatternId>) -> Rule<'t, PatternId> {
    up_name()
        .then(args(pattern).or_not())
        .map_with(|(name, args), e| {
            let at = e.span();
            let kind = constructor_kind(None, name, args);
            e.state().pattern(at, kind)
        })
        .boxed()
}

type Args = (Vec<PatternArg>, Option<source::Span>);

/// `"(" [arg {"," arg}] [","] [".." [","]] ")"`
fn args<'t>(pattern: &Rule<'t, PatternId>) -> Rule<'t, Args> {
    let spread = super::span(K::DotDot)
        .then_ignore(token(K::Comma).or_not());
    let inner = comma_separated(arg(pattern)).then(spread.or_not());
    recovery::group(K::LeftParen, inner.boxed())
}

/// `pattern | name ":" [pattern]`
fn arg<'t>(pattern: &Rule<'t, PatternId>) -> Rule<'t, PatternArg> {
    let labelled = name()
        .then_ignore(token(K::Colon))
        .then(pattern_or_shorthand(pattern))
        .map_with(|(label, value), e| {
            let at = e.span();
            let state = e.state();
            let shorthand = value.is_none();
            let pattern = value.unwrap_or_else(|| {
                let kind = PatternKind::Var(label);
                state.patterns.alloc(crate::ast::Pattern {
                    span: label.span,
                    kind,
                })
            });
            PatternArg {
                span: state.span(at),
                label: Some(label),
                pattern,
                shorthand,
            }
        });
    let plain = pattern.clone().map_with(|pattern, e| {
        let at = e.span();
        PatternArg {
            span: e.state().span(at),
            label: None,
            pattern,
            shorthand: false,
        }
    });
    by_second([K::Colon], labelled.boxed(), plain.boxed())
}

fn pattern_or_shorthand<'t>(pattern: &Rule<'t, PatternId>) -> Rule<'t, Option<PatternId>> {
    super::unless([K::Comma, K::RightParen], pattern.clone())
}

fn constructor_kind(module: Option<Ident>, name: Ident, args: Option<Args>) -> PatternKind {
    let has_parens = args.is_some();
    let (args, spread) = args.unwrap_or_default();
    PatternKind::Constructor {
        module,
        name,
        args,
        spread,
        has_parens,
    }
}

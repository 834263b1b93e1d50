use chumsky::prelude::*;

use super::{
    Expected, Rule, Special, State, by_first, by_second, discard_name, dispatch, name, recovery,
    refuse, reject, token, up_name,
};
use crate::ast::{ExprId, Ident, PatternArg, PatternId, PatternKind, Tail};
use crate::literal;
use crate::problem::{ListPatternPrepend, Problem, RecordPatternSpread};
use crate::token::TokenKind as K;

/// `pattern = primary ["as" name]`
pub(super) fn pattern<'t>(
    expr: &Rule<'t, ExprId>,
    pattern: &Rule<'t, PatternId>,
) -> Rule<'t, PatternId> {
    by_first(K::String, string(), named(primary(expr, pattern)))
}

/// `pattern ["as" name]`
fn named(pattern: Rule<'_, PatternId>) -> Rule<'_, PatternId> {
    pattern
        .then(as_name())
        .map_with(|(pattern, name), e| match name {
            None => pattern,
            Some(name) => {
                let at = e.span();
                e.state().pattern(at, PatternKind::As { pattern, name })
            }
        })
        .boxed()
}

fn as_name<'t>() -> Rule<'t, Option<Ident>> {
    token(K::As).ignore_then(name()).or_not().boxed()
}

fn primary<'t>(expr: &Rule<'t, ExprId>, pattern: &Rule<'t, PatternId>) -> Rule<'t, PatternId> {
    dispatch(
        Expected::Pattern,
        [
            (K::Name, variable_or_qualified(pattern)),
            (K::DiscardName, not_prefix(discard())),
            (K::UpName, constructor(pattern)),
            (K::Int, int()),
            (K::Float, float()),
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

/// `string ["as" name] ["<>" (name | discard) ["as" name]]`
fn string<'t>() -> Rule<'t, PatternId> {
    let literal = super::index(K::String).map_with(|index, e| {
        let state = e.state();
        (literal::string(state.token_text(index)), state.spans[index])
    });
    let literal = literal.boxed();
    let plain = literal.clone().map_with(|(text, span), e| {
        let kind = PatternKind::String(text);
        e.state().patterns.alloc(crate::ast::Pattern { span, kind })
    });
    let prefix = literal
        .then(as_name())
        .then_ignore(token(K::LtGt))
        .then(rest())
        .then_ignore(refuse([K::LtGt], Special::TextAfterRest))
        .map_with(|(((prefix, prefix_span), prefix_name), rest), e| {
            let at = e.span();
            let kind = PatternKind::StringPrefix {
                prefix,
                prefix_span,
                prefix_name,
                rest,
            };
            e.state().pattern(at, kind)
        });
    named(by_prefix(prefix.boxed(), plain.boxed()))
}

fn rest<'t>() -> Rule<'t, PatternId> {
    dispatch(
        Expected::Name,
        [(K::Name, variable()), (K::DiscardName, discard())],
    )
}

/// Chooses `prefix` for `string "<>"` and `string "as" name "<>"`.
fn by_prefix<'t>(prefix: Rule<'t, PatternId>, plain: Rule<'t, PatternId>) -> Rule<'t, PatternId> {
    custom(move |input| {
        let before = input.save();
        input.skip();
        let mut next: Option<K> = input.next();
        if next == Some(K::As) {
            input.skip();
            next = input.peek();
        }
        input.rewind(before);
        match next {
            Some(K::LtGt) => input.parse(&prefix),
            _ => input.parse(&plain),
        }
    })
    .boxed()
}

fn tuple<'t>(pattern: &Rule<'t, PatternId>) -> Rule<'t, PatternId> {
    token(K::Hash)
        .ignore_then(recovery::group(
            K::LeftParen,
            recovery::comma_separated(pattern.clone(), State::broken_pattern),
        ))
        .map_with(|items, e| {
            let at = e.span();
            let kind = items.map_or(PatternKind::Error, PatternKind::Tuple);
            e.state().pattern(at, kind)
        })
        .boxed()
}

/// `"[" [pattern {"," pattern}] [","] [".." [name | discard] [","]] "]"`
fn list<'t>(pattern: &Rule<'t, PatternId>) -> Rule<'t, PatternId> {
    let tail = token(K::DotDot)
        .ignore_then(refuse(NO_TAIL, Special::TailPattern))
        .ignore_then(rest().or_not())
        .map_with(|pattern, e| {
            let at: SimpleSpan = e.span();
            let state = e.state();
            let span = state.span(at);
            if !state.follows_comma(at.start) && state.token_text(at.start - 1) != "[" {
                let problem = ListPatternPrepend { span };
                state.problems.push(Problem::ListPatternPrepend(problem));
            }
            Tail { span, pattern }
        })
        .then_ignore(token(K::Comma).or_not())
        .then_ignore(refuse(AFTER_TAIL, Special::PatternSpreadNotLast));
    let inner = recovery::comma_separated(pattern.clone(), State::broken_pattern)
        .then(tail.or_not())
        .boxed();
    recovery::group(K::LeftSquare, inner)
        .map_with(|list, e| {
            let at = e.span();
            let kind = list.map_or(PatternKind::Error, |(items, tail)| PatternKind::List {
                items,
                tail,
            });
            e.state().pattern(at, kind)
        })
        .boxed()
}

fn variable_or_qualified<'t>(pattern: &Rule<'t, PatternId>) -> Rule<'t, PatternId> {
    let qualified = name()
        .then_ignore(token(K::Dot))
        .then_ignore(refuse([K::Name], Special::LowerCaseConstructor))
        .then(up_name())
        .then(args(pattern).or_not())
        .map_with(|((module, name), args), e| {
            let at = e.span();
            let kind = constructor_kind(Some(module), name, args);
            e.state().pattern(at, kind)
        });
    let qualified = by_second([K::Dot], qualified.boxed(), variable());
    by_second([K::LtGt], reject(Special::PrefixNotLiteral), qualified)
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

/// What can only be meant as the pattern of a tail that is more than a name.
const NO_TAIL: [K; 7] = [
    K::UpName,
    K::Int,
    K::Float,
    K::String,
    K::Hash,
    K::LeftSquare,
    K::LtLt,
];

/// What can only be meant as another element.
const AFTER_TAIL: [K; 10] = [
    K::Name,
    K::DiscardName,
    K::UpName,
    K::Int,
    K::Float,
    K::String,
    K::Hash,
    K::LeftSquare,
    K::LtLt,
    K::DotDot,
];

type Args = (Vec<PatternArg>, Option<source::Span>);

/// `"(" [arg {"," arg}] [","] [".." [","]] ")"`
fn args<'t>(pattern: &Rule<'t, PatternId>) -> Rule<'t, Args> {
    let spread = super::index(K::DotDot)
        .map_with(|index, e| {
            let state = e.state();
            let span = state.spans[index];
            if !state.follows_comma(index) && state.token_text(index - 1) != "(" {
                let problem = RecordPatternSpread { span };
                state.problems.push(Problem::RecordPatternSpread(problem));
            }
            span
        })
        .then_ignore(token(K::Comma).or_not());
    let inner = recovery::comma_separated(arg(pattern), broken_arg).then(spread.or_not());
    recovery::group(K::LeftParen, inner.boxed())
        .map(Option::unwrap_or_default)
        .boxed()
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

fn not_prefix(pattern: Rule<'_, PatternId>) -> Rule<'_, PatternId> {
    by_second([K::LtGt], reject(Special::PrefixNotLiteral), pattern)
}

fn broken_arg(state: &mut State<'_>, at: SimpleSpan) -> PatternArg {
    PatternArg {
        span: state.span(at),
        label: None,
        pattern: state.broken_pattern(at),
        shorthand: false,
    }
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

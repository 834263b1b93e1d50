use std::sync::Arc;

use chumsky::prelude::*;
use source::Span;

use super::{Expected, Rule, State, dispatch, name, recovery, token, up_name};
use crate::ast::{Attribute, AttributeKind, Ident, Target};
use crate::literal;
use crate::problem::{
    AttributeArguments, ExtraSeparator, Problem, UnknownAttribute, UnknownTarget,
};
use crate::token::TokenKind as K;

/// One word between an attribute's parentheses.
#[derive(Debug, Clone)]
enum Word {
    Name(Ident),
    String(Arc<str>, Span),
    /// Something else, which no attribute takes.
    Other,
}

/// `"@" name ["(" word {"," word} [","] ")"]`. One that is not known is reported and left out.
pub(super) fn attribute<'t>() -> Rule<'t, Option<Attribute>> {
    let string = super::index(K::String).map_with(|index, e| {
        let state = e.state();
        Word::String(literal::string(state.token_text(index)), state.spans[index])
    });
    let word = dispatch(
        Expected::Word,
        [
            (K::Name, name().map(Word::Name).boxed()),
            (K::String, string.boxed()),
            (K::UpName, up_name().map(|_| Word::Other).boxed()),
        ],
    );
    let words = recovery::comma_separated(word, |state, at| {
        Word::String(Arc::from(""), state.span(at))
    });
    let words = recovery::group(K::LeftParen, words).map(Option::unwrap_or_default);
    token(K::At)
        .ignore_then(name())
        .then(words.or_not())
        .map_with(|(name, words), e| {
            let at = e.span();
            let state = e.state();
            let span = state.span(at);
            let is_external = name.name.as_str() == "external";
            if !is_external && words.is_some() && state.follows_comma(at.end - 1) {
                let span = state.spans[at.end - 2];
                let problem = Problem::ExtraSeparator(ExtraSeparator { span });
                state.problems.push(problem);
            }
            kind(state, span, name, words.as_deref()).map(|kind| Attribute { span, kind })
        })
        .boxed()
}

fn kind(
    state: &mut State<'_>,
    span: Span,
    name: Ident,
    words: Option<&[Word]>,
) -> Option<AttributeKind> {
    let problem = match (name.name.as_str(), words) {
        ("internal", None) => return Some(AttributeKind::Internal),
        ("deprecated", Some([Word::String(message, _)])) => {
            return Some(AttributeKind::Deprecated(Arc::clone(message)));
        }
        ("target", Some([Word::Name(named)])) => match target_named(*named) {
            Some((target, shorthand)) => {
                return Some(AttributeKind::Target {
                    target,
                    shorthand: shorthand.then_some(named.span),
                });
            }
            None => unknown_target(*named, named.span),
        },
        (
            "external",
            Some(
                [
                    Word::Name(target),
                    Word::String(m, m_span),
                    Word::String(f, f_span),
                ],
            ),
        ) => match target_named(*target) {
            Some((target, false)) => {
                return Some(AttributeKind::External {
                    target,
                    module: (Arc::clone(m), *m_span),
                    function: (Arc::clone(f), *f_span),
                });
            }
            _ => unknown_target(*target, span),
        },
        ("target", _) => {
            let span = Span::new(name.span.end, span.end);
            let name = name.name;
            Problem::AttributeArguments(AttributeArguments { span, name })
        }
        ("internal" | "deprecated" | "external", _) => {
            Problem::AttributeArguments(AttributeArguments {
                span,
                name: name.name,
            })
        }
        _ => Problem::UnknownAttribute(UnknownAttribute {
            span,
            name: name.name,
        }),
    };
    state.problems.push(problem);
    None
}

/// The target, and whether it was named by its deprecated short name.
fn target_named(name: Ident) -> Option<(Target, bool)> {
    Some(match name.name.as_str() {
        "erlang" => (Target::Erlang, false),
        "javascript" => (Target::JavaScript, false),
        "erl" => (Target::Erlang, true),
        "js" => (Target::JavaScript, true),
        _ => return None,
    })
}

fn unknown_target(name: Ident, span: Span) -> Problem {
    Problem::UnknownTarget(UnknownTarget {
        span,
        name: name.name,
    })
}

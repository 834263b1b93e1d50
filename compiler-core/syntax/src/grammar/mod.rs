//! The grammar. One function for each production, named as the production, returning one boxed rule.
//!
//! Where the first token decides, [`dispatch`] looks it up in a table instead of trying alternatives.
//! Rules that contain themselves are reached through [`Handles`].

mod attribute;
mod bit_array;
mod case;
mod error;
mod expr;
mod item;
mod operator;
mod pattern;
mod recovery;
mod state;
mod stmt;
mod type_;
mod type_item;

use chumsky::input::MapExtra;
use chumsky::prelude::*;
use chumsky::{Boxed, extra};

pub(crate) use error::{Expected, Special, SyntaxError};
pub(crate) use state::State;

use crate::ast;
use crate::token::TokenKind;

/// What the rules read: token kinds. Spans of the rules are ranges of token indices.
pub(super) type Input<'t> = &'t [TokenKind];
pub(super) type Extra<'t> = extra::Full<SyntaxError, State<'t>, ()>;
/// A production that builds an `O`.
pub(super) type Rule<'t, O> = Boxed<'t, 't, Input<'t>, O, Extra<'t>>;

/// The productions that contain themselves.
#[derive(Clone)]
pub(super) struct Handles<'t> {
    pub(super) expr: Rule<'t, ast::ExprId>,
    /// An operand of an expression.
    pub(super) unit: Rule<'t, ast::ExprId>,
    pub(super) pattern: Rule<'t, ast::PatternId>,
    pub(super) type_: Rule<'t, ast::TypeId>,
}

/// The whole grammar. It lives as long as one file: the rules borrow their input.
pub(crate) struct Grammar<'t> {
    item: Rule<'t, ast::Item>,
}

impl<'t> Grammar<'t> {
    /// Builds the rules; this is cheap.
    pub(crate) fn new() -> Self {
        let type_ = recursive(|type_| type_::type_(&type_.boxed())).boxed();
        let expr = recursive(|expr| expr::expr(&Handles::new(expr.boxed(), type_.clone())));
        let handles = Handles::new(expr.boxed(), type_);
        Self {
            item: item::item(&handles),
        }
    }

    /// Parses the tokens of one item. On failure there is no item, but a reason.
    pub(crate) fn item(
        &self,
        tokens: Input<'t>,
        state: &mut State<'t>,
    ) -> (Option<ast::Item>, Vec<SyntaxError>) {
        self.item
            .parse_with_state(tokens, state)
            .into_output_errors()
    }
}

impl<'t> Handles<'t> {
    fn new(expr: Rule<'t, ast::ExprId>, type_: Rule<'t, ast::TypeId>) -> Self {
        let pattern = recursive(|pattern| pattern::pattern(&expr, &pattern.boxed())).boxed();
        let unit = recursive(|unit| {
            expr::unit(&Self {
                expr: expr.clone(),
                unit: unit.boxed(),
                pattern: pattern.clone(),
                type_: type_.clone(),
            })
        });
        Self {
            unit: unit.boxed(),
            expr,
            pattern,
            type_,
        }
    }
}

/// Chooses a rule by the next token: the grammar's tables. `what` is what the table describes.
pub(super) fn dispatch<'t, O: 't>(
    what: Expected,
    rows: impl IntoIterator<Item = (TokenKind, Rule<'t, O>)>,
) -> Rule<'t, O> {
    const NONE: u8 = u8::MAX;
    let mut table = [NONE; TokenKind::COUNT];
    let mut rules = Vec::new();
    for (kind, rule) in rows {
        table[kind as usize] = rules.len() as u8;
        rules.push(rule);
    }
    custom(move |input| {
        let found: Option<TokenKind> = input.peek();
        match found.and_then(|kind| rules.get(table[kind as usize] as usize)) {
            Some(rule) => input.parse(rule),
            None => Err(SyntaxError::unexpected(here(input), found, what.set())),
        }
    })
    .boxed()
}

/// One token.
pub(super) fn token<'t>(kind: TokenKind) -> Rule<'t, ()> {
    just(kind).ignored().boxed()
}

/// One token; its index.
pub(super) fn index<'t>(kind: TokenKind) -> Rule<'t, usize> {
    just(kind)
        .map_with(|_, e: &mut MapExtra<'t, '_, Input<'t>, Extra<'t>>| -> usize { e.span().start })
        .boxed()
}

/// One token; where it stands.
pub(super) fn span<'t>(kind: TokenKind) -> Rule<'t, source::Span> {
    index(kind).map_with(|at, e| e.state().spans[at]).boxed()
}

/// The documentation before the next token. Reads nothing.
pub(super) fn docs<'t>() -> Rule<'t, Option<ast::Docs>> {
    custom(|input| {
        let at = here(input);
        Ok(input.state().docs(at, at))
    })
    .boxed()
}

/// Reads one token and fails with a reason of its own.
pub(super) fn reject<'t, O: 't>(special: Special) -> Rule<'t, O> {
    custom(move |input| {
        let at = here(input);
        let found = input.next();
        Err(SyntaxError::special(at, found, special))
    })
    .boxed()
}

/// Fails with a reason of its own if the next token is one of `kinds`; reads nothing.
pub(super) fn refuse<'t, const N: usize>(kinds: [TokenKind; N], special: Special) -> Rule<'t, ()> {
    custom(move |input| match input.peek() {
        Some(kind) if kinds.contains(&kind) => {
            Err(SyntaxError::special(here(input), Some(kind), special))
        }
        _ => Ok(()),
    })
    .boxed()
}

/// A name; a keyword or another kind of name is explained by the error's `found`.
pub(super) fn name<'t>() -> Rule<'t, ast::Ident> {
    one(TokenKind::Name)
}

/// An upper-case name.
pub(super) fn up_name<'t>() -> Rule<'t, ast::Ident> {
    one(TokenKind::UpName)
}

/// `_` or `_name`
pub(super) fn discard_name<'t>() -> Rule<'t, ast::Ident> {
    one(TokenKind::DiscardName)
}

fn one<'t>(kind: TokenKind) -> Rule<'t, ast::Ident> {
    index(kind).map_with(|at, e| e.state().ident(at)).boxed()
}

/// Chooses by the token after the next one: `yes` if it is one of `seconds`.
pub(super) fn by_second<'t, O: 't, const N: usize>(
    seconds: [TokenKind; N],
    yes: Rule<'t, O>,
    no: Rule<'t, O>,
) -> Rule<'t, O> {
    custom(move |input| {
        let before = input.save();
        input.skip();
        let second: Option<TokenKind> = input.peek();
        input.rewind(before);
        match second {
            Some(kind) if seconds.contains(&kind) => input.parse(&yes),
            _ => input.parse(&no),
        }
    })
    .boxed()
}

/// The index of the next token.
pub(super) fn here<'t>(
    input: &mut chumsky::input::InputRef<'t, '_, Input<'t>, Extra<'t>>,
) -> usize {
    let cursor = input.cursor();
    let at: SimpleSpan = input.span_since(&cursor);
    at.start
}

/// `rule`, but nothing if the next token is one of `ends`.
pub(super) fn unless<'t, O: 't, const N: usize>(
    ends: [TokenKind; N],
    rule: Rule<'t, O>,
) -> Rule<'t, Option<O>> {
    custom(move |input| match input.peek() {
        Some(kind) if ends.contains(&kind) => Ok(None),
        _ => input.parse(&rule).map(Some),
    })
    .boxed()
}

/// `yes` if the next token is `first`, else `no`.
pub(super) fn by_first<'t, O: 't>(
    first: TokenKind,
    yes: Rule<'t, O>,
    no: Rule<'t, O>,
) -> Rule<'t, O> {
    custom(move |input| match input.peek() {
        Some(kind) if kind == first => input.parse(&yes),
        _ => input.parse(&no),
    })
    .boxed()
}

/// `rule`, but only if the next token is one of `firsts`.
pub(super) fn if_next<'t, O: 't, const N: usize>(
    firsts: [TokenKind; N],
    rule: Rule<'t, O>,
) -> Rule<'t, Option<O>> {
    custom(move |input| match input.peek() {
        Some(kind) if firsts.contains(&kind) => input.parse(&rule).map(Some),
        _ => Ok(None),
    })
    .boxed()
}

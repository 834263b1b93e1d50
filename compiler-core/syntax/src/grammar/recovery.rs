//! How a broken part is skipped without losing what stands around it.
//!
//! A file is parsed without recovery first. Only an item that fails is parsed again, with brackets
//! that match ([`crate::delimiter`]) and a layout in the state; then these rules skip what is
//! broken and keep the error.

use chumsky::input::InputRef;
use chumsky::prelude::*;

use super::{Extra, Input, Rule, Special, State, SyntaxError, here};
use crate::token::TokenKind as K;

type Reader<'t, 'p> = InputRef<'t, 'p, Input<'t>, Extra<'t>>;

/// `open inner close`. A broken `inner` is skipped up to the closer, and none.
pub(super) fn group<'t, O: 't>(open: K, inner: Rule<'t, O>) -> Rule<'t, Option<O>> {
    let close = open.closer().unwrap_or(open);
    let whole = inner.delimited_by(just(open), just(close)).boxed();
    custom(move |input| {
        let before = input.save();
        let error = match input.parse(&whole) {
            Ok(inner) => return Ok(Some(inner)),
            Err(error) => error,
        };
        input.rewind(before);
        if !is_recovering(input) || input.peek() != Some(open) {
            return Err(error);
        }
        input.emit(error);
        skip_unit(input);
        Ok(None)
    })
    .boxed()
}

/// `[part {"," part} [","]]` up to a closer or `..`. A broken part is skipped up to its comma and
/// replaced.
pub(super) fn comma_separated<'t, O: 't>(
    part: Rule<'t, O>,
    broken: fn(&mut State<'t>, SimpleSpan) -> O,
) -> Rule<'t, Vec<O>> {
    let part = part.then_ignore(part_end()).boxed();
    custom(move |input| {
        let before = input.save();
        let error = match input.parse(&part) {
            Ok(part) => return Ok(Some(part)),
            Err(error) => error,
        };
        input.rewind(before);
        if !is_recovering(input) || input.peek().is_none_or(|kind: K| ends_list(kind)) {
            return Err(error);
        }
        input.emit(error);
        if input.peek() == Some(K::Comma) {
            return Ok(None);
        }
        let start = input.cursor();
        while input.peek().is_some_and(|kind| !ends_part(kind)) {
            skip_unit(input);
        }
        let at = input.span_since(&start);
        Ok(Some(broken(input.state(), at)))
    })
    .separated_by(just(K::Comma))
    .allow_trailing()
    .collect::<Vec<Option<O>>>()
    .map(|parts| parts.into_iter().flatten().collect())
    .boxed()
}

/// Only while recovering: what follows a part of a list must end it.
fn part_end<'t>() -> Rule<'t, ()> {
    custom(|input| match input.peek() {
        Some(kind) if !ends_part(kind) && is_recovering(input) => {
            let expected = 1 << K::Comma as usize;
            Err(SyntaxError::unexpected(here(input), Some(kind), expected))
        }
        _ => Ok(()),
    })
    .boxed()
}

fn ends_part(kind: K) -> bool {
    kind == K::Comma || ends_list(kind)
}

fn ends_list(kind: K) -> bool {
    kind == K::DotDot || kind.is_closer()
}

/// Parts up to the closing brace. A broken part is skipped up to where the next one starts, and
/// replaced.
pub(super) fn repeated<'t, O: 't, const N: usize>(
    part: Rule<'t, O>,
    starts: [K; N],
    broken: fn(&mut State<'t>, SimpleSpan) -> O,
) -> Rule<'t, Vec<O>> {
    custom(move |input| {
        let before = input.save();
        let error = match input.parse(&part) {
            Ok(part) => return Ok(part),
            Err(error) => error,
        };
        input.rewind(before);
        if !is_recovering(input) || input.peek().is_none_or(|kind: K| kind.is_closer()) {
            return Err(error);
        }
        input.emit(error);
        let start = input.cursor();
        let indent = indent_here(input);
        skip_unit(input);
        skip_until(input, &starts, indent);
        let at = input.span_since(&start);
        Ok(broken(input.state(), at))
    })
    .repeated()
    .collect()
    .boxed()
}

/// A part that may be missing: then what stands in its place is skipped up to the next one of
/// `starts`.
pub(super) fn required<'t, O: 't, const N: usize>(
    part: Rule<'t, O>,
    starts: [K; N],
    broken: fn(&mut State<'t>, SimpleSpan) -> O,
) -> Rule<'t, O> {
    custom(move |input| {
        let before = input.save();
        let error = match input.parse(&part) {
            Ok(part) => return Ok(part),
            Err(error) => error,
        };
        input.rewind(before);
        if !is_recovering(input) {
            return Err(error);
        }
        input.emit(error);
        let start = input.cursor();
        let indent = indent_here(input);
        skip_until(input, &starts, indent);
        let at = input.span_since(&start);
        Ok(broken(input.state(), at))
    })
    .boxed()
}

/// A part that is not there. While recovering that is reported and nothing is read.
pub(super) fn missing<'t, O: Default + 't>(special: Special) -> Rule<'t, O> {
    custom(move |input| {
        let found = input.peek();
        let error = SyntaxError::special(here(input), found, special);
        if !is_recovering(input) {
            return Err(error);
        }
        input.emit(error);
        Ok(O::default())
    })
    .boxed()
}

/// The end of an item; what follows it is skipped.
pub(super) fn end_of_item<'t>() -> Rule<'t, ()> {
    custom(|input| {
        let before = input.save();
        let Err(error) = input.parse(end()) else {
            return Ok(());
        };
        input.rewind(before);
        if !is_recovering(input) {
            return Err(error);
        }
        input.emit(error);
        while input.next().is_some() {}
        Ok(())
    })
    .boxed()
}

fn is_recovering(input: &mut Reader<'_, '_>) -> bool {
    input.state().layout.is_some()
}

/// Skips a token, or everything between brackets.
fn skip_unit(input: &mut Reader<'_, '_>) {
    let mut depth = 0_usize;
    while let Some(kind) = input.next() {
        if kind.closer().is_some() {
            depth += 1;
        } else if kind.is_closer() {
            depth = depth.saturating_sub(1);
        }
        if depth == 0 {
            break;
        }
    }
}

/// Skips up to a closer, or to one of `starts` where it stands first on a line that is not
/// indented more than `indent`. A keyword of a statement needs no line of its own.
fn skip_until(input: &mut Reader<'_, '_>, starts: &[K], indent: u32) {
    while let Some(kind) = input.peek() {
        let at = here(input);
        let place = input
            .state()
            .layout
            .and_then(|layout| layout.get(at).copied());
        let is_margin = place.is_some_and(|place| place.starts_line && place.indent <= indent);
        let starts_statement = matches!(kind, K::Let | K::Use | K::Assert);
        if kind.is_closer() || (starts.contains(&kind) && (is_margin || starts_statement)) {
            break;
        }
        skip_unit(input);
    }
}

fn indent_here(input: &mut Reader<'_, '_>) -> u32 {
    let at = here(input);
    let layout = input.state().layout;
    layout
        .and_then(|layout| layout.get(at))
        .map_or(0, |place| place.indent)
}

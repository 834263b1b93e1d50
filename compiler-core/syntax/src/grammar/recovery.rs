//! How a broken part is skipped without losing what stands around it.

use chumsky::prelude::*;

use super::Rule;
use crate::token::TokenKind as K;

/// `open inner close`. When recovering, a broken `inner` is skipped up to its closer, and is empty.
pub(super) fn group<'t, O: Default + 't>(open: K, inner: Rule<'t, O>) -> Rule<'t, O> {
    let close = open.closer().unwrap_or(open);
    inner.delimited_by(just(open), just(close)).boxed()
}

/// Everything up to the closing brace.
pub(super) fn until_brace<'t, O: 't>(part: Rule<'t, O>) -> Rule<'t, Vec<O>> {
    part.repeated().collect().boxed()
}

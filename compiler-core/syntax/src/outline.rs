//! Cuts a file's tokens into items, so that a broken one cannot hurt its neighbours.

use std::ops::Range;

use crate::delimiter::column_of_first;
use crate::token::{TokenKind as K, Tokens};

/// The token ranges of the items, in order; together they hold all tokens.
///
/// An item starts at a definition's first word outside of all brackets. If the brackets do not
/// match, the start of a line counts more than they do.
pub(crate) fn items(text: &str, tokens: &Tokens) -> Vec<Range<usize>> {
    let balanced = is_balanced(&tokens.kinds);
    let mut cuts = Vec::new();
    let mut depth = 0_usize;
    // Whether only attributes and `pub` have been seen of the current item.
    let mut in_prefix = false;
    for (index, kind) in tokens.kinds.iter().enumerate() {
        if kind.closer().is_some() {
            depth += 1;
        } else if kind.is_closer() {
            depth = depth.saturating_sub(1);
        }
        let at_margin = !balanced && column_of_first(text, tokens.spans[index].start) == Some(0);
        if !(depth == 0 || at_margin) || !starts_item(&tokens.kinds, index) {
            continue;
        }
        if !in_prefix {
            cuts.push(index);
            depth = 0;
        }
        in_prefix = matches!(kind, K::At | K::Pub | K::Opaque);
    }
    let first = cuts.first().copied().unwrap_or(tokens.len());
    let ends = cuts.iter().skip(1).copied().chain([tokens.len()]);
    let items = cuts
        .iter()
        .copied()
        .zip(ends)
        .map(|(start, end)| start..end);
    // What stands before the first item belongs to none.
    let stray = (first > 0).then_some(0..first);
    stray.into_iter().chain(items).collect()
}

fn starts_item(kinds: &[K], index: usize) -> bool {
    match kinds[index] {
        K::Pub | K::Import | K::Const | K::Type | K::Opaque | K::At => true,
        K::Fn => kinds.get(index + 1).is_some_and(|next| {
            next.is_keyword() || matches!(next, K::Name | K::UpName | K::DiscardName)
        }),
        _ => false,
    }
}

/// Whether every bracket has its partner.
pub(crate) fn is_balanced(kinds: &[K]) -> bool {
    let mut closers = Vec::new();
    for kind in kinds {
        if let Some(closer) = kind.closer() {
            closers.push(closer);
        } else if kind.is_closer() && closers.pop() != Some(*kind) {
            return false;
        }
    }
    closers.is_empty()
}

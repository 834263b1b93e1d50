//! Go to definition.

use camino::Utf8Path;

use super::{Place, mention_at, place_of};
use crate::position::range;
use crate::project::State;

/// Where what stands at `offset` is defined.
pub(crate) fn definition(state: &State, path: &Utf8Path, offset: u32) -> Option<Place> {
    let mention = mention_at(state, path, offset)?;
    let (path, span) = place_of(state, path, mention.definition)?;
    let (_, module) = state.module(&path)?;
    let range = range(&module.source, span);
    Some(Place { path, range })
}

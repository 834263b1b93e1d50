//! What the server can tell: one feature a file, each a function of the state.

pub(crate) mod definition;
pub(crate) mod formatting;
pub(crate) mod hover;
pub(crate) mod symbols;

use camino::{Utf8Path, Utf8PathBuf};
use compiler_core::Span;
use compiler_core::checked::{Definition, Mention};

use crate::position::Range;
use crate::project::State;

/// What hovering shows.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Hover {
    /// Markdown.
    pub(crate) text: String,
    /// What it is about.
    pub(crate) range: Range,
}

/// A range in a file.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Place {
    pub(crate) path: Utf8PathBuf,
    pub(crate) range: Range,
}

/// A definition in an outline.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Symbol {
    pub(crate) name: String,
    pub(crate) kind: SymbolKind,
    /// The whole definition.
    pub(crate) range: Range,
    /// Its name.
    pub(crate) name_range: Range,
    pub(crate) children: Vec<Symbol>,
}

/// The sorts of definitions.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum SymbolKind {
    Function,
    Constant,
    Type,
    Alias,
    Constructor,
    Field,
}

/// The name at an offset, and what it means.
fn mention_at(state: &State, path: &Utf8Path, offset: u32) -> Option<Mention> {
    let (name, _) = state.module(path)?;
    let mentions = &state.full(name)?.checked.mentions;
    let near = mentions
        .iter()
        .filter(|mention| mention.span.touches(offset));
    near.min_by_key(|mention| mention.span.end - mention.span.start)
        .copied()
}

/// Where a definition is: its module's file, and the span of its name.
fn place_of(state: &State, path: &Utf8Path, definition: Definition) -> Option<(Utf8PathBuf, Span)> {
    let (here, _) = state.module(path)?;
    let home = match definition {
        Definition::Module(module)
        | Definition::Value(module, _)
        | Definition::Type(module, _)
        | Definition::Field(module, _, _)
        | Definition::Label(module, _, _) => module,
        Definition::Local(_) => here,
    };
    let checked = &state.full(home)?.checked;
    let span = match definition {
        Definition::Module(_) => Span::new(0, 0),
        Definition::Local(local) => checked.tables.locals[local].span,
        _ => checked.definitions.get(&definition)?.name_span,
    };
    let path = &state.workspace.modules.get(&home)?.path;
    Some((path.clone(), span))
}

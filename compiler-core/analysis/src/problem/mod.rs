//! Problems: facts first, words beside them, one kind a file.

mod bits;
mod calls;
mod definitions;
mod doubtful;
mod imports;
mod names;
mod patterns;
mod records;
mod targets;
mod types;
mod unused;
mod words;

pub use bits::*;
pub use calls::*;
pub use definitions::*;
pub use doubtful::*;
pub use imports::*;
pub use names::*;
pub use patterns::*;
pub use records::*;
pub use targets::*;
pub use types::*;
pub use unused::*;
pub use words::{Kind, Words};

use report::Report;
use source::Span;

use crate::types::Ty;

/// A type or name problem.
#[derive(Debug, Clone, PartialEq)]
pub enum Problem {
    /// Names that mean nothing, or not what they should.
    Names(NamesProblem),
    /// Imports.
    Imports(ImportsProblem),
    /// Definitions that break a rule of their own.
    Definitions(DefinitionsProblem),
    /// Types that do not fit.
    Types(TypesProblem),
    /// Calls and their arguments.
    Calls(CallsProblem),
    /// Records: fields and updates.
    Records(RecordsProblem),
    /// Patterns and clauses.
    Patterns(PatternsProblem),
    /// Bit arrays.
    Bits(BitsProblem),
    /// Foreign functions and targets.
    Targets(TargetsProblem),
    /// Warnings: what nobody uses.
    Unused(UnusedProblem),
    /// Warnings: code that is likely not what was meant.
    Doubtful(DoubtfulProblem),
}

impl Problem {
    /// Where it is.
    pub fn span(&self) -> Span {
        self.kind().span()
    }

    /// Whether it is of the sorts that are only warned about.
    pub(crate) fn is_warning(&self) -> bool {
        matches!(self, Self::Unused(_) | Self::Doubtful(_))
    }

    /// Where it is, and where else.
    pub(crate) fn places(&self) -> impl Iterator<Item = Span> + '_ {
        let others = match self {
            Self::Names(it) => it.others(),
            _ => &[],
        };
        std::iter::once(self.span()).chain(others.iter().copied())
    }

    /// The name that means nothing, if that is the problem, and where else it stands.
    pub(crate) fn unknown(&mut self) -> Option<(UnknownName, &mut Vec<Span>)> {
        match self {
            Self::Names(it) => it.unknown(),
            _ => None,
        }
    }

    /// The problem in words.
    pub fn report(&self, words: &Words<'_>) -> Report {
        self.kind().report(words)
    }

    fn kind(&self) -> &dyn Kind {
        match self {
            Self::Names(it) => it.kind(),
            Self::Imports(it) => it.kind(),
            Self::Definitions(it) => it.kind(),
            Self::Types(it) => it.kind(),
            Self::Calls(it) => it.kind(),
            Self::Records(it) => it.kind(),
            Self::Patterns(it) => it.kind(),
            Self::Bits(it) => it.kind(),
            Self::Targets(it) => it.kind(),
            Self::Unused(it) => it.kind(),
            Self::Doubtful(it) => it.kind(),
        }
    }

    /// A type that was not known when the problem was noted.
    pub(crate) fn open_type(&self) -> Option<Ty> {
        match self {
            Self::Doubtful(DoubtfulProblem::Todo(todo)) => Some(todo.ty),
            _ => None,
        }
    }

    /// Sets the type that `open_type` gave, once it is known.
    pub(crate) fn close_type(&mut self, ty: Ty) {
        if let Self::Doubtful(DoubtfulProblem::Todo(todo)) = self {
            todo.ty = ty;
        }
    }
}

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

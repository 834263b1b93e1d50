//! Problems: facts first, words beside them, one kind a file.

/// A type or name problem.
#[derive(Debug, Clone, PartialEq)]
pub enum Problem {}

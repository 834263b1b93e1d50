use std::sync::Arc;

use source::{Name, Span};

use super::{Ident, PatternId, Segment};

/// A pattern.
#[derive(Debug, Clone, PartialEq)]
pub struct Pattern {
    /// From the first to the last token.
    pub span: Span,
    /// Which.
    pub kind: PatternKind,
}

/// The kinds of patterns.
#[derive(Debug, Clone, PartialEq)]
pub enum PatternKind {
    /// `x`
    Var(Ident),
    /// `_` or `_x`; the name has its underscore.
    Discard(Ident),
    /// The text as written.
    Int(Name),
    /// The text as written.
    Float(Name),
    /// The decoded text.
    String(Arc<str>),
    /// `#(a, b)`
    Tuple(Vec<PatternId>),
    /// `[a, b, ..rest]`
    List {
        /// The elements.
        items: Vec<PatternId>,
        /// What `..` takes.
        tail: Option<Tail>,
    },
    /// `module.Constructor(a, label: b, ..)`
    Constructor {
        /// The qualifier.
        module: Option<Ident>,
        /// The name.
        name: Ident,
        /// The arguments as written.
        args: Vec<PatternArg>,
        /// Where `..` stands.
        spread: Option<Span>,
        /// Whether there are parentheses.
        has_parens: bool,
    },
    /// `pattern as name`
    As {
        /// What is matched.
        pattern: PatternId,
        /// What it is called.
        name: Ident,
    },
    /// `"prefix" as name <> rest`
    StringPrefix {
        /// The decoded text.
        prefix: Arc<str>,
        /// Where it stands, with quotes.
        prefix_span: Span,
        /// The name given to the prefix.
        prefix_name: Option<Ident>,
        /// A variable or discard.
        rest: PatternId,
    },
    /// `<<a:8, rest:bits>>`
    BitArray(Vec<Segment<PatternId>>),
    /// Could not be parsed.
    Error,
}

/// The `..rest` of a list pattern.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Tail {
    /// From `..` to the last token.
    pub span: Span,
    /// A variable or discard; nothing for a bare `..`.
    pub pattern: Option<PatternId>,
}

/// An argument of a constructor pattern.
#[derive(Debug, Clone, PartialEq)]
pub struct PatternArg {
    /// From the first to the last token.
    pub span: Span,
    /// The label.
    pub label: Option<Ident>,
    /// The pattern; for `label:` a variable with the label's name and span.
    pub pattern: PatternId,
    /// Whether it was written `label:`.
    pub shorthand: bool,
}

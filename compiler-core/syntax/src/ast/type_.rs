use source::Span;

use super::{Ident, TypeId};

/// A type annotation.
#[derive(Debug, Clone, PartialEq)]
pub struct Type {
    /// From the first to the last token.
    pub span: Span,
    /// Which.
    pub kind: TypeKind,
}

/// The kinds of type annotations.
#[derive(Debug, Clone, PartialEq)]
pub enum TypeKind {
    /// `module.Name(args)`
    Named {
        /// The qualifier.
        module: Option<Ident>,
        /// The name.
        name: Ident,
        /// The arguments.
        args: Vec<TypeId>,
        /// Whether there are parentheses.
        has_parens: bool,
    },
    /// `a`
    Variable(Ident),
    /// `#(a, b)`
    Tuple(Vec<TypeId>),
    /// `fn(a) -> b`
    Fn {
        /// The parameters.
        params: Vec<TypeId>,
        /// The result.
        result: TypeId,
    },
    /// `_` or `_x`
    Hole(Ident),
    /// Could not be parsed.
    Error,
}

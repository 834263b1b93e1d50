//! The tree: built once by the grammar, never rewritten. Later phases keep side tables by node id.

mod expr;
mod item;
mod pattern;
mod type_;

pub use expr::{
    Arg, BinaryOp, Case, Clause, Endianness, Expr, ExprKind, Lambda, Let, LetAssert, Segment,
    SegmentOption, SegmentOptionKind, Stmt, Use, UseParam,
};
pub use item::{
    Alias, Attribute, AttributeKind, Const, CustomType, Docs, Function, Import, Item, ItemKind,
    Param, Publicity, Target, Unqualified, Variant, VariantField,
};
pub use pattern::{Pattern, PatternArg, PatternKind, Tail};
pub use type_::{Type, TypeKind};

use std::collections::BTreeSet;

use source::{Arena, Id, Name, Span};

/// An expression of [`Module::exprs`].
pub type ExprId = Id<Expr>;
/// A pattern of [`Module::patterns`].
pub type PatternId = Id<Pattern>;
/// A type annotation of [`Module::types`].
pub type TypeId = Id<Type>;

/// A module as written, in the order of the file.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Module {
    /// The text of the `////` comments, without the slashes, lines joined by `\n`; empty if none.
    pub docs: String,
    /// The definitions and imports.
    pub items: Vec<Item>,
    /// All expressions.
    pub exprs: Arena<Expr>,
    /// All patterns, the names of parameters included.
    pub patterns: Arena<Pattern>,
    /// All type annotations.
    pub types: Arena<Type>,
    /// Names of definitions and imports of which not all is known because of syntax errors, and
    /// [`BROKEN_DEFINITION`] and [`BROKEN_IMPORT`].
    pub broken: BTreeSet<Name>,
}

/// Stands for the name of a definition whose name is not to be found.
pub const BROKEN_DEFINITION: &str = "";
/// Stands for what an import with a syntax error may bring.
pub const BROKEN_IMPORT: &str = "import";

/// A name and where it stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Ident {
    /// The text; for imports the whole path (`gleam/list`).
    pub name: Name,
    /// Where.
    pub span: Span,
}

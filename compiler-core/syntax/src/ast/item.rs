use std::sync::Arc;

use source::Span;

use super::{ExprId, Ident, PatternId, Stmt, TypeId};

/// One import or definition with what stands before it.
#[derive(Debug, Clone, PartialEq)]
pub struct Item {
    /// From the first attribute or `pub` to the last token.
    pub span: Span,
    /// The same without the attributes.
    pub definition: Span,
    /// The known attributes, in order.
    pub attributes: Vec<Attribute>,
    /// The `///` comment that belongs to it.
    pub docs: Option<Docs>,
    /// `pub` or not.
    pub publicity: Publicity,
    /// What it defines.
    pub kind: ItemKind,
}

impl Item {
    /// Whether `target` has it.
    pub fn is_for(&self, target: Target) -> bool {
        let mut attributes = self.attributes.iter();
        attributes.all(|attribute| match &attribute.kind {
            AttributeKind::Target { target: only, .. } => *only == target,
            _ => true,
        })
    }

    /// What tells the item from others: from `pub` or the first word to the end of the name, of the
    /// parameters or of the result's type; all of an import.
    pub fn head(&self) -> Span {
        let end = match &self.kind {
            ItemKind::Const(constant) => constant.name.span.end,
            ItemKind::Function(function) => function.head.end,
            ItemKind::CustomType(custom) => custom.head.end,
            ItemKind::Alias(alias) => alias.name.span.end,
            ItemKind::Import(_) | ItemKind::Error => self.definition.end,
        };
        Span::new(self.definition.start, end)
    }
}

/// Documentation: the text after the slashes, lines joined by `\n`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Docs {
    /// The text; each line as it stands after `///`, its leading space kept.
    pub text: String,
    /// From the first slash to the end of the last line.
    pub span: Span,
}

/// Who may see a definition. `@internal` is an attribute.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Publicity {
    /// This module.
    Private,
    /// All modules; the span is that of `pub`.
    Public(Span),
}

/// The kinds of items.
#[derive(Debug, Clone, PartialEq)]
pub enum ItemKind {
    /// `import a/b.{c} as d`
    Import(Import),
    /// `const a = 1`
    Const(Const),
    /// `fn f(x) { x }`
    Function(Function),
    /// `type T { A B(Int) }`, or without constructors
    CustomType(CustomType),
    /// `type T = Int`
    Alias(Alias),
    /// Could not be parsed.
    Error,
}

/// `@name(…)`
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Attribute {
    /// From `@` to the last token.
    pub span: Span,
    /// Which.
    pub kind: AttributeKind,
}

/// The attributes there are.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum AttributeKind {
    /// `@external(erlang, "module", "function")`
    External {
        /// For which target.
        target: Target,
        /// The decoded string, and its span with quotes.
        module: (Arc<str>, Span),
        /// The decoded string, and its span with quotes.
        function: (Arc<str>, Span),
    },
    /// `@target(erlang)`; `shorthand` is where the deprecated `erl` or `js` stands.
    Target {
        /// The target named.
        target: Target,
        /// Whether it was written `erl` or `js`.
        shorthand: Option<Span>,
    },
    /// `@deprecated("use x")`
    Deprecated(Arc<str>),
    /// `@internal`
    Internal,
}

/// What we compile for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Target {
    /// The BEAM.
    Erlang,
    /// JavaScript.
    JavaScript,
}

/// `import path.{items} as alias`
#[derive(Debug, Clone, PartialEq)]
pub struct Import {
    /// The whole path.
    pub module: Ident,
    /// The name after `as`; it begins with `_` when discarded.
    pub alias: Option<Ident>,
    /// From `as` to that name.
    pub alias_span: Option<Span>,
    /// What stands in braces.
    pub unqualified: Vec<Unqualified>,
    /// From `{` to `}`, if there are braces.
    pub unqualified_span: Option<Span>,
}

/// One entry of an import's braces.
#[derive(Debug, Clone, PartialEq)]
pub struct Unqualified {
    /// From the first to the last token.
    pub span: Span,
    /// Whether `type` stands before it.
    pub is_type: bool,
    /// The name in the other module.
    pub name: Ident,
    /// The name here, when given.
    pub alias: Option<Ident>,
}

/// `const name: annotation = value`
#[derive(Debug, Clone, PartialEq)]
pub struct Const {
    /// The name.
    pub name: Ident,
    /// The type written.
    pub annotation: Option<TypeId>,
    /// An expression; which kinds are allowed is checked later.
    pub value: ExprId,
}

/// `fn name(params) -> return_type { body }`
#[derive(Debug, Clone, PartialEq)]
pub struct Function {
    /// The name.
    pub name: Ident,
    /// The parameters.
    pub params: Vec<Param>,
    /// The type after `->`.
    pub return_type: Option<TypeId>,
    /// The statements; none at all when there are no braces.
    pub body: Option<Vec<Stmt>>,
    /// From `fn` to the end of the head (return type or `)`).
    pub head: Span,
    /// The last token, `}`, or the end of the head.
    pub end: u32,
}

/// `label name: annotation`
#[derive(Debug, Clone, PartialEq)]
pub struct Param {
    /// From the first to the last token.
    pub span: Span,
    /// The label for callers.
    pub label: Option<Ident>,
    /// A variable or a discard.
    pub pattern: PatternId,
    /// The type written.
    pub annotation: Option<TypeId>,
}

/// `type Name(parameters) { variants }`
#[derive(Debug, Clone, PartialEq)]
pub struct CustomType {
    /// The name.
    pub name: Ident,
    /// The type parameters.
    pub parameters: Vec<Ident>,
    /// Where `opaque` stands.
    pub opaque: Option<Span>,
    /// The constructors, in order.
    pub variants: Vec<Variant>,
    /// From `type` to the end of the parameters.
    pub head: Span,
}

/// One constructor.
#[derive(Debug, Clone, PartialEq)]
pub struct Variant {
    /// From the name to the last token.
    pub span: Span,
    /// Its documentation.
    pub docs: Option<Docs>,
    /// Only `@deprecated` is allowed.
    pub attributes: Vec<Attribute>,
    /// The name.
    pub name: Ident,
    /// The fields, in order.
    pub fields: Vec<VariantField>,
}

/// `label: type`
#[derive(Debug, Clone, PartialEq)]
pub struct VariantField {
    /// From the first to the last token.
    pub span: Span,
    /// Its documentation.
    pub docs: Option<Docs>,
    /// The label.
    pub label: Option<Ident>,
    /// The type.
    pub annotation: TypeId,
}

/// `type Name(parameters) = type`
#[derive(Debug, Clone, PartialEq)]
pub struct Alias {
    /// The name.
    pub name: Ident,
    /// The type parameters.
    pub parameters: Vec<Ident>,
    /// What it stands for.
    pub aliased: TypeId,
}

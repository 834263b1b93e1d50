//! What checking finds out: side tables over the tree.

use std::collections::BTreeMap;
use std::sync::Arc;

use source::{Arena, Id, Name, Span, Table};
use syntax::ast::{self, ExprId, PatternId};

use crate::interface::{ConstValue, ConstructorRef, Interface, LookedAt, SegmentKind, Template};
use crate::patterns::Tree;
use crate::problem::Problem;
use crate::types::{Spelling, Ty, TypeStore};

/// A checked module. Complete for every node: what is broken has [`Ty::ERROR`].
#[derive(Debug, Clone)]
pub struct Checked {
    /// The package it belongs to.
    pub package: Name,
    /// `wibble/wobble`
    pub module: Name,
    /// What was found out about each node.
    pub tables: Tables,
    /// Functions, by their index in [`ast::Module::items`]; those of the other target are absent.
    pub functions: BTreeMap<usize, FunctionInfo>,
    /// Constants, by their index in the items.
    pub constants: BTreeMap<usize, ConstantInfo>,
    /// The order in which constants can be initialised.
    pub constant_order: Vec<usize>,
    /// Custom types (not aliases), by their index in the items.
    pub custom_types: BTreeMap<usize, TypeInfo>,
    /// What importers may depend on.
    pub interface: Interface,
    /// Templates of functions that the module mentions, by module and name.
    pub templates: BTreeMap<(Name, Name), Template>,
    /// Where things are defined and what their documentation says: for editors.
    pub definitions: BTreeMap<Definition, DefinitionInfo>,
    /// Every mention of a name, in source order: for editors.
    pub mentions: Vec<Mention>,
    /// How the module writes the names of types and constructors.
    pub spelling: Spelling,
    /// What was looked at in other modules.
    pub looked_at: LookedAt,
    /// Errors and warnings, by position.
    pub problems: Vec<Problem>,
}

/// Side tables.
#[derive(Debug, Clone)]
pub struct Tables {
    /// What the types mean.
    pub types: TypeStore,
    /// The names that the source gives to `Generic`s of functions and constants. Within a module
    /// no two definitions share the number of a `Generic`, but for the parameters of custom types.
    pub type_names: BTreeMap<u32, Name>,
    /// The type of each expression. The expression after `<-` of a `use` has the type of the
    /// whole call if it is a call, as has a step of a pipeline that is [`PipeStep::Insert`] or
    /// [`PipeStep::Capture`]; other steps have the type of the function they give.
    pub expr_types: Table<ast::Expr, Ty>,
    /// The type of the value that each pattern matches.
    pub pattern_types: Table<ast::Pattern, Ty>,
    /// The type that each annotation stands for.
    pub annotation_types: Table<ast::Type, Ty>,
    /// What names mean.
    pub resolutions: Table<ast::Expr, Resolution>,
    /// What patterns bind and which constructors they name.
    pub patterns: Table<ast::Pattern, PatternResolution>,
    /// All local variables.
    pub locals: Arena<Local>,
    /// How the arguments of each call (and of the calls in pipelines and `use`) are ordered.
    pub calls: BTreeMap<ExprId, CallPlan>,
    /// Where each field of a record update comes from.
    pub updates: BTreeMap<ExprId, UpdatePlan>,
    /// For each pipeline, what its second, third … expression does.
    pub pipelines: BTreeMap<ExprId, Vec<PipeStep>>,
    /// Layout of bit array segments, by the id of the segment's value.
    pub built_segments: BTreeMap<ExprId, SegmentLayout>,
    /// Layout of bit array pattern segments, by the id of the segment's pattern.
    pub matched_segments: BTreeMap<PatternId, SegmentLayout>,
    /// Decision trees, by what matches.
    pub trees: BTreeMap<MatchSite, Tree>,
}

/// A local variable.
pub type LocalId = Id<Local>;

/// A variable that a parameter, `let`, `use` or pattern binds.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Local {
    /// Its name.
    pub name: Name,
    /// Where it is bound first (alternatives of a clause share one variable).
    pub span: Span,
    /// Its type.
    pub ty: Ty,
}

/// What an expression that is a name means. Others are [`Resolution::None`].
#[derive(Debug, Clone, PartialEq)]
pub enum Resolution {
    /// Not a name, or unknown (then a problem says so).
    None,
    /// A variable.
    Local(LocalId),
    /// A module function.
    Function {
        /// The package of the module.
        package: Name,
        /// The module.
        module: Name,
        /// The function.
        name: Name,
        /// How many parameters it has.
        arity: u32,
        /// The foreign function that it stands for on this target: module and name.
        external: Option<(Arc<str>, Arc<str>)>,
        /// Whether it has a Gleam body or a public wrapper that can be referred to.
        public: bool,
    },
    /// A module constant.
    Constant {
        /// The package of the module.
        package: Name,
        /// The module.
        module: Name,
        /// The constant.
        name: Name,
        /// Its value.
        value: Arc<ConstValue>,
    },
    /// A constructor; a value itself if it has no fields.
    Constructor(ConstructorRef),
    /// `record.label`
    RecordField {
        /// Position among the fields.
        index: u32,
        /// The label.
        label: Name,
    },
    /// The module before a dot.
    Module(Name),
}

/// What a pattern binds or names. Others are [`PatternResolution::None`].
#[derive(Debug, Clone, PartialEq)]
pub enum PatternResolution {
    /// Neither.
    None,
    /// A variable (`x`) or the name of an `as`.
    Local(LocalId),
    /// A string prefix with a name.
    PrefixName(LocalId),
    /// A constructor; one entry for each field, absent where `..` stands for it.
    Constructor {
        /// Which.
        constructor: ConstructorRef,
        /// The pattern of each field.
        fields: Vec<Option<PatternId>>,
    },
}

/// The order of a call's arguments: `order[i]` says which argument, as written, parameter `i`
/// takes. In a pipeline or `use` the implicit argument has the index after the written ones.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CallPlan {
    /// As long as there are parameters.
    pub order: Vec<u32>,
}

/// Where each field of the new record comes from.
#[derive(Debug, Clone, PartialEq)]
pub struct UpdatePlan {
    /// The constructor.
    pub constructor: ConstructorRef,
    /// For each field, the index of the written argument, or none to copy from the base.
    pub fields: Vec<Option<u32>>,
}

/// What a step of a pipeline does with the value before it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PipeStep {
    /// The step is a function: `step(value)`.
    Apply,
    /// The step is a call `f(a, b)`: `f(value, a, b)`, in the order of its [`CallPlan`].
    Insert,
    /// The step is a call that returns a function: `f(a, b)(value)`.
    ApplyResult,
    /// The step is a capture: its hole takes the value, in the order of its [`CallPlan`].
    Capture,
    /// `echo`
    Echo,
}

/// How a segment of a bit array is laid out, defaults filled in.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct SegmentLayout {
    /// How it is encoded.
    pub kind: SegmentKind,
    /// How many units, if not the natural size.
    pub size: SegmentSize,
    /// Bits in a unit.
    pub unit: u32,
}

/// How many units a segment has.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum SegmentSize {
    /// The natural size: of a string, code point, or the (rest of the) bit array.
    Natural,
    /// The default of the type: 8 for `int`, 64 for `float`.
    Fixed(u32),
    /// As written.
    Expr(ExprId),
}

/// Something that matches patterns.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum MatchSite {
    /// A `case`.
    Case(ExprId),
    /// The pattern of a `let`, `let assert` or `use`; absent for plain variables and discards.
    Binding(PatternId),
}

/// A function.
#[expect(
    clippy::struct_excessive_bools,
    reason = "independent facts, each with a name"
)]
#[derive(Debug, Clone, PartialEq)]
pub struct FunctionInfo {
    /// Its generalised type.
    pub ty: Ty,
    /// The foreign function that it stands for on this target.
    pub external: Option<(Arc<str>, Arc<str>)>,
    /// Whether this target can run it.
    pub supported: bool,
    /// Whether anything public reaches it.
    pub used: bool,
    /// Whether a public constant mentions it, so that it must be visible to others.
    pub in_public_constant: bool,
    /// Whether it is `@internal`.
    pub internal: bool,
    /// The message of `@deprecated`.
    pub deprecated: Option<Arc<str>>,
}

/// A constant.
#[derive(Debug, Clone, PartialEq)]
pub struct ConstantInfo {
    /// Its generalised type.
    pub ty: Ty,
    /// Its value.
    pub value: Arc<ConstValue>,
    /// Whether this target can use it.
    pub supported: bool,
    /// Whether anything public reaches it.
    pub used: bool,
}

/// A custom type, in the terms of this module's store.
#[derive(Debug, Clone, PartialEq)]
pub struct TypeInfo {
    /// For each variant, label and type of each field.
    pub variants: Vec<Vec<(Option<Name>, Ty)>>,
    /// For types without constructors: `@external` of this target, as (module, type).
    pub external: Option<(Arc<str>, Arc<str>)>,
    /// Whether it is `@internal`.
    pub internal: bool,
}

/// Something that a name can mean.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Definition {
    /// A module.
    Module(Name),
    /// A function, constant or constructor of a module.
    Value(Name, Name),
    /// A type or alias of a module.
    Type(Name, Name),
    /// A field label of a type: module, type, label.
    Field(Name, Name, Name),
    /// A parameter's label of a function: module, function, label.
    Label(Name, Name, Name),
    /// A local variable of this module.
    Local(LocalId),
}

/// Where something is defined.
#[derive(Debug, Clone, PartialEq)]
pub struct DefinitionInfo {
    /// Its name there.
    pub name_span: Span,
    /// The whole definition.
    pub span: Span,
    /// Documentation, or empty.
    pub docs: String,
    /// Its type, if it is a value; a type's or module's is [`Ty::ERROR`].
    pub ty: Ty,
}

/// A name in the source and what it means.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Mention {
    /// Where.
    pub span: Span,
    /// What it means.
    pub definition: Definition,
}

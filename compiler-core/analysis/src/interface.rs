//! A module's public face: all that importers may depend on.
//!
//! It holds no spans, no documentation and no private definitions, so that equal interfaces mean
//! that importers need not be checked again.

mod stored;

pub use stored::each_mention;

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use serde::{Deserialize, Serialize};
use source::{Deep, Name};

use crate::types::{Ty, TypeStore};

/// The public face of one module, for one target.
///
/// The values of constants share those of the constants that they mention; what is stored holds each
/// once (see [`stored`]).
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(from = "stored::Stored", into = "stored::Stored")]
pub struct Interface {
    /// The package it belongs to; empty for the prelude.
    pub package: Name,
    /// `wibble/wobble`
    pub module: Name,
    /// Whether the module is internal to its package.
    pub internal: bool,
    /// What the types here mean.
    pub types: TypeStore,
    /// Public and internal custom types.
    pub custom_types: BTreeMap<Name, TypeDefinition>,
    /// Public and internal type aliases.
    pub aliases: BTreeMap<Name, AliasDefinition>,
    /// Public and internal functions, constants, and constructors of types that are not opaque.
    pub values: BTreeMap<Name, ValueDefinition>,
    /// Constructors of opaque types, which constants and guards of importers can name.
    pub opaque_constructors: BTreeMap<Name, ValueDefinition>,
    /// Names of private types and values, and of opaque constructors: only to say "it is private".
    pub private: BTreeSet<Name>,
    /// Names of definitions of which not all is known because of syntax errors; the empty name
    /// stands for one whose name is not to be found.
    pub broken: BTreeSet<Name>,
    /// Functions that can be written out in place of their calls, where calls take stack.
    pub templates: BTreeMap<Name, Template>,
}

/// A function that looks at the constructor of one argument and then, at most, calls others.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Template {
    /// The names of its parameters.
    pub params: Vec<Name>,
    /// The parameter that it looks at.
    pub subject: u32,
    /// The first arm that fits is taken.
    pub arms: Vec<TemplateArm>,
}

/// What a [`Template`] does.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct TemplateArm {
    /// For which constructor; absent for any.
    pub constructor: Option<ConstructorRef>,
    /// The value.
    pub body: TemplateExpr,
}

/// An expression of a [`Template`]; operands are evaluated in order.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub enum TemplateExpr {
    /// An argument.
    Param(u32),
    /// A field of the constructor that fitted.
    Field(u32),
    /// Text.
    String(Arc<str>),
    /// A record.
    Construct(ConstructorRef, Vec<TemplateExpr>),
    /// `#(…)`
    Tuple(Vec<TemplateExpr>),
    /// `[…]`
    List(Vec<TemplateExpr>),
    /// A call of an argument.
    Call {
        /// The parameter.
        callee: u32,
        /// What it is called with.
        args: Vec<TemplateExpr>,
    },
}

/// A custom type.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct TypeDefinition {
    /// Its parameters' names; they are `Generic(0)`, `Generic(1)` … in the fields.
    pub parameters: Vec<Name>,
    /// Whether it is `@internal`.
    pub internal: bool,
    /// Whether its constructors are hidden; then `variants` is empty.
    pub opaque: bool,
    /// Its constructors in order; empty for opaque and external types.
    pub variants: Vec<VariantDefinition>,
    /// The message of `@deprecated`.
    pub deprecated: Option<Arc<str>>,
}

/// A constructor.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct VariantDefinition {
    /// Its name.
    pub name: Name,
    /// Its fields in order.
    pub fields: Vec<FieldDefinition>,
    /// The message of `@deprecated`.
    pub deprecated: Option<Arc<str>>,
}

/// A field of a constructor.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
pub struct FieldDefinition {
    /// The label.
    pub label: Option<Name>,
    /// The type, in terms of the type's parameters.
    pub ty: Ty,
}

/// A type alias, fully expanded.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct AliasDefinition {
    /// Its parameters' names; they are `Generic(0)`, `Generic(1)` … in the type.
    pub parameters: Vec<Name>,
    /// Whether it is `@internal`.
    pub internal: bool,
    /// What it stands for.
    pub aliased: Ty,
    /// The message of `@deprecated`.
    pub deprecated: Option<Arc<str>>,
}

/// A function, constant or constructor.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct ValueDefinition {
    /// Its type; its `Generic`s are quantified.
    pub ty: Ty,
    /// Whether it is `@internal`.
    pub internal: bool,
    /// Which sort of value.
    pub kind: ValueKind,
    /// The message of `@deprecated`.
    pub deprecated: Option<Arc<str>>,
}

/// The sorts of module values.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub enum ValueKind {
    /// A function.
    Function {
        /// The label of each parameter.
        labels: Vec<Option<Name>>,
        /// The foreign function that it stands for on this target: module and name.
        external: Option<(Arc<str>, Arc<str>)>,
        /// Where it can run.
        implementations: Implementations,
        /// What calling it may do.
        purity: Purity,
    },
    /// A constant.
    Constant {
        /// Its value: uses are inlined where the target is Erlang.
        value: ConstValue,
        /// Where it can be used.
        implementations: Implementations,
    },
    /// A constructor.
    Constructor(ConstructorRef),
}

/// A constructor, wherever it is defined.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ConstructorRef {
    /// The package of the module; empty for the prelude.
    pub package: Name,
    /// Where its type is defined; `gleam` for the prelude.
    pub module: Name,
    /// The name of its type.
    pub type_name: Name,
    /// Its own name.
    pub name: Name,
    /// Position among the type's variants.
    pub index: u32,
    /// How many variants the type has.
    pub variants: u32,
    /// The label of each field.
    pub fields: Vec<Option<Name>>,
}

/// On which targets something has a meaning.
#[expect(
    clippy::struct_excessive_bools,
    reason = "independent facts, each with a name"
)]
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Implementations {
    /// It has a Gleam body all of whose parts have meaning everywhere.
    pub gleam: bool,
    /// It runs on the BEAM.
    pub can_run_on_erlang: bool,
    /// It runs on JavaScript.
    pub can_run_on_javascript: bool,
    /// It, or something it uses, is foreign on the BEAM.
    pub uses_erlang_externals: bool,
    /// It, or something it uses, is foreign on JavaScript.
    pub uses_javascript_externals: bool,
}

/// What evaluating a call may do; only warnings depend on it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum Purity {
    /// Nothing but compute.
    Pure,
    /// Foreign, but of the standard library and known to only compute.
    TrustedPure,
    /// It has effects.
    Impure,
    /// It calls values that nobody knows.
    Unknown,
}

/// The value of a constant, with every name resolved, labels in order and updates expanded.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub enum ConstValue {
    /// Decimal digits, possibly with a leading `-`.
    Int(Name),
    /// The text as written, underscores removed.
    Float(Name),
    /// The decoded text.
    String(Arc<str>),
    /// `#(…)`
    Tuple(Deep<Vec<ConstValue>>),
    /// `[…, ..tail]`
    List(Deep<Vec<ConstValue>>, Deep<Option<Box<ConstValue>>>),
    /// `<<…>>`
    BitArray(Deep<Vec<ConstSegment>>),
    /// A record.
    Construct(ConstructorRef, Deep<Vec<ConstValue>>),
    /// A constructor with fields as a function.
    Constructor(ConstructorRef),
    /// A module function as a value.
    Function {
        /// The package of the module.
        package: Name,
        /// The module.
        module: Name,
        /// The function.
        name: Name,
        /// How many arguments it takes.
        arity: u32,
        /// The foreign function that it stands for on this target.
        external: Option<(Arc<str>, Arc<str>)>,
    },
    /// Another constant.
    Constant {
        /// The package of the module.
        package: Name,
        /// The module.
        module: Name,
        /// The constant.
        name: Name,
        /// Its value.
        value: Deep<Arc<ConstValue>>,
    },
    /// `a <> b`
    Concat(Deep<Box<ConstValue>>, Deep<Box<ConstValue>>),
    /// Broken.
    #[default]
    Error,
}

/// A segment of a constant bit array.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct ConstSegment {
    /// The value.
    pub value: ConstValue,
    /// How it is written.
    pub kind: SegmentKind,
    /// How many units.
    pub size: Option<u32>,
    /// Bits in a unit.
    pub unit: u32,
}

/// How a segment of a bit array is encoded.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum SegmentKind {
    /// An integer.
    Int {
        /// Two's complement when matched.
        signed: bool,
        /// Byte order.
        endianness: Endianness,
    },
    /// An IEEE float.
    Float {
        /// Byte order.
        endianness: Endianness,
    },
    /// Bits; `bytes` is the same with a unit of 8.
    Bits,
    /// A string, or a code point.
    Utf {
        /// 8, 16 or 32.
        width: u8,
        /// Byte order of the wider ones.
        endianness: Endianness,
        /// Whether the value is a `UtfCodepoint` rather than a string.
        codepoint: bool,
    },
}

/// Byte order.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum Endianness {
    /// Most significant byte first.
    Big,
    /// Least significant byte first.
    Little,
    /// That of the machine.
    Native,
}

/// A part of an interface, as small as checking looks at one.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Part {
    /// What the name of a type means, if anything, as far as writing it goes: an alias, or which
    /// parameters a custom type has.
    TypeName(Name),
    /// The constructors of a custom type.
    Type(Name),
    /// What the name of a function, constant or constructor means, if anything.
    Value(Name),
    /// All of it, as a message that proposes another name does.
    Whole,
}

/// What checking a module looked at in others.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct LookedAt {
    /// The parts, by module. That a module is there, and to what package it belongs, is always one.
    pub parts: BTreeMap<Name, BTreeSet<Part>>,
    /// Whether it asked for the names of all modules.
    pub names: bool,
}

/// Access to the interfaces of every module that this one can see, directly or through others.
pub trait Interfaces {
    /// The interface of a module, by its full path.
    fn get(&self, module: Name) -> Option<&Interface>;

    /// The paths of all modules that an `import` could name, for suggestions.
    fn modules(&self) -> Vec<Name>;
}

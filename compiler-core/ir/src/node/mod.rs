//! The nodes.
//!
//! Expressions, decisions and locals live in arenas of their [`Module`]. Evaluation order is the
//! order of fields and list elements here. Every [`Local`] is bound once, and a use stands inside
//! the scope of its binding.

mod decision;
mod raise;

pub use decision::{Branch, Decision, MatchSegment, SegmentLiteral, Test};
pub use raise::{Asserted, AssertedValue, Raise, RaiseKind};

use std::collections::BTreeSet;
use std::sync::Arc;

pub use analysis::interface::{ConstructorRef, Endianness, SegmentKind};
use source::{Arena, Id, LineIndex, Name, Span};
pub use syntax::ast::Target;

use crate::{Ty, TypeStore};

/// An expression of [`Module::exprs`].
pub type ExprId = Id<Expr>;
/// A decision of [`Module::decisions`].
pub type DecisionId = Id<Decision>;
/// A local variable of [`Module::locals`].
pub type LocalId = Id<Local>;

/// A module, lowered for one target.
#[derive(Debug, Clone)]
pub struct Module {
    /// `wibble/wobble`
    pub name: Name,
    /// The package it belongs to.
    pub package: Name,
    /// The file, relative to its package: `src/wibble/wobble.gleam`.
    pub source_path: Arc<str>,
    /// The lines of that file, for error values and debug information.
    pub lines: LineIndex,
    /// What it was lowered for.
    pub target: Target,
    /// The module's documentation (`////`), or empty.
    pub docs: String,
    /// Whether tools should hide the module.
    pub internal: bool,
    /// Its custom types, in source order.
    pub types: Vec<CustomType>,
    /// Its public type aliases, by name.
    pub aliases: Vec<Alias>,
    /// Its constants, those that others refer to first (JavaScript initialises them in order).
    /// Where the target is Erlang, uses are inlined and this list is only for documentation.
    pub constants: Vec<Constant>,
    /// The functions to generate, in source order: those that the target supports and that are
    /// public or used.
    pub functions: Vec<Function>,
    /// Modules whose functions, constants or constructors are mentioned: (package, module).
    pub imports: BTreeSet<(Name, Name)>,
    /// All expressions.
    pub exprs: Arena<Expr>,
    /// All decisions.
    pub decisions: Arena<Decision>,
    /// All local variables.
    pub locals: Arena<Local>,
    /// Calls of functions by themselves, each the value of a `let` among the last expressions of its
    /// function, behind which the function does not call itself again: a loop can keep the rest for
    /// later. Lowering names none.
    pub suspending: BTreeSet<ExprId>,
    /// What the [`Ty`]s of this module mean.
    pub type_store: TypeStore,
}

/// A variable: parameters, `let`s, pattern variables, and temporaries that lowering adds.
#[derive(Debug, Clone, PartialEq)]
pub struct Local {
    /// The name in the source, or a describing one (`_pipe`, `_record`); not unique.
    pub name: Name,
    /// Its type.
    pub ty: Ty,
}

/// A custom type.
#[derive(Debug, Clone, PartialEq)]
pub struct CustomType {
    /// Its name.
    pub name: Name,
    /// Whether other modules may name it.
    pub public: bool,
    /// Whether its constructors are private to the module.
    pub opaque: bool,
    /// How many type parameters it has, with their names.
    pub parameters: Vec<Name>,
    /// Its constructors in order; none for external types.
    pub variants: Vec<Variant>,
    /// Documentation, or empty.
    pub docs: String,
    /// For types without constructors: `@external` of this target, as (module, type).
    pub external: Option<(Arc<str>, Arc<str>)>,
    /// Whether foreign functions of the module take or give it: its values may be anything.
    pub foreign: bool,
    /// Whether a public constant of the module has such values: others see how they are made.
    pub inlined: bool,
}

/// A constructor.
#[derive(Debug, Clone, PartialEq)]
pub struct Variant {
    /// Its name.
    pub name: Name,
    /// Label and type of each field.
    pub fields: Vec<Field>,
    /// Documentation, or empty.
    pub docs: String,
}

/// A field of a constructor.
#[derive(Debug, Clone, PartialEq)]
pub struct Field {
    /// The label, if it has one.
    pub label: Option<Name>,
    /// Its type, in terms of `Generic(n)` for the type's `n`th parameter.
    pub ty: Ty,
}

/// A type alias.
#[derive(Debug, Clone, PartialEq)]
pub struct Alias {
    /// Its name.
    pub name: Name,
    /// The names of its parameters.
    pub parameters: Vec<Name>,
    /// What it stands for, in terms of `Generic(n)` for the `n`th parameter.
    pub aliased: Ty,
    /// Documentation, or empty.
    pub docs: String,
}

/// A module constant.
#[derive(Debug, Clone, PartialEq)]
pub struct Constant {
    /// Its name.
    pub name: Name,
    /// Whether others may use it.
    pub public: bool,
    /// Its value.
    pub value: ExprId,
    /// Its type.
    pub ty: Ty,
    /// Documentation, or empty.
    pub docs: String,
    /// Where its name stands.
    pub span: Span,
}

/// A module function.
#[derive(Debug, Clone, PartialEq)]
pub struct Function {
    /// Its name.
    pub name: Name,
    /// Whether others may call it. Private functions that a public constant mentions count.
    pub public: bool,
    /// The parameters; discarded ones have a local too.
    pub params: Vec<LocalId>,
    /// What it does.
    pub body: FunctionBody,
    /// Its type, with `Generic`s.
    pub ty: Ty,
    /// Documentation, or empty.
    pub docs: String,
    /// Whether tools should hide it.
    pub internal: bool,
    /// The message of `@deprecated`.
    pub deprecated: Option<Arc<str>>,
    /// The head of the definition.
    pub span: Span,
}

/// What a function does.
#[derive(Debug, Clone, PartialEq)]
pub enum FunctionBody {
    /// Evaluates an expression.
    Gleam(ExprId),
    /// Calls a foreign function of this target with the same arguments.
    External {
        /// An Erlang module, or what a JavaScript `import` takes.
        module: Arc<str>,
        /// The function there.
        function: Arc<str>,
    },
}

/// An expression.
#[derive(Debug, Clone, PartialEq)]
pub struct Expr {
    /// Where it comes from.
    pub span: Span,
    /// Which.
    pub kind: ExprKind,
}

/// The kinds of expressions.
#[derive(Debug, Clone, PartialEq)]
pub enum ExprKind {
    /// Decimal digits, possibly with a leading `-`; any size.
    Int(Name),
    /// A number that is not NaN or infinite; keeps the sign of zero.
    Float(f64),
    /// UTF-8 text.
    String(Arc<str>),
    /// The value of a variable.
    Local(LocalId),
    /// A module function as a value.
    FunctionValue(FunctionRef),
    /// A module constant; does not occur when the target is Erlang.
    Constant {
        /// The package of the module.
        package: Name,
        /// The module.
        module: Name,
        /// The constant.
        name: Name,
    },
    /// A constructor with fields as a function value.
    ConstructorValue(ConstructorRef),
    /// A direct call of a module function or foreign function.
    CallFunction {
        /// Which.
        function: FunctionRef,
        /// As many as it takes.
        args: Vec<ExprId>,
    },
    /// A call of a function value.
    CallValue {
        /// The function; evaluated first.
        callee: ExprId,
        /// The arguments.
        args: Vec<ExprId>,
    },
    /// A record of a custom or prelude type; no arguments for constructors without fields
    /// (`True`, `Nil`, `None`).
    Construct {
        /// Which.
        constructor: ConstructorRef,
        /// As many as it has fields.
        args: Vec<ExprId>,
    },
    /// `#(a, b)`
    Tuple(Vec<ExprId>),
    /// `[a, b, ..tail]`
    List {
        /// The elements.
        items: Vec<ExprId>,
        /// The rest; the empty list if absent.
        tail: Option<ExprId>,
    },
    /// `<<…>>`
    BitArray(Vec<BuildSegment>),
    /// A field of a record that has it at `index`, whichever its variant.
    RecordField {
        /// The record.
        record: ExprId,
        /// Position among the fields, from 0.
        index: u32,
        /// The label, if the field has one (JavaScript's property name).
        label: Option<Name>,
    },
    /// An element of a tuple.
    TupleIndex {
        /// The tuple.
        tuple: ExprId,
        /// From 0.
        index: u32,
    },
    /// A closure.
    Lambda {
        /// Its parameters.
        params: Vec<LocalId>,
        /// Its body.
        body: ExprId,
    },
    /// Statements, then a value. Locals bound here are in scope to its end.
    Block {
        /// At least one.
        statements: Vec<Statement>,
        /// The value.
        result: ExprId,
    },
    /// A primitive operation; all operands are evaluated, left to right.
    Prim {
        /// Which.
        op: Prim,
        /// One or two.
        args: Vec<ExprId>,
    },
    /// `left && right`: the right is evaluated only if the left is true.
    And(ExprId, ExprId),
    /// `left || right`: the right is evaluated only if the left is false.
    Or(ExprId, ExprId),
    /// `case`: binds the subjects, decides, evaluates an arm.
    Case(Box<Case>),
    /// Fails at run time.
    Raise(Box<Raise>),
    /// Prints a value to standard error and gives it.
    Echo {
        /// What to print.
        value: ExprId,
        /// A string to print beside the place.
        message: Option<ExprId>,
    },
}

/// A function to call or refer to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum FunctionRef {
    /// A function of a Gleam module.
    Module {
        /// The package of the module.
        package: Name,
        /// The module.
        module: Name,
        /// The function.
        name: Name,
        /// How many arguments it takes.
        arity: u32,
    },
    /// A foreign function, where the definition is an `@external` of this target. On JavaScript
    /// only for functions of the module itself; those of other modules go through their module.
    External {
        /// The Gleam function that stands for it (its JavaScript binding's name).
        name: Name,
        /// An Erlang module, or what a JavaScript `import` takes.
        module: Arc<str>,
        /// The function there.
        function: Arc<str>,
        /// How many arguments it takes.
        arity: u32,
    },
}

/// A step of a block.
#[derive(Debug, Clone, PartialEq)]
pub enum Statement {
    /// Evaluates for effect.
    Expr(ExprId),
    /// Binds a variable.
    Let {
        /// The variable.
        local: LocalId,
        /// Its value.
        value: ExprId,
    },
    /// Takes a value apart. Every [`Decision::Arm`] of the tree is arm 0, "go on with the next
    /// statement"; other leaves are [`Decision::Fail`]. Bindings of the tree stay in scope.
    Match {
        /// A variable that is already bound.
        subject: LocalId,
        /// The tree.
        tree: DecisionId,
        /// Evaluated when no pattern matches: a [`ExprKind::Raise`]. Absent if none can fail.
        otherwise: Option<ExprId>,
    },
}

/// `case`
#[derive(Debug, Clone, PartialEq)]
pub struct Case {
    /// Evaluated in order and bound before anything is tested.
    pub subjects: Vec<(LocalId, ExprId)>,
    /// The tree; its leaves name arms.
    pub tree: DecisionId,
    /// The bodies. An arm that several leaves reach has parameters; see [`Decision::Arm`].
    pub arms: Vec<Arm>,
}

/// The body of a clause.
#[derive(Debug, Clone, PartialEq)]
pub struct Arm {
    /// The variables that the body uses and that [`Decision::Arm`] gives values.
    pub params: Vec<LocalId>,
    /// The body.
    pub body: ExprId,
}

/// A segment of a bit array that is built.
#[derive(Debug, Clone, PartialEq)]
pub struct BuildSegment {
    /// What is written.
    pub value: ExprId,
    /// How.
    pub kind: SegmentKind,
    /// How many units; absent for the natural size (strings, code points, whole bit arrays).
    pub size: Option<ExprId>,
    /// Bits in a unit.
    pub unit: u32,
}

/// Primitive operations.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Prim {
    /// `+`
    AddInt,
    /// `-`
    SubInt,
    /// `*`
    MulInt,
    /// `/`, 0 when the divisor is 0
    DivInt,
    /// `%`, 0 when the divisor is 0
    RemInt,
    /// Unary `-`
    NegateInt,
    /// `+.`
    AddFloat,
    /// `-.`
    SubFloat,
    /// `*.`
    MulFloat,
    /// `/.`, 0.0 when the divisor is 0.0
    DivFloat,
    /// `<` on numbers of one kind
    Less,
    /// `<=`
    LessEqual,
    /// `>`
    Greater,
    /// `>=`
    GreaterEqual,
    /// `==`
    Equal(Equality),
    /// `!=`
    NotEqual(Equality),
    /// `<>`
    Concat,
    /// `!`
    Not,
}

/// How two values are compared on JavaScript; the BEAM compares terms.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Equality {
    /// Numbers, strings, `Bool` and `Nil`: identity is equality.
    Scalar,
    /// Anything else.
    Structural,
}

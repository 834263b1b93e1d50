//! A small JavaScript syntax tree: only what the back end writes.
//!
//! Nodes live in arenas, so that deep programs neither nest allocations nor drop recursively.

use std::sync::Arc;

use source::{Arena, Id, Name};

/// An expression of [`Tree::exprs`].
pub(super) type ExprId = Id<Expr>;
/// A sequence of statements of [`Tree::blocks`].
pub(super) type BlockId = Id<Vec<Stmt>>;

/// Everything that one module is made of.
#[derive(Debug, Default)]
pub(super) struct Tree {
    /// All expressions.
    pub(super) exprs: Arena<Expr>,
    /// All blocks.
    pub(super) blocks: Arena<Vec<Stmt>>,
}

/// An expression.
#[derive(Debug)]
pub(super) struct Expr {
    /// Which.
    pub(super) kind: ExprKind,
    /// Whether nothing can tell when, how often or if it is evaluated.
    pub(super) pure: bool,
    /// The height of the tree, for lack of which engines could overflow while they parse.
    pub(super) height: u32,
    /// Offset into the Gleam source.
    pub(super) at: Option<u32>,
}

/// The kinds of expressions.
#[derive(Debug)]
pub(super) enum ExprKind {
    /// A variable or a keyword that stands for a value.
    Name(Name),
    /// A number as it is written.
    Number(String),
    /// A string, not escaped yet.
    String(Arc<str>),
    /// `object.property`
    Member { object: ExprId, property: Name },
    /// `object[index]`
    Index { object: ExprId, index: u32 },
    /// `callee(args)`
    Call { callee: ExprId, args: Vec<ExprId> },
    /// `new class(args)`
    New { class: ExprId, args: Vec<ExprId> },
    /// `left op right`
    Binary { op: Op, left: ExprId, right: ExprId },
    /// `!operand`
    Not(ExprId),
    /// `-operand`
    Negate(ExprId),
    /// `(name = value, true)`: an assignment amid conditions.
    Assigned { name: Name, value: ExprId },
    /// `[items]`
    Array(Vec<ExprId>),
    /// `{ key: value }`
    Object(Vec<(Name, ExprId)>),
    /// `(params) => { body }`
    Arrow { params: Vec<Name>, body: BlockId },
}

/// A binary operator.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Op {
    /// `||`
    Or,
    /// `&&`
    And,
    /// `===`
    Same,
    /// `!==`
    Different,
    /// `<`
    Less,
    /// `<=`
    LessEqual,
    /// `>`
    Greater,
    /// `>=`
    GreaterEqual,
    /// `instanceof`
    InstanceOf,
    /// `+`
    Add,
    /// `-`
    Subtract,
    /// `*`
    Multiply,
    /// `/`
    Divide,
    /// `%`
    Remainder,
}

impl Op {
    /// How it is written, and how tightly it binds.
    pub(super) const fn text_and_precedence(self) -> (&'static str, u8) {
        match self {
            Self::Or => ("||", 3),
            Self::And => ("&&", 4),
            Self::Same => ("===", 8),
            Self::Different => ("!==", 8),
            Self::Less => ("<", 9),
            Self::LessEqual => ("<=", 9),
            Self::Greater => (">", 9),
            Self::GreaterEqual => (">=", 9),
            Self::InstanceOf => ("instanceof", 9),
            Self::Add => ("+", 11),
            Self::Subtract => ("-", 11),
            Self::Multiply => ("*", 12),
            Self::Divide => ("/", 12),
            Self::Remainder => ("%", 12),
        }
    }
}

/// A statement.
#[derive(Debug, Clone)]
pub(super) enum Stmt {
    /// `let name = value;`
    Let { name: Name, value: Option<ExprId> },
    /// `name = value;`
    Assign { name: Name, value: ExprId },
    /// `cell.tail = value;`
    SetTail { cell: Name, value: ExprId },
    /// `value;`
    Expr(ExprId),
    /// `return value;`
    Return(ExprId),
    /// `throw value;`
    Throw(ExprId),
    /// `if (condition) { then } else { otherwise }`
    If {
        condition: ExprId,
        then: BlockId,
        otherwise: Option<BlockId>,
        /// Whether control never goes on after it.
        diverges: bool,
        /// See [`Stmt::chain`].
        chain: u32,
    },
    /// `switch (subject) { case value: { … } default: { … } }`; no case falls through.
    Switch {
        subject: ExprId,
        cases: Vec<(ExprId, BlockId)>,
        default: Option<BlockId>,
        /// Whether control never goes on after it.
        diverges: bool,
    },
    /// `while (true) { body }`
    Loop(BlockId),
    /// `label: { body }`
    Labelled { label: Name, body: BlockId },
    /// `break label;`
    Break(Name),
    /// `continue;`
    Continue,
}

/// Something at the top of a module.
#[derive(Debug)]
pub(super) enum Item {
    /// `/// <reference types="path" />`
    Declarations(String),
    /// `import * as name from "path";`
    ImportAll { name: Name, path: String },
    /// `import { name as alias } from "path";`
    Import {
        names: Vec<(Name, Name)>,
        path: String,
    },
    /// `export { names };`
    Export(Vec<Name>),
    /// `const name = value;`
    Const {
        exported: bool,
        docs: String,
        name: Name,
        value: ExprId,
        /// Whether tools may drop it when it is not used.
        annotate: bool,
        at: Option<u32>,
    },
    /// `function name(params) { body }`
    Function {
        exported: bool,
        docs: String,
        name: Name,
        params: Vec<Name>,
        body: BlockId,
        at: u32,
    },
    /// `class name extends base { … }` with one property for each field.
    Class {
        exported: bool,
        docs: String,
        name: Name,
        base: Name,
        /// Parameter of the constructor and property of each field.
        fields: Vec<(Name, Property)>,
    },
    /// An empty line.
    Blank,
}

/// Where a field is stored.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Property {
    /// `object.label`
    Label(Name),
    /// `object[0]`
    Position(u32),
}

impl Stmt {
    /// Whether control never goes on after it.
    pub(super) const fn diverges(&self) -> bool {
        match self {
            Self::Return(_) | Self::Throw(_) | Self::Break(_) | Self::Continue | Self::Loop(_) => {
                true
            }
            Self::If { diverges, .. } | Self::Switch { diverges, .. } => *diverges,
            _ => false,
        }
    }

    /// How many `else`s stand inside each other.
    pub(super) const fn chain(&self) -> u32 {
        match self {
            Self::If { chain, .. } => *chain,
            _ => 0,
        }
    }
}

/// Whether control never reaches the end of `statements`.
pub(super) fn diverge(statements: &[Stmt]) -> bool {
    statements.last().is_some_and(Stmt::diverges)
}

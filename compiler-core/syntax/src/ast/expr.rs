use std::sync::Arc;

use source::{Name, Span};

use super::{ExprId, Ident, Param, PatternId, TypeId};

/// An expression. Constants and guards are expressions too; what they allow is checked.
#[derive(Debug, Clone, PartialEq)]
pub struct Expr {
    /// From the first to the last token.
    pub span: Span,
    /// Which.
    pub kind: ExprKind,
}

/// The kinds of expressions.
#[derive(Debug, Clone, PartialEq)]
pub enum ExprKind {
    /// The text as written: `1_000`, `0xff`, `-3`.
    Int(Name),
    /// The text as written: `1.0e-3`.
    Float(Name),
    /// The decoded text.
    String(Arc<str>),
    /// A lower-case name: variable, function, constant, or module before a dot.
    Var(Ident),
    /// An upper-case name.
    Constructor(Ident),
    /// `_` as an argument: the call is a capture.
    Hole,
    /// `record.label`, `module.value` and `module.Constructor`.
    Field {
        /// What stands before the dot.
        container: ExprId,
        /// The name after it.
        label: Ident,
    },
    /// `tuple.0`
    TupleIndex {
        /// What stands before the dot.
        tuple: ExprId,
        /// The index.
        index: u64,
        /// Where the index stands.
        index_span: Span,
    },
    /// `#(a, b)`
    Tuple(Vec<ExprId>),
    /// `[a, b, ..tail]`
    List {
        /// The elements.
        items: Vec<ExprId>,
        /// What follows `..`.
        tail: Option<ExprId>,
    },
    /// `<<a:size(8), b>>`
    BitArray(Vec<Segment<ExprId>>),
    /// `{ … }`; empty means `todo`.
    Block(Vec<Stmt>),
    /// `fn(a) { … }`
    Lambda(Lambda),
    /// `f(a, label: b)`
    Call {
        /// What is called.
        callee: ExprId,
        /// The arguments as written.
        args: Vec<Arg>,
    },
    /// `Constructor(..base, label: value)`
    RecordUpdate {
        /// A [`ExprKind::Constructor`] or a qualified one ([`ExprKind::Field`]).
        constructor: ExprId,
        /// The record that gives the other fields.
        base: ExprId,
        /// The fields that change; all are labelled.
        fields: Vec<Arg>,
    },
    /// `left op right`; `|>` is [`ExprKind::Pipeline`].
    Binary {
        /// Which operator.
        op: BinaryOp,
        /// Where it stands.
        op_span: Span,
        /// Before it.
        left: ExprId,
        /// After it.
        right: ExprId,
    },
    /// `first |> step |> step`: at least two expressions.
    Pipeline(Vec<ExprId>),
    /// `-value`
    Negate(ExprId),
    /// `!value`
    Not(ExprId),
    /// `case a, b { … }`
    Case(Case),
    /// `todo as message`
    Todo {
        /// What follows `as`.
        message: Option<ExprId>,
    },
    /// `panic as message`
    Panic {
        /// What follows `as`.
        message: Option<ExprId>,
    },
    /// `echo value as message`
    Echo {
        /// Missing in a pipeline step, else an error.
        value: Option<ExprId>,
        /// What follows `as`.
        message: Option<ExprId>,
    },
    /// Could not be parsed.
    Error,
}

/// An argument of a call or a record update.
#[derive(Debug, Clone, PartialEq)]
pub struct Arg {
    /// From the first to the last token.
    pub span: Span,
    /// The label.
    pub label: Option<Ident>,
    /// The value; for `label:` a [`ExprKind::Var`] with the label's name and span.
    pub value: ExprId,
    /// Whether it was written `label:`.
    pub shorthand: bool,
}

/// `fn(params) -> return_type { body }`
#[derive(Debug, Clone, PartialEq)]
pub struct Lambda {
    /// The parameters; labels are an error.
    pub params: Vec<Param>,
    /// The type after `->`.
    pub return_type: Option<TypeId>,
    /// The statements; empty means `todo`.
    pub body: Vec<Stmt>,
    /// From `fn` to the end of the head.
    pub head: Span,
}

/// `case subjects { clauses }`
#[derive(Debug, Clone, PartialEq)]
pub struct Case {
    /// At least one.
    pub subjects: Vec<ExprId>,
    /// The clauses in order.
    pub clauses: Vec<Clause>,
    /// Whether there are braces at all.
    pub has_body: bool,
}

/// `pattern, pattern | pattern, pattern if guard -> body`
#[derive(Debug, Clone, PartialEq)]
pub struct Clause {
    /// From the first pattern to the end of the body.
    pub span: Span,
    /// At least one alternative; each has one pattern for each subject.
    pub alternatives: Vec<Vec<PatternId>>,
    /// What follows `if`.
    pub guard: Option<ExprId>,
    /// Whether `if` is there with nothing after it (accepted, deprecated).
    pub empty_guard: bool,
    /// What follows `->`.
    pub body: ExprId,
}

/// A statement.
#[derive(Debug, Clone, PartialEq)]
pub enum Stmt {
    /// An expression.
    Expr(ExprId),
    /// `let pattern = value`, `let assert pattern = value`
    Let(Let),
    /// `use params <- call`: the statements after it are the body of the callback.
    Use(Use),
    /// `assert value as message`
    Assert {
        /// From `assert` to the last token.
        span: Span,
        /// The condition.
        value: ExprId,
        /// What follows `as`.
        message: Option<ExprId>,
    },
    /// Could not be parsed.
    Error(Span),
}

/// `let pattern: annotation = value`
#[derive(Debug, Clone, PartialEq)]
pub struct Let {
    /// From `let` to the last token.
    pub span: Span,
    /// The pattern.
    pub pattern: PatternId,
    /// The type written.
    pub annotation: Option<TypeId>,
    /// What follows `=`.
    pub value: ExprId,
    /// Present for `let assert`.
    pub assert: Option<LetAssert>,
}

/// What makes a `let` assert.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct LetAssert {
    /// Where `assert` stands.
    pub span: Span,
    /// What follows `as`.
    pub message: Option<ExprId>,
}

/// `use params <- call`
#[derive(Debug, Clone, PartialEq)]
pub struct Use {
    /// From `use` to the end of the call.
    pub span: Span,
    /// What the callback takes.
    pub params: Vec<UseParam>,
    /// The expression after `<-`.
    pub call: ExprId,
}

/// One parameter of a `use`.
#[derive(Debug, Clone, PartialEq)]
pub struct UseParam {
    /// From the first to the last token.
    pub span: Span,
    /// Any irrefutable pattern.
    pub pattern: PatternId,
    /// The type written.
    pub annotation: Option<TypeId>,
}

/// A segment of a bit array expression or pattern.
#[derive(Debug, Clone, PartialEq)]
pub struct Segment<Value> {
    /// From the first to the last token.
    pub span: Span,
    /// What is written or matched.
    pub value: Value,
    /// As written, in order; conflicts are checked later.
    pub options: Vec<SegmentOption>,
}

/// One option after the `:` of a segment.
#[derive(Debug, Clone, PartialEq)]
pub struct SegmentOption {
    /// Where.
    pub span: Span,
    /// Which.
    pub kind: SegmentOptionKind,
}

/// The options of segments.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum SegmentOptionKind {
    /// `int`
    Int,
    /// `float`
    Float,
    /// `bits`
    Bits,
    /// `bytes`
    Bytes,
    /// `utf8`
    Utf8,
    /// `utf16`
    Utf16,
    /// `utf32`
    Utf32,
    /// `utf8_codepoint`
    Utf8Codepoint,
    /// `utf16_codepoint`
    Utf16Codepoint,
    /// `utf32_codepoint`
    Utf32Codepoint,
    /// `signed`
    Signed,
    /// `unsigned`
    Unsigned,
    /// `big`, `little`, `native`
    Endianness(Endianness),
    /// `size(8)`, or `8` when short.
    Size {
        /// The size.
        value: ExprId,
        /// Whether it was written as a bare number.
        short: bool,
    },
    /// `unit(8)`
    Unit(u8),
}

/// Byte order of a segment.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Endianness {
    /// Most significant byte first; the default.
    Big,
    /// Least significant byte first.
    Little,
    /// That of the machine.
    Native,
}

/// Binary operators, but for `|>`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum BinaryOp {
    /// `||`
    Or,
    /// `&&`
    And,
    /// `==`
    Equal,
    /// `!=`
    NotEqual,
    /// `<`
    LessInt,
    /// `<=`
    LessEqualInt,
    /// `>`
    GreaterInt,
    /// `>=`
    GreaterEqualInt,
    /// `<.`
    LessFloat,
    /// `<=.`
    LessEqualFloat,
    /// `>.`
    GreaterFloat,
    /// `>=.`
    GreaterEqualFloat,
    /// `<>`
    Concat,
    /// `+`
    AddInt,
    /// `-`
    SubInt,
    /// `*`
    MulInt,
    /// `/`
    DivInt,
    /// `%`
    RemInt,
    /// `+.`
    AddFloat,
    /// `-.`
    SubFloat,
    /// `*.`
    MulFloat,
    /// `/.`
    DivFloat,
}

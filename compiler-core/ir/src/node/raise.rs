//! Run-time failures.

use source::{Name, Span};

use super::{ExprId, LocalId};

/// A run-time failure.
#[derive(Debug, Clone, PartialEq)]
pub struct Raise {
    /// Which.
    pub kind: RaiseKind,
    /// A string to show instead of the default message.
    pub message: Option<ExprId>,
    /// The function that it stands in.
    pub function: Name,
}

/// The run-time failures. Byte offsets are those of the source file.
#[derive(Debug, Clone, PartialEq)]
pub enum RaiseKind {
    /// `todo`
    Todo,
    /// `panic`
    Panic,
    /// `let assert` whose pattern does not match
    LetAssert {
        /// The value.
        value: LocalId,
        /// The statement, without its `as` message.
        span: Span,
        /// The pattern.
        pattern: Span,
    },
    /// `assert` whose condition is false
    Assert {
        /// The condition's form.
        condition: Asserted,
        /// The statement, without its `as` message.
        span: Span,
        /// The condition.
        expression: Span,
    },
}

/// The form of an asserted condition.
#[derive(Debug, Clone, PartialEq)]
pub enum Asserted {
    /// `a == b`
    BinaryOperator {
        /// As written: `==`, `&&`.
        operator: &'static str,
        /// Before it.
        left: AssertedValue,
        /// After it.
        right: AssertedValue,
    },
    /// `f(a, b)`
    FunctionCall {
        /// The arguments, in order.
        arguments: Vec<AssertedValue>,
    },
    /// Anything else.
    Expression(AssertedValue),
}

/// A part of an asserted condition.
#[derive(Debug, Clone, PartialEq)]
pub struct AssertedValue {
    /// The variable that holds it; absent if it was not evaluated.
    pub value: Option<LocalId>,
    /// Whether it is a literal in the source.
    pub literal: bool,
    /// Where it stands; `label:` is all of its value.
    pub span: Span,
    /// Where it stands with its label: what failures on JavaScript tell.
    pub labelled: Span,
}

//! Calls and their arguments.

mod duplicate_argument;
mod echo_without_value;
mod incorrect_arity;
mod not_a_function;
mod positional_after_labelled;
mod unexpected_label;
mod unknown_label;
mod use_arity;
mod use_callback_arity;
mod use_without_callback;

pub use duplicate_argument::DuplicateArgument;
pub use echo_without_value::EchoWithoutValue;
pub use incorrect_arity::IncorrectArity;
pub use not_a_function::NotAFunction;
pub use positional_after_labelled::PositionalAfterLabelled;
pub use unexpected_label::UnexpectedLabel;
pub use unknown_label::UnknownLabel;
pub use use_arity::UseArity;
pub use use_callback_arity::UseCallbackArity;
pub use use_without_callback::UseWithoutCallback;

use super::Problem;
use super::words::Kind;

/// Calls and their arguments.
#[derive(Debug, Clone, PartialEq)]
pub enum CallsProblem {
    /// See [`NotAFunction`].
    NotAFunction(NotAFunction),
    /// See [`IncorrectArity`].
    IncorrectArity(IncorrectArity),
    /// See [`UnknownLabel`].
    UnknownLabel(UnknownLabel),
    /// See [`UnexpectedLabel`].
    UnexpectedLabel(UnexpectedLabel),
    /// See [`DuplicateArgument`].
    DuplicateArgument(DuplicateArgument),
    /// See [`PositionalAfterLabelled`].
    PositionalAfterLabelled(PositionalAfterLabelled),
    /// See [`UseArity`].
    UseArity(UseArity),
    /// See [`UseCallbackArity`].
    UseCallbackArity(UseCallbackArity),
    /// See [`UseWithoutCallback`].
    UseWithoutCallback(UseWithoutCallback),
    /// See [`EchoWithoutValue`].
    EchoWithoutValue(EchoWithoutValue),
}

impl CallsProblem {
    pub(super) fn kind(&self) -> &dyn Kind {
        match self {
            Self::NotAFunction(it) => it,
            Self::IncorrectArity(it) => it,
            Self::UnknownLabel(it) => it,
            Self::UnexpectedLabel(it) => it,
            Self::DuplicateArgument(it) => it,
            Self::PositionalAfterLabelled(it) => it,
            Self::UseArity(it) => it,
            Self::UseCallbackArity(it) => it,
            Self::UseWithoutCallback(it) => it,
            Self::EchoWithoutValue(it) => it,
        }
    }
}

impl From<NotAFunction> for Problem {
    fn from(it: NotAFunction) -> Self {
        Self::Calls(CallsProblem::NotAFunction(it))
    }
}

impl From<IncorrectArity> for Problem {
    fn from(it: IncorrectArity) -> Self {
        Self::Calls(CallsProblem::IncorrectArity(it))
    }
}

impl From<UnknownLabel> for Problem {
    fn from(it: UnknownLabel) -> Self {
        Self::Calls(CallsProblem::UnknownLabel(it))
    }
}

impl From<UnexpectedLabel> for Problem {
    fn from(it: UnexpectedLabel) -> Self {
        Self::Calls(CallsProblem::UnexpectedLabel(it))
    }
}

impl From<DuplicateArgument> for Problem {
    fn from(it: DuplicateArgument) -> Self {
        Self::Calls(CallsProblem::DuplicateArgument(it))
    }
}

impl From<PositionalAfterLabelled> for Problem {
    fn from(it: PositionalAfterLabelled) -> Self {
        Self::Calls(CallsProblem::PositionalAfterLabelled(it))
    }
}

impl From<UseArity> for Problem {
    fn from(it: UseArity) -> Self {
        Self::Calls(CallsProblem::UseArity(it))
    }
}

impl From<UseCallbackArity> for Problem {
    fn from(it: UseCallbackArity) -> Self {
        Self::Calls(CallsProblem::UseCallbackArity(it))
    }
}

impl From<UseWithoutCallback> for Problem {
    fn from(it: UseWithoutCallback) -> Self {
        Self::Calls(CallsProblem::UseWithoutCallback(it))
    }
}

impl From<EchoWithoutValue> for Problem {
    fn from(it: EchoWithoutValue) -> Self {
        Self::Calls(CallsProblem::EchoWithoutValue(it))
    }
}

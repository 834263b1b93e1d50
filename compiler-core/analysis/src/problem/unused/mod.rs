//! Warnings: what nobody uses.

mod unused_alias;
mod unused_constant;
mod unused_constructor;
mod unused_function;
mod unused_import;
mod unused_imported_item;
mod unused_literal;
mod unused_recursive_argument;
mod unused_result;
mod unused_type;
mod unused_value;
mod unused_variable;

pub use unused_alias::UnusedAlias;
pub use unused_constant::UnusedConstant;
pub use unused_constructor::UnusedConstructor;
pub use unused_function::UnusedFunction;
pub use unused_import::UnusedImport;
pub use unused_imported_item::UnusedImportedItem;
pub use unused_literal::UnusedLiteral;
pub use unused_recursive_argument::UnusedRecursiveArgument;
pub use unused_result::UnusedResult;
pub use unused_type::UnusedType;
pub use unused_value::UnusedValue;
pub use unused_variable::UnusedVariable;

use super::Problem;
use super::words::Kind;

/// Warnings: what nobody uses.
#[derive(Debug, Clone, PartialEq)]
pub enum UnusedProblem {
    /// See [`UnusedRecursiveArgument`].
    UnusedRecursiveArgument(UnusedRecursiveArgument),
    /// See [`UnusedFunction`].
    UnusedFunction(UnusedFunction),
    /// See [`UnusedConstant`].
    UnusedConstant(UnusedConstant),
    /// See [`UnusedType`].
    UnusedType(UnusedType),
    /// See [`UnusedConstructor`].
    UnusedConstructor(UnusedConstructor),
    /// See [`UnusedImport`].
    UnusedImport(UnusedImport),
    /// See [`UnusedAlias`].
    UnusedAlias(UnusedAlias),
    /// See [`UnusedImportedItem`].
    UnusedImportedItem(UnusedImportedItem),
    /// See [`UnusedVariable`].
    UnusedVariable(UnusedVariable),
    /// See [`UnusedLiteral`].
    UnusedLiteral(UnusedLiteral),
    /// See [`UnusedResult`].
    UnusedResult(UnusedResult),
    /// See [`UnusedValue`].
    UnusedValue(UnusedValue),
}

impl UnusedProblem {
    pub(super) fn kind(&self) -> &dyn Kind {
        match self {
            Self::UnusedRecursiveArgument(it) => it,
            Self::UnusedFunction(it) => it,
            Self::UnusedConstant(it) => it,
            Self::UnusedType(it) => it,
            Self::UnusedConstructor(it) => it,
            Self::UnusedImport(it) => it,
            Self::UnusedAlias(it) => it,
            Self::UnusedImportedItem(it) => it,
            Self::UnusedVariable(it) => it,
            Self::UnusedLiteral(it) => it,
            Self::UnusedResult(it) => it,
            Self::UnusedValue(it) => it,
        }
    }
}

impl From<UnusedFunction> for Problem {
    fn from(it: UnusedFunction) -> Self {
        Self::Unused(UnusedProblem::UnusedFunction(it))
    }
}

impl From<UnusedConstant> for Problem {
    fn from(it: UnusedConstant) -> Self {
        Self::Unused(UnusedProblem::UnusedConstant(it))
    }
}

impl From<UnusedType> for Problem {
    fn from(it: UnusedType) -> Self {
        Self::Unused(UnusedProblem::UnusedType(it))
    }
}

impl From<UnusedConstructor> for Problem {
    fn from(it: UnusedConstructor) -> Self {
        Self::Unused(UnusedProblem::UnusedConstructor(it))
    }
}

impl From<UnusedImport> for Problem {
    fn from(it: UnusedImport) -> Self {
        Self::Unused(UnusedProblem::UnusedImport(it))
    }
}

impl From<UnusedAlias> for Problem {
    fn from(it: UnusedAlias) -> Self {
        Self::Unused(UnusedProblem::UnusedAlias(it))
    }
}

impl From<UnusedImportedItem> for Problem {
    fn from(it: UnusedImportedItem) -> Self {
        Self::Unused(UnusedProblem::UnusedImportedItem(it))
    }
}

impl From<UnusedVariable> for Problem {
    fn from(it: UnusedVariable) -> Self {
        Self::Unused(UnusedProblem::UnusedVariable(it))
    }
}

impl From<UnusedLiteral> for Problem {
    fn from(it: UnusedLiteral) -> Self {
        Self::Unused(UnusedProblem::UnusedLiteral(it))
    }
}

impl From<UnusedResult> for Problem {
    fn from(it: UnusedResult) -> Self {
        Self::Unused(UnusedProblem::UnusedResult(it))
    }
}

impl From<UnusedValue> for Problem {
    fn from(it: UnusedValue) -> Self {
        Self::Unused(UnusedProblem::UnusedValue(it))
    }
}

impl From<UnusedRecursiveArgument> for Problem {
    fn from(it: UnusedRecursiveArgument) -> Self {
        Self::Unused(UnusedProblem::UnusedRecursiveArgument(it))
    }
}

//! Definitions that break a rule of their own.

mod all_variants_deprecated;
mod bad_name;
mod deprecated_variant_of_deprecated_type;
mod duplicate_definition;
mod duplicate_field;
mod duplicate_parameter;
mod duplicate_type_name;
mod duplicate_type_parameter;
mod incorrect_type_arity;
mod private_opaque_type;
mod private_type_leak;
mod recursive_type_alias;
mod todo_in_constant;
mod type_called;
mod unexpected_type_hole;
mod unlabelled_after_labelled;
mod unused_type_alias_parameter;

pub use all_variants_deprecated::AllVariantsDeprecated;
pub use bad_name::{BadName, NameSort};
pub use deprecated_variant_of_deprecated_type::DeprecatedVariantOfDeprecatedType;
pub use duplicate_definition::DuplicateDefinition;
pub use duplicate_field::DuplicateField;
pub use duplicate_parameter::DuplicateParameter;
pub use duplicate_type_name::DuplicateTypeName;
pub use duplicate_type_parameter::DuplicateTypeParameter;
pub use incorrect_type_arity::IncorrectTypeArity;
pub use private_opaque_type::PrivateOpaqueType;
pub use private_type_leak::PrivateTypeLeak;
pub use recursive_type_alias::RecursiveTypeAlias;
pub use todo_in_constant::TodoInConstant;
pub use type_called::TypeCalled;
pub use unexpected_type_hole::UnexpectedTypeHole;
pub use unlabelled_after_labelled::UnlabelledAfterLabelled;
pub use unused_type_alias_parameter::UnusedTypeAliasParameter;

use super::Problem;
use super::words::Kind;

/// Definitions that break a rule of their own.
#[derive(Debug, Clone, PartialEq)]
pub enum DefinitionsProblem {
    /// See [`TypeCalled`].
    TypeCalled(TypeCalled),
    /// See [`BadName`].
    BadName(BadName),
    /// See [`DuplicateDefinition`].
    DuplicateDefinition(DuplicateDefinition),
    /// See [`DuplicateTypeName`].
    DuplicateTypeName(DuplicateTypeName),
    /// See [`DuplicateTypeParameter`].
    DuplicateTypeParameter(DuplicateTypeParameter),
    /// See [`DuplicateParameter`].
    DuplicateParameter(DuplicateParameter),
    /// See [`DuplicateField`].
    DuplicateField(DuplicateField),
    /// See [`UnlabelledAfterLabelled`].
    UnlabelledAfterLabelled(UnlabelledAfterLabelled),
    /// See [`UnusedTypeAliasParameter`].
    UnusedTypeAliasParameter(UnusedTypeAliasParameter),
    /// See [`RecursiveTypeAlias`].
    RecursiveTypeAlias(RecursiveTypeAlias),
    /// See [`IncorrectTypeArity`].
    IncorrectTypeArity(IncorrectTypeArity),
    /// See [`UnexpectedTypeHole`].
    UnexpectedTypeHole(UnexpectedTypeHole),
    /// See [`PrivateOpaqueType`].
    PrivateOpaqueType(PrivateOpaqueType),
    /// See [`PrivateTypeLeak`].
    PrivateTypeLeak(PrivateTypeLeak),
    /// See [`AllVariantsDeprecated`].
    AllVariantsDeprecated(AllVariantsDeprecated),
    /// See [`DeprecatedVariantOfDeprecatedType`].
    DeprecatedVariantOfDeprecatedType(DeprecatedVariantOfDeprecatedType),
    /// See [`TodoInConstant`].
    TodoInConstant(TodoInConstant),
}

impl DefinitionsProblem {
    pub(super) fn kind(&self) -> &dyn Kind {
        match self {
            Self::TypeCalled(it) => it,
            Self::BadName(it) => it,
            Self::DuplicateDefinition(it) => it,
            Self::DuplicateTypeName(it) => it,
            Self::DuplicateTypeParameter(it) => it,
            Self::DuplicateParameter(it) => it,
            Self::DuplicateField(it) => it,
            Self::UnlabelledAfterLabelled(it) => it,
            Self::UnusedTypeAliasParameter(it) => it,
            Self::RecursiveTypeAlias(it) => it,
            Self::IncorrectTypeArity(it) => it,
            Self::UnexpectedTypeHole(it) => it,
            Self::PrivateOpaqueType(it) => it,
            Self::PrivateTypeLeak(it) => it,
            Self::AllVariantsDeprecated(it) => it,
            Self::DeprecatedVariantOfDeprecatedType(it) => it,
            Self::TodoInConstant(it) => it,
        }
    }
}

impl From<BadName> for Problem {
    fn from(it: BadName) -> Self {
        Self::Definitions(DefinitionsProblem::BadName(it))
    }
}

impl From<DuplicateDefinition> for Problem {
    fn from(it: DuplicateDefinition) -> Self {
        Self::Definitions(DefinitionsProblem::DuplicateDefinition(it))
    }
}

impl From<DuplicateTypeName> for Problem {
    fn from(it: DuplicateTypeName) -> Self {
        Self::Definitions(DefinitionsProblem::DuplicateTypeName(it))
    }
}

impl From<DuplicateTypeParameter> for Problem {
    fn from(it: DuplicateTypeParameter) -> Self {
        Self::Definitions(DefinitionsProblem::DuplicateTypeParameter(it))
    }
}

impl From<DuplicateParameter> for Problem {
    fn from(it: DuplicateParameter) -> Self {
        Self::Definitions(DefinitionsProblem::DuplicateParameter(it))
    }
}

impl From<DuplicateField> for Problem {
    fn from(it: DuplicateField) -> Self {
        Self::Definitions(DefinitionsProblem::DuplicateField(it))
    }
}

impl From<UnlabelledAfterLabelled> for Problem {
    fn from(it: UnlabelledAfterLabelled) -> Self {
        Self::Definitions(DefinitionsProblem::UnlabelledAfterLabelled(it))
    }
}

impl From<UnusedTypeAliasParameter> for Problem {
    fn from(it: UnusedTypeAliasParameter) -> Self {
        Self::Definitions(DefinitionsProblem::UnusedTypeAliasParameter(it))
    }
}

impl From<RecursiveTypeAlias> for Problem {
    fn from(it: RecursiveTypeAlias) -> Self {
        Self::Definitions(DefinitionsProblem::RecursiveTypeAlias(it))
    }
}

impl From<IncorrectTypeArity> for Problem {
    fn from(it: IncorrectTypeArity) -> Self {
        Self::Definitions(DefinitionsProblem::IncorrectTypeArity(it))
    }
}

impl From<UnexpectedTypeHole> for Problem {
    fn from(it: UnexpectedTypeHole) -> Self {
        Self::Definitions(DefinitionsProblem::UnexpectedTypeHole(it))
    }
}

impl From<PrivateOpaqueType> for Problem {
    fn from(it: PrivateOpaqueType) -> Self {
        Self::Definitions(DefinitionsProblem::PrivateOpaqueType(it))
    }
}

impl From<PrivateTypeLeak> for Problem {
    fn from(it: PrivateTypeLeak) -> Self {
        Self::Definitions(DefinitionsProblem::PrivateTypeLeak(it))
    }
}

impl From<AllVariantsDeprecated> for Problem {
    fn from(it: AllVariantsDeprecated) -> Self {
        Self::Definitions(DefinitionsProblem::AllVariantsDeprecated(it))
    }
}

impl From<DeprecatedVariantOfDeprecatedType> for Problem {
    fn from(it: DeprecatedVariantOfDeprecatedType) -> Self {
        Self::Definitions(DefinitionsProblem::DeprecatedVariantOfDeprecatedType(it))
    }
}

impl From<TodoInConstant> for Problem {
    fn from(it: TodoInConstant) -> Self {
        Self::Definitions(DefinitionsProblem::TodoInConstant(it))
    }
}

impl From<TypeCalled> for Problem {
    fn from(it: TypeCalled) -> Self {
        Self::Definitions(DefinitionsProblem::TypeCalled(it))
    }
}

//! Names that mean nothing, or not what they should.

mod function_in_guard;
mod module_as_value;
mod recursive_constant;
mod unknown_constructor;
mod unknown_module;
mod unknown_module_alias;
mod unknown_module_type;
mod unknown_module_value;
mod unknown_type;
mod unknown_type_variable;
mod unknown_variable;

pub use function_in_guard::FunctionInGuard;
pub use module_as_value::ModuleAsValue;
pub use recursive_constant::RecursiveConstant;
pub use unknown_constructor::UnknownConstructor;
pub use unknown_module::UnknownModule;
pub use unknown_module_alias::UnknownModuleAlias;
pub use unknown_module_type::UnknownModuleType;
pub use unknown_module_value::UnknownModuleValue;
pub use unknown_type::UnknownType;
pub use unknown_type_variable::UnknownTypeVariable;
pub use unknown_variable::UnknownVariable;

use source::{Name, Span};

use super::Problem;
use super::words::Kind;

/// Names that mean nothing, or not what they should.
#[derive(Debug, Clone, PartialEq)]
pub enum NamesProblem {
    /// See [`UnknownModule`].
    UnknownModule(UnknownModule),
    /// See [`UnknownModuleAlias`].
    UnknownModuleAlias(UnknownModuleAlias),
    /// See [`UnknownModuleType`].
    UnknownModuleType(UnknownModuleType),
    /// See [`UnknownModuleValue`].
    UnknownModuleValue(UnknownModuleValue),
    /// See [`UnknownType`].
    UnknownType(UnknownType),
    /// See [`UnknownTypeVariable`].
    UnknownTypeVariable(UnknownTypeVariable),
    /// See [`UnknownVariable`].
    UnknownVariable(UnknownVariable),
    /// See [`UnknownConstructor`].
    UnknownConstructor(UnknownConstructor),
    /// See [`ModuleAsValue`].
    ModuleAsValue(ModuleAsValue),
    /// See [`RecursiveConstant`].
    RecursiveConstant(RecursiveConstant),
    /// See [`FunctionInGuard`].
    FunctionInGuard(FunctionInGuard),
}

impl NamesProblem {
    pub(super) fn kind(&self) -> &dyn Kind {
        match self {
            Self::UnknownModule(it) => it,
            Self::UnknownModuleAlias(it) => it,
            Self::UnknownModuleType(it) => it,
            Self::UnknownModuleValue(it) => it,
            Self::UnknownType(it) => it,
            Self::UnknownTypeVariable(it) => it,
            Self::UnknownVariable(it) => it,
            Self::UnknownConstructor(it) => it,
            Self::ModuleAsValue(it) => it,
            Self::RecursiveConstant(it) => it,
            Self::FunctionInGuard(it) => it,
        }
    }
}

/// Which name means nothing: its sort, its module and itself.
pub(crate) type UnknownName = (&'static str, Name, Name);

impl NamesProblem {
    pub(super) fn others(&self) -> &[Span] {
        match self {
            Self::UnknownVariable(it) => &it.others,
            Self::UnknownConstructor(it) => &it.others,
            Self::UnknownType(it) => &it.others,
            Self::UnknownModuleAlias(it) => &it.others,
            Self::UnknownModuleType(it) => &it.others,
            Self::UnknownModuleValue(it) => &it.others,
            _ => &[],
        }
    }

    pub(super) fn unknown(&mut self) -> Option<(UnknownName, &mut Vec<Span>)> {
        let here = Name::new("");
        Some(match self {
            Self::UnknownVariable(it) => (("variable", here, it.name), &mut it.others),
            Self::UnknownConstructor(it) => (("constructor", here, it.name), &mut it.others),
            Self::UnknownType(it) => (("type", here, it.name), &mut it.others),
            Self::UnknownModuleAlias(it) => (("module", here, it.name), &mut it.others),
            Self::UnknownModuleType(it) => (("type", it.module, it.name), &mut it.others),
            Self::UnknownModuleValue(it) => (("value", it.module, it.name), &mut it.others),
            _ => return None,
        })
    }
}

impl From<UnknownModule> for Problem {
    fn from(it: UnknownModule) -> Self {
        Self::Names(NamesProblem::UnknownModule(it))
    }
}

impl From<UnknownModuleAlias> for Problem {
    fn from(it: UnknownModuleAlias) -> Self {
        Self::Names(NamesProblem::UnknownModuleAlias(it))
    }
}

impl From<UnknownModuleType> for Problem {
    fn from(it: UnknownModuleType) -> Self {
        Self::Names(NamesProblem::UnknownModuleType(it))
    }
}

impl From<UnknownModuleValue> for Problem {
    fn from(it: UnknownModuleValue) -> Self {
        Self::Names(NamesProblem::UnknownModuleValue(it))
    }
}

impl From<UnknownType> for Problem {
    fn from(it: UnknownType) -> Self {
        Self::Names(NamesProblem::UnknownType(it))
    }
}

impl From<UnknownTypeVariable> for Problem {
    fn from(it: UnknownTypeVariable) -> Self {
        Self::Names(NamesProblem::UnknownTypeVariable(it))
    }
}

impl From<UnknownVariable> for Problem {
    fn from(it: UnknownVariable) -> Self {
        Self::Names(NamesProblem::UnknownVariable(it))
    }
}

impl From<UnknownConstructor> for Problem {
    fn from(it: UnknownConstructor) -> Self {
        Self::Names(NamesProblem::UnknownConstructor(it))
    }
}

impl From<ModuleAsValue> for Problem {
    fn from(it: ModuleAsValue) -> Self {
        Self::Names(NamesProblem::ModuleAsValue(it))
    }
}

impl From<RecursiveConstant> for Problem {
    fn from(it: RecursiveConstant) -> Self {
        Self::Names(NamesProblem::RecursiveConstant(it))
    }
}

impl From<FunctionInGuard> for Problem {
    fn from(it: FunctionInGuard) -> Self {
        Self::Names(NamesProblem::FunctionInGuard(it))
    }
}

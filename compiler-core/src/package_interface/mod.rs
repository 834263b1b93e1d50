//! What a package offers to others, as data for tools: public names, types and documentation.
//!
//! Serialised, it is the file that `gleam export package-interface` defines: same keys, same order.

mod module;

use std::collections::BTreeMap;
use std::sync::Arc;

use analysis::interface::Implementations;
use serde::Serialize;
use source::{Deep, Name};
use syntax::ast::Target;

use crate::package::{Origin, PackageSource};
use crate::schedule::Analysis;
use crate::workspace::Workspace;

/// The interface of the project itself, as it was checked for `target`. `analysis` has to hold the
/// trees of its modules in `src` (see [`is_part`]); one that is absent there is left out.
pub fn package_interface(
    workspace: &Workspace,
    analysis: &Analysis,
    target: Target,
) -> PackageInterface {
    let config = workspace.root().map(|package| &package.config);
    let packages = workspace.packages_of_modules();
    let modules = analysis
        .modules
        .iter()
        .filter(|(name, _)| is_part(workspace, **name))
        .filter_map(|(name, checked)| {
            let interface = checked
                .interface()
                .filter(|interface| !interface.internal)?;
            let full = checked.full.as_ref()?;
            let module = module::module(full, interface, &packages, target);
            Some((*name, module))
        });
    PackageInterface {
        name: config.map(|config| config.name.clone()).unwrap_or_default(),
        version: config
            .map(|config| config.version.clone())
            .unwrap_or_default(),
        gleam_version_constraint: config.and_then(|config| config.gleam_constraint.clone()),
        modules: modules.collect(),
    }
}

/// Whether a module belongs to the project's `src`.
pub fn is_part(workspace: &Workspace, module: Name) -> bool {
    workspace.modules.get(&module).is_some_and(|module| {
        workspace.packages[module.package].source == PackageSource::Root
            && module.origin == Origin::Src
    })
}

/// A package. Internal modules and definitions are left out.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub struct PackageInterface {
    /// Its name.
    pub name: String,
    /// Its version.
    pub version: String,
    /// What it says about versions of the language, as it says it.
    pub gleam_version_constraint: Option<String>,
    /// Its modules, by path.
    pub modules: BTreeMap<Name, ModuleInterface>,
}

/// A module.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub struct ModuleInterface {
    /// The lines of its documentation, with the spaces that they begin with.
    pub documentation: Vec<String>,
    /// Its type aliases.
    pub type_aliases: BTreeMap<Name, AliasInterface>,
    /// Its custom types.
    pub types: BTreeMap<Name, TypeInterface>,
    /// Its constants.
    pub constants: BTreeMap<Name, ConstantInterface>,
    /// Its functions.
    pub functions: BTreeMap<Name, FunctionInterface>,
}

/// A type alias.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct AliasInterface {
    /// Its documentation.
    pub documentation: Option<String>,
    /// Why not to use it.
    pub deprecation: Option<Deprecation>,
    /// How many parameters it has.
    pub parameters: usize,
    /// What it stands for, in terms of its parameters.
    pub alias: Type,
}

/// A custom type.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct TypeInterface {
    /// Its documentation.
    pub documentation: Option<String>,
    /// Why not to use it.
    pub deprecation: Option<Deprecation>,
    /// How many parameters it has.
    pub parameters: usize,
    /// Its constructors in order, or none if it is opaque or foreign.
    pub constructors: Vec<ConstructorInterface>,
}

/// A constructor.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct ConstructorInterface {
    /// Its documentation.
    pub documentation: Option<String>,
    /// Its name.
    pub name: Name,
    /// Its fields.
    pub parameters: Vec<Parameter>,
}

/// A constant.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct ConstantInterface {
    /// Its documentation.
    pub documentation: Option<String>,
    /// Why not to use it.
    pub deprecation: Option<Deprecation>,
    /// Where it can be used.
    pub implementations: TargetSupport,
    /// Its type.
    #[serde(rename = "type")]
    pub type_: Type,
}

/// A function.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct FunctionInterface {
    /// Its documentation.
    pub documentation: Option<String>,
    /// Why not to use it.
    pub deprecation: Option<Deprecation>,
    /// Where it can run.
    pub implementations: TargetSupport,
    /// What it takes.
    pub parameters: Vec<Parameter>,
    /// What it gives.
    #[serde(rename = "return")]
    pub return_: Type,
}

/// A parameter of a function, or a field of a constructor.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Parameter {
    /// The label for callers.
    pub label: Option<Name>,
    /// Its type.
    #[serde(rename = "type")]
    pub type_: Type,
}

/// What `@deprecated` says.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Deprecation {
    /// The message.
    pub message: Arc<str>,
}

/// On which targets something has a meaning, and why.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub struct TargetSupport {
    gleam: bool,
    uses_erlang_externals: bool,
    uses_javascript_externals: bool,
    can_run_on_erlang: bool,
    can_run_on_javascript: bool,
}

impl From<Implementations> for TargetSupport {
    fn from(from: Implementations) -> Self {
        Self {
            gleam: from.gleam,
            uses_erlang_externals: from.uses_erlang_externals,
            uses_javascript_externals: from.uses_javascript_externals,
            can_run_on_erlang: from.can_run_on_erlang,
            can_run_on_javascript: from.can_run_on_javascript,
        }
    }
}

/// A type, aliases expanded.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(tag = "kind", rename_all = "lowercase")]
pub enum Type {
    /// `#(a, b)`
    Tuple {
        /// Its elements.
        elements: Deep<Vec<Type>>,
    },
    /// `fn(a) -> b`
    Fn {
        /// What it takes.
        parameters: Deep<Vec<Type>>,
        /// What it gives: one type.
        #[serde(rename = "return", serialize_with = "module::only")]
        return_: Deep<Vec<Type>>,
    },
    /// A type variable.
    Variable {
        /// Equal numbers are equal variables within a definition.
        id: u32,
    },
    /// `Wibble(a)`
    Named {
        /// Its name.
        name: Name,
        /// The package that defines it; empty for the prelude.
        package: Name,
        /// The module that defines it.
        module: Name,
        /// What it is applied to.
        parameters: Deep<Vec<Type>>,
    },
}

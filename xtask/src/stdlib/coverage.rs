//! `cargo xtask stdlib-coverage`: which public functions have examples and tests, on which targets.

mod table;
mod uses;

use std::collections::BTreeSet;
use std::fs;
use std::process::ExitCode;

use camino::Utf8Path;

use super::definition::modules;
use super::doc_examples::is_supported;
use super::example::examples;
use super::interface::interface;
use super::{Package, packages};
use crate::run::{build_tindra, root};

const TABLE: &str = "docs/stdlib-coverage.md";

/// Packages whose functions need not all be shown: `lustre` has a function for each element and
/// attribute of HTML and SVG, all made in the same way.
const APART: &[&str] = &["lustre"];

/// Writes the table, or checks that it is up to date, if `check`. A function that has neither an
/// example nor a test fails the task.
pub(crate) fn coverage(check: bool) -> Result<ExitCode, String> {
    let good = run(&build_tindra(false)?, check)?;
    Ok(if good {
        ExitCode::SUCCESS
    } else {
        ExitCode::FAILURE
    })
}

/// The same with a program that was built; whether nothing is missing.
pub(crate) fn run(tindra: &Utf8Path, check: bool) -> Result<bool, String> {
    let mut covered = Vec::new();
    for package in packages()? {
        covered.push(Covered::of(tindra, &package)?);
    }
    let table = table::print(&covered);
    let path = root().join(TABLE);
    let mut good = true;
    if !check {
        fs::write(&path, &table).map_err(|error| format!("{path}: {error}"))?;
    } else if fs::read_to_string(&path).unwrap_or_default() != table {
        eprintln!("{TABLE} is not up to date: run `cargo xtask stdlib-coverage`");
        good = false;
    }
    let complete = covered
        .iter()
        .filter(|it| !APART.contains(&it.package.as_str()));
    for function in complete.flat_map(Covered::missing) {
        eprintln!("neither example nor test: {function}");
        good = false;
    }
    Ok(good)
}

/// A package's public functions.
struct Covered {
    package: String,
    functions: Vec<Function>,
}

struct Function {
    /// `gleam/list.map`
    name: String,
    has_example: bool,
    has_test: bool,
    on_erlang: bool,
    on_javascript: bool,
}

impl Covered {
    fn of(tindra: &Utf8Path, package: &Package) -> Result<Self, String> {
        let mut used = BTreeSet::new();
        for path in package.files("test")? {
            let text = fs::read_to_string(&path).map_err(|error| format!("{path}: {error}"))?;
            used.extend(uses::uses(&text));
        }
        let mut interfaces = Vec::new();
        for target in package.targets() {
            interfaces.push((*target, interface(tindra, package, target)?));
        }
        let mut functions: Vec<Function> = Vec::new();
        for module in modules(package)? {
            for definition in module.definitions.iter().filter(|it| it.is_function) {
                let on = |target: &str| {
                    interfaces.iter().any(|(name, interface)| {
                        let module = &interface["modules"][&module.name];
                        *name == target && is_supported(module, definition, target)
                    })
                };
                let name = format!("{}.{}", module.name, definition.name);
                let function = Function {
                    has_example: !examples(&definition.lines).is_empty(),
                    has_test: used.contains(&(module.name.clone(), definition.name.clone())),
                    on_erlang: on("erlang"),
                    on_javascript: on("javascript"),
                    name,
                };
                functions.extend(function.is_public().then_some(function));
            }
        }
        Ok(Self {
            package: package.name.clone(),
            functions: merged(functions),
        })
    }

    fn missing(&self) -> impl Iterator<Item = &str> {
        let functions = self.functions.iter();
        functions
            .filter(|function| !function.has_example && !function.has_test)
            .map(|function| function.name.as_str())
    }
}

impl Function {
    /// Those of internal modules have no target in any interface.
    fn is_public(&self) -> bool {
        self.on_erlang || self.on_javascript
    }
}

/// A function may be defined once for each target.
fn merged(functions: Vec<Function>) -> Vec<Function> {
    let mut merged: Vec<Function> = Vec::new();
    for function in functions {
        match merged.iter_mut().find(|it| it.name == function.name) {
            Some(known) => known.has_example |= function.has_example,
            None => merged.push(function),
        }
    }
    merged
}

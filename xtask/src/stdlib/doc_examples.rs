//! `cargo xtask doc-examples`: the examples of the packages' documentation, as tests.
//!
//! On each target one project has a test for each example of what the target supports.

mod project;

use std::collections::BTreeMap;
use std::process::ExitCode;

use camino::{Utf8Path, Utf8PathBuf};
use serde_json::Value;

use super::definition::{Definition, Module, modules};
use super::example::{Example, examples};
use super::interface::interface;
use super::{Package, packages};
use crate::run::build_tindra;

/// Runs the examples of the named packages, or of all; any that fails fails the task.
pub(crate) fn doc_examples(names: &[String]) -> Result<ExitCode, String> {
    let tindra = build_tindra(false)?;
    let good = run(&tindra, names)?;
    Ok(if good {
        ExitCode::SUCCESS
    } else {
        ExitCode::FAILURE
    })
}

/// The same with a program that was built; whether all succeeded.
pub(crate) fn run(tindra: &Utf8Path, names: &[String]) -> Result<bool, String> {
    let all = packages()?;
    if let Some(name) = names
        .iter()
        .find(|name| !all.iter().any(|package| package.name == **name))
    {
        return Err(format!("there is no package {name}"));
    }
    let wanted = |package: &&Package| names.is_empty() || names.contains(&package.name);
    let mut good = true;
    for target in ["erlang", "javascript"] {
        let mut cases = Vec::new();
        for package in all.iter().filter(wanted) {
            if package.targets().contains(&target) {
                cases.extend(package_cases(tindra, &all, package, target)?);
            }
        }
        if cases.is_empty() {
            continue;
        }
        let count = cases.len();
        let compiled = cases.iter().filter(|it| it.example.compiled_only).count();
        let failed = project::run(tindra, &all, cases, target)?;
        for place in &failed {
            println!("failed: {place} on {target}");
        }
        println!(
            "{target}: {count} examples, {compiled} of them only compiled, {} failed",
            failed.len()
        );
        good &= failed.is_empty();
    }
    Ok(good)
}

/// An example with what it is about.
struct Case {
    example: Example,
    module: String,
    /// The name of the definition; empty for the module itself.
    definition: String,
    path: Utf8PathBuf,
}

impl Case {
    /// `stdlib/gleam_stdlib/src/gleam/list.gleam:12`
    fn place(&self) -> String {
        format!("{}:{}", self.path, self.example.line)
    }
}

fn package_cases(
    tindra: &Utf8Path,
    all: &[Package],
    package: &Package,
    target: &str,
) -> Result<Vec<Case>, String> {
    let interface = interface(tindra, package, target)?;
    let known = known_modules(all, package)?;
    let mut cases = Vec::new();
    for module in modules(package)? {
        let public = &interface["modules"][&module.name];
        for definition in &module.definitions {
            if !is_supported(public, definition, target) {
                continue;
            }
            for mut example in examples(&definition.lines) {
                if !example.is_module {
                    example.add_imports(&module.name, &known);
                }
                cases.push(case(example, &module, definition));
            }
        }
    }
    Ok(cases)
}

fn case(example: Example, module: &Module, definition: &Definition) -> Case {
    Case {
        example,
        module: module.name.clone(),
        definition: definition.name.clone(),
        path: module.path.clone(),
    }
}

/// The modules of all packages by the last part of their paths: the package's own first, then those
/// of the standard library.
fn known_modules(all: &[Package], own: &Package) -> Result<BTreeMap<String, String>, String> {
    let mut order: Vec<&Package> = all.iter().collect();
    order.sort_by_key(|it| (it.name != own.name, it.name != "gleam_stdlib"));
    let mut known = BTreeMap::new();
    for package in order {
        let folder = package.folder.join("src");
        for path in package.files("src")? {
            let module = path.strip_prefix(&folder).unwrap_or(&path);
            let module = module.with_extension("").into_string();
            let last = module.rsplit('/').next().unwrap_or(&module).to_string();
            known.entry(last).or_insert(module);
        }
    }
    Ok(known)
}

/// Whether a target has a definition that its interface for the target may name.
pub(super) fn is_supported(module: &Value, definition: &Definition, target: &str) -> bool {
    if definition.name.is_empty() {
        return !module.is_null();
    }
    let tables = ["functions", "constants", "types", "type-aliases"];
    let found = tables
        .iter()
        .map(|table| &module[table][&definition.name])
        .find(|found| !found.is_null());
    found.is_some_and(|found| {
        let support = &found["implementations"];
        support.is_null()
            || support["gleam"] == true
            || support[format!("can-run-on-{target}")] == true
    })
}

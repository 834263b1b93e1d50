//! `cargo xtask api-check`: are our packages' interfaces what others expect of their names?
//!
//! A folder holds for each package a list, `NAME.json`, in the shape of an exported interface without
//! documentation; of constants and aliases it may hold the names alone.

use std::process::ExitCode;

use camino::{Utf8Path, Utf8PathBuf};
use serde_json::{Map, Value};

use super::interface::{self, interface};
use super::{packages, signature};
use crate::run::{build_tindra, root};

/// The packages that are only looked at with `--all`, and never make the check fail: more than their
/// public modules show are types of their insides.
const APART: &[&str] = &["lustre"];

/// Compares all packages that have a list; anything that is missing or different fails the task.
pub(crate) fn api_check(arguments: &[String]) -> Result<ExitCode, String> {
    let good = run(&build_tindra(false)?, arguments)?;
    Ok(if good {
        ExitCode::SUCCESS
    } else {
        ExitCode::FAILURE
    })
}

/// The same with a program that was built; whether nothing is missing or different.
pub(crate) fn run(tindra: &Utf8Path, arguments: &[String]) -> Result<bool, String> {
    let options = Options::parse(arguments)?;
    if !options.reference.is_dir() {
        println!("left out: there is no folder {}", options.reference);
        return Ok(true);
    }
    let (mut good, mut without) = (true, Vec::new());
    for package in packages()? {
        let list = options.reference.join(format!("{}.json", package.name));
        let apart = APART.contains(&package.name.as_str());
        if !list.is_file() {
            without.push(package.name);
            continue;
        }
        if apart && !options.all {
            continue;
        }
        let target = package.targets()[0];
        let found = interface(tindra, &package, target)?;
        let comparison = compare(&interface::read(&list)?, &found);
        for finding in &comparison.findings {
            println!("{}: {finding}", package.name);
        }
        println!("{}: {}", package.name, comparison.counts());
        good &= apart || comparison.findings.is_empty();
    }
    println!("without a list: {}", without.join(", "));
    Ok(good)
}

struct Options {
    reference: Utf8PathBuf,
    all: bool,
}

impl Options {
    fn parse(arguments: &[String]) -> Result<Self, String> {
        let mut options = Self {
            reference: root().join("../shared/reference/api"),
            all: false,
        };
        let mut arguments = arguments.iter();
        while let Some(argument) = arguments.next() {
            match argument.as_str() {
                "--all" => options.all = true,
                "--reference" => {
                    let folder = arguments.next().ok_or("--reference needs a folder")?;
                    options.reference = folder.into();
                }
                other => return Err(format!("api-check knows no {other}")),
            }
        }
        Ok(options)
    }
}

/// What a comparison has found.
#[derive(Debug, Default, PartialEq)]
struct Comparison {
    equal: usize,
    different: usize,
    missing: usize,
    more: usize,
    /// Each name that is missing or different, with what was wanted and what was found.
    findings: Vec<String>,
}

impl Comparison {
    fn counts(&self) -> String {
        format!(
            "{} equal, {} different, {} missing, {} more",
            self.equal, self.different, self.missing, self.more
        )
    }

    /// Compares two tables of definitions; `print` writes one in full.
    fn table(&mut self, what: &Table<'_>, wanted: &Value, found: &Value) {
        let wanted = entries(wanted);
        let found = entries(found);
        for (name, wanted) in &wanted {
            let place = format!("{} {}.{name}", what.sort, what.module);
            match found.get(name) {
                None => {
                    self.missing += 1;
                    let all = (what.print)(wanted);
                    self.findings.push(format!("{place} is missing: {all}"));
                }
                Some(found) => self.definition(&place, what.print, (wanted, found)),
            }
        }
        let more = found.keys().filter(|name| !wanted.contains_key(*name));
        self.more += more.count();
    }

    fn definition(
        &mut self,
        place: &str,
        print: fn(&Value) -> String,
        (wanted, found): (&Value, &Value),
    ) {
        // Of some definitions lists have the name alone.
        let (wanted, found) = (print(wanted), print(found));
        if wanted.is_empty() || wanted == found {
            self.equal += 1;
        } else {
            self.different += 1;
            self.findings
                .push(format!("{place}\n  wanted {wanted}\n  found  {found}"));
        }
    }
}

struct Table<'a> {
    sort: &'static str,
    module: &'a str,
    print: fn(&Value) -> String,
}

fn compare(wanted: &Value, found: &Value) -> Comparison {
    let mut comparison = Comparison::default();
    let found = &found["modules"];
    for (module, wanted) in entries(&wanted["modules"]) {
        let there = &found[&module];
        if there.is_null() {
            comparison.missing += 1;
            let finding = format!("module {module} is missing");
            comparison.findings.push(finding);
            continue;
        }
        let table = |sort, print| Table {
            sort,
            module: &module,
            print,
        };
        let functions = table("function", signature::function);
        comparison.table(&functions, &wanted["functions"], &there["functions"]);
        comparison.table(
            &table("type", custom_type),
            &wanted["types"],
            &there["types"],
        );
        let constants = table("constant", |_| String::new());
        comparison.table(&constants, &wanted["constants"], &there["constants"]);
        let aliases = table("alias", |_| String::new());
        comparison.table(&aliases, &wanted["aliases"], &there["type-aliases"]);
    }
    comparison
}

/// A table by name; of a list of names each stands for itself.
fn entries(table: &Value) -> Map<String, Value> {
    match table {
        Value::Object(entries) => entries.clone(),
        Value::Array(names) => {
            let names = names.iter().filter_map(Value::as_str);
            names.map(|name| (name.to_string(), Value::Null)).collect()
        }
        _ => Map::new(),
    }
}

/// `type(2) { Ok(a) Error(b) }`
fn custom_type(ty: &Value) -> String {
    let constructors = ty["constructors"].as_array().into_iter().flatten();
    let constructors: Vec<String> = constructors.map(signature::constructor).collect();
    let parameters = ty["parameters"].as_u64().unwrap_or_default();
    format!("type({parameters}) {{ {} }}", constructors.join(" "))
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn what_is_missing_different_or_more_is_told() {
        let int = json!({ "kind": "named", "module": "gleam", "name": "Int", "parameters": [] });
        let takes = |label: Option<&str>| json!({ "parameters": [{ "label": label, "type": int }], "return": int });
        let wanted = json!({ "modules": {
            "a": {
                "functions": { "f": takes(None), "g": takes(Some("to")), "h": takes(None) },
                "types": { "T": { "parameters": 1, "constructors": [
                    { "name": "T", "parameters": [{ "label": null, "type": { "kind": "variable", "id": 0 } }] },
                ] } },
                "constants": ["c"],
                "aliases": ["A"],
            },
            "b": {},
        } });
        let found = json!({ "modules": { "a": {
            "functions": { "f": takes(None), "g": takes(Some("from")), "i": takes(None) },
            "types": { "T": { "parameters": 1, "constructors": [] } },
            "constants": { "c": {} },
            "type-aliases": {},
        } } });
        let comparison = compare(&wanted, &found);
        assert_eq!(
            comparison.counts(),
            "2 equal, 2 different, 3 missing, 1 more"
        );
        assert_eq!(
            comparison.findings,
            [
                "function a.g\n  wanted fn(to: Int) -> Int\n  found  fn(from: Int) -> Int",
                "function a.h is missing: fn(Int) -> Int",
                "type a.T\n  wanted type(1) { T(a) }\n  found  type(1) {  }",
                "alias a.A is missing: ",
                "module b is missing",
            ]
        );
    }
}

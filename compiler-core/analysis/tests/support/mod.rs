//! Checks modules of a small world in memory.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;

use analysis::interface::{Interface, Interfaces};
use analysis::problem::Words;
use analysis::{CheckInput, CheckOptions, Origin, checked::Checked};
use report::Severity;
use source::{FileId, LineIndex, Name};
use syntax::ast::{ItemKind, Target};

/// A module to check.
pub(crate) struct Module {
    pub(crate) name: String,
    pub(crate) text: String,
    pub(crate) options: Vec<String>,
}

/// The modules checked so far.
#[derive(Default)]
pub(crate) struct World {
    interfaces: BTreeMap<Name, Interface>,
    last: Option<(Module, syntax::Parsed, Checked)>,
}

impl Interfaces for World {
    fn get(&self, module: Name) -> Option<&Interface> {
        self.interfaces.get(&module)
    }

    fn modules(&self) -> Vec<Name> {
        self.interfaces.keys().copied().collect()
    }
}

impl World {
    /// Checks a module; it can be imported from now on.
    pub(crate) fn check(&mut self, module: Module) {
        let option = |name: &str| module.options.iter().any(|it| it == name);
        let parsed = syntax::parse(FileId(0), &module.text);
        let options = CheckOptions {
            target: if option("javascript") {
                Target::JavaScript
            } else {
                Target::Erlang
            },
            is_root: !module.options.iter().any(|it| package_of(it).is_some()),
            internal: option("internal"),
            origin: if option("test") {
                Origin::Test
            } else {
                Origin::Src
            },
            dependencies: BTreeSet::from(["dependency", "gleam_stdlib"].map(Name::new)),
            oldest: None,
            dev_dependencies: BTreeSet::new(),
            trusted_pure: false,
            origins: BTreeMap::from([(Name::new("only_test"), Origin::Test)]),
        };
        let package = module.options.iter().find_map(|it| package_of(it));
        let package = package.unwrap_or("root");
        let checked = analysis::check(
            &CheckInput {
                file: FileId(0),
                module: &parsed.module,
                text: &module.text,
                name: Name::new(&module.name),
                package: Name::new(package),
                options,
            },
            self,
        );
        self.interfaces
            .insert(checked.module, checked.interface.clone());
        self.last = Some((module, parsed, checked));
    }

    /// Each function and constant of the last module with its type.
    pub(crate) fn types(&self) -> String {
        let mut text = String::new();
        let Some((_, parsed, checked)) = &self.last else {
            return text;
        };
        let words = Words::new(checked, FileId(0));
        for (index, item) in parsed.module.items.iter().enumerate() {
            let line = match &item.kind {
                ItemKind::Function(it) => checked
                    .functions
                    .get(&index)
                    .map(|info| format!("{}: {}", it.name.name, words.ty(info.ty))),
                ItemKind::Const(it) => checked
                    .constants
                    .get(&index)
                    .map(|info| format!("{}: {}", it.name.name, words.ty(info.ty))),
                _ => None,
            };
            if let Some(line) = line {
                let _ = writeln!(text, "{line}");
            }
        }
        text
    }

    /// The problems of the last module.
    pub(crate) fn problems(&self, severity: Severity) -> String {
        let mut text = String::new();
        let Some((module, parsed, checked)) = &self.last else {
            return text;
        };
        let words = Words::new(checked, FileId(0));
        let syntax = parsed
            .problems
            .iter()
            .map(|problem| problem.report(FileId(0)));
        let problems = checked
            .problems
            .iter()
            .map(|problem| problem.report(&words));
        let lines = LineIndex::new(&module.text);
        for report in syntax.chain(problems).filter(|it| it.severity == severity) {
            for (index, label) in report.labels.iter().enumerate() {
                let at = lines.line_column(label.location.span.start);
                let code = &module.text[label.location.span.range()];
                let code = code.lines().next().unwrap_or_default();
                let place = format!("{}:{} `{code}`: {}", at.line, at.column, label.text);
                let _ = match index {
                    0 => writeln!(text, "{} {}\n  {place}", report.code.0, report.title),
                    _ => writeln!(text, "  {place}"),
                };
            }
            for line in report.text.lines().filter(|line| !line.is_empty()) {
                let _ = writeln!(text, "  | {line}");
            }
            if let Some(hint) = &report.hint {
                let _ = writeln!(text, "  = {hint}");
            }
        }
        text
    }
}

/// The package that an option of a fence means.
fn package_of(option: &str) -> Option<&'static str> {
    match option {
        "dependency" => Some("dependency"),
        "indirect" => Some("indirect"),
        "stdlib" => Some("gleam_stdlib"),
        _ => None,
    }
}

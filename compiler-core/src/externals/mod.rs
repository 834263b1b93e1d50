//! Whether the foreign functions that the project's modules name are there.
//!
//! Only what is at hand is looked at: files of the packages, Gleam modules, and what a running
//! Erlang told of its own modules ([`OtpExports`]). Where that leaves a doubt, nothing is said.

mod erlang;
mod javascript;
mod resolve;

use std::collections::{BTreeMap, BTreeSet};

use report::Report;
use serde::{Deserialize, Serialize};
use source::{Location, Name, Span};
use syntax::Parsed;
use syntax::ast::{AttributeKind, Item, ItemKind, Target};

use crate::host::Host;
use crate::package::{Package, PackageSource};
use crate::schedule::CheckedModule;
use crate::workspace::Workspace;
use resolve::Known;

/// What modules of the installed Erlang export, with arities; nothing of a module that it lacks.
pub type OtpExports = BTreeMap<String, Option<BTreeSet<(String, usize)>>>;

const NO_FUNCTION: &str = "T0522";
const OTHER_ARITY: &str = "T0523";
const NO_FILE: &str = "T0524";

/// Whether a warning is of this sort. The reference gives none of them, so that they do not count
/// where warnings are errors.
pub fn is_about_externals(report: &Report) -> bool {
    [NO_FUNCTION, OTHER_ARITY, NO_FILE].contains(&report.code.0)
}

/// A foreign function that a module names, for the target it was checked for.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct External {
    module: String,
    module_span: Span,
    function: String,
    function_span: Span,
    arity: usize,
}

/// The foreign functions of a module.
pub(crate) fn externals(parsed: &Parsed, target: Target) -> Vec<External> {
    let items = parsed.module.items.iter();
    items.filter_map(|item| external(item, target)).collect()
}

fn external(item: &Item, target: Target) -> Option<External> {
    let ItemKind::Function(function) = &item.kind else {
        return None;
    };
    let arity = function.params.len();
    let mut found = None;
    for attribute in &item.attributes {
        match &attribute.kind {
            AttributeKind::Target { target: only, .. } if *only != target => return None,
            AttributeKind::External {
                target: only,
                module,
                function,
            } if *only == target => {
                found = Some(External {
                    module: module.0.to_string(),
                    module_span: module.1,
                    function: function.0.to_string(),
                    function_span: function.1,
                    arity,
                });
            }
            _ => {}
        }
    }
    found
}

/// Warnings about the foreign functions of the project and of packages in its folders, by module and
/// place.
pub(crate) fn check(
    host: &dyn Host,
    workspace: &Workspace,
    target: Target,
    modules: &BTreeMap<Name, CheckedModule>,
    otp: &OtpExports,
) -> Vec<Report> {
    let mut known = Known::new(host, workspace, modules, otp);
    let mut reports = Vec::new();
    for (name, external) in told(workspace, modules) {
        let source = &workspace.modules[&name];
        let package = &workspace.packages[source.package].config.name;
        let problem = match target {
            Target::Erlang => erlang_problem(&mut known, external),
            Target::JavaScript => javascript_problem(&mut known, package, name, external),
        };
        reports.extend(problem.map(|problem| problem.report(external, source.source.file)));
    }
    reports
}

/// The modules of Erlang itself that the project's modules name.
pub(crate) fn otp_modules(
    workspace: &Workspace,
    modules: &BTreeMap<Name, CheckedModule>,
) -> BTreeSet<String> {
    let files = resolve::erlang_files(workspace);
    told(workspace, modules)
        .map(|(_, external)| &external.module)
        .filter(|module| {
            !files.contains_key(module.as_str()) && resolve::gleam_module(modules, module).is_none()
        })
        .cloned()
        .collect()
}

/// The foreign functions of those modules whose warnings are shown.
fn told<'a>(
    workspace: &'a Workspace,
    modules: &'a BTreeMap<Name, CheckedModule>,
) -> impl Iterator<Item = (Name, &'a External)> {
    let wanted = |package: &Package| {
        package.config.check_externals
            && matches!(package.source, PackageSource::Root | PackageSource::Path)
    };
    let all = workspace.root().is_some_and(wanted);
    modules
        .iter()
        .filter(move |(name, module)| {
            all && !module.has_errors()
                && wanted(&workspace.packages[workspace.modules[*name].package])
        })
        .flat_map(|(name, module)| module.record.externals.iter().map(|it| (*name, it)))
}

/// What is wrong with an external.
enum Problem {
    /// The module has no such function; perhaps one of a similar name.
    NoFunction(Option<Name>),
    /// The module has it with other numbers of arguments.
    OtherArity(Vec<usize>),
    /// A relative path leads nowhere.
    NoFile,
}

fn erlang_problem(known: &mut Known<'_>, external: &External) -> Option<Problem> {
    let functions = known.erlang(&external.module)?;
    let wanted = &external.function;
    if functions.contains(&(wanted.clone(), external.arity)) {
        return None;
    }
    let same = functions.iter().filter(|(name, _)| name == wanted);
    let arities: Vec<usize> = same.map(|(_, arity)| *arity).collect();
    if arities.is_empty() {
        let names = functions.iter().map(|(name, _)| Name::new(name));
        return Some(Problem::NoFunction(report::nearest(wanted, names)));
    }
    Some(Problem::OtherArity(arities))
}

fn javascript_problem(
    known: &mut Known<'_>,
    package: &str,
    module: Name,
    external: &External,
) -> Option<Problem> {
    let path = resolve::relative(&format!("{package}/{module}"), &external.module)?;
    if !known.is_javascript_file(&path) {
        // Another file may be made by another program, and a path out of the package may lead
        // anywhere.
        let within = path.starts_with(package);
        return (within && path.extension() == Some("mjs")).then_some(Problem::NoFile);
    }
    let names = known.javascript(&path)?;
    let wanted = &external.function;
    (!names.contains(wanted)).then(|| {
        let names = names.iter().map(|name| Name::new(name));
        Problem::NoFunction(report::nearest(wanted, names))
    })
}

impl Problem {
    fn report(&self, external: &External, file: source::FileId) -> Report {
        let External {
            module,
            function,
            arity,
            ..
        } = external;
        let at = |span| Location { file, span };
        let function_at = at(external.function_span);
        match self {
            Self::NoFunction(nearest) => {
                let title = "Foreign function not found";
                let report = Report::warning(NO_FUNCTION, title, function_at)
                    .label("not exported")
                    .text(format!("`{module}` exports no `{function}`."));
                match nearest {
                    Some(nearest) => report.hint(format!("Did you mean `{nearest}`?")),
                    None => report,
                }
            }
            Self::OtherArity(arities) => {
                let has: Vec<String> = arities
                    .iter()
                    .map(|arity| format!("`{function}/{arity}`"))
                    .collect();
                let title = "Foreign function with another arity";
                Report::warning(OTHER_ARITY, title, function_at)
                    .label(format!("called with {arity}"))
                    .text(format!(
                        "`{module}` has {}, not `{function}/{arity}`.",
                        has.join(" and ")
                    ))
            }
            Self::NoFile => {
                let place = at(external.module_span);
                Report::warning(NO_FILE, "Foreign module not found", place)
                    .label("no such file")
                    .text(format!(
                        "There is no file `{module}` beside the module, so that the program fails \
                         when it is loaded."
                    ))
            }
        }
    }
}

//! Problems of modules as a whole: import cycles, and names that are taken. All other rules on imports
//! belong to one module and are checked with it.

use std::collections::BTreeMap;

use report::Report;
use source::{Location, Name, Span};
use syntax::ast::{ItemKind, Module};

use crate::graph::Order;
use crate::package::is_otp_module;
use crate::schedule::Prepared;
use crate::workspace::{ModuleSource, Workspace};

/// Import cycles, told at the first import of each.
pub(crate) fn cycles(
    order: &Order,
    prepared: &BTreeMap<Name, Prepared<'_>>,
    workspace: &Workspace,
) -> Vec<Report> {
    order
        .cycles
        .iter()
        .filter_map(|cycle| cycle_report(cycle, prepared, workspace))
        .collect()
}

fn cycle_report(
    cycle: &[Name],
    prepared: &BTreeMap<Name, Prepared<'_>>,
    workspace: &Workspace,
) -> Option<Report> {
    let place = |index: usize| {
        let module = prepared.get(&cycle[index])?;
        let next = cycle[(index + 1) % cycle.len()];
        let parsed = crate::pipeline::parse(&workspace.modules.get(&cycle[index])?.source);
        let (_, span) = imports(&parsed.module).find(|(module, _)| *module == next)?;
        Some((
            Location {
                file: module.module.source.file,
                span,
            },
            next,
        ))
    };
    let (location, next) = place(0)?;
    let mut report = Report::error("T0510", "Import cycle", location)
        .label(format!("`{}` imports `{next}`", cycle[0]));
    for (index, module) in cycle.iter().enumerate().skip(1) {
        if let Some((location, next)) = place(index) {
            report = report.also(location, format!("`{module}` imports `{next}`"));
        }
    }
    let names: Vec<&str> = cycle
        .iter()
        .chain(&cycle[..1])
        .map(|name| name.as_str())
        .collect();
    Some(
        report
            .text(format!(
                "These modules import each other: {}.",
                names.join(" → ")
            ))
            .hint("Move what they share into a module that imports none of them."),
    )
}

fn imports(tree: &Module) -> impl Iterator<Item = (Name, Span)> {
    tree.items.iter().filter_map(|item| match &item.kind {
        ItemKind::Import(import) => Some((import.module.name, item.head())),
        _ => None,
    })
}

/// Modules that would take the place of one of OTP's.
pub(crate) fn taken_names(workspace: &Workspace) -> Vec<Report> {
    let taken = workspace
        .modules
        .iter()
        .filter(|(name, _)| is_otp_module(name));
    let report = |(name, module): (&Name, &ModuleSource)| {
        Report::error("T0513", "Module name is taken", start(module))
            .label(format!("this file is the module `{name}`"))
            .text(format!(
                "Erlang/OTP has a module `{name}` of its own. This one would take its place in the \
                 running system, which would break."
            ))
            .hint("Rename the file.")
    };
    taken.map(report).collect()
}

/// Modules that nobody could import.
pub(crate) fn unusable_names(workspace: &Workspace) -> Vec<Report> {
    workspace
        .modules
        .iter()
        .filter_map(|(name, module)| unusable_name(name, module))
        .collect()
}

fn unusable_name(name: &Name, module: &ModuleSource) -> Option<Report> {
    if name.as_str() == "gleam" {
        let report = Report::error("T0514", "Module name is reserved", start(module));
        return Some(
            report
                .label("this file is the module `gleam`")
                .text("`gleam` is the module of the types that are always there.")
                .hint("Rename the file."),
        );
    }
    let word = name.split('/').find(|part| is_keyword(part))?;
    let report = Report::error("T0515", "Reserved word in a module name", start(module));
    Some(
        report
            .label(format!("this file is the module `{name}`"))
            .text(format!(
                "`{word}` is a reserved word, so that nobody could import this module."
            ))
            .hint("Rename the file or its folder."),
    )
}

fn is_keyword(part: &str) -> bool {
    let tokens = syntax::lexer::lex(part).tokens;
    tokens.kinds.first().is_some_and(|kind| kind.is_keyword())
}

fn start(module: &ModuleSource) -> Location {
    Location {
        file: module.source.file,
        span: Span::new(0, 0),
    }
}

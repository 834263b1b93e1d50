//! Who may import whom: parts of a package, development dependencies, cycles.

use std::collections::BTreeMap;

use report::Report;
use source::{Location, Name};
use syntax::ast::{Ident, ItemKind, Module};

use crate::graph::Waves;
use crate::package::Origin;
use crate::schedule::Prepared;
use crate::workspace::Workspace;

/// Imports of a module that its part of the package must not have.
pub(crate) fn check(
    tree: &Module,
    prepared: &Prepared<'_>,
    workspace: &Workspace,
) -> Vec<Report> {
    let mut reports = Vec::new();
    for import in imports(tree) {
        let Some(imported) = workspace.modules.get(&import.name) else { continue };
        let location = Location { file: prepared.module.source.file, span: import.span };
        if imported.package == prepared.module.package {
            reports.extend(part(prepared.module.origin, imported.origin, import.name, location));
        } else if let Some(report) = dev_dependency(prepared, workspace, imported.package, location)
        {
            reports.push(report);
        }
    }
    reports
}

fn imports(tree: &Module) -> impl Iterator<Item = Ident> {
    tree.items.iter().filter_map(|item| match &item.kind {
        ItemKind::Import(import) => Some(import.module),
        _ => None,
    })
}

fn part(from: Origin, to: Origin, module: Name, location: Location) -> Option<Report> {
    let allowed = match from {
        Origin::Src => to == Origin::Src,
        Origin::Dev => to != Origin::Test,
        Origin::Test => true,
    };
    let (from, to) = (from.folder(), to.folder());
    (!allowed).then(|| {
        Report::error("T0511", "Invalid import", location)
            .label(format!("This module is in `{to}`"))
            .text(format!(
                "Modules in `{from}` cannot import modules in `{to}`, which other packages do not \
                 get. Move `{module}` to `{from}`."
            ))
    })
}

fn dev_dependency(
    prepared: &Prepared<'_>,
    workspace: &Workspace,
    imported: usize,
    location: Location,
) -> Option<Report> {
    let package = Name::new(&workspace.packages[imported].config.name);
    let options = &prepared.options;
    let only_dev = options.dev_dependencies.contains(&package)
        && !options.dependencies.contains(&package);
    (only_dev && options.origin == Origin::Src).then(|| {
        Report::error("T0512", "Import of a development dependency", location)
            .label(format!("This module belongs to `{package}`"))
            .text(format!(
                "`{package}` is only a development dependency, so that modules in `src` cannot \
                 import it."
            ))
            .hint(format!("Move `{package}` to `[dependencies]` in `gleam.toml`."))
    })
}

/// Import cycles, told at the first import of each.
pub(crate) fn cycles(
    waves: &Waves,
    prepared: &BTreeMap<Name, Prepared<'_>>,
    workspace: &Workspace,
) -> Vec<Report> {
    waves.cycles.iter().filter_map(|cycle| cycle_report(cycle, prepared, workspace)).collect()
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
        let import = imports(&parsed.module).find(|import| import.name == next)?;
        Some((Location { file: module.module.source.file, span: import.span }, next))
    };
    let (location, next) = place(0)?;
    let mut report = Report::error("T0510", "Import cycle", location)
        .label(format!("`{}` imports `{next}`", cycle[0]));
    for index in 1..cycle.len() {
        if let Some((location, next)) = place(index) {
            report = report.also(location, format!("`{}` imports `{next}`", cycle[index]));
        }
    }
    let names: Vec<&str> = cycle.iter().chain(&cycle[..1]).map(|name| name.as_str()).collect();
    Some(
        report
            .text(format!("These modules import each other: {}.", names.join(" → ")))
            .hint("Move what they share into a module that imports none of them."),
    )
}

//! `tindra deps tree`

use std::collections::{BTreeMap, BTreeSet};
use std::process::ExitCode;

use compiler_core::build::Mode;
use compiler_core::package::{Package, PackageSource};

use crate::args::Tree;
use crate::cache::Cache;
use crate::failure::Failure;
use crate::project::{find_packages, find_root};
use crate::ui;

/// Prints which packages need which.
pub(crate) fn tree(options: &Tree) -> Result<ExitCode, Failure> {
    let root = find_root()?;
    let cache = Cache::open(&root)?;
    let found = find_packages(&root, &cache, &options.packages, Mode::Dev)?;
    let versions: BTreeMap<&str, &str> = found
        .packages
        .iter()
        .map(|it| (&*it.config.name, &*it.config.version))
        .collect();
    let mut edges: BTreeMap<&str, BTreeSet<&str>> = BTreeMap::new();
    for package in &found.packages {
        for needed in needs(package) {
            let (from, to) = match options.invert {
                None => (&*package.config.name, needed),
                Some(_) => (needed, &*package.config.name),
            };
            edges.entry(from).or_default().insert(to);
        }
    }
    let project = found.packages.last().map(|it| &it.config.name);
    let top = options
        .package
        .as_ref()
        .or(options.invert.as_ref())
        .or(project);
    match top.filter(|name| versions.contains_key(name.as_str())) {
        Some(top) => {
            ui::print(&drawn(top, &edges, &versions));
        }
        None => {
            ui::print("Package not found. Please check the package name.\n");
        }
    }
    Ok(ExitCode::SUCCESS)
}

fn needs(package: &Package) -> impl Iterator<Item = &str> {
    let config = &package.config;
    let dev = package.source == PackageSource::Root;
    let dev = config.dev_dependencies.keys().filter(move |_| dev);
    config.dependencies.keys().chain(dev).map(String::as_str)
}

/// The tree as text. A package that several need is drawn below each of them.
fn drawn(
    top: &str,
    edges: &BTreeMap<&str, BTreeSet<&str>>,
    versions: &BTreeMap<&str, &str>,
) -> String {
    let mut text = String::new();
    let mut waiting = vec![(top.to_string(), String::new(), String::new())];
    while let Some((name, branch, below)) = waiting.pop() {
        let version = versions.get(&*name).unwrap_or(&"");
        text.push_str(&format!("{branch}{name} v{version}\n"));
        let children = edges.get(&*name).into_iter().flatten();
        let mut children: Vec<_> = children
            .map(|child| {
                let branch = format!("{below}├── ");
                ((*child).to_string(), branch, format!("{below}│   "))
            })
            .collect();
        if let Some((_, branch, next)) = children.last_mut() {
            *branch = format!("{below}└── ");
            *next = format!("{below}    ");
        }
        waiting.extend(children.into_iter().rev());
    }
    text
}

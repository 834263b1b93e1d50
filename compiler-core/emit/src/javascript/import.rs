//! Imports: found while code is written, printed before it.

use std::collections::{BTreeMap, BTreeSet};

use ir::node::{FunctionBody, Module};
use source::Name;

use super::name::{Names, escape};
use super::node::Item;

/// What a module needs from others.
#[derive(Debug, Default)]
pub(super) struct Imports {
    prelude: BTreeMap<&'static str, Name>,
    modules: BTreeMap<(Name, Name), Name>,
    aliases: Names,
}

impl Imports {
    /// The variable that holds the prelude's `name`; `taken` says what the module defines itself.
    pub(super) fn prelude(&mut self, name: &'static str, taken: &BTreeSet<Name>) -> Name {
        *self.prelude.entry(name).or_insert_with(|| match name {
            "prepend" => Name::new("listPrepend"),
            "Ok" | "Error" if !taken.contains(&Name::new(name)) => Name::new(name),
            _ if name.starts_with(char::is_uppercase) => Name::new(&format!("${name}")),
            _ => Name::new(name),
        })
    }

    /// The variable that holds a module's exports: `$list` for `gleam/list`.
    pub(super) fn module(&mut self, package: Name, module: Name) -> Name {
        *self.modules.entry((package, module)).or_insert_with(|| {
            let last = module.rsplit('/').next().unwrap_or(&module);
            self.aliases.fresh(Name::new(&format!("${last}")))
        })
    }

    /// The modules, as (package, module), with their variables.
    pub(super) fn modules(&self) -> impl Iterator<Item = (&(Name, Name), &Name)> {
        self.modules.iter()
    }

    /// The statements, modules first.
    pub(super) fn items(&self, module: &Module) -> Vec<Item> {
        let mut items: Vec<_> = self
            .modules
            .iter()
            .map(|((package, imported), name)| Item::ImportAll {
                name: *name,
                path: format!("{}.mjs", place(module, *package, *imported)),
            })
            .collect();
        items.extend(externals(module));
        if !self.prelude.is_empty() {
            let names = self.prelude.iter();
            items.push(Item::Import {
                names: names
                    .map(|(name, alias)| (Name::new(name), *alias))
                    .collect(),
                path: format!("{}gleam.mjs", to_package_root(module)),
            });
        }
        items
    }
}

/// Foreign functions, grouped by where they come from, and the exports of the public ones.
fn externals(module: &Module) -> Vec<Item> {
    let mut sources: BTreeMap<&str, Vec<(Name, Name)>> = BTreeMap::new();
    let mut exported = Vec::new();
    for definition in &module.functions {
        if let FunctionBody::External {
            module: source,
            function,
        } = &definition.body
        {
            let name = escape(definition.name);
            let names = sources.entry(source).or_default();
            names.push((Name::new(function), name));
            if definition.public {
                exported.push(name);
            }
        }
    }
    let mut items: Vec<_> = sources
        .into_iter()
        .map(|(path, names)| Item::Import {
            names,
            path: path.to_owned(),
        })
        .collect();
    if !exported.is_empty() {
        items.push(Item::Blank);
        items.push(Item::Export(exported));
    }
    items
}

/// From a module to the folder of its package: `./` or some `../`.
pub(super) fn to_package_root(module: &Module) -> String {
    match module.name.matches('/').count() {
        0 => "./".to_owned(),
        depth => "../".repeat(depth),
    }
}

/// The path from one module's output to another's, without an extension.
pub(super) fn place(from: &Module, package: Name, module: Name) -> String {
    let root = to_package_root(from);
    if package == from.package {
        format!("{root}{module}")
    } else {
        let root = root.trim_start_matches("./");
        format!("../{root}{package}/{module}")
    }
}

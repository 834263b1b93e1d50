//! What a module takes from others, by its imports.

use std::collections::{BTreeMap, BTreeSet};

use source::{FileId, Name};
use syntax::ast::{ExprKind, Import, ItemKind};

/// Modules and names of the values that the module with this text mentions.
pub(super) fn uses(text: &str) -> BTreeSet<(String, String)> {
    let parsed = syntax::parse(FileId(0), text);
    let mut modules: BTreeMap<Name, Name> = BTreeMap::new();
    let mut values: BTreeMap<Name, (Name, Name)> = BTreeMap::new();
    for item in &parsed.module.items {
        if let ItemKind::Import(import) = &item.kind {
            modules.insert(local_name(import), import.module.name);
            for value in import.unqualified.iter().filter(|value| !value.is_type) {
                let here = value.alias.unwrap_or(value.name).name;
                values.insert(here, (import.module.name, value.name.name));
            }
        }
    }
    let mut used = BTreeSet::new();
    for (_, expr) in parsed.module.exprs.iter() {
        let mention = match &expr.kind {
            ExprKind::Var(name) => values.get(&name.name).copied(),
            ExprKind::Field { container, label } => match &parsed.module.exprs[*container].kind {
                ExprKind::Var(name) => modules.get(&name.name).map(|module| (*module, label.name)),
                _ => None,
            },
            _ => None,
        };
        used.extend(mention.map(|(module, name)| (module.to_string(), name.to_string())));
    }
    used
}

fn local_name(import: &Import) -> Name {
    let last = import.module.name.rsplit('/').next().map(Name::new);
    let alias = import.alias.map(|alias| alias.name);
    alias.or(last).unwrap_or(import.module.name)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn uses_go_through_imports() {
        let text = "import a/list\nimport b/list.{map, type T, fold as reduce} as other\n\
                    pub fn f() { list.each(other.x, map) |> reduce\n  string.y fold }";
        let expected = [
            ("a/list", "each"),
            ("b/list", "fold"),
            ("b/list", "map"),
            ("b/list", "x"),
        ];
        let expected = expected.map(|(module, name)| (module.to_string(), name.to_string()));
        assert_eq!(uses(text), BTreeSet::from(expected));
    }
}

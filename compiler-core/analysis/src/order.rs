//! Which functions and constants must be inferred together, and before which others.

mod mentions;

use std::collections::BTreeMap;

use source::Name;
use syntax::ast::{self, ItemKind};

/// Groups of items that mention each other, those that others mention first. Inside a group the
/// items are in source order.
pub(crate) fn groups(module: &ast::Module, live: &[usize]) -> Vec<Vec<usize>> {
    let named = live.iter().copied().filter_map(|item| {
        let name = value_name(&module.items[item].kind)?;
        Some((item, name))
    });
    let (items, names): (Vec<usize>, Vec<Name>) = named.unzip();
    let mut nodes: BTreeMap<Name, usize> = BTreeMap::new();
    for (node, name) in names.iter().enumerate() {
        nodes.entry(*name).or_insert(node);
    }
    let edges: Vec<Vec<usize>> = items
        .iter()
        .map(|item| {
            let mentions = mentions(module, *item).into_iter();
            mentions
                .filter_map(|name| nodes.get(&name).copied())
                .collect()
        })
        .collect();
    source::components(&edges)
        .into_iter()
        .map(|group| group.into_iter().map(|node| items[node]).collect())
        .collect()
}

/// The free names of a function or constant, in order.
pub(crate) fn mentions(module: &ast::Module, item: usize) -> Vec<Name> {
    mentions::of(module, item)
}

fn value_name(kind: &ItemKind) -> Option<Name> {
    match kind {
        ItemKind::Function(function) => Some(function.name.name),
        ItemKind::Const(constant) => Some(constant.name.name),
        _ => None,
    }
}

//! The import graph: in which order modules can be checked, and which cannot.

use std::collections::BTreeMap;

use source::Name;

/// Modules in waves: each imports only modules of earlier waves.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(crate) struct Order {
    /// The waves; names within one are sorted.
    pub waves: Vec<Vec<Name>>,
    /// Import cycles, each from its smallest name around to the module that imports it. Modules
    /// that are in a cycle, or import one that is, are in no wave.
    pub cycles: Vec<Vec<Name>>,
    /// Modules that are in no wave because they import one that is in a cycle.
    pub blocked: Vec<Name>,
}

/// Orders modules by what they import (Kahn 1962). Imports of unknown modules do not count.
pub(crate) fn order(imports: &BTreeMap<Name, Vec<Name>>) -> Order {
    let mut open: BTreeMap<Name, usize> = BTreeMap::new();
    let mut importers: BTreeMap<Name, Vec<Name>> = BTreeMap::new();
    for (module, imported) in imports {
        let known = imported.iter().filter(|name| imports.contains_key(name));
        let mut count = 0;
        for name in known {
            importers.entry(*name).or_default().push(*module);
            count += 1;
        }
        open.insert(*module, count);
    }
    let mut waves = Vec::new();
    let mut wave: Vec<Name> = open
        .iter()
        .filter(|(_, count)| **count == 0)
        .map(|(name, _)| *name)
        .collect();
    while !wave.is_empty() {
        let mut next = Vec::new();
        for module in &wave {
            open.remove(module);
            for importer in importers.get(module).into_iter().flatten() {
                if let Some(count) = open.get_mut(importer) {
                    *count -= 1;
                    if *count == 0 {
                        next.push(*importer);
                    }
                }
            }
        }
        next.sort();
        waves.push(std::mem::replace(&mut wave, next));
    }
    let stuck: Vec<Name> = open.into_keys().collect();
    let cycles = cycles(&stuck, imports);
    let blocked = stuck
        .into_iter()
        .filter(|name| !cycles.iter().any(|cycle| cycle.contains(name)));
    Order {
        waves,
        blocked: blocked.collect(),
        cycles,
    }
}

/// One cycle through each module that is in any: every stuck module imports a stuck module, so
/// following the first such import must come around.
fn cycles(stuck: &[Name], imports: &BTreeMap<Name, Vec<Name>>) -> Vec<Vec<Name>> {
    let mut cycles: Vec<Vec<Name>> = Vec::new();
    let mut seen: BTreeMap<Name, usize> = BTreeMap::new();
    for (round, start) in stuck.iter().enumerate() {
        let mut path = Vec::new();
        let mut module = *start;
        while !seen.contains_key(&module) {
            seen.insert(module, round);
            path.push(module);
            let next = imports[&module]
                .iter()
                .find(|name| stuck.binary_search(name).is_ok());
            let Some(next) = next else { break };
            module = *next;
        }
        let closed = seen.get(&module) == Some(&round);
        let from = path
            .iter()
            .position(|name| *name == module)
            .filter(|_| closed);
        if let Some(from) = from {
            let mut cycle = path.split_off(from);
            let smallest = (0..cycle.len())
                .min_by_key(|index| cycle[*index])
                .unwrap_or(0);
            cycle.rotate_left(smallest);
            cycles.push(cycle);
        }
    }
    cycles
}

#[cfg(test)]
mod tests {
    use super::*;

    fn graph(edges: &[(&str, &[&str])]) -> Order {
        let imports = edges.iter().map(|(name, imported)| {
            (
                Name::new(name),
                imported.iter().map(|name| Name::new(name)).collect(),
            )
        });
        order(&imports.collect())
    }

    #[test]
    fn orders_by_imports() {
        let found = graph(&[
            ("a", &["b", "c"]),
            ("b", &["c"]),
            ("c", &[]),
            ("d", &["nowhere"]),
        ]);
        let names: Vec<Vec<&str>> = found
            .waves
            .iter()
            .map(|wave| wave.iter().map(|name| name.as_str()).collect())
            .collect();
        assert_eq!(names, [vec!["c", "d"], vec!["b"], vec!["a"]]);
        assert!(found.cycles.is_empty());
    }

    #[test]
    fn names_each_cycle_once() {
        let found = graph(&[
            ("a", &["c"]),
            ("b", &["a"]),
            ("c", &["b"]),
            ("d", &["a"]),
            ("e", &[]),
        ]);
        assert_eq!(found.cycles, [["a", "c", "b"].map(Name::new)]);
        assert_eq!(found.blocked, [Name::new("d")]);
        assert_eq!(found.waves, [[Name::new("e")]]);
    }
}

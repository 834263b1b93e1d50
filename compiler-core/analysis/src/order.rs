//! Which functions and constants must be inferred together, and before which others.

mod mentions;

use std::collections::BTreeMap;

use source::Name;
use syntax::ast::{self, ItemKind};

/// Groups of items that mention each other, those that others mention first. Inside a group the
/// items are in source order.
///
/// Tarjan, "Depth-first search and linear graph algorithms" (1972), with a stack of our own.
pub(crate) fn groups(module: &ast::Module, live: &[usize]) -> Vec<Vec<usize>> {
    let mut nodes: BTreeMap<Name, usize> = BTreeMap::new();
    for index in live {
        if let Some(name) = value_name(&module.items[*index].kind) {
            nodes.entry(name).or_insert(*index);
        }
    }
    let mut search = Search::new(module, &nodes);
    for index in live {
        if value_name(&module.items[*index].kind).is_some() {
            search.visit(*index);
        }
    }
    search.groups
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

struct Search<'a> {
    module: &'a ast::Module,
    nodes: &'a BTreeMap<Name, usize>,
    states: BTreeMap<usize, State>,
    open: Vec<usize>,
    groups: Vec<Vec<usize>>,
}

#[derive(Clone, Copy)]
struct State {
    order: usize,
    low: usize,
    open: bool,
}

/// An item whose mentions are being followed.
struct Step {
    item: usize,
    mentions: Vec<usize>,
    next: usize,
}

impl<'a> Search<'a> {
    fn new(module: &'a ast::Module, nodes: &'a BTreeMap<Name, usize>) -> Self {
        Self {
            module,
            nodes,
            states: BTreeMap::new(),
            open: Vec::new(),
            groups: Vec::new(),
        }
    }

    fn visit(&mut self, root: usize) {
        if self.states.contains_key(&root) {
            return;
        }
        let mut path = vec![self.enter(root)];
        while let Some(step) = path.last_mut() {
            if let Some(mentioned) = step.mentions.get(step.next).copied() {
                step.next += 1;
                let item = step.item;
                match self.states.get(&mentioned).copied() {
                    None => path.push(self.enter(mentioned)),
                    Some(state) if state.open => self.lower(item, state.order),
                    Some(_) => {}
                }
            } else {
                let item = step.item;
                path.pop();
                let low = self.leave(item);
                if let Some(parent) = path.last() {
                    self.lower(parent.item, low);
                }
            }
        }
    }

    fn enter(&mut self, item: usize) -> Step {
        let order = self.states.len();
        let state = State {
            order,
            low: order,
            open: true,
        };
        self.states.insert(item, state);
        self.open.push(item);
        let mentions = mentions::of(self.module, item)
            .into_iter()
            .filter_map(|name| self.nodes.get(&name).copied())
            .collect();
        Step {
            item,
            mentions,
            next: 0,
        }
    }

    fn lower(&mut self, item: usize, low: usize) {
        if let Some(state) = self.states.get_mut(&item) {
            state.low = state.low.min(low);
        }
    }

    /// Closes the group if `item` is its first; gives the lowest item that it reaches.
    fn leave(&mut self, item: usize) -> usize {
        let Some(state) = self.states.get(&item).copied() else {
            return usize::MAX;
        };
        if state.low == state.order {
            let mut group = Vec::new();
            while let Some(member) = self.open.pop() {
                if let Some(state) = self.states.get_mut(&member) {
                    state.open = false;
                }
                group.push(member);
                if member == item {
                    break;
                }
            }
            group.sort_unstable();
            self.groups.push(group);
        }
        state.low
    }
}

//! The patterns that would match what a tree leaves out.

use std::collections::{BTreeSet, HashMap};

use super::Tree;
use super::impossible::Shapes;
use super::tree::{Node, NodeId, PlaceId, Test};
use crate::interface::ConstructorRef;

/// As many patterns as are worth showing.
const MAX_PATTERNS: usize = 1000;
/// As many bytes of them as are worth showing.
const MAX_BYTES: usize = 1 << 16;
/// As many gaps as are worth looking at: most repeat.
const MAX_VISITS: usize = 1 << 16;

/// Patterns for all values that `tree` fails for, in the order of the variants' definitions, each
/// once; cut off when there are too many. Empty if the tree never fails.
pub(super) fn missing(tree: &Tree, shapes: &mut Shapes<'_>) -> Vec<String> {
    let fails = failing(tree);
    if !fails[tree.root.index()] {
        return Vec::new();
    }
    let mut search = Search {
        tree,
        shapes,
        fails,
        facts: HashMap::new(),
        seen: BTreeSet::new(),
        found: Vec::new(),
        visits: 0,
        bytes: 0,
    };
    search.visit(tree.root);
    search.found
}

/// For each node, whether it may end in failure.
fn failing(tree: &Tree) -> Vec<bool> {
    let mut fails = vec![false; tree.nodes.len()];
    for (id, node) in tree.nodes.iter() {
        fails[id.index()] = match node {
            Node::Fail => true,
            Node::Leaf { .. } => false,
            Node::Guard { otherwise, .. } => fails[otherwise.index()],
            Node::Tuple { then, .. } => fails[then.index()],
            Node::Switch {
                branches,
                otherwise,
                ..
            } => {
                let mut next = branches.iter().map(|(_, then)| then).chain(otherwise);
                next.any(|next| fails[next.index()])
            }
        };
    }
    fails
}

/// What is known of a place on the way to a gap.
enum Fact {
    Tuple(Vec<PlaceId>),
    /// A variant; without places if nothing is known of its fields.
    Variant(ConstructorRef, Vec<PlaceId>),
    Empty,
    /// With head and tail, if anything is known of them.
    Filled(Option<(PlaceId, PlaceId)>),
}

struct Search<'a, 'p> {
    tree: &'a Tree,
    shapes: &'a mut Shapes<'p>,
    fails: Vec<bool>,
    facts: HashMap<PlaceId, Fact>,
    seen: BTreeSet<String>,
    found: Vec<String>,
    visits: usize,
    bytes: usize,
}

impl Search<'_, '_> {
    fn visit(&mut self, node: NodeId) {
        let enough = self.found.len() >= MAX_PATTERNS
            || self.bytes >= MAX_BYTES
            || self.visits >= MAX_VISITS;
        if enough || !self.fails[node.index()] {
            return;
        }
        let tree = self.tree;
        source::grow(|| match &tree.nodes[node] {
            Node::Leaf { .. } => {}
            Node::Fail => self.record(),
            Node::Guard { otherwise, .. } => self.visit(*otherwise),
            Node::Tuple { place, items, then } => {
                self.assume(*place, Fact::Tuple(items.clone()), *then);
            }
            Node::Switch {
                place,
                branches,
                otherwise,
            } => self.visit_switch(*place, branches, *otherwise),
        });
    }

    fn visit_switch(
        &mut self,
        place: PlaceId,
        branches: &[(Test, NodeId)],
        otherwise: Option<NodeId>,
    ) {
        match branches.first() {
            Some((Test::Variant { constructor, .. }, _)) => {
                self.visit_variants(place, constructor, branches, otherwise);
            }
            Some((Test::EmptyList | Test::NonEmptyList { .. }, _)) => {
                self.visit_lists(place, branches, otherwise);
            }
            _ => {
                for (_, then) in branches {
                    self.visit(*then);
                }
                if let Some(otherwise) = otherwise {
                    self.visit(otherwise);
                }
            }
        }
    }

    fn visit_variants(
        &mut self,
        place: PlaceId,
        first: &ConstructorRef,
        branches: &[(Test, NodeId)],
        otherwise: Option<NodeId>,
    ) {
        let tested: HashMap<u32, (&Vec<PlaceId>, NodeId)> = branches
            .iter()
            .filter_map(|(test, then)| match test {
                Test::Variant {
                    constructor,
                    fields,
                } => Some((constructor.index, (fields, *then))),
                _ => None,
            })
            .collect();
        let ty = self.tree.places[place].ty;
        let known = self.shapes.known_variant(ty);
        let all = self.shapes.constructors(ty);
        let fallback = [(first.clone(), Vec::new())];
        if let (None, Some(otherwise)) = (&all, otherwise) {
            self.visit(otherwise);
        }
        for (constructor, _) in all.as_deref().unwrap_or(&fallback) {
            if known.is_some_and(|known| known != constructor.index) {
                continue;
            }
            match (tested.get(&constructor.index), otherwise) {
                (Some((fields, then)), _) => {
                    let fact = Fact::Variant(constructor.clone(), (*fields).clone());
                    self.assume(place, fact, *then);
                }
                (None, Some(otherwise)) => {
                    let fact = Fact::Variant(constructor.clone(), Vec::new());
                    self.assume(place, fact, otherwise);
                }
                (None, None) => {}
            }
        }
    }

    fn visit_lists(
        &mut self,
        place: PlaceId,
        branches: &[(Test, NodeId)],
        otherwise: Option<NodeId>,
    ) {
        let empty = branches
            .iter()
            .find(|(test, _)| matches!(test, Test::EmptyList));
        let filled = branches.iter().find_map(|(test, then)| match test {
            Test::NonEmptyList { head, tail } => Some(((*head, *tail), *then)),
            _ => None,
        });
        if let Some(then) = empty.map(|(_, then)| *then).or(otherwise) {
            self.assume(place, Fact::Empty, then);
        }
        match (filled, otherwise) {
            (Some((parts, then)), _) => self.assume(place, Fact::Filled(Some(parts)), then),
            (None, Some(then)) => self.assume(place, Fact::Filled(None), then),
            (None, None) => {}
        }
    }

    fn assume(&mut self, place: PlaceId, fact: Fact, then: NodeId) {
        self.facts.insert(place, fact);
        self.visit(then);
        self.facts.remove(&place);
    }

    fn record(&mut self) {
        self.visits += 1;
        let subjects = self.tree.subjects.iter();
        let patterns: Vec<String> = subjects.map(|place| self.written(*place)).collect();
        let text = patterns.join(", ");
        if self.seen.insert(text.clone()) {
            self.bytes += text.len();
            self.found.push(text);
        }
    }

    /// The pattern for what is known of a place.
    fn written(&self, place: PlaceId) -> String {
        source::grow(|| match self.facts.get(&place) {
            None => "_".to_owned(),
            Some(Fact::Tuple(items)) => {
                let items: Vec<String> = items.iter().map(|item| self.written(*item)).collect();
                format!("#({})", items.join(", "))
            }
            Some(Fact::Variant(constructor, fields)) => self.written_variant(constructor, fields),
            Some(Fact::Empty | Fact::Filled(_)) => self.written_list(place),
        })
    }

    fn written_variant(&self, constructor: &ConstructorRef, fields: &[PlaceId]) -> String {
        let variants = self.shapes.variants;
        if constructor.package != variants.package() && variants.is_internal(constructor) {
            return "_".to_owned();
        }
        let name = variants.written(constructor);
        if constructor.fields.is_empty() {
            return name;
        }
        let labels = constructor.fields.iter().enumerate();
        let args = labels.map(|(index, label)| {
            let value = fields
                .get(index)
                .map_or_else(|| "_".to_owned(), |field| self.written(*field));
            match label {
                Some(label) if value == "_" => format!("{label}:"),
                Some(label) => format!("{label}: {value}"),
                None => value,
            }
        });
        format!("{name}({})", args.collect::<Vec<_>>().join(", "))
    }

    fn written_list(&self, mut place: PlaceId) -> String {
        let mut items = Vec::new();
        loop {
            match self.facts.get(&place) {
                Some(Fact::Empty) => break,
                Some(Fact::Filled(Some((head, tail)))) => {
                    items.push(self.written(*head));
                    place = *tail;
                }
                Some(Fact::Filled(None)) => {
                    items.extend(["_".to_owned(), "..".to_owned()]);
                    break;
                }
                _ => {
                    items.push("..".to_owned());
                    break;
                }
            }
        }
        format!("[{}]", items.join(", "))
    }
}

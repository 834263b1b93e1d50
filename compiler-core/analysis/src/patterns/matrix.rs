//! From rows to a tree.
//!
//! Rows hold only the tests that they still need (Jacobs, "How to compile pattern matching",
//! 2021); the next test is one that the first row needs, and of those the one that most other rows
//! need too (after Maranget, 2008), tests of closed types first. A test splits the rows by all the shapes that they mention at
//! once, so that a thousand literals cost one step and not a thousand.

mod bit_array;
mod string;

use std::collections::{HashMap, VecDeque};
use std::hash::Hash;

use num_bigint::BigInt;
use source::Arena;
use syntax::ast::PatternKind;

use super::impossible::Shapes;
use super::row::{Need, Patterns, Row};
use super::tree::{Node, NodeId, Place, PlaceId, Test};
use super::{Match, Tree};
use crate::checked::PatternResolution;
use crate::types::Ty;

/// Builds the tree of `matching` from the rows that `possible` says can match at all. Also returns
/// which rows it reaches.
pub(super) fn tree<'p>(
    patterns: &mut Patterns<'p>,
    shapes: &mut Shapes<'p>,
    matching: &Match,
    possible: &[bool],
) -> (Tree, Vec<bool>) {
    let mut places = Arena::default();
    let subjects: Vec<PlaceId> = matching
        .subjects
        .iter()
        .map(|ty| places.alloc(Place { ty: *ty }))
        .collect();
    let mut builder = Builder {
        patterns,
        shapes,
        matching,
        places,
        nodes: Arena::default(),
        reached: vec![false; matching.rows.len()],
        needed: Vec::new(),
    };
    let rows = builder.rows(&subjects, possible);
    let root = builder.build(rows);
    let tree = Tree {
        subjects,
        places: builder.places,
        nodes: builder.nodes,
        root,
    };
    (tree, builder.reached)
}

struct Builder<'a, 'p> {
    patterns: &'a mut Patterns<'p>,
    shapes: &'a mut Shapes<'p>,
    matching: &'a Match,
    places: Arena<Place>,
    nodes: Arena<Node>,
    reached: Vec<bool>,
    /// For each place, how many rows need it; zero between choices.
    needed: Vec<u32>,
}

/// Rows in order.
type Rows = VecDeque<Row>;

/// Rows split by the outcome of a test.
struct Split {
    /// What is tested, and the rows that remain if it holds.
    branches: Vec<(Test, Rows)>,
    /// The rows that remain if no test holds: those that do not care.
    rest: Rows,
}

impl Split {
    fn new() -> Self {
        Self {
            branches: Vec::new(),
            rest: Rows::new(),
        }
    }

    /// Adds a branch. Rows before that do not care are in it, too.
    fn open(&mut self, test: Test) -> usize {
        self.branches.push((test, self.rest.clone()));
        self.branches.len() - 1
    }

    /// Adds a row that does not care.
    fn pass(&mut self, row: Row) {
        for (_, rows) in &mut self.branches {
            rows.push_back(row.clone());
        }
        self.rest.push_back(row);
    }
}

impl Builder<'_, '_> {
    fn rows(&mut self, subjects: &[PlaceId], possible: &[bool]) -> Rows {
        let rows = self.matching.rows.iter().enumerate().zip(possible);
        let rows = rows.filter(|(_, possible)| **possible);
        rows.map(|((index, written), _)| {
            let mut row = Row {
                index,
                columns: Vec::new(),
                bindings: Vec::new(),
            };
            for (place, pattern) in subjects.iter().zip(&written.patterns) {
                self.patterns.add(&mut row, *place, *pattern);
            }
            row
        })
        .collect()
    }

    fn build(&mut self, rows: Rows) -> NodeId {
        source::grow(|| {
            let Some(first) = rows.front() else {
                return self.nodes.alloc(Node::Fail);
            };
            let Some(column) = self.choose(first, &rows) else {
                return self.matched(rows);
            };
            let (place, need) = &first.columns[column];
            let place = *place;
            match need {
                Need::Int(_) => self.ints(place, rows),
                Need::Float(_) => self.floats(place, rows),
                Need::String(_) | Need::Prefix { .. } => self.strings(place, rows),
                Need::Tuple(_) => self.tuple(place, rows),
                Need::Variant(_) => self.variants(place, rows),
                Need::List { .. } => self.lists(place, rows),
                Need::BitArray { .. } => self.bit_arrays(place, rows),
            }
        })
    }

    /// Which column of the first row to test: the one that most rows need, of those one of a closed
    /// type, and of those the leftmost.
    fn choose(&mut self, first: &Row, rows: &Rows) -> Option<usize> {
        let count = first.columns.len();
        let others = || rows.iter().skip(1).flat_map(|row| &row.columns);
        if count < 2 || others().next().is_none() {
            return count.checked_sub(1).map(|_| 0);
        }
        self.needed.resize(self.places.len(), 0);
        for (place, _) in others() {
            self.needed[place.index()] += 1;
        }
        let score = |column: &usize| {
            let (place, need) = &first.columns[*column];
            (self.needed[place.index()], need.is_closed())
        };
        let best = (0..count).rev().max_by_key(score);
        for (place, _) in others() {
            self.needed[place.index()] = 0;
        }
        best
    }

    /// The first row needs no more tests.
    fn matched(&mut self, mut rows: Rows) -> NodeId {
        let Some(first) = rows.pop_front() else {
            return self.nodes.alloc(Node::Fail);
        };
        self.reached[first.index] = true;
        let written = &self.matching.rows[first.index];
        let (clause, bindings) = (written.clause, first.bindings);
        let node = if written.guarded {
            Node::Guard {
                clause,
                bindings,
                otherwise: self.build(rows),
            }
        } else {
            Node::Leaf { clause, bindings }
        };
        self.nodes.alloc(node)
    }

    fn ints(&mut self, place: PlaceId, rows: Rows) -> NodeId {
        let key = |need| match need {
            Need::Int(value) => Some(value),
            _ => None,
        };
        let split = split(place, rows, key, |value: &BigInt| Test::Int(value.clone()));
        self.switch(place, split, false)
    }

    fn floats(&mut self, place: PlaceId, rows: Rows) -> NodeId {
        let key = |need| match need {
            Need::Float(bits) => Some(bits),
            _ => None,
        };
        let split = split(place, rows, key, |bits| Test::Float(f64::from_bits(*bits)));
        self.switch(place, split, false)
    }

    fn tuple(&mut self, place: PlaceId, mut rows: Rows) -> NodeId {
        let mut items = Vec::new();
        for row in &mut rows {
            let Some(Need::Tuple(pattern)) = row.take(place) else {
                continue;
            };
            let PatternKind::Tuple(written) = &self.patterns.module.patterns[pattern].kind else {
                continue;
            };
            if items.is_empty() {
                let types = self.shapes.items(self.places[place].ty, written.len());
                items = self.open(types);
            }
            for (item, pattern) in items.iter().zip(written) {
                self.patterns.add(row, *item, *pattern);
            }
        }
        let then = self.build(rows);
        self.nodes.alloc(Node::Tuple { place, items, then })
    }

    fn variants(&mut self, place: PlaceId, rows: Rows) -> NodeId {
        let ty = self.places[place].ty;
        let tables = self.patterns.tables;
        let mut split = Split::new();
        let mut known: HashMap<u32, usize> = HashMap::new();
        let mut count = 1;
        for mut row in rows {
            let Some(need) = row.take(place) else {
                split.pass(row);
                continue;
            };
            let Need::Variant(pattern) = need else {
                continue;
            };
            let PatternResolution::Constructor {
                constructor,
                fields,
            } = &tables.patterns[pattern]
            else {
                continue;
            };
            count = constructor.variants as usize;
            let branch = *known.entry(constructor.index).or_insert_with(|| {
                let types = self.shapes.fields(ty, constructor, fields.len());
                let fields = types.into_iter().map(|ty| self.places.alloc(Place { ty }));
                split.open(Test::Variant {
                    constructor: constructor.clone(),
                    fields: fields.collect(),
                })
            });
            let (Test::Variant { fields: places, .. }, rows) = &mut split.branches[branch] else {
                continue;
            };
            for (field, place) in fields.iter().zip(places) {
                if let Some(field) = field {
                    self.patterns.add(&mut row, *place, *field);
                }
            }
            rows.push_back(row);
        }
        let complete = known.len() == count || self.shapes.known_variant(ty).is_some();
        self.switch(place, split, complete)
    }

    fn lists(&mut self, place: PlaceId, rows: Rows) -> NodeId {
        let ty = self.places[place].ty;
        let mut split = Split::new();
        let (mut empty, mut filled) = (None, None);
        for mut row in rows {
            let Some(need) = row.take(place) else {
                split.pass(row);
                continue;
            };
            let Need::List { pattern, from } = need else {
                continue;
            };
            let (items, _) = self.patterns.list(pattern);
            let Some(item) = items.get(from) else {
                let branch = *empty.get_or_insert_with(|| split.open(Test::EmptyList));
                split.branches[branch].1.push_back(row);
                continue;
            };
            let (branch, head, tail) = *filled.get_or_insert_with(|| {
                let head = Place {
                    ty: self.shapes.element(ty),
                };
                let head = self.places.alloc(head);
                let tail = self.places.alloc(Place { ty });
                let branch = split.open(Test::NonEmptyList { head, tail });
                (branch, head, tail)
            });
            // Lengths are tested before elements: elements that do not match need no second look at
            // the length, which keeps trees linear and missing patterns apart.
            self.patterns.add_list(&mut row, tail, pattern, from + 1);
            self.patterns.add(&mut row, head, *item);
            split.branches[branch].1.push_back(row);
        }
        self.switch(place, split, empty.is_some() && filled.is_some())
    }

    /// Builds what follows each outcome; if the tests are complete, one always holds.
    fn switch(&mut self, place: PlaceId, split: Split, complete: bool) -> NodeId {
        let branches = split.branches.into_iter();
        let branches = branches
            .map(|(test, rows)| (test, self.build(rows)))
            .collect();
        let otherwise = (!complete).then(|| self.build(split.rest));
        self.nodes.alloc(Node::Switch {
            place,
            branches,
            otherwise,
        })
    }

    fn open(&mut self, types: Vec<Ty>) -> Vec<PlaceId> {
        let places = types.into_iter().map(|ty| self.places.alloc(Place { ty }));
        places.collect()
    }
}

/// Splits rows by the value that they need.
fn split<Key: Hash + Eq + Clone>(
    place: PlaceId,
    rows: Rows,
    key: impl Fn(Need) -> Option<Key>,
    test: impl Fn(&Key) -> Test,
) -> Split {
    let mut split = Split::new();
    let mut known: HashMap<Key, usize> = HashMap::new();
    for mut row in rows {
        let Some(need) = row.take(place) else {
            split.pass(row);
            continue;
        };
        if let Some(key) = key(need) {
            let branch = *known
                .entry(key)
                .or_insert_with_key(|key| split.open(test(key)));
            split.branches[branch].1.push_back(row);
        }
    }
    split
}

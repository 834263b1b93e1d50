//! Decision trees.
//!
//! A tree is lowered from its leaves up: a place gets a variable when something below its test asks
//! for it, so that tests take apart only what is needed.

use std::collections::{BTreeMap, HashMap};

use analysis::checked;
use analysis::patterns::{Binding, Bound, Node, NodeId, PlaceId, Test as Source, Tree};
use source::{Name, Span};
use syntax::ast;

use super::Lower;
use crate::node::{Branch, Decision, DecisionId, ExprId, ExprKind, Local, LocalId, Test};

/// What the leaves of a tree lead to.
pub(super) enum Leaves {
    /// The arms of a `case`, by clause.
    Arms(BTreeMap<usize, Clause>),
    /// The statements after a `let`.
    Next,
}

/// A clause of a `case` whose body is an arm already.
pub(super) struct Clause {
    pub(super) arm: usize,
    /// The variables that are the arm's parameters.
    pub(super) variables: Vec<checked::LocalId>,
    pub(super) guard: Option<ast::ExprId>,
}

/// A tree that is being lowered.
pub(super) struct Descent<'t> {
    tree: &'t Tree,
    /// The variables of places that something asks for.
    pub(super) places: HashMap<PlaceId, LocalId>,
    leaves: Leaves,
}

impl Lower<'_> {
    pub(super) fn decision_tree(
        &mut self,
        tree: &Tree,
        places: HashMap<PlaceId, LocalId>,
        leaves: Leaves,
    ) -> DecisionId {
        let mut descent = Descent {
            tree,
            places,
            leaves,
        };
        self.decision(&mut descent, tree.root)
    }

    /// The tree of a `let`, `let assert` or `use`; brings the variables of its pattern into scope.
    pub(super) fn binding_tree(&mut self, tree: &Tree, subject: LocalId) -> DecisionId {
        let places = tree.subjects.iter().map(|place| (*place, subject));
        self.decision_tree(tree, places.collect(), Leaves::Next)
    }

    fn decision(&mut self, descent: &mut Descent<'_>, node: NodeId) -> DecisionId {
        let tree = descent.tree;
        source::grow(|| match &tree.nodes[node] {
            Node::Fail => self.decide(Decision::Fail),
            Node::Leaf { clause, bindings } => self.leaf(descent, *clause, bindings),
            Node::Guard {
                clause,
                bindings,
                otherwise,
            } => {
                let otherwise = self.decision(descent, *otherwise);
                self.guard(descent, (*clause, bindings), otherwise)
            }
            Node::Tuple { place, items, then } => self.take_tuple(descent, *place, items, *then),
            Node::Switch {
                place,
                branches,
                otherwise,
            } => self.switch(descent, *place, branches, *otherwise),
        })
    }

    fn switch(
        &mut self,
        descent: &mut Descent<'_>,
        place: PlaceId,
        branches: &[(Source, NodeId)],
        otherwise: Option<NodeId>,
    ) -> DecisionId {
        let branches: Vec<Branch> = branches
            .iter()
            .map(|(test, then)| {
                let then = self.decision(descent, *then);
                let test = self.test(descent, test);
                Branch { test, then }
            })
            .collect();
        if let ([only], None) = (&branches[..], otherwise)
            && !binds(&only.test)
        {
            return only.then;
        }
        let otherwise = otherwise.map(|otherwise| self.decision(descent, otherwise));
        let subject = self.place(descent, place, "_value");
        self.decide(Decision::Switch {
            subject,
            branches,
            otherwise,
        })
    }

    fn take_tuple(
        &mut self,
        descent: &mut Descent<'_>,
        place: PlaceId,
        items: &[PlaceId],
        then: NodeId,
    ) -> DecisionId {
        let then = self.decision(descent, then);
        let items: Vec<_> = items.iter().map(|item| descent.asked(*item)).collect();
        if items.iter().all(Option::is_none) {
            return then;
        }
        let subject = self.place(descent, place, "_tuple");
        self.decide(Decision::Tuple {
            subject,
            items,
            then,
        })
    }

    fn test(&mut self, descent: &mut Descent<'_>, test: &Source) -> Test {
        match test {
            Source::Int(value) => Test::Int(Name::new(&value.to_string())),
            Source::Float(value) => Test::Float(*value),
            Source::String(text) => Test::String(text.clone()),
            Source::StringPrefix { prefix, rest } => Test::StringPrefix {
                prefix: prefix.clone(),
                rest: descent.asked(*rest),
            },
            Source::Variant {
                constructor,
                fields,
            } => Test::Variant {
                constructor: self.constructor(constructor),
                fields: fields.iter().map(|field| descent.asked(*field)).collect(),
            },
            Source::EmptyList => Test::EmptyList,
            Source::NonEmptyList { head, tail } => Test::NonEmptyList {
                head: descent.asked(*head),
                tail: descent.asked(*tail),
            },
            Source::BitArray { pattern, segments } => {
                Test::BitArray(self.match_segments(descent, *pattern, segments))
            }
        }
    }

    fn leaf(
        &mut self,
        descent: &mut Descent<'_>,
        clause: usize,
        bindings: &[Binding],
    ) -> DecisionId {
        let arm = match &descent.leaves {
            Leaves::Next => None,
            Leaves::Arms(clauses) => clauses.get(&clause),
        };
        let Some(arm) = arm else {
            return self.next(descent, bindings);
        };
        let (index, variables) = (arm.arm, arm.variables.clone());
        let mut texts = Vec::new();
        let mut args = Vec::new();
        for variable in variables {
            let binding = bindings.iter().find(|binding| binding.local == variable);
            let Some(binding) = binding else {
                continue;
            };
            args.push(self.holder(descent, binding, &mut texts));
        }
        let arm = self.decide(Decision::Arm { index, args });
        self.bind_texts(texts, arm)
    }

    /// The leaf of a `let`: the variables of the pattern are those of the places.
    fn next(&mut self, descent: &mut Descent<'_>, bindings: &[Binding]) -> DecisionId {
        let mut texts = Vec::new();
        for binding in bindings {
            let holder = self.holder(descent, binding, &mut texts);
            self.scope.insert(binding.local, holder);
        }
        let (index, args) = (0, Vec::new());
        let next = self.decide(Decision::Arm { index, args });
        self.bind_texts(texts, next)
    }

    fn guard(
        &mut self,
        descent: &mut Descent<'_>,
        (clause, bindings): (usize, &[Binding]),
        otherwise: DecisionId,
    ) -> DecisionId {
        let then = self.leaf(descent, clause, bindings);
        let condition = match &descent.leaves {
            Leaves::Arms(clauses) => clauses.get(&clause).and_then(|clause| clause.guard),
            Leaves::Next => None,
        };
        // Checking lets `if` stand with nothing after it.
        let Some(condition) = condition else {
            return then;
        };
        let mut texts = Vec::new();
        let offered = self.offer(descent, bindings, &mut texts);
        let condition = self.guard_value(condition);
        self.accept(descent, offered);
        texts.retain(|(local, _)| self.used.contains(local));
        let guard = self.decide(Decision::Guard {
            bindings: Vec::new(),
            condition,
            then,
            otherwise,
        });
        self.bind_texts(texts, guard)
    }

    /// The variable that holds the value of a binding; literal texts are still to be bound.
    fn holder(
        &mut self,
        descent: &mut Descent<'_>,
        binding: &Binding,
        texts: &mut Vec<(LocalId, ExprId)>,
    ) -> LocalId {
        match &binding.value {
            Bound::Place(place) => {
                let name = self.tables.locals[binding.local].name;
                self.place(descent, *place, &name)
            }
            Bound::Text(text) => {
                let local = self.copy_of(binding.local);
                let span = self.tables.locals[binding.local].span;
                let value = self.alloc(span, ExprKind::String(text.clone()));
                texts.push((local, value));
                local
            }
        }
    }

    fn bind_texts(&mut self, texts: Vec<(LocalId, ExprId)>, then: DecisionId) -> DecisionId {
        let texts = texts.into_iter().rev();
        texts.fold(then, |then, (local, value)| {
            self.decide(Decision::Bind { local, value, then })
        })
    }

    /// The variable of a place that is needed.
    pub(super) fn place(
        &mut self,
        descent: &mut Descent<'_>,
        place: PlaceId,
        name: &str,
    ) -> LocalId {
        if let Some(known) = descent.places.get(&place) {
            return *known;
        }
        let local = self.locals.alloc(Local {
            name: Name::new(name),
            ty: descent.tree.places[place].ty,
        });
        descent.places.insert(place, local);
        local
    }

    /// Brings variables into scope for an expression that may or may not use them.
    pub(super) fn offer(
        &mut self,
        descent: &Descent<'_>,
        bindings: &[Binding],
        texts: &mut Vec<(LocalId, ExprId)>,
    ) -> Vec<(PlaceId, LocalId)> {
        let mut offered: Vec<(PlaceId, LocalId)> = Vec::new();
        for binding in bindings {
            let local = match &binding.value {
                Bound::Place(place) => {
                    let earlier = offered.iter().find(|(offered, _)| offered == place);
                    let known = earlier.map(|(_, local)| *local);
                    known.or_else(|| descent.asked(*place)).unwrap_or_else(|| {
                        let local = self.copy_of(binding.local);
                        offered.push((*place, local));
                        local
                    })
                }
                Bound::Text(text) => {
                    let local = self.copy_of(binding.local);
                    let value = ExprKind::String(text.clone());
                    texts.push((local, self.alloc(Span::default(), value)));
                    local
                }
            };
            self.scope.insert(binding.local, local);
        }
        offered
    }

    /// Of the variables offered, keeps those that were used.
    pub(super) fn accept(&self, descent: &mut Descent<'_>, offered: Vec<(PlaceId, LocalId)>) {
        let used = offered.into_iter();
        let used = used.filter(|(_, local)| self.used.contains(local));
        descent.places.extend(used);
    }
}

impl Descent<'_> {
    /// The variable of a place, if something asked for it.
    pub(super) fn asked(&self, place: PlaceId) -> Option<LocalId> {
        self.places.get(&place).copied()
    }
}

/// Whether a test gives anything a name.
fn binds(test: &Test) -> bool {
    match test {
        Test::Int(_) | Test::Float(_) | Test::String(_) | Test::EmptyList => false,
        Test::StringPrefix { rest, .. } => rest.is_some(),
        Test::Variant { fields, .. } => fields.iter().any(Option::is_some),
        Test::NonEmptyList { head, tail } => head.is_some() || tail.is_some(),
        Test::BitArray(segments) => segments.iter().any(|segment| segment.bind.is_some()),
    }
}

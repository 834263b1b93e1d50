//! `let` and `let assert` with a pattern.
//!
//! Most patterns are one conjunction of tests:
//!
//! ```js
//! if (!(list instanceof $NonEmpty && list.tail instanceof $Empty)) { throw … }
//! let x = list.head;
//! ```

use ir::node::{Decision, DecisionId, ExprId, LocalId, Test};

use super::decision::Leaves;
use super::module::Emitter;
use super::node::{self, Stmt};
use super::statement::Dest;

/// Paths longer than this would be walked too often.
const LONGEST_PATH: u32 = 6;

impl Emitter<'_> {
    /// Takes values apart by `tree`; evaluates `otherwise` if it does not match.
    pub(super) fn destructure(
        &mut self,
        tree: DecisionId,
        otherwise: Option<ExprId>,
        out: &mut Vec<Stmt>,
    ) {
        let Some(otherwise) = otherwise else {
            let leaves = Leaves::Leave {
                found: None,
                failed: None,
            };
            return self.decide(tree, &leaves, out);
        };
        if self.is_straight(tree) {
            return self.destructure_straight(tree, otherwise, out);
        }
        let locals = self.bound_by(tree);
        for local in &locals {
            let name = self.declare(*local);
            self.hoisted.insert(*local);
            out.push(Stmt::Let { name, value: None });
        }
        let label = self.fresh("_match");
        let failed = self.is_long(tree).then(|| self.fresh("_failed"));
        let leaves = Leaves::Leave {
            found: Some(label),
            failed,
        };
        let mut body = Vec::new();
        self.decide(tree, &leaves, &mut body);
        if let Some(label) = failed {
            let tests = self.tree.block(body);
            body = vec![Stmt::Labelled { label, body: tests }];
        }
        self.into(otherwise, Dest::Discard { exit: None }, &mut body);
        for local in &locals {
            self.hoisted.remove(local);
        }
        let body = self.tree.block(body);
        out.push(Stmt::Labelled { label, body });
    }

    fn destructure_straight(&mut self, tree: DecisionId, otherwise: ExprId, out: &mut Vec<Stmt>) {
        let mut conditions = Vec::new();
        let mut parts = Vec::new();
        let mut next = Some(tree);
        while let Some(id) = next {
            next = self.straight_step(id, &mut conditions, &mut parts, out);
        }
        if let Some(condition) = self.tree.all(conditions) {
            let failed = self.tree.not(condition);
            let mark = self.names.mark();
            let mut body = Vec::new();
            self.into(otherwise, Dest::Discard { exit: None }, &mut body);
            self.names.restore(mark);
            let test = self.tree.if_else(failed, body, Vec::new());
            out.push(test);
        }
        for (local, part) in parts {
            if self.uses.as_value[local] {
                self.bind(local, part, out);
            }
        }
    }

    /// Takes in one node; gives the next.
    fn straight_step(
        &mut self,
        id: DecisionId,
        conditions: &mut Vec<node::ExprId>,
        parts: &mut Vec<(LocalId, node::ExprId)>,
        out: &mut Vec<Stmt>,
    ) -> Option<DecisionId> {
        let module = self.module;
        match &module.decisions[id] {
            Decision::Switch {
                subject,
                branches,
                otherwise,
            } => {
                let subject = self.local(*subject);
                let mut others = otherwise.is_some();
                let mut next = None;
                for branch in branches {
                    if matches!(module.decisions[branch.then], Decision::Fail) {
                        others = true;
                    } else {
                        next = Some(branch);
                    }
                }
                let branch = next?;
                if others {
                    conditions.extend(self.condition(subject, &branch.test, out));
                }
                let found = self.parts(subject, &branch.test);
                self.alias(found, parts);
                Some(branch.then)
            }
            Decision::Tuple {
                subject,
                items,
                then,
            } => {
                let subject = self.local(*subject);
                let items = items.iter().enumerate();
                let found = items
                    .filter_map(|(index, local)| {
                        local.map(|local| (local, self.tree.index(subject, index as u32)))
                    })
                    .collect();
                self.alias(found, parts);
                Some(*then)
            }
            Decision::Bind { local, value, then } => {
                let value = self.expr(*value, out);
                self.alias(vec![(*local, value)], parts);
                Some(*then)
            }
            Decision::Arm { .. } | Decision::Guard { .. } | Decision::Fail => None,
        }
    }

    fn alias(
        &mut self,
        found: Vec<(LocalId, node::ExprId)>,
        parts: &mut Vec<(LocalId, node::ExprId)>,
    ) {
        for (local, part) in found {
            self.locals[local] = Some(part);
            parts.push((local, part));
        }
    }

    /// Whether the tree has one way to its only clause, by paths that are short enough.
    fn is_straight(&self, tree: DecisionId) -> bool {
        let decisions = &self.module.decisions;
        let mut id = tree;
        let mut length = 0;
        while length <= LONGEST_PATH {
            match &decisions[id] {
                Decision::Arm { .. } => return true,
                Decision::Guard { .. } | Decision::Fail => return false,
                Decision::Bind { then, .. } | Decision::Tuple { then, .. } => id = *then,
                Decision::Switch {
                    branches,
                    otherwise,
                    ..
                } => {
                    let fails = |id: DecisionId| matches!(decisions[id], Decision::Fail);
                    let mut ways = branches.iter().filter(|branch| !fails(branch.then));
                    let (Some(only), None) = (ways.next(), ways.next()) else {
                        return false;
                    };
                    if otherwise.is_some_and(|otherwise| !fails(otherwise)) {
                        return false;
                    }
                    id = only.then;
                }
            }
            length += 1;
        }
        false
    }

    /// All variables that the tree binds.
    fn bound_by(&self, tree: DecisionId) -> Vec<LocalId> {
        let mut bound = Vec::new();
        let mut open = vec![tree];
        while let Some(id) = open.pop() {
            match &self.module.decisions[id] {
                Decision::Arm { .. } | Decision::Fail => {}
                Decision::Guard {
                    then, otherwise, ..
                } => open.extend([*then, *otherwise]),
                Decision::Switch {
                    branches,
                    otherwise,
                    ..
                } => {
                    for branch in branches {
                        bound.extend(bound_by_test(&branch.test));
                        open.push(branch.then);
                    }
                    open.extend(*otherwise);
                }
                Decision::Tuple { items, then, .. } => {
                    bound.extend(items.iter().flatten());
                    open.push(*then);
                }
                Decision::Bind { local, then, .. } => {
                    bound.push(*local);
                    open.push(*then);
                }
            }
        }
        bound.retain(|local| self.uses.as_value[*local]);
        bound.sort_unstable();
        bound.dedup();
        bound
    }
}

fn bound_by_test(test: &Test) -> Vec<LocalId> {
    match test {
        Test::StringPrefix { rest, .. } => rest.iter().copied().collect(),
        Test::Variant { fields, .. } => fields.iter().flatten().copied().collect(),
        Test::NonEmptyList { head, tail } => head.iter().chain(tail).copied().collect(),
        Test::BitArray(segments) => segments.iter().filter_map(|segment| segment.bind).collect(),
        Test::Int(_) | Test::Float(_) | Test::String(_) | Test::EmptyList => Vec::new(),
    }
}

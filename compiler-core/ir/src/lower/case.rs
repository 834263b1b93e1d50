//! `case`.

use std::collections::BTreeMap;

use analysis::checked::{self, MatchSite};
use analysis::patterns::{Node, Tree};
use syntax::ast;

use super::Lower;
use super::decision::{Clause, Leaves};
use crate::node::{Arm, Case, Decision, ExprId, ExprKind};

impl<'a> Lower<'a> {
    pub(super) fn case(&mut self, id: ast::ExprId, case: &'a ast::Case) -> ExprId {
        let span = self.module.exprs[id].span;
        let mut subjects = Vec::new();
        for subject in &case.subjects {
            let value = self.expr(*subject);
            let local = self.temporary("_subject", self.tables.expr_types[*subject]);
            subjects.push((local, value));
        }
        let (tree, arms) = match self.tables.trees.get(&MatchSite::Case(id)) {
            Some(tree) => {
                let (arms, clauses) = self.arms(case, tree);
                let subjects = subjects.iter().map(|(local, _)| *local);
                let places = tree.subjects.iter().copied().zip(subjects).collect();
                (
                    self.decision_tree(tree, places, Leaves::Arms(clauses)),
                    arms,
                )
            }
            None => (self.decide(Decision::Fail), Vec::new()),
        };
        let case = Case {
            subjects,
            tree,
            arms,
        };
        self.alloc(span, ExprKind::Case(Box::new(case)))
    }

    /// The bodies of the clauses that `tree` leads to, each lowered once.
    fn arms(&mut self, case: &'a ast::Case, tree: &Tree) -> (Vec<Arm>, BTreeMap<usize, Clause>) {
        let mut arms = Vec::new();
        let mut clauses = BTreeMap::new();
        for (index, variables) in variables(tree) {
            let clause = &case.clauses[index];
            let params: Vec<_> = variables
                .into_iter()
                .map(|variable| (variable, self.variable(variable)))
                .collect();
            let body = self.expr(clause.body);
            let (variables, params) = params
                .into_iter()
                .filter(|(_, param)| self.used.contains(param))
                .unzip();
            let lowered = Clause {
                arm: arms.len(),
                variables,
                guard: clause.guard,
            };
            clauses.insert(index, lowered);
            arms.push(Arm { params, body });
        }
        (arms, clauses)
    }
}

/// The clauses that `tree` leads to, with the variables that their patterns bind.
fn variables(tree: &Tree) -> BTreeMap<usize, Vec<checked::LocalId>> {
    let mut clauses = BTreeMap::new();
    for (_, node) in tree.nodes.iter() {
        let (Node::Leaf { clause, bindings }
        | Node::Guard {
            clause, bindings, ..
        }) = node
        else {
            continue;
        };
        clauses.entry(*clause).or_insert_with(|| {
            let mut variables: Vec<_> = bindings.iter().map(|binding| binding.local).collect();
            variables.sort();
            variables.dedup();
            variables
        });
    }
    clauses
}

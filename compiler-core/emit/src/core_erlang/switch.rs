//! `case` and the decision trees of all matching.
//!
//! A tree becomes nested `case`s. What several leaves reach becomes a label; what one leaf reaches
//! stands at that leaf.

use ir::node::{Arm, Branch, Case, Decision, DecisionId, ExprId, LocalId, Test};

use super::module::{Lower, Step};
use super::node::{Clause, FunName, Literal, NodeId, NodeKind, Var};

/// What the leaves of a tree do.
enum Leaves<'a> {
    /// Those of a `case`: the arms, and the labels of those that are reached more than once.
    Arms(&'a [Arm], Vec<Option<FunName>>),
    /// Those of a statement: go on, or the failure.
    Match(NodeId, Failure),
}

/// What follows when no pattern of a statement matches.
#[derive(Clone, Copy)]
enum Failure {
    /// Nothing can fail.
    Impossible,
    /// One leaf fails.
    Once(NodeId),
    /// Several leaves fail and jump here.
    Label(FunName),
}

impl Lower<'_> {
    pub(super) fn case(&mut self, case: &Case, steps: &mut Vec<Step>) -> NodeId {
        for (local, value) in &case.subjects {
            let value = self.value(*value, steps);
            let var = self.local(*local);
            self.follow(var, value);
            steps.push(Step::Bind(var, value));
        }
        let reached = self.count_arms(case);
        let labels: Vec<Option<FunName>> = case
            .arms
            .iter()
            .zip(reached)
            .map(|(arm, times)| (times > 1).then(|| self.label("arm", arm.params.len())))
            .collect();
        let leaves = Leaves::Arms(&case.arms, labels);
        let mut body = self.decision(case.tree, &leaves);
        let Leaves::Arms(_, labels) = leaves else {
            return body;
        };
        for (arm, label) in case.arms.iter().zip(labels).rev() {
            if let Some(label) = label {
                let params = arm.params.iter().map(|param| self.local(*param)).collect();
                let target = self.expr(arm.body);
                body = self.goto(label, params, target, body);
            }
        }
        body
    }

    /// `let` and `let assert`: `rest` stands where the pattern has matched.
    pub(super) fn match_statement(
        &mut self,
        tree: DecisionId,
        otherwise: Option<ExprId>,
        rest: NodeId,
    ) -> NodeId {
        let Some(otherwise) = otherwise else {
            return self.decision(tree, &Leaves::Match(rest, Failure::Impossible));
        };
        let failure = self.expr(otherwise);
        if self.count_failures(tree) < 2 {
            return self.decision(tree, &Leaves::Match(rest, Failure::Once(failure)));
        }
        let label = self.label("fail", 0);
        let body = self.decision(tree, &Leaves::Match(rest, Failure::Label(label)));
        self.goto(label, Vec::new(), failure, body)
    }

    fn goto(&mut self, label: FunName, params: Vec<Var>, target: NodeId, body: NodeId) -> NodeId {
        let target = self.core.add(NodeKind::Fun {
            params,
            body: target,
        });
        self.core.add(NodeKind::Goto {
            jumps: false,
            label,
            target,
            body,
        })
    }

    fn jump(&mut self, label: FunName, args: &[LocalId]) -> NodeId {
        let callee = self.core.add(NodeKind::FunName(label));
        let args = args.iter().map(|arg| self.local_value(*arg)).collect();
        self.core.add(NodeKind::Apply { callee, args })
    }

    fn decision(&mut self, id: DecisionId, leaves: &Leaves<'_>) -> NodeId {
        source::grow(|| self.decision_kind(id, leaves))
    }

    fn decision_kind(&mut self, id: DecisionId, leaves: &Leaves<'_>) -> NodeId {
        let ir = self.ir;
        match &ir.decisions[id] {
            Decision::Arm { index, args } => self.leaf(*index, args, leaves),
            Decision::Guard {
                bindings,
                condition,
                then,
                otherwise,
            } => {
                let mut steps = Vec::new();
                for (bound, value) in bindings {
                    let value = self.local_value(*value);
                    steps.push(Step::Bind(self.local(*bound), value));
                }
                let condition = self.operand(*condition, &mut steps);
                let then = self.decision(*then, leaves);
                let otherwise = self.decision(*otherwise, leaves);
                let branch = self.branch(condition, then, otherwise);
                self.after(&steps, branch)
            }
            Decision::Switch {
                subject,
                branches,
                otherwise,
            } => self.switch(*subject, branches, *otherwise, leaves),
            Decision::Tuple {
                subject,
                items,
                then,
            } => {
                let pattern = self.fields(items);
                let pattern = self.core.add(NodeKind::Tuple(pattern));
                let body = self.decision(*then, leaves);
                self.only_case(self.local(*subject), pattern, body)
            }
            Decision::Bind { local, value, then } => {
                let value = self.expr(*value);
                let body = self.decision(*then, leaves);
                self.core.bind(self.local(*local), value, body)
            }
            Decision::Fail => self.fail(leaves),
        }
    }

    fn leaf(&mut self, index: usize, args: &[LocalId], leaves: &Leaves<'_>) -> NodeId {
        match leaves {
            Leaves::Match(rest, _) => *rest,
            Leaves::Arms(arms, labels) => {
                if let Some(label) = labels[index] {
                    return self.jump(label, args);
                }
                let arm = &arms[index];
                let mut steps = Vec::new();
                for (param, arg) in arm.params.iter().zip(args) {
                    let value = self.local_value(*arg);
                    steps.push(Step::Bind(self.local(*param), value));
                }
                let body = self.value(arm.body, &mut steps);
                self.after(&steps, body)
            }
        }
    }

    fn fail(&mut self, leaves: &Leaves<'_>) -> NodeId {
        match leaves {
            Leaves::Match(_, Failure::Once(failure)) => *failure,
            Leaves::Match(_, Failure::Label(label)) => self.jump(*label, &[]),
            Leaves::Match(_, Failure::Impossible) | Leaves::Arms(..) => {
                unreachable!("patterns were checked to be exhaustive")
            }
        }
    }

    /// A test of one variable. Tests of the same variable that follow when these fail are clauses
    /// of the same `case`, so that OTP can build one jump table and keep one match context.
    fn switch(
        &mut self,
        subject: LocalId,
        branches: &[Branch],
        otherwise: Option<DecisionId>,
        leaves: &Leaves<'_>,
    ) -> NodeId {
        let ir = self.ir;
        let mut rows: Vec<&Branch> = branches.iter().collect();
        let mut otherwise = otherwise;
        while let Some(next) = otherwise
            && let Decision::Switch {
                subject: same,
                branches,
                otherwise: last,
            } = &ir.decisions[next]
            && *same == subject
        {
            rows.extend(branches);
            otherwise = *last;
        }
        self.rows(subject, &rows, otherwise, leaves)
    }

    fn rows(
        &mut self,
        subject: LocalId,
        rows: &[&Branch],
        otherwise: Option<DecisionId>,
        leaves: &Leaves<'_>,
    ) -> NodeId {
        let var = self.local(subject);
        let mut clauses = Vec::new();
        for (index, row) in rows.iter().enumerate() {
            if let Test::BitArray(segments) = &row.test
                && let Some(groups) = self.split_at_sizes(segments)
            {
                let body = self.decision(row.then, leaves);
                let label = self.label("next", 0);
                let tests = self.match_groups(var, &groups, body, label);
                let rest =
                    source::grow(|| self.rows(subject, &rows[index + 1..], otherwise, leaves));
                let body = self.goto(label, Vec::new(), rest, tests);
                return self.case_with_default(var, clauses, body);
            }
            clauses.push(self.row(row, leaves));
        }
        if let Some(otherwise) = otherwise {
            let body = self.decision(otherwise, leaves);
            self.case_with_default(var, clauses, body)
        } else {
            clauses.push(self.no_clause(var));
            self.case_of(var, clauses)
        }
    }

    fn row(&mut self, row: &Branch, leaves: &Leaves<'_>) -> Clause {
        let body = self.decision(row.then, leaves);
        let (pattern, body) = match &row.test {
            Test::Int(digits) => (self.literal(Literal::Int(*digits)), body),
            Test::Float(value) => (self.literal(Literal::Float(*value)), body),
            Test::String(text) => (self.string_pattern(text, None), body),
            Test::StringPrefix { prefix, rest } => {
                let rest = self.bound(*rest);
                (self.string_pattern(prefix, Some(rest)), body)
            }
            Test::Variant {
                constructor,
                fields,
            } => {
                let fields = self.fields(fields);
                (self.record(constructor, fields), body)
            }
            Test::EmptyList => (self.core.nil(), body),
            Test::NonEmptyList { head, tail } => (self.cons_pattern(*head, *tail), body),
            Test::BitArray(segments) => self.bit_array_pattern(segments, body),
        };
        Clause {
            pattern,
            body,
            generated: false,
        }
    }

    /// The pattern that binds a local, or nothing.
    fn cons_pattern(&mut self, head: Option<LocalId>, tail: Option<LocalId>) -> NodeId {
        let ir = self.ir;
        self.core.matches_nested_lists |=
            head.is_some_and(|head| ir.type_store.is_prelude(ir.locals[head].ty, "List"));
        let (head, tail) = (self.bound(head), self.bound(tail));
        self.core.add(NodeKind::Cons(head, tail))
    }

    pub(super) fn bound(&mut self, local: Option<LocalId>) -> NodeId {
        let var = match local {
            Some(local) => self.local(local),
            None => self.fresh(),
        };
        self.core.var(var)
    }

    fn fields(&mut self, fields: &[Option<LocalId>]) -> Vec<NodeId> {
        fields.iter().map(|field| self.bound(*field)).collect()
    }

    fn case_of(&mut self, subject: Var, clauses: Vec<Clause>) -> NodeId {
        let subject = self.core.var(subject);
        self.core.add(NodeKind::Case { subject, clauses })
    }

    /// A `case` whose last clause takes anything; just `body` if it is the only clause.
    pub(super) fn case_with_default(
        &mut self,
        subject: Var,
        mut clauses: Vec<Clause>,
        body: NodeId,
    ) -> NodeId {
        if clauses.is_empty() {
            return body;
        }
        let pattern = self.bound(None);
        clauses.push(Clause {
            pattern,
            body,
            generated: false,
        });
        self.case_of(subject, clauses)
    }

    /// How many leaves reach each arm.
    fn count_arms(&self, case: &Case) -> Vec<usize> {
        let mut reached = vec![0; case.arms.len()];
        self.each_leaf(case.tree, |leaf| {
            if let Decision::Arm { index, .. } = leaf {
                reached[*index] += 1;
            }
        });
        reached
    }

    fn count_failures(&self, tree: DecisionId) -> usize {
        let mut failures = 0;
        self.each_leaf(tree, |leaf| {
            failures += usize::from(matches!(leaf, Decision::Fail));
        });
        failures
    }

    fn each_leaf(&self, tree: DecisionId, mut visit: impl FnMut(&Decision)) {
        let mut todo = vec![tree];
        while let Some(id) = todo.pop() {
            match &self.ir.decisions[id] {
                Decision::Guard {
                    then, otherwise, ..
                } => todo.extend([*then, *otherwise]),
                Decision::Switch {
                    branches,
                    otherwise,
                    ..
                } => {
                    todo.extend(branches.iter().map(|branch| branch.then));
                    todo.extend(otherwise);
                }
                Decision::Tuple { then, .. } | Decision::Bind { then, .. } => todo.push(*then),
                leaf @ (Decision::Arm { .. } | Decision::Fail) => visit(leaf),
            }
        }
    }
}

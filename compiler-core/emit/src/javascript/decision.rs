//! `case`: decision trees become chains of `if`, leaves become the bodies of clauses.
//!
//! A body that several leaves reach is written once, behind a labelled block that its leaves leave:
//!
//! ```js
//! let x;
//! _arm: {
//!   if (a) { x = b; break _arm; } else { return 1; }
//! }
//! return x;
//! ```

use ir::node::{Arm, Case, Decision, DecisionId, ExprId, ExprKind, LocalId};
use source::Name;

use super::module::Emitter;
use super::node::{self, Stmt, diverge};
use super::statement::Dest;
use super::switch::Rest;

/// Where the leaves of a tree lead.
#[derive(Debug)]
pub(super) enum Leaves<'m> {
    /// To the clauses of a `case`.
    Clauses {
        /// The bodies.
        arms: &'m [Arm],
        /// For those that stand behind a labelled block: the label and the parameters.
        shared: Vec<Option<Shared>>,
        /// What happens to the value.
        dest: Dest,
    },
    /// Behind the tree.
    Leave {
        /// The block to leave if there may be other ways.
        found: Option<Name>,
        /// The block to leave if nothing matches; otherwise that is what stands behind all tests.
        failed: Option<Name>,
    },
}

/// A body that several leaves reach.
#[derive(Debug)]
pub(super) struct Shared {
    label: Name,
    params: Vec<Name>,
}

/// Alternatives inside alternatives from which on they are written one after another: engines
/// parse recursively.
const LONGEST_CHAIN: u32 = 40;

impl<'m> Emitter<'m> {
    /// Evaluates a `case`.
    pub(super) fn case(&mut self, case: &'m Case, dest: Dest, out: &mut Vec<Stmt>) {
        for (local, value) in &case.subjects {
            self.subject(*local, *value, out);
        }
        if diverge(out) {
            return;
        }
        let shape = self.shape(case.tree, case.arms.len());
        let is_shared: Vec<_> = case
            .arms
            .iter()
            .zip(&shape.reached)
            .map(|(arm, times)| *times > 1 && !self.is_small(arm.body))
            .collect();
        let is_long = shape.longest.max(self.nesting + self.depth) > LONGEST_CHAIN;
        let must_leave = is_shared.contains(&true) || is_long;
        let exit = (must_leave && dest.falls_through()).then(|| self.fresh("_case"));
        let shared = self.declare_shared(case, &is_shared, out);
        let order: Vec<_> = shared
            .iter()
            .enumerate()
            .filter_map(|(index, shared)| shared.as_ref().map(|shared| (index, shared.label)))
            .collect();
        let leaves = Leaves::Clauses {
            arms: &case.arms,
            shared,
            dest: dest.leaving(exit),
        };
        let mut inner = Vec::new();
        self.decide(case.tree, &leaves, &mut inner);
        for (index, label) in order {
            let body = self.tree.block(inner);
            inner = vec![Stmt::Labelled { label, body }];
            self.into(case.arms[index].body, dest.leaving(exit), &mut inner);
        }
        match exit {
            Some(label) => {
                let body = self.tree.block(inner);
                out.push(Stmt::Labelled { label, body });
            }
            None => out.append(&mut inner),
        }
    }

    /// Binds a subject; what is only a name needs no other one.
    fn subject(&mut self, local: LocalId, value: ExprId, out: &mut Vec<Stmt>) {
        let module = self.module;
        if let ExprKind::Local(other) = &module.exprs[value].kind {
            let held = self.local(*other);
            self.locals[local] = Some(held);
        } else {
            self.bind_expr(local, value, out);
        }
    }

    /// Labels and parameters of the shared bodies.
    fn declare_shared(
        &mut self,
        case: &Case,
        is_shared: &[bool],
        out: &mut Vec<Stmt>,
    ) -> Vec<Option<Shared>> {
        let mut all = Vec::new();
        for (arm, is_shared) in case.arms.iter().zip(is_shared) {
            all.push(is_shared.then(|| {
                let params = arm.params.iter().map(|param| self.declare(*param));
                let params: Vec<_> = params.collect();
                out.extend(params.iter().map(|name| Stmt::Let {
                    name: *name,
                    value: None,
                }));
                Shared {
                    label: self.fresh("_arm"),
                    params,
                }
            }));
        }
        all
    }

    /// Whether writing `body` twice costs nothing.
    fn is_small(&self, body: ExprId) -> bool {
        match &self.module.exprs[body].kind {
            ExprKind::Int(_)
            | ExprKind::Float(_)
            | ExprKind::Local(_)
            | ExprKind::Constant { .. }
            | ExprKind::FunctionValue(_) => true,
            ExprKind::String(text) => text.len() < 20,
            ExprKind::Construct { args, .. } => match args.as_slice() {
                [] => true,
                [only] => matches!(
                    self.module.exprs[*only].kind,
                    ExprKind::Int(_) | ExprKind::Local(_)
                ),
                _ => false,
            },
            ExprKind::List { items, tail } => items.is_empty() && tail.is_none(),
            _ => false,
        }
    }

    /// Writes the tree from `id` on.
    pub(super) fn decide(&mut self, id: DecisionId, leaves: &Leaves<'m>, out: &mut Vec<Stmt>) {
        source::grow(|| self.decide_along(id, leaves, out));
    }

    /// Follows the tree as long as there is but one way.
    fn decide_along(&mut self, mut id: DecisionId, leaves: &Leaves<'m>, out: &mut Vec<Stmt>) {
        let module = self.module;
        loop {
            match &module.decisions[id] {
                Decision::Arm { index, args } => return self.leaf(*index, args, leaves, out),
                Decision::Guard {
                    bindings,
                    condition,
                    then,
                    otherwise,
                } => {
                    for (local, held) in bindings {
                        let held = self.local(*held);
                        self.locals[*local] = Some(held);
                    }
                    let condition = self.expr(*condition, out);
                    return self.branch(
                        condition,
                        out,
                        |emitter, out| emitter.decide(*then, leaves, out),
                        |emitter, out| emitter.decide(*otherwise, leaves, out),
                    );
                }
                Decision::Switch {
                    subject,
                    branches,
                    otherwise,
                } => match (branches.as_slice(), otherwise) {
                    ([only], None) => {
                        let subject = self.local(*subject);
                        self.take_apart(subject, &only.test, out);
                        id = only.then;
                    }
                    ([], Some(otherwise)) => id = *otherwise,
                    (branches, otherwise) => {
                        let rest = Rest {
                            branches,
                            otherwise: *otherwise,
                        };
                        return self.switch(*subject, rest, leaves, out);
                    }
                },
                Decision::Tuple {
                    subject,
                    items,
                    then,
                } => {
                    let subject = self.local(*subject);
                    self.take_tuple_apart(subject, items, out);
                    id = *then;
                }
                Decision::Bind { local, value, then } => {
                    self.bind_expr(*local, *value, out);
                    id = *then;
                }
                Decision::Fail => return self.unmatched(leaves, out),
            }
        }
    }

    /// `if (condition) { then } else { otherwise }`
    pub(super) fn branch(
        &mut self,
        condition: node::ExprId,
        out: &mut Vec<Stmt>,
        then: impl FnOnce(&mut Self, &mut Vec<Stmt>),
        otherwise: impl FnOnce(&mut Self, &mut Vec<Stmt>),
    ) {
        let is_deep = self.depth >= LONGEST_CHAIN;
        let mark = self.names.mark();
        let mut first = Vec::new();
        self.depth += 1;
        then(self, &mut first);
        self.depth -= 1;
        // The variables of deep code may come to stand behind the test.
        if !is_deep {
            self.names.restore(mark);
        }
        let mut second = Vec::new();
        self.nesting += 1;
        otherwise(self, &mut second);
        self.nesting -= 1;
        if first.is_empty() && second.is_empty() {
            self.names.restore(mark);
            if !self.tree.exprs[condition].pure {
                out.push(Stmt::Expr(condition));
            }
            return;
        }
        let chain = second.last().map_or(0, Stmt::chain);
        if chain >= LONGEST_CHAIN && diverge(&first) {
            let test = self.tree.if_else(condition, first, Vec::new());
            out.push(test);
            out.append(&mut second);
        } else if is_deep && !first.is_empty() && diverge(&second) {
            let failed = self.tree.not(condition);
            let test = self.tree.if_else(failed, second, Vec::new());
            out.push(test);
            out.append(&mut first);
        } else {
            self.names.restore(mark);
            let test = self.tree.if_else(condition, first, second);
            out.push(test);
        }
    }

    fn leaf(&mut self, index: usize, args: &[LocalId], leaves: &Leaves<'m>, out: &mut Vec<Stmt>) {
        match leaves {
            Leaves::Leave { found, .. } => out.extend(found.map(Stmt::Break)),
            Leaves::Clauses { arms, shared, dest } => {
                let values: Vec<_> = args.iter().map(|arg| self.local(*arg)).collect();
                if let Some(shared) = &shared[index] {
                    for (name, value) in shared.params.iter().zip(values) {
                        out.push(Stmt::Assign { name: *name, value });
                    }
                    out.push(Stmt::Break(shared.label));
                    return;
                }
                for (param, value) in arms[index].params.iter().zip(values) {
                    self.locals[*param] = Some(value);
                }
                self.into(arms[index].body, *dest, out);
            }
        }
    }

    /// No clause matches, which checking excludes for `case`; `let` goes on behind the tree.
    fn unmatched(&mut self, leaves: &Leaves<'m>, out: &mut Vec<Stmt>) {
        if let Leaves::Leave { failed, .. } = leaves {
            return out.extend(failed.map(Stmt::Break));
        }
        let class = self.tree.name("globalThis");
        let class = self.tree.member(class, "Error");
        let message = self.tree.string("No clause matched");
        let error = self.tree.new_object(class, vec![message]);
        out.push(Stmt::Throw(error));
    }

    /// Whether `tree` has so long ways that its tests should not stand inside each other.
    pub(super) fn is_long(&self, tree: DecisionId) -> bool {
        self.shape(tree, 1).longest > LONGEST_CHAIN
    }

    /// How often each of the `arms` is reached, and how many tests are on the longest way.
    fn shape(&self, tree: DecisionId, arms: usize) -> Shape {
        let mut shape = Shape {
            reached: vec![0; arms],
            longest: 0,
        };
        let mut open = vec![(tree, 0)];
        while let Some((id, length)) = open.pop() {
            shape.longest = shape.longest.max(length);
            match &self.module.decisions[id] {
                Decision::Arm { index, .. } => shape.reached[*index] += 1,
                Decision::Guard {
                    then, otherwise, ..
                } => open.extend([(*then, length + 1), (*otherwise, length + 1)]),
                Decision::Switch {
                    branches,
                    otherwise,
                    ..
                } => {
                    let is_test = branches.len() > 1 || otherwise.is_some();
                    let branches = branches.iter().map(|branch| branch.then).chain(*otherwise);
                    open.extend(branches.zip(length + u32::from(is_test)..));
                }
                Decision::Tuple { then, .. } | Decision::Bind { then, .. } => {
                    open.push((*then, length));
                }
                Decision::Fail => {}
            }
        }
        shape
    }
}

struct Shape {
    reached: Vec<u32>,
    longest: u32,
}

//! What every module of the intermediate representation must be like; for tests.

use std::collections::HashSet;

use crate::node::{
    Asserted, AssertedValue, Branch, Case, Decision, DecisionId, ExprId, ExprKind, FunctionBody,
    LocalId, MatchSegment, Module, Raise, RaiseKind, Statement, Test,
};

/// What is wrong with a module, in sentences; nothing if it is sound.
///
/// Sound means: ids are valid, no expression or decision stands in two places, every local is bound
/// once and used inside the scope of its binding, and leaves fit the arms that they name.
pub fn verify(module: &Module) -> Vec<String> {
    let mut check = Check {
        module,
        faults: Vec::new(),
        place: String::new(),
        exprs: HashSet::new(),
        decisions: HashSet::new(),
        bound: HashSet::new(),
        scope: HashSet::new(),
    };
    for constant in &module.constants {
        check.place = format!("constant {}", constant.name);
        check.expr(constant.value);
    }
    for function in &module.functions {
        check.place = format!("function {}", function.name);
        check.bind_all(&function.params);
        if let FunctionBody::Gleam(body) = function.body {
            check.expr(body);
        }
        check.leave(&function.params);
    }
    check.faults
}

struct Check<'a> {
    module: &'a Module,
    faults: Vec<String>,
    /// What is being looked at.
    place: String,
    exprs: HashSet<ExprId>,
    decisions: HashSet<DecisionId>,
    /// Locals that have a binding.
    bound: HashSet<LocalId>,
    /// Locals that are in scope.
    scope: HashSet<LocalId>,
}

/// Where the leaves of a tree lead.
#[derive(Clone, Copy)]
enum Target<'a> {
    Case(&'a Case),
    Next,
}

impl<'a> Check<'a> {
    fn fault(&mut self, what: &str) {
        self.faults.push(format!("{}: {what}", self.place));
    }

    fn bind(&mut self, local: LocalId) {
        if local.index() >= self.module.locals.len() {
            self.fault(&format!("local {local:?} does not exist"));
        } else if !self.bound.insert(local) {
            self.fault(&format!("local {local:?} is bound twice"));
        }
        self.scope.insert(local);
    }

    fn bind_all(&mut self, locals: &[LocalId]) {
        for local in locals {
            self.bind(*local);
        }
    }

    fn leave(&mut self, locals: &[LocalId]) {
        for local in locals {
            self.scope.remove(local);
        }
    }

    fn use_(&mut self, local: LocalId) {
        if !self.scope.contains(&local) {
            self.fault(&format!("local {local:?} is used out of scope"));
        }
    }

    fn exprs(&mut self, ids: &[ExprId]) {
        for id in ids {
            self.expr(*id);
        }
    }

    fn expr(&mut self, id: ExprId) {
        if id.index() >= self.module.exprs.len() {
            return self.fault(&format!("expression {id:?} does not exist"));
        }
        if !self.exprs.insert(id) {
            return self.fault(&format!("expression {id:?} stands in two places"));
        }
        let module = self.module;
        source::grow(|| self.expr_kind(&module.exprs[id].kind));
    }

    fn expr_kind(&mut self, kind: &'a ExprKind) {
        match kind {
            ExprKind::Int(_)
            | ExprKind::Float(_)
            | ExprKind::String(_)
            | ExprKind::FunctionValue(_)
            | ExprKind::Constant { .. }
            | ExprKind::ConstructorValue(_) => {}
            ExprKind::Local(local) => self.use_(*local),
            ExprKind::CallFunction { args, .. }
            | ExprKind::Construct { args, .. }
            | ExprKind::Prim { args, .. } => self.exprs(args),
            ExprKind::CallValue { callee, args } => {
                self.expr(*callee);
                self.exprs(args);
            }
            ExprKind::Tuple(items) => self.exprs(items),
            ExprKind::List { items, tail } => {
                self.exprs(items);
                self.exprs(tail.as_slice());
            }
            ExprKind::BitArray(segments) => {
                for segment in segments {
                    self.expr(segment.value);
                    self.exprs(segment.size.as_slice());
                }
            }
            ExprKind::RecordField { record: value, .. }
            | ExprKind::TupleIndex { tuple: value, .. } => self.expr(*value),
            ExprKind::Lambda { params, body } => {
                self.bind_all(params);
                self.expr(*body);
                self.leave(params);
            }
            ExprKind::Block { statements, result } => self.block(statements, *result),
            ExprKind::And(left, right) | ExprKind::Or(left, right) => self.exprs(&[*left, *right]),
            ExprKind::Case(case) => self.case(case),
            ExprKind::Raise(raise) => self.raise(raise),
            ExprKind::Echo { value, message } => {
                self.expr(*value);
                self.exprs(message.as_slice());
            }
        }
    }

    fn block(&mut self, statements: &'a [Statement], result: ExprId) {
        let mut bound = Vec::new();
        if statements.is_empty() {
            self.fault("a block has no statements");
        }
        for statement in statements {
            match statement {
                Statement::Expr(value) => self.expr(*value),
                Statement::Let { local, value } => {
                    self.expr(*value);
                    self.bind(*local);
                    bound.push(*local);
                }
                Statement::Match {
                    subject,
                    tree,
                    otherwise,
                } => {
                    self.use_(*subject);
                    self.exprs(otherwise.as_slice());
                    self.decision(*tree, Target::Next, &mut bound);
                }
            }
        }
        self.expr(result);
        self.leave(&bound);
    }

    fn case(&mut self, case: &'a Case) {
        let subjects: Vec<_> = case.subjects.iter().map(|(local, _)| *local).collect();
        for (_, value) in &case.subjects {
            self.expr(*value);
        }
        self.bind_all(&subjects);
        let mut bound = Vec::new();
        self.decision(case.tree, Target::Case(case), &mut bound);
        self.leave(&bound);
        for arm in &case.arms {
            self.bind_all(&arm.params);
            self.expr(arm.body);
            self.leave(&arm.params);
        }
        self.leave(&subjects);
    }

    /// Checks a decision; what it binds is added to `bound` and still in scope afterwards where
    /// the tree leads to the next statement.
    fn decision(&mut self, id: DecisionId, target: Target<'a>, bound: &mut Vec<LocalId>) {
        if id.index() >= self.module.decisions.len() {
            return self.fault(&format!("decision {id:?} does not exist"));
        }
        if !self.decisions.insert(id) {
            return self.fault(&format!("decision {id:?} stands in two places"));
        }
        let decision = &self.module.decisions[id];
        source::grow(|| match decision {
            Decision::Arm { index, args } => self.arm(*index, args, target),
            Decision::Guard {
                bindings,
                condition,
                then,
                otherwise,
            } => {
                for (local, value) in bindings {
                    self.use_(*value);
                    self.bind(*local);
                }
                self.expr(*condition);
                let guard: Vec<_> = bindings.iter().map(|(local, _)| *local).collect();
                self.leave(&guard);
                self.decision(*then, target, bound);
                self.decision(*otherwise, target, bound);
            }
            Decision::Switch {
                subject,
                branches,
                otherwise,
            } => {
                self.use_(*subject);
                for branch in branches {
                    self.branch(branch, target, bound);
                }
                if let Some(otherwise) = otherwise {
                    self.decision(*otherwise, target, bound);
                }
            }
            Decision::Tuple {
                subject,
                items,
                then,
            } => {
                self.use_(*subject);
                let items: Vec<_> = items.iter().flatten().copied().collect();
                self.below(&items, *then, target, bound);
            }
            Decision::Bind { local, value, then } => {
                self.expr(*value);
                self.below(&[*local], *then, target, bound);
            }
            Decision::Fail => {}
        });
    }

    fn arm(&mut self, index: usize, args: &[LocalId], target: Target<'a>) {
        for arg in args {
            self.use_(*arg);
        }
        let fits = match target {
            Target::Next => index == 0 && args.is_empty(),
            Target::Case(case) => case
                .arms
                .get(index)
                .is_some_and(|arm| arm.params.len() == args.len()),
        };
        if !fits {
            self.fault(&format!("a leaf does not fit arm {index}"));
        }
    }

    fn branch(&mut self, branch: &'a Branch, target: Target<'a>, bound: &mut Vec<LocalId>) {
        let locals: Vec<LocalId> = match &branch.test {
            Test::StringPrefix { rest, .. } => rest.iter().copied().collect(),
            Test::Variant {
                constructor,
                fields,
            } => {
                if !fields.is_empty() && fields.len() != constructor.fields.len() {
                    self.fault("a test has not as many fields as its constructor");
                }
                fields.iter().flatten().copied().collect()
            }
            Test::NonEmptyList { head, tail } => head.iter().chain(tail).copied().collect(),
            Test::BitArray(segments) => return self.segments(segments, branch.then, target, bound),
            Test::Int(_) | Test::Float(_) | Test::String(_) | Test::EmptyList => Vec::new(),
        };
        self.below(&locals, branch.then, target, bound);
    }

    /// Sizes may use what segments before bind.
    fn segments(
        &mut self,
        segments: &[MatchSegment],
        then: DecisionId,
        target: Target<'a>,
        bound: &mut Vec<LocalId>,
    ) {
        let mut locals = Vec::new();
        for segment in segments {
            self.exprs(segment.size.as_slice());
            if let Some(local) = segment.bind {
                self.bind(local);
                locals.push(local);
            }
        }
        self.decision(then, target, bound);
        self.end_of(locals, target, bound);
    }

    fn below(
        &mut self,
        locals: &[LocalId],
        then: DecisionId,
        target: Target<'a>,
        bound: &mut Vec<LocalId>,
    ) {
        self.bind_all(locals);
        self.decision(then, target, bound);
        self.end_of(locals.to_vec(), target, bound);
    }

    fn end_of(&mut self, locals: Vec<LocalId>, target: Target<'a>, bound: &mut Vec<LocalId>) {
        match target {
            Target::Next => bound.extend(locals),
            Target::Case(_) => self.leave(&locals),
        }
    }

    fn raise(&mut self, raise: &Raise) {
        self.exprs(raise.message.as_slice());
        match &raise.kind {
            RaiseKind::Todo | RaiseKind::Panic => {}
            RaiseKind::LetAssert { value, .. } => self.use_(*value),
            RaiseKind::Assert { condition, .. } => self.asserted(condition),
        }
    }

    fn asserted(&mut self, condition: &Asserted) {
        let values: Vec<&AssertedValue> = match condition {
            Asserted::BinaryOperator { left, right, .. } => vec![left, right],
            Asserted::FunctionCall { arguments } => arguments.iter().collect(),
            Asserted::Expression(value) => vec![value],
        };
        for local in values.into_iter().filter_map(|value| value.value) {
            self.use_(local);
        }
    }
}

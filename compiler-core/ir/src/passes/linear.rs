//! Names the values of calls by which a function comes back to itself and goes on.
//!
//! `1 + f(rest)` becomes `{ let r = f(rest)  1 + r }`, and `[g(x), ..f(rest)]` becomes
//! `{ let x = g(x)  let r = f(rest)  [x, ..r] }`, if the function calls itself no more than once on
//! any way through it. A loop can then keep what stands behind the `let` for later.

use std::collections::{BTreeMap, BTreeSet};

use source::{Name, Span};

use super::forward::is_settled;
use crate::node::{Expr, ExprId, ExprKind, FunctionBody, Local, LocalId, Module, Statement};
use crate::tails;
use crate::{Ty, walk};

/// Changes functions of `module` that call themselves but not only last. Afterwards
/// [`Module::suspending`] has the calls that are not last: each is the value of a `let` among the
/// last expressions of its function, behind which the function does not call itself again.
pub(super) fn linear(module: &mut Module) {
    let loops = tails::loops(module);
    let shared = loops.iter().filter(|found| found.members.len() > 1);
    let shared: BTreeSet<usize> = shared.flat_map(|found| found.members.clone()).collect();
    for index in 0..module.functions.len() {
        let function = &module.functions[index];
        if let FunctionBody::Gleam(body) = function.body
            && !shared.contains(&index)
        {
            let name = function.name;
            let calls = Calls::find(module, name, body);
            if calls.are_linear(module, body) && !calls.are_last(module, body) {
                let mut namer = Namer { module, calls };
                namer.last(body);
            }
        }
    }
}

/// The calls of a function by itself, outside of closures.
struct Calls {
    own: BTreeSet<ExprId>,
    /// For each expression around calls, how many there are.
    counts: BTreeMap<ExprId, usize>,
}

impl Calls {
    fn find(module: &Module, name: Name, body: ExprId) -> Self {
        let mut calls = Self {
            own: BTreeSet::new(),
            counts: BTreeMap::new(),
        };
        let mut steps: Vec<(ExprId, usize)> = Vec::new();
        let mut open = vec![(body, 0)];
        while let Some((id, parent)) = open.pop() {
            let step = steps.len();
            steps.push((id, parent));
            let kind = &module.exprs[id].kind;
            if matches!(kind, ExprKind::Lambda { .. }) {
                continue;
            }
            if matches!(kind, ExprKind::CallFunction { function, .. }
                if tails::own(module, function) == Some(name))
            {
                calls.own.insert(id);
                calls.count(&steps, step);
            }
            let inside = walk::parts(module, id).exprs;
            open.extend(inside.into_iter().map(|inside| (inside, step)));
        }
        calls
    }

    fn count(&mut self, steps: &[(ExprId, usize)], mut step: usize) {
        loop {
            let (id, parent) = steps[step];
            *self.counts.entry(id).or_insert(0) += 1;
            if step == 0 {
                return;
            }
            step = parent;
        }
    }

    fn within(&self, id: ExprId) -> usize {
        self.counts.get(&id).copied().unwrap_or(0)
    }

    /// Whether all calls are last, or give the tail of a list that is.
    fn are_last(&self, module: &Module, body: ExprId) -> bool {
        let mut last = 0;
        let mut open = vec![body];
        while let Some(id) = open.pop() {
            match &module.exprs[id].kind {
                ExprKind::Block { result, .. } => open.push(*result),
                ExprKind::Case(case) => open.extend(case.arms.iter().map(|arm| arm.body)),
                ExprKind::And(_, right) | ExprKind::Or(_, right) => open.push(*right),
                ExprKind::List { tail, .. } => open.extend(*tail),
                _ => last += usize::from(self.own.contains(&id)),
            }
        }
        last == self.own.len()
    }

    /// Whether no way through the value `id` meets two calls, and each call can be named.
    fn are_linear(&self, module: &Module, id: ExprId) -> bool {
        if self.within(id) == 0 {
            return true;
        }
        source::grow(|| match &module.exprs[id].kind {
            ExprKind::Block { statements, result } => {
                let in_statements = self.in_statements(module, statements);
                if in_statements == 0 {
                    self.are_linear(module, *result)
                } else {
                    self.can_be_named(module, id)
                }
            }
            ExprKind::Case(case) => {
                let arms = case.arms.iter().map(|arm| arm.body);
                let in_arms: usize = arms.clone().map(|arm| self.within(arm)).sum();
                if in_arms == self.within(id) {
                    arms.into_iter().all(|arm| self.are_linear(module, arm))
                } else {
                    self.can_be_named(module, id)
                }
            }
            ExprKind::And(left, right) | ExprKind::Or(left, right) if self.within(*left) == 0 => {
                self.are_linear(module, *right)
            }
            _ => self.can_be_named(module, id),
        })
    }

    fn in_statements(&self, module: &Module, statements: &[Statement]) -> usize {
        let mut parts = walk::Parts::default();
        for statement in statements {
            parts.statement(module, statement);
        }
        parts.exprs.iter().map(|part| self.within(*part)).sum()
    }

    /// Whether there is one call in `id`, which is evaluated whenever `id` is.
    fn can_be_named(&self, module: &Module, id: ExprId) -> bool {
        let mut next = Some(id);
        while let Some(id) = next {
            if self.within(id) != 1 {
                return false;
            }
            if self.own.contains(&id) {
                return true;
            }
            next = strict_parts(module, id)
                .into_iter()
                .find(|part| self.within(*part) > 0);
        }
        false
    }
}

/// The expressions that are evaluated whenever `id` is, in order; none if it is not known.
fn strict_parts(module: &Module, id: ExprId) -> Vec<ExprId> {
    match &module.exprs[id].kind {
        ExprKind::CallFunction { .. }
        | ExprKind::CallValue { .. }
        | ExprKind::Construct { .. }
        | ExprKind::Tuple(_)
        | ExprKind::List { .. }
        | ExprKind::Prim { .. }
        | ExprKind::RecordField { .. }
        | ExprKind::TupleIndex { .. } => walk::parts(module, id).exprs,
        ExprKind::And(left, _) | ExprKind::Or(left, _) => vec![*left],
        ExprKind::Case(case) => case.subjects.iter().map(|subject| subject.1).collect(),
        ExprKind::Block { statements, result } => {
            let values = statements.iter().filter_map(|statement| match statement {
                Statement::Expr(value) | Statement::Let { value, .. } => Some(*value),
                Statement::Match { .. } => None,
            });
            values.chain([*result]).collect()
        }
        _ => Vec::new(),
    }
}

/// Changes a function that is linear.
struct Namer<'m> {
    module: &'m mut Module,
    calls: Calls,
}

impl Namer<'_> {
    /// Changes an expression whose value is the function's.
    fn last(&mut self, id: ExprId) {
        source::grow(|| self.last_kind(id));
    }

    fn last_kind(&mut self, id: ExprId) {
        if self.calls.within(id) == 0 || self.calls.own.contains(&id) {
            return;
        }
        let next: Vec<ExprId> = match &self.module.exprs[id].kind {
            ExprKind::Block { statements, result }
                if self.calls.in_statements(self.module, statements) == 0 =>
            {
                vec![*result]
            }
            ExprKind::Case(case) => {
                let subjects = case.subjects.iter();
                let in_subjects: usize = subjects.map(|it| self.calls.within(it.1)).sum();
                if in_subjects == 0 {
                    case.arms.iter().map(|arm| arm.body).collect()
                } else {
                    Vec::new()
                }
            }
            ExprKind::And(left, right) | ExprKind::Or(left, right)
                if self.calls.within(*left) == 0 =>
            {
                vec![*right]
            }
            _ => Vec::new(),
        };
        if next.is_empty() {
            return self.suspend(id);
        }
        for next in next {
            self.last(next);
        }
    }

    /// Makes `id` a block that names the call inside it.
    fn suspend(&mut self, id: ExprId) {
        let Expr { span, kind } = self.module.exprs[id].clone();
        let value = self.alloc(span, kind);
        let within = self.calls.within(id);
        self.calls.counts.insert(value, within);
        let mut statements = Vec::new();
        let result = self.name(value, &mut statements);
        self.module.exprs[id].kind = ExprKind::Block { statements, result };
    }

    /// Names the call inside `id`, after what is evaluated before it; gives what is left of `id`.
    fn name(&mut self, id: ExprId, out: &mut Vec<Statement>) -> ExprId {
        if self.calls.own.contains(&id) {
            self.module.suspending.insert(id);
            return self.bind("_result", id, out);
        }
        if let ExprKind::Block { statements, result } = &self.module.exprs[id].kind {
            let (statements, result) = (statements.clone(), *result);
            return self.name_in_block(statements, result, out);
        }
        let parts = strict_parts(self.module, id);
        let position = parts.iter().position(|part| self.calls.within(*part) > 0);
        let Some(position) = position else {
            return id;
        };
        for part in &parts[..position] {
            if !is_settled(self.module, *part) {
                let value = self.bind("_value", *part, out);
                self.replace(id, *part, value);
            }
        }
        let part = parts[position];
        let value = source::grow(|| self.name(part, out));
        self.replace(id, part, value);
        id
    }

    fn name_in_block(
        &mut self,
        statements: Vec<Statement>,
        result: ExprId,
        out: &mut Vec<Statement>,
    ) -> ExprId {
        for mut statement in statements {
            match &mut statement {
                Statement::Let { value, .. } if self.calls.own.contains(value) => {
                    self.module.suspending.insert(*value);
                }
                Statement::Expr(value) | Statement::Let { value, .. }
                    if self.calls.within(*value) > 0 =>
                {
                    *value = source::grow(|| self.name(*value, out));
                }
                _ => {}
            }
            out.push(statement);
        }
        if self.calls.within(result) > 0 {
            return source::grow(|| self.name(result, out));
        }
        result
    }

    /// Binds the value of `id` to a new variable; gives a mention of that.
    fn bind(&mut self, name: &str, id: ExprId, out: &mut Vec<Statement>) -> ExprId {
        let local = self.local(name);
        out.push(Statement::Let { local, value: id });
        let span = self.module.exprs[id].span;
        self.alloc(span, ExprKind::Local(local))
    }

    fn local(&mut self, name: &str) -> LocalId {
        let (name, ty) = (Name::new(name), Ty::ERROR);
        self.module.locals.alloc(Local { name, ty })
    }

    fn alloc(&mut self, span: Span, kind: ExprKind) -> ExprId {
        self.module.exprs.alloc(Expr { span, kind })
    }

    /// Puts `new` where `old` stands in `id`.
    fn replace(&mut self, id: ExprId, old: ExprId, new: ExprId) {
        let put = |place: &mut ExprId| {
            if *place == old {
                *place = new;
            }
        };
        match &mut self.module.exprs[id].kind {
            ExprKind::CallFunction { args, .. }
            | ExprKind::Construct { args, .. }
            | ExprKind::Tuple(args)
            | ExprKind::Prim { args, .. } => args.iter_mut().for_each(put),
            ExprKind::CallValue { callee, args } => {
                std::iter::once(callee).chain(args).for_each(put);
            }
            ExprKind::List { items, tail } => items.iter_mut().chain(tail).for_each(put),
            ExprKind::RecordField { record: value, .. }
            | ExprKind::TupleIndex { tuple: value, .. } => put(value),
            ExprKind::And(left, _) | ExprKind::Or(left, _) => put(left),
            ExprKind::Case(case) => case
                .subjects
                .iter_mut()
                .for_each(|subject| put(&mut subject.1)),
            _ => {}
        }
    }
}

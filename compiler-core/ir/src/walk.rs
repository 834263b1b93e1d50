//! What expressions are made of.

use crate::node::{
    Asserted, AssertedValue, Decision, DecisionId, ExprId, ExprKind, LocalId, Module, Raise,
    RaiseKind, Statement, Test,
};

/// `id` and all expressions inside it, in no order; those of a closure only if `closures`.
pub fn inside(module: &Module, id: ExprId, closures: bool) -> impl Iterator<Item = ExprId> {
    let mut open = vec![id];
    std::iter::from_fn(move || {
        let next = open.pop()?;
        if closures || !matches!(module.exprs[next].kind, ExprKind::Lambda { .. }) {
            open.extend(parts(module, next).exprs);
        }
        Some(next)
    })
}

/// The expressions directly inside `id`, and the variables that it mentions itself.
pub fn parts(module: &Module, id: ExprId) -> Parts {
    let mut parts = Parts::default();
    match &module.exprs[id].kind {
        ExprKind::Int(_)
        | ExprKind::Float(_)
        | ExprKind::String(_)
        | ExprKind::FunctionValue(_)
        | ExprKind::Constant { .. }
        | ExprKind::ConstructorValue(_) => {}
        ExprKind::Local(local) => parts.locals.push(*local),
        ExprKind::CallFunction { args, .. }
        | ExprKind::Construct { args, .. }
        | ExprKind::Tuple(args)
        | ExprKind::Prim { args, .. } => parts.exprs.extend(args),
        ExprKind::CallValue { callee, args } => {
            parts.exprs.extend(std::iter::once(callee).chain(args));
        }
        ExprKind::List { items, tail } => parts.exprs.extend(items.iter().chain(tail)),
        ExprKind::BitArray(segments) => {
            let segments = segments.iter();
            let exprs =
                segments.flat_map(|segment| [segment.value].into_iter().chain(segment.size));
            parts.exprs.extend(exprs);
        }
        ExprKind::RecordField { record: value, .. }
        | ExprKind::TupleIndex { tuple: value, .. }
        | ExprKind::Lambda { body: value, .. } => parts.exprs.push(*value),
        ExprKind::Block { statements, result } => {
            for statement in statements {
                parts.statement(module, statement);
            }
            parts.exprs.push(*result);
        }
        ExprKind::And(left, right) | ExprKind::Or(left, right) => {
            parts.exprs.extend([*left, *right]);
        }
        ExprKind::Case(case) => {
            parts
                .exprs
                .extend(case.subjects.iter().map(|subject| subject.1));
            parts.decision(module, case.tree);
            parts.exprs.extend(case.arms.iter().map(|arm| arm.body));
        }
        ExprKind::Raise(raise) => parts.raise(raise),
        ExprKind::Echo { value, message } => {
            parts.exprs.push(*value);
            parts.exprs.extend(*message);
        }
    }
    parts
}

/// See [`parts`].
#[derive(Debug, Default)]
pub struct Parts {
    /// Expressions.
    pub exprs: Vec<ExprId>,
    /// Variables whose value is used or taken apart.
    pub locals: Vec<LocalId>,
}

impl Parts {
    /// Adds the parts of a statement.
    pub fn statement(&mut self, module: &Module, statement: &Statement) {
        match statement {
            Statement::Expr(value) | Statement::Let { value, .. } => self.exprs.push(*value),
            Statement::Match {
                subject,
                tree,
                otherwise,
            } => {
                self.locals.push(*subject);
                self.decision(module, *tree);
                self.exprs.extend(*otherwise);
            }
        }
    }

    fn decision(&mut self, module: &Module, tree: DecisionId) {
        let mut open = vec![tree];
        while let Some(id) = open.pop() {
            match &module.decisions[id] {
                Decision::Arm { args, .. } => self.locals.extend(args),
                Decision::Guard {
                    bindings,
                    condition,
                    then,
                    otherwise,
                } => {
                    self.locals.extend(bindings.iter().map(|binding| binding.1));
                    self.exprs.push(*condition);
                    open.extend([*then, *otherwise]);
                }
                Decision::Switch {
                    subject,
                    branches,
                    otherwise,
                } => {
                    self.locals.push(*subject);
                    for branch in branches {
                        self.test(&branch.test);
                        open.push(branch.then);
                    }
                    open.extend(*otherwise);
                }
                Decision::Tuple { subject, then, .. } => {
                    self.locals.push(*subject);
                    open.push(*then);
                }
                Decision::Bind { value, then, .. } => {
                    self.exprs.push(*value);
                    open.push(*then);
                }
                Decision::Fail => {}
            }
        }
    }

    fn test(&mut self, test: &Test) {
        if let Test::BitArray(segments) = test {
            let sizes = segments.iter().filter_map(|segment| segment.size);
            self.exprs.extend(sizes);
        }
    }

    fn raise(&mut self, raise: &Raise) {
        self.exprs.extend(raise.message);
        let values: Vec<&AssertedValue> = match &raise.kind {
            RaiseKind::Todo | RaiseKind::Panic => Vec::new(),
            RaiseKind::LetAssert { value, .. } => return self.locals.push(*value),
            RaiseKind::Assert { condition, .. } => match condition {
                Asserted::BinaryOperator { left, right, .. } => vec![left, right],
                Asserted::FunctionCall { arguments } => arguments.iter().collect(),
                Asserted::Expression(value) => vec![value],
            },
        };
        let values = values.into_iter().filter_map(|value| value.value);
        self.locals.extend(values);
    }
}

//! Which lambdas capture more variables than they should get one by one.

use std::collections::{BTreeMap, BTreeSet};

use ir::node::{
    Asserted, BuildSegment, Case, Decision, DecisionId, ExprId, ExprKind, FunctionBody, LocalId,
    MatchSegment, Module, Raise, RaiseKind, Statement, Test,
};

/// Captured variables become arguments; with the lambda's own they may be 255 at most. Where each of
/// many lambdas captures everything around it, OTP takes twice the time already with 200.
const MOST_CAPTURED: usize = 50;

/// A lambda that captures very much.
#[derive(Debug, Clone, Default)]
pub(super) struct Wide {
    /// All that it captures.
    pub(super) captured: Vec<LocalId>,
    /// What of this is mentioned outside of other wide lambdas in it.
    pub(super) direct: Vec<LocalId>,
}

/// The lambdas that capture more than [`MOST_CAPTURED`] variables, and what they capture.
///
/// The first mention of a variable, in evaluation order, is its binding. A later one that stands
/// inside more lambdas is captured by these: from the innermost out, until one has it already.
pub(super) fn wide_lambdas(module: &Module) -> BTreeMap<ExprId, Wide> {
    let mut search = Search {
        module,
        bound_in: vec![None; module.locals.len()],
        open: Vec::new(),
        wide: BTreeMap::new(),
    };
    if module.locals.len() > MOST_CAPTURED {
        for function in &module.functions {
            search.mention_all(&function.params);
            if let FunctionBody::Gleam(body) = function.body {
                search.expr(body);
            }
        }
    }
    search.wide
}

struct Search<'m> {
    module: &'m Module,
    /// How many lambdas surround the binding of each local.
    bound_in: Vec<Option<usize>>,
    /// What the surrounding lambdas capture, outermost first.
    open: Vec<Open>,
    wide: BTreeMap<ExprId, Wide>,
}

/// What is known of a lambda that is being searched; see [`Wide`].
#[derive(Default)]
struct Open {
    captured: BTreeSet<LocalId>,
    direct: BTreeSet<LocalId>,
}

impl Search<'_> {
    fn mention(&mut self, local: LocalId) {
        let Some(depth) = self.bound_in[local.index()] else {
            self.bound_in[local.index()] = Some(self.open.len());
            return;
        };
        let mut inside = self.open.iter_mut().skip(depth).rev().peekable();
        if let Some(innermost) = inside.peek_mut() {
            innermost.direct.insert(local);
        }
        for lambda in inside {
            if !lambda.captured.insert(local) {
                break;
            }
        }
    }

    fn mention_all<'l>(&mut self, locals: impl IntoIterator<Item = &'l LocalId>) {
        for local in locals {
            self.mention(*local);
        }
    }

    fn exprs<'e>(&mut self, exprs: impl IntoIterator<Item = &'e ExprId>) {
        for expr in exprs {
            self.expr(*expr);
        }
    }

    fn expr(&mut self, id: ExprId) {
        source::grow(|| self.expr_kind(id));
    }

    fn expr_kind(&mut self, id: ExprId) {
        let module = self.module;
        match &module.exprs[id].kind {
            ExprKind::Int(_)
            | ExprKind::Float(_)
            | ExprKind::String(_)
            | ExprKind::FunctionValue(_)
            | ExprKind::Constant { .. }
            | ExprKind::ConstructorValue(_) => {}
            ExprKind::Local(local) => self.mention(*local),
            ExprKind::CallFunction { args, .. }
            | ExprKind::Construct { args, .. }
            | ExprKind::Prim { args, .. }
            | ExprKind::Tuple(args) => self.exprs(args),
            ExprKind::CallValue { callee, args } => self.exprs(std::iter::once(callee).chain(args)),
            ExprKind::List { items, tail } => self.exprs(items.iter().chain(tail)),
            ExprKind::BitArray(segments) => self.build(segments),
            ExprKind::RecordField { record: value, .. }
            | ExprKind::TupleIndex { tuple: value, .. } => self.expr(*value),
            ExprKind::Lambda { params, body } => self.lambda(id, params, *body),
            ExprKind::Block { statements, result } => self.block(statements, *result),
            ExprKind::And(left, right) | ExprKind::Or(left, right) => self.exprs([left, right]),
            ExprKind::Case(case) => self.case(case),
            ExprKind::Raise(raise) => self.raise(raise),
            ExprKind::Echo { value, message } => self.exprs(std::iter::once(value).chain(message)),
        }
    }

    fn lambda(&mut self, id: ExprId, params: &[LocalId], body: ExprId) {
        self.open.push(Open::default());
        self.mention_all(params);
        self.expr(body);
        let Open { captured, direct } = self.open.pop().unwrap_or_default();
        if captured.len() > MOST_CAPTURED {
            let wide = Wide {
                captured: captured.into_iter().collect(),
                direct: direct.into_iter().collect(),
            };
            self.wide.insert(id, wide);
        } else if let Some(around) = self.open.last_mut() {
            let passed_on = captured.intersection(&around.captured);
            around.direct.extend(passed_on);
        }
    }

    fn build(&mut self, segments: &[BuildSegment]) {
        for segment in segments {
            self.exprs(std::iter::once(&segment.value).chain(&segment.size));
        }
    }

    fn block(&mut self, statements: &[Statement], result: ExprId) {
        for statement in statements {
            match statement {
                Statement::Expr(expr) => self.expr(*expr),
                Statement::Let { local, value } => {
                    self.expr(*value);
                    self.mention(*local);
                }
                Statement::Match {
                    subject,
                    tree,
                    otherwise,
                } => {
                    self.mention(*subject);
                    self.decision(*tree);
                    self.exprs(otherwise);
                }
            }
        }
        self.expr(result);
    }

    fn case(&mut self, case: &Case) {
        for (local, value) in &case.subjects {
            self.expr(*value);
            self.mention(*local);
        }
        self.decision(case.tree);
        for arm in &case.arms {
            self.mention_all(&arm.params);
            self.expr(arm.body);
        }
    }

    fn decision(&mut self, id: DecisionId) {
        source::grow(|| self.decision_kind(id));
    }

    fn decision_kind(&mut self, id: DecisionId) {
        let module = self.module;
        match &module.decisions[id] {
            Decision::Arm { args, .. } => self.mention_all(args),
            Decision::Guard {
                bindings,
                condition,
                then,
                otherwise,
            } => {
                for (bound, value) in bindings {
                    self.mention_all([value, bound]);
                }
                self.expr(*condition);
                self.decision(*then);
                self.decision(*otherwise);
            }
            Decision::Switch {
                subject,
                branches,
                otherwise,
            } => {
                self.mention(*subject);
                for branch in branches {
                    self.test(&branch.test);
                    self.decision(branch.then);
                }
                if let Some(next) = otherwise {
                    self.decision(*next);
                }
            }
            Decision::Tuple {
                subject,
                items,
                then,
            } => {
                self.mention(*subject);
                self.mention_all(items.iter().flatten());
                self.decision(*then);
            }
            Decision::Bind { local, value, then } => {
                self.expr(*value);
                self.mention(*local);
                self.decision(*then);
            }
            Decision::Fail => {}
        }
    }

    fn test(&mut self, test: &Test) {
        match test {
            Test::Int(_) | Test::Float(_) | Test::String(_) | Test::EmptyList => {}
            Test::StringPrefix { rest, .. } => self.mention_all(rest),
            Test::Variant { fields, .. } => self.mention_all(fields.iter().flatten()),
            Test::NonEmptyList { head, tail } => self.mention_all(head.iter().chain(tail)),
            Test::BitArray(segments) => self.segments(segments),
        }
    }

    fn segments(&mut self, segments: &[MatchSegment]) {
        for segment in segments {
            self.exprs(&segment.size);
            self.mention_all(&segment.bind);
        }
    }

    fn raise(&mut self, raise: &Raise) {
        match &raise.kind {
            RaiseKind::Todo | RaiseKind::Panic => {}
            RaiseKind::LetAssert { value, .. } => self.mention(*value),
            RaiseKind::Assert { condition, .. } => {
                let values = match condition {
                    Asserted::BinaryOperator { left, right, .. } => vec![left, right],
                    Asserted::FunctionCall { arguments } => arguments.iter().collect(),
                    Asserted::Expression(value) => vec![value],
                };
                self.mention_all(values.into_iter().filter_map(|value| value.value.as_ref()));
            }
        }
        self.exprs(&raise.message);
    }
}

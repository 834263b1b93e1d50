//! The names that a definition mentions and does not bind itself.

use std::collections::{BTreeSet, HashMap};

use source::Name;
use syntax::ast::{
    self, Arg, Case, Expr, ExprId, ExprKind, ItemKind, Param, PatternId, PatternKind,
    SegmentOption, SegmentOptionKind, Stmt,
};

/// The free names of a function or constant, in order.
pub(super) fn of(module: &ast::Module, item: usize) -> Vec<Name> {
    let mut walk = Walk {
        module,
        bound: HashMap::new(),
        trail: Vec::new(),
        seen: BTreeSet::new(),
        mentions: Vec::new(),
    };
    match &module.items[item].kind {
        ItemKind::Function(function) => {
            walk.params(&function.params);
            walk.statements(function.body.as_deref().unwrap_or_default());
        }
        ItemKind::Const(constant) => walk.expr(constant.value),
        _ => {}
    }
    walk.mentions
}

struct Walk<'a> {
    module: &'a ast::Module,
    bound: HashMap<Name, u32>,
    trail: Vec<Name>,
    seen: BTreeSet<Name>,
    mentions: Vec<Name>,
}

impl<'a> Walk<'a> {
    fn name(&mut self, name: Name) {
        let bound = self.bound.get(&name).is_some_and(|count| *count > 0);
        if !bound && self.seen.insert(name) {
            self.mentions.push(name);
        }
    }

    fn bind(&mut self, name: Name) {
        *self.bound.entry(name).or_default() += 1;
        self.trail.push(name);
    }

    fn scoped(&mut self, work: impl FnOnce(&mut Self)) {
        let mark = self.trail.len();
        work(self);
        for name in self.trail.drain(mark..) {
            if let Some(count) = self.bound.get_mut(&name) {
                *count -= 1;
            }
        }
    }

    fn params(&mut self, params: &[Param]) {
        for param in params {
            self.pattern(param.pattern);
        }
    }

    fn exprs(&mut self, exprs: &[ExprId]) {
        for expr in exprs {
            self.expr(*expr);
        }
    }

    fn maybe(&mut self, expr: Option<ExprId>) {
        if let Some(expr) = expr {
            self.expr(expr);
        }
    }

    fn expr(&mut self, id: ExprId) {
        source::grow(|| self.expr_of(&self.module.exprs[id]));
    }

    fn expr_of(&mut self, expr: &'a Expr) {
        match &expr.kind {
            ExprKind::Var(name) => self.name(name.name),
            ExprKind::Field { container, .. } => self.expr(*container),
            ExprKind::TupleIndex { tuple, .. } => self.expr(*tuple),
            ExprKind::Tuple(items) | ExprKind::Pipeline(items) => self.exprs(items),
            ExprKind::List { items, tail } => self.list(items, *tail),
            ExprKind::BitArray(segments) => self.segments(segments),
            ExprKind::Block(body) => self.scoped(|walk| walk.statements(body)),
            ExprKind::Lambda(lambda) => self.scoped(|walk| {
                walk.params(&lambda.params);
                walk.statements(&lambda.body);
            }),
            ExprKind::Call { callee, args } => self.call(*callee, args),
            ExprKind::RecordUpdate { base, fields, .. } => self.call(*base, fields),
            ExprKind::Binary { left, right, .. } => self.exprs(&[*left, *right]),
            ExprKind::Negate(value) | ExprKind::Not(value) => self.expr(*value),
            ExprKind::Case(case) => self.case(case),
            ExprKind::Todo { message } | ExprKind::Panic { message } => self.maybe(*message),
            ExprKind::Echo { value, message } => self.list(value.as_slice(), *message),
            _ => {}
        }
    }

    fn list(&mut self, items: &[ExprId], tail: Option<ExprId>) {
        self.exprs(items);
        self.maybe(tail);
    }

    fn call(&mut self, callee: ExprId, args: &[Arg]) {
        self.expr(callee);
        for arg in args {
            self.expr(arg.value);
        }
    }

    fn segments(&mut self, segments: &[ast::Segment<ExprId>]) {
        for segment in segments {
            self.expr(segment.value);
            self.options(&segment.options);
        }
    }

    fn options(&mut self, options: &[SegmentOption]) {
        for option in options {
            if let SegmentOptionKind::Size { value, .. } = option.kind {
                self.expr(value);
            }
        }
    }

    fn case(&mut self, case: &'a Case) {
        self.exprs(&case.subjects);
        for clause in &case.clauses {
            self.scoped(|walk| {
                for pattern in clause.alternatives.iter().flatten() {
                    walk.pattern(*pattern);
                }
                walk.maybe(clause.guard);
                walk.expr(clause.body);
            });
        }
    }

    fn statements(&mut self, statements: &'a [Stmt]) {
        for statement in statements {
            match statement {
                Stmt::Expr(value) => self.expr(*value),
                Stmt::Let(binding) => {
                    self.expr(binding.value);
                    self.maybe(binding.assert.and_then(|assert| assert.message));
                    self.pattern(binding.pattern);
                }
                Stmt::Use(binding) => {
                    self.expr(binding.call);
                    for param in &binding.params {
                        self.pattern(param.pattern);
                    }
                }
                Stmt::Assert { value, message, .. } => self.list(&[*value], *message),
                Stmt::Error(_) => {}
            }
        }
    }

    fn pattern(&mut self, id: PatternId) {
        source::grow(|| self.pattern_of(&self.module.patterns[id].kind));
    }

    fn patterns(&mut self, patterns: impl IntoIterator<Item = PatternId>) {
        for pattern in patterns {
            self.pattern(pattern);
        }
    }

    fn pattern_of(&mut self, kind: &'a PatternKind) {
        match kind {
            PatternKind::Var(name) => self.bind(name.name),
            PatternKind::Tuple(items) => self.patterns(items.iter().copied()),
            PatternKind::List { items, tail } => {
                self.patterns(items.iter().copied());
                self.patterns(tail.and_then(|tail| tail.pattern));
            }
            PatternKind::Constructor { args, .. } => {
                self.patterns(args.iter().map(|arg| arg.pattern));
            }
            PatternKind::As { pattern, name } => {
                self.pattern(*pattern);
                self.bind(name.name);
            }
            PatternKind::StringPrefix {
                prefix_name, rest, ..
            } => {
                if let Some(name) = prefix_name {
                    self.bind(name.name);
                }
                self.pattern(*rest);
            }
            PatternKind::BitArray(segments) => self.pattern_segments(segments),
            _ => {}
        }
    }

    fn pattern_segments(&mut self, segments: &'a [ast::Segment<PatternId>]) {
        for segment in segments {
            self.options(&segment.options);
            self.pattern(segment.value);
        }
    }
}

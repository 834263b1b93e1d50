//! Expressions: dispatch, literals, collections and blocks.

use source::{Name, Span};
use syntax::ast::{ExprId, ExprKind, Stmt};

use crate::check::Checker;
use crate::features::Feature;
use crate::problem::{
    EchoWithoutValue, FloatOutOfRange, IntUnsafe, NotATuple, Situation, Todo, TodoInConstant,
    TodoSort, TupleIndexOutOfBounds, TupleOfUnknownType,
};
use crate::types::{Ty, TyKind};

use super::Place;

impl<'a> Checker<'a> {
    /// Infers an expression.
    pub(crate) fn expr(&mut self, id: ExprId) -> Ty {
        self.note_unreachable(id);
        let ty = source::grow(|| self.expr_of(id));
        self.tables.expr_types[id] = ty;
        ty
    }

    /// Infers an expression where the parameters of a closure are known from the outside.
    pub(crate) fn expr_for(&mut self, id: ExprId, wanted: Ty) -> Ty {
        let ExprKind::Lambda(lambda) = &self.module.exprs[id].kind else {
            return self.expr(id);
        };
        self.note_unreachable(id);
        let params = match self.shape(wanted) {
            TyKind::Fn { params, .. } => params,
            _ => Vec::new(),
        };
        let ty = source::grow(|| self.lambda(lambda, &params));
        self.tables.expr_types[id] = ty;
        ty
    }

    fn expr_of(&mut self, id: ExprId) -> Ty {
        let expr = &self.module.exprs[id];
        if self.frame.place == Place::Guard && is_data(&expr.kind) {
            self.frame.place = Place::GuardData;
            let ty = self.expr_of(id);
            self.frame.place = Place::Guard;
            return ty;
        }
        let span = expr.span;
        match &expr.kind {
            ExprKind::Int(text) => self.int(span, *text),
            ExprKind::Float(text) => self.float(span, *text),
            ExprKind::String(_) => self.builtin("String"),
            ExprKind::Var(name) => self.variable(id, *name),
            ExprKind::Constructor(name) => self.constructor(id, *name),
            ExprKind::Hole | ExprKind::Error => Ty::ERROR,
            ExprKind::Field { container, label } => self.field(id, *container, *label),
            ExprKind::TupleIndex {
                tuple,
                index,
                index_span,
            } => {
                if matches!(self.module.exprs[*tuple].kind, ExprKind::TupleIndex { .. }) {
                    self.needs(Feature::NestedTupleIndex, span);
                }
                self.tuple_index(*tuple, *index, *index_span)
            }
            ExprKind::Tuple(items) => self.tuple(items),
            ExprKind::List { items, tail } => self.list(items, *tail, span),
            ExprKind::BitArray(segments) => self.bit_array(segments),
            ExprKind::Block(body) => self.block(body, span),
            ExprKind::Lambda(lambda) => self.lambda(lambda, &[]),
            ExprKind::Call { callee, args } => self.call(id, *callee, args),
            ExprKind::RecordUpdate { .. } => self.record_update(id),
            ExprKind::Binary { .. } => self.binary(id),
            ExprKind::Pipeline(steps) => self.pipeline(id, steps),
            ExprKind::Negate(value) => self.negate(id, *value),
            ExprKind::Not(value) => self.not(id, *value),
            ExprKind::Case(case) => self.case(id, case),
            ExprKind::Todo { message } => self.todo(span, *message),
            ExprKind::Panic { message } => self.panic(span, *message),
            ExprKind::Echo { value, message } => self.echo(span, *value, *message),
        }
    }

    /// A number that is written out.
    pub(crate) fn int(&mut self, span: Span, text: Name) -> Ty {
        if !self.on_erlang() && !self.frame.foreign && crate::literal::is_unsafe_int(&text) {
            self.report(IntUnsafe { span });
        }
        self.builtin("Int")
    }

    /// See `int`.
    pub(crate) fn float(&mut self, span: Span, text: Name) -> Ty {
        if !crate::literal::float_fits(&text) {
            self.report(FloatOutOfRange { span });
        }
        self.builtin("Float")
    }

    fn tuple(&mut self, items: &[ExprId]) -> Ty {
        let items = items
            .iter()
            .map(|item| {
                let ty = self.expr(*item);
                self.unifier.shallow(&self.tables.types, ty)
            })
            .collect();
        self.tables.types.intern(TyKind::Tuple(items))
    }

    fn list(&mut self, items: &[ExprId], tail: Option<ExprId>, list_span: Span) -> Ty {
        let item_type = self.fresh();
        let mut odd = None;
        for (index, item) in items.iter().enumerate() {
            let found = self.expr(*item);
            if index == 0 {
                self.settle_first(item_type, found);
            } else {
                let span = self.module.exprs[*item].span;
                self.expect_alike(item_type, found, (span, Situation::ListItem), &mut odd);
            }
        }
        let list = self.list_of(item_type);
        if let Some(tail) = tail {
            if self.frame.place == Place::Constant {
                self.needs(Feature::ConstantListTail, list_span);
            }
            let found = self.expr(tail);
            let span = self.module.exprs[tail].span;
            self.expect(list, found, span, Situation::ListTail);
        }
        list
    }

    /// A fresh variable cannot clash.
    fn settle_first(&mut self, variable: Ty, ty: Ty) {
        let span = Span::default();
        self.expect(variable, ty, span, Situation::ListItem);
    }

    fn tuple_index(&mut self, tuple: ExprId, index: u64, index_span: Span) -> Ty {
        let ty = self.expr(tuple);
        let span = self.module.exprs[tuple].span;
        match self.shape(ty) {
            TyKind::Tuple(items) => {
                let found = usize::try_from(index)
                    .ok()
                    .and_then(|index| items.get(index));
                found.copied().unwrap_or_else(|| {
                    let size = items.len();
                    self.report(TupleIndexOutOfBounds {
                        span: Span::new(span.end, index_span.end),
                        index,
                        size,
                    });
                    Ty::ERROR
                })
            }
            TyKind::Error => Ty::ERROR,
            TyKind::Var(_) => {
                if !self.is_doubtful(span) {
                    self.report(TupleOfUnknownType { span });
                }
                Ty::ERROR
            }
            _ => {
                let found = self.known(ty);
                self.report(NotATuple { span, found });
                Ty::ERROR
            }
        }
    }

    fn block(&mut self, body: &'a [Stmt], span: Span) -> Ty {
        let mark = self.locals.mark();
        let ty = self.body(body, span);
        self.locals.leave(mark);
        ty
    }

    /// Infers statements; the variables that they bind stay in scope. `span` is that of the whole
    /// block or function.
    pub(crate) fn body(&mut self, statements: &'a [Stmt], span: Span) -> Ty {
        if statements.is_empty() {
            let ty = self.fresh();
            self.usage_of_todo(span, TodoSort::Empty, ty);
            return ty;
        }
        for (index, statement) in statements.iter().enumerate() {
            let rest = &statements[index + 1..];
            if let Stmt::Use(binding) = statement {
                return source::grow(|| self.use_(binding, rest));
            }
            let ty = self.statement(statement);
            if rest.is_empty() {
                return ty;
            }
            self.check_unused_statement(statement, ty);
        }
        Ty::ERROR
    }

    fn statement(&mut self, statement: &'a Stmt) -> Ty {
        match statement {
            Stmt::Expr(value) => self.expr(*value),
            Stmt::Let(binding) => self.let_(binding),
            Stmt::Assert {
                span,
                value,
                message,
            } => {
                self.needs(Feature::Assert, *span);
                self.assert(*value, *message)
            }
            Stmt::Use(_) | Stmt::Error(_) => Ty::ERROR,
        }
    }

    /// Notes a `todo` with the type it stands for.
    pub(crate) fn usage_of_todo(&mut self, span: Span, sort: TodoSort, ty: Ty) {
        self.impure();
        self.report(Todo { span, sort, ty });
    }

    fn todo(&mut self, span: Span, message: Option<ExprId>) -> Ty {
        self.message(message);
        if self.frame.place != Place::Body {
            self.report(TodoInConstant { span });
            return Ty::ERROR;
        }
        let ty = self.fresh();
        self.usage_of_todo(span, TodoSort::Keyword, ty);
        ty
    }

    fn panic(&mut self, span: Span, message: Option<ExprId>) -> Ty {
        self.impure();
        self.message(message);
        self.stop(span);
        self.fresh()
    }

    fn echo(&mut self, span: Span, value: Option<ExprId>, message: Option<ExprId>) -> Ty {
        self.impure();
        let before = self.frame.stopped;
        let ty = if let Some(value) = value {
            self.expr(value)
        } else {
            self.report(EchoWithoutValue { span });
            Ty::ERROR
        };
        self.note_unreachable_use(before, span);
        self.message(message);
        ty
    }

    /// What follows `as`: a string.
    pub(crate) fn message(&mut self, message: Option<ExprId>) {
        if let Some(message) = message {
            let string = self.builtin("String");
            let found = self.expr_for(message, string);
            let span = self.module.exprs[message].span;
            self.expect(string, found, span, Situation::Message);
        }
    }
}

/// Whether an expression puts values together.
fn is_data(kind: &ExprKind) -> bool {
    matches!(
        kind,
        ExprKind::Tuple(_)
            | ExprKind::List { .. }
            | ExprKind::BitArray(_)
            | ExprKind::Call { .. }
            | ExprKind::RecordUpdate { .. }
    )
}

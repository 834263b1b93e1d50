//! Expressions: dispatch, and those without a file of their own.

use analysis::checked::Resolution;
use analysis::literal;
use source::{Name, Span};
use syntax::ast::{self, ExprKind as Source};

use super::Lower;
use crate::node::{ExprId, ExprKind, RaiseKind};

impl<'a> Lower<'a> {
    pub(super) fn expr(&mut self, id: ast::ExprId) -> ExprId {
        source::grow(|| self.lower_expr(id))
    }

    pub(super) fn exprs(&mut self, ids: &[ast::ExprId]) -> Vec<ExprId> {
        ids.iter().map(|id| self.expr(*id)).collect()
    }

    fn lower_expr(&mut self, id: ast::ExprId) -> ExprId {
        let module = self.module;
        let span = module.exprs[id].span;
        match &module.exprs[id].kind {
            Source::Int(text) => self.alloc(span, ExprKind::Int(decimal(*text))),
            Source::Float(text) => self.alloc(
                span,
                ExprKind::Float(literal::float_value(text).unwrap_or_default()),
            ),
            Source::String(text) => self.alloc(span, ExprKind::String(text.clone())),
            Source::Var(_) | Source::Constructor(_) => self.name(id, None),
            Source::Field { container, .. } => self.name(id, Some(*container)),
            Source::TupleIndex { tuple, index, .. } => self.tuple_index(span, *tuple, *index),
            Source::Tuple(items) => self.tuple(span, items),
            Source::List { items, tail } => self.list(span, items, *tail),
            Source::BitArray(segments) => self.bit_array(span, segments),
            Source::Block(statements) => self.statements(Vec::new(), statements, span),
            Source::Lambda(lambda) => self.lambda(span, lambda),
            Source::Call { callee, args } => self.call(id, *callee, args),
            Source::RecordUpdate { base, fields, .. } => self.record_update(id, *base, fields),
            Source::Binary {
                op, left, right, ..
            } => self.binary(span, *op, *left, *right),
            Source::Pipeline(steps) => self.pipeline(id, steps),
            Source::Negate(value) => self.negate(span, *value),
            Source::Not(value) => self.not(span, *value),
            Source::Case(case) => self.case(id, case),
            Source::Todo { message } => self.raise(span, RaiseKind::Todo, *message),
            Source::Panic { message } => self.raise(span, RaiseKind::Panic, *message),
            Source::Echo { value, message } => self.echo(span, *value, *message),
            Source::Hole | Source::Error => self.broken(span),
        }
    }

    /// A name, or a field of what stands before a dot.
    fn name(&mut self, id: ast::ExprId, container: Option<ast::ExprId>) -> ExprId {
        let span = self.module.exprs[id].span;
        match (&self.tables.resolutions[id], container) {
            (Resolution::Local(local), _) => match self.scope.get(local) {
                Some(local) => self.local(span, *local),
                None => self.broken(span),
            },
            (Resolution::Constant { .. }, _) => self.constant(id),
            (Resolution::Function { .. } | Resolution::Constructor(_), _) => {
                let target = self.callee(id);
                self.callee_value(span, target)
            }
            (Resolution::RecordField { index, label }, Some(container)) => {
                let record = self.expr(container);
                self.record_field(span, record, *index, Some(*label))
            }
            _ => self.broken(span),
        }
    }

    fn tuple_index(&mut self, span: Span, tuple: ast::ExprId, index: u64) -> ExprId {
        let tuple = self.expr(tuple);
        let index = index as u32;
        self.alloc(span, ExprKind::TupleIndex { tuple, index })
    }

    fn tuple(&mut self, span: Span, items: &[ast::ExprId]) -> ExprId {
        let items = self.exprs(items);
        self.alloc(span, ExprKind::Tuple(items))
    }

    fn list(&mut self, span: Span, items: &[ast::ExprId], tail: Option<ast::ExprId>) -> ExprId {
        let items = self.exprs(items);
        let tail = tail.map(|tail| self.expr(tail));
        self.alloc(span, ExprKind::List { items, tail })
    }

    fn lambda(&mut self, span: Span, lambda: &'a ast::Lambda) -> ExprId {
        let params = self.parameters(lambda.params.iter().map(|param| param.pattern));
        let body = self.statements(Vec::new(), &lambda.body, span);
        self.alloc(span, ExprKind::Lambda { params, body })
    }

    fn echo(
        &mut self,
        span: Span,
        value: Option<ast::ExprId>,
        message: Option<ast::ExprId>,
    ) -> ExprId {
        let Some(value) = value else {
            return self.broken(span);
        };
        let value = self.expr(value);
        self.echo_of(span, value, message)
    }

    pub(super) fn echo_of(
        &mut self,
        span: Span,
        value: ExprId,
        message: Option<ast::ExprId>,
    ) -> ExprId {
        let message = message.map(|message| self.expr(message));
        self.alloc(span, ExprKind::Echo { value, message })
    }
}

/// An integer literal as decimal digits.
pub(super) fn decimal(text: Name) -> Name {
    let plain = text.bytes().all(|byte| byte.is_ascii_digit()) && !text.starts_with('0');
    if plain {
        text
    } else {
        Name::new(&literal::int(&text).to_string())
    }
}

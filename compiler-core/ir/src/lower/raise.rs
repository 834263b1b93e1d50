//! Failures at run time.

use source::Span;
use syntax::ast;

use super::Lower;
use crate::node::{ExprId, ExprKind, Raise, RaiseKind};

impl Lower<'_> {
    /// Fails; the message is evaluated only then.
    pub(super) fn raise(
        &mut self,
        span: Span,
        kind: RaiseKind,
        message: Option<ast::ExprId>,
    ) -> ExprId {
        let message = message.map(|message| self.expr(message));
        self.raise_with(span, kind, message)
    }

    pub(super) fn raise_with(
        &mut self,
        span: Span,
        kind: RaiseKind,
        message: Option<ExprId>,
    ) -> ExprId {
        let raise = Raise {
            kind,
            message,
            function: self.function,
        };
        self.alloc(span, ExprKind::Raise(Box::new(raise)))
    }

    /// Stands for what checking has refused.
    pub(super) fn broken(&mut self, span: Span) -> ExprId {
        self.raise(span, RaiseKind::Panic, None)
    }
}

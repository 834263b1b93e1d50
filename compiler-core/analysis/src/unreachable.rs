//! Code that evaluation never gets to.

use source::Span;
use syntax::ast::{Arg, ExprId, ExprKind};

use crate::check::Checker;
use crate::infer::Stop;
use crate::problem::{StopCalled, UnreachableCode};

impl Checker<'_> {
    /// An expression after a `panic`: said once in a function.
    pub(crate) fn note_unreachable(&mut self, id: ExprId) {
        let Some(stop) = self.frame.stopped else {
            return;
        };
        if !self.frame.said_unreachable {
            self.frame.said_unreachable = true;
            self.report(UnreachableCode {
                span: self.module.exprs[id].span,
                stop: stop.span,
            });
        }
    }

    /// What takes a value that is never there is not evaluated either.
    pub(crate) fn note_unreachable_use(&mut self, before: Option<Stop>, span: Span) {
        if before.is_none()
            && let Some(stop) = self.frame.stopped
            && !self.frame.said_unreachable
        {
            self.frame.said_unreachable = true;
            self.report(UnreachableCode {
                span,
                stop: stop.span,
            });
        }
    }

    /// `panic("…")` calls something that is never there.
    pub(crate) fn warn_called_stop(&mut self, callee: ExprId, args: &[Arg]) {
        let expr = &self.module.exprs[callee];
        let is_todo = matches!(expr.kind, ExprKind::Todo { .. });
        let span = args.iter().map(|arg| arg.span).reduce(Span::to);
        self.report(StopCalled {
            span: span.unwrap_or(expr.span),
            is_todo,
        });
    }
}

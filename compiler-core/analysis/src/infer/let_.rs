//! `let`, `let assert` and `assert`.

use syntax::ast::{ExprId, Let, PatternKind};

use crate::check::Checker;
use crate::checked::MatchSite;
use crate::features::Feature;
use crate::patterns::MatchKind;
use crate::problem::Situation;
use crate::types::Ty;

use super::LocalOrigin;
use super::pattern::Binding;

impl<'a> Checker<'a> {
    /// A `let` of either sort; its variables are in scope afterwards.
    pub(crate) fn let_(&mut self, binding: &'a Let) -> Ty {
        let ty = self.expr(binding.value);
        if let Some(annotation) = binding.annotation {
            let annotated = self.annotation(annotation);
            let span = self.module.exprs[binding.value].span;
            self.expect(annotated, ty, span, Situation::Annotation);
        }
        let kind = match binding.assert {
            Some(assert) => {
                self.impure();
                if let Some(message) = assert.message {
                    self.needs(Feature::LetAssertMessage, self.module.exprs[message].span);
                }
                self.message(assert.message);
                MatchKind::Assert
            }
            None => MatchKind::Binding,
        };
        let origin = match &self.module.patterns[binding.pattern].kind {
            PatternKind::Var(_) => LocalOrigin::Let,
            _ => LocalOrigin::Pattern,
        };
        let refined = self.bind_pattern(&Binding {
            site: MatchSite::Binding(binding.pattern),
            pattern: binding.pattern,
            ty,
            span: binding.assert.map_or(binding.span, |assert| assert.span),
            kind,
            origin,
        });
        self.refine_subject(binding.value, refined);
        ty
    }

    /// `assert value as message`
    pub(crate) fn assert(&mut self, value: ExprId, message: Option<ExprId>) -> Ty {
        self.impure();
        let found = self.expr(value);
        let bool = self.builtin("Bool");
        let value_span = self.module.exprs[value].span;
        self.expect(bool, found, value_span, Situation::Assert);
        self.warn_literal_assert(value);
        self.message(message);
        self.builtin("Nil")
    }
}

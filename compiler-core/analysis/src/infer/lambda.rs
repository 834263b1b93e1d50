//! Closures.

use source::Span;
use syntax::ast::{Lambda, Param};

use crate::check::Checker;
use crate::problem::Situation;
use crate::types::Ty;

use super::LocalOrigin;

impl<'a> Checker<'a> {
    /// `fn(params) { body }`, with the types that the surroundings give to its parameters.
    pub(crate) fn lambda(&mut self, lambda: &'a Lambda, given: &[Ty]) -> Ty {
        self.check_parameters(&lambda.params);
        let known = self.frame.types.names.clone();
        let given = if given.len() == lambda.params.len() {
            given
        } else {
            &[]
        };
        let params: Vec<Ty> = lambda
            .params
            .iter()
            .enumerate()
            .map(|(index, param)| self.lambda_param(param, given.get(index).copied()))
            .collect();
        let result = lambda.return_type.map(|result| self.annotation(result));
        let mark = self.locals.mark();
        let effects = self.open_closure();
        self.bind_params(&lambda.params, &params, LocalOrigin::Parameter);
        let found = self.body(&lambda.body, lambda.head);
        if let Some(result) = result {
            let span = self.result_span(&lambda.body, lambda.head);
            self.expect(result, found, span, Situation::Return);
        }
        self.close_closure(&effects);
        self.locals.leave(mark);
        self.leave_type_scope(known);
        self.tables.types.function(params, result.unwrap_or(found))
    }

    fn lambda_param(&mut self, param: &Param, given: Option<Ty>) -> Ty {
        let given = given.map(|given| self.unifier.strip(&mut self.tables.types, given));
        let Some(annotation) = param.annotation else {
            return given.unwrap_or_else(|| self.fresh());
        };
        let ty = self.annotation(annotation);
        if let Some(given) = given {
            let span = self.module.types[annotation].span;
            self.expect(given, ty, span, Situation::Annotation);
        }
        ty
    }

    /// Type variables that the closure introduced end with it: from now on they are generic.
    fn leave_type_scope(&mut self, known: std::collections::BTreeMap<source::Name, Ty>) {
        if self.frame.types.names.len() == known.len() {
            return;
        }
        for (name, ty) in &self.frame.types.names {
            if known.get(name) != Some(ty)
                && let crate::types::TyKind::Generic(index) = self.tables.types.kind(*ty)
            {
                self.frame.rigid.remove(index);
            }
        }
        self.frame.types.names = known;
        self.frame.generic_locals = true;
    }

    /// Where the value of a body comes from: its last statement.
    pub(crate) fn result_span(&self, body: &[syntax::ast::Stmt], head: Span) -> Span {
        use syntax::ast::Stmt;
        match body.last() {
            Some(Stmt::Expr(value)) => self.module.exprs[*value].span,
            Some(Stmt::Let(binding)) => binding.span,
            Some(Stmt::Use(binding)) => binding.span,
            Some(Stmt::Assert { span, .. } | Stmt::Error(span)) => *span,
            None => head,
        }
    }
}

//! `use`: the rest of a block is the last argument of a call.

use source::Span;
use syntax::ast::{Arg, ExprKind, PatternKind, Stmt, Use};

use crate::check::Checker;
use crate::checked::MatchSite;
use crate::patterns::MatchKind;
use crate::problem::{Situation, TodoSort, UseArity, UseCallbackArity, UseWithoutCallback};
use crate::types::{Ty, TyKind};

use super::LocalOrigin;
use super::call::{CallSite, Implicit};
use super::pattern::Binding;

impl<'a> Checker<'a> {
    /// Infers a `use` with the statements after it.
    pub(crate) fn use_(&mut self, binding: &'a Use, rest: &'a [Stmt]) -> Ty {
        let id = binding.call;
        self.note_unreachable(id);
        let span = self.module.exprs[id].span;
        let implicit = Implicit::Callback(binding, rest);
        self.check_parameter_names(binding.params.iter().map(|param| param.pattern));
        if let ExprKind::Call { callee, args } = &self.module.exprs[id].kind
            && !self.is_capture(args)
        {
            let callee_type = self.callee(*callee, args);
            let site = CallSite {
                id,
                span,
                callee: *callee,
                args,
                implicit,
            };
            let ty = self.apply(site, callee_type);
            self.tables.expr_types[id] = ty;
            ty
        } else {
            let callee_type = self.callee(id, &[]);
            let plan = self.tables.calls.get(&id).cloned();
            let site = CallSite {
                id,
                span,
                callee: id,
                args: &[],
                implicit,
            };
            let ty = self.apply(site, callee_type);
            if let Some(plan) = plan {
                self.tables.calls.insert(id, plan);
            }
            ty
        }
    }

    /// Whether a call with these arguments is a function: one of them is a hole.
    fn is_capture(&self, args: &[Arg]) -> bool {
        let is_hole = |arg: &Arg| matches!(self.module.exprs[arg.value].kind, ExprKind::Hole);
        args.iter().any(is_hole)
    }

    /// The statements after a `use` as the function that `wanted` asks for.
    pub(crate) fn callback(&mut self, binding: &'a Use, rest: &'a [Stmt], wanted: Ty) {
        let given = match self.shape(wanted) {
            TyKind::Fn { params, .. } if params.len() == binding.params.len() => params,
            TyKind::Fn { params, .. } => {
                self.report(UseCallbackArity {
                    span: self.module.exprs[binding.call].span,
                    expected: params.len(),
                    given: binding.params.len(),
                });
                binding.params.iter().map(|_| Ty::ERROR).collect()
            }
            TyKind::Var(_) | TyKind::Error => binding.params.iter().map(|_| self.fresh()).collect(),
            _ => {
                let found = self.known(wanted);
                self.report(UseWithoutCallback {
                    span: self.module.exprs[binding.call].span,
                    found,
                });
                binding.params.iter().map(|_| Ty::ERROR).collect()
            }
        };
        let mark = self.locals.mark();
        let effects = self.open_closure();
        let params: Vec<Ty> = (binding.params.iter().zip(given))
            .map(|(param, ty)| self.use_param(param, ty))
            .collect();
        let result = self.callback_body(binding, rest);
        self.close_closure(&effects);
        self.locals.leave(mark);
        if params.iter().all(|param| *param != Ty::ERROR) {
            let found = self.tables.types.function(params, result);
            let span = self.result_span(rest, binding.span);
            self.expect_callback(wanted, found, span);
        }
    }

    /// Only the results can still clash: say that, not that two functions differ.
    fn expect_callback(&mut self, wanted: Ty, found: Ty, span: Span) {
        match (self.shape(wanted), self.shape(found)) {
            (
                TyKind::Fn { params, result },
                TyKind::Fn {
                    params: found_params,
                    result: found_result,
                },
            ) if params.len() == found_params.len() => {
                for (param, found) in params.iter().zip(found_params) {
                    self.expect(*param, found, span, Situation::Argument);
                }
                self.expect(result, found_result, span, Situation::UseResult);
            }
            _ => {
                self.expect(wanted, found, span, Situation::UseResult);
            }
        }
    }

    fn callback_body(&mut self, binding: &'a Use, rest: &'a [Stmt]) -> Ty {
        if rest.is_empty() {
            let ty = self.fresh();
            self.usage_of_todo(binding.span, TodoSort::Use, ty);
            return ty;
        }
        self.body(rest, binding.span)
    }

    fn use_param(&mut self, param: &'a syntax::ast::UseParam, ty: Ty) -> Ty {
        if let Some(annotation) = param.annotation {
            let annotated = self.annotation(annotation);
            self.expect(annotated, ty, param.span, Situation::Annotation);
        }
        let origin = match &self.module.patterns[param.pattern].kind {
            PatternKind::Var(_) => LocalOrigin::Let,
            _ => LocalOrigin::Pattern,
        };
        let site = MatchSite::Binding(param.pattern);
        self.bind_pattern(&Binding {
            site,
            pattern: param.pattern,
            ty,
            span: param.span,
            kind: MatchKind::Binding,
            origin,
        });
        ty
    }

    /// The called function does not take as many arguments as there are with the callback.
    pub(crate) fn report_use_arity(&mut self, binding: &Use, site: CallSite<'a>, expected: usize) {
        self.report(UseArity {
            span: self.module.exprs[binding.call].span,
            expected,
            given: site.args.len(),
        });
    }
}

use chumsky::prelude::*;

use super::{Handles, Rule, recovery, token, unless};
use crate::ast::{Case, Clause, ExprId, ExprKind, PatternId};
use crate::token::TokenKind as K;

/// `"case" expr {"," expr} [","] ["{" {clause} "}"]`
pub(super) fn case<'t>(handles: &Handles<'t>) -> Rule<'t, ExprId> {
    let subjects = handles
        .expr
        .clone()
        .separated_by(just(K::Comma))
        .at_least(1)
        .allow_trailing()
        .collect();
    let clauses = recovery::until_brace(clause(handles));
    token(K::Case)
        .ignore_then(subjects)
        .then(recovery::group(K::LeftBrace, clauses).or_not())
        .map_with(|(subjects, clauses), e| {
            let at = e.span();
            let case = Case {
                subjects,
                has_body: clauses.is_some(),
                clauses: clauses.unwrap_or_default(),
            };
            e.state().expr(at, ExprKind::Case(case))
        })
        .boxed()
}

/// `patterns {"|" patterns} ["if" [expr]] "->" expr`
fn clause<'t>(handles: &Handles<'t>) -> Rule<'t, Clause> {
    let alternatives = patterns(handles)
        .separated_by(just(K::Bar))
        .at_least(1)
        .collect();
    let guard = token(K::If).ignore_then(unless([K::RightArrow], handles.expr.clone()));
    alternatives
        .then(guard.or_not())
        .then_ignore(token(K::RightArrow))
        .then(handles.expr.clone())
        .map_with(|((alternatives, guard), body), e| {
            let at = e.span();
            Clause {
                span: e.state().span(at),
                alternatives,
                empty_guard: matches!(guard, Some(None)),
                guard: guard.flatten(),
                body,
            }
        })
        .boxed()
}

/// `pattern {"," pattern} [","]`
fn patterns<'t>(handles: &Handles<'t>) -> Rule<'t, Vec<PatternId>> {
    let pattern = handles.pattern.clone();
    pattern
        .separated_by(just(K::Comma))
        .at_least(1)
        .collect()
        .boxed()
}

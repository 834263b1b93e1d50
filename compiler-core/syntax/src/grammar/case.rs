use chumsky::prelude::*;

use super::{Handles, Rule, State, if_next, recovery, token, unless};
use crate::ast::{Case, Clause, ExprId, ExprKind, Pattern, PatternId, PatternKind};
use crate::problem::{EmptyGuard, Problem};
use crate::token::TokenKind as K;

/// `"case" expr {"," expr} [","] ["{" {clause} "}"]`
pub(super) fn case<'t>(handles: &Handles<'t>) -> Rule<'t, ExprId> {
    let subjects = handles
        .expr
        .clone()
        .separated_by(just(K::Comma))
        .at_least(1)
        .collect();
    let clauses = recovery::repeated(clause(handles), PATTERN_FIRST, broken_clause);
    token(K::Case)
        .ignore_then(subjects)
        .then(if_next(
            [K::LeftBrace],
            recovery::group(K::LeftBrace, clauses),
        ))
        .map_with(|(subjects, body): (Vec<ExprId>, _), e| {
            let at = e.span();
            let state = e.state();
            let has_body = body.is_some();
            let mut clauses = body.flatten().unwrap_or_default();
            for clause in &mut clauses {
                fill(clause, subjects.len(), state);
            }
            let case = Case {
                subjects,
                clauses,
                has_body,
            };
            state.expr(at, ExprKind::Case(case))
        })
        .boxed()
}

/// `patterns {"|" patterns} ["if" [expr]] "->" expr`
fn clause<'t>(handles: &Handles<'t>) -> Rule<'t, Clause> {
    let alternatives = patterns(handles)
        .separated_by(just(K::Bar))
        .at_least(1)
        .collect();
    let guard = super::span(K::If)
        .then(unless([K::RightArrow], handles.expr.clone()))
        .map_with(|(span, guard), e| {
            if guard.is_none() {
                let state: &mut State<'t> = e.state();
                let problem = EmptyGuard { span };
                state.problems.push(Problem::EmptyGuard(problem));
            }
            guard
        });
    alternatives
        .then(guard.or_not())
        .then_ignore(token(K::RightArrow))
        .then(recovery::required(
            handles.expr.clone(),
            PATTERN_FIRST,
            State::broken_expr,
        ))
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
        .allow_trailing()
        .collect()
        .boxed()
}

/// The tokens that start a pattern.
const PATTERN_FIRST: [K; 9] = [
    K::Name,
    K::DiscardName,
    K::UpName,
    K::Int,
    K::Float,
    K::String,
    K::Hash,
    K::LeftSquare,
    K::LtLt,
];

fn broken_clause(state: &mut State<'_>, at: SimpleSpan) -> Clause {
    Clause {
        span: state.span(at),
        alternatives: Vec::new(),
        guard: None,
        empty_guard: false,
        body: state.broken_expr(at),
    }
}

/// Gives a broken clause, which has no pattern, a broken pattern for each subject.
fn fill(clause: &mut Clause, subjects: usize, state: &mut State<'_>) {
    if clause.alternatives.is_empty() {
        let span = clause.span.at_start();
        let kind = PatternKind::Error;
        let broken = |_| {
            let kind = kind.clone();
            state.patterns.alloc(Pattern { span, kind })
        };
        clause
            .alternatives
            .push((0..subjects).map(broken).collect());
    }
}

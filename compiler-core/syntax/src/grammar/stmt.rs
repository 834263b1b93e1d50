use chumsky::prelude::*;

use super::{Expected, Handles, Rule, State, dispatch, recovery, reject, token};
use crate::ast::{ExprId, Let, LetAssert, Stmt, Use, UseParam};
use crate::grammar::Special;
use crate::token::TokenKind as K;

/// `block = "{" {statement} "}"`
pub(super) fn block<'t>(handles: &Handles<'t>) -> Rule<'t, Vec<Stmt>> {
    let statements = recovery::repeated(statement(handles), FIRST, |state, at| {
        Stmt::Error(state.span(at))
    });
    recovery::group(K::LeftBrace, statements)
        .map(Option::unwrap_or_default)
        .boxed()
}

/// The tokens that start a statement.
pub(super) const FIRST: [K; 23] = {
    let [a, b, c, d, e, f, g, h, i, j, k, l, m, n, o, p, q, r, s] = super::expr::FIRST;
    [
        a,
        b,
        c,
        d,
        e,
        f,
        g,
        h,
        i,
        j,
        k,
        l,
        m,
        n,
        o,
        p,
        q,
        r,
        s,
        K::Let,
        K::Use,
        K::Assert,
        K::Const,
    ]
};

/// An expression that a statement cannot do without.
fn value<'t>(handles: &Handles<'t>) -> Rule<'t, ExprId> {
    recovery::required(handles.expr.clone(), FIRST, State::broken_expr)
}

fn statement<'t>(handles: &Handles<'t>) -> Rule<'t, Stmt> {
    let expression = handles.expr.clone().map(Stmt::Expr).boxed();
    let mut rows = vec![
        (K::Let, let_(handles)),
        (K::Use, use_(handles)),
        (K::Assert, assert(handles)),
        (K::Const, reject(Special::Const)),
    ];
    rows.extend(super::expr::FIRST.map(|kind| (kind, expression.clone())));
    dispatch(Expected::Expression, rows)
}

/// `"let" ["assert"] pattern [":" type] "=" expr ["as" unit]`, the message with `assert` only.
fn let_<'t>(handles: &Handles<'t>) -> Rule<'t, Stmt> {
    let binding = handles
        .pattern
        .clone()
        .then(annotation(handles))
        .then_ignore(token(K::Equal))
        .then(value(handles))
        .boxed();
    let assert = super::span(K::Assert);
    let asserting = assert
        .then(binding.clone())
        .then(message(handles))
        .map(|((span, binding), message)| (binding, Some(LetAssert { span, message })));
    let plain = binding.map(|binding| (binding, None));
    by_next_assert(asserting.boxed(), plain.boxed())
        .map_with(|(((pattern, annotation), value), assert), e| {
            let at = e.span();
            Stmt::Let(Let {
                span: e.state().span(at),
                pattern,
                annotation,
                value,
                assert,
            })
        })
        .boxed()
}

fn by_next_assert<'t, O: 't>(asserting: Rule<'t, O>, plain: Rule<'t, O>) -> Rule<'t, O> {
    super::by_second(
        [K::Assert],
        token(K::Let).ignore_then(asserting).boxed(),
        token(K::Let).ignore_then(plain).boxed(),
    )
}

/// `"use" [param {"," param} [","]] "<-" expr`
fn use_<'t>(handles: &Handles<'t>) -> Rule<'t, Stmt> {
    let param = handles
        .pattern
        .clone()
        .then(annotation(handles))
        .map_with(|(pattern, annotation), e| {
            let at = e.span();
            UseParam {
                span: e.state().span(at),
                pattern,
                annotation,
            }
        })
        .boxed();
    token(K::Use)
        .ignore_then(param.separated_by(just(K::Comma)).collect())
        .then_ignore(token(K::LeftArrow))
        .then(value(handles))
        .map_with(|(params, call), e| {
            let at = e.span();
            Stmt::Use(Use {
                span: e.state().span(at),
                params,
                call,
            })
        })
        .boxed()
}

/// `"assert" expr ["as" unit]`
fn assert<'t>(handles: &Handles<'t>) -> Rule<'t, Stmt> {
    token(K::Assert)
        .ignore_then(value(handles))
        .then(message(handles))
        .map_with(|(value, message), e| {
            let at = e.span();
            Stmt::Assert {
                span: e.state().span(at),
                value,
                message,
            }
        })
        .boxed()
}

/// `[":" type]`
pub(super) fn annotation<'t>(handles: &Handles<'t>) -> Rule<'t, Option<crate::ast::TypeId>> {
    token(K::Colon)
        .ignore_then(handles.type_.clone())
        .or_not()
        .boxed()
}

/// `["as" unit]`
pub(super) fn message<'t>(handles: &Handles<'t>) -> Rule<'t, Option<ExprId>> {
    token(K::As)
        .ignore_then(handles.unit.clone())
        .or_not()
        .boxed()
}

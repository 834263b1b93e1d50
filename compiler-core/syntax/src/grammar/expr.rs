use chumsky::prelude::*;
use source::Span;

use super::operator::{self, OPERATORS};
use super::{
    Expected, Handles, Rule, Special, State, by_first, by_second, dispatch, if_next, name,
    recovery, refuse, reject, token, up_name,
};
use crate::ast::{Arg, Expr, ExprId, ExprKind, Ident, Lambda};
use crate::literal;
use crate::problem::{
    DiscardArgument, ListPrepend, MisplacedSpread, MissingFieldName, Problem, TupleIndex,
    UpdateAfterFields,
};
use crate::token::TokenKind as K;

/// The tokens that start an expression, and those that look as if they did.
pub(super) const FIRST: [K; 19] = [
    K::Name,
    K::UpName,
    K::DiscardName,
    K::Int,
    K::Float,
    K::String,
    K::Hash,
    K::LeftSquare,
    K::LtLt,
    K::LeftBrace,
    K::Fn,
    K::Case,
    K::Todo,
    K::Panic,
    K::Echo,
    K::Bang,
    K::Minus,
    K::If,
    K::LeftParen,
];

/// What a dot can be followed by.
const FIELD: [K; 5] = [K::Name, K::UpName, K::Int, K::Float, K::DiscardName];

/// What can only be meant as another element of a list.
const AFTER_TAIL: [K; 16] = [
    K::DotDot,
    K::Name,
    K::UpName,
    K::Int,
    K::Float,
    K::String,
    K::Hash,
    K::LeftSquare,
    K::LtLt,
    K::LeftBrace,
    K::Fn,
    K::Case,
    K::Todo,
    K::Panic,
    K::Echo,
    K::Bang,
];

/// `expr = unit {operator unit}`
pub(super) fn expr<'t>(handles: &Handles<'t>) -> Rule<'t, ExprId> {
    let steps = OPERATORS.map(|(kind, _, _)| {
        let operand = match kind {
            K::Pipe => pipe_operand(handles),
            _ => handles.unit.clone(),
        };
        let step = super::span(kind)
            .then(operand)
            .map(move |(span, operand)| (kind, span, operand));
        (kind, step.boxed())
    });
    handles
        .unit
        .clone()
        .then(
            dispatch(Expected::Operator, steps)
                .repeated()
                .collect::<Vec<_>>(),
        )
        .map_with(|(first, steps), e| {
            if steps.is_empty() {
                first
            } else {
                operator::climb(e.state(), first, steps)
            }
        })
        .boxed()
}

/// What follows `|>`: here `echo` takes no value.
fn pipe_operand<'t>(handles: &Handles<'t>) -> Rule<'t, ExprId> {
    let echo = token(K::Echo)
        .ignore_then(super::stmt::message(handles))
        .map_with(|message, e| {
            let at = e.span();
            let value = None;
            e.state().expr(at, ExprKind::Echo { value, message })
        })
        .boxed();
    by_first(K::Echo, echo, handles.unit.clone())
}

/// `unit = {"!" | "-"} atom {postfix}`
pub(super) fn unit<'t>(handles: &Handles<'t>) -> Rule<'t, ExprId> {
    let prefix = dispatch(
        Expected::Expression,
        [
            (K::Bang, super::span(K::Bang).map(|at| (true, at)).boxed()),
            (
                K::Minus,
                super::span(K::Minus).map(|at| (false, at)).boxed(),
            ),
        ],
    );
    let plain = atom(handles)
        .foldl_with(postfix(handles).repeated(), |left, postfix, e| {
            let at = e.span();
            let state = e.state();
            let kind = postfix.kind(left, state);
            state.expr(at, kind)
        })
        .boxed();
    let prefixed = prefix
        .repeated()
        .at_least(1)
        .collect::<Vec<(bool, Span)>>()
        .then(plain.clone())
        .map_with(|(prefixes, value), e| {
            let state = e.state();
            prefixes.into_iter().rev().fold(value, |value, (not, at)| {
                let kind = if not {
                    ExprKind::Not(value)
                } else {
                    ExprKind::Negate(value)
                };
                let span = at.to(state.exprs[value].span);
                state.exprs.alloc(Expr { span, kind })
            })
        })
        .boxed();
    let mut rows = vec![(K::Bang, prefixed.clone()), (K::Minus, prefixed)];
    rows.extend(
        FIRST
            .into_iter()
            .filter(|kind| !matches!(kind, K::Bang | K::Minus))
            .map(|kind| (kind, plain.clone())),
    );
    dispatch(Expected::Expression, rows)
}

fn atom<'t>(handles: &Handles<'t>) -> Rule<'t, ExprId> {
    dispatch(
        Expected::Expression,
        [
            (K::Name, named(name(), ExprKind::Var)),
            (K::UpName, named(up_name(), ExprKind::Constructor)),
            (K::DiscardName, reject(Special::Discard)),
            (K::Int, number(K::Int, ExprKind::Int)),
            (K::Float, number(K::Float, ExprKind::Float)),
            (K::String, string()),
            (K::Hash, tuple(handles)),
            (K::LeftSquare, list(handles)),
            (K::LtLt, super::bit_array::expr(handles)),
            (K::LeftBrace, block(handles)),
            (K::Fn, lambda(handles)),
            (K::Case, super::case::case(handles)),
            (K::Todo, todo(handles)),
            (K::Panic, panic(handles)),
            (K::Echo, echo(handles)),
            (K::If, reject(Special::If)),
            (K::LeftParen, reject(Special::Parentheses)),
        ],
    )
}

fn named(name: Rule<'_, Ident>, kind: fn(Ident) -> ExprKind) -> Rule<'_, ExprId> {
    name.map_with(move |name, e| {
        let at = e.span();
        e.state().expr(at, kind(name))
    })
    .boxed()
}

fn number<'t>(token: K, kind: fn(source::Name) -> ExprKind) -> Rule<'t, ExprId> {
    super::index(token)
        .map_with(move |index, e| {
            let at = e.span();
            let text = literal::number(e.state().token_text(index));
            e.state().expr(at, kind(text))
        })
        .boxed()
}

fn string<'t>() -> Rule<'t, ExprId> {
    super::index(K::String)
        .map_with(|index, e| {
            let at = e.span();
            let text = literal::string(e.state().token_text(index));
            e.state().expr(at, ExprKind::String(text))
        })
        .boxed()
}

fn tuple<'t>(handles: &Handles<'t>) -> Rule<'t, ExprId> {
    hash()
        .ignore_then(recovery::group(
            K::LeftParen,
            recovery::comma_separated(handles.expr.clone(), State::broken_expr),
        ))
        .map_with(|items, e| {
            let at = e.span();
            let kind = items.map_or(ExprKind::Error, ExprKind::Tuple);
            e.state().expr(at, kind)
        })
        .boxed()
}

/// `"[" [expr {"," expr}] [","] [".." expr [","]] "]"`
fn list<'t>(handles: &Handles<'t>) -> Rule<'t, ExprId> {
    let tail = super::index(K::DotDot)
        .then_ignore(refuse(
            [K::RightSquare, K::Comma],
            Special::SpreadWithoutTail,
        ))
        .then(handles.expr.clone())
        .map_with(|(index, tail), e| {
            let state = e.state();
            if !state.follows_comma(index) && state.token_text(index - 1) != "[" {
                let span = state.spans[index];
                let problem = ListPrepend {
                    span,
                    in_constant: false,
                };
                state.problems.push(Problem::ListPrepend(problem));
            }
            tail
        })
        .then_ignore(token(K::Comma).or_not())
        .then_ignore(refuse(AFTER_TAIL, Special::SpreadNotLast));
    let inner = recovery::comma_separated(handles.expr.clone(), State::broken_expr)
        .then(tail.or_not())
        .boxed();
    recovery::group(K::LeftSquare, inner)
        .map_with(|list, e| {
            let at = e.span();
            let kind = list.map_or(ExprKind::Error, |(items, tail)| ExprKind::List {
                items,
                tail,
            });
            e.state().expr(at, kind)
        })
        .boxed()
}

fn hash<'t>() -> Rule<'t, ()> {
    by_second([K::LeftParen], token(K::Hash), reject(Special::Hash))
}

fn block<'t>(handles: &Handles<'t>) -> Rule<'t, ExprId> {
    super::stmt::block(handles)
        .map_with(|statements, e| {
            let at = e.span();
            e.state().expr(at, ExprKind::Block(statements))
        })
        .boxed()
}

/// `"fn" params ["->" type] block`
fn lambda<'t>(handles: &Handles<'t>) -> Rule<'t, ExprId> {
    let head = token(K::Fn)
        .ignore_then(super::item::params(handles))
        .then(super::item::return_type(handles))
        .map_with(|head, e| {
            let at = e.span();
            (head, e.state().span(at))
        });
    let body = by_first(
        K::LeftBrace,
        super::stmt::block(handles),
        recovery::missing(Special::MissingFunctionBody),
    );
    let lambda = head
        .then(body)
        .map_with(|(((params, return_type), head), body), e| {
            let at = e.span();
            let lambda = Lambda {
                params,
                return_type,
                body,
                head,
            };
            e.state().expr(at, ExprKind::Lambda(lambda))
        })
        .boxed();
    by_second([K::Name], reject(Special::NamedFunction), lambda)
}

fn todo<'t>(handles: &Handles<'t>) -> Rule<'t, ExprId> {
    token(K::Todo)
        .ignore_then(super::stmt::message(handles))
        .map_with(|message, e| {
            let at = e.span();
            e.state().expr(at, ExprKind::Todo { message })
        })
        .boxed()
}

fn panic<'t>(handles: &Handles<'t>) -> Rule<'t, ExprId> {
    token(K::Panic)
        .ignore_then(super::stmt::message(handles))
        .map_with(|message, e| {
            let at = e.span();
            e.state().expr(at, ExprKind::Panic { message })
        })
        .boxed()
}

/// `"echo" [expr] ["as" unit]`
fn echo<'t>(handles: &Handles<'t>) -> Rule<'t, ExprId> {
    token(K::Echo)
        .ignore_then(if_next(FIRST, handles.expr.clone()))
        .then(super::stmt::message(handles))
        .map_with(|(value, message), e| {
            let at = e.span();
            e.state().expr(at, ExprKind::Echo { value, message })
        })
        .boxed()
}

/// What can follow an operand.
enum Postfix {
    Field(Ident),
    /// Nothing after a dot; the index of the dot.
    Missing(usize),
    /// The index of the token that holds the number.
    Index(usize),
    /// Nothing if what stands between the parentheses is broken.
    Call(Option<Args>),
}

/// `"." name | "." up_name | "." int | args`
fn postfix<'t>(handles: &Handles<'t>) -> Rule<'t, Postfix> {
    let index = super::index(K::Int).map(Postfix::Index);
    let accessed = dispatch(
        Expected::Field,
        [
            (K::Name, name().map(Postfix::Field).boxed()),
            (K::UpName, up_name().map(Postfix::Field).boxed()),
            (K::Int, index.boxed()),
        ],
    );
    let access = super::index(K::Dot)
        .then(if_next(FIELD, accessed))
        .map(|(dot, field)| field.unwrap_or(Postfix::Missing(dot)));
    let call = args(handles).map(Postfix::Call);
    dispatch(
        Expected::Operator,
        [(K::Dot, access.boxed()), (K::LeftParen, call.boxed())],
    )
}

/// What stands between the parentheses of a call.
struct Args {
    /// What follows `..` at the start.
    base: Option<ExprId>,
    list: Vec<Arg>,
    /// `..` after the other arguments, where it has no meaning.
    late_base: Option<Span>,
}

/// `"(" [".." expr ","] [arg {"," arg} [","]] ")"`
fn args<'t>(handles: &Handles<'t>) -> Rule<'t, Option<Args>> {
    let base = token(K::DotDot)
        .ignore_then(handles.expr.clone())
        .map_with(|base, e| {
            let at = e.span();
            (base, e.state().span(at))
        })
        .boxed();
    let with_base = base
        .clone()
        .then(
            token(K::Comma)
                .ignore_then(recovery::comma_separated(arg(handles), broken_arg))
                .or_not(),
        )
        .map(|(base, args)| Args {
            base: Some(base.0),
            list: args.unwrap_or_default(),
            late_base: None,
        })
        .boxed();
    let plain = recovery::comma_separated(arg(handles), broken_arg)
        .then(base.then_ignore(token(K::Comma).or_not()).or_not())
        .map(|(args, late)| Args {
            base: None,
            list: args,
            late_base: late.map(|(_, span)| span),
        })
        .boxed();
    recovery::group(K::LeftParen, by_first(K::DotDot, with_base, plain))
}

fn broken_arg(state: &mut State<'_>, at: SimpleSpan) -> Arg {
    Arg {
        span: state.span(at),
        label: None,
        value: state.broken_expr(at),
        shorthand: false,
    }
}

/// `[name ":"] (expr | "_") | name ":"`
fn arg<'t>(handles: &Handles<'t>) -> Rule<'t, Arg> {
    let hole = super::index(K::DiscardName).map_with(|index, e| {
        let at = e.span();
        let state = e.state();
        if state.token_text(index) != "_" {
            let name = state.ident(index);
            state
                .problems
                .push(Problem::DiscardArgument(DiscardArgument {
                    span: name.span,
                    name: name.name,
                }));
        }
        state.expr(at, ExprKind::Hole)
    });
    let value = by_first(K::DiscardName, hole.boxed(), handles.expr.clone());
    let labelled = name()
        .then_ignore(token(K::Colon))
        .then(super::unless([K::Comma, K::RightParen], value.clone()))
        .map_with(|(label, value), e| {
            let at = e.span();
            let state = e.state();
            let shorthand = value.is_none();
            let value = value.unwrap_or_else(|| {
                let kind = ExprKind::Var(label);
                let span = label.span;
                state.exprs.alloc(Expr { span, kind })
            });
            Arg {
                span: state.span(at),
                label: Some(label),
                value,
                shorthand,
            }
        });
    let plain = value.map_with(|value, e| {
        let at = e.span();
        Arg {
            span: e.state().span(at),
            label: None,
            value,
            shorthand: false,
        }
    });
    by_second([K::Colon], labelled.boxed(), plain.boxed())
}

impl Postfix {
    /// The expression it makes of `left`.
    fn kind(self, left: ExprId, state: &mut State<'_>) -> ExprKind {
        match self {
            Self::Field(label) => ExprKind::Field {
                container: left,
                label,
            },
            Self::Missing(dot) => missing_field(left, dot, state),
            Self::Index(at) => tuple_index(left, at, state),
            Self::Call(args) => args.map_or(ExprKind::Error, |args| call(left, args, state)),
        }
    }
}

/// The name is empty, and reported: editors can still complete it.
fn missing_field(container: ExprId, dot: usize, state: &mut State<'_>) -> ExprKind {
    let span = state.spans[dot];
    let problem = MissingFieldName { span };
    state.problems.push(Problem::MissingFieldName(problem));
    let label = Ident {
        name: source::Name::new(""),
        span: span.at_end(),
    };
    ExprKind::Field { container, label }
}

fn tuple_index(tuple: ExprId, at: usize, state: &mut State<'_>) -> ExprKind {
    let index_span = state.spans[at];
    let Some(index) = literal::small_int(state.token_text(at)) else {
        let span = state.exprs[tuple].span.to(index_span);
        state
            .problems
            .push(Problem::TupleIndex(TupleIndex { span }));
        return ExprKind::Error;
    };
    ExprKind::TupleIndex {
        tuple,
        index,
        index_span,
    }
}

fn call(callee: ExprId, args: Args, state: &mut State<'_>) -> ExprKind {
    let constructs = match &state.exprs[callee].kind {
        ExprKind::Constructor(_) => true,
        ExprKind::Field { label, .. } => label.name.starts_with(|c: char| c.is_ascii_uppercase()),
        _ => false,
    };
    if let Some(span) = args.late_base {
        let problem = if constructs {
            Problem::UpdateAfterFields(UpdateAfterFields { span })
        } else {
            Problem::MisplacedSpread(MisplacedSpread { span })
        };
        state.problems.push(problem);
    }
    let list = args.list;
    match args.base {
        // Whether a constructor is called is found out by those who know what names mean.
        Some(base) => ExprKind::RecordUpdate {
            constructor: callee,
            base,
            fields: list,
        },
        None => ExprKind::Call { callee, args: list },
    }
}

use chumsky::prelude::*;

use super::{
    Expected, Rule, Special, State, by_first, by_second, discard_name, dispatch, name, recovery,
    refuse, token, up_name,
};
use crate::ast::{Ident, TypeId, TypeKind};
use crate::problem::{MissingTypeName, Problem};
use crate::token::TokenKind as K;

/// `type = name | discard | [module "."] up_name [args] | "#" args | "fn" args "->" type`
pub(super) fn type_<'t>(type_: &Rule<'t, TypeId>) -> Rule<'t, TypeId> {
    dispatch(
        Expected::Type,
        [
            (K::Name, qualified_or_variable(type_)),
            (K::UpName, named(type_)),
            (K::DiscardName, hole()),
            (K::Hash, tuple(type_)),
            (K::Fn, function(type_)),
        ],
    )
}

/// `args = "(" [type {"," type} [","]] ")"`
fn args<'t>(type_: &Rule<'t, TypeId>) -> Rule<'t, Vec<TypeId>> {
    recovery::group(
        K::LeftParen,
        recovery::comma_separated(type_.clone(), State::broken_type),
    )
    .map(Option::unwrap_or_default)
    .boxed()
}

fn hole<'t>() -> Rule<'t, TypeId> {
    discard_name()
        .map_with(|name, e| {
            let at = e.span();
            e.state().type_(at, TypeKind::Hole(name))
        })
        .boxed()
}

fn tuple<'t>(type_: &Rule<'t, TypeId>) -> Rule<'t, TypeId> {
    token(K::Hash)
        .ignore_then(args(type_))
        .map_with(|items, e| {
            let at = e.span();
            e.state().type_(at, TypeKind::Tuple(items))
        })
        .boxed()
}

fn function<'t>(type_: &Rule<'t, TypeId>) -> Rule<'t, TypeId> {
    token(K::Fn)
        .ignore_then(args(type_))
        .then_ignore(token(K::RightArrow))
        .then(type_.clone())
        .map_with(|(params, result), e| {
            let at = e.span();
            e.state().type_(at, TypeKind::Fn { params, result })
        })
        .boxed()
}

fn named<'t>(type_: &Rule<'t, TypeId>) -> Rule<'t, TypeId> {
    up_name()
        .then_ignore(refuse([K::Less], Special::AngleUsage))
        .then(args(type_).or_not())
        .map_with(|(name, args), e| {
            let at = e.span();
            e.state().type_(at, named_kind(None, name, args))
        })
        .boxed()
}

fn qualified_or_variable<'t>(type_: &Rule<'t, TypeId>) -> Rule<'t, TypeId> {
    let variable = name().map_with(|name, e| {
        let at = e.span();
        e.state().type_(at, TypeKind::Variable(name))
    });
    let qualified = name()
        .then_ignore(token(K::Dot))
        .then(by_first(K::UpName, up_name(), missing_name()))
        .then_ignore(refuse([K::Less], Special::AngleUsage))
        .then(args(type_).or_not())
        .map_with(|((module, name), args), e| {
            let at = e.span();
            e.state().type_(at, named_kind(Some(module), name, args))
        });
    by_second([K::Dot], qualified.boxed(), variable.boxed())
}

/// Nothing where the name of a type should stand: reported, and an empty name.
fn missing_name<'t>() -> Rule<'t, Ident> {
    empty()
        .map_with(|(), e| {
            let at = e.span();
            let state: &mut State<'t> = e.state();
            let span = state.span(at);
            // From the name of the module, before the dot.
            let module = at.start.checked_sub(2).map(|index| state.spans[index]);
            let span = module.map_or(span, |module| module.to(span));
            let problem = MissingTypeName { span };
            state.problems.push(Problem::MissingTypeName(problem));
            state.missing(at)
        })
        .boxed()
}

fn named_kind(module: Option<Ident>, name: Ident, args: Option<Vec<TypeId>>) -> TypeKind {
    TypeKind::Named {
        module,
        name,
        has_parens: args.is_some(),
        args: args.unwrap_or_default(),
    }
}

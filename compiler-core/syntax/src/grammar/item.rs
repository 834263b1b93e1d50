use chumsky::prelude::*;

use super::{
    Expected, Handles, Rule, Special, State, by_second, discard_name, dispatch, name, recovery,
    refuse, token,
};
use crate::ast::{
    Attribute, Const, Docs, Function, Ident, Import, Item, ItemKind, Param, Publicity, Stmt,
    TypeId, Unqualified,
};
use crate::token::TokenKind as K;

/// `item = {attribute} ["pub"] definition`
pub(super) fn item<'t>(handles: &Handles<'t>) -> Rule<'t, Item> {
    let publicity = token(K::Pub)
        .map_with(|(), e| {
            let at = e.span();
            Publicity::Public(e.state().span(at))
        })
        .or_not()
        .map(|publicity| publicity.unwrap_or(Publicity::Private));
    let definition = publicity.then(definition(handles)).map_with(|parts, e| {
        let at = e.span();
        (parts, e.state().span(at))
    });
    documented_attributes()
        .then(definition)
        .then_ignore(recovery::end_of_item())
        .map_with(|((docs, attributes), ((publicity, kind), definition)), e| {
            let at = e.span();
            Item {
                span: e.state().span(at),
                definition,
                attributes,
                docs,
                publicity,
                kind,
            }
        })
        .boxed()
}

/// The attributes of a definition, and the documentation before, between and after them.
pub(super) fn documented_attributes<'t>() -> Rule<'t, (Option<Docs>, Vec<Attribute>)> {
    attributes()
        .map_with(|attributes, e| {
            let at = e.span();
            (e.state().docs(at.start, at.end), attributes)
        })
        .boxed()
}

fn attributes<'t>() -> Rule<'t, Vec<Attribute>> {
    super::attribute::attribute()
        .repeated()
        .collect::<Vec<Option<Attribute>>>()
        .map(|attributes| attributes.into_iter().flatten().collect())
        .boxed()
}

fn definition<'t>(handles: &Handles<'t>) -> Rule<'t, ItemKind> {
    dispatch(
        Expected::Definition,
        [
            (K::Import, import()),
            (K::Const, constant(handles)),
            (K::Fn, function(handles)),
            (K::Type, super::type_item::type_item(handles)),
            (K::Opaque, super::type_item::type_item(handles)),
        ],
    )
}

/// `"import" name {"/" name} ["." "{" unqualified "}"] ["as" (name | discard)]`
fn import<'t>() -> Rule<'t, ItemKind> {
    let path = name()
        .separated_by(just(K::Slash))
        .at_least(1)
        .collect::<Vec<_>>()
        .map(|segments| path(&segments));
    let unqualified = recovery::comma_separated(unqualified().map(Some).boxed(), |_, _| None);
    let unqualified = recovery::group(K::LeftBrace, unqualified)
        .map_with(|items, e| {
            let at = e.span();
            let items = items.unwrap_or_default();
            let items: Vec<Unqualified> = items.into_iter().flatten().collect();
            (items, e.state().span(at))
        })
        .boxed();
    let alias = token(K::As)
        .ignore_then(dispatch(
            Expected::Name,
            [(K::Name, name()), (K::DiscardName, discard_name())],
        ))
        .map_with(|name, e| {
            let at = e.span();
            (name, e.state().span(at))
        });
    token(K::Import)
        .ignore_then(path)
        .then(
            token(K::Dot)
                .ignore_then(refuse([K::Name, K::UpName], Special::ImportSeparator))
                .ignore_then(unqualified)
                .or_not(),
        )
        .then(alias.or_not())
        .map(|((module, unqualified), alias)| {
            let (unqualified, span) = unqualified.unzip();
            let (alias, alias_span) = alias.unzip();
            ItemKind::Import(Import {
                module,
                alias,
                alias_span,
                unqualified: unqualified.unwrap_or_default(),
                unqualified_span: span,
            })
        })
        .boxed()
}

fn path(segments: &[Ident]) -> Ident {
    let names: Vec<&str> = segments
        .iter()
        .map(|segment| segment.name.as_str())
        .collect();
    let spans = segments.iter().map(|segment| segment.span);
    Ident {
        name: source::Name::new(&names.join("/")),
        span: spans.reduce(source::Span::to).unwrap_or_default(),
    }
}

/// `["type"] up_name ["as" up_name] | name ["as" name]`
fn unqualified<'t>() -> Rule<'t, Unqualified> {
    let with_alias = |name: Rule<'t, Ident>| {
        let alias = token(K::As).ignore_then(name.clone()).or_not();
        name.then(alias).boxed()
    };
    let type_ = token(K::Type)
        .ignore_then(with_alias(super::up_name()))
        .map(|entry| (true, entry));
    let value = with_alias(name()).map(|entry| (false, entry));
    let constructor = with_alias(super::up_name()).map(|entry| (false, entry));
    dispatch(
        Expected::Name,
        [
            (K::Type, type_.boxed()),
            (K::Name, value.boxed()),
            (K::UpName, constructor.boxed()),
        ],
    )
    .map_with(|(is_type, (name, alias)), e| {
        let at = e.span();
        Unqualified {
            span: e.state().span(at),
            is_type,
            name,
            alias,
        }
    })
    .boxed()
}

/// `"const" name [":" type] "=" expr`
fn constant<'t>(handles: &Handles<'t>) -> Rule<'t, ItemKind> {
    token(K::Const)
        .ignore_then(name())
        .then(super::stmt::annotation(handles))
        .then_ignore(token(K::Equal))
        .then(recovery::required(
            handles.expr.clone(),
            [],
            State::broken_expr,
        ))
        .map(|((name, annotation), value)| {
            ItemKind::Const(Const {
                name,
                annotation,
                value,
            })
        })
        .boxed()
}

/// `"fn" name params ["->" type] [block]`
fn function<'t>(handles: &Handles<'t>) -> Rule<'t, ItemKind> {
    let head = token(K::Fn)
        .ignore_then(name())
        .then_ignore(refuse([K::Less], Special::AngleFunction))
        .then(params(handles))
        .then(return_type(handles))
        .map_with(|head, e| {
            let at = e.span();
            (head, e.state().span(at))
        });
    head.then(body(handles).or_not())
        .map_with(|((((name, params), return_type), head), body), e| {
            let at = e.span();
            ItemKind::Function(Function {
                name,
                params,
                return_type,
                body,
                head,
                end: e.state().span(at).end,
            })
        })
        .boxed()
}

fn body<'t>(handles: &Handles<'t>) -> Rule<'t, Vec<Stmt>> {
    super::stmt::block(handles)
}

/// `"(" [param {"," param} [","]] ")"`
pub(super) fn params<'t>(handles: &Handles<'t>) -> Rule<'t, Vec<Param>> {
    let params = recovery::comma_separated(param(handles), |state, at| Param {
        span: state.span(at),
        label: None,
        pattern: state.broken_pattern(at),
        annotation: None,
    });
    recovery::group(K::LeftParen, params)
        .map(Option::unwrap_or_default)
        .boxed()
}

/// `[name] (name | discard) [":" type]`
fn param<'t>(handles: &Handles<'t>) -> Rule<'t, Param> {
    let binder = dispatch(
        Expected::Name,
        [
            (K::Name, super::pattern::variable()),
            (K::DiscardName, super::pattern::discard()),
        ],
    );
    let labelled = name().map(Some).then(binder.clone()).boxed();
    let plain = binder.map(|binder| (None, binder)).boxed();
    by_second([K::Name, K::DiscardName], labelled, plain)
        .then(super::stmt::annotation(handles))
        .map_with(|((label, pattern), annotation), e| {
            let at = e.span();
            Param {
                span: e.state().span(at),
                label,
                pattern,
                annotation,
            }
        })
        .boxed()
}

/// `["->" type]`
pub(super) fn return_type<'t>(handles: &Handles<'t>) -> Rule<'t, Option<TypeId>> {
    refuse([K::Colon], Special::ReturnTypeColon)
        .ignore_then(
            token(K::RightArrow)
                .ignore_then(handles.type_.clone())
                .or_not(),
        )
        .boxed()
}

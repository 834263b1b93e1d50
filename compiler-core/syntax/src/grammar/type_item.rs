use chumsky::prelude::*;
use source::Span;

use super::{Handles, Rule, Special, by_second, name, recovery, refuse, token, up_name};
use crate::ast::{
    Alias, Attribute, AttributeKind, CustomType, Ident, ItemKind, TypeId, Variant, VariantField,
};
use crate::problem::{EmptyTypeParameters, OpaqueAlias, Problem};
use crate::token::TokenKind as K;
use crate::validate::variant_attribute;

/// What follows the head of a type definition.
enum Body {
    None,
    Alias(TypeId),
    Variants(Vec<Variant>),
}

/// `["opaque"] "type" up_name ["(" name {"," name} [","] ")"] ["=" type | "{" {variant} "}"]`
pub(super) fn type_item<'t>(handles: &Handles<'t>) -> Rule<'t, ItemKind> {
    let opaque = super::span(K::Opaque).or_not();
    let parameters = recovery::comma_separated(name().map(Some).boxed(), |_, _| None);
    let parameters = recovery::group(K::LeftParen, parameters)
        .map(|names| names.unwrap_or_default().into_iter().flatten().collect());
    let head = token(K::Type)
        .ignore_then(up_name())
        .then_ignore(refuse([K::Less], Special::AngleType))
        .then(parameters.or_not())
        .map_with(|(name, parameters), e| {
            let at = e.span();
            (name, parameters, e.state().span(at))
        });
    opaque
        .then(head)
        .then(body(handles))
        .map_with(|((opaque, head), body), e| define(e.state(), opaque, head, body))
        .boxed()
}

type Head = (Ident, Option<Vec<Ident>>, Span);

fn define(
    state: &mut super::State<'_>,
    opaque: Option<Span>,
    (name, parameters, head): Head,
    body: Body,
) -> ItemKind {
    if parameters.as_ref().is_some_and(Vec::is_empty) {
        state
            .problems
            .push(Problem::EmptyTypeParameters(EmptyTypeParameters {
                span: Span::new(name.span.end, head.end),
                name: name.name,
            }));
    }
    let parameters = parameters.unwrap_or_default();
    let variants = match body {
        Body::Alias(aliased) => {
            if let Some(span) = opaque {
                state
                    .problems
                    .push(Problem::OpaqueAlias(OpaqueAlias { span }));
            }
            return ItemKind::Alias(Alias {
                name,
                parameters,
                aliased,
            });
        }
        Body::None => Vec::new(),
        Body::Variants(variants) => variants,
    };
    ItemKind::CustomType(CustomType {
        name,
        parameters,
        opaque,
        variants,
        head,
    })
}

fn body<'t>(handles: &Handles<'t>) -> Rule<'t, Body> {
    let variant = refuse([K::Fn, K::Pub], Special::FunctionInType)
        .ignore_then(refuse([K::Name], Special::MissingConstructor))
        .ignore_then(variant(handles).map(Some).or(stray_attributes()));
    let variants = recovery::repeated(variant.boxed(), [K::UpName, K::At], |_, _| None);
    let variants = recovery::group(K::LeftBrace, variants).map(|variants| {
        let variants = variants.unwrap_or_default();
        Body::Variants(variants.into_iter().flatten().collect())
    });
    let alias = token(K::Equal).ignore_then(handles.type_.clone());
    alias
        .map(Body::Alias)
        .or(variants)
        .or_not()
        .map(|body| body.unwrap_or(Body::None))
        .boxed()
}

/// `{attribute} up_name ["(" [field {"," field} [","]] ")"]`
fn variant<'t>(handles: &Handles<'t>) -> Rule<'t, Variant> {
    let fields = recovery::comma_separated(field(handles), |state, at| VariantField {
        span: state.span(at),
        docs: None,
        label: None,
        annotation: state.broken_type(at),
    });
    let fields = recovery::group(K::LeftParen, fields).map(Option::unwrap_or_default);
    super::item::documented_attributes()
        .then(up_name())
        .then(fields.or_not())
        .map_with(|(((docs, attributes), name), fields), e| {
            let at = e.span();
            Variant {
                span: e.state().span(at),
                docs,
                attributes,
                name,
                fields: fields.unwrap_or_default(),
            }
        })
        .boxed()
}

/// `attribute {attribute}` before the closing brace: a deprecation of nothing is ignored.
fn stray_attributes<'t>() -> Rule<'t, Option<Variant>> {
    let attribute = super::attribute::attribute();
    let attributes = attribute.repeated().at_least(1).collect::<Vec<_>>();
    let deprecated = |it: &Attribute| matches!(it.kind, AttributeKind::Deprecated(_));
    attributes
        .then_ignore(token(K::RightBrace).rewind())
        .map_with(move |attributes, e| {
            let others = attributes.iter().flatten().filter(|it| !deprecated(it));
            let problems = others.map(variant_attribute);
            e.state().problems.extend(problems);
            None
        })
        .boxed()
}

/// `[name ":"] type`
fn field<'t>(handles: &Handles<'t>) -> Rule<'t, VariantField> {
    let docs = super::docs();
    let labelled = name()
        .map(Some)
        .then_ignore(token(K::Colon))
        .then(handles.type_.clone());
    let plain = handles.type_.clone().map(|annotation| (None, annotation));
    docs.then(by_second([K::Colon], labelled.boxed(), plain.boxed()))
        .map_with(|(docs, (label, annotation)), e| {
            let at = e.span();
            VariantField {
                span: e.state().span(at),
                docs,
                label,
                annotation,
            }
        })
        .boxed()
}

use source::Name;

use crate::ast::{Attribute, AttributeKind, Item, ItemKind, Publicity, Target};
use crate::problem::{
    AttributeNotAllowed, DuplicateAttribute, Problem, PublicImport, RedundantInternal,
    TargetShorthand,
};

/// Checks the attributes of an item and of what it defines.
pub(super) fn check(item: &Item, problems: &mut Vec<Problem>) {
    duplicates(&item.attributes, problems);
    for attribute in &item.attributes {
        shorthand(attribute, problems);
        external(item, attribute, problems);
        internal(item, attribute, problems);
    }
    match (&item.kind, item.publicity) {
        (ItemKind::Import(_), Publicity::Public(span)) => {
            problems.push(Problem::PublicImport(PublicImport { span }));
        }
        (ItemKind::CustomType(custom), _) => {
            for variant in &custom.variants {
                duplicates(&variant.attributes, problems);
                variant_attributes(&variant.attributes, problems);
            }
        }
        _ => {}
    }
}

/// Each attribute once; `@external` once for each target.
fn duplicates(attributes: &[Attribute], problems: &mut Vec<Problem>) {
    for (index, attribute) in attributes.iter().enumerate() {
        let same = |other: &Attribute| key(other) == key(attribute);
        if attributes[..index].iter().any(same) {
            problems.push(Problem::DuplicateAttribute(DuplicateAttribute {
                span: attribute.span,
                name: name(attribute),
            }));
        }
    }
}

fn key(attribute: &Attribute) -> (Name, Option<Target>) {
    let target = match attribute.kind {
        AttributeKind::External { target, .. } => Some(target),
        _ => None,
    };
    (name(attribute), target)
}

fn name(attribute: &Attribute) -> Name {
    Name::new(match attribute.kind {
        AttributeKind::External { .. } => "external",
        AttributeKind::Target { .. } => "target",
        AttributeKind::Deprecated(_) => "deprecated",
        AttributeKind::Internal => "internal",
    })
}

fn shorthand(attribute: &Attribute, problems: &mut Vec<Problem>) {
    if let AttributeKind::Target {
        target,
        shorthand: Some(span),
    } = attribute.kind
    {
        problems.push(Problem::TargetShorthand(TargetShorthand {
            span,
            name: match target {
                Target::Erlang => "erlang",
                Target::JavaScript => "javascript",
            },
        }));
    }
}

/// Only functions and types have an implementation elsewhere.
fn external(item: &Item, attribute: &Attribute, problems: &mut Vec<Problem>) {
    let what = match &item.kind {
        ItemKind::Import(_) => "an import",
        ItemKind::Const(_) => "a constant",
        ItemKind::Alias(_) => "an alias",
        ItemKind::Function(_) | ItemKind::CustomType(_) | ItemKind::Error => return,
    };
    if matches!(attribute.kind, AttributeKind::External { .. }) {
        problems.push(Problem::AttributeNotAllowed(AttributeNotAllowed {
            span: attribute.span,
            name: name(attribute),
            what,
        }));
    }
}

fn internal(item: &Item, attribute: &Attribute, problems: &mut Vec<Problem>) {
    let can_be_public = !matches!(item.kind, ItemKind::Import(_) | ItemKind::Error);
    let is_private = item.publicity == Publicity::Private;
    if attribute.kind == AttributeKind::Internal && can_be_public && is_private {
        let span = attribute.span;
        problems.push(Problem::RedundantInternal(RedundantInternal { span }));
    }
}

fn variant_attributes(attributes: &[Attribute], problems: &mut Vec<Problem>) {
    for attribute in attributes {
        if !matches!(attribute.kind, AttributeKind::Deprecated(_)) {
            problems.push(variant_attribute(attribute));
        }
    }
}

/// That a constructor cannot have the attribute.
pub(crate) fn variant_attribute(attribute: &Attribute) -> Problem {
    Problem::AttributeNotAllowed(AttributeNotAllowed {
        span: attribute.span,
        name: name(attribute),
        what: "a constructor",
    })
}

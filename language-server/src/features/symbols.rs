//! The outline of a file.

use camino::Utf8Path;
use compiler_core::ast::{CustomType, Docs, Ident, Item, ItemKind, Variant};
use compiler_core::{SourceText, Span};

use super::{Symbol, SymbolKind};
use crate::position::range;
use crate::project::State;

/// What the file at `path` defines, in order.
pub(crate) fn symbols(state: &State, path: &Utf8Path) -> Option<Vec<Symbol>> {
    let (name, module) = state.module(path)?;
    let items = &state.full(name)?.parsed.module.items;
    Some(
        items
            .iter()
            .filter_map(|item| item_symbol(&module.source, item))
            .collect(),
    )
}

fn item_symbol(source: &SourceText, item: &Item) -> Option<Symbol> {
    let span = with_docs(item.span, item.docs.as_ref());
    let (kind, name, children) = match &item.kind {
        ItemKind::Function(function) => (SymbolKind::Function, function.name, Vec::new()),
        ItemKind::Const(constant) => (SymbolKind::Constant, constant.name, Vec::new()),
        ItemKind::CustomType(custom) => (SymbolKind::Type, custom.name, variants(source, custom)),
        ItemKind::Alias(alias) => (SymbolKind::Alias, alias.name, Vec::new()),
        ItemKind::Import(_) | ItemKind::Error => return None,
    };
    Some(symbol(source, kind, name, span, children))
}

fn variants(source: &SourceText, custom: &CustomType) -> Vec<Symbol> {
    let variant = |variant: &Variant| {
        let fields = variant.fields.iter().filter_map(|field| {
            let label = field.label?;
            let span = with_docs(field.span, field.docs.as_ref());
            Some(symbol(source, SymbolKind::Field, label, span, Vec::new()))
        });
        let span = with_docs(variant.span, variant.docs.as_ref());
        symbol(
            source,
            SymbolKind::Constructor,
            variant.name,
            span,
            fields.collect(),
        )
    };
    custom.variants.iter().map(variant).collect()
}

fn with_docs(span: Span, docs: Option<&Docs>) -> Span {
    docs.map_or(span, |docs| docs.span.to(span))
}

fn symbol(
    source: &SourceText,
    kind: SymbolKind,
    name: Ident,
    span: Span,
    children: Vec<Symbol>,
) -> Symbol {
    Symbol {
        name: name.name.to_string(),
        kind,
        range: range(source, span),
        name_range: range(source, name.span),
        children,
    }
}

//! Types and documentation under the cursor.

use camino::Utf8Path;
use compiler_core::ast::{ExprKind, Ident, ItemKind};
use compiler_core::checked::{Definition, Mention};
use compiler_core::{Full, Name, Span, Ty, print_type};

use super::{Hover, mention_at};
use crate::position::range;
use crate::project::State;

/// What stands at `offset`: a name with its type and documentation, or the type of the smallest
/// expression, pattern or annotation there.
pub(crate) fn hover(state: &State, path: &Utf8Path, offset: u32) -> Option<Hover> {
    let (name, module) = state.module(path)?;
    let full = state.full(name)?;
    let named = mention_at(state, path, offset)
        .and_then(|mention| Some((describe(state, full, mention)?, mention.span)));
    let (text, span) = named.or_else(|| {
        let (span, ty) = smallest(full, offset)?;
        Some((code(&print_type(full, ty)), span))
    })?;
    Some(Hover {
        text,
        range: range(&module.source, span),
    })
}

/// A name as Markdown: how it is defined, then its documentation. The prelude's names have no
/// definition.
fn describe(state: &State, here: &Full, mention: Mention) -> Option<String> {
    let definition = mention.definition;
    let (home, name) = match definition {
        Definition::Local(local) => {
            let local = here.checked.tables.locals[local];
            return Some(code(&print_type(here, local.ty)));
        }
        Definition::Module(module) => {
            let docs = &state.full(module)?.parsed.module.docs;
            return Some(format!(
                "{}{}",
                code(&format!("import {module}")),
                paragraph(docs)
            ));
        }
        Definition::Value(module, name)
        | Definition::Type(module, name)
        | Definition::Field(module, _, name)
        | Definition::Label(module, _, name) => (module, name),
    };
    let full = state.full(home)?;
    let info = full.checked.definitions.get(&definition)?;
    let head = match definition {
        Definition::Type(..) => type_head(full, name),
        Definition::Field(..) => match field_type(here, mention.span) {
            Some(ty) => typed(here, name, ty),
            None => typed(full, name, info.ty),
        },
        _ => typed(full, name, info.ty),
    };
    Some(format!("{}{}", code(&head), paragraph(&info.docs)))
}

fn typed(home: &Full, name: Name, ty: Ty) -> String {
    if ty == Ty::ERROR {
        name.to_string()
    } else {
        format!("{name}: {}", print_type(home, ty))
    }
}

/// A type's name and parameters, and what it stands for if it is an alias.
fn type_head(home: &Full, name: Name) -> String {
    let head = |parameters: &[Ident]| {
        let names: Vec<&str> = parameters.iter().map(|it| it.name.as_str()).collect();
        let list = if names.is_empty() {
            String::new()
        } else {
            format!("({})", names.join(", "))
        };
        format!("type {name}{list}")
    };
    let found = home
        .parsed
        .module
        .items
        .iter()
        .find_map(|item| match &item.kind {
            ItemKind::CustomType(custom) if custom.name.name == name => {
                Some(head(&custom.parameters))
            }
            ItemKind::Alias(alias) if alias.name.name == name => {
                let aliased = home.checked.tables.annotation_types[alias.aliased];
                Some(format!(
                    "{} = {}",
                    head(&alias.parameters),
                    print_type(home, aliased)
                ))
            }
            _ => None,
        });
    found.unwrap_or_else(|| head(&[]))
}

/// The type of the field that is read at `span`, which knows what the record was made of.
fn field_type(here: &Full, span: Span) -> Option<Ty> {
    let field = here.parsed.module.exprs.iter().find(
        |(_, expr)| matches!(&expr.kind, ExprKind::Field { label, .. } if label.span == span),
    );
    field
        .map(|(id, _)| here.checked.tables.expr_types[id])
        .filter(|ty| *ty != Ty::ERROR)
}

fn code(text: &str) -> String {
    format!("```gleam\n{text}\n```")
}

fn paragraph(docs: &str) -> String {
    let lines: Vec<&str> = docs
        .lines()
        .map(|line| line.strip_prefix(' ').unwrap_or(line))
        .collect();
    if lines.is_empty() {
        String::new()
    } else {
        format!("\n\n{}", lines.join("\n"))
    }
}

/// The smallest node at an offset that has a type.
fn smallest(full: &Full, offset: u32) -> Option<(Span, Ty)> {
    let (tree, tables) = (&full.parsed.module, &full.checked.tables);
    let exprs = tree
        .exprs
        .iter()
        .map(|(id, expr)| (expr.span, tables.expr_types[id]));
    let patterns = tree
        .patterns
        .iter()
        .map(|(id, node)| (node.span, tables.pattern_types[id]));
    let types = tree
        .types
        .iter()
        .map(|(id, node)| (node.span, tables.annotation_types[id]));
    exprs
        .chain(patterns)
        .chain(types)
        .filter(|(span, ty)| span.touches(offset) && *ty != Ty::ERROR)
        .min_by_key(|(span, _)| span.end - span.start)
}

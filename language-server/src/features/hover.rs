//! Types and documentation under the cursor.

use camino::Utf8Path;
use compiler_core::ast::Module;
use compiler_core::checked::Definition;
use compiler_core::{Full, Span, Ty, print_type};

use super::{Hover, mention_at};
use crate::position::range;
use crate::project::State;

/// What stands at `offset`: a name with its type and documentation, or the type of the smallest
/// expression there.
pub(crate) fn hover(state: &State, path: &Utf8Path, offset: u32) -> Option<Hover> {
    let (name, module) = state.module(path)?;
    let full = state.full(name)?;
    let (text, span) = match mention_at(state, path, offset) {
        Some(mention) => (describe(state, full, mention.definition)?, mention.span),
        None => {
            let (span, ty) = smallest(&full.parsed.module, full, offset)?;
            (code(&print_type(full, ty)), span)
        }
    };
    Some(Hover {
        text,
        range: range(&module.source, span),
    })
}

/// A definition as Markdown: how it is written, then its documentation.
fn describe(state: &State, here: &Full, definition: Definition) -> Option<String> {
    let (home, head) = match definition {
        Definition::Local(local) => {
            let local = here.checked.tables.locals[local];
            return Some(code(&print_type(here, local.ty)));
        }
        Definition::Module(module) => {
            let docs = state
                .full(module)
                .map_or("", |full| full.parsed.module.docs.as_str());
            return Some(format!(
                "{}{}",
                code(&format!("import {module}")),
                paragraph(docs)
            ));
        }
        Definition::Value(module, name) => (module, format!("{name}: ")),
        Definition::Type(module, name) => (module, format!("type {name}")),
        Definition::Field(module, _, label) => (module, format!("{label}: ")),
    };
    let full = state.full(home)?;
    let info = full.checked.definitions.get(&definition)?;
    let ty = if info.ty == Ty::ERROR {
        String::new()
    } else {
        print_type(full, info.ty)
    };
    Some(format!(
        "{}{}",
        code(&format!("{head}{ty}")),
        paragraph(&info.docs)
    ))
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

/// The smallest expression or pattern at an offset that has a type.
fn smallest(tree: &Module, full: &Full, offset: u32) -> Option<(Span, Ty)> {
    let tables = &full.checked.tables;
    let exprs = tree
        .exprs
        .iter()
        .map(|(id, expr)| (expr.span, tables.expr_types[id]));
    let patterns = tree
        .patterns
        .iter()
        .map(|(id, node)| (node.span, tables.pattern_types[id]));
    exprs
        .chain(patterns)
        .filter(|(span, ty)| span.touches(offset) && *ty != Ty::ERROR)
        .min_by_key(|(span, _)| span.end - span.start)
}

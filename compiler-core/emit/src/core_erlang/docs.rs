//! The chunk `Docs` of `.beam` files: Erlang's EEP 48, "Documentation storage and format".

use std::sync::Arc;

use ir::node::Module;
use source::Name;

use super::name;
use super::term::Terms;

/// What one type or function is documented with.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DocEntry {
    /// Whether it is a type; otherwise a function.
    pub is_type: bool,
    /// Its name in Gleam.
    pub name: Name,
    /// How many parameters it has.
    pub arity: u32,
    /// The line of its definition.
    pub line: u32,
    /// Its head as Gleam writes it.
    pub signature: String,
    /// Markdown, or empty.
    pub text: String,
    /// Whether tools should not show it.
    pub hidden: bool,
    /// The message of `@deprecated`.
    pub deprecated: Option<Arc<str>>,
}

/// The chunk of a module: the external term format of its `docs_v1` record.
pub fn docs(module: &Module, entries: &[DocEntry]) -> Vec<u8> {
    let mut out = Terms::new();
    out.record("docs_v1", 7);
    annotation(&mut out, &module.source_path, 1);
    out.atom("gleam");
    out.binary(b"text/markdown");
    text(&mut out, &module.docs, module.internal);
    out.map(0);
    out.list(entries.len());
    for entry in entries {
        write_entry(&mut out, &module.source_path, entry);
    }
    out.nil();
    out.into_bytes()
}

fn write_entry(out: &mut Terms, file: &str, entry: &DocEntry) {
    out.tuple(5);
    out.tuple(3);
    if entry.is_type {
        out.atom("type");
        out.atom(&name::type_name(entry.name));
    } else {
        out.atom("function");
        out.atom(&name::function_name(entry.name));
    }
    out.small(entry.arity);
    annotation(out, file, entry.line);
    out.list(1);
    out.binary(entry.signature.as_bytes());
    out.nil();
    text(out, &entry.text, entry.hidden);
    out.map(usize::from(entry.is_type) + usize::from(entry.deprecated.is_some()));
    if entry.is_type {
        out.atom("exported");
        out.atom("true");
    }
    if let Some(message) = &entry.deprecated {
        out.atom("deprecated");
        out.binary(message.as_bytes());
    }
}

fn annotation(out: &mut Terms, file: &str, line: u32) {
    let file: Vec<u32> = file.chars().map(u32::from).collect();
    out.list(2);
    out.tuple(2);
    out.atom("file");
    out.characters(&file);
    out.tuple(2);
    out.atom("location");
    out.small(line);
    out.nil();
}

fn text(out: &mut Terms, text: &str, hidden: bool) {
    if hidden {
        out.atom("hidden");
    } else if text.is_empty() {
        out.atom("none");
    } else {
        out.map(1);
        out.binary(b"en");
        out.binary(without_margin(text).as_bytes());
    }
}

/// Comments have a space between slashes and text.
fn without_margin(text: &str) -> String {
    let lines = text.lines();
    let lines: Vec<&str> = lines
        .map(|line| line.strip_prefix(' ').unwrap_or(line))
        .collect();
    lines.join("\n")
}

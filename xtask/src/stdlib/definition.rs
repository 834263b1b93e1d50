//! What is public in a package, and the comments that document it.

use std::fs;

use camino::Utf8PathBuf;
use source::{FileId, LineIndex, Span};
use syntax::ast::{AttributeKind, Item, ItemKind, Publicity};
use syntax::{CommentKind, Parsed};

use super::Package;
use crate::run::root;

/// A module of `src` with its documented parts.
pub(crate) struct Module {
    /// `gleam/list`
    pub(crate) name: String,
    /// Relative to the project's root.
    pub(crate) path: Utf8PathBuf,
    /// The module itself, which has no name, and then its public definitions.
    pub(crate) definitions: Vec<Definition>,
}

/// Something with documentation.
pub(crate) struct Definition {
    /// Its name; empty for the module itself.
    pub(crate) name: String,
    /// Whether it is a function.
    pub(crate) is_function: bool,
    /// Numbers and texts of its documentation's lines.
    pub(crate) lines: Vec<(u32, String)>,
}

/// The modules of a package.
pub(crate) fn modules(package: &Package) -> Result<Vec<Module>, String> {
    let folder = package.folder.join("src");
    let mut modules = Vec::new();
    for path in package.files("src")? {
        let text = fs::read_to_string(&path).map_err(|error| format!("{path}: {error}"))?;
        let name = path.strip_prefix(&folder).unwrap_or(&path);
        modules.push(Module {
            name: name.with_extension("").into_string(),
            path: path.strip_prefix(root()).unwrap_or(&path).to_path_buf(),
            definitions: definitions(&text),
        });
    }
    Ok(modules)
}

fn definitions(text: &str) -> Vec<Definition> {
    let parsed = syntax::parse(FileId(0), text);
    let lines = LineIndex::new(text);
    let whole = Span::new(0, u32::try_from(text.len()).unwrap_or(u32::MAX));
    let comments = |span, kind| documentation(&parsed, text, &lines, (span, kind));
    let mut definitions = vec![Definition {
        name: String::new(),
        is_function: false,
        lines: comments(whole, CommentKind::Module),
    }];
    for item in &parsed.module.items {
        let Some(name) = public_name(item) else {
            continue;
        };
        let span = item.docs.as_ref().map(|docs| docs.span);
        let lines = span.map(|span| comments(span, CommentKind::Doc));
        definitions.push(Definition {
            name,
            is_function: matches!(item.kind, ItemKind::Function(_)),
            lines: lines.unwrap_or_default(),
        });
    }
    definitions
}

fn public_name(item: &Item) -> Option<String> {
    let mut attributes = item.attributes.iter();
    let internal = attributes.any(|attribute| attribute.kind == AttributeKind::Internal);
    if item.publicity == Publicity::Private || internal {
        return None;
    }
    let name = match &item.kind {
        ItemKind::Function(function) => function.name,
        ItemKind::Const(constant) => constant.name,
        ItemKind::CustomType(custom) => custom.name,
        ItemKind::Alias(alias) => alias.name,
        ItemKind::Import(_) | ItemKind::Error => return None,
    };
    Some(name.name.to_string())
}

/// The comments of one kind in a span.
fn documentation(
    parsed: &Parsed,
    text: &str,
    lines: &LineIndex,
    (span, kind): (Span, CommentKind),
) -> Vec<(u32, String)> {
    let comments = parsed.trivia.comments_in(span).iter();
    comments
        .filter(|comment| comment.kind == kind)
        .map(|comment| (lines.line(comment.span.start), comment.content(text).into()))
        .collect()
}

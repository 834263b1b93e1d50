//! Our types as the protocol's.

use camino::Utf8Path;
use report::Severity;
use tower_lsp::ls_types as lsp;

use crate::diagnostics::Diagnostic;
use crate::event::Edit;
use crate::features::{Hover, Place, Symbol, SymbolKind};
use crate::position::{Position, Range};

pub(super) fn uri(path: &Utf8Path) -> Option<lsp::Uri> {
    lsp::Uri::from_file_path(path.as_std_path())
}

pub(super) fn range(range: Range) -> lsp::Range {
    lsp::Range {
        start: position(range.start),
        end: position(range.end),
    }
}

fn position(position: Position) -> lsp::Position {
    lsp::Position {
        line: position.line,
        character: position.character,
    }
}

pub(super) fn diagnostic(diagnostic: &Diagnostic) -> lsp::Diagnostic {
    let related = diagnostic.related.iter().filter_map(|(path, at, text)| {
        let location = lsp::Location {
            uri: uri(path)?,
            range: range(*at),
        };
        Some(lsp::DiagnosticRelatedInformation {
            location,
            message: text.clone(),
        })
    });
    lsp::Diagnostic {
        range: range(diagnostic.range),
        severity: Some(match diagnostic.severity {
            Severity::Error => lsp::DiagnosticSeverity::ERROR,
            Severity::Warning => lsp::DiagnosticSeverity::WARNING,
            Severity::Info => lsp::DiagnosticSeverity::INFORMATION,
        }),
        code: Some(lsp::NumberOrString::String(diagnostic.code.to_string())),
        source: Some("tindra".to_string()),
        message: diagnostic.message.clone(),
        related_information: Some(related.collect()),
        ..lsp::Diagnostic::default()
    }
}

pub(super) fn hover(hover: Hover) -> lsp::Hover {
    let value = hover.text;
    let content = lsp::MarkupContent {
        kind: lsp::MarkupKind::Markdown,
        value,
    };
    lsp::Hover {
        contents: lsp::HoverContents::Markup(content),
        range: Some(range(hover.range)),
    }
}

pub(super) fn text_edit(edit: Edit) -> Option<lsp::TextEdit> {
    Some(lsp::TextEdit {
        range: range(edit.range?),
        new_text: edit.text,
    })
}

pub(super) fn place(place: &Place) -> Option<lsp::GotoDefinitionResponse> {
    let location = lsp::Location {
        uri: uri(&place.path)?,
        range: range(place.range),
    };
    Some(lsp::GotoDefinitionResponse::Scalar(location))
}

#[expect(
    deprecated,
    reason = "the protocol's struct has a deprecated field that must be given"
)]
pub(super) fn symbol(symbol: Symbol) -> lsp::DocumentSymbol {
    let children: Vec<_> = symbol.children.into_iter().map(self::symbol).collect();
    lsp::DocumentSymbol {
        name: symbol.name,
        detail: None,
        kind: match symbol.kind {
            SymbolKind::Function => lsp::SymbolKind::FUNCTION,
            SymbolKind::Constant => lsp::SymbolKind::CONSTANT,
            SymbolKind::Type | SymbolKind::Alias => lsp::SymbolKind::CLASS,
            SymbolKind::Constructor => lsp::SymbolKind::CONSTRUCTOR,
            SymbolKind::Field => lsp::SymbolKind::FIELD,
        },
        tags: None,
        deprecated: None,
        range: range(symbol.range),
        selection_range: range(symbol.name_range),
        children: (!children.is_empty()).then_some(children),
    }
}

/// The wish to be told when a file changes on disk.
pub(super) fn watch() -> lsp::Registration {
    let watcher = |glob: &str| lsp::FileSystemWatcher {
        glob_pattern: lsp::GlobPattern::String(glob.to_string()),
        kind: None,
    };
    let watchers = vec![watcher("**/*.gleam"), watcher("**/gleam.toml")];
    let options = lsp::DidChangeWatchedFilesRegistrationOptions { watchers };
    lsp::Registration {
        id: "files".to_string(),
        method: "workspace/didChangeWatchedFiles".to_string(),
        register_options: serde_json::to_value(options).ok(),
    }
}

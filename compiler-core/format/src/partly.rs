//! Formatting some definitions of a module: those that an editor has marked, or those that parse.

use report::Severity;
use source::{FileId, Span};
use syntax::ast::{Item, ItemKind};
use syntax::{Parsed, Problem};

/// What changes when the definitions that `range` touches are formatted: spans that do not overlap, in
/// order, with their new text. Definitions that do not parse stay as they are, and so do comments
/// between definitions that are not both formatted.
pub fn format_range(file: FileId, text: &str, range: Span) -> Vec<(Span, String)> {
    let parsed = syntax::parse(file, text);
    let touched = |region: Span| region.start <= range.end && range.start <= region.end;
    changes(file, text, &parsed, &touched)
}

/// Formats the definitions that parse, of a module of which not all do.
pub(crate) fn format_good(file: FileId, text: &str, parsed: &Parsed) -> String {
    let mut out = String::with_capacity(text.len());
    let mut done = 0;
    for (span, new) in changes(file, text, parsed, &|_| true) {
        out.push_str(&text[done..span.start as usize]);
        out.push_str(&new);
        done = span.end as usize;
    }
    out + &text[done..]
}

/// Neighbours are formatted together, as a module of their own.
fn changes(
    file: FileId,
    text: &str,
    parsed: &Parsed,
    wanted: &dyn Fn(Span) -> bool,
) -> Vec<(Span, String)> {
    let regions = regions(file, text, parsed);
    let is_formatted = |region: &Region| region.is_good && wanted(region.span);
    let mut changes = Vec::new();
    for run in regions.chunk_by(|a, b| is_formatted(a) && is_formatted(b)) {
        let ([first, ..], [.., last]) = (run, run) else {
            continue;
        };
        if !is_formatted(first) {
            continue;
        }
        let old = Span::new(first.span.start, last.span.end);
        if let Ok(new) = crate::format(file, &text[old.range()]) {
            let new = new.trim_end();
            if new != &text[old.range()] {
                changes.push((old, new.to_string()));
            }
        }
    }
    changes
}

/// A definition with its documentation.
struct Region {
    span: Span,
    is_good: bool,
}

/// The definitions in order. An error belongs to the last definition that starts before it.
fn regions(file: FileId, text: &str, parsed: &Parsed) -> Vec<Region> {
    let errors: Vec<u32> = parsed
        .problems
        .iter()
        .filter_map(|problem| error_place(file, problem))
        .collect();
    let items = &parsed.module.items;
    let start = |item: &Item| item.docs.as_ref().map_or(item.span, |docs| docs.span).start;
    let starts: Vec<u32> = items
        .iter()
        .map(|item| start(item).min(item.span.start))
        .collect();
    let ends = starts.iter().skip(1).copied().chain([text.len() as u32]);
    let regions = items.iter().zip(starts.iter().zip(ends));
    regions
        .map(|(item, (start, end))| Region {
            span: Span::new(*start, item.span.end),
            is_good: !matches!(item.kind, ItemKind::Error)
                && !errors.iter().any(|place| (*start..=end).contains(place)),
        })
        .collect()
}

fn error_place(file: FileId, problem: &Problem) -> Option<u32> {
    let report = problem.report(file);
    let place = report.location().map(|location| location.span.start);
    place.filter(|_| report.severity == Severity::Error)
}

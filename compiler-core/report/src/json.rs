use serde_json::{Value, json};
use source::Location;

use crate::{Report, Sources};

/// The report as one JSON object: byte spans, and lines and columns (from 1, columns in bytes).
pub fn to_json(report: &Report, sources: &dyn Sources) -> Value {
    let labels = report.labels.iter().map(|label| {
        json!({
            "at": place(label.location, sources),
            "text": label.text,
            "primary": label.primary,
        })
    });
    let fixes = report.fixes.iter().map(|fix| {
        let edits = fix
            .edits
            .iter()
            .map(|edit| json!({ "at": place(edit.location, sources), "text": edit.text }));
        json!({ "title": fix.title, "edits": edits.collect::<Vec<_>>() })
    });
    json!({
        "code": report.code.0,
        "severity": report.severity,
        "title": report.title,
        "text": report.text,
        "labels": labels.collect::<Vec<_>>(),
        "hint": report.hint,
        "fixes": fixes.collect::<Vec<_>>(),
    })
}

fn place(location: Location, sources: &dyn Sources) -> Value {
    let span = location.span;
    let Some(source) = sources.source(location.file) else {
        return json!({ "start": span.start, "end": span.end });
    };
    let start = source.lines.line_column(span.start);
    let end = source.lines.line_column(span.end);
    json!({
        "file": &*source.path,
        "start": span.start,
        "end": span.end,
        "line": start.line,
        "column": start.column,
        "end_line": end.line,
        "end_column": end.column,
    })
}

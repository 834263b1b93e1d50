use serde_json::{Value, json};

use crate::place::Place;
use crate::{Counts, Fix, Report, Sources};

/// The version of the schema that `docs/messages.md` describes. Fields may be added to it; it
/// changes when one changes or goes.
pub const VERSION: u32 = 1;

/// The report as one JSON object, as `docs/messages.md` describes it.
pub fn to_json(report: &Report, sources: &dyn Sources) -> Value {
    let labels = |primary: bool| {
        let labels = report.labels.iter().filter(move |it| it.primary == primary);
        labels.filter_map(|label| {
            let mut place = Place::of(label.location, sources)?.to_json();
            place["text"] = json!(label.text);
            Some(place)
        })
    };
    let fixes = report.fixes.iter().map(|fix| repair(fix, sources));
    json!({
        "version": VERSION,
        "kind": "problem",
        "code": report.code.0,
        "severity": report.severity,
        "title": report.title,
        "text": report.text.trim_end(),
        "hint": report.hint,
        "spans": labels(true).collect::<Vec<_>>(),
        "related": labels(false).collect::<Vec<_>>(),
        "fixes": fixes.collect::<Vec<_>>(),
    })
}

/// The object that follows the problems of a build.
pub fn summary_to_json(counts: Counts) -> Value {
    json!({
        "version": VERSION,
        "kind": "summary",
        "errors": counts.errors,
        "warnings": counts.warnings,
    })
}

fn repair(fix: &Fix, sources: &dyn Sources) -> Value {
    let edits = fix.edits.iter().filter_map(|edit| {
        let mut place = Place::of(edit.location, sources)?.to_json();
        place["replacement"] = json!(edit.text);
        Some(place)
    });
    json!({
        "title": fix.title,
        "applicability": fix.applicability,
        "edits": edits.collect::<Vec<_>>(),
    })
}

use std::collections::BTreeMap;

use serde_json::{Value, json};

use crate::place::Place;
use crate::{Edit, Fix, Label, Report, Severity, Sources};

/// Gathers reports for one document in the Static Analysis Results Interchange Format (SARIF 2.1.0,
/// an OASIS standard).
#[derive(Debug, Default)]
pub struct Sarif {
    results: Vec<Value>,
    /// The titles of the kinds that occur.
    rules: BTreeMap<&'static str, String>,
}

impl Sarif {
    /// Adds reports.
    pub fn add(&mut self, reports: &[Report], sources: &dyn Sources) {
        for report in reports {
            let rule = self.rules.entry(report.code.0);
            rule.or_insert_with(|| report.title.clone());
            self.results.push(result(report, sources));
        }
    }

    /// The document, as made by the given version of the program.
    pub fn document(&self, version: &str) -> Value {
        let rules = self.rules.iter().map(|(code, title)| {
            json!({
                "id": code,
                "shortDescription": { "text": title },
            })
        });
        json!({
            "$schema": "https://json.schemastore.org/sarif-2.1.0.json",
            "version": "2.1.0",
            "runs": [{
                "tool": { "driver": {
                    "name": "tindra",
                    "version": version,
                    "rules": rules.collect::<Vec<_>>(),
                } },
                "columnKind": "unicodeCodePoints",
                "results": self.results,
            }],
        })
    }
}

fn result(report: &Report, sources: &dyn Sources) -> Value {
    let level = match report.severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
        Severity::Info => "note",
    };
    let labels = |primary: bool| -> Vec<Value> {
        let labels = report.labels.iter().filter(|it| it.primary == primary);
        labels.filter_map(|it| labelled(it, sources)).collect()
    };
    let fixes = report.fixes.iter().map(|fix| repair(fix, sources));
    json!({
        "ruleId": report.code.0,
        "level": level,
        "message": { "text": message(report) },
        "locations": labels(true),
        "relatedLocations": labels(false),
        "fixes": fixes.collect::<Vec<_>>(),
    })
}

fn message(report: &Report) -> String {
    let hint = report.hint.as_deref().unwrap_or_default();
    let parts = [&*report.title, report.text.trim_end(), hint].into_iter();
    let parts: Vec<&str> = parts.filter(|part| !part.is_empty()).collect();
    parts.join("\n\n")
}

fn labelled(label: &Label, sources: &dyn Sources) -> Option<Value> {
    let place = Place::of(label.location, sources)?;
    let mut value = json!({
        "physicalLocation": {
            "artifactLocation": { "uri": uri(place.file) },
            "region": region(&place),
        },
    });
    if !label.text.is_empty() {
        value["message"] = json!({ "text": label.text });
    }
    Some(value)
}

/// A repair: the replacements, by file.
fn repair(fix: &Fix, sources: &dyn Sources) -> Value {
    let mut files: BTreeMap<String, Vec<Value>> = BTreeMap::new();
    for Edit { location, text } in &fix.edits {
        if let Some(place) = Place::of(*location, sources) {
            let replacement = json!({
                "deletedRegion": region(&place),
                "insertedContent": { "text": text },
            });
            files.entry(uri(place.file)).or_default().push(replacement);
        }
    }
    let changes = files.into_iter().map(|(uri, replacements)| {
        json!({ "artifactLocation": { "uri": uri }, "replacements": replacements })
    });
    json!({
        "description": { "text": fix.title },
        "artifactChanges": changes.collect::<Vec<_>>(),
    })
}

fn region(place: &Place<'_>) -> Value {
    json!({
        "startLine": place.start.0,
        "startColumn": place.start.1,
        "endLine": place.end.0,
        "endColumn": place.end.1,
    })
}

/// A path as a reference: all but what a path may hold is written as bytes in hexadecimal.
fn uri(path: &str) -> String {
    let mut uri = String::new();
    for byte in path.replace('\\', "/").bytes() {
        if byte.is_ascii_alphanumeric() || b"/-._~@".contains(&byte) {
            uri.push(char::from(byte));
        } else {
            uri.push_str(&format!("%{byte:02X}"));
        }
    }
    uri
}

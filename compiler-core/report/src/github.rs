use crate::place::Place;
use crate::{Report, Severity, Sources};

/// The report as a command that GitHub's runners make an annotation of.
///
/// The form is that of "Workflow commands for GitHub Actions" in GitHub's documentation.
pub fn to_github(report: &Report, sources: &dyn Sources) -> String {
    let command = match report.severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
        Severity::Info => "notice",
    };
    let mut properties = Vec::new();
    let place = report
        .location()
        .and_then(|location| Place::of(location, sources));
    if let Some(place) = place {
        properties.push(format!("file={}", property(place.file)));
        properties.push(format!("line={}", place.start.0));
        // A column is allowed for problems of one line only.
        if place.start.0 == place.end.0 {
            properties.push(format!("col={}", place.start.1));
            properties.push(format!("endColumn={}", place.end.1));
        } else {
            properties.push(format!("endLine={}", place.end.0));
        }
    }
    let title = format!("{}: {}", report.code.0, report.title);
    properties.push(format!("title={}", property(&title)));
    format!("::{command} {}::{}", properties.join(","), message(report))
}

fn message(report: &Report) -> String {
    let label = report.labels.first().map_or("", |label| &*label.text);
    let hint = report.hint.as_deref().unwrap_or_default();
    let parts = [report.text.trim_end(), label, hint].into_iter();
    let parts: Vec<&str> = parts.filter(|part| !part.is_empty()).collect();
    data(&parts.join("\n\n"))
}

fn data(text: &str) -> String {
    text.replace('%', "%25")
        .replace('\r', "%0D")
        .replace('\n', "%0A")
}

fn property(text: &str) -> String {
    data(text).replace(':', "%3A").replace(',', "%2C")
}

use crate::place::Place;
use crate::{Report, Sources};

/// The report on one line: `src/a.gleam:2:1: error[T0206]: Unknown variable: not in scope`.
pub fn to_short(report: &Report, sources: &dyn Sources) -> String {
    let place = report
        .location()
        .and_then(|location| Place::of(location, sources));
    let place = place.map_or(String::new(), |place| {
        let (line, column) = place.start;
        format!("{}:{line}:{column}: ", place.file)
    });
    let (severity, code) = (report.severity.word(), report.code.0);
    let mut line = format!("{place}{severity}[{code}]: {}", report.title);
    if let Some(gist) = gist(report) {
        line.push_str(": ");
        line.push_str(&gist);
    }
    line
}

/// The first paragraph, or else what is said at the place of the problem, on one line.
pub(crate) fn gist(report: &Report) -> Option<String> {
    let first = report.text.split("\n\n").next().unwrap_or_default();
    let label = report.labels.first().map_or("", |label| &*label.text);
    let texts = [first, label].into_iter();
    let mut lines = texts.map(|text| text.split_whitespace().collect::<Vec<_>>().join(" "));
    lines.find(|line| !line.is_empty())
}

//! What is said about a changed source.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::time::{Duration, Instant};

use compiler_core::Name;
use report::{Label, Report};
use source::LineIndex;

use super::mutation::Mutation;
use super::project::Project;

/// What came of a change.
pub(crate) struct Outcome {
    pub(crate) time: Duration,
    pub(crate) verdict: Verdict,
}

pub(crate) enum Verdict {
    Crash,
    /// There is no error.
    Valid,
    Refused(Refusal),
}

/// The errors, and how good they are.
pub(crate) struct Refusal {
    pub(crate) errors: Vec<Report>,
    /// Where each stands.
    pub(crate) places: Vec<String>,
    /// Whether the first error's place is within one line of the change.
    pub(crate) is_near: bool,
    /// Whether that, or one that it names beside, is.
    pub(crate) names_place: bool,
    pub(crate) repair: Repair,
}

/// What the first repair of the first error does.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Repair {
    /// There is none.
    None,
    /// Errors stay.
    Fails,
    /// There is no error any more.
    Checks,
    /// The source is as it was.
    Restores,
}

/// Checks the project with the changed module, and with the first error repaired.
pub(crate) fn judge(project: &mut Project, module: Name, text: &str, change: &Mutation) -> Outcome {
    let changed = change.apply(text);
    project.put(module, &changed);
    let start = Instant::now();
    let errors = catch_unwind(AssertUnwindSafe(|| project.errors()));
    let time = start.elapsed();
    let verdict = match errors {
        Err(_) => Verdict::Crash,
        Ok(errors) if errors.is_empty() => Verdict::Valid,
        Ok(errors) => Verdict::Refused(refusal(project, (module, text), change, errors)),
    };
    project.put(module, text);
    Outcome { time, verdict }
}

fn refusal(
    project: &mut Project,
    (module, text): (Name, &str),
    change: &Mutation,
    errors: Vec<Report>,
) -> Refusal {
    let lines = LineIndex::new(&project.text(module));
    let first = lines.line(change.range.start as u32);
    let last = lines.line((change.range.start + change.text.len()) as u32);
    let path = project.path(module);
    let near = |label: &Label| {
        project.source(label.location).is_some_and(|source| {
            let line = source.lines.line(label.location.span.start);
            *source.path == *path && line + 1 >= first && line <= last + 1
        })
    };
    let labels = errors
        .first()
        .map(|error| &error.labels[..])
        .unwrap_or_default();
    let is_near = labels.first().is_some_and(near);
    let names_place = labels.iter().any(near);
    let places = errors.iter().map(|error| place(project, error)).collect();
    let repair = repair(project, (module, text), &errors);
    Refusal {
        errors,
        places,
        is_near,
        names_place,
        repair,
    }
}

fn place(project: &Project, error: &Report) -> String {
    let place = error.location().and_then(|location| {
        let source = project.source(location)?;
        let at = source.lines.line_column(location.span.start);
        Some(format!("{}:{}:{}", source.path, at.line, at.column))
    });
    place.unwrap_or_default()
}

fn repair(project: &mut Project, (module, text): (Name, &str), errors: &[Report]) -> Repair {
    let Some(fix) = errors.first().and_then(|error| error.fixes.first()) else {
        return Repair::None;
    };
    let before = project.texts(&fix.edits);
    project.apply(&fix.edits);
    let verdict = if words(&project.text(module)).eq(words(text)) {
        Repair::Restores
    } else if project.errors().is_empty() {
        Repair::Checks
    } else {
        Repair::Fails
    };
    for (module, text) in before {
        project.put(module, &text);
    }
    verdict
}

/// A text without its white space, which a repair need not bring back.
fn words(text: &str) -> impl Iterator<Item = char> + '_ {
    text.chars().filter(|letter| !letter.is_whitespace())
}

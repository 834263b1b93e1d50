//! Problems as an editor shows them.

use camino::{Utf8Path, Utf8PathBuf};
use compiler_core::{FileId, Host, Location, SourceText, Span};
use report::{Report, Severity};

use crate::overlay::Overlay;
use crate::position::{Range, range};
use crate::project::{Problem, Project, State};

/// A problem at a place of a file.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Diagnostic {
    pub(crate) range: Range,
    pub(crate) severity: Severity,
    pub(crate) code: &'static str,
    pub(crate) message: String,
    pub(crate) related: Vec<(Utf8PathBuf, Range, String)>,
}

/// All problems of a project, each with its file.
pub(crate) fn of_project(project: &Project, files: &Overlay) -> Vec<(Utf8PathBuf, Diagnostic)> {
    let whole = project
        .problems
        .iter()
        .map(|problem| of_problem(problem, files));
    let modules = project.state.iter().flat_map(|state| {
        state
            .analysis
            .reports
            .iter()
            .filter_map(|report| of_report(state, report))
    });
    whole.chain(modules).collect()
}

/// A problem of the project as a whole, at the place that is wrong or on the file's first line.
fn of_problem(problem: &Problem, files: &Overlay) -> (Utf8PathBuf, Diagnostic) {
    let bytes = files.read(&problem.path).unwrap_or_default();
    let text = String::from_utf8_lossy(&bytes);
    let source = SourceText::new(FileId(0), problem.path.as_str(), &text);
    let first_line = text.lines().next().unwrap_or_default();
    let span = problem
        .span
        .unwrap_or(Span::new(0, first_line.len() as u32));
    let diagnostic = Diagnostic {
        range: range(&source, span),
        severity: problem.report.severity,
        code: problem.report.code.0,
        message: message(&problem.report),
        related: Vec::new(),
    };
    (problem.path.clone(), diagnostic)
}

fn of_report(state: &State, report: &Report) -> Option<(Utf8PathBuf, Diagnostic)> {
    let place = |location: Location| {
        let (path, source) = file(state, location.file)?;
        Some((path.to_path_buf(), range(source, location.span)))
    };
    let (path, range) = place(report.location()?)?;
    let related = report.labels.iter().skip(1).filter_map(|label| {
        let (path, range) = place(label.location)?;
        Some((path, range, label.text.clone()))
    });
    let diagnostic = Diagnostic {
        range,
        severity: report.severity,
        code: report.code.0,
        message: message(report),
        related: related.collect(),
    };
    Some((path, diagnostic))
}

/// The words of a report. Editors show the first line beside the code.
fn message(report: &Report) -> String {
    let label = report
        .labels
        .first()
        .map_or("", |label| label.text.as_str());
    let mut message = report.title.clone();
    for (before, part) in [
        (": ", label),
        ("\n\n", report.text.as_str()),
        ("\n\nHint: ", report.hint.as_deref().unwrap_or_default()),
    ] {
        if !part.is_empty() {
            message.push_str(before);
            message.push_str(part);
        }
    }
    message
}

fn file(state: &State, file: FileId) -> Option<(&Utf8Path, &SourceText)> {
    let name = state.workspace.module_of(file)?;
    let module = state.workspace.modules.get(&name)?;
    Some((&module.path, &module.source))
}

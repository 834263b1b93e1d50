//! What the program says, and how. Progress and problems go to standard error.

use std::io::{IsTerminal, Write};
use std::time::Duration;

use compiler_core::{FileId, SourceText};
use report::{Report, Severity, Sources, Style};

use crate::failure::Failure;

/// Columns that prose is wrapped at.
const WIDTH: usize = 80;

/// Whether to use colours on standard error.
fn colour() -> bool {
    let set = |name| std::env::var_os(name).is_some_and(|value| !value.is_empty());
    !set("NO_COLOR") && (set("FORCE_COLOR") || std::io::stderr().is_terminal())
}

fn style() -> Style {
    Style {
        colour: colour(),
        width: WIDTH,
    }
}

/// Says on one line what is being done: the verb is aligned to the right.
pub(crate) fn progress(verb: &str, what: &str) {
    if colour() {
        say(&format!("\u{1b}[35m{verb:>11}\u{1b}[0m {what}\n"));
    } else {
        say(&format!("{verb:>11} {what}\n"));
    }
}

/// Says how long a build took.
pub(crate) fn compiled(verb: &str, time: Duration, worked: bool) {
    let note = if worked {
        ""
    } else {
        " (nothing to do: all modules are up to date)"
    };
    progress(verb, &format!("in {:.2}s{note}", time.as_secs_f64()));
}

/// Prints problems, and a line that counts them if there is an error.
pub(crate) fn reports(reports: &[Report], sources: &dyn Sources) {
    let mut text = String::new();
    for report in reports {
        text.push_str(&report::render(report, sources, style()));
    }
    let count = |severity| {
        reports
            .iter()
            .filter(|report| report.severity == severity)
            .count()
    };
    let (errors, warnings) = (count(Severity::Error), count(Severity::Warning));
    if errors > 0 {
        text.push_str(&plural(errors, "error"));
        if warnings > 0 {
            text.push_str(&format!(" and {}", plural(warnings, "warning")));
        }
        text.push('\n');
    }
    say(&text);
}

/// Prints problems that belong to no file.
pub(crate) fn reports_of_project(all: &[Report]) {
    reports(all, &NoSources);
}

fn plural(count: usize, what: &str) -> String {
    format!("{count} {what}{}", if count == 1 { "" } else { "s" })
}

/// Prints a failure of the program.
pub(crate) fn failure(failure: &Failure) {
    if let Some(report) = failure.report() {
        say(&report::render(&report, &NoSources, style()));
    }
}

/// Prints to standard error. When nobody listens there is nothing left to tell.
pub(crate) fn say(text: &str) {
    let _ = std::io::stderr().lock().write_all(text.as_bytes());
}

/// Asks for a line; none if nobody answers.
pub(crate) fn answer(question: &str) -> Option<String> {
    say(&format!("{question} "));
    let mut line = String::new();
    let read = std::io::stdin().read_line(&mut line);
    (read.ok()? > 0).then(|| line.trim().to_string())
}

/// Asks for a yes or a no; nobody is a no.
pub(crate) fn asked(question: &str) -> bool {
    let said = answer(&format!("{question} [y/n]"));
    said.is_some_and(|said| matches!(&*said.to_lowercase(), "y" | "yes"))
}

/// Prints to standard output; false when it is closed.
pub(crate) fn print(text: &str) -> bool {
    std::io::stdout().lock().write_all(text.as_bytes()).is_ok()
}

struct NoSources;

impl Sources for NoSources {
    fn source(&self, _: FileId) -> Option<&SourceText> {
        None
    }
}

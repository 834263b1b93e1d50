//! What the program says, and how. Progress and problems go to standard error.

use std::io::{IsTerminal, Write};
use std::sync::{Mutex, OnceLock, PoisonError};
use std::time::Duration;

use compiler_core::{FileId, SourceText};
use report::{Counts, Report, Sarif, Sources, Style};

use crate::args::MessageFormat;
use crate::failure::Failure;

/// Columns that prose is wrapped at where nobody says how many there are, and the least.
const WIDTH: usize = 80;
const LEAST_WIDTH: usize = 30;

/// How to tell problems; set once, when the program starts.
static FORMAT: OnceLock<MessageFormat> = OnceLock::new();

/// What the one document tells that ends the program's output, if it is to be one.
static DOCUMENT: Mutex<Option<Sarif>> = Mutex::new(None);

/// Says how problems are to be told.
pub(crate) fn speak(format: MessageFormat) {
    let _ = FORMAT.set(format);
    if format == MessageFormat::Sarif {
        with_document(|document| *document = Some(Sarif::default()));
    }
}

/// Prints what can only be printed when all is known.
pub(crate) fn finish() {
    with_document(|document| {
        if let Some(sarif) = document.take() {
            let json = sarif.document(env!("CARGO_PKG_VERSION"));
            print(&format!("{json:#}\n"));
        }
    });
}

fn with_document<R>(work: impl FnOnce(&mut Option<Sarif>) -> R) -> R {
    work(&mut DOCUMENT.lock().unwrap_or_else(PoisonError::into_inner))
}

/// Whether to use colours on standard error.
fn colour() -> bool {
    let set = |name| std::env::var_os(name).is_some_and(|value| !value.is_empty());
    !set("NO_COLOR") && (set("FORCE_COLOR") || std::io::stderr().is_terminal())
}

fn style() -> Style {
    Style {
        colour: colour(),
        width: width().unwrap_or(WIDTH),
    }
}

/// The width that the environment says the terminal has.
fn width() -> Option<usize> {
    let columns: usize = std::env::var("COLUMNS").ok()?.parse().ok()?;
    (columns >= LEAST_WIDTH).then_some(columns)
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

/// Prints problems, and what counts them.
pub(crate) fn reports(reports: &[Report], sources: &dyn Sources) {
    tell(reports, sources);
    let counts = Counts::of(reports);
    match format() {
        MessageFormat::Terminal | MessageFormat::Short => {
            if let Some(summary) = counts.summary() {
                say(&format!("{summary}\n"));
            }
        }
        MessageFormat::Json => {
            print(&format!("{}\n", report::summary_to_json(counts)));
        }
        MessageFormat::Sarif | MessageFormat::Github => {}
    }
}

fn format() -> MessageFormat {
    FORMAT.get().copied().unwrap_or(MessageFormat::Terminal)
}

fn tell(reports: &[Report], sources: &dyn Sources) {
    let all = |line: &dyn Fn(&Report) -> String| reports.iter().map(line).collect::<String>();
    match format() {
        MessageFormat::Terminal => {
            let style = style();
            say(&all(&|report| report::render(report, sources, style)));
        }
        MessageFormat::Short => {
            say(&all(&|report| report::to_short(report, sources) + "\n"));
        }
        MessageFormat::Json => {
            print(&all(&|report| {
                format!("{}\n", report::to_json(report, sources))
            }));
        }
        MessageFormat::Github => {
            print(&all(&|report| report::to_github(report, sources) + "\n"));
        }
        MessageFormat::Sarif => with_document(|document| {
            if let Some(sarif) = document {
                sarif.add(reports, sources);
            }
        }),
    }
}

/// Prints problems that belong to no file.
pub(crate) fn reports_of_project(all: &[Report]) {
    reports(all, &NoSources);
}

/// Prints a failure of the program.
pub(crate) fn failure(failure: &Failure) {
    if let Some(report) = failure.report() {
        tell(&[report], &NoSources);
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

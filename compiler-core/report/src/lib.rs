//! Problems as data: what went wrong, where, why, and what to do. Rendering is separate.

mod counts;
mod github;
mod json;
mod place;
mod sarif;
mod short;
mod suggest;
mod terminal;

pub use counts::Counts;
pub use github::to_github;
pub use json::{VERSION, summary_to_json, to_json};
pub use sarif::Sarif;
pub use short::to_short;
pub use suggest::nearest;
pub use terminal::{Style, render};

use serde::Serialize;
use source::{Location, SourceText};

/// A stable name of a kind of problem: `T0123`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
pub struct Code(pub &'static str);

/// How much it matters.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Severity {
    /// The program has no meaning.
    Error,
    /// It runs, but is likely not what was meant.
    Warning,
    /// Something to know.
    Info,
}

impl Severity {
    /// The word for it in all formats of our own.
    pub fn word(self) -> &'static str {
        match self {
            Self::Error => "error",
            Self::Warning => "warning",
            Self::Info => "info",
        }
    }
}

/// A place with a word about it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Label {
    /// Where.
    pub location: Location,
    /// What is to be seen there; may be empty.
    pub text: String,
    /// Whether this is the place of the problem, or one that explains it.
    pub primary: bool,
}

/// One replacement of text.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Edit {
    /// What to replace; an empty span inserts.
    pub location: Location,
    /// The new text.
    pub text: String,
}

/// Whether a repair may be applied without a look at it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Applicability {
    /// What the program means stays as it is, or only one meaning was possible.
    Safe,
    /// A guess, or one of several ways.
    Maybe,
}

/// A repair that a machine can apply.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Fix {
    /// What it does, as a command: "Import `gleam/list`".
    pub title: String,
    /// Whether somebody should look at it first.
    pub applicability: Applicability,
    /// Edits that do not overlap.
    pub edits: Vec<Edit>,
}

/// A problem, ready to be shown: data only, no colour, no width.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Report {
    /// The kind.
    pub code: Code,
    /// How bad.
    pub severity: Severity,
    /// A few words, the same for all problems of the kind.
    pub title: String,
    /// What happened and why, in paragraphs separated by blank lines; wrapped when rendered.
    pub text: String,
    /// The first primary label is where editors put the problem.
    pub labels: Vec<Label>,
    /// The way out, if it is known.
    pub hint: Option<String>,
    /// Repairs a machine can apply, best first.
    pub fixes: Vec<Fix>,
}

impl Report {
    /// An error of kind `code` at `location`.
    pub fn error(code: &'static str, title: impl Into<String>, location: Location) -> Self {
        Self::new(code, Severity::Error, title, location)
    }

    /// A warning of kind `code` at `location`.
    pub fn warning(code: &'static str, title: impl Into<String>, location: Location) -> Self {
        Self::new(code, Severity::Warning, title, location)
    }

    fn new(
        code: &'static str,
        severity: Severity,
        title: impl Into<String>,
        location: Location,
    ) -> Self {
        Self {
            code: Code(code),
            severity,
            title: title.into(),
            text: String::new(),
            labels: vec![Label {
                location,
                text: String::new(),
                primary: true,
            }],
            hint: None,
            fixes: Vec::new(),
        }
    }

    /// Sets the words at the place of the problem.
    #[must_use]
    pub fn label(mut self, text: impl Into<String>) -> Self {
        if let Some(first) = self.labels.first_mut() {
            first.text = text.into();
        }
        self
    }

    /// Adds a place that explains.
    #[must_use]
    pub fn also(mut self, location: Location, text: impl Into<String>) -> Self {
        self.labels.push(Label {
            location,
            text: text.into(),
            primary: false,
        });
        self
    }

    /// Sets the explanation.
    #[must_use]
    pub fn text(mut self, text: impl Into<String>) -> Self {
        self.text = text.into();
        self
    }

    /// Sets the way out.
    #[must_use]
    pub fn hint(mut self, hint: impl Into<String>) -> Self {
        self.hint = Some(hint.into());
        self
    }

    /// Adds a repair that somebody should look at.
    #[must_use]
    pub fn fix(self, title: impl Into<String>, edits: Vec<Edit>) -> Self {
        self.repair(title.into(), Applicability::Maybe, edits)
    }

    /// Adds a repair that cannot be wrong.
    #[must_use]
    pub fn safe_fix(self, title: impl Into<String>, edits: Vec<Edit>) -> Self {
        self.repair(title.into(), Applicability::Safe, edits)
    }

    fn repair(mut self, title: String, applicability: Applicability, edits: Vec<Edit>) -> Self {
        self.fixes.push(Fix {
            title,
            applicability,
            edits,
        });
        self
    }

    /// Where the problem is.
    pub fn location(&self) -> Option<Location> {
        self.labels.first().map(|label| label.location)
    }
}

/// Access to the texts that reports point into.
pub trait Sources {
    /// The text of a file that a label names.
    fn source(&self, file: source::FileId) -> Option<&SourceText>;
}

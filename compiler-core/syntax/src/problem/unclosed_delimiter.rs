use report::{Edit, Report};
use source::{FileId, Location, Span};

/// A bracket that is never closed.
#[derive(Debug, Clone, PartialEq)]
pub struct UnclosedDelimiter {
    /// Where.
    pub span: Span,
    /// As written.
    pub opener: &'static str,
    /// What is missing.
    pub closer: &'static str,
    /// Where it belongs, to judge by the indentation.
    pub end: Span,
}

impl UnclosedDelimiter {
    /// The code of this kind.
    pub const CODE: &'static str = "T0023";

    pub(super) fn report(&self, file: FileId) -> Report {
        let Self { opener, closer, .. } = self;
        let at = |span| Location { file, span };
        let edit = Edit {
            location: at(self.end),
            text: (*closer).to_string(),
        };
        Report::error(Self::CODE, "Bracket without end", at(self.span))
            .label(format!("this `{opener}` is never closed"))
            .also(at(self.end), format!("`{closer}` may belong here"))
            .hint(format!("Add the missing `{closer}`."))
            .fix(format!("Add `{closer}`"), vec![edit])
    }
}

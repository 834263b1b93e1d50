use report::{Edit, Report};
use source::{FileId, Location, Span};

/// A line lacks the bracket that a later line closes.
#[derive(Debug, Clone, PartialEq)]
pub struct MissingOpener {
    /// The last word of that line.
    pub span: Span,
    /// The closing bracket.
    pub closer: Span,
    /// What is missing.
    pub opener: &'static str,
    /// The closing bracket as written.
    pub found: &'static str,
}

impl MissingOpener {
    /// The code of this kind.
    pub const CODE: &'static str = "T0088";

    pub(super) fn report(&self, file: FileId) -> Report {
        let Self { opener, found, .. } = self;
        let at = |span| Location { file, span };
        let edit = Edit {
            location: at(self.span.at_end()),
            text: format!(" {opener}"),
        };
        Report::error(Self::CODE, "Missing bracket", at(self.span))
            .label(format!("`{opener}` is missing after this"))
            .also(at(self.closer), format!("this `{found}` has no partner"))
            .hint(format!("Add `{opener}` at the end of this line."))
            .fix(format!("Add `{opener}`"), vec![edit])
    }
}

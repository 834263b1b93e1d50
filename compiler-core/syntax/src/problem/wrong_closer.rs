use report::{Edit, Report};
use source::{FileId, Location, Span};

/// A closing bracket of another kind than the one that it closes.
#[derive(Debug, Clone, PartialEq)]
pub struct WrongCloser {
    /// Where.
    pub span: Span,
    /// What it closes.
    pub opener: Span,
    /// As written.
    pub found: &'static str,
    /// What it should be.
    pub wanted: &'static str,
}

impl WrongCloser {
    /// The code of this kind.
    pub const CODE: &'static str = "T0090";

    pub(super) fn report(&self, file: FileId) -> Report {
        let Self { found, wanted, .. } = self;
        let at = |span| Location { file, span };
        let edit = Edit {
            location: at(self.span),
            text: (*wanted).to_string(),
        };
        Report::error(Self::CODE, "Wrong bracket", at(self.span))
            .label(format!("this `{found}` should be `{wanted}`"))
            .also(at(self.opener), "this is what it closes")
            .hint(format!("Write `{wanted}`."))
            .fix(format!("Write `{wanted}`"), vec![edit])
    }
}

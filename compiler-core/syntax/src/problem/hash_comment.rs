use report::Report;
use source::{FileId, Location, Span};

/// `# …`
#[derive(Debug, Clone, PartialEq)]
pub struct HashComment {
    /// Where.
    pub span: Span,
}

impl HashComment {
    /// The code of this kind.
    pub const CODE: &'static str = "T0055";

    pub(super) fn report(&self, file: FileId) -> Report {
        Report::error(
            Self::CODE,
            "Wrong mark of a comment",
            Location {
                file,
                span: self.span,
            },
        )
        .label("`#` only begins a tuple")
        .hint("Comments begin with `//`.")
    }
}

use report::Report;
use source::{FileId, Location, Span};

/// `_` where no argument of a call stands.
#[derive(Debug, Clone, PartialEq)]
pub struct MisplacedHole {
    /// Where.
    pub span: Span,
}

impl MisplacedHole {
    /// The code of this kind.
    pub const CODE: &'static str = "T0088";

    pub(super) fn report(&self, file: FileId) -> Report {
        Report::error(
            Self::CODE,
            "Misplaced hole",
            Location {
                file,
                span: self.span,
            },
        )
        .label("`_` has no value here")
        .text("Only an argument of a call can be left open.")
    }
}

use report::Report;
use source::{FileId, Location, Span};

/// `[1 ..rest]`: out of use in expressions, refused in constants and guards.
#[derive(Debug, Clone, PartialEq)]
pub struct ListPrepend {
    /// Where.
    pub span: Span,
    /// Whether it stands in a constant or a guard.
    pub in_constant: bool,
}

impl ListPrepend {
    /// The code of this kind.
    pub const CODE: &'static str = "T0151";

    pub(super) fn report(&self, file: FileId) -> Report {
        let location = Location {
            file,
            span: self.span,
        };
        let report = if self.in_constant {
            Report::error(Self::CODE, "Missing comma", location)
        } else {
            Report::warning(Self::CODE, "Missing comma", location)
                .text("This way to write it goes out of use.")
        };
        report
            .label("a comma is missing before `..`")
            .hint("Write `, ..`.")
    }
}

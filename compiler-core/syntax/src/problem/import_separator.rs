use report::Report;
use source::{FileId, Location, Span};

/// `import a.b`
#[derive(Debug, Clone, PartialEq)]
pub struct ImportSeparator {
    /// Where.
    pub span: Span,
}

impl ImportSeparator {
    /// The code of this kind.
    pub const CODE: &'static str = "T0051";

    pub(super) fn report(&self, file: FileId) -> Report {
        Report::error(
            Self::CODE,
            "Wrong separator",
            Location {
                file,
                span: self.span,
            },
        )
        .label("the parts of a module name are separated by `/`")
        .hint("Write `/` in place of `.`; names of the module go in braces: `.{name}`.")
    }
}

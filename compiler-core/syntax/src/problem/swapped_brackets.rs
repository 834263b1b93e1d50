use report::{Edit, Report};
use source::{FileId, Location, Span};

/// Two brackets that have changed places.
#[derive(Debug, Clone, PartialEq)]
pub struct SwappedBrackets {
    /// Both.
    pub span: Span,
    /// The one that should be first.
    pub first: &'static str,
    /// The other.
    pub second: &'static str,
}

impl SwappedBrackets {
    /// The code of this kind.
    pub const CODE: &'static str = "T0089";

    pub(super) fn report(&self, file: FileId) -> Report {
        let Self { first, second, .. } = self;
        let location = Location {
            file,
            span: self.span,
        };
        // `) {` keeps the space that `}) ` has not.
        let between = if *second == "{" { " " } else { "" };
        let text = format!("{first}{between}{second}");
        let title = format!("Write `{text}`");
        Report::error(Self::CODE, "Brackets in the wrong order", location)
            .label(format!("`{first}` belongs before `{second}`"))
            .hint(format!("Write `{text}`."))
            .fix(title, vec![Edit { location, text }])
    }
}

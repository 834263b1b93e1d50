use report::Report;
use source::{FileId, Location, Name, Span};

/// `module.name` as a pattern.
#[derive(Debug, Clone, PartialEq)]
pub struct LowerCaseConstructor {
    /// Where.
    pub span: Span,
    /// After the dot.
    pub name: Name,
}

impl LowerCaseConstructor {
    /// The code of this kind.
    pub const CODE: &'static str = "T0050";

    pub(super) fn report(&self, file: FileId) -> Report {
        let Self { name, .. } = self;
        Report::error(Self::CODE, "Not a constructor", Location { file, span: self.span })
            .label(format!("`{name}` cannot be matched"))
            .text("After a module only a constructor can stand in a pattern; other values are compared in a guard.")
    }
}

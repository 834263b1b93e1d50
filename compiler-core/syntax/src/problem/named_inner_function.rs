use report::Report;
use source::{FileId, Location, Name, Span};

/// `fn name() { … }` in a function.
#[derive(Debug, Clone, PartialEq)]
pub struct NamedInnerFunction {
    /// Where.
    pub span: Span,
    /// The name it was given.
    pub name: Name,
}

impl NamedInnerFunction {
    /// The code of this kind.
    pub const CODE: &'static str = "T0028";

    pub(super) fn report(&self, file: FileId) -> Report {
        let Self { name, .. } = self;
        Report::error(
            Self::CODE,
            "Named function in a function",
            Location {
                file,
                span: self.span,
            },
        )
        .label("a function in a function has no name")
        .hint(format!("Write `let {name} = fn(…) {{ … }}`."))
    }
}

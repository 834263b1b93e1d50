use report::Report;
use source::{FileId, Location, Name, Span};

/// An attribute with the wrong arguments.
#[derive(Debug, Clone, PartialEq)]
pub struct AttributeArguments {
    /// Where.
    pub span: Span,
    /// Which attribute.
    pub name: Name,
}

impl AttributeArguments {
    /// The code of this kind.
    pub const CODE: &'static str = "T0067";

    pub(super) fn report(&self, file: FileId) -> Report {
        let Self { name, .. } = self;
        Report::error(
            Self::CODE,
            "Wrong attribute arguments",
            Location {
                file,
                span: self.span,
            },
        )
        .label(format!("`@{name}` does not fit this form"))
        .hint(form(name))
    }
}

fn form(name: &str) -> &'static str {
    match name {
        "external" => "Write `@external(erlang, \"module\", \"function\")`.",
        "target" => "Write `@target(erlang)` or `@target(javascript)`.",
        "deprecated" => "Write `@deprecated(\"what to use instead\")`.",
        _ => "Write it without arguments.",
    }
}

use report::Report;
use source::{FileId, Location, Span};

/// A character that begins no token.
#[derive(Debug, Clone, PartialEq)]
pub struct UnknownCharacter {
    /// Where.
    pub span: Span,
    /// Which.
    pub character: char,
}

impl UnknownCharacter {
    /// The code of this kind.
    pub const CODE: &'static str = "T0008";

    /// What to do instead.
    pub(crate) fn hint(&self) -> &'static str {
        hint(self.character)
    }

    pub(super) fn report(&self, file: FileId) -> Report {
        let Self { character, .. } = self;
        Report::error(
            Self::CODE,
            "Unknown character",
            Location {
                file,
                span: self.span,
            },
        )
        .label(format!("`{character}` has no meaning here"))
        .hint(self.hint())
    }
}

/// What people mean who are used to other languages.
fn hint(character: char) -> &'static str {
    match character {
        '\'' => "Strings are written in double quotes.",
        ';' => "Nothing stands between statements: remove it.",
        '&' => "`&&` is the logical and; `int.bitwise_and` of `gleam/int` works on bits.",
        '^' | '~' => "Operations on bits are functions of `gleam/int`.",
        '?' => "There is no such operator; match with `case`, or see `gleam/result`.",
        '`' | '$' => "Strings are written in double quotes and joined with `<>`.",
        '\\' => "A function without a name is written `fn(x) { … }`.",
        _ => "Remove it.",
    }
}

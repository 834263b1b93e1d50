use crate::problem::words::{Kind, Words};
use crate::types::Ty;
use report::Report;
use source::{Name, Span};

/// An update that keeps a field whose type would change.
#[derive(Debug, Clone, PartialEq)]
pub struct UnsafeUpdate {
    /// Where.
    pub span: Span,
    /// The field that is kept.
    pub field: UpdateField,
    /// What is wanted.
    pub expected: Ty,
    /// What is there.
    pub found: Ty,
}

impl Kind for UnsafeUpdate {
    fn span(&self) -> Span {
        self.span
    }

    fn report(&self, words: &Words<'_>) -> Report {
        Report::error("T0252", "Update changes a type", words.at(self.span))
            .label(format!("{} would have another type", self.field.what()))
            .text(self.explain(words))
            .hint("Give that field a new value as well.")
    }
}

impl UnsafeUpdate {
    fn explain(&self, words: &Words<'_>) -> String {
        let (expected, found) = words.two(self.expected, self.found);
        format!(
            "The update changes the type of the record, but keeps {}.\n\nExpected: {expected}\n   Found: {found}",
            self.field.what()
        )
    }
}

/// A field of a record.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum UpdateField {
    /// With a label.
    Labelled(Name),
    /// Without; counted from 0.
    Position(usize),
}

impl UpdateField {
    fn what(self) -> String {
        match self {
            Self::Labelled(label) => format!("the field `{label}`"),
            Self::Position(index) => format!("field number {}", index + 1),
        }
    }
}

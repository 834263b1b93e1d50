use crate::problem::words::{Kind, Words, list, or_else};
use crate::types::Ty;
use report::Report;
use source::{Name, Span};

/// A field that a value does not have.
#[derive(Debug, Clone, PartialEq)]
pub struct UnknownField {
    /// Where.
    pub span: Span,
    /// What stands before the dot.
    pub record: Span,
    /// The label.
    pub label: Name,
    /// The type of the record.
    pub found: Ty,
    /// The names there are.
    pub known: Vec<Name>,
    /// The known name that is most like it.
    pub nearest: Option<Name>,
    /// Where the field is instead.
    pub place: FieldPlace,
}

impl Kind for UnknownField {
    fn span(&self) -> Span {
        self.span
    }

    fn report(&self, words: &Words<'_>) -> Report {
        Report::error("T0248", "Unknown field", words.at(self.span))
            .label("there is no such field")
            .also(
                words.at(self.record),
                format!("this is {}", words.ty(self.found)),
            )
            .text(self.explain())
            .hint(or_else(
                self.nearest,
                match self.place {
                    FieldPlace::SomeVariants => {
                        "Match with `case` to find out which constructor made the value."
                    }
                    _ => "Use a field that the type has.",
                },
            ))
    }
}

impl UnknownField {
    fn explain(&self) -> String {
        let label = self.label;
        let place = match self.place {
            FieldPlace::Nowhere => format!("Nothing of this type has a field `{label}`."),
            FieldPlace::SomeVariants => format!(
                "The field `{label}` is not at the same position with the same type in all constructors."
            ),
            FieldPlace::OtherVariant => {
                format!("The constructor that made this value has no field `{label}`.")
            }
        };
        if self.known.is_empty() {
            format!("{place} It has no fields that can be read.")
        } else {
            format!("{place} It has: {}.", list(&self.known))
        }
    }
}

/// Where a field is that cannot be read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FieldPlace {
    /// No constructor has it.
    Nowhere,
    /// Not all constructors have it.
    SomeVariants,
    /// Another constructor than the one that made the value has it.
    OtherVariant,
}

use crate::problem::words::{Kind, Words};
use crate::types::Ty;
use report::Report;
use source::Span;

/// A function after `<-` whose last parameter is no function.
#[derive(Debug, Clone, PartialEq)]
pub struct UseWithoutCallback {
    /// Where.
    pub span: Span,
    /// What is there.
    pub found: Ty,
}

impl Kind for UseWithoutCallback {
    fn span(&self) -> Span {
        self.span
    }

    fn report(&self, words: &Words<'_>) -> Report {
        Report::error("T0246", "No callback to use", words.at(self.span))
            .label("takes no callback")
            .text(format!(
                "The last parameter of this function is no function, but:\n\n    {}",
                words.ty(self.found)
            ))
            .hint("Call it without `use`.")
    }
}

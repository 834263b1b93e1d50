use crate::problem::words::{Kind, Words, symbol};
use report::Report;
use source::Span;
use syntax::ast::BinaryOp;

/// An operator for ints between floats.
#[derive(Debug, Clone, PartialEq)]
pub struct IntOperatorOnFloats {
    /// Where.
    pub span: Span,
    /// The operator.
    pub op: BinaryOp,
    /// The one for floats.
    pub instead: BinaryOp,
}

impl Kind for IntOperatorOnFloats {
    fn span(&self) -> Span {
        self.span
    }

    fn report(&self, words: &Words<'_>) -> Report {
        Report::error("T0232", "Int operator between Floats", words.at(self.span))
            .label("this operator is for Ints")
            .text(format!(
                "`{}` works on Ints, but both sides are Floats.",
                symbol(self.op)
            ))
            .hint(format!("Use `{}`.", symbol(self.instead)))
            .safe_fix(
                format!("Use `{}`", symbol(self.instead)),
                vec![words.replace(self.span, symbol(self.instead))],
            )
    }
}

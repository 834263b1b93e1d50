use crate::problem::words::{Kind, Words, symbol};
use report::Report;
use source::Span;
use syntax::ast::BinaryOp;

/// An operator for floats between ints.
#[derive(Debug, Clone, PartialEq)]
pub struct FloatOperatorOnInts {
    /// Where.
    pub span: Span,
    /// The operator.
    pub op: BinaryOp,
    /// The one for ints.
    pub instead: BinaryOp,
}

impl Kind for FloatOperatorOnInts {
    fn span(&self) -> Span {
        self.span
    }

    fn report(&self, words: &Words<'_>) -> Report {
        Report::error("T0231", "Float operator between Ints", words.at(self.span))
            .label("this operator is for Floats")
            .text(format!(
                "`{}` works on Floats, but both sides are Ints.",
                symbol(self.op)
            ))
            .hint(format!("Use `{}`.", symbol(self.instead)))
            .safe_fix(
                format!("Use `{}`", symbol(self.instead)),
                vec![words.replace(self.span, symbol(self.instead))],
            )
    }
}

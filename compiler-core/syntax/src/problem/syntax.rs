use source::Span;

use super::{Problem, UnexpectedToken, describe};
use crate::grammar::SyntaxError;

impl Problem {
    /// Explains why a rule failed; nothing if the token was reported before.
    pub(crate) fn syntax(text: &str, spans: &[Span], error: &SyntaxError) -> Option<Self> {
        let span = match spans.get(error.at) {
            Some(span) => *span,
            None => spans.last().copied().unwrap_or_default().at_end(),
        };
        if error.found == Some(crate::token::TokenKind::Error) {
            return None;
        }
        Some(Self::UnexpectedToken(UnexpectedToken {
            span,
            found: describe::found(error.found, &text[span.range()]),
            expected: describe::expected(error.expected),
        }))
    }
}

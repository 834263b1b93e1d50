use source::{Name, Span};

use super::{
    ConflictMarker, LookalikeCharacter, Problem, ProceduralOperator, TripleEqual, UnknownCharacter,
    UnterminatedString,
};
use crate::token::TokenKind;

impl Problem {
    /// Explains a token that does not exist in the language, and says what to read in its place.
    pub(crate) fn lexical(text: &str, kind: TokenKind, span: Span) -> (Self, TokenKind) {
        let written = &text[span.range()];
        match kind {
            TokenKind::OpenString => (
                Self::UnterminatedString(UnterminatedString { span }),
                TokenKind::Error,
            ),
            TokenKind::TripleEqual => (
                Self::TripleEqual(TripleEqual { span }),
                TokenKind::EqualEqual,
            ),
            TokenKind::ConflictMarker => (
                Self::ConflictMarker(ConflictMarker { span }),
                TokenKind::Error,
            ),
            TokenKind::Procedural => {
                let problem = ProceduralOperator {
                    span,
                    operator: Name::new(written),
                    simple: Name::new(&written[..1]),
                };
                (Self::ProceduralOperator(problem), TokenKind::Error)
            }
            _ => character(written.chars().next().unwrap_or_default(), span),
        }
    }
}

fn character(character: char, span: Span) -> (Problem, TokenKind) {
    let known = LOOKALIKES.iter().find(|row| row.0 == character);
    let Some((_, description, meant, kind)) = known else {
        let problem = UnknownCharacter { span, character };
        return (Problem::UnknownCharacter(problem), TokenKind::Error);
    };
    let problem = LookalikeCharacter {
        span,
        description,
        meant,
    };
    (Problem::LookalikeCharacter(problem), *kind)
}

/// Characters that are taken for one of the language's, their names, what is meant, and the token
/// to go on with.
const LOOKALIKES: [(char, &str, &str, TokenKind); 30] = {
    use TokenKind as K;
    [
        ('\u{ff08}', "a full-width parenthesis", "(", K::LeftParen),
        ('\u{ff09}', "a full-width parenthesis", ")", K::RightParen),
        ('\u{ff3b}', "a full-width bracket", "[", K::LeftSquare),
        ('\u{ff3d}', "a full-width bracket", "]", K::RightSquare),
        ('\u{ff5b}', "a full-width brace", "{", K::LeftBrace),
        ('\u{ff5d}', "a full-width brace", "}", K::RightBrace),
        ('\u{ff0c}', "a full-width comma", ",", K::Comma),
        ('\u{3001}', "an ideographic comma", ",", K::Comma),
        ('\u{201a}', "a low quotation mark", ",", K::Comma),
        ('\u{ff1a}', "a full-width colon", ":", K::Colon),
        ('\u{ff5c}', "a full-width bar", "|", K::Bar),
        ('\u{ff20}', "a full-width at sign", "@", K::At),
        ('\u{ff1c}', "a full-width less-than sign", "<", K::Less),
        (
            '\u{ff1e}',
            "a full-width greater-than sign",
            ">",
            K::Greater,
        ),
        ('\u{ff0e}', "a full-width full stop", ".", K::Dot),
        ('\u{3002}', "an ideographic full stop", ".", K::Dot),
        ('\u{201c}', "a curved quotation mark", "\"", K::Error),
        ('\u{201d}', "a curved quotation mark", "\"", K::Error),
        ('\u{2013}', "an en dash", "-", K::Minus),
        ('\u{2014}', "an em dash", "-", K::Minus),
        ('\u{2217}', "the mathematical asterisk", "*", K::Star),
        ('\u{2215}', "the mathematical division slash", "/", K::Slash),
        ('\u{a0}', "a no-break space", " ", K::Error),
        ('\u{200b}', "a space without width", " ", K::Error),
        ('\u{0430}', "the Cyrillic letter a", "a", K::Error),
        ('\u{0435}', "the Cyrillic letter ie", "e", K::Error),
        ('\u{043e}', "the Cyrillic letter o", "o", K::Error),
        ('\u{0440}', "the Cyrillic letter er", "p", K::Error),
        ('\u{1d35}', "a modifier letter", "I", K::Error),
        ('\u{ff3e}', "a full-width caret", "^", K::Error),
    ]
};

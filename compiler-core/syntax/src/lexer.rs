//! From text to tokens, comments and blank lines.
//!
//! `logos` finds the longest token at each place. What it cannot know is done here: whether `-1` is
//! a number or a subtraction, and that `t.0.1` holds no float.

use logos::Logos;
use source::Span;

use crate::literal;
use crate::problem::Problem;
use crate::token::{TokenKind, Tokens};
use crate::trivia::{Comment, CommentKind, Trivia};

/// Cuts `text` into tokens. Every byte that is neither in a token nor in a comment is whitespace or
/// the byte order mark. Never fails: what is no token is a [`TokenKind::Error`] and a problem.
pub fn lex(text: &str) -> Lexed {
    let mut reader = Reader {
        text,
        end: 0,
        lexed: Lexed::default(),
    };
    let bom = if text.starts_with('\u{feff}') { 3 } else { 0 };
    reader.end = bom;
    reader.lexed.tokens.kinds.reserve(text.len() / 6);
    reader.lexed.tokens.spans.reserve(text.len() / 6);
    let mut base = bom;
    let mut words = TokenKind::lexer(&text[base..]);
    while let Some(word) = words.next() {
        let kind = word.unwrap_or(TokenKind::Error);
        let range = words.span();
        let span = Span::new((base + range.start) as u32, (base + range.end) as u32);
        let end = reader.word(kind, span);
        // The token was cut short: read on from there.
        if end != span.end {
            base = end as usize;
            words = TokenKind::lexer(&text[base..]);
        }
    }
    reader.blank_lines(text.len());
    reader.lexed
}

/// What [`lex`] finds.
#[derive(Debug, Default)]
pub struct Lexed {
    /// The tokens.
    pub tokens: Tokens,
    /// What stands between them.
    pub trivia: Trivia,
    /// What is wrong with them.
    pub problems: Vec<Problem>,
}

struct Reader<'t> {
    text: &'t str,
    /// Where the last token or comment ended.
    end: usize,
    lexed: Lexed,
}

impl Reader<'_> {
    /// Takes in a token that begins at the start of `span` and says where it really ends.
    fn word(&mut self, kind: TokenKind, span: Span) -> u32 {
        self.blank_lines(span.start as usize);
        let (kind, span) = match kind {
            TokenKind::OpenString => (kind, self.first_line(span)),
            _ => self.split_number(kind, span),
        };
        self.end = span.end as usize;
        match kind {
            TokenKind::Comment => self.comment(span),
            TokenKind::Int | TokenKind::Float => {
                self.push(kind, span);
                literal::check_number(self.text, span, &mut self.lexed.problems);
            }
            TokenKind::String => {
                self.push(kind, span);
                literal::check_string(self.text, span, &mut self.lexed.problems);
            }
            TokenKind::OpenString
            | TokenKind::TripleEqual
            | TokenKind::ConflictMarker
            | TokenKind::Procedural
            | TokenKind::Error => self.wrong(kind, span),
            _ => self.push(kind, span),
        }
        span.end
    }

    fn push(&mut self, kind: TokenKind, span: Span) {
        self.lexed.tokens.push(kind, span);
    }

    fn wrong(&mut self, kind: TokenKind, span: Span) {
        let (problem, meant) = Problem::lexical(self.text, kind, span);
        self.lexed.problems.push(problem);
        self.push(meant, span);
    }

    fn comment(&mut self, span: Span) {
        let kind = match &self.text.as_bytes()[span.range()] {
            [b'/', b'/', b'/', b'/', ..] => CommentKind::Module,
            [b'/', b'/', b'/', ..] => CommentKind::Doc,
            _ => CommentKind::Ordinary,
        };
        self.lexed.trivia.comments.push(Comment { kind, span });
    }

    /// Shortens a number to its sign where it follows a name or number (`x-1`), and to its whole
    /// part after a dot (`t.0.1`, `t.0x1`): an index is decimal.
    fn split_number(&self, kind: TokenKind, span: Span) -> (TokenKind, Span) {
        let previous = self.lexed.tokens.kinds.last().copied();
        let bytes = &self.text.as_bytes()[span.range()];
        if !matches!(kind, TokenKind::Int | TokenKind::Float) {
            return (kind, span);
        }
        let adjacent = self.end == span.start as usize;
        if bytes[0] == b'-' && adjacent && previous.is_some_and(ends_operand) {
            return (TokenKind::Minus, Span::new(span.start, span.start + 1));
        }
        if previous == Some(TokenKind::Dot) && bytes[0] != b'-' {
            let in_whole = |byte: &&u8| byte.is_ascii_digit() || **byte == b'_';
            let whole = bytes.iter().take_while(in_whole).count();
            return (
                TokenKind::Int,
                Span::new(span.start, span.start + whole as u32),
            );
        }
        (kind, span)
    }

    /// What a string without end takes: the rest of its line, so that what follows is still read.
    fn first_line(&self, span: Span) -> Span {
        let written = &self.text[span.range()];
        let length = written.find(['\n', '\r']).unwrap_or(written.len());
        Span::new(span.start, span.start + length as u32)
    }

    /// Records the blank lines between the last token or comment and `next`.
    fn blank_lines(&mut self, next: usize) {
        let gap = &self.text.as_bytes()[self.end..next];
        if gap.len() < 2 {
            return;
        }
        let line_starts = gap.iter().enumerate().filter_map(|(at, byte)| match byte {
            b'\n' => Some(at + 1),
            b'\r' if gap.get(at + 1) != Some(&b'\n') => Some(at + 1),
            _ => None,
        });
        let mut starts = line_starts;
        if let (Some(first), Some(_)) = (starts.next(), starts.next()) {
            self.lexed
                .trivia
                .blank_lines
                .push((self.end + first) as u32);
        }
    }
}

/// Whether a minus directly after this token subtracts.
fn ends_operand(kind: TokenKind) -> bool {
    kind.is_keyword() || matches!(kind, TokenKind::Name | TokenKind::Int | TokenKind::Float)
}

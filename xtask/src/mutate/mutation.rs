//! Changes of one token, and mistakes that people make in one place.

use std::ops::Range;

use generator::Random;
use syntax::lexer::lex;
use syntax::token::{TokenKind, Tokens};

/// A change of a text.
pub(crate) struct Mutation {
    pub(crate) kind: Kind,
    /// What is replaced.
    pub(crate) range: Range<usize>,
    /// By what.
    pub(crate) text: String,
    /// The kind of the token that it is about.
    pub(crate) token: TokenKind,
}

/// The kinds of changes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Kind {
    /// A token is missing.
    Delete,
    /// A token of the same file is put before another.
    Insert,
    /// A token changes places with the next.
    Swap,
    /// A letter of a name is missing, doubled, or has changed places with the next.
    Misspell,
    /// A call lacks one of its arguments.
    DropArgument,
    /// `Ok` for `Error`, `Some` for `None`, or the other way around.
    SwapConstructor,
}

impl Kind {
    /// Those that know nothing of the language.
    pub(crate) const TOKENS: [Self; 3] = [Self::Delete, Self::Insert, Self::Swap];

    /// The kind of that name.
    pub(crate) fn parse(name: &str) -> Option<Self> {
        Some(match name {
            "delete" => Self::Delete,
            "insert" => Self::Insert,
            "swap" => Self::Swap,
            "misspell" => Self::Misspell,
            "drop-argument" => Self::DropArgument,
            "swap-constructor" => Self::SwapConstructor,
            _ => return None,
        })
    }
}

impl Mutation {
    /// The change of some kind at a token, or at the first after it that can be changed like that.
    pub(crate) fn make(kind: Kind, text: &str, token: usize, random: &mut Random) -> Option<Self> {
        let tokens = lex(text).tokens;
        let file = File { text, tokens };
        (token..file.tokens.kinds.len()).find_map(|at| {
            let (range, text) = match kind {
                Kind::Delete => (file.range(at), String::new()),
                Kind::Insert => file.inserted(at, random),
                Kind::Swap => file.swapped(at)?,
                Kind::Misspell => file.misspelt(at, random)?,
                Kind::DropArgument => file.without_argument(at, random)?,
                Kind::SwapConstructor => file.other_constructor(at)?,
            };
            Some(Self {
                kind,
                range,
                text,
                token: file.tokens.kinds[at],
            })
        })
    }

    /// The text after the change.
    pub(crate) fn apply(&self, text: &str) -> String {
        let mut text = text.to_string();
        text.replace_range(self.range.clone(), &self.text);
        text
    }
}

struct File<'t> {
    text: &'t str,
    tokens: Tokens,
}

impl File<'_> {
    fn range(&self, at: usize) -> Range<usize> {
        let span = self.tokens.spans[at];
        span.start as usize..span.end as usize
    }

    fn word(&self, at: usize) -> &str {
        &self.text[self.range(at)]
    }

    fn kind(&self, at: usize) -> Option<TokenKind> {
        self.tokens.kinds.get(at).copied()
    }

    fn before(&self, at: usize) -> Option<TokenKind> {
        self.kind(at.checked_sub(1)?)
    }

    fn inserted(&self, at: usize, random: &mut Random) -> (Range<usize>, String) {
        let start = self.range(at).start;
        let other = random.below(self.tokens.kinds.len());
        (start..start, format!("{} ", self.word(other)))
    }

    fn swapped(&self, at: usize) -> Option<(Range<usize>, String)> {
        self.kind(at + 1)?;
        let (first, second) = (self.range(at), self.range(at + 1));
        let between = &self.text[first.end..second.start];
        let text = format!("{}{between}{}", self.word(at + 1), self.word(at));
        Some((first.start..second.end, text))
    }

    /// Of variables and of functions of the same module, wherever they stand.
    fn misspelt(&self, at: usize, random: &mut Random) -> Option<(Range<usize>, String)> {
        use TokenKind as T;
        let word = self.word(at);
        let is_variable = self.kind(at) == Some(T::Name)
            && word.len() > 2
            && !matches!(self.before(at), Some(T::Dot | T::Slash | T::Import | T::At))
            && !matches!(self.kind(at + 1), Some(T::Dot | T::Slash | T::Colon));
        if !is_variable {
            return None;
        }
        let letter = 1 + random.below(word.len() - 2);
        let mut letters = word.as_bytes().to_vec();
        match random.below(3) {
            0 => drop(letters.remove(letter)),
            1 => letters.insert(letter, letters[letter]),
            _ if letters[letter] == letters[letter + 1] => return None,
            _ => letters.swap(letter, letter + 1),
        }
        Some((self.range(at), String::from_utf8(letters).ok()?))
    }

    fn without_argument(&self, at: usize, random: &mut Random) -> Option<(Range<usize>, String)> {
        use TokenKind as T;
        let is_call = self.kind(at) == Some(T::LeftParen)
            && self.before(at) == Some(T::Name)
            && at.checked_sub(2).and_then(|at| self.kind(at)) != Some(T::Fn)
            && self.range(at - 1).end == self.range(at).start;
        if !is_call {
            return None;
        }
        let mut depth = 0;
        let mut starts = vec![self.range(at).end];
        for index in at.. {
            let here = self.range(index);
            match self.kind(index)? {
                T::LeftParen | T::LeftSquare | T::LeftBrace | T::LtLt => depth += 1,
                T::RightParen | T::RightSquare | T::RightBrace | T::GtGt => depth -= 1,
                T::Comma if depth == 1 => starts.push(here.end),
                _ => {}
            }
            if depth == 0 {
                starts.push(here.start);
                break;
            }
        }
        let arguments = starts.len() - 1;
        let dropped = random.below(arguments);
        let (mut start, end) = (starts[dropped], starts[dropped + 1]);
        // The last argument goes with the comma before it.
        if dropped > 0 && dropped + 1 == arguments {
            start -= 1;
        }
        (!self.text[start..end].trim().is_empty()).then(|| (start..end, String::new()))
    }

    fn other_constructor(&self, at: usize) -> Option<(Range<usize>, String)> {
        let other = match self.word(at) {
            "Ok" => "Error",
            "Error" => "Ok",
            "Some" => "None",
            "None" => "Some",
            _ => return None,
        };
        Some((self.range(at), other.to_string()))
    }
}

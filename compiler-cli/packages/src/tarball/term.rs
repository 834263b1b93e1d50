//! Erlang terms as text, as in `metadata.config`.

use std::iter::Peekable;
use std::str::Chars;

/// A term of the kinds that such files have.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Term {
    /// `<<"text">>`
    Binary(String),
    /// `"text"`
    Text(String),
    /// `true`
    Atom(String),
    /// A number, as it is written.
    Number(String),
    /// `[…]`
    List(Vec<Term>),
    /// `{…}`
    Tuple(Vec<Term>),
}

/// Deeper terms are not read.
const DEPTH: usize = 64;

impl Term {
    /// The text of a binary, a string or an atom.
    pub fn text(&self) -> Option<String> {
        match self {
            Self::Binary(text) | Self::Text(text) | Self::Atom(text) => Some(text.clone()),
            _ => None,
        }
    }

    /// The elements of a list; none of anything else.
    pub fn items(&self) -> &[Term] {
        match self {
            Self::List(items) => items,
            _ => &[],
        }
    }

    /// The second part of a pair whose first is this text.
    pub fn value_for(&self, key: &str) -> Option<&Term> {
        match self {
            Self::Tuple(parts) => match &**parts {
                [first, value] if first.text().as_deref() == Some(key) => Some(value),
                _ => None,
            },
            _ => None,
        }
    }

    /// A binary.
    pub fn binary(text: &str) -> Self {
        Self::Binary(text.to_string())
    }

    /// A pair with a binary as key.
    pub fn pair(key: &str, value: Self) -> Self {
        Self::Tuple(vec![Self::binary(key), value])
    }
}

impl std::fmt::Display for Term {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let all = |f: &mut std::fmt::Formatter<'_>, items: &[Term]| {
            for (index, item) in items.iter().enumerate() {
                let comma = if index == 0 { "" } else { ", " };
                write!(f, "{comma}{item}")?;
            }
            Ok(())
        };
        match self {
            Self::Binary(text) if text.is_ascii() => write!(f, "<<\"{}\">>", escaped(text)),
            Self::Binary(text) => write!(f, "<<\"{}\"/utf8>>", escaped(text)),
            Self::Text(text) => write!(f, "\"{}\"", escaped(text)),
            Self::Atom(text) | Self::Number(text) => f.write_str(text),
            Self::List(items) => {
                f.write_str("[")?;
                all(f, items)?;
                f.write_str("]")
            }
            Self::Tuple(items) => {
                f.write_str("{")?;
                all(f, items)?;
                f.write_str("}")
            }
        }
    }
}

fn escaped(text: &str) -> String {
    let mut escaped = String::new();
    for char in text.chars() {
        match char {
            '"' => escaped.push_str("\\\""),
            '\\' => escaped.push_str("\\\\"),
            '\n' => escaped.push_str("\\n"),
            '\r' => escaped.push_str("\\r"),
            '\t' => escaped.push_str("\\t"),
            char => escaped.push(char),
        }
    }
    escaped
}

/// Reads terms that each end with a full stop.
pub(crate) fn parse_all(text: &str) -> Result<Vec<Term>, String> {
    let mut parser = Parser {
        rest: text.chars().peekable(),
    };
    let mut terms = Vec::new();
    while parser.peek().is_some() {
        terms.push(parser.term(0)?);
        parser.expect('.')?;
    }
    Ok(terms)
}

struct Parser<'a> {
    rest: Peekable<Chars<'a>>,
}

impl Parser<'_> {
    /// The next character that is no space and not in a comment.
    fn peek(&mut self) -> Option<char> {
        loop {
            match self.rest.peek().copied() {
                Some('%') => while self.rest.next_if(|char| *char != '\n').is_some() {},
                Some(char) if char.is_whitespace() => {
                    self.rest.next();
                }
                other => return other,
            }
        }
    }

    fn expect(&mut self, wanted: char) -> Result<(), String> {
        match self.peek() {
            Some(char) if char == wanted => {
                self.rest.next();
                Ok(())
            }
            Some(char) => Err(format!("its facts have `{char}` where `{wanted}` belongs")),
            None => Err("its facts end early".to_string()),
        }
    }

    fn term(&mut self, depth: usize) -> Result<Term, String> {
        if depth > DEPTH {
            return Err("its facts are nested too deeply".to_string());
        }
        match self.peek() {
            Some('<') => self.binary(),
            Some('"') => self.quoted('"').map(Term::Text),
            Some('\'') => self.quoted('\'').map(Term::Atom),
            Some('[') => self.sequence('[', ']', depth).map(Term::List),
            Some('{') => self.sequence('{', '}', depth).map(Term::Tuple),
            Some(char) if char == '-' || char.is_ascii_digit() => Ok(Term::Number(self.word())),
            Some(char) if char.is_alphabetic() => Ok(Term::Atom(self.word())),
            Some(char) => Err(format!("its facts have an unexpected `{char}`")),
            None => Err("its facts end early".to_string()),
        }
    }

    fn word(&mut self) -> String {
        let mut word = String::new();
        let part = |char: &char| char.is_alphanumeric() || matches!(char, '_' | '@' | '-');
        while let Some(char) = self.rest.next_if(part) {
            word.push(char);
        }
        word
    }

    fn sequence(&mut self, open: char, close: char, depth: usize) -> Result<Vec<Term>, String> {
        self.expect(open)?;
        let mut items = Vec::new();
        if self.peek() == Some(close) {
            self.rest.next();
            return Ok(items);
        }
        loop {
            items.push(self.term(depth + 1)?);
            match self.peek() {
                Some(',') => self.expect(',')?,
                _ => {
                    self.expect(close)?;
                    return Ok(items);
                }
            }
        }
    }

    /// `<<"text">>`, `<<"text"/utf8>>`, `<<>>`
    fn binary(&mut self) -> Result<Term, String> {
        self.expect('<')?;
        self.expect('<')?;
        let mut text = String::new();
        while self.peek() != Some('>') {
            text.push_str(&self.quoted('"')?);
            if self.peek() == Some('/') {
                self.rest.next();
                self.word();
            }
            if self.peek() == Some(',') {
                self.rest.next();
            }
        }
        self.expect('>')?;
        self.expect('>')?;
        Ok(Term::Binary(text))
    }

    fn quoted(&mut self, quote: char) -> Result<String, String> {
        self.expect(quote)?;
        let mut text = String::new();
        loop {
            match self.rest.next() {
                None => return Err("its facts end in the middle of a text".to_string()),
                Some(char) if char == quote => return Ok(text),
                Some('\\') => text.push(self.escape()?),
                Some(char) => text.push(char),
            }
        }
    }

    /// What follows a backslash.
    fn escape(&mut self) -> Result<char, String> {
        let unknown = || "its facts have an unknown escape".to_string();
        match self.rest.next() {
            Some('n') => Ok('\n'),
            Some('t') => Ok('\t'),
            Some('r') => Ok('\r'),
            Some('s') => Ok(' '),
            Some('x') => {
                let mut digits = String::new();
                if self.rest.next_if_eq(&'{').is_some() {
                    while let Some(digit) = self.rest.next_if(char::is_ascii_hexdigit) {
                        digits.push(digit);
                    }
                    self.rest.next_if_eq(&'}');
                } else {
                    digits.extend(self.rest.by_ref().take(2));
                }
                let code = u32::from_str_radix(&digits, 16).map_err(|_| unknown())?;
                char::from_u32(code).ok_or_else(unknown)
            }
            Some(char) => Ok(char),
            None => Err(unknown()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_printed_is_read() {
        let text = "% facts\n{<<\"name\">>, <<\"w\u{f8}bble \\\"x\\\"\\n\"/utf8>>}.\n{<<\"n\">>,[{a,-1},{},[],\"t\",'q r']}.";
        let terms = parse_all(text).unwrap();
        assert_eq!(
            terms[0].value_for("name"),
            Some(&Term::binary("w\u{f8}bble \"x\"\n"))
        );
        let printed = terms[0].to_string() + ".";
        assert_eq!(parse_all(&printed).unwrap(), terms[..1]);
        assert_eq!(terms[1].value_for("n").unwrap().items().len(), 5);
    }

    #[test]
    fn what_is_no_term_is_refused() {
        let deep = "[".repeat(100_000);
        for text in ["{", "{a", "<<\"x", "a b.", "\"\\", "]", "a", &deep] {
            assert!(parse_all(text).is_err(), "{}", &text[..text.len().min(9)]);
        }
    }
}

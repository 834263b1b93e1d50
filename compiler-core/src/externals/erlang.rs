//! What an Erlang source file exports, found without a preprocessor.
//!
//! All branches of `-ifdef` are taken together: what none of them exports is not there. Where a
//! macro, an unknown header or a parse transform may add to the exports, nothing is known.

use std::collections::BTreeSet;
use std::iter::Peekable;
use std::str::CharIndices;

/// The functions that `text` exports, with their arities; `header` gives the text of a header file
/// that `-include` names. Nothing if that cannot be told for certain.
pub(super) fn exports(
    text: &str,
    header: &dyn Fn(&str) -> Option<String>,
) -> Option<BTreeSet<(String, usize)>> {
    let mut found = Found::default();
    let mut texts = vec![text.to_string()];
    let mut included = BTreeSet::new();
    while let Some(text) = texts.pop() {
        let tokens = tokens(&text)?;
        for form in tokens.split(|token| *token == Token::Dot) {
            found.form(form)?;
        }
        for name in std::mem::take(&mut found.headers) {
            if included.insert(name.clone()) {
                texts.push(header(&name)?);
            }
        }
    }
    let mut exports = found.exports;
    if found.all {
        exports.extend(found.defined);
    }
    // They come with every module.
    exports.extend([0, 1].map(|arity| ("module_info".to_string(), arity)));
    Some(exports)
}

#[derive(Default)]
struct Found {
    exports: BTreeSet<(String, usize)>,
    defined: BTreeSet<(String, usize)>,
    all: bool,
    headers: Vec<String>,
}

impl Found {
    /// Takes in a form; nothing if it may mean anything.
    fn form(&mut self, form: &[Token]) -> Option<()> {
        match form {
            [Token::Sign('-'), Token::Atom(name), rest @ ..] => self.attribute(name, rest),
            // A macro may be an attribute or a function.
            [Token::Sign('?'), ..] => None,
            [Token::Atom(name), Token::Sign('('), rest @ ..] => {
                self.defined.insert((name.clone(), arity(rest)));
                Some(())
            }
            _ => Some(()),
        }
    }

    fn attribute(&mut self, name: &str, rest: &[Token]) -> Option<()> {
        match name {
            "export" => self.export(rest),
            "compile" => self.compile(rest),
            "include" | "include_lib" => {
                let [Token::Sign('('), Token::Text(path), Token::Sign(')')] = rest else {
                    return None;
                };
                self.headers.push(path.clone());
                Some(())
            }
            // Attributes without a dot of their own.
            "else" | "endif" => self.form(rest),
            _ => Some(()),
        }
    }

    /// `([f/1, g/2])`
    fn export(&mut self, rest: &[Token]) -> Option<()> {
        let [
            Token::Sign('('),
            Token::Sign('['),
            list @ ..,
            Token::Sign(']'),
            Token::Sign(')'),
        ] = rest
        else {
            return None;
        };
        for entry in list.split(|token| *token == Token::Sign(',')) {
            match entry {
                [Token::Atom(name), Token::Sign('/'), Token::Number(arity)] => {
                    self.exports.insert((name.clone(), arity.parse().ok()?));
                }
                [] => {}
                _ => return None,
            }
        }
        Some(())
    }

    fn compile(&mut self, rest: &[Token]) -> Option<()> {
        for token in rest {
            match token {
                Token::Sign('?') => return None,
                Token::Atom(name) if name == "parse_transform" => return None,
                Token::Atom(name) if name == "export_all" => self.all = true,
                _ => {}
            }
        }
        Some(())
    }
}

/// How many patterns stand before the parenthesis that closes a function's head.
fn arity(tokens: &[Token]) -> usize {
    let mut depth = 0usize;
    let mut commas = 0;
    for (index, token) in tokens.iter().enumerate() {
        match token {
            Token::Sign('(' | '[' | '{') => depth += 1,
            Token::Sign(')') if depth == 0 => return if index == 0 { 0 } else { commas + 1 },
            Token::Sign(')' | ']' | '}') => depth = depth.saturating_sub(1),
            Token::Sign(',') if depth == 0 => commas += 1,
            _ => {}
        }
    }
    commas + 1
}

#[derive(Debug, Clone, PartialEq, Eq)]
enum Token {
    Atom(String),
    Variable,
    Number(String),
    Text(String),
    Char,
    Sign(char),
    /// The end of a form.
    Dot,
}

/// The tokens of a file; nothing if it is not clear where texts end.
fn tokens(text: &str) -> Option<Vec<Token>> {
    let mut tokens = Vec::new();
    let mut rest = text.char_indices().peekable();
    while let Some((at, first)) = rest.next() {
        match first {
            '%' => skip(&mut rest, |next| next != '\n'),
            // Texts of three quotes have rules of their own, which older releases do not know.
            '"' if text[at..].starts_with("\"\"\"") => return None,
            '"' => tokens.push(Token::Text(quoted(&mut rest, '"')?)),
            '\'' => tokens.push(Token::Atom(quoted(&mut rest, '\'')?)),
            // A sigil chooses its own quotes.
            '~' => return None,
            '$' => tokens.push(character(&mut rest)),
            '.' if ends_form(&mut rest) => tokens.push(Token::Dot),
            _ if first.is_whitespace() => {}
            _ if first.is_ascii_digit() => {
                skip(&mut rest, is_word);
                tokens.push(Token::Number(slice(text, at, &mut rest)));
            }
            _ if is_word(first) => {
                skip(&mut rest, is_word);
                let word = slice(text, at, &mut rest);
                let variable = first.is_uppercase() || first == '_';
                tokens.push(if variable {
                    Token::Variable
                } else {
                    Token::Atom(word)
                });
            }
            _ => tokens.push(Token::Sign(first)),
        }
    }
    Some(tokens)
}

type Rest<'a> = Peekable<CharIndices<'a>>;

fn is_word(next: char) -> bool {
    next.is_alphanumeric() || matches!(next, '_' | '@')
}

fn skip(rest: &mut Rest<'_>, wanted: impl Fn(char) -> bool) {
    while rest.next_if(|(_, next)| wanted(*next)).is_some() {}
}

fn slice(text: &str, from: usize, rest: &mut Rest<'_>) -> String {
    let to = rest.peek().map_or(text.len(), |(at, _)| *at);
    text[from..to].to_string()
}

/// A dot is the end where nothing, space or a comment follows.
fn ends_form(rest: &mut Rest<'_>) -> bool {
    rest.peek()
        .is_none_or(|(_, next)| next.is_whitespace() || *next == '%')
}

/// Up to `quote`. Escapes other than of quotes and backslashes stay as they are: a name that has
/// them is nobody's.
fn quoted(rest: &mut Rest<'_>, quote: char) -> Option<String> {
    let mut text = String::new();
    loop {
        let (_, next) = rest.next()?;
        match next {
            '\\' => {
                let (_, escaped) = rest.next()?;
                if escaped != quote && escaped != '\\' {
                    text.push('\\');
                }
                text.push(escaped);
            }
            _ if next == quote => return Some(text),
            _ => text.push(next),
        }
    }
}

/// `$x`, `$\x`, `$\^x`: what is longer goes on as a number or word, which does no harm.
fn character(rest: &mut Rest<'_>) -> Token {
    if let Some((_, '\\')) = rest.next()
        && let Some((_, '^')) = rest.next()
    {
        rest.next();
    }
    Token::Char
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(text: &str) -> Option<Vec<String>> {
        let header = |name: &str| (name == "own.hrl").then(|| "-export([h/1]).\n".to_string());
        let exports = exports(text, &header)?;
        let names = exports.iter().filter(|(name, _)| name != "module_info");
        Some(
            names
                .map(|(name, arity)| format!("{name}/{arity}"))
                .collect(),
        )
    }

    #[test]
    fn reads_lists_of_exports() {
        let text = "-module(m).\n-export([a/1, 'b c'/2,\n  % not/1,\n  d/0]).\n-export([]).\n\
                    -export([ e/3 ]). % -export([f/1]).\n-export_type([t/0]).\na(X) -> X.\n";
        assert_eq!(found(text).unwrap(), ["a/1", "b c/2", "d/0", "e/3"]);
    }

    #[test]
    fn texts_and_comments_hide_nothing() {
        let text = "f() -> \"-export([x/1]). \\\" %\", '-export([y/1]).', $\", $', $%, $\\\", $\\^a,\
                    \n 1.5, X#r.f, <<\"\\\\\">>.\n-export([z/1]).\n";
        assert_eq!(found(text).unwrap(), ["z/1"]);
    }

    #[test]
    fn all_branches_count() {
        let text = "-ifdef(TEST).\n-export([a/1]).\n-else.\n-export([b/1]).\n-endif.\n";
        assert_eq!(found(text).unwrap(), ["a/1", "b/1"]);
    }

    #[test]
    fn export_all_exports_what_is_defined() {
        let text = "-compile([export_all, nowarn_export_all]).\n\
                    a() -> b(1, 2).\nb({X, _}, [Y, Z | _]) when X > Y -> c(Z);\nb(_, _) -> 1.\n";
        assert_eq!(found(text).unwrap(), ["a/0", "b/2"]);
    }

    #[test]
    fn headers_at_hand_are_read() {
        assert_eq!(
            found("-include(\"own.hrl\").\n-export([a/1]).\n").unwrap(),
            ["a/1", "h/1"]
        );
    }

    #[test]
    fn keeps_silent_when_in_doubt() {
        for text in [
            "-export(?API).",
            "-export([a/1, ?B]).",
            "-include(\"other.hrl\").",
            "-include_lib(\"eunit/include/eunit.hrl\").",
            "-compile({parse_transform, x}).",
            "-compile(?OPTIONS).",
            "?EXPORTS.",
            "f() -> \"\"\"\n text\n \"\"\".",
            "f() -> ~\"x\".",
            "f() -> \"open.",
            "f() -> 'open.",
        ] {
            assert_eq!(found(text), None, "{text}");
        }
    }
}

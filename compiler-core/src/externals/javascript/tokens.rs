//! The tokens of a JavaScript module that stand outside of all brackets, and those of `export {…}`.

use std::iter::Peekable;
use std::str::CharIndices;

/// A token at the top.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Token {
    /// A name, keyword or number.
    Word(String),
    /// A string without substitutions.
    Text(String),
    /// The tokens between the braces that stand right after `export`.
    List(Vec<Token>),
    /// Any other.
    Sign(char),
}

/// The tokens of `text`; nothing if it is not clear where texts and regular expressions end.
pub(super) fn tokens(text: &str) -> Option<Vec<Token>> {
    let mut lexer = Lexer {
        text,
        rest: text.char_indices().peekable(),
        open: Vec::new(),
        before: Before::Operator,
        top: Vec::new(),
    };
    if text.starts_with("#!") {
        lexer.skip(|next| next != '\n');
    }
    while let Some((at, first)) = lexer.rest.next() {
        lexer.token(at, first)?;
    }
    lexer.open.is_empty().then_some(lexer.top)
}

struct Lexer<'a> {
    text: &'a str,
    rest: Peekable<CharIndices<'a>>,
    open: Vec<Open>,
    before: Before,
    top: Vec<Token>,
}

/// What is open.
enum Open {
    Bracket,
    /// Whether a statement follows the parenthesis that closes it, as after `if (…)`.
    Parenthesis {
        head: bool,
    },
    Brace,
    /// What `export {` lists.
    List(Vec<Token>),
    /// `${` in a template.
    Substitution,
}

/// What the last token was, as far as it tells what a slash means.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Before {
    /// The end of a value: a slash divides.
    Value,
    /// An operator or keyword: a slash begins a regular expression.
    Operator,
    /// `if`, `while`, `for` or `with`.
    Head,
    /// A dot: the next word is a property.
    Dot,
    /// The word `export`.
    Export,
    /// `}`, `++` or `--`: a slash may be either.
    Unclear,
}

impl Lexer<'_> {
    fn token(&mut self, at: usize, first: char) -> Option<()> {
        match first {
            '"' | '\'' => self.string(first)?,
            '`' => self.template()?,
            '/' => self.slash()?,
            '(' | '[' | '{' => self.open(first),
            ')' | ']' | '}' => self.close(first)?,
            // Names may be written in many ways with it.
            '\\' => return None,
            _ if first.is_whitespace() => {}
            _ if is_word(first) => self.word(at),
            _ => self.sign(first),
        }
        Some(())
    }

    fn add(&mut self, token: Token, before: Before) {
        match self.open.last_mut() {
            None => self.top.push(token),
            Some(Open::List(list)) => list.push(token),
            Some(_) => {}
        }
        self.before = before;
    }

    fn skip(&mut self, wanted: impl Fn(char) -> bool) {
        while self.rest.next_if(|(_, next)| wanted(*next)).is_some() {}
    }

    fn word(&mut self, at: usize) {
        self.skip(is_word);
        let end = self.rest.peek().map_or(self.text.len(), |(at, _)| *at);
        let word = &self.text[at..end];
        let before = match word {
            _ if self.before == Before::Dot => Before::Value,
            "export" => Before::Export,
            "if" | "while" | "for" | "with" => Before::Head,
            "return" | "typeof" | "case" | "in" | "of" | "do" | "else" | "void" | "delete"
            | "throw" | "new" | "instanceof" | "yield" | "await" | "default" => Before::Operator,
            _ => Before::Value,
        };
        // A property is no keyword.
        if self.before == Before::Dot {
            return self.add(Token::Sign('_'), before);
        }
        self.add(Token::Word(word.to_string()), before);
    }

    fn sign(&mut self, sign: char) {
        let doubled =
            matches!(sign, '+' | '-') && self.rest.next_if(|(_, next)| *next == sign).is_some();
        let before = match sign {
            _ if doubled => Before::Unclear,
            '.' => Before::Dot,
            _ => Before::Operator,
        };
        self.add(Token::Sign(sign), before);
    }

    fn open(&mut self, sign: char) {
        let head = self.before == Before::Head;
        let listing = self.before == Before::Export;
        self.open.push(match sign {
            '(' => Open::Parenthesis { head },
            '[' => Open::Bracket,
            _ if listing && self.open.is_empty() => Open::List(Vec::new()),
            _ => Open::Brace,
        });
        // What is taken apart must be seen.
        if self.open.len() == 1 && !matches!(self.open[0], Open::List(_)) {
            self.top.push(Token::Sign(sign));
        }
        self.before = Before::Operator;
    }

    fn close(&mut self, sign: char) -> Option<()> {
        match (sign, self.open.pop()?) {
            (')', Open::Parenthesis { head: true }) => self.before = Before::Operator,
            (')', Open::Parenthesis { head: false }) | (']', Open::Bracket) => {
                self.before = Before::Value;
            }
            ('}', Open::Brace) => self.before = Before::Unclear,
            ('}', Open::List(list)) => {
                self.add(Token::List(list), Before::Unclear);
            }
            ('}', Open::Substitution) => return self.template(),
            _ => return None,
        }
        Some(())
    }

    /// After the first quote. A string ends on its line, unless a backslash ends the line.
    fn string(&mut self, quote: char) -> Option<()> {
        let mut text = String::new();
        loop {
            match self.rest.next()?.1 {
                '\\' => text.push(self.rest.next()?.1),
                '\n' => return None,
                next if next == quote => break,
                next => text.push(next),
            }
        }
        self.add(Token::Text(text), Before::Value);
        Some(())
    }

    /// In a template, up to its end or the next `${`.
    fn template(&mut self) -> Option<()> {
        loop {
            match self.rest.next()?.1 {
                '\\' => {
                    self.rest.next()?;
                }
                '`' => {
                    self.add(Token::Sign('`'), Before::Value);
                    return Some(());
                }
                '$' if self.rest.next_if(|(_, next)| *next == '{').is_some() => {
                    self.open.push(Open::Substitution);
                    self.before = Before::Operator;
                    return Some(());
                }
                _ => {}
            }
        }
    }

    fn slash(&mut self) -> Option<()> {
        match self.rest.peek() {
            Some((_, '/')) => {
                self.skip(|next| next != '\n');
                Some(())
            }
            Some((_, '*')) => self.comment(),
            _ => match self.before {
                Before::Value => {
                    self.add(Token::Sign('/'), Before::Operator);
                    Some(())
                }
                Before::Operator => self.regex(),
                Before::Head | Before::Dot | Before::Export | Before::Unclear => None,
            },
        }
    }

    fn comment(&mut self) -> Option<()> {
        self.rest.next();
        loop {
            if self.rest.next()?.1 == '*' && self.rest.next_if(|(_, next)| *next == '/').is_some() {
                return Some(());
            }
        }
    }

    /// After the first slash; a slash in a class of characters is not the last.
    fn regex(&mut self) -> Option<()> {
        let mut class = false;
        loop {
            match self.rest.next()?.1 {
                '\\' => {
                    self.rest.next()?;
                }
                '\n' => return None,
                '[' => class = true,
                ']' => class = false,
                '/' if !class => break,
                _ => {}
            }
        }
        self.skip(is_word);
        self.add(Token::Sign('/'), Before::Value);
        Some(())
    }
}

fn is_word(next: char) -> bool {
    next.is_alphanumeric() || matches!(next, '_' | '$' | '#')
}

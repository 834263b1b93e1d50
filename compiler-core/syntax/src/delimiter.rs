//! Finds brackets without a partner and puts the missing ones in, so that the grammar only ever
//! recovers inside of brackets that match.
//!
//! Where a closing bracket is missing is guessed from the layout: what an opening bracket holds is
//! indented more than the line that it stands on.

use source::Span;

use crate::problem::{Problem, UnclosedDelimiter, UnmatchedCloser};
use crate::token::{TokenKind as K, Tokens};

/// The tokens, with brackets that match. An added bracket has an empty span.
pub(crate) fn repair(
    text: &str,
    kinds: &[K],
    spans: &[Span],
    problems: &mut Vec<Problem>,
) -> Tokens {
    let mut scan = Scan {
        layout: layout(text, spans),
        kinds,
        spans,
        open: Vec::new(),
        counts: [0; K::COUNT],
        added: Vec::new(),
        removed: Vec::new(),
    };
    for index in 0..kinds.len() {
        scan.token(index);
    }
    while let Some(opener) = scan.open.pop() {
        scan.add_closer(opener, kinds.len());
    }
    scan.report(problems);
    scan.repaired()
}

struct Scan<'t> {
    layout: Vec<Place>,
    kinds: &'t [K],
    spans: &'t [Span],
    open: Vec<Opener>,
    /// How many of each kind are open.
    counts: [u32; K::COUNT],
    /// The openers that lack a closer, the closers, and the tokens before which they belong.
    added: Vec<(usize, K, usize)>,
    /// The closers that close nothing.
    removed: Vec<usize>,
}

#[derive(Clone, Copy)]
struct Opener {
    index: usize,
    closer: K,
    /// How far its line is indented.
    indent: u32,
    /// The first token after it that starts a line which is not indented more.
    dedent: Option<usize>,
}

impl Scan<'_> {
    fn token(&mut self, index: usize) {
        let kind = self.kinds[index];
        if !kind.is_closer() {
            self.note_dedent(index);
        }
        if kind == K::LeftBrace {
            self.end_params(index);
        }
        if let Some(closer) = kind.closer() {
            self.counts[closer as usize] += 1;
            self.open.push(Opener {
                index,
                closer,
                indent: self.layout[index].indent,
                dedent: None,
            });
        } else if kind.is_closer() {
            self.close(index, kind);
        }
    }

    /// A brace begins a body: `fn wibble(a, b {` lacks its `)`, for parameters hold no braces.
    fn end_params(&mut self, brace: usize) {
        let inside = self
            .open
            .iter()
            .rev()
            .take_while(|opener| opener.closer != K::RightBrace);
        let outermost = inside
            .enumerate()
            .filter(|(_, opener)| self.holds_params(opener.index))
            .map(|(depth, _)| depth + 1)
            .last();
        for _ in 0..outermost.unwrap_or(0) {
            if let Some(opener) = self.open.pop() {
                self.add_closer(opener, brace);
            }
        }
    }

    fn holds_params(&self, opener: usize) -> bool {
        let before = |back: usize| opener.checked_sub(back).map(|index| self.kinds[index]);
        before(1) == Some(K::Fn) || (before(1) == Some(K::Name) && before(2) == Some(K::Fn))
    }

    fn note_dedent(&mut self, index: usize) {
        let place = self.layout[index];
        if !place.starts_line {
            return;
        }
        for opener in self.open.iter_mut().rev() {
            if opener.indent < place.indent || opener.dedent.is_some() {
                break;
            }
            opener.dedent = Some(index);
        }
    }

    fn close(&mut self, index: usize, kind: K) {
        while self.lacks_closer(index, kind)
            && let Some(opener) = self.open.pop()
        {
            self.add_closer(opener, index);
        }
        match self.open.pop_if(|opener| opener.closer == kind) {
            Some(opener) => {
                self.counts[kind as usize] -= 1;
                // A guess that lies inside of this pair is wrong.
                if let Some(outer) = self.open.last_mut() {
                    outer.dedent = outer.dedent.filter(|dedent| *dedent < opener.index);
                }
            }
            None => self.removed.push(index),
        }
    }

    /// Whether the closer at `index` is not for the innermost opener, but for one around it.
    fn lacks_closer(&self, index: usize, kind: K) -> bool {
        let Some(opener) = self.open.last() else {
            return false;
        };
        if opener.closer != kind {
            // Other brackets never reach out of braces.
            return self.counts[kind as usize] > 0
                && (kind == K::RightBrace || opener.closer != K::RightBrace);
        }
        let place = self.layout[index];
        kind == K::RightBrace
            && self.counts[kind as usize] > 1
            && opener.dedent.is_some()
            && place.starts_line
            && place.indent < opener.indent
    }

    fn add_closer(&mut self, opener: Opener, before: usize) {
        self.counts[opener.closer as usize] -= 1;
        // What stands inside of it must be closed first.
        let inner = self
            .added
            .last()
            .filter(|(inner, ..)| *inner > opener.index)
            .map_or(0, |(.., at)| *at);
        let at = opener.dedent.unwrap_or(before).max(inner);
        self.added.push((opener.index, opener.closer, at));
    }

    /// Says nothing if a token could not be read: a bracket may be hidden in it.
    fn report(&self, problems: &mut Vec<Problem>) {
        if self.kinds.contains(&K::Error) {
            return;
        }
        for (opener, closer, _) in &self.added {
            problems.push(Problem::UnclosedDelimiter(UnclosedDelimiter {
                span: self.spans[*opener],
                opener: bracket(self.kinds[*opener]),
                closer: bracket(*closer),
            }));
        }
        for closer in &self.removed {
            problems.push(Problem::UnmatchedCloser(UnmatchedCloser {
                span: self.spans[*closer],
                closer: bracket(self.kinds[*closer]),
            }));
        }
    }

    fn repaired(mut self) -> Tokens {
        self.added.sort_by_key(|(.., at)| *at);
        let mut added = self.added.into_iter().peekable();
        let mut removed = self.removed.into_iter().peekable();
        let mut tokens = Tokens::default();
        for index in 0..=self.kinds.len() {
            while let Some((_, closer, _)) = added.next_if(|(.., at)| *at == index) {
                let end = tokens.spans.last().copied().unwrap_or_default().at_end();
                tokens.push(closer, end);
            }
            if removed.next_if_eq(&index).is_none() && index < self.kinds.len() {
                tokens.push(self.kinds[index], self.spans[index]);
            }
        }
        tokens
    }
}

fn bracket(kind: K) -> &'static str {
    match kind {
        K::LeftParen => "(",
        K::RightParen => ")",
        K::LeftSquare => "[",
        K::RightSquare => "]",
        K::LeftBrace => "{",
        K::RightBrace => "}",
        K::LtLt => "<<",
        _ => ">>",
    }
}

/// For each token, how far its line is indented and whether it is the first there.
pub(crate) fn layout(text: &str, spans: &[Span]) -> Vec<Place> {
    let mut indent = 0;
    let places = spans.iter().map(|span| {
        let column = column_of_first(text, span.start);
        indent = column.unwrap_or(indent);
        Place {
            indent,
            starts_line: column.is_some(),
        }
    });
    places.collect()
}

/// Where a token stands on its line.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Place {
    /// How many bytes of whitespace its line begins with.
    pub(crate) indent: u32,
    /// Whether nothing else stands before it.
    pub(crate) starts_line: bool,
}

/// The column of `offset` if only whitespace stands before it on its line.
pub(crate) fn column_of_first(text: &str, offset: u32) -> Option<u32> {
    let before = text.as_bytes()[..offset as usize].iter().rev();
    let mut column = 0;
    for byte in before {
        match byte {
            b' ' | b'\t' | 0x0c => column += 1,
            b'\n' | b'\r' => break,
            _ => return None,
        }
    }
    Some(column)
}

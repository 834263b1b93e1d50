//! Finds brackets without a partner and puts the missing ones in, so that the grammar only ever
//! recovers inside of brackets that match.
//!
//! Which bracket is wrong is what makes all others right at the least price ([`search`]). Where a missing
//! one belongs is guessed from the layout: what an opening bracket holds is indented more than the line
//! that it stands on.

mod layout;
mod search;

use source::Span;

pub(crate) use layout::{Place, column_of_first, layout};
use search::{Change, search};

use crate::problem::{
    MissingOpener, Problem, SwappedBrackets, UnclosedDelimiter, UnmatchedCloser, WrongCloser,
};
use crate::token::{TokenKind as K, Tokens};

/// The tokens, with brackets that match. An added bracket has an empty span.
pub(crate) fn repair(
    text: &str,
    kinds: &[K],
    spans: &[Span],
    problems: &mut Vec<Problem>,
) -> Tokens {
    let places = layout(text, spans);
    let changes = search(kinds, &places);
    let mut repair = Repair {
        kinds: kinds.to_vec(),
        spans: spans.to_vec(),
        places,
        removed: vec![false; kinds.len()],
        added: Vec::new(),
        problems: Vec::new(),
    };
    // Pairs are known when all but the unclosed brackets are in order.
    for change in &changes {
        repair.reorder(*change);
    }
    let partners = repair.partners();
    for change in changes {
        repair.make(change, &partners);
    }
    // Says nothing if a token could not be read: a bracket may be hidden in it.
    if !kinds.contains(&K::Error) {
        problems.append(&mut repair.problems);
    }
    repair.tokens()
}

struct Repair {
    kinds: Vec<K>,
    spans: Vec<Span>,
    places: Vec<Place>,
    removed: Vec<bool>,
    /// The tokens before which brackets are missing.
    added: Vec<(usize, K)>,
    problems: Vec<Problem>,
}

impl Repair {
    fn reorder(&mut self, change: Change) {
        match change {
            Change::Swapped { first } => {
                self.problems
                    .push(Problem::SwappedBrackets(SwappedBrackets {
                        span: self.spans[first].to(self.spans[first + 1]),
                        first: bracket(self.kinds[first + 1]),
                        second: bracket(self.kinds[first]),
                    }));
                self.kinds.swap(first, first + 1);
            }
            Change::Wrong { opener, closer } => {
                let right = self.kinds[opener].closer().unwrap_or(self.kinds[closer]);
                self.problems.push(Problem::WrongCloser(WrongCloser {
                    span: self.spans[closer],
                    opener: self.spans[opener],
                    found: bracket(self.kinds[closer]),
                    wanted: bracket(right),
                }));
                self.kinds[closer] = right;
            }
            Change::Extra { closer } => self.removed[closer] = true,
            Change::Unclosed { .. } => {}
        }
    }

    /// For each opener its closer, if it has one.
    fn partners(&self) -> Vec<Option<usize>> {
        let mut partners = vec![None; self.kinds.len()];
        let mut open: Vec<usize> = Vec::new();
        for (index, kind) in self.kinds.iter().enumerate() {
            if kind.closer().is_some() {
                open.push(index);
            } else if kind.is_closer() && !self.removed[index] {
                while let Some(opener) = open.pop() {
                    if self.kinds[opener].closer() == Some(*kind) {
                        partners[opener] = Some(index);
                        break;
                    }
                }
            }
        }
        partners
    }

    fn make(&mut self, change: Change, partners: &[Option<usize>]) {
        match change {
            Change::Unclosed { opener, before } => self.add_closer(opener, before, partners),
            Change::Extra { closer } => self.add_opener(closer, partners),
            Change::Wrong { .. } | Change::Swapped { .. } => {}
        }
    }

    /// The closer belongs where the indentation ends, but not into what stands in brackets.
    fn add_closer(&mut self, opener: usize, before: usize, partners: &[Option<usize>]) {
        let Some(closer) = self.kinds[opener].closer() else {
            return;
        };
        let indent = self.places[opener].indent;
        // What stands inside of it is closed first.
        let inner = self.added.last().map_or(0, |(inner, _)| *inner);
        let mut at = inner.max(opener + 1);
        while at < before {
            let place = self.places[at];
            if place.starts_line && place.indent <= indent && !self.kinds[at].is_closer() {
                break;
            }
            at = partners[at].map_or(at + 1, |partner| partner + 1);
        }
        let at = at.min(before);
        self.problems
            .push(Problem::UnclosedDelimiter(UnclosedDelimiter {
                span: self.spans[opener],
                opener: bracket(self.kinds[opener]),
                closer: bracket(closer),
                end: self.end_before(at),
            }));
        self.added.push((at, closer));
    }

    fn end_before(&self, at: usize) -> Span {
        let before = at.checked_sub(1).and_then(|index| self.spans.get(index));
        before.copied().unwrap_or_default().at_end()
    }

    /// A closing bracket that starts a line belongs to the nearest line above that is indented as
    /// it is, if more deeply indented lines stand between: there its opener is missing.
    fn add_opener(&mut self, closer: usize, partners: &[Option<usize>]) {
        let kind = self.kinds[closer];
        match self.line_without_opener(closer, partners) {
            Some(at) => {
                self.problems.push(Problem::MissingOpener(MissingOpener {
                    span: self.spans[at],
                    closer: self.spans[closer],
                    opener: bracket(opener_of(kind)),
                    found: bracket(kind),
                }));
                self.removed[closer] = false;
                self.added.push((at + 1, opener_of(kind)));
            }
            None => self
                .problems
                .push(Problem::UnmatchedCloser(UnmatchedCloser {
                    span: self.spans[closer],
                    closer: bracket(kind),
                })),
        }
    }

    /// The last token of that line.
    fn line_without_opener(&self, closer: usize, partners: &[Option<usize>]) -> Option<usize> {
        let place = self.places[closer];
        if !place.starts_line || self.kinds[closer] == K::GtGt {
            return None;
        }
        let first = (0..closer).rev().find(|index| {
            let above = self.places[*index];
            above.starts_line && above.indent <= place.indent
        })?;
        let line = self.places[first].line;
        let last = (first..closer)
            .take_while(|index| self.places[*index].line == line)
            .last()?;
        let is_head = self.places[first].indent == place.indent
            && !self.kinds[first].is_closer()
            && last + 1 < closer
            && self.kinds[last].closer().is_none();
        // Pairs that begin before and end after that place would be cut in two.
        let is_cut = (first..=last).any(|index| partners[index].is_some_and(|end| end > last));
        (is_head && !is_cut).then_some(last)
    }

    fn tokens(mut self) -> Tokens {
        self.added.sort_by_key(|(at, _)| *at);
        let mut added = self.added.into_iter().peekable();
        let mut tokens = Tokens::default();
        for index in 0..=self.kinds.len() {
            while let Some((_, kind)) = added.next_if(|(at, _)| *at == index) {
                let end = tokens.spans.last().copied().unwrap_or_default().at_end();
                tokens.push(kind, end);
            }
            if index < self.kinds.len() && !self.removed[index] {
                tokens.push(self.kinds[index], self.spans[index]);
            }
        }
        tokens
    }
}

fn opener_of(closer: K) -> K {
    match closer {
        K::RightParen => K::LeftParen,
        K::RightSquare => K::LeftSquare,
        K::RightBrace => K::LeftBrace,
        _ => K::LtLt,
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

//! Which definitions are not known for what they are, because there is a syntax error in what others
//! see of them. Uses of them must not be reported.

use std::collections::BTreeSet;
use std::ops::Range;

use report::Severity;
use source::{FileId, LineIndex, Name, Span};

use crate::outline;
use crate::problem::Problem;
use crate::token::{TokenKind as K, Tokens};

/// The names that such definitions may have; the empty name stands for one that is not to be found.
pub(crate) fn names(
    text: &str,
    file: FileId,
    tokens: &Tokens,
    problems: &[Problem],
) -> BTreeSet<Name> {
    let reports = problems.iter().map(|problem| problem.report(file));
    let errors = reports.filter(|report| report.severity == Severity::Error);
    let spans = errors.filter_map(|report| report.location());
    let spans: Vec<Span> = spans.map(|location| location.span).collect();
    let mut names = BTreeSet::new();
    if spans.is_empty() {
        return names;
    }
    let lines = LineIndex::new(text);
    for item in outline::items(text, tokens) {
        let here = Place {
            text,
            tokens,
            range: item,
        };
        let body = here.body();
        let (from, to) = here.bounds();
        let inside = spans
            .iter()
            .filter(|span| from <= span.start && span.start < to);
        let (heads, bodies): (Vec<&Span>, Vec<&Span>) = inside.partition(|span| {
            tokens
                .spans
                .get(body)
                .is_none_or(|body| span.start <= body.start)
        });
        // What a function returns may only be known from its body.
        let is_annotated = here.kinds(body).contains(&K::RightArrow);
        if !heads.is_empty() || !(bodies.is_empty() || is_annotated) {
            names.extend(here.names(body));
        }
        // A definition without its first word looks like a part of the one before.
        let first = here.first_line(&lines);
        let wrong = heads.into_iter().chain(bodies);
        let wrong: BTreeSet<u32> = wrong.map(|span| lines.line(span.start)).collect();
        for line in wrong {
            let at_margin = lines.start_of(line).is_some_and(|start| {
                text[start as usize..].starts_with(|first: char| !first.is_whitespace())
            });
            if at_margin && first != Some(line) {
                names.extend(here.first_word_on(line, &lines));
            }
        }
    }
    names
}

struct Place<'t> {
    text: &'t str,
    tokens: &'t Tokens,
    range: Range<usize>,
}

impl Place<'_> {
    /// The bytes from its first to the next item's first token.
    fn bounds(&self) -> (u32, u32) {
        let start = |index: usize| self.tokens.spans.get(index).map(|span| span.start);
        let first = start(self.range.start).unwrap_or(0);
        (first, start(self.range.end).unwrap_or(u32::MAX))
    }

    fn kinds(&self, end: usize) -> &[K] {
        &self.tokens.kinds[self.range.start..end]
    }

    /// The opening brace of a function's body; the end of any other item.
    fn body(&self) -> usize {
        let mut rest = self.range.clone();
        let is_function = rest.by_ref().any(|index| self.tokens.kinds[index] == K::Fn);
        let brace = rest.find(|index| self.tokens.kinds[*index] == K::LeftBrace);
        brace.filter(|_| is_function).unwrap_or(self.range.end)
    }

    /// The names before the parameters or the value; all of a type and of an import.
    fn names(&self, body: usize) -> Vec<Name> {
        let kinds = self.kinds(body);
        let all = kinds.contains(&K::Type) || kinds.contains(&K::Import);
        let mut in_attribute = 0_usize;
        let mut names = Vec::new();
        for (index, kind) in (self.range.start..body).zip(kinds) {
            match kind {
                K::At => in_attribute = 1,
                K::Fn | K::Const | K::Pub | K::Type | K::Import => in_attribute = 0,
                K::LeftParen | K::Equal | K::Colon if in_attribute == 0 && !all => break,
                K::Name | K::UpName if in_attribute == 0 => names.push(self.word(index)),
                _ => {}
            }
        }
        if kinds.contains(&K::Import) {
            names.push(Name::new(crate::ast::BROKEN_IMPORT));
        } else if names.is_empty() {
            names.push(Name::new(crate::ast::BROKEN_DEFINITION));
        }
        names
    }

    /// The line of the word that says what it defines.
    fn first_line(&self, lines: &LineIndex) -> Option<u32> {
        let defines = |kind: K| matches!(kind, K::Fn | K::Const | K::Type | K::Import);
        let mut range = self.range.clone();
        let first = range.find(|index| defines(self.tokens.kinds[*index]))?;
        Some(lines.line(self.tokens.spans[first].start))
    }

    fn first_word_on(&self, line: u32, lines: &LineIndex) -> Option<Name> {
        let found = self.range.clone().find(|index| {
            let start = self.tokens.spans[*index].start;
            self.tokens.kinds[*index] == K::Name && lines.line(start) == line
        });
        found.map(|index| self.word(index))
    }

    fn word(&self, index: usize) -> Name {
        Name::new(&self.text[self.tokens.spans[index].range()])
    }
}

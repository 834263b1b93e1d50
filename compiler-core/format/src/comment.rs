//! Comments and blank lines between the parts of a module.

use source::Span;
use syntax::CommentKind;

use crate::Formatter;
use crate::layout::Doc;

/// Comments that are printed together.
#[derive(Debug, Clone, Default)]
pub(crate) struct Comments<'a> {
    lines: Vec<Line<'a>>,
    /// Whether a blank line follows.
    blank_after: bool,
}

#[derive(Debug, Clone, Copy)]
struct Line<'a> {
    text: &'a str,
    start: u32,
    /// Whether a blank line is between this and the one before.
    blank_before: bool,
}

impl Comments<'_> {
    pub(crate) fn is_empty(&self) -> bool {
        self.lines.is_empty()
    }

    /// Where the first one starts.
    pub(crate) fn start(&self) -> Option<u32> {
        self.lines.first().map(|line| line.start)
    }
}

impl<'a> Formatter<'a> {
    /// The ordinary comments before `limit` that are not printed yet; they are now.
    pub(crate) fn comments_before(&mut self, limit: u32) -> Comments<'a> {
        let mut found = Comments::default();
        let mut end = None;
        while let Some(comment) = self.trivia.comments.get(self.next_comment) {
            if comment.span.start >= limit {
                break;
            }
            self.next_comment += 1;
            if comment.kind != CommentKind::Ordinary {
                continue;
            }
            found.lines.push(Line {
                text: &self.text[comment.span.range()],
                start: comment.span.start,
                blank_before: end.is_some_and(|end| self.blank_between(end, comment.span.start)),
            });
            end = Some(comment.span.end);
        }
        found.blank_after = end.is_some_and(|end| self.blank_between(end, limit));
        found
    }

    /// Whether there is a blank line.
    pub(crate) fn blank_between(&self, start: u32, end: u32) -> bool {
        start < end && self.trivia.has_blank_line(Span::new(start, end))
    }

    /// Whether there is a comment that is not printed yet.
    pub(crate) fn has_comments_before(&self, limit: u32) -> bool {
        self.trivia.comments[self.next_comment..]
            .iter()
            .take_while(|comment| comment.span.start < limit)
            .any(|comment| comment.kind == CommentKind::Ordinary)
    }

    /// The source of a span.
    pub(crate) fn slice(&self, span: Span) -> &'a str {
        &self.text[span.range()]
    }
}

/// The comments, one a line.
pub(crate) fn lines<'a>(comments: &Comments<'a>) -> Doc<'a> {
    let mut parts = Vec::with_capacity(2 * comments.lines.len());
    for (index, line) in comments.lines.iter().enumerate() {
        if index > 0 {
            parts.push(Doc::Lines(if line.blank_before { 2 } else { 1 }));
        }
        parts.push(Doc::text(line.text));
    }
    Doc::Seq(parts)
}

/// `doc` below its comments.
pub(crate) fn commented<'a>(comments: &Comments<'a>, doc: Doc<'a>) -> Doc<'a> {
    if comments.is_empty() {
        return doc;
    }
    let between = Doc::Lines(if comments.blank_after { 2 } else { 1 });
    Doc::Seq(vec![lines(comments), between, doc]).force()
}

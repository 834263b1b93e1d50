//! Comments and blank lines between the parts of a module.

use source::Span;
use syntax::{Comment, CommentKind};

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
    /// The same without the blank line that may follow.
    pub(crate) fn close(mut self) -> Self {
        self.blank_after = false;
        self
    }

    /// The same without blank lines.
    pub(crate) fn tight(mut self) -> Self {
        for line in &mut self.lines {
            line.blank_before = false;
        }
        self.close()
    }

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
        if self.holds_comments {
            return found;
        }
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
                blank_before: end.is_some_and(|end: u32| {
                    self.blank_between(end.max(self.blanks_from), comment.span.start)
                }),
            });
            end = Some(comment.span.end);
        }
        found.blank_after =
            end.is_some_and(|end| self.blank_between(end.max(self.blanks_from), limit));
        self.blanks_from = self.blanks_from.max(limit);
        if self.drops_blanks {
            found = found.tight();
        }
        found
    }

    /// The documentation in a span, a line each, line ends included.
    pub(crate) fn docs_between(&self, start: u32, end: u32) -> Doc<'a> {
        let lines = self
            .trivia
            .comments_in(Span::new(start, end.max(start)))
            .iter();
        let lines = lines
            .filter(|line| line.kind == CommentKind::Doc)
            .flat_map(|line| [Doc::text(self.slice(line.span)), Doc::LINE]);
        Doc::seq(lines.collect())
    }

    /// Comments before a definition among which is documentation, up to the last ordinary one and the line
    /// ends after it: they belong to nothing. And where the last one ends.
    pub(crate) fn detached_docs(&mut self, start: u32, end: u32) -> Option<(Doc<'a>, u32)> {
        let is_ordinary = |comment: &Comment| comment.kind == CommentKind::Ordinary;
        let belongs = |comment: &&Comment| match comment.kind {
            CommentKind::Ordinary => true,
            CommentKind::Doc => comment.span.start >= start,
            CommentKind::Module => false,
        };
        let waiting = self.trivia.comments[self.next_comment..].iter();
        let comments = waiting.take_while(|comment| comment.span.start < end);
        let comments: Vec<&Comment> = comments.filter(belongs).collect();
        let last = comments.iter().rposition(|comment| is_ordinary(comment))?;
        let next = comments.get(last + 1).map_or(end, |next| next.span.start);
        let comments = &comments[..=last];
        if !comments
            .iter()
            .any(|comment| comment.kind == CommentKind::Doc)
        {
            return None;
        }
        let mut parts = Vec::new();
        for (index, comment) in comments.iter().enumerate() {
            // As in the reference, a blank line anywhere before the next ordinary comment is one here.
            let later = comments[index + 1..].iter().find(|it| is_ordinary(it));
            let blank = is_ordinary(comment)
                && match later {
                    Some(later) => self.blank_between(comment.span.end, later.span.start),
                    // And several in a row stay as close to what follows as they are, but not a single one.
                    None => {
                        index == 0
                            || !is_ordinary(comments[index - 1])
                            || self.blank_between(comment.span.end, next)
                    }
                };
            parts.push(Doc::text(self.slice(comment.span)));
            parts.push(Doc::Lines(if blank { 2 } else { 1 }));
        }
        let end = comments[last].span.end;
        self.comments_before(end);
        Some((Doc::seq(parts), end))
    }

    /// Whether a blank line parts a statement or clause that ends here from the next one: behind it, or in
    /// it, where nothing else is parted. It parts nothing else any more.
    pub(crate) fn blank_behind(&mut self, end: u32) -> bool {
        let rest = &self.text[end as usize..];
        let next = end + (rest.len() - rest.trim_start().len()) as u32;
        let blank = self.blank_between(self.blanks_from.min(end), next);
        self.blanks_from = self.blanks_from.max(next);
        blank
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
    Doc::seq(line_docs(comments))
}

fn line_docs<'a>(comments: &Comments<'a>) -> Vec<Doc<'a>> {
    let mut parts = Vec::with_capacity(2 * comments.lines.len());
    for (index, line) in comments.lines.iter().enumerate() {
        if index > 0 {
            parts.push(Doc::Lines(if line.blank_before { 2 } else { 1 }));
        }
        parts.push(Doc::text(line.text));
    }
    parts
}

/// The first comment, and the others, each on a line of its own. The reference indents only the first one that
/// closes a list.
pub(crate) fn first_and_rest<'a>(comments: &Comments<'a>) -> (Doc<'a>, Doc<'a>) {
    let mut parts = line_docs(comments);
    let rest = parts.split_off(parts.len().min(1));
    (Doc::seq(parts), Doc::seq(rest))
}

/// `doc` below its comments.
pub(crate) fn commented<'a>(comments: &Comments<'a>, doc: Doc<'a>) -> Doc<'a> {
    if comments.is_empty() {
        return doc;
    }
    let between = Doc::Lines(if comments.blank_after { 2 } else { 1 });
    Doc::seq(vec![lines(comments), between, doc]).force()
}

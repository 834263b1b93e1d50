//! Comments and blank lines, by offset: what the grammar does not see and the formatter keeps.

use source::Span;

use crate::ast::Docs;

/// What stands between the tokens. Whitespace other than blank lines is not recorded.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Trivia {
    /// All comments, in order.
    pub comments: Vec<Comment>,
    /// For each run of blank lines the offset at which its first line starts, in order.
    pub blank_lines: Vec<u32>,
}

/// A comment: one line, without its line end.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Comment {
    /// Which.
    pub kind: CommentKind,
    /// From the first slash to the end of the line.
    pub span: Span,
}

/// The kinds of comments.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CommentKind {
    /// `//`
    Ordinary,
    /// `///`: about the definition that follows.
    Doc,
    /// `////`: about the module.
    Module,
}

impl CommentKind {
    /// How many slashes open it.
    pub fn slashes(self) -> usize {
        match self {
            Self::Ordinary => 2,
            Self::Doc => 3,
            Self::Module => 4,
        }
    }
}

impl Comment {
    /// The text after the slashes.
    pub fn content(self, text: &str) -> &str {
        &text[self.span.range()][self.kind.slashes()..]
    }
}

/// The documentation between two tokens.
pub(crate) struct DocsBefore {
    /// What belongs to the definition that follows.
    pub(crate) docs: Option<Docs>,
    /// What was written for it, but is cut off by an ordinary comment.
    pub(crate) detached: Option<Span>,
}

impl Trivia {
    /// The comments that stand in `span`.
    pub fn comments_in(&self, span: Span) -> &[Comment] {
        let start = self
            .comments
            .partition_point(|comment| comment.span.start < span.start);
        let end = self
            .comments
            .partition_point(|comment| comment.span.start < span.end);
        &self.comments[start..end.max(start)]
    }

    /// Whether a blank line starts in `span`.
    pub fn has_blank_line(&self, span: Span) -> bool {
        let next = self
            .blank_lines
            .partition_point(|offset| *offset < span.start);
        self.blank_lines
            .get(next)
            .is_some_and(|offset| *offset < span.end)
    }

    /// Reads the documentation in `gap`, the space before the first token of a definition.
    pub(crate) fn docs_in(&self, text: &str, gap: Span) -> DocsBefore {
        let comments = self.comments_in(gap);
        let attached = comments
            .iter()
            .rposition(|comment| comment.kind == CommentKind::Ordinary)
            .map_or(0, |last| last + 1);
        DocsBefore {
            docs: join(text, &comments[attached..]),
            // The text itself is what is lost.
            detached: join(text, &comments[..attached]).map(|docs| {
                let slashes = CommentKind::Doc.slashes() as u32;
                Span::new(docs.span.start + slashes, docs.span.end)
            }),
        }
    }

    /// The documentation of the module.
    pub(crate) fn module_docs(&self, text: &str) -> String {
        self.comments
            .iter()
            .filter(|comment| comment.kind == CommentKind::Module)
            .map(|comment| comment.content(text))
            .collect::<Vec<_>>()
            .join("\n")
    }
}

fn join(text: &str, comments: &[Comment]) -> Option<Docs> {
    let docs = comments
        .iter()
        .filter(|comment| comment.kind == CommentKind::Doc);
    let span = docs.clone().map(|comment| comment.span).reduce(Span::to)?;
    let lines: Vec<&str> = docs.map(|comment| comment.content(text)).collect();
    Some(Docs {
        text: lines.join("\n"),
        span,
    })
}

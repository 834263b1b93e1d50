//! What stands between delimiters, with commas.

use crate::Formatter;
use crate::comment;
use crate::expr::Spread;
use crate::layout::Doc;

impl<'a> Formatter<'a> {
    /// Items between `open` and `close`, one a line if they do not fit, with the comments before `end` last.
    pub(crate) fn wrapped(
        &mut self,
        open: &'static str,
        items: Vec<Doc<'a>>,
        end: u32,
        close: &'static str,
    ) -> Doc<'a> {
        self.wrapped_in((open, close), items, end, Spread::IfLong)
            .group()
    }

    /// The same, for a group of the caller's.
    pub(crate) fn wrapped_in(
        &mut self,
        (open, close): (&'static str, &'static str),
        items: Vec<Doc<'a>>,
        end: u32,
        spread: Spread,
    ) -> Doc<'a> {
        let comments = self.comments_before(end);
        if items.is_empty() && comments.is_empty() {
            return Doc::text(format!("{open}{close}"));
        }
        let mut inner = Vec::new();
        if !items.is_empty() {
            inner.push(Doc::line_or(open, open));
            inner.push(Doc::join(items, &spread.between()));
        }
        let mut parts = Vec::new();
        if comments.is_empty() {
            parts.push(Doc::seq(inner).nest());
            parts.push(Doc::line_or(",", ""));
        } else {
            if inner.is_empty() {
                inner.extend([Doc::text(open), Doc::LINE]);
            } else {
                inner.push(Doc::line_or(",", ","));
            }
            inner.push(comment::lines(&comments));
            parts.push(Doc::seq(inner).nest());
            parts.push(Doc::LINE);
        }
        parts.push(Doc::text(close));
        let doc = Doc::seq(parts);
        if spread == Spread::Always || !comments.is_empty() {
            doc.force()
        } else {
            doc
        }
    }
}

//! Calls, captures and record updates.

use source::Span;
use syntax::CommentKind;
use syntax::ast::{Arg, ExprId, ExprKind};

use crate::Formatter;
use crate::comment;
use crate::layout::Doc;

impl<'a> Formatter<'a> {
    /// `callee(args)`; the first argument is left out if `piped` is its hole.
    pub(crate) fn call(
        &mut self,
        callee: ExprId,
        args: &'a [Arg],
        piped: bool,
        end: u32,
    ) -> Doc<'a> {
        let callee = self.expr(callee);
        let holes = args.iter().filter(|arg| self.is_hole(arg)).count();
        let is_capture = holes == 1 && args.first().is_some_and(|arg| self.is_hole(arg));
        if is_capture && args.len() == 1 && !self.has_comments_before(end) {
            return callee;
        }
        let args = if is_capture && piped {
            &args[1..]
        } else {
            args
        };
        if args.is_empty() {
            return Doc::seq(vec![callee, Doc::text("()")]);
        }
        let args = self.args(args, end);
        Doc::seq(vec![callee, args])
    }

    fn is_hole(&self, arg: &Arg) -> bool {
        arg.label.is_none() && matches!(self.module.exprs[arg.value].kind, ExprKind::Hole)
    }

    /// Arguments in parentheses. The last one may be hugged by them.
    fn args(&mut self, args: &'a [Arg], end: u32) -> Doc<'a> {
        let mut docs = Vec::with_capacity(args.len());
        for (index, arg) in args.iter().enumerate() {
            let hugged = index + 1 == args.len() && self.is_hugged(arg.value, args.len());
            let hugged = hugged && !self.has_comments_before(arg.span.start);
            docs.push(self.arg(arg, args.len() > 1).hug(hugged));
        }
        self.wrapped("(", docs, end, ")")
    }

    /// Whether the last of so many arguments may begin on the line of the call and end below.
    pub(crate) fn is_hugged(&self, value: ExprId, count: usize) -> bool {
        match &self.module.exprs[value].kind {
            ExprKind::Call { args, .. } => {
                let ends_breakable = args.last().is_some_and(|last| {
                    self.is_breakable(last.value, args.len())
                        && !self.has_comments_around(value, last.span)
                });
                (count == 1 || self.has_hole(args)) && !ends_breakable
            }
            _ => self.is_breakable(value, count),
        }
    }

    /// Whether a call is a function of what is missing.
    pub(crate) fn has_hole(&self, args: &[Arg]) -> bool {
        let mut values = args.iter().map(|arg| &self.module.exprs[arg.value].kind);
        values.any(|kind| matches!(kind, ExprKind::Hole))
    }

    /// Whether there are comments in a call, outside of its last argument.
    fn has_comments_around(&self, call: ExprId, last: Span) -> bool {
        let comments = self.trivia.comments_in(self.module.exprs[call].span);
        comments.iter().any(|comment| {
            let is_inside = last.start <= comment.span.start && comment.span.start < last.end;
            comment.kind == CommentKind::Ordinary && !is_inside
        })
    }

    fn is_breakable(&self, value: ExprId, count: usize) -> bool {
        match &self.module.exprs[value].kind {
            ExprKind::Lambda(_)
            | ExprKind::Block(_)
            | ExprKind::Case(_)
            | ExprKind::List { .. }
            | ExprKind::Tuple(_)
            | ExprKind::BitArray(_) => true,
            // With a hole it is a function.
            ExprKind::Call { args, .. } => count == 1 || self.has_hole(args),
            _ => false,
        }
    }

    pub(crate) fn arg(&mut self, arg: &'a Arg, nests: bool) -> Doc<'a> {
        let comments = self.comments_before(arg.span.start);
        let doc = match &arg.label {
            Some(label) if arg.shorthand => Doc::seq(vec![self.name(label), Doc::text(":")]),
            Some(label) => {
                let label = self.name(label);
                let value = self.item_of_several(arg.value, nests);
                Doc::seq(vec![label, Doc::text(": "), value])
            }
            None => self.item_of_several(arg.value, nests),
        };
        comment::commented(&comments, doc.group())
    }

    /// `Constructor(..base, fields)`
    pub(crate) fn record_update(
        &mut self,
        constructor: ExprId,
        base: ExprId,
        fields: &'a [Arg],
        end: u32,
    ) -> Doc<'a> {
        let start = self.module.exprs[constructor].span.end;
        let constructor = self.expr(constructor);
        let dots = self.dots_before(start, self.module.exprs[base].span.start);
        let comments = self.comments_before(dots);
        let base = Doc::seq(vec![Doc::text(".."), self.expr(base)]);
        let mut docs = vec![comment::commented(&comments, base).hug(false)];
        for (index, field) in fields.iter().enumerate() {
            let hugged = index + 1 == fields.len()
                && self.is_hugged(field.value, 2)
                && !self.has_comments_before(field.span.start);
            let is_chain = matches!(
                self.module.exprs[field.value].kind,
                ExprKind::Binary { .. } | ExprKind::Pipeline(_)
            );
            let doc = self.arg(field, !is_chain);
            let doc = if is_chain { doc.nest() } else { doc };
            docs.push(doc.hug(hugged));
        }
        let docs = self.wrapped("(", docs, end, ")");
        Doc::seq(vec![constructor, docs])
    }

    /// Where the `..` stands that is the last token but for one in a span.
    fn dots_before(&self, start: u32, end: u32) -> u32 {
        let comments = self.trivia.comments_in(source::Span::new(start, end));
        let mut end = end;
        for comment in comments.iter().rev() {
            let after = comment.span.end;
            if let Some(at) = self.text[after as usize..end as usize].rfind("..") {
                return after + at as u32;
            }
            end = comment.span.start;
        }
        let at = self.text[start as usize..end as usize].rfind("..");
        at.map_or(start, |at| start + at as u32)
    }
}

//! Bodies of functions and blocks.

use syntax::ast::{ExprId, ExprKind, Let, Stmt, Use};

use crate::Formatter;
use crate::comment::{self, Comments};
use crate::layout::Doc;

impl<'a> Formatter<'a> {
    /// Statements, one a line, with all comments before `end`.
    pub(crate) fn body(&mut self, statements: &'a [Stmt], end: u32) -> Doc<'a> {
        let mut parts = Vec::new();
        let mut previous = None;
        for statement in statements {
            let start = self.statement_start(statement);
            if let Some(end) = previous {
                let blank = self.blank_behind(end);
                parts.push(Doc::Lines(if blank { 2 } else { 1 }));
            }
            let comments = self.comments_before(start);
            let doc = self.statement(statement);
            parts.push(comment::commented(&comments, doc));
            previous = Some(self.statement_end(statement));
        }
        if matches!(statements.last(), None | Some(Stmt::Use(_))) {
            if !statements.is_empty() {
                parts.push(Doc::LINE);
            }
            parts.push(self.missing_body(end));
            return Doc::seq(parts);
        }
        if self.closing_comments(&mut parts, end) {
            Doc::seq(parts).force()
        } else {
            Doc::seq(parts)
        }
    }

    fn missing_body(&mut self, end: u32) -> Doc<'a> {
        let comments = self.comments_before(end);
        comment::commented(&comments, Doc::text("todo"))
    }

    /// The comments that are left before `end`, below the last part. Whether there are any.
    pub(crate) fn closing_comments(&mut self, parts: &mut Vec<Doc<'a>>, end: u32) -> bool {
        let comments = self.comments_before(end);
        if !comments.is_empty() {
            parts.extend([Doc::LINE, comment::lines(&comments)]);
        }
        !comments.is_empty()
    }

    fn statement_start(&self, statement: &Stmt) -> u32 {
        match statement {
            Stmt::Expr(expr) => self.module.exprs[*expr].span.start,
            Stmt::Let(assignment) => assignment.span.start,
            Stmt::Use(use_) => use_.span.start,
            Stmt::Assert { span, .. } | Stmt::Error(span) => span.start,
        }
    }

    pub(crate) fn statement_end(&self, statement: &Stmt) -> u32 {
        match statement {
            Stmt::Expr(expr) => self.module.exprs[*expr].span.end,
            Stmt::Let(assignment) => assignment.span.end,
            Stmt::Use(use_) => use_.span.end,
            Stmt::Assert { span, .. } | Stmt::Error(span) => span.end,
        }
    }

    fn statement(&mut self, statement: &'a Stmt) -> Doc<'a> {
        match statement {
            Stmt::Expr(expr) => self.expr(*expr),
            Stmt::Let(assignment) => self.assignment(assignment),
            Stmt::Use(use_) => self.use_(use_),
            Stmt::Assert { value, message, .. } => {
                let is_chain = matches!(
                    self.module.exprs[*value].kind,
                    ExprKind::Binary { .. } | ExprKind::Pipeline(_)
                );
                let value = self.expr(*value);
                let value = if is_chain { value.indent() } else { value };
                let doc = Doc::seq(vec![Doc::text("assert "), value]);
                self.with_message(doc, *message).group()
            }
            Stmt::Error(span) => Doc::text(self.slice(*span)),
        }
    }

    fn assignment(&mut self, assignment: &'a Let) -> Doc<'a> {
        let keyword = if assignment.assert.is_some() {
            "let assert "
        } else {
            "let "
        };
        let start = self.module.patterns[assignment.pattern].span.start;
        self.drops_blanks = true;
        let comments = self.comments_before(start);
        let pattern = self.pattern(assignment.pattern);
        self.drops_blanks = false;
        let end = self.module.patterns[assignment.pattern].span.end;
        self.blanks_from = self.blanks_from.max(end);
        let pattern = comment::commented(&comments, pattern);
        let annotation = self.annotation(assignment.annotation);
        let value = self.assigned(assignment.value);
        let doc = Doc::seq(vec![
            Doc::text(keyword),
            Doc::seq(vec![pattern, annotation]),
            Doc::text(" ="),
            value,
        ]);
        let message = assignment.assert.and_then(|assert| assert.message);
        self.with_message(doc, message).group()
    }

    /// `doc as message`
    pub(crate) fn with_message(&mut self, doc: Doc<'a>, message: Option<ExprId>) -> Doc<'a> {
        let Some(message) = message else {
            return doc;
        };
        let start = self.module.exprs[message].span.start;
        let comments = self.comments_before(start).close();
        let message = self.expr(message);
        if !comments.is_empty() {
            let message = comment::commented(&comments, message);
            let message = Doc::seq(vec![Doc::LINE, message]).indent();
            return Doc::seq(vec![doc.hug(false), Doc::text(" as"), message]);
        }
        let message = Doc::seq(vec![Doc::line_or("", " "), Doc::text("as "), message]);
        Doc::seq(vec![doc.hug(false), message.indent()])
    }

    /// Whether there are comments before the message of a `panic`, `todo` or `echo`: then it is on lines of
    /// its own, a step to the right of where the expression would be if it were on a line of its own.
    pub(crate) fn has_commented_message(&self, value: ExprId) -> bool {
        let message = match &self.module.exprs[value].kind {
            ExprKind::Panic { message }
            | ExprKind::Todo { message }
            | ExprKind::Echo { message, .. } => *message,
            _ => None,
        };
        message
            .is_some_and(|message| self.has_comments_before(self.module.exprs[message].span.start))
    }

    /// What follows `=`.
    pub(crate) fn assigned(&mut self, value: ExprId) -> Doc<'a> {
        let node = &self.module.exprs[value];
        let comments = match node.kind {
            // Those before a block go into it.
            ExprKind::Case(_) | ExprKind::Block(_) => Comments::default(),
            _ => self.comments_before(node.span.start),
        };
        let stays = match &self.module.exprs[value].kind {
            ExprKind::List { .. }
            | ExprKind::Tuple(_)
            | ExprKind::BitArray(_)
            | ExprKind::Lambda(_)
            | ExprKind::Block(_)
            | ExprKind::Case(_) => comments.is_empty(),
            ExprKind::Call { args, .. } => comments.is_empty() && self.has_hole(args),
            _ => false,
        };
        if stays {
            return Doc::seq(vec![Doc::text(" "), self.broken_block(value)]);
        }
        let is_stepped = self.has_commented_message(value);
        let value = self.expr(value);
        let value = comment::commented(&comments, value).hug(false);
        let value = Doc::seq(vec![Doc::line_or("", " "), value]);
        if is_stepped {
            return value.indent().group();
        }
        value.nest().group()
    }

    fn use_(&mut self, use_: &'a Use) -> Doc<'a> {
        let mut params = Vec::with_capacity(use_.params.len());
        self.holds_comments = true;
        for param in &use_.params {
            let pattern = self.pattern(param.pattern);
            let annotation = self.annotation(param.annotation);
            params.push(Doc::seq(vec![pattern, annotation]).group());
        }
        self.holds_comments = false;
        let node = &self.module.exprs[use_.call];
        let is_call = matches!(node.kind, ExprKind::Call { .. });
        let below = !is_call && self.has_comments_before(node.span.start);
        let call = self.expr(use_.call);
        let call = if below {
            Doc::seq(vec![Doc::LINE, call]).indent()
        } else {
            Doc::seq(vec![Doc::text(" "), call])
        };
        let mut parts = vec![Doc::text("use")];
        if !params.is_empty() {
            let params = Doc::join(params, &Doc::line_or(",", ", "));
            parts.push(Doc::seq(vec![Doc::line_or("", " "), params]).nest());
        }
        parts.extend([Doc::line_or("", " "), Doc::text("<-")]);
        let head = Doc::seq(parts).group();
        Doc::seq(vec![head, call])
    }
}

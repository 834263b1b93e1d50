//! `case` and its clauses.

use syntax::ast::{Case, Clause, ExprId, ExprKind};

use crate::Formatter;
use crate::comment::{self, Comments};
use crate::layout::Doc;

impl<'a> Formatter<'a> {
    pub(crate) fn case(&mut self, case: &'a Case, end: u32) -> Doc<'a> {
        let mut subjects = Vec::with_capacity(case.subjects.len());
        for subject in &case.subjects {
            subjects.push(self.expr(*subject).group());
        }
        let subjects = Doc::join(subjects, &Doc::line_or(",", ", "));
        let head = Doc::seq(vec![
            Doc::text("case"),
            Doc::seq(vec![Doc::line_or("", " "), subjects]).nest(),
            Doc::line_or("", " "),
            Doc::text("{"),
        ]);
        let mut inner = Vec::new();
        let mut previous = None;
        for clause in &case.clauses {
            let comments = self.comments_before(clause.span.start).tight();
            let blank = previous.is_some_and(|end| self.blank_between(end, clause.span.start));
            inner.push(Doc::Lines(if blank { 2 } else { 1 }));
            let doc = self.clause(clause);
            inner.push(comment::commented(&comments, doc));
            previous = Some(clause.span.end);
        }
        self.closing_comments(&mut inner, end);
        let inner = Doc::seq(inner).nest();
        Doc::seq(vec![
            head.group().hug(false),
            inner,
            Doc::LINE,
            Doc::text("}"),
        ])
        .force()
    }

    fn clause(&mut self, clause: &'a Clause) -> Doc<'a> {
        let mut alternatives = Vec::with_capacity(clause.alternatives.len());
        let mut several = false;
        for patterns in &clause.alternatives {
            several |= patterns.len() > 1;
            let mut docs = Vec::with_capacity(patterns.len());
            for pattern in patterns {
                let comments = self.comments_before(self.module.patterns[*pattern].span.start);
                let doc = self.pattern(*pattern).group();
                let doc = if patterns.len() > 1 {
                    doc.hug(false)
                } else {
                    doc
                };
                docs.push(comment::commented(&comments, doc));
            }
            let docs = first_and_rest(docs);
            let nested = !alternatives.is_empty() && patterns.len() == 1 && clause.guard.is_none();
            let docs = docs.group().hug(false);
            alternatives.push(if nested { docs.indent() } else { docs });
        }
        let between = Doc::seq(vec![Doc::line_or("", " "), Doc::text("| ")]);
        let indented = clause.guard.is_some() && !several;
        let mut alternatives = alternatives.into_iter();
        let first = alternatives.next().unwrap_or(Doc::NIL);
        let rest = alternatives.flat_map(|alternative| [between.clone(), alternative]);
        let rest = Doc::seq(rest.collect());
        let rest = if indented { rest.nest() } else { rest };
        let alternatives = Doc::seq(vec![first, rest]);
        let guard = clause.guard.map(|guard| {
            let guard = self.guard(guard);
            Doc::seq(vec![Doc::line_or("", " "), Doc::text("if "), guard]).nest()
        });
        let (end, arrow) = match (&guard, several) {
            (Some(_), _) => (Doc::line_or("", " "), Arrow::AfterGuard),
            (None, true) => {
                let end = vec![Doc::line_or("", " "), Doc::text("->")];
                (Doc::seq(end), Arrow::Printed)
            }
            (None, false) => (Doc::NIL, Arrow::AfterPattern),
        };
        let head = match guard {
            Some(guard) => vec![alternatives, guard, end],
            None => vec![alternatives, end],
        };
        let body = self.clause_body(clause.body, arrow);
        Doc::seq(vec![Doc::seq(head).group(), body])
    }

    /// A condition. The comments before it go to its operands, or to the body.
    fn guard(&mut self, guard: ExprId) -> Doc<'a> {
        match &self.module.exprs[guard].kind {
            ExprKind::Var(name) => self.name(name),
            ExprKind::Binary { op, .. } => self.binary(guard, *op, false),
            _ => self.expr(guard),
        }
    }

    fn clause_body(&mut self, body: ExprId, arrow: Arrow) -> Doc<'a> {
        let node = &self.module.exprs[body];
        // Those before a block go into it.
        let comments = match node.kind {
            ExprKind::Block(_) => Comments::default(),
            _ => self.comments_before(node.span.start),
        };
        let stays = match &node.kind {
            ExprKind::List { .. }
            | ExprKind::Tuple(_)
            | ExprKind::BitArray(_)
            | ExprKind::Lambda(_)
            | ExprKind::Block(_) => comments.is_empty(),
            _ => false,
        };
        if stays {
            return Doc::seq(vec![arrow.text(), Doc::text(" "), self.broken_block(body)]);
        }
        let is_case = matches!(self.module.exprs[body].kind, ExprKind::Case(_));
        let is_stepped = self.has_commented_message(body);
        let body = self.expr(body);
        let body = comment::commented(&comments, body).hug(false);
        if is_case {
            return Doc::seq(vec![arrow.text(), Doc::seq(vec![Doc::LINE, body]).indent()]);
        }
        let line = match arrow {
            Arrow::Printed => Doc::line_or("", " "),
            Arrow::AfterPattern => Doc::line_or(" ->", " -> "),
            // The reference's layout is a column off here.
            Arrow::AfterGuard => Doc::seq(vec![Doc::Text("->".into(), 1), Doc::line_or("", " ")]),
        };
        let body = Doc::seq(vec![line, body]);
        let body = if is_stepped {
            body.indent()
        } else {
            body.nest()
        };
        body.group()
    }
}

/// The patterns of one alternative; those after the first one to the right.
fn first_and_rest(patterns: Vec<Doc<'_>>) -> Doc<'_> {
    let mut patterns = patterns.into_iter();
    let first = patterns.next().unwrap_or(Doc::NIL);
    let rest = patterns.flat_map(|pattern| [Doc::line_or(",", ", "), pattern]);
    Doc::seq(vec![first, Doc::seq(rest.collect()).nest()])
}

/// What of the `->` of a clause its head has not printed yet.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Arrow {
    Printed,
    AfterPattern,
    AfterGuard,
}

impl Arrow {
    const fn text(self) -> Doc<'static> {
        match self {
            Self::Printed => Doc::NIL,
            Self::AfterPattern => Doc::Text(std::borrow::Cow::Borrowed(" ->"), 3),
            Self::AfterGuard => Doc::Text(std::borrow::Cow::Borrowed("->"), 2),
        }
    }
}

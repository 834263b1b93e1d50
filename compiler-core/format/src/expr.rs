//! Expressions.

use source::Span;
use syntax::ast::{BinaryOp, ExprId, ExprKind, Lambda, Segment, Stmt};

use crate::Formatter;
use crate::comment::{self, Comments};
use crate::layout::Doc;
use crate::number;

impl<'a> Formatter<'a> {
    /// An expression below the comments before it.
    pub(crate) fn expr(&mut self, id: ExprId) -> Doc<'a> {
        source::grow(|| {
            let comments = self.comments_before(self.module.exprs[id].span.start);
            let doc = self.expr_kind(id);
            comment::commented(&comments, doc)
        })
    }

    fn expr_kind(&mut self, id: ExprId) -> Doc<'a> {
        let module = self.module;
        let node = &module.exprs[id];
        let end = node.span.end;
        match &node.kind {
            ExprKind::Int(text) => Doc::text(number::int(text.as_str())),
            ExprKind::Float(text) => Doc::text(number::float(text.as_str())),
            ExprKind::Var(name) | ExprKind::Constructor(name) => self.name(name),
            ExprKind::String(_) => {
                let text = self.slice(node.span);
                let doc = Doc::verbatim(text);
                if text.contains('\n') {
                    doc.force()
                } else {
                    doc
                }
            }
            ExprKind::Error => Doc::verbatim(self.slice(node.span)),
            ExprKind::Hole => Doc::text("_"),
            ExprKind::Field { container, label } => {
                let container = self.expr(*container);
                Doc::seq(vec![container, Doc::text("."), self.name(label)])
            }
            ExprKind::TupleIndex { tuple, index, .. } => {
                Doc::seq(vec![self.expr(*tuple), Doc::text(format!(".{index}"))])
            }
            ExprKind::Tuple(items) => self.tuple(items, end),
            ExprKind::List { items, tail } => self.list(items, *tail, node.span),
            ExprKind::BitArray(segments) => {
                let mut items = Vec::with_capacity(segments.len());
                for segment in segments {
                    let value = self.item_of_several(segment.value, segments.len() > 1);
                    items.push(self.segment(value, &segment.options).hug(false));
                }
                let spread = self.segment_spread(segments, node.span);
                self.bit_array(items, end, spread)
            }
            ExprKind::Block(statements) => self.block(statements, false, end),
            ExprKind::Lambda(lambda) => self.lambda(lambda, end),
            ExprKind::Call { callee, args } => self.call(*callee, args, false, end),
            ExprKind::RecordUpdate {
                constructor,
                base,
                fields,
            } => self.record_update(*constructor, *base, fields, end),
            ExprKind::Binary { op, .. } => self.binary(id, *op, false),
            ExprKind::Pipeline(steps) => self.pipeline(steps, false),
            ExprKind::Negate(value) => self.prefixed("-", *value),
            ExprKind::Not(value) => self.prefixed("!", *value),
            ExprKind::Case(case) => self.case(case, end),
            ExprKind::Todo { message } => self.failure("todo", *message),
            ExprKind::Panic { message } => self.failure("panic", *message),
            ExprKind::Echo { value, message } => self.echo(*value, *message),
        }
    }

    /// `-value`, `!value`; two of them are none.
    fn prefixed(&mut self, operator: &'static str, value: ExprId) -> Doc<'a> {
        match (operator, &self.module.exprs[value].kind) {
            ("-", ExprKind::Negate(inner)) | ("!", ExprKind::Not(inner)) => self.expr(*inner),
            _ => Doc::seq(vec![Doc::text(operator), self.expr(value)]),
        }
    }

    fn failure(&mut self, keyword: &'static str, message: Option<ExprId>) -> Doc<'a> {
        match message {
            Some(message) => {
                let is_aligned = matches!(
                    self.module.exprs[message].kind,
                    ExprKind::Block(_) | ExprKind::Binary { .. } | ExprKind::Pipeline(_)
                );
                let start = self.module.exprs[message].span.start;
                let comments = self.comments_before(start).close();
                let message = self.operand(message).group();
                if !comments.is_empty() {
                    let message = comment::commented(&comments, message);
                    let message = Doc::seq(vec![Doc::LINE, message]).indent();
                    return Doc::seq(vec![Doc::text(keyword), Doc::text(" as"), message]);
                }
                let message = if is_aligned {
                    message
                } else {
                    message.indent()
                };
                // The reference's layout is a column off here.
                Doc::seq(vec![
                    Doc::text(keyword),
                    Doc::Text(" as ".into(), 3),
                    message,
                ])
            }
            None => Doc::text(keyword),
        }
    }

    fn echo(&mut self, value: Option<ExprId>, message: Option<ExprId>) -> Doc<'a> {
        let mut doc = Doc::text("echo");
        if let Some(value) = value {
            doc = Doc::seq(vec![doc, Doc::text(" "), self.indented_operators(value)]);
        }
        self.with_message(doc, message).group()
    }

    fn tuple(&mut self, items: &'a [ExprId], end: u32) -> Doc<'a> {
        let mut docs = Vec::with_capacity(items.len());
        for (index, item) in items.iter().enumerate() {
            let start = self.module.exprs[*item].span.start;
            let hugged = index + 1 == items.len()
                && self.is_hugged(*item, items.len())
                && !self.has_comments_before(start);
            docs.push(
                self.item_of_several(*item, items.len() > 1)
                    .group()
                    .hug(hugged),
            );
        }
        self.wrapped("#(", docs, end, ")")
    }

    fn list(&mut self, items: &'a [ExprId], tail: Option<ExprId>, span: Span) -> Doc<'a> {
        let mut docs = Vec::with_capacity(items.len());
        let several = items.len() > 1 || tail.is_some();
        let mut previous = None;
        for item in items {
            let Span { start, end } = self.module.exprs[*item].span;
            let blank = previous
                .is_some_and(|end: u32| self.blank_between(end.min(self.blanks_from), start));
            let comments = self.comments_before(start).tight();
            let doc = self.item_of_several(*item, several).group().hug(false);
            docs.push((blank, comment::commented(&comments, doc)));
            previous = Some(end);
        }
        let trailing = tail.is_none() && self.has_trailing_comma(span.end - 1);
        let tail = tail.map(|tail| {
            let comments = self.comments_before(self.module.exprs[tail].span.start);
            let doc = Doc::seq(vec![Doc::text(".."), self.expr(tail)]);
            comment::commented(&comments, doc)
        });
        let has_blanks = docs.iter().any(|(blank, _)| *blank);
        let spread = if has_blanks {
            Spread::Always
        } else if trailing && !items.is_empty() {
            self.spread(
                items.iter().map(|item| self.module.exprs[*item].span),
                span,
                self.is_simple(items),
            )
        } else {
            Spread::IfLong
        };
        self.list_of(docs, tail, Some(span.end), spread)
    }

    /// Whether all items are short: constants, names and fields.
    fn is_simple(&self, items: &[ExprId]) -> bool {
        items.iter().all(|item| self.is_simple_item(*item))
    }

    pub(crate) fn is_simple_item(&self, item: ExprId) -> bool {
        match &self.module.exprs[item].kind {
            ExprKind::Int(_)
            | ExprKind::Float(_)
            | ExprKind::String(_)
            | ExprKind::Var(_)
            | ExprKind::Constructor(_) => true,
            ExprKind::Field { container, .. } => self.is_simple_item(*container),
            _ => false,
        }
    }

    fn segment_spread(&self, segments: &[Segment<ExprId>], whole: Span) -> Spread {
        if segments.is_empty() || !self.has_trailing_comma(whole.end - 2) {
            return Spread::IfLong;
        }
        let simple = segments
            .iter()
            .all(|segment| self.is_simple_item(segment.value));
        self.spread(segments.iter().map(|segment| segment.span), whole, simple)
    }

    /// How items before a trailing comma are laid out.
    pub(crate) fn spread(
        &self,
        items: impl Iterator<Item = Span>,
        whole: Span,
        simple: bool,
    ) -> Spread {
        let is_line =
            |start: u32, end: u32| !self.text[start as usize..end as usize].contains('\n');
        let mut starts = items.map(|item| item.start).peekable();
        let mut packed = false;
        while let Some(start) = starts.next() {
            packed |= starts.peek().is_some_and(|next| is_line(start, *next));
        }
        if simple && packed && !is_line(whole.start, whole.end) {
            Spread::Packed
        } else {
            Spread::Always
        }
    }

    /// Items, each with whether a blank line is before it, and what follows `..` in brackets. The comments
    /// before `end` are last.
    pub(crate) fn list_of(
        &mut self,
        items: Vec<(bool, Doc<'a>)>,
        tail: Option<Doc<'a>>,
        end: Option<u32>,
        spread: Spread,
    ) -> Doc<'a> {
        let comments = end.map_or_else(Comments::default, |end| self.comments_before(end));
        if items.is_empty() && tail.is_none() {
            if comments.is_empty() {
                return Doc::text("[]");
            }
            let inner = Doc::seq(vec![Doc::LINE, comment::lines(&comments)]).nest();
            return Doc::seq(vec![Doc::text("["), inner, Doc::LINE, Doc::text("]")])
                .force()
                .group();
        }
        let last = match &tail {
            Some(_) => Doc::line_or("", ""),
            None => Doc::line_or(",", ""),
        };
        let mut inner = Vec::new();
        for (blank, item) in items {
            inner.push(match (inner.is_empty(), blank) {
                (true, _) => Doc::line_or("[", "["),
                (false, true) => Doc::line_or(",\n", ", "),
                (false, false) => spread.between(),
            });
            inner.push(item);
        }
        if let Some(tail) = tail {
            inner.push(if inner.is_empty() {
                Doc::line_or("[", "[")
            } else {
                Doc::line_or(",", ", ")
            });
            inner.push(tail);
        }
        let end = if comments.is_empty() {
            last
        } else {
            let (first, rest) = comment::first_and_rest(&comments);
            inner.extend([last, first]);
            Doc::seq(vec![rest, Doc::LINE])
        };
        let doc = Doc::seq(vec![Doc::seq(inner).nest(), end, Doc::text("]")]);
        if spread == Spread::Always || !comments.is_empty() {
            doc.force().group()
        } else {
            doc.group()
        }
    }

    /// An argument or item: operators and pipes are indented if there are others beside it.
    pub(crate) fn item_of_several(&mut self, id: ExprId, several: bool) -> Doc<'a> {
        if several {
            self.indented_operators(id)
        } else {
            self.expr(id)
        }
    }

    /// An expression; what follows operators and pipes is indented.
    pub(crate) fn indented_operators(&mut self, id: ExprId) -> Doc<'a> {
        let module = self.module;
        let node = &module.exprs[id];
        let comments = self.comments_before(node.span.start);
        let doc = match &node.kind {
            ExprKind::Binary { op, .. } => self.binary(id, *op, true),
            ExprKind::Pipeline(steps) => self.pipeline(steps, true),
            _ => self.expr(id),
        };
        comment::commented(&comments, doc)
    }

    /// A block that is never on one line, or another expression.
    pub(crate) fn broken_block(&mut self, id: ExprId) -> Doc<'a> {
        let module = self.module;
        let node = &module.exprs[id];
        match &node.kind {
            ExprKind::Block(statements) => self.block(statements, true, node.span.end),
            _ => self.expr(id),
        }
    }

    fn block(&mut self, statements: &'a [Stmt], force: bool, end: u32) -> Doc<'a> {
        let body = self.body(statements, end);
        let force = force || !matches!(statements, [Stmt::Expr(_)]);
        let doc = Doc::seq(vec![
            Doc::text("{"),
            Doc::seq(vec![Doc::line_or("", " "), body.hug(false)]).nest(),
            Doc::line_or("", " "),
            Doc::text("}"),
        ]);
        if force {
            doc.force().group()
        } else {
            doc.group()
        }
    }

    fn lambda(&mut self, lambda: &'a Lambda, end: u32) -> Doc<'a> {
        let head = self.params(&lambda.params, lambda.return_type, lambda.head.end);
        let head = Doc::seq(vec![Doc::text("fn"), head]).group().hug(false);
        let body = self.body(&lambda.body, end);
        let force = !matches!(lambda.body.as_slice(), [] | [Stmt::Expr(_)]);
        let doc = Doc::seq(vec![
            head,
            Doc::text(" {"),
            Doc::seq(vec![Doc::line_or("", " "), body.hug(false)]).nest(),
            Doc::line_or("", " "),
            Doc::text("}"),
        ]);
        if force {
            doc.force().group()
        } else {
            doc.group()
        }
    }

    pub(crate) fn binary(&mut self, id: ExprId, op: BinaryOp, indent: bool) -> Doc<'a> {
        let mut parts = Vec::new();
        self.operands(id, kind_of(op), &mut parts);
        indented_rest(parts, indent).group()
    }

    /// The operands of operators of one kind, and those between them.
    fn operands(&mut self, id: ExprId, kind: OperatorKind, parts: &mut Vec<Doc<'a>>) {
        let module = self.module;
        let ExprKind::Binary {
            op, left, right, ..
        } = &module.exprs[id].kind
        else {
            parts.push(self.operand(id).hug(false));
            return;
        };
        if kind_of(*op) != kind {
            parts.push(self.expr(id).hug(false));
            return;
        }
        source::grow(|| self.operands(*left, kind, parts));
        let comments = self.comments_before(self.module.exprs[*right].span.start);
        let operator = Doc::text(spelling(*op));
        if comments.is_empty() {
            parts.extend([Doc::line_or("", " "), operator, Doc::text(" ")]);
        } else {
            let operator = comment::commented(&comments, operator);
            parts.extend([Doc::line_or("", " "), operator, Doc::text(" ")]);
        }
        source::grow(|| self.operands(*right, kind, parts));
    }

    /// A string of several lines may stand anywhere in a line of operators.
    fn operand(&mut self, id: ExprId) -> Doc<'a> {
        let node = &self.module.exprs[id];
        match node.kind {
            ExprKind::String(_) => {
                let comments = self.comments_before(node.span.start);
                comment::commented(&comments, Doc::verbatim(self.slice(node.span)))
            }
            _ => self.expr(id),
        }
    }

    fn pipeline(&mut self, steps: &'a [ExprId], indent: bool) -> Doc<'a> {
        let span = |step: Option<&ExprId>| step.map(|step| self.module.exprs[*step].span);
        let spread = match (span(steps.first()), span(steps.last())) {
            (Some(first), Some(last)) => {
                self.text[first.start as usize..last.end as usize].contains('\n')
            }
            _ => false,
        };
        let mut parts = Vec::with_capacity(3 * steps.len());
        for (index, step) in steps.iter().enumerate() {
            if index == 0 {
                parts.push(self.expr(*step).hug(false));
                continue;
            }
            let node = &self.module.exprs[*step];
            let comments = self.comments_before(node.span.start);
            let doc = match &node.kind {
                ExprKind::Call { callee, args } => self.call(*callee, args, true, node.span.end),
                _ => self.expr(*step),
            };
            let doc = Doc::seq(vec![Doc::text("|> "), doc.hug(false)]);
            parts.push(Doc::line_or("", " "));
            parts.push(comment::commented(&comments, doc));
        }
        let doc = indented_rest(parts, indent);
        if spread {
            doc.force().group()
        } else {
            doc.group()
        }
    }
}

/// The parts; those after the first one to the right.
fn indented_rest(parts: Vec<Doc<'_>>, indent: bool) -> Doc<'_> {
    if !indent {
        return Doc::seq(parts);
    }
    let mut parts = parts.into_iter();
    let first = parts.next().unwrap_or(Doc::NIL);
    Doc::seq(vec![first, Doc::seq(parts.collect()).nest()])
}

/// When items of a list stand on lines of their own.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Spread {
    /// If they do not fit on one.
    IfLong,
    /// They fill lines if they do not fit on one.
    Packed,
    /// In any case.
    Always,
}

impl Spread {
    /// What stands between two items.
    pub(crate) const fn between(self) -> Doc<'static> {
        match self {
            Self::Packed => Doc::fill_or(",", ", "),
            Self::IfLong | Self::Always => Doc::line_or(",", ", "),
        }
    }
}

/// Operators that are broken together.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum OperatorKind {
    Logic,
    Comparison,
    Arithmetic,
    Concat,
}

fn kind_of(op: BinaryOp) -> OperatorKind {
    match op {
        BinaryOp::Or | BinaryOp::And => OperatorKind::Logic,
        BinaryOp::Concat => OperatorKind::Concat,
        BinaryOp::Equal
        | BinaryOp::NotEqual
        | BinaryOp::LessInt
        | BinaryOp::LessEqualInt
        | BinaryOp::GreaterInt
        | BinaryOp::GreaterEqualInt
        | BinaryOp::LessFloat
        | BinaryOp::LessEqualFloat
        | BinaryOp::GreaterFloat
        | BinaryOp::GreaterEqualFloat => OperatorKind::Comparison,
        _ => OperatorKind::Arithmetic,
    }
}

fn spelling(op: BinaryOp) -> &'static str {
    match op {
        BinaryOp::Or => "||",
        BinaryOp::And => "&&",
        BinaryOp::Equal => "==",
        BinaryOp::NotEqual => "!=",
        BinaryOp::LessInt => "<",
        BinaryOp::LessEqualInt => "<=",
        BinaryOp::GreaterInt => ">",
        BinaryOp::GreaterEqualInt => ">=",
        BinaryOp::LessFloat => "<.",
        BinaryOp::LessEqualFloat => "<=.",
        BinaryOp::GreaterFloat => ">.",
        BinaryOp::GreaterEqualFloat => ">=.",
        BinaryOp::Concat => "<>",
        BinaryOp::AddInt => "+",
        BinaryOp::SubInt => "-",
        BinaryOp::MulInt => "*",
        BinaryOp::DivInt => "/",
        BinaryOp::RemInt => "%",
        BinaryOp::AddFloat => "+.",
        BinaryOp::SubFloat => "-.",
        BinaryOp::MulFloat => "*.",
        BinaryOp::DivFloat => "/.",
    }
}

//! Expressions.

use std::fmt::Write;

use pretty::DocAllocator;
use source::Name;

use super::{Doc, Printer, nest};
use crate::javascript::node::{BlockId, Expr, ExprId, ExprKind, Op, Stmt};

/// How tightly expressions bind that are no binary operation.
mod precedence {
    pub(super) const ARROW: u8 = 1;
    pub(super) const UNARY: u8 = 14;
    pub(super) const CALL: u8 = 18;
    pub(super) const ATOM: u8 = 20;
}

impl<'a> Printer<'a> {
    /// `prefix value;`
    pub(super) fn ended(self, prefix: Doc<'a>, value: ExprId, level: u32) -> Doc<'a> {
        prefix.append(self.expr(value, level)).append(";")
    }

    /// `value;`, which must not begin with what looks like a block.
    pub(super) fn evaluated(self, value: ExprId, level: u32) -> Doc<'a> {
        let doc = self.expr(value, level);
        match self.tree.exprs[value].kind {
            ExprKind::Object(_) => doc.parens().append(";"),
            _ => doc.append(";"),
        }
    }

    /// `(condition)`
    pub(super) fn condition(self, condition: ExprId, level: u32) -> Doc<'a> {
        let inner = match self.tree.exprs[condition].kind {
            // The parentheses indent it.
            ExprKind::Binary { op, left, right } => self.chain(op, left, right, level + 1),
            _ => self.expr(condition, level + 1),
        };
        self.enclosed("(", inner, ")", level)
    }

    /// An expression, with parentheses only inside.
    pub(super) fn expr(self, id: ExprId, level: u32) -> Doc<'a> {
        let expr = &self.tree.exprs[id];
        let doc = source::grow(|| self.kind(&expr.kind, level));
        match expr.at {
            Some(at) => doc.annotate(at),
            None => doc,
        }
    }

    fn kind(self, kind: &'a ExprKind, level: u32) -> Doc<'a> {
        match kind {
            ExprKind::Name(name) => self.docs.text(name.as_str()),
            ExprKind::Number(digits) => self.docs.text(digits.as_str()),
            ExprKind::String(text) => self.docs.text(quote(text)),
            ExprKind::Member { object, property } => self.member(*object, *property, level),
            ExprKind::Index { object, index } => self.index(*object, *index, level),
            ExprKind::Call { callee, args } => self.call(*callee, args, level),
            ExprKind::New { class, args } => self
                .docs
                .text("new ")
                .append(self.call(*class, args, level)),
            ExprKind::Binary { op, left, right } => self.binary(*op, *left, *right, level),
            ExprKind::Not(operand) => self.unary("!", *operand, level),
            ExprKind::Negate(operand) => self.unary("-", *operand, level),
            ExprKind::Assigned { name, value } => self.assigned(*name, *value, level),
            ExprKind::Array(items) => self.array(items, level),
            ExprKind::Object(entries) => self.object(entries, level),
            ExprKind::Arrow { params, body } => self.arrow(params, *body, level),
        }
    }

    fn member(self, object: ExprId, property: Name, level: u32) -> Doc<'a> {
        self.operand(object, precedence::CALL, level)
            .append(".")
            .append(property.as_str())
    }

    fn index(self, object: ExprId, index: u32, level: u32) -> Doc<'a> {
        self.operand(object, precedence::CALL, level)
            .append(format!("[{index}]"))
    }

    fn call(self, callee: ExprId, args: &'a [ExprId], level: u32) -> Doc<'a> {
        let callee = self.operand(callee, precedence::CALL, level);
        callee.append(self.arguments(args, level))
    }

    /// `(args)`: a last argument that spans lines by nature stays on the line of the call.
    fn arguments(self, args: &'a [ExprId], level: u32) -> Doc<'a> {
        match args {
            [] => self.docs.text("()"),
            [only] if self.brackets_itself(*only) => self.expr(*only, level).parens(),
            [first @ .., last] if self.is_function_with_block(*last) => {
                let first = first.iter().map(|arg| self.expr(*arg, level).append(", "));
                let first = self.docs.concat(first);
                first.append(self.expr(*last, level)).parens()
            }
            _ => {
                let args = self.separated(args, level + 1);
                self.enclosed("(", args, ")", level)
            }
        }
    }

    fn brackets_itself(self, expr: ExprId) -> bool {
        matches!(
            self.tree.exprs[expr].kind,
            ExprKind::Array(_) | ExprKind::Arrow { .. }
        )
    }

    fn is_function_with_block(self, expr: ExprId) -> bool {
        match self.tree.exprs[expr].kind {
            ExprKind::Arrow { body, .. } => {
                !matches!(self.tree.blocks[body].as_slice(), [Stmt::Return(_)])
            }
            _ => false,
        }
    }

    fn separated(self, items: &'a [ExprId], level: u32) -> Doc<'a> {
        let separator = self.docs.text(",").append(self.docs.line());
        let items = items.iter().map(|item| self.expr(*item, level));
        self.docs.intersperse(items, separator)
    }

    /// On one line if it fits, otherwise indented between its brackets.
    fn enclosed(
        self,
        open: &'static str,
        inner: Doc<'a>,
        close: &'static str,
        level: u32,
    ) -> Doc<'a> {
        let inner = self.docs.line_().append(inner);
        self.docs
            .text(open)
            .append(nest(inner, level))
            .append(self.docs.line_())
            .append(close)
            .group()
    }

    fn binary(self, op: Op, left: ExprId, right: ExprId, level: u32) -> Doc<'a> {
        let chain = self.chain(op, left, right, level);
        nest(chain, level).group()
    }

    /// `a op b op c`, all broken or none.
    fn chain(self, op: Op, mut left: ExprId, right: ExprId, level: u32) -> Doc<'a> {
        let (text, precedence) = op.text_and_precedence();
        let mut rights = vec![right];
        while let Expr {
            kind:
                ExprKind::Binary {
                    op: inner,
                    left: further,
                    right,
                },
            at: None,
            ..
        } = &self.tree.exprs[left]
            && *inner == op
        {
            rights.push(*right);
            left = *further;
        }
        let first = self.side(left, op, precedence, level);
        rights.into_iter().rev().fold(first, |chain, right| {
            let right = self.side(right, op, precedence + 1, level);
            chain
                .append(" ")
                .append(text)
                .append(self.docs.line())
                .append(right)
        })
    }

    /// An operand; `&&` amid `||` is parenthesised for people.
    fn side(self, operand: ExprId, op: Op, at_least: u8, level: u32) -> Doc<'a> {
        match self.tree.exprs[operand].kind {
            ExprKind::Binary { op: Op::And, .. } if op == Op::Or => {
                self.expr(operand, level).parens()
            }
            _ => self.operand(operand, at_least, level),
        }
    }

    fn unary(self, op: &'static str, operand: ExprId, level: u32) -> Doc<'a> {
        let operand = match &self.tree.exprs[operand].kind {
            ExprKind::Number(digits) if digits.starts_with('-') => {
                self.expr(operand, level).parens()
            }
            ExprKind::Negate(_) => self.expr(operand, level).parens(),
            _ => self.operand(operand, precedence::UNARY, level),
        };
        self.docs.text(op).append(operand)
    }

    fn operand(self, operand: ExprId, at_least: u8, level: u32) -> Doc<'a> {
        let doc = self.expr(operand, level);
        if self.precedence(operand) < at_least {
            doc.parens()
        } else {
            doc
        }
    }

    fn precedence(self, expr: ExprId) -> u8 {
        match &self.tree.exprs[expr].kind {
            ExprKind::Arrow { .. } | ExprKind::Object(_) => precedence::ARROW,
            ExprKind::Binary { op, .. } => op.text_and_precedence().1,
            ExprKind::Not(_) | ExprKind::Negate(_) | ExprKind::Number(_) => precedence::UNARY,
            ExprKind::Call { .. } | ExprKind::New { .. } => precedence::CALL,
            _ => precedence::ATOM,
        }
    }

    fn assigned(self, name: Name, value: ExprId, level: u32) -> Doc<'a> {
        self.docs
            .text(format!("{name} = "))
            .append(self.expr(value, level))
            .append(", true")
            .parens()
    }

    fn array(self, items: &'a [ExprId], level: u32) -> Doc<'a> {
        if items.is_empty() {
            return self.docs.text("[]");
        }
        let comma = self.docs.text(",").flat_alt(self.docs.nil());
        let items = self.separated(items, level + 1).append(comma);
        self.enclosed("[", items, "]", level)
    }

    fn object(self, entries: &'a [(Name, ExprId)], level: u32) -> Doc<'a> {
        if entries.is_empty() {
            return self.docs.text("{}");
        }
        let entry = |(key, value): &'a (Name, ExprId)| {
            self.words(&[key, ": "])
                .append(self.expr(*value, level + 1))
        };
        let separator = self.docs.text(",").append(self.docs.line());
        let comma = self.docs.text(",").flat_alt(self.docs.nil());
        let entries = self.docs.intersperse(entries.iter().map(entry), separator);
        let inner = self.docs.line().append(entries).append(comma);
        self.docs
            .text("{")
            .append(nest(inner, level))
            .append(self.docs.line())
            .append("}")
            .group()
    }

    fn arrow(self, params: &'a [Name], body: BlockId, level: u32) -> Doc<'a> {
        let names = params.iter().map(|param| self.docs.text(param.as_str()));
        let head = self.docs.intersperse(names, ", ").parens().append(" => ");
        match self.tree.blocks[body].as_slice() {
            [Stmt::Return(value)] => {
                let doc = self.expr(*value, level);
                head.append(match self.tree.exprs[*value].kind {
                    ExprKind::Object(_) => doc.parens(),
                    _ => doc,
                })
            }
            _ => head.append(self.block(body, level)),
        }
    }
}

/// A string literal.
pub(in crate::javascript) fn quote(text: &str) -> String {
    let mut quoted = String::with_capacity(text.len() + 2);
    quoted.push('"');
    for char in text.chars() {
        match char {
            '"' => quoted.push_str("\\\""),
            '\\' => quoted.push_str("\\\\"),
            '\n' => quoted.push_str("\\n"),
            '\r' => quoted.push_str("\\r"),
            '\t' => quoted.push_str("\\t"),
            '\u{c}' => quoted.push_str("\\f"),
            // Line ends for JavaScript, byte order marks and controls would not survive editors.
            '\u{2028}' | '\u{2029}' | '\u{feff}' => push_escape(&mut quoted, char),
            char if char.is_control() => push_escape(&mut quoted, char),
            char => quoted.push(char),
        }
    }
    quoted.push('"');
    quoted
}

fn push_escape(quoted: &mut String, char: char) {
    // Writing to a string cannot fail.
    let _ = write!(quoted, "\\u{{{:x}}}", u32::from(char));
}

#[cfg(test)]
mod tests {
    #[test]
    fn strings_are_escaped() {
        assert_eq!(super::quote("a\"\\\n\u{7f}é"), r#""a\"\\\n\u{7f}é""#);
    }
}

//! Run-time failures: `erlang:error/1` with a map that says what failed and where.

use ir::node::{Asserted, AssertedValue, ExprId, Raise, RaiseKind};
use source::Span;

use super::module::{Lower, Step};
use super::node::{NodeId, NodeKind};

type Field = (NodeId, NodeId);

impl Lower<'_> {
    pub(super) fn raise(&mut self, id: ExprId, raise: &Raise, steps: &mut Vec<Step>) -> NodeId {
        let ir = self.ir;
        let (kind, default) = kind_and_message(&raise.kind);
        let message = match raise.message {
            Some(message) => self.operand(message, steps),
            None => self.core.string(default),
        };
        let line = self.line(ir.exprs[id].span);
        let kind = self.core.atom(kind);
        let file = self.core.string(&ir.source_path);
        let module = self.core.string(&ir.name);
        let function = self.core.string(&raise.function);
        let line_value = self.core.int(line);
        let mut fields = Vec::new();
        self.field(&mut fields, "gleam_error", kind);
        self.field(&mut fields, "message", message);
        self.field(&mut fields, "file", file);
        self.field(&mut fields, "module", module);
        self.field(&mut fields, "function", function);
        self.field(&mut fields, "line", line_value);
        self.particular_fields(&raise.kind, &mut fields);
        let map = self.core.add(NodeKind::Map(fields));
        self.core.call(("erlang", "error"), vec![map], Some(line))
    }

    fn particular_fields(&mut self, kind: &RaiseKind, fields: &mut Vec<Field>) {
        match kind {
            RaiseKind::Todo | RaiseKind::Panic => {}
            RaiseKind::LetAssert {
                value,
                span,
                pattern,
            } => {
                let value = self.local_value(*value);
                self.field(fields, "value", value);
                self.span_fields(fields, *span);
                self.offset_field(fields, "pattern_start", pattern.start);
                self.offset_field(fields, "pattern_end", pattern.end);
            }
            RaiseKind::Assert {
                condition,
                span,
                expression,
            } => {
                self.condition_fields(condition, fields);
                self.span_fields(fields, *span);
                self.offset_field(fields, "expression_start", expression.start);
            }
        }
    }

    fn condition_fields(&mut self, condition: &Asserted, fields: &mut Vec<Field>) {
        let kind = match condition {
            Asserted::BinaryOperator { .. } => "binary_operator",
            Asserted::FunctionCall { .. } => "function_call",
            Asserted::Expression(_) => "expression",
        };
        let kind = self.core.atom(kind);
        self.field(fields, "kind", kind);
        match condition {
            Asserted::BinaryOperator {
                operator,
                left,
                right,
            } => {
                let operator = self.core.atom(operator);
                let left = self.asserted(left);
                let right = self.asserted(right);
                self.field(fields, "operator", operator);
                self.field(fields, "left", left);
                self.field(fields, "right", right);
            }
            Asserted::FunctionCall { arguments } => {
                let arguments: Vec<NodeId> =
                    arguments.iter().map(|value| self.asserted(value)).collect();
                let nil = self.core.nil();
                let arguments = self.core.list(&arguments, nil);
                self.field(fields, "arguments", arguments);
            }
            Asserted::Expression(value) => {
                let value = self.asserted(value);
                self.field(fields, "expression", value);
            }
        }
    }

    fn asserted(&mut self, part: &AssertedValue) -> NodeId {
        let kind = match part.value {
            None => "unevaluated",
            Some(_) if part.literal => "literal",
            Some(_) => "expression",
        };
        let mut fields = Vec::new();
        let kind = self.core.atom(kind);
        self.field(&mut fields, "kind", kind);
        if let Some(local) = part.value {
            let value = self.local_value(local);
            self.field(&mut fields, "value", value);
        }
        self.span_fields(&mut fields, part.span);
        self.core.add(NodeKind::Map(fields))
    }

    fn span_fields(&mut self, fields: &mut Vec<Field>, span: Span) {
        self.offset_field(fields, "start", span.start);
        self.offset_field(fields, "end", span.end);
    }

    fn offset_field(&mut self, fields: &mut Vec<Field>, name: &str, offset: u32) {
        let offset = self.core.int(offset);
        self.field(fields, name, offset);
    }

    fn field(&mut self, fields: &mut Vec<Field>, name: &str, value: NodeId) {
        let key = self.core.atom(name);
        fields.push((key, value));
    }
}

const fn kind_and_message(kind: &RaiseKind) -> (&'static str, &'static str) {
    match kind {
        RaiseKind::Todo => (
            "todo",
            "`todo` expression evaluated. This code has not yet been implemented.",
        ),
        RaiseKind::Panic => ("panic", "`panic` expression evaluated."),
        RaiseKind::LetAssert { .. } => (
            "let_assert",
            "Pattern match failed, no pattern matched the value.",
        ),
        RaiseKind::Assert { .. } => ("assert", "Assertion failed."),
    }
}

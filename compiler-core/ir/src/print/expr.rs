use pretty::DocAllocator;

use super::{Doc, Printer};
use crate::node::{
    Asserted, AssertedValue, BuildSegment, Case, Endianness, Equality, ExprId, ExprKind, LocalId,
    Prim, Raise, RaiseKind, SegmentKind, Statement,
};

impl<'a> Printer<'a> {
    pub(super) fn expr(&self, id: ExprId) -> Doc<'a> {
        source::grow(|| self.expr_kind(&self.module.exprs[id].kind))
    }

    pub(super) fn exprs(&self, ids: &[ExprId]) -> Vec<Doc<'a>> {
        ids.iter().map(|id| self.expr(*id)).collect()
    }

    fn expr_kind(&self, kind: &'a ExprKind) -> Doc<'a> {
        match kind {
            ExprKind::Int(digits) => self.text(digits.as_str()),
            ExprKind::Float(value) => self.text(format!("{value:?}")),
            ExprKind::String(text) => self.text(format!("{text:?}")),
            ExprKind::Local(local) => self.local(*local),
            ExprKind::FunctionValue(function) => self.text("fn ") + self.function_ref(function),
            ExprKind::Constant { module, name, .. } => {
                self.text("const ") + self.qualified(*module, *name)
            }
            ExprKind::ConstructorValue(constructor) => {
                self.text("fn ") + self.constructor(constructor)
            }
            ExprKind::CallFunction { function, args } => {
                self.function_ref(function) + self.parenthesised(self.exprs(args))
            }
            ExprKind::CallValue { callee, args } => self.call_value(*callee, args),
            ExprKind::Construct { constructor, args } => {
                self.constructor(constructor) + self.arguments(self.exprs(args))
            }
            ExprKind::Tuple(items) => self.enclosed("#(", self.exprs(items), ")"),
            ExprKind::List { items, tail } => self.list(items, *tail),
            ExprKind::BitArray(segments) => self.bit_array(segments),
            ExprKind::RecordField { record, index, .. } => {
                self.expr(*record) + self.text(format!(".field {index}"))
            }
            ExprKind::TupleIndex { tuple, index } => {
                self.expr(*tuple) + self.text(format!(".{index}"))
            }
            ExprKind::Lambda { params, body } => self.lambda(params, *body),
            ExprKind::Block { statements, result } => self.block(statements, *result),
            ExprKind::Prim { op, args } => {
                self.text(prim(*op)) + self.parenthesised(self.exprs(args))
            }
            ExprKind::And(left, right) => self.operator("and", *left, *right),
            ExprKind::Or(left, right) => self.operator("or", *left, *right),
            ExprKind::Case(case) => self.case(case),
            ExprKind::Raise(raise) => self.raise(raise),
            ExprKind::Echo { value, message } => {
                self.text("echo ") + self.expr(*value) + self.message(*message)
            }
        }
    }

    fn call_value(&self, callee: ExprId, args: &[ExprId]) -> Doc<'a> {
        let callee = self.text("call ") + self.expr(callee);
        callee + self.parenthesised(self.exprs(args))
    }

    fn list(&self, items: &[ExprId], tail: Option<ExprId>) -> Doc<'a> {
        let mut parts = self.exprs(items);
        parts.extend(tail.map(|tail| self.text("..") + self.expr(tail)));
        self.enclosed("[", parts, "]")
    }

    fn bit_array(&self, segments: &[BuildSegment]) -> Doc<'a> {
        let parts = segments.iter().map(|segment| {
            let layout = self.layout(segment.kind, segment.size, segment.unit);
            self.expr(segment.value) + layout
        });
        self.enclosed("<<", parts.collect(), ">>")
    }

    pub(super) fn layout(&self, kind: SegmentKind, size: Option<ExprId>, unit: u32) -> Doc<'a> {
        let mut doc = self.text(format!(":{}", segment_kind(kind)));
        if let Some(size) = size {
            doc = doc + self.text("-size(") + self.expr(size) + self.text(")");
        }
        if unit == 1 {
            doc
        } else {
            doc + self.text(format!("-unit({unit})"))
        }
    }

    fn lambda(&self, params: &[LocalId], body: ExprId) -> Doc<'a> {
        let params = params.iter().map(|param| self.local(*param)).collect();
        self.text("fn") + self.parenthesised(params) + self.text(" ") + self.expr(body)
    }

    fn block(&self, statements: &'a [Statement], result: ExprId) -> Doc<'a> {
        let mut lines: Vec<_> = statements
            .iter()
            .map(|statement| self.statement(statement))
            .collect();
        lines.push(self.expr(result));
        self.braced(lines)
    }

    fn statement(&self, statement: &'a Statement) -> Doc<'a> {
        match statement {
            Statement::Expr(value) => self.expr(*value),
            Statement::Let { local, value } => {
                self.text("let ") + self.local(*local) + self.text(" = ") + self.expr(*value)
            }
            Statement::Match {
                subject,
                tree,
                otherwise,
            } => {
                let head = self.text("match ") + self.local(*subject) + self.text(" ");
                let doc = head + self.decision(*tree);
                match otherwise {
                    Some(otherwise) => doc + self.text(" otherwise ") + self.expr(*otherwise),
                    None => doc,
                }
            }
        }
    }

    fn operator(&self, word: &str, left: ExprId, right: ExprId) -> Doc<'a> {
        let operands = [self.expr(left), self.expr(right)];
        self.text(word.to_owned()) + self.parenthesised(operands.into())
    }

    fn case(&self, case: &'a Case) -> Doc<'a> {
        let subjects = case
            .subjects
            .iter()
            .map(|(local, value)| self.local(*local) + self.text(" = ") + self.expr(*value));
        let subjects = self.arena.intersperse(subjects, ", ");
        let mut lines = vec![self.decision(case.tree)];
        for (index, arm) in case.arms.iter().enumerate() {
            let params = arm.params.iter().map(|param| self.local(*param)).collect();
            let head = self.text(format!("arm {index}")) + self.arguments(params);
            lines.push(head + self.text(" -> ") + self.expr(arm.body));
        }
        self.text("case ") + subjects + self.text(" ") + self.braced(lines)
    }

    fn message(&self, message: Option<ExprId>) -> Doc<'a> {
        match message {
            Some(message) => self.text(" as ") + self.expr(message),
            None => self.arena.nil(),
        }
    }

    fn raise(&self, raise: &Raise) -> Doc<'a> {
        let what = match &raise.kind {
            RaiseKind::Todo => self.text("todo"),
            RaiseKind::Panic => self.text("panic"),
            RaiseKind::LetAssert { value, .. } => self.text("let_assert ") + self.local(*value),
            RaiseKind::Assert { condition, .. } => self.text("assert ") + self.asserted(condition),
        };
        what + self.message(raise.message)
    }

    fn asserted(&self, condition: &Asserted) -> Doc<'a> {
        match condition {
            Asserted::BinaryOperator {
                operator,
                left,
                right,
            } => {
                let left = self.asserted_value(left) + self.text(format!(" {operator} "));
                left + self.asserted_value(right)
            }
            Asserted::FunctionCall { arguments } => {
                let arguments = arguments.iter().map(|value| self.asserted_value(value));
                self.text("call") + self.parenthesised(arguments.collect())
            }
            Asserted::Expression(value) => self.asserted_value(value),
        }
    }

    fn asserted_value(&self, value: &AssertedValue) -> Doc<'a> {
        let literal = if value.literal { "literal " } else { "" };
        match value.value {
            Some(local) => self.text(literal) + self.local(local),
            None => self.text("unevaluated"),
        }
    }
}

fn segment_kind(kind: SegmentKind) -> String {
    let order = |endianness| match endianness {
        Endianness::Big => "",
        Endianness::Little => "-little",
        Endianness::Native => "-native",
    };
    match kind {
        SegmentKind::Int { signed, endianness } => {
            let sign = if signed { "-signed" } else { "" };
            format!("int{sign}{}", order(endianness))
        }
        SegmentKind::Float { endianness } => format!("float{}", order(endianness)),
        SegmentKind::Bits => "bits".to_owned(),
        SegmentKind::Utf {
            width,
            endianness,
            codepoint,
        } => {
            let codepoint = if codepoint { "_codepoint" } else { "" };
            format!("utf{width}{codepoint}{}", order(endianness))
        }
    }
}

fn prim(op: Prim) -> &'static str {
    match op {
        Prim::AddInt => "add_int",
        Prim::SubInt => "sub_int",
        Prim::MulInt => "mul_int",
        Prim::DivInt => "div_int",
        Prim::RemInt => "rem_int",
        Prim::NegateInt => "negate_int",
        Prim::AddFloat => "add_float",
        Prim::SubFloat => "sub_float",
        Prim::MulFloat => "mul_float",
        Prim::DivFloat => "div_float",
        Prim::Less => "less",
        Prim::LessEqual => "less_equal",
        Prim::Greater => "greater",
        Prim::GreaterEqual => "greater_equal",
        Prim::Equal(Equality::Scalar) => "equal_scalar",
        Prim::Equal(Equality::Structural) => "equal",
        Prim::NotEqual(Equality::Scalar) => "not_equal_scalar",
        Prim::NotEqual(Equality::Structural) => "not_equal",
        Prim::Concat => "concat",
        Prim::Not => "not",
    }
}

//! Failures at run time and `echo`.

use ir::node::{Asserted, AssertedValue, ExprId, Raise, RaiseKind};
use source::{Name, Span};

use super::module::Emitter;
use super::node::{self, Stmt, diverge};
use super::operand::Operands;

/// Keys and values of the error, besides those that all have.
type Details = Vec<(&'static str, node::ExprId)>;

impl Emitter<'_> {
    /// `throw makeError(…);`
    pub(super) fn raise(&mut self, id: ExprId, raise: &Raise, out: &mut Vec<Stmt>) {
        let message = match raise.message {
            Some(message) => self.expr(message, out),
            None => self.tree.string(default_message(&raise.kind)),
        };
        if diverge(out) {
            return;
        }
        let span = self.module.exprs[id].span;
        let (variant, span, details) = match &raise.kind {
            RaiseKind::Todo => ("todo", span, Vec::new()),
            RaiseKind::Panic => ("panic", span, Vec::new()),
            RaiseKind::LetAssert {
                value,
                span,
                pattern,
            } => {
                let mut details = vec![("value", self.local(*value))];
                self.place(*span, &mut details);
                details.push(("pattern_start", self.tree.number(pattern.start)));
                details.push(("pattern_end", self.tree.number(pattern.end)));
                ("let_assert", *span, details)
            }
            RaiseKind::Assert {
                condition,
                span,
                expression,
            } => {
                let mut details = self.asserted(condition);
                self.place(*span, &mut details);
                details.push(("expression_start", self.tree.number(expression.start)));
                ("assert", *span, details)
            }
        };
        let args = vec![
            self.tree.string(variant),
            self.file_path(),
            self.tree.string(self.module.name.as_str()),
            self.tree.number(self.module.lines.line(span.start)),
            self.tree.string(raise.function.as_str()),
            message,
            self.tree.object(details),
        ];
        let error = self.prelude_call("makeError", args);
        self.tree.locate(error, span.start);
        out.push(Stmt::Throw(error));
    }

    fn place(&mut self, span: Span, details: &mut Details) {
        details.push(("start", self.tree.number(span.start)));
        details.push(("end", self.tree.number(span.end)));
    }

    fn asserted(&mut self, condition: &Asserted) -> Details {
        match condition {
            Asserted::BinaryOperator {
                operator,
                left,
                right,
            } => vec![
                ("kind", self.tree.string("binary_operator")),
                ("operator", self.tree.string(*operator)),
                ("left", self.asserted_value(left)),
                ("right", self.asserted_value(right)),
            ],
            Asserted::FunctionCall { arguments } => {
                let arguments = arguments.iter().map(|value| self.asserted_value(value));
                let arguments = arguments.collect();
                vec![
                    ("kind", self.tree.string("function_call")),
                    ("arguments", self.tree.array(arguments)),
                ]
            }
            Asserted::Expression(value) => vec![
                ("kind", self.tree.string("expression")),
                ("expression", self.asserted_value(value)),
            ],
        }
    }

    fn asserted_value(&mut self, asserted: &AssertedValue) -> node::ExprId {
        let kind = match (asserted.value, asserted.literal) {
            (None, _) => "unevaluated",
            (Some(_), true) => "literal",
            (Some(_), false) => "expression",
        };
        let mut details = vec![("kind", self.tree.string(kind))];
        if let Some(value) = asserted.value {
            details.push(("value", self.local(value)));
        }
        self.place(asserted.labelled, &mut details);
        self.tree.object(details)
    }

    /// `echo(value, message, FILEPATH, line)`
    pub(super) fn echo(
        &mut self,
        id: ExprId,
        value: ExprId,
        message: Option<ExprId>,
        out: &mut Vec<Stmt>,
    ) -> node::ExprId {
        self.echoes = true;
        let mut operands = Operands::default();
        self.operand(&mut operands, value, out);
        match message {
            Some(message) => self.operand(&mut operands, message, out),
            None => operands.values.push(self.tree.name("undefined")),
        }
        let start = self.module.exprs[id].span.start;
        let mut args = operands.values;
        args.push(self.file_path());
        args.push(self.tree.number(self.module.lines.line(start)));
        let callee = self.tree.name("echo");
        let call = self.tree.call(callee, args);
        self.tree.locate(call, start);
        call
    }

    /// The variable that holds the path of the source, which no class may have for a name.
    pub(super) fn path_name(&self) -> Name {
        let name = Name::new("FILEPATH");
        if self.uses.constructors.contains(&name) {
            Name::new("$FILEPATH")
        } else {
            name
        }
    }

    fn file_path(&mut self) -> node::ExprId {
        self.needs_path = true;
        self.tree.name(self.path_name())
    }
}

const fn default_message(kind: &RaiseKind) -> &'static str {
    match kind {
        RaiseKind::Todo => "`todo` expression evaluated. This code has not yet been implemented.",
        RaiseKind::Panic => "`panic` expression evaluated.",
        RaiseKind::LetAssert { .. } => "Pattern match failed, no pattern matched the value.",
        RaiseKind::Assert { .. } => "Assertion failed.",
    }
}

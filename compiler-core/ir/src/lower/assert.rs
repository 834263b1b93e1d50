//! `assert`: a condition is taken apart first, so that a failure can show the values in it.

use analysis::checked::Resolution;
use source::Span;
use syntax::ast::{self, Arg, BinaryOp, ExprKind as Source};

use super::Lower;
use super::call::{Callee, Implicit};
use super::operator::symbol;
use super::prelude_constructor;
use crate::node::{
    Arm, Asserted, AssertedValue, Branch, Case, Decision, ExprId, ExprKind, LocalId, RaiseKind,
    Statement, Test,
};

/// The statement at hand.
#[derive(Clone, Copy)]
struct Assertion {
    /// Without its message.
    span: Span,
    /// The condition.
    expression: Span,
    message: Message,
}

/// A message, evaluated only on failure. Where a condition can fail in two places it is a function.
#[derive(Clone, Copy)]
enum Message {
    Written(Option<ast::ExprId>),
    Function(LocalId),
}

impl<'a> Lower<'a> {
    pub(super) fn assert(
        &mut self,
        span: Span,
        value: ast::ExprId,
        message: Option<ast::ExprId>,
    ) -> ExprId {
        let module = self.module;
        let expression = module.exprs[value].span;
        let assertion = Assertion {
            span: Span::new(span.start, expression.end),
            expression,
            message: Message::Written(message),
        };
        match &module.exprs[value].kind {
            Source::Binary {
                op: BinaryOp::And,
                left,
                right,
                ..
            } => self.assert_and(assertion, *left, *right),
            Source::Binary {
                op: BinaryOp::Or,
                left,
                right,
                ..
            } => self.assert_or(assertion, *left, *right),
            Source::Binary {
                op, left, right, ..
            } => self.assert_binary(assertion, *op, *left, *right),
            Source::Call { callee, args } if !self.is_capture(args) => {
                self.assert_call(assertion, value, *callee, args)
            }
            _ => {
                let condition = self.expr(value);
                let literal = self.is_literal(value);
                self.check(assertion, condition, |value| {
                    Asserted::Expression(AssertedValue {
                        value: Some(value),
                        literal,
                        span: expression,
                        labelled: expression,
                    })
                })
            }
        }
    }

    fn assert_binary(
        &mut self,
        assertion: Assertion,
        op: BinaryOp,
        left: ast::ExprId,
        right: ast::ExprId,
    ) -> ExprId {
        let mut statements = Vec::new();
        let (left_value, left_asserted) = self.keep(left, &mut statements);
        let (right_value, right_asserted) = self.keep(right, &mut statements);
        let ty = self.tables.expr_types[left];
        let operands = (left_value, right_value);
        let condition = self.operation(assertion.expression, op, ty, operands);
        let result = self.check(assertion, condition, |_| Asserted::BinaryOperator {
            operator: symbol(op),
            left: left_asserted,
            right: right_asserted,
        });
        self.block(assertion.span, statements, result)
    }

    /// `left && right`: if the left is false, the right is not evaluated.
    fn assert_and(
        &mut self,
        mut assertion: Assertion,
        left: ast::ExprId,
        right: ast::ExprId,
    ) -> ExprId {
        let mut statements = Vec::new();
        self.share_message(&mut assertion, &mut statements);
        let (left_value, left_asserted) = self.keep(left, &mut statements);
        let right_unevaluated = AssertedValue {
            value: None,
            literal: false,
            span: self.module.exprs[right].span,
            labelled: self.module.exprs[right].span,
        };
        let mut inner = Vec::new();
        let (right_value, right_asserted) = self.keep(right, &mut inner);
        let operator = symbol(BinaryOp::And);
        let short = Asserted::BinaryOperator {
            operator,
            left: left_asserted.clone(),
            right: right_unevaluated,
        };
        let both = self.check(assertion, right_value, |_| Asserted::BinaryOperator {
            operator,
            left: left_asserted,
            right: right_asserted,
        });
        let then = self.block(assertion.span, inner, both);
        let otherwise = self.assertion_failed(assertion, short);
        let result = self.choose(assertion.span, left_value, then, otherwise);
        self.block(assertion.span, statements, result)
    }

    /// `left || right`: fails only if both are false, and then both are evaluated.
    fn assert_or(&mut self, assertion: Assertion, left: ast::ExprId, right: ast::ExprId) -> ExprId {
        let mut statements = Vec::new();
        let (left_value, left_asserted) = self.keep(left, &mut statements);
        let mut inner = Vec::new();
        let (right_value, right_asserted) = self.keep(right, &mut inner);
        let checked = self.check(assertion, right_value, |_| Asserted::BinaryOperator {
            operator: symbol(BinaryOp::Or),
            left: left_asserted,
            right: right_asserted,
        });
        let otherwise = self.block(assertion.span, inner, checked);
        let then = self.nil(assertion.span);
        let result = self.choose(assertion.span, left_value, then, otherwise);
        self.block(assertion.span, statements, result)
    }

    fn assert_call(
        &mut self,
        assertion: Assertion,
        id: ast::ExprId,
        callee: ast::ExprId,
        args: &'a [Arg],
    ) -> ExprId {
        let mut statements = Vec::new();
        let callee = match self.callee(callee) {
            Callee::Value(value) => {
                let span = self.exprs[value].span;
                let local = self.temporary("_function", self.tables.expr_types[callee]);
                statements.push(Statement::Let { local, value });
                Callee::Value(self.local(span, local))
            }
            direct => direct,
        };
        let (mut values, mut arguments) = (Vec::new(), Vec::new());
        for index in self.order(id, args.len(), Implicit::None) {
            if let Some(arg) = args.get(index) {
                let (value, mut argument) = self.keep(arg.value, &mut statements);
                argument.labelled = arg.span;
                if arg.shorthand {
                    argument.span = arg.span;
                }
                values.push(value);
                arguments.push(argument);
            }
        }
        let condition = self.call_of(assertion.expression, callee, values);
        let result = self.check(assertion, condition, |_| Asserted::FunctionCall {
            arguments,
        });
        self.block(assertion.span, statements, result)
    }

    /// Evaluates a part of the condition into a variable.
    fn keep(
        &mut self,
        part: ast::ExprId,
        statements: &mut Vec<Statement>,
    ) -> (ExprId, AssertedValue) {
        let span = self.module.exprs[part].span;
        let value = self.expr(part);
        let local = self.temporary("_value", self.tables.expr_types[part]);
        statements.push(Statement::Let { local, value });
        let asserted = AssertedValue {
            value: Some(local),
            literal: self.is_literal(part),
            span,
            labelled: span,
        };
        (self.local(span, local), asserted)
    }

    /// Fails unless `condition` holds; the description may mention its value.
    fn check(
        &mut self,
        assertion: Assertion,
        condition: ExprId,
        describe: impl FnOnce(LocalId) -> Asserted,
    ) -> ExprId {
        let ty = self.prelude_type("Bool");
        let local = self.temporary("_condition", ty);
        let otherwise = self.assertion_failed(assertion, describe(local));
        let then = self.nil(assertion.span);
        self.choose_on(assertion.span, (local, condition), then, otherwise)
    }

    fn assertion_failed(&mut self, assertion: Assertion, condition: Asserted) -> ExprId {
        let Assertion {
            span, expression, ..
        } = assertion;
        let kind = RaiseKind::Assert {
            condition,
            span,
            expression,
        };
        match assertion.message {
            Message::Written(message) => self.raise(span, kind, message),
            Message::Function(function) => {
                let callee = self.local(span, function);
                let args = Vec::new();
                let message = self.alloc(span, ExprKind::CallValue { callee, args });
                self.raise_with(span, kind, Some(message))
            }
        }
    }

    /// Prepares a message for more than one use.
    fn share_message(&mut self, assertion: &mut Assertion, statements: &mut Vec<Statement>) {
        let Message::Written(Some(message)) = assertion.message else {
            return;
        };
        let module = self.module;
        let message_at = &module.exprs[message];
        if matches!(message_at.kind, Source::String(_) | Source::Var(_)) {
            return;
        }
        let body = self.expr(message);
        let params = Vec::new();
        let value = self.alloc(message_at.span, ExprKind::Lambda { params, body });
        let string = self.tables.expr_types[message];
        let ty = self.types.function(Vec::new(), string);
        let local = self.temporary("_message", ty);
        statements.push(Statement::Let { local, value });
        assertion.message = Message::Function(local);
    }

    fn choose(&mut self, span: Span, condition: ExprId, then: ExprId, otherwise: ExprId) -> ExprId {
        let ty = self.prelude_type("Bool");
        let local = self.temporary("_condition", ty);
        self.choose_on(span, (local, condition), then, otherwise)
    }

    fn choose_on(
        &mut self,
        span: Span,
        (local, condition): (LocalId, ExprId),
        then: ExprId,
        otherwise: ExprId,
    ) -> ExprId {
        let args = Vec::new;
        let holds = self.decide(Decision::Arm {
            index: 0,
            args: args(),
        });
        let fails = self.decide(Decision::Arm {
            index: 1,
            args: args(),
        });
        let test = Test::Variant {
            constructor: prelude_constructor("Bool", "True", 0, 2),
            fields: Vec::new(),
        };
        let tree = self.decide(Decision::Switch {
            subject: local,
            branches: vec![Branch { test, then: holds }],
            otherwise: Some(fails),
        });
        let arms = [then, otherwise].map(|body| Arm {
            params: Vec::new(),
            body,
        });
        let case = Case {
            subjects: vec![(local, condition)],
            tree,
            arms: arms.into(),
        };
        self.alloc(span, ExprKind::Case(Box::new(case)))
    }

    fn nil(&mut self, span: Span) -> ExprId {
        let constructor = prelude_constructor("Nil", "Nil", 0, 1);
        let args = Vec::new();
        self.alloc(span, ExprKind::Construct { constructor, args })
    }

    fn block(&mut self, span: Span, statements: Vec<Statement>, result: ExprId) -> ExprId {
        if statements.is_empty() {
            return result;
        }
        self.alloc(span, ExprKind::Block { statements, result })
    }

    /// Whether an expression is a literal, or made of literals only.
    fn is_literal(&self, id: ast::ExprId) -> bool {
        let all = |ids: &[ast::ExprId]| ids.iter().all(|id| source::grow(|| self.is_literal(*id)));
        match &self.module.exprs[id].kind {
            Source::Int(_) | Source::Float(_) | Source::String(_) => true,
            Source::Tuple(items) | Source::List { items, tail: None } => all(items),
            Source::BitArray(segments) => {
                let values: Vec<_> = segments.iter().map(|segment| segment.value).collect();
                all(&values)
            }
            Source::Constructor(_) | Source::Field { .. } => self.is_constructor(id),
            Source::Call { callee, args } => {
                let values: Vec<_> = args.iter().map(|arg| arg.value).collect();
                self.is_constructor(*callee) && all(&values)
            }
            _ => false,
        }
    }

    fn is_constructor(&self, id: ast::ExprId) -> bool {
        matches!(self.tables.resolutions[id], Resolution::Constructor(_))
    }
}

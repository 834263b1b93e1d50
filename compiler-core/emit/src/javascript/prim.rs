//! Primitive operations.

use ir::node::{Equality, ExprId, ExprKind, Prim};

use super::module::Emitter;
use super::node::{self, Op, Stmt};

impl Emitter<'_> {
    /// A primitive operation.
    pub(super) fn prim(&mut self, op: Prim, args: &[ExprId], out: &mut Vec<Stmt>) -> node::ExprId {
        if let (Prim::Equal(_) | Prim::NotEqual(_), [left, right]) = (op, args)
            && let Some(test) = self.equals_constructor(*left, *right, out)
        {
            return self.negate_if(matches!(op, Prim::NotEqual(_)), test);
        }
        let values = self.operands(args, out);
        match (op, values.as_slice()) {
            (Prim::NegateInt, [value]) => self.tree.negate(*value),
            (Prim::Not, [value]) => self.tree.not(*value),
            (Prim::DivInt | Prim::RemInt | Prim::DivFloat, [left, right]) => {
                let checked = args
                    .get(1)
                    .is_none_or(|divisor| !self.is_not_zero(*divisor));
                self.divide(op, *left, *right, checked)
            }
            (Prim::Equal(Equality::Structural), [left, right]) => {
                self.prelude_call("isEqual", vec![*left, *right])
            }
            (Prim::NotEqual(Equality::Structural), [left, right]) => {
                let equal = self.prelude_call("isEqual", vec![*left, *right]);
                self.tree.not(equal)
            }
            (_, [left, right]) => self.tree.binary(operator(op), *left, *right),
            // Lowering gives every operation its operands.
            _ => self.tree.name("undefined"),
        }
    }

    fn negate_if(&mut self, negated: bool, test: node::ExprId) -> node::ExprId {
        if negated { self.tree.not(test) } else { test }
    }

    /// `value == None` asks for the class alone.
    fn equals_constructor(
        &mut self,
        left: ExprId,
        right: ExprId,
        out: &mut Vec<Stmt>,
    ) -> Option<node::ExprId> {
        let module = self.module;
        let constructor = |side: ExprId| match &module.exprs[side].kind {
            ExprKind::Construct { constructor, args }
                if args.is_empty() && !constructor.package.is_empty() =>
            {
                Some(constructor)
            }
            _ => None,
        };
        let (value, constructor) = match (constructor(right), constructor(left)) {
            (Some(constructor), _) => (left, constructor),
            (None, Some(constructor)) => (right, constructor),
            (None, None) => return None,
        };
        let value = self.expr(value, out);
        let class = self.class(constructor);
        Some(self.tree.binary(Op::InstanceOf, value, class))
    }

    fn is_not_zero(&self, divisor: ExprId) -> bool {
        match &self.module.exprs[divisor].kind {
            ExprKind::Int(digits) => digits.bytes().any(|digit| matches!(digit, b'1'..=b'9')),
            ExprKind::Float(value) => *value != 0.0,
            _ => false,
        }
    }

    /// Division by zero gives zero; `checked` says that the divisor may be zero.
    pub(super) fn divide(
        &mut self,
        op: Prim,
        left: node::ExprId,
        right: node::ExprId,
        checked: bool,
    ) -> node::ExprId {
        match (op, checked) {
            (Prim::DivInt, true) => self.prelude_call("divideInt", vec![left, right]),
            (Prim::RemInt, true) => self.prelude_call("remainderInt", vec![left, right]),
            (_, true) => self.prelude_call("divideFloat", vec![left, right]),
            (Prim::DivInt, false) => {
                let quotient = self.tree.binary(Op::Divide, left, right);
                let truncate = self.global_member("Math", "trunc");
                self.tree.pure_call(truncate, vec![quotient])
            }
            (Prim::RemInt, false) => self.tree.binary(Op::Remainder, left, right),
            (_, false) => self.tree.binary(Op::Divide, left, right),
        }
    }

    /// `globalThis.Math.trunc`: a module may have a constructor `Math`.
    pub(super) fn global_member(&mut self, object: &str, member: &str) -> node::ExprId {
        let this = self.tree.name("globalThis");
        let object = self.tree.member(this, object);
        self.tree.member(object, member)
    }
}

const fn operator(op: Prim) -> Op {
    match op {
        Prim::AddInt | Prim::AddFloat | Prim::Concat => Op::Add,
        Prim::SubInt | Prim::SubFloat | Prim::NegateInt => Op::Subtract,
        Prim::MulInt | Prim::MulFloat => Op::Multiply,
        Prim::DivInt | Prim::DivFloat => Op::Divide,
        Prim::RemInt => Op::Remainder,
        Prim::Less => Op::Less,
        Prim::LessEqual => Op::LessEqual,
        Prim::Greater => Op::Greater,
        Prim::GreaterEqual => Op::GreaterEqual,
        Prim::Equal(_) => Op::Same,
        Prim::NotEqual(_) | Prim::Not => Op::Different,
    }
}

//! Operators.

use source::Span;
use syntax::ast::{BinaryOp, ExprId, ExprKind};

use crate::check::Checker;
use crate::features::Feature;
use crate::problem::{
    FloatOperatorOnInts, IntOperatorOnFloats, NumberOperatorOnStrings, Situation,
};
use crate::types::Ty;

use super::Place;

/// What the operands of an operator are.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Operands {
    Bools,
    Ints,
    Floats,
    Strings,
    Equal,
}

impl Checker<'_> {
    /// `left op right`
    pub(crate) fn binary(&mut self, id: ExprId) -> Ty {
        let ExprKind::Binary {
            op,
            left,
            right,
            op_span,
        } = &self.module.exprs[id].kind
        else {
            return Ty::ERROR;
        };
        let (operands, result) = signature(*op);
        let left_type = self.expr(*left);
        let right_type = self.expr(*right);
        let fits = if operands == Operands::Equal {
            let span = self.module.exprs[*right].span;
            self.expect(left_type, right_type, span, Situation::Equality)
        } else {
            let wanted = self.builtin(operand_name(operands));
            !self.wrong_kind(*op, *op_span, (left_type, right_type))
                && self.operand(*left, wanted, left_type, *op)
                    & self.operand(*right, wanted, right_type, *op)
        };
        self.needs_operator(id, *op);
        if fits && self.frame.place != Place::Guard {
            self.warn_comparison(id, *op, *left, *right);
        }
        self.warn_length(id, *op, *left, *right);
        // What is compared is a `Bool` in any case; what is computed may have been meant otherwise.
        if fits || result == "Bool" {
            self.builtin(result)
        } else {
            Ty::ERROR
        }
    }

    /// Operators that guards and constants did not always have.
    fn needs_operator(&mut self, id: ExprId, op: BinaryOp) {
        let feature = match (self.frame.place, op) {
            (Place::Constant, BinaryOp::Concat) => Feature::ConstantConcat,
            (Place::Guard, BinaryOp::Concat) => Feature::GuardConcat,
            (Place::Guard, BinaryOp::And | BinaryOp::Or | BinaryOp::Equal | BinaryOp::NotEqual) => {
                return;
            }
            (Place::Guard, _) => Feature::GuardArithmetic,
            _ => return,
        };
        self.needs(feature, self.module.exprs[id].span);
    }

    fn operand(&mut self, operand: ExprId, wanted: Ty, found: Ty, op: BinaryOp) -> bool {
        let span = self.module.exprs[operand].span;
        self.expect(wanted, found, span, Situation::Operator(op))
    }

    /// Operators for other types are a common slip: one problem that names the right operator.
    fn wrong_kind(&mut self, op: BinaryOp, span: Span, (left, right): (Ty, Ty)) -> bool {
        let left = self.unifier.shallow(&self.tables.types, left);
        let right = self.unifier.shallow(&self.tables.types, right);
        let types = &self.tables.types;
        let both = |name: &str| types.is_prelude(left, name) && types.is_prelude(right, name);
        let (ints, floats, strings) = (both("Int"), both("Float"), both("String"));
        match (signature(op).0, other_kind(op)) {
            (Operands::Floats, Some(instead)) if ints => {
                self.report(FloatOperatorOnInts { span, op, instead });
            }
            (Operands::Ints, Some(instead)) if floats => {
                self.report(IntOperatorOnFloats { span, op, instead });
            }
            (Operands::Ints, _) if strings && op == BinaryOp::AddInt => {
                self.report(NumberOperatorOnStrings { span });
            }
            _ => return false,
        }
        true
    }

    /// `-value`
    pub(crate) fn negate(&mut self, id: ExprId, value: ExprId) -> Ty {
        self.warn_double(id, value);
        let found = self.expr(value);
        let int = self.builtin("Int");
        let span = self.module.exprs[value].span;
        self.expect(int, found, span, Situation::Negation);
        int
    }

    /// `!value`
    pub(crate) fn not(&mut self, id: ExprId, value: ExprId) -> Ty {
        self.warn_double(id, value);
        let found = self.expr(value);
        let bool = self.builtin("Bool");
        let span = self.module.exprs[value].span;
        self.expect(bool, found, span, Situation::Negation);
        bool
    }
}

fn operand_name(operands: Operands) -> &'static str {
    match operands {
        Operands::Bools | Operands::Equal => "Bool",
        Operands::Ints => "Int",
        Operands::Floats => "Float",
        Operands::Strings => "String",
    }
}

fn signature(op: BinaryOp) -> (Operands, &'static str) {
    use BinaryOp as Op;
    match op {
        Op::Or | Op::And => (Operands::Bools, "Bool"),
        Op::Equal | Op::NotEqual => (Operands::Equal, "Bool"),
        Op::LessInt | Op::LessEqualInt | Op::GreaterInt | Op::GreaterEqualInt => {
            (Operands::Ints, "Bool")
        }
        Op::LessFloat | Op::LessEqualFloat | Op::GreaterFloat | Op::GreaterEqualFloat => {
            (Operands::Floats, "Bool")
        }
        Op::Concat => (Operands::Strings, "String"),
        Op::AddInt | Op::SubInt | Op::MulInt | Op::DivInt | Op::RemInt => (Operands::Ints, "Int"),
        Op::AddFloat | Op::SubFloat | Op::MulFloat | Op::DivFloat => (Operands::Floats, "Float"),
    }
}

/// The same operator for the other sort of numbers.
fn other_kind(op: BinaryOp) -> Option<BinaryOp> {
    const PAIRS: [(BinaryOp, BinaryOp); 8] = [
        (BinaryOp::LessInt, BinaryOp::LessFloat),
        (BinaryOp::LessEqualInt, BinaryOp::LessEqualFloat),
        (BinaryOp::GreaterInt, BinaryOp::GreaterFloat),
        (BinaryOp::GreaterEqualInt, BinaryOp::GreaterEqualFloat),
        (BinaryOp::AddInt, BinaryOp::AddFloat),
        (BinaryOp::SubInt, BinaryOp::SubFloat),
        (BinaryOp::MulInt, BinaryOp::MulFloat),
        (BinaryOp::DivInt, BinaryOp::DivFloat),
    ];
    PAIRS.iter().find_map(|(int, float)| {
        if *int == op {
            Some(*float)
        } else if *float == op {
            Some(*int)
        } else {
            None
        }
    })
}

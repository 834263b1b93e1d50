//! Numbers, texts and truth values.

use crate::tree::{Node, Part, UNARY};
use crate::types::Type;
use crate::writer::Writer;

impl Writer {
    /// Arithmetic whose result is exact on every target.
    pub(crate) fn int_form(&mut self, size: u32) -> Node {
        match self.random.below(8) {
            0 => self.binary(&Type::Int, ("+", 7), &Type::Int, size),
            1 => self.binary(&Type::Int, ("-", 7), &Type::Int, size),
            2 => self.binary(&Type::Int, ("/", 8), &Type::Int, size),
            3 => self.binary(&Type::Int, ("%", 8), &Type::Int, size),
            4 => self.product(size),
            5 => {
                let value = self.expression(&Type::Int, size - 1).within(UNARY);
                Node::expression(&Type::Int, "{ -$ }", vec![value.into()])
            }
            6 => {
                let bits = self.expression(&Type::BitArray, size - 1);
                Node::expression(&Type::Int, "support.bit_size(~$~)", vec![bits.into()])
            }
            _ => self.leaf(&Type::Int),
        }
    }

    fn product(&mut self, size: u32) -> Node {
        let left = self.expression(&Type::Int, size - 1).within(8);
        let right = self.expression(&Type::Int, size - 1).within(8);
        let template = self
            .random
            .pick(&["{ $ % 1009 } * { $ % 2003 }", "$ % 1009 * { $ % 37 }"]);
        Node::expression(&Type::Int, template, vec![left.into(), right.into()]).bound(8)
    }

    /// Arithmetic that stays small: products have a small factor.
    pub(crate) fn float_form(&mut self, size: u32) -> Node {
        match self.random.below(6) {
            0 => self.binary(&Type::Float, ("+.", 7), &Type::Float, size),
            1 => self.binary(&Type::Float, ("-.", 7), &Type::Float, size),
            2 => self.binary(&Type::Float, ("/.", 8), &Type::Float, size),
            3 | 4 => {
                let left = self.expression(&Type::Float, size - 1).within(8);
                let right = self.random.pick(&["0.5", "2.0", "-1.0", "0.25", "1.5"]);
                Node::expression(&Type::Float, "$ *. $", vec![left.into(), right.into()]).bound(8)
            }
            _ => self.leaf(&Type::Float),
        }
    }

    pub(crate) fn concatenation(&mut self, size: u32) -> Node {
        self.binary(&Type::String, ("<>", 5), &Type::String, size)
    }

    pub(crate) fn bool_form(&mut self, size: u32) -> Node {
        let result = Type::Bool;
        match self.random.below(10) {
            0 | 1 => self.binary(&result, ("&&", 2), &Type::Bool, size),
            2 | 3 => self.binary(&result, ("||", 1), &Type::Bool, size),
            4 => {
                let value = self.expression(&Type::Bool, size - 1).within(UNARY);
                Node::expression(&result, "!$", vec![value.into()]).bound(UNARY)
            }
            5 => {
                let operator = self.random.pick(&["<.", "<=.", ">.", ">=."]);
                self.binary(&result, (operator, 4), &Type::Float, size)
            }
            6 | 7 => {
                let operator = self.random.pick(&["<", "<=", ">", ">="]);
                self.binary(&result, (operator, 4), &Type::Int, size)
            }
            _ => {
                let ty = self.interesting_type();
                let ty = if ty.is_comparable() { ty } else { Type::Int };
                let operator = self.random.pick(&["==", "!="]);
                self.binary(&result, (operator, 3), &ty, size)
            }
        }
    }

    /// A binary operator with operands of a type.
    fn binary(
        &mut self,
        result: &Type,
        (operator, binding): (&str, u8),
        ty: &Type,
        size: u32,
    ) -> Node {
        let left = self.expression(ty, size - 1);
        let right = self.expression(ty, size - 1);
        infix(result, (operator, binding), left, right)
    }
}

/// Two operands and what is between them, with braces where they are needed.
pub(crate) fn infix(
    result: &Type,
    (operator, binding): (&str, u8),
    left: Node,
    right: Node,
) -> Node {
    let holes: Vec<Part> = vec![
        left.within(binding).into(),
        right.within(binding + 1).into(),
    ];
    Node::expression(result, &format!("$ {operator} $"), holes).bound(binding)
}

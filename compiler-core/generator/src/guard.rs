//! Guards: expressions without calls.

use crate::operator::infix;
use crate::tree::{Node, Sort, UNARY, many};
use crate::types::{Entity, Type};
use crate::writer::Writer;

impl Writer {
    /// What a guard can say of a type.
    pub(crate) fn guard(&mut self, ty: &Type, size: u32) -> Node {
        let known = match self.random.below(4) {
            0 => self.part_of_variable(ty),
            1 => self.constant(ty),
            _ => None,
        };
        if let Some(node) = known.filter(|_| *ty != Type::Bool || size < 2) {
            return node;
        }
        if size == 0 {
            return self.guard_leaf(ty);
        }
        match ty {
            Type::Bool => self.guard_condition(size - 1),
            Type::Int => {
                let operator = self
                    .random
                    .pick(&[("+", 7), ("-", 7), ("/", 8), ("%", 8), ("", 0)]);
                self.guard_operation(ty, operator, ty, size - 1)
            }
            Type::Float => {
                let operator = self
                    .random
                    .pick(&[("+.", 7), ("-.", 7), ("/.", 8), ("", 0)]);
                self.guard_operation(ty, operator, ty, size - 1)
            }
            Type::String => self.guard_operation(ty, ("<>", 5), ty, size - 1),
            Type::Tuple(items) => {
                // Parts of variables cannot stand in them.
                let parts = items.iter().map(|ty| self.guard_leaf(ty)).collect();
                Node::expression(ty, "#(~$~)", vec![many(", ", parts)])
            }
            Type::List(item) => {
                let parts = (0..self.random.below(3))
                    .map(|_| self.guard_leaf(item))
                    .collect();
                Node::expression(ty, "[~$~]", vec![many(", ", parts)])
            }
            _ => self.guard_leaf(ty),
        }
    }

    fn guard_condition(&mut self, size: u32) -> Node {
        let result = Type::Bool;
        match self.random.below(9) {
            0 | 1 => self.guard_operation(&result, ("&&", 2), &Type::Bool, size),
            2 | 3 => self.guard_operation(&result, ("||", 1), &Type::Bool, size),
            4 => {
                let value = self.guard(&Type::Bool, size).within(UNARY);
                Node::expression(&result, "!$", vec![value.into()]).bound(UNARY)
            }
            5 => {
                let operator = self.random.pick(&["<.", "<=.", ">.", ">=."]);
                self.guard_operation(&result, (operator, 4), &Type::Float, size)
            }
            6 => {
                let operator = self.random.pick(&["<", "<=", ">", ">="]);
                self.guard_operation(&result, (operator, 4), &Type::Int, size)
            }
            _ => {
                let ty = self.interesting_type();
                let ty = if self.is_writable(&ty, 3) {
                    ty
                } else {
                    Type::Int
                };
                let operator = self.random.pick(&["==", "!="]);
                self.guard_operation(&result, (operator, 3), &ty, size)
            }
        }
    }

    fn guard_operation(
        &mut self,
        result: &Type,
        operator: (&str, u8),
        ty: &Type,
        size: u32,
    ) -> Node {
        if operator.0.is_empty() {
            return self.guard_leaf(ty);
        }
        let left = self.guard(ty, size);
        // On Erlang a division by zero makes a guard fail; on JavaScript it gives zero.
        let right = match operator.0 {
            "/" | "%" => Node::word(
                Sort::Expression(ty.clone()),
                self.random.pick(&["2", "7", "-3"]),
            ),
            "/." => Node::word(
                Sort::Expression(ty.clone()),
                self.random.pick(&["2.0", "-0.5"]),
            ),
            _ => self.guard(ty, size),
        };
        infix(result, operator, left, right)
    }

    fn guard_leaf(&mut self, ty: &Type) -> Node {
        if self.random.chance(70)
            && let Some(variable) = self.variable(ty)
        {
            return variable;
        }
        match ty {
            Type::List(_) => Node::expression(ty, "[~]", Vec::new()),
            Type::Tuple(items) => {
                let parts = items.iter().map(|ty| self.guard_leaf(ty)).collect();
                Node::expression(ty, "#(~$~)", vec![many(", ", parts)])
            }
            Type::Result(ok, _) => {
                let value = self.guard_leaf(ok);
                Node::expression(ty, "Ok(~$~)", vec![value.into()])
            }
            Type::Custom(id, arguments) => self.guard_record(*id, arguments),
            Type::BitArray => Node::expression(ty, "<<~>>", Vec::new()),
            _ => self.value(ty, 0, crate::literal::Place::Constant),
        }
    }

    fn guard_record(&mut self, id: usize, arguments: &[Type]) -> Node {
        let ty = Type::Custom(id, arguments.to_vec());
        let name = self.named(Entity::Variant(id, 0)).unwrap_or_default();
        let fields = self.fields(id, 0, arguments);
        if fields.is_empty() {
            return Node::word(Sort::Expression(ty), name);
        }
        let parts = fields.iter().map(|field| {
            let value = self.guard_leaf(&field.ty);
            match &field.label {
                Some(label) => Node::part("$: $", vec![label.clone().into(), value.into()]),
                None => value,
            }
        });
        let parts = parts.collect();
        Node::expression(&ty, "$(~$~)", vec![name.into(), many(", ", parts)])
    }

    /// Whether values of the type can be written without calls, in this module.
    pub(crate) fn is_writable(&self, ty: &Type, depth: u32) -> bool {
        let all = |types: &[Type]| types.iter().all(|ty| self.is_writable(ty, depth));
        match ty {
            Type::Function(..) | Type::Variable(_) => false,
            Type::List(item) => self.is_writable(item, depth),
            Type::Tuple(items) => all(items),
            Type::Result(ok, error) => {
                self.is_writable(ok, depth) && self.is_writable(error, depth)
            }
            Type::Custom(id, arguments) => {
                let own = |variant| {
                    self.named(Entity::Variant(*id, variant)).is_some()
                        && (depth == 0
                            || self
                                .fields(*id, variant, arguments)
                                .iter()
                                .all(|field| self.is_writable(&field.ty, depth - 1)))
                };
                (0..self.types[*id].variants.len()).all(own)
            }
            _ => true,
        }
    }
}

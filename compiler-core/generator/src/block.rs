//! Blocks and their statements.

use crate::tree::{Node, Sort, UNIT, many};
use crate::types::Type;
use crate::writer::Writer;

impl Writer {
    /// `{ … }`
    pub(crate) fn block(&mut self, ty: &Type, size: u32) -> Node {
        let body = self.body(ty, size);
        Node::expression(ty, "{\n$\n}", vec![body.into()])
    }

    /// Statements, the last of which has the type.
    pub(crate) fn body(&mut self, ty: &Type, size: u32) -> Node {
        let inside = self.scope.len();
        let count = if self.is_exhausted() {
            0
        } else {
            self.random.below(3)
        };
        let mut statements: Vec<Node> = (0..count).map(|_| self.statement(size)).collect();
        let rest = if size > 0 && self.random.chance(12) {
            self.use_statements(ty, size - 1)
        } else {
            None
        };
        let last = rest.unwrap_or_else(|| self.expression(ty, size));
        statements.push(last);
        self.scope.truncate(inside);
        Node::new(
            Sort::Expression(ty.clone()),
            "$",
            vec![many("\n", statements)],
        )
        .bound(0)
    }

    fn statement(&mut self, size: u32) -> Node {
        match self.random.below(12) {
            0 => {
                let ty = self.interesting_type();
                self.logged(&ty, size)
            }
            1 | 2 => self.let_assert(size),
            3 => self.assertion(size),
            _ => self.binding(size),
        }
    }

    /// `let a = b`
    fn binding(&mut self, size: u32) -> Node {
        let ty = self.interesting_type();
        let value = self.expression(&ty, size);
        let mut bound = Vec::new();
        let pattern = self.total_pattern(&ty, 2, &mut bound);
        self.scope.extend(bound);
        if ty.has_fields() || self.random.chance(25) {
            let holes = vec![pattern.into(), self.print_type(&ty).into(), value.into()];
            return Node::part("let $: $ = $", holes);
        }
        Node::part("let $ = $", vec![pattern.into(), value.into()])
    }

    /// `let assert Ok(a) = Ok(b)`, which sometimes fails.
    fn let_assert(&mut self, size: u32) -> Node {
        let ty = self.interesting_type();
        let mut bound = Vec::new();
        let (value, pattern) = if self.random.chance(5) {
            (self.expression(&ty, size), self.pattern(&ty, 2, &mut bound))
        } else {
            self.matching(&ty, size, &mut bound)
        };
        let mut holes = vec![
            pattern.into(),
            self.print_type(&ty).into(),
            value.within(1).into(),
        ];
        let node = if self.random.chance(25) {
            holes.push(
                self.expression(&Type::String, size.min(1))
                    .within(UNIT)
                    .into(),
            );
            Node::part("let assert $: $ = $ as $", holes)
        } else {
            Node::part("let assert $: $ = $", holes)
        };
        self.scope.extend(bound);
        node
    }

    /// `assert a == a`, which sometimes fails.
    fn assertion(&mut self, size: u32) -> Node {
        let condition = self.expression(&Type::Bool, size);
        let condition = if self.random.chance(8) {
            condition.within(1)
        } else {
            Node::part("$ || True", vec![condition.within(1).into()])
        };
        if self.random.chance(25) {
            let message = self.expression(&Type::String, size.min(1)).within(UNIT);
            return Node::part("assert $ as $", vec![condition.into(), message.into()]);
        }
        Node::part("assert $", vec![condition.into()])
    }
}

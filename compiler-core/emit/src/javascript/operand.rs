//! Operands, in their order: when a later one needs statements, the earlier ones that could tell
//! the difference are put into variables first.

use ir::node::ExprId;

use super::module::Emitter;
use super::node::{self, Stmt};

/// Height from which an expression is put into a variable: engines parse recursively.
const TALLEST: u32 = 60;

impl Emitter<'_> {
    /// Evaluates all of `operands`; statements that have to run before go to `out`.
    pub(super) fn operands(
        &mut self,
        operands: &[ExprId],
        out: &mut Vec<Stmt>,
    ) -> Vec<node::ExprId> {
        let mut list = Operands::default();
        for operand in operands {
            list.push(self, out, |emitter, out| emitter.expr(*operand, out));
        }
        list.values
    }

    /// Puts `value` into a variable if it is very tall.
    pub(super) fn cap_height(&mut self, value: node::ExprId, out: &mut Vec<Stmt>) -> node::ExprId {
        if self.tree.exprs[value].height < TALLEST {
            return value;
        }
        self.spill(value, out)
    }

    /// Puts `value` into a variable.
    pub(super) fn spill(&mut self, value: node::ExprId, out: &mut Vec<Stmt>) -> node::ExprId {
        let name = self.fresh("$");
        out.push(Stmt::Let {
            name,
            value: Some(value),
        });
        self.tree.name(name)
    }
}

/// Operands that have been evaluated.
#[derive(Debug, Default)]
pub(super) struct Operands {
    /// Their expressions.
    pub(super) values: Vec<node::ExprId>,
    /// Those before this one may be evaluated at any later time.
    settled: usize,
}

impl Operands {
    /// Evaluates one more.
    pub(super) fn push(
        &mut self,
        emitter: &mut Emitter<'_>,
        out: &mut Vec<Stmt>,
        operand: impl FnOnce(&mut Emitter<'_>, &mut Vec<Stmt>) -> node::ExprId,
    ) {
        let mut statements = Vec::new();
        let value = operand(emitter, &mut statements);
        if !statements.is_empty() {
            for earlier in &mut self.values[self.settled..] {
                if !emitter.tree.exprs[*earlier].pure {
                    *earlier = emitter.spill(*earlier, out);
                }
            }
            self.settled = self.values.len();
            out.append(&mut statements);
        }
        self.values.push(value);
    }
}

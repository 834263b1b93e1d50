//! Fields of records and elements of tuples.
//!
//! What OTP's validator knows of a value, it knows of the tuple that the value is an element of: each
//! step of `a.b.c.d` tells it more of all before, which takes time cubic in the length of the path. After
//! some steps it is therefore made to forget where the value came from.

use ir::node::ExprId;

use super::module::{Lower, Step};
use super::node::{NodeId, NodeKind, Var};

/// After as many steps the origin of a value is hidden.
const LONGEST_PATH: u32 = 20;

impl Lower<'_> {
    /// The element of `tuple` at `position`, from 1.
    pub(super) fn element(
        &mut self,
        id: ExprId,
        tuple: ExprId,
        position: u32,
        steps: &mut Vec<Step>,
    ) -> NodeId {
        let mut tuple = self.operand(tuple, steps);
        if self.path(tuple) >= LONGEST_PATH {
            tuple = self.without_origin(tuple, steps);
        }
        let line = Some(self.line_of(id));
        self.element_of(tuple, position, line)
    }

    /// Remembers how long the path to `var` is, which is bound to `value`.
    pub(super) fn follow(&mut self, var: Var, value: NodeId) {
        let path = self.path(value);
        if path > 0 {
            self.paths.insert(var, path);
        }
    }

    /// How many steps lead to the value of a node.
    fn path(&self, node: NodeId) -> u32 {
        match &self.core.node(node).kind {
            NodeKind::Var(var) => self.paths.get(var).copied().unwrap_or(0),
            NodeKind::Call { function, args, .. } if function.as_str() == "element" => {
                args.last().map_or(0, |tuple| self.path(*tuple) + 1)
            }
            _ => 0,
        }
    }

    /// The same value, of which OTP does not know that it is.
    fn without_origin(&mut self, value: NodeId, steps: &mut Vec<Step>) -> NodeId {
        let nil = self.core.nil();
        let list = self.core.list(&[value], nil);
        let hidden = self
            .core
            .call(("erlang", "list_to_tuple"), vec![list], None);
        let hidden = self.simple(hidden, steps);
        let shown = self.element_of(hidden, 1, None);
        let var = self.fresh();
        steps.push(Step::Bind(var, shown));
        self.core.var(var)
    }

    fn element_of(&mut self, tuple: NodeId, position: u32, line: Option<u32>) -> NodeId {
        let position = self.core.int(position);
        self.core
            .call(("erlang", "element"), vec![position, tuple], line)
    }
}

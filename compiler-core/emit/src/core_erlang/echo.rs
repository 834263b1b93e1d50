//! `echo`: shows a value on standard error.
//!
//! The functions that do it are added to each module that uses them, so that a compiled package
//! needs nothing but itself. They are written in Erlang: the compile server adds their definitions
//! where [`Core::uses_echo`](super::node::Core::uses_echo), and the same to the abstract code.

use ir::node::ExprId;
use source::Name;

use super::module::{Lower, Step};
use super::node::{FunName, NodeId, NodeKind};

/// The helper functions: Erlang definitions, without a module around them.
pub const ECHO_HELPERS: &str = include_str!("echo.erl");

impl Lower<'_> {
    pub(super) fn echo(
        &mut self,
        id: ExprId,
        value: ExprId,
        message: Option<ExprId>,
        steps: &mut Vec<Step>,
    ) -> NodeId {
        self.core.uses_echo = true;
        let value = self.operand(value, steps);
        let message = match message {
            Some(message) => self.operand(message, steps),
            None => self.core.atom("none"),
        };
        let line = self.line_of(id);
        let place = self.core.string(&format!("{}:{line}", self.ir.source_path));
        let callee = self.core.add(NodeKind::FunName(FunName {
            name: Name::new("echo@"),
            arity: 3,
        }));
        let args = vec![value, message, place];
        self.core.add(NodeKind::Apply { callee, args })
    }
}

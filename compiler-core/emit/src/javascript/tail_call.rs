//! Functions that call themselves as the last thing they do become loops.
//!
//! The parameters are called `loop$x`; every round copies them to variables of its own, so that
//! closures keep the values of the round that made them.

use ir::node::{ExprId, ExprKind, Function, FunctionRef};
use source::Name;

use super::module::Emitter;
use super::node::{self, Stmt};
use super::statement::Dest;

/// The function around the code that is being written.
#[derive(Debug)]
pub(super) struct Recursion {
    function: Name,
    /// The parameter, and its copy in the round.
    params: Vec<(Name, Name)>,
}

impl Emitter<'_> {
    /// Whether a call of `function` itself stands in tail position of its `body`.
    pub(super) fn calls_itself_last(&self, function: &Function, body: ExprId) -> bool {
        let mut tails = vec![body];
        while let Some(tail) = tails.pop() {
            match &self.module.exprs[tail].kind {
                ExprKind::Block { result, .. } => tails.push(*result),
                ExprKind::Case(case) => tails.extend(case.arms.iter().map(|arm| arm.body)),
                ExprKind::CallFunction {
                    function: called, ..
                } if self.names_own(called, function.name) => {
                    return true;
                }
                _ => {}
            }
        }
        false
    }

    fn names_own(&self, function: &FunctionRef, own: Name) -> bool {
        matches!(function, FunctionRef::Module { module, name, .. }
            if *module == self.module.name && *name == own)
    }

    /// Writes the body of `function` as a loop; gives its parameters.
    pub(super) fn enter_loop(
        &mut self,
        function: &Function,
        body: ExprId,
        out: &mut Vec<Stmt>,
    ) -> Vec<Name> {
        let mut params = Vec::new();
        let mut round = Vec::new();
        for param in &function.params {
            let copy = self.declare(*param);
            let name = self.fresh(&format!("loop${}", self.module.locals[*param].name));
            let value = self.tree.name(name);
            round.push(Stmt::Let {
                name: copy,
                value: Some(value),
            });
            params.push((name, copy));
        }
        let names = params.iter().map(|(name, _)| *name).collect();
        self.recursion = Some(Recursion {
            function: function.name,
            params,
        });
        self.into(body, Dest::Return, &mut round);
        self.recursion = None;
        let round = self.tree.block(round);
        out.push(Stmt::Loop(round));
        names
    }

    /// Whether `function` is the one whose loop this is.
    pub(super) fn is_recursion(&self, function: &FunctionRef) -> bool {
        self.recursion
            .as_ref()
            .is_some_and(|recursion| self.names_own(function, recursion.function))
    }

    /// Starts the next round with `args`.
    pub(super) fn recur(&mut self, args: &[ExprId], out: &mut Vec<Stmt>) {
        let values = self.operands(args, out);
        let Some(recursion) = &self.recursion else {
            return;
        };
        for ((param, copy), value) in recursion.params.iter().zip(values) {
            let unchanged =
                matches!(&self.tree.exprs[value].kind, node::ExprKind::Name(name) if name == copy);
            if !unchanged {
                out.push(Stmt::Assign {
                    name: *param,
                    value,
                });
            }
        }
        out.push(Stmt::Continue);
    }
}

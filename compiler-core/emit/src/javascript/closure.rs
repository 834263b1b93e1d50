//! Closures.
//!
//! Engines parse closures inside closures recursively. One that stands inside very many others is
//! therefore made by a function at the top of the module, which takes what it captures:
//!
//! ```js
//! function $$closure1(a, b) { return (x) => { … }; }
//! ```

use std::collections::BTreeSet;

use ir::node::{ExprId, LocalId};
use ir::walk;
use source::Name;

use super::module::Emitter;
use super::node::{self, Item, Stmt};
use super::statement::Dest;

/// How many closures stand inside each other at most.
const DEEPEST: u32 = 100;

/// The closures around the code that is being written, and those that have been moved.
#[derive(Debug, Default)]
pub(super) struct Closures {
    /// How many there are around the code, up to the function at the top.
    around: u32,
    /// The functions that make those that have been moved.
    pub(super) moved: Vec<Item>,
    /// How many have been moved in the whole module.
    count: u32,
}

impl Emitter<'_> {
    /// `(params) => { body }`; `at` is its place in the source.
    pub(super) fn lambda(&mut self, params: &[LocalId], body: ExprId, at: u32) -> node::ExprId {
        if self.closures.around >= DEEPEST {
            return self.moved_lambda(params, body, at);
        }
        self.closures.around += 1;
        let recursion = self.recursion.take();
        let mark = self.names.mark();
        let params = params.iter().map(|param| self.declare(*param)).collect();
        let mut statements = Vec::new();
        self.into(body, Dest::Return, &mut statements);
        self.names.restore(mark);
        self.recursion = recursion;
        self.closures.around -= 1;
        self.tree.arrow(params, statements)
    }

    fn moved_lambda(&mut self, params: &[LocalId], body: ExprId, at: u32) -> node::ExprId {
        let captured = self.captured(body);
        let args: Vec<node::ExprId> = captured.iter().map(|local| self.local(*local)).collect();
        let around = std::mem::take(&mut self.closures.around);
        let tests = (self.nesting, self.depth);
        (self.nesting, self.depth) = (0, 0);
        let mark = self.names.mark();
        let names = captured.iter().map(|local| self.declare(*local)).collect();
        let value = self.lambda(params, body, at);
        self.names.restore(mark);
        (self.nesting, self.depth) = tests;
        self.closures.around = around;
        for (local, arg) in captured.iter().zip(&args) {
            self.locals[*local] = Some(*arg);
        }
        self.closures.count += 1;
        // No other name begins with two `$`.
        let name = Name::new(&format!("$$closure{}", self.closures.count));
        let body = self.tree.block(vec![Stmt::Return(value)]);
        self.closures.moved.push(Item::Function {
            exported: false,
            docs: String::new(),
            name,
            params: names,
            body,
            at,
        });
        self.closures.moved.push(Item::Blank);
        let callee = self.tree.name(name);
        self.tree.pure_call(callee, args)
    }

    /// The variables that are bound outside of `body` and mentioned in it. It is asked for few closures:
    /// each time, all that is inside is looked at.
    fn captured(&self, body: ExprId) -> BTreeSet<LocalId> {
        let inside = walk::inside(self.module, body, true);
        let mut captured: BTreeSet<LocalId> = inside
            .flat_map(|expr| walk::parts(self.module, expr).locals)
            .collect();
        // What is bound inside has no expression yet.
        captured.retain(|local| self.locals[*local].is_some());
        captured
    }
}

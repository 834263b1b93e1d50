//! Tests of one value against several shapes.

use ir::node::{Branch, DecisionId, LocalId, Test};

use super::decision::Leaves;
use super::module::Emitter;
use super::node::{self, Op, Stmt, diverge};

/// From this many literals on, `switch` is used.
const MANY: usize = 8;

impl<'m> Emitter<'m> {
    /// Tests `subject` against the shapes of `rest` in turn.
    pub(super) fn switch(
        &mut self,
        subject: LocalId,
        rest: Rest<'m>,
        leaves: &Leaves<'m>,
        out: &mut Vec<Stmt>,
    ) {
        let subject = self.local(subject);
        let is_literal = |branch: &Branch| {
            matches!(branch.test, Test::Int(_) | Test::Float(_) | Test::String(_))
        };
        if rest.branches.len() >= MANY && rest.branches.iter().all(is_literal) {
            self.switch_literals(subject, rest, leaves, out);
        } else {
            self.chain(subject, rest, leaves, out);
        }
    }

    fn chain(
        &mut self,
        subject: node::ExprId,
        rest: Rest<'m>,
        leaves: &Leaves<'m>,
        out: &mut Vec<Stmt>,
    ) {
        let Some((first, others)) = split_first(rest.branches) else {
            if let Some(otherwise) = rest.otherwise {
                self.decide(otherwise, leaves, out);
            }
            return;
        };
        let is_last = others.is_empty() && rest.otherwise.is_none();
        // The condition of a bit array also binds variables.
        let condition = if is_last && !matches!(first.test, Test::BitArray(_)) {
            None
        } else {
            self.condition(subject, &first.test, out)
        };
        let Some(condition) = condition else {
            self.take_apart(subject, &first.test, out);
            return self.decide(first.then, leaves, out);
        };
        let rest = Rest {
            branches: others,
            otherwise: rest.otherwise,
        };
        self.branch(
            condition,
            out,
            |emitter, out| {
                emitter.take_apart(subject, &first.test, out);
                emitter.decide(first.then, leaves, out);
            },
            |emitter, out| source::grow(|| emitter.chain(subject, rest, leaves, out)),
        );
    }

    fn switch_literals(
        &mut self,
        subject: node::ExprId,
        rest: Rest<'m>,
        leaves: &Leaves<'m>,
        out: &mut Vec<Stmt>,
    ) {
        let mut diverges = rest.otherwise.is_some();
        let mut block = |emitter: &mut Self, decision: DecisionId| {
            let mark = emitter.names.mark();
            let mut statements = Vec::new();
            emitter.decide(decision, leaves, &mut statements);
            emitter.names.restore(mark);
            diverges &= diverge(&statements);
            emitter.tree.block(statements)
        };
        let mut cases = Vec::new();
        for branch in rest.branches {
            let literal = self.literal(&branch.test);
            cases.push((literal, block(self, branch.then)));
        }
        let default = rest.otherwise.map(|otherwise| block(self, otherwise));
        out.push(Stmt::Switch {
            subject,
            cases,
            default,
            diverges,
        });
    }

    fn literal(&mut self, test: &Test) -> node::ExprId {
        match test {
            Test::Int(digits) => self.tree.number(digits),
            Test::Float(value) => self.float(*value),
            Test::String(text) => self.tree.string(text.clone()),
            // Only literals are asked for.
            _ => self.tree.name("undefined"),
        }
    }

    /// Whether `subject` has the shape of `test`; nothing if it cannot have another. Declarations
    /// that the condition needs go to `out`.
    pub(super) fn condition(
        &mut self,
        subject: node::ExprId,
        test: &Test,
        out: &mut Vec<Stmt>,
    ) -> Option<node::ExprId> {
        match test {
            Test::Int(_) | Test::Float(_) | Test::String(_) => {
                let literal = self.literal(test);
                Some(self.tree.binary(Op::Same, subject, literal))
            }
            Test::StringPrefix { prefix, .. } => {
                let method = self.tree.member(subject, "startsWith");
                let prefix = self.tree.string(prefix.clone());
                Some(self.tree.pure_call(method, vec![prefix]))
            }
            Test::Variant { constructor, .. } => self.is_variant(subject, constructor),
            Test::EmptyList => Some(self.is_class(subject, "Empty")),
            Test::NonEmptyList { .. } => Some(self.is_class(subject, "NonEmpty")),
            Test::BitArray(segments) => self.bit_array_condition(subject, segments, out),
        }
    }

    fn is_class(&mut self, subject: node::ExprId, class: &'static str) -> node::ExprId {
        let class = self.prelude(class);
        self.tree.binary(Op::InstanceOf, subject, class)
    }

    /// Binds what `test` takes apart, given that it holds.
    pub(super) fn take_apart(
        &mut self,
        subject: node::ExprId,
        test: &'m Test,
        out: &mut Vec<Stmt>,
    ) {
        for (local, part) in self.parts(subject, test) {
            self.bind_part(local, part, out);
        }
    }

    /// The variables that `test` binds, with the expressions that give their values.
    pub(super) fn parts(
        &mut self,
        subject: node::ExprId,
        test: &Test,
    ) -> Vec<(LocalId, node::ExprId)> {
        let mut parts = Vec::new();
        match test {
            Test::Int(_) | Test::Float(_) | Test::String(_) | Test::EmptyList => {}
            Test::StringPrefix { prefix, rest } => {
                if let Some(rest) = rest {
                    let method = self.tree.member(subject, "slice");
                    let start = self.tree.number(prefix.encode_utf16().count());
                    parts.push((*rest, self.tree.pure_call(method, vec![start])));
                }
            }
            Test::Variant {
                constructor,
                fields,
            } => {
                for (index, local) in fields.iter().enumerate() {
                    if let Some(local) = local {
                        let label = constructor.fields.get(index).copied().flatten();
                        parts.push((*local, self.field(subject, index as u32, label)));
                    }
                }
            }
            Test::NonEmptyList { head, tail } => {
                for (local, property) in [(head, "head"), (tail, "tail")] {
                    if let Some(local) = local {
                        parts.push((*local, self.tree.member(subject, property)));
                    }
                }
            }
            Test::BitArray(segments) => parts = self.bit_array_parts(subject, segments),
        }
        parts
    }

    /// Binds the elements of a tuple.
    pub(super) fn take_tuple_apart(
        &mut self,
        subject: node::ExprId,
        items: &[Option<LocalId>],
        out: &mut Vec<Stmt>,
    ) {
        for (index, local) in items.iter().enumerate() {
            if let Some(local) = local {
                let part = self.tree.index(subject, index as u32);
                self.bind_part(*local, part, out);
            }
        }
    }
}

/// The branch to test for first, and the others. That a list has elements is tested before that it
/// has none: most have, and an object is soonest found to be of its own class.
fn split_first(branches: &[Branch]) -> Option<(&Branch, &[Branch])> {
    match branches {
        [empty, non_empty] if matches!(empty.test, Test::EmptyList) => {
            Some((non_empty, std::slice::from_ref(empty)))
        }
        _ => branches.split_first(),
    }
}

/// The shapes that have not been tested.
#[derive(Clone, Copy)]
pub(super) struct Rest<'m> {
    /// In order.
    pub(super) branches: &'m [Branch],
    /// If none fits.
    pub(super) otherwise: Option<DecisionId>,
}

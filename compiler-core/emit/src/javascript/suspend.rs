//! Functions that call themselves and then go on: one loop goes in, another comes back.
//!
//! ```js
//! let loop$frame;
//! let loop$value;
//! _in: { while (true) { … loop$frame = { $next: loop$frame, x }; loop$list = rest; continue; } }
//! while (true) {
//!   if (loop$frame === undefined) { return loop$value; }
//!   let x = loop$frame.x;
//!   loop$frame = loop$frame.$next;
//!   loop$value = x + loop$value; continue;
//! }
//! ```
//!
//! Between the loops there is a linked list of what the rest of each call needs: the stack that the
//! engine would have kept.

use std::collections::BTreeSet;

use ir::node::{ExprId, ExprKind, LocalId, Statement};
use ir::tails::Loop;
use ir::walk;
use source::Name;

use super::module::Emitter;
use super::name::Names;
use super::node::{self, Op, Stmt};
use super::statement::Dest;

/// The property of a frame that holds the one before it.
const NEXT: &str = "$next";
/// The property of a frame that says which call it waits for.
const AT: &str = "$at";

/// What a loop keeps of the calls that wait.
#[derive(Debug)]
pub(super) struct Frames {
    /// The variable that holds the newest frame.
    frame: Name,
    /// The variable that holds the value of the call that has ended.
    value: Name,
    /// The label of the loop that goes in, while that is written.
    going_in: Option<Name>,
    /// How many calls can wait.
    places: usize,
    /// What is still to be written.
    waiting: Vec<Waiting>,
}

/// The rest of a block behind a call.
#[derive(Debug)]
struct Waiting {
    block: ExprId,
    /// The statement that is the call.
    at: usize,
    /// The variables that the rest needs, and the property that holds each.
    kept: Vec<(LocalId, Name)>,
}

impl Emitter<'_> {
    /// The variables of a loop whose calls can wait.
    pub(super) fn frames(&mut self, found: &Loop, out: &mut Vec<Stmt>) -> Option<Frames> {
        if found.suspending == 0 {
            return None;
        }
        let (frame, value) = (self.fresh("loop$frame"), self.fresh("loop$value"));
        for name in [frame, value] {
            out.push(Stmt::Let { name, value: None });
        }
        Some(Frames {
            frame,
            value,
            going_in: Some(self.fresh("_in")),
            places: found.suspending,
            waiting: Vec::new(),
        })
    }

    fn open_frames(&mut self) -> Option<&mut Frames> {
        self.recursion.as_mut()?.frames.as_mut()
    }

    /// The statement of a block that is a call which waits, if there is one.
    pub(super) fn suspension(&self, dest: Dest, statements: &[Statement]) -> Option<usize> {
        self.recursion.as_ref()?.frames.as_ref()?;
        if dest != Dest::Return {
            return None;
        }
        statements.iter().position(|statement| match statement {
            Statement::Let { value, .. } => self.module.suspending.contains(value),
            _ => false,
        })
    }

    /// Writes a block as far as the call that is its statement `at`, and keeps what the rest needs.
    pub(super) fn suspend(&mut self, block: ExprId, at: usize, out: &mut Vec<Stmt>) {
        let module = self.module;
        let ExprKind::Block { statements, .. } = &module.exprs[block].kind else {
            return;
        };
        let Statement::Let { value: call, .. } = &statements[at] else {
            return;
        };
        let ExprKind::CallFunction { function, args } = &module.exprs[*call].kind else {
            return;
        };
        if !self.statements(&statements[..at], out) {
            return;
        }
        let args = self.operands(args, out);
        self.keep(block, at, out);
        self.start_round(function, args, out);
    }

    /// Pushes a frame.
    fn keep(&mut self, block: ExprId, at: usize, out: &mut Vec<Stmt>) {
        let needed = self.needed(block, at);
        let Some(frames) = self.open_frames() else {
            return;
        };
        let (frame, places, place) = (frames.frame, frames.places, frames.waiting.len());
        let mut entries = vec![(Name::new(NEXT), self.tree.name(frame))];
        if places > 1 {
            entries.push((Name::new(AT), self.tree.number(place)));
        }
        let mut properties = Names::default();
        let mut kept: Vec<(LocalId, Name)> = Vec::new();
        let mut held: Vec<(Name, Name)> = Vec::new();
        for local in needed {
            let value = self.local(local);
            let variable = self.variable(local);
            let known = held.iter().find(|(name, _)| Some(*name) == variable);
            let property = match known {
                Some((_, property)) => *property,
                None => {
                    let property = properties.fresh(self.module.locals[local].name);
                    entries.push((property, value));
                    held.extend(variable.map(|name| (name, property)));
                    property
                }
            };
            kept.push((local, property));
        }
        let value = self.tree.object(entries);
        out.push(Stmt::Assign { name: frame, value });
        if let Some(frames) = self.open_frames() {
            frames.waiting.push(Waiting { block, at, kept });
        }
    }

    /// The variables that are bound before statement `at` of a block and needed behind it.
    fn needed(&self, block: ExprId, at: usize) -> BTreeSet<LocalId> {
        let module = self.module;
        let ExprKind::Block { statements, result } = &module.exprs[block].kind else {
            return BTreeSet::new();
        };
        let mut rest = walk::Parts::default();
        for statement in &statements[at + 1..] {
            rest.statement(module, statement);
        }
        rest.exprs.push(*result);
        let exprs = rest.exprs.iter();
        let inside = exprs.flat_map(|expr| walk::inside(module, *expr, true));
        let inside = inside.flat_map(|expr| walk::parts(module, expr).locals);
        let mut needed: BTreeSet<LocalId> = inside.chain(rest.locals.iter().copied()).collect();
        // What is bound behind the call has no expression yet.
        needed.retain(|local| self.locals[*local].is_some());
        needed
    }

    /// Hands `value` to the newest frame.
    pub(super) fn resume(&mut self, value: node::ExprId, out: &mut Vec<Stmt>) -> bool {
        let Some(frames) = self.open_frames() else {
            return false;
        };
        let (name, going_in) = (frames.value, frames.going_in);
        out.push(Stmt::Assign { name, value });
        out.push(going_in.map_or(Stmt::Continue, Stmt::Break));
        true
    }

    /// Writes the loops: `round`, which goes in, and the one that comes back.
    pub(super) fn go_and_come_back(&mut self, round: Vec<Stmt>, out: &mut Vec<Stmt>) {
        let Some(frames) = self.open_frames() else {
            return;
        };
        let (frame, value, label) = (frames.frame, frames.value, frames.going_in.take());
        let waiting = std::mem::take(&mut frames.waiting);
        let round = self.tree.block(round);
        let inward = self.tree.block(vec![Stmt::Loop(round)]);
        out.extend(label.map(|label| Stmt::Labelled {
            label,
            body: inward,
        }));
        let (newest, none) = (self.tree.name(frame), self.tree.name("undefined"));
        let no_frame = self.tree.binary(Op::Same, newest, none);
        let value = self.tree.name(value);
        let done = vec![Stmt::Return(value)];
        let mut back = vec![self.tree.if_else(no_frame, done, Vec::new())];
        let mut rests: Vec<Vec<Stmt>> = waiting.iter().map(|it| self.rest(it, frame)).collect();
        if rests.len() == 1 {
            back.append(&mut rests[0]);
        } else {
            let subject = self.tree.member(newest, AT);
            let cases = rests.into_iter().enumerate();
            let cases = cases
                .map(|(place, rest)| (self.tree.number(place), self.tree.block(rest)))
                .collect();
            back.push(Stmt::Switch {
                subject,
                cases,
                default: None,
                diverges: true,
            });
        }
        let back = self.tree.block(back);
        out.push(Stmt::Loop(back));
    }

    /// What stands behind a call, given its value.
    fn rest(&mut self, waiting: &Waiting, frame: Name) -> Vec<Stmt> {
        let module = self.module;
        let mut out = Vec::new();
        let ExprKind::Block { statements, result } = &module.exprs[waiting.block].kind else {
            return out;
        };
        let mark = self.names.mark();
        let mut known: Vec<(Name, Name)> = Vec::new();
        for (local, property) in &waiting.kept {
            if let Some((_, name)) = known.iter().find(|(it, _)| it == property) {
                self.locals[*local] = Some(self.tree.name(*name));
                continue;
            }
            let name = self.declare(*local);
            let held = self.tree.name(frame);
            let value = Some(self.tree.member(held, *property));
            out.push(Stmt::Let { name, value });
            known.push((*property, name));
        }
        let held = self.tree.name(frame);
        let value = self.tree.member(held, NEXT);
        out.push(Stmt::Assign { name: frame, value });
        if let (Statement::Let { local, .. }, Some(frames)) =
            (&statements[waiting.at], self.open_frames())
        {
            let value = frames.value;
            let value = self.tree.name(value);
            self.bind(*local, value, &mut out);
        }
        if self.statements(&statements[waiting.at + 1..], &mut out) {
            self.into(*result, Dest::Return, &mut out);
        }
        self.names.restore(mark);
        out
    }
}

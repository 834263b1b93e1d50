//! Functions that end in calls of themselves or of each other become loops.
//!
//! The parameters are called `loop$x`; every round copies them to variables of its own, so that
//! closures keep the values of the round that made them. Functions that call each other share one
//! loop, in which a number says whose round it is. Where a call gives the tail of a list, the loop
//! makes the cell first and its tail later (tail recursion modulo cons; Friedman and Wise,
//! "Unwinding structured recursions into iterations", 1975).

use ir::node::{ExprId, ExprKind, Function, FunctionBody, FunctionRef, LocalId};
use ir::tails::{self, Loop};
use source::Name;

use super::module::Emitter;
use super::name::escape;
use super::node::{self, Item, Op, Stmt, diverge};
use super::statement::Dest;
use super::suspend::Frames;

/// The loop around the code that is being written.
#[derive(Debug)]
pub(super) struct Recursion {
    /// Its functions.
    functions: Vec<Name>,
    /// Which of them is being written.
    current: usize,
    /// The variable that says whose round it is, if there are several.
    state: Option<Name>,
    /// The parameters of the loop.
    params: Vec<Name>,
    /// Their copies in the round.
    copies: Vec<Name>,
    /// The list that is being built.
    list: Option<Growing>,
    /// What waits for the rounds that follow.
    pub(super) frames: Option<Frames>,
}

/// A list whose last tail is not known yet.
#[derive(Debug, Clone, Copy)]
struct Growing {
    /// A cell before the first one.
    before: Name,
    /// The last one.
    last: Name,
}

impl Emitter<'_> {
    /// Writes a function that is not part of a loop of several.
    pub(super) fn own_loop(
        &mut self,
        function: &Function,
        (body, found): (ExprId, &Loop),
        out: &mut Vec<Stmt>,
    ) -> Vec<Name> {
        let mut round = Vec::new();
        let (params, copies) = self.round(&function.params, &mut round);
        let recursion = Recursion {
            functions: vec![function.name],
            current: 0,
            state: None,
            params: params.clone(),
            copies,
            list: self.begin_list(found, out),
            frames: self.frames(found, out),
        };
        let waits = recursion.frames.is_some();
        self.recursion = Some(recursion);
        let mark = self.names.mark();
        self.into(body, Dest::Return, &mut round);
        self.names.restore(mark);
        if waits {
            self.go_and_come_back(round, out);
        } else {
            let round = self.tree.block(round);
            out.push(Stmt::Loop(round));
        }
        self.recursion = None;
        params
    }

    /// Parameters of a loop, and their copies in a round.
    fn round(&mut self, params: &[LocalId], round: &mut Vec<Stmt>) -> (Vec<Name>, Vec<Name>) {
        let mut names = Vec::new();
        let mut copies = Vec::new();
        for param in params {
            let copy = self.declare(*param);
            let name = self.fresh(&format!("loop${}", self.module.locals[*param].name));
            names.push(name);
            copies.push(copy);
            let value = Some(self.tree.name(name));
            round.push(Stmt::Let { name: copy, value });
        }
        (names, copies)
    }

    fn begin_list(&mut self, found: &Loop, out: &mut Vec<Stmt>) -> Option<Growing> {
        if !found.builds_list {
            return None;
        }
        let list = Growing {
            before: self.fresh("loop$before"),
            last: self.fresh("loop$last"),
        };
        let nothing = self.tree.name("undefined");
        let cell = self.prelude_call("prepend", vec![nothing, nothing]);
        let before = self.tree.name(list.before);
        for (name, value) in [(list.before, cell), (list.last, before)] {
            let value = Some(value);
            out.push(Stmt::Let { name, value });
        }
        Some(list)
    }

    /// Writes the loop that the functions of `found` share.
    pub(super) fn shared_loop(&mut self, found: &Loop, items: &mut Vec<Item>) {
        let module = self.module;
        let members = found
            .members
            .iter()
            .map(|index| &module.functions[*index])
            .collect::<Vec<_>>();
        let Some(first) = members.first() else {
            return;
        };
        let mark = self.names.mark();
        let state = self.fresh("loop$state");
        let params = self.shared_params(&members);
        let mut statements = Vec::new();
        let list = self.begin_list(found, &mut statements);
        let mut recursion = Recursion {
            functions: members.iter().map(|member| member.name).collect(),
            current: 0,
            state: Some(state),
            params: params.clone(),
            copies: Vec::new(),
            list,
            frames: None,
        };
        let mut cases = Vec::new();
        for (index, member) in members.iter().enumerate() {
            let mark = self.names.mark();
            recursion.current = index;
            let mut round = Vec::new();
            recursion.copies = self.copies(&member.params, &params, &mut round);
            self.recursion = Some(recursion);
            if let FunctionBody::Gleam(body) = member.body {
                self.into(body, Dest::Return, &mut round);
            }
            self.names.restore(mark);
            cases.push((self.tree.number(index), self.tree.block(round)));
            match self.recursion.take() {
                Some(same) => recursion = same,
                None => return,
            }
        }
        self.names.restore(mark);
        let subject = self.tree.name(state);
        let round = self.tree.block(vec![Stmt::Switch {
            subject,
            cases,
            default: None,
            diverges: true,
        }]);
        statements.push(Stmt::Loop(round));
        let names: Vec<_> = members.iter().map(|it| format!("`{}`", it.name)).collect();
        items.push(Item::Function {
            exported: false,
            docs: format!(" {}, which end in calls of each other.", names.join(", ")),
            name: shared_name(first),
            params: [vec![state], params].concat(),
            body: self.tree.block(statements),
            at: first.span.start,
        });
        items.push(Item::Blank);
    }

    /// One variable for each position that any of `members` has a parameter at.
    fn shared_params(&mut self, members: &[&Function]) -> Vec<Name> {
        let most = members.iter().map(|member| member.params.len()).max();
        let names = (0..most.unwrap_or(0)).map(|position| {
            let params = members.iter().filter_map(|it| it.params.get(position));
            let mut names: Vec<Name> = params.map(|it| self.module.locals[*it].name).collect();
            names.dedup();
            match names.as_slice() {
                [same] => self.fresh(&format!("loop${same}")),
                _ => self.fresh(&format!("loop$argument{position}")),
            }
        });
        names.collect()
    }

    fn copies(&mut self, params: &[LocalId], shared: &[Name], round: &mut Vec<Stmt>) -> Vec<Name> {
        let copies = params.iter().zip(shared).map(|(param, shared)| {
            let name = self.declare(*param);
            let value = Some(self.tree.name(*shared));
            round.push(Stmt::Let { name, value });
            name
        });
        copies.collect()
    }

    /// The body of a function that has its rounds in the loop of `found`.
    pub(super) fn enter_shared_loop(
        &mut self,
        function: &Function,
        found: &Loop,
        out: &mut Vec<Stmt>,
    ) -> Vec<Name> {
        let functions = &self.module.functions;
        let mut members = found.members.iter().map(|index| &functions[*index]);
        let state = members.clone().position(|it| it.name == function.name);
        let first = members.next().unwrap_or(function);
        let params: Vec<_> = function.params.iter().map(|it| self.declare(*it)).collect();
        let mut args = vec![self.tree.number(state.unwrap_or(0))];
        args.extend(params.iter().map(|param| self.tree.name(*param)));
        let callee = self.tree.name(shared_name(first));
        let call = self.tree.call(callee, args);
        out.push(Stmt::Return(call));
        params
    }

    /// Whether anything but a round mentions `function`.
    pub(super) fn is_mentioned(&self, function: &Function) -> bool {
        let mut exprs = self.module.exprs.iter();
        exprs.any(|(id, expr)| match &expr.kind {
            ExprKind::CallFunction { function: it, .. } | ExprKind::FunctionValue(it) => {
                tails::own(self.module, it) == Some(function.name) && !self.ways.contains(&id)
            }
            _ => false,
        })
    }

    /// Whether `id` is a call that starts a round, or leads to one.
    pub(super) fn leads_to_round(&self, id: ExprId) -> bool {
        self.recursion.is_some() && self.ways.contains(&id)
    }

    /// Evaluates an operand of a last expression that leads to a round, whichever follows; gives
    /// the last expression that is left.
    pub(super) fn before_round(&mut self, id: ExprId, out: &mut Vec<Stmt>) -> Option<ExprId> {
        let module = self.module;
        match &module.exprs[id].kind {
            ExprKind::And(left, right) => {
                self.decided_by(Op::And, *left, out);
                Some(*right)
            }
            ExprKind::Or(left, right) => {
                self.decided_by(Op::Or, *left, out);
                Some(*right)
            }
            ExprKind::List {
                items,
                tail: Some(tail),
            } => {
                self.append(items, out);
                Some(*tail)
            }
            ExprKind::CallFunction { function, args } => {
                let args = self.operands(args, out);
                self.start_round(function, args, out);
                None
            }
            _ => None,
        }
    }

    /// Returns the value of `left` if it is that of the whole.
    fn decided_by(&mut self, op: Op, left: ExprId, out: &mut Vec<Stmt>) {
        let left = self.expr(left, out);
        if diverge(out) {
            return;
        }
        let (condition, value) = match op {
            Op::And => (self.tree.not(left), "false"),
            _ => (left, "true"),
        };
        let value = self.tree.name(value);
        let mut decided = Vec::new();
        self.return_value(value, &mut decided);
        let test = self.tree.if_else(condition, decided, Vec::new());
        out.push(test);
    }

    /// Adds `items` to the list that is being built.
    fn append(&mut self, items: &[ExprId], out: &mut Vec<Stmt>) {
        for item in items {
            let item = self.expr(*item, out);
            let Some(list) = self.growing().filter(|_| !diverge(out)) else {
                return;
            };
            let nothing = self.tree.name("undefined");
            let value = self.prelude_call("prepend", vec![item, nothing]);
            let cell = list.last;
            out.push(Stmt::SetTail { cell, value });
            let cell = self.tree.name(cell);
            let value = self.tree.member(cell, "tail");
            let name = list.last;
            out.push(Stmt::Assign { name, value });
        }
    }

    fn growing(&self) -> Option<Growing> {
        self.recursion.as_ref()?.list
    }

    /// Returns `value` from the function that is being written.
    pub(super) fn return_value(&mut self, value: node::ExprId, out: &mut Vec<Stmt>) {
        if self.resume(value, out) {
            return;
        }
        let Some(list) = self.growing() else {
            return out.push(Stmt::Return(value));
        };
        out.push(Stmt::SetTail {
            cell: list.last,
            value,
        });
        let before = self.tree.name(list.before);
        let all = self.tree.member(before, "tail");
        out.push(Stmt::Return(all));
    }

    /// Starts the next round: that of `function` with `args`.
    pub(super) fn start_round(
        &mut self,
        function: &FunctionRef,
        args: Vec<node::ExprId>,
        out: &mut Vec<Stmt>,
    ) {
        let name = tails::own(self.module, function);
        let Some(recursion) = &self.recursion else {
            return;
        };
        let next = recursion.functions.iter().position(|it| Some(*it) == name);
        let next = next.unwrap_or(recursion.current);
        for (index, (param, value)) in recursion.params.iter().zip(args).enumerate() {
            let unchanged = matches!(&self.tree.exprs[value].kind,
                node::ExprKind::Name(name) if recursion.copies.get(index) == Some(name));
            if !unchanged {
                out.push(Stmt::Assign {
                    name: *param,
                    value,
                });
            }
        }
        if let Some(name) = recursion.state.filter(|_| next != recursion.current) {
            let value = self.tree.number(next);
            out.push(Stmt::Assign { name, value });
        }
        out.push(Stmt::Continue);
    }
}

/// The function that holds the loop of several, by the first of them.
fn shared_name(first: &Function) -> Name {
    Name::new(&format!("{}$loop", escape(first.name)))
}

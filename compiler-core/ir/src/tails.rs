//! The calls that are the last thing a function does, and the functions that go round by them.

use std::collections::{BTreeMap, BTreeSet};

use source::Name;

use crate::node::{ExprId, ExprKind, Function, FunctionBody, FunctionRef, Module, Statement};
use crate::walk;

/// The loops of `module`, in the order of their first functions.
///
/// A call is a function's last if its value is the function's value, or the tail of a list that is;
/// those in [`Module::suspending`] count as well.
pub fn loops(module: &Module) -> Vec<Loop> {
    let tails: Vec<Tails> = module
        .functions
        .iter()
        .map(|function| tails(module, function, &|_| Vec::new()))
        .collect();
    let mut loops: Vec<Loop> = cycles(module, &tails)
        .into_iter()
        .map(|members| as_loop(module, members, &tails))
        .collect();
    loops.sort_by_key(|found| found.members.first().copied());
    loops
}

/// Functions that end in calls of each other, or one that ends in a call of itself.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Loop {
    /// Indices into [`Module::functions`], sorted.
    pub members: Vec<usize>,
    /// The calls, and the expressions around them that lead to them.
    pub ways: BTreeSet<ExprId>,
    /// Whether a call gives the tail of a list.
    pub builds_list: bool,
    /// How many calls are in [`Module::suspending`].
    pub suspending: usize,
}

/// The last calls of one function.
#[derive(Debug, Default)]
pub(crate) struct Tails {
    steps: Vec<Step>,
    /// The function of the module that is called, and the step that is the call.
    calls: Vec<(Name, usize)>,
    /// How many calls are in [`Module::suspending`].
    suspending: usize,
}

/// An expression whose value is the function's, or part of it.
#[derive(Debug)]
struct Step {
    expr: ExprId,
    parent: Option<usize>,
    /// Whether its value is the tail of a list.
    in_list: bool,
}

impl Tails {
    /// The functions that are called.
    pub(crate) fn callees(&self) -> impl Iterator<Item = Name> {
        self.calls.iter().map(|(callee, _)| *callee)
    }

    /// The expressions that lead to calls of `callees`, the calls included.
    pub(crate) fn ways(&self, callees: &BTreeSet<Name>) -> BTreeSet<ExprId> {
        let mut ways = BTreeSet::new();
        for (callee, step) in &self.calls {
            if callees.contains(callee) {
                self.add_way(&self.steps[*step], &mut ways);
            }
        }
        ways
    }

    /// The expressions that lead to ones which call `name` before they have their value.
    pub(crate) fn ways_before(&self, module: &Module, name: Name) -> BTreeSet<ExprId> {
        let last: BTreeSet<ExprId> = self.steps.iter().map(|step| step.expr).collect();
        let calls = |id: ExprId| {
            matches!(&module.exprs[id].kind, ExprKind::CallFunction { function, .. }
                if own(module, function) == Some(name))
        };
        let mut ways = BTreeSet::new();
        for step in &self.steps {
            let mut before = walk::parts(module, step.expr).exprs;
            before.retain(|part| !last.contains(part));
            let mut inside = before
                .iter()
                .flat_map(|part| walk::inside(module, *part, false));
            if inside.any(calls) {
                self.add_way(step, &mut ways);
            }
        }
        ways
    }

    /// Adds `step` and what leads to it.
    fn add_way(&self, step: &Step, ways: &mut BTreeSet<ExprId>) {
        let mut next = Some(step);
        while let Some(step) = next {
            // What leads to an expression that was met has been met.
            if !ways.insert(step.expr) {
                break;
            }
            next = step.parent.map(|parent| &self.steps[parent]);
        }
    }

    fn builds_list(&self, callees: &BTreeSet<Name>) -> bool {
        let mut calls = self.calls.iter();
        calls.any(|(callee, step)| callees.contains(callee) && self.steps[*step].in_list)
    }
}

/// What a call would end in if it were inlined.
pub(crate) enum Ending {
    /// An expression: the body of a callback.
    Expr(ExprId),
    /// A function of the module that is passed.
    Call(Name),
}

/// Follows the last expressions of `function`; `inlined` says what a call could end in.
pub(crate) fn tails(
    module: &Module,
    function: &Function,
    inlined: &dyn Fn(ExprId) -> Vec<Ending>,
) -> Tails {
    let mut tails = Tails::default();
    let FunctionBody::Gleam(body) = function.body else {
        return tails;
    };
    let mut open = vec![(body, None, false)];
    while let Some((expr, parent, in_list)) = open.pop() {
        let step = tails.steps.len();
        tails.steps.push(Step {
            expr,
            parent,
            in_list,
        });
        let mut go_on = |next: ExprId, in_list: bool| open.push((next, Some(step), in_list));
        match &module.exprs[expr].kind {
            ExprKind::Block { statements, result } => {
                go_on(*result, in_list);
                for call in statements.iter().filter_map(bound) {
                    if let ExprKind::CallFunction { function, .. } = &module.exprs[call].kind
                        && module.suspending.contains(&call)
                    {
                        tails.suspending += 1;
                        tails
                            .calls
                            .extend(own(module, function).map(|name| (name, step)));
                    }
                }
            }
            ExprKind::Case(case) => case.arms.iter().for_each(|arm| go_on(arm.body, in_list)),
            ExprKind::And(_, right) | ExprKind::Or(_, right) => go_on(*right, in_list),
            ExprKind::List {
                tail: Some(tail), ..
            } => go_on(*tail, true),
            ExprKind::CallFunction { function, .. } => {
                tails
                    .calls
                    .extend(own(module, function).map(|name| (name, step)));
                for ending in inlined(expr) {
                    match ending {
                        Ending::Expr(body) => go_on(body, in_list),
                        Ending::Call(name) => tails.calls.push((name, step)),
                    }
                }
            }
            _ => {}
        }
    }
    tails
}

fn bound(statement: &Statement) -> Option<ExprId> {
    match statement {
        Statement::Let { value, .. } => Some(*value),
        _ => None,
    }
}

/// The name of a function if it belongs to `module`.
pub fn own(module: &Module, function: &FunctionRef) -> Option<Name> {
    match function {
        FunctionRef::Module {
            module: owner,
            name,
            ..
        } if *owner == module.name => Some(*name),
        _ => None,
    }
}

/// The functions that reach themselves by their last calls, each with those it does it through.
pub(crate) fn cycles(module: &Module, tails: &[Tails]) -> Vec<Vec<usize>> {
    let indices: BTreeMap<Name, usize> = module
        .functions
        .iter()
        .enumerate()
        .map(|(index, function)| (function.name, index))
        .collect();
    let edges: Vec<Vec<usize>> = tails
        .iter()
        .map(|tails| {
            let callees = tails.callees();
            callees
                .filter_map(|name| indices.get(&name).copied())
                .collect()
        })
        .collect();
    let mut cycles = source::components(&edges);
    cycles.retain(|members| match members.as_slice() {
        [only] => edges[*only].contains(only),
        _ => true,
    });
    cycles
}

fn as_loop(module: &Module, members: Vec<usize>, tails: &[Tails]) -> Loop {
    let names = names(module, &members);
    let mut ways = BTreeSet::new();
    let mut builds_list = false;
    let mut suspending = 0;
    for member in &members {
        ways.append(&mut tails[*member].ways(&names));
        builds_list |= tails[*member].builds_list(&names);
        suspending += tails[*member].suspending;
    }
    Loop {
        members,
        ways,
        builds_list,
        suspending,
    }
}

/// The names of some functions.
pub(crate) fn names(module: &Module, members: &[usize]) -> BTreeSet<Name> {
    let members = members.iter();
    members
        .map(|member| module.functions[*member].name)
        .collect()
}

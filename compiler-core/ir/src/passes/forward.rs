//! Values that are bound only to be given back at once.
//!
//! `{ let r = call  r }` becomes `call`, and `{ let r = call  [a, ..r] }` becomes `[a, ..call]` where
//! nobody can tell that `a` is evaluated first: it is made of variables, literals, fields and records.

use crate::node::{Expr, ExprId, ExprKind, LocalId, Module, Statement};
use crate::tails;

/// Changes the blocks of `module`. Afterwards no block ends in binding the variable that it gives.
pub(super) fn forward(module: &mut Module) {
    for id in module.exprs.ids() {
        while let Some(binding) = last_binding(module, id) {
            match place(module, binding) {
                Some(Place::Result) => give(module, id, binding),
                Some(Place::Tail) => give_as_tail(module, id, binding),
                None => break,
            }
        }
    }
}

/// The last statement of a block, if it binds a variable.
#[derive(Clone, Copy)]
struct Binding {
    local: LocalId,
    value: ExprId,
    result: ExprId,
}

/// Where the value of a binding goes.
enum Place {
    Result,
    Tail,
}

fn last_binding(module: &Module, id: ExprId) -> Option<Binding> {
    let ExprKind::Block { statements, result } = &module.exprs[id].kind else {
        return None;
    };
    match statements.last() {
        Some(Statement::Let { local, value }) => Some(Binding {
            local: *local,
            value: *value,
            result: *result,
        }),
        _ => None,
    }
}

fn place(module: &Module, binding: Binding) -> Option<Place> {
    match &module.exprs[binding.result].kind {
        ExprKind::Local(local) if *local == binding.local => Some(Place::Result),
        ExprKind::List {
            items,
            tail: Some(tail),
        } => {
            let is_tail = matches!(&module.exprs[*tail].kind,
                ExprKind::Local(local) if *local == binding.local);
            let may_wait = items
                .iter()
                .all(|item| is_settled(module, *item) && !mentions(module, *item, binding.local));
            let calls = ends_in_own_call(module, binding.value);
            (is_tail && may_wait && calls).then_some(Place::Tail)
        }
        _ => None,
    }
}

/// Whether the value of `id` is that of a call of a function of the module.
fn ends_in_own_call(module: &Module, mut id: ExprId) -> bool {
    loop {
        match &module.exprs[id].kind {
            ExprKind::Block { result, .. } => id = *result,
            ExprKind::CallFunction { function, .. } => {
                return tails::own(module, function).is_some();
            }
            _ => return false,
        }
    }
}

/// Whether evaluating `id` has no effect and cannot fail.
pub(super) fn is_settled(module: &Module, id: ExprId) -> bool {
    parts(module, id).all(|part| {
        matches!(
            module.exprs[part].kind,
            ExprKind::Int(_)
                | ExprKind::Float(_)
                | ExprKind::String(_)
                | ExprKind::Local(_)
                | ExprKind::FunctionValue(_)
                | ExprKind::Constant { .. }
                | ExprKind::ConstructorValue(_)
                | ExprKind::Construct { .. }
                | ExprKind::Tuple(_)
                | ExprKind::List { .. }
                | ExprKind::RecordField { .. }
                | ExprKind::TupleIndex { .. }
        )
    })
}

fn mentions(module: &Module, id: ExprId, local: LocalId) -> bool {
    parts(module, id)
        .any(|part| matches!(module.exprs[part].kind, ExprKind::Local(it) if it == local))
}

/// `id` and the values that it is made of.
fn parts(module: &Module, id: ExprId) -> impl Iterator<Item = ExprId> {
    let mut open = vec![id];
    std::iter::from_fn(move || {
        let next = open.pop()?;
        match &module.exprs[next].kind {
            ExprKind::Construct { args, .. } => open.extend(args),
            ExprKind::Tuple(items) => open.extend(items),
            ExprKind::List { items, tail } => open.extend(items.iter().chain(tail)),
            ExprKind::RecordField { record: value, .. }
            | ExprKind::TupleIndex { tuple: value, .. } => open.push(*value),
            _ => {}
        }
        Some(next)
    })
}

/// Makes the block give the value of its last binding.
fn give(module: &mut Module, block: ExprId, binding: Binding) {
    drop_last(module, block, binding.value);
}

/// Makes the value of the last binding the tail of the list that the block gives.
fn give_as_tail(module: &mut Module, block: ExprId, binding: Binding) {
    if let ExprKind::List { tail, .. } = &mut module.exprs[binding.result].kind {
        *tail = Some(binding.value);
    }
    drop_last(module, block, binding.result);
}

/// Takes the last statement off `block`, which now gives `value`; a block has one statement at
/// least.
fn drop_last(module: &mut Module, block: ExprId, value: ExprId) {
    let ExprKind::Block { statements, result } = &mut module.exprs[block].kind else {
        return;
    };
    statements.pop();
    *result = value;
    if statements.is_empty() {
        let nothing = ExprKind::Tuple(Vec::new());
        let kind = std::mem::replace(&mut module.exprs[value].kind, nothing);
        // Errors name the place of the value, not of the block.
        let span = module.exprs[value].span;
        module.exprs[block] = Expr { span, kind };
    }
}

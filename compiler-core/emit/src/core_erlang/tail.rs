//! Which labels can be jumped to.
//!
//! OTP 25 compiles `letrec_goto` only where its value is that of the function it stands in; behind
//! `let` its code generator fails. It also forgets that a jump uses its arguments: what a pattern binds
//! for them alone is never read. Elsewhere a label is an ordinary local function.
//!
//! No jump leaves such a function: labels are known only to the decision trees of their own `case`,
//! and the body of an arm is none of them.

use std::collections::BTreeSet;

use super::node::{Core, NodeId, NodeKind};

/// Marks the [`NodeKind::Goto`]s in tail position.
pub(super) fn mark(core: &mut Core) {
    let mut targets = BTreeSet::new();
    let mut functions = Vec::new();
    for (id, node) in core.iter() {
        match &node.kind {
            NodeKind::Goto { target, .. } => {
                targets.insert(*target);
            }
            NodeKind::Fun { body, .. } => functions.push((id, *body)),
            _ => {}
        }
    }
    // Tail positions begin at the bodies of functions and closures; the body of a label is in tail
    // position only if the label is.
    functions.retain(|(id, _)| !targets.contains(id));
    let mut waiting: Vec<NodeId> = functions.into_iter().map(|(_, body)| body).collect();
    while let Some(id) = waiting.pop() {
        match &core.node(id).kind {
            NodeKind::Let { body, .. } => waiting.push(*body),
            NodeKind::Seq(_, second) => waiting.push(*second),
            NodeKind::Case { clauses, .. } => {
                waiting.extend(clauses.iter().map(|clause| clause.body));
            }
            NodeKind::Goto { target, body, .. } => {
                let (target, body) = (*target, *body);
                waiting.push(body);
                if let NodeKind::Fun { params, body } = &core.node(target).kind {
                    waiting.push(*body);
                    if params.is_empty() {
                        core.set_jumps(id);
                    }
                }
            }
            _ => {}
        }
    }
}

//! Which labels can be jumped to.
//!
//! OTP 25 compiles `letrec_goto` only where its value is that of the function it stands in, and only
//! for labels without arguments; otherwise its code generator fails. Other labels are ordinary local
//! functions, which a call in tail position enters by a jump all the same.

use std::collections::BTreeSet;

use super::node::{Core, NodeId, NodeKind};

/// Marks the [`NodeKind::Goto`]s that are jumps.
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
            NodeKind::Goto {
                label,
                target,
                body,
                ..
            } => {
                let (label, target, body) = (*label, *target, *body);
                if let NodeKind::Fun { body, .. } = &core.node(target).kind {
                    waiting.push(*body);
                }
                waiting.push(body);
                if label.arity == 0 {
                    core.set_jumps(id);
                }
            }
            _ => {}
        }
    }
}

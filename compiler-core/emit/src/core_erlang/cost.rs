//! How much work a module is for OTP's compiler, and with which options it should be compiled.

use std::collections::{BTreeMap, BTreeSet};

use super::node::{Core, Literal, NodeId, NodeKind};

/// How thoroughly to compile.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Profile {
    /// For running soon: without passes that cost much and gain little.
    Dev,
    /// For keeping: everything that OTP does by itself.
    Release,
}

/// What makes a module expensive.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Cost {
    /// How large it is.
    pub nodes: usize,
    /// The most kinds of tagged tuples that one recursive function builds of parts that it does
    /// not know.
    ///
    /// OTP's type analysis (`beam_ssa_type`) describes a result by the tuples that it may be, and
    /// their elements likewise, so that its description of a recursive function's result grows
    /// exponentially with this number.
    pub tags: usize,
}

/// From this many tags on, type analysis takes seconds.
const MANY_TAGS: usize = 6;

/// The options for `compile:forms/2`. Those that a version of OTP does not know it must not get;
/// the compile server sorts them out.
pub fn compile_options(profile: Profile, cost: Cost) -> Vec<&'static str> {
    let mut options = Vec::new();
    if profile == Profile::Dev {
        options.push("no_ssa_opt_alias");
    }
    if cost.tags >= MANY_TAGS {
        options.push("no_type_opt");
    }
    options
}

/// Measures a module.
pub fn cost(core: &Core) -> Cost {
    let functions = core.functions.iter();
    let tags = functions.map(|(_, fun)| recursive_tags(core, *fun)).max();
    Cost {
        nodes: core.len(),
        tags: tags.unwrap_or_default(),
    }
}

/// The kinds of tuples that a function builds, if it calls functions of its module.
fn recursive_tags(core: &Core, fun: NodeId) -> usize {
    let mut found: BTreeMap<usize, BTreeSet<&str>> = BTreeMap::new();
    let mut calls = false;
    let mut todo = vec![fun];
    while let Some(id) = todo.pop() {
        let kind = &core.node(id).kind;
        if let NodeKind::Tuple(items) = kind
            && !core.is_constant(id)
            && let Some((tag, fields)) = items.split_first()
            && let NodeKind::Literal(Literal::Atom(tag)) = core.node(*tag).kind
        {
            found.entry(fields.len()).or_default().insert(tag.as_str());
        }
        calls |= matches!(kind, NodeKind::Apply { .. });
        push_children(kind, &mut todo);
    }
    if calls {
        found.values().map(BTreeSet::len).sum()
    } else {
        0
    }
}

/// The expressions in a node; patterns build nothing.
pub(super) fn push_children(kind: &NodeKind, todo: &mut Vec<NodeId>) {
    match kind {
        NodeKind::Literal(_) | NodeKind::Var(_) | NodeKind::FunName(_) | NodeKind::Binary(_) => {}
        NodeKind::Cons(first, second) | NodeKind::Seq(first, second) => {
            todo.extend([*first, *second]);
        }
        NodeKind::Tuple(items) => todo.extend(items),
        NodeKind::Map(pairs) => todo.extend(pairs.iter().map(|(_, value)| *value)),
        NodeKind::Fun { body, .. } => todo.push(*body),
        NodeKind::Let { value, body, .. } => todo.extend([*value, *body]),
        NodeKind::Goto { target, body, .. } => todo.extend([*target, *body]),
        NodeKind::Apply { args, .. }
        | NodeKind::Call { args, .. }
        | NodeKind::Primop { args, .. } => todo.extend(args),
        NodeKind::Case { subject, clauses } => {
            todo.push(*subject);
            todo.extend(clauses.iter().map(|clause| clause.body));
        }
    }
}

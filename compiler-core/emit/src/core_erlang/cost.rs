//! How much work a module is for OTP's compiler, and with which options it should be compiled.

use std::collections::{BTreeMap, BTreeSet};

use super::node::{Core, FunName, Literal, NodeId, NodeKind};

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
    /// The most kinds of tagged tuples that functions that call each other build of parts that they
    /// do not know, with the functions that they call.
    ///
    /// OTP's type analysis (`beam_ssa_type`) describes a result by the tuples that it may be, and
    /// their elements likewise, so that its description of a recursive function's result grows
    /// exponentially with this number.
    pub tags: usize,
    /// Whether lists of lists are taken apart.
    pub matches_nested_lists: bool,
}

/// From this many tags on, type analysis can take seconds; measured in `docs/speed.md`.
const MANY_TAGS: usize = 7;

/// The options for `compile:forms/2`. Those that a version of OTP does not know it must not get;
/// the compile server sorts them out.
///
/// Where OTP 25 knows from types that neither list of `[[_|Tail]|_]` is empty, it makes one instruction
/// of taking the head and then that head's tail, and takes the tail of the outer list (`beam_z`). Plain Erlang
/// meets it as well. Without the analysis of types, a test stands between the two.
pub fn compile_options(profile: Profile, cost: Cost) -> Vec<&'static str> {
    let mut options = Vec::new();
    if profile == Profile::Dev {
        options.push("no_ssa_opt_alias");
    }
    if cost.tags >= MANY_TAGS {
        options.push("no_type_opt");
    } else if cost.matches_nested_lists {
        options.push("no_type_opt_before_26");
    }
    options
}

/// Measures a module.
pub fn cost(core: &Core) -> Cost {
    let known = core.functions.iter().enumerate();
    let known: BTreeMap<FunName, usize> = known.map(|(at, (name, _))| (*name, at)).collect();
    let functions: Vec<Built<'_>> = core
        .functions
        .iter()
        .map(|(_, fun)| built_by(core, *fun, &known))
        .collect();
    Cost {
        nodes: core.len(),
        tags: most_tags(&functions),
        matches_nested_lists: core.matches_nested_lists,
    }
}

/// The kinds of tagged tuples by size and tag.
type Tags<'c> = BTreeSet<(usize, &'c str)>;

/// What a function does that matters here.
#[derive(Default)]
struct Built<'c> {
    /// The tuples that it builds of parts that are not known.
    tags: Tags<'c>,
    /// The functions of the module that it mentions.
    mentions: BTreeSet<usize>,
}

fn built_by<'c>(core: &'c Core, fun: NodeId, known: &BTreeMap<FunName, usize>) -> Built<'c> {
    let mut built = Built::default();
    let mut todo = vec![fun];
    while let Some(id) = todo.pop() {
        let kind = &core.node(id).kind;
        match kind {
            NodeKind::Tuple(items) if !core.is_constant(id) => {
                if let Some((tag, fields)) = items.split_first()
                    && let NodeKind::Literal(Literal::Atom(tag)) = &core.node(*tag).kind
                {
                    built.tags.insert((fields.len(), tag.as_str()));
                }
            }
            NodeKind::FunName(name) => built.mentions.extend(known.get(name)),
            NodeKind::Apply { callee, .. } => todo.push(*callee),
            _ => {}
        }
        push_children(kind, &mut todo);
    }
    built
}

/// The most kinds of tuples that a group of functions that call each other builds, with all that it
/// calls: types flow through them all.
///
/// The groups are found as in R. Tarjan, "Depth-first search and linear graph algorithms" (1972).
fn most_tags(functions: &[Built<'_>]) -> usize {
    let mut groups = Groups {
        functions,
        order: vec![None; functions.len()],
        next: 0,
        open: Vec::new(),
        closed: vec![None; functions.len()],
        tags: Vec::new(),
        most: 0,
    };
    for function in 0..functions.len() {
        if groups.order[function].is_none() {
            groups.visit(function);
        }
    }
    groups.most
}

struct Groups<'f, 'c> {
    functions: &'f [Built<'c>],
    /// When each function was visited.
    order: Vec<Option<usize>>,
    next: usize,
    open: Vec<usize>,
    /// The group of each function that has one.
    closed: Vec<Option<usize>>,
    /// What each group and all that it calls builds; of very many only some.
    tags: Vec<Tags<'c>>,
    most: usize,
}

impl Groups<'_, '_> {
    /// Gives the earliest function of the same group that is known by now.
    fn visit(&mut self, function: usize) -> usize {
        let own = self.next;
        self.order[function] = Some(own);
        self.next += 1;
        self.open.push(function);
        let mut first = own;
        let functions = self.functions;
        for mentioned in &functions[function].mentions {
            match self.order[*mentioned] {
                None => first = first.min(source::grow(|| self.visit(*mentioned))),
                Some(order) if self.closed[*mentioned].is_none() => first = first.min(order),
                Some(_) => {}
            }
        }
        if first == own {
            self.close(function);
        }
        first
    }

    fn close(&mut self, first: usize) {
        let start = self.open.iter().rposition(|open| *open == first);
        let members = self.open.split_off(start.unwrap_or_default());
        let group = self.tags.len();
        let mut tags = Tags::new();
        let mut recursive = members.len() > 1;
        for member in &members {
            let Built {
                tags: own,
                mentions,
            } = &self.functions[*member];
            tags.extend(own);
            recursive |= mentions.contains(member);
            for called in mentions.iter().filter_map(|called| self.closed[*called]) {
                tags.extend(self.tags[called].iter().take(MANY_TAGS));
            }
        }
        if recursive {
            self.most = self.most.max(tags.len());
        }
        for member in members {
            self.closed[member] = Some(group);
        }
        self.tags.push(tags);
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

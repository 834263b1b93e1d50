//! Cuts enormous functions into several: passes of OTP's compiler take time quadratic in the size of
//! a function, or worse.
//!
//! A function is a tree of expressions, which is cut bottom up as in S. Kundu and J. Misra, "A linear
//! tree partitioning algorithm" (1977): where what is left of the parts of an expression is too much,
//! the heaviest become functions of their own, whose parameters are their free variables. Labels in
//! such a function become functions too, so that any part can be cut out.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};

use source::Name;

use super::cost::push_children;
use super::node::{Clause, Core, FunName, Node, NodeId, NodeKind, Segment, Size, Var};

/// Functions of fewer nodes stay as they are.
const LARGE: usize = 4000;
/// How much of a large function may be left in one piece.
const PIECE: usize = 800;
/// What is lighter is never cut out.
const LEAST: usize = 80;
/// A closure costs OTP as much as this many nodes, and as many as it captures variables.
const CLOSURE: usize = 20;
/// More parameters than this are passed in a tuple: the BEAM allows 255.
const MOST_PARAMETERS: usize = 200;

/// Splits all large functions of a module. `next_var` is the first unused variable.
pub(super) fn split(core: &mut Core, next_var: &mut u32) {
    let sizes = sizes(core);
    for index in 0..core.functions.len() {
        let fun = core.functions[index].1;
        if sizes[fun.index()] > LARGE {
            let mut split = Split {
                owner: core.functions[index].0.name,
                core,
                sizes: &sizes,
                next_var,
                pieces: 0,
                labels: BTreeMap::new(),
                whole: 0,
            };
            split.visit(fun);
        }
    }
}

struct Split<'c> {
    core: &'c mut Core,
    /// By node, how large it is with all that is in it.
    sizes: &'c [usize],
    next_var: &'c mut u32,
    /// The name of the function that is being split, and of how many pieces.
    owner: Name,
    pieces: usize,
    /// Labels that became functions, and the variables that these take besides their parameters.
    labels: BTreeMap<FunName, (FunName, Vec<Var>)>,
    /// How many labels surround the expression that remain labels: nothing may be cut out.
    whole: usize,
}

/// A part of an expression.
struct Part {
    id: NodeId,
    /// What the expression binds in it.
    bound: Vec<Var>,
}

/// What is left of an expression.
#[derive(Default)]
struct Rest {
    weight: usize,
    free: BTreeSet<Var>,
}

impl Rest {
    /// The smaller set goes into the larger, so that all unions together take `n log n` steps.
    fn add(&mut self, mut other: Self) {
        self.weight += other.weight;
        if self.free.len() < other.free.len() {
            std::mem::swap(&mut self.free, &mut other.free);
        }
        self.free.extend(other.free);
    }
}

impl From<NodeId> for Part {
    fn from(id: NodeId) -> Self {
        let bound = Vec::new();
        Self { id, bound }
    }
}

impl Split<'_> {
    fn visit(&mut self, id: NodeId) -> Rest {
        if self.core.is_constant(id) {
            return Rest {
                weight: 1,
                ..Rest::default()
            };
        }
        source::grow(|| self.visit_kind(id))
    }

    fn visit_kind(&mut self, id: NodeId) -> Rest {
        match self.core.node(id).kind.clone() {
            NodeKind::Literal(_) | NodeKind::FunName(_) => self.parts([]),
            NodeKind::Var(var) => variables(1, [var]),
            NodeKind::Cons(one, two) | NodeKind::Seq(one, two) => self.parts([one, two]),
            NodeKind::Tuple(parts)
            | NodeKind::Primop { args: parts, .. }
            | NodeKind::Call { args: parts, .. } => self.parts(parts),
            NodeKind::Map(pairs) => self.parts(pairs.into_iter().flat_map(<[NodeId; 2]>::from)),
            NodeKind::Binary(segments) => self.parts(segments.iter().flat_map(segment_parts)),
            NodeKind::Fun { params, body } => self.closure(params, body),
            NodeKind::Let { var, value, body } => self.binding(var, value, body),
            NodeKind::Goto {
                label,
                target,
                body,
                ..
            } => self.goto(id, label, target, body),
            NodeKind::Apply { callee, args } => self.apply(id, callee, args),
            NodeKind::Case { subject, clauses } => self.case(subject, &clauses),
        }
    }

    fn parts(&mut self, parts: impl IntoIterator<Item = NodeId>) -> Rest {
        self.expression(parts.into_iter().map(Part::from).collect())
    }

    /// What is left of an expression, of whose parts the heaviest are cut out until what is left is
    /// light enough.
    fn expression(&mut self, parts: Vec<Part>) -> Rest {
        let mut rests: Vec<(Part, Rest)> = Vec::with_capacity(parts.len());
        for part in parts {
            let rest = self.visit(part.id);
            rests.push((part, rest));
        }
        let mut weight: usize = rests.iter().map(|(_, rest)| rest.weight).sum();
        if weight > PIECE && self.whole == 0 {
            rests.sort_by_key(|(_, rest)| Reverse(rest.weight));
            for (part, rest) in &mut rests {
                let call = 2 + rest.free.len();
                if weight <= PIECE || rest.weight < LEAST.max(2 * call) {
                    break;
                }
                self.cut(part.id, &rest.free);
                weight = weight - rest.weight + call;
                rest.weight = call;
            }
        }
        let mut whole = variables(1, []);
        for (part, mut rest) in rests {
            for var in &part.bound {
                rest.free.remove(var);
            }
            whole.add(rest);
        }
        whole
    }

    fn closure(&mut self, params: Vec<Var>, body: NodeId) -> Rest {
        let body = Part {
            id: body,
            bound: params,
        };
        let mut rest = self.expression(vec![body]);
        rest.weight += CLOSURE + rest.free.len();
        rest
    }

    fn binding(&mut self, var: Var, value: NodeId, body: NodeId) -> Rest {
        let body = Part {
            id: body,
            bound: vec![var],
        };
        self.expression(vec![Part::from(value), body])
    }

    fn case(&mut self, subject: NodeId, clauses: &[Clause]) -> Rest {
        let mut parts = vec![Part::from(subject)];
        let mut patterns = Rest::default();
        for clause in clauses {
            let mut pattern = Pattern::default();
            pattern.read(self.core, clause.pattern);
            let used = pattern.used.into_iter();
            let outside = used.filter(|var| !pattern.bound.contains(var));
            patterns.add(variables(pattern.weight, outside));
            parts.push(Part {
                id: clause.body,
                bound: pattern.bound.into_iter().collect(),
            });
        }
        let mut rest = self.expression(parts);
        rest.add(patterns);
        rest
    }

    /// A label of little remains one.
    fn goto(&mut self, id: NodeId, label: FunName, target: NodeId, body: NodeId) -> Rest {
        let NodeKind::Fun {
            params,
            body: inside,
        } = self.core.node(target).kind.clone()
        else {
            return self.parts([target, body]);
        };
        if self.whole > 0 || self.sizes[id.index()] < PIECE / 2 {
            self.whole += 1;
            let inside = Part {
                id: inside,
                bound: params,
            };
            let rest = self.expression(vec![inside, Part::from(body)]);
            self.whole -= 1;
            return rest;
        }
        let mut rest = self.visit(inside);
        for param in &params {
            rest.free.remove(param);
        }
        let free: Vec<Var> = rest.free.into_iter().collect();
        let name = self.define(params, &free, inside);
        self.labels.insert(label, (name, free));
        let rest = self.visit(body);
        let kind = self.core.node(body).clone();
        self.core.replace(id, kind);
        rest
    }

    fn apply(&mut self, id: NodeId, callee: NodeId, mut args: Vec<NodeId>) -> Rest {
        if let NodeKind::FunName(label) = self.core.node(callee).kind
            && let Some((name, free)) = self.labels.get(&label).cloned()
        {
            self.pass(&free, &mut args);
            let callee = self.core.add(NodeKind::FunName(name));
            let kind = NodeKind::Apply {
                callee,
                args: args.clone(),
            };
            let Node { line, place, .. } = *self.core.node(id);
            self.core.replace(id, Node { line, place, kind });
            return self.parts(args);
        }
        args.push(callee);
        self.parts(args)
    }

    /// Makes an expression a call of a new function.
    fn cut(&mut self, id: NodeId, free: &BTreeSet<Var>) {
        let free: Vec<Var> = free.iter().copied().collect();
        let Node { line, place, kind } = self.core.node(id).clone();
        self.core.place = place;
        let body = self.core.add_at(kind, line);
        let name = self.define(Vec::new(), &free, body);
        let mut args = Vec::new();
        self.pass(&free, &mut args);
        let callee = self.core.add(NodeKind::FunName(name));
        let kind = NodeKind::Apply { callee, args };
        let line = None;
        self.core.replace(id, Node { line, place, kind });
    }

    /// A new function that takes `params`, then `free`.
    fn define(&mut self, mut params: Vec<Var>, free: &[Var], mut body: NodeId) -> FunName {
        if params.len() + free.len() > MOST_PARAMETERS {
            let (all, other) = (self.fresh(), self.fresh());
            let tuple = self.tuple(free);
            let other = self.core.var(other);
            let reason = self.core.atom("case_clause");
            let clauses = vec![
                Clause {
                    pattern: tuple,
                    body,
                    generated: false,
                },
                Clause {
                    pattern: other,
                    body: self.core.add(NodeKind::Primop {
                        name: "match_fail",
                        args: vec![reason],
                    }),
                    generated: true,
                },
            ];
            let subject = self.core.var(all);
            body = self.core.add(NodeKind::Case { subject, clauses });
            params.push(all);
        } else {
            params.extend(free);
        }
        self.pieces += 1;
        let name = FunName {
            // No Gleam function has an `@` in its name.
            name: Name::new(&format!("{}@part{}", self.owner, self.pieces)),
            arity: params.len() as u32,
        };
        let fun = self.core.add(NodeKind::Fun { params, body });
        self.core.functions.push((name, fun));
        name
    }

    /// The arguments for what [`Self::define`] makes of `free`.
    fn pass(&mut self, free: &[Var], args: &mut Vec<NodeId>) {
        if args.len() + free.len() > MOST_PARAMETERS {
            let tuple = self.tuple(free);
            args.push(tuple);
        } else {
            args.extend(free.iter().map(|var| self.core.var(*var)));
        }
    }

    fn tuple(&mut self, vars: &[Var]) -> NodeId {
        let items = vars.iter().map(|var| self.core.var(*var)).collect();
        self.core.add(NodeKind::Tuple(items))
    }

    fn fresh(&mut self) -> Var {
        *self.next_var += 1;
        Var(*self.next_var - 1)
    }
}

/// The variables of a pattern.
#[derive(Default)]
pub(super) struct Pattern {
    weight: usize,
    /// Those that it binds.
    pub(super) bound: BTreeSet<Var>,
    /// Those that sizes of segments use.
    pub(super) used: BTreeSet<Var>,
}

impl Pattern {
    /// Adds the variables of the pattern `id`.
    pub(super) fn read(&mut self, core: &Core, id: NodeId) {
        let mut todo = vec![id];
        while let Some(id) = todo.pop() {
            self.weight += 1;
            match &core.node(id).kind {
                NodeKind::Var(var) => {
                    self.bound.insert(*var);
                }
                NodeKind::Cons(head, tail) => todo.extend([*head, *tail]),
                NodeKind::Tuple(items) => todo.extend(items),
                NodeKind::Binary(segments) => {
                    todo.extend(segments.iter().map(|segment| segment.value));
                    for segment in segments {
                        if let Size::Units(size) = segment.size
                            && let NodeKind::Var(var) = core.node(size).kind
                        {
                            self.used.insert(var);
                        }
                    }
                }
                _ => {}
            }
        }
    }
}

fn variables(weight: usize, free: impl IntoIterator<Item = Var>) -> Rest {
    let free = free.into_iter().collect();
    Rest { weight, free }
}

/// The value and the size of a segment.
pub(super) fn segment_parts(segment: &Segment) -> Vec<NodeId> {
    match segment.size {
        Size::Units(size) => vec![segment.value, size],
        Size::All | Size::Natural => vec![segment.value],
    }
}

/// By node, how many nodes are in it; children come before their parents.
fn sizes(core: &Core) -> Vec<usize> {
    let mut sizes: Vec<usize> = Vec::with_capacity(core.len());
    for (id, node) in core.iter() {
        let mut size = 1_usize;
        if !core.is_constant(id) {
            let mut parts = Vec::new();
            push_children(&node.kind, &mut parts);
            for part in parts {
                size = size.saturating_add(sizes[part.index()]);
            }
        }
        sizes.push(size);
    }
    sizes
}

//! Puts variables away while very many are alive at once: the BEAM has registers for 1,023.
//!
//! Where too many variables are in scope that will be used again, the oldest go into a tuple, and later
//! uses take them out of it. Where there are too many tuples, they go into another, so that one of `n`
//! variables is reached in `log n` steps.

use std::collections::{BTreeSet, HashMap};

use super::node::{Clause, Core, Node, NodeId, NodeKind, Segment, Var};
use super::split::{Pattern, segment_parts};

/// Functions in which never more variables are alive at once stay as they are.
const MANY_ALIVE: usize = 500;
/// How many remain alive in the others: what OTP does takes time for each variable that is alive.
const MOST_ALIVE: usize = 50;
/// How many are put away together, and how many elements of a list are made together.
const CHUNK: usize = 50;

/// Changes the functions of a module that need it. `next_var` is the first unused variable.
pub(super) fn spill(core: &mut Core, next_var: &mut u32) {
    for index in 0..core.functions.len() {
        let fun = core.functions[index].1;
        if spilled(core, next_var, fun, MANY_ALIVE) != fun {
            core.functions[index].1 = spilled(core, next_var, fun, MOST_ALIVE);
        }
    }
}

/// The function with at most `most` variables alive.
fn spilled(core: &mut Core, next_var: &mut u32, fun: NodeId, most: usize) -> NodeId {
    let mut spill = Spill {
        core,
        next_var,
        most,
        uses: HashMap::new(),
        fixed: BTreeSet::new(),
        alive: Vec::new(),
        places: HashMap::new(),
        put_away: Vec::new(),
    };
    if spill.count(fun) > most {
        spill.visit(fun)
    } else {
        fun
    }
}

struct Spill<'c> {
    core: &'c mut Core,
    next_var: &'c mut u32,
    /// How many variables may be alive.
    most: usize,
    /// How often each variable is mentioned in what has not been visited.
    uses: HashMap<Var, usize>,
    /// Variables that stand where only variables can.
    fixed: BTreeSet<Var>,
    /// The variables in scope that are not put away, oldest first; then the tuples of such variables,
    /// the tuples of these, and so on.
    alive: Vec<Vec<Var>>,
    /// The tuple and position of each variable that is put away.
    places: HashMap<Var, (Var, u32)>,
    /// The keys of `places`, in the order in which they were added.
    put_away: Vec<Var>,
}

impl Spill<'_> {
    /// Counts the uses of variables; gives how many variables are bound.
    fn count(&mut self, fun: NodeId) -> usize {
        let mut bound = 0;
        let mut todo = vec![fun];
        while let Some(id) = todo.pop() {
            let kind = &self.core.node(id).kind;
            match kind {
                NodeKind::Var(var) => *self.uses.entry(*var).or_default() += 1,
                NodeKind::Let { .. } => bound += 1,
                NodeKind::Fun { params, .. } => bound += params.len(),
                NodeKind::Case { clauses, .. } => {
                    for clause in clauses {
                        let pattern = pattern(self.core, clause);
                        bound += pattern.bound.len();
                        self.fixed.extend(pattern.used);
                    }
                }
                NodeKind::Binary(segments) => self.fixed.extend(variables(self.core, segments)),
                NodeKind::Apply { callee, .. } => todo.push(*callee),
                _ => {}
            }
            super::cost::push_children(kind, &mut todo);
        }
        bound
    }

    /// Gives what takes the place of a node.
    fn visit(&mut self, id: NodeId) -> NodeId {
        if self.core.is_constant(id) {
            return id;
        }
        source::grow(|| self.visit_kind(id))
    }

    fn visit_kind(&mut self, id: NodeId) -> NodeId {
        let kind = match self.core.node(id).kind.clone() {
            NodeKind::Var(var) => return self.value(var, id),
            NodeKind::Let { .. } => return self.scope(Vec::new(), |spill| spill.bindings(id)),
            NodeKind::Cons(..) => return self.list(id),
            kind @ (NodeKind::Literal(_) | NodeKind::FunName(_) | NodeKind::Binary(_)) => kind,
            NodeKind::Tuple(items) => NodeKind::Tuple(self.all(&items)),
            NodeKind::Map(pairs) => self.map(&pairs),
            NodeKind::Seq(first, second) => NodeKind::Seq(self.visit(first), self.visit(second)),
            NodeKind::Fun { params, body } => self.closure(params, body),
            NodeKind::Apply { callee, args } => {
                let (callee, args) = (self.visit(callee), self.all(&args));
                NodeKind::Apply { callee, args }
            }
            NodeKind::Call {
                module,
                function,
                args,
            } => {
                let args = self.all(&args);
                NodeKind::Call {
                    module,
                    function,
                    args,
                }
            }
            NodeKind::Primop { name, args } => {
                let args = self.all(&args);
                NodeKind::Primop { name, args }
            }
            NodeKind::Case { subject, clauses } => self.case(subject, clauses),
            kind @ NodeKind::Goto { .. } => self.goto(kind),
        };
        self.with_kind(id, kind)
    }

    fn all(&mut self, ids: &[NodeId]) -> Vec<NodeId> {
        ids.iter().map(|id| self.visit(*id)).collect()
    }

    fn map(&mut self, pairs: &[(NodeId, NodeId)]) -> NodeKind {
        let pairs = pairs.iter();
        NodeKind::Map(
            pairs
                .map(|(key, value)| (self.visit(*key), self.visit(*value)))
                .collect(),
        )
    }

    /// A node of another kind in the place of `id`.
    fn with_kind(&mut self, id: NodeId, kind: NodeKind) -> NodeId {
        let Node { line, place, .. } = *self.core.node(id);
        if self.core.node(id).kind == kind {
            return id;
        }
        self.core.place = place;
        self.core.add_at(kind, line)
    }

    /// The value of a variable, whose node is `id`.
    fn value(&mut self, var: Var, id: NodeId) -> NodeId {
        if let Some(uses) = self.uses.get_mut(&var) {
            *uses = uses.saturating_sub(1);
        }
        let Some((tuple, position)) = self.places.get(&var).copied() else {
            return id;
        };
        let node = self.core.var(tuple);
        let tuple = self.value(tuple, node);
        let position = self.core.int(position);
        self.core
            .call(("erlang", "element"), vec![position, tuple], None)
    }

    /// What is put away inside is not put away outside.
    fn scope<T>(&mut self, bound: Vec<Var>, inside: impl FnOnce(&mut Self) -> T) -> T {
        let (alive, away) = (self.alive.clone(), self.put_away.len());
        self.add_alive(0, bound);
        let result = inside(self);
        for var in self.put_away.drain(away..) {
            self.places.remove(&var);
        }
        self.alive = alive;
        result
    }

    /// `body` in a scope of its own, in which some variables may be put away first.
    fn body(&mut self, bound: Vec<Var>, body: NodeId) -> NodeId {
        self.scope(bound, |spill| {
            let put_away = spill.put_away();
            let body = spill.visit(body);
            spill.wrap(put_away, body)
        })
    }

    /// A row of `let`s.
    fn bindings(&mut self, mut id: NodeId) -> NodeId {
        let mut row = Vec::new();
        while let NodeKind::Let { var, value, body } = self.core.node(id).kind {
            let value = self.visit(value);
            self.add_alive(0, [var]);
            let put_away = self.put_away();
            row.push((id, var, value, put_away));
            id = body;
        }
        let mut body = self.visit(id);
        for (id, var, value, put_away) in row.into_iter().rev() {
            body = self.wrap(put_away, body);
            body = self.with_kind(id, NodeKind::Let { var, value, body });
        }
        body
    }

    fn add_alive(&mut self, level: usize, vars: impl IntoIterator<Item = Var>) {
        if self.alive.len() <= level {
            self.alive.resize_with(level + 1, Vec::new);
        }
        self.alive[level].extend(vars);
    }

    /// Puts the oldest variables away if too many are alive. Gives the new tuples and what they are.
    fn put_away(&mut self) -> Vec<(Var, NodeId)> {
        let mut tuples = Vec::new();
        let mut level = 0;
        while level < self.alive.len() {
            if self.alive[level].len() > self.most + CHUNK {
                let (uses, fixed) = (&self.uses, &self.fixed);
                let used = |var: &Var| uses.get(var).is_some_and(|uses| *uses > 0);
                self.alive[level].retain(|var| used(var) && !fixed.contains(var));
                while self.alive[level].len() > self.most {
                    let vars = self.alive[level].drain(..CHUNK).collect();
                    let tuple = self.make_tuple(vars);
                    self.add_alive(level + 1, [tuple.0]);
                    tuples.push(tuple);
                }
            }
            level += 1;
        }
        tuples
    }

    fn make_tuple(&mut self, vars: Vec<Var>) -> (Var, NodeId) {
        let values: Vec<NodeId> = vars.iter().map(|var| self.core.var(*var)).collect();
        let nil = self.core.nil();
        let list = self.core.list(&values, nil);
        // OTP's compiler would look through a plain tuple and keep its parts after all.
        let value = self
            .core
            .call(("erlang", "list_to_tuple"), vec![list], None);
        let tuple = self.fresh();
        let uses = vars.iter().filter_map(|var| self.uses.get(var)).sum();
        self.uses.insert(tuple, uses);
        for (var, position) in vars.into_iter().zip(1..) {
            self.places.insert(var, (tuple, position));
            self.put_away.push(var);
        }
        (tuple, value)
    }

    fn wrap(&mut self, put_away: Vec<(Var, NodeId)>, body: NodeId) -> NodeId {
        let tuples = put_away.into_iter().rev();
        tuples.fold(body, |body, (tuple, value)| {
            self.core.bind(tuple, value, body)
        })
    }

    /// Its own variables are in registers of its own.
    fn closure(&mut self, params: Vec<Var>, body: NodeId) -> NodeKind {
        let outside = std::mem::take(&mut self.alive);
        let body = self.body(params.clone(), body);
        self.alive = outside;
        NodeKind::Fun { params, body }
    }

    fn goto(&mut self, kind: NodeKind) -> NodeKind {
        let NodeKind::Goto {
            jumps,
            label,
            target,
            body,
        } = kind
        else {
            return kind;
        };
        let body = self.body(Vec::new(), body);
        let target = match self.core.node(target).kind.clone() {
            NodeKind::Fun {
                params,
                body: inside,
            } => {
                let inside = self.body(params.clone(), inside);
                let kind = NodeKind::Fun {
                    params,
                    body: inside,
                };
                self.with_kind(target, kind)
            }
            _ => self.visit(target),
        };
        NodeKind::Goto {
            jumps,
            label,
            target,
            body,
        }
    }

    fn case(&mut self, subject: NodeId, mut clauses: Vec<Clause>) -> NodeKind {
        let subject = self.visit(subject);
        for clause in &mut clauses {
            let pattern = pattern(self.core, clause);
            clause.body = self.body(pattern.bound.into_iter().collect(), clause.body);
        }
        NodeKind::Case { subject, clauses }
    }

    /// A list, whose elements need not be there all at once.
    fn list(&mut self, id: NodeId) -> NodeId {
        let (mut heads, mut nodes) = (Vec::new(), Vec::new());
        let mut rest = id;
        while let NodeKind::Cons(head, tail) = self.core.node(rest).kind
            && !self.core.is_constant(rest)
        {
            heads.push(self.visit(head));
            nodes.push((rest, head));
            rest = tail;
        }
        let tail = self.visit(rest);
        let same = |((_, before), after): (&(NodeId, NodeId), &NodeId)| before == after;
        if tail == rest && nodes.iter().zip(&heads).all(same) {
            return id;
        }
        let mut list = tail;
        let mut parts = Vec::new();
        for chunk in heads.rchunks(CHUNK) {
            list = self.core.list(chunk, list);
            if chunk.len() == CHUNK {
                let part = self.fresh();
                parts.push((part, list));
                list = self.core.var(part);
            }
        }
        self.wrap(parts, list)
    }

    fn fresh(&mut self) -> Var {
        *self.next_var += 1;
        Var(*self.next_var - 1)
    }
}

fn pattern(core: &Core, clause: &Clause) -> Pattern {
    let mut pattern = Pattern::default();
    pattern.read(core, clause.pattern);
    pattern
}

/// The variables that segments mention.
fn variables(core: &Core, segments: &[Segment]) -> Vec<Var> {
    let parts = segments.iter().flat_map(segment_parts);
    parts
        .filter_map(|part| match core.node(part).kind {
            NodeKind::Var(var) => Some(var),
            _ => None,
        })
        .collect()
}

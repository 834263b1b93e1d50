//! Expressions and patterns.
//!
//! Variables are unique in a function, so a `let` is a match among the expressions of a body. A
//! label is a closure in a variable.

use source::Name;

use super::Writer;
use crate::core_erlang::node::{Clause, FunName, Literal, NodeId, NodeKind, Var};

/// An expression of a body.
enum Step {
    Bind(Var, NodeId),
    Label(FunName, NodeId),
    Do(NodeId),
}

impl Writer<'_> {
    /// The expressions that `id` consists of, as a list.
    pub(super) fn body(&mut self, id: NodeId) {
        let mut steps = Vec::new();
        let result = self.steps(id, &mut steps);
        steps.push(Step::Do(result));
        self.list(&steps, |writer, step| match step {
            Step::Bind(var, value) => {
                let place = writer.place(*value);
                let name = writer.name(*var);
                writer.bind(&name, *value, place);
            }
            Step::Label(label, target) => {
                let place = writer.place(*target);
                writer.bind(&label_name(*label), *target, place);
            }
            Step::Do(expr) => writer.expr(*expr),
        });
    }

    fn bind(&mut self, name: &str, value: NodeId, place: u32) {
        self.head("match", 4, place);
        self.variable(name, place);
        self.expr(value);
    }

    /// Collects what comes before the value of `id`; gives that.
    fn steps(&mut self, id: NodeId, steps: &mut Vec<Step>) -> NodeId {
        let mut id = id;
        loop {
            match &self.core.node(id).kind {
                NodeKind::Let { var, value, body } => {
                    let value = source::grow(|| self.steps(*value, steps));
                    steps.push(Step::Bind(*var, value));
                    id = *body;
                }
                NodeKind::Seq(first, second) => {
                    let first = source::grow(|| self.steps(*first, steps));
                    steps.push(Step::Do(first));
                    id = *second;
                }
                NodeKind::Goto {
                    label,
                    target,
                    body,
                    ..
                } => {
                    self.labels.insert(*label);
                    steps.push(Step::Label(*label, *target));
                    id = *body;
                }
                _ => return id,
            }
        }
    }

    pub(super) fn expr(&mut self, id: NodeId) {
        source::grow(|| self.expr_kind(id));
    }

    fn expr_kind(&mut self, id: NodeId) {
        let core = self.core;
        let place = self.place(id);
        match &core.node(id).kind {
            NodeKind::Literal(literal) => self.literal(literal, place),
            NodeKind::Var(var) => self.mention(*var, place),
            NodeKind::FunName(name) => self.fun_name(*name, place),
            NodeKind::Cons(head, tail) => self.cons(*head, *tail, place),
            NodeKind::Tuple(items) => self.tuple(items, place),
            NodeKind::Map(pairs) => self.map(pairs, place),
            NodeKind::Binary(segments) => self.binary(segments, place),
            NodeKind::Fun { params, body } => self.fun(params, *body, place),
            NodeKind::Let { .. } | NodeKind::Seq(..) | NodeKind::Goto { .. } => {
                self.head("block", 3, place);
                self.body(id);
            }
            NodeKind::Apply { callee, args } => self.apply(*callee, args, place),
            NodeKind::Call {
                module,
                function,
                args,
            } => self.call((*module, *function), args, place),
            NodeKind::Primop { args, .. } => self.match_fail(args, place),
            NodeKind::Case { subject, clauses } => self.case(*subject, clauses, place),
        }
    }

    pub(super) fn place(&self, id: NodeId) -> u32 {
        self.core.node(id).place
    }

    pub(super) fn exprs(&mut self, ids: &[NodeId]) {
        self.list(ids, |writer, id| writer.expr(*id));
    }

    fn literal(&mut self, literal: &Literal, place: u32) {
        match literal {
            Literal::Int(digits) => match digits.strip_prefix('-') {
                Some(digits) => self.signed("-", place, |writer| writer.integer(digits, place)),
                None => self.integer(digits, place),
            },
            // A zero without sign is either zero in the patterns of older versions.
            Literal::Float(value) => {
                let sign = if value.is_sign_negative() { "-" } else { "+" };
                if *value == 0.0 || value.is_sign_negative() {
                    self.signed(sign, place, |writer| writer.float(value.abs(), place));
                } else {
                    self.float(*value, place);
                }
            }
            Literal::Atom(name) => self.atom(name, place),
            Literal::Nil => self.head("nil", 2, place),
            Literal::Binary(bytes) => self.bytes(bytes, place),
        }
    }

    fn signed(&mut self, sign: &str, place: u32, value: impl FnOnce(&mut Self)) {
        self.head("op", 4, place);
        self.out.atom(sign);
        value(self);
    }

    pub(super) fn integer(&mut self, digits: &str, place: u32) {
        self.head("integer", 3, place);
        self.out.integer(digits);
    }

    fn float(&mut self, value: f64, place: u32) {
        self.head("float", 3, place);
        self.out.float(value);
    }

    pub(super) fn atom(&mut self, name: &str, place: u32) {
        self.head("atom", 3, place);
        self.out.atom(name);
    }

    pub(super) fn variable(&mut self, name: &str, place: u32) {
        self.head("var", 3, place);
        self.out.atom(name);
    }

    /// A variable where it has a value, or gets one in a pattern. Nobody mentions it again if this
    /// is the only time.
    fn mention(&mut self, var: Var, place: u32) {
        if self.mentions[var.0 as usize] > 1 || self.names.contains_key(&var) {
            self.bound(var, place);
        } else {
            self.variable("_", place);
        }
    }

    /// A variable that has a value, or a parameter.
    pub(super) fn bound(&mut self, var: Var, place: u32) {
        let name = self.name(var);
        self.variable(&name, place);
    }

    /// What a variable is called: as in the source, with a capital letter, and with a number if there
    /// is another one of that name in the function.
    fn name(&mut self, var: Var) -> String {
        if let Some(name) = self.names.get(&var) {
            return name.clone();
        }
        let source = self.core.var_names.get(var.0 as usize);
        let source = source.copied().unwrap_or_else(|| Name::new("_value"));
        let count = self.taken.entry(source).or_default();
        let (first, rest) = source.split_at(source.chars().next().map_or(0, char::len_utf8));
        let mut name = first.to_uppercase() + rest;
        if *count > 0 || name == "_" {
            name.push_str(&format!("@{count}"));
        }
        *count += 1;
        self.names.insert(var, name.clone());
        name
    }

    fn fun_name(&mut self, name: FunName, place: u32) {
        self.head("fun", 3, place);
        self.out.record("function", 3);
        self.out.atom(&name.name);
        self.out.small(name.arity);
    }

    fn cons(&mut self, head: NodeId, tail: NodeId, place: u32) {
        self.head("cons", 4, place);
        self.expr(head);
        self.expr(tail);
    }

    fn tuple(&mut self, items: &[NodeId], place: u32) {
        self.head("tuple", 3, place);
        self.exprs(items);
    }

    fn map(&mut self, pairs: &[(NodeId, NodeId)], place: u32) {
        self.head("map", 3, place);
        self.list(pairs, |writer, (key, value)| {
            writer.head("map_field_assoc", 4, place);
            writer.expr(*key);
            writer.expr(*value);
        });
    }

    fn fun(&mut self, params: &[Var], body: NodeId, place: u32) {
        self.head("fun", 3, place);
        self.out.record("clauses", 2);
        self.out.list(1);
        self.fun_clause(params, body, place);
        self.out.nil();
    }

    fn apply(&mut self, callee: NodeId, args: &[NodeId], place: u32) {
        self.head("call", 4, place);
        match self.core.node(callee).kind {
            NodeKind::FunName(label) if self.labels.contains(&label) => {
                self.variable(&label_name(label), place);
            }
            NodeKind::FunName(function) => self.atom(&function.name, place),
            _ => self.expr(callee),
        }
        self.exprs(args);
    }

    fn call(&mut self, (module, function): (Name, Name), args: &[NodeId], place: u32) {
        let erlang = module == "erlang";
        if erlang && (function == "not" || is_binary_operator(&function, args)) {
            self.head("op", 3 + args.len(), place);
            self.out.atom(&function);
            for arg in args {
                self.expr(*arg);
            }
        } else if erlang
            && function == "make_fun"
            && args.iter().all(|arg| self.core.is_constant(*arg))
        {
            self.head("fun", 3, place);
            self.out.record("function", 1 + args.len());
            for arg in args {
                self.expr(*arg);
            }
        } else {
            self.remote(&module, &function, place);
            self.exprs(args);
        }
    }

    /// The beginning of a call of another module's function; the list of arguments follows.
    fn remote(&mut self, module: &str, function: &str, place: u32) {
        self.head("call", 4, place);
        self.head("remote", 4, place);
        self.atom(module, place);
        self.atom(function, place);
    }

    /// No clause fits: the only operation of the compiler that we use.
    fn match_fail(&mut self, args: &[NodeId], place: u32) {
        self.remote("erlang", "error", place);
        self.exprs(args);
    }

    /// A `case` fails by itself if no clause fits.
    fn case(&mut self, subject: NodeId, clauses: &[Clause], place: u32) {
        let clauses = match clauses {
            [clauses @ .., last] if !clauses.is_empty() && self.only_fails(last) => clauses,
            _ => clauses,
        };
        self.head("case", 4, place);
        self.expr(subject);
        self.list(clauses, |writer, clause| {
            writer.clause_head(clause);
            writer.out.list(1);
            writer.expr(clause.pattern);
            writer.out.nil();
            writer.out.nil();
            writer.body(clause.body);
        });
    }

    /// Dialyzer should not mind a last clause that other clauses leave nothing for, nor a zero
    /// that is no divisor: Gleam's types know less than it finds out.
    fn clause_head(&mut self, clause: &Clause) {
        let place = self.place(clause.pattern);
        let takes_all = matches!(self.core.node(clause.pattern).kind, NodeKind::Var(_));
        if !takes_all && !clause.generated {
            return self.head("clause", 5, place);
        }
        self.out.record("clause", 5);
        self.out.list(2);
        self.out.tuple(2);
        self.out.atom("generated");
        self.out.atom("true");
        self.out.tuple(2);
        self.out.atom("location");
        self.out.small(place);
        self.out.nil();
    }

    fn only_fails(&self, clause: &Clause) -> bool {
        clause.generated && matches!(self.core.node(clause.body).kind, NodeKind::Primop { .. })
    }
}

/// No variable of the source has an underscore and then a capital letter.
fn label_name(label: FunName) -> String {
    let (first, rest) = label.name.split_at(1);
    format!("_{}{rest}", first.to_uppercase())
}

fn is_binary_operator(name: &str, args: &[NodeId]) -> bool {
    const OPERATORS: [&str; 12] = [
        "+", "-", "*", "/", "div", "rem", "<", "=<", ">", ">=", "=:=", "=/=",
    ];
    args.len() == 2 && OPERATORS.contains(&name)
}

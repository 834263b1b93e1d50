//! The external term format of a module: the terms of OTP's `core_parse.hrl` records.

use source::Name;

use super::node::{Clause, Core, FunName, Literal, NodeId, NodeKind, Segment, Size, Var};
use super::term::Terms;

/// The bytes that `binary_to_term/1` turns into the `c_module` record of `core`. Where
/// [`Core::uses_echo`], the definitions of [`ECHO_HELPERS`](super::ECHO_HELPERS) are to be added.
///
/// Variables are named by integers, as OTP's own Core Erlang has them. Only what a stack trace can
/// mention is annotated, since annotations double the size.
pub fn etf(core: &Core) -> Vec<u8> {
    let mut writer = Writer {
        core,
        out: Terms::new(),
    };
    writer.module();
    writer.out.into_bytes()
}

struct Writer<'c> {
    core: &'c Core,
    out: Terms,
}

impl Writer<'_> {
    fn module(&mut self) {
        let core = self.core;
        self.out.record("c_module", 6);
        self.out.nil();
        self.literal_atom(core.name.as_str());
        self.list(&core.exports, |writer, name| writer.fun_name(*name));
        self.out.nil();
        self.list(&core.functions, |writer, (name, fun)| {
            writer.out.tuple(2);
            writer.fun_name(*name);
            writer.node(*fun);
        });
    }

    fn node(&mut self, id: NodeId) {
        source::grow(|| {
            if self.core.is_constant(id) {
                self.out.record("c_literal", 3);
                self.out.nil();
                self.term(id);
            } else {
                self.expr(id);
            }
        });
    }

    fn expr(&mut self, id: NodeId) {
        let node = self.core.node(id);
        let line = node.line;
        match &node.kind {
            NodeKind::Literal(literal) => self.scalar(literal),
            NodeKind::Var(var) => self.var(*var),
            NodeKind::FunName(name) => self.fun_name(*name),
            NodeKind::Cons(head, tail) => self.pair("c_cons", *head, *tail),
            NodeKind::Seq(first, second) => self.pair("c_seq", *first, *second),
            NodeKind::Tuple(items) => self.tuple_node(items),
            NodeKind::Map(pairs) => self.map(pairs),
            NodeKind::Binary(segments) => self.binary(segments, line),
            NodeKind::Fun { params, body } => self.fun(params, *body, line),
            NodeKind::Let { var, value, body } => self.bind(*var, *value, *body),
            NodeKind::Goto {
                jumps,
                label,
                target,
                body,
            } => self.goto(*jumps, *label, *target, *body),
            NodeKind::Apply { callee, args } => self.apply(*callee, args, line),
            NodeKind::Call {
                module,
                function,
                args,
            } => self.call((*module, *function), args, line),
            NodeKind::Primop { name, args } => self.primop(name, args, line),
            NodeKind::Case { subject, clauses } => self.case(*subject, clauses),
        }
    }

    fn pair(&mut self, record: &str, first: NodeId, second: NodeId) {
        self.out.record(record, 4);
        self.out.nil();
        self.node(first);
        self.node(second);
    }

    fn tuple_node(&mut self, items: &[NodeId]) {
        self.out.record("c_tuple", 3);
        self.out.nil();
        self.nodes(items);
    }

    fn map(&mut self, pairs: &[(NodeId, NodeId)]) {
        self.out.record("c_map", 5);
        self.out.nil();
        self.out.record("c_literal", 3);
        self.out.nil();
        self.out.map(0);
        self.list(pairs, |writer, (key, value)| {
            writer.out.record("c_map_pair", 5);
            writer.out.nil();
            writer.literal_atom("assoc");
            writer.node(*key);
            writer.node(*value);
        });
        self.out.atom("false");
    }

    fn binary(&mut self, segments: &[Segment], line: Option<u32>) {
        self.out.record("c_binary", 3);
        self.annotation(line);
        self.list(segments, Self::segment);
    }

    fn segment(&mut self, segment: &Segment) {
        self.out.record("c_bitstr", 7);
        self.out.nil();
        self.node(segment.value);
        let natural = matches!(segment.size, Size::Natural);
        match segment.size {
            Size::Units(size) => self.node(size),
            Size::All => self.literal_atom("all"),
            Size::Natural => self.literal_atom("undefined"),
        }
        if natural {
            self.literal_atom("undefined");
        } else {
            self.out.record("c_literal", 3);
            self.out.nil();
            self.out.small(segment.unit);
        }
        self.literal_atom(segment.encoding.as_str());
        let sign = if segment.signed { "signed" } else { "unsigned" };
        self.out.record("c_literal", 3);
        self.out.nil();
        self.list(&[sign, segment.endianness], |writer, flag| {
            writer.out.atom(flag);
        });
    }

    fn fun(&mut self, params: &[Var], body: NodeId, line: Option<u32>) {
        self.out.record("c_fun", 4);
        self.annotation(line);
        self.list(params, |writer, var| writer.var(*var));
        self.node(body);
    }

    fn bind(&mut self, var: Var, value: NodeId, body: NodeId) {
        self.out.record("c_let", 5);
        self.out.nil();
        self.list(&[var], |writer, var| writer.var(*var));
        self.node(value);
        self.node(body);
    }

    fn goto(&mut self, jumps: bool, label: FunName, target: NodeId, body: NodeId) {
        self.out.record("c_letrec", 4);
        let annotation = if jumps { &GOTO_ANNOTATION[..] } else { &[] };
        self.list(annotation, |writer, atom| writer.out.atom(atom));
        self.list(&[target], |writer, target| {
            writer.out.tuple(2);
            writer.fun_name(label);
            writer.node(*target);
        });
        self.node(body);
    }

    fn apply(&mut self, callee: NodeId, args: &[NodeId], line: Option<u32>) {
        self.out.record("c_apply", 4);
        self.annotation(line);
        self.node(callee);
        self.nodes(args);
    }

    fn call(&mut self, (module, function): (Name, Name), args: &[NodeId], line: Option<u32>) {
        self.out.record("c_call", 5);
        self.annotation(line);
        self.literal_atom(module.as_str());
        self.literal_atom(function.as_str());
        self.nodes(args);
    }

    fn primop(&mut self, name: &str, args: &[NodeId], line: Option<u32>) {
        self.out.record("c_primop", 4);
        self.annotation(line);
        self.literal_atom(name);
        self.nodes(args);
    }

    fn case(&mut self, subject: NodeId, clauses: &[Clause]) {
        self.out.record("c_case", 4);
        self.out.nil();
        self.node(subject);
        self.list(clauses, |writer, clause| {
            writer.out.record("c_clause", 5);
            if clause.generated {
                writer.list(&["compiler_generated"], |writer, atom| {
                    writer.out.atom(atom);
                });
            } else {
                writer.out.nil();
            }
            writer.nodes(&[clause.pattern]);
            writer.literal_atom("true");
            writer.node(clause.body);
        });
    }

    fn nodes(&mut self, nodes: &[NodeId]) {
        self.list(nodes, |writer, node| writer.node(*node));
    }

    fn var(&mut self, var: Var) {
        self.out.record("c_var", 3);
        self.out.nil();
        self.out.small(var.0);
    }

    fn fun_name(&mut self, name: FunName) {
        self.out.record("c_var", 3);
        self.out.nil();
        self.out.tuple(2);
        self.out.atom(name.name.as_str());
        self.out.small(name.arity);
    }

    fn annotation(&mut self, line: Option<u32>) {
        let Some(line) = line else {
            return self.out.nil();
        };
        self.out.list(2);
        self.out.small(line);
        self.out.tuple(2);
        self.out.atom("file");
        let file: Vec<u32> = self.core.file.chars().map(u32::from).collect();
        self.out.characters(&file);
        self.out.nil();
    }

    /// A constant node as the term it stands for.
    fn term(&mut self, id: NodeId) {
        source::grow(|| match &self.core.node(id).kind {
            NodeKind::Literal(literal) => self.scalar(literal),
            NodeKind::Tuple(items) => {
                self.out.tuple(items.len());
                for item in items {
                    self.term(*item);
                }
            }
            NodeKind::Cons(..) => self.list_term(id),
            NodeKind::Map(pairs) => {
                self.out.map(pairs.len());
                for (key, value) in pairs {
                    self.term(*key);
                    self.term(*value);
                }
            }
            kind => unreachable!("only literals and data are constant, not {kind:?}"),
        });
    }

    fn list_term(&mut self, id: NodeId) {
        let mut items = Vec::new();
        let mut tail = id;
        while let NodeKind::Cons(head, rest) = self.core.node(tail).kind {
            items.push(head);
            tail = rest;
        }
        self.out.list(items.len());
        for item in items {
            self.term(item);
        }
        self.term(tail);
    }

    fn literal_atom(&mut self, text: &str) {
        self.out.record("c_literal", 3);
        self.out.nil();
        self.out.atom(text);
    }

    fn scalar(&mut self, literal: &Literal) {
        match literal {
            Literal::Int(digits) => self.out.integer(digits.as_str()),
            Literal::Float(value) => self.out.float(*value),
            Literal::Atom(name) => self.out.atom(name.as_str()),
            Literal::Nil => self.out.nil(),
            Literal::Binary(bytes) => self.out.binary(bytes),
        }
    }

    fn list<T>(&mut self, items: &[T], mut each: impl FnMut(&mut Self, &T)) {
        if !items.is_empty() {
            self.out.list(items.len());
            for item in items {
                each(self, item);
            }
        }
        self.out.nil();
    }
}

/// What makes OTP compile a `letrec` to a jump. `no_inline` keeps the inliner off it.
pub(super) const GOTO_ANNOTATION: [&str; 2] = ["letrec_goto", "no_inline"];

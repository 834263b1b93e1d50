//! The external term format of a module: the terms of OTP's `core_parse.hrl` records.

use num_bigint::{BigInt, Sign};
use source::Name;

use super::node::{Clause, Core, FunName, Literal, NodeId, NodeKind, Segment, Size, Var};

/// The bytes that `binary_to_term/1` turns into the `c_module` record of `core`. Where
/// [`Core::uses_echo`], the definitions of [`ECHO_HELPERS`](super::ECHO_HELPERS) are to be added.
///
/// Variables are named by integers, as OTP's own Core Erlang has them. Only what a stack trace can
/// mention is annotated, since annotations double the size.
pub fn etf(core: &Core) -> Vec<u8> {
    let mut writer = Writer {
        core,
        bytes: vec![131],
    };
    writer.module();
    writer.bytes
}

struct Writer<'c> {
    core: &'c Core,
    bytes: Vec<u8>,
}

impl Writer<'_> {
    fn module(&mut self) {
        let core = self.core;
        self.record("c_module", 6);
        self.nil();
        self.literal_atom(core.name.as_str());
        self.list(&core.exports, |writer, name| writer.fun_name(*name));
        self.nil();
        self.list(&core.functions, |writer, (name, fun)| {
            writer.tuple(2);
            writer.fun_name(*name);
            writer.node(*fun);
        });
    }

    fn node(&mut self, id: NodeId) {
        source::grow(|| {
            if self.core.is_constant(id) {
                self.record("c_literal", 3);
                self.nil();
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
                label,
                target,
                body,
            } => self.goto(*label, *target, *body),
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
        self.record(record, 4);
        self.nil();
        self.node(first);
        self.node(second);
    }

    fn tuple_node(&mut self, items: &[NodeId]) {
        self.record("c_tuple", 3);
        self.nil();
        self.nodes(items);
    }

    fn map(&mut self, pairs: &[(NodeId, NodeId)]) {
        self.record("c_map", 5);
        self.nil();
        self.record("c_literal", 3);
        self.nil();
        self.bytes.push(tag::MAP);
        self.u32(0);
        self.list(pairs, |writer, (key, value)| {
            writer.record("c_map_pair", 5);
            writer.nil();
            writer.literal_atom("assoc");
            writer.node(*key);
            writer.node(*value);
        });
        self.atom("false");
    }

    fn binary(&mut self, segments: &[Segment], line: Option<u32>) {
        self.record("c_binary", 3);
        self.annotation(line);
        self.list(segments, Self::segment);
    }

    fn segment(&mut self, segment: &Segment) {
        self.record("c_bitstr", 7);
        self.nil();
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
            self.record("c_literal", 3);
            self.nil();
            self.small(segment.unit);
        }
        self.literal_atom(segment.encoding.as_str());
        let sign = if segment.signed { "signed" } else { "unsigned" };
        self.record("c_literal", 3);
        self.nil();
        self.list(&[sign, segment.endianness], |writer, flag| {
            writer.atom(flag);
        });
    }

    fn fun(&mut self, params: &[Var], body: NodeId, line: Option<u32>) {
        self.record("c_fun", 4);
        self.annotation(line);
        self.list(params, |writer, var| writer.var(*var));
        self.node(body);
    }

    fn bind(&mut self, var: Var, value: NodeId, body: NodeId) {
        self.record("c_let", 5);
        self.nil();
        self.list(&[var], |writer, var| writer.var(*var));
        self.node(value);
        self.node(body);
    }

    fn goto(&mut self, label: FunName, target: NodeId, body: NodeId) {
        self.record("c_letrec", 4);
        self.list(&GOTO_ANNOTATION, |writer, atom| writer.atom(atom));
        self.list(&[target], |writer, target| {
            writer.tuple(2);
            writer.fun_name(label);
            writer.node(*target);
        });
        self.node(body);
    }

    fn apply(&mut self, callee: NodeId, args: &[NodeId], line: Option<u32>) {
        self.record("c_apply", 4);
        self.annotation(line);
        self.node(callee);
        self.nodes(args);
    }

    fn call(&mut self, (module, function): (Name, Name), args: &[NodeId], line: Option<u32>) {
        self.record("c_call", 5);
        self.annotation(line);
        self.literal_atom(module.as_str());
        self.literal_atom(function.as_str());
        self.nodes(args);
    }

    fn primop(&mut self, name: &str, args: &[NodeId], line: Option<u32>) {
        self.record("c_primop", 4);
        self.annotation(line);
        self.literal_atom(name);
        self.nodes(args);
    }

    fn case(&mut self, subject: NodeId, clauses: &[Clause]) {
        self.record("c_case", 4);
        self.nil();
        self.node(subject);
        self.list(clauses, |writer, clause| {
            writer.record("c_clause", 5);
            if clause.generated {
                writer.list(&["compiler_generated"], |writer, atom| writer.atom(atom));
            } else {
                writer.nil();
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
        self.record("c_var", 3);
        self.nil();
        self.small(var.0);
    }

    fn fun_name(&mut self, name: FunName) {
        self.record("c_var", 3);
        self.nil();
        self.tuple(2);
        self.atom(name.name.as_str());
        self.small(name.arity);
    }

    fn annotation(&mut self, line: Option<u32>) {
        let Some(line) = line else {
            return self.nil();
        };
        self.bytes.push(tag::LIST);
        self.u32(2);
        self.small(line);
        self.tuple(2);
        self.atom("file");
        let characters: Vec<char> = self.core.file.chars().collect();
        self.characters(&characters);
        self.nil();
    }

    /// A list of code points, in the compact form where it can express them.
    fn characters(&mut self, characters: &[char]) {
        let latin = characters.iter().all(|c| u32::from(*c) < 256);
        if latin && !characters.is_empty() && u16::try_from(characters.len()).is_ok() {
            self.bytes.push(tag::STRING);
            self.bytes.extend((characters.len() as u16).to_be_bytes());
            self.bytes.extend(characters.iter().map(|c| *c as u8));
        } else {
            self.list(characters, |writer, c| writer.small(u32::from(*c)));
        }
    }

    /// A constant node as the term it stands for.
    fn term(&mut self, id: NodeId) {
        source::grow(|| match &self.core.node(id).kind {
            NodeKind::Literal(literal) => self.scalar(literal),
            NodeKind::Tuple(items) => {
                self.tuple(items.len());
                for item in items {
                    self.term(*item);
                }
            }
            NodeKind::Cons(..) => self.list_term(id),
            NodeKind::Map(pairs) => {
                self.bytes.push(tag::MAP);
                self.u32(pairs.len() as u32);
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
        self.bytes.push(tag::LIST);
        self.u32(items.len() as u32);
        for item in items {
            self.term(item);
        }
        self.term(tail);
    }

    fn scalar(&mut self, literal: &Literal) {
        match literal {
            Literal::Int(digits) => self.integer(digits.as_str()),
            Literal::Float(value) => {
                self.bytes.push(tag::NEW_FLOAT);
                self.bytes.extend(value.to_be_bytes());
            }
            Literal::Atom(name) => self.atom(name.as_str()),
            Literal::Nil => self.nil(),
            Literal::Binary(bytes) => {
                self.bytes.push(tag::BINARY);
                self.u32(bytes.len() as u32);
                self.bytes.extend(&**bytes);
            }
        }
    }

    fn integer(&mut self, digits: &str) {
        if let Ok(value) = digits.parse::<i32>() {
            return self.i32(value);
        }
        let value: BigInt = digits
            .parse()
            .unwrap_or_else(|_| unreachable!("`{digits}` was checked to be decimal digits"));
        let (sign, magnitude) = value.to_bytes_le();
        if let Ok(len) = u8::try_from(magnitude.len()) {
            self.bytes.extend([tag::SMALL_BIG, len]);
        } else {
            self.bytes.push(tag::LARGE_BIG);
            self.u32(magnitude.len() as u32);
        }
        self.bytes.push(u8::from(sign == Sign::Minus));
        self.bytes.extend(magnitude);
    }

    /// Offsets, lines and indices: they fit because a source file is under 4 GiB.
    fn small(&mut self, value: u32) {
        match i32::try_from(value) {
            Ok(value) => self.i32(value),
            Err(_) => self.integer(&value.to_string()),
        }
    }

    fn i32(&mut self, value: i32) {
        if let Ok(byte) = u8::try_from(value) {
            self.bytes.extend([tag::SMALL_INTEGER, byte]);
        } else {
            self.bytes.push(tag::INTEGER);
            self.bytes.extend(value.to_be_bytes());
        }
    }

    fn record(&mut self, name: &str, size: usize) {
        self.tuple(size);
        self.atom(name);
    }

    fn tuple(&mut self, size: usize) {
        if let Ok(size) = u8::try_from(size) {
            self.bytes.extend([tag::SMALL_TUPLE, size]);
        } else {
            self.bytes.push(tag::LARGE_TUPLE);
            self.u32(size as u32);
        }
    }

    fn list<T>(&mut self, items: &[T], mut each: impl FnMut(&mut Self, &T)) {
        if !items.is_empty() {
            self.bytes.push(tag::LIST);
            self.u32(items.len() as u32);
            for item in items {
                each(self, item);
            }
        }
        self.nil();
    }

    fn literal_atom(&mut self, text: &str) {
        self.record("c_literal", 3);
        self.nil();
        self.atom(text);
    }

    fn atom(&mut self, text: &str) {
        if let Ok(len) = u8::try_from(text.len()) {
            self.bytes.extend([tag::SMALL_ATOM, len]);
        } else {
            self.bytes.push(tag::ATOM);
            self.bytes.extend((text.len() as u16).to_be_bytes());
        }
        self.bytes.extend(text.as_bytes());
    }

    fn nil(&mut self) {
        self.bytes.push(tag::NIL);
    }

    fn u32(&mut self, value: u32) {
        self.bytes.extend(value.to_be_bytes());
    }
}

/// What makes OTP compile a `letrec` to a jump. `no_inline` keeps the inliner off it.
pub(super) const GOTO_ANNOTATION: [&str; 2] = ["letrec_goto", "no_inline"];

/// Tags of the external term format (ERTS User's Guide, "External Term Format").
mod tag {
    pub(super) const NEW_FLOAT: u8 = 70;
    pub(super) const SMALL_INTEGER: u8 = 97;
    pub(super) const INTEGER: u8 = 98;
    pub(super) const SMALL_TUPLE: u8 = 104;
    pub(super) const LARGE_TUPLE: u8 = 105;
    pub(super) const NIL: u8 = 106;
    pub(super) const STRING: u8 = 107;
    pub(super) const LIST: u8 = 108;
    pub(super) const BINARY: u8 = 109;
    pub(super) const SMALL_BIG: u8 = 110;
    pub(super) const LARGE_BIG: u8 = 111;
    pub(super) const MAP: u8 = 116;
    pub(super) const ATOM: u8 = 118;
    pub(super) const SMALL_ATOM: u8 = 119;
}

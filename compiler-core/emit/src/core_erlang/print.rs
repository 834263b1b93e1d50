//! Core Erlang as text, for people and for `erlc +from_core`.

use std::cell::Cell;
use std::fmt::Write;

use num_bigint::BigUint;
use pretty::{Arena, DocAllocator, DocBuilder};

use super::etf::GOTO_ANNOTATION;
use super::node::{Clause, Core, FunName, Literal, NodeId, NodeKind, Segment, Size, Var};

/// The module as Core Erlang text. Where [`Core::uses_echo`], the definitions of
/// [`ECHO_HELPERS`](super::ECHO_HELPERS) are missing.
pub fn print(core: &Core) -> String {
    let arena = Arena::new();
    let printer = Printer {
        core,
        arena: &arena,
        depth: Cell::new(0),
    };
    let mut text = String::new();
    // Writing to a string cannot fail.
    let _ = printer.module().render_fmt(WIDTH, &mut text);
    text
}

const WIDTH: usize = 100;
const INDENT: isize = 2;
const DEEPEST_INDENTED: usize = 100;

type Doc<'a> = DocBuilder<'a, Arena<'a>>;

struct Printer<'a> {
    core: &'a Core,
    arena: &'a Arena<'a>,
    /// How many nodes surround the one that is being printed.
    depth: Cell<usize>,
}

impl<'a> Printer<'a> {
    fn module(&self) -> Doc<'a> {
        let exports = self.core.exports.iter();
        let exports = exports.map(|name| self.text(fun_name(*name)));
        let head = self
            .text(format!("module {} ", atom(self.core.name.as_str())))
            .append(self.sequence("[", exports, "]"))
            .append(self.arena.hardline())
            .append("  attributes []")
            .append(self.arena.hardline());
        let functions = self.core.functions.iter().map(|(name, fun)| {
            self.text(format!("{} =", fun_name(*name)))
                .append(self.indented(self.node(*fun)))
                .append(self.arena.hardline())
        });
        head.append(self.arena.concat(functions))
            .append("end")
            .append(self.arena.hardline())
    }

    fn node(&self, id: NodeId) -> Doc<'a> {
        source::grow(|| {
            let node = self.core.node(id);
            self.depth.set(self.depth.get() + 1);
            let doc = self.kind(&node.kind);
            self.depth.set(self.depth.get() - 1);
            match node.line {
                Some(line) => self.annotated(doc, &self.location(line)),
                None => doc,
            }
        })
    }

    fn kind(&self, kind: &'a NodeKind) -> Doc<'a> {
        match kind {
            NodeKind::Literal(literal) => self.literal(literal),
            NodeKind::Var(var) => self.text(self.var(*var)),
            NodeKind::FunName(name) => self.text(fun_name(*name)),
            NodeKind::Cons(head, tail) => self.cons(*head, *tail),
            NodeKind::Tuple(items) => self.nodes("{", items, "}"),
            NodeKind::Map(pairs) => self.map(pairs),
            NodeKind::Binary(segments) => self.binary(segments),
            NodeKind::Fun { params, body } => self.fun(params, *body),
            NodeKind::Let { var, value, body } => self.bind(*var, *value, *body),
            NodeKind::Seq(first, second) => self.seq(*first, *second),
            NodeKind::Goto {
                jumps,
                label,
                target,
                body,
            } => self.goto(*jumps, *label, *target, *body),
            NodeKind::Apply { callee, args } => self
                .text("apply ")
                .append(self.node(*callee))
                .append(self.nodes("(", args, ")")),
            NodeKind::Call {
                module,
                function,
                args,
            } => self
                .text(format!("call {}:{}", atom(module), atom(function)))
                .append(self.nodes("(", args, ")")),
            NodeKind::Primop { name, args } => self
                .text(format!("primop {}", atom(name)))
                .append(self.nodes("(", args, ")")),
            NodeKind::Case { subject, clauses } => self.case(*subject, clauses),
        }
    }

    fn literal(&self, literal: &Literal) -> Doc<'a> {
        match literal {
            Literal::Int(digits) => self.text(digits.as_str()),
            Literal::Float(value) => self.text(float(*value)),
            Literal::Atom(name) => self.text(atom(name)),
            Literal::Nil => self.text("[]"),
            Literal::Binary(bytes) => self.bytes(bytes),
        }
    }

    /// Core Erlang has no text for binaries but their bytes, so a comment says what they are: as
    /// one big integer they at least take one line.
    fn bytes(&self, bytes: &[u8]) -> Doc<'a> {
        if bytes.is_empty() {
            return self.text("#{}#");
        }
        let value = BigUint::from_bytes_be(bytes);
        let bits = bytes.len() * 8;
        let binary = format!("#{{#<{value}>({bits},1,'integer',['unsigned'|['big']])}}#");
        match std::str::from_utf8(bytes) {
            Ok(text) => self
                .text(format!("%% {text:?}"))
                .append(self.arena.hardline())
                .append(binary),
            Err(_) => self.text(binary),
        }
    }

    /// Lists are printed flat: a chain of `[a|[b|…]]` may be long.
    fn cons(&self, head: NodeId, tail: NodeId) -> Doc<'a> {
        let mut items = vec![head];
        let mut rest = tail;
        while let NodeKind::Cons(head, tail) = self.core.node(rest).kind {
            items.push(head);
            rest = tail;
        }
        let end = match self.core.node(rest).kind {
            NodeKind::Literal(Literal::Nil) => self.text("]"),
            _ => self.text("|").append(self.node(rest)).append("]"),
        };
        let items = items.into_iter().map(|item| self.node(item));
        self.sequence("[", items, "").append(end)
    }

    fn map(&self, pairs: &[(NodeId, NodeId)]) -> Doc<'a> {
        let pairs = pairs
            .iter()
            .map(|(key, value)| self.node(*key).append("=>").append(self.node(*value)));
        self.sequence("~{", pairs, "}~")
    }

    fn binary(&self, segments: &[Segment]) -> Doc<'a> {
        let segments = segments.iter().map(|segment| self.segment(segment));
        self.sequence("#{", segments, "}#")
    }

    fn segment(&self, segment: &Segment) -> Doc<'a> {
        let (size, unit) = match segment.size {
            Size::Units(size) => (self.node(size), segment.unit.to_string()),
            Size::All => (self.text("'all'"), segment.unit.to_string()),
            Size::Natural => (self.text("'undefined'"), "'undefined'".to_owned()),
        };
        let sign = if segment.signed { "signed" } else { "unsigned" };
        self.text("#<")
            .append(self.node(segment.value))
            .append(">(")
            .append(size)
            .append(format!(
                ",{unit},'{}',['{sign}'|['{}']])",
                segment.encoding.as_str(),
                segment.endianness
            ))
    }

    fn fun(&self, params: &[Var], body: NodeId) -> Doc<'a> {
        let params: Vec<String> = params.iter().map(|param| self.var(*param)).collect();
        self.text(format!("fun ({}) ->", params.join(",")))
            .append(self.indented(self.node(body)))
    }

    /// A row of `let`s stays at one indentation.
    fn bind(&self, var: Var, value: NodeId, body: NodeId) -> Doc<'a> {
        self.text(format!("let <{}> =", self.var(var)))
            .append(
                self.arena
                    .line()
                    .append(self.node(value))
                    .nest(2 * INDENT)
                    .group(),
            )
            .append(self.arena.hardline())
            .append("in ")
            .append(self.node(body))
    }

    fn seq(&self, first: NodeId, second: NodeId) -> Doc<'a> {
        self.text("do ")
            .append(self.node(first).nest(INDENT))
            .append(self.arena.hardline())
            .append(self.node(second))
    }

    fn goto(&self, jumps: bool, label: FunName, target: NodeId, body: NodeId) -> Doc<'a> {
        let [first, second] = GOTO_ANNOTATION;
        let letrec = self
            .text(format!("letrec {} =", fun_name(label)))
            .append(self.indented(self.node(target)))
            .append(self.arena.hardline())
            .append("in ")
            .append(self.node(body));
        if jumps {
            self.annotated(letrec, &format!("['{first}','{second}']"))
        } else {
            letrec
        }
    }

    fn case(&self, subject: NodeId, clauses: &[Clause]) -> Doc<'a> {
        let clauses = clauses.iter().map(|clause| {
            let doc = self
                .text("<")
                .append(self.node(clause.pattern))
                .append("> when 'true' ->")
                .append(self.indented(self.node(clause.body)));
            if clause.generated {
                self.annotated(doc, "['compiler_generated']")
            } else {
                doc
            }
        });
        let clauses = self.arena.intersperse(clauses, self.arena.hardline());
        self.text("case ")
            .append(self.node(subject))
            .append(" of")
            .append(self.indented(clauses))
            .append(self.arena.hardline())
            .append("end")
    }

    fn annotated(&self, doc: Doc<'a>, annotation: &str) -> Doc<'a> {
        self.text("( ")
            .append(doc)
            .append(format!(" -| {annotation} )"))
    }

    fn location(&self, line: u32) -> String {
        let mut file = String::new();
        for character in self.core.file.chars() {
            escape(&mut file, character, '"');
        }
        format!("[{line},{{'file',\"{file}\"}}]")
    }

    fn nodes(&self, open: &'static str, nodes: &[NodeId], close: &'static str) -> Doc<'a> {
        let nodes = nodes.iter().map(|node| self.node(*node));
        self.sequence(open, nodes, close)
    }

    fn sequence(
        &self,
        open: &'static str,
        items: impl IntoIterator<Item = Doc<'a>>,
        close: &'static str,
    ) -> Doc<'a> {
        let separator = self.text(",").append(self.arena.line_());
        self.text(open)
            .append(self.arena.intersperse(items, separator).nest(INDENT))
            .append(close)
            .group()
    }

    /// What is very deep is not indented further: the text would grow with the square of the depth.
    fn indented(&self, doc: Doc<'a>) -> Doc<'a> {
        let shallow = self.depth.get() < DEEPEST_INDENTED;
        let nested = self.arena.hardline().append(doc);
        nested.nest(if shallow { INDENT } else { 0 })
    }

    fn text(&self, text: impl Into<std::borrow::Cow<'a, str>>) -> Doc<'a> {
        self.arena.text(text)
    }

    /// Variables begin with a capital letter or `_`; the number keeps equal names apart.
    fn var(&self, var: Var) -> String {
        let Some(name) = self.core.var_names.get(var.0 as usize) else {
            return format!("_{}", var.0);
        };
        let mut letters = name.chars();
        let first = letters.next().map_or('_', |c| c.to_ascii_uppercase());
        format!("{first}{}@{}", letters.as_str(), var.0)
    }
}

fn fun_name(name: FunName) -> String {
    format!("{}/{}", atom(name.name.as_str()), name.arity)
}

/// Core Erlang quotes all atoms.
fn atom(text: &str) -> String {
    let mut quoted = String::from("'");
    for character in text.chars() {
        escape(&mut quoted, character, '\'');
    }
    quoted.push('\'');
    quoted
}

fn escape(text: &mut String, character: char, quote: char) {
    match character {
        '\\' => text.push_str("\\\\"),
        c if c == quote => {
            text.push('\\');
            text.push(c);
        }
        c if c.is_control() => {
            // Writing to a string cannot fail.
            let _ = write!(text, "\\x{{{:x}}}", u32::from(c));
        }
        c => text.push(c),
    }
}

/// Erlang wants digits on both sides of the point.
fn float(value: f64) -> String {
    let text = format!("{value:?}");
    match text.split_once('e') {
        Some((mantissa, exponent)) if !mantissa.contains('.') => {
            format!("{mantissa}.0e{exponent}")
        }
        _ => text,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn floats_have_a_point() {
        assert_eq!(float(1e100), "1.0e100");
        assert_eq!(float(-0.0), "-0.0");
        assert_eq!(float(1.5e-7), "1.5e-7");
    }

    #[test]
    fn atoms_are_quoted() {
        assert_eq!(atom("it's"), "'it\\'s'");
    }
}

//! Programs as trees of text: enough structure to take parts away and to lay the rest out anew.

use crate::random::Random;
use crate::types::Type;

/// What a piece of a program is: pieces of the same sort may stand for each other.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Sort {
    /// An expression of a type.
    Expression(Type),
    /// A pattern.
    Pattern,
    /// Something that only its place gives a meaning: statement, argument, item.
    Part,
}

/// How tightly an expression holds together; operators have 1 to 8.
pub(crate) const UNARY: u8 = 9;
/// An operand of any operator.
pub(crate) const UNIT: u8 = 10;
/// What may be called, and have fields taken from it.
pub(crate) const POSTFIX: u8 = 11;

/// A piece of a program.
#[derive(Debug, Clone)]
pub struct Node {
    /// What it is.
    pub sort: Sort,
    pub(crate) binding: u8,
    pub(crate) parts: Vec<Part>,
}

/// What a node consists of.
#[derive(Debug, Clone)]
pub(crate) enum Part {
    /// Tokens. A space may be laid out in any way, `\n` is best a new line, and where `~` stands,
    /// there need not be anything.
    Tokens(String),
    /// One token, to be printed as it is.
    Word(String),
    /// A piece that another of the same sort can replace.
    Node(Node),
    /// Pieces that can be left out.
    Many(Many),
}

/// Pieces in a row.
#[derive(Debug, Clone)]
pub(crate) struct Many {
    pub(crate) separator: &'static str,
    pub(crate) items: Vec<Node>,
}

impl Node {
    /// A piece from a template, in which each `$` is one of `holes`.
    pub(crate) fn new(sort: Sort, template: &str, holes: Vec<Part>) -> Self {
        let mut parts = Vec::new();
        let mut holes = holes.into_iter();
        for (index, text) in template.split('$').enumerate() {
            if index > 0 {
                parts.extend(holes.next());
            }
            if !text.is_empty() {
                parts.push(Part::Tokens(text.to_string()));
            }
        }
        Self {
            sort,
            binding: POSTFIX,
            parts,
        }
    }

    /// An expression from a template.
    pub(crate) fn expression(ty: &Type, template: &str, holes: Vec<Part>) -> Self {
        Self::new(Sort::Expression(ty.clone()), template, holes)
    }

    /// A pattern from a template.
    pub(crate) fn pattern(template: &str, holes: Vec<Part>) -> Self {
        Self::new(Sort::Pattern, template, holes)
    }

    /// A piece that is what its place makes of it.
    pub(crate) fn part(template: &str, holes: Vec<Part>) -> Self {
        Self::new(Sort::Part, template, holes)
    }

    /// One token.
    pub(crate) fn word(sort: Sort, text: impl Into<String>) -> Self {
        Self {
            sort,
            binding: POSTFIX,
            parts: vec![Part::Word(text.into())],
        }
    }

    /// The same piece, said to hold together as `binding` says.
    pub(crate) fn bound(mut self, binding: u8) -> Self {
        self.binding = binding;
        self
    }

    /// The same expression where only one that holds together at least so tightly may stand.
    pub(crate) fn within(self, binding: u8) -> Self {
        if self.binding >= binding {
            return self;
        }
        let sort = self.sort.clone();
        Self::new(sort, "{ $ }", vec![self.into()])
    }

    /// How many nodes it has.
    pub fn size(&self) -> usize {
        let inner = self.parts.iter().map(|part| match part {
            Part::Node(node) => node.size(),
            Part::Many(many) => many.items.iter().map(Self::size).sum(),
            Part::Tokens(_) | Part::Word(_) => 0,
        });
        1 + inner.sum::<usize>()
    }

    /// The text, laid out in any way that `layout` comes to, or plainly.
    pub fn print(&self, layout: Option<Random>) -> String {
        let mut printer = Printer {
            out: String::new(),
            layout,
            depth: 0,
        };
        printer.node(self);
        printer.out.push('\n');
        printer.out
    }
}

impl From<Node> for Part {
    fn from(node: Node) -> Self {
        Self::Node(node)
    }
}

impl From<String> for Part {
    fn from(word: String) -> Self {
        Self::Word(word)
    }
}

impl From<&str> for Part {
    fn from(word: &str) -> Self {
        Self::Word(word.to_string())
    }
}

/// Pieces in a row.
pub(crate) fn many(separator: &'static str, items: Vec<Node>) -> Part {
    Part::Many(Many { separator, items })
}

struct Printer {
    out: String,
    layout: Option<Random>,
    depth: usize,
}

impl Printer {
    fn node(&mut self, node: &Node) {
        for part in &node.parts {
            match part {
                Part::Tokens(text) => self.tokens(text),
                Part::Word(word) => self.out.push_str(word),
                Part::Node(node) => self.node(node),
                Part::Many(many) => self.many(many),
            }
        }
    }

    fn many(&mut self, many: &Many) {
        for (index, item) in many.items.iter().enumerate() {
            if index > 0 {
                self.tokens(many.separator);
            }
            self.node(item);
        }
    }

    fn tokens(&mut self, text: &str) {
        for c in text.chars() {
            match c {
                ' ' | '\n' | '~' => self.gap(c),
                _ => {
                    self.depth = match c {
                        '{' => self.depth + 1,
                        '}' => self.depth.saturating_sub(1),
                        _ => self.depth,
                    };
                    self.out.push(c);
                }
            }
        }
    }

    fn gap(&mut self, kind: char) {
        let choice = self.layout.as_mut().map_or(99, |random| random.below(60));
        match (kind, choice) {
            ('~', 4..) => {}
            (_, 0) => self.new_line(" // ( \" {"),
            (_, 1) => self.out.push_str("  \t"),
            (_, 2) => self.out.push_str("\r\n"),
            (_, 3) => self.new_line("\n"),
            (' ', 4..8) | ('\n', 10..) => self.new_line(""),
            _ => self.out.push(' '),
        }
    }

    fn new_line(&mut self, before: &str) {
        self.out.push_str(before);
        self.out.push('\n');
        self.out.push_str(&"  ".repeat(self.depth));
    }
}

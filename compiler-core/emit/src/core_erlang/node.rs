//! Core Erlang as data: the node kinds of OTP's `cerl` that we need, in one arena.
//!
//! The language is that of R. Carlsson et al., "Core Erlang 1.0.3 language specification" (2004),
//! with OTP's later `letrec_goto` annotation.

use std::sync::Arc;

use source::{Arena, Id, Name};

/// A node of [`Core`].
pub type NodeId = Id<Node>;

/// A variable; unique in its module but for patterns that are printed twice.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Var(pub u32);

/// A function of the module, or a label: name and arity.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct FunName {
    /// Its name.
    pub name: Name,
    /// How many arguments it takes.
    pub arity: u32,
}

/// A module.
#[derive(Debug, Clone)]
pub struct Core {
    /// The Erlang module: `a@b`.
    pub name: Name,
    /// The source file that line annotations refer to.
    pub file: Arc<str>,
    /// What others may call, in order.
    pub exports: Vec<FunName>,
    /// The functions; each is a [`NodeKind::Fun`].
    pub functions: Vec<(FunName, NodeId)>,
    /// The source names of the first variables; the rest are temporaries. Only for [`print`].
    ///
    /// [`print`]: super::print
    pub var_names: Vec<Name>,
    /// Whether the functions of `echo.erl` belong to the module.
    pub uses_echo: bool,
    /// Whether lists of lists are taken apart, which OTP 25 can get wrong; see
    /// [`compile_options`](super::compile_options).
    pub matches_nested_lists: bool,
    /// The place of nodes that are added.
    pub(super) place: u32,
    nodes: Arena<Node>,
    constant: Vec<bool>,
}

/// A node and the line it is annotated with.
#[derive(Debug, Clone, PartialEq)]
pub struct Node {
    /// The line in [`Core::file`], for what appears in stack traces.
    pub line: Option<u32>,
    /// The line of the expression that the node is part of, for the other tools.
    pub place: u32,
    /// Which.
    pub kind: NodeKind,
}

/// The kinds of nodes: expressions and patterns.
#[derive(Debug, Clone, PartialEq)]
pub enum NodeKind {
    /// An atomic literal; compound ones are made of [`NodeKind::Cons`] and so on.
    Literal(Literal),
    /// A variable; in a pattern it binds.
    Var(Var),
    /// A function of the module as a value, or what [`NodeKind::Apply`] applies.
    FunName(FunName),
    /// `[head|tail]`
    Cons(NodeId, NodeId),
    /// `{…}`
    Tuple(Vec<NodeId>),
    /// A new map; keys and values.
    Map(Vec<(NodeId, NodeId)>),
    /// `#{…}#`
    Binary(Vec<Segment>),
    /// A function.
    Fun {
        /// Its parameters.
        params: Vec<Var>,
        /// Its body.
        body: NodeId,
    },
    /// `let <var> = value in body`
    Let {
        /// The variable.
        var: Var,
        /// Its value.
        value: NodeId,
        /// Its scope.
        body: NodeId,
    },
    /// `do first second`
    Seq(NodeId, NodeId),
    /// A label that tail positions of `body` go to: a `letrec`, annotated `letrec_goto` if `jumps`.
    Goto {
        /// Whether going there is a jump; see [`super::tail`].
        jumps: bool,
        /// The label and how many arguments it takes.
        label: FunName,
        /// A [`NodeKind::Fun`].
        target: NodeId,
        /// Where jumps, which are applications of the label, stand.
        body: NodeId,
    },
    /// A call of a function value, local function or label.
    Apply {
        /// A variable or [`NodeKind::FunName`].
        callee: NodeId,
        /// The arguments.
        args: Vec<NodeId>,
    },
    /// A call of a function of a module.
    Call {
        /// The module.
        module: Name,
        /// The function.
        function: Name,
        /// The arguments.
        args: Vec<NodeId>,
    },
    /// An operation of the compiler: `match_fail`.
    Primop {
        /// Which.
        name: &'static str,
        /// The arguments.
        args: Vec<NodeId>,
    },
    /// `case subject of clauses end`; the clauses are tried in order.
    Case {
        /// What is matched.
        subject: NodeId,
        /// The clauses.
        clauses: Vec<Clause>,
    },
}

/// An atomic literal.
#[derive(Debug, Clone, PartialEq)]
pub enum Literal {
    /// Decimal digits, possibly negative.
    Int(Name),
    /// A finite number.
    Float(f64),
    /// An atom.
    Atom(Name),
    /// `[]`
    Nil,
    /// Bytes.
    Binary(Arc<[u8]>),
}

/// A clause of a `case`, without guard.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Clause {
    /// What is matched.
    pub pattern: NodeId,
    /// What follows.
    pub body: NodeId,
    /// Whether it only catches what types rule out, so that OTP does not warn about it.
    pub generated: bool,
}

/// A segment of a [`NodeKind::Binary`].
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Segment {
    /// The value or pattern.
    pub value: NodeId,
    /// How many units.
    pub size: Size,
    /// Bits in a unit; not used by the UTF types.
    pub unit: u32,
    /// The encoding.
    pub encoding: Encoding,
    /// Two's complement when matched.
    pub signed: bool,
    /// `big`, `little` or `native`.
    pub endianness: &'static str,
}

/// How many units a segment has.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Size {
    /// A variable or integer.
    Units(NodeId),
    /// All that is there.
    All,
    /// What the encoding needs.
    Natural,
}

/// The types of segments.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Encoding {
    /// `integer`
    Integer,
    /// `float`
    Float,
    /// `binary`, for any number of bits
    Binary,
    /// `utf8`
    Utf8,
    /// `utf16`
    Utf16,
    /// `utf32`
    Utf32,
}

impl Encoding {
    /// The atom.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Integer => "integer",
            Self::Float => "float",
            Self::Binary => "binary",
            Self::Utf8 => "utf8",
            Self::Utf16 => "utf16",
            Self::Utf32 => "utf32",
        }
    }
}

impl Core {
    /// A module without functions.
    pub fn new(name: Name, file: Arc<str>, var_names: Vec<Name>) -> Self {
        Self {
            name,
            file,
            exports: Vec::new(),
            functions: Vec::new(),
            var_names,
            uses_echo: false,
            matches_nested_lists: false,
            place: 1,
            nodes: Arena::default(),
            constant: Vec::new(),
        }
    }

    /// The node of `id`.
    pub fn node(&self, id: NodeId) -> &Node {
        &self.nodes[id]
    }

    /// The ids and nodes in the order in which they were added: children before their parents.
    pub fn iter(&self) -> impl Iterator<Item = (NodeId, &Node)> {
        self.nodes.iter()
    }

    /// Makes a [`NodeKind::Goto`] a jump.
    pub(super) fn set_jumps(&mut self, id: NodeId) {
        if let NodeKind::Goto { jumps, .. } = &mut self.nodes[id].kind {
            *jumps = true;
        }
    }

    /// Puts another node in a node's place.
    pub(super) fn replace(&mut self, id: NodeId, node: Node) {
        self.nodes[id] = node;
    }

    /// How many nodes there are.
    pub fn len(&self) -> usize {
        self.nodes.len()
    }

    /// Whether there is no node.
    pub fn is_empty(&self) -> bool {
        self.nodes.is_empty()
    }

    /// Adds a node without a line.
    pub fn add(&mut self, kind: NodeKind) -> NodeId {
        self.add_at(kind, None)
    }

    /// Adds a node that stack traces may mention.
    pub fn add_at(&mut self, kind: NodeKind, line: Option<u32>) -> NodeId {
        let constant = match &kind {
            NodeKind::Literal(_) => true,
            NodeKind::Cons(head, tail) => self.is_constant(*head) && self.is_constant(*tail),
            NodeKind::Tuple(items) => items.iter().all(|item| self.is_constant(*item)),
            NodeKind::Map(pairs) => pairs
                .iter()
                .all(|(key, value)| self.is_constant(*key) && self.is_constant(*value)),
            _ => false,
        };
        self.constant.push(constant);
        let place = self.place;
        self.nodes.alloc(Node { line, place, kind })
    }

    /// Whether the node is a literal, or built of literals alone.
    pub fn is_constant(&self, id: NodeId) -> bool {
        self.constant[id.index()]
    }

    /// An atom.
    pub fn atom(&mut self, text: &str) -> NodeId {
        self.add(NodeKind::Literal(Literal::Atom(Name::new(text))))
    }

    /// A small integer.
    pub fn int(&mut self, value: u32) -> NodeId {
        self.add(NodeKind::Literal(Literal::Int(Name::new(
            &value.to_string(),
        ))))
    }

    /// A string: its UTF-8 bytes.
    pub fn string(&mut self, text: &str) -> NodeId {
        self.add(NodeKind::Literal(Literal::Binary(text.as_bytes().into())))
    }

    /// `[]`
    pub fn nil(&mut self) -> NodeId {
        self.add(NodeKind::Literal(Literal::Nil))
    }

    /// The list of `items`, then `tail`.
    pub fn list(&mut self, items: &[NodeId], tail: NodeId) -> NodeId {
        let prepend = |tail, item: &NodeId| self.add(NodeKind::Cons(*item, tail));
        items.iter().rev().fold(tail, prepend)
    }

    /// The value of a variable, or the pattern that binds it.
    pub fn var(&mut self, var: Var) -> NodeId {
        self.add(NodeKind::Var(var))
    }

    /// `module:function(args)`
    pub fn call(&mut self, target: (&str, &str), args: Vec<NodeId>, line: Option<u32>) -> NodeId {
        let (module, function) = (Name::new(target.0), Name::new(target.1));
        let kind = NodeKind::Call {
            module,
            function,
            args,
        };
        self.add_at(kind, line)
    }

    /// `let <var> = value in body`
    pub fn bind(&mut self, var: Var, value: NodeId, body: NodeId) -> NodeId {
        self.add(NodeKind::Let { var, value, body })
    }
}

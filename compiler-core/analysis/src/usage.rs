//! What is used: which definitions reach which, and which imports are mentioned.

use std::collections::{BTreeMap, BTreeSet};

use source::{Name, Span};

/// A definition of the module under check, or an imported name.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) enum Node {
    /// A function, constant or constructor.
    Value(Name),
    /// A custom type or alias.
    Type(Name),
}

/// Who mentions what.
#[derive(Default)]
pub(crate) struct Usage {
    /// The module's own definitions: where, and whether they are public.
    pub(crate) own: BTreeMap<Node, (Span, bool)>,
    /// Imported modules by their name here.
    pub(crate) modules: BTreeMap<Name, UsedModule>,
    owner: Option<Node>,
    roots: Vec<Node>,
    edges: BTreeMap<Node, BTreeSet<Node>>,
}

/// An imported module.
#[derive(Debug, Clone, Copy)]
pub(crate) struct UsedModule {
    /// The import, without its braces.
    pub(crate) span: Span,
    /// Whether its name is mentioned.
    pub(crate) used: bool,
}

impl Usage {
    /// A definition of the module.
    pub(crate) fn own(&mut self, node: Node, span: Span, public: bool) {
        self.own.entry(node).or_insert((span, public));
    }

    /// What is mentioned from now on is mentioned by `owner`; gives the owner before.
    pub(crate) fn enter(&mut self, owner: Option<Node>) -> Option<Node> {
        std::mem::replace(&mut self.owner, owner)
    }

    /// A definition reaches another.
    pub(crate) fn edge(&mut self, from: Node, to: Node) {
        self.edges.entry(from).or_default().insert(to);
    }

    /// A module is imported.
    pub(crate) fn module(&mut self, name: Name, span: Span) {
        let used = UsedModule { span, used: false };
        self.modules.insert(name, used);
    }

    /// A module is named before a dot.
    pub(crate) fn mentions_module(&mut self, name: Name) {
        if let Some(module) = self.modules.get_mut(&name) {
            module.used = true;
        }
    }

    /// A type is named without a module.
    pub(crate) fn mentions_type(&mut self, name: Name) {
        self.mentions(Node::Type(name));
    }

    /// A value is named without a module.
    pub(crate) fn mentions_value(&mut self, name: Name) {
        self.mentions(Node::Value(name));
    }

    fn mentions(&mut self, node: Node) {
        match self.owner {
            Some(owner) => self.edge(owner, node),
            None => self.roots.push(node),
        }
    }

    /// The definitions and imported names that public definitions reach.
    pub(crate) fn reached(&self) -> BTreeSet<Node> {
        let public = |(node, (_, public)): (&Node, &(Span, bool))| public.then_some(*node);
        let mut pending: Vec<Node> = self.own.iter().filter_map(public).collect();
        pending.extend(&self.roots);
        let mut reached = BTreeSet::new();
        while let Some(node) = pending.pop() {
            if reached.insert(node) {
                pending.extend(self.edges.get(&node).into_iter().flatten());
            }
        }
        reached
    }
}

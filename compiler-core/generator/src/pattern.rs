//! Patterns, and values that they match.

use crate::tree::{Many, Node, Part, Sort, many};
use crate::types::{Entity, Parameter, Type};
use crate::writer::{Variable, Writer};

impl Writer {
    /// A pattern that may match. Its variables are added to `bound`.
    pub(crate) fn pattern(&mut self, ty: &Type, size: u32, bound: &mut Vec<Variable>) -> Node {
        if size == 0 || self.random.chance(20) {
            return self.simple_pattern(ty, bound);
        }
        let node = match ty {
            Type::Int => Node::word(Sort::Pattern, self.int_text()),
            Type::Float => Node::word(Sort::Pattern, self.float_text()),
            Type::String => self.string_pattern(bound),
            Type::BitArray => self.bits_pattern(bound),
            Type::Tuple(items) => self.tuple_pattern(items, size, bound),
            Type::Nil => Node::word(Sort::Pattern, "Nil"),
            Type::Function(..) | Type::Variable(_) => return self.simple_pattern(ty, bound),
            _ => {
                let index = self.random.below(4);
                let found = self.nested_variant(ty, index, size, bound);
                found.unwrap_or_else(|| self.simple_pattern(ty, bound))
            }
        };
        self.maybe_named(node, ty, bound)
    }

    /// `p as name`, at times.
    fn maybe_named(&mut self, node: Node, ty: &Type, bound: &mut Vec<Variable>) -> Node {
        if !self.random.chance(15) {
            return node;
        }
        let name = self.bind(ty, bound);
        Node::pattern("$ as $", vec![node.into(), name.into()])
    }

    fn bind(&mut self, ty: &Type, bound: &mut Vec<Variable>) -> String {
        let name = self.name(bound);
        bound.push(Variable {
            name: name.clone(),
            ty: ty.clone(),
        });
        name
    }

    /// A variable or `_`.
    pub(crate) fn simple_pattern(&mut self, ty: &Type, bound: &mut Vec<Variable>) -> Node {
        if self.random.chance(20) {
            return Node::word(Sort::Pattern, self.random.pick(&["_", "_other"]));
        }
        Node::word(Sort::Pattern, self.bind(ty, bound))
    }

    /// A pattern that always matches.
    pub(crate) fn total_pattern(
        &mut self,
        ty: &Type,
        size: u32,
        bound: &mut Vec<Variable>,
    ) -> Node {
        if size == 0 || self.random.chance(50) {
            return self.simple_pattern(ty, bound);
        }
        let node = match ty {
            Type::Tuple(items) => {
                let parts = items
                    .iter()
                    .map(|ty| self.total_pattern(ty, size - 1, bound));
                let parts = parts.collect();
                Node::pattern("#(~$~)", vec![many(", ", parts)])
            }
            Type::Nil => Node::word(Sort::Pattern, "Nil"),
            Type::Custom(id, arguments) if self.types[*id].variants.len() == 1 => {
                let Some(name) = self.named(Entity::Variant(*id, 0)) else {
                    return self.simple_pattern(ty, bound);
                };
                let fields = self.fields(*id, 0, arguments);
                let inner = |writer: &mut Self, ty: &Type, bound: &mut Vec<Variable>| {
                    writer.total_pattern(ty, size - 1, bound)
                };
                self.record_pattern(&name, &fields, bound, &inner)
            }
            _ => return self.simple_pattern(ty, bound),
        };
        self.maybe_named(node, ty, bound)
    }

    fn tuple_pattern(&mut self, items: &[Type], size: u32, bound: &mut Vec<Variable>) -> Node {
        let parts = items
            .iter()
            .map(|ty| self.pattern(ty, size - 1, bound))
            .collect();
        Node::pattern("#(~$~)", vec![many(", ", parts)])
    }

    fn string_pattern(&mut self, bound: &mut Vec<Variable>) -> Node {
        let text = self.string_text();
        match self.random.below(4) {
            0 => {
                let rest = self.simple_pattern(&Type::String, bound);
                Node::pattern("$ <> $", vec![text.into(), rest.into()])
            }
            1 => {
                let name = self.bind(&Type::String, bound);
                let rest = self.simple_pattern(&Type::String, bound);
                Node::pattern("$ as $ <> $", vec![text.into(), name.into(), rest.into()])
            }
            _ => Node::word(Sort::Pattern, text),
        }
    }

    /// The pattern of a type's variant whose fields are variables.
    pub(crate) fn variant_pattern(
        &mut self,
        ty: &Type,
        index: usize,
        bound: &mut Vec<Variable>,
    ) -> Option<Node> {
        if let Type::List(item) = ty
            && index > 0
        {
            let first = self.total_pattern(item, 1, bound);
            let rest = self.bind(ty, bound);
            let holes = vec![first.into(), rest.into()];
            return (index == 1).then(|| Node::pattern("[~$, ..$]", holes));
        }
        if let Type::List(item) = ty
            && index > 0
        {
            let first = self.total_pattern(item, 1, bound);
            let rest = self.simple_pattern(ty, bound);
            let holes = vec![first.into(), rest.into()];
            return (index == 1).then(|| Node::pattern("[~$, ..$]", holes));
        }
        self.variant_with(ty, index, bound, &|writer, ty, bound| {
            writer.total_pattern(ty, 1, bound)
        })
    }

    fn nested_variant(
        &mut self,
        ty: &Type,
        index: usize,
        size: u32,
        bound: &mut Vec<Variable>,
    ) -> Option<Node> {
        self.variant_with(ty, index, bound, &|writer, ty, bound| {
            writer.pattern(ty, size - 1, bound)
        })
    }

    fn variant_with(
        &mut self,
        ty: &Type,
        index: usize,
        bound: &mut Vec<Variable>,
        inner: Inner<'_>,
    ) -> Option<Node> {
        match ty {
            Type::Bool => ["True", "False"]
                .get(index)
                .map(|name| Node::word(Sort::Pattern, *name)),
            Type::Result(ok, error) => {
                let (name, field) = [("Ok", ok), ("Error", error)].get(index).copied()?;
                let inner = inner(self, field, bound);
                Some(Node::pattern("$(~$~)", vec![name.into(), inner.into()]))
            }
            Type::List(item) => self.list_pattern(item, index, bound, inner),
            Type::Custom(id, arguments) if index < self.types[*id].variants.len() => {
                let name = self.named(Entity::Variant(*id, index))?;
                let fields = self.fields(*id, index, arguments);
                Some(self.record_pattern(&name, &fields, bound, inner))
            }
            _ => None,
        }
    }

    fn list_pattern(
        &mut self,
        item: &Type,
        index: usize,
        bound: &mut Vec<Variable>,
        inner: Inner<'_>,
    ) -> Option<Node> {
        if index == 0 {
            return Some(Node::pattern("[~]", Vec::new()));
        }
        if index > 2 {
            return None;
        }
        let items = (0..index).map(|_| inner(self, item, bound)).collect();
        let mut holes = vec![many(", ", items)];
        Some(match self.random.below(4) {
            0 => Node::pattern("[~$~]", holes),
            1 => Node::pattern("[~$~, ..]", holes),
            _ => {
                let tail = self.bind(&Type::list(item.clone()), bound);
                holes.push(tail.into());
                Node::pattern("[~$~, ..$]", holes)
            }
        })
    }

    /// `Name(a, label: b, ..)`
    fn record_pattern(
        &mut self,
        name: &str,
        fields: &[Parameter],
        bound: &mut Vec<Variable>,
        inner: Inner<'_>,
    ) -> Node {
        if fields.is_empty() {
            return Node::word(Sort::Pattern, name);
        }
        let unlabelled = fields
            .iter()
            .take_while(|field| field.label.is_none())
            .count();
        let positional = unlabelled + self.random.below(fields.len() - unlabelled + 1);
        let kept = if self.random.chance(30) {
            self.random.below(fields.len())
        } else {
            fields.len()
        };
        let mut parts = Vec::new();
        let mut labelled = Vec::new();
        for (index, field) in fields.iter().enumerate().take(kept) {
            match &field.label {
                Some(label) if index >= positional => {
                    labelled.push(self.labelled_pattern(label, &field.ty, bound, inner));
                }
                _ => parts.push(inner(self, &field.ty, bound)),
            }
        }
        self.random.shuffle(&mut labelled);
        parts.extend(labelled);
        if kept < fields.len() {
            parts.push(Node::word(Sort::Part, ".."));
        }
        Node::pattern("$(~$~)", vec![name.into(), many(", ", parts)])
    }

    fn labelled_pattern(
        &mut self,
        label: &str,
        ty: &Type,
        bound: &mut Vec<Variable>,
        inner: Inner<'_>,
    ) -> Node {
        let free = bound.iter().all(|variable| variable.name != label)
            && !self
                .scope
                .iter()
                .any(|variable| variable.name == label && variable.ty.is_generic());
        if free && self.random.chance(40) {
            bound.push(Variable {
                name: label.to_string(),
                ty: ty.clone(),
            });
            return Node::part("$:", vec![label.into()]);
        }
        let pattern = inner(self, ty, bound);
        Node::part("$: $", vec![label.into(), pattern.into()])
    }

    /// A value and a pattern that matches it, though it need not match all values.
    pub(crate) fn matching(
        &mut self,
        ty: &Type,
        size: u32,
        bound: &mut Vec<Variable>,
    ) -> (Node, Node) {
        if size == 0 {
            return (self.leaf(ty), self.simple_pattern(ty, bound));
        }
        match ty {
            Type::Int if self.random.chance(50) => {
                let text = self.int_text();
                (
                    Node::word(Sort::Expression(Type::Int), text),
                    Node::word(Sort::Pattern, text),
                )
            }
            Type::String if self.random.chance(70) => self.matching_string(size, bound),
            Type::BitArray => self.matching_bits(size, bound),
            Type::List(item) => self.matching_list(item, size, bound),
            Type::Result(ok, error) => {
                let is_ok = self.random.chance(60);
                let (template, field) = if is_ok {
                    ("Ok($)", ok)
                } else {
                    ("Error($)", error)
                };
                let (value, pattern) = self.matching(field, size - 1, bound);
                let value = Node::expression(ty, template, vec![value.into()]);
                (value, Node::pattern(template, vec![pattern.into()]))
            }
            Type::Tuple(items) => {
                let pairs = items.iter().map(|ty| self.matching(ty, size - 1, bound));
                let (values, patterns) = pairs.unzip();
                let value = Node::expression(ty, "#(~$~)", vec![many(", ", values)]);
                (value, Node::pattern("#(~$~)", vec![many(", ", patterns)]))
            }
            Type::Custom(id, arguments) => self.matching_record(*id, arguments, size, bound),
            _ => (self.expression(ty, size), self.total_pattern(ty, 1, bound)),
        }
    }

    fn matching_string(&mut self, size: u32, bound: &mut Vec<Variable>) -> (Node, Node) {
        let prefix = self.string_text();
        let rest = self.expression(&Type::String, size - 1).within(6);
        let value = Node::expression(
            &Type::String,
            "$ <> $",
            vec![prefix.clone().into(), rest.into()],
        );
        let tail = self.simple_pattern(&Type::String, bound);
        let pattern = Node::pattern("$ <> $", vec![prefix.into(), tail.into()]);
        (value.bound(5), pattern)
    }

    fn matching_list(&mut self, item: &Type, size: u32, bound: &mut Vec<Variable>) -> (Node, Node) {
        let ty = Type::list(item.clone());
        let count = self.random.below(3) + 1;
        let pairs = (0..count).map(|_| self.matching(item, size - 1, bound));
        let (values, patterns): (Vec<Node>, Vec<Node>) = pairs.unzip();
        if self.random.chance(40) {
            let value = Node::expression(&ty, "[~$~]", vec![many(", ", values)]);
            return (value, Node::pattern("[~$~]", vec![many(", ", patterns)]));
        }
        let rest = self.expression(&ty, size - 1).within(POSTFIX_TAIL);
        let value = Node::expression(&ty, "[~$~, ..$]", vec![many(", ", values), rest.into()]);
        let tail = self.bind(&ty, bound);
        (
            value,
            Node::pattern("[~$~, ..$]", vec![many(", ", patterns), tail.into()]),
        )
    }

    fn matching_record(
        &mut self,
        id: usize,
        arguments: &[Type],
        size: u32,
        bound: &mut Vec<Variable>,
    ) -> (Node, Node) {
        let ty = Type::Custom(id, arguments.to_vec());
        let variant = self.random.below(self.types[id].variants.len());
        let Some(name) = self.named(Entity::Variant(id, variant)) else {
            return (self.expression(&ty, size), self.simple_pattern(&ty, bound));
        };
        let fields = self.fields(id, variant, arguments);
        if fields.is_empty() {
            let value = Node::word(Sort::Expression(ty), name.clone());
            return (value, Node::word(Sort::Pattern, name));
        }
        let pairs = fields
            .iter()
            .map(|field| self.matching(&field.ty, size - 1, bound));
        let (values, patterns) = pairs.unzip();
        let value = Node::expression(&ty, "$(~$~)", vec![name.clone().into(), many(", ", values)]);
        (
            value,
            Node::pattern("$(~$~)", vec![name.into(), many(", ", patterns)]),
        )
    }
}

type Inner<'a> = &'a dyn Fn(&mut Writer, &Type, &mut Vec<Variable>) -> Node;

/// What may follow `..` without braces.
const POSTFIX_TAIL: u8 = 1;

/// The patterns with nothing bound, so that they can stand beside others.
pub(crate) fn without_variables(part: Part) -> Part {
    match part {
        Part::Node(node) => Part::Node(unbound(node)),
        Part::Many(many) => {
            let items = many.items.into_iter().map(unbound).collect();
            Part::Many(Many { items, ..many })
        }
        other => other,
    }
}

/// A pattern of which variables are the words that begin with a small letter.
fn unbound(node: Node) -> Node {
    let binds = |part: &Part| match part {
        Part::Word(word) => word.starts_with(|c: char| c.is_ascii_lowercase()),
        Part::Tokens(text) => text.contains(" as ") || text.contains(", ..") || text.contains("<<"),
        Part::Node(_) | Part::Many(_) => false,
    };
    if node.parts.iter().any(binds) {
        return Node::word(Sort::Pattern, "_");
    }
    let parts = node.parts.into_iter().map(without_variables).collect();
    Node { parts, ..node }
}

//! Alternative patterns that bind the same variable.

use crate::pattern::without_variables;
use crate::tree::{Node, Part, Sort, many};
use crate::types::{Entity, Type};
use crate::writer::{Variable, Writer};

impl Writer {
    /// `[a] | [_, a]`: each alternative binds the one variable that is added to `bound`.
    pub(crate) fn binding_alternatives(&mut self, ty: &Type, bound: &mut Vec<Variable>) -> Node {
        let inside = self.part_type(ty);
        let name = self.name(bound);
        let variable = Variable { name, ty: inside };
        let count = self.random.below(2) + 2;
        let alternatives = (0..count).map(|_| self.pattern_with(ty, &variable));
        let alternatives = alternatives.collect();
        bound.push(variable);
        Node::part("$", vec![many(" | ", alternatives)])
    }

    /// The type of something that patterns of `ty` can bind.
    fn part_type(&mut self, ty: &Type) -> Type {
        let mut parts = vec![ty.clone()];
        match ty {
            Type::List(item) => parts.push((**item).clone()),
            Type::Tuple(items) => parts.extend(items.iter().cloned()),
            Type::Result(ok, error) => parts.extend([(**ok).clone(), (**error).clone()]),
            Type::Custom(id, arguments) if self.named(Entity::Variant(*id, 0)).is_some() => {
                let fields = self.fields(*id, 0, arguments);
                parts.extend(fields.into_iter().map(|field| field.ty));
            }
            _ => {}
        }
        self.random.pick(&parts)
    }

    /// A pattern of `ty` that binds `variable` and nothing else.
    fn pattern_with(&mut self, ty: &Type, variable: &Variable) -> Node {
        let whole = Node::word(Sort::Pattern, variable.name.clone());
        let found = match ty {
            Type::String if variable.ty == Type::String => {
                let text = self.string_text();
                Some(Node::pattern(
                    "$ <> $",
                    vec![text.into(), whole.clone().into()],
                ))
            }
            Type::List(item) => self.list_with(item, ty, variable),
            Type::Tuple(items) => {
                let parts = self.parts_with(items, variable);
                parts.map(|parts| Node::pattern("#(~$~)", vec![many(", ", parts)]))
            }
            Type::Result(ok, error) => {
                let both = [("Ok", ok), ("Error", error)];
                let fitting = both.iter().filter(|(_, field)| ***field == variable.ty);
                let fitting: Vec<&str> = fitting.map(|(name, _)| *name).collect();
                let name = self.random.any(&fitting);
                name.map(|name| Node::pattern("$(~$~)", vec![name.into(), whole.clone().into()]))
            }
            Type::Custom(id, arguments) => self.variant_with_variable(*id, arguments, variable),
            _ => None,
        };
        match found {
            Some(found) if *ty != variable.ty || self.random.chance(50) => found,
            _ if *ty == variable.ty => {
                let inner = self.variant_pattern_unbound(ty);
                Node::pattern("$ as $", vec![inner, variable.name.clone().into()])
            }
            Some(found) => found,
            None => whole,
        }
    }

    /// A pattern that binds nothing.
    fn variant_pattern_unbound(&mut self, ty: &Type) -> Part {
        let pattern = self.pattern(ty, 1, &mut Vec::new());
        without_variables(pattern.into())
    }

    /// Patterns of which one is the variable.
    fn parts_with(&mut self, types: &[Type], variable: &Variable) -> Option<Vec<Node>> {
        let fitting = types.iter().enumerate();
        let fitting = fitting.filter(|(_, ty)| **ty == variable.ty);
        let fitting: Vec<usize> = fitting.map(|(index, _)| index).collect();
        let place = self.random.any(&fitting)?;
        let parts = types.iter().enumerate().map(|(index, ty)| {
            if index == place {
                return Node::word(Sort::Pattern, variable.name.clone());
            }
            let part = self.variant_pattern_unbound(ty);
            Node::pattern("$", vec![part])
        });
        Some(parts.collect())
    }

    fn list_with(&mut self, item: &Type, ty: &Type, variable: &Variable) -> Option<Node> {
        let count = self.random.below(2) + 1;
        let types = vec![item.clone(); count];
        if *ty == variable.ty {
            let nothing = types.iter().map(|ty| {
                let part = self.variant_pattern_unbound(ty);
                Node::pattern("$", vec![part])
            });
            let items = many(", ", nothing.collect());
            return Some(Node::pattern(
                "[~$~, ..$]",
                vec![items, variable.name.clone().into()],
            ));
        }
        let parts = self.parts_with(&types, variable)?;
        let form = self.random.pick(&["[~$~]", "[~$~, ..]"]);
        Some(Node::pattern(form, vec![many(", ", parts)]))
    }

    fn variant_with_variable(
        &mut self,
        id: usize,
        arguments: &[Type],
        variable: &Variable,
    ) -> Option<Node> {
        let mut possible = Vec::new();
        for index in 0..self.types[id].variants.len() {
            let types = self.fields(id, index, arguments).into_iter();
            let types: Vec<Type> = types.map(|field| field.ty).collect();
            if let Some(name) = self.named(Entity::Variant(id, index))
                && types.contains(&variable.ty)
            {
                possible.push((name, types));
            }
        }
        let (name, types) = self.random.any(&possible)?;
        let parts = self.parts_with(&types, variable)?;
        Some(Node::pattern(
            "$(~$~)",
            vec![name.into(), many(", ", parts)],
        ))
    }
}

//! Records: made, and made of others.

use crate::literal::Place;
use crate::tree::{Node, POSTFIX, many};
use crate::types::{Entity, Type};
use crate::writer::Writer;

impl Writer {
    /// A record of a type.
    pub(crate) fn record_form(&mut self, id: usize, arguments: &[Type], size: u32) -> Node {
        let update = if self.random.chance(40) {
            self.update(id, arguments, size - 1)
        } else {
            None
        };
        update.unwrap_or_else(|| self.custom_value(id, arguments, size, Place::Body))
    }

    /// `Name(..base, label: value)`
    fn update(&mut self, id: usize, arguments: &[Type], size: u32) -> Option<Node> {
        let ty = Type::Custom(id, arguments.to_vec());
        let variants = self.types[id].variants.len();
        let variant = self.random.below(variants);
        let name = self.named(Entity::Variant(id, variant))?;
        let fields = self.fields(id, variant, arguments);
        let mut changed: Vec<_> = fields
            .iter()
            .filter(|field| field.label.is_some())
            .collect();
        self.random.shuffle(&mut changed);
        changed.truncate(self.random.below(2) + 1);
        if changed.is_empty() {
            return None;
        }
        let base = if variants == 1 {
            self.expression(&ty, size).within(POSTFIX)
        } else {
            let values = self.arguments(&fields, size, Place::Body);
            Node::expression(&ty, "$(~$~)", vec![name.clone().into(), many(", ", values)])
        };
        let mut values = Vec::new();
        for field in changed {
            if let Some(label) = &field.label {
                values.push(self.labelled(label, field, size, Place::Body));
            }
        }
        let holes = vec![name.into(), base.into(), many(", ", values)];
        Some(Node::expression(&ty, "$(~..$, $~)", holes))
    }
}

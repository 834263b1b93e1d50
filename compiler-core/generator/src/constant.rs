//! Constants.

use crate::literal::Place;
use crate::operator::infix;
use crate::tree::Node;
use crate::types::{Constant, Entity, Parameter, Type};
use crate::writer::Writer;

impl Writer {
    /// A value that a constant may have.
    pub(crate) fn constant_value(&mut self, ty: &Type, size: u32) -> Node {
        if self.random.chance(25)
            && let Some(known) = self.constant(ty)
        {
            return known;
        }
        if *ty == Type::String && size > 0 && self.random.chance(30) {
            // There are no braces in constants.
            let left = self.constant_value(ty, size - 1);
            let right = self.constant_value(ty, 0);
            return infix(ty, ("<>", 5), left, right);
        }
        if let Type::Custom(id, arguments) = ty
            && size > 0
            && let Some(update) = self.constant_update(*id, arguments)
        {
            return update;
        }
        self.value(ty, size, Place::Constant)
    }

    /// `Name(..constant, label: value)`
    fn constant_update(&mut self, id: usize, arguments: &[Type]) -> Option<Node> {
        // Which variant a constant is of must be known.
        if self.types[id].variants.len() != 1 {
            return None;
        }
        let ty = Type::Custom(id, arguments.to_vec());
        let name = self.named(Entity::Variant(id, 0))?;
        let base = self.constant(&ty)?;
        let fields = self.fields(id, 0, arguments);
        let labelled = fields.iter().filter(|field| field.label.is_some());
        let labelled: Vec<Parameter> = labelled.cloned().collect();
        let field = self.random.any(&labelled)?;
        let label = field.label.clone()?;
        let value = self.labelled(&label, &field, 0, Place::Constant);
        let holes = vec![name.into(), base.into(), value.into()];
        Some(Node::expression(&ty, "$(~..$, $~)", holes))
    }

    /// `const c1: Int = 1`, and the constant's number.
    pub(crate) fn define_constant(&mut self, is_public: bool) -> (Node, Option<usize>) {
        self.start_function();
        let ty = self.data_type(2);
        let ty = if self.is_writable(&ty, 4) {
            ty
        } else {
            Type::String
        };
        let (ty, value) = self.constant_function().unwrap_or_else(|| {
            let value = self.constant_value(&ty, 2);
            (ty, value)
        });
        let name = format!("c{}", self.number());
        let id = self.constants.len();
        self.constants.push(Constant {
            name: name.clone(),
            ty: ty.clone(),
        });
        self.names.insert(Entity::Constant(id), name.clone());
        let publicity = if is_public { "pub const" } else { "const" };
        let node = if self.random.chance(50) {
            let holes = vec![
                publicity.into(),
                name.into(),
                self.print_type(&ty).into(),
                value.into(),
            ];
            Node::part("$ $: $ = $", holes)
        } else {
            Node::part("$ $ = $", vec![publicity.into(), name.into(), value.into()])
        };
        (node, Some(id))
    }

    /// A function of the program as a constant, at times.
    fn constant_function(&mut self) -> Option<(Type, Node)> {
        if !self.random.chance(15) {
            return None;
        }
        let mut found = Vec::new();
        for (id, function) in self.functions.iter().enumerate() {
            let ty = function.ty().filter(|ty| !ty.is_generic());
            if let Some(ty) = ty
                && self.named(Entity::Function(id)).is_some()
            {
                found.push(ty);
            }
        }
        let ty = self.random.any(&found)?;
        let node = self.function_reference(&ty)?;
        Some((ty, node))
    }
}

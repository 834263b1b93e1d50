//! Custom types: a class for each variant, functions for hand-written JavaScript, and records.

use ir::node::{ConstructorRef, CustomType, Field, Variant};
use source::Name;

use super::module::Emitter;
use super::name::{escape, escape_property};
use super::node::{self, Item, Op, Property, Stmt};

impl Emitter<'_> {
    /// The classes and functions of all types.
    pub(super) fn custom_types(&mut self) -> Vec<Item> {
        let module = self.module;
        let mut items = Vec::new();
        for custom in &module.types {
            for variant in &custom.variants {
                self.variant(custom, variant, &mut items);
                items.push(Item::Blank);
            }
            if is_open(custom) {
                self.shared_fields(custom, &mut items);
            }
        }
        items
    }

    fn variant(&mut self, custom: &CustomType, variant: &Variant, items: &mut Vec<Item>) {
        let exported = is_open(custom);
        let fields = variant.fields.iter().enumerate();
        items.push(Item::Class {
            exported,
            docs: variant.docs.clone(),
            name: variant.name,
            base: self.prelude_name("CustomType"),
            fields: fields
                .map(|(index, field)| {
                    (parameter(index, field), property(index as u32, field.label))
                })
                .collect(),
        });
        let prefix = format!("{}${}", custom.name, variant.name);
        let class = self.tree.name(variant.name);
        if variant.fields.is_empty() {
            let record = self.tree.new_object(class, Vec::new());
            items.push(constant(exported, &format!("{prefix}$const"), record));
        }
        if !exported {
            return;
        }
        let make = self.make(variant, &prefix);
        items.push(constant(true, &prefix, make));
        let value = self.tree.name("value");
        let test = self.tree.binary(Op::InstanceOf, value, class);
        let test = self.of_value(test);
        items.push(constant(
            true,
            &format!("{}$is{}", custom.name, variant.name),
            test,
        ));
        for (index, field) in variant.fields.iter().enumerate() {
            let value = self.tree.name("value");
            let read = self.field(value, index as u32, field.label);
            let read = self.of_value(read);
            if let Some(label) = field.label {
                items.push(constant(true, &format!("{prefix}${label}"), read));
            }
            items.push(constant(true, &format!("{prefix}${index}"), read));
        }
    }

    fn make(&mut self, variant: &Variant, prefix: &str) -> node::ExprId {
        let fields = variant.fields.iter().enumerate();
        let params: Vec<_> = fields
            .map(|(index, field)| parameter(index, field))
            .collect();
        let record = if params.is_empty() {
            self.tree.name(format!("{prefix}$const").as_str())
        } else {
            let class = self.tree.name(variant.name);
            let args = params.iter().map(|param| self.tree.name(*param)).collect();
            self.tree.new_object(class, args)
        };
        self.tree.arrow(params, vec![Stmt::Return(record)])
    }

    fn of_value(&mut self, result: node::ExprId) -> node::ExprId {
        self.tree
            .arrow(vec![Name::new("value")], vec![Stmt::Return(result)])
    }

    fn shared_fields(&mut self, custom: &CustomType, items: &mut Vec<Item>) {
        let shared = shared_fields(custom);
        for (index, label, _) in &shared {
            let value = self.tree.name("value");
            let read = self.field(value, *index, Some(*label));
            let read = self.of_value(read);
            items.push(constant(true, &format!("{}${label}", custom.name), read));
        }
        if !shared.is_empty() {
            items.push(Item::Blank);
        }
    }

    /// The class of a variant.
    pub(super) fn class(&mut self, constructor: &ConstructorRef) -> node::ExprId {
        if !constructor.package.is_empty() {
            return self.global(constructor.package, constructor.module, constructor.name);
        }
        match constructor.name.as_str() {
            "Ok" => self.prelude("Ok"),
            _ => self.prelude("Error"),
        }
    }

    /// A record, or what stands for a constructor of the prelude.
    pub(super) fn construct(
        &mut self,
        constructor: &ConstructorRef,
        args: Vec<node::ExprId>,
    ) -> node::ExprId {
        if constructor.package.is_empty() {
            match constructor.name.as_str() {
                "True" => return self.tree.name("true"),
                "False" => return self.tree.name("false"),
                "Nil" => return self.tree.name("undefined"),
                _ => {}
            }
        }
        if constructor.fields.is_empty() {
            let name = format!("{}${}$const", constructor.type_name, constructor.name);
            let name = Name::new(&name);
            return self.global(constructor.package, constructor.module, name);
        }
        let class = self.class(constructor);
        self.tree.new_object(class, args)
    }

    /// A field of a record.
    pub(super) fn field(
        &mut self,
        record: node::ExprId,
        index: u32,
        label: Option<Name>,
    ) -> node::ExprId {
        match property(index, label) {
            Property::Label(label) => self.tree.member(record, label),
            Property::Position(index) => self.tree.index(record, index),
        }
    }

    /// Whether `subject` is of a variant; nothing if it cannot be of another.
    pub(super) fn is_variant(
        &mut self,
        subject: node::ExprId,
        constructor: &ConstructorRef,
    ) -> Option<node::ExprId> {
        if constructor.variants == 1 {
            return None;
        }
        if constructor.package.is_empty() {
            match constructor.name.as_str() {
                "True" => return Some(subject),
                "False" => return Some(self.tree.not(subject)),
                _ => {}
            }
        }
        let class = self.class(constructor);
        Some(self.tree.binary(Op::InstanceOf, subject, class))
    }
}

/// Labels of several variants that all have at the same place with the same type: `T$label` reads
/// them.
pub(super) fn shared_fields(custom: &CustomType) -> Vec<(u32, Name, &Field)> {
    let Some((first, others)) = custom.variants.split_first() else {
        return Vec::new();
    };
    let fields = first.fields.iter().zip(0..);
    let shared = fields.filter_map(|(field, index)| {
        let same = |other: &Variant| other.fields.get(index as usize) == Some(field);
        let shared = !others.is_empty() && others.iter().all(same);
        shared.then_some((index, field.label?, field))
    });
    shared.collect()
}

/// Whether hand-written code and other modules may use the constructors.
pub(super) const fn is_open(custom: &CustomType) -> bool {
    custom.public && !custom.opaque
}

/// The parameter of a constructor for a field.
pub(super) fn parameter(index: usize, field: &Field) -> Name {
    match field.label {
        Some(label) => escape(label),
        None => Name::new(&format!("${index}")),
    }
}

/// The property that holds a field.
pub(super) fn property(index: u32, label: Option<Name>) -> Property {
    match label {
        Some(label) => Property::Label(escape_property(label)),
        None => Property::Position(index),
    }
}

fn constant(exported: bool, name: &str, value: node::ExprId) -> Item {
    Item::Const {
        exported,
        docs: String::new(),
        name: Name::new(name),
        value,
        annotate: false,
        at: None,
    }
}

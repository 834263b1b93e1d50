//! The prelude: the module `gleam`, whose names need no import.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::LazyLock;

use source::Name;

use super::{PRELUDE, Ty, TyKind, TypeStore};
use crate::interface::{
    ConstructorRef, FieldDefinition, Interface, TypeDefinition, ValueDefinition, ValueKind,
    VariantDefinition,
};

/// The interface of the prelude.
pub fn prelude() -> Interface {
    interface().clone()
}

/// See [`prelude`].
pub(crate) fn interface() -> &'static Interface {
    static INTERFACE: LazyLock<Interface> = LazyLock::new(build);
    &INTERFACE
}

/// A type: its name, its parameters, and its constructors with the parameter each one holds.
type Row = (
    &'static str,
    &'static [&'static str],
    &'static [(&'static str, Option<u32>)],
);

const TYPES: [Row; 9] = [
    ("BitArray", &[], &[]),
    ("Bool", &[], &[("True", None), ("False", None)]),
    ("Float", &[], &[]),
    ("Int", &[], &[]),
    ("List", &["a"], &[]),
    ("Nil", &[], &[("Nil", None)]),
    (
        "Result",
        &["value", "error"],
        &[("Ok", Some(0)), ("Error", Some(1))],
    ),
    ("String", &[], &[]),
    ("UtfCodepoint", &[], &[]),
];

fn build() -> Interface {
    let mut interface = Interface {
        package: Name::new(""),
        module: Name::new(PRELUDE),
        internal: false,
        types: TypeStore::default(),
        custom_types: BTreeMap::new(),
        aliases: BTreeMap::new(),
        values: BTreeMap::new(),
        opaque_constructors: BTreeMap::new(),
        private: BTreeSet::new(),
        broken: BTreeSet::new(),
        templates: BTreeMap::new(),
    };
    for row in &TYPES {
        add_type(&mut interface, row);
    }
    interface
}

fn add_type(interface: &mut Interface, (name, parameters, variants): &Row) {
    let args: Vec<Ty> = (0u32..)
        .zip(*parameters)
        .map(|(index, _)| interface.types.intern(TyKind::Generic(index)))
        .collect();
    let ty = interface.types.prelude(name, args.clone());
    let count = variants.len() as u32;
    let mut definitions = Vec::new();
    for (index, (variant, field)) in (0u32..).zip(*variants) {
        let field = field.and_then(|parameter| args.get(parameter as usize).copied());
        let result = interface.types.with_variant(ty, index);
        let made = match field {
            Some(field) => interface.types.function(vec![field], result),
            None => result,
        };
        let constructor = ConstructorRef {
            package: interface.package,
            module: interface.module,
            type_name: Name::new(name),
            name: Name::new(variant),
            index,
            variants: count,
            fields: field.iter().map(|_| None).collect(),
        };
        definitions.push(VariantDefinition {
            name: constructor.name,
            fields: field
                .iter()
                .map(|ty| FieldDefinition {
                    label: None,
                    ty: *ty,
                })
                .collect(),
            deprecated: None,
        });
        let value = ValueDefinition {
            ty: made,
            internal: false,
            kind: ValueKind::Constructor(constructor),
            deprecated: None,
        };
        interface.values.insert(Name::new(variant), value);
    }
    let definition = TypeDefinition {
        parameters: parameters.iter().map(|name| Name::new(name)).collect(),
        internal: false,
        opaque: false,
        variants: definitions,
        deprecated: None,
    };
    interface.custom_types.insert(Name::new(name), definition);
}

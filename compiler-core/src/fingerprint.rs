//! A hash for each part of an interface, so that only those who use a part are checked again when
//! it changes.
//!
//! Handles of types mean something in their store only; each part is hashed with the types that it
//! mentions, in a store of its own. A constant that is mentioned counts by its value.

use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::sync::Arc;

use analysis::interface::{
    AliasDefinition, ConstValue, Interface, Part, TypeDefinition, ValueDefinition, ValueKind,
    each_mention,
};
use analysis::types::{Ty, TypeStore};
use serde::Serialize;
use source::Name;

use crate::key::{self, Hash};

/// The hashes of the parts of an interface that are there.
pub(crate) fn fingerprints(interface: &Interface) -> BTreeMap<Part, Hash> {
    let mut constants = Constants::default();
    let types = interface
        .custom_types
        .keys()
        .chain(interface.aliases.keys());
    let values = interface
        .values
        .keys()
        .chain(interface.opaque_constructors.keys());
    let types = types
        .chain(&interface.private)
        .flat_map(|name| [Part::TypeName(*name), Part::Type(*name)]);
    let values = values
        .chain(&interface.private)
        .map(|name| Part::Value(*name));
    let parts: BTreeSet<Part> = types.chain(values).collect();
    let hashed = parts.into_iter().map(|part| {
        let hash = match part {
            Part::TypeName(name) => of_type_name(interface, name),
            Part::Type(name) => of_type(interface, name),
            Part::Value(name) => of_value(interface, name, &mut constants),
            Part::Whole => key::ABSENT,
        };
        (part, hash)
    });
    hashed.collect()
}

/// Copies types into a store of its own.
struct Copy<'a> {
    from: &'a TypeStore,
    to: TypeStore,
    done: HashMap<Ty, Ty>,
}

impl<'a> Copy<'a> {
    fn new(interface: &'a Interface) -> Self {
        Self {
            from: &interface.types,
            to: TypeStore::default(),
            done: HashMap::new(),
        }
    }

    fn ty(&mut self, ty: Ty) -> Ty {
        self.to.import(self.from, ty, &mut self.done)
    }

    fn custom(&mut self, definition: &TypeDefinition) -> TypeDefinition {
        let mut copy = definition.clone();
        for variant in &mut copy.variants {
            for field in &mut variant.fields {
                field.ty = self.ty(field.ty);
            }
        }
        copy
    }

    fn alias(&mut self, definition: &AliasDefinition) -> AliasDefinition {
        let aliased = self.ty(definition.aliased);
        AliasDefinition {
            aliased,
            ..definition.clone()
        }
    }

    fn value(&mut self, definition: &ValueDefinition) -> ValueDefinition {
        let ty = self.ty(definition.ty);
        ValueDefinition {
            ty,
            ..definition.clone()
        }
    }
}

fn of_type_name(interface: &Interface, name: Name) -> Hash {
    let mut copy = Copy::new(interface);
    let custom = interface.custom_types.get(&name);
    let custom = custom.map(|definition| TypeDefinition {
        variants: Vec::new(),
        ..definition.clone()
    });
    let alias = interface.aliases.get(&name);
    let alias = alias.map(|definition| copy.alias(definition));
    let private = interface.private.contains(&name);
    key::data(&(custom, alias, copy.to, private))
}

fn of_type(interface: &Interface, name: Name) -> Hash {
    let mut copy = Copy::new(interface);
    let custom = interface.custom_types.get(&name);
    let custom = custom.map(|definition| copy.custom(definition));
    key::data(&(custom, copy.to))
}

fn of_value(interface: &Interface, name: Name, constants: &mut Constants) -> Hash {
    let mut copy = Copy::new(interface);
    let mut value = interface.values.get(&name).map(|it| copy.value(it));
    let constant = match value.as_mut().map(|value| &mut value.kind) {
        Some(ValueKind::Constant { value, .. }) => constants.hash(&std::mem::take(value)),
        _ => key::ABSENT,
    };
    let opaque = interface.opaque_constructors.get(&name);
    let opaque = opaque.map(|definition| copy.value(definition));
    let template = interface.templates.get(&name);
    let private = interface.private.contains(&name);
    key::data(&(value, constant, opaque, template, copy.to, private))
}

/// The hashes of constants that others mention: each is found once, however often it is mentioned.
#[derive(Default)]
struct Constants {
    known: HashMap<(Name, Name), Hash>,
}

impl Constants {
    fn hash(&mut self, value: &ConstValue) -> Hash {
        #[derive(Serialize)]
        struct Shallow<'a> {
            value: &'a ConstValue,
            mentioned: Vec<Hash>,
        }
        let mut shallow = value.clone();
        let mut mentions = Vec::new();
        let nothing = Arc::new(ConstValue::Error);
        each_mention(&mut shallow, |path, value| {
            mentions.push((path, std::mem::replace(value, nothing.clone())));
        });
        let mut mentioned = Vec::new();
        for (path, value) in mentions {
            let hash = match self.known.get(&path) {
                Some(known) => *known,
                None => source::grow(|| self.hash(&value)),
            };
            self.known.insert(path, hash);
            mentioned.push(hash);
        }
        key::data(&Shallow {
            value: &shallow,
            mentioned,
        })
    }
}

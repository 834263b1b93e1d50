//! An interface as it is stored: constants that others mention stand in a table.

use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::sync::Arc;

use serde::{Deserialize, Serialize};
use source::Name;

use super::{
    AliasDefinition, ConstValue, Interface, Template, TypeDefinition, ValueDefinition, ValueKind,
};
use crate::types::TypeStore;

/// [`Interface`], whose constants mention others by module and name alone: their `value` is
/// [`ConstValue::Error`].
#[derive(Clone, Serialize, Deserialize)]
pub(super) struct Stored {
    package: Name,
    module: Name,
    internal: bool,
    types: TypeStore,
    custom_types: BTreeMap<Name, TypeDefinition>,
    aliases: BTreeMap<Name, AliasDefinition>,
    values: BTreeMap<Name, ValueDefinition>,
    opaque_constructors: BTreeMap<Name, ValueDefinition>,
    private: BTreeSet<Name>,
    broken: BTreeSet<Name>,
    templates: BTreeMap<Name, Template>,
    /// What constants mention, those first that others of the table mention.
    mentioned: Vec<((Name, Name), ConstValue)>,
}

impl From<Interface> for Stored {
    fn from(interface: Interface) -> Self {
        let mut values = interface.values;
        let mut pack = Pack::default();
        for value in values.values_mut() {
            if let ValueKind::Constant { value, .. } = &mut value.kind {
                pack.value(value);
            }
        }
        Self {
            package: interface.package,
            module: interface.module,
            internal: interface.internal,
            types: interface.types,
            custom_types: interface.custom_types,
            aliases: interface.aliases,
            values,
            opaque_constructors: interface.opaque_constructors,
            private: interface.private,
            broken: interface.broken,
            templates: interface.templates,
            mentioned: pack.mentioned,
        }
    }
}

impl From<Stored> for Interface {
    fn from(stored: Stored) -> Self {
        let mut known = HashMap::new();
        for (path, mut value) in stored.mentioned {
            unpack(&mut value, &known);
            known.insert(path, Arc::new(value));
        }
        let mut values = stored.values;
        for value in values.values_mut() {
            if let ValueKind::Constant { value, .. } = &mut value.kind {
                unpack(value, &known);
            }
        }
        Self {
            package: stored.package,
            module: stored.module,
            internal: stored.internal,
            types: stored.types,
            custom_types: stored.custom_types,
            aliases: stored.aliases,
            values,
            opaque_constructors: stored.opaque_constructors,
            private: stored.private,
            broken: stored.broken,
            templates: stored.templates,
        }
    }
}

#[derive(Default)]
struct Pack {
    seen: BTreeSet<(Name, Name)>,
    mentioned: Vec<((Name, Name), ConstValue)>,
}

impl Pack {
    /// Moves what a value mentions to the table.
    fn value(&mut self, value: &mut ConstValue) {
        let empty = Arc::new(ConstValue::Error);
        each_mention(value, |path, mentioned| {
            let mentioned = std::mem::replace(mentioned, empty.clone());
            if self.seen.insert(path) {
                let mut own = (*mentioned).clone();
                source::grow(|| self.value(&mut own));
                self.mentioned.push((path, own));
            }
        });
    }
}

fn unpack(value: &mut ConstValue, known: &HashMap<(Name, Name), Arc<ConstValue>>) {
    each_mention(value, |path, mentioned| {
        if let Some(known) = known.get(&path) {
            *mentioned = known.clone();
        }
    });
}

/// Calls `change` for each constant that is mentioned directly.
pub fn each_mention(
    value: &mut ConstValue,
    mut change: impl FnMut((Name, Name), &mut Arc<ConstValue>),
) {
    let mut todo = vec![value];
    while let Some(value) = todo.pop() {
        match value {
            ConstValue::Tuple(items) | ConstValue::Construct(_, items) => todo.extend(&mut **items),
            ConstValue::List(items, tail) => {
                todo.extend(tail.as_deref_mut());
                todo.extend(&mut **items);
            }
            ConstValue::BitArray(segments) => {
                todo.extend(segments.iter_mut().map(|segment| &mut segment.value));
            }
            ConstValue::Concat(left, right) => todo.extend([&mut ***left, &mut ***right]),
            ConstValue::Constant {
                module,
                name,
                value,
                ..
            } => change((*module, *name), value),
            ConstValue::Int(_)
            | ConstValue::Float(_)
            | ConstValue::String(_)
            | ConstValue::Constructor(_)
            | ConstValue::Function { .. }
            | ConstValue::Error => {}
        }
    }
}

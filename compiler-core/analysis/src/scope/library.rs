//! Custom types by module and name, wherever they are defined.

use std::cell::RefCell;
use std::collections::HashMap;
use std::rc::Rc;

use source::Name;

use crate::interface::{ConstructorRef, Interface, Interfaces, LookedAt, Part, TypeDefinition};
use crate::types::{PRELUDE, Ty, TyKind, TypeStore, prelude};

/// A custom type in the terms of the store of the module under check.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct CustomTypeEntry {
    /// How many parameters it has; they are `Generic(0)` … in the fields.
    pub(crate) arity: usize,
    /// Its constructors; none if they are hidden.
    pub(crate) variants: Vec<VariantEntry>,
    /// Whether it is `@internal`, or in an internal module.
    pub(crate) internal: bool,
    /// The package it belongs to.
    pub(crate) package: Name,
    /// Position and type of the fields that all variants share.
    pub(crate) shared: HashMap<Name, (u32, Ty)>,
}

/// A constructor.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct VariantEntry {
    /// Which.
    pub(crate) constructor: Rc<ConstructorRef>,
    /// Label and type of each field.
    pub(crate) fields: Vec<(Option<Name>, Ty)>,
}

/// The custom types that the module under check can know about, and what it has seen of others.
pub(crate) struct Library<'a> {
    interfaces: &'a dyn Interfaces,
    module: Name,
    own: HashMap<Name, Rc<CustomTypeEntry>>,
    others: RefCell<Others>,
    looked_at: RefCell<LookedAt>,
}

#[derive(Default)]
struct Others {
    types: HashMap<(Name, Name), Option<Rc<CustomTypeEntry>>>,
    copied: HashMap<Name, HashMap<Ty, Ty>>,
}

impl<'a> Library<'a> {
    /// Knows only other modules' types.
    pub(crate) fn new(module: Name, interfaces: &'a dyn Interfaces) -> Self {
        Self {
            interfaces,
            module,
            own: HashMap::new(),
            others: RefCell::default(),
            looked_at: RefCell::default(),
        }
    }

    /// The interface of a module: it is looked at from now on.
    pub(crate) fn interface(&self, module: Name) -> Option<&'a Interface> {
        if module == PRELUDE {
            return Some(prelude::interface());
        }
        self.looked_at.borrow_mut().parts.entry(module).or_default();
        self.interfaces.get(module)
    }

    /// The names of all modules, for suggestions.
    pub(crate) fn modules(&self) -> Vec<Name> {
        self.looked_at.borrow_mut().names = true;
        self.interfaces.modules()
    }

    /// Notes that the result depends on a part of another module's interface.
    pub(crate) fn saw(&self, module: Name, part: Part) {
        if module != PRELUDE {
            let mut looked_at = self.looked_at.borrow_mut();
            looked_at.parts.entry(module).or_default().insert(part);
        }
    }

    /// All that the result depends on in others.
    pub(crate) fn looked_at(self) -> LookedAt {
        self.looked_at.into_inner()
    }

    /// Adds a type of the module under check.
    pub(crate) fn add(&mut self, name: Name, entry: CustomTypeEntry) {
        self.own.insert(name, Rc::new(entry));
    }

    /// A custom type, if its module's interface has it.
    pub(crate) fn custom_type(
        &self,
        types: &mut TypeStore,
        module: Name,
        name: Name,
    ) -> Option<Rc<CustomTypeEntry>> {
        if module == self.module {
            return self.own.get(&name).cloned();
        }
        if let Some(known) = self.others.borrow().types.get(&(module, name)) {
            return known.clone();
        }
        self.saw(module, Part::Type(name));
        let entry = self.interface(module).and_then(|interface| {
            let definition = interface.custom_types.get(&name)?;
            Some(Rc::new(self.entry(types, interface, name, definition)))
        });
        let mut others = self.others.borrow_mut();
        others.types.insert((module, name), entry.clone());
        entry
    }

    /// Copies a type of another module's interface.
    pub(crate) fn copy(&self, types: &mut TypeStore, interface: &Interface, ty: Ty) -> Ty {
        let mut others = self.others.borrow_mut();
        let done = others.copied.entry(interface.module).or_default();
        types.import(&interface.types, ty, done)
    }

    fn entry(
        &self,
        types: &mut TypeStore,
        interface: &Interface,
        name: Name,
        definition: &TypeDefinition,
    ) -> CustomTypeEntry {
        let count = definition.variants.len() as u32;
        let variants: Vec<VariantEntry> = (0u32..)
            .zip(&definition.variants)
            .map(|(index, variant)| VariantEntry {
                constructor: Rc::new(ConstructorRef {
                    package: interface.package,
                    module: interface.module,
                    type_name: name,
                    name: variant.name,
                    index,
                    variants: count,
                    fields: variant.fields.iter().map(|field| field.label).collect(),
                }),
                fields: variant
                    .fields
                    .iter()
                    .map(|field| (field.label, self.copy(types, interface, field.ty)))
                    .collect(),
            })
            .collect();
        CustomTypeEntry {
            arity: definition.parameters.len(),
            shared: shared_fields(&variants),
            variants,
            internal: definition.internal || interface.internal,
            package: interface.package,
        }
    }
}

/// The fields that every variant has, at the same position and with the same type.
pub(crate) fn shared_fields(variants: &[VariantEntry]) -> HashMap<Name, (u32, Ty)> {
    let Some((first, others)) = variants.split_first() else {
        return HashMap::new();
    };
    let mut shared = HashMap::new();
    for (index, (label, ty)) in (0u32..).zip(&first.fields) {
        let same = |variant: &VariantEntry| {
            variant
                .fields
                .get(index as usize)
                .is_some_and(|field| *field == (*label, *ty))
        };
        if let Some(label) = label
            && others.iter().all(same)
        {
            shared.insert(*label, (index, *ty));
        }
    }
    shared
}

/// `ty` with `Generic(n)` replaced by the `n`th argument.
pub(crate) fn substitute(types: &mut TypeStore, ty: Ty, args: &[Ty]) -> Ty {
    let mut done = HashMap::new();
    substitute_in(types, ty, args, &mut done)
}

fn substitute_in(types: &mut TypeStore, ty: Ty, args: &[Ty], done: &mut HashMap<Ty, Ty>) -> Ty {
    if let Some(known) = done.get(&ty) {
        return *known;
    }
    let result = match types.kind(ty) {
        TyKind::Generic(index) => args.get(*index as usize).copied().unwrap_or(Ty::ERROR),
        TyKind::Error | TyKind::Var(_) => ty,
        kind => {
            let kind = kind.clone();
            let kind = source::grow(|| {
                crate::infer::map_parts(kind, |part| substitute_in(types, part, args, done))
            });
            types.intern(kind)
        }
    };
    done.insert(ty, result);
    result
}

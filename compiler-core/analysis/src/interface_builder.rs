//! The public face of a checked module.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use source::Name;
use syntax::ast::{Alias, BROKEN_IMPORT, CustomType, Ident, Item, ItemKind, Publicity, Variant};

use crate::check::Checker;
use crate::interface::{
    AliasDefinition, FieldDefinition, Interface, TypeDefinition, ValueDefinition, ValueKind,
    VariantDefinition,
};
use crate::scope::{Sort, TypeMeaning, Value, deprecation, is_internal};
use crate::types::{Ty, TyKind, TypeStore};

impl Checker<'_> {
    /// What importers may depend on.
    pub(crate) fn interface_of_module(&mut self) -> Interface {
        let mut interface = Interface {
            package: self.input.package,
            module: self.input.name,
            internal: self.input.options.internal,
            types: TypeStore::default(),
            custom_types: BTreeMap::new(),
            aliases: BTreeMap::new(),
            values: BTreeMap::new(),
            opaque_constructors: BTreeMap::new(),
            private: BTreeSet::new(),
            broken: self.broken_definitions(),
            templates: BTreeMap::new(),
        };
        for index in self.live.clone() {
            let item = self.item(index);
            if item.publicity == Publicity::Private {
                interface.private.extend(private_names(item));
                continue;
            }
            match &item.kind {
                ItemKind::Function(function) => {
                    self.add_value_of(item, function.name, &mut interface);
                }
                ItemKind::Const(constant) => self.add_value_of(item, constant.name, &mut interface),
                ItemKind::CustomType(custom) => self.add_type_of(index, custom, &mut interface),
                ItemKind::Alias(alias) => self.add_alias_of(item, alias, &mut interface),
                ItemKind::Import(_) | ItemKind::Error => {}
            }
        }
        interface
    }

    fn broken_definitions(&self) -> BTreeSet<Name> {
        let broken = self.module.broken.iter().copied();
        broken.filter(|name| *name != BROKEN_IMPORT).collect()
    }

    fn add_value_of(&mut self, item: &Item, name: Ident, interface: &mut Interface) {
        let Some(value) = self.scope.values.get(&name.name).cloned() else {
            return;
        };
        if value.module != self.input.name {
            return;
        }
        let definition = ValueDefinition {
            ty: self.exported(value.ty, interface),
            internal: is_internal(item),
            kind: kind_of(&value),
            deprecated: value.deprecated.clone(),
        };
        interface.values.insert(name.name, definition);
    }

    /// Copies a scheme into the interface; its `Generic`s are numbered from 0 in order.
    fn exported(&mut self, ty: Ty, interface: &mut Interface) -> Ty {
        let mut numbers = HashMap::new();
        let mut done = HashMap::new();
        let ty = self.renumber(ty, &mut numbers, &mut done);
        interface
            .types
            .import(&self.tables.types, ty, &mut HashMap::new())
    }

    fn renumber(
        &mut self,
        ty: Ty,
        numbers: &mut HashMap<u32, u32>,
        done: &mut HashMap<Ty, Ty>,
    ) -> Ty {
        if !self.unifier.has_generic(&self.tables.types, ty) {
            return ty;
        }
        if let Some(known) = done.get(&ty) {
            return *known;
        }
        let kind = match self.tables.types.kind(ty).clone() {
            TyKind::Generic(index) => {
                let next = numbers.len() as u32;
                TyKind::Generic(*numbers.entry(index).or_insert(next))
            }
            kind => source::grow(|| {
                crate::infer::map_parts(kind, |part| self.renumber(part, numbers, done))
            }),
        };
        let renumbered = self.tables.types.intern(kind);
        done.insert(ty, renumbered);
        renumbered
    }

    fn add_type_of(&mut self, index: usize, custom: &CustomType, interface: &mut Interface) {
        let Some(info) = self.outcome.custom_types.get(&index) else {
            return;
        };
        let item = self.item(index);
        if self.is_broken(custom.name.name) {
            return;
        }
        let opaque = custom.opaque.is_some();
        let mut copied = HashMap::new();
        let mut variants = Vec::new();
        for (variant, fields) in custom.variants.iter().zip(&info.variants) {
            let fields = fields.iter().map(|(label, ty)| FieldDefinition {
                label: *label,
                ty: interface.types.import(&self.tables.types, *ty, &mut copied),
            });
            variants.push(VariantDefinition {
                name: variant.name.name,
                fields: fields.collect(),
                deprecated: variant_message(item, variant),
            });
        }
        let definition = TypeDefinition {
            parameters: custom.parameters.iter().map(|it| it.name).collect(),
            internal: is_internal(item),
            opaque,
            variants: if opaque { Vec::new() } else { variants },
            deprecated: deprecation(item),
        };
        interface.custom_types.insert(custom.name.name, definition);
        for variant in &custom.variants {
            let Some(definition) = self.constructor_of(item, variant.name, interface) else {
                continue;
            };
            if opaque {
                interface.private.insert(variant.name.name);
                let hidden = &mut interface.opaque_constructors;
                hidden.insert(variant.name.name, definition);
            } else {
                interface.values.insert(variant.name.name, definition);
            }
        }
    }

    /// Its `Generic`s are the parameters of its type and keep their numbers.
    fn constructor_of(
        &self,
        item: &Item,
        name: Ident,
        interface: &mut Interface,
    ) -> Option<ValueDefinition> {
        let value = self.scope.values.get(&name.name)?;
        let types = &self.tables.types;
        Some(ValueDefinition {
            ty: interface.types.import(types, value.ty, &mut HashMap::new()),
            internal: is_internal(item),
            kind: kind_of(value),
            deprecated: value.deprecated.clone(),
        })
    }

    fn add_alias_of(&mut self, item: &Item, alias: &Alias, interface: &mut Interface) {
        if let Some(TypeMeaning::Alias { aliased, .. }) = self.scope.types.get(&alias.name.name) {
            let types = &self.tables.types;
            let definition = AliasDefinition {
                parameters: alias.parameters.iter().map(|it| it.name).collect(),
                internal: is_internal(item),
                aliased: interface.types.import(types, *aliased, &mut HashMap::new()),
                deprecated: deprecation(item),
            };
            interface.aliases.insert(alias.name.name, definition);
        }
    }
}

fn kind_of(value: &Value) -> ValueKind {
    match &value.sort {
        Sort::Function {
            external,
            implementations,
            purity,
            ..
        } => ValueKind::Function {
            labels: value.labels.clone(),
            external: external.clone(),
            implementations: *implementations,
            purity: *purity,
        },
        Sort::Constant {
            value,
            implementations,
        } => ValueKind::Constant {
            value: (**value).clone(),
            implementations: *implementations,
        },
        Sort::Constructor(constructor) => ValueKind::Constructor((**constructor).clone()),
    }
}

fn private_names(item: &Item) -> Vec<Name> {
    match &item.kind {
        ItemKind::Function(function) => vec![function.name.name],
        ItemKind::Const(constant) => vec![constant.name.name],
        ItemKind::Alias(alias) => vec![alias.name.name],
        ItemKind::CustomType(custom) => {
            let variants = custom.variants.iter().map(|variant| variant.name.name);
            variants.chain([custom.name.name]).collect()
        }
        ItemKind::Import(_) | ItemKind::Error => Vec::new(),
    }
}

fn variant_message(item: &Item, variant: &Variant) -> Option<std::sync::Arc<str>> {
    let own = variant
        .attributes
        .iter()
        .find_map(|attribute| match &attribute.kind {
            syntax::ast::AttributeKind::Deprecated(message) => Some(message.clone()),
            _ => None,
        });
    own.or_else(|| deprecation(item))
}

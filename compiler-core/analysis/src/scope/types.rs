//! Type definitions and type annotations.

use std::collections::{BTreeMap, BTreeSet};
use std::rc::Rc;
use std::sync::Arc;

use source::{Name, Span};
use syntax::ast::{Alias, CustomType, Ident, Item, ItemKind, Publicity, TypeId, TypeKind, Variant};

use crate::check::Checker;
use crate::checked::{Definition, DefinitionInfo, TypeInfo};
use crate::interface::ConstructorRef;
use crate::problem::{
    DuplicateDefinition, DuplicateTypeName, DuplicateTypeParameter, IncorrectTypeArity, NameSort,
    RecursiveTypeAlias, TypeCalled, UnexpectedTypeHole, UnknownModuleAlias, UnknownType,
    UnknownTypeVariable, UnusedTypeAliasParameter,
};
use crate::types::{Ty, TyKind};
use crate::usage::Node;

use super::imports::explains;
use super::library::{CustomTypeEntry, VariantEntry, shared_fields, substitute};
use super::module::{Sort, TypeMeaning, Value};

/// What type variables and holes mean in the annotations of a definition.
#[derive(Debug, Clone, Default)]
pub(crate) struct TypeScope {
    /// The variables in scope.
    pub(crate) names: BTreeMap<Name, Ty>,
    /// The variables that were mentioned.
    pub(crate) seen: BTreeSet<Name>,
    /// Whether a new name makes a new variable.
    pub(crate) open: bool,
    /// Whether `_` stands for a type to find.
    pub(crate) holes: bool,
}

impl<'a> Checker<'a> {
    /// Custom types and aliases, with their constructors.
    pub(crate) fn define_types(&mut self) {
        let live = self.live.clone();
        for index in &live {
            match &self.item(*index).kind {
                ItemKind::CustomType(custom) => self.name_custom_type(*index, custom),
                ItemKind::Alias(alias) => self.name_type(
                    *index,
                    alias.name,
                    &alias.parameters,
                    TypeMeaning::Pending(*index),
                ),
                _ => {}
            }
        }
        for index in &live {
            match &self.item(*index).kind {
                ItemKind::Alias(alias) => self.expand_alias(*index, alias),
                ItemKind::CustomType(custom) => self.define_custom_type(*index, custom),
                _ => {}
            }
        }
    }

    fn name_custom_type(&mut self, index: usize, custom: &CustomType) {
        let meaning = TypeMeaning::Custom {
            module: self.input.name,
            name: custom.name.name,
            arity: custom.parameters.len(),
            deprecated: deprecation(self.item(index)),
        };
        self.name_type(index, custom.name, &custom.parameters, meaning);
    }

    fn name_type(&mut self, index: usize, name: Ident, params: &[Ident], meaning: TypeMeaning) {
        self.check_name(name, NameSort::Type);
        let mut seen: BTreeMap<Name, Span> = BTreeMap::new();
        for parameter in params {
            self.check_name(*parameter, NameSort::TypeVariable);
            let (span, name) = (parameter.span, parameter.name);
            if let Some(first) = seen.insert(name, span) {
                self.report(DuplicateTypeParameter { span, name, first });
            }
        }
        let (own, imported) = (&self.scope.own_types, &self.scope.imported_types);
        let first = own.get(&name.name).map(|(_, span)| *span);
        if let Some(first) = first.or_else(|| imported.get(&name.name).copied()) {
            let (span, name) = (self.item(index).head(), name.name);
            return self.report(DuplicateTypeName { span, name, first });
        }
        let public = self.item(index).publicity != Publicity::Private;
        self.scope.own_types.insert(name.name, (public, name.span));
        let meaning = if self.is_broken(name.name) {
            TypeMeaning::Broken
        } else {
            meaning
        };
        self.scope.types.insert(name.name, meaning);
        let definition = Definition::Type(self.input.name, name.name);
        self.define(definition, name, self.item(index), Ty::ERROR);
        self.usage.own(Node::Type(name.name), name.span, public);
    }

    /// Notes where something is defined.
    pub(crate) fn define(&mut self, definition: Definition, name: Ident, item: &Item, ty: Ty) {
        let info = DefinitionInfo {
            name_span: name.span,
            span: item.span,
            docs: item
                .docs
                .as_ref()
                .map_or(String::new(), |docs| docs.text.clone()),
            ty,
        };
        self.outcome.definitions.insert(definition, info);
        self.mention(name.span, definition);
    }

    fn expand_alias(&mut self, index: usize, alias: &'a Alias) {
        let name = alias.name.name;
        if !matches!(self.scope.types.get(&name), Some(TypeMeaning::Pending(own)) if *own == index)
        {
            return;
        }
        self.scope.types.insert(name, TypeMeaning::Open(index));
        let scope = parameters(self, &alias.parameters);
        let outer = std::mem::replace(&mut self.frame.types, scope);
        let owner = self.usage.enter(Some(Node::Type(name)));
        let aliased = source::grow(|| self.annotation(alias.aliased));
        self.usage.enter(owner);
        let scope = std::mem::replace(&mut self.frame.types, outer);
        for parameter in &alias.parameters {
            if !scope.seen.contains(&parameter.name) {
                self.report(UnusedTypeAliasParameter {
                    span: self.item(index).head(),
                    name: parameter.name,
                });
            }
        }
        let meaning = TypeMeaning::Alias {
            module: self.input.name,
            name,
            arity: alias.parameters.len(),
            aliased,
            deprecated: deprecation(self.item(index)),
        };
        self.scope.types.insert(name, meaning);
    }

    fn define_custom_type(&mut self, index: usize, custom: &'a CustomType) {
        let name = custom.name.name;
        let item = self.item(index);
        let scope = parameters(self, &custom.parameters);
        let args = (0u32..)
            .zip(&custom.parameters)
            .map(|(index, _)| self.tables.types.intern(TyKind::Generic(index)))
            .collect();
        let result = self.tables.types.named(self.input.name, name, args);
        let outer = std::mem::replace(&mut self.frame.types, scope);
        let owner = self.usage.enter(Some(Node::Type(name)));
        let count = custom.variants.len() as u32;
        let mut variants = Vec::new();
        for (position, variant) in (0u32..).zip(&custom.variants) {
            self.usage.enter(Some(Node::Value(variant.name.name)));
            let entry = self.fields(name, variant, position, count);
            self.usage.enter(Some(Node::Type(name)));
            self.define_constructor(index, variant, &entry, result);
            variants.push(entry);
        }
        self.usage.enter(owner);
        self.frame.types = outer;
        self.check_custom_type(item, custom);
        let info = TypeInfo {
            variants: variants
                .iter()
                .map(|variant| variant.fields.clone())
                .collect(),
            external: self.external(item),
            internal: is_internal(item),
        };
        self.outcome.custom_types.insert(index, info);
        let entry = CustomTypeEntry {
            arity: custom.parameters.len(),
            shared: shared_fields(&variants),
            variants,
            internal: is_internal(item) || self.input.options.internal,
            package: self.input.package,
        };
        self.library.add(name, entry);
    }

    fn fields(
        &mut self,
        type_name: Name,
        variant: &'a Variant,
        index: u32,
        variants: u32,
    ) -> VariantEntry {
        self.check_name(variant.name, NameSort::Variant);
        self.check_labels(variant.fields.iter().map(|field| (field.span, field.label)));
        let mut fields = Vec::new();
        for field in &variant.fields {
            let ty = self.annotation(field.annotation);
            let label = field.label.map(|label| label.name);
            fields.push((label, ty));
            if let Some(label) = field.label {
                self.check_name(label, NameSort::Label);
                let definition = Definition::Field(self.input.name, type_name, label.name);
                let info = DefinitionInfo {
                    name_span: label.span,
                    span: field.span,
                    docs: field
                        .docs
                        .as_ref()
                        .map_or(String::new(), |docs| docs.text.clone()),
                    ty,
                };
                self.outcome.definitions.entry(definition).or_insert(info);
                self.mention(label.span, definition);
            }
        }
        let constructor = Rc::new(ConstructorRef {
            package: self.input.package,
            module: self.input.name,
            type_name,
            name: variant.name.name,
            index,
            variants,
            fields: fields.iter().map(|(label, _)| *label).collect(),
        });
        VariantEntry {
            constructor,
            fields,
        }
    }

    fn define_constructor(
        &mut self,
        item_index: usize,
        variant: &Variant,
        entry: &VariantEntry,
        result: Ty,
    ) {
        let (name, item) = (variant.name, self.item(item_index));
        let first = self.scope.own_values.get(&name.name).copied();
        if let Some(first) = first {
            let (span, name) = (name.span, name.name);
            return self.report(DuplicateDefinition { span, name, first });
        }
        let index = entry.constructor.index;
        let ty = constructor_type(self, entry, result, index);
        let value = Value {
            package: self.input.package,
            module: self.input.name,
            name: name.name,
            ty,
            labels: entry.constructor.fields.clone(),
            sort: Sort::Constructor(entry.constructor.clone()),
            deprecated: variant_deprecation(item, variant),
        };
        self.scope.own_values.insert(name.name, name.span);
        if self.is_broken(name.name) {
            self.scope.values.remove(&name.name);
        } else {
            self.scope.values.insert(name.name, Rc::new(value));
        }
        let definition = Definition::Value(self.input.name, name.name);
        let info = DefinitionInfo {
            name_span: name.span,
            span: variant.span,
            docs: variant
                .docs
                .as_ref()
                .map_or(String::new(), |docs| docs.text.clone()),
            ty,
        };
        self.outcome.definitions.insert(definition, info);
        self.mention(name.span, definition);
        let opaque = matches!(&item.kind, ItemKind::CustomType(it) if it.opaque.is_some());
        let public = item.publicity != Publicity::Private && !opaque;
        let node = Node::Value(name.name);
        self.usage.own(node, name.span, public);
        self.usage
            .edge(node, Node::Type(entry.constructor.type_name));
    }

    /// The type that an annotation stands for.
    pub(crate) fn annotation(&mut self, id: TypeId) -> Ty {
        let ty = source::grow(|| self.annotation_of(id));
        self.tables.annotation_types[id] = ty;
        ty
    }

    fn annotation_of(&mut self, id: TypeId) -> Ty {
        let annotation = &self.module.types[id];
        match &annotation.kind {
            TypeKind::Named {
                module,
                name,
                args,
                has_parens,
            } => {
                let ty = self.named_annotation(annotation.span, *module, *name, args);
                self.check_parentheses(annotation.span, *name, (*has_parens, args, ty));
                ty
            }
            TypeKind::Variable(name) => self.type_variable(*name),
            TypeKind::Tuple(items) => {
                let items = items.iter().map(|item| self.annotation(*item)).collect();
                self.tables.types.intern(TyKind::Tuple(items))
            }
            TypeKind::Fn { params, result } => {
                let params = params.iter().map(|param| self.annotation(*param)).collect();
                let result = self.annotation(*result);
                self.tables.types.function(params, result)
            }
            TypeKind::Hole(_) if self.frame.types.holes => self.fresh(),
            TypeKind::Hole(_) => {
                self.report(UnexpectedTypeHole {
                    span: annotation.span,
                });
                Ty::ERROR
            }
            TypeKind::Error => Ty::ERROR,
        }
    }

    /// A type without parameters has no parentheses.
    fn check_parentheses(
        &mut self,
        span: Span,
        name: Ident,
        (has_parens, args, ty): (bool, &[TypeId], Ty),
    ) {
        if has_parens && args.is_empty() && ty != Ty::ERROR {
            let span = Span::new(name.span.end, span.end);
            let name = name.name;
            self.report(TypeCalled { span, name });
        }
    }

    fn type_variable(&mut self, name: Ident) -> Ty {
        self.frame.types.seen.insert(name.name);
        if let Some(known) = self.frame.types.names.get(&name.name) {
            return *known;
        }
        if !self.frame.types.open {
            self.report(UnknownTypeVariable {
                span: name.span,
                name: name.name,
            });
            return Ty::ERROR;
        }
        self.check_name(name, NameSort::TypeVariable);
        let (ty, index) = self.new_generic();
        self.tables.type_names.insert(index, name.name);
        self.frame.rigid.insert(index);
        self.frame.types.names.insert(name.name, ty);
        ty
    }

    fn named_annotation(
        &mut self,
        span: Span,
        module: Option<Ident>,
        name: Ident,
        args: &'a [TypeId],
    ) -> Ty {
        let args: Vec<Ty> = args.iter().map(|arg| self.annotation(*arg)).collect();
        let Some(meaning) = self.type_meaning(module, name) else {
            return Ty::ERROR;
        };
        let (arity, deprecated) = match &meaning {
            TypeMeaning::Custom {
                module,
                name: there,
                arity,
                deprecated,
            }
            | TypeMeaning::Alias {
                module,
                name: there,
                arity,
                deprecated,
                ..
            } => {
                self.mention(name.span, Definition::Type(*module, *there));
                (*arity, deprecated.clone())
            }
            TypeMeaning::Pending(_) | TypeMeaning::Open(_) | TypeMeaning::Broken => {
                return Ty::ERROR;
            }
        };
        let path = module.map_or(name.span, |module| module.span.to(name.span));
        self.note_deprecated(path, "type", name.name, deprecated.as_ref());
        if arity != args.len() {
            self.report(IncorrectTypeArity {
                span,
                name: name.name,
                expected: arity,
                given: args.len(),
            });
            return Ty::ERROR;
        }
        match meaning {
            TypeMeaning::Custom { module, name, .. } => self.tables.types.named(module, name, args),
            TypeMeaning::Alias { aliased, .. } => {
                substitute(&mut self.tables.types, aliased, &args)
            }
            _ => Ty::ERROR,
        }
    }

    fn type_meaning(&mut self, module: Option<Ident>, name: Ident) -> Option<TypeMeaning> {
        if let Some(module) = module {
            return self.qualified_type(module, name);
        }
        if let Some(TypeMeaning::Pending(index)) = self.scope.types.get(&name.name) {
            let index = *index;
            if let ItemKind::Alias(alias) = &self.item(index).kind {
                source::grow(|| self.expand_alias(index, alias));
            }
        }
        match self.scope.types.get(&name.name).cloned() {
            Some(TypeMeaning::Open(index)) => {
                let (span, name) = (self.item(index).head(), name.name);
                self.report(RecursiveTypeAlias { span, name });
                Some(TypeMeaning::Broken)
            }
            Some(meaning) => {
                self.usage.mentions_type(name.name);
                Some(meaning)
            }
            None if explains(&self.module.broken, name.name) => None,
            None => {
                self.report(UnknownType {
                    others: Vec::new(),
                    span: name.span,
                    name: name.name,
                    is_value: self.scope.values.contains_key(&name.name),
                    nearest: self.nearest(&name.name, self.scope.types.keys().copied()),
                });
                None
            }
        }
    }

    fn qualified_type(&mut self, module: Ident, name: Ident) -> Option<TypeMeaning> {
        let interface = self.module_named(module)?;
        let meaning = self.type_of(interface, name.name);
        if meaning.is_none() {
            let span = module.span.to(name.span);
            self.report_missing_type(interface, name.name, span);
        }
        meaning
    }

    /// The interface of the module that has a name here; reports if there is none.
    pub(crate) fn module_named(
        &mut self,
        module: Ident,
    ) -> Option<&'a crate::interface::Interface> {
        if let Some(imported) = self.scope.modules.get(&module.name) {
            let path = imported.path;
            self.usage.mentions_module(module.name);
            self.mention(module.span, Definition::Module(path));
            return self.interface(path);
        }
        let is_broken = self.scope.broken_modules.contains(&module.name);
        if !is_broken && !explains(&self.module.broken, module.name) {
            let here: Vec<Name> = self.scope.modules.keys().copied().collect();
            let known = self.library.modules();
            self.report(UnknownModuleAlias {
                others: Vec::new(),
                span: module.span,
                name: module.name,
                import: known
                    .into_iter()
                    .find(|path| path.rsplit('/').next() == Some(&module.name)),
                nearest: self.nearest(&module.name, here),
            });
        }
        None
    }
}

/// `Generic(0)` … for the parameters of a definition.
fn parameters(checker: &mut Checker<'_>, parameters: &[Ident]) -> TypeScope {
    let names = (0u32..)
        .zip(parameters)
        .map(|(index, name)| {
            let ty = checker.tables.types.intern(TyKind::Generic(index));
            (name.name, ty)
        })
        .collect();
    TypeScope {
        names,
        ..TypeScope::default()
    }
}

/// A constructor's type: a function if it has fields. Its result knows its variant.
fn constructor_type(checker: &mut Checker<'_>, entry: &VariantEntry, result: Ty, index: u32) -> Ty {
    let types = &mut checker.tables.types;
    let result = types.with_variant(result, index);
    if entry.fields.is_empty() {
        return result;
    }
    let params = entry.fields.iter().map(|(_, ty)| *ty).collect();
    types.function(params, result)
}

/// The message of an item's `@deprecated`.
pub(crate) fn deprecation(item: &Item) -> Option<Arc<str>> {
    item.attributes.iter().find_map(deprecation_of)
}

fn variant_deprecation(item: &Item, variant: &Variant) -> Option<Arc<str>> {
    let own = variant.attributes.iter().find_map(deprecation_of);
    own.or_else(|| deprecation(item))
}

fn deprecation_of(attribute: &syntax::ast::Attribute) -> Option<Arc<str>> {
    match &attribute.kind {
        syntax::ast::AttributeKind::Deprecated(message) => Some(message.clone()),
        _ => None,
    }
}

/// Whether an item is marked `@internal`.
pub(crate) fn is_internal(item: &Item) -> bool {
    item.attributes
        .iter()
        .any(|attribute| attribute.kind == syntax::ast::AttributeKind::Internal)
}

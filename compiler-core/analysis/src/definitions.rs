//! Rules about definitions themselves: names, labels, attributes, what they let out.

use std::collections::BTreeMap;
use std::sync::Arc;

use source::{Name, Span};
use syntax::ast::{AttributeKind, CustomType, Ident, Item, ItemKind, Publicity};

use crate::check::Checker;
use crate::features::Feature;
use crate::interface::Part;
use crate::problem::{
    AllVariantsDeprecated, BadName, Deprecated, DeprecatedVariantOfDeprecatedType, DuplicateField,
    EmptyModule, NameSort, OpaqueExternalType, PrivateOpaqueType, PrivateTypeLeak, ShadowsImport,
    UnlabelledAfterLabelled,
};
use crate::scope::deprecation;
use crate::types::{Ty, TyKind};

impl Checker<'_> {
    /// Names have one spelling for each sort of thing.
    pub(crate) fn check_name(&mut self, name: Ident, sort: NameSort) {
        let text = name.name.as_str();
        let good = match sort {
            NameSort::Type | NameSort::Variant => text.chars().all(|it| it.is_ascii_alphanumeric()),
            _ => text
                .chars()
                .all(|it| it.is_ascii_lowercase() || it.is_ascii_digit() || it == '_'),
        };
        if !good {
            self.report(BadName {
                span: name.span,
                name: name.name,
                sort,
            });
        }
    }

    /// Labels of parameters and fields: each once, and none missing after the first.
    pub(crate) fn check_labels(&mut self, labels: impl Iterator<Item = (Span, Option<Ident>)>) {
        let mut seen: BTreeMap<Name, Span> = BTreeMap::new();
        for (span, label) in labels {
            match label {
                Some(label) => {
                    if let Some(first) = seen.insert(label.name, label.span) {
                        self.report(DuplicateField {
                            span: label.span,
                            label: label.name,
                            first,
                        });
                    }
                }
                None if !seen.is_empty() => self.report(UnlabelledAfterLabelled { span }),
                None => {}
            }
        }
    }

    /// A definition may hide an imported name, but hardly on purpose.
    pub(crate) fn check_shadowing(&mut self, item: &Item, name: Name) {
        if let Some(import) = self.scope.imported_values.get(&name) {
            let import = *import;
            self.report(ShadowsImport {
                span: item.head(),
                name,
                import,
            });
        }
    }

    /// Attributes of a custom type.
    pub(crate) fn check_custom_type(&mut self, item: &Item, custom: &CustomType) {
        self.check_external_type(item);
        self.needs_attributes(item, custom);
        if let (Some(opaque), Publicity::Private) = (custom.opaque, item.publicity) {
            self.report(PrivateOpaqueType {
                span: opaque,
                name: custom.name.name,
            });
        }
        if custom.opaque.is_some() && custom.variants.is_empty() {
            self.report(OpaqueExternalType {
                span: item.head(),
                name: custom.name.name,
            });
        }
        let is_deprecated = |kind: &AttributeKind| matches!(kind, AttributeKind::Deprecated(_));
        let mut deprecated = 0;
        for variant in &custom.variants {
            if !variant.attributes.iter().any(|it| is_deprecated(&it.kind)) {
                continue;
            }
            deprecated += 1;
            if deprecation(item).is_some() {
                self.report(DeprecatedVariantOfDeprecatedType {
                    span: variant.name.span,
                    name: variant.name.name,
                });
            }
        }
        if deprecated > 0 && deprecated == custom.variants.len() && deprecation(item).is_none() {
            self.report(AllVariantsDeprecated {
                span: item.head(),
                name: custom.name.name,
            });
        }
    }

    /// A module that defines nothing for this target.
    pub(crate) fn check_empty(&mut self) {
        let mut items = self.live.iter().map(|index| &self.item(*index).kind);
        if items.all(|kind| matches!(kind, ItemKind::Import(_))) {
            self.report(EmptyModule {
                span: Span::default(),
                name: self.input.name,
            });
        }
    }

    /// `@internal`, of whatever it is.
    pub(crate) fn needs_internal(&mut self, item: &Item) {
        let mut attributes = item.attributes.iter();
        if let Some(internal) = attributes.find(|it| it.kind == AttributeKind::Internal) {
            self.needs(Feature::InternalAttribute, internal.span);
        }
    }

    fn needs_attributes(&mut self, item: &Item, custom: &CustomType) {
        self.needs_internal(item);
        if crate::infer::externals(item).next().is_some() {
            self.needs(Feature::ExternalType, item.head());
        }
        for variant in &custom.variants {
            if !variant.attributes.is_empty() {
                self.needs(Feature::DeprecatedVariant, variant.name.span);
            }
        }
    }

    /// Warns about a use of something deprecated.
    pub(crate) fn note_deprecated(
        &mut self,
        span: Span,
        layer: &'static str,
        name: Name,
        message: Option<&Arc<str>>,
    ) {
        if let Some(message) = message {
            self.report(Deprecated {
                span,
                layer,
                name,
                message: message.clone(),
            });
        }
    }

    /// Public values cannot have types that others cannot name.
    pub(crate) fn check_leaks(&mut self) {
        for index in self.live.clone() {
            let item = self.item(index);
            if item.publicity == Publicity::Private {
                continue;
            }
            match &item.kind {
                ItemKind::Function(function) => self.check_leak(index, function.name.name),
                ItemKind::Const(constant) => self.check_leak(index, constant.name.name),
                ItemKind::CustomType(custom) if custom.opaque.is_none() => {
                    for variant in &custom.variants {
                        self.check_constructor_leak(variant.name);
                    }
                }
                _ => {}
            }
        }
    }

    fn check_leak(&mut self, index: usize, name: Name) {
        if let Some(prepared) = self.progress.prepared.get(&index) {
            self.check_leaked(self.item(index).head(), name, prepared.ty);
        }
    }

    fn check_constructor_leak(&mut self, name: Ident) {
        if let Some(value) = self.scope.values.get(&name.name) {
            self.check_leaked(name.span, name.name, value.ty);
        }
    }

    fn check_leaked(&mut self, span: Span, name: Name, ty: Ty) {
        if let Some(leaked) = self.private_part(ty) {
            self.report(PrivateTypeLeak { span, name, leaked });
        }
    }

    /// The first private type inside a type.
    fn private_part(&mut self, ty: Ty) -> Option<Name> {
        let mut seen = std::collections::HashSet::new();
        let mut pending = vec![ty];
        while let Some(ty) = pending.pop() {
            if !seen.insert(ty) {
                continue;
            }
            match self.tables.types.kind(ty).clone() {
                TyKind::Named {
                    module, name, args, ..
                } => {
                    if self.is_private(module, name) {
                        return Some(name);
                    }
                    pending.extend(args.iter().rev());
                }
                TyKind::Fn { params, result } => {
                    pending.push(result);
                    pending.extend(params.iter().rev());
                }
                TyKind::Tuple(items) => pending.extend(items.iter().rev()),
                TyKind::Error | TyKind::Generic(_) | TyKind::Var(_) => {}
            }
        }
        None
    }

    /// Whether a type is private: one of another module comes here by an alias.
    fn is_private(&mut self, module: Name, name: Name) -> bool {
        if module == self.input.name {
            let own = self.scope.own_types.get(&name);
            return own.is_some_and(|(public, _)| !public);
        }
        self.library.saw(module, Part::TypeName(name));
        let there = self.interface(module);
        there.is_some_and(|interface| !interface.custom_types.contains_key(&name))
    }
}

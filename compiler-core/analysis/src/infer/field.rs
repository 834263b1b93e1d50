//! `record.label` and `module.name`.

use std::rc::Rc;

use source::{Name, Span};
use syntax::ast::{ExprId, ExprKind, Ident};

use crate::check::Checker;
use crate::checked::{Definition, Resolution};
use crate::features::Feature;
use crate::interface::{Interface, Part};
use crate::problem::{FieldPlace, RecordOfUnknownType, UnknownField, UnknownModuleAlias};
use crate::scope::{CustomTypeEntry, Value, explains, opaque_constructor, substitute};
use crate::types::{Ty, TyKind};

use super::Place;

/// A field that a type has.
pub(crate) struct FoundField {
    /// Whether other constructors of the type lack it.
    pub(crate) of_variant: bool,
    /// Position among the fields.
    pub(crate) index: u32,
    /// Its type, for the type's arguments.
    pub(crate) ty: Ty,
    /// The module and name of the type.
    pub(crate) owner: (Name, Name),
}

impl Checker<'_> {
    /// What stands before the dot is tried as a record first, then as a module.
    pub(crate) fn field(&mut self, id: ExprId, container: ExprId, label: Ident) -> Ty {
        let ExprKind::Var(name) = &self.module.exprs[container].kind else {
            return self.record_field(id, container, label);
        };
        let name = *name;
        let is_module = self.scope.modules.contains_key(&name.name);
        let is_record = self.has_field(container, label) || !self.module_has(name, label);
        if self.is_value(name) && is_record {
            return self.record_field(id, container, label);
        }
        if is_module {
            return self.module_select(id, container, (name, label));
        }
        self.unknown_container(container, name);
        Ty::ERROR
    }

    /// In constants and what is like them, only modules have fields.
    fn has_records(&self) -> bool {
        matches!(self.frame.place, Place::Body | Place::Guard)
    }

    fn is_value(&self, name: Ident) -> bool {
        self.has_records()
            && (self.locals.get(name.name).is_some() || self.scope.values.contains_key(&name.name))
    }

    fn has_field(&mut self, container: ExprId, label: Ident) -> bool {
        let ExprKind::Var(name) = &self.module.exprs[container].kind else {
            return false;
        };
        let ty = match self.locals.get(name.name) {
            Some(bound) => bound.ty,
            None => match self.scope.values.get(&name.name) {
                Some(value) => value.ty,
                None => return false,
            },
        };
        self.find_field(ty, label.name).is_some()
    }

    fn module_has(&mut self, module: Ident, label: Ident) -> bool {
        let Some(path) = self.scope.modules.get(&module.name).map(|it| it.path) else {
            return false;
        };
        self.library.saw(path, Part::Value(label.name));
        let interface = self.interface(path);
        interface.is_some_and(|interface| {
            interface.values.contains_key(&label.name) || interface.broken.contains(&label.name)
        })
    }

    fn unknown_container(&mut self, container: ExprId, name: Ident) {
        let broken = self.scope.broken_modules.contains(&name.name);
        if broken
            || self.scope.broken_values.contains(&name.name)
            || explains(&self.module.broken, name.name)
        {
            return;
        }
        let known = self.library.modules();
        let import = known
            .into_iter()
            .find(|path| path.rsplit('/').next() == Some(&name.name));
        if import.is_none() && self.has_records() {
            self.variable(container, name);
            return;
        }
        let here: Vec<Name> = self.scope.modules.keys().copied().collect();
        self.report(UnknownModuleAlias {
            others: Vec::new(),
            span: name.span,
            name: name.name,
            import,
            nearest: self.nearest(&name.name, here),
        });
    }

    fn module_select(
        &mut self,
        id: ExprId,
        container: ExprId,
        (module, label): (Ident, Ident),
    ) -> Ty {
        let Some(interface) = self.module_named(module) else {
            return Ty::ERROR;
        };
        self.tables.resolutions[container] = Resolution::Module(interface.module);
        let types = &mut self.tables.types;
        let value = self
            .scope
            .value_of(types, &self.library, interface, label.name);
        let Some(value) = value.or_else(|| self.opaque_constructor(interface, label.name)) else {
            self.report_missing_value(interface, label.name, label.span);
            return Ty::ERROR;
        };
        self.module_value(id, label.span, &value)
    }

    /// Constants and guards see through opaque types, as long as they name the module.
    fn opaque_constructor(&mut self, interface: &Interface, name: Name) -> Option<Rc<Value>> {
        if self.frame.place == Place::Body {
            return None;
        }
        let types = &mut self.tables.types;
        opaque_constructor(types, &self.library, interface, name)
    }

    fn record_field(&mut self, id: ExprId, container: ExprId, label: Ident) -> Ty {
        let ty = self.expr(container);
        let span = self.module.exprs[container].span;
        if let Some(field) = self.find_field(ty, label.name) {
            if field.of_variant {
                self.needs(Feature::KnownVariant, label.span);
            }
            self.tables.resolutions[id] = Resolution::RecordField {
                index: field.index,
                label: label.name,
            };
            let (module, owner) = field.owner;
            self.mention(label.span, Definition::Field(module, owner, label.name));
            return field.ty;
        }
        match self.shape(ty) {
            TyKind::Error => {}
            TyKind::Var(_) if self.is_doubtful(span) => {}
            TyKind::Var(_) => self.report(RecordOfUnknownType { span }),
            _ => self.report_unknown_field(ty, label, span),
        }
        Ty::ERROR
    }

    /// Whether something is wrong in the same definition, so that types may be unknown for that.
    pub(crate) fn is_doubtful(&self, at: Span) -> bool {
        let items = &self.module.items;
        let item = items.partition_point(|item| item.span.start <= at.start);
        let inside = |span: Span| {
            item.checked_sub(1)
                .and_then(|item| items.get(item))
                .is_some_and(|item| item.span.start <= span.start && span.end <= item.span.end)
        };
        let mut errors = self.problems.iter().filter(|problem| !problem.is_warning());
        let mut modules = self.scope.modules.values();
        !self.module.broken.is_empty()
            || errors.any(|problem| problem.places().any(inside))
            || modules.any(|module| {
                self.library.saw(module.path, Part::Whole);
                let interface = self.library.interface(module.path);
                interface.is_some_and(|interface| !interface.broken.is_empty())
            })
    }

    /// The field of that label, if all values of the type have it as far as is known.
    pub(crate) fn find_field(&mut self, ty: Ty, label: Name) -> Option<FoundField> {
        let TyKind::Named {
            module,
            name,
            args,
            variant,
        } = self.shape(ty)
        else {
            return None;
        };
        let entry = self.custom_type(module, name)?;
        let known = variant.and_then(|variant| entry.variants.get(variant as usize));
        let (index, ty) = match known {
            Some(variant) => {
                let labelled = |(found, _): &(Option<Name>, Ty)| *found == Some(label);
                let index = variant.fields.iter().position(labelled)?;
                (index as u32, variant.fields[index].1)
            }
            None => *entry.shared.get(&label)?,
        };
        let ty = substitute(&mut self.tables.types, ty, &args);
        Some(FoundField {
            of_variant: known.is_some() && !entry.shared.contains_key(&label),
            index,
            ty,
            owner: (module, name),
        })
    }

    fn report_unknown_field(&mut self, ty: Ty, label: Ident, span: Span) {
        let found = self.known(ty);
        let entry = match self.shape(ty) {
            TyKind::Named {
                module,
                name,
                variant,
                ..
            } => self.custom_type(module, name).map(|entry| (entry, variant)),
            _ => None,
        };
        let (known, place) = match entry {
            Some((entry, variant)) => fields_for(&entry, variant, label.name),
            None => (Vec::new(), FieldPlace::Nowhere),
        };
        self.report(UnknownField {
            span: label.span,
            record: span,
            label: label.name,
            found,
            nearest: self.nearest(&label.name, known.iter().copied()),
            known,
            place,
        });
    }
}

/// The fields that can be read, and where the wanted one is.
fn fields_for(
    entry: &Rc<CustomTypeEntry>,
    variant: Option<u32>,
    label: Name,
) -> (Vec<Name>, FieldPlace) {
    let known = variant.and_then(|variant| entry.variants.get(variant as usize));
    let mut fields: Vec<Name> = match known {
        Some(variant) => variant.fields.iter().filter_map(|field| field.0).collect(),
        None => entry.shared.keys().copied().collect(),
    };
    fields.sort_unstable();
    let mut all = entry.variants.iter().flat_map(|variant| &variant.fields);
    let somewhere = all.any(|(found, _)| *found == Some(label));
    let place = match (somewhere, known) {
        (true, Some(_)) => FieldPlace::OtherVariant,
        (true, None) => FieldPlace::SomeVariants,
        (false, _) => FieldPlace::Nowhere,
    };
    (fields, place)
}

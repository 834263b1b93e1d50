//! Record updates.

use std::collections::BTreeMap;
use std::rc::Rc;

use source::{Name, Span};
use syntax::ast::{Arg, ExprId, ExprKind};

use crate::check::Checker;
use crate::checked::{Definition, Resolution, UpdatePlan};
use crate::features::Feature;
use crate::interface::ConstructorRef;
use crate::problem::{
    AllFieldsUpdated, DuplicateArgument, NoFieldsUpdated, NotARecordConstructor, Situation,
    UnknownLabel, UnsafeUpdate, UpdateField, UpdateInGuard, WrongVariantUpdate,
};
use crate::scope::opaque_constructor;
use crate::types::{Ty, TyKind};

use super::Place;

impl Checker<'_> {
    /// `Constructor(..base, label: value)`
    pub(crate) fn record_update(&mut self, id: ExprId) -> Ty {
        let ExprKind::RecordUpdate {
            constructor,
            base,
            fields,
        } = &self.module.exprs[id].kind
        else {
            return Ty::ERROR;
        };
        let made = self.expr(*constructor);
        let base_type = self.expr(*base);
        let base_span = self.module.exprs[*base].span;
        let Some((record, params, result)) = self.updated(*constructor, made) else {
            for field in fields {
                self.expr(field.value);
            }
            return Ty::ERROR;
        };
        let before = self.instantiate_again(&record);
        let Some((old_params, old_result)) = before else {
            return Ty::ERROR;
        };
        let in_body = self.frame.place == Place::Body;
        if !in_body {
            self.needs(Feature::ConstantUpdate, self.module.exprs[id].span);
            self.check_constant_base(*base);
            self.progress.constant_updates.push(id);
        } else if record.variants > 1 {
            self.needs(Feature::KnownVariant, base_span);
        }
        let known = !in_body || self.check_base_variant(&record, base_type, base_span);
        let fits = self.expect(old_result, base_type, base_span, Situation::Update);
        let plan = self.update_fields(&record, fields, &params);
        self.keep_fields(&record, &plan, (&old_params, &params), base_span);
        if known && fits {
            self.warn_update(id, &plan, fields.len());
        }
        self.tables.updates.insert(
            id,
            UpdatePlan {
                constructor: (*record).clone(),
                fields: plan,
            },
        );
        result
    }

    fn updated(
        &mut self,
        constructor: ExprId,
        made: Ty,
    ) -> Option<(Rc<ConstructorRef>, Vec<Ty>, Ty)> {
        let span = self.module.exprs[constructor].span;
        let record = if let Resolution::Constructor(record) = &self.tables.resolutions[constructor]
        {
            Rc::new(record.clone())
        } else {
            if made != Ty::ERROR {
                let no_labels = false;
                self.report(NotARecordConstructor { span, no_labels });
            }
            return None;
        };
        if record.fields.iter().all(Option::is_none) {
            let no_labels = true;
            self.report(NotARecordConstructor { span, no_labels });
            return None;
        }
        match self.shape(made) {
            TyKind::Fn { params, result } => Some((record, params, result)),
            _ => None,
        }
    }

    /// The types of the fields and of the record before the update.
    fn instantiate_again(&mut self, record: &ConstructorRef) -> Option<(Vec<Ty>, Ty)> {
        let entry = self.custom_type(record.module, record.type_name)?;
        let args: Vec<Ty> = (0..entry.arity).map(|_| self.fresh()).collect();
        let types = &mut self.tables.types;
        let Some(variant) = entry.variants.get(record.index as usize) else {
            return self.instantiate_opaque(record);
        };
        let fields = variant
            .fields
            .iter()
            .map(|(_, ty)| crate::scope::substitute(types, *ty, &args))
            .collect();
        Some((fields, types.named(record.module, record.type_name, args)))
    }

    fn instantiate_opaque(&mut self, record: &ConstructorRef) -> Option<(Vec<Ty>, Ty)> {
        let interface = self.interface(record.module)?;
        let types = &mut self.tables.types;
        let value = opaque_constructor(types, &self.library, interface, record.name)?;
        let made = self.instantiate(value.ty, false);
        match self.shape(made) {
            TyKind::Fn { params, result } => Some((params, result)),
            _ => None,
        }
    }

    /// Outside of the bodies of functions, only constants can be updated.
    fn check_constant_base(&mut self, base: ExprId) {
        if let Resolution::Local(_) = self.tables.resolutions[base] {
            let span = self.module.exprs[base].span;
            self.report(UpdateInGuard { span });
        }
    }

    /// Of a type with several constructors, only a value known to be made by this one can be
    /// updated: whether that is so.
    fn check_base_variant(&mut self, record: &ConstructorRef, base: Ty, span: Span) -> bool {
        let variant = match self.shape(base) {
            TyKind::Named {
                module,
                name,
                variant,
                ..
            } if module == record.module && name == record.type_name => variant,
            TyKind::Var(_) => None,
            _ => return true,
        };
        if record.variants == 1 || variant == Some(record.index) {
            return true;
        }
        let known = variant.and_then(|index| {
            let entry = self.custom_type(record.module, record.type_name)?;
            let variant = entry.variants.get(index as usize)?;
            Some(variant.constructor.name)
        });
        self.report(WrongVariantUpdate {
            span,
            constructor: record.name,
            known,
        });
        false
    }

    fn update_fields(
        &mut self,
        record: &ConstructorRef,
        fields: &[Arg],
        params: &[Ty],
    ) -> Vec<Option<u32>> {
        let positions: BTreeMap<Name, usize> = (record.fields.iter().enumerate())
            .filter_map(|(index, label)| Some(((*label)?, index)))
            .collect();
        let mut plan = vec![None; record.fields.len()];
        for (index, field) in (0u32..).zip(fields) {
            if field.shorthand {
                self.needs(Feature::LabelShorthand, field.span);
            }
            let position = self.update_position(record, field, &positions);
            let wanted = position.and_then(|position| params.get(position).copied());
            let wanted = wanted.unwrap_or(Ty::ERROR);
            let found = self.expr_for(field.value, wanted);
            let span = self.module.exprs[field.value].span;
            self.expect(wanted, found, span, Situation::Argument);
            let Some(position) = position else { continue };
            if plan[position].is_some() {
                let label = record.fields[position].unwrap_or(record.name);
                self.report(DuplicateArgument {
                    span: field.span,
                    label,
                });
            }
            plan[position] = Some(index);
        }
        plan
    }

    fn update_position(
        &mut self,
        record: &ConstructorRef,
        field: &Arg,
        positions: &BTreeMap<Name, usize>,
    ) -> Option<usize> {
        let label = field.label?;
        let position = positions.get(&label.name).copied();
        if position.is_none() {
            self.report(UnknownLabel {
                span: field.span,
                labels: vec![(label.name, field.span)],
                known: positions.keys().copied().collect(),
            });
        } else {
            let owner = Definition::Field(record.module, record.type_name, label.name);
            self.mention(label.span, owner);
        }
        position
    }

    /// Fields that are copied have the same type before and after.
    fn keep_fields(
        &mut self,
        record: &ConstructorRef,
        plan: &[Option<u32>],
        (old, new): (&[Ty], &[Ty]),
        span: Span,
    ) {
        for (index, place) in plan.iter().enumerate() {
            let (Some(old), Some(new)) = (old.get(index), new.get(index)) else {
                continue;
            };
            if place.is_some()
                || self
                    .unifier
                    .unify(&mut self.tables.types, *new, *old)
                    .is_ok()
            {
                continue;
            }
            let field = match record.fields[index] {
                Some(label) => UpdateField::Labelled(label),
                None => UpdateField::Position(index),
            };
            let expected = self.known(*new);
            let found = self.known(*old);
            self.report(UnsafeUpdate {
                span,
                field,
                expected,
                found,
            });
        }
    }

    fn warn_update(&mut self, id: ExprId, plan: &[Option<u32>], given: usize) {
        let span = self.module.exprs[id].span;
        if given == 0 {
            self.report(NoFieldsUpdated { span });
        } else if plan.iter().all(Option::is_some) {
            self.report(AllFieldsUpdated { span });
        }
    }
}

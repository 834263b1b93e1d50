//! Constants: what they may contain, and their values.

use std::collections::{BTreeMap, BTreeSet};
use std::rc::Rc;
use std::sync::Arc;

use source::{Deep, Name};
use syntax::ast::{Arg, BinaryOp, ExprId, ExprKind, ItemKind, Segment};

use crate::check::Checker;
use crate::checked::{Resolution, SegmentLayout, SegmentSize};
use crate::interface::{ConstSegment, ConstValue};
use crate::problem::{RecursiveConstant, WrongVariantUpdate};
use crate::scope::Sort;

/// How far the value of a constant is known.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Progress {
    Open,
    Done,
}

/// The constants of the module by name, and how far each is known.
#[derive(Default)]
struct Evaluation {
    items: BTreeMap<Name, usize>,
    progress: BTreeMap<usize, Progress>,
}

impl Checker<'_> {
    /// Finds the values of all constants, those that others mention first.
    pub(crate) fn evaluate_constants(&mut self) {
        let mut evaluation = Evaluation::default();
        for index in &self.live {
            if let ItemKind::Const(constant) = &self.item(*index).kind {
                evaluation.items.insert(constant.name.name, *index);
            }
        }
        for index in self.live.clone() {
            self.evaluate_constant(index, &mut evaluation);
        }
        for id in std::mem::take(&mut self.progress.constant_updates) {
            self.check_constant_update(id);
        }
        for id in self.module.exprs.ids() {
            if let Resolution::Constant { module, name, .. } = &self.tables.resolutions[id]
                && let Some(known) = self.own_constant(*module, *name)
                && let Resolution::Constant { value, .. } = &mut self.tables.resolutions[id]
            {
                *value = known;
            }
        }
    }

    fn evaluate_constant(&mut self, index: usize, evaluation: &mut Evaluation) {
        let ItemKind::Const(constant) = &self.item(index).kind else {
            return;
        };
        match evaluation.progress.insert(index, Progress::Open) {
            None => {}
            Some(Progress::Open) => {
                return self.report(RecursiveConstant {
                    span: constant.name.span,
                    name: constant.name.name,
                });
            }
            Some(Progress::Done) => {
                evaluation.progress.insert(index, Progress::Done);
                return;
            }
        }
        for name in crate::order::mentions(self.module, index) {
            if let Some(mentioned) = evaluation.items.get(&name).copied() {
                source::grow(|| self.evaluate_constant(mentioned, evaluation));
            }
        }
        evaluation.progress.insert(index, Progress::Done);
        let found = Arc::new(self.const_value(constant.value));
        self.outcome.constant_order.push(index);
        let name = constant.name.name;
        if let Some(value) = self.scope.values.get_mut(&name)
            && let Sort::Constant { value, .. } = &mut Rc::make_mut(value).sort
        {
            *value = found;
        }
    }

    /// Whether a constant of the group needs itself, through constants alone.
    pub(crate) fn is_recursive(&self, index: usize, group: &[usize]) -> bool {
        let constant = |index: &usize| match &self.item(*index).kind {
            ItemKind::Const(constant) => Some((constant.name.name, *index)),
            _ => None,
        };
        let constants: BTreeMap<Name, usize> = group.iter().filter_map(constant).collect();
        let mut seen = BTreeSet::new();
        let mut left = vec![index];
        while let Some(at) = left.pop() {
            let mentions = crate::order::mentions(self.module, at);
            let mentioned = mentions.iter().filter_map(|name| constants.get(name));
            left.extend(mentioned.filter(|found| seen.insert(**found)));
        }
        seen.contains(&index)
    }

    /// A constant can only be updated by the constructor that made it.
    fn check_constant_update(&mut self, id: ExprId) {
        let ExprKind::RecordUpdate { base, .. } = &self.module.exprs[id].kind else {
            return;
        };
        let Some(plan) = self.tables.updates.get(&id) else {
            return;
        };
        let constructor = &plan.constructor;
        let (name, index) = (constructor.name, constructor.index);
        let value = self.const_value(*base);
        if made_by(&value, index).is_some() || !is_known(&value) {
            return;
        }
        self.report(WrongVariantUpdate {
            span: self.module.exprs[*base].span,
            constructor: name,
            known: None,
        });
    }

    fn own_constant(&self, module: Name, name: Name) -> Option<Arc<ConstValue>> {
        if module != self.input.name {
            return None;
        }
        match &self.scope.values.get(&name)?.sort {
            Sort::Constant { value, .. } => Some(value.clone()),
            _ => None,
        }
    }

    /// The value of a constant expression that is inferred already.
    pub(crate) fn const_value(&self, id: ExprId) -> ConstValue {
        source::grow(|| self.const_value_of(id))
    }

    fn const_values(&self, ids: &[ExprId]) -> Vec<ConstValue> {
        ids.iter().map(|id| self.const_value(*id)).collect()
    }

    fn const_value_of(&self, id: ExprId) -> ConstValue {
        match &self.module.exprs[id].kind {
            ExprKind::Int(text) => ConstValue::Int(crate::literal::decimal(text)),
            ExprKind::Float(text) => ConstValue::Float(crate::literal::float(text)),
            ExprKind::String(text) => ConstValue::String(text.clone()),
            ExprKind::Tuple(items) => ConstValue::Tuple(self.const_values(items).into()),
            ExprKind::List { items, tail } => {
                let tail = tail.map(|tail| Box::new(self.const_value(tail)));
                ConstValue::List(self.const_values(items).into(), tail.into())
            }
            ExprKind::BitArray(segments) => self.const_bits(segments),
            ExprKind::Var(_) | ExprKind::Constructor(_) | ExprKind::Field { .. } => {
                self.const_name(id)
            }
            ExprKind::Call { callee, args } => self.const_record(id, *callee, args),
            ExprKind::RecordUpdate { base, fields, .. } => self.const_update(id, *base, fields),
            ExprKind::Binary {
                op: BinaryOp::Concat,
                left,
                right,
                ..
            } => {
                let (left, right) = (self.const_value(*left), self.const_value(*right));
                ConstValue::Concat(Box::new(left).into(), Box::new(right).into())
            }
            _ => ConstValue::Error,
        }
    }

    fn const_bits(&self, segments: &[Segment<ExprId>]) -> ConstValue {
        let segment = |segment: &Segment<ExprId>| {
            let value = self.const_value(segment.value);
            let layout = self.tables.built_segments.get(&segment.value)?;
            Some(ConstSegment {
                value,
                kind: layout.kind,
                size: self.const_size(*layout),
                unit: layout.unit,
            })
        };
        match segments.iter().map(segment).collect::<Option<Vec<_>>>() {
            Some(segments) => ConstValue::BitArray(segments.into()),
            None => ConstValue::Error,
        }
    }

    fn const_size(&self, layout: SegmentLayout) -> Option<u32> {
        match layout.size {
            SegmentSize::Natural => None,
            SegmentSize::Fixed(size) => Some(size),
            SegmentSize::Expr(size) => match &self.module.exprs[size].kind {
                ExprKind::Int(text) => {
                    crate::literal::small_int(text).map(|size| u32::try_from(size).unwrap_or(0))
                }
                _ => None,
            },
        }
    }

    fn const_name(&self, id: ExprId) -> ConstValue {
        match &self.tables.resolutions[id] {
            Resolution::Function {
                package,
                module,
                name,
                arity,
                external,
                ..
            } => ConstValue::Function {
                package: *package,
                module: *module,
                name: *name,
                arity: *arity,
                external: external.clone(),
            },
            Resolution::Constant {
                package,
                module,
                name,
                value,
            } => ConstValue::Constant {
                package: *package,
                module: *module,
                name: *name,
                value: self
                    .own_constant(*module, *name)
                    .unwrap_or_else(|| value.clone())
                    .into(),
            },
            Resolution::Constructor(constructor) if constructor.fields.is_empty() => {
                ConstValue::Construct(constructor.clone(), Deep::default())
            }
            Resolution::Constructor(constructor) => ConstValue::Constructor(constructor.clone()),
            _ => ConstValue::Error,
        }
    }

    fn const_record(&self, id: ExprId, callee: ExprId, args: &[Arg]) -> ConstValue {
        let (Resolution::Constructor(constructor), Some(plan)) =
            (&self.tables.resolutions[callee], self.tables.calls.get(&id))
        else {
            return ConstValue::Error;
        };
        let value = |index: &u32| match args.get(*index as usize) {
            Some(arg) => self.const_value(arg.value),
            None => ConstValue::Error,
        };
        let fields: Vec<ConstValue> = plan.order.iter().map(value).collect();
        ConstValue::Construct(constructor.clone(), fields.into())
    }

    fn const_update(&self, id: ExprId, base: ExprId, fields: &[Arg]) -> ConstValue {
        let Some(plan) = self.tables.updates.get(&id) else {
            return ConstValue::Error;
        };
        let base = self.const_value(base);
        let Some(old) = made_by(&base, plan.constructor.index) else {
            return ConstValue::Error;
        };
        let value = |(place, old): (&Option<u32>, &ConstValue)| {
            let new = place.and_then(|index| fields.get(index as usize));
            new.map_or_else(|| old.clone(), |field| self.const_value(field.value))
        };
        let fields: Vec<ConstValue> = plan.fields.iter().zip(old).map(value).collect();
        ConstValue::Construct(plan.constructor.clone(), fields.into())
    }
}

/// The fields of a record that the constructor of that index made.
fn made_by(value: &ConstValue, index: u32) -> Option<&[ConstValue]> {
    match value {
        ConstValue::Construct(constructor, fields) if constructor.index == index => Some(fields),
        ConstValue::Constant { value, .. } => made_by(value, index),
        _ => None,
    }
}

/// Whether a value is a record: others are reported for their type.
fn is_known(value: &ConstValue) -> bool {
    match value {
        ConstValue::Construct(..) => true,
        ConstValue::Constant { value, .. } => is_known(value),
        _ => false,
    }
}

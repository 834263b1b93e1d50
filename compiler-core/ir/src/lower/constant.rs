//! Constants: on the BEAM there are none at run time, so their values are copied to every use.

use analysis::checked::Resolution;
use analysis::interface::{ConstSegment, ConstValue};
use analysis::patterns::literal;
use source::{Name, Span};
use syntax::ast;

use super::Lower;
use super::bit_array::segment_kind;
use super::call::Callee;
use crate::node::{BuildSegment, ExprId, ExprKind, Prim, Target};

impl Lower<'_> {
    /// A mention of a constant.
    pub(super) fn constant(&mut self, id: ast::ExprId) -> ExprId {
        let span = self.module.exprs[id].span;
        match &self.tables.resolutions[id] {
            Resolution::Constant {
                package,
                module,
                name,
                value,
            } => self.constant_ref(span, (*package, *module, *name), value),
            _ => self.broken(span),
        }
    }

    fn constant_ref(
        &mut self,
        span: Span,
        (package, module, name): (Name, Name, Name),
        value: &ConstValue,
    ) -> ExprId {
        if self.target == Target::Erlang {
            return self.const_value(value, span);
        }
        self.mention(package, module);
        let kind = ExprKind::Constant {
            package,
            module,
            name,
        };
        self.alloc(span, kind)
    }

    pub(super) fn const_value(&mut self, value: &ConstValue, span: Span) -> ExprId {
        source::grow(|| self.lower_const(value, span))
    }

    fn lower_const(&mut self, value: &ConstValue, span: Span) -> ExprId {
        let kind = match value {
            ConstValue::Int(digits) => ExprKind::Int(*digits),
            ConstValue::Float(text) => ExprKind::Float(literal::float(*text)),
            ConstValue::String(text) => ExprKind::String(text.clone()),
            ConstValue::Tuple(items) => ExprKind::Tuple(self.const_values(items, span)),
            ConstValue::List(items, tail) => self.const_list(items, tail.as_deref(), span),
            ConstValue::BitArray(segments) => self.const_bit_array(segments, span),
            ConstValue::Construct(constructor, args) => ExprKind::Construct {
                constructor: self.constructor(constructor),
                args: self.const_values(args, span),
            },
            ConstValue::Constructor(constructor) => {
                ExprKind::ConstructorValue(self.constructor(constructor))
            }
            ConstValue::Function { .. } => return self.const_function(value, span),
            ConstValue::Constant {
                package,
                module,
                name,
                value,
            } => return self.constant_ref(span, (*package, *module, *name), value),
            ConstValue::Concat(left, right) => self.const_concat(left, right, span),
            ConstValue::Error => return self.broken(span),
        };
        self.alloc(span, kind)
    }

    fn const_values(&mut self, values: &[ConstValue], span: Span) -> Vec<ExprId> {
        let values = values.iter();
        values.map(|value| self.const_value(value, span)).collect()
    }

    fn const_list(
        &mut self,
        items: &[ConstValue],
        tail: Option<&ConstValue>,
        span: Span,
    ) -> ExprKind {
        let items = self.const_values(items, span);
        let tail = tail.map(|tail| self.const_value(tail, span));
        ExprKind::List { items, tail }
    }

    fn const_bit_array(&mut self, segments: &[ConstSegment], span: Span) -> ExprKind {
        let segments = segments.iter().map(|segment| BuildSegment {
            value: self.const_value(&segment.value, span),
            kind: segment_kind(segment.kind),
            size: segment.size.map(|size| self.int(span, size)),
            unit: segment.unit,
        });
        ExprKind::BitArray(segments.collect())
    }

    fn const_function(&mut self, value: &ConstValue, span: Span) -> ExprId {
        let ConstValue::Function {
            package,
            module,
            name,
            arity,
            external,
        } = value
        else {
            return self.broken(span);
        };
        let path = (*package, *module, *name);
        let function = self.function_ref(path, *arity, external.as_ref());
        self.callee_value(span, Callee::Function(function))
    }

    fn const_concat(&mut self, left: &ConstValue, right: &ConstValue, span: Span) -> ExprKind {
        let left = self.const_value(left, span);
        let right = self.const_value(right, span);
        ExprKind::Prim {
            op: Prim::Concat,
            args: vec![left, right],
        }
    }
}

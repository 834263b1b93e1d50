//! Records.

use source::{Name, Span};
use syntax::ast::{self, Arg};

use super::Lower;
use crate::node::{ExprId, ExprKind, Statement};

impl<'a> Lower<'a> {
    pub(super) fn record_field(
        &mut self,
        span: Span,
        record: ExprId,
        index: u32,
        label: Option<Name>,
    ) -> ExprId {
        let kind = ExprKind::RecordField {
            record,
            index,
            label,
        };
        self.alloc(span, kind)
    }

    /// `Constructor(..base, label: value)`: the base is evaluated once, before the fields.
    pub(super) fn record_update(
        &mut self,
        id: ast::ExprId,
        base: ast::ExprId,
        fields: &'a [Arg],
    ) -> ExprId {
        let span = self.module.exprs[id].span;
        let Some(plan) = self.tables.updates.get(&id) else {
            return self.broken(span);
        };
        let base_span = self.module.exprs[base].span;
        let value = self.expr(base);
        let local = self.temporary("_record", self.tables.expr_types[base]);
        let constructor = self.constructor(&plan.constructor);
        let mut args = Vec::new();
        for (index, field) in plan.fields.iter().enumerate() {
            let written = field.and_then(|field| fields.get(field as usize));
            args.push(if let Some(field) = written {
                self.expr(field.value)
            } else {
                let record = self.local(base_span, local);
                let label = constructor.fields.get(index).copied().flatten();
                self.record_field(base_span, record, index as u32, label)
            });
        }
        let result = self.alloc(span, ExprKind::Construct { constructor, args });
        let statements = vec![Statement::Let { local, value }];
        self.alloc(span, ExprKind::Block { statements, result })
    }
}

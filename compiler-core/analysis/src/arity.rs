//! Functions that the BEAM cannot have.

use std::collections::HashSet;

use source::Span;
use syntax::ast::{ExprKind, ItemKind};

use crate::check::Checker;
use crate::checked::Resolution;
use crate::problem::TooManyParameters;
use crate::types::Ty;

/// The BEAM writes the number of parameters in a byte.
const MOST_PARAMETERS: usize = 255;

impl Checker<'_> {
    /// Reports functions, closures and constructors as functions that have too many parameters for
    /// Erlang. Records may have as many fields as they like.
    pub(crate) fn check_parameter_counts(&mut self) {
        if !self.on_erlang() {
            return;
        }
        let mut found: Vec<(Span, usize)> = Vec::new();
        for index in &self.live {
            if let ItemKind::Function(function) = &self.module.items[*index].kind {
                found.push((function.head, function.params.len()));
            }
        }
        let mut applied = HashSet::new();
        for (_, expr) in self.module.exprs.iter() {
            match &expr.kind {
                ExprKind::Call { callee, .. } => applied.insert(*callee),
                ExprKind::RecordUpdate { constructor, .. } => applied.insert(*constructor),
                _ => false,
            };
        }
        for (id, expr) in self.module.exprs.iter() {
            if let ExprKind::Lambda(lambda) = &expr.kind
                && self.tables.expr_types[id] != Ty::ERROR
            {
                found.push((lambda.head, lambda.params.len()));
            }
            if let Resolution::Constructor(constructor) = &self.tables.resolutions[id]
                && !applied.contains(&id)
            {
                found.push((expr.span, constructor.fields.len()));
            }
        }
        found.retain(|(_, count)| *count > MOST_PARAMETERS);
        for (span, count) in found {
            self.report(TooManyParameters { span, count });
        }
    }
}

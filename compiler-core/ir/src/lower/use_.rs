//! `use`: the rest of the block becomes a callback.

use syntax::ast::{self, ExprKind as Source, PatternKind, Stmt};

use super::Lower;
use super::call::Implicit;
use crate::node::{ExprId, ExprKind};

impl<'a> Lower<'a> {
    pub(super) fn use_(&mut self, use_: &'a ast::Use, rest: &'a [Stmt]) -> ExprId {
        let module = self.module;
        let patterns = use_.params.iter().map(|param| param.pattern);
        let mut params = Vec::new();
        let mut before = Vec::new();
        for pattern in patterns {
            let simple = matches!(
                module.patterns[pattern].kind,
                PatternKind::Var(_) | PatternKind::Discard(_)
            );
            let ty = self.tables.pattern_types[pattern];
            let param = if simple {
                self.parameter(pattern)
            } else {
                self.temporary("_use", ty)
            };
            params.push(param);
            if !simple {
                self.take_apart(pattern, param, None, &mut before);
            }
        }
        let body = source::grow(|| self.statements(before, rest, use_.span));
        let callback = self.alloc(use_.span, ExprKind::Lambda { params, body });
        let call = &module.exprs[use_.call];
        if let Source::Call { callee, args } = &call.kind
            && !self.is_capture(args)
        {
            return self.apply(use_.call, *callee, args, Implicit::Last(callback));
        }
        let callee = self.callee(use_.call);
        self.call_of(call.span, callee, vec![callback])
    }
}

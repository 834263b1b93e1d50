//! Types as they are written in annotations.

use syntax::ast::{Ident, TypeId, TypeKind};

use crate::Formatter;
use crate::comment;
use crate::layout::Doc;

impl<'a> Formatter<'a> {
    pub(crate) fn type_(&mut self, id: TypeId) -> Doc<'a> {
        source::grow(|| {
            let comments = self.comments_before(self.module.types[id].span.start);
            let doc = self.type_kind(id);
            comment::commented(&comments, doc)
        })
    }

    fn type_kind(&mut self, id: TypeId) -> Doc<'a> {
        let module = self.module;
        let node = &module.types[id];
        match &node.kind {
            TypeKind::Named {
                module, name, args, ..
            } => {
                let mut parts = Vec::new();
                if let Some(module) = module {
                    parts.extend([self.name(module), Doc::text(".")]);
                }
                parts.push(self.name(name));
                if !args.is_empty() {
                    parts.push(self.types("(", args, node.span.end));
                }
                Doc::seq(parts)
            }
            TypeKind::Variable(name) | TypeKind::Hole(name) => self.name(name),
            TypeKind::Tuple(items) => self.types("#(", items, node.span.end),
            TypeKind::Fn { params, result } => {
                // As in the reference, comments in the result are the last of the parameters.
                let params = self.types("fn(", params, node.span.end);
                let result = self.type_(*result);
                let result = Doc::seq(vec![Doc::line_or(" ->", " -> "), result]);
                Doc::seq(vec![params, result.nest().group()])
            }
            TypeKind::Error => Doc::text(self.slice(node.span)),
        }
    }

    /// Types in parentheses that end before `end`.
    fn types(&mut self, open: &'static str, types: &[TypeId], end: u32) -> Doc<'a> {
        let mut items = Vec::with_capacity(types.len());
        for id in types {
            items.push(self.type_(*id));
        }
        self.wrapped(open, items, end, ")")
    }

    /// `: type`
    pub(crate) fn annotation(&mut self, annotation: Option<TypeId>) -> Doc<'a> {
        match annotation {
            Some(id) => Doc::seq(vec![Doc::text(": "), self.type_(id)]),
            None => Doc::NIL,
        }
    }

    pub(crate) fn name(&self, name: &Ident) -> Doc<'a> {
        Doc::text(self.slice(name.span))
    }
}

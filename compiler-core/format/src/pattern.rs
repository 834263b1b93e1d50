//! Patterns.

use syntax::ast::{Ident, PatternArg, PatternId, PatternKind, Tail};

use crate::Formatter;
use crate::comment;
use crate::expr::Spread;
use crate::layout::Doc;
use crate::number;

impl<'a> Formatter<'a> {
    pub(crate) fn pattern(&mut self, id: PatternId) -> Doc<'a> {
        source::grow(|| {
            let start = self.module.patterns[id].span.start;
            let comments = self.comments_before(start);
            let doc = self.pattern_kind(id);
            comment::commented(&comments, doc)
        })
    }

    pub(crate) fn pattern_kind(&mut self, id: PatternId) -> Doc<'a> {
        let module = self.module;
        let node = &module.patterns[id];
        match &node.kind {
            PatternKind::Var(name) | PatternKind::Discard(name) => self.name(name),
            PatternKind::Int(text) => Doc::text(number::int(text.as_str())),
            PatternKind::Float(text) => Doc::text(number::float(text.as_str())),
            PatternKind::String(_) | PatternKind::Error => Doc::verbatim(self.slice(node.span)),
            PatternKind::Tuple(items) => self.pattern_tuple(items, node.span.end),
            PatternKind::List { items, tail } => self.pattern_list(items, *tail),
            PatternKind::Constructor { .. } => self.pattern_constructor(id),
            PatternKind::As { pattern, name } => self.pattern_alias(*pattern, name),
            PatternKind::StringPrefix {
                prefix_span,
                prefix_name,
                rest,
                ..
            } => {
                let mut parts = vec![Doc::text(self.slice(*prefix_span))];
                if let Some(name) = prefix_name {
                    parts.extend([Doc::text(" as "), self.name(name)]);
                }
                parts.extend([Doc::text(" <> "), self.pattern_kind(*rest)]);
                Doc::seq(parts)
            }
            PatternKind::BitArray(segments) => {
                let mut items = Vec::with_capacity(segments.len());
                for segment in segments {
                    let value = self.pattern(segment.value);
                    items.push(self.segment(value, &segment.options));
                }
                self.bit_array(items, node.span.end, Spread::IfLong)
            }
        }
    }

    fn pattern_tuple(&mut self, items: &'a [PatternId], end: u32) -> Doc<'a> {
        let mut docs = Vec::with_capacity(items.len());
        for item in items {
            docs.push(self.pattern(*item).hug(false));
        }
        self.wrapped("#(", docs, end, ")")
    }

    fn pattern_alias(&mut self, pattern: PatternId, name: &Ident) -> Doc<'a> {
        let is_bare = matches!(&self.module.patterns[pattern].kind,
            PatternKind::Discard(name) if name.name.as_str() == "_");
        if is_bare {
            return self.name(name);
        }
        let pattern = self.pattern(pattern);
        Doc::seq(vec![pattern, Doc::text(" as "), self.name(name)])
    }

    fn pattern_list(&mut self, items: &'a [PatternId], tail: Option<Tail>) -> Doc<'a> {
        let mut docs = Vec::with_capacity(items.len());
        for item in items {
            docs.push((false, self.pattern(*item).hug(false)));
        }
        let tail = tail.map(|tail| {
            let comments = self.comments_before(tail.span.end);
            let doc = match tail.pattern {
                Some(pattern) if !self.is_underscore(pattern) => {
                    Doc::seq(vec![Doc::text(".."), self.pattern(pattern)])
                }
                _ => Doc::text(".."),
            };
            comment::commented(&comments, doc)
        });
        self.list_of(docs, tail, None, Spread::IfLong)
    }

    fn is_underscore(&self, pattern: PatternId) -> bool {
        matches!(&self.module.patterns[pattern].kind,
            PatternKind::Discard(name) if name.name.as_str() == "_")
    }

    fn pattern_constructor(&mut self, id: PatternId) -> Doc<'a> {
        let module = self.module;
        let node = &module.patterns[id];
        let PatternKind::Constructor {
            module,
            name,
            args,
            spread,
            ..
        } = &node.kind
        else {
            return Doc::NIL;
        };
        let mut parts = Vec::new();
        if let Some(module) = module {
            parts.extend([self.name(module), Doc::text(".")]);
        }
        parts.push(self.name(name));
        let mut docs = Vec::with_capacity(args.len() + 1);
        for arg in args {
            let hugged = args.len() == 1 && spread.is_none() && self.is_hugged_pattern(arg.pattern);
            docs.push(self.pattern_arg(arg).hug(hugged));
        }
        if spread.is_some() {
            docs.push(Doc::text(".."));
        }
        if !docs.is_empty() {
            parts.push(self.wrapped("(", docs, node.span.end, ")"));
        }
        Doc::seq(parts)
    }

    fn is_hugged_pattern(&self, pattern: PatternId) -> bool {
        matches!(
            self.module.patterns[pattern].kind,
            PatternKind::Constructor { .. }
                | PatternKind::Tuple(_)
                | PatternKind::List { .. }
                | PatternKind::BitArray(_)
        )
    }

    fn pattern_arg(&mut self, arg: &'a PatternArg) -> Doc<'a> {
        let comments = self.comments_before(arg.span.start);
        let doc = match &arg.label {
            Some(label) if arg.shorthand => Doc::seq(vec![self.name(label), Doc::text(":")]),
            Some(label) => {
                let pattern = self.pattern(arg.pattern);
                Doc::seq(vec![self.name(label), Doc::text(": "), pattern])
            }
            None => self.pattern(arg.pattern),
        };
        comment::commented(&comments, doc)
    }
}

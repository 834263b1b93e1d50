//! Modules and their definitions.

use syntax::CommentKind;
use syntax::ast::{
    Alias, Attribute, AttributeKind, Const, CustomType, Function, Ident, Item, ItemKind, Param,
    PatternKind, Publicity, Target, Variant, VariantField,
};

use crate::Formatter;
use crate::comment;
use crate::expr::Spread;
use crate::layout::Doc;

impl<'a> Formatter<'a> {
    /// The whole file.
    pub(crate) fn module(&mut self) -> Doc<'a> {
        let mut parts = Vec::new();
        let docs = self.module_docs();
        if !docs.is_nil() {
            parts.push(docs);
        }
        let mut at = 0;
        let items = &self.module.items;
        let mut after_import = None;
        let mut docs_from = 0;
        while at < items.len() {
            let item = &items[at];
            let start = item.definition.start;
            let detached = self.detached_docs(docs_from, start);
            let after = detached.as_ref().map_or(docs_from, |(_, end)| *end);
            let comments = self.comments_before(start);
            let length = self.run_length(at);
            let doc = if length > 0 {
                let run: Vec<&'a Item> = items[at..at + length].iter().collect();
                let docs = self.docs_between(after, items[at + length - 1].definition.start);
                Doc::seq(vec![docs, self.import_run(&run)])
            } else {
                self.item(item, after)
            };
            let first = comments.start().unwrap_or(start);
            if !parts.is_empty() {
                let close = length > 0
                    && comments.is_empty()
                    && after_import.is_some_and(|start| !self.blank_between(start, first));
                parts.push(Doc::Lines(if close { 1 } else { 2 }));
            }
            if let Some((detached, _)) = detached {
                parts.push(detached);
            }
            parts.push(comment::commented(&comments, doc));
            at += length.max(1);
            after_import = (length > 0).then_some(items[at - 1].definition.start);
            let last = &items[at - 1];
            docs_from = match &last.kind {
                // The documentation in it has been printed.
                ItemKind::CustomType(_) => last.span.end,
                _ => last.definition.start,
            };
        }
        let docs = self.docs_between(docs_from, u32::MAX);
        let rest = self.comments_before(u32::MAX);
        if !rest.is_empty() {
            if !parts.is_empty() {
                parts.push(Doc::LINE);
            }
            parts.push(comment::lines(&rest));
        }
        if !docs.is_nil() {
            if !parts.is_empty() {
                parts.push(Doc::LINE);
            }
            parts.push(docs);
            return Doc::seq(parts);
        }
        parts.push(Doc::LINE);
        Doc::seq(parts)
    }

    fn module_docs(&self) -> Doc<'a> {
        let comments = self.trivia.comments.iter();
        let lines = comments
            .filter(|comment| comment.kind == CommentKind::Module)
            .map(|comment| Doc::text(self.slice(comment.span)));
        Doc::join(lines, &Doc::LINE)
    }

    /// How many imports start at `at` that are sorted together.
    fn run_length(&self, at: usize) -> usize {
        let items = &self.module.items[at..];
        let mut length = 0;
        for item in items {
            if !matches!(item.kind, ItemKind::Import(_)) {
                break;
            }
            if length > 0 {
                // As in the reference, one in the import before counts.
                let before = items[length - 1].definition.start;
                let start = item.definition.start;
                if self.blank_between(before, start) || self.has_comments_before(start) {
                    break;
                }
            }
            length += 1;
        }
        length
    }

    /// A definition; its documentation stands behind `after`.
    fn item(&mut self, item: &'a Item, after: u32) -> Doc<'a> {
        let docs = self.docs_between(after, item.definition.start);
        let attributes = self.attributes(&item.attributes, docs);
        let public = match item.publicity {
            Publicity::Public(_) => Doc::text("pub "),
            Publicity::Private => Doc::NIL,
        };
        let definition = match &item.kind {
            ItemKind::Const(constant) => self.constant(constant),
            ItemKind::Function(function) => self.function(function),
            ItemKind::CustomType(custom) => self.custom_type(custom, item.span.end),
            ItemKind::Alias(alias) => self.alias(alias),
            ItemKind::Import(_) | ItemKind::Error => Doc::text(self.slice(item.definition)),
        };
        Doc::seq(vec![attributes, public, definition])
    }

    /// Attributes, in one order, and documentation; each on lines of its own.
    pub(crate) fn attributes(&self, attributes: &'a [Attribute], docs: Doc<'a>) -> Doc<'a> {
        let mut sorted: Vec<&Attribute> = attributes.iter().collect();
        sorted.sort_by_key(|attribute| rank(&attribute.kind));
        let mut parts = Vec::new();
        let mut sorted = sorted.into_iter().peekable();
        while let Some(target) = sorted.next_if(|attribute| rank(&attribute.kind) == 0) {
            parts.extend([self.attribute(target), Doc::LINE]);
        }
        parts.push(docs);
        for attribute in sorted {
            parts.extend([self.attribute(attribute), Doc::LINE]);
        }
        Doc::seq(parts)
    }

    fn attribute(&self, attribute: &'a Attribute) -> Doc<'a> {
        let text = match &attribute.kind {
            AttributeKind::External {
                target,
                module,
                function,
            } => {
                let (module, function) = (self.slice(module.1), self.slice(function.1));
                format!("@external({}, {module}, {function})", target_name(*target))
            }
            AttributeKind::Target { target, .. } => format!("@target({})", target_name(*target)),
            AttributeKind::Deprecated(_) => {
                let text = self.slice(attribute.span);
                let message = text.split_once('"').map_or("", |(_, rest)| rest);
                let message = message
                    .rsplit_once('"')
                    .map_or(message, |(message, _)| message);
                format!("@deprecated(\"{message}\")")
            }
            AttributeKind::Internal => "@internal".to_owned(),
        };
        Doc::text(text)
    }

    fn constant(&mut self, constant: &'a Const) -> Doc<'a> {
        let name = self.name(&constant.name);
        let annotation = self.annotation(constant.annotation);
        let value = self.assigned(constant.value);
        Doc::seq(vec![
            Doc::text("const "),
            name,
            annotation,
            Doc::text(" ="),
            value,
        ])
    }

    fn alias(&mut self, alias: &'a Alias) -> Doc<'a> {
        // As in the reference, comments in the type are the last of the parameters.
        let end = self.module.types[alias.aliased].span.end;
        let name = self.type_head(&alias.name, &alias.parameters, end);
        let aliased = self.type_(alias.aliased);
        let aliased = Doc::seq(vec![Doc::LINE, aliased]).indent();
        Doc::seq(vec![Doc::text("type "), name, Doc::text(" ="), aliased])
    }

    fn type_head(&mut self, name: &Ident, parameters: &[Ident], end: u32) -> Doc<'a> {
        let mut parts = vec![self.name(name)];
        if !parameters.is_empty() {
            let items = parameters.iter().map(|parameter| self.name(parameter));
            let items = items.collect();
            parts.push(self.wrapped("(", items, end, ")"));
        }
        Doc::seq(parts)
    }

    fn custom_type(&mut self, custom: &'a CustomType, end: u32) -> Doc<'a> {
        let opaque = if custom.opaque.is_some() {
            "opaque "
        } else {
            ""
        };
        let head = self.type_head(&custom.name, &custom.parameters, custom.head.end);
        let mut parts = vec![Doc::text(opaque), Doc::text("type "), head];
        if custom.variants.is_empty() {
            return Doc::seq(parts);
        }
        parts.push(Doc::text(" {"));
        let mut inner = Vec::new();
        let mut previous = custom.head.end;
        for variant in &custom.variants {
            let start = variant.name.span.start;
            let comments = self.comments_before(start).tight();
            let blank =
                self.blank_between(previous, start) && (!inner.is_empty() || !comments.is_empty());
            let docs = self.docs_between(previous, start);
            let doc = self.variant(variant, docs);
            inner.push(Doc::Lines(if blank { 2 } else { 1 }));
            inner.push(comment::commented(&comments, doc));
            previous = variant.span.end;
        }
        self.closing_comments(&mut inner, end);
        parts.extend([Doc::seq(inner).nest(), Doc::LINE, Doc::text("}")]);
        Doc::seq(parts)
    }

    fn variant(&mut self, variant: &'a Variant, docs: Doc<'a>) -> Doc<'a> {
        let attributes = self.attributes(&variant.attributes, docs);
        let name = self.name(&variant.name);
        let mut parts = vec![attributes, name];
        if !variant.fields.is_empty() {
            let mut fields = Vec::with_capacity(variant.fields.len());
            let mut after = variant.name.span.end;
            for field in &variant.fields {
                let docs = self.docs_between(after, field.span.start);
                fields.push(self.variant_field(field, docs));
                after = field.span.end;
            }
            parts.push(self.wrapped("(", fields, variant.span.end, ")"));
        }
        Doc::seq(parts)
    }

    fn variant_field(&mut self, field: &'a VariantField, docs: Doc<'a>) -> Doc<'a> {
        let comments = self.comments_before(field.span.start);
        let mut parts = Vec::new();
        if let Some(label) = &field.label {
            parts.extend([self.name(label), Doc::text(": ")]);
        }
        parts.push(self.type_(field.annotation));
        let mut doc = Doc::seq(parts).group();
        if !docs.is_nil() {
            doc = Doc::seq(vec![docs, doc]).force();
        }
        comment::commented(&comments, doc)
    }

    fn function(&mut self, function: &'a Function) -> Doc<'a> {
        let mut parts = vec![Doc::text("fn "), self.name(&function.name)];
        let body_start = function.head.end;
        parts.push(self.params(&function.params, function.return_type, body_start));
        let Some(body) = &function.body else {
            return Doc::seq(parts).group();
        };
        parts.push(Doc::text(" {"));
        let head = Doc::seq(parts).group();
        let body = self.body(body, function.end);
        Doc::seq(vec![
            head,
            Doc::seq(vec![Doc::LINE, body]).nest(),
            Doc::LINE,
            Doc::text("}"),
        ])
    }

    /// Parameters in parentheses and the type of the result.
    pub(crate) fn params(
        &mut self,
        params: &'a [Param],
        result: Option<syntax::ast::TypeId>,
        end: u32,
    ) -> Doc<'a> {
        let mut items = Vec::with_capacity(params.len());
        for param in params {
            let comments = self.comments_before(param.span.start);
            let doc = self.param(param);
            items.push(comment::commented(&comments, doc));
        }
        let end = result.map_or(end, |result| self.module.types[result].span.start);
        let params = self.wrapped_in(("(", ")"), items, end, Spread::IfLong);
        match result {
            Some(result) => Doc::seq(vec![params, Doc::text(" -> "), self.type_(result)]),
            None => params,
        }
    }

    fn param(&mut self, param: &'a Param) -> Doc<'a> {
        let mut parts = Vec::new();
        if let Some(label) = &param.label {
            parts.extend([self.name(label), Doc::text(" ")]);
        }
        let module = self.module;
        let pattern = &module.patterns[param.pattern];
        parts.push(match &pattern.kind {
            PatternKind::Var(name) | PatternKind::Discard(name) => self.name(name),
            _ => Doc::text(self.slice(pattern.span)),
        });
        parts.push(self.annotation(param.annotation));
        Doc::seq(parts).group()
    }
}

fn rank(kind: &AttributeKind) -> u8 {
    match kind {
        AttributeKind::Target { .. } => 0,
        AttributeKind::Deprecated(_) => 1,
        AttributeKind::External {
            target: Target::Erlang,
            ..
        } => 2,
        AttributeKind::External {
            target: Target::JavaScript,
            ..
        } => 3,
        AttributeKind::Internal => 4,
    }
}

fn target_name(target: Target) -> &'static str {
    match target {
        Target::Erlang => "erlang",
        Target::JavaScript => "javascript",
    }
}

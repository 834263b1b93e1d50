//! What stands at the top of a module.

use pretty::DocAllocator;
use source::Name;

use super::expr::quote;
use super::{Doc, Printer};
use crate::javascript::node::{BlockId, Item, Property};

impl<'a> Printer<'a> {
    /// An item with its line end.
    pub(super) fn item(self, item: &'a Item) -> Doc<'a> {
        let doc = match item {
            Item::ImportAll { name, path } => self
                .words(&["import * as ", name, " from "])
                .append(quote(path))
                .append(";"),
            Item::Import { names, path } => self.import(names, path),
            Item::Declarations(path) => self
                .docs
                .text(format!("/// <reference types={} />", quote(path))),
            Item::Export(names) if names.is_empty() => self.docs.text("export {};"),
            Item::Export(names) => self
                .names("export ", names.iter().map(|name| (*name, *name)))
                .append(";"),
            Item::Const { .. } => self.constant(item),
            Item::Function { .. } => self.function(item),
            Item::Class { .. } => self.class(item),
            Item::Blank => self.docs.nil(),
        };
        doc.append(self.docs.hardline())
    }

    fn import(self, names: &'a [(Name, Name)], path: &str) -> Doc<'a> {
        let doc = self.names("import ", names.iter().copied());
        doc.append(format!(" from {};", quote(path)))
    }

    fn names(
        self,
        keyword: &'static str,
        names: impl Iterator<Item = (Name, Name)> + Clone,
    ) -> Doc<'a> {
        let names = names.map(|(name, alias)| {
            if name == alias {
                self.docs.text(name.as_str())
            } else {
                self.words(&[name.as_str(), " as ", alias.as_str()])
            }
        });
        let separator = self.docs.text(",").append(self.docs.line());
        let comma = self.docs.text(",").flat_alt(self.docs.nil());
        let inner = self
            .docs
            .line()
            .append(self.docs.intersperse(names, separator))
            .append(comma)
            .nest(super::INDENT);
        let braces = self
            .docs
            .text("{")
            .append(inner)
            .append(self.docs.line())
            .append("}");
        self.docs.text(keyword).append(braces.group())
    }

    fn constant(self, item: &'a Item) -> Doc<'a> {
        let Item::Const {
            exported,
            docs,
            name,
            value,
            annotate,
            at,
        } = item
        else {
            return self.docs.nil();
        };
        let pure = if *annotate { "/* @__PURE__ */ " } else { "" };
        let mut name = self.docs.text(name.as_str());
        if let Some(at) = at {
            name = name.annotate(*at);
        }
        let head = self.head(docs, *exported).append("const ");
        self.ended(head.append(name).append(" = ").append(pure), *value, 0)
    }

    fn function(self, item: &'a Item) -> Doc<'a> {
        let Item::Function {
            exported,
            docs,
            name,
            params,
            body,
            at,
        } = item
        else {
            return self.docs.nil();
        };
        let line = self
            .words(&["function ", name])
            .append(self.params(params))
            .append(" ");
        self.head(docs, *exported)
            .append(line.annotate(*at))
            .append(self.function_body(*body))
    }

    fn function_body(self, body: BlockId) -> Doc<'a> {
        self.block(body, 0)
    }

    fn params(self, params: &'a [Name]) -> Doc<'a> {
        let names = params.iter().map(|param| self.docs.text(param.as_str()));
        let separator = self.docs.text(",").append(self.docs.line());
        self.docs
            .line_()
            .append(self.docs.intersperse(names, separator))
            .nest(super::INDENT)
            .append(self.docs.line_())
            .parens()
            .group()
    }

    fn class(self, item: &'a Item) -> Doc<'a> {
        let Item::Class {
            exported,
            docs,
            name,
            base,
            fields,
        } = item
        else {
            return self.docs.nil();
        };
        let head = self.head(docs, *exported).append(self.words(&[
            "class ",
            name,
            " extends ",
            base,
            " ",
        ]));
        if fields.is_empty() {
            return head.append("{}");
        }
        let names = fields
            .iter()
            .map(|(param, _)| self.docs.text(param.as_str()));
        let line = self.docs.hardline();
        let is_positional =
            |(_, property): &(Name, Property)| matches!(property, Property::Position(_));
        let body = if fields.iter().any(is_positional) {
            line.clone().append(self.whole_object(fields))
        } else {
            line.clone()
                .append("super();")
                .append(self.assignments(fields))
        };
        let body = body.nest(super::INDENT);
        let constructor = line
            .clone()
            .append("constructor")
            .append(self.docs.intersperse(names, ", ").parens())
            .append(" {")
            .append(body)
            .append(line.clone())
            .append("}")
            .nest(super::INDENT);
        head.append("{")
            .append(constructor)
            .append(line)
            .append("}")
    }

    fn assignments(self, fields: &'a [(Name, Property)]) -> Doc<'a> {
        let line = self.docs.hardline();
        self.docs.concat(fields.iter().map(|(param, property)| {
            let place = match property {
                Property::Label(label) => format!("this.{label}"),
                Property::Position(index) => format!("this[{index}]"),
            };
            line.clone().append(format!("{place} = {param};"))
        }))
    }

    /// The object of a class at once: engines take several times as long to make room for
    /// numbered properties one by one.
    fn whole_object(self, fields: &'a [(Name, Property)]) -> Doc<'a> {
        let properties = fields.iter().map(|(param, property)| match property {
            Property::Label(label) => format!(", {label}: {param}"),
            Property::Position(index) => format!(", {index}: {param}"),
        });
        let properties = properties.map(|text| self.docs.text(text));
        self.docs
            .text("return { __proto__: new.target.prototype")
            .append(self.docs.concat(properties))
            .append(" };")
    }

    /// Documentation and `export`.
    fn head(self, docs: &str, exported: bool) -> Doc<'a> {
        let export = self.docs.text(if exported { "export " } else { "" });
        if docs.is_empty() {
            return export;
        }
        let line = self.docs.hardline();
        let lines = comment_lines(docs);
        let lines = lines.map(|text| self.docs.text(text).append(line.clone()));
        self.docs
            .text("/**")
            .append(line.clone())
            .append(self.docs.concat(lines))
            .append(" */")
            .append(line.clone())
            .append(export)
    }
}

/// The lines between `/**` and ` */`.
pub(in crate::javascript) fn comment_lines(docs: &str) -> impl Iterator<Item = String> {
    docs.trim_end().lines().map(|text| {
        let text = text.strip_prefix(' ').unwrap_or(text);
        // The text must not end the comment.
        let text = text.replace("*/", "*\\/");
        format!(" * {text}").trim_end().to_owned()
    })
}

//! The readable form: `tindra dump --stage ir`.

mod decision;
mod expr;

use pretty::{Arena, DocAllocator, DocBuilder};
use source::Name;

use crate::node::{
    ConstructorRef, Function, FunctionBody, FunctionRef, LocalId, Module, Target, Variant,
};

/// Columns to fill.
const WIDTH: usize = 100;

/// The text of a module: types, constants and functions, in the notation of the source as far as
/// that has one. Locals are numbered, since names repeat.
pub fn print(module: &Module) -> String {
    let arena = Arena::new();
    let printer = Printer {
        module,
        arena: &arena,
    };
    let mut text = String::new();
    let printed = printer.module().render_fmt(WIDTH, &mut text);
    // Writing into a string cannot fail.
    debug_assert!(printed.is_ok());
    text
}

/// A document under construction.
type Doc<'a> = DocBuilder<'a, Arena<'a>>;

/// How many columns to indent.
const INDENT: isize = 2;

struct Printer<'a> {
    module: &'a Module,
    arena: &'a Arena<'a>,
}

impl<'a> Printer<'a> {
    fn module(&self) -> Doc<'a> {
        let module = self.module;
        let target = match module.target {
            Target::Erlang => "erlang",
            Target::JavaScript => "javascript",
        };
        let mut doc = self.text(format!("module {} for {target}", module.name));
        for (package, imported) in &module.imports {
            doc = doc + self.arena.hardline() + self.text(format!("import {package}/{imported}"));
        }
        for custom_type in &module.types {
            let variants = custom_type
                .variants
                .iter()
                .map(|variant| self.variant(variant));
            let head = format!(
                "{}type {} ",
                visibility(custom_type.public),
                custom_type.name
            );
            doc = self.paragraph(doc, self.text(head) + self.braced(variants.collect()));
        }
        for constant in &module.constants {
            let head = format!("{}const {} = ", visibility(constant.public), constant.name);
            doc = self.paragraph(doc, self.text(head) + self.expr(constant.value));
        }
        for function in &module.functions {
            doc = self.paragraph(doc, self.function(function));
        }
        doc + self.arena.hardline()
    }

    fn variant(&self, variant: &Variant) -> Doc<'a> {
        let labels = variant.fields.iter().map(|field| match field.label {
            Some(label) => self.text(label.as_str()),
            None => self.text("_"),
        });
        self.text(variant.name.as_str()) + self.arguments(labels.collect())
    }

    fn function(&self, function: &Function) -> Doc<'a> {
        let params = function.params.iter().map(|param| self.local(*param));
        let head = format!("{}fn {}", visibility(function.public), function.name);
        let head = self.text(head) + self.parenthesised(params.collect()) + self.text(" = ");
        match &function.body {
            FunctionBody::Gleam(body) => head + self.expr(*body),
            FunctionBody::External { module, function } => {
                head + self.text(format!("external {module:?} {function:?}"))
            }
        }
    }

    fn paragraph(&self, before: Doc<'a>, doc: Doc<'a>) -> Doc<'a> {
        before + self.arena.hardline() + self.arena.hardline() + doc
    }

    fn text(&self, text: impl Into<std::borrow::Cow<'a, str>>) -> Doc<'a> {
        self.arena.text(text)
    }

    fn local(&self, local: LocalId) -> Doc<'a> {
        let name = self.module.locals[local].name;
        self.text(format!("{name}#{}", local.index()))
    }

    /// A local, or `_` where none is needed.
    fn optional(&self, local: Option<LocalId>) -> Doc<'a> {
        local.map_or_else(|| self.text("_"), |local| self.local(local))
    }

    fn constructor(&self, constructor: &ConstructorRef) -> Doc<'a> {
        self.qualified(constructor.module, constructor.name)
    }

    /// A name of this module, of the prelude, or of another with its module before it.
    fn qualified(&self, module: Name, name: Name) -> Doc<'a> {
        if module == self.module.name || module == analysis::types::PRELUDE {
            self.text(name.as_str())
        } else {
            self.text(format!("{module}.{name}"))
        }
    }

    fn function_ref(&self, function: &FunctionRef) -> Doc<'a> {
        match function {
            FunctionRef::Module { module, name, .. } => self.qualified(*module, *name),
            FunctionRef::External {
                module, function, ..
            } => self.text(format!("external {module:?} {function:?}")),
        }
    }

    /// Parts in braces, one a line.
    fn braced(&self, parts: Vec<Doc<'a>>) -> Doc<'a> {
        if parts.is_empty() {
            return self.text("{}");
        }
        let lines = parts
            .into_iter()
            .map(|part| self.arena.hardline() + part)
            .fold(self.arena.nil(), |doc, line| doc + line);
        self.text("{") + lines.nest(INDENT) + self.arena.hardline() + self.text("}")
    }

    /// Parts in parentheses, or nothing if there are none.
    fn arguments(&self, parts: Vec<Doc<'a>>) -> Doc<'a> {
        if parts.is_empty() {
            self.arena.nil()
        } else {
            self.parenthesised(parts)
        }
    }

    fn parenthesised(&self, parts: Vec<Doc<'a>>) -> Doc<'a> {
        self.enclosed("(", parts, ")")
    }

    fn enclosed(&self, open: &'static str, parts: Vec<Doc<'a>>, close: &'static str) -> Doc<'a> {
        let parts = self.arena.intersperse(parts, ", ");
        self.text(open) + parts + self.text(close)
    }
}

fn visibility(public: bool) -> &'static str {
    if public { "pub " } else { "" }
}

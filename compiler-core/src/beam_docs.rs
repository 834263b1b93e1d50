//! What Erlang's shell shows of a module: the documentation of its public types and functions.

use std::collections::BTreeMap;

use analysis::types::{Printer, Ty};
use emit::core_erlang::DocEntry;
use ir::node::{CustomType, Function, Module, Variant};
use source::Name;
use syntax::ast::{AttributeKind, Item, ItemKind, Param};

use crate::pipeline::Full;

/// The chunk of documentation of a module that was lowered for Erlang.
pub(crate) fn docs(full: &Full, module: &Module) -> Vec<u8> {
    let writer = Writer { full, module };
    let mut entries = Vec::new();
    for item in &full.parsed.module.items {
        match &item.kind {
            ItemKind::CustomType(custom) => {
                let named = |ty: &&CustomType| ty.public && ty.name == custom.name.name;
                let found = module.types.iter().find(named);
                entries.extend(found.map(|ty| writer.custom_type(item, ty)));
            }
            ItemKind::Function(function) => {
                let named = |it: &&Function| it.public && it.name == function.name.name;
                let found = module.functions.iter().find(named);
                entries.extend(found.map(|it| writer.function(it, &function.params)));
            }
            _ => {}
        }
    }
    emit::core_erlang::docs(module, &entries)
}

struct Writer<'a> {
    full: &'a Full,
    module: &'a Module,
}

impl Writer<'_> {
    fn printer<'p>(&'p self, names: &'p BTreeMap<u32, Name>) -> Printer<'p> {
        Printer::new(&self.module.type_store, &self.full.checked.spelling, names)
    }

    fn custom_type(&self, item: &Item, custom_type: &CustomType) -> DocEntry {
        let names = (0..).zip(custom_type.parameters.iter().copied()).collect();
        let opaque = if custom_type.opaque { "opaque " } else { "" };
        let parameters = in_parentheses(custom_type.parameters.iter().map(Name::to_string));
        let mut signature = format!("pub {opaque}type {}{parameters}", custom_type.name);
        if !custom_type.opaque && !custom_type.variants.is_empty() {
            let variants = custom_type.variants.iter();
            let variants: Vec<String> = variants.map(|it| self.variant(it, &names)).collect();
            signature += &format!(" {{ {} }}", variants.join(" "));
        }
        let attributes = || item.attributes.iter().map(|attribute| &attribute.kind);
        DocEntry {
            is_type: true,
            name: custom_type.name,
            arity: custom_type.parameters.len() as u32,
            line: self.module.lines.line(item.span.start),
            signature,
            text: custom_type.docs.clone(),
            hidden: attributes().any(|kind| *kind == AttributeKind::Internal),
            deprecated: attributes().find_map(|kind| match kind {
                AttributeKind::Deprecated(message) => Some(message.clone()),
                _ => None,
            }),
        }
    }

    fn variant(&self, variant: &Variant, names: &BTreeMap<u32, Name>) -> String {
        let fields = variant.fields.iter().map(|field| {
            let ty = self.printer(names).print(field.ty);
            field
                .label
                .map_or_else(|| ty.clone(), |label| format!("{label}: {ty}"))
        });
        format!("{}{}", variant.name, in_parentheses(fields))
    }

    fn function(&self, function: &Function, params: &[Param]) -> DocEntry {
        let (types, result) = match self.module.type_store.kind(function.ty) {
            ir::TyKind::Fn { params, result } => (params.clone(), *result),
            _ => (Vec::new(), Ty::ERROR),
        };
        let mut printer = self.printer(&self.full.checked.tables.type_names);
        let locals = function
            .params
            .iter()
            .map(|local| self.module.locals[*local].name);
        let params: Vec<String> = params
            .iter()
            .zip(locals)
            .zip(types)
            .map(|((param, name), ty)| match &param.label {
                Some(label) => format!("{} {name}: {}", label.name, printer.print(ty)),
                None => format!("{name}: {}", printer.print(ty)),
            })
            .collect();
        let result = printer.print(result);
        DocEntry {
            is_type: false,
            name: function.name,
            arity: function.params.len() as u32,
            line: self.module.lines.line(function.span.start),
            signature: format!(
                "pub fn {}({}) -> {result}",
                function.name,
                params.join(", ")
            ),
            text: function.docs.clone(),
            hidden: function.internal,
            deprecated: function.deprecated.clone(),
        }
    }
}

/// `(a, b)`, or nothing.
fn in_parentheses(items: impl Iterator<Item = String>) -> String {
    let items: Vec<String> = items.collect();
    if items.is_empty() {
        String::new()
    } else {
        format!("({})", items.join(", "))
    }
}

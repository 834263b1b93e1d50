//! Custom types: their classes, the functions for hand-written code, and the type itself.

use std::collections::BTreeSet;

use ir::Ty;
use ir::node::{CustomType, Variant};

use super::Declarations;
use super::types::Variables;
use crate::javascript::custom_type::{is_open, parameter, property, shared_fields};
use crate::javascript::node::Property;

/// A type while its parts are declared.
struct Context<'t> {
    custom: &'t CustomType,
    /// Names for its parameters.
    variables: Variables,
    /// `<A, B>`, or nothing.
    parameters: String,
    /// `T$<A, B>`
    whole: String,
}

impl Declarations<'_> {
    pub(super) fn custom_type(&mut self, custom: &CustomType) {
        // The import of a foreign type declares it.
        if custom.external.is_some() {
            return;
        }
        let variables = Variables::numbered(custom.parameters.len(), &self.classes);
        let parameters = variables.parameters("");
        let context = Context {
            custom,
            whole: format!("{}${parameters}", custom.name),
            parameters,
            variables,
        };
        for variant in &custom.variants {
            self.class(&context, variant);
            if is_open(custom) {
                self.functions(&context, variant);
            }
            self.text.push('\n');
        }
        self.whole(&context);
        if is_open(custom) {
            for (_, label, field) in shared_fields(custom) {
                self.reader(&context, label.as_str(), field.ty);
            }
        }
        self.text.push('\n');
    }

    /// Classes are told apart by a private member, since TypeScript compares what is public.
    fn class(&mut self, context: &Context<'_>, variant: &Variant) {
        let custom = context.custom;
        let open = is_open(custom);
        let keyword = if open { "export" } else { "declare" };
        let class = self.class_type(context, variant);
        self.docs(&variant.docs, None);
        self.line(&format!("{keyword} class {class} extends _.CustomType {{"));
        if !open {
            let arguments = context.parameters.replace('<', "[").replace('>', "]");
            let brand = if arguments.is_empty() {
                "[]"
            } else {
                &arguments
            };
            self.line(&format!("  private readonly __gleam: {brand};"));
            self.line("  private constructor();");
            self.line("}");
            return;
        }
        let prefix = format!("{}${}", custom.name, variant.name);
        let params = self.params(context, variant);
        self.line("  private readonly __gleam;");
        self.line(&format!("  /** @deprecated Use `{prefix}`. */"));
        self.line(&format!("  constructor({params});"));
        for (index, field) in variant.fields.iter().enumerate() {
            let reader = field
                .label
                .map_or_else(|| index.to_string(), |label| label.to_string());
            let property = match property(index as u32, field.label) {
                Property::Label(label) => label.to_string(),
                Property::Position(index) => index.to_string(),
            };
            let ty = self.ty(field.ty, &context.variables);
            self.line(&format!("  /** @deprecated Use `{prefix}${reader}`. */"));
            self.line(&format!("  {property}: {ty};"));
        }
        self.line("}");
    }

    fn functions(&mut self, context: &Context<'_>, variant: &Variant) {
        let (whole, parameters) = (&context.whole, &context.parameters);
        let prefix = format!("{}${}", context.custom.name, variant.name);
        let params = self.params(context, variant);
        if variant.fields.is_empty() {
            self.line(&format!("export const {prefix}$const: {};", variant.name));
        }
        self.docs(&variant.docs, None);
        self.line(&format!(
            "export function {prefix}{parameters}({params}): {whole};"
        ));
        self.predicate(context, variant);
        for (index, field) in variant.fields.iter().enumerate() {
            self.reader(context, &format!("{}${index}", variant.name), field.ty);
            if let Some(label) = field.label {
                self.reader(context, &format!("{}${label}", variant.name), field.ty);
            }
        }
    }

    /// Narrows the type where it is known, and anything else to the type with unknown arguments.
    fn predicate(&mut self, context: &Context<'_>, variant: &Variant) {
        let name = format!("{}$is{}", context.custom.name, variant.name);
        let class = self.class_type(context, variant);
        let (whole, parameters) = (&context.whole, &context.parameters);
        if !parameters.is_empty() {
            self.line(&format!(
                "export function {name}{parameters}(value: {whole}): value is {class};"
            ));
        }
        let used = context.variables.among(&self.used(variant)).unknowns();
        self.line(&format!(
            "export function {name}(value: any): value is {}{used};",
            variant.name
        ));
    }

    /// A function that gives a part of a record.
    fn reader(&mut self, context: &Context<'_>, name: &str, ty: Ty) {
        let ty = self.ty(ty, &context.variables);
        self.line(&format!(
            "export function {}${name}{}(value: {}): {ty};",
            context.custom.name, context.parameters, context.whole
        ));
    }

    fn params(&mut self, context: &Context<'_>, variant: &Variant) -> String {
        let mut params = Vec::new();
        for (index, field) in variant.fields.iter().enumerate() {
            let ty = self.ty(field.ty, &context.variables);
            params.push(format!("{}: {ty}", parameter(index, field)));
        }
        params.join(", ")
    }

    /// The class with the parameters that it has: those that its fields mention. Where nobody can
    /// name the class it has all, so that types with different arguments differ.
    fn class_type(&self, context: &Context<'_>, variant: &Variant) -> String {
        let name = variant.name;
        if !is_open(context.custom) {
            return format!("{name}{}", context.parameters);
        }
        let variables = context.variables.among(&self.used(variant));
        format!("{name}{}", variables.parameters(""))
    }

    fn used(&self, variant: &Variant) -> BTreeSet<u32> {
        let fields = variant.fields.iter();
        fields.flat_map(|field| self.mentioned(field.ty)).collect()
    }

    /// The type that the module's name for it stands for: a union of classes, or anything.
    fn whole(&mut self, context: &Context<'_>) {
        let custom = context.custom;
        let classes = custom.variants.iter();
        let classes: Vec<_> = classes
            .map(|variant| self.class_type(context, variant))
            .collect();
        let union = if classes.is_empty() {
            "any".to_owned()
        } else {
            classes.join(" | ")
        };
        self.docs(&custom.docs, None);
        let export = if custom.public { "export " } else { "" };
        self.line(&format!("{export}type {} = {union};", context.whole));
    }
}

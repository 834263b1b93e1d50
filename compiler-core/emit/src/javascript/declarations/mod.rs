//! TypeScript declarations: what the exports of a module are to `tsc` and to editors.

mod custom_type;
mod types;

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write;

use ir::Ty;
use ir::node::{Alias, Constant, CustomType, Function, Module};
use source::Name;

use super::import::{Imports, place, to_package_root};
use super::name::escape;
use types::Variables;

/// Writes the declarations of `module`; `packages` says to which package each module belongs.
pub(super) fn declarations(module: &Module, packages: &BTreeMap<Name, Name>) -> String {
    let variants = module.types.iter().flat_map(|custom| &custom.variants);
    let mut writer = Declarations {
        module,
        packages,
        classes: variants.map(|variant| variant.name).collect(),
        imports: Imports::default(),
        text: String::new(),
        room: 0,
    };
    for custom in &module.types {
        writer.custom_type(custom);
    }
    for alias in &module.aliases {
        writer.alias(alias);
    }
    for constant in module.constants.iter().filter(|it| it.public) {
        writer.constant(constant);
    }
    for function in module.functions.iter().filter(|it| it.public) {
        writer.function(function);
    }
    let mut text = writer.head() + &writer.text;
    text.truncate(text.trim_end().len());
    text.push('\n');
    text
}

struct Declarations<'m> {
    module: &'m Module,
    packages: &'m BTreeMap<Name, Name>,
    /// The names of the module's classes, which type variables must not hide.
    classes: BTreeSet<Name>,
    imports: Imports,
    text: String,
    /// How many more parts the type that is being written may have.
    room: u32,
}

impl Declarations<'_> {
    fn alias(&mut self, alias: &Alias) {
        // TypeScript has one name space for types and classes, and Gleam has two.
        if self.classes.contains(&alias.name) {
            return;
        }
        let variables = Variables::numbered(alias.parameters.len(), &self.classes);
        let aliased = self.ty(alias.aliased, &variables);
        // Code that knows the alias without parameters goes on working.
        let parameters = variables.parameters(" = any");
        self.docs(&alias.docs, None);
        self.line(&format!(
            "export type {}{parameters} = {aliased};",
            alias.name
        ));
        self.text.push('\n');
    }

    fn constant(&mut self, constant: &Constant) {
        let ty = self.ty(constant.ty, &Variables::default());
        self.docs(&constant.docs, None);
        self.line(&format!("export const {}: {ty};", escape(constant.name)));
        self.text.push('\n');
    }

    fn function(&mut self, function: &Function) {
        let Some((params, result)) = self.function_parts(function.ty) else {
            return;
        };
        let variables = self.repeated(function.ty);
        let mut list = Vec::new();
        for (index, ty) in params.into_iter().enumerate() {
            let name = function.params.get(index);
            let name = name.map_or("", |local| self.module.locals[*local].name.as_str());
            let name = if name.is_empty() || name.starts_with('_') {
                format!("${index}")
            } else {
                escape(Name::new(name)).to_string()
            };
            list.push(format!("{name}: {}", self.ty(ty, &variables)));
        }
        let result = self.ty(result, &variables);
        self.docs(&function.docs, function.deprecated.as_deref());
        self.line(&format!(
            "export function {}{}({}): {result};",
            escape(function.name),
            variables.parameters(""),
            list.join(", ")
        ));
        self.text.push('\n');
    }

    /// A type on its own.
    fn ty(&mut self, ty: Ty, variables: &Variables) -> String {
        let mut text = String::new();
        self.room = types::MOST_PARTS;
        self.write_type(ty, variables, &mut text);
        text
    }

    fn line(&mut self, line: &str) {
        self.text.push_str(line);
        self.text.push('\n');
    }

    /// A comment for editors.
    fn docs(&mut self, docs: &str, deprecated: Option<&str>) {
        if docs.is_empty() && deprecated.is_none() {
            return;
        }
        self.line("/**");
        for line in super::print::comment_lines(docs) {
            self.line(&line);
        }
        if let Some(message) = deprecated {
            for line in super::print::comment_lines(&format!("@deprecated {message}")) {
                self.line(&line);
            }
        }
        self.line(" */");
    }

    /// What stands before everything else; known last.
    fn head(&self) -> String {
        let mut head = String::new();
        let mut foreign: BTreeMap<&str, Vec<(&str, &CustomType)>> = BTreeMap::new();
        for custom in &self.module.types {
            if let Some((path, name)) = &custom.external {
                foreign.entry(path).or_default().push((name, custom));
            }
        }
        let root = to_package_root(self.module);
        // Writing into a string cannot fail.
        let _ = writeln!(head, "import type * as _ from \"{root}gleam.d.mts\";");
        for ((package, module), alias) in self.imports.modules() {
            let path = place(self.module, *package, *module);
            let _ = writeln!(head, "import type * as {alias} from \"{path}.d.mts\";");
        }
        let mut exported = Vec::new();
        for (path, types) in foreign {
            let names = types
                .iter()
                .map(|(name, custom)| format!("{name} as {}$", custom.name));
            let names: Vec<_> = names.collect();
            let path = super::print::quote(path);
            let _ = writeln!(head, "import type {{ {} }} from {path};", names.join(", "));
            let public = types.iter().filter(|(_, custom)| custom.public);
            exported.extend(public.map(|(_, custom)| format!("{}$", custom.name)));
        }
        // Without an `export` list, declarations export everything.
        let list = exported.join(", ");
        let list = if list.is_empty() {
            "{}".to_owned()
        } else {
            format!("type {{ {list} }}")
        };
        let _ = writeln!(head, "\nexport {list};\n");
        head
    }
}

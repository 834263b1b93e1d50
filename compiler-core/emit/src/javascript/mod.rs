//! JavaScript: ES modules that speak the value representation hand-written JavaScript relies on.

mod bit_array;
mod bit_pattern;
mod build;
mod closure;
mod custom_type;
mod decision;
mod declarations;
mod destructure;
mod echo;
mod expr;
mod import;
mod module;
mod name;
mod node;
mod operand;
mod prim;
mod print;
mod raise;
mod source_map;
mod statement;
mod suspend;
mod switch;
mod tail_call;
mod uses;

pub use name::{escape, escape_property};

use std::collections::BTreeMap;

use ir::node::Module;
use source::Name;

/// The run-time prelude, which stands at the root of the output as `prelude.mjs`.
pub const PRELUDE: &str = include_str!("prelude.mjs");

/// The `gleam.mjs` of a package: the prelude under a path that does not depend on the package.
pub const fn package_prelude() -> &'static str {
    "export * from \"../prelude.mjs\";\n"
}

/// The declarations of [`PRELUDE`], `prelude.d.mts`.
pub const PRELUDE_DECLARATIONS: &str = include_str!("prelude.d.mts");

/// The `gleam.d.mts` of a package.
pub const fn package_prelude_declarations() -> &'static str {
    "export * from \"../prelude.mjs\";\n"
}

/// What the output depends on besides the module.
#[derive(Debug, Clone, Copy, Default)]
pub struct Options<'a> {
    /// The text of the module, if a source map is wanted.
    pub source_map: Option<&'a str>,
    /// Whether the module `gleam/dict` of the package `gleam_stdlib` is part of the program, so
    /// that `echo` can show dictionaries.
    pub has_dict: bool,
    /// The package of each module, if TypeScript declarations are wanted.
    pub declarations: Option<&'a BTreeMap<Name, Name>>,
}

/// The text of one module.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct JavaScript {
    /// `a/b.mjs`
    pub code: String,
    /// `a/b.mjs.map`
    pub source_map: Option<String>,
    /// `a/b.d.mts`
    pub declarations: Option<String>,
}

/// Writes `module` as JavaScript. Equal inputs give equal text.
pub fn emit(module: &Module, options: &Options<'_>) -> JavaScript {
    let written = module::write(module, options);
    let (mut code, mappings) = print::print(&written.tree, &written.items);
    if written.echoes {
        code.push('\n');
        code.push_str(echo::HELPER);
    }
    let source_map = options.source_map.map(|source| {
        let file = module.name.rsplit('/').next().unwrap_or(&module.name);
        code.push_str("\n//# sourceMappingURL=");
        code.push_str(file);
        code.push_str(".mjs.map\n");
        source_map::source_map(module.name, &module.lines, source, &mappings)
    });
    let declarations = options.declarations;
    JavaScript {
        code,
        source_map,
        declarations: declarations.map(|packages| declarations::declarations(module, packages)),
    }
}

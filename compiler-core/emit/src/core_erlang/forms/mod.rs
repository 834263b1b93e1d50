//! Erlang's abstract code, from which tools know a module: Dialyzer, Cover, Xref, the debugger.
//!
//! It is the program that [`etf`](super::etf) hands to OTP's compiler, written once more in the terms
//! of the ERTS User's Guide, "The Abstract Format": Cover compiles it, so it has to do the same.
//! `docs/decisions/008-abstract-code.md` says how the two correspond.

mod binary;
mod expr;
mod types;

use std::collections::{BTreeMap, BTreeSet};

use ir::node::{self as ir_node, CustomType};
use source::Name;

use super::name;
use super::node::{Core, FunName, NodeId, NodeKind, Var};
use super::term::Terms;

/// The bytes that `binary_to_term/1` turns into the forms of a module: `core`, with the types and
/// specifications of `module`, which it was lowered from. Where [`Core::uses_echo`], the functions of
/// [`ECHO_HELPERS`](super::ECHO_HELPERS) are to be added.
pub fn forms(core: &Core, module: &ir_node::Module) -> Vec<u8> {
    let mut writer = Writer {
        core,
        module,
        out: Terms::new(),
        mentions: mentions(core),
        names: BTreeMap::new(),
        taken: BTreeMap::new(),
        labels: BTreeSet::new(),
    };
    writer.module();
    writer.out.into_bytes()
}

/// What the forms say to the compiler that compiles them: names are never those of BIFs, and
/// what Gleam allows is no news.
const COMPILE_OPTIONS: [&str; 6] = [
    "no_auto_import",
    "nowarn_ignored",
    "nowarn_nomatch",
    "nowarn_unused_function",
    "nowarn_unused_vars",
    "nowarn_shadow_vars",
];

struct Writer<'c> {
    core: &'c Core,
    module: &'c ir_node::Module,
    out: Terms,
    /// How often each variable is mentioned, patterns included.
    mentions: Vec<u32>,
    /// What the variables of the current function are called.
    names: BTreeMap<Var, String>,
    /// How many of them have a name already, by the name in the source.
    taken: BTreeMap<Name, u32>,
    /// Labels, which are variables here.
    labels: BTreeSet<FunName>,
}

impl Writer<'_> {
    fn module(&mut self) {
        let (core, module) = (self.core, self.module);
        let functions = || module.functions.iter().zip(&core.functions);
        // Then come `module_info/0,1`, which the forms must not have, and parts of large functions.
        let parts = core.functions.iter().skip(module.functions.len() + 2);
        self.out
            .list(6 + module.types.len() + 2 * functions().count() + parts.len());
        self.attribute(1, "file");
        self.out.tuple(2);
        self.out.characters(&code_points(&core.file));
        self.out.small(1);
        self.attribute(1, "module");
        self.out.atom(&core.name);
        self.attribute(1, "compile");
        self.list(&COMPILE_OPTIONS, |writer, option| writer.out.atom(option));
        self.attribute(1, "export");
        let exports = functions().filter(|(function, _)| function.public);
        let exports: Vec<FunName> = exports.map(|(_, (name, _))| *name).collect();
        self.list(&exports, |writer, name| {
            writer.name_and_arity(&name.name, name.arity);
        });
        self.attribute(1, "export_type");
        self.list(&module.types, |writer, custom_type| {
            let name = name::type_name(custom_type.name);
            writer.name_and_arity(&name, custom_type.parameters.len() as u32);
        });
        for custom_type in &module.types {
            self.custom_type(custom_type);
        }
        for (function, (name, fun)) in functions() {
            self.spec(function, *name, core.node(*fun).place);
            self.function(*name, *fun);
        }
        for (name, fun) in parts {
            self.function(*name, *fun);
        }
        self.out.record("eof", 2);
        self.out.small(1);
        self.out.nil();
    }

    fn custom_type(&mut self, custom_type: &CustomType) {
        // Where others see values without asking the module for them, nothing is opaque to Dialyzer.
        let opaque = custom_type.opaque && !custom_type.foreign && !custom_type.inlined;
        let kind = if opaque { "opaque" } else { "type" };
        self.attribute(1, kind);
        self.type_definition(custom_type);
    }

    fn function(&mut self, name: FunName, fun: NodeId) {
        self.names.clear();
        self.taken.clear();
        let NodeKind::Fun { params, body } = &self.core.node(fun).kind else {
            unreachable!("a definition is a function");
        };
        let place = self.core.node(fun).place;
        self.head("function", 5, place);
        self.out.atom(&name.name);
        self.out.small(name.arity);
        self.out.list(1);
        self.fun_clause(params, *body, place);
        self.out.nil();
    }

    /// A clause without guard, of a function or closure.
    fn fun_clause(&mut self, params: &[Var], body: NodeId, place: u32) {
        self.head("clause", 5, place);
        self.list(params, |writer, var| writer.bound(*var, place));
        self.out.nil();
        self.body(body);
    }

    fn attribute(&mut self, place: u32, name: &str) {
        self.head("attribute", 4, place);
        self.out.atom(name);
    }

    fn name_and_arity(&mut self, name: &str, arity: u32) {
        self.out.tuple(2);
        self.out.atom(name);
        self.out.small(arity);
    }

    /// The beginning of a node: `{kind, Line, …}`, of `size` elements.
    fn head(&mut self, kind: &str, size: usize, place: u32) {
        self.out.record(kind, size);
        self.out.small(place);
    }

    fn list<T>(&mut self, items: &[T], mut each: impl FnMut(&mut Self, &T)) {
        self.out.list(items.len());
        for item in items {
            each(self, item);
        }
        self.out.nil();
    }
}

fn mentions(core: &Core) -> Vec<u32> {
    let mut mentions = Vec::new();
    for (_, node) in core.iter() {
        if let NodeKind::Var(Var(index)) = node.kind {
            let index = index as usize;
            if mentions.len() <= index {
                mentions.resize(index + 1, 0);
            }
            mentions[index] += 1;
        }
    }
    mentions
}

fn code_points(text: &str) -> Vec<u32> {
    text.chars().map(u32::from).collect()
}

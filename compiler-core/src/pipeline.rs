//! The phases of one module, in order, and nothing else.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use analysis::checked::Checked;
use analysis::interface::Interfaces;
use analysis::types::Printer;
use analysis::types::Ty;
use report::{Report, Severity};
use source::{Name, SourceText};
use syntax::Parsed;
use syntax::ast::{ItemKind, Target};

use crate::beam_docs;
use crate::package::Origin;
use crate::schedule::ModuleOptions;

/// A module with all that is known of it.
#[derive(Debug)]
pub struct Full {
    /// Its text.
    pub source: SourceText,
    /// Its tree.
    pub parsed: Arc<Parsed>,
    /// Its tables.
    pub checked: Checked,
}

pub(crate) fn parse(source: &SourceText) -> Parsed {
    syntax::parse(source.file, &source.text)
}

/// The modules that a tree imports, in order, each once.
pub(crate) fn imports(parsed: &Parsed) -> Vec<Name> {
    let mut names = Vec::new();
    for item in &parsed.module.items {
        if let ItemKind::Import(import) = &item.kind
            && !names.contains(&import.module.name)
        {
            names.push(import.module.name);
        }
    }
    names
}

pub(crate) fn check(
    name: Name,
    source: &SourceText,
    parsed: &Parsed,
    options: &ModuleOptions,
    interfaces: &dyn Interfaces,
) -> Checked {
    let input = analysis::CheckInput {
        file: source.file,
        module: &parsed.module,
        text: &source.text,
        name,
        package: options.package,
        options: analysis::CheckOptions {
            target: options.target,
            is_root: options.is_root,
            internal: options.internal,
            origin: origin(options.origin),
            origins: options
                .origins
                .iter()
                .map(|(name, part)| (*name, origin(*part)))
                .collect(),
            trusted_pure: options.package == "gleam_stdlib" && name != "gleam/io",
            oldest: options.oldest,
            dependencies: options.dependencies.clone(),
            dev_dependencies: options.dev_dependencies.clone(),
        },
    };
    analysis::check(&input, interfaces)
}

fn origin(origin: Origin) -> analysis::Origin {
    match origin {
        Origin::Src => analysis::Origin::Src,
        Origin::Dev => analysis::Origin::Dev,
        Origin::Test => analysis::Origin::Test,
    }
}

/// Problems of all phases in words.
///
/// What checking says of a definition with a syntax error is about what recovery made of it, and
/// warnings about the other definitions may be wrong, as they do not know what was meant there:
/// neither is told.
pub(crate) fn reports(source: &SourceText, parsed: &Parsed, checked: &Checked) -> Vec<Report> {
    let problems = parsed.problems.iter();
    let mut reports: Vec<Report> = problems.map(|it| it.report(source.file)).collect();
    let errors = reports.iter().filter(|it| it.severity == Severity::Error);
    let broken: BTreeSet<usize> = errors.map(|it| item_of(parsed, it)).collect();
    let words = analysis::problem::Words::new(checked, source.file);
    let analysis = checked.problems.iter().map(|it| it.report(&words));
    reports.extend(analysis.filter(|report| {
        broken.is_empty()
            || (report.severity == Severity::Error && !broken.contains(&item_of(parsed, report)))
    }));
    reports
}

/// How many items begin before a problem: the last of them has it.
fn item_of(parsed: &Parsed, report: &Report) -> usize {
    let at = report.location().map_or(0, |location| location.span.start);
    parsed
        .module
        .items
        .partition_point(|item| item.span.start <= at)
}

pub(crate) fn lower(full: &Full, source_path: &str, target: Target) -> ir::node::Module {
    ir::lower::lower(&ir::lower::LowerInput {
        module: &full.parsed.module,
        checked: &full.checked,
        lines: full.source.lines.clone(),
        source_path: source_path.into(),
        target,
    })
}

/// A module as OTP's compiler takes it.
pub(crate) struct CoreErlang {
    /// `cerl` records in external term format.
    pub(crate) etf: Vec<u8>,
    /// Its abstract code, for tools.
    pub(crate) forms: Vec<u8>,
    /// What its chunk of documentation holds.
    pub(crate) docs: Vec<u8>,
    /// Whether the definitions of `echo` belong to it.
    pub(crate) uses_echo: bool,
    /// Options for OTP's compiler.
    pub(crate) options: Vec<&'static str>,
}

/// The module as Core Erlang.
pub(crate) fn core_erlang(full: &Full, source_path: &str) -> CoreErlang {
    let module = lower(full, source_path, Target::Erlang);
    let core = emit::core_erlang::lower(&module);
    let cost = emit::core_erlang::cost(&core);
    let options = emit::core_erlang::compile_options(emit::core_erlang::Profile::Dev, cost);
    CoreErlang {
        etf: emit::core_erlang::etf(&core),
        forms: emit::core_erlang::forms(&core, &module),
        docs: beam_docs::docs(full, &module),
        uses_echo: core.uses_echo,
        options,
    }
}

/// The module as JavaScript.
pub(crate) fn javascript(
    full: &Full,
    source_path: &str,
    options: &emit::javascript::Options<'_>,
) -> emit::javascript::JavaScript {
    let mut module = lower(full, source_path, Target::JavaScript);
    ir::passes::make_rounds(&mut module, &full.checked.templates);
    emit::javascript::emit(&module, options)
}

/// The intermediate representation as text.
pub fn dump_ir(full: &Full, target: Target) -> String {
    ir::print::print(&lower(full, &full.source.path, target))
}

/// Core Erlang as text.
pub fn dump_core(full: &Full) -> String {
    let module = lower(full, &full.source.path, Target::Erlang);
    emit::core_erlang::print(&emit::core_erlang::lower(&module))
}

/// JavaScript as text.
pub fn dump_javascript(full: &Full) -> String {
    javascript(
        full,
        &full.source.path,
        &emit::javascript::Options::default(),
    )
    .code
}

/// TypeScript declarations as text; `packages` says to which package each module belongs.
pub fn dump_declarations(full: &Full, packages: &BTreeMap<Name, Name>) -> String {
    let options = emit::javascript::Options {
        declarations: Some(packages),
        ..Default::default()
    };
    let output = javascript(full, &full.source.path, &options);
    output.declarations.unwrap_or_default()
}

/// A type of a module as its source would write it.
pub fn print_type(full: &Full, ty: Ty) -> String {
    let tables = &full.checked.tables;
    Printer::new(&tables.types, &full.checked.spelling, &tables.type_names).print(ty)
}

/// The names and types of a module's public values, a line each, sorted by name.
pub fn dump_types(full: &Full) -> String {
    let interface = &full.checked.interface;
    let no_names = std::collections::BTreeMap::new();
    let lines = interface.values.iter().map(|(name, value)| {
        let mut printer = Printer::new(&interface.types, &full.checked.spelling, &no_names);
        format!("{name}: {}\n", printer.print(value.ty))
    });
    lines.collect()
}

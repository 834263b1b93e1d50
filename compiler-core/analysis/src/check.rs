//! The phases of checking one module, in order.

use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::rc::Rc;

use source::{Arena, FileId, Name, Span, Table};
use syntax::ast::{self, Item, Target};

use crate::checked::{
    Checked, Definition, DefinitionInfo, Mention, PatternResolution, Resolution, Tables,
};
use crate::features::LanguageVersion;
use crate::infer::{Frame, Progress, Unifier};
use crate::interface::Interfaces;
use crate::patterns::Match;
use crate::problem::{Problem, UnknownName};
use crate::scope::{Library, Locals, ModuleScope};
use crate::types::{Ty, TypeStore};
use crate::usage::Usage;

/// Checks a module. Never fails: what is broken has [`Ty::ERROR`] and a problem.
pub fn check(input: &CheckInput<'_>, interfaces: &dyn Interfaces) -> Checked {
    let mut checker = Checker::new(input, interfaces);
    checker.open_prelude();
    checker.open_imports();
    checker.define_types();
    checker.define_values();
    checker.infer_groups();
    checker.check_parameter_counts();
    checker.check_empty();
    checker.finish()
}

/// A module to check.
#[derive(Debug, Clone)]
pub struct CheckInput<'a> {
    /// The file, for the places in reports.
    pub file: FileId,
    /// The tree.
    pub module: &'a ast::Module,
    /// The text the tree was made from.
    pub text: &'a str,
    /// `wibble/wobble`
    pub name: Name,
    /// The package it belongs to.
    pub package: Name,
    /// What else the result depends on.
    pub options: CheckOptions,
}

/// What the result of checking depends on beside the text and the interfaces.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CheckOptions {
    /// What the module is checked for.
    pub target: Target,
    /// Whether the module is of the root package: target support is enforced there.
    pub is_root: bool,
    /// Whether the module's path matches the package's patterns of internal modules.
    pub internal: bool,
    /// Which folder the module is in.
    pub origin: Origin,
    /// The packages that the package depends on directly.
    pub dependencies: BTreeSet<Name>,
    /// The packages that only its tests and tools depend on directly.
    pub dev_dependencies: BTreeSet<Name>,
    /// Whether foreign functions of this module are known to have no effects.
    pub trusted_pure: bool,
    /// The oldest version of the language that the package allows, if it says so.
    pub oldest: Option<LanguageVersion>,
    /// Which folder each module of the package is in, where it is not `src`.
    pub origins: BTreeMap<Name, Origin>,
}

/// The folders of a package that hold modules.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Origin {
    /// `src`
    Src,
    /// `test`
    Test,
    /// `dev`
    Dev,
}

/// All that is known while a module is checked.
pub(crate) struct Checker<'a> {
    pub(crate) input: &'a CheckInput<'a>,
    pub(crate) module: &'a ast::Module,
    /// The items that this target has, as indices into the items.
    pub(crate) live: Vec<usize>,
    pub(crate) tables: Tables,
    pub(crate) unifier: Unifier,
    pub(crate) scope: ModuleScope,
    pub(crate) library: Library<'a>,
    pub(crate) locals: Locals,
    pub(crate) frame: Frame,
    pub(crate) progress: Progress,
    pub(crate) matches: Vec<Match>,
    pub(crate) usage: Usage,
    pub(crate) outcome: Outcome,
    pub(crate) problems: Vec<Problem>,
    /// The problem of each unknown name.
    pub(crate) unknown: BTreeMap<UnknownName, usize>,
}

/// What grows while items are checked and becomes part of the result.
#[derive(Default)]
pub(crate) struct Outcome {
    pub(crate) functions: BTreeMap<usize, crate::checked::FunctionInfo>,
    pub(crate) constants: BTreeMap<usize, crate::checked::ConstantInfo>,
    pub(crate) constant_order: Vec<usize>,
    pub(crate) custom_types: BTreeMap<usize, crate::checked::TypeInfo>,
    pub(crate) definitions: BTreeMap<Definition, DefinitionInfo>,
    pub(crate) mentions: Vec<Mention>,
}

impl<'a> Checker<'a> {
    fn new(input: &'a CheckInput<'a>, interfaces: &'a dyn Interfaces) -> Self {
        let target = input.options.target;
        let live = (0..input.module.items.len())
            .filter(|index| input.module.items[*index].is_for(target))
            .collect();
        Self {
            input,
            module: input.module,
            live,
            tables: empty_tables(input.module),
            unifier: Unifier::default(),
            scope: ModuleScope::default(),
            library: Library::new(input.name, interfaces),
            locals: Locals::default(),
            frame: Frame::default(),
            progress: Progress::default(),
            matches: Vec::new(),
            usage: Usage::default(),
            outcome: Outcome::default(),
            problems: Vec::new(),
            unknown: BTreeMap::new(),
        }
    }

    /// Notes a problem; checking goes on. A name that means nothing is one problem, wherever it
    /// stands.
    pub(crate) fn report(&mut self, problem: impl Into<Problem>) {
        let mut problem = problem.into();
        let span = problem.span();
        if let Some((name, _)) = problem.unknown() {
            let first = *self.unknown.entry(name).or_insert(self.problems.len());
            let known = self.problems.get_mut(first).and_then(Problem::unknown);
            if let Some((_, others)) = known {
                return others.push(span);
            }
        }
        self.problems.push(problem);
    }

    /// Notes that a name in the source means something.
    pub(crate) fn mention(&mut self, span: Span, definition: Definition) {
        self.outcome.mentions.push(Mention { span, definition });
    }

    /// An item of the module.
    pub(crate) fn item(&self, index: usize) -> &'a Item {
        &self.module.items[index]
    }

    /// Whether code is made for Erlang.
    pub(crate) fn on_erlang(&self) -> bool {
        self.input.options.target == Target::Erlang
    }

    /// A prelude type without arguments.
    pub(crate) fn builtin(&mut self, name: &str) -> Ty {
        self.tables.types.prelude(name, Vec::new())
    }

    /// `List(item)`
    pub(crate) fn list_of(&mut self, item: Ty) -> Ty {
        let item = self.unifier.shallow(&self.tables.types, item);
        self.tables.types.prelude("List", vec![item])
    }

    /// `ty` as far as it is known now: for problems.
    pub(crate) fn known(&mut self, ty: Ty) -> Ty {
        self.unifier
            .deep(&mut self.tables.types, ty, &mut HashMap::new())
    }

    /// What `ty` is made of, as far as it is known now.
    pub(crate) fn shape(&mut self, ty: Ty) -> crate::types::TyKind {
        let ty = self.unifier.shallow(&self.tables.types, ty);
        self.tables.types.kind(ty).clone()
    }

    /// A type that is not known yet.
    pub(crate) fn fresh(&mut self) -> Ty {
        self.unifier.fresh(&mut self.tables.types)
    }

    /// The custom type that a module defines under a name, if its interface is there.
    pub(crate) fn custom_type(
        &mut self,
        module: Name,
        name: Name,
    ) -> Option<Rc<crate::scope::CustomTypeEntry>> {
        self.library
            .custom_type(&mut self.tables.types, module, name)
    }
}

fn empty_tables(module: &ast::Module) -> Tables {
    Tables {
        types: TypeStore::default(),
        type_names: BTreeMap::new(),
        expr_types: Table::filled(&module.exprs, Ty::ERROR),
        pattern_types: Table::filled(&module.patterns, Ty::ERROR),
        annotation_types: Table::filled(&module.types, Ty::ERROR),
        resolutions: Table::filled(&module.exprs, Resolution::None),
        patterns: Table::filled(&module.patterns, PatternResolution::None),
        locals: Arena::default(),
        calls: BTreeMap::new(),
        updates: BTreeMap::new(),
        pipelines: BTreeMap::new(),
        built_segments: BTreeMap::new(),
        matched_segments: BTreeMap::new(),
        trees: BTreeMap::new(),
    }
}

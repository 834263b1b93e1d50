//! A module: what stands at its top, and the state that is kept while it is written.

use std::collections::{BTreeMap, BTreeSet};

use ir::node::{Constant, FunctionBody, Local, LocalId, Module};
use ir::tails::{Loop, loops};
use source::{Name, Table};

use super::closure::Closures;
use super::import::{Imports, to_package_root};
use super::name::{Names, escape};
use super::node::{ExprId, ExprKind, Item, Stmt, Tree};
use super::statement::Dest;
use super::tail_call::Recursion;
use super::uses::{Uses, uses};
use super::{Options, echo};

/// A module as a tree.
pub(super) struct Written {
    /// The nodes.
    pub(super) tree: Tree,
    /// The module, in order.
    pub(super) items: Vec<Item>,
    /// Whether it needs the helper of `echo`.
    pub(super) echoes: bool,
}

/// Builds the tree of `module`.
pub(super) fn write(module: &Module, options: &Options<'_>) -> Written {
    let uses = uses(module);
    let loops = loops(module);
    let ways = loops.iter().flat_map(|found| found.ways.iter().copied());
    let mut names = Names::default();
    for global in &uses.globals {
        names.fresh(*global);
    }
    let mut emitter = Emitter {
        module,
        uses,
        tree: Tree::default(),
        names,
        locals: Table::filled(&module.locals, None),
        hoisted: BTreeSet::new(),
        early: BTreeSet::new(),
        imports: Imports::default(),
        nesting: 0,
        depth: 0,
        closures: Closures::default(),
        recursion: None,
        ways: ways.collect(),
        needs_path: false,
        echoes: false,
        prelude_names: BTreeMap::new(),
    };
    let mut body = emitter.custom_types();
    emitter.constants(&mut body);
    for index in 0..module.functions.len() {
        let found = loops.iter().find(|found| found.members.contains(&index));
        emitter.function(index, found, &mut body);
    }
    let items = emitter.head(options, body);
    Written {
        tree: emitter.tree,
        items,
        echoes: emitter.echoes,
    }
}

/// The state while a module is written.
pub(super) struct Emitter<'m> {
    /// The module.
    pub(super) module: &'m Module,
    /// What is known about it.
    pub(super) uses: Uses,
    /// What has been built.
    pub(super) tree: Tree,
    /// Which variables are visible.
    pub(super) names: Names,
    /// The expression that stands for each variable that is bound: its name or a path to it.
    pub(super) locals: Table<Local, Option<ExprId>>,
    /// Variables that have been declared before they get their value.
    pub(super) hoisted: BTreeSet<LocalId>,
    /// Variables that conditions have bound.
    pub(super) early: BTreeSet<LocalId>,
    /// What has to be imported.
    pub(super) imports: Imports,
    /// How many alternatives of tests stand around the code that is being written.
    pub(super) nesting: u32,
    /// How many tests that hold stand around it.
    pub(super) depth: u32,
    /// Closures around it, and those that stand elsewhere.
    pub(super) closures: Closures,
    /// The loop that is being written.
    pub(super) recursion: Option<Recursion>,
    /// The calls that start rounds, and what leads to them.
    pub(super) ways: BTreeSet<ir::node::ExprId>,
    /// Whether `FILEPATH` is mentioned.
    pub(super) needs_path: bool,
    /// Whether `echo` is used.
    pub(super) echoes: bool,
    /// Expressions for the imported names of the prelude.
    prelude_names: BTreeMap<&'static str, ExprId>,
}

impl Emitter<'_> {
    /// A function or class of the prelude.
    pub(super) fn prelude(&mut self, name: &'static str) -> ExprId {
        if let Some(known) = self.prelude_names.get(name) {
            return *known;
        }
        let alias = self.prelude_name(name);
        let expr = self.tree.name(alias);
        self.prelude_names.insert(name, expr);
        expr
    }

    /// The variable that holds a function or class of the prelude.
    pub(super) fn prelude_name(&mut self, name: &'static str) -> Name {
        self.imports.prelude(name, &self.uses.constructors)
    }

    /// A call of a prelude function without effects.
    pub(super) fn prelude_call(&mut self, name: &'static str, args: Vec<ExprId>) -> ExprId {
        let callee = self.prelude(name);
        self.tree.pure_call(callee, args)
    }

    /// A new variable.
    pub(super) fn fresh(&mut self, name: &str) -> Name {
        self.names.fresh(Name::new(name))
    }

    /// Declares `local` under a new name.
    pub(super) fn declare(&mut self, local: LocalId) -> Name {
        let name = self.names.fresh(self.module.locals[local].name);
        self.locals[local] = Some(self.tree.name(name));
        name
    }

    /// The expression that stands for `local`.
    pub(super) fn local(&mut self, local: LocalId) -> ExprId {
        match self.locals[local] {
            Some(expr) => expr,
            // Only code that is never reached mentions variables that have no value.
            None => self.tree.name("undefined"),
        }
    }

    /// The variable that holds `local`, unless it stands for some other expression.
    pub(super) fn variable(&mut self, local: LocalId) -> Option<Name> {
        let expr = self.local(local);
        match self.tree.exprs[expr].kind {
            ExprKind::Name(name) => Some(name),
            _ => None,
        }
    }

    fn constants(&mut self, items: &mut Vec<Item>) {
        for constant in &self.module.constants {
            self.constant(constant, items);
        }
    }

    fn constant(&mut self, constant: &Constant, items: &mut Vec<Item>) {
        let mut parts = Vec::new();
        let value = self.expr(constant.value, &mut parts);
        for part in parts {
            if let Stmt::Let {
                name,
                value: Some(value),
            } = part
            {
                items.push(Item::Const {
                    exported: false,
                    docs: String::new(),
                    name,
                    value,
                    annotate: true,
                    at: None,
                });
            }
        }
        items.push(Item::Const {
            exported: constant.public,
            docs: constant.docs.clone(),
            name: escape(constant.name),
            value,
            annotate: matches!(
                self.tree.exprs[value].kind,
                ExprKind::Call { .. } | ExprKind::New { .. }
            ),
            at: Some(constant.span.start),
        });
        items.push(Item::Blank);
    }

    fn function(&mut self, index: usize, found: Option<&Loop>, items: &mut Vec<Item>) {
        let function = &self.module.functions[index];
        let FunctionBody::Gleam(body) = function.body else {
            return;
        };
        let shared = found.filter(|found| found.members.len() > 1);
        if let Some(shared) = shared.filter(|shared| shared.members.first() == Some(&index)) {
            self.shared_loop(shared, items);
        }
        if shared.is_some() && !function.public && !self.is_mentioned(function) {
            return;
        }
        let mark = self.names.mark();
        let mut statements = Vec::new();
        let params = match (shared, found) {
            (Some(shared), _) => self.enter_shared_loop(function, shared, &mut statements),
            (None, Some(found)) => self.own_loop(function, (body, found), &mut statements),
            (None, None) => {
                let params = function.params.iter().map(|param| self.declare(*param));
                let params = params.collect();
                self.into(body, Dest::Return, &mut statements);
                params
            }
        };
        self.names.restore(mark);
        items.push(Item::Function {
            exported: function.public,
            docs: function.docs.clone(),
            name: escape(function.name),
            params,
            body: self.tree.block(statements),
            at: function.span.start,
        });
        items.push(Item::Blank);
        items.append(&mut self.closures.moved);
    }

    /// Puts imports and what else comes first before `body`.
    fn head(&mut self, options: &Options<'_>, mut body: Vec<Item>) -> Vec<Item> {
        let mut items = Vec::new();
        if options.declarations.is_some() {
            let file = self.module.name.rsplit('/').next().unwrap_or_default();
            items.push(Item::Declarations(format!("./{file}.d.mts")));
        }
        if self.echoes {
            echo::need(&mut self.imports, &self.uses.constructors);
            if options.has_dict {
                items.push(Item::ImportAll {
                    name: Name::new("$stdlib$dict"),
                    path: self.dict_path(),
                });
            }
        }
        items.extend(self.imports.items(self.module));
        if !items.is_empty() {
            items.push(Item::Blank);
        }
        if self.needs_path {
            let path = self.tree.string(&*self.module.source_path);
            items.push(Item::Const {
                exported: false,
                docs: String::new(),
                name: self.path_name(),
                value: path,
                annotate: false,
                at: None,
            });
            items.push(Item::Blank);
        }
        if matches!(body.last(), Some(Item::Blank)) {
            body.pop();
        }
        items.append(&mut body);
        if items.is_empty() {
            items.push(Item::Export(Vec::new()));
        }
        items
    }

    fn dict_path(&self) -> String {
        let root = to_package_root(self.module);
        if self.module.package == "gleam_stdlib" {
            return format!("{root}gleam/dict.mjs");
        }
        let root = root.trim_start_matches("./");
        format!("../{root}gleam_stdlib/gleam/dict.mjs")
    }
}

//! Lowering: from the checked tree to the intermediate representation.
//!
//! Everything that the language defines as shorthand is written out here: `use`, pipelines,
//! captures, record updates, labelled arguments, assertions, and the order of evaluation.

mod assert;
mod bit_array;
mod block;
mod call;
mod case;
mod constant;
mod decision;
mod expr;
mod function;
mod guard;
mod operator;
mod pipe;
mod raise;
mod record;
mod use_;

use std::collections::{BTreeSet, HashMap, HashSet};
use std::sync::Arc;

use analysis::checked::{self, Checked, Tables};
use analysis::types::PRELUDE;
use source::{Arena, LineIndex, Name, Span};
use syntax::ast;

use self::constant::LargeConstants;
use crate::node::{
    ConstructorRef, Decision, DecisionId, Expr, ExprId, ExprKind, Local, LocalId, Module, Target,
};
use crate::{Ty, TypeStore};

/// What lowering depends on.
#[derive(Debug, Clone)]
pub struct LowerInput<'a> {
    /// The tree.
    pub module: &'a ast::Module,
    /// What checking found out about it; without errors.
    pub checked: &'a Checked,
    /// The lines of the source.
    pub lines: LineIndex,
    /// The file, relative to its package: `src/wibble/wobble.gleam`.
    pub source_path: Arc<str>,
    /// The target that it was checked for.
    pub target: Target,
}

/// Lowers a module. What the target does not support and what nothing public reaches is left out.
///
/// The module must be free of errors; parts that are broken all the same fail when they run.
pub fn lower(input: &LowerInput<'_>) -> Module {
    let checked = input.checked;
    let mut lower = Lower {
        module: input.module,
        checked,
        tables: &checked.tables,
        target: input.target,
        exprs: Arena::default(),
        decisions: Arena::default(),
        locals: Arena::default(),
        types: checked.tables.types.clone(),
        imports: BTreeSet::new(),
        scope: HashMap::new(),
        used: HashSet::new(),
        function: checked.module,
        large: LargeConstants::default(),
    };
    let types = lower.custom_types();
    let aliases = lower.aliases();
    let constants = lower.constants();
    let mut functions = lower.functions();
    functions.append(&mut lower.large.functions);
    Module {
        name: checked.module,
        package: checked.package,
        source_path: input.source_path.clone(),
        lines: input.lines.clone(),
        target: input.target,
        docs: input.module.docs.clone(),
        internal: checked.interface.internal,
        types,
        aliases,
        constants,
        functions,
        imports: lower.imports,
        exprs: lower.exprs,
        decisions: lower.decisions,
        locals: lower.locals,
        suspending: BTreeSet::new(),
        type_store: lower.types,
    }
}

/// The state of lowering one module.
struct Lower<'a> {
    module: &'a ast::Module,
    checked: &'a Checked,
    tables: &'a Tables,
    target: Target,
    exprs: Arena<Expr>,
    decisions: Arena<Decision>,
    locals: Arena<Local>,
    types: TypeStore,
    imports: BTreeSet<(Name, Name)>,
    /// What stands for each variable of the source at the moment.
    scope: HashMap<checked::LocalId, LocalId>,
    /// Locals that an expression mentions.
    used: HashSet<LocalId>,
    /// The module function that is lowered.
    function: Name,
    large: LargeConstants,
}

impl Lower<'_> {
    fn alloc(&mut self, span: Span, kind: ExprKind) -> ExprId {
        self.exprs.alloc(Expr { span, kind })
    }

    fn decide(&mut self, decision: Decision) -> DecisionId {
        self.decisions.alloc(decision)
    }

    /// A new variable that is not in the source.
    fn temporary(&mut self, name: &str, ty: Ty) -> LocalId {
        let name = Name::new(name);
        self.locals.alloc(Local { name, ty })
    }

    /// A new variable for one in the source.
    fn variable(&mut self, local: checked::LocalId) -> LocalId {
        let variable = self.copy_of(local);
        self.scope.insert(local, variable);
        variable
    }

    /// A new variable that is called like one in the source.
    fn copy_of(&mut self, local: checked::LocalId) -> LocalId {
        let checked::Local { name, ty, .. } = self.tables.locals[local];
        self.locals.alloc(Local { name, ty })
    }

    fn local(&mut self, span: Span, local: LocalId) -> ExprId {
        self.used.insert(local);
        self.alloc(span, ExprKind::Local(local))
    }

    fn int(&mut self, span: Span, value: u32) -> ExprId {
        let digits = Name::new(&value.to_string());
        self.alloc(span, ExprKind::Int(digits))
    }

    fn prelude_type(&mut self, name: &str) -> Ty {
        self.types.prelude(name, Vec::new())
    }

    /// Remembers that a module is mentioned.
    fn mention(&mut self, package: Name, module: Name) {
        if module != self.checked.module && module != PRELUDE {
            self.imports.insert((package, module));
        }
    }

    fn constructor(&mut self, constructor: &ConstructorRef) -> ConstructorRef {
        self.mention(constructor.package, constructor.module);
        constructor.clone()
    }
}

/// A constructor of the prelude without fields.
fn prelude_constructor(type_name: &str, name: &str, index: u32, variants: u32) -> ConstructorRef {
    ConstructorRef {
        package: Name::new(""),
        module: Name::new(PRELUDE),
        type_name: Name::new(type_name),
        name: Name::new(name),
        index,
        variants,
        fields: Vec::new(),
    }
}

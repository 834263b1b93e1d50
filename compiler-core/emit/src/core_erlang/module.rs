//! Modules and functions.

use std::collections::{BTreeMap, HashMap};

use ir::node::{self as ir_node, ExprId, FunctionBody, LocalId};
use source::{Name, Span};

use super::capture::Wide;
use super::lambda::Environments;
use super::node::{Core, FunName, NodeId, NodeKind, Var};
use super::{capture, name, spill, split, tail};

/// Lowers a module for the BEAM to Core Erlang.
///
/// Exported are its public functions and `module_info/0,1`, which every Erlang module has.
pub fn lower(module: &ir_node::Module) -> Core {
    let var_names = module.locals.iter().map(|(_, local)| local.name).collect();
    let core = Core::new(
        name::module_name(module.name),
        module.source_path.clone(),
        var_names,
    );
    let mut lower = Lower {
        ir: module,
        core,
        next_var: module.locals.len() as u32,
        next_label: 0,
        renamed: HashMap::new(),
        paths: HashMap::new(),
        wide: capture::wide_lambdas(module),
        environments: Environments::default(),
    };
    for function in &module.functions {
        lower.function(function);
    }
    lower.module_info();
    let Lower {
        mut core,
        mut next_var,
        ..
    } = lower;
    spill::spill(&mut core, &mut next_var);
    split::split(&mut core, &mut next_var);
    tail::mark(&mut core);
    core
}

/// The state of lowering one module.
pub(super) struct Lower<'m> {
    pub(super) ir: &'m ir_node::Module,
    pub(super) core: Core,
    next_var: u32,
    next_label: u32,
    /// Variables that have another name inside the lambda that is being lowered.
    pub(super) renamed: HashMap<LocalId, Var>,
    /// How many steps lead to the variables that are fields of fields.
    pub(super) paths: HashMap<Var, u32>,
    /// Lambdas that capture too much.
    pub(super) wide: BTreeMap<ExprId, Wide>,
    /// What holds what these capture.
    pub(super) environments: Environments,
}

/// What happens before an expression is evaluated.
#[derive(Debug, Clone, Copy)]
pub(super) enum Step {
    /// Binds a variable.
    Bind(Var, NodeId),
    /// Evaluates for effect.
    Do(NodeId),
}

impl Lower<'_> {
    fn function(&mut self, function: &ir_node::Function) {
        let fun_name = FunName {
            name: name::function_name(function.name),
            arity: function.params.len() as u32,
        };
        self.core.place = self.line(function.span);
        let line = Some(self.core.place);
        let params: Vec<Var> = function.params.iter().map(|id| self.local(*id)).collect();
        let body = match &function.body {
            FunctionBody::Gleam(body) => self.expr(*body),
            FunctionBody::External {
                module,
                function: foreign,
            } => {
                let args = params.iter().map(|var| self.core.var(*var)).collect();
                self.core.call((module, foreign), args, line)
            }
        };
        self.define(fun_name, params, body, line);
        if function.public {
            self.core.exports.push(fun_name);
        }
    }

    fn module_info(&mut self) {
        for arity in 0..2 {
            let fun_name = FunName {
                name: Name::new("module_info"),
                arity,
            };
            let params: Vec<Var> = (0..arity).map(|_| self.fresh()).collect();
            let mut args = vec![self.core.atom(self.core.name.as_str())];
            args.extend(params.iter().map(|var| self.core.var(*var)));
            let body = self.core.call(("erlang", "get_module_info"), args, None);
            self.define(fun_name, params, body, None);
            self.core.exports.push(fun_name);
        }
    }

    /// Adds a function to the module.
    pub(super) fn define(
        &mut self,
        name: FunName,
        params: Vec<Var>,
        body: NodeId,
        line: Option<u32>,
    ) {
        let fun = self.core.add_at(NodeKind::Fun { params, body }, line);
        self.core.functions.push((name, fun));
    }

    /// The line of the start of `span`.
    pub(super) fn line(&self, span: Span) -> u32 {
        self.ir.lines.line(span.start)
    }

    /// The line of an expression.
    pub(super) fn line_of(&self, expr: ExprId) -> u32 {
        self.line(self.ir.exprs[expr].span)
    }

    /// The variable of a local.
    pub(super) fn local(&self, local: LocalId) -> Var {
        let same = Var(local.index() as u32);
        self.renamed.get(&local).copied().unwrap_or(same)
    }

    /// The value of a local.
    pub(super) fn local_value(&mut self, local: LocalId) -> NodeId {
        let var = self.local(local);
        self.core.var(var)
    }

    /// A new temporary.
    pub(super) fn fresh(&mut self) -> Var {
        self.next_var += 1;
        Var(self.next_var - 1)
    }

    /// A new label. No Gleam function has an `@` in its name.
    pub(super) fn label(&mut self, what: &str, arity: usize) -> FunName {
        self.next_label += 1;
        FunName {
            name: Name::new(&format!("{what}@{}", self.next_label)),
            arity: arity as u32,
        }
    }

    /// `body` after `steps`.
    pub(super) fn after(&mut self, steps: &[Step], body: NodeId) -> NodeId {
        steps.iter().rev().fold(body, |body, step| match *step {
            Step::Bind(var, value) => self.core.bind(var, value, body),
            Step::Do(effect) => self.core.add(NodeKind::Seq(effect, body)),
        })
    }
}

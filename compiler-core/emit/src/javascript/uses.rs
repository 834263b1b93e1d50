//! Facts about a module that are gathered before it is written, without recursion.

use std::collections::BTreeSet;

use ir::node::LocalId;
use ir::node::{
    Arm, Asserted, AssertedValue, Case, Decision, ExprKind, FunctionRef, Module, RaiseKind,
};
use source::{Name, Table};

use super::name::escape;

/// See the fields.
#[derive(Debug)]
pub(super) struct Uses {
    /// Variables whose value is used, other than to take it apart by a pattern.
    pub(super) as_value: Table<ir::node::Local, bool>,
    /// Names at the top of the module that code refers to: no local variable may hide them.
    pub(super) globals: BTreeSet<Name>,
    /// Names of the module's constructors.
    pub(super) constructors: BTreeSet<Name>,
}

/// Looks through all arenas of `module`.
pub(super) fn uses(module: &Module) -> Uses {
    let variants = module.types.iter().flat_map(|custom| &custom.variants);
    let mut uses = Uses {
        as_value: Table::filled(&module.locals, false),
        globals: BTreeSet::new(),
        constructors: variants.map(|variant| variant.name).collect(),
    };
    for (_, expr) in module.exprs.iter() {
        uses.expr(module, &expr.kind);
    }
    for (_, decision) in module.decisions.iter() {
        match decision {
            Decision::Arm { args, .. } => uses.all(args),
            Decision::Guard { bindings, .. } => {
                for (_, held) in bindings {
                    uses.local(*held);
                }
            }
            _ => {}
        }
    }
    uses
}

impl Uses {
    fn local(&mut self, local: LocalId) {
        self.as_value[local] = true;
    }

    fn all(&mut self, locals: &[LocalId]) {
        for local in locals {
            self.local(*local);
        }
    }

    fn expr(&mut self, module: &Module, kind: &ExprKind) {
        match kind {
            ExprKind::Local(local) => self.local(*local),
            ExprKind::FunctionValue(function) | ExprKind::CallFunction { function, .. } => {
                self.function(module, function);
            }
            ExprKind::Constant {
                module: owner,
                name,
                ..
            } if *owner == module.name => {
                self.globals.insert(escape(*name));
            }
            ExprKind::Raise(raise) => self.raise(&raise.kind),
            ExprKind::Case(case) => self.arms(case),
            _ => {}
        }
    }

    fn function(&mut self, module: &Module, function: &FunctionRef) {
        match function {
            FunctionRef::Module {
                module: owner,
                name,
                ..
            } if *owner == module.name => self.globals.insert(escape(*name)),
            FunctionRef::External { name, .. } => self.globals.insert(escape(*name)),
            FunctionRef::Module { .. } => false,
        };
    }

    /// An arm's parameters stand for values that its body uses.
    fn arms(&mut self, case: &Case) {
        for Arm { params, .. } in &case.arms {
            self.all(params);
        }
    }

    fn raise(&mut self, kind: &RaiseKind) {
        match kind {
            RaiseKind::Todo | RaiseKind::Panic => {}
            RaiseKind::LetAssert { value, .. } => self.local(*value),
            RaiseKind::Assert { condition, .. } => match condition {
                Asserted::BinaryOperator { left, right, .. } => {
                    self.asserted(left);
                    self.asserted(right);
                }
                Asserted::FunctionCall { arguments } => {
                    for argument in arguments {
                        self.asserted(argument);
                    }
                }
                Asserted::Expression(value) => self.asserted(value),
            },
        }
    }

    fn asserted(&mut self, value: &AssertedValue) {
        if let Some(local) = value.value {
            self.local(local);
        }
    }
}

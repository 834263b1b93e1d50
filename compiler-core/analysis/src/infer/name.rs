//! Names in expressions: variables, functions, constants and constructors.

use std::rc::Rc;

use source::{Name, Span};
use syntax::ast::{ExprId, Ident};

use crate::check::Checker;
use crate::checked::{Definition, LocalId, Resolution};
use crate::interface::Part;
use crate::problem::{FunctionInGuard, ModuleAsValue, UnknownConstructor, UnknownVariable};
use crate::scope::{Bound, Sort, Value, explains};
use crate::types::Ty;

use super::Place;

impl Checker<'_> {
    /// A lower-case name.
    pub(crate) fn variable(&mut self, id: ExprId, name: Ident) -> Ty {
        if self.frame.place != Place::Constant
            && let Some(bound) = self.locals.get(name.name)
        {
            return self.local(id, name.span, bound);
        }
        if let Some(value) = self.scope.values.get(&name.name).cloned() {
            self.usage.mentions_value(name.name);
            return self.module_value(id, name.span, &value);
        }
        self.unknown_variable(name);
        Ty::ERROR
    }

    fn local(&mut self, id: ExprId, span: Span, bound: Bound) -> Ty {
        self.use_local(bound.id, span);
        self.tables.resolutions[id] = Resolution::Local(bound.id);
        self.local_type(bound)
    }

    /// The type of a use of a variable: new each time where a closure's own type variables make
    /// it generic.
    pub(crate) fn local_type(&mut self, bound: Bound) -> Ty {
        if !self.frame.generic_locals {
            return bound.ty;
        }
        let known = self.known(bound.ty);
        self.instantiate(known, true)
    }

    /// Notes that a variable is read.
    pub(crate) fn use_local(&mut self, id: LocalId, span: Span) {
        if let Some(facts) = self.progress.locals.get_mut(id.index()) {
            facts.used = true;
        }
        self.mention(span, Definition::Local(id));
    }

    fn unknown_variable(&mut self, name: Ident) {
        if self.scope.broken_values.contains(&name.name) || explains(&self.module.broken, name.name)
        {
            return;
        }
        if self.scope.modules.contains_key(&name.name) {
            self.usage.mentions_module(name.name);
            return self.report(ModuleAsValue {
                span: name.span,
                name: name.name,
            });
        }
        let mut candidates = self.locals.names();
        let values = self.scope.values.keys();
        candidates.extend(values.filter(|name| !name.starts_with(char::is_uppercase)));
        self.report(UnknownVariable {
            others: Vec::new(),
            span: name.span,
            name: name.name,
            nearest: self.nearest(&name.name, candidates),
            discarded: self.progress.discarded.get(&name.name).copied(),
            modules: self.modules_with(name.name),
        });
    }

    /// The imported modules that have a value of that name.
    fn modules_with(&self, name: Name) -> Vec<Name> {
        let has = |path: Name| {
            self.library.saw(path, Part::Value(name));
            let interface = self.library.interface(path);
            interface.is_some_and(|interface| interface.values.contains_key(&name))
        };
        let modules = self.scope.modules.iter();
        modules
            .filter(|(_, module)| has(module.path))
            .map(|(local, _)| *local)
            .collect()
    }

    /// An upper-case name.
    pub(crate) fn constructor(&mut self, id: ExprId, name: Ident) -> Ty {
        match self.constructor_named(name) {
            Some(value) => self.module_value(id, name.span, &value),
            None => Ty::ERROR,
        }
    }

    /// The constructor of a name without a module; reports if there is none.
    pub(crate) fn constructor_named(&mut self, name: Ident) -> Option<Rc<Value>> {
        if let Some(value) = self.scope.values.get(&name.name).cloned() {
            self.usage.mentions_value(name.name);
            return Some(value);
        }
        let is_broken = self.scope.broken_values.contains(&name.name);
        if !is_broken && !explains(&self.module.broken, name.name) {
            let values = self.scope.values.keys().copied();
            let upper = values.filter(|name| name.starts_with(char::is_uppercase));
            self.report(UnknownConstructor {
                others: Vec::new(),
                span: name.span,
                name: name.name,
                nearest: self.nearest(&name.name, upper),
                is_type: self.scope.types.contains_key(&name.name),
                modules: self.modules_with(name.name),
            });
        }
        None
    }

    /// A use of a function, constant or constructor of any module.
    pub(crate) fn module_value(&mut self, id: ExprId, span: Span, value: &Rc<Value>) -> Ty {
        self.mention(span, Definition::Value(value.module, value.name));
        self.tables.resolutions[id] = Self::resolution(value);
        self.note_value(span, value);
        if value.module != self.input.name || matches!(value.sort, Sort::Constructor(_)) {
            return self.instantiate(value.ty, false);
        }
        if self.progress.group.contains(&value.name) {
            return self.instantiate(value.ty, true);
        }
        self.instantiate(value.ty, false)
    }

    /// What every use of a value may warn about or be refused for.
    fn note_value(&mut self, span: Span, value: &Rc<Value>) {
        let layer = if matches!(value.sort, Sort::Constructor(_)) {
            "constructor"
        } else {
            "value"
        };
        self.note_deprecated(span, layer, value.name, value.deprecated.as_ref());
        self.check_support(span, value);
        let is_function = match &value.sort {
            Sort::Function { .. } => true,
            Sort::Constructor(_) | Sort::Constant { .. } => false,
        };
        if is_function && self.frame.place == Place::Guard {
            self.report(FunctionInGuard {
                span,
                name: value.name,
            });
        }
    }

    fn resolution(value: &Value) -> Resolution {
        let (package, module, name) = (value.package, value.module, value.name);
        match &value.sort {
            Sort::Function {
                arity,
                external,
                public,
                ..
            } => Resolution::Function {
                package,
                module,
                name,
                arity: *arity,
                external: external.clone(),
                public: *public,
            },
            Sort::Constant { value, .. } => Resolution::Constant {
                package,
                module,
                name,
                value: value.clone(),
            },
            Sort::Constructor(constructor) => Resolution::Constructor((**constructor).clone()),
        }
    }

    /// The labels that a call of this expression may use.
    pub(crate) fn labels_of(&mut self, callee: ExprId) -> Option<(Name, Vec<Option<Name>>)> {
        let (module, name) = match &self.tables.resolutions[callee] {
            Resolution::Function { module, name, .. } => (*module, *name),
            Resolution::Constructor(constructor) => {
                return Some((constructor.name, constructor.fields.clone()));
            }
            _ => return None,
        };
        let value = if module == self.input.name {
            self.scope.values.get(&name).cloned()
        } else {
            let interface = self.interface(module)?;
            let types = &mut self.tables.types;
            self.scope.value_of(types, &self.library, interface, name)
        };
        value.map(|value| (name, value.labels.clone()))
    }
}

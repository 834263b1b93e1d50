//! Functions and constants: their signatures, then their bodies.

use std::collections::{BTreeSet, HashSet};
use std::rc::Rc;
use std::sync::Arc;

use source::{Name, Span};
use syntax::ast::{
    AttributeKind, Const, Function, Ident, Item, ItemKind, Param, PatternId, PatternKind,
    Publicity, Target,
};

use crate::check::Checker;
use crate::checked::{Definition, LocalId, PatternResolution};
use crate::interface::{ConstValue, Implementations, Purity};
use crate::problem::{
    DuplicateDefinition, DuplicateParameter, ExternalMissingAnnotation, NameSort, Situation,
};
use crate::scope::{Sort, TypeScope, Value, deprecation};
use crate::types::Ty;
use crate::usage::Node;

use super::{Frame, LocalOrigin, Place};

/// A function or constant whose signature is read.
#[derive(Debug, Clone)]
pub(crate) struct Prepared {
    /// Its name.
    pub(crate) name: Name,
    /// The types of its parameters; none for constants.
    pub(crate) params: Vec<Ty>,
    /// What it returns, or the constant's type.
    pub(crate) result: Ty,
    /// Its type.
    pub(crate) ty: Ty,
    /// The type variables of its annotations.
    pub(crate) types: TypeScope,
    /// See [`Frame::rigid`].
    pub(crate) rigid: HashSet<u32>,
    /// Where it can run, if all it uses can.
    pub(crate) implementations: Implementations,
    /// Where all that its body uses can run.
    pub(crate) narrowed: Implementations,
    /// Members of its own group that it uses.
    pub(crate) same_group: BTreeSet<Name>,
    /// What calling it may do.
    pub(crate) purity: Purity,
}

impl<'a> Checker<'a> {
    /// Names of functions and constants, and their types as far as they are annotated.
    pub(crate) fn define_values(&mut self) {
        for index in self.live.clone() {
            match &self.item(index).kind {
                ItemKind::Function(function) => self.define_function(index, function),
                ItemKind::Const(constant) => self.define_constant(index, constant),
                _ => {}
            }
        }
    }

    fn define_function(&mut self, index: usize, function: &'a Function) {
        let item = self.item(index);
        self.check_name(function.name, NameSort::Function);
        self.needs_internal(item);
        self.check_labels(
            function
                .params
                .iter()
                .map(|param| (param.span, param.label)),
        );
        self.check_parameters(&function.params);
        for label in function.params.iter().filter_map(|param| param.label) {
            self.check_name(label, NameSort::Label);
        }
        self.check_implemented(item, function);
        let external = self.external(item);
        self.enter_signature(externals(item).next().is_none());
        let params = self.signature_params(function, external.is_some());
        let result = self.signature_result(item, function, external.is_some());
        let ty = self.tables.types.function(params.clone(), result);
        let frame = std::mem::take(&mut self.frame);
        self.usage.enter(None);
        let implementations = own_implementations(item, function);
        let sort = Sort::Function {
            arity: params.len() as u32,
            public: item.publicity != Publicity::Private || function.body.is_some(),
            external,
            implementations,
            purity: own_purity(self, item),
        };
        let labels = function
            .params
            .iter()
            .map(|param| param.label.map(|it| it.name));
        self.add_value(item, function.name, ty, (labels.collect(), sort));
        let prepared = Prepared {
            name: function.name.name,
            params,
            result,
            ty,
            types: frame.types,
            rigid: frame.rigid,
            implementations,
            narrowed: Implementations::EVERYWHERE,
            same_group: BTreeSet::new(),
            purity: own_purity(self, item),
        };
        self.progress.prepared.insert(index, prepared);
    }

    fn signature_params(&mut self, function: &'a Function, foreign: bool) -> Vec<Ty> {
        let owner = Some(Node::Value(function.name.name));
        self.usage.enter(owner);
        let param = |param: &'a Param| {
            if let Some(annotation) = param.annotation {
                self.annotation(annotation)
            } else {
                if foreign {
                    self.report(ExternalMissingAnnotation {
                        span: param.span,
                        function: function.name.name,
                        is_return: false,
                    });
                }
                self.fresh()
            }
        };
        function.params.iter().map(param).collect()
    }

    fn signature_result(&mut self, item: &Item, function: &'a Function, foreign: bool) -> Ty {
        if let Some(annotation) = function.return_type {
            return self.annotation(annotation);
        }
        if foreign {
            self.report(ExternalMissingAnnotation {
                span: item.head(),
                function: function.name.name,
                is_return: true,
            });
        }
        self.fresh()
    }

    fn enter_signature(&mut self, holes: bool) {
        self.frame = Frame {
            types: TypeScope {
                open: true,
                holes,
                ..TypeScope::default()
            },
            ..Frame::default()
        };
    }

    fn define_constant(&mut self, index: usize, constant: &'a Const) {
        let item = self.item(index);
        self.check_name(constant.name, NameSort::Constant);
        self.needs_internal(item);
        self.enter_signature(true);
        self.usage.enter(Some(Node::Value(constant.name.name)));
        let ty = match constant.annotation {
            Some(annotation) => self.annotation(annotation),
            None => self.fresh(),
        };
        self.usage.enter(None);
        let frame = std::mem::take(&mut self.frame);
        let sort = Sort::Constant {
            value: Arc::new(ConstValue::Error),
            implementations: Implementations::EVERYWHERE,
        };
        self.add_value(item, constant.name, ty, (Vec::new(), sort));
        let prepared = Prepared {
            name: constant.name.name,
            params: Vec::new(),
            result: ty,
            ty,
            types: frame.types,
            rigid: frame.rigid,
            implementations: Implementations::EVERYWHERE,
            narrowed: Implementations::EVERYWHERE,
            same_group: BTreeSet::new(),
            purity: Purity::Pure,
        };
        self.progress.prepared.insert(index, prepared);
    }

    fn add_value(
        &mut self,
        item: &Item,
        name: Ident,
        ty: Ty,
        (labels, sort): (Vec<Option<Name>>, Sort),
    ) {
        if let Some(first) = self.scope.own_values.insert(name.name, item.head()) {
            self.scope.own_values.insert(name.name, first);
            let (span, name) = (item.head(), name.name);
            return self.report(DuplicateDefinition { span, name, first });
        }
        self.check_shadowing(item, name.name);
        let value = Value {
            package: self.input.package,
            module: self.input.name,
            name: name.name,
            ty,
            labels,
            sort,
            deprecated: deprecation(item),
        };
        if self.is_broken(name.name) {
            self.scope.values.remove(&name.name);
        } else {
            self.scope.broken_values.remove(&name.name);
            self.scope.values.insert(name.name, Rc::new(value));
        }
        let definition = Definition::Value(self.input.name, name.name);
        self.define(definition, name, item, ty);
        let public = item.publicity != Publicity::Private;
        self.usage.own(Node::Value(name.name), name.span, public);
    }

    /// Each parameter has a name of its own, and labels are spelled as they should be.
    pub(crate) fn check_parameters(&mut self, params: &[Param]) {
        for label in params.iter().filter_map(|param| param.label) {
            self.check_name(label, NameSort::Label);
        }
        self.check_parameter_names(params.iter().map(|param| param.pattern));
    }

    /// Each parameter has a name of its own.
    pub(crate) fn check_parameter_names(&mut self, params: impl Iterator<Item = PatternId>) {
        let mut seen = std::collections::BTreeMap::new();
        for param in params {
            let PatternKind::Var(name) = &self.module.patterns[param].kind else {
                continue;
            };
            if let Some(first) = seen.insert(name.name, name.span) {
                let (span, name) = (name.span, name.name);
                self.report(DuplicateParameter { span, name, first });
            }
        }
    }

    /// Infers the body of a function and narrows its types.
    pub(crate) fn infer_function(&mut self, index: usize, function: &'a Function) {
        let Some(prepared) = self.progress.prepared.get(&index).cloned() else {
            return;
        };
        let Some(body) = &function.body else {
            return self.bind_unused_params(function, &prepared.params);
        };
        let item = self.item(index);
        self.open_frame(&prepared, Place::Body);
        self.frame.types.holes = true;
        self.frame.foreign = self.external(item).is_some();
        let mark = self.locals.mark();
        self.bind_params(&function.params, &prepared.params, LocalOrigin::Parameter);
        self.frame.params = self.bound_params(&function.params);
        let found = self.body(body, Span::new(item.definition.start, function.end));
        let span = self.result_span(body, function.head);
        self.expect(prepared.result, found, span, Situation::Return);
        self.locals.leave(mark);
        self.close_frame(index);
    }

    /// The parameters of a function without a body are variables too, that nobody misses.
    fn bind_unused_params(&mut self, function: &'a Function, types: &[Ty]) {
        let (mark, first) = (self.locals.mark(), self.progress.locals.len());
        self.bind_params(&function.params, types, LocalOrigin::Parameter);
        self.locals.leave(mark);
        for facts in &mut self.progress.locals[first..] {
            facts.used = true;
        }
    }

    /// Brings parameters into scope.
    pub(crate) fn bind_params(&mut self, params: &'a [Param], types: &[Ty], origin: LocalOrigin) {
        for (index, (param, ty)) in params.iter().zip(types).enumerate() {
            self.tables.pattern_types[param.pattern] = *ty;
            match &self.module.patterns[param.pattern].kind {
                PatternKind::Var(name) => {
                    let name = *name;
                    self.check_name(name, NameSort::Parameter);
                    self.forgive_hidden(name.name, &params[..index]);
                    let id = self.new_local(name, *ty, origin);
                    self.tables.patterns[param.pattern] = PatternResolution::Local(id);
                    self.locals.bind(name.name, id, *ty);
                }
                PatternKind::Discard(name) => {
                    let name = *name;
                    self.note_discard(name);
                }
                _ => {}
            }
        }
    }

    /// A parameter whose name another one takes is told of already.
    fn forgive_hidden(&mut self, name: Name, before: &[Param]) {
        let has_name = |param: &Param| matches!(&self.module.patterns[param.pattern].kind, PatternKind::Var(it) if it.name == name);
        if before.iter().any(has_name)
            && let Some(hidden) = self.locals.get(name)
        {
            self.progress.locals[hidden.id.index()].used = true;
        }
    }

    fn bound_params(&self, params: &[Param]) -> Vec<Option<LocalId>> {
        let local = |param: &Param| match self.tables.patterns[param.pattern] {
            PatternResolution::Local(id) => Some(id),
            _ => None,
        };
        params.iter().map(local).collect()
    }

    /// Infers the value of a constant. Nothing is known of the type of one that needs itself.
    pub(crate) fn infer_constant(&mut self, index: usize, constant: &'a Const, recursive: bool) {
        let Some(prepared) = self.progress.prepared.get(&index).cloned() else {
            return;
        };
        self.open_frame(&prepared, Place::Constant);
        let found = self.expr(constant.value);
        let span = self.module.exprs[constant.value].span;
        if !recursive {
            self.expect(prepared.result, found, span, Situation::Annotation);
        }
        self.close_frame(index);
    }

    fn open_frame(&mut self, prepared: &Prepared, place: Place) {
        self.frame = Frame {
            types: prepared.types.clone(),
            rigid: prepared.rigid.clone(),
            owner: Some(prepared.name),
            place,
            ..Frame::default()
        };
        self.progress.discarded.clear();
        self.usage.enter(Some(Node::Value(prepared.name)));
    }

    fn close_frame(&mut self, index: usize) {
        let frame = std::mem::take(&mut self.frame);
        self.usage.enter(None);
        if let Some(prepared) = self.progress.prepared.get_mut(&index) {
            prepared.same_group = frame.same_group;
            prepared.narrowed = frame.implementations.unwrap_or(Implementations::EVERYWHERE);
            if let Some(purity) = frame.purity {
                prepared.purity = prepared.purity.and(purity);
            }
        }
    }

    /// The foreign function or type that an item stands for on this target.
    pub(crate) fn external(&self, item: &Item) -> Option<(Arc<str>, Arc<str>)> {
        let target = self.input.options.target;
        externals(item)
            .find(|(only, _)| *only == target)
            .map(|(_, external)| external)
    }
}

/// The foreign functions of an item.
pub(crate) fn externals(item: &Item) -> impl Iterator<Item = (Target, (Arc<str>, Arc<str>))> {
    item.attributes
        .iter()
        .filter_map(|attribute| match &attribute.kind {
            AttributeKind::External {
                target,
                module,
                function,
            } => Some((*target, (module.0.clone(), function.0.clone()))),
            _ => None,
        })
}

fn own_implementations(item: &Item, function: &Function) -> Implementations {
    let on = |wanted: Target| externals(item).any(|(target, _)| target == wanted);
    let gleam = function.body.is_some();
    Implementations {
        gleam,
        can_run_on_erlang: gleam || on(Target::Erlang),
        can_run_on_javascript: gleam || on(Target::JavaScript),
        uses_erlang_externals: on(Target::Erlang),
        uses_javascript_externals: on(Target::JavaScript),
    }
}

fn own_purity(checker: &Checker<'_>, item: &Item) -> Purity {
    match externals(item).next() {
        None => Purity::Pure,
        Some(_) if checker.input.options.trusted_pure => Purity::TrustedPure,
        Some(_) => Purity::Impure,
    }
}

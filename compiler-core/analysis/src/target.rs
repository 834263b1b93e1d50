//! What exists on which target.

use std::collections::BTreeMap;
use std::rc::Rc;

use source::{Name, Span};
use syntax::ast::{AttributeKind, Function, Item, ItemKind, Publicity, Target};

use crate::check::Checker;
use crate::features::Feature;
use crate::infer::externals;
use crate::interface::Implementations;
use crate::problem::{
    ExternalTypeWithConstructors, InvalidJavaScriptFunction, InvalidJavaScriptModule,
    NoImplementation, UnsupportedPublicFunction, UnsupportedValue,
};
use crate::scope::Value;

impl Implementations {
    /// What runs everywhere.
    pub const EVERYWHERE: Self = Self {
        gleam: true,
        can_run_on_erlang: true,
        can_run_on_javascript: true,
        uses_erlang_externals: false,
        uses_javascript_externals: false,
    };

    /// Whether it has meaning on a target.
    pub fn supports(self, target: Target) -> bool {
        self.gleam
            || match target {
                Target::Erlang => self.can_run_on_erlang,
                Target::JavaScript => self.can_run_on_javascript,
            }
    }

    /// What uses both has.
    #[must_use]
    pub fn and(self, other: Self) -> Self {
        Self {
            gleam: self.gleam && other.gleam,
            can_run_on_erlang: self.can_run_on_erlang && other.supports(Target::Erlang),
            can_run_on_javascript: self.can_run_on_javascript && other.supports(Target::JavaScript),
            uses_erlang_externals: self.uses_erlang_externals || other.uses_erlang_externals,
            uses_javascript_externals: self.uses_javascript_externals
                || other.uses_javascript_externals,
        }
    }
}

impl Checker<'_> {
    /// Notes where a used value can run; reports if it cannot run here.
    pub(crate) fn check_support(&mut self, span: Span, value: &Rc<Value>) {
        let found = value.implementations();
        if value.module == self.input.name && self.progress.group.contains(&value.name) {
            self.frame.same_group.insert(value.name);
        }
        let known = self
            .frame
            .implementations
            .unwrap_or(Implementations::EVERYWHERE);
        self.frame.implementations = Some(known.and(found));
        let options = &self.input.options;
        if options.is_root && !found.supports(options.target) && !self.frame.foreign {
            self.report(UnsupportedValue {
                span,
                name: value.name,
                target: self.input.options.target,
            });
        }
    }

    /// An unqualified import of what cannot run here is an error too.
    pub(crate) fn check_imported_support(&mut self, name: Name, span: Span) {
        let Some(value) = self.scope.values.get(&name) else {
            return;
        };
        let options = &self.input.options;
        if options.is_root && !value.implementations().supports(options.target) {
            self.report(UnsupportedValue {
                span,
                name,
                target: self.input.options.target,
            });
        }
    }

    /// Members of a group that use each other can run where all of them can.
    pub(crate) fn spread_support(&mut self, group: &[usize]) {
        let members: BTreeMap<Name, usize> = group
            .iter()
            .filter_map(|index| Some((self.progress.prepared.get(index)?.name, *index)))
            .collect();
        let mut changed = true;
        while changed {
            changed = false;
            for index in group {
                let narrowed = self.narrowed(*index, &members);
                if let Some(prepared) = self.progress.prepared.get_mut(index)
                    && prepared.implementations != narrowed
                {
                    prepared.implementations = narrowed;
                    changed = true;
                }
            }
        }
    }

    /// What a definition's own externals allow, and what all that it uses allows.
    fn narrowed(&self, index: usize, members: &BTreeMap<Name, usize>) -> Implementations {
        let Some(prepared) = self.progress.prepared.get(&index) else {
            return Implementations::EVERYWHERE;
        };
        let uses = prepared
            .same_group
            .iter()
            .filter_map(|name| self.progress.prepared.get(members.get(name)?))
            .fold(prepared.narrowed, |all, member| {
                all.and(member.implementations)
            });
        let mut narrowed = prepared.implementations.and(uses);
        for (target, _) in externals(self.item(index)) {
            match target {
                Target::Erlang => narrowed.can_run_on_erlang = true,
                Target::JavaScript => narrowed.can_run_on_javascript = true,
            }
        }
        narrowed
    }

    /// Rules for functions with or without bodies and foreign counterparts.
    pub(crate) fn check_implemented(&mut self, item: &Item, function: &Function) {
        let mut any = false;
        for (target, (module, name)) in externals(item) {
            any = true;
            if target == Target::JavaScript {
                self.check_javascript_names(item, &module, &name);
            }
        }
        if function.body.is_some() {
            return;
        }
        let name = function.name.name;
        if !any {
            return self.report(NoImplementation {
                span: item.head(),
                name,
            });
        }
        let options = &self.input.options;
        let public = item.publicity != Publicity::Private;
        if options.is_root && public && self.external(item).is_none() {
            self.report(UnsupportedPublicFunction {
                span: item.head(),
                name,
                target: self.input.options.target,
            });
        }
    }

    fn check_javascript_names(&mut self, item: &Item, module: &str, function: &str) {
        let module_char = |it: char| {
            it.is_ascii_alphanumeric() || matches!(it, '@' | '.' | '/' | ':' | '_' | '-')
        };
        let word = |it: char| it.is_ascii_alphanumeric() || it == '_';
        let first = function.chars().next();
        let span = item.head();
        if module.contains('@') {
            self.needs(Feature::ScopedJavaScriptModule, javascript_span(item));
        }
        if module.is_empty() || !module.chars().all(module_char) {
            self.report(InvalidJavaScriptModule {
                span,
                name: Name::new(module),
            });
        }
        let starts = first.is_some_and(|it| it.is_ascii_alphabetic() || it == '_');
        if !starts || !function.chars().all(word) {
            self.report(InvalidJavaScriptFunction {
                span,
                name: Name::new(function),
            });
        }
    }

    /// Only types without constructors can be foreign.
    pub(crate) fn check_external_type(&mut self, item: &Item) {
        if let ItemKind::CustomType(custom) = &item.kind
            && !custom.variants.is_empty()
            && externals(item).next().is_some()
        {
            self.report(ExternalTypeWithConstructors {
                span: item.head(),
                name: custom.name.name,
            });
        }
    }
}

/// Where the JavaScript `@external` of an item stands.
fn javascript_span(item: &Item) -> Span {
    let mut attributes = item.attributes.iter();
    let found = attributes.find(|attribute| {
        matches!(
            attribute.kind,
            AttributeKind::External {
                target: Target::JavaScript,
                ..
            }
        )
    });
    found.map_or(item.span, |attribute| attribute.span)
}

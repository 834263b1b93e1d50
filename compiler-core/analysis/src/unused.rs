//! Warnings about what nobody uses.

use std::collections::BTreeSet;

use source::{Name, Span};
use syntax::ast::{Import, ItemKind};

use crate::check::Checker;
use crate::checked::Local;
use crate::infer::LocalFacts;
use crate::problem::{
    UnusedAlias, UnusedConstant, UnusedConstructor, UnusedFunction, UnusedImport,
    UnusedImportedItem, UnusedRecursiveArgument, UnusedType, UnusedVariable,
};
use crate::usage::Node;

impl Checker<'_> {
    /// Reports private definitions that nothing public reaches.
    pub(crate) fn report_unused(&mut self, reached: &BTreeSet<Node>) {
        for index in self.live.clone() {
            match &self.item(index).kind {
                ItemKind::Function(function) => {
                    let (span, name) = (self.item(index).head(), function.name.name);
                    if !reached.contains(&Node::Value(name)) {
                        self.report(UnusedFunction { span, name });
                    }
                }
                ItemKind::Const(constant) => {
                    let (span, name) = (self.item(index).head(), constant.name.name);
                    if !reached.contains(&Node::Value(name)) {
                        self.report(UnusedConstant { span, name });
                    }
                }
                ItemKind::CustomType(custom) => {
                    let variants = custom.variants.iter().map(|variant| variant.name);
                    let unused: Vec<_> = variants
                        .filter(|name| !reached.contains(&Node::Value(name.name)))
                        .collect();
                    let type_reached = reached.contains(&Node::Type(custom.name.name));
                    self.report_unused_type(
                        self.item(index).head(),
                        custom.name.name,
                        type_reached,
                    );
                    for name in unused {
                        self.report(UnusedConstructor {
                            span: name.span,
                            name: name.name,
                        });
                    }
                }
                ItemKind::Alias(alias) => {
                    let used = reached.contains(&Node::Type(alias.name.name));
                    self.report_unused_type(self.item(index).head(), alias.name.name, used);
                }
                ItemKind::Import(import) => {
                    self.report_unused_import(self.item(index).head(), import, reached);
                }
                ItemKind::Error => {}
            }
        }
    }

    fn report_unused_type(&mut self, span: Span, name: Name, used: bool) {
        if !used {
            self.report(UnusedType { span, name });
        }
    }

    fn report_unused_import(&mut self, span: Span, import: &Import, reached: &BTreeSet<Node>) {
        let module = self
            .usage
            .modules
            .values()
            .find(|it| it.span == span)
            .copied();
        let mut unused = Vec::new();
        let mut any_used = false;
        for item in &import.unqualified {
            let name = item.alias.unwrap_or(item.name).name;
            let (node, imported) = if item.is_type {
                (Node::Type(name), self.scope.imported_types.get(&name))
            } else {
                (Node::Value(name), self.scope.imported_values.get(&name))
            };
            let hidden = self.usage.own.contains_key(&node);
            if imported == Some(&item.span) && (hidden || !reached.contains(&node)) {
                unused.push((item.span, name));
            } else {
                any_used = true;
            }
        }
        if let Some(module) = module
            && !module.used
        {
            let any_renamed = import.unqualified.iter().any(|item| item.alias.is_some());
            if !any_used && (import.alias.is_some() || !any_renamed) {
                return self.report(UnusedImport {
                    span,
                    module: import.module.name,
                });
            }
            if let (Some(alias), Some(name)) = (import.alias_span, import.alias) {
                self.report(UnusedAlias {
                    span: alias,
                    name: name.name,
                });
            }
        }
        for (span, name) in unused {
            self.report(UnusedImportedItem { span, name });
        }
    }

    /// Reports variables that nothing reads.
    pub(crate) fn report_unused_variables(&mut self) {
        let unused: Vec<(Local, LocalFacts)> = self
            .tables
            .locals
            .iter()
            .zip(&self.progress.locals)
            .filter(|(_, facts)| !facts.used)
            .map(|((_, local), facts)| (*local, *facts))
            .collect();
        for (local, facts) in unused {
            let (span, name) = (local.span, local.name);
            if facts.forwarded {
                self.report(UnusedRecursiveArgument { span, name });
            } else {
                let origin = facts.origin;
                self.report(UnusedVariable { span, name, origin });
            }
        }
    }
}

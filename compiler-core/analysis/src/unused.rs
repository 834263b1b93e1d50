//! Warnings about what nobody uses.

use std::collections::BTreeSet;

use source::{Name, Span};
use syntax::ast::{Import, ItemKind};

use crate::check::Checker;
use crate::infer::LocalOrigin;
use crate::problem::{
    UnusedAlias, UnusedConstant, UnusedConstructor, UnusedFunction, UnusedImport,
    UnusedImportedItem, UnusedType, UnusedVariable,
};
use crate::usage::Node;

impl Checker<'_> {
    /// Reports private definitions that nothing public reaches.
    pub(crate) fn report_unused(&mut self, reached: &BTreeSet<Node>) {
        for index in self.live.clone() {
            match &self.item(index).kind {
                ItemKind::Function(function) => {
                    let (span, name) = (function.name.span, function.name.name);
                    if !reached.contains(&Node::Value(name)) {
                        self.report(UnusedFunction { span, name });
                    }
                }
                ItemKind::Const(constant) => {
                    let (span, name) = (constant.name.span, constant.name.name);
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
                    self.report_unused_type(custom.name.span, custom.name.name, type_reached);
                    for name in unused {
                        self.report(UnusedConstructor {
                            span: name.span,
                            name: name.name,
                        });
                    }
                }
                ItemKind::Alias(alias) => {
                    let used = reached.contains(&Node::Type(alias.name.name));
                    self.report_unused_type(alias.name.span, alias.name.name, used);
                }
                ItemKind::Import(import) => self.report_unused_import(import),
                ItemKind::Error => {}
            }
        }
    }

    fn report_unused_type(&mut self, span: Span, name: Name, used: bool) {
        if !used {
            self.report(UnusedType { span, name });
        }
    }

    fn report_unused_import(&mut self, import: &Import) {
        let module = self
            .usage
            .modules
            .values()
            .find(|it| it.span.start == import.module.span.start)
            .copied();
        let mut unused = Vec::new();
        let mut any_used = false;
        for item in &import.unqualified {
            let name = item.alias.unwrap_or(item.name).name;
            let known = if item.is_type {
                self.usage.types.get(&name)
            } else {
                self.usage.values.get(&name)
            };
            match known {
                Some((span, false)) if *span == item.span => unused.push((*span, name)),
                _ => any_used = true,
            }
        }
        if let Some(module) = module
            && !module.used
        {
            if !any_used {
                return self.report(UnusedImport {
                    span: module.span,
                    module: import.module.name,
                });
            }
            if let (Some(alias), Some(name)) = (module.alias, import.alias) {
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
        let unused: Vec<(Name, Span, LocalOrigin)> = self
            .tables
            .locals
            .iter()
            .zip(&self.progress.locals)
            .filter(|(_, facts)| !facts.used)
            .map(|((_, local), facts)| (local.name, local.span, facts.origin))
            .collect();
        for (name, span, origin) in unused {
            self.report(UnusedVariable { span, name, origin });
        }
    }
}

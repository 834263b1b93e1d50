//! What is left once everything is inferred: patterns, unused names, the result.

use std::collections::BTreeSet;
use std::rc::Rc;
use std::sync::Arc;

use source::Name;
use syntax::ast::{Function, ItemKind};

use crate::check::Checker;
use crate::checked::{Checked, ConstantInfo, Definition, DefinitionInfo, FunctionInfo};
use crate::interface::{ConstValue, ConstructorRef};
use crate::patterns::{self, Finding, MatchKind, Variants};
use crate::problem::{ImpossibleAssert, MissingPatterns, NeedlessAssert, UnreachablePattern};
use crate::scope::{Library, Sort, TypeMeaning, deprecation, is_internal, substitute};
use crate::types::{Spelling, Ty, TyKind, TypeStore};
use crate::usage::Node;

impl Checker<'_> {
    /// The result.
    pub(crate) fn finish(mut self) -> Checked {
        self.evaluate_constants();
        self.check_leaks();
        self.close_tables();
        let spelling = self.spelling();
        self.compile_patterns(&spelling);
        let reached = self.usage.reached();
        self.report_unused(&reached);
        self.report_unused_variables();
        self.describe_values(&reached);
        self.describe_definitions();
        let mut interface = self.interface_of_module();
        let templates = self.own_templates();
        interface.templates = self.public_templates(&templates, &interface);
        let templates = self.mentioned_templates(templates);
        self.problems.sort_by_key(super::problem::Problem::span);
        let mut mentions = self.outcome.mentions;
        mentions.sort_by_key(|mention| (mention.span, mention.definition));
        mentions.dedup();
        Checked {
            package: self.input.package,
            module: self.input.name,
            tables: self.tables,
            functions: self.outcome.functions,
            constants: self.outcome.constants,
            constant_order: self.outcome.constant_order,
            custom_types: self.outcome.custom_types,
            interface,
            templates,
            definitions: self.outcome.definitions,
            mentions,
            spelling,
            looked_at: self.library.looked_at(),
            problems: self.problems,
        }
    }

    fn spelling(&self) -> Spelling {
        let mut spelling = Spelling {
            module: Some(self.input.name),
            ..Spelling::default()
        };
        for (here, meaning) in &self.scope.types {
            if let TypeMeaning::Custom { module, name, .. } = meaning {
                spelling.types.insert((*module, *name), *here);
            }
        }
        for (here, value) in &self.scope.values {
            spelling.values.insert((value.module, value.name), *here);
        }
        for (local, module) in &self.scope.modules {
            spelling.modules.insert(module.path, *local);
        }
        spelling
    }

    fn compile_patterns(&mut self, spelling: &Spelling) {
        let matches = std::mem::take(&mut self.matches);
        let variants = KnownVariants {
            library: &self.library,
            spelling,
            package: self.input.package,
        };
        let findings = patterns::compile(self.module, &mut self.tables, &variants, &matches);
        for finding in findings {
            self.report_finding(finding);
        }
    }

    fn report_finding(&mut self, finding: Finding) {
        match finding {
            Finding::Missing {
                span,
                kind,
                patterns,
                ..
            } => self.report(MissingPatterns {
                span,
                in_case: kind == MatchKind::Case,
                patterns,
            }),
            Finding::Unreachable { span, reason } => {
                self.report(UnreachablePattern { span, reason });
            }
            Finding::NeedlessAssert { assert: span } => {
                self.report(NeedlessAssert { span });
            }
            Finding::ImpossibleAssert { pattern, reason } => {
                let span = self.module.patterns[pattern].span;
                self.report(ImpossibleAssert { span, reason });
            }
        }
    }

    fn describe_values(&mut self, reached: &BTreeSet<Node>) {
        let in_constants = self.mentioned_by_public_constants();
        for index in self.live.clone() {
            let item = self.item(index);
            match &item.kind {
                ItemKind::Function(function) => {
                    let name = function.name.name;
                    let Some(prepared) = self.progress.prepared.get(&index) else {
                        continue;
                    };
                    let info = FunctionInfo {
                        ty: prepared.ty,
                        external: self.external(item),
                        supported: prepared.implementations.supports(self.input.options.target),
                        used: reached.contains(&Node::Value(name)),
                        in_public_constant: in_constants.contains(&name),
                        internal: is_internal(item),
                        deprecated: deprecation(item),
                    };
                    self.outcome.functions.insert(index, info);
                }
                ItemKind::Const(constant) => {
                    self.describe_constant(index, constant.name.name, reached);
                }
                _ => {}
            }
        }
    }

    fn describe_constant(&mut self, index: usize, name: Name, reached: &BTreeSet<Node>) {
        let Some(prepared) = self.progress.prepared.get(&index) else {
            return;
        };
        let value = match self.scope.values.get(&name).map(|value| &value.sort) {
            Some(Sort::Constant { value, .. }) => value.clone(),
            _ => Arc::new(ConstValue::Error),
        };
        let info = ConstantInfo {
            ty: prepared.ty,
            value,
            supported: prepared.implementations.supports(self.input.options.target),
            used: reached.contains(&Node::Value(name)),
        };
        self.outcome.constants.insert(index, info);
    }

    /// The functions of this module that the values of public constants hold.
    fn mentioned_by_public_constants(&self) -> BTreeSet<Name> {
        let mut names = BTreeSet::new();
        let mut seen = BTreeSet::new();
        for value in self.scope.values.values() {
            let public = self
                .usage
                .own
                .get(&Node::Value(value.name))
                .is_some_and(|own| own.1);
            if let Sort::Constant {
                value: constant, ..
            } = &value.sort
                && value.module == self.input.name
                && public
            {
                collect_functions(constant, self.input.name, &mut names, &mut seen);
            }
        }
        names
    }

    fn describe_definitions(&mut self) {
        for (id, local) in self.tables.locals.iter() {
            let info = DefinitionInfo {
                name_span: local.span,
                span: local.span,
                docs: String::new(),
                ty: local.ty,
            };
            self.outcome.definitions.insert(Definition::Local(id), info);
        }
        for prepared in self.progress.prepared.values() {
            let definition = Definition::Value(self.input.name, prepared.name);
            if let Some(info) = self.outcome.definitions.get_mut(&definition) {
                info.ty = prepared.ty;
            }
        }
        for index in self.live.clone() {
            if let ItemKind::Function(function) = &self.item(index).kind {
                self.describe_labels(function);
            }
        }
    }

    fn describe_labels(&mut self, function: &Function) {
        let (module, owner) = (self.input.name, function.name.name);
        let params = match self
            .outcome
            .definitions
            .get(&Definition::Value(module, owner))
        {
            Some(info) if info.name_span == function.name.span => self.tables.types.kind(info.ty),
            _ => return,
        };
        let TyKind::Fn { params, .. } = params.clone() else {
            return;
        };
        for (param, ty) in function.params.iter().zip(params) {
            let Some(label) = param.label else {
                continue;
            };
            let definition = Definition::Label(module, owner, label.name);
            let info = DefinitionInfo {
                name_span: label.span,
                span: param.span,
                docs: String::new(),
                ty,
            };
            self.outcome.definitions.entry(definition).or_insert(info);
            self.mention(label.span, definition);
        }
    }
}

/// The functions of `module` that a constant holds; constants in `seen` were looked at already.
fn collect_functions(
    value: &ConstValue,
    module: Name,
    names: &mut BTreeSet<Name>,
    seen: &mut BTreeSet<(Name, Name)>,
) {
    let mut todo = vec![value];
    while let Some(value) = todo.pop() {
        match value {
            ConstValue::Function {
                module: found,
                name,
                ..
            } if *found == module => {
                names.insert(*name);
            }
            ConstValue::Tuple(items) | ConstValue::Construct(_, items) => todo.extend(&**items),
            ConstValue::List(items, tail) => todo.extend(items.iter().chain(tail.as_deref())),
            ConstValue::Constant {
                module,
                name,
                value,
                ..
            } if seen.insert((*module, *name)) => todo.push(value),
            _ => {}
        }
    }
}

/// What patterns may know of types.
struct KnownVariants<'a> {
    library: &'a Library<'a>,
    spelling: &'a Spelling,
    package: Name,
}

impl Variants for KnownVariants<'_> {
    fn variants(&self, types: &mut TypeStore, ty: Ty) -> Option<Vec<(ConstructorRef, Vec<Ty>)>> {
        let TyKind::Named {
            module, name, args, ..
        } = types.kind(ty).clone()
        else {
            return None;
        };
        let entry: Rc<_> = self.library.custom_type(types, module, name)?;
        if entry.variants.is_empty() {
            return None;
        }
        let variants = entry.variants.iter().map(|variant| {
            let fields = variant.fields.iter();
            let fields = fields
                .map(|(_, ty)| substitute(types, *ty, &args))
                .collect();
            ((*variant.constructor).clone(), fields)
        });
        Some(variants.collect())
    }

    fn written(&self, constructor: &ConstructorRef) -> String {
        self.spelling.constructor(constructor)
    }

    fn package(&self) -> Name {
        self.package
    }
}

//! Definitions.

use std::collections::{BTreeSet, HashMap};

use analysis::checked::{Definition, FunctionInfo, PatternResolution, TypeInfo};
use source::Name;
use syntax::ast::{self, Docs, Item, ItemKind, PatternId, PatternKind, Publicity};

use super::Lower;
use crate::node::{
    Alias, Constant, CustomType, Field, Function, FunctionBody, Local, LocalId, Target, Variant,
};
use crate::{Ty, TyKind};

impl<'a> Lower<'a> {
    pub(super) fn custom_types(&self) -> Vec<CustomType> {
        let functions = self.checked.functions.values();
        let foreign = functions.filter(|function| function.external.is_some());
        let foreign = self.own_types(foreign.map(|function| function.ty));
        let constants = self.checked.constants.iter();
        let public = constants.filter(|(index, _)| is_public(&self.module.items[**index]));
        let inlined = self.own_types(public.map(|(_, constant)| constant.ty));
        let infos = self.checked.custom_types.iter();
        infos
            .filter_map(|(index, info)| {
                let item = &self.module.items[*index];
                let ItemKind::CustomType(custom_type) = &item.kind else {
                    return None;
                };
                let name = custom_type.name.name;
                Some(CustomType {
                    foreign: foreign.contains(&name),
                    inlined: inlined.contains(&name),
                    ..lower_custom_type(item, custom_type, info)
                })
            })
            .collect()
    }

    pub(super) fn aliases(&mut self) -> Vec<Alias> {
        let interface = &self.checked.interface;
        let mut imported = HashMap::new();
        let mut aliases = Vec::new();
        for (name, alias) in &interface.aliases {
            let types = &interface.types;
            let definition = Definition::Type(self.checked.module, *name);
            let info = self.checked.definitions.get(&definition);
            aliases.push(Alias {
                name: *name,
                parameters: alias.parameters.clone(),
                aliased: self.types.import(types, alias.aliased, &mut imported),
                docs: info.map_or_else(String::new, |info| info.docs.clone()),
            });
        }
        aliases
    }

    /// The types of this module that stand somewhere in `types`.
    fn own_types(&self, types: impl Iterator<Item = Ty>) -> BTreeSet<Name> {
        let mut found = BTreeSet::new();
        let mut todo: Vec<Ty> = types.collect();
        while let Some(ty) = todo.pop() {
            match self.tables.types.kind(ty) {
                TyKind::Named {
                    module, name, args, ..
                } => {
                    if *module == self.checked.module {
                        found.insert(*name);
                    }
                    todo.extend(args);
                }
                TyKind::Tuple(items) => todo.extend(items),
                TyKind::Fn { params, result } => todo.extend(params.iter().chain([result])),
                TyKind::Generic(_) | TyKind::Error | TyKind::Var(_) => {}
            }
        }
        found
    }

    pub(super) fn constants(&mut self) -> Vec<Constant> {
        let mut constants = Vec::new();
        for index in &self.checked.constant_order {
            let item = &self.module.items[*index];
            let (ItemKind::Const(constant), Some(info)) =
                (&item.kind, self.checked.constants.get(index))
            else {
                continue;
            };
            let public = is_public(item);
            if info.supported && (public || info.used) {
                let span = constant.name.span;
                constants.push(Constant {
                    name: constant.name.name,
                    public,
                    value: self.const_value(&info.value, span),
                    ty: info.ty,
                    docs: docs(item.docs.as_ref()),
                    span,
                });
            }
        }
        constants
    }

    pub(super) fn functions(&mut self) -> Vec<Function> {
        let mut functions = Vec::new();
        for (index, info) in &self.checked.functions {
            let item = &self.module.items[*index];
            let ItemKind::Function(function) = &item.kind else {
                continue;
            };
            let public = is_public(item) || info.in_public_constant;
            // Private foreign functions are called directly on the BEAM.
            let has_form = public || info.external.is_none() || self.target != Target::Erlang;
            if info.supported && (public || info.used) && has_form {
                functions.push(self.lower_function(item, function, info));
            }
        }
        functions
    }

    fn lower_function(
        &mut self,
        item: &'a Item,
        function: &'a ast::Function,
        info: &FunctionInfo,
    ) -> Function {
        self.function = function.name.name;
        let params = self.parameters(function.params.iter().map(|param| param.pattern));
        let body = match (&info.external, &function.body) {
            (Some((module, function)), _) => FunctionBody::External {
                module: module.clone(),
                function: function.clone(),
            },
            (None, body) => {
                let statements = body.as_deref().unwrap_or(&[]);
                FunctionBody::Gleam(self.statements(Vec::new(), statements, function.head))
            }
        };
        Function {
            name: function.name.name,
            public: is_public(item) || info.in_public_constant,
            params,
            body,
            ty: info.ty,
            docs: docs(item.docs.as_ref()),
            internal: info.internal,
            deprecated: info.deprecated.clone(),
            span: function.head,
        }
    }

    /// New variables for parameters; discarded ones have one, too.
    pub(super) fn parameters(&mut self, patterns: impl Iterator<Item = PatternId>) -> Vec<LocalId> {
        patterns.map(|pattern| self.parameter(pattern)).collect()
    }

    pub(super) fn parameter(&mut self, pattern: PatternId) -> LocalId {
        if let PatternResolution::Local(local) = self.tables.patterns[pattern] {
            return self.variable(local);
        }
        let ty = self.tables.pattern_types[pattern];
        match &self.module.patterns[pattern].kind {
            PatternKind::Discard(ident) => {
                let name = ident.name;
                self.locals.alloc(Local { name, ty })
            }
            _ => self.temporary("_use", ty),
        }
    }
}

fn lower_custom_type(item: &Item, custom_type: &ast::CustomType, info: &TypeInfo) -> CustomType {
    let variants = custom_type.variants.iter().zip(&info.variants);
    let variants = variants.map(|(variant, fields)| Variant {
        name: variant.name.name,
        fields: fields
            .iter()
            .map(|(label, ty)| Field {
                label: *label,
                ty: *ty,
            })
            .collect(),
        docs: docs(variant.docs.as_ref()),
    });
    let parameters = custom_type.parameters.iter();
    CustomType {
        name: custom_type.name.name,
        public: is_public(item),
        opaque: custom_type.opaque.is_some(),
        parameters: parameters.map(|parameter| parameter.name).collect(),
        variants: variants.collect(),
        docs: docs(item.docs.as_ref()),
        external: info.external.clone(),
        foreign: false,
        inlined: false,
    }
}

fn is_public(item: &Item) -> bool {
    matches!(item.publicity, Publicity::Public(_))
}

fn docs(docs: Option<&Docs>) -> String {
    docs.map_or_else(String::new, |docs| docs.text.clone())
}

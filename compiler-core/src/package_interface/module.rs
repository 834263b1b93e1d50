//! The public face of one module.

use std::collections::BTreeMap;
use std::sync::Arc;

use analysis::interface::{Interface, TypeDefinition, ValueDefinition, ValueKind};
use analysis::types::{PRELUDE, Ty, TyKind};
use serde::{Serialize, Serializer};
use source::{Deep, Name, grow};
use syntax::ast::{CustomType, Docs, Item, ItemKind, Target};
use syntax::{CommentKind, Parsed};

use super::{
    AliasInterface, ConstantInterface, ConstructorInterface, Deprecation, FunctionInterface,
    ModuleInterface, Parameter, Type, TypeInterface,
};
use crate::pipeline::Full;

/// What `interface` lets others know, with the documentation in the source; `packages` says to
/// which package each module belongs.
pub(super) fn module(
    full: &Full,
    interface: &Interface,
    packages: &BTreeMap<Name, Name>,
    target: Target,
) -> ModuleInterface {
    let parsed = &full.parsed;
    let mut module = ModuleInterface {
        documentation: module_documentation(parsed, &full.source.text),
        type_aliases: BTreeMap::new(),
        types: BTreeMap::new(),
        constants: BTreeMap::new(),
        functions: BTreeMap::new(),
    };
    let reader = Reader {
        interface,
        packages,
    };
    let items = parsed.module.items.iter();
    for item in items.filter(|item| item.is_for(target)) {
        match &item.kind {
            ItemKind::Alias(alias) => reader.alias(item, alias.name.name, &mut module),
            ItemKind::CustomType(custom) => reader.custom_type(item, custom, &mut module),
            ItemKind::Const(constant) => reader.value(item, constant.name.name, &mut module),
            ItemKind::Function(function) => reader.value(item, function.name.name, &mut module),
            ItemKind::Import(_) | ItemKind::Error => {}
        }
    }
    module
}

fn module_documentation(parsed: &Parsed, text: &str) -> Vec<String> {
    let comments = parsed.trivia.comments.iter();
    comments
        .filter(|comment| comment.kind == CommentKind::Module)
        .map(|comment| comment.content(text).to_string())
        .collect()
}

struct Reader<'a> {
    interface: &'a Interface,
    packages: &'a BTreeMap<Name, Name>,
}

impl Reader<'_> {
    fn alias(&self, item: &Item, name: Name, module: &mut ModuleInterface) {
        let definition = self.interface.aliases.get(&name);
        let Some(definition) = definition.filter(|it| !it.internal) else {
            return;
        };
        let alias = AliasInterface {
            documentation: documentation(item.docs.as_ref()),
            deprecation: deprecation(definition.deprecated.as_ref()),
            parameters: definition.parameters.len(),
            alias: self.type_(definition.aliased),
        };
        module.type_aliases.insert(name, alias);
    }

    fn custom_type(&self, item: &Item, custom: &CustomType, module: &mut ModuleInterface) {
        let definition = self.interface.custom_types.get(&custom.name.name);
        let Some(definition) = definition.filter(|it| !it.internal) else {
            return;
        };
        let custom_type = TypeInterface {
            documentation: documentation(item.docs.as_ref()),
            deprecation: deprecation(definition.deprecated.as_ref()),
            parameters: definition.parameters.len(),
            constructors: self.constructors(definition, custom),
        };
        module.types.insert(custom.name.name, custom_type);
    }

    fn constructors(
        &self,
        definition: &TypeDefinition,
        custom: &CustomType,
    ) -> Vec<ConstructorInterface> {
        let variants = definition.variants.iter().zip(&custom.variants);
        let constructors = variants.map(|(variant, written)| ConstructorInterface {
            documentation: documentation(written.docs.as_ref()),
            name: variant.name,
            parameters: variant
                .fields
                .iter()
                .map(|field| self.parameter(field.label, field.ty))
                .collect(),
        });
        constructors.collect()
    }

    fn value(&self, item: &Item, name: Name, module: &mut ModuleInterface) {
        let definition = self.interface.values.get(&name);
        let Some(definition) = definition.filter(|it| !it.internal) else {
            return;
        };
        match &definition.kind {
            ValueKind::Function { labels, .. } => {
                let function = self.function(item, definition, labels);
                module.functions.extend(function.map(|it| (name, it)));
            }
            ValueKind::Constant {
                implementations, ..
            } => {
                let constant = ConstantInterface {
                    documentation: documentation(item.docs.as_ref()),
                    deprecation: deprecation(definition.deprecated.as_ref()),
                    implementations: (*implementations).into(),
                    type_: self.type_(definition.ty),
                };
                module.constants.insert(name, constant);
            }
            ValueKind::Constructor(_) => {}
        }
    }

    fn function(
        &self,
        item: &Item,
        definition: &ValueDefinition,
        labels: &[Option<Name>],
    ) -> Option<FunctionInterface> {
        let TyKind::Fn { params, result } = self.interface.types.kind(definition.ty) else {
            return None;
        };
        let ValueKind::Function {
            implementations, ..
        } = &definition.kind
        else {
            return None;
        };
        let parameters = params.iter().enumerate().map(|(index, ty)| {
            let label = labels.get(index).copied().flatten();
            self.parameter(label, *ty)
        });
        Some(FunctionInterface {
            documentation: documentation(item.docs.as_ref()),
            deprecation: deprecation(definition.deprecated.as_ref()),
            implementations: (*implementations).into(),
            parameters: parameters.collect(),
            return_: self.type_(*result),
        })
    }

    fn parameter(&self, label: Option<Name>, ty: Ty) -> Parameter {
        let type_ = self.type_(ty);
        Parameter { label, type_ }
    }

    fn type_(&self, ty: Ty) -> Type {
        grow(|| match self.interface.types.kind(ty) {
            TyKind::Named {
                module, name, args, ..
            } => Type::Named {
                name: *name,
                package: self.package(*module),
                module: *module,
                parameters: self.types(args),
            },
            TyKind::Fn { params, result } => Type::Fn {
                parameters: self.types(params),
                return_: self.types(&[*result]),
            },
            TyKind::Tuple(items) => Type::Tuple {
                elements: self.types(items),
            },
            TyKind::Generic(id) | TyKind::Var(id) => Type::Variable { id: *id },
            // Only of what has errors, and that is not exported.
            TyKind::Error => Type::Variable { id: u32::MAX },
        })
    }

    fn types(&self, types: &[Ty]) -> Deep<Vec<Type>> {
        let types: Vec<Type> = types.iter().map(|ty| self.type_(*ty)).collect();
        types.into()
    }

    fn package(&self, module: Name) -> Name {
        let package = self.packages.get(&module).copied();
        package
            .filter(|_| module != PRELUDE)
            .unwrap_or(Name::new(""))
    }
}

fn documentation(docs: Option<&Docs>) -> Option<String> {
    docs.map(|docs| format!("{}\n", docs.text))
}

fn deprecation(message: Option<&Arc<str>>) -> Option<Deprecation> {
    message.cloned().map(|message| Deprecation { message })
}

/// Writes the one type that there is, without brackets.
pub(super) fn only<S: Serializer>(
    types: &Deep<Vec<Type>>,
    serializer: S,
) -> Result<S::Ok, S::Error> {
    grow(|| types.first().serialize(serializer))
}

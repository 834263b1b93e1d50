//! Types and specifications.

use std::collections::BTreeMap;

use ir::TyKind;
use ir::node::{CustomType, Function, Variant};
use ir::{PRELUDE, Ty, TypeStore};
use source::Name;

use super::Writer;
use crate::core_erlang::name;
use crate::core_erlang::node::FunName;

/// How the type variables of a type are written.
struct Variables {
    /// How often each stands there; Erlang wants those that stand once to be `any()`.
    mentions: BTreeMap<u32, u32>,
    /// From how many on they are variables.
    least: u32,
}

impl Writer<'_> {
    /// `{name, Type, Parameters}`. A parameter that no field has stands in an alternative of its
    /// own, which no value has.
    pub(super) fn type_definition(&mut self, custom_type: &CustomType) {
        let store = &self.module.type_store;
        let count = custom_type.parameters.len() as u32;
        // The constructors are no secret of a type that is not opaque: foreign code keeps to them.
        let unknown = custom_type.opaque && custom_type.foreign;
        let variants = if unknown {
            &[]
        } else {
            &custom_type.variants[..]
        };
        let fields = variants.iter().flat_map(|variant| &variant.fields);
        let variables = Variables {
            mentions: mentions(store, fields.map(|field| field.ty)),
            least: 1,
        };
        let external = custom_type.external.as_ref();
        let phantoms: Vec<u32> = (0..count)
            .filter(|index| external.is_none() && !variables.mentions.contains_key(index))
            .collect();
        let alternatives = variants.len().max(1) + usize::from(!phantoms.is_empty());

        self.out.tuple(3);
        self.out.atom(&name::type_name(custom_type.name));
        if alternatives > 1 {
            self.ty_head("union");
            self.out.list(alternatives);
        }
        match (external, variants) {
            (Some((module, name)), _) => self.external_type(module, name, count),
            (None, []) => self.plain_type("any"),
            (None, variants) => {
                for variant in variants {
                    self.variant(variant, &variables);
                }
            }
        }
        if !phantoms.is_empty() {
            self.ty_head("tuple");
            self.out.list(1 + phantoms.len());
            self.atom("gleam_phantom", 1);
            self.parameters_after(phantoms);
        }
        if alternatives > 1 {
            self.out.nil();
        }
        self.parameters(0..count);
    }

    fn external_type(&mut self, module: &str, name: &str, count: u32) {
        self.remote_type(module, name);
        self.parameters(0..count);
        self.out.nil();
    }

    /// `{{Name, Arity}, [Type]}`
    pub(super) fn spec(&mut self, function: &Function, name: FunName, place: u32) {
        self.attribute(place, "spec");
        self.out.tuple(2);
        self.name_and_arity(&name.name, name.arity);
        self.out.list(1);
        let variables = Variables {
            mentions: mentions(&self.module.type_store, std::iter::once(function.ty)),
            least: 2,
        };
        if let TyKind::Fn { params, result } = self.module.type_store.kind(function.ty) {
            self.function_type(params, *result, &variables);
        } else {
            let unknown = vec![Ty::ERROR; name.arity as usize];
            self.function_type(&unknown, Ty::ERROR, &variables);
        }
        self.out.nil();
    }

    fn variant(&mut self, variant: &Variant, variables: &Variables) {
        let tag = name::constructor_tag(variant.name);
        if variant.fields.is_empty() {
            return self.atom(&tag, 1);
        }
        self.ty_head("tuple");
        self.out.list(1 + variant.fields.len());
        self.atom(&tag, 1);
        for field in &variant.fields {
            self.ty(field.ty, variables);
        }
        self.out.nil();
    }

    fn ty(&mut self, ty: Ty, variables: &Variables) {
        source::grow(|| {
            let module = self.module;
            match module.type_store.kind(ty) {
                TyKind::Error | TyKind::Var(_) => self.plain_type("any"),
                TyKind::Named {
                    module, name, args, ..
                } if *module == PRELUDE => {
                    self.prelude_type(*name, args, variables);
                }
                TyKind::Named {
                    module, name, args, ..
                } => {
                    self.custom((*module, *name), args, variables);
                }
                TyKind::Fn { params, result } => self.function_type(params, *result, variables),
                TyKind::Tuple(items) => {
                    self.ty_head("tuple");
                    self.tys(items, variables);
                }
                TyKind::Generic(index) => self.type_variable(*index, variables),
            }
        });
    }

    fn tys(&mut self, types: &[Ty], variables: &Variables) {
        self.list(types, |writer, ty| writer.ty(*ty, variables));
    }

    fn prelude_type(&mut self, name: Name, args: &[Ty], variables: &Variables) {
        match name.as_str() {
            "Int" | "UtfCodepoint" => self.plain_type("integer"),
            "Float" => self.plain_type("float"),
            "String" => self.plain_type("binary"),
            "BitArray" => self.plain_type("bitstring"),
            "Bool" => self.plain_type("boolean"),
            "Nil" => self.atom("nil", 1),
            "List" => {
                self.ty_head("list");
                self.tys(args, variables);
            }
            "Result" => self.result_type(args, variables),
            _ => self.plain_type("any"),
        }
    }

    fn result_type(&mut self, args: &[Ty], variables: &Variables) {
        self.ty_head("union");
        self.out.list(args.len());
        for (tag, ty) in ["ok", "error"].into_iter().zip(args) {
            self.ty_head("tuple");
            self.out.list(2);
            self.atom(tag, 1);
            self.ty(*ty, variables);
            self.out.nil();
        }
        self.out.nil();
    }

    fn custom(&mut self, (module, name): (Name, Name), args: &[Ty], variables: &Variables) {
        if module == self.module.name {
            self.head("user_type", 4, 1);
            self.out.atom(&name::type_name(name));
            self.tys(args, variables);
        } else {
            self.remote_type(&name::module_name(module), &name::type_name(name));
            self.tys(args, variables);
            self.out.nil();
        }
    }

    /// A type of another module. The list of its arguments follows, and the end of the list that
    /// it stands in.
    fn remote_type(&mut self, module: &str, name: &str) {
        self.head("remote_type", 3, 1);
        self.out.list(3);
        self.atom(module, 1);
        self.atom(name, 1);
    }

    fn function_type(&mut self, params: &[Ty], result: Ty, variables: &Variables) {
        self.ty_head("fun");
        self.out.list(2);
        self.ty_head("product");
        self.tys(params, variables);
        self.ty(result, variables);
        self.out.nil();
    }

    fn type_variable(&mut self, index: u32, variables: &Variables) {
        if variables.mentions.get(&index).copied().unwrap_or_default() < variables.least {
            self.plain_type("any");
        } else {
            self.variable(&variable_name(index), 1);
        }
    }

    fn parameters(&mut self, indices: impl ExactSizeIterator<Item = u32>) {
        self.out.list(indices.len());
        self.parameters_after(indices);
    }

    fn parameters_after(&mut self, indices: impl IntoIterator<Item = u32>) {
        for index in indices {
            self.variable(&variable_name(index), 1);
        }
        self.out.nil();
    }

    fn plain_type(&mut self, name: &str) {
        self.ty_head(name);
        self.out.nil();
    }

    /// The beginning of a type of Erlang; the list of its arguments follows.
    fn ty_head(&mut self, name: &str) {
        self.head("type", 4, 1);
        self.out.atom(name);
    }
}

/// `A`, …, `Z`, `AA`, …
fn variable_name(index: u32) -> String {
    let letter = char::from(b'A' + (index % 26) as u8);
    match index / 26 {
        0 => letter.to_string(),
        more => variable_name(more - 1) + &letter.to_string(),
    }
}

/// How often each type variable stands in the types.
fn mentions(store: &TypeStore, types: impl Iterator<Item = Ty>) -> BTreeMap<u32, u32> {
    let mut mentions = BTreeMap::new();
    let mut todo: Vec<Ty> = types.collect();
    while let Some(ty) = todo.pop() {
        match store.kind(ty) {
            TyKind::Named { args: parts, .. } | TyKind::Tuple(parts) => todo.extend(parts),
            TyKind::Fn { params, result } => todo.extend(params.iter().chain([result])),
            TyKind::Generic(index) => *mentions.entry(*index).or_default() += 1,
            TyKind::Error | TyKind::Var(_) => {}
        }
    }
    mentions
}

use std::collections::HashMap;

use serde::{Deserialize, Serialize};
use source::Name;

use super::{PRELUDE, Ty, TyKind};

/// All types of one module, each once.
///
/// Handles mean something only together with their store. Types of another module's interface are
/// copied over by [`TypeStore::import`].
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(from = "Vec<TyKind>", into = "Vec<TyKind>")]
pub struct TypeStore {
    kinds: Vec<TyKind>,
    known: HashMap<TyKind, Ty>,
}

impl Default for TypeStore {
    fn default() -> Self {
        Self::from(vec![TyKind::Error])
    }
}

impl From<Vec<TyKind>> for TypeStore {
    fn from(kinds: Vec<TyKind>) -> Self {
        let known = kinds
            .iter()
            .enumerate()
            .map(|(index, kind)| (kind.clone(), Ty(index as u32)))
            .collect();
        Self { kinds, known }
    }
}

impl From<TypeStore> for Vec<TyKind> {
    fn from(store: TypeStore) -> Self {
        store.kinds
    }
}

impl PartialEq for TypeStore {
    fn eq(&self, other: &Self) -> bool {
        self.kinds == other.kinds
    }
}

impl TypeStore {
    /// The handle of the type that `kind` describes.
    pub fn intern(&mut self, kind: TyKind) -> Ty {
        if let Some(known) = self.known.get(&kind) {
            return *known;
        }
        let ty = Ty(self.kinds.len() as u32);
        self.kinds.push(kind.clone());
        self.known.insert(kind, ty);
        ty
    }

    /// What `ty` is made of.
    pub fn kind(&self, ty: Ty) -> &TyKind {
        &self.kinds[ty.0 as usize]
    }

    /// A type of the prelude.
    pub fn prelude(&mut self, name: &str, args: Vec<Ty>) -> Ty {
        self.named(Name::new(PRELUDE), Name::new(name), args)
    }

    /// A named type whose variant is not known.
    pub fn named(&mut self, module: Name, name: Name, args: Vec<Ty>) -> Ty {
        self.intern(TyKind::Named {
            module,
            name,
            args,
            variant: None,
        })
    }

    /// A named type of which the variant is known.
    pub fn with_variant(&mut self, ty: Ty, index: u32) -> Ty {
        match self.kind(ty).clone() {
            TyKind::Named {
                module, name, args, ..
            } => self.intern(TyKind::Named {
                module,
                name,
                args,
                variant: Some(index),
            }),
            _ => ty,
        }
    }

    /// A function type.
    pub fn function(&mut self, params: Vec<Ty>, result: Ty) -> Ty {
        self.intern(TyKind::Fn { params, result })
    }

    /// Whether `ty` is the prelude type `name`.
    pub fn is_prelude(&self, ty: Ty, name: &str) -> bool {
        matches!(self.kind(ty), TyKind::Named { module, name: found, .. }
            if *module == PRELUDE && *found == name)
    }

    /// Copies `ty` of `other` into this store; `done` remembers what was copied before.
    pub fn import(&mut self, other: &Self, ty: Ty, done: &mut HashMap<Ty, Ty>) -> Ty {
        if let Some(copied) = done.get(&ty) {
            return *copied;
        }
        let kind = source::grow(|| self.import_kind(other, ty, done));
        let copied = self.intern(kind);
        done.insert(ty, copied);
        copied
    }

    fn import_kind(&mut self, other: &Self, ty: Ty, done: &mut HashMap<Ty, Ty>) -> TyKind {
        let mut all = |store: &mut Self, types: &[Ty]| -> Vec<Ty> {
            types
                .iter()
                .map(|ty| store.import(other, *ty, done))
                .collect()
        };
        match other.kind(ty) {
            TyKind::Named {
                module,
                name,
                args,
                variant,
            } => {
                let args = all(self, args);
                TyKind::Named {
                    module: *module,
                    name: *name,
                    args,
                    variant: *variant,
                }
            }
            TyKind::Fn { params, result } => {
                let params = all(self, params);
                TyKind::Fn {
                    params,
                    result: all(self, &[*result])[0],
                }
            }
            TyKind::Tuple(items) => TyKind::Tuple(all(self, items)),
            kind @ (TyKind::Error | TyKind::Generic(_) | TyKind::Var(_)) => kind.clone(),
        }
    }
}

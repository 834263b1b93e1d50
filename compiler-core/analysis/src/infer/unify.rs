//! Unification of types: variables live in ena's table, structure is compared here.

use std::collections::{HashMap, HashSet};

use ena::unify::{InPlaceUnificationTable, UnifyKey, UnifyValue};

use crate::types::{Ty, TyKind, TypeStore};

/// Why two types do not fit.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) enum Clash {
    /// They are made differently.
    Different,
    /// A type would have to contain itself.
    Infinite,
}

/// The unification variables of a module.
#[derive(Default)]
pub(crate) struct Unifier {
    table: InPlaceUnificationTable<Variable>,
    facts: Vec<Facts>,
    stripped: HashMap<Ty, Ty>,
    /// Pairs that were made equal, and so remain: types share parts, which are looked at once.
    equal: HashSet<(Ty, Ty)>,
}

#[derive(Debug, Clone, Copy, PartialEq)]
struct Variable(u32);

#[derive(Debug, Clone, Copy, PartialEq)]
struct Binding(Option<Ty>);

/// What is known of a type without walking through it.
#[derive(Debug, Clone, Copy, Default)]
struct Facts {
    variable: bool,
    generic: bool,
    variant: bool,
}

impl UnifyKey for Variable {
    type Value = Binding;

    fn index(&self) -> u32 {
        self.0
    }

    fn from_index(index: u32) -> Self {
        Self(index)
    }

    fn tag() -> &'static str {
        "Variable"
    }
}

impl UnifyValue for Binding {
    type Error = ena::unify::NoError;

    fn unify_values(left: &Self, right: &Self) -> Result<Self, Self::Error> {
        Ok(Self(left.0.or(right.0)))
    }
}

impl Unifier {
    /// A new variable.
    pub(crate) fn fresh(&mut self, types: &mut TypeStore) -> Ty {
        let variable = self.table.new_key(Binding(None));
        types.intern(TyKind::Var(variable.0))
    }

    /// What `ty` is bound to, if it is a variable; its parts may still be variables.
    pub(crate) fn shallow(&mut self, types: &TypeStore, ty: Ty) -> Ty {
        match types.kind(ty) {
            TyKind::Var(index) => match self.table.probe_value(Variable(*index)).0 {
                Some(bound) => bound,
                None => ty,
            },
            _ => ty,
        }
    }

    /// Makes two types equal, as far as they can be.
    pub(crate) fn unify(
        &mut self,
        types: &mut TypeStore,
        left: Ty,
        right: Ty,
    ) -> Result<(), Clash> {
        let left = self.shallow(types, left);
        let right = self.shallow(types, right);
        if left == right || left == Ty::ERROR || right == Ty::ERROR {
            self.bind_error(types, left, right);
            return Ok(());
        }
        match (types.kind(left), types.kind(right)) {
            (TyKind::Var(a), TyKind::Var(b)) => {
                self.table.union(Variable(*a), Variable(*b));
                Ok(())
            }
            (TyKind::Var(a), _) => self.bind(types, *a, right),
            (_, TyKind::Var(b)) => self.bind(types, *b, left),
            _ if self.equal.contains(&(left, right)) => Ok(()),
            _ => {
                source::grow(|| self.unify_parts(types, left, right))?;
                self.equal.insert((left, right));
                Ok(())
            }
        }
    }

    /// Whether `ty` contains a type variable of a scheme, or a rigid one.
    pub(crate) fn has_generic(&mut self, types: &TypeStore, ty: Ty) -> bool {
        self.facts(types, ty).generic
    }

    /// Whether `ty` contains unification variables, bound or not.
    pub(crate) fn has_variable(&mut self, types: &TypeStore, ty: Ty) -> bool {
        self.facts(types, ty).variable
    }

    /// `ty` without what is known of variants.
    pub(crate) fn strip(&mut self, types: &mut TypeStore, ty: Ty) -> Ty {
        if !self.facts(types, ty).variant {
            return ty;
        }
        if let Some(done) = self.stripped.get(&ty) {
            return *done;
        }
        let kind = types.kind(ty).clone();
        let kind = source::grow(|| map_parts(kind, |part| self.strip(types, part)));
        let kind = match kind {
            TyKind::Named {
                module, name, args, ..
            } => TyKind::Named {
                module,
                name,
                args,
                variant: None,
            },
            other => other,
        };
        let stripped = types.intern(kind);
        self.stripped.insert(ty, stripped);
        stripped
    }

    /// `ty` with all variables replaced by what they are bound to; `done` holds for as long as no
    /// variable is bound.
    pub(crate) fn deep(&mut self, types: &mut TypeStore, ty: Ty, done: &mut HashMap<Ty, Ty>) -> Ty {
        if !self.facts(types, ty).variable {
            return ty;
        }
        if let Some(known) = done.get(&ty) {
            return *known;
        }
        let bound = self.shallow(types, ty);
        let resolved = if matches!(types.kind(bound), TyKind::Var(_)) {
            bound
        } else {
            let kind = types.kind(bound).clone();
            let kind = source::grow(|| map_parts(kind, |part| self.deep(types, part, done)));
            types.intern(kind)
        };
        done.insert(ty, resolved);
        resolved
    }

    /// Binds a variable that is not bound, without looking into `ty`.
    pub(crate) fn settle(&mut self, types: &TypeStore, variable: Ty, ty: Ty) {
        if let TyKind::Var(index) = types.kind(variable) {
            self.table.union_value(Variable(*index), Binding(Some(ty)));
        }
    }

    fn bind_error(&mut self, types: &TypeStore, left: Ty, right: Ty) {
        if left == Ty::ERROR {
            self.settle(types, right, Ty::ERROR);
        } else if right == Ty::ERROR {
            self.settle(types, left, Ty::ERROR);
        }
    }

    fn bind(&mut self, types: &mut TypeStore, index: u32, ty: Ty) -> Result<(), Clash> {
        let root = self.table.find(Variable(index));
        if self.occurs(types, root, ty) {
            return Err(Clash::Infinite);
        }
        let ty = self.strip(types, ty);
        self.table.union_value(root, Binding(Some(ty)));
        Ok(())
    }

    /// Each part is looked at once: types share their parts.
    fn occurs(&mut self, types: &TypeStore, root: Variable, ty: Ty) -> bool {
        let mut seen = HashSet::new();
        let mut pending = vec![ty];
        while let Some(ty) = pending.pop() {
            if !self.facts(types, ty).variable || !seen.insert(ty) {
                continue;
            }
            match types.kind(ty) {
                TyKind::Var(index) => {
                    let found = self.table.find(Variable(*index));
                    if found == root {
                        return true;
                    }
                    pending.extend(self.table.probe_value(found).0);
                }
                TyKind::Named { args, .. } => pending.extend(args),
                TyKind::Tuple(items) => pending.extend(items),
                TyKind::Fn { params, result } => {
                    pending.extend(params);
                    pending.push(*result);
                }
                TyKind::Error | TyKind::Generic(_) => {}
            }
        }
        false
    }

    fn unify_parts(&mut self, types: &mut TypeStore, left: Ty, right: Ty) -> Result<(), Clash> {
        match (types.kind(left).clone(), types.kind(right).clone()) {
            (
                TyKind::Named {
                    module: left_module,
                    name: left_name,
                    args: left_args,
                    ..
                },
                TyKind::Named {
                    module,
                    name,
                    args: right_args,
                    ..
                },
            ) if left_module == module && left_name == name => {
                self.unify_all(types, &left_args, &right_args)
            }
            (TyKind::Tuple(left), TyKind::Tuple(right)) => self.unify_all(types, &left, &right),
            (
                TyKind::Fn {
                    params: left,
                    result: left_result,
                },
                TyKind::Fn { params, result },
            ) => {
                self.unify_all(types, &left, &params)?;
                self.unify(types, left_result, result)
            }
            _ => Err(Clash::Different),
        }
    }

    fn unify_all(&mut self, types: &mut TypeStore, left: &[Ty], right: &[Ty]) -> Result<(), Clash> {
        if left.len() != right.len() {
            return Err(Clash::Different);
        }
        left.iter()
            .zip(right)
            .try_for_each(|(left, right)| self.unify(types, *left, *right))
    }

    /// Parts are interned before the whole, so facts can be filled in from the front.
    fn facts(&mut self, types: &TypeStore, ty: Ty) -> Facts {
        while self.facts.len() <= ty.0 as usize {
            let facts = self.facts_of(types.kind(Ty(self.facts.len() as u32)));
            self.facts.push(facts);
        }
        self.facts[ty.0 as usize]
    }

    fn facts_of(&self, kind: &TyKind) -> Facts {
        let all = |parts: &[Ty]| {
            parts.iter().fold(Facts::default(), |facts, part| {
                facts.or(self.facts[part.0 as usize])
            })
        };
        match kind {
            TyKind::Error => Facts::default(),
            TyKind::Named { args, variant, .. } => all(args).or(Facts {
                variant: variant.is_some(),
                ..Facts::default()
            }),
            TyKind::Fn { params, result } => all(params).or(self.facts[result.0 as usize]),
            TyKind::Tuple(items) => all(items),
            TyKind::Generic(_) => Facts {
                generic: true,
                ..Facts::default()
            },
            TyKind::Var(_) => Facts {
                variable: true,
                ..Facts::default()
            },
        }
    }
}

impl Facts {
    fn or(self, other: Self) -> Self {
        Self {
            variable: self.variable || other.variable,
            generic: self.generic || other.generic,
            variant: self.variant || other.variant,
        }
    }
}

/// `kind` with each of its parts replaced.
pub(crate) fn map_parts(kind: TyKind, mut part: impl FnMut(Ty) -> Ty) -> TyKind {
    match kind {
        TyKind::Named {
            module,
            name,
            args,
            variant,
        } => TyKind::Named {
            module,
            name,
            args: args.into_iter().map(part).collect(),
            variant,
        },
        TyKind::Fn { params, result } => TyKind::Fn {
            params: params.into_iter().map(&mut part).collect(),
            result: part(result),
        },
        TyKind::Tuple(items) => TyKind::Tuple(items.into_iter().map(part).collect()),
        kind @ (TyKind::Error | TyKind::Generic(_) | TyKind::Var(_)) => kind,
    }
}

//! Inference: Damas and Milner's algorithm W over strongly connected groups of definitions, with
//! unification variables in ena's table (see `unify`).

mod binary;
mod bit_array;
mod call;
mod case;
mod constant;
mod definition;
mod expr;
mod field;
mod generalise;
mod group;
mod lambda;
mod let_;
mod name;
mod pattern;
mod pipe;
mod record;
mod segment;
mod unify;
mod use_;

use std::cell::Cell;
use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};

use source::{Name, Span};
use syntax::ast::{ExprId, Ident};

use crate::check::Checker;
use crate::checked::{Definition, Local, LocalId};
use crate::interface::{Implementations, Purity};
use crate::problem::{Mismatch, Situation};
use crate::scope::TypeScope;
use crate::types::{Ty, TyKind};

pub(crate) use definition::{Prepared, externals};
pub(crate) use segment::Literal;
pub(crate) use unify::{Clash, Unifier, map_parts};

/// What is known while one definition is inferred.
#[derive(Default)]
pub(crate) struct Frame {
    /// The type variables of its annotations.
    pub(crate) types: TypeScope,
    /// The `Generic`s that stand for themselves here; others are instantiated.
    pub(crate) rigid: HashSet<u32>,
    /// Its value has no names but constants and functions.
    pub(crate) place: Place,
    /// Whether the function is foreign on this target: then its body is not used there.
    pub(crate) foreign: bool,
    /// Whether a closure introduced type variables of its own, so that a local may be generic.
    pub(crate) generic_locals: bool,
    /// Where all that was used so far can run.
    pub(crate) implementations: Option<Implementations>,
    /// The function that is being inferred.
    pub(crate) owner: Option<Name>,
    /// Its parameters.
    pub(crate) params: Vec<Option<LocalId>>,
    /// Members of the own group that were used.
    pub(crate) same_group: BTreeSet<Name>,
    /// What all that was called so far may do.
    pub(crate) purity: Option<Purity>,
    /// Whether evaluation never gets past this point.
    pub(crate) stopped: Option<Stop>,
    /// Whether the function said already that code is not reached.
    pub(crate) said_unreachable: bool,
}

/// Where an expression stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) enum Place {
    /// In the body of a function.
    #[default]
    Body,
    /// In a constant.
    Constant,
    /// In a guard.
    Guard,
    /// In a tuple, list, record or bit array in a guard: a constant, but for variables.
    GuardData,
}

/// Why evaluation does not go on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Stop {
    /// The `panic` or `todo`.
    pub(crate) span: Span,
}

/// The state of inference that lives as long as the module.
#[derive(Default)]
pub(crate) struct Progress {
    /// Functions and constants whose signatures are read, by item.
    pub(crate) prepared: BTreeMap<usize, Prepared>,
    /// The definitions of the group that is being inferred.
    pub(crate) group: BTreeSet<Name>,
    /// The next `Generic`.
    pub(crate) generics: u32,
    /// Variables that were discarded with an underscore, by the name without it.
    pub(crate) discarded: BTreeMap<Name, Span>,
    /// Record updates in constants: what they update is looked at once all values are known.
    pub(crate) constant_updates: Vec<ExprId>,
    /// The last operand of a double negation.
    pub(crate) negated_twice: Option<ExprId>,
    /// Facts about each local variable, in the order of the locals.
    pub(crate) locals: Vec<LocalFacts>,
    /// How many names were compared to find those that were meant.
    pub(crate) compared: Cell<usize>,
}

/// So many names are compared for the suggestions of one module: with thousands of unknown names
/// among thousands of known ones, the later are not worth the time.
const COMPARISONS: usize = 200_000;

/// What warnings need to know of a variable.
#[derive(Debug, Clone, Copy)]
pub(crate) struct LocalFacts {
    /// Whether anything reads it.
    pub(crate) used: bool,
    /// Whether the function passes it to itself, as the same argument.
    pub(crate) forwarded: bool,
    /// How it is bound.
    pub(crate) origin: LocalOrigin,
}

/// How a variable is bound.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum LocalOrigin {
    /// A parameter of a function.
    Parameter,
    /// `let x = …`
    Let,
    /// Part of a pattern.
    Pattern,
    /// `label:` in a pattern.
    Shorthand,
    /// `… as x`
    Alias,
}

impl Checker<'_> {
    /// A new type variable of a scheme, and its number.
    pub(crate) fn new_generic(&mut self) -> (Ty, u32) {
        let index = self.progress.generics;
        self.progress.generics += 1;
        (self.tables.types.intern(TyKind::Generic(index)), index)
    }

    /// The name that was meant by `wanted`, if one is near.
    pub(crate) fn nearest(
        &self,
        wanted: &str,
        candidates: impl IntoIterator<Item = Name>,
    ) -> Option<Name> {
        let compared = &self.progress.compared;
        if compared.get() > COMPARISONS {
            return None;
        }
        let counted = candidates
            .into_iter()
            .inspect(|_| compared.set(compared.get() + 1));
        report::nearest(wanted, counted)
    }

    /// Creates a variable; it is not in scope yet.
    pub(crate) fn new_local(&mut self, name: Ident, ty: Ty, origin: LocalOrigin) -> LocalId {
        let id = self.tables.locals.alloc(Local {
            name: name.name,
            span: name.span,
            ty,
        });
        self.progress.locals.push(LocalFacts {
            used: false,
            forwarded: false,
            origin,
        });
        self.mention(name.span, Definition::Local(id));
        id
    }

    /// Makes two types equal; reports if they are not. Gives whether they are.
    pub(crate) fn expect(
        &mut self,
        expected: Ty,
        found: Ty,
        span: Span,
        situation: Situation,
    ) -> bool {
        let result = self.unifier.unify(&mut self.tables.types, expected, found);
        let Err(clash) = result else {
            return true;
        };
        let expected = self.known(expected);
        let found = self.known(found);
        self.report(Mismatch {
            span,
            expected,
            found,
            situation,
            infinite: clash == Clash::Infinite,
        });
        false
    }

    /// [`Self::expect`] for one of many that must be alike. `odd` is the type of the last that was
    /// not: the next of that type is not reported, for it may be the first that is wrong.
    pub(crate) fn expect_alike(
        &mut self,
        expected: Ty,
        found: Ty,
        (span, situation): (Span, Situation),
        odd: &mut Option<Ty>,
    ) {
        let known = self.known(found);
        if *odd != Some(known) && !self.expect(expected, found, span, situation) {
            *odd = Some(self.known(found));
        }
    }

    /// A copy of a scheme with new variables for the `Generic`s that `keep` does not hold.
    pub(crate) fn instantiate(&mut self, ty: Ty, keep_rigid: bool) -> Ty {
        if !self.unifier.has_generic(&self.tables.types, ty) {
            return ty;
        }
        let mut done = HashMap::new();
        self.instantiate_in(ty, keep_rigid, &mut done)
    }

    fn instantiate_in(&mut self, ty: Ty, keep_rigid: bool, done: &mut HashMap<Ty, Ty>) -> Ty {
        if let Some(known) = done.get(&ty) {
            return *known;
        }
        let kind = self.tables.types.kind(ty).clone();
        let copy = match kind {
            TyKind::Generic(index) if keep_rigid && self.frame.rigid.contains(&index) => ty,
            TyKind::Generic(_) => self.fresh(),
            _ if !self.unifier.has_generic(&self.tables.types, ty) => ty,
            kind => {
                let kind = source::grow(|| {
                    map_parts(kind, |part| self.instantiate_in(part, keep_rigid, done))
                });
                self.tables.types.intern(kind)
            }
        };
        done.insert(ty, copy);
        copy
    }
}

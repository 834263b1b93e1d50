//! Types: interned handles into a store that each module has for itself.

pub(crate) mod prelude;
mod print;
mod store;

pub use prelude::prelude;
pub use print::{Printer, Spelling, letter};
pub use store::TypeStore;

use serde::{Deserialize, Serialize};
use source::Name;

/// A type; equal handles of one [`TypeStore`] are equal types.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Ty(pub(crate) u32);

impl Ty {
    /// The type of what is broken: it unifies with everything and causes no problem.
    pub const ERROR: Self = Self(0);
}

/// What a type is made of.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum TyKind {
    /// See [`Ty::ERROR`].
    Error,
    /// A custom type or prelude type applied to its arguments.
    Named {
        /// Where it is defined; `gleam` for the prelude.
        module: Name,
        /// Its name there.
        name: Name,
        /// As many as it has parameters.
        args: Vec<Ty>,
        /// The constructor that made the value, where inference knows it (an index into the
        /// type's variants). Unification ignores it.
        variant: Option<u32>,
    },
    /// A function.
    Fn {
        /// The parameters.
        params: Vec<Ty>,
        /// The result.
        result: Ty,
    },
    /// A tuple.
    Tuple(Vec<Ty>),
    /// A type variable of a scheme, or a rigid one inside its function: the `n`th.
    Generic(u32),
    /// A unification variable: only while its group of definitions is inferred.
    Var(u32),
}

/// The name of the module in which prelude types and values are defined.
pub const PRELUDE: &str = "gleam";

//! The typed intermediate representation: names resolved, sugar gone, matching compiled to
//! decision trees. Both back ends print from it; no user-facing problem arises after it.

pub mod lower;
pub mod node;
pub mod print;
pub mod verify;

pub use analysis::types::{PRELUDE, Ty, TyKind, TypeStore};

//! The typed intermediate representation: names resolved, sugar gone, matching compiled to
//! decision trees. Both back ends print from it; no user-facing problem arises after it.

pub mod lower;
pub mod node;
pub mod passes;
pub mod print;
pub mod tails;
pub mod verify;
pub mod walk;

pub use analysis::types::{PRELUDE, Ty, TyKind, TypeStore};

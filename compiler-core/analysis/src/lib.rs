//! From tree to checked tree: names, types, patterns. Never fails; collects problems.

mod arity;
mod check;
pub mod checked;
mod definitions;
mod discard;
pub mod features;
mod finish;
mod infer;
pub mod interface;
mod interface_builder;
pub mod literal;
mod order;
pub mod patterns;
pub mod problem;
mod purity;
mod redundant;
mod scope;
mod target;
mod template;
pub mod types;
mod unreachable;
mod unused;
mod usage;

pub use check::{CheckInput, CheckOptions, Origin, check};
pub use types::prelude;

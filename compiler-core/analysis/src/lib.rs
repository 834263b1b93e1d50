//! From tree to checked tree: names, types, patterns. Never fails; collects problems.

pub mod checked;
pub mod interface;
pub mod patterns;
pub mod problem;
pub mod types;

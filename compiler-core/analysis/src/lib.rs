//! From tree to checked tree.

pub mod types;

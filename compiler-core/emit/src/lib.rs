//! From the intermediate representation to what the targets take.

pub mod core_erlang;
pub mod javascript;

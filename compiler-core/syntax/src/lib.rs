//! From text to tree. Never fails: broken parts are `Error` nodes and problems.

pub mod ast;

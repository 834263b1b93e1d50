//! From text to tree. Never fails: broken parts are `Error` nodes and problems.

pub mod ast;
mod grammar;
pub mod lexer;
mod literal;
mod outline;
mod parse;
pub mod problem;
pub mod token;
mod trivia;

pub use parse::{Parsed, parse};
pub use problem::Problem;
pub use trivia::{Comment, CommentKind, Trivia};

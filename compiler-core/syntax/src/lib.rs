//! From text to tree. Never fails: broken parts are `Error` nodes and problems.

pub mod ast;
mod broken;
mod delimiter;
mod foreign;
mod grammar;
pub mod lexer;
mod literal;
mod outline;
mod parse;
pub mod problem;
pub mod token;
mod trivia;
mod validate;

pub use foreign::foreign_word;
pub use parse::{Parsed, parse};
pub use problem::Problem;
pub use trivia::{Comment, CommentKind, Trivia};

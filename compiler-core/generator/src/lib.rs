//! Programs in the whole language, without errors, made from numbers: what tests and tasks run on
//! every target to see whether they agree.
//!
//! The same seed gives the same program. Every program ends: functions call only those before them,
//! or themselves with something smaller, and what a call costs is counted. Whatever could differ
//! between targets by design (integers over 53 bits, the text of floats) is left out.

mod alternative;
mod bits;
mod block;
mod constant;
mod definition;
mod expression;
mod function;
mod guard;
mod layered;
mod literal;
mod operator;
mod pattern;
mod program;
mod project;
mod random;
mod record;
mod round;
mod shrink;
mod tree;
mod types;
mod writer;
mod wrong;

pub use layered::Layered;
pub use program::{Program, program};
pub use project::{HEADER, project};
pub use random::Random;
pub use shrink::smaller;
pub use tree::{Node, Sort};
pub use types::Type;
pub use wrong::ill_typed;

//! The JavaScript back end, on hand-built modules.

#![expect(clippy::unwrap_used, reason = "a test that cannot run has failed")]
#![expect(
    clippy::many_single_char_names,
    reason = "programs are about `x` and `y`"
)]
#![expect(clippy::cast_possible_wrap, reason = "the numbers are small")]

#[path = "javascript/build.rs"]
mod build;
#[path = "javascript/run.rs"]
mod run;

#[path = "javascript/bit_array.rs"]
mod bit_array;
#[path = "javascript/case.rs"]
mod case;
#[path = "javascript/custom_type.rs"]
mod custom_type;
#[path = "javascript/deep.rs"]
mod deep;
#[path = "javascript/expr.rs"]
mod expr;
#[path = "javascript/module.rs"]
mod module;
#[path = "javascript/prelude.rs"]
mod prelude;
#[path = "javascript/raise.rs"]
mod raise;
#[path = "javascript/tail_call.rs"]
mod tail_call;

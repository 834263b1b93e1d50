//! Core Erlang, checked by OTP itself: modules are built by hand, lowered, compiled from both their
//! forms and run.
//!
//! `TINDRA_ERL` may name several `erl` programs, separated by `:`; the default is `erl`.

mod bit_arrays;
mod build;
mod data;
mod echo;
mod failures;
mod functions;
mod limits;
mod matching;
#[expect(
    clippy::unwrap_used,
    reason = "a test whose files cannot be read has failed"
)]
mod run;
mod text;

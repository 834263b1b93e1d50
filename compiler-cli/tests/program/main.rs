//! The program as a person meets it.

mod commands;
mod pages;
mod projects;
#[expect(
    clippy::unwrap_used,
    reason = "a test whose files cannot be read has failed"
)]
mod support;

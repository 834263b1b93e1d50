//! The program as a person meets it.

#![expect(
    clippy::unwrap_used,
    reason = "a test whose files cannot be read has failed"
)]

mod cache;
mod commands;
mod debug_information;
mod docs;
mod export;
mod externals;
mod foreign;
mod format;
mod generated;
mod incremental;
mod killed;
mod limits;
mod messages;
mod package_interface;
mod packages;
mod pages;
mod places;
mod project_problems;
mod projects;
mod registry;
mod support;
mod watch;

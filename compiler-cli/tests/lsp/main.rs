//! The language server as an editor meets it: the built program, spoken to over its standard
//! input and output.

#![expect(clippy::unwrap_used, reason = "a test without its server has failed")]

mod definition;
mod diagnostics;
mod editor;
mod edits;
mod formatting;
mod hover;
mod lifetime;
mod projects;
mod symbols;

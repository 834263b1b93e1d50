//! The language server as an editor meets it: the built program, spoken to over its standard
//! input and output.

mod definition;
mod diagnostics;
mod edits;
mod editor;
mod hover;
mod lifetime;
mod projects;
mod symbols;

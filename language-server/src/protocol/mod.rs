//! The wire. Every handler sends one event to the session, before anything that could wait, so
//! that messages are taken in the order in which they came.

mod from_lsp;
mod server;
mod to_lsp;

pub(crate) use server::serve;

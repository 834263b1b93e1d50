//! The BEAM: from the intermediate representation to Core Erlang, which OTP's compiler takes.
//!
//! [`lower`] gives Core Erlang as data, [`etf`] the bytes that the compile server hands to OTP,
//! [`print`] text for people and for `erlc +from_core`. The Erlang programs that belong to the back
//! end are here too, as source: [`COMPILE_SERVER`] and [`ENTRY_MODULE`].

mod app_file;
mod bit_array;
mod capture;
mod cost;
mod docs;
mod echo;
mod element;
mod etf;
mod expr;
mod forms;
mod lambda;
mod module;
mod name;
pub mod node;
mod prim;
mod print;
mod raise;
mod spill;
mod split;
mod switch;
mod tail;
mod term;
mod type_text;

pub use app_file::{AppFile, app_file};
pub use cost::{Cost, Profile, compile_options, cost};
pub use docs::{DocEntry, docs};
pub use echo::ECHO_HELPERS;
pub use etf::etf;
pub use forms::forms;
pub use module::lower;
pub use name::{constructor_tag, function_name, module_name};
pub use print::print;
pub use type_text::erlang_type;

/// The program that compiles for us in one long-lived Erlang node; the protocol is described there.
pub const COMPILE_SERVER: &str = include_str!("compile_server.erl");

/// The module that starts a program and reports its crash; `run/1` is described there.
pub const ENTRY_MODULE: &str = include_str!("tindra_main.erl");

//! The engine: from a project's files to checked modules and output. All input and output goes
//! through [`Host`]; the phases are crates of their own, called from [`pipeline`] alone.

mod beam_docs;
pub mod build;
pub mod documentation;
mod error;
pub mod externals;
mod fingerprint;
mod graph;
mod host;
mod import_rules;
mod key;
mod main_function;
mod memo;
pub mod package;
pub mod package_interface;
mod pipeline;
mod schedule;
pub mod timings;
mod workspace;

pub use analysis::checked;
pub use analysis::types::Ty;
pub use emit::core_erlang::{COMPILE_SERVER as BEAM_COMPILE_SERVER, ECHO_HELPERS as BEAM_ECHO};
pub use emit::javascript::{
    PRELUDE as JAVASCRIPT_PRELUDE, PRELUDE_DECLARATIONS as TYPESCRIPT_PRELUDE,
};
pub use error::Error;
pub use host::{Host, HostError};
pub use key::{FORMAT as FINGERPRINT, text_hash};
pub use main_function::{MainFunction, main_function};
pub use memo::Memo;
pub use pipeline::{
    Full, dump_core, dump_declarations, dump_ir, dump_javascript, dump_types, print_type,
};
pub use schedule::{Analysis, CheckOptions, CheckedModule, check};
pub use source::{FileId, LineIndex, Location, Name, SourceText, Span};
pub use syntax::ast;
pub use syntax::ast::Target;
pub use workspace::{ModuleSource, Workspace};

//! What names mean.

mod imports;
mod library;
mod local;
mod module;
mod types;

pub(crate) use imports::explains;
pub(crate) use library::{CustomTypeEntry, Library, substitute};
pub(crate) use local::{Bound, Locals};
pub(crate) use module::{ModuleScope, Sort, TypeMeaning, Value, opaque_constructor};
pub(crate) use types::{TypeScope, deprecation, is_internal};

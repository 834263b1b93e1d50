//! The helper of `echo`, which is appended to modules that use it.

use std::collections::BTreeSet;

use source::Name;

use super::import::Imports;

/// The helper; it uses the names of [`need`], and `$stdlib$dict` where that is imported.
pub(super) const HELPER: &str = include_str!("echo.mjs");

/// Imports what the helper uses.
pub(super) fn need(imports: &mut Imports, constructors: &BTreeSet<Name>) {
    for name in ["BitArray", "CustomType", "List", "UtfCodepoint"] {
        imports.prelude(name, constructors);
    }
}

//! Imports.

mod duplicate_import;
mod forbidden_import;
mod module_imported_twice;
mod shadows_import;
mod transitive_import;

pub use duplicate_import::DuplicateImport;
pub use forbidden_import::ForbiddenImport;
pub use module_imported_twice::ModuleImportedTwice;
pub use shadows_import::ShadowsImport;
pub use transitive_import::TransitiveImport;

use super::Problem;
use super::words::Kind;

/// Imports.
#[derive(Debug, Clone, PartialEq)]
pub enum ImportsProblem {
    /// See [`DuplicateImport`].
    DuplicateImport(DuplicateImport),
    /// See [`ForbiddenImport`].
    ForbiddenImport(ForbiddenImport),
    /// See [`TransitiveImport`].
    TransitiveImport(TransitiveImport),
    /// See [`ModuleImportedTwice`].
    ModuleImportedTwice(ModuleImportedTwice),
    /// See [`ShadowsImport`].
    ShadowsImport(ShadowsImport),
}

impl ImportsProblem {
    pub(super) fn kind(&self) -> &dyn Kind {
        match self {
            Self::DuplicateImport(it) => it,
            Self::ForbiddenImport(it) => it,
            Self::TransitiveImport(it) => it,
            Self::ModuleImportedTwice(it) => it,
            Self::ShadowsImport(it) => it,
        }
    }
}

impl From<DuplicateImport> for Problem {
    fn from(it: DuplicateImport) -> Self {
        Self::Imports(ImportsProblem::DuplicateImport(it))
    }
}

impl From<ForbiddenImport> for Problem {
    fn from(it: ForbiddenImport) -> Self {
        Self::Imports(ImportsProblem::ForbiddenImport(it))
    }
}

impl From<TransitiveImport> for Problem {
    fn from(it: TransitiveImport) -> Self {
        Self::Imports(ImportsProblem::TransitiveImport(it))
    }
}

impl From<ModuleImportedTwice> for Problem {
    fn from(it: ModuleImportedTwice) -> Self {
        Self::Imports(ImportsProblem::ModuleImportedTwice(it))
    }
}

impl From<ShadowsImport> for Problem {
    fn from(it: ShadowsImport) -> Self {
        Self::Imports(ImportsProblem::ShadowsImport(it))
    }
}

//! Where things are in the build folder.

use camino::{Utf8Path, Utf8PathBuf};
use source::Name;
use syntax::ast::Target;

use super::shared::MachineCache;

/// The part of the build folder for one mode and target.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Layout {
    /// `build/tindra/dev/erlang`
    pub folder: Utf8PathBuf,
    /// What the build is for.
    pub mode: Mode,
    /// The target.
    pub target: Target,
    /// What projects share, if anything.
    pub cache: Option<MachineCache>,
}

/// What a build is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Mode {
    /// Working on the project.
    Dev,
    /// The language server.
    Lsp,
    /// Giving the project to others: only what is in `src`, without `dev_dependencies`.
    Prod,
}

impl Layout {
    /// The layout for the project at `root`.
    pub fn new(root: &Utf8Path, mode: Mode, target: Target) -> Self {
        let of_mode = match mode {
            Mode::Dev => "dev",
            Mode::Lsp => "lsp",
            Mode::Prod => "prod",
        };
        let name = match target {
            Target::Erlang => "erlang",
            Target::JavaScript => "javascript",
        };
        Self {
            folder: root.join("build/tindra").join(of_mode).join(name),
            mode,
            target,
            cache: None,
        }
    }

    /// The same, with a cache that projects share.
    #[must_use]
    pub fn with_cache(self, cache: Option<MachineCache>) -> Self {
        Self { cache, ..self }
    }

    /// What is remembered of modules.
    pub fn memo(&self) -> Utf8PathBuf {
        self.folder.join("modules.memo")
    }

    /// What is remembered of output.
    pub fn outputs(&self) -> Utf8PathBuf {
        self.folder.join("outputs.memo")
    }

    /// What is remembered of Erlang's own modules.
    pub fn otp(&self) -> Utf8PathBuf {
        self.folder.join("otp.memo")
    }

    /// The folder of a package.
    pub fn package(&self, package: &str) -> Utf8PathBuf {
        self.folder.join(package)
    }

    /// Where a package's `.beam` files are.
    pub fn ebin(&self, package: &str) -> Utf8PathBuf {
        self.package(package).join("ebin")
    }

    /// The main output of a module, relative to the folder.
    pub fn module_output(&self, package: &str, module: Name) -> Utf8PathBuf {
        match self.target {
            Target::Erlang => format!("{package}/ebin/{}.beam", module.replace('/', "@")).into(),
            Target::JavaScript => format!("{package}/{module}.mjs").into(),
        }
    }
}

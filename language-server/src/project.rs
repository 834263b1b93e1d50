//! A project that files of are open, checked again after each change.

use camino::{Utf8Path, Utf8PathBuf};
use compiler_core::package::{ResolveOptions, resolve};
use compiler_core::{
    Analysis, CheckOptions, Error, Full, Memo, ModuleSource, Name, SourceText, Target, Workspace,
    check,
};
use report::Report;

use crate::overlay::Overlay;

/// A project and what is known of it.
pub(crate) struct Project {
    pub(crate) root: Utf8PathBuf,
    memo: Memo,
    /// The last state whose packages could be found.
    pub(crate) state: Option<State>,
    /// Why there is no newer one.
    pub(crate) failure: Option<Report>,
}

/// Modules and what was found out about them.
pub(crate) struct State {
    pub(crate) workspace: Workspace,
    pub(crate) analysis: Analysis,
}

impl Project {
    pub(crate) fn new(root: Utf8PathBuf) -> Self {
        Self {
            root,
            memo: Memo::default(),
            state: None,
            failure: None,
        }
    }

    /// Checks what changed.
    pub(crate) fn update(&mut self, files: &Overlay, packages: &[Utf8PathBuf], bundled: &Utf8Path) {
        match self.load(files, packages, bundled) {
            Ok(workspace) => {
                let target = workspace
                    .root()
                    .map_or(Target::Erlang, |root| root.config.target);
                let options = CheckOptions {
                    target,
                    wanted: &|_| true,
                };
                let analysis = check(&workspace, options, &self.memo);
                self.memo = analysis.memo();
                self.state = Some(State {
                    workspace,
                    analysis,
                });
                self.failure = None;
            }
            Err(error) => self.failure = Some(error.report()),
        }
    }

    fn load(
        &self,
        files: &Overlay,
        packages: &[Utf8PathBuf],
        bundled: &Utf8Path,
    ) -> Result<Workspace, Error> {
        let options = ResolveOptions {
            packages,
            bundled,
            dev: true,
        };
        let resolution = resolve(files, &self.root, &options)?;
        Workspace::load(files, resolution.packages)
    }
}

impl State {
    /// The module at a path.
    pub(crate) fn module(&self, path: &Utf8Path) -> Option<(Name, &ModuleSource)> {
        let name = self.workspace.module_at(path)?;
        Some((name, self.workspace.modules.get(&name)?))
    }

    /// Tree and tables of a module.
    pub(crate) fn full(&self, module: Name) -> Option<&Full> {
        self.analysis.modules.get(&module)?.full.as_deref()
    }

    /// The text of a module.
    pub(crate) fn source(&self, module: Name) -> Option<&SourceText> {
        self.workspace
            .modules
            .get(&module)
            .map(|module| &module.source)
    }
}

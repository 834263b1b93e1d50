//! A project that files of are open, checked again after each change.

use camino::{Utf8Path, Utf8PathBuf};
use compiler_core::externals::OtpExports;
use compiler_core::package::{Package, PackageSource, ResolveOptions, resolve};
use compiler_core::timings::Timings;
use compiler_core::{
    Analysis, CheckOptions, Error, Full, Memo, ModuleSource, Name, Span, Target, Workspace, check,
};
use report::Report;

use crate::overlay::Overlay;

/// A project and what is known of it.
pub(crate) struct Project {
    pub(crate) root: Utf8PathBuf,
    memo: Memo,
    /// The packages that were found last. They are used on while `gleam.toml` is broken.
    packages: Vec<Package>,
    /// The last state that could be read from disk.
    pub(crate) state: Option<State>,
    /// What is wrong with the project as a whole.
    pub(crate) problems: Vec<Problem>,
}

/// Modules and what was found out about them.
pub(crate) struct State {
    pub(crate) workspace: Workspace,
    pub(crate) analysis: Analysis,
}

/// A problem that belongs to no module.
pub(crate) struct Problem {
    pub(crate) path: Utf8PathBuf,
    pub(crate) span: Option<Span>,
    pub(crate) report: Report,
}

impl Project {
    pub(crate) fn new(root: Utf8PathBuf) -> Self {
        let (memo, packages, problems) = (Memo::default(), Vec::new(), Vec::new());
        Self {
            root,
            memo,
            packages,
            state: None,
            problems,
        }
    }

    /// Checks what changed.
    pub(crate) fn update(&mut self, files: &Overlay, folders: &[Utf8PathBuf], bundled: &Utf8Path) {
        self.problems.clear();
        let options = ResolveOptions {
            packages: folders,
            bundled,
            dev: true,
        };
        match resolve(files, &self.root, &options) {
            Ok(resolution) => {
                self.packages = resolution.packages;
                let path = self.root.join("gleam.toml");
                let problem = |report| Problem {
                    path: path.clone(),
                    span: None,
                    report,
                };
                self.problems
                    .extend(resolution.warnings.into_iter().map(problem));
            }
            Err(error) => self.note(&error),
        }
        if self.packages.is_empty() {
            return;
        }
        match Workspace::load(files, self.packages.clone()) {
            Ok(workspace) => self.check(workspace, files),
            Err(error) => self.note(&error),
        }
    }

    fn check(&mut self, workspace: Workspace, files: &Overlay) {
        let target = workspace
            .root()
            .map_or(Target::Erlang, |root| root.config.target);
        let options = CheckOptions {
            target,
            wanted: &|_| true,
            keep: true,
            timings: Timings::off(),
        };
        let mut analysis = check(&workspace, options, &self.memo);
        analysis.check_externals(files, &workspace, target, &OtpExports::new());
        self.memo = analysis.memo();
        self.state = Some(State {
            workspace,
            analysis,
        });
    }

    fn note(&mut self, error: &Error) {
        let (path, span) = match error.place() {
            Some((path, span)) => (path.to_path_buf(), span),
            None => (self.root.join("gleam.toml"), None),
        };
        self.problems.push(Problem {
            path,
            span,
            report: error.report(),
        });
    }

    /// Whether what is at a path may matter to the project.
    pub(crate) fn reads(&self, path: &Utf8Path) -> bool {
        self.packages
            .iter()
            .any(|package| path.starts_with(&package.root))
    }

    /// Whether a path is in a package that is not the user's own work.
    pub(crate) fn borrows(&self, path: &Utf8Path) -> bool {
        let own =
            |package: &Package| matches!(package.source, PackageSource::Root | PackageSource::Path);
        self.packages
            .iter()
            .any(|package| !own(package) && path.starts_with(&package.root))
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
}

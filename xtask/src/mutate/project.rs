//! The projects whose sources are changed, in memory.

use std::fs;

use camino::{Utf8Path, Utf8PathBuf};
use compiler_core::package::{PackageSource, ResolveOptions, resolve};
use compiler_core::{Analysis, CheckOptions, Memo, Name, SourceText, Target, Workspace, check};
use report::{Edit, Report, Severity};
use testkit::Memory;

use crate::run::files_below;

/// Folders that hold projects, with all their sources.
pub(crate) struct Projects {
    files: Memory,
    packages: Vec<Utf8PathBuf>,
    roots: Vec<Utf8PathBuf>,
}

/// A project without errors, and what was found out about it.
pub(crate) struct Project {
    /// Its folder's name.
    pub(crate) name: String,
    workspace: Workspace,
    memo: Memo,
    target: Target,
    /// Its own modules, each with the number of its tokens.
    modules: Vec<(Name, usize)>,
}

impl Projects {
    /// Reads the projects directly in `folders`, of which the first is that of the bundled packages.
    pub(crate) fn find(folders: impl Iterator<Item = Utf8PathBuf>) -> Result<Self, String> {
        let mut projects = Self {
            files: Memory::default(),
            packages: Vec::new(),
            roots: Vec::new(),
        };
        for folder in folders {
            let folder = folder
                .canonicalize_utf8()
                .map_err(|error| format!("{folder}: {error}"))?;
            for path in inputs_below(&folder)? {
                let text = fs::read_to_string(&path).map_err(|error| format!("{path}: {error}"))?;
                projects.files.put(path.as_str(), &text);
                let root = path.parent().unwrap_or(&folder);
                let is_direct = root.parent() == Some(folder.as_path());
                if is_direct && path.file_name() == Some("gleam.toml") {
                    projects.roots.push(root.to_path_buf());
                }
            }
            projects.packages.push(folder);
        }
        Ok(projects)
    }

    /// The number of tokens of each project.
    pub(crate) fn sizes(&self) -> Vec<usize> {
        let mut sizes = vec![0; self.roots.len()];
        let paths = self.files.paths();
        for path in paths.iter().filter(|path| is_module(path)) {
            let owner = self.roots.iter().position(|root| {
                let mut parts = ["src", "dev", "test"].into_iter();
                parts.any(|part| path.starts_with(root.join(part)))
            });
            if let Some(owner) = owner {
                sizes[owner] += tokens(&self.read(path));
            }
        }
        sizes
    }

    fn read(&self, path: &Utf8Path) -> String {
        let bytes = compiler_core::Host::read(&self.files, path).unwrap_or_default();
        String::from_utf8(bytes).unwrap_or_default()
    }

    /// Checks a project for its own target; why it is left out, if it has errors.
    pub(crate) fn load(&self, index: usize) -> Result<Project, String> {
        let root = &self.roots[index];
        let name = root.file_name().unwrap_or_default().to_string();
        // A project of `stdlib` is checked with its neighbours there, and no others.
        let home = root.parent().unwrap_or(root).to_path_buf();
        let options = ResolveOptions {
            packages: &[home],
            bundled: &self.packages[0],
            dev: true,
        };
        let failed = |error: compiler_core::Error| format!("{name}: {}", error.report().title);
        let found = resolve(&self.files, root, &options).map_err(failed)?;
        let workspace = Workspace::load(&self.files, found.packages).map_err(failed)?;
        let target = workspace
            .root()
            .map_or(Target::Erlang, |package| package.config.target);
        let mut project = Project {
            name,
            modules: own_modules(&workspace),
            workspace,
            memo: Memo::default(),
            target,
        };
        let analysis = project.check();
        if analysis.has_errors() {
            return Err(format!("{}: has errors", project.name));
        }
        project.memo = analysis.memo();
        Ok(project)
    }
}

impl Project {
    /// The module that has the project's `index`th token, and which of its tokens that is.
    pub(crate) fn token(&self, index: usize) -> Option<(Name, usize)> {
        let mut rest = index;
        for (name, count) in &self.modules {
            if rest < *count {
                return Some((*name, rest));
            }
            rest -= count;
        }
        None
    }

    /// A module's text.
    pub(crate) fn text(&self, module: Name) -> String {
        self.workspace.modules[&module].source.text.to_string()
    }

    /// The path of a module, as errors show it.
    pub(crate) fn path(&self, module: Name) -> String {
        self.workspace.modules[&module].source.path.to_string()
    }

    /// Replaces a module's text.
    pub(crate) fn put(&mut self, module: Name, text: &str) {
        if let Some(module) = self.workspace.modules.get_mut(&module) {
            let source = &module.source;
            module.source = SourceText::new(source.file, &source.path, text);
        }
    }

    /// The errors, in the order in which they are shown.
    pub(crate) fn errors(&self) -> Vec<Report> {
        let mut reports = self.check().reports;
        reports.retain(|report| report.severity == Severity::Error);
        reports
    }

    fn check(&self) -> Analysis {
        let options = CheckOptions {
            keep: true,
            timings: compiler_core::timings::Timings::off(),
            target: self.target,
            wanted: &|_| false,
        };
        check(&self.workspace, options, &self.memo)
    }

    /// The source of a file that an error points into.
    pub(crate) fn source(&self, location: compiler_core::Location) -> Option<&SourceText> {
        report::Sources::source(&self.workspace, location.file)
    }

    /// Changes the sources as a repair says.
    pub(crate) fn apply(&mut self, edits: &[Edit]) {
        let mut edits: Vec<&Edit> = edits.iter().collect();
        edits.sort_by_key(|edit| std::cmp::Reverse(edit.location.span.start));
        for edit in edits {
            let Some(module) = self.workspace.module_of(edit.location.file) else {
                continue;
            };
            let mut text = self.text(module);
            let span = edit.location.span;
            text.replace_range(span.start as usize..span.end as usize, &edit.text);
            self.put(module, &text);
        }
    }

    /// The text of each module that differs from `before`, to be put back.
    pub(crate) fn texts(&self, edits: &[Edit]) -> Vec<(Name, String)> {
        let modules = edits
            .iter()
            .filter_map(|edit| self.workspace.module_of(edit.location.file));
        modules.map(|module| (module, self.text(module))).collect()
    }
}

fn own_modules(workspace: &Workspace) -> Vec<(Name, usize)> {
    let own = workspace
        .modules
        .iter()
        .filter(|(_, module)| workspace.packages[module.package].source == PackageSource::Root);
    own.map(|(name, module)| (*name, tokens(&module.source.text)))
        .collect()
}

fn tokens(text: &str) -> usize {
    syntax::lexer::lex(text).tokens.kinds.len()
}

fn is_module(path: &Utf8Path) -> bool {
    path.extension() == Some("gleam")
}

/// Configurations and modules, sorted.
fn inputs_below(folder: &Utf8Path) -> Result<Vec<Utf8PathBuf>, String> {
    let mut found = files_below(folder, "toml")?;
    found.retain(|path| path.file_name() == Some("gleam.toml"));
    found.extend(files_below(folder, "gleam")?);
    found.sort();
    Ok(found)
}

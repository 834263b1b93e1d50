//! A project whose modules are replaced again and again, over a standard library that is checked once.

use std::sync::{Arc, LazyLock, Mutex, PoisonError};

use compiler_core::package::{Config, Package, PackageSource};
use compiler_core::{
    CheckOptions, CheckedModule, Full, Memo, Name, SourceText, Target, Workspace,
};
use report::Style;
use testkit::Memory;

use crate::spans;

/// Checks a text as a project: parts that a NUL separates are the modules `one`, `two` and `three`.
/// Gives those without errors.
pub(crate) fn check(text: &str, target: Target) -> Vec<Arc<Full>> {
    let project = match target {
        Target::Erlang => &ERLANG,
        Target::JavaScript => &JAVASCRIPT,
    };
    let mut project = project.lock().unwrap_or_else(PoisonError::into_inner);
    let mut parts = text.split('\0');
    for module in MODULES {
        project.replace(module, parts.next().unwrap_or_default());
    }
    project.check(target)
}

const STYLE: Style = Style {
    colour: false,
    width: 80,
};
const MODULES: [&str; 3] = ["one", "two", "three"];
static ERLANG: LazyLock<Mutex<Project>> = LazyLock::new(|| Mutex::new(Project::new(Target::Erlang)));
static JAVASCRIPT: LazyLock<Mutex<Project>> =
    LazyLock::new(|| Mutex::new(Project::new(Target::JavaScript)));

struct Project {
    workspace: Workspace,
    /// What is known of the standard library.
    memo: Memo,
}

impl Project {
    fn new(target: Target) -> Self {
        let memory = Memory::default();
        let library = stdlib::FILES
            .iter()
            .filter(|file| file.path.starts_with("gleam_stdlib/"));
        for file in library {
            if let Ok(text) = std::str::from_utf8(file.bytes) {
                memory.put(&format!("/library/{}", file.path), text);
            }
        }
        for module in MODULES {
            memory.put(&format!("/app/src/{module}.gleam"), "");
        }
        let package = |text: &str, root: &str, source| Package {
            config: Config::parse("gleam.toml".into(), text).expect("the configuration is right"),
            root: root.into(),
            source,
        };
        let app = "name = \"app\"\n[dependencies]\ngleam_stdlib = \">= 0.1.0\"\n";
        let app = package(app, "/app", PackageSource::Root);
        let library = "name = \"gleam_stdlib\"\n";
        let library = package(library, "/library/gleam_stdlib", PackageSource::Bundled);
        let workspace =
            Workspace::load(&memory, vec![library, app]).expect("the files are there");
        let memo = compiler_core::check(&workspace, options(target, &|_| false), &Memo::default()).memo();
        Self { workspace, memo }
    }

    fn replace(&mut self, module: &str, text: &str) {
        if let Some(module) = self.workspace.modules.get_mut(&Name::new(module)) {
            let source = &module.source;
            module.source = SourceText::new(source.file, &source.path, text);
        }
    }

    fn check(&self, target: Target) -> Vec<Arc<Full>> {
        let own = MODULES.map(Name::new);
        let wanted = |name| own.contains(&name);
        let analysis = compiler_core::check(&self.workspace, options(target, &wanted), &self.memo);
        for report in &analysis.reports {
            for label in &report.labels {
                self.within(label.location);
            }
            for edit in report.fixes.iter().flat_map(|fix| &fix.edits) {
                self.within(edit.location);
            }
            report::render(report, &self.workspace, STYLE);
        }
        let good = |module: &&CheckedModule| !module.has_errors();
        own.iter()
            .filter_map(|name| analysis.modules.get(name))
            .filter(good)
            .filter_map(|module| module.full.clone())
            .collect()
    }

    fn within(&self, location: compiler_core::Location) {
        let module = self.workspace.module_of(location.file);
        let module = module.and_then(|name| self.workspace.modules.get(&name));
        spans::within(location.span, &module.expect("the file is known").source.text);
    }
}

fn options(target: Target, wanted: &(dyn Fn(Name) -> bool + Sync)) -> CheckOptions<'_> {
    CheckOptions {
        target,
        wanted,
        keep: true,
        timings: compiler_core::timings::Timings::off(),
    }
}

//! The thread that owns all state.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::mpsc::Receiver;

use camino::{Utf8Path, Utf8PathBuf};
use compiler_core::{FileId, Host};
use report::{Report, Severity};

use crate::Setup;
use crate::event::{At, Event};
use crate::features::{definition, hover, symbols};
use crate::overlay::Overlay;
use crate::position::{Range, offset, range};
use crate::project::{Project, State};

/// A problem, where an editor shows it.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Diagnostic {
    pub(crate) range: Range,
    pub(crate) severity: Severity,
    pub(crate) code: &'static str,
    pub(crate) message: String,
    pub(crate) related: Vec<(Utf8PathBuf, Range, String)>,
}

/// What the session tells the editor unasked.
pub(crate) trait Publish {
    /// Replaces all problems of a file.
    fn diagnostics(&self, path: &Utf8Path, diagnostics: Vec<Diagnostic>);
    /// Shows a problem that belongs to no file.
    fn show_error(&self, text: String);
}

/// Handles events until all senders are gone.
pub(crate) fn run(setup: Setup, events: &Receiver<Event>, publish: &dyn Publish) {
    let mut session = Session::new(setup);
    while let Ok(event) = events.recv() {
        session.handle(event);
        // Edits that wait are applied before anything is checked.
        while let Ok(event) = events.try_recv() {
            session.handle(event);
        }
        session.refresh(publish);
    }
}

struct Session {
    files: Overlay,
    packages: Vec<Utf8PathBuf>,
    bundled: Box<dyn Fn(&Utf8Path) -> Result<Utf8PathBuf, String> + Send>,
    projects: BTreeMap<Utf8PathBuf, Project>,
    stale: BTreeSet<Utf8PathBuf>,
    published: BTreeMap<Utf8PathBuf, Vec<Diagnostic>>,
    shown: BTreeSet<String>,
}

impl Session {
    fn new(setup: Setup) -> Self {
        Self {
            files: Overlay::new(setup.disk),
            packages: setup.packages,
            bundled: setup.bundled,
            projects: BTreeMap::new(),
            stale: BTreeSet::new(),
            published: BTreeMap::new(),
            shown: BTreeSet::new(),
        }
    }

    fn handle(&mut self, event: Event) {
        match event {
            Event::Open { path, text } => {
                self.files.open(path.clone(), text);
                self.touch(&path);
            }
            Event::Edit { path, edits } => {
                self.files.edit(&path, edits);
                self.touch(&path);
            }
            Event::Close { path } => {
                self.files.close(&path);
                self.touch(&path);
            }
            Event::DiskChanged => self.stale.extend(self.projects.keys().cloned()),
            // An editor that no longer waits for its answer has dropped the other end.
            Event::Hover { at, reply } => {
                let _ = reply.send(self.at(&at, hover::hover));
            }
            Event::Definition { at, reply } => {
                let _ = reply.send(self.at(&at, definition::definition));
            }
            Event::Symbols { path, reply } => {
                let found = self
                    .state(&path)
                    .and_then(|state| symbols::symbols(state, &path));
                let _ = reply.send(found.unwrap_or_default());
            }
        }
    }

    /// Marks the project of a file for checking.
    fn touch(&mut self, path: &Utf8Path) {
        if let Some(root) = self.root_of(path) {
            self.projects
                .entry(root.clone())
                .or_insert_with(|| Project::new(root.clone()));
            self.stale.insert(root);
        }
    }

    /// The nearest folder with a `gleam.toml`. Files of bundled packages belong to the project
    /// that has them unpacked.
    fn root_of(&self, path: &Utf8Path) -> Option<Utf8PathBuf> {
        let owner = self
            .projects
            .keys()
            .find(|root| path.starts_with(root.join("build")));
        owner.cloned().or_else(|| {
            let mut folders = path.ancestors().skip(1);
            folders
                .find(|folder| self.files.is_file(&folder.join("gleam.toml")))
                .map(Into::into)
        })
    }

    /// The state of the project that a file belongs to, with all edits taken in.
    fn state(&mut self, path: &Utf8Path) -> Option<&State> {
        let root = self.root_of(path)?;
        if !self.projects.contains_key(&root) {
            self.touch(path);
        }
        self.update(&root);
        self.projects.get(&root)?.state.as_ref()
    }

    /// Asks a feature about a position.
    fn at<T>(&mut self, at: &At, feature: fn(&State, &Utf8Path, u32) -> Option<T>) -> Option<T> {
        let state = self.state(&at.path)?;
        let (_, module) = state.module(&at.path)?;
        let offset = offset(&module.source.text, &module.source.lines, at.position);
        feature(state, &at.path, offset)
    }

    fn update(&mut self, root: &Utf8Path) {
        if !self.stale.contains(root) {
            return;
        }
        let Some(project) = self.projects.get_mut(root) else {
            return;
        };
        match (self.bundled)(root) {
            Ok(bundled) => project.update(&self.files, &self.packages, &bundled),
            Err(problem) => {
                self.shown.insert(problem);
            }
        }
        // The mark goes last: publishing looks at it.
        self.stale.remove(root);
        self.published.entry(root.join("gleam.toml")).or_default();
    }

    /// Checks what changed, and tells the editor what is new about problems.
    fn refresh(&mut self, publish: &dyn Publish) {
        let stale: Vec<Utf8PathBuf> = self.stale.iter().cloned().collect();
        for root in &stale {
            self.update(root);
        }
        let mut now: BTreeMap<Utf8PathBuf, Vec<Diagnostic>> = BTreeMap::new();
        for project in self.projects.values() {
            if let Some(failure) = &project.failure
                && self.shown.insert(failure.text.clone())
            {
                publish.show_error(format!("{}\n\n{}", failure.title, failure.text));
            }
            if let Some(state) = &project.state {
                for report in &state.analysis.reports {
                    if let Some((path, diagnostic)) = diagnostic(state, report) {
                        now.entry(path).or_default().push(diagnostic);
                    }
                }
            }
        }
        for path in self.published.keys() {
            now.entry(path.clone()).or_default();
        }
        for (path, diagnostics) in &now {
            if self.published.get(path) != Some(diagnostics) {
                publish.diagnostics(path, diagnostics.clone());
            }
        }
        now.retain(|_, diagnostics| !diagnostics.is_empty());
        self.published = now;
    }
}

fn diagnostic(state: &State, report: &Report) -> Option<(Utf8PathBuf, Diagnostic)> {
    let place = |location: compiler_core::Location| {
        let (path, source) = file(state, location.file)?;
        Some((path, range(source, location.span)))
    };
    let (path, range) = place(report.location()?)?;
    let first = report
        .labels
        .first()
        .map_or("", |label| label.text.as_str());
    let hint = report.hint.as_ref().map(|hint| format!("Hint: {hint}"));
    let parts = [
        report.title.as_str(),
        first,
        &report.text,
        hint.as_deref().unwrap_or_default(),
    ];
    let parts: Vec<&str> = parts.into_iter().filter(|part| !part.is_empty()).collect();
    let related = report.labels.iter().skip(1).filter_map(|label| {
        let (path, range) = place(label.location)?;
        Some((path, range, label.text.clone()))
    });
    let diagnostic = Diagnostic {
        range,
        severity: report.severity,
        code: report.code.0,
        message: parts.join("\n\n"),
        related: related.collect(),
    };
    Some((path, diagnostic))
}

fn file(state: &State, file: FileId) -> Option<(Utf8PathBuf, &compiler_core::SourceText)> {
    let name = state.workspace.module_of(file)?;
    let module = state.workspace.modules.get(&name)?;
    Some((module.path.clone(), &module.source))
}

//! The thread that owns all state.

use std::collections::{BTreeMap, BTreeSet};
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::mpsc::Receiver;

use camino::{Utf8Path, Utf8PathBuf};
use compiler_core::Host;

use crate::diagnostics::{self, Diagnostic};
use crate::event::{At, Event};
use crate::features::{definition, formatting, hover, symbols};
use crate::overlay::Overlay;
use crate::position::offset;
use crate::project::{Project, State};
use crate::{Setup, Unpack};

/// What the session tells the editor unasked.
pub(crate) trait Publish {
    /// Replaces all problems of a file.
    fn diagnostics(&self, path: &Utf8Path, diagnostics: Vec<Diagnostic>);
    /// Shows a problem that belongs to no file.
    fn show_error(&self, text: &str);
}

/// Handles events until all senders are gone.
pub(crate) fn run(setup: Setup, events: &Receiver<Event>, publish: &dyn Publish) {
    let mut session = Session::new(setup);
    while let Ok(event) = events.recv() {
        session.guarded(|session| session.handle(event));
        // Edits that wait are applied before anything is checked.
        while let Ok(event) = events.try_recv() {
            session.guarded(|session| session.handle(event));
        }
        session.guarded(Session::refresh);
        session.publish(publish);
    }
}

struct Session {
    files: Overlay,
    packages: Vec<Utf8PathBuf>,
    bundled: Unpack,
    projects: BTreeMap<Utf8PathBuf, Project>,
    /// Projects to check again.
    stale: BTreeSet<Utf8PathBuf>,
    /// What the editor shows, by file; files without problems are absent.
    published: BTreeMap<Utf8PathBuf, Vec<Diagnostic>>,
    /// Messages, and whether they were shown: each is once.
    messages: BTreeMap<String, bool>,
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
            messages: BTreeMap::new(),
        }
    }

    /// Does something that reads what people are still writing. Should that bring out a mistake
    /// in the program itself, the service goes on with the next event.
    fn guarded(&mut self, action: impl FnOnce(&mut Self)) {
        if catch_unwind(AssertUnwindSafe(|| action(self))).is_err() {
            let text =
                "Tindra made a mistake of its own; the log of the language server says more.";
            self.messages.entry(text.to_string()).or_default();
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
            Event::Format { path, range, reply } => {
                let text = self.files.read(&path).ok();
                let text = text.and_then(|bytes| String::from_utf8(bytes).ok());
                let edits = text.map(|text| match range {
                    Some(range) => formatting::of_range(&text, range),
                    None => formatting::of_file(&text).into_iter().collect(),
                });
                let _ = reply.send(edits.unwrap_or_default());
            }
            Event::Symbols { path, reply } => {
                let found = self
                    .state(&path)
                    .and_then(|state| symbols::symbols(state, &path));
                let _ = reply.send(found.unwrap_or_default());
            }
        }
    }

    /// Marks the projects that a file matters to for checking.
    fn touch(&mut self, path: &Utf8Path) {
        if let Some(root) = self.root_of(path) {
            self.projects
                .entry(root.clone())
                .or_insert_with(|| Project::new(root.clone()));
            self.stale.insert(root);
        }
        let readers = self
            .projects
            .iter()
            .filter(|(_, project)| project.reads(path));
        self.stale.extend(readers.map(|(root, _)| root.clone()));
    }

    /// The nearest folder with a `gleam.toml`. Files of packages that were not written beside
    /// the project belong to the project that uses them.
    fn root_of(&self, path: &Utf8Path) -> Option<Utf8PathBuf> {
        if let Some(user) = self.projects.values().find(|project| project.borrows(path)) {
            return Some(user.root.clone());
        }
        let folders = path.ancestors().skip(1);
        let mut roots = folders.filter(|folder| self.files.is_file(&folder.join("gleam.toml")));
        let nearest = roots.next()?;
        let user = roots.find(|root| {
            ["build/packages", "build/tindra"]
                .iter()
                .any(|it| nearest.starts_with(root.join(it)))
        });
        Some(user.unwrap_or(nearest).into())
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

    /// Checks all that changed.
    fn refresh(&mut self) {
        while let Some(root) = self.stale.first().cloned() {
            self.update(&root);
        }
    }

    fn update(&mut self, root: &Utf8Path) {
        if !self.stale.remove(root) {
            return;
        }
        let Some(project) = self.projects.get_mut(root) else {
            return;
        };
        match (self.bundled)(root) {
            Ok(bundled) => project.update(&self.files, &self.packages, &bundled),
            Err(problem) => {
                self.messages.entry(problem).or_default();
            }
        }
    }

    /// Tells the editor what is new about problems.
    fn publish(&mut self, publish: &dyn Publish) {
        for (text, shown) in &mut self.messages {
            if !std::mem::replace(shown, true) {
                publish.show_error(text);
            }
        }
        let mut now: BTreeMap<Utf8PathBuf, Vec<Diagnostic>> = BTreeMap::new();
        for project in self.projects.values() {
            for (path, diagnostic) in diagnostics::of_project(project, &self.files) {
                let known = now.entry(path).or_default();
                // Two projects can share a package.
                if !known.contains(&diagnostic) {
                    known.push(diagnostic);
                }
            }
        }
        for (path, diagnostics) in &now {
            if self.published.get(path) != Some(diagnostics) {
                publish.diagnostics(path, diagnostics.clone());
            }
        }
        for path in self
            .published
            .keys()
            .filter(|path| !now.contains_key(*path))
        {
            publish.diagnostics(path, Vec::new());
        }
        self.published = now;
    }
}

#[cfg(test)]
mod tests;

//! Waiting until files change.

use std::collections::BTreeSet;
use std::path::Path;
use std::sync::mpsc::{self, Receiver, RecvTimeoutError};
use std::time::{Duration, Instant};

use camino::{Utf8Path, Utf8PathBuf};
use notify::{Event, EventKind, RecommendedWatcher, RecursiveMode, Watcher};

use crate::failure::Failure;

/// What of a package's folder matters. The rest, output above all, may change as it likes.
const FOLDERS: [&str; 4] = ["src", "test", "dev", "priv"];
const FILES: [&str; 2] = ["gleam.toml", "manifest.toml"];

/// Editors write a file in several steps, and tools many files at once.
const QUIET: Duration = Duration::from_millis(40);
const LONGEST: Duration = Duration::from_secs(1);

/// How often the caller is asked whether there is something else to tell.
const TICK: Duration = Duration::from_millis(150);

/// A source of changes.
pub(super) struct Changes {
    watcher: RecommendedWatcher,
    events: Receiver<notify::Result<Event>>,
    watched: BTreeSet<Utf8PathBuf>,
}

impl Changes {
    /// Watches nothing yet.
    pub(super) fn new() -> Result<Self, Failure> {
        let (sender, events) = mpsc::channel();
        let watcher = notify::recommended_watcher(sender).map_err(|error| failure(&error))?;
        Ok(Self {
            watcher,
            events,
            watched: BTreeSet::new(),
        })
    }

    /// Watches the packages in these folders too, and folders of theirs that are new.
    pub(super) fn watch(&mut self, packages: &[&Utf8Path]) -> Result<(), Failure> {
        self.watched.retain(|folder| folder.is_dir());
        for package in packages {
            self.add(package, RecursiveMode::NonRecursive)?;
            for folder in FOLDERS.map(|folder| package.join(folder)) {
                if folder.is_dir() {
                    self.add(&folder, RecursiveMode::Recursive)?;
                }
            }
        }
        Ok(())
    }

    fn add(&mut self, folder: &Utf8Path, mode: RecursiveMode) -> Result<(), Failure> {
        if self.watched.insert(folder.to_path_buf()) {
            let added = self.watcher.watch(folder.as_std_path(), mode);
            added.map_err(|error| failure(&error))?;
        }
        Ok(())
    }

    /// Waits for a change, and then until there are no more for a moment. `meanwhile` is called
    /// again and again.
    pub(super) fn wait(&self, mut meanwhile: impl FnMut()) -> Result<(), Failure> {
        loop {
            match self.events.recv_timeout(TICK) {
                Ok(event) if matters(&event) => break,
                Ok(_) | Err(RecvTimeoutError::Timeout) => meanwhile(),
                Err(RecvTimeoutError::Disconnected) => {
                    return Err(failure(&notify::Error::generic("it has ended")));
                }
            }
        }
        let first = Instant::now();
        let mut last = first;
        while last.elapsed() < QUIET && first.elapsed() < LONGEST {
            if let Ok(event) = self.events.recv_timeout(QUIET)
                && matters(&event)
            {
                last = Instant::now();
            }
        }
        Ok(())
    }
}

/// Whether an event is about what programs are made of. Lost events count.
fn matters(event: &notify::Result<Event>) -> bool {
    match event {
        Ok(event) if event.need_rescan() => true,
        Ok(event) => {
            !matches!(event.kind, EventKind::Access(_))
                && event.paths.iter().any(|path| is_source(path))
        }
        Err(_) => true,
    }
}

fn is_source(path: &Path) -> bool {
    let named = |names: &[&str], part: &std::ffi::OsStr| names.iter().any(|name| part == *name);
    path.file_name().is_some_and(|name| named(&FILES, name))
        || path
            .components()
            .any(|part| named(&FOLDERS, part.as_os_str()))
}

fn failure(error: &notify::Error) -> Failure {
    Failure::Program {
        program: "file watcher".to_string(),
        reason: error.to_string(),
    }
}

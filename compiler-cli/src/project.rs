//! The project that a command works on.

use std::fs::{self, File, TryLockError};
use std::sync::Arc;
use std::time::{Instant, SystemTime};

use camino::{Utf8Path, Utf8PathBuf};
use compiler_core::build::{self, Built, Layout, Mode};
use compiler_core::package::{Config, Resolution, ResolveOptions};
use compiler_core::timings::{Phase, Timings};
use compiler_core::{Analysis, Name, Target, Workspace};
use report::Report;

use crate::args::Packages;
use crate::beam::{self, Beam};
use crate::cache::Cache;
use crate::failure::Failure;
use crate::fetch;
use crate::host::Disk;
use crate::{private_files, ui};

/// A project on disk, with all packages that take part.
pub(crate) struct Project {
    pub(crate) root: Utf8PathBuf,
    cache: Cache,
    mode: Mode,
    pub(crate) workspace: Workspace,
    warnings: Vec<Report>,
    /// Whether to say what is being done.
    pub(crate) progress: bool,
    /// What took how long, if somebody wants to know.
    pub(crate) timings: Arc<Timings>,
    started: Instant,
}

impl Project {
    /// Opens the project that the current folder belongs to.
    pub(crate) fn open(packages: &Packages, progress: bool) -> Result<Self, Failure> {
        Self::open_for(Mode::Dev, packages, progress)
    }

    /// The same for a build of some mode.
    pub(crate) fn open_for(
        mode: Mode,
        packages: &Packages,
        progress: bool,
    ) -> Result<Self, Failure> {
        let timings = Arc::new(Timings::default());
        Self::open_with(mode, packages, progress, timings)
    }

    /// The same for a build of which somebody wants to know what took how long.
    pub(crate) fn open_timed(packages: &Packages, progress: bool) -> Result<Self, Failure> {
        let started = Instant::now();
        let timings = Arc::new(Timings::with_clock(move || started.elapsed()));
        Self::open_with(Mode::Dev, packages, progress, timings)
    }

    fn open_with(
        mode: Mode,
        packages: &Packages,
        progress: bool,
        timings: Arc<Timings>,
    ) -> Result<Self, Failure> {
        let started = Instant::now();
        let root = find_root()?;
        let cache = timings.measure(Phase::Load, "bundled packages", || Cache::open(&root))?;
        let find = || find_packages(&root, &cache, packages, mode);
        let resolution = timings.measure(Phase::Load, "packages", find)?;
        let load = || Workspace::load_for(&Disk, resolution.packages, mode);
        let workspace = timings.measure(Phase::Load, "modules", load)?;
        let mut warnings = resolution.warnings;
        warnings.extend(workspace.misnamed());
        Ok(Self {
            root,
            cache,
            mode,
            workspace,
            warnings,
            progress,
            timings,
            started,
        })
    }

    /// What `gleam.toml` says.
    pub(crate) fn config(&self) -> Option<&Config> {
        self.workspace.root().map(|package| &package.config)
    }

    /// The package's name.
    pub(crate) fn name(&self) -> &str {
        self.config().map_or("", |config| &config.name)
    }

    /// The target asked for, or the project's own.
    pub(crate) fn target(&self, asked: Option<Target>) -> Target {
        asked
            .or(self.config().map(|config| config.target))
            .unwrap_or(Target::Erlang)
    }

    /// Where output for a target goes.
    pub(crate) fn layout(&self, target: Target) -> Layout {
        let shares_beam = target == Target::Erlang && beam::is_one_release();
        let cache = self.cache.shared(shares_beam);
        Layout::new(&self.root, self.mode, target).with_cache(cache)
    }

    /// Says what is being done.
    pub(crate) fn say(&self, verb: &str, what: &str) {
        if self.progress {
            ui::progress(verb, what);
        }
    }

    /// Prints problems: those of finding packages first.
    pub(crate) fn tell(&self, reports: &[Report]) {
        let all: Vec<Report> = self.warnings.iter().chain(reports).cloned().collect();
        ui::reports(&all, &self.workspace);
    }

    /// Checks all modules without writing output.
    pub(crate) fn check(&self, target: Target) -> Result<Vec<Report>, Failure> {
        Ok(self.analyse(target, &|_| false)?.reports)
    }

    /// The same; of the modules that are `wanted` trees and tables are at hand afterwards.
    pub(crate) fn analyse(
        &self,
        target: Target,
        wanted: &(dyn Fn(Name) -> bool + Sync),
    ) -> Result<Analysis, Failure> {
        self.say("Checking", self.name());
        let layout = self.layout(target);
        let analysis = build::check(&Disk, &self.workspace, &layout, wanted, &self.timings)?;
        self.tell(&analysis.reports);
        if analysis.has_errors() {
            return Err(Failure::Told);
        }
        if self.progress {
            ui::compiled("Checked", self.started.elapsed(), analysis.fresh() > 0);
        }
        Ok(analysis)
    }

    /// Builds all modules, and tells what is wrong with them.
    pub(crate) fn build(&self, target: Target) -> Result<Built, Failure> {
        let beam = match target {
            Target::Erlang => Some(self.beam()?),
            Target::JavaScript => None,
        };
        self.build_with(target, beam.as_ref())
    }

    /// The Erlang that compiles.
    pub(crate) fn beam(&self) -> Result<Beam, Failure> {
        Beam::find(self.cache.compile_server(&self.root), self.timings.clone())
    }

    /// The same with an Erlang that may have been started before.
    pub(crate) fn build_with(&self, target: Target, beam: Option<&Beam>) -> Result<Built, Failure> {
        let layout = self.layout(target);
        let _lock = self.lock(&layout)?;
        let compiling = |package: &str| self.say("Compiling", package);
        let built = build::build(
            &Disk,
            &self.workspace,
            &build::BuildOptions {
                layout: &layout,
                beam: beam.map(|beam| beam as &dyn build::BeamCompiler),
                beam_fingerprint: &beam.map(Beam::fingerprint).unwrap_or_default(),
                compiling: &compiling,
                timings: &self.timings,
            },
        )?;
        self.tell(&built.analysis.reports);
        if let Some(problem) = beam.and_then(Beam::take_problem) {
            return Err(problem);
        }
        for failure in &built.failures {
            ui::say(&beam::failure_text(failure));
        }
        if !built.is_ok() {
            return Err(Failure::Told);
        }
        for package in &self.workspace.packages {
            private_files::show(package, &layout.package(&package.config.name))?;
        }
        if self.progress {
            ui::compiled("Compiled", self.started.elapsed(), built.did_work());
        }
        Ok(built)
    }

    /// Keeps other builds from writing to the same folder until it is dropped, or we are killed.
    fn lock(&self, layout: &Layout) -> Result<File, Failure> {
        let path = layout.folder.join("lock");
        let failed = |error| io_failure("lock", &path, &error);
        fs::create_dir_all(&layout.folder)
            .map_err(|error| io_failure("create", &layout.folder, &error))?;
        let file = File::create(&path).map_err(failed)?;
        // Some network file systems have no locks: better to build without.
        let Err(TryLockError::WouldBlock) = file.try_lock() else {
            return Ok(file);
        };
        self.say("Waiting", "for another build");
        file.lock().map_err(failed)?;
        Ok(file)
    }

    /// The modules of the project and its dependencies.
    pub(crate) fn modules(&self) -> impl Iterator<Item = Name> {
        self.workspace.modules.keys().copied()
    }
}

/// An input or output error as a failure.
pub(crate) fn io_failure(action: &'static str, path: &Utf8Path, error: &std::io::Error) -> Failure {
    let (path, reason) = (path.to_path_buf(), error.to_string());
    compiler_core::HostError {
        action,
        path,
        reason,
    }
    .into()
}

/// The folder that the program was started in.
pub(crate) fn current_folder() -> Result<Utf8PathBuf, Failure> {
    let folder = std::env::current_dir()
        .map_err(|error| io_failure("find", Utf8Path::new("the current folder"), &error))?;
    Utf8PathBuf::from_path_buf(folder).map_err(|path| {
        Failure::Project(compiler_core::Error::NotUtf8 {
            path: path.to_string_lossy().into_owned().into(),
        })
    })
}

/// Finds the packages of the project at `root`, and fetches those that are not there.
pub(crate) fn find_packages(
    root: &Utf8Path,
    cache: &Cache,
    packages: &Packages,
    mode: Mode,
) -> Result<Resolution, Failure> {
    let folders = absolute_folders(packages)?;
    let options = ResolveOptions {
        packages: &folders,
        bundled: &cache.bundled,
        dev: mode != Mode::Prod,
    };
    fetch::find(root, &options, packages.fetching)
}

/// The folders of packages, which may be given relative to the current one.
pub(crate) fn absolute_folders(packages: &Packages) -> Result<Vec<Utf8PathBuf>, Failure> {
    let here = current_folder()?;
    let folders = packages.folders.iter();
    Ok(folders.map(|folder| here.join(folder)).collect())
}

/// The nearest folder, from here upwards, that has a `gleam.toml`.
pub(crate) fn find_root() -> Result<Utf8PathBuf, Failure> {
    let here = current_folder()?;
    let found = here
        .ancestors()
        .find(|folder| folder.join("gleam.toml").is_file());
    found
        .map(Utf8Path::to_path_buf)
        .ok_or(Failure::NoProject { searched: here })
}

/// Stands for a program on disk: changes when it is replaced.
pub(crate) fn program_fingerprint(program: &Utf8Path) -> String {
    let real = program
        .canonicalize_utf8()
        .unwrap_or_else(|_| program.to_path_buf());
    let modified = real.metadata().and_then(|data| data.modified()).ok();
    let time = modified.and_then(|time| time.duration_since(SystemTime::UNIX_EPOCH).ok());
    format!("{real} {:?}", time.map(|time| time.as_nanos()))
}

//! `tindra watch`

mod changes;
mod reload;
mod running;

use std::process::{Command, ExitCode};

use compiler_core::Target;
use compiler_core::build::Built;

use crate::args::{Watch, WatchVerb};
use crate::beam::Beam;
use crate::command::run::{Program, Start, prepare};
use crate::failure::Failure;
use crate::project::{Project, find_root};
use crate::ui;

use changes::Changes;
use running::Running;

/// Does something again each time that a file of the project changes, until it is interrupted.
/// Whatever is wrong with the project is told, and the next change waited for.
pub(crate) fn watch(options: &Watch) -> Result<ExitCode, Failure> {
    let root = find_root()?;
    let mut session = Session {
        options,
        beam: None,
        running: Running::new()?,
    };
    let mut changes = Changes::new()?;
    changes.watch(&[&root])?;
    loop {
        if let Err(failure) = session.work(&mut changes) {
            ui::failure(&failure);
        }
        ui::progress("Watching", "for changes");
        changes.wait(|| session.running.tell_of_end())?;
    }
}

/// What is kept from one change to the next.
struct Session<'a> {
    options: &'a Watch,
    /// The compile server.
    beam: Option<Beam>,
    running: Running,
}

impl Session<'_> {
    fn work(&mut self, changes: &mut Changes) -> Result<(), Failure> {
        let options = self.options;
        let execution = &options.execution;
        let project = Project::open(&execution.packages, !execution.no_print_progress)?;
        let edited = project.workspace.packages.iter();
        let edited = edited.filter(|package| package.source.is_edited());
        let folders: Vec<_> = edited.map(|package| package.root.as_path()).collect();
        changes.watch(&folders)?;
        let asked = execution.target.map(Into::into);
        match options.verb {
            WatchVerb::Check => project.check(project.target(asked)).map(|_| ()),
            WatchVerb::Build => self.build(&project, project.target(asked)).map(|_| ()),
            WatchVerb::Test => self.run(&project, &format!("{}_test", project.name())),
            WatchVerb::Run => self.run(&project, project.name()),
        }
    }

    fn build(&mut self, project: &Project, target: Target) -> Result<Built, Failure> {
        if target == Target::Erlang && self.beam.is_none() {
            self.beam = Some(project.beam()?);
        }
        let beam = self.beam.as_ref().filter(|_| target == Target::Erlang);
        let built = project.build_with(target, beam);
        // A node that failed is not asked again.
        if matches!(&built, Err(Failure::Program { .. })) {
            self.beam = None;
        }
        built
    }

    /// This program, to run a module in the embedded engine.
    fn ourselves(&self, module: &str) -> Result<Command, Failure> {
        let program = std::env::current_exe().map_err(|error| Failure::Program {
            program: "tindra".to_string(),
            reason: error.to_string(),
        })?;
        let mut command = Command::new(program);
        command.args(["run", "--target", "javascript", "--runtime", "embedded"]);
        command.args(["--no-print-progress", "--module", module]);
        for folder in &self.options.execution.packages.folders {
            command.arg("--packages").arg(folder);
        }
        command.arg("--").args(&self.options.execution.arguments);
        Ok(command)
    }

    fn run(&mut self, project: &Project, module: &str) -> Result<(), Failure> {
        let options = self.options;
        let program = Program::new(module, &options.execution);
        let is_test = options.verb == WatchVerb::Test;
        let mut did_work = false;
        let start = prepare(project, &program, |target| {
            let built = self.build(project, target)?;
            did_work = built.did_work();
            Ok(built)
        })?;
        if !is_test && self.running.is_alive() {
            if !did_work {
                return Ok(());
            }
            if let Some(modules) = self.running.reload() {
                ui::progress("Loaded", &modules);
                return Ok(());
            }
        }
        self.running.stop();
        project.say("Running", &format!("{module}.main"));
        match start {
            Start::Beam(command) if !is_test => self.running.start_reloadable(command),
            Start::Beam(command) | Start::JavaScript(command) => self.running.start(command),
            // The engine would not let go of this process: it gets one of its own.
            Start::Embedded(_) => self.running.start(self.ourselves(module)?),
        }
    }
}

//! `tindra run`

use std::process::{Command, ExitCode};

use camino::Utf8PathBuf;
use compiler_core::build::Built;
use compiler_core::package::PackageSource;
use compiler_core::{Analysis, MainFunction, Name, Target, main_function};

use crate::args::{Execution, Run, Runtime};
use crate::failure::Failure;
use crate::project::Project;
use crate::{beam, javascript, program};

/// Runs the project, or another module.
pub(crate) fn run(options: &Run) -> Result<ExitCode, Failure> {
    let project = Project::open(
        &options.execution.packages,
        !options.execution.no_print_progress,
    )?;
    let module = options.module.as_deref().unwrap_or(project.name());
    let program = Program::new(module, &options.execution);
    start(&project, &program)
}

/// A program to run.
pub(crate) struct Program<'a> {
    /// The module whose `main` is called.
    pub(crate) module: &'a str,
    /// The target asked for.
    pub(crate) target: Option<Target>,
    /// The runtime asked for.
    pub(crate) runtime: Option<Runtime>,
    /// What the program is given.
    pub(crate) arguments: &'a [String],
}

impl<'a> Program<'a> {
    /// The program of a module, run as the command line says.
    pub(crate) fn new(module: &'a str, execution: &'a Execution) -> Self {
        Self {
            module,
            target: execution.target.map(Into::into),
            runtime: execution.runtime,
            arguments: &execution.arguments,
        }
    }
}

/// Builds the project and runs a program of it; gives the program's own exit code.
pub(crate) fn start(project: &Project, program: &Program<'_>) -> Result<ExitCode, Failure> {
    let start = prepare(project, program, |target| project.build(target))?;
    project.say("Running", &format!("{}.main", program.module));
    match start {
        Start::Beam(mut command) | Start::JavaScript(mut command) => {
            program::exit_code(&mut command)
        }
        Start::Embedded(entry) => Ok(javascript::run_embedded(&entry, program.arguments)),
    }
}

/// What starts a program.
pub(crate) enum Start {
    /// Erlang.
    Beam(Command),
    /// A runtime of JavaScript.
    JavaScript(Command),
    /// The embedded engine, with this file.
    Embedded(Utf8PathBuf),
}

/// Builds the project, and looks whether the program can be run.
pub(crate) fn prepare(
    project: &Project,
    program: &Program<'_>,
    build: impl FnOnce(Target) -> Result<Built, Failure>,
) -> Result<Start, Failure> {
    let module = Name::new(program.module);
    let Some(source) = project.workspace.modules.get(&module) else {
        let nearest = report::nearest(program.module, project.modules());
        let nearest = nearest.map(|name| name.to_string());
        return Err(Failure::NoModule {
            module: module.to_string(),
            nearest,
        });
    };
    // A dependency's program runs as the dependency's own configuration says.
    let package = &project.workspace.packages[source.package];
    let own = (package.source != PackageSource::Root).then_some(package.config.target);
    let target = project.target(program.target.or(own));
    let built = build(target)?;
    check_main(&built.analysis, module, target)?;
    let layout = project.layout(target);
    let package = &package.config;
    match target {
        Target::Erlang => {
            let workspace = &project.workspace;
            let command = beam::run(&layout, workspace, module, program.arguments)?;
            Ok(Start::Beam(command))
        }
        Target::JavaScript => {
            let asked = javascript::Asked {
                runtime: program.runtime,
                config: package.javascript_runtime,
                deno_flags: &package.deno_flags,
            };
            let name = &package.name;
            javascript::run(&layout, name, module, asked, program.arguments)
        }
    }
}

fn check_main(analysis: &Analysis, module: Name, target: Target) -> Result<(), Failure> {
    let name = module.to_string();
    match main_function(analysis, target, module) {
        MainFunction::Good => Ok(()),
        MainFunction::Absent => Err(Failure::NoMain { module: name }),
        MainFunction::Private => Err(Failure::PrivateMain { module: name }),
        MainFunction::TakesArguments(arity) => Err(Failure::MainArity {
            module: name,
            arity,
        }),
        MainFunction::OtherTarget => {
            let target = match target {
                Target::Erlang => "Erlang",
                Target::JavaScript => "JavaScript",
            };
            Err(Failure::MainTarget {
                module: name,
                target,
            })
        }
    }
}

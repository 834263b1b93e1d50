//! `tindra run`

use std::process::ExitCode;

use compiler_core::package::PackageSource;
use compiler_core::{Analysis, MainFunction, Name, Target, main_function};

use crate::args::{Run, Runtime};
use crate::failure::Failure;
use crate::project::Project;
use crate::{beam, javascript};

/// Runs the project, or another module.
pub(crate) fn run(options: &Run) -> Result<ExitCode, Failure> {
    let project = Project::open(&options.packages.folders, !options.no_print_progress)?;
    let module = options.module.as_deref().unwrap_or(project.name());
    let program = Program {
        module,
        target: options.target.map(Into::into),
        runtime: options.runtime,
        arguments: &options.arguments,
    };
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

/// Builds the project and runs a program of it; gives the program's own exit code.
pub(crate) fn start(project: &Project, program: &Program<'_>) -> Result<ExitCode, Failure> {
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
    let built = project.build(target)?;
    check_main(&built.analysis, module, target)?;
    project.say("Running", &format!("{module}.main"));
    let layout = project.layout(target);
    let package = &package.config;
    match target {
        Target::Erlang => beam::run(&layout, &project.workspace, module, program.arguments),
        Target::JavaScript => {
            let asked = javascript::Asked {
                runtime: program.runtime,
                config: package.javascript_runtime,
                deno_flags: &package.deno_flags,
            };
            javascript::run(&layout, &package.name, module, asked, program.arguments)
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

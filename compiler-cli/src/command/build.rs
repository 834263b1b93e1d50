//! `tindra build`

use std::process::ExitCode;

use compiler_core::build::check;
use compiler_core::externals::is_about_externals;
use compiler_core::{Name, Target, dump_core, dump_ir, dump_javascript};
use report::Severity;

use crate::args::{Build, Form};
use crate::failure::Failure;
use crate::host::Disk;
use crate::project::Project;
use crate::timings;
use crate::ui;

/// Builds the project, or prints a form of its modules.
pub(crate) fn build(options: &Build) -> Result<ExitCode, Failure> {
    let progress = !options.no_print_progress && options.emit.is_none();
    let packages = &options.packages;
    let project = if options.timings {
        Project::open_timed(packages, progress)?
    } else {
        Project::open(packages, progress)?
    };
    let target = options.target.map(Into::into);
    if let Some(form) = options.emit {
        return print_form(&project, form, target, options.module.as_deref());
    }
    let target = project.target(target);
    let built = project.build(target);
    timings::write(&project, target)?;
    let built = built?;
    let warned = built
        .analysis
        .reports
        .iter()
        .any(|report| report.severity == Severity::Warning && !is_about_externals(report));
    if options.warnings_as_errors && warned {
        return Err(Failure::Warnings);
    }
    Ok(ExitCode::SUCCESS)
}

fn print_form(
    project: &Project,
    form: Form,
    target: Option<Target>,
    only: Option<&str>,
) -> Result<ExitCode, Failure> {
    let target = match form {
        Form::Ir => project.target(target),
        Form::Core => Target::Erlang,
        Form::JavaScript => Target::JavaScript,
    };
    let wanted = |name: Name| match only {
        Some(only) => name == *only,
        None => is_own(project, name),
    };
    if let Some(only) = only
        && !project.modules().any(|name| name == *only)
    {
        let nearest = report::nearest(only, project.modules());
        let nearest = nearest.map(|name| name.to_string());
        return Err(Failure::NoModule {
            module: only.to_string(),
            nearest,
        });
    }
    let analysis = check(
        &Disk,
        &project.workspace,
        &project.layout(target),
        &wanted,
        &project.timings,
    )?;
    project.tell(&analysis.reports);
    if analysis.has_errors() {
        return Err(Failure::Told);
    }
    for (name, module) in &analysis.modules {
        let Some(full) = module.full.as_ref().filter(|_| wanted(*name)) else {
            continue;
        };
        let text = match form {
            Form::Ir => dump_ir(full, target),
            Form::Core => dump_core(full),
            Form::JavaScript => dump_javascript(full),
        };
        if !ui::print(&text) {
            break;
        }
    }
    Ok(ExitCode::SUCCESS)
}

fn is_own(project: &Project, name: Name) -> bool {
    let last = project.workspace.packages.len() - 1;
    project
        .workspace
        .modules
        .get(&name)
        .is_some_and(|module| module.package == last)
}

//! `tindra test` and `tindra dev`

use std::process::ExitCode;

use crate::args::Execution;
use crate::failure::Failure;
use crate::project::Project;

use super::run::{Program, start};

/// Runs `main` of the module `PACKAGE_test` or `PACKAGE_dev`.
pub(crate) fn test(options: &Execution, suffix: &str) -> Result<ExitCode, Failure> {
    let project = Project::open(&options.packages, !options.no_print_progress)?;
    let module = format!("{}_{suffix}", project.name());
    let program = Program::new(&module, options);
    start(&project, &program)
}

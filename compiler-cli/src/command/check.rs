//! `tindra check`

use std::process::ExitCode;

use crate::args::Check;
use crate::failure::Failure;
use crate::project::Project;

/// Type checks the project.
pub(crate) fn check(options: &Check) -> Result<ExitCode, Failure> {
    let project = Project::open(&options.packages, true)?;
    project.check(project.target(options.target.map(Into::into)))?;
    Ok(ExitCode::SUCCESS)
}

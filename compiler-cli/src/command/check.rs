//! `tindra check`

use std::process::ExitCode;

use crate::args::Check;
use crate::failure::Failure;
use crate::project::Project;
use crate::timings;

/// Type checks the project.
pub(crate) fn check(options: &Check) -> Result<ExitCode, Failure> {
    let packages = &options.packages;
    let project = if options.timings {
        Project::open_timed(packages, true)?
    } else {
        Project::open(packages, true)?
    };
    let target = project.target(options.target.map(Into::into));
    let checked = project.check(target);
    timings::write(&project, target)?;
    checked?;
    Ok(ExitCode::SUCCESS)
}

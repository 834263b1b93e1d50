//! `tindra shell`

use std::process::ExitCode;

use compiler_core::Target;

use crate::args::Packages;
use crate::beam;
use crate::failure::Failure;
use crate::project::Project;

/// Builds the project for the BEAM and starts Erlang's shell with it.
pub(crate) fn shell(packages: &Packages) -> Result<ExitCode, Failure> {
    let project = Project::open(packages, true)?;
    project.build(Target::Erlang)?;
    project.say("Running", "Erlang shell");
    beam::shell(&project.layout(Target::Erlang), &project.workspace)
}

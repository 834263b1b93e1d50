//! Finding and running other programs.

use std::process::{Command, ExitCode};

use camino::Utf8PathBuf;

use crate::failure::Failure;

/// The program of that name in the folders of `PATH`.
pub(crate) fn find(name: &str) -> Option<Utf8PathBuf> {
    let path = std::env::var_os("PATH")?;
    std::env::split_paths(&path)
        .filter_map(|folder| Utf8PathBuf::from_path_buf(folder).ok())
        .flat_map(|folder| [folder.join(name), folder.join(format!("{name}.exe"))])
        .find(|program| program.is_file())
}

/// Runs a program with our standard streams; gives its exit code.
pub(crate) fn exit_code(command: &mut Command) -> Result<ExitCode, Failure> {
    let status = command.status().map_err(|error| Failure::Program {
        program: command.get_program().to_string_lossy().into_owned(),
        reason: error.to_string(),
    })?;
    // Killed by a signal: there is no code.
    let code = status
        .code()
        .and_then(|code| u8::try_from(code).ok())
        .unwrap_or(1);
    Ok(ExitCode::from(code))
}

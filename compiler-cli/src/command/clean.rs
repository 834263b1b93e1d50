//! `tindra clean`

use std::io::ErrorKind;
use std::process::ExitCode;

use crate::failure::Failure;
use crate::project::{find_root, io_failure};

/// Removes what builds have made. What other tools keep in `build` stays.
pub(crate) fn clean() -> Result<ExitCode, Failure> {
    let folder = find_root()?.join("build/tindra");
    match std::fs::remove_dir_all(&folder) {
        Err(error) if error.kind() != ErrorKind::NotFound => {
            Err(io_failure("remove", &folder, &error))
        }
        _ => Ok(ExitCode::SUCCESS),
    }
}

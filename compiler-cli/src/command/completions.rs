//! `tindra completions`

use std::process::ExitCode;

use crate::args::{Completions, completion_script};
use crate::ui;

/// Prints a script by which a shell completes our commands and flags.
pub(crate) fn completions(options: &Completions) -> ExitCode {
    ui::print(&completion_script(options.shell));
    ExitCode::SUCCESS
}

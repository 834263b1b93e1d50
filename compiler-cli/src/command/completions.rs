//! `tindra completions`

use std::process::ExitCode;

use clap::CommandFactory;

use crate::args::{Arguments, Completions};
use crate::ui;

/// Prints a script by which a shell completes our commands and flags.
pub(crate) fn completions(options: &Completions) -> ExitCode {
    let mut script = Vec::new();
    clap_complete::generate(
        options.shell,
        &mut Arguments::command(),
        "tindra",
        &mut script,
    );
    ui::print(&String::from_utf8_lossy(&script));
    ExitCode::SUCCESS
}

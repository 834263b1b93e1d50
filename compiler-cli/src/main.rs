//! The `tindra` program.

mod args;
mod beam;
mod cache;
mod command;
mod erlang;
mod failure;
mod fetch;
mod host;
mod javascript;
mod private_files;
mod program;
mod project;
mod ui;

use std::process::ExitCode;

use clap::Parser;

use args::Arguments;

fn main() -> ExitCode {
    let arguments = Arguments::parse();
    match command::run(arguments) {
        Ok(code) => code,
        Err(failure) => {
            ui::failure(&failure);
            ExitCode::FAILURE
        }
    }
}

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
mod timings;
mod ui;

use std::process::ExitCode;

use clap::Parser;

use args::Arguments;

/// Trees and documents are many small pieces: a quarter of a run is spent in the allocator otherwise.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

fn main() -> ExitCode {
    let arguments = Arguments::parse();
    ui::speak(arguments.message_format);
    let code = match command::run(arguments) {
        Ok(code) => code,
        Err(failure) => {
            ui::failure(&failure);
            ExitCode::FAILURE
        }
    };
    ui::finish();
    code
}

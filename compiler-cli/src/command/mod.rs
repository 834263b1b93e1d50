//! One file a command.

mod add;
mod build;
mod check;
mod clean;
mod completions;
mod deps;
mod docs;
mod doctor;
mod escript;
mod export;
mod format;
pub(crate) mod hex;
mod lsp;
mod new;
mod publish;
mod remove;
pub(crate) mod run;
mod shell;
mod shipment;
mod test;
mod tree;
mod update;
mod vendor;
mod watch;

use std::process::ExitCode;

use crate::args::{Arguments, Command};
use crate::failure::Failure;

/// Does what the command line asks for; the code is what the program exits with.
pub(crate) fn run(arguments: Arguments) -> Result<ExitCode, Failure> {
    match arguments.command {
        Command::Build(options) => build::build(&options),
        Command::Check(options) => check::check(&options),
        Command::Run(options) => run::run(&options),
        Command::Test(options) => test::test(&options, "test"),
        Command::Dev(options) => test::test(&options, "dev"),
        Command::New(options) => new::new(&options),
        Command::Add(options) => add::add(&options),
        Command::Remove(options) => remove::remove(&options),
        Command::Update(options) => update::update(&options),
        Command::Vendor(options) => vendor::vendor(&options),
        Command::Publish(options) => publish::publish(&options),
        Command::Hex(command) => hex::hex(&command),
        Command::Clean => clean::clean(),
        Command::Deps(command) => deps::deps(&command),
        Command::Docs(command) => docs::docs(&command),
        Command::Export(command) => export::export(&command),
        Command::Shell(packages) => shell::shell(&packages),
        Command::Watch(options) => watch::watch(&options),
        Command::Doctor => doctor::doctor(),
        Command::Completions(options) => Ok(completions::completions(&options)),
        Command::Format(options) => format::format(&options),
        Command::Lsp(packages) => lsp::lsp(&packages),
    }
}

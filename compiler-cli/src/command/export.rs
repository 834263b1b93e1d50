//! `tindra export`

use std::process::ExitCode;

use camino::Utf8Path;
use compiler_core::build::Mode;
use compiler_core::package_interface::{is_part, package_interface};
use compiler_core::{Host, JAVASCRIPT_PRELUDE, TYPESCRIPT_PRELUDE, package};

use crate::args::{Export, PackageInformation, PackageInterface};
use crate::command::{escript, publish, shipment};
use crate::failure::Failure;
use crate::host::Disk;
use crate::project::{Project, current_folder, find_root};
use crate::ui;

/// Makes what people outside of the project use.
pub(crate) fn export(command: &Export) -> Result<ExitCode, Failure> {
    match command {
        Export::Escript(packages) => escript::export(packages),
        Export::ErlangShipment(packages) => shipment::export(packages),
        Export::HexTarball(packages) => publish::export(packages),
        Export::JavascriptPrelude => Ok(prelude(JAVASCRIPT_PRELUDE)),
        Export::TypescriptPrelude => Ok(prelude(TYPESCRIPT_PRELUDE)),
        Export::PackageInterface(options) => interface(options),
        Export::PackageInformation(options) => information(options),
    }
}

fn prelude(text: &str) -> ExitCode {
    ui::print(text);
    ExitCode::SUCCESS
}

fn interface(options: &PackageInterface) -> Result<ExitCode, Failure> {
    let project = Project::open_for(Mode::Prod, &options.packages, true)?;
    let target = project.target(options.target.map(Into::into));
    let analysis = project.analyse(target, &|module| is_part(&project.workspace, module))?;
    let interface = package_interface(&project.workspace, &analysis, target);
    // Neither has a map whose keys are not text, nor anything else that JSON lacks.
    let json = serde_json::to_string(&interface).unwrap_or_default();
    write(&options.output, &json)
}

fn information(options: &PackageInformation) -> Result<ExitCode, Failure> {
    let path = find_root()?.join("gleam.toml");
    let text = String::from_utf8_lossy(&Disk.read(&path)?).into_owned();
    let information = package::information(&path, &text)?;
    let json = serde_json::to_string_pretty(&information).unwrap_or_default();
    write(&options.output, &json)
}

fn write(output: &Utf8Path, text: &str) -> Result<ExitCode, Failure> {
    Disk.write(&current_folder()?.join(output), text.as_bytes())?;
    Ok(ExitCode::SUCCESS)
}

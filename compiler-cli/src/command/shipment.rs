//! `tindra export erlang-shipment`

use std::fs;
use std::process::ExitCode;

use camino::Utf8Path;
use compiler_core::build::Mode;
use compiler_core::{Host, Target};

use crate::args::Packages;
use crate::failure::Failure;
use crate::host::{Disk, make_executable};
use crate::project::{Project, io_failure};
use crate::ui;

/// What a server needs of each package.
const FOLDERS: [&str; 3] = ["ebin", "include", "priv"];

const POSIX: &str = include_str!("shipment/entrypoint.sh");
const POWERSHELL: &str = include_str!("shipment/entrypoint.ps1");

/// Builds for production, and puts all that a server with Erlang needs into
/// `build/erlang-shipment`, where deployment scripts expect it.
pub(crate) fn export(packages: &Packages) -> Result<ExitCode, Failure> {
    let project = Project::open_for(Mode::Prod, packages, true)?;
    project.build(Target::Erlang)?;
    let shipment = project.root.join("build/erlang-shipment");
    remove(&shipment)?;
    let layout = project.layout(Target::Erlang);
    for package in &project.workspace.packages {
        let name = &package.config.name;
        for folder in FOLDERS {
            let from = layout.package(name).join(folder);
            copy(&from, &shipment.join(name).join(folder))?;
        }
    }
    let scripts = [("entrypoint.sh", POSIX), ("entrypoint.ps1", POWERSHELL)];
    for (file, text) in scripts {
        let path = shipment.join(file);
        Disk.write(
            &path,
            text.replace("PACKAGE_NAME", project.name()).as_bytes(),
        )?;
        make_executable(&path)?;
    }
    let text = format!(
        "\nYour Erlang shipment has been generated to {shipment}.\n\n\
         It can be copied to a server that has Erlang installed, and started there by one of\n\
         these scripts:\n    - entrypoint.sh (POSIX shells)\n    - entrypoint.ps1 (PowerShell)\n\n"
    );
    ui::print(&text);
    Ok(ExitCode::SUCCESS)
}

fn remove(folder: &Utf8Path) -> Result<(), Failure> {
    match fs::remove_dir_all(folder) {
        Err(error) if error.kind() != std::io::ErrorKind::NotFound => {
            Err(io_failure("remove", folder, &error))
        }
        _ => Ok(()),
    }
}

/// Copies the files below a folder, with the rights that they have; links are followed.
fn copy(from: &Utf8Path, to: &Utf8Path) -> Result<(), Failure> {
    for file in Disk.files_below(from)? {
        let Ok(relative) = file.strip_prefix(from) else {
            continue;
        };
        if relative == crate::private_files::COPIED {
            continue;
        }
        let copy = to.join(relative);
        let folder = copy.parent().unwrap_or(to);
        fs::create_dir_all(folder).map_err(|error| io_failure("create", folder, &error))?;
        fs::copy(&file, &copy).map_err(|error| io_failure("write", &copy, &error))?;
    }
    Ok(())
}

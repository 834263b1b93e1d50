//! `tindra vendor`

use std::fs;
use std::process::ExitCode;

use camino::Utf8Path;
use compiler_core::Host;
use compiler_core::build::Mode;
use compiler_core::package::{Package, PackageSource};
use packages::Problem;
use packages::edit::with_folder;

use crate::args::Vendor;
use crate::cache::Cache;
use crate::failure::Failure;
use crate::host::Disk;
use crate::project::{find_packages, find_root, io_failure};
use crate::ui;

/// Copies all packages but those in folders of their own into a folder of the project, and tells
/// `gleam.toml` of it. From then on they are used from there.
pub(crate) fn vendor(options: &Vendor) -> Result<ExitCode, Failure> {
    let root = find_root()?;
    let cache = Cache::open(&root)?;
    let found = find_packages(&root, &cache, &options.packages, Mode::Dev)?;
    let target = root.join(&options.folder);
    for package in &found.packages {
        if matches!(package.source, PackageSource::Root | PackageSource::Path) {
            continue;
        }
        let folder = target.join(&package.config.name);
        if folder != package.root {
            copy(package, &folder)?;
        }
        let Package { config, .. } = package;
        ui::progress("Vendored", &format!("{} v{}", config.name, config.version));
    }
    let path = root.join("gleam.toml");
    let text = fs::read_to_string(&path).map_err(|error| io_failure("read", &path, &error))?;
    let text = with_folder(&text, options.folder.as_str()).map_err(|reason| Problem::Config {
        path: path.clone(),
        reason,
    })?;
    Disk.write(&path, text.as_bytes())?;
    Ok(ExitCode::SUCCESS)
}

/// Copies a package's files, in the place of what was there.
fn copy(package: &Package, folder: &Utf8Path) -> Result<(), Failure> {
    match fs::remove_dir_all(folder) {
        Err(error) if error.kind() != std::io::ErrorKind::NotFound => {
            return Err(io_failure("remove", folder, &error));
        }
        _ => {}
    }
    for path in Disk.files_below(&package.root)? {
        let relative = path.strip_prefix(&package.root).unwrap_or(&path);
        if !relative.starts_with("build") {
            Disk.write(&folder.join(relative), &Disk.read(&path)?)?;
        }
    }
    Ok(())
}

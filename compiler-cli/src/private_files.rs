//! The `priv` folder of a package, made visible beside its output.
//!
//! A link leads to it, so that changes are seen at once. What belongs to the machine's cache is
//! copied, since a project that was built needs no cache, and so is all where making links takes
//! rights that users lack. A file in the copy tells it from a folder of output.

use std::fs;

use camino::{Utf8Path, Utf8PathBuf};
use compiler_core::package::{Package, PackageSource};
use compiler_core::{Host, HostError};

use crate::failure::Failure;
use crate::host::Disk;
use crate::project::io_failure;

/// The name of the file that marks a copy.
pub(crate) const COPIED: &str = ".copied";

/// Makes the folder `priv` of `package` visible in the package's folder of output.
pub(crate) fn show(package: &Package, output: &Utf8Path) -> Result<(), Failure> {
    let folder = package.root.join("priv");
    let shown = output.join("priv");
    if !folder.is_dir() {
        return Ok(());
    }
    if package.source == PackageSource::Bundled || !cfg!(unix) {
        if shown.is_symlink() {
            Disk.remove(&shown)?;
        }
        return Ok(copy(&folder, &shown)?);
    }
    let real = folder.canonicalize_utf8().unwrap_or(folder);
    if shown.is_symlink() {
        if shown.read_link_utf8().is_ok_and(|to| to == real) {
            return Ok(());
        }
        Disk.remove(&shown)?;
    } else if shown.join(COPIED).is_file() {
        fs::remove_dir_all(&shown).map_err(|error| io_failure("remove", &shown, &error))?;
    }
    if shown.exists() {
        return Ok(());
    }
    link(&real, &shown).map_err(|error| io_failure("link", &shown, &error))
}

#[cfg(unix)]
fn link(folder: &Utf8Path, shown: &Utf8Path) -> std::io::Result<()> {
    std::os::unix::fs::symlink(folder, shown)
}

#[cfg(not(unix))]
fn link(_: &Utf8Path, _: &Utf8Path) -> std::io::Result<()> {
    Err(std::io::ErrorKind::Unsupported.into())
}

/// Makes the copy equal to the folder.
fn copy(folder: &Utf8Path, shown: &Utf8Path) -> Result<(), HostError> {
    let below = |folder: &Utf8Path| -> Result<Vec<Utf8PathBuf>, HostError> {
        let files = Disk.files_below(folder)?;
        let relative = files
            .iter()
            .filter_map(|file| file.strip_prefix(folder).ok());
        Ok(relative.map(Utf8Path::to_path_buf).collect())
    };
    let wanted = below(folder)?;
    let marked = shown.join(COPIED).is_file();
    for file in &wanted {
        let bytes = Disk.read(&folder.join(file))?;
        let copy = shown.join(file);
        if Disk.read(&copy).ok().as_ref() != Some(&bytes) {
            Disk.write(&copy, &bytes)?;
        }
    }
    if !marked {
        return Disk.write(&shown.join(COPIED), b"");
    }
    for file in below(shown)? {
        if file != COPIED && !wanted.contains(&file) {
            Disk.remove(&shown.join(file))?;
        }
    }
    Ok(())
}

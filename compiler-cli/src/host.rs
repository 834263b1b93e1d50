//! The real file system.

use std::collections::BTreeSet;
use std::fs;
use std::io::{self, Write};

use camino::{Utf8Path, Utf8PathBuf};
use compiler_core::{Host, HostError};

/// Files on disk.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct Disk;

fn failed<'a>(
    action: &'static str,
    path: &'a Utf8Path,
) -> impl FnOnce(io::Error) -> HostError + 'a {
    move |error| HostError {
        action,
        path: path.into(),
        reason: error.to_string(),
    }
}

impl Host for Disk {
    fn read(&self, path: &Utf8Path) -> Result<Vec<u8>, HostError> {
        fs::read(path).map_err(failed("read", path))
    }

    fn files_below(&self, folder: &Utf8Path) -> Result<Vec<Utf8PathBuf>, HostError> {
        let mut files = Vec::new();
        let mut waiting = vec![folder.to_path_buf()];
        let mut seen = BTreeSet::new();
        while let Some(folder) = waiting.pop() {
            // A folder reached again, through a link, holds nothing new.
            let Ok(real) = fs::canonicalize(&folder) else {
                continue;
            };
            if !seen.insert(real) {
                continue;
            }
            for path in entries(&folder)? {
                if path.is_dir() {
                    waiting.push(path);
                } else {
                    files.push(path);
                }
            }
        }
        files.sort();
        Ok(files)
    }

    fn folders_in(&self, folder: &Utf8Path) -> Result<Vec<String>, HostError> {
        if !folder.is_dir() {
            return Ok(Vec::new());
        }
        let folders = entries(folder)?.into_iter().filter(|path| path.is_dir());
        let mut names: Vec<_> = folders
            .filter_map(|path| path.file_name().map(str::to_string))
            .collect();
        names.sort();
        Ok(names)
    }

    fn is_file(&self, path: &Utf8Path) -> bool {
        path.is_file()
    }

    fn write(&self, path: &Utf8Path, bytes: &[u8]) -> Result<(), HostError> {
        let folder = path.parent().unwrap_or(Utf8Path::new("."));
        fs::create_dir_all(folder).map_err(failed("create", folder))?;
        let mut file =
            tempfile::NamedTempFile::new_in(folder).map_err(failed("write in", folder))?;
        file.write_all(bytes).map_err(failed("write", path))?;
        make_readable(file.as_file()).map_err(failed("write", path))?;
        file.persist(path)
            .map_err(|error| failed("write", path)(error.error))?;
        Ok(())
    }

    fn remove(&self, path: &Utf8Path) -> Result<(), HostError> {
        match fs::remove_file(path) {
            Err(error) if error.kind() != io::ErrorKind::NotFound => {
                Err(failed("remove", path)(error))
            }
            _ => Ok(()),
        }
    }
}

/// Temporary files are private to their owner; output is for everyone.
#[cfg(unix)]
fn make_readable(file: &fs::File) -> io::Result<()> {
    use std::os::unix::fs::PermissionsExt;
    file.set_permissions(fs::Permissions::from_mode(0o644))
}

#[cfg(not(unix))]
fn make_readable(_: &fs::File) -> io::Result<()> {
    Ok(())
}

/// Makes a file a program that everyone may run, where that is a matter of rights.
#[cfg(unix)]
pub(crate) fn make_executable(path: &Utf8Path) -> Result<(), HostError> {
    use std::os::unix::fs::PermissionsExt;
    fs::set_permissions(path, fs::Permissions::from_mode(0o755)).map_err(failed("change", path))
}

/// Makes a file a program that everyone may run, where that is a matter of rights.
#[cfg(not(unix))]
pub(crate) fn make_executable(_: &Utf8Path) -> Result<(), HostError> {
    Ok(())
}

/// Lets only its owner read a file, where that is a matter of rights.
#[cfg(unix)]
pub(crate) fn make_private(path: &Utf8Path) -> Result<(), HostError> {
    use std::os::unix::fs::PermissionsExt;
    fs::set_permissions(path, fs::Permissions::from_mode(0o600)).map_err(failed("change", path))
}

/// Lets only its owner read a file, where that is a matter of rights.
#[cfg(not(unix))]
pub(crate) fn make_private(_: &Utf8Path) -> Result<(), HostError> {
    Ok(())
}

/// What is in a folder; names that are not UTF-8 are an error, since no module can have them.
fn entries(folder: &Utf8Path) -> Result<Vec<Utf8PathBuf>, HostError> {
    let entries = folder.read_dir_utf8().map_err(failed("list", folder))?;
    let paths = entries.map(|entry| entry.map(|entry| entry.path().to_path_buf()));
    paths
        .collect::<io::Result<_>>()
        .map_err(failed("list", folder))
}

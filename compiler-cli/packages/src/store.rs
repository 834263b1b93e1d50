//! What this machine keeps of packages, for all projects.
//!
//! - `packages/CHECKSUM.tar`: archives, by their SHA-256,
//! - `unpacked/CHECKSUM/…`: their files, which projects have as hard links; they are read-only, so
//!   that nobody edits them by mistake,
//! - `answers/REPOSITORY/PACKAGE`: what the registry said last, signed.

use std::fs;
use std::io::{self, Write};

use camino::{Utf8Path, Utf8PathBuf};

use crate::problem::Problem;
use crate::registry::{hexadecimal, sha256};
use crate::tarball::{File, Files};

/// A folder of the machine.
#[derive(Debug, Clone)]
pub struct Store {
    folder: Utf8PathBuf,
    /// Folders of archives that other programs keep, in the same way.
    others: Vec<Utf8PathBuf>,
}

impl Store {
    /// The store in a folder; `others` are only read.
    pub fn new(folder: Utf8PathBuf, others: Vec<Utf8PathBuf>) -> Self {
        Self { folder, others }
    }

    /// The archive with a checksum, if it is there and whole.
    pub fn archive(&self, checksum: &str) -> Option<Utf8PathBuf> {
        let own = self.folder.join("packages");
        let folders = [own].into_iter().chain(self.others.iter().cloned());
        let mut paths = folders.map(|folder| folder.join(format!("{checksum}.tar")));
        paths
            .find(|path| fs::read(path).is_ok_and(|bytes| hexadecimal(&sha256(&bytes)) == checksum))
    }

    /// Keeps an archive whose checksum was compared.
    pub fn keep_archive(&self, checksum: &str, bytes: &[u8]) -> Result<Utf8PathBuf, Problem> {
        let path = self.folder.join("packages").join(format!("{checksum}.tar"));
        write(&path, bytes)?;
        Ok(path)
    }

    /// What the registry said last about a package.
    pub(crate) fn answer(&self, repository: &str, package: &str) -> Option<Vec<u8>> {
        fs::read(self.folder.join("answers").join(repository).join(package)).ok()
    }

    pub(crate) fn keep_answer(
        &self,
        repository: &str,
        package: &str,
        bytes: &[u8],
    ) -> Result<(), Problem> {
        let folder = self.folder.join("answers").join(repository);
        write(&folder.join(package), bytes)
    }

    /// A folder for what is known of a repository.
    pub(crate) fn repository(&self, address: &str) -> Utf8PathBuf {
        let name = hexadecimal(&sha256(address.as_bytes()));
        self.folder.join("git").join(&name[..32])
    }

    /// Makes `folder` hold the files of an archive and nothing else, as links to those of the store
    /// where that is possible. What is there is replaced as a whole.
    pub(crate) fn unpack(
        &self,
        checksum: &str,
        files: &Files,
        folder: &Utf8Path,
    ) -> Result<(), Problem> {
        let shared = self.folder.join("unpacked").join(checksum);
        if !shared.is_dir() {
            replace_folder(&shared, |new| {
                files
                    .iter()
                    .try_for_each(|(path, file)| write_file(&new.join(path), file, true))
            })?;
        }
        replace_folder(folder, |new| {
            files.iter().try_for_each(|(path, file)| {
                let target = new.join(path);
                make_parent(&target)?;
                let link = shared.join(path);
                // A file of the store that is not as it was made is not passed on.
                let same = fs::read(&link).is_ok_and(|bytes| bytes == file.bytes);
                if same && fs::hard_link(&link, &target).is_ok() {
                    return Ok(());
                }
                write_file(&target, file, false)
            })
        })
    }
}

/// Fills a new folder, and puts it in the place of another when it is complete.
pub(crate) fn replace_folder(
    folder: &Utf8Path,
    fill: impl FnOnce(&Utf8Path) -> Result<(), Problem>,
) -> Result<(), Problem> {
    make_parent(folder)?;
    let parent = folder.parent().unwrap_or(Utf8Path::new("."));
    let new = tempfile::Builder::new()
        .prefix(".new-")
        .tempdir_in(parent)
        .map_err(failed("write in", parent))?;
    let path = Utf8PathBuf::from_path_buf(new.path().join("files")).map_err(|_| Problem::File {
        action: "write in",
        path: parent.into(),
        reason: "its name is not UTF-8".to_string(),
    })?;
    fs::create_dir(&path).map_err(failed("create", &path))?;
    fill(&path)?;
    match fs::remove_dir_all(folder) {
        Err(error) if error.kind() != io::ErrorKind::NotFound => {
            return Err(failed("remove", folder)(error));
        }
        _ => {}
    }
    match fs::rename(&path, folder) {
        // Somebody else was faster, with the same files.
        Err(_) if folder.is_dir() => Ok(()),
        other => other.map_err(failed("create", folder)),
    }
}

/// Writes a file as a whole.
pub(crate) fn write(path: &Utf8Path, bytes: &[u8]) -> Result<(), Problem> {
    make_parent(path)?;
    let folder = path.parent().unwrap_or(Utf8Path::new("."));
    let mut file = tempfile::NamedTempFile::new_in(folder).map_err(failed("write in", folder))?;
    file.write_all(bytes).map_err(failed("write", path))?;
    set_mode(file.path(), 0o644).map_err(failed("write", path))?;
    file.persist(path)
        .map_err(|error| failed("write", path)(error.error))?;
    Ok(())
}

/// Writes files into a folder.
pub(crate) fn write_files(folder: &Utf8Path, files: &Files) -> Result<(), Problem> {
    let mut all = files.iter();
    all.try_for_each(|(path, file)| write_file(&folder.join(path), file, false))
}

fn write_file(path: &Utf8Path, file: &File, read_only: bool) -> Result<(), Problem> {
    make_parent(path)?;
    fs::write(path, &file.bytes).map_err(failed("write", path))?;
    let mode = match (file.executable, read_only) {
        (true, true) => 0o555,
        (true, false) => 0o755,
        (false, true) => 0o444,
        (false, false) => 0o644,
    };
    set_mode(path.as_std_path(), mode).map_err(failed("write", path))
}

fn make_parent(path: &Utf8Path) -> Result<(), Problem> {
    let folder = path.parent().unwrap_or(Utf8Path::new("."));
    fs::create_dir_all(folder).map_err(failed("create", folder))
}

#[cfg(unix)]
fn set_mode(path: &std::path::Path, mode: u32) -> io::Result<()> {
    use std::os::unix::fs::PermissionsExt;
    fs::set_permissions(path, fs::Permissions::from_mode(mode))
}

#[cfg(not(unix))]
fn set_mode(_: &std::path::Path, _: u32) -> io::Result<()> {
    Ok(())
}

pub(crate) fn failed<'a>(
    action: &'static str,
    path: &'a Utf8Path,
) -> impl FnOnce(io::Error) -> Problem + 'a {
    move |error| Problem::File {
        action,
        path: path.into(),
        reason: error.to_string(),
    }
}

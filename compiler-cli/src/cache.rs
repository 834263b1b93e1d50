//! The cache of this machine, which all projects share: the bundled packages as files, and what
//! builds made of them.
//!
//! It is a folder `tindra` where the platform keeps caches, or the one that `TINDRA_CACHE_DIR`
//! names. A folder in it belongs to one version of the program:
//!
//! - `bundled`: the packages, so that editors can open them,
//! - `interfaces`, `output`, `otp`: what builds share (`compiler_core::build::MachineCache`),
//! - `compile-server`: the program that runs in Erlang,
//! - `formatted`: hashes of texts that the formatter has seen,
//! - `used`: an empty file that is touched once a day.
//!
//! The folder `hex` is shared by all versions: what was fetched (`packages::store`).
//!
//! Where there can be no such folder, a project's own build folder takes its place.

use std::env;
use std::fs::{self, File};
use std::io;
use std::time::{Duration, SystemTime};

use camino::{Utf8Path, Utf8PathBuf};
use compiler_core::Host;
use compiler_core::build::MachineCache;

use crate::failure::Failure;
use crate::host::Disk;
use crate::project::current_folder;

/// The bundled packages on disk, and the cache if there is one.
#[derive(Debug, Clone)]
pub(crate) struct Cache {
    /// The folder of the bundled packages.
    pub(crate) bundled: Utf8PathBuf,
    /// The folder of this version in the machine's cache.
    folder: Option<Utf8PathBuf>,
}

impl Cache {
    /// The machine's cache, or the build folder of the project at `root`.
    pub(crate) fn open(root: &Utf8Path) -> Result<Self, Failure> {
        if let Some(cache) = machine_folder().and_then(|folder| Self::of_machine(&folder)) {
            return Ok(cache);
        }
        let bundled = root.join("build/tindra/bundled").join(stdlib::FINGERPRINT);
        unpack(&bundled).map_err(Failure::from)?;
        Ok(Self {
            bundled,
            folder: None,
        })
    }

    /// The cache in a folder; none if it cannot be read and written.
    fn of_machine(machine: &Utf8Path) -> Option<Self> {
        let folder = machine.join(version());
        let bundled = folder.join("bundled");
        unpack(&bundled).ok()?;
        if touch(&folder.join("used")) {
            remove_unused(machine);
        }
        Some(Self {
            bundled,
            folder: Some(folder),
        })
    }

    /// The folder of this program in the machine's cache, if there can be one; it need not be there.
    pub(crate) fn machine() -> Option<Utf8PathBuf> {
        Some(machine_folder()?.join(version()))
    }

    /// What builds share. `shares_beam` as there.
    pub(crate) fn shared(&self, shares_beam: bool) -> Option<MachineCache> {
        let folder = self.folder.clone()?;
        Some(MachineCache {
            folder,
            shares_beam,
        })
    }

    /// The folder of what was fetched, which all versions of the program share; in the project at
    /// `root` if the machine can have none.
    pub(crate) fn fetched(root: &Utf8Path) -> Utf8PathBuf {
        let shared = machine_folder().map(|folder| folder.join("hex"));
        let writable = shared.filter(|folder| {
            fs::create_dir_all(folder).is_ok() && tempfile::tempfile_in(folder).is_ok()
        });
        writable.unwrap_or_else(|| root.join("build/tindra/hex"))
    }

    /// A folder for the compile server, in the cache or else in the project at `root`.
    pub(crate) fn compile_server(&self, root: &Utf8Path) -> Utf8PathBuf {
        let shared = self.folder.as_ref().map(|it| it.join("compile-server"));
        let writable = shared.filter(|folder| {
            fs::create_dir_all(folder).is_ok() && tempfile::tempfile_in(folder).is_ok()
        });
        writable.unwrap_or_else(|| root.join("build/tindra/compile-server"))
    }
}

/// The folder of this very program: another compiler, or other packages, use another one.
fn version() -> String {
    format!("{}-{}", compiler_core::FINGERPRINT, stdlib::FINGERPRINT)
}

/// Where the platform keeps caches; `TINDRA_CACHE_DIR` names the folder itself.
fn machine_folder() -> Option<Utf8PathBuf> {
    let named = env::var("TINDRA_CACHE_DIR").unwrap_or_default();
    if !named.is_empty() {
        return Some(current_folder().ok()?.join(named));
    }
    platform_folder().map(|folder| folder.join("tindra"))
}

/// Where the platform keeps caches.
pub(crate) fn platform_folder() -> Option<Utf8PathBuf> {
    if cfg!(windows) {
        absolute("LOCALAPPDATA")
    } else if cfg!(target_os = "macos") {
        absolute("HOME").map(|home| home.join("Library/Caches"))
    } else {
        absolute("XDG_CACHE_HOME").or_else(|| absolute("HOME").map(|home| home.join(".cache")))
    }
}

/// The absolute path that a variable holds; what is none counts as not set.
fn absolute(variable: &str) -> Option<Utf8PathBuf> {
    let path = Utf8PathBuf::from(env::var(variable).ok()?);
    path.is_absolute().then_some(path)
}

/// Writes the bundled packages. Files that are there are left alone, unless somebody changed them.
fn unpack(folder: &Utf8Path) -> Result<(), compiler_core::HostError> {
    let complete = folder.join("complete");
    let since = fs::metadata(&complete).and_then(|data| data.modified());
    let is_good = |path: &Utf8Path, length: usize| {
        let (Ok(data), Ok(since)) = (fs::metadata(path), &since) else {
            return false;
        };
        data.len() == length as u64 && data.modified().is_ok_and(|time| time <= *since)
    };
    let mut wrote = since.is_err();
    for file in stdlib::FILES {
        let path = folder.join(file.path);
        if !is_good(&path, file.bytes.len()) {
            Disk.write(&path, file.bytes)?;
            wrote = true;
        }
    }
    if wrote {
        Disk.write(&complete, b"")?;
    }
    Ok(())
}

const DAY: Duration = Duration::from_hours(24);

/// How long a version that nobody runs is kept.
const KEPT: Duration = Duration::from_hours(24 * 30);

/// How many versions are kept, but for those of the last day.
const VERSIONS: usize = 8;

/// How long ago a file was touched; very long if there is none.
fn age(file: &Utf8Path) -> Duration {
    let touched = fs::metadata(file).and_then(|data| data.modified());
    touched.map_or(Duration::MAX, |time| {
        let age = SystemTime::now().duration_since(time);
        age.unwrap_or_default()
    })
}

/// Touches a file unless it was touched within a day; tells whether it did.
fn touch(file: &Utf8Path) -> bool {
    age(file) > DAY && File::create(file).is_ok()
}

/// Removes the folders of versions that are not in use.
fn remove_unused(machine: &Utf8Path) {
    let Ok(names) = Disk.folders_in(machine) else {
        return;
    };
    let mut versions: Vec<(Duration, Utf8PathBuf)> = names
        .into_iter()
        .map(|name| machine.join(name))
        .filter(|folder| folder.join("bundled").is_dir() || folder.join("formatted").is_file())
        .map(|folder| (age(&folder.join("used")), folder))
        .collect();
    versions.sort();
    for (index, (age, folder)) in versions.into_iter().enumerate() {
        if age > KEPT || (index >= VERSIONS && age > DAY) {
            // What cannot be removed is tried again tomorrow.
            let _: io::Result<()> = fs::remove_dir_all(folder);
        }
    }
}

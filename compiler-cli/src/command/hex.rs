//! `tindra hex`, and whoever needs to be logged in

use std::process::ExitCode;
use std::{env, fs};

use camino::{Utf8Path, Utf8PathBuf};
use compiler_core::Host;
use packages::Problem;
use packages::api::{Account, Level};

use crate::args::{Hex, Owner, OwnerLevel};
use crate::cache::Cache;
use crate::failure::Failure;
use crate::fetch::RegistryDoor;
use crate::host::{Disk, make_private};
use crate::project::{current_folder, find_root};
use crate::ui;

/// Works with packages that are published.
pub(crate) fn hex(command: &Hex) -> Result<ExitCode, Failure> {
    let root = find_root().or_else(|_| current_folder())?;
    if matches!(command, Hex::Authenticate) {
        return authenticate(&root);
    }
    with_account(&root, |account| match command {
        Hex::Retire {
            package,
            version,
            reason,
            message,
        } => account.retire(package, version, reason.name(), message.as_deref()),
        Hex::Unretire { package, version } => account.unretire(package, version),
        Hex::Revert { package, version } => {
            let own = packages::local::read_config(&root);
            let package = package
                .clone()
                .map_or_else(|| own.clone().map(|it| it.name), Ok)?;
            let version = version
                .clone()
                .map_or_else(|| own.map(|it| it.version), Ok)?;
            account.revert(&package, &version)
        }
        Hex::Owner(Owner::Add {
            package,
            user,
            level,
        }) => {
            let level = match level {
                OwnerLevel::Maintainer => Level::Maintainer,
                OwnerLevel::Full => Level::Full,
            };
            account.add_owner(package, user, level)
        }
        Hex::Owner(Owner::Transfer { package, user }) => account.transfer(package, user),
        Hex::Authenticate => Ok(()),
    })?;
    ui::progress("Done", "");
    Ok(ExitCode::SUCCESS)
}

/// Removes documentation that was published.
pub(crate) fn remove_docs(package: &str, version: &str) -> Result<ExitCode, Failure> {
    let root = find_root().or_else(|_| current_folder())?;
    with_account(&root, |account| account.remove_docs(package, version))?;
    ui::progress("Removed", &format!("documentation of {package} v{version}"));
    Ok(ExitCode::SUCCESS)
}

/// Does something for which one must be logged in.
pub(crate) fn with_account(
    root: &Utf8Path,
    act: impl FnOnce(&Account<'_>) -> Result<(), Problem>,
) -> Result<(), Failure> {
    let registry = RegistryDoor::open(root)?;
    let set = env::var("HEXPM_API_KEY").ok().filter(|key| !key.is_empty());
    let kept = || fs::read_to_string(credentials(root)).ok();
    let key = set.or_else(kept).ok_or(Problem::NoCredentials)?;
    Ok(act(&Account {
        network: &registry.network,
        settings: &registry.settings,
        key: key.trim(),
        one_time_password: &|| ui::answer("One-time password:"),
    })?)
}

/// Where the key of the person is kept.
fn credentials(root: &Utf8Path) -> Utf8PathBuf {
    Cache::fetched(root).join("credentials")
}

/// Keeps a key that the person made on the registry's pages.
fn authenticate(root: &Utf8Path) -> Result<ExitCode, Failure> {
    ui::say("Make a key that may write, at https://hex.pm/dashboard/keys.\n");
    let Some(key) = ui::answer("Key:").filter(|key| !key.is_empty()) else {
        return Err(Problem::NoCredentials.into());
    };
    let path = credentials(root);
    Disk.write(&path, b"")?;
    make_private(&path)?;
    fs::write(&path, key).map_err(|error| crate::project::io_failure("write", &path, &error))?;
    ui::progress("Kept", "the key for this machine");
    Ok(ExitCode::SUCCESS)
}

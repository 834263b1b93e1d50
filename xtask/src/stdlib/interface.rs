//! Interfaces of packages, as `tindra export package-interface` writes them.

use std::fs;
use std::process::Command;

use camino::Utf8Path;
use serde_json::Value;

use super::Package;
use crate::run::{output, root};

/// The interface of a package of `stdlib` on a target.
pub(crate) fn interface(
    tindra: &Utf8Path,
    package: &Package,
    target: &str,
) -> Result<Value, String> {
    let folder = root().join("target/interfaces");
    fs::create_dir_all(&folder).map_err(|error| format!("{folder}: {error}"))?;
    let file = folder.join(format!("{}-{target}.json", package.name));
    let mut command = Command::new(tindra);
    command
        .args(["export", "package-interface", "--out"])
        .arg(&file)
        .args(["--target", target])
        .arg("--packages")
        .arg(super::folder())
        .current_dir(&package.folder);
    let made = output(&mut command)?;
    if !made.status.success() {
        let told = String::from_utf8_lossy(&made.stderr);
        return Err(format!("{} has no interface:\n{told}", package.name));
    }
    read(&file)
}

/// Reads a file of JSON.
pub(crate) fn read(file: &Utf8Path) -> Result<Value, String> {
    let text = fs::read_to_string(file).map_err(|error| format!("{file}: {error}"))?;
    serde_json::from_str(&text).map_err(|error| format!("{file}: {error}"))
}

//! Running programs.

use std::process::{Command, Output};

use camino::{Utf8Path, Utf8PathBuf};

/// The project's root folder.
pub(crate) fn root() -> Utf8PathBuf {
    let here = Utf8Path::new(env!("CARGO_MANIFEST_DIR"));
    here.parent().unwrap_or(here).to_path_buf()
}

/// Runs a program with our standard streams; whether it succeeded.
pub(crate) fn succeeds(command: &mut Command) -> Result<bool, String> {
    let status = command
        .status()
        .map_err(|error| format!("{command:?}: {error}"))?;
    Ok(status.success())
}

/// Runs a program and takes what it prints.
pub(crate) fn output(command: &mut Command) -> Result<Output, String> {
    command
        .output()
        .map_err(|error| format!("{command:?}: {error}"))
}

/// Builds the `tindra` program and gives its path.
pub(crate) fn build_tindra(release: bool) -> Result<Utf8PathBuf, String> {
    let mut command = Command::new(env!("CARGO"));
    command.args([
        "build",
        "--package",
        "tindra",
        "--message-format",
        "json-render-diagnostics",
    ]);
    command.current_dir(root());
    if release {
        command.arg("--release");
    }
    command.stderr(std::process::Stdio::inherit());
    let output = output(&mut command)?;
    if !output.status.success() {
        return Err("the compiler does not build".to_string());
    }
    let text = String::from_utf8_lossy(&output.stdout);
    text.lines()
        .filter_map(|line| serde_json::from_str::<serde_json::Value>(line).ok())
        .filter(|message| message["target"]["name"] == "tindra")
        .find_map(|message| message["executable"].as_str().map(Utf8PathBuf::from))
        .ok_or_else(|| "cargo names no program".to_string())
}

/// The program that is given, or else ours, built for release.
pub(crate) fn tindra(given: Option<&Utf8PathBuf>) -> Result<Utf8PathBuf, String> {
    given.map_or_else(|| build_tindra(true), |path| Ok(path.clone()))
}

/// The text of a file.
pub(crate) fn read(path: &Utf8Path) -> Result<String, String> {
    std::fs::read_to_string(path).map_err(|error| format!("{path}: {error}"))
}

/// All files below a folder with an extension, sorted; not those that a build made.
pub(crate) fn files_below(folder: &Utf8Path, extension: &str) -> Result<Vec<Utf8PathBuf>, String> {
    let mut files = Vec::new();
    let mut waiting = vec![folder.to_path_buf()];
    while let Some(folder) = waiting.pop() {
        let entries = folder
            .read_dir_utf8()
            .map_err(|error| format!("{folder}: {error}"))?;
        for entry in entries {
            let path = entry.map_err(|error| error.to_string())?.into_path();
            if !path.is_dir() {
                files.extend((path.extension() == Some(extension)).then_some(path));
            } else if !["build", "node_modules"].contains(&path.file_name().unwrap_or_default()) {
                waiting.push(path);
            }
        }
    }
    files.sort();
    Ok(files)
}

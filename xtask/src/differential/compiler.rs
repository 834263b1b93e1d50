//! A compiler of the language, as a program.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::process::Command;

use camino::{Utf8Path, Utf8PathBuf};
use generator::{HEADER, Program, project};

use crate::run::output;

/// After so many seconds a run is over.
const PATIENCE: &str = "300";

/// A program that has the commands `check` and `run`.
pub(crate) struct Compiler {
    /// What to call it.
    pub(crate) name: &'static str,
    path: Utf8PathBuf,
}

impl Compiler {
    pub(crate) fn new(name: &'static str, path: &Utf8Path) -> Self {
        let path = path
            .canonicalize_utf8()
            .unwrap_or_else(|_| path.to_path_buf());
        Self { name, path }
    }

    /// Writes a project of `programs`, in place of another one in the same folder.
    pub(crate) fn write(
        &self,
        folder: &Utf8Path,
        programs: &[(String, Program)],
        is_plain: bool,
    ) -> Result<Utf8PathBuf, String> {
        let folder = folder.join(self.name);
        let source = folder.join("src");
        if source.exists() {
            fs::remove_dir_all(&source).map_err(|error| format!("{source}: {error}"))?;
        }
        for (path, text) in project(programs, is_plain) {
            let path = folder.join(path);
            let parent = path.parent().unwrap_or(&folder);
            fs::create_dir_all(parent).map_err(|error| format!("{parent}: {error}"))?;
            fs::write(&path, text).map_err(|error| format!("{path}: {error}"))?;
        }
        Ok(folder)
    }

    /// The programs of a project that have errors, each with what is said of it.
    pub(crate) fn refused(&self, folder: &Utf8Path) -> Result<BTreeMap<String, String>, String> {
        let output = self.command(folder, &["check", "--target", "erlang"])?;
        let told = format!("{}\n{}", output.0, output.1);
        let refused = modules_with_errors(&told);
        if !refused.is_empty() {
            let path = folder.join("errors.txt");
            fs::write(&path, &told).map_err(|error| format!("{path}: {error}"))?;
        }
        if refused.is_empty() && !output.2 {
            return Err(format!("{} fails:\n{told}", self.name));
        }
        Ok(refused)
    }

    /// What each of some programs of a project prints, and what is said on standard error.
    pub(crate) fn run(
        &self,
        folder: &Utf8Path,
        target: &str,
        programs: &[(String, Program)],
    ) -> Result<(BTreeMap<String, String>, String), String> {
        let (text, told, _) = match target {
            "javascript" => self.run_javascript(folder, programs)?,
            _ => self.command(folder, &["run", "--no-print-progress", "--target", target])?,
        };
        let mut traces = BTreeMap::new();
        for part in text.split(HEADER).skip(1) {
            let (name, trace) = part.split_once('\n').unwrap_or((part, ""));
            traces.insert(name.to_string(), trace.to_string());
        }
        Ok((traces, told))
    }

    /// A module that cannot be loaded must not stop the others: they are not imported by one.
    fn run_javascript(
        &self,
        folder: &Utf8Path,
        programs: &[(String, Program)],
    ) -> Result<Told, String> {
        let built = self.command(folder, &["build", "--target", "javascript"])?;
        let script = |root: &str| {
            folder
                .join(root)
                .join("dev/javascript/generated/run_programs.mjs")
        };
        let script = ["build/tindra", "build"]
            .map(script)
            .into_iter()
            .find(|path| path.exists());
        let Some(script) = script.filter(|_| built.2) else {
            return Ok(built);
        };
        let mut command = Command::new("timeout");
        command
            .args(["-k", "5", PATIENCE, "node"])
            .arg(&script)
            .arg(HEADER);
        command.args(programs.iter().map(|(name, _)| name));
        told(&mut command)
    }

    fn command(&self, folder: &Utf8Path, arguments: &[&str]) -> Result<Told, String> {
        let mut command = Command::new("timeout");
        command
            .args(["-k", "5", PATIENCE])
            .arg(&self.path)
            .args(arguments)
            .current_dir(folder)
            .env("NO_COLOR", "1")
            .env("ERL_CRASH_DUMP_BYTES", "0");
        told(&mut command)
    }
}

/// Standard output, standard error, and whether there was success.
type Told = (String, String, bool);

fn told(command: &mut Command) -> Result<Told, String> {
    let output = output(command)?;
    let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
    Ok((
        text(&output.stdout),
        text(&output.stderr),
        output.status.success(),
    ))
}

/// The programs that errors (not warnings) speak of, each with the first error's title.
fn modules_with_errors(told: &str) -> BTreeMap<String, String> {
    let mut found = BTreeMap::new();
    let mut title = None;
    let mut seen = BTreeSet::new();
    for line in told.lines() {
        if line.starts_with("error") {
            title = Some(line.to_string());
        } else if line.starts_with("warning") {
            title = None;
        }
        // Further places of the same error explain it.
        let place = line
            .split_once("┌─")
            .and_then(|(_, rest)| rest.split_once("src/"));
        if let (Some(title), Some((_, path))) = (title.take_if(|_| place.is_some()), place) {
            let name = path.split(['/', '.']).next().unwrap_or_default();
            if seen.insert(name.to_string()) {
                found.insert(name.to_string(), title);
            }
        }
    }
    found
}

//! A Gleam project that runs the benchmarks with one set of packages.

use std::fmt::Write as _;
use std::fs;
use std::process::Command;

use camino::{Utf8Path, Utf8PathBuf};

use super::Options;
use crate::run::{output, root};

/// Packages that the benchmarks use.
const PACKAGES: [&str; 10] = [
    "filepath",
    "gleam_crypto",
    "gleam_deque",
    "gleam_http",
    "gleam_json",
    "gleam_regexp",
    "gleam_stdlib",
    "gleam_time",
    "gleam_yielder",
    "houdini",
];

/// A project, and the compiler that builds it.
pub(crate) struct Project {
    folder: Utf8PathBuf,
    packages: Utf8PathBuf,
    tindra: Utf8PathBuf,
}

impl Project {
    /// Writes the project anew; its dependencies come from the folder `packages`.
    pub(crate) fn make(
        name: &str,
        packages: &Utf8Path,
        tindra: &Utf8Path,
        options: &Options,
    ) -> Result<Self, String> {
        let project = Self {
            folder: root().join("target/bench").join(name),
            packages: packages.to_path_buf(),
            tindra: tindra.to_path_buf(),
        };
        if project.folder.exists() {
            fs::remove_dir_all(&project.folder).map_err(|e| e.to_string())?;
        }
        let source = root().join("xtask/bench");
        copy(&source.join("support"), &project.folder.join("src/support"))?;
        copy(&source.join("stdlib"), &project.folder.join("src/bench"))?;
        let mut config =
            "name = \"benchmarks\"\nversion = \"1.0.0\"\n\n[dependencies]\n".to_string();
        for package in PACKAGES {
            let _ = writeln!(config, "{package} = \">= 0.0.0\"");
        }
        write(&project.folder.join("gleam.toml"), &config)?;
        let main = main_module(&source.join("stdlib"), options)?;
        write(&project.folder.join("src/benchmarks.gleam"), &main)?;
        Ok(project)
    }

    /// Runs all benchmarks in a new process: their names and nanoseconds.
    pub(crate) fn run(&self, target: &str) -> Result<Vec<(String, f64)>, String> {
        let mut command = Command::new(&self.tindra);
        command
            .current_dir(&self.folder)
            .args(["run", "--no-print-progress", "--target", target])
            .args(["--packages", self.packages.as_str()]);
        let output = output(&mut command)?;
        if !output.status.success() {
            let text = String::from_utf8_lossy(&output.stderr);
            return Err(format!("{} on {target}: {text}", self.folder));
        }
        let text = String::from_utf8_lossy(&output.stdout);
        Ok(text.lines().filter_map(time).collect())
    }
}

/// A line that a benchmark printed: its name, a tab, and its time.
fn time(line: &str) -> Option<(String, f64)> {
    let (name, time) = line.split_once('\t')?;
    Some((name.to_string(), time.parse().ok()?))
}

/// A module that measures every public function of the files of a folder.
fn main_module(folder: &Utf8Path, options: &Options) -> Result<String, String> {
    let mut imports = "import support/runner\n".to_string();
    let mut body = String::new();
    for path in files(folder)? {
        let module = path.file_stem().unwrap_or_default();
        if options.module.as_deref().is_some_and(|only| only != module) {
            continue;
        }
        let _ = writeln!(imports, "import bench/{module} as bench_{module}");
        let source = fs::read_to_string(&path).map_err(|error| format!("{path}: {error}"))?;
        for name in source.lines().filter_map(benchmark) {
            let _ = writeln!(
                body,
                "  runner.measure(\"{module}.{name}\", {}, bench_{module}.{name})",
                options.budget()
            );
        }
    }
    if body.is_empty() {
        return Err("there is no such benchmark".to_string());
    }
    Ok(format!("{imports}\npub fn main() {{\n{body}}}\n"))
}

/// The name of the benchmark that a line of source starts.
fn benchmark(line: &str) -> Option<&str> {
    let (name, _) = line.strip_prefix("pub fn ")?.split_once("()")?;
    Some(name)
}

fn copy(from: &Utf8Path, to: &Utf8Path) -> Result<(), String> {
    for path in files(from)? {
        let text = fs::read_to_string(&path).map_err(|error| format!("{path}: {error}"))?;
        write(&to.join(path.file_name().unwrap_or_default()), &text)?;
    }
    Ok(())
}

fn files(folder: &Utf8Path) -> Result<Vec<Utf8PathBuf>, String> {
    let entries = folder
        .read_dir_utf8()
        .map_err(|error| format!("{folder}: {error}"))?;
    let mut paths: Vec<Utf8PathBuf> = entries
        .flatten()
        .map(|entry| entry.path().to_path_buf())
        .collect();
    paths.sort();
    Ok(paths)
}

fn write(path: &Utf8Path, text: &str) -> Result<(), String> {
    let folder = path.parent().unwrap_or(path);
    fs::create_dir_all(folder)
        .and_then(|()| fs::write(path, text))
        .map_err(|error| format!("{path}: {error}"))
}

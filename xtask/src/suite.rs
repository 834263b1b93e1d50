//! `cargo xtask test`

use std::process::{Command, ExitCode, Stdio};

use camino::Utf8Path;

use crate::run::{build_tindra, root, succeeds};
use crate::stdlib::{api_check, coverage, doc_examples, folder, packages};
use crate::tools::{CHROMIUM, ERLANG, NODE, NPM, provide};

/// Runs every test there is, and ends with a line that counts the suites.
pub(crate) fn test() -> Result<ExitCode, String> {
    let missing = provide(&[&ERLANG, &NODE, &NPM, &CHROMIUM])?;
    let mut suites = Suites::default();
    suites.run("formatting", cargo(&["fmt", "--all", "--check"]))?;
    suites.run(
        "lints",
        cargo(&[
            "clippy",
            "--workspace",
            "--all-targets",
            "--",
            "-D",
            "warnings",
        ]),
    )?;
    suites.run("Rust tests", cargo(&["test", "--workspace"]))?;
    let tindra = build_tindra(false)?;
    let mut format = Command::new(&tindra);
    format
        .args(["format", "--check"])
        .args(FORMATTED)
        .current_dir(root());
    suites.run("formatting of Gleam", format)?;
    if !missing.contains(&ERLANG.name) && !missing.contains(&NODE.name) {
        standard_library(&tindra, &mut suites)?;
        suites.count(
            "examples in documentation",
            doc_examples::run(&tindra, &[])?,
        );
        suites.count(
            "coverage of the standard library",
            coverage::run(&tindra, true)?,
        );
        suites.count("expected interfaces", api_check::run(&tindra, &[])?);
    }
    if !missing.contains(&NPM.name) && !missing.contains(&NODE.name) {
        typescript(&tindra, &mut suites)?;
    }
    if missing.is_empty() {
        browser(&tindra, &mut suites)?;
    }
    for name in &missing {
        eprintln!("skipped: tests that need {name}");
    }
    println!(
        "\nsuites: {} passed, {} failed",
        suites.passed,
        suites.failed.len()
    );
    for name in &suites.failed {
        println!("failed: {name}");
    }
    let good = suites.failed.is_empty() && missing.is_empty();
    Ok(if good {
        ExitCode::SUCCESS
    } else {
        ExitCode::FAILURE
    })
}

/// What the formatter is to leave as it is. Other projects show ways to write things that it would rewrite,
/// or do not parse.
const FORMATTED: &[&str] = &["stdlib", "test-projects/bank"];

#[derive(Default)]
struct Suites {
    passed: usize,
    failed: Vec<String>,
}

impl Suites {
    fn run(&mut self, name: &str, mut command: Command) -> Result<(), String> {
        println!("\n== {name}");
        let passed = succeeds(command.stdin(Stdio::null()))?;
        self.count(name, passed);
        Ok(())
    }

    fn count(&mut self, name: &str, passed: bool) {
        if passed {
            self.passed += 1;
        } else {
            self.failed.push(name.to_string());
        }
    }
}

fn cargo(arguments: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO"));
    command.args(arguments).current_dir(root());
    command
}

/// The tests of each bundled package, on each target that it supports.
fn standard_library(tindra: &Utf8Path, suites: &mut Suites) -> Result<(), String> {
    for package in packages()? {
        if !package.folder.join("test").is_dir() {
            continue;
        }
        for target in package.targets() {
            let mut command = Command::new(tindra);
            command
                .args(["test", "--target", target])
                .current_dir(&package.folder);
            command.arg("--packages").arg(folder());
            suites.run(&format!("{} on {target}", package.name), command)?;
        }
    }
    Ok(())
}

/// What the `package.json` of a folder asks for.
fn install(folder: &Utf8Path) -> Result<(), String> {
    let mut command = Command::new("npm");
    command
        .args(["install", "--no-audit", "--no-fund", "--silent"])
        .current_dir(folder);
    if succeeds(&mut command)? {
        Ok(())
    } else {
        Err(format!("npm could not install what {folder} needs"))
    }
}

/// The declarations of all packages, and TypeScript that uses them.
fn typescript(tindra: &Utf8Path, suites: &mut Suites) -> Result<(), String> {
    let folder = root().join("test-projects/typescript");
    install(&folder)?;
    let mut build = Command::new(tindra);
    build
        .args(["build", "--no-print-progress"])
        .current_dir(&folder);
    suites.run("build of typescript", build)?;
    let mut check = Command::new("node");
    check
        .args(["node_modules/typescript/bin/tsc", "--project", "."])
        .current_dir(&folder);
    suites.run("TypeScript", check)
}

/// Pages in a real browser.
fn browser(tindra: &Utf8Path, suites: &mut Suites) -> Result<(), String> {
    let folder = root().join("test-projects/browser-tests");
    install(&folder)?;
    for (project, script) in [
        ("article-lustre-counter", "counter"),
        ("todomvc", "todomvc"),
        ("lustre-dom", "diff"),
        ("lustre-dom", "server"),
    ] {
        let project = root().join("test-projects").join(project);
        let mut build = Command::new(tindra);
        build
            .args(["build", "--no-print-progress"])
            .current_dir(&project);
        suites.run(&format!("build of {project}"), build)?;
        let mut command = Command::new("node");
        command
            .arg("run.mjs")
            .arg(&project)
            .arg(script)
            .current_dir(&folder);
        suites.run(&format!("{script} in Chromium"), command)?;
    }
    Ok(())
}

//! `cargo xtask demo`

use std::process::{Command, ExitCode};
use std::time::Instant;

use camino::Utf8Path;

use crate::page;
use crate::run::{build_tindra, output, root};
use crate::tools::has;

/// A program of `test-projects` and where it can run.
struct Program {
    folder: &'static str,
    about: &'static str,
    arguments: &'static [&'static str],
    erlang_only: bool,
}

const PROGRAMS: &[Program] = &[
    Program {
        folder: "article-list",
        about: "list doubling",
        arguments: &[],
        erlang_only: false,
    },
    Program {
        folder: "article-otp-legacy",
        about: "the counter actor, in the API it was written for",
        arguments: &["--packages", "packages"],
        erlang_only: true,
    },
    Program {
        folder: "article-otp",
        about: "the counter actor, in today's API",
        arguments: &[],
        erlang_only: true,
    },
];

/// Runs the article's programs everywhere, and builds its page.
pub(crate) fn demo() -> Result<ExitCode, String> {
    let tindra = build_tindra(true)?;
    let mut failed = false;
    for program in PROGRAMS {
        println!("\n== {}: {}", program.folder, program.about);
        for (name, flags) in runtimes(program.erlang_only) {
            failed |= !show(&tindra, program, name, &flags)?;
        }
    }
    println!("\n== article-lustre-counter: the counter as a page");
    let folder = root().join("test-projects/article-lustre-counter");
    let started = Instant::now();
    let built = output(Command::new(&tindra).arg("build").current_dir(&folder))?;
    if built.status.success() {
        let address = page::write(&folder, "article_lustre_counter")?;
        println!(
            "built in {:.2} s; open {address}",
            started.elapsed().as_secs_f64()
        );
    } else {
        print!("{}", String::from_utf8_lossy(&built.stderr));
        failed = true;
    }
    Ok(if failed {
        ExitCode::FAILURE
    } else {
        ExitCode::SUCCESS
    })
}

/// The targets and runtimes of this machine, with the flags that choose them.
fn runtimes(erlang_only: bool) -> Vec<(&'static str, Vec<&'static str>)> {
    let mut found = Vec::new();
    if has("erl") {
        found.push(("Erlang", vec!["--target", "erlang"]));
    } else {
        println!("   (Erlang is not installed)");
    }
    if erlang_only {
        return found;
    }
    for (program, runtime) in [("node", "nodejs"), ("deno", "deno"), ("bun", "bun")] {
        if has(program) {
            found.push((
                runtime,
                vec!["--target", "javascript", "--runtime", runtime],
            ));
        }
    }
    found.push((
        "embedded engine",
        vec!["--target", "javascript", "--runtime", "embedded"],
    ));
    found
}

/// Runs a program and shows what it prints and how long that took.
fn show(tindra: &Utf8Path, program: &Program, name: &str, flags: &[&str]) -> Result<bool, String> {
    let folder = root().join("test-projects").join(program.folder);
    let mut command = Command::new(tindra);
    command
        .arg("run")
        .arg("--no-print-progress")
        .args(flags)
        .args(program.arguments);
    command.current_dir(folder);
    let started = Instant::now();
    let ran = output(&mut command)?;
    let seconds = started.elapsed().as_secs_f64();
    println!("-- {name}: {seconds:.2} s, compiling included");
    for text in [&ran.stdout, &ran.stderr] {
        for line in String::from_utf8_lossy(text).lines() {
            println!("   {line}");
        }
    }
    if !ran.status.success() {
        println!("   failed: {}", ran.status);
    }
    Ok(ran.status.success())
}

//! `tindra doctor`

use std::process::{Command, ExitCode};

use camino::{Utf8Path, Utf8PathBuf};
use compiler_core::Target;
use compiler_core::package::JavaScriptRuntime;

use crate::args::{Fetching, Packages};
use crate::cache::Cache;
use crate::failure::Failure;
use crate::program::find;
use crate::project::{Project, current_folder, find_root};
use crate::ui;

/// A program that Tindra works with.
struct Tool {
    program: &'static str,
    /// What makes it print its version.
    version: &'static [&'static str],
    /// What it is for.
    purpose: &'static str,
    /// How to get it.
    hint: &'static str,
}

const ERLANG: Tool = Tool {
    program: "erl",
    version: &[
        "-noshell",
        "-eval",
        "{ok, V} = file:read_file(filename:join([code:root_dir(), \"releases\", \
         erlang:system_info(otp_release), \"OTP_VERSION\"])), \
         true = is_list(code:lib_dir(compiler)), \
         io:format(\"OTP ~ts\", [V]), halt().",
    ],
    purpose: "building, running and testing on the BEAM",
    hint: "install Erlang/OTP 25 or later: `apt-get install erlang-nox erlang-dev`, \
           `brew install erlang`, or https://www.erlang.org/downloads",
};

const NODE: Tool = Tool {
    program: "node",
    version: &["--version"],
    purpose: "running JavaScript with Node.js",
    hint: "install it from https://nodejs.org, or use `--runtime embedded`",
};

const DENO: Tool = Tool {
    program: "deno",
    version: &["--version"],
    purpose: "running JavaScript with Deno",
    hint: "install it from https://deno.com",
};

const BUN: Tool = Tool {
    program: "bun",
    version: &["--version"],
    purpose: "running JavaScript with Bun",
    hint: "install it from https://bun.sh",
};

const OTHERS: [Tool; 3] = [
    Tool {
        program: "git",
        version: &["--version"],
        purpose: "dependencies from Git, and new projects",
        hint: "`apt-get install git`, `brew install git`, or https://git-scm.com",
    },
    Tool {
        program: "rebar3",
        version: &["--version"],
        purpose: "dependencies that rebar3 builds",
        hint: "install it from https://rebar3.org",
    },
    Tool {
        program: "elixir",
        version: &["--short-version"],
        purpose: "dependencies that are written in Elixir",
        hint: "install it from https://elixir-lang.org",
    },
];

/// Tells what is installed, which versions, what is missing and how to get it. The code is 1 if
/// something is missing that the project in the current folder cannot do without.
pub(crate) fn doctor() -> Result<ExitCode, Failure> {
    let mut lines = vec![
        format!(
            "tindra {} (language: Gleam 1.18)",
            env!("CARGO_PKG_VERSION")
        ),
        format!("  cache: {}", cache()?),
    ];
    let project = find_root()
        .ok()
        .map(|_| Project::open(&nothing_fetched(), false));
    let needed = match &project {
        None => {
            lines.push("  project: none in this folder or above".into());
            None
        }
        Some(Err(failure)) => {
            lines.push("  project: it has a problem, which is told below".into());
            ui::failure(failure);
            None
        }
        Some(Ok(project)) => {
            let target = project.target(None);
            let name = match target {
                Target::Erlang => "Erlang",
                Target::JavaScript => "JavaScript",
            };
            lines.push(format!(
                "  project: {} at {}, target {name}",
                project.name(),
                project.root
            ));
            Some(needed_tool(project, target))
        }
    };
    let mut missing = false;
    for tool in [ERLANG, NODE, DENO, BUN].iter().chain(&OTHERS) {
        let is_needed = needed == Some(tool.program);
        let found = describe(tool);
        missing |= is_needed && found.is_err();
        lines.push(String::new());
        lines.push(match found {
            Ok(found) => format!("✓ {}: {found}\n  for {}", tool.program, tool.purpose),
            Err(why) => format!(
                "{} {}: {why}\n  for {}\n  to get it, {}",
                if is_needed { "✗" } else { "-" },
                tool.program,
                tool.purpose,
                tool.hint
            ),
        });
    }
    lines.push(String::new());
    let broken = matches!(project, Some(Err(_)));
    lines.push(match (missing, broken) {
        (true, _) => "This project needs a program that is missing: see ✗ above.".into(),
        (false, true) => "The project's configuration has a problem: see above.".into(),
        (false, false) => "All that is needed is here.".into(),
    });
    ui::print(&(lines.join("\n") + "\n"));
    Ok(if missing || broken {
        ExitCode::FAILURE
    } else {
        ExitCode::SUCCESS
    })
}

/// The program that the project cannot be run without. For JavaScript on Node.js the embedded
/// engine takes its place.
fn needed_tool(project: &Project, target: Target) -> &'static str {
    let runtime = project.config().map(|config| config.javascript_runtime);
    match (target, runtime) {
        (Target::Erlang, _) => ERLANG.program,
        (Target::JavaScript, Some(JavaScriptRuntime::Deno)) => DENO.program,
        (Target::JavaScript, Some(JavaScriptRuntime::Bun)) => BUN.program,
        (Target::JavaScript, _) => "",
    }
}

/// Where the tool is and its version, or what is wrong with it.
fn describe(tool: &Tool) -> Result<String, String> {
    let path = find(tool.program).ok_or("not found in PATH")?;
    let version = version(&path, tool.version)?;
    Ok(format!("{version} ({path})"))
}

fn version(program: &Utf8Path, arguments: &[&str]) -> Result<String, String> {
    let output = Command::new(program).args(arguments).output();
    let output = output.map_err(|error| format!("{program} does not start: {error}"))?;
    let text = String::from_utf8_lossy(&output.stdout);
    let first = text.lines().next().unwrap_or_default().trim();
    if output.status.success() && !first.is_empty() {
        Ok(first.to_string())
    } else {
        Err(format!("{program} does not tell its version"))
    }
}

fn cache() -> Result<String, Failure> {
    let root = find_root().or_else(|_| current_folder())?;
    let usable = |folder: &Utf8PathBuf| std::fs::create_dir_all(folder).is_ok();
    Ok(match Cache::machine().filter(usable) {
        Some(folder) => folder.to_string(),
        None => format!("none on this machine; {root}/build/tindra is used instead"),
    })
}

/// Only what is here is looked at.
fn nothing_fetched() -> Packages {
    Packages {
        folders: Vec::new(),
        fetching: Fetching {
            offline: true,
            locked: false,
        },
    }
}

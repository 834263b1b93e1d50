//! Running JavaScript.

use std::process::{Command, ExitCode};

use camino::{Utf8Path, Utf8PathBuf};
use compiler_core::build::Layout;
use compiler_core::package::JavaScriptRuntime;
use compiler_core::{Host, Name};

use crate::args::Runtime;
use crate::command::run::Start;
use crate::failure::Failure;
use crate::host::Disk;
use crate::program::find;

/// The runtime that the command line asks for, or else the configuration.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Asked<'a> {
    pub(crate) runtime: Option<Runtime>,
    pub(crate) config: JavaScriptRuntime,
    /// What Deno is allowed.
    pub(crate) deno_flags: &'a [String],
}

/// What runs `main` of a module of `package`.
pub(crate) fn run(
    layout: &Layout,
    package: &str,
    module: Name,
    asked: Asked<'_>,
    arguments: &[String],
) -> Result<Start, Failure> {
    let entry = layout.package(package).join("tindra@main.mjs");
    let text = format!("import {{ main }} from \"./{module}.mjs\";\nmain();\n");
    if Disk.read(&entry).ok().as_deref() != Some(text.as_bytes()) {
        Disk.write(&entry, text.as_bytes())?;
    }
    match choose(asked)? {
        Chosen::Program(program, flags) => {
            let mut command = Command::new(&program);
            command.args(flags);
            if program.file_stem() == Some("deno") {
                command.args(asked.deno_flags);
            }
            command.arg(&entry).args(arguments);
            Ok(Start::JavaScript(command))
        }
        Chosen::Embedded => Ok(Start::Embedded(entry)),
    }
}

/// Runs a module in the embedded engine.
pub(crate) fn run_embedded(entry: &Utf8Path, arguments: &[String]) -> ExitCode {
    let code = js_engine::run_module(entry, arguments);
    ExitCode::from(u8::try_from(code).unwrap_or(1))
}

enum Chosen {
    Program(Utf8PathBuf, &'static [&'static str]),
    Embedded,
}

/// The runtimes that are programs: name, flags, and how to get it.
const RUNTIMES: [(Runtime, &str, &[&str], &str); 3] = [
    (
        Runtime::NodeJs,
        "node",
        &[],
        "Install Node.js, for example with `apt-get install nodejs`.",
    ),
    (
        Runtime::Deno,
        "deno",
        &["run", "--allow-all"],
        "Install Deno: https://deno.com",
    ),
    (Runtime::Bun, "bun", &["run"], "Install Bun: https://bun.sh"),
];

/// What was asked for must be there; what is only configured may be replaced by another.
fn choose(asked: Asked<'_>) -> Result<Chosen, Failure> {
    if let Some(runtime) = asked.runtime {
        let Some((_, program, flags, hint)) = RUNTIMES.iter().find(|row| row.0 == runtime) else {
            return Ok(Chosen::Embedded);
        };
        let needed_for = "run JavaScript";
        let found = find(program).ok_or(Failure::NoProgram {
            program,
            needed_for,
            hint,
        })?;
        return Ok(Chosen::Program(found, flags));
    }
    let configured = match asked.config {
        JavaScriptRuntime::NodeJs => Runtime::NodeJs,
        JavaScriptRuntime::Deno => Runtime::Deno,
        JavaScriptRuntime::Bun => Runtime::Bun,
    };
    let first = RUNTIMES.iter().filter(|row| row.0 == configured);
    let others = RUNTIMES.iter().filter(|row| row.0 != configured);
    for (_, program, flags, _) in first.chain(others) {
        if let Some(found) = find(program) {
            return Ok(Chosen::Program(found, flags));
        }
    }
    Ok(Chosen::Embedded)
}

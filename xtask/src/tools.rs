//! Programs that the tests need and that are not Rust's.

use std::path::Path;
use std::process::{Command, Stdio};

use crate::run::succeeds;

/// A program, and how to get it.
pub(crate) struct Tool {
    /// What it is called on the command line.
    pub(crate) program: &'static str,
    /// What people call it.
    pub(crate) name: &'static str,
    /// Debian's packages of it.
    pub(crate) packages: &'static [&'static str],
}

/// Erlang/OTP
pub(crate) const ERLANG: Tool = Tool {
    program: "erl",
    name: "Erlang/OTP",
    packages: &["erlang-nox", "erlang-dev"],
};
/// Node.js
pub(crate) const NODE: Tool = Tool {
    program: "node",
    name: "Node.js",
    packages: &["nodejs"],
};
/// npm
pub(crate) const NPM: Tool = Tool {
    program: "npm",
    name: "npm",
    packages: &["npm"],
};
/// Chromium
pub(crate) const CHROMIUM: Tool = Tool {
    program: "chromium",
    name: "Chromium",
    packages: &["chromium"],
};

/// Whether a program is in the folders of `PATH`.
pub(crate) fn has(program: &str) -> bool {
    let path = std::env::var_os("PATH").unwrap_or_default();
    std::env::split_paths(&path).any(|folder| folder.join(program).is_file())
}

/// Installs what is missing, or says how to; gives the names of what is still missing.
pub(crate) fn provide(tools: &[&Tool]) -> Result<Vec<&'static str>, String> {
    let missing: Vec<&&Tool> = tools.iter().filter(|tool| !has(tool.program)).collect();
    if missing.is_empty() {
        return Ok(Vec::new());
    }
    let packages: Vec<&str> = missing
        .iter()
        .flat_map(|tool| tool.packages)
        .copied()
        .collect();
    if Path::new("/etc/debian_version").exists() && is_root() {
        eprintln!("Installing {}", packages.join(", "));
        let apt = |arguments: &[&str]| {
            let mut command = Command::new("apt-get");
            command
                .args(arguments)
                .env("DEBIAN_FRONTEND", "noninteractive")
                .stdout(Stdio::null());
            succeeds(&mut command)
        };
        apt(&["update", "-qq"])?;
        let mut arguments = vec!["install", "-y", "-qq", "--no-install-recommends"];
        arguments.extend(&packages);
        apt(&arguments)?;
    }
    let missing: Vec<&'static str> = missing
        .iter()
        .filter(|tool| !has(tool.program))
        .map(|tool| tool.name)
        .collect();
    if !missing.is_empty() {
        eprintln!("Missing: {}. On Debian, install with:", missing.join(", "));
        eprintln!("  sudo apt-get install {}", packages.join(" "));
    }
    Ok(missing)
}

fn is_root() -> bool {
    let id = Command::new("id").arg("-u").output();
    id.is_ok_and(|output| output.stdout == b"0\n")
}

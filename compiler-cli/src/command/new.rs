//! `tindra new`

use std::process::{Command, ExitCode, Stdio};

use camino::{Utf8Path, Utf8PathBuf};
use compiler_core::Host;

use crate::args::{New, TargetName};
use crate::failure::Failure;
use crate::host::Disk;
use crate::project::current_folder;
use crate::ui;

/// Words that are not names of projects.
const GLEAM_WORDS: &[&str] = &[
    "as",
    "assert",
    "auto",
    "case",
    "const",
    "delegate",
    "derive",
    "echo",
    "else",
    "fn",
    "if",
    "implement",
    "import",
    "let",
    "macro",
    "opaque",
    "panic",
    "pub",
    "test",
    "todo",
    "type",
    "use",
];
const ERLANG_WORDS: &[&str] = &[
    "after", "and", "andalso", "band", "begin", "bnot", "bor", "bsl", "bsr", "bxor", "catch",
    "cond", "div", "end", "maybe", "not", "of", "or", "orelse", "query", "receive", "rem", "try",
    "when", "xor",
];
/// Modules of Erlang's own that an application of the same name would hide.
const ERLANG_MODULES: &[&str] = &[
    "application",
    "array",
    "base64",
    "beam_lib",
    "binary",
    "calendar",
    "code",
    "compiler",
    "crypto",
    "dets",
    "dict",
    "digraph",
    "ets",
    "erlang",
    "erts",
    "file",
    "filelib",
    "filename",
    "gen_event",
    "gen_server",
    "gen_statem",
    "global",
    "heart",
    "httpc",
    "inet",
    "inets",
    "init",
    "io",
    "io_lib",
    "json",
    "kernel",
    "lists",
    "logger",
    "maps",
    "math",
    "mnesia",
    "net_adm",
    "observer",
    "ordsets",
    "os",
    "pg",
    "proc_lib",
    "proplists",
    "public_key",
    "queue",
    "rand",
    "random",
    "re",
    "rpc",
    "sets",
    "shell",
    "ssh",
    "ssl",
    "stdlib",
    "string",
    "supervisor",
    "sys",
    "timer",
    "tools",
    "unicode",
    "uri_string",
    "user",
    "zip",
];

/// Makes a project that builds, runs and tests.
pub(crate) fn new(options: &New) -> Result<ExitCode, Failure> {
    let folder = current_folder()?.join(&options.path);
    let folder_name = folder.file_name().unwrap_or_default().to_string();
    let name = options.name.clone().unwrap_or(folder_name);
    check_name(&name)?;
    let files = files(&name, options);
    let existing: Vec<Utf8PathBuf> = files
        .iter()
        .map(|(path, _)| folder.join(path))
        .filter(|path| path.exists())
        .collect();
    if !existing.is_empty() {
        return Err(Failure::FilesExist { files: existing });
    }
    for (path, text) in &files {
        Disk.write(&folder.join(path), text.as_bytes())?;
    }
    if !options.skip_git {
        init_git(&folder);
    }
    ui::print(&format!(
        "Your Gleam project {name} has been successfully created.\n\
         The project can be compiled and tested by running these commands:\n\n\
         \tcd {}\n\ttindra test\n",
        options.path
    ));
    Ok(ExitCode::SUCCESS)
}

/// A repository is a convenience: without git the project is as good.
fn init_git(folder: &Utf8Path) {
    let git = Command::new("git")
        .args(["init", "--quiet", folder.as_str()])
        .stdin(Stdio::null())
        .status();
    if !git.is_ok_and(|status| status.success()) {
        ui::say("warning: `git init` did not work, so there is no git repository.\n");
    }
}

fn check_name(name: &str) -> Result<(), Failure> {
    let first_is_letter = name.starts_with(|first: char| first.is_ascii_lowercase());
    let valid = name
        .chars()
        .all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '_');
    let reason = if !first_is_letter || !valid {
        "it may have lower-case letters, digits and underscores, and begins with a letter"
    } else if name == "gleam" || name.starts_with("gleam_") {
        "names that begin with `gleam` are those of the core packages"
    } else if GLEAM_WORDS.contains(&name) {
        "it is a word of the language"
    } else if ERLANG_WORDS.contains(&name) {
        "it is a word of Erlang"
    } else if ERLANG_MODULES.contains(&name) {
        "it is a module of Erlang's own"
    } else {
        return Ok(());
    };
    let (name, suggestion) = (name.to_string(), suggestion(name));
    Err(Failure::ProjectName {
        name,
        reason: reason.to_string(),
        suggestion,
    })
}

/// A valid name that is near.
fn suggestion(name: &str) -> Option<String> {
    let near: String = name
        .to_lowercase()
        .chars()
        .map(|c| if c.is_ascii_alphanumeric() { c } else { '_' })
        .collect();
    let near = near.trim_start_matches(|c: char| !c.is_ascii_lowercase());
    let near = near
        .strip_prefix("gleam_")
        .unwrap_or(near)
        .trim_matches('_');
    let near = if near == name {
        format!("{near}_app")
    } else {
        near.to_string()
    };
    (!near.is_empty() && check_name(&near).is_ok()).then_some(near)
}

fn files(name: &str, options: &New) -> Vec<(String, String)> {
    let target = match options.template {
        TargetName::Erlang => "",
        TargetName::JavaScript => "target = \"javascript\"\n",
    };
    let mut files = vec![
        ("gleam.toml".to_string(), config(name, target)),
        ("README.md".to_string(), readme(name)),
        (format!("src/{name}.gleam"), program(name)),
        (format!("test/{name}_test.gleam"), TEST.to_string()),
    ];
    if !options.skip_git {
        files.push((
            ".gitignore".to_string(),
            "*.beam\n*.ez\n/build\nerl_crash.dump\n".to_string(),
        ));
        if !options.skip_github {
            files.push((
                ".github/workflows/test.yml".to_string(),
                WORKFLOW.to_string(),
            ));
        }
    }
    files
}

fn config(name: &str, target: &str) -> String {
    format!(
        "name = \"{name}\"\nversion = \"1.0.0\"\n{target}
# To publish the package, say what it is:
#
# description = \"\"
# licences = [\"Apache-2.0\"]
# repository = {{ type = \"github\", user = \"\", repo = \"\" }}
# links = [{{ title = \"Website\", href = \"\" }}]

[dependencies]
gleam_stdlib = \">= 1.0.0 and < 2.0.0\"

[dev_dependencies]
gleeunit = \">= 1.0.0 and < 2.0.0\"
"
    )
}

fn readme(name: &str) -> String {
    format!(
        "# {name}\n\n## Development\n\n```sh\ntindra run   # Run the project\ntindra test  # Run the tests\n```\n"
    )
}

fn program(name: &str) -> String {
    format!(
        "import gleam/io\n\npub fn main() -> Nil {{\n  io.println(\"Hello from {name}!\")\n}}\n"
    )
}

const TEST: &str = "import gleeunit

pub fn main() -> Nil {
  gleeunit.main()
}

// Functions whose names end in `_test` are run as tests.
pub fn greeting_test() {
  let name = \"Joe\"

  assert \"Hello, \" <> name <> \"!\" == \"Hello, Joe!\"
}
";

const WORKFLOW: &str = "name: test

on:
  push:
    branches: [main]
  pull_request:

jobs:
  test:
    runs-on: ubuntu-latest
    steps:
      - uses: actions/checkout@v4
      - uses: erlef/setup-beam@v1
        with:
          otp-version: \"29\"
          gleam-version: \"1.18.0\"
          rebar3-version: \"3\"
      - run: gleam deps download
      - run: gleam test
      - run: gleam format --check src test
";

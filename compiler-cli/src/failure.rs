//! Why a command could not do its work.

use camino::Utf8PathBuf;
use compiler_core::{Error, HostError};
use report::{Code, Report, Severity};

/// A failure that is told once, and then the program ends with code 1.
#[derive(Debug)]
pub(crate) enum Failure {
    /// No `gleam.toml` here or above.
    NoProject { searched: Utf8PathBuf },
    /// A problem of the project.
    Project(Error),
    /// A program that is not installed.
    NoProgram {
        program: &'static str,
        needed_for: &'static str,
        hint: &'static str,
    },
    /// A program that could not be started or spoken to.
    Program { program: String, reason: String },
    /// `run -m` names a module that does not exist.
    NoModule {
        module: String,
        nearest: Option<String>,
    },
    /// The module has no function `main`.
    NoMain { module: String },
    /// Its `main` is private.
    PrivateMain { module: String },
    /// Its `main` takes arguments.
    MainArity { module: String, arity: usize },
    /// Its `main` does not run on the target.
    MainTarget {
        module: String,
        target: &'static str,
    },
    /// `new` cannot use the name.
    ProjectName {
        name: String,
        reason: String,
        suggestion: Option<String>,
    },
    /// `new` would overwrite files.
    FilesExist { files: Vec<Utf8PathBuf> },
    /// `format --check` found files that are not as they should be.
    Unformatted { files: Vec<Utf8PathBuf> },
    /// A problem with packages from elsewhere.
    Packages(packages::Problem),
    /// Packages that are not here, and the registry could not be asked for.
    Unreachable { missing: Error, reason: String },
    /// There are warnings, and they are not allowed.
    Warnings,
    /// The problems were told already.
    Told,
}

impl From<Error> for Failure {
    fn from(error: Error) -> Self {
        Self::Project(error)
    }
}

impl From<packages::Problem> for Failure {
    fn from(problem: packages::Problem) -> Self {
        Self::Packages(problem)
    }
}

impl From<HostError> for Failure {
    fn from(error: HostError) -> Self {
        Self::Project(Error::File(error))
    }
}

impl Failure {
    /// The failure in words; nothing if they were said.
    pub(crate) fn report(&self) -> Option<Report> {
        let (code, title, text, hint) = match self {
            Self::Told => return None,
            Self::Project(error) => return Some(error.report()),
            Self::Packages(problem) => return Some(problem.report()),
            Self::Unreachable { missing, reason } => return Some(unreachable(missing, reason)),
            Self::NoProject { searched } => no_project(searched),
            Self::NoProgram {
                program,
                needed_for,
                hint,
            } => no_program(program, needed_for, hint),
            Self::Program { program, reason } => program_failed(program, reason),
            Self::NoModule { module, nearest } => no_module(module, nearest.as_deref()),
            Self::NoMain { module } => no_main(module),
            Self::PrivateMain { module } => private_main(module),
            Self::MainArity { module, arity } => main_arity(module, *arity),
            Self::MainTarget { module, target } => main_target(module, target),
            Self::ProjectName {
                name,
                reason,
                suggestion,
            } => project_name(name, reason, suggestion.as_deref()),
            Self::FilesExist { files } => files_exist(files),
            Self::Unformatted { files } => unformatted(files),
            Self::Warnings => warnings(),
        };
        Some(Report {
            code: Code(code),
            severity: Severity::Error,
            title: title.to_string(),
            text,
            labels: Vec::new(),
            hint,
            fixes: Vec::new(),
        })
    }
}

fn unreachable(missing: &Error, reason: &str) -> Report {
    let mut report = missing.report();
    let text = report.text.trim_end();
    report.text = format!("{text}\n\nThe package registry could not be asked: {reason}.");
    report
}

type Words = (&'static str, &'static str, String, Option<String>);

fn no_project(searched: &Utf8PathBuf) -> Words {
    let text = format!("There is no `gleam.toml` in `{searched}`, nor in any folder above it.");
    let hint = "Go to a project's folder, or start one with `tindra new NAME`.".to_string();
    ("T0600", "Project not found", text, Some(hint))
}

fn no_program(program: &str, needed_for: &str, hint: &str) -> Words {
    let text = format!("`{program}` is needed to {needed_for}, and it is not installed.");
    ("T0601", "Program not found", text, Some(hint.to_string()))
}

fn program_failed(program: &str, reason: &str) -> Words {
    (
        "T0602",
        "Program failed",
        format!("`{program}`: {reason}"),
        None,
    )
}

fn no_module(module: &str, nearest: Option<&str>) -> Words {
    let hint = nearest.map(|nearest| format!("Did you mean `{nearest}`?"));
    let text = format!("There is no module `{module}` in this project or its dependencies.");
    ("T0603", "Module does not exist", text, hint)
}

fn no_main(module: &str) -> Words {
    let text = format!("`{module}` has no function `main`, so it cannot be run.");
    let hint = "Add a public function `main` that takes no arguments.".to_string();
    ("T0604", "Module has no main function", text, Some(hint))
}

fn private_main(module: &str) -> Words {
    let text = format!("The function `main` of `{module}` is private, so it cannot be run.");
    (
        "T0605",
        "Main function is private",
        text,
        Some("Write `pub fn main() {`.".to_string()),
    )
}

fn main_arity(module: &str, arity: usize) -> Words {
    let text = format!("`{module}.main` takes {arity} arguments; to be run it must take none.");
    ("T0606", "Main function has wrong arity", text, None)
}

fn main_target(module: &str, target: &str) -> Words {
    let text = format!("`{module}.main` uses functions that do not exist on {target}.");
    let hint = "Run it on the other target with `--target`.".to_string();
    (
        "T0607",
        "Main function does not support target",
        text,
        Some(hint),
    )
}

fn project_name(name: &str, reason: &str, suggestion: Option<&str>) -> Words {
    let text = format!("`{name}` cannot be the name of a project: {reason}.");
    let hint = suggestion.map(|name| format!("Try `--name {name}`."));
    ("T0608", "Invalid project name", text, hint)
}

fn unformatted(files: &[Utf8PathBuf]) -> Words {
    let mut text = String::from("These files have not been formatted:\n\n");
    for file in files {
        text.push_str(&format!("- `{file}`\n"));
    }
    let hint = "Run `tindra format`.".to_owned();
    ("T0610", "Files are not formatted", text, Some(hint))
}

fn warnings() -> Words {
    let text = "`--warnings-as-errors` makes them an error.".to_owned();
    ("T0611", "Warnings generated", text, None)
}

fn files_exist(files: &[Utf8PathBuf]) -> Words {
    let mut text = String::from("A new project would overwrite these files:\n\n");
    for file in files {
        text.push_str(&format!("- `{file}`\n"));
    }
    ("T0609", "Files exist already", text, None)
}

//! What can be wrong with a project as a whole.

use camino::{Utf8Path, Utf8PathBuf};
use report::{Code, Report, Severity};
use source::Span;

use crate::host::HostError;
use crate::package::{Unmet, meets};

/// A problem that belongs to no line of Gleam.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Error {
    /// `gleam.toml` does not say what it should.
    Config {
        /// Which file.
        path: Utf8PathBuf,
        /// What is wrong.
        reason: String,
        /// Where in the file.
        span: Option<Span>,
    },
    /// A package is for other versions of the language.
    Language {
        /// Its `gleam.toml`.
        path: Utf8PathBuf,
        /// What that allows.
        allowed: String,
        /// The version that this program knows.
        version: &'static str,
    },
    /// A package is both among the dependencies and among those for development.
    DuplicateDependency {
        /// The `gleam.toml` that says so.
        path: Utf8PathBuf,
        /// The package.
        package: String,
    },
    /// A folder holds another package than its dependency says.
    WrongPackage {
        /// The folder.
        path: Utf8PathBuf,
        /// The package that was expected there.
        expected: String,
        /// The package that is there.
        found: String,
    },
    /// Two packages want the same one from different folders.
    ConflictingPaths {
        /// The package.
        package: String,
        /// The first folder.
        first: Utf8PathBuf,
        /// The other.
        second: Utf8PathBuf,
    },
    /// There is no `gleam.toml`.
    NoConfig {
        /// Where it should be.
        path: Utf8PathBuf,
        /// The package that was expected there.
        package: String,
    },
    /// Dependencies that nobody has.
    MissingPackages {
        /// The names, each with the package that asks for it.
        missing: Vec<(String, String)>,
        /// The folders that were looked through.
        searched: Vec<Utf8PathBuf>,
        /// Those among them that are bundled, but not to be taken from there.
        excluded: Vec<String>,
    },
    /// Dependencies of which there is no version that all can use.
    UnmetRequirements {
        /// The packages.
        packages: Vec<Unmet>,
    },
    /// Packages that depend on each other.
    PackageCycle {
        /// The names, in order.
        packages: Vec<String>,
    },
    /// Two files that are the same module.
    DuplicateModule {
        /// The module.
        module: String,
        /// The first file.
        first: Utf8PathBuf,
        /// The other.
        second: Utf8PathBuf,
    },
    /// A native file that would take the place of another, or of a module.
    DuplicateNative {
        /// The first file.
        first: Utf8PathBuf,
        /// The other.
        second: Utf8PathBuf,
    },
    /// A file operation failed.
    File(HostError),
    /// A file's text is not UTF-8.
    NotUtf8 {
        /// Which file.
        path: Utf8PathBuf,
    },
    /// A file is larger than offsets can tell.
    TooLarge {
        /// Which file.
        path: Utf8PathBuf,
    },
}

impl From<HostError> for Error {
    fn from(error: HostError) -> Self {
        Self::File(error)
    }
}

impl Error {
    /// The file that is wrong, and where in it, if it is one.
    pub fn place(&self) -> Option<(&Utf8Path, Option<Span>)> {
        match self {
            Self::Config { path, span, .. } => Some((path, *span)),
            Self::DuplicateModule { second: path, .. }
            | Self::DuplicateNative { second: path, .. }
            | Self::Language { path, .. }
            | Self::DuplicateDependency { path, .. }
            | Self::NotUtf8 { path }
            | Self::TooLarge { path } => Some((path, None)),
            Self::NoConfig { .. }
            | Self::WrongPackage { .. }
            | Self::ConflictingPaths { .. }
            | Self::MissingPackages { .. }
            | Self::UnmetRequirements { .. }
            | Self::PackageCycle { .. }
            | Self::File(_) => None,
        }
    }

    /// The problem in words.
    pub fn report(&self) -> Report {
        let (code, title, text, hint) = match self {
            Self::Config { path, reason, .. } => config(path, reason),
            Self::Language {
                path,
                allowed,
                version,
            } => language(path, allowed, version),
            Self::DuplicateDependency { path, package } => duplicate_dependency(path, package),
            Self::WrongPackage {
                path,
                expected,
                found,
            } => wrong_package(path, expected, found),
            Self::ConflictingPaths {
                package,
                first,
                second,
            } => conflicting_paths(package, first, second),
            Self::NoConfig { path, package } => no_config(path, package),
            Self::MissingPackages {
                missing,
                searched,
                excluded,
            } => missing_packages(missing, searched, excluded),
            Self::UnmetRequirements { packages } => unmet_requirements(packages),
            Self::PackageCycle { packages } => package_cycle(packages),
            Self::DuplicateModule {
                module,
                first,
                second,
            } => duplicate(module, first, second),
            Self::DuplicateNative { first, second } => duplicate_native(first, second),
            Self::File(problem) => file(problem),
            Self::NotUtf8 { path } => not_utf8(path),
            Self::TooLarge { path } => too_large(path),
        };
        Report {
            code: Code(code),
            severity: Severity::Error,
            title: title.to_string(),
            text,
            labels: Vec::new(),
            hint: (!hint.is_empty()).then(|| hint.to_string()),
            fixes: Vec::new(),
        }
    }
}

type Words = (&'static str, &'static str, String, &'static str);

fn config(path: &Utf8PathBuf, reason: &str) -> Words {
    let text = format!("`{path}` could not be read as a package configuration.\n\n{reason}");
    ("T0501", "Invalid gleam.toml", text, "")
}

fn language(path: &Utf8PathBuf, allowed: &str, version: &str) -> Words {
    let text = format!(
        "`{path}` allows the versions `{allowed}` of the language. This program knows {version}."
    );
    (
        "T0516",
        "Incompatible version of the language",
        text,
        "Change `gleam` in `gleam.toml`, or use another version of the package.",
    )
}

fn duplicate_dependency(path: &Utf8PathBuf, package: &str) -> Words {
    let text =
        format!("`{path}` lists `{package}` both in `[dependencies]` and in `[dev-dependencies]`.");
    (
        "T0517",
        "Dependency listed twice",
        text,
        "Remove one of them.",
    )
}

fn wrong_package(path: &Utf8PathBuf, expected: &str, found: &str) -> Words {
    let text = format!("`{path}` should be the package `{expected}`, but is `{found}`.");
    let hint = "Check the name and the `path` in `gleam.toml`.";
    ("T0518", "Wrong package", text, hint)
}

fn conflicting_paths(package: &str, first: &Utf8PathBuf, second: &Utf8PathBuf) -> Words {
    let text =
        format!("The package `{package}` is asked for from two folders:\n\n- {first}\n- {second}");
    let hint = "A program has each package once; let both name the same folder.";
    ("T0519", "Conflicting dependencies", text, hint)
}

fn no_config(path: &Utf8PathBuf, package: &str) -> Words {
    let text = format!("The package `{package}` should be at `{path}`, but there is none.");
    (
        "T0502",
        "Package not found",
        text,
        "Check the `path` in `gleam.toml`.",
    )
}

fn missing_packages(
    missing: &[(String, String)],
    searched: &[Utf8PathBuf],
    excluded: &[String],
) -> Words {
    let mut text = String::from("These dependencies could not be found:\n\n");
    for (name, needed_by) in missing {
        text.push_str(&format!("- `{name}`, needed by `{needed_by}`\n"));
    }
    if excluded.len() < missing.len() {
        text.push_str("\nThey are not bundled, and these folders do not have them:\n\n");
    } else {
        text.push_str("\nThese folders do not have them:\n\n");
    }
    for folder in searched {
        text.push_str(&format!("- `{folder}`\n"));
    }
    if !excluded.is_empty() {
        let names = excluded.iter().map(|name| format!("`{name}`"));
        let names = names.collect::<Vec<_>>().join(", ");
        text.push_str(&format!(
            "\nBundled, but left out by `bundled` in `[tools.tindra]` or asked for from a \
             repository: {names}.\n"
        ));
    }
    let hint = "Give the folder that holds them with `--packages DIR` or `TINDRA_PACKAGES`, or \
                make them `path` dependencies.";
    ("T0503", "Dependencies not found", text, hint)
}

fn unmet_requirements(packages: &[Unmet]) -> Words {
    let mut text = String::new();
    for unmet in packages {
        let name = &unmet.package;
        let places = [("bundled", &unmet.bundled), ("fetched", &unmet.fetched)];
        let have: Vec<_> = places
            .into_iter()
            .filter_map(|(place, version)| Some((place, version.as_deref()?)))
            .collect();
        if !text.is_empty() {
            text.push('\n');
        }
        text.push_str(&format!(
            "No version of `{name}` meets all that is asked of it:\n\n"
        ));
        for (by, range) in &unmet.asked {
            text.push_str(&format!("- `{by}` asks for `{range}`"));
            let against: Vec<_> = have
                .iter()
                .filter(|(_, version)| !meets(range, version))
                .map(|(place, version)| format!("the {place} {version}"))
                .collect();
            if !against.is_empty() {
                text.push_str(&format!(", not met by {}", against.join(" or ")));
            }
            text.push('\n');
        }
    }
    let hint = "Change the requirement; or put a version that fits into `build/packages`, give its \
                folder with `--packages DIR`, or make it a `path` dependency.";
    ("T0525", "Requirement not met", text, hint)
}

fn package_cycle(packages: &[String]) -> Words {
    let text = format!(
        "These packages depend on each other: {}.",
        packages.join(" → ")
    );
    (
        "T0504",
        "Dependency cycle",
        text,
        "Remove one of the dependencies.",
    )
}

fn duplicate(module: &str, first: &Utf8PathBuf, second: &Utf8PathBuf) -> Words {
    let text = format!("Two files are the module `{module}`:\n\n- `{first}`\n- `{second}`");
    (
        "T0505",
        "Duplicate module",
        text,
        "Module names are shared by all packages: rename one.",
    )
}

fn duplicate_native(first: &Utf8PathBuf, second: &Utf8PathBuf) -> Words {
    let text = format!("What two files become would have one name:\n\n- `{first}`\n- `{second}`");
    ("T0506", "Duplicate file", text, "Rename one of them.")
}

fn file(problem: &HostError) -> Words {
    let HostError {
        action,
        path,
        reason,
    } = problem;
    (
        "T0507",
        "File operation failed",
        format!("Could not {action} `{path}`: {reason}."),
        "",
    )
}

fn not_utf8(path: &Utf8PathBuf) -> Words {
    let text = format!("`{path}` is not UTF-8 text.");
    ("T0508", "Invalid text", text, "Save the file as UTF-8.")
}

fn too_large(path: &Utf8PathBuf) -> Words {
    (
        "T0509",
        "File too large",
        format!("`{path}` is over 4 GiB."),
        "Split the module.",
    )
}

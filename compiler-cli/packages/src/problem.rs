//! What can go wrong with packages from elsewhere.

use camino::Utf8PathBuf;
use report::{Code, Report, Severity};

/// Why packages could not be found, fetched or published.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Problem {
    /// `manifest.toml` is not one.
    Manifest {
        /// The file.
        path: Utf8PathBuf,
        /// What is wrong.
        reason: String,
    },
    /// `gleam.toml` could not be read or changed.
    Config {
        /// The file.
        path: Utf8PathBuf,
        /// What is wrong.
        reason: String,
    },
    /// No choice of versions meets all requirements.
    NoSolution {
        /// Why, one fact a line.
        facts: Vec<String>,
    },
    /// The registry has no such package.
    NoPackage {
        /// Its name.
        package: String,
    },
    /// The package has no version that may be used.
    NoVersion {
        /// Its name.
        package: String,
        /// What was asked for.
        asked: String,
    },
    /// A server could not be reached, or did not answer.
    Network {
        /// What was asked for.
        url: String,
        /// What happened.
        reason: String,
    },
    /// A server refused, in its own words.
    Refused {
        /// What was to be done.
        action: String,
        /// The status code.
        status: u16,
        /// What the server said.
        reason: String,
    },
    /// What came is not what its signature or checksum says.
    Tampered {
        /// What came.
        what: String,
        /// What is wrong with it.
        reason: String,
    },
    /// A package's archive that cannot be unpacked.
    Archive {
        /// The package.
        package: String,
        /// What is wrong with it.
        reason: String,
    },
    /// The network is needed, and not allowed.
    Offline {
        /// For what.
        needed_for: String,
    },
    /// `manifest.toml` would have to change, and must not.
    Locked {
        /// What does not fit.
        reason: String,
    },
    /// A file operation failed.
    File {
        /// What was tried.
        action: &'static str,
        /// On what.
        path: Utf8PathBuf,
        /// What the system said.
        reason: String,
    },
    /// Git could not do something.
    Git {
        /// The repository.
        repository: String,
        /// What Git said.
        reason: String,
    },
    /// Packages that the project does not depend on.
    NotDependencies {
        /// What was to be done with them: `removed`.
        action: &'static str,
        /// Their names.
        packages: Vec<String>,
    },
    /// A package would depend on itself.
    SelfDependency {
        /// Its name.
        package: String,
    },
    /// The text after `@` is no version.
    InvalidVersion {
        /// The text.
        text: String,
    },
    /// Something that packages must have before they are published.
    Unpublishable {
        /// What is wrong.
        text: String,
        /// What to do.
        hint: String,
    },
    /// Nobody is logged in.
    NoCredentials,
}

impl Problem {
    /// The problem in words.
    pub fn report(&self) -> Report {
        let (code, title, text, hint) = match self {
            Self::Manifest { path, reason } => unreadable("manifest.toml", path, reason),
            Self::Config { path, reason } => unreadable("gleam.toml", path, reason),
            Self::NoSolution { facts } => no_solution(facts),
            Self::NoPackage { package } => no_package(package),
            Self::NoVersion { package, asked } => no_version(package, asked),
            Self::Network { url, reason } => network(url, reason),
            Self::Refused { .. } => self.refused(),
            Self::Tampered { what, reason } => tampered(what, reason),
            Self::Archive { package, reason } => archive(package, reason),
            Self::Offline { needed_for } => offline(needed_for),
            Self::Locked { reason } => locked(reason),
            Self::File { .. } => self.file(),
            Self::Git { repository, reason } => git(repository, reason),
            Self::NotDependencies { action, packages } => not_dependencies(action, packages),
            Self::SelfDependency { package } => self_dependency(package),
            Self::InvalidVersion { text } => invalid_version(text),
            Self::Unpublishable { text, hint } => unpublishable(text, hint),
            Self::NoCredentials => no_credentials(),
        };
        Report {
            code: Code(code),
            severity: Severity::Error,
            title: title.to_string(),
            text,
            labels: Vec::new(),
            hint: (!hint.is_empty()).then_some(hint),
            fixes: Vec::new(),
        }
    }

    fn refused(&self) -> Words {
        let Self::Refused {
            action,
            status,
            reason,
        } = self
        else {
            return no_credentials();
        };
        let text = format!("The server refused to {action} (status {status}).\n\n{reason}");
        let hint = match status {
            401 | 403 => "Log in with `tindra hex authenticate`, or set `HEXPM_API_KEY`.",
            429 => "Too many requests: wait a little.",
            _ => "",
        };
        ("T0707", "Request refused", text, hint.to_string())
    }

    fn file(&self) -> Words {
        let Self::File {
            action,
            path,
            reason,
        } = self
        else {
            return no_credentials();
        };
        let text = format!("Could not {action} `{path}`: {reason}.");
        ("T0507", "File operation failed", text, String::new())
    }
}

type Words = (&'static str, &'static str, String, String);

fn unreadable(what: &str, path: &Utf8PathBuf, reason: &str) -> Words {
    let text = format!("`{path}` could not be read.\n\n{reason}");
    let hint = match what {
        "manifest.toml" => "It is written by the program: delete it to have it made again.",
        _ => "",
    };
    let title = match what {
        "manifest.toml" => "Invalid manifest.toml",
        _ => "Invalid gleam.toml",
    };
    ("T0701", title, text, hint.to_string())
}

fn no_solution(facts: &[String]) -> Words {
    let mut text = String::from("There is no choice of versions that meets all requirements:\n\n");
    for fact in facts {
        text.push_str(&format!("- {fact}\n"));
    }
    let hint = "Change the requirements in `gleam.toml`, or run `tindra update` if versions are \
                locked that stand in the way.";
    ("T0702", "Dependency resolution failed", text, hint.into())
}

fn no_package(package: &str) -> Words {
    let text = format!("The registry has no package `{package}`.");
    let hint = "Check the name.".to_string();
    ("T0703", "Package not found", text, hint)
}

fn no_version(package: &str, asked: &str) -> Words {
    let text = format!("`{package}` has no version {asked} that could be used.");
    ("T0704", "Version not found", text, String::new())
}

fn network(url: &str, reason: &str) -> Words {
    let text = format!("`{url}` could not be fetched: {reason}.");
    let hint = "Check the connection. With `--offline` only what was fetched before is used; a \
                mirror can be given as `registry` in `[tools.tindra]`.";
    ("T0705", "Network failure", text, hint.to_string())
}

fn tampered(what: &str, reason: &str) -> Words {
    let text = format!(
        "{what} is not what it should be: {reason}. It was not used.\n\nEither it was damaged on \
         its way, or somebody changed it."
    );
    ("T0706", "Untrusted package", text, String::new())
}

fn archive(package: &str, reason: &str) -> Words {
    let text = format!("The archive of `{package}` cannot be unpacked: {reason}.");
    ("T0708", "Invalid package archive", text, String::new())
}

fn offline(needed_for: &str) -> Words {
    let text = format!("The network is needed {needed_for}, and `--offline` forbids it.");
    let hint = "Run `tindra deps download` once without `--offline`.".to_string();
    ("T0709", "Not available offline", text, hint)
}

fn locked(reason: &str) -> Words {
    let text =
        format!("`manifest.toml` does not fit, and `--locked` forbids to change it: {reason}.");
    let hint = "Run `tindra deps download` without `--locked`, and commit the file.".to_string();
    ("T0710", "Manifest out of date", text, hint)
}

fn git(repository: &str, reason: &str) -> Words {
    let text = format!("Git could not fetch from `{repository}`:\n\n{reason}");
    ("T0711", "Git failed", text, String::new())
}

fn not_dependencies(action: &str, packages: &[String]) -> Words {
    let mut text = format!(
        "These packages are not among the project's dependencies, so they were not {action}:\n\n"
    );
    for package in packages {
        text.push_str(&format!("- {package}\n"));
    }
    ("T0712", "Not a dependency", text, String::new())
}

fn self_dependency(package: &str) -> Words {
    let text = format!("A package cannot depend on itself, and this one is `{package}`.");
    ("T0713", "Dependency on itself", text, String::new())
}

fn invalid_version(version: &str) -> Words {
    let text = format!("`{version}` is not a version such as `2`, `2.5` or `2.5.1`.");
    ("T0714", "Invalid version", text, String::new())
}

fn unpublishable(text: &str, hint: &str) -> Words {
    let title = "Package cannot be published";
    ("T0715", title, text.to_string(), hint.to_string())
}

fn no_credentials() -> Words {
    let text = "This needs somebody who is logged in.".to_string();
    let hint = "Run `tindra hex authenticate`, or set `HEXPM_API_KEY`.".to_string();
    ("T0716", "Not logged in", text, hint)
}

impl std::fmt::Display for Problem {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let report = self.report();
        write!(f, "{}: {}", report.title, report.text)
    }
}

impl std::error::Error for Problem {}

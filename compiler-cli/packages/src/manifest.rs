//! `manifest.toml`: the versions that a project is locked to.

use std::collections::BTreeMap;

use camino::{Utf8Path, Utf8PathBuf};
use compiler_core::package::{Requirement, Version, is_package_name};
use serde::Deserialize;

use crate::problem::Problem;

/// The locked packages, and the requirements that they were chosen for.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Manifest {
    /// By name.
    pub packages: BTreeMap<String, Locked>,
    /// What the project's `gleam.toml` asked for, development included.
    pub requirements: BTreeMap<String, Requirement>,
}

/// A locked package.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Locked {
    /// Its version.
    pub version: String,
    /// The tools that can build it: `gleam`, `rebar3`, `mix`.
    pub build_tools: Vec<String>,
    /// The names of what it needs, sorted.
    pub requirements: Vec<String>,
    /// The name of its OTP application, if known.
    pub otp_app: Option<String>,
    /// Where it comes from.
    pub source: LockedSource,
}

/// Where a locked package comes from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum LockedSource {
    /// The registry.
    Hex {
        /// SHA-256 of its tarball, in capital hexadecimal digits.
        outer_checksum: String,
    },
    /// A repository.
    Git {
        /// The address.
        repo: String,
        /// The commit.
        commit: String,
        /// The package's folder in it, if it is not the top.
        path: Option<Utf8PathBuf>,
    },
    /// A folder, relative to the project's.
    Local {
        /// The folder.
        path: Utf8PathBuf,
    },
}

#[derive(Deserialize)]
struct Document {
    #[serde(default)]
    packages: Vec<Entry>,
    #[serde(default)]
    requirements: BTreeMap<String, Requirement>,
}

#[derive(Deserialize)]
struct Entry {
    name: String,
    version: String,
    #[serde(default)]
    build_tools: Vec<String>,
    #[serde(default)]
    requirements: Vec<String>,
    otp_app: Option<String>,
    source: SourceKind,
    outer_checksum: Option<String>,
    repo: Option<String>,
    commit: Option<String>,
    path: Option<Utf8PathBuf>,
}

#[derive(Deserialize)]
#[serde(rename_all = "lowercase")]
enum SourceKind {
    Hex,
    Git,
    Local,
}

const HEADER: &str = "\
# Made by the build tool: which version of each package the project is built with.
# Keep this file with the sources, so that everybody gets the same versions.

";

impl Manifest {
    /// Reads the text of the file at `path` (which is only for messages).
    pub fn parse(path: &Utf8Path, text: &str) -> Result<Self, Problem> {
        let wrong = |reason: String| Problem::Manifest {
            path: path.into(),
            reason,
        };
        let document: Document = toml::from_str(text).map_err(|error| wrong(error.to_string()))?;
        let mut packages = BTreeMap::new();
        for entry in document.packages {
            let (name, locked) = entry.locked().map_err(&wrong)?;
            if packages.insert(name.clone(), locked).is_some() {
                return Err(wrong(format!("`{name}` is in it twice.")));
            }
        }
        Ok(Self {
            packages,
            requirements: document.requirements,
        })
    }

    /// The file's text: sorted, one package a line, the same for the same packages.
    pub fn text(&self) -> String {
        let mut text = String::from(HEADER);
        if self.packages.is_empty() {
            text.push_str("packages = [\n]\n\n[requirements]\n");
        } else {
            text.push_str("packages = [\n");
            for (name, locked) in &self.packages {
                text.push_str(&format!("  {},\n", locked.line(name)));
            }
            text.push_str("]\n\n[requirements]\n");
        }
        for (name, requirement) in &self.requirements {
            text.push_str(&format!("{name} = {}\n", requirement_text(requirement)));
        }
        text
    }
}

impl Entry {
    fn locked(self) -> Result<(String, Locked), String> {
        let name = self.name;
        if !is_package_name(&name) {
            return Err(format!("`{name}` is not the name of a package."));
        }
        if Version::parse(&self.version).is_none() {
            return Err(format!("`{}` of `{name}` is not a version.", self.version));
        }
        let lacks = |what: &str| format!("`{name}` has no `{what}`.");
        let source = match self.source {
            SourceKind::Hex => LockedSource::Hex {
                outer_checksum: self
                    .outer_checksum
                    .ok_or_else(|| lacks("outer_checksum"))?
                    .to_uppercase(),
            },
            SourceKind::Git => LockedSource::Git {
                repo: self.repo.ok_or_else(|| lacks("repo"))?,
                commit: self.commit.ok_or_else(|| lacks("commit"))?,
                path: self.path,
            },
            SourceKind::Local => LockedSource::Local {
                path: self.path.ok_or_else(|| lacks("path"))?,
            },
        };
        let locked = Locked {
            version: self.version,
            build_tools: self.build_tools,
            requirements: self.requirements,
            otp_app: self.otp_app,
            source,
        };
        Ok((name, locked))
    }
}

impl Locked {
    fn line(&self, name: &str) -> String {
        let mut line = format!(
            "{{ name = {}, version = {}, build_tools = {}, requirements = {}",
            quoted(name),
            quoted(&self.version),
            list(&self.build_tools),
            list(&self.requirements)
        );
        let mut field = |key: &str, value: &str| {
            line.push_str(&format!(", {key} = {}", quoted(value)));
        };
        if let Some(app) = &self.otp_app {
            field("otp_app", app);
        }
        match &self.source {
            LockedSource::Hex { outer_checksum } => {
                field("source", "hex");
                field("outer_checksum", outer_checksum);
            }
            LockedSource::Git { repo, commit, path } => {
                field("source", "git");
                field("repo", repo);
                field("commit", commit);
                if let Some(path) = path {
                    field("path", path.as_str());
                }
            }
            LockedSource::Local { path } => {
                field("source", "local");
                field("path", path.as_str());
            }
        }
        line.push_str(" }");
        line
    }
}

/// A requirement as an inline table.
fn requirement_text(requirement: &Requirement) -> String {
    match requirement {
        Requirement::Range(version) | Requirement::Version { version } => {
            format!("{{ version = {} }}", quoted(version))
        }
        Requirement::Path { path } => format!("{{ path = {} }}", quoted(path.as_str())),
        Requirement::Git {
            git,
            r#ref,
            path: None,
        } => format!("{{ git = {}, ref = {} }}", quoted(git), quoted(r#ref)),
        Requirement::Git {
            git,
            r#ref,
            path: Some(path),
        } => format!(
            "{{ git = {}, ref = {}, path = {} }}",
            quoted(git),
            quoted(r#ref),
            quoted(path.as_str())
        ),
    }
}

fn list(names: &[String]) -> String {
    let names: Vec<_> = names.iter().map(|name| quoted(name)).collect();
    format!("[{}]", names.join(", "))
}

/// A TOML string.
fn quoted(text: &str) -> String {
    toml::Value::String(text.to_string()).to_string()
}

/// Whether two sets of requirements ask for the same, however they are written.
pub fn same_requirements(
    a: &BTreeMap<String, Requirement>,
    b: &BTreeMap<String, Requirement>,
) -> bool {
    let texts = |requirements: &BTreeMap<String, Requirement>| -> Vec<(String, String)> {
        let all = requirements.iter();
        all.map(|(name, requirement)| (name.clone(), requirement_text(requirement)))
            .collect()
    };
    texts(a) == texts(b)
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEXT: &str = r#"
packages = [
  { name = "cowboy", version = "2.12.0", build_tools = ["make", "rebar3"], requirements = ["cowlib", "ranch"], otp_app = "cowboy", source = "hex", outer_checksum = "8a7abe6d183372ceb21caa2709bec928ab2b72e18a3911aa1771639bef82651e" },
  { name = "near", version = "0.2.0", build_tools = ["gleam"], requirements = [], source = "local", path = "../near" },
  { name = "wibble", version = "1.0.0-rc.1", build_tools = ["gleam"], requirements = [], source = "git", repo = "https://example.com/wibble", commit = "abc", path = "sub" },
]

[requirements]
cowboy = { version = ">= 2.0.0 and < 3.0.0" }
near = { path = "../near" }
wibble = { git = "https://example.com/wibble", ref = "main", path = "sub" }
"#;

    #[test]
    fn what_is_written_is_read() {
        let path = Utf8Path::new("manifest.toml");
        let manifest = Manifest::parse(path, TEXT).unwrap();
        assert_eq!(manifest.packages.len(), 3);
        let again = Manifest::parse(path, &manifest.text()).unwrap();
        assert_eq!(manifest, again);
        assert!(manifest.text().contains("\"8A7ABE6D"));
        let body = manifest.text().replace(
            "8A7ABE6D183372CEB21CAA2709BEC928AB2B72E18A3911AA1771639BEF82651E",
            "8a7abe6d183372ceb21caa2709bec928ab2b72e18a3911aa1771639bef82651e",
        );
        assert!(body.ends_with(TEXT.trim_start()), "{body}");
    }

    #[test]
    fn says_what_is_wrong() {
        let parse = |text: &str| Manifest::parse(Utf8Path::new("manifest.toml"), text);
        for text in [
            "packages = 1",
            r#"packages = [{ name = "a", version = "banana", source = "local", path = "x" }]"#,
            r#"packages = [{ name = "../a", version = "1.0.0", source = "local", path = "x" }]"#,
            r#"packages = [{ name = "a", version = "1.0.0", source = "hex" }]"#,
            r#"packages = [{ name = "a", version = "1.0.0", source = "moon" }]"#,
        ] {
            assert!(
                matches!(parse(text), Err(Problem::Manifest { .. })),
                "{text}"
            );
        }
    }
}

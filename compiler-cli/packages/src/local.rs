//! Packages that are there, whatever the registry says: folders, repositories, bundled ones.

use std::collections::{BTreeMap, VecDeque};
use std::fs;

use camino::{Utf8Component, Utf8Path, Utf8PathBuf};
use compiler_core::package::{Config, Requirement, Version};

use crate::manifest::{Locked, LockedSource};
use crate::problem::Problem;
use crate::solve::Provided;

/// Reads the `gleam.toml` in a folder.
pub fn read_config(folder: &Utf8Path) -> Result<Config, Problem> {
    let path = folder.join("gleam.toml");
    let wrong = |reason: String| Problem::Config {
        path: path.clone(),
        reason,
    };
    let text = fs::read_to_string(&path).map_err(|error| wrong(error.to_string()))?;
    Config::parse(&path, &text).map_err(|error| wrong(error.report().text))
}

/// The packages directly in a folder, by the name in their `gleam.toml`; folders without one that
/// can be read are left out.
pub fn packages_in(folder: &Utf8Path) -> BTreeMap<String, Config> {
    let entries = folder.read_dir_utf8().into_iter().flatten().flatten();
    let configs = entries.filter_map(|entry| {
        let path = entry.path();
        path.join("gleam.toml")
            .is_file()
            .then(|| read_config(path).ok())?
    });
    configs
        .map(|config| (config.name.clone(), config))
        .collect()
}

/// What a package asks for, without what it needs for its development.
pub(crate) fn provided(config: &Config) -> Option<Provided> {
    let requirements = config.dependencies.iter();
    Some(Provided {
        version: Version::parse(&config.version)?,
        requirements: requirements
            .map(|(name, it)| (name.clone(), it.range().map(str::to_string)))
            .collect(),
    })
}

/// A package of a folder or a repository.
#[derive(Debug, Clone)]
pub(crate) struct Near {
    pub(crate) config: Config,
    pub(crate) source: LockedSource,
}

impl Near {
    /// How the manifest tells of it.
    pub(crate) fn locked(&self) -> Locked {
        Locked {
            version: self.config.version.clone(),
            build_tools: vec!["gleam".to_string()],
            requirements: self.config.dependencies.keys().cloned().collect(),
            otp_app: match self.source {
                LockedSource::Git { .. } => Some(self.config.name.clone()),
                _ => None,
            },
            source: self.source.clone(),
        }
    }
}

/// Gets a package of a name from a repository: the commit, and the folder it was put into.
type Fetch<'f> = dyn Fn(&str, &GitPlace<'_>) -> Result<(String, Utf8PathBuf), Problem> + 'f;

/// All packages that `path` and `git` requirements lead to, from the project's on. `fetch` gets the
/// commit of a repository's package and the folder that its files were put into.
pub(crate) fn walk(
    root: &Utf8Path,
    config: &Config,
    fetch: &Fetch<'_>,
) -> Result<BTreeMap<String, Near>, Problem> {
    let mut found: BTreeMap<String, Near> = BTreeMap::new();
    let dependencies = config.dependencies.iter().chain(&config.dev_dependencies);
    let mut waiting: VecDeque<(String, Requirement, Utf8PathBuf)> = dependencies
        .map(|(name, requirement)| (name.clone(), requirement.clone(), root.to_path_buf()))
        .collect();
    while let Some((name, requirement, from)) = waiting.pop_front() {
        if found.contains_key(&name) || name == config.name {
            continue;
        }
        let (folder, source) = match &requirement {
            Requirement::Range(_) | Requirement::Version { .. } => continue,
            Requirement::Path { path } => {
                let folder = normalise(&from.join(path));
                let path = relative(root, &folder);
                (folder, LockedSource::Local { path })
            }
            Requirement::Git { git, r#ref, path } => {
                let place = GitPlace {
                    address: git,
                    reference: r#ref,
                    path: path.as_deref(),
                };
                let (commit, folder) = fetch(&name, &place)?;
                let source = LockedSource::Git {
                    repo: git.clone(),
                    commit,
                    path: path.clone(),
                };
                (folder, source)
            }
        };
        let config = read_config(&folder)?;
        for (name, requirement) in &config.dependencies {
            waiting.push_back((name.clone(), requirement.clone(), folder.clone()));
        }
        found.insert(name, Near { config, source });
    }
    Ok(found)
}

/// Where a package is in a repository.
pub(crate) struct GitPlace<'a> {
    pub(crate) address: &'a str,
    pub(crate) reference: &'a str,
    pub(crate) path: Option<&'a Utf8Path>,
}

/// Removes `.` and `..` without looking at the disk.
fn normalise(path: &Utf8Path) -> Utf8PathBuf {
    let mut parts = Utf8PathBuf::new();
    for part in path.components() {
        match part {
            Utf8Component::CurDir => {}
            Utf8Component::ParentDir if parts.file_name().is_some() => {
                parts.pop();
            }
            _ => parts.push(part),
        }
    }
    parts
}

/// The way from one folder to another, with `/` between its parts.
fn relative(from: &Utf8Path, to: &Utf8Path) -> Utf8PathBuf {
    let from: Vec<_> = from.components().collect();
    let to: Vec<_> = to.components().collect();
    let shared = from.iter().zip(&to).take_while(|(a, b)| a == b).count();
    if shared == 0 {
        return to.iter().collect();
    }
    let up = from[shared..].iter().map(|_| "..");
    let down = to[shared..].iter().map(Utf8Component::as_str);
    let parts: Vec<&str> = up.chain(down).collect();
    if parts.is_empty() {
        ".".into()
    } else {
        parts.join("/").into()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ways_between_folders() {
        let way = |from: &str, to: &str| relative(Utf8Path::new(from), Utf8Path::new(to));
        assert_eq!(way("/a/b", "/a/c/d"), "../c/d");
        assert_eq!(way("/a/b", "/a/b"), ".");
        assert_eq!(way("/a/b", "/a/b/c"), "c");
    }
}

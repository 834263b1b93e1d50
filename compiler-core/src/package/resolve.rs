//! Which packages take part, and where each comes from.

use std::collections::{BTreeMap, BTreeSet};

use camino::{Utf8Path, Utf8PathBuf};
use report::{Code, Report, Severity};

use super::{Config, Range, Requirement, Version};
use crate::error::Error;
use crate::host::Host;

/// A package that takes part in a build.
#[derive(Debug, Clone, PartialEq)]
pub struct Package {
    /// What its `gleam.toml` says.
    pub config: Config,
    /// Its folder.
    pub root: Utf8PathBuf,
    /// Where it comes from.
    pub source: PackageSource,
}

/// Where a package comes from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PackageSource {
    /// The project itself.
    Root,
    /// A `path` dependency.
    Path,
    /// A folder given with `--packages`.
    Vendored,
    /// The standard library that comes with the program.
    Bundled,
    /// What was downloaded before into `build/packages`.
    Downloaded,
}

/// Where to look for packages.
pub struct ResolveOptions<'a> {
    /// Folders whose subfolders are packages; they come first.
    pub packages: &'a [Utf8PathBuf],
    /// The folder of the bundled packages.
    pub bundled: &'a Utf8Path,
    /// Whether the root's `dev_dependencies` take part.
    pub dev: bool,
}

/// The packages of a project.
#[derive(Debug, Clone, PartialEq)]
pub struct Resolution {
    /// Each after those that it depends on; the project itself is the last.
    pub packages: Vec<Package>,
    /// Versions that do not fit.
    pub warnings: Vec<Report>,
}

/// Finds all packages that the one at `root` needs.
pub fn resolve(
    host: &dyn Host,
    root: &Utf8Path,
    options: &ResolveOptions<'_>,
) -> Result<Resolution, Error> {
    let config = read_config(host, root)?;
    let mut resolver = Resolver {
        host,
        options,
        vendored: vendored(host, options.packages)?,
        downloaded: root.join("build/packages"),
        found: BTreeMap::new(),
        missing: BTreeSet::new(),
        warnings: Vec::new(),
    };
    let name = config.name.clone();
    let package = Package {
        config,
        root: root.into(),
        source: PackageSource::Root,
    };
    resolver.found.insert(name.clone(), package);
    resolver.find_all(&name)?;
    if !resolver.missing.is_empty() {
        return Err(resolver.missing_packages());
    }
    let order = order(&resolver.found, &name, options.dev)?;
    let packages = order
        .into_iter()
        .filter_map(|name| resolver.found.remove(&name))
        .collect();
    Ok(Resolution {
        packages,
        warnings: resolver.warnings,
    })
}

/// Reads `gleam.toml` in `root`.
fn read_config(host: &dyn Host, root: &Utf8Path) -> Result<Config, Error> {
    let path = root.join("gleam.toml");
    let bytes = host.read(&path)?;
    let text = String::from_utf8(bytes).map_err(|_| Error::NotUtf8 { path: path.clone() })?;
    Config::parse(&path, &text)
}

/// The packages in the vendor folders, by the name that their `gleam.toml` gives.
fn vendored(
    host: &dyn Host,
    folders: &[Utf8PathBuf],
) -> Result<BTreeMap<String, (Config, Utf8PathBuf)>, Error> {
    let mut packages = BTreeMap::new();
    for folder in folders {
        for name in host.folders_in(folder)? {
            let root = folder.join(name);
            if host.is_file(&root.join("gleam.toml")) {
                let config = read_config(host, &root)?;
                packages
                    .entry(config.name.clone())
                    .or_insert((config, root));
            }
        }
    }
    Ok(packages)
}

struct Resolver<'a> {
    host: &'a dyn Host,
    options: &'a ResolveOptions<'a>,
    vendored: BTreeMap<String, (Config, Utf8PathBuf)>,
    downloaded: Utf8PathBuf,
    found: BTreeMap<String, Package>,
    missing: BTreeSet<(String, String)>,
    warnings: Vec<Report>,
}

impl Resolver<'_> {
    /// Finds what `root` needs, breadth first, so that the project's own wishes come first.
    fn find_all(&mut self, root: &str) -> Result<(), Error> {
        let mut waiting = std::collections::VecDeque::from([root.to_string()]);
        while let Some(name) = waiting.pop_front() {
            let Some(package) = self.found.get(&name) else {
                continue;
            };
            let folder = package.root.clone();
            let needs = needs(package, self.options.dev);
            for (needed, requirement) in needs {
                if !self.found.contains_key(&needed) {
                    let Some(package) = self.find(&needed, &requirement, &folder)? else {
                        self.missing.insert((needed, name.clone()));
                        continue;
                    };
                    self.found.insert(needed.clone(), package);
                    waiting.push_back(needed.clone());
                }
                self.check_path(&needed, &requirement, &folder)?;
                self.check_version(&needed, &requirement, &name);
            }
        }
        Ok(())
    }

    fn find(
        &self,
        name: &str,
        requirement: &Requirement,
        from: &Utf8Path,
    ) -> Result<Option<Package>, Error> {
        if let Some((config, root)) = self.vendored.get(name) {
            let source = PackageSource::Vendored;
            return Ok(Some(Package {
                config: config.clone(),
                root: root.clone(),
                source,
            }));
        }
        if let Requirement::Path { path } = requirement {
            let root = normalise(&from.join(path));
            if !self.host.is_file(&root.join("gleam.toml")) {
                return Err(Error::NoConfig {
                    path: root,
                    package: name.to_string(),
                });
            }
            let config = read_config(self.host, &root)?;
            if config.name != name {
                return Err(Error::WrongPackage {
                    path: root,
                    expected: name.to_string(),
                    found: config.name,
                });
            }
            return Ok(Some(Package {
                config,
                root,
                source: PackageSource::Path,
            }));
        }
        let places = [
            (self.options.bundled.join(name), PackageSource::Bundled),
            (self.downloaded.join(name), PackageSource::Downloaded),
        ];
        for (root, source) in places {
            if self.host.is_file(&root.join("gleam.toml")) {
                return Ok(Some(Package {
                    config: read_config(self.host, &root)?,
                    root,
                    source,
                }));
            }
        }
        Ok(None)
    }

    /// All that name a folder for a package name the same one.
    fn check_path(
        &self,
        name: &str,
        requirement: &Requirement,
        from: &Utf8Path,
    ) -> Result<(), Error> {
        let (Requirement::Path { path }, Some(package)) = (requirement, self.found.get(name))
        else {
            return Ok(());
        };
        let second = normalise(&from.join(path));
        if package.source != PackageSource::Path || package.root == second {
            return Ok(());
        }
        Err(Error::ConflictingPaths {
            package: name.to_string(),
            first: package.root.clone(),
            second,
        })
    }

    fn check_version(&mut self, name: &str, requirement: &Requirement, needed_by: &str) {
        let (Some(wanted), Some(package)) = (requirement.range(), self.found.get(name)) else {
            return;
        };
        let have = &package.config.version;
        let fits = match (Range::parse(wanted), Version::parse(have)) {
            (Some(range), Some(version)) => range.contains(&version),
            _ => false,
        };
        if !fits {
            self.warnings.push(mismatch(name, wanted, have, needed_by));
        }
    }

    fn missing_packages(self) -> Error {
        let mut searched = self.options.packages.to_vec();
        searched.push(self.downloaded);
        Error::MissingPackages {
            missing: self.missing.into_iter().collect(),
            searched,
        }
    }
}

/// What `package` needs; development needs count only for the project itself.
fn needs(package: &Package, dev: bool) -> Vec<(String, Requirement)> {
    let config = &package.config;
    let dev = dev && package.source == PackageSource::Root;
    let dev_dependencies = config.dev_dependencies.iter().filter(|_| dev);
    let all = config.dependencies.iter().chain(dev_dependencies);
    all.map(|(name, requirement)| (name.clone(), requirement.clone()))
        .collect()
}

fn mismatch(name: &str, wanted: &str, have: &str, needed_by: &str) -> Report {
    Report {
        code: Code("T0520"),
        severity: Severity::Warning,
        title: "Version does not fit".to_string(),
        text: format!(
            "`{needed_by}` asks for `{name}` {wanted}, and version {have} is used in its place."
        ),
        labels: Vec::new(),
        hint: None,
        fixes: Vec::new(),
    }
}

/// Removes `.` and `..` without looking at the disk.
fn normalise(path: &Utf8Path) -> Utf8PathBuf {
    let mut parts = Utf8PathBuf::new();
    for part in path.components() {
        match part {
            camino::Utf8Component::CurDir => {}
            camino::Utf8Component::ParentDir if parts.file_name().is_some() => {
                parts.pop();
            }
            _ => parts.push(part),
        }
    }
    parts
}

/// Packages after those that they need (depth-first, with an explicit stack).
fn order(
    packages: &BTreeMap<String, Package>,
    root: &str,
    dev: bool,
) -> Result<Vec<String>, Error> {
    let mut done = Vec::new();
    let mut finished = BTreeSet::new();
    let mut path: Vec<(String, Vec<String>)> =
        vec![(root.to_string(), needed(packages, root, dev))];
    while let Some((name, waiting)) = path.last_mut() {
        let Some(next) = waiting.pop() else {
            finished.insert(name.clone());
            done.push(name.clone());
            path.pop();
            continue;
        };
        if let Some(start) = path.iter().position(|(name, _)| *name == next) {
            let mut cycle: Vec<_> = path[start..].iter().map(|(name, _)| name.clone()).collect();
            cycle.push(next);
            return Err(Error::PackageCycle { packages: cycle });
        }
        if !finished.contains(&next) {
            let needed = needed(packages, &next, dev);
            path.push((next, needed));
        }
    }
    Ok(done)
}

/// Names of the packages that `name` needs, last first.
fn needed(packages: &BTreeMap<String, Package>, name: &str, dev: bool) -> Vec<String> {
    let Some(package) = packages.get(name) else {
        return Vec::new();
    };
    needs(package, dev)
        .into_iter()
        .rev()
        .map(|(name, _)| name)
        .collect()
}

//! Which packages take part, and where each comes from.

use std::collections::{BTreeMap, BTreeSet};

use camino::{Utf8Path, Utf8PathBuf};
use report::{Code, Report, Severity};
use source::Name;

use super::{Bundled, Config, Range, Requirement, Version};
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
    /// What was fetched from Hex into `build/packages`.
    Hex,
    /// What was fetched from a repository into `build/packages`.
    Git,
}

impl PackageSource {
    /// The source as people know it.
    pub fn name(self) -> &'static str {
        match self {
            Self::Root => "project",
            Self::Path => "path",
            Self::Vendored => "packages",
            Self::Bundled => "bundled",
            Self::Hex => "hex",
            Self::Git => "git",
        }
    }

    /// Whether people edit it in its folder while they work on the project.
    pub fn is_edited(self) -> bool {
        matches!(self, Self::Root | Self::Path)
    }

    /// Whether a person chose the very folder, so that its version is used even if it does not fit.
    fn is_given(self) -> bool {
        matches!(self, Self::Root | Self::Path | Self::Vendored)
    }
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
///
/// For each name the first that there is: the folder that a `path` dependency names, one of
/// `--packages`, the bundled package, what was fetched. A bundled package is passed over if the
/// project says so or if its version does not meet all that is asked of it. Whether it does is
/// known only when all packages were found, so that the search begins again each time that
/// something is learnt; since nothing is forgotten, it ends.
pub fn resolve(
    host: &dyn Host,
    root: &Utf8Path,
    options: &ResolveOptions<'_>,
) -> Result<Resolution, Error> {
    let config = read_config(host, root)?;
    let mut warnings = unknown_bundled(host, &config, options.bundled)?;
    let own = config.packages.iter().map(|folder| root.join(folder));
    let folders: Vec<_> = options.packages.iter().cloned().chain(own).collect();
    let mut places = Places {
        host,
        options,
        bundled: config.bundled.clone(),
        vendored: vendored(host, &folders)?,
        folders,
        downloaded: root.join("build/packages"),
        paths: BTreeMap::new(),
        refused: BTreeSet::new(),
        git: BTreeSet::new(),
    };
    let name = config.name.clone();
    let package = Package {
        config,
        root: root.into(),
        source: PackageSource::Root,
    };
    let mut search = loop {
        let mut search = Search::new(package.clone());
        match search.find_all(&mut places, &name)? {
            Outcome::Complete => break search,
            Outcome::Again => {}
        }
    };
    search.check(&places)?;
    let order = order(&search.found, &name, options.dev)?;
    let packages = order
        .into_iter()
        .filter_map(|name| search.found.remove(&name))
        .collect();
    warnings.extend(search.warnings);
    Ok(Resolution { packages, warnings })
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

/// Where packages may be, and what is known about the choice between places.
struct Places<'a> {
    host: &'a dyn Host,
    options: &'a ResolveOptions<'a>,
    bundled: Bundled,
    /// The folders of packages that come first, and what is in them.
    folders: Vec<Utf8PathBuf>,
    vendored: BTreeMap<String, (Config, Utf8PathBuf)>,
    downloaded: Utf8PathBuf,
    /// The folders that `path` dependencies name.
    paths: BTreeMap<String, Utf8PathBuf>,
    /// Names whose bundled package does not meet all requirements.
    refused: BTreeSet<String>,
    /// Names that are asked for from a repository.
    git: BTreeSet<String>,
}

impl Places<'_> {
    fn find(&self, name: &str) -> Result<Option<Package>, Error> {
        if let Some(root) = self.paths.get(name) {
            return self.find_path(name, root).map(Some);
        }
        if let Some((config, root)) = self.vendored.get(name) {
            return Ok(Some(Package {
                config: config.clone(),
                root: root.clone(),
                source: PackageSource::Vendored,
            }));
        }
        let git = self.git.contains(name);
        if self.bundled.allows(name) && !git && !self.refused.contains(name) {
            let bundled = self.options.bundled.join(name);
            if let Some(package) = self.package(&bundled, PackageSource::Bundled)? {
                return Ok(Some(package));
            }
        }
        let source = if git {
            PackageSource::Git
        } else {
            PackageSource::Hex
        };
        self.package(&self.downloaded.join(name), source)
    }

    fn package(&self, root: &Utf8Path, source: PackageSource) -> Result<Option<Package>, Error> {
        if !self.host.is_file(&root.join("gleam.toml")) {
            return Ok(None);
        }
        Ok(Some(Package {
            config: read_config(self.host, root)?,
            root: root.into(),
            source,
        }))
    }

    fn find_path(&self, name: &str, root: &Utf8Path) -> Result<Package, Error> {
        let package = self.package(root, PackageSource::Path)?;
        let package = package.ok_or_else(|| Error::NoConfig {
            path: root.into(),
            package: name.to_string(),
        })?;
        if package.config.name != name {
            return Err(Error::WrongPackage {
                path: root.into(),
                expected: name.to_string(),
                found: package.config.name,
            });
        }
        Ok(package)
    }

    /// The version of the bundled package of this name, if there is one.
    fn bundled_version(&self, name: &str) -> Option<String> {
        let bundled = self.options.bundled.join(name);
        let package = self.package(&bundled, PackageSource::Bundled).ok()??;
        Some(package.config.version)
    }

    /// Takes in what a requirement says about the place; tells whether that was news. All that
    /// name a folder for a package name the same one.
    fn learn(
        &mut self,
        name: &str,
        requirement: &Requirement,
        from: &Utf8Path,
    ) -> Result<bool, Error> {
        match requirement {
            Requirement::Path { path } => {
                let root = normalise(&from.join(path));
                match self.paths.get(name) {
                    None => {
                        self.paths.insert(name.to_string(), root);
                        Ok(true)
                    }
                    Some(first) if *first == root => Ok(false),
                    Some(first) => Err(Error::ConflictingPaths {
                        package: name.to_string(),
                        first: first.clone(),
                        second: root,
                    }),
                }
            }
            Requirement::Git { .. } => Ok(self.git.insert(name.to_string())),
            Requirement::Range(_) | Requirement::Version { .. } => Ok(false),
        }
    }
}

/// Whether a search found out all it needed to know.
enum Outcome {
    Complete,
    /// Something was learnt that earlier choices did not know.
    Again,
}

/// One walk through all requirements.
struct Search {
    found: BTreeMap<String, Package>,
    /// The range asked for, by the package that asks, for each name.
    asked: BTreeMap<String, Vec<(String, String)>>,
    missing: BTreeSet<(String, String)>,
    warnings: Vec<Report>,
}

impl Search {
    fn new(root: Package) -> Self {
        Self {
            found: BTreeMap::from([(root.config.name.clone(), root)]),
            asked: BTreeMap::new(),
            missing: BTreeSet::new(),
            warnings: Vec::new(),
        }
    }

    /// Finds what `root` needs, breadth first, so that the project's own wishes come first.
    fn find_all(&mut self, places: &mut Places<'_>, root: &str) -> Result<Outcome, Error> {
        let mut waiting = std::collections::VecDeque::from([root.to_string()]);
        while let Some(name) = waiting.pop_front() {
            let Some(package) = self.found.get(&name) else {
                continue;
            };
            let folder = package.root.clone();
            for (needed, requirement) in needs(package, places.options.dev) {
                // The project is what it is, wherever others look for it.
                let news = needed != root && places.learn(&needed, &requirement, &folder)?;
                if news && self.found.contains_key(&needed) {
                    return Ok(Outcome::Again);
                }
                if !self.found.contains_key(&needed)
                    && let Some(package) = places.find(&needed)?
                {
                    self.found.insert(needed.clone(), package);
                    waiting.push_back(needed.clone());
                }
                if !self.fits(&needed, &requirement, &name) && places.refused.insert(needed) {
                    return Ok(Outcome::Again);
                }
            }
        }
        Ok(Outcome::Complete)
    }

    /// Notes what `by` asks of a package; tells whether the bundled one, if that was found, meets it.
    fn fits(&mut self, name: &str, requirement: &Requirement, by: &str) -> bool {
        let range = requirement.range();
        let Some(package) = self.found.get(name) else {
            self.missing.insert((name.to_string(), by.to_string()));
            self.ask(name, range, by);
            return true;
        };
        let (source, have) = (package.source, &package.config.version);
        let fits = range.is_none_or(|range| meets(range, have));
        if !fits && source.is_given() {
            let warning = mismatch(name, range.unwrap_or_default(), have, by);
            self.warnings.push(warning);
        }
        self.ask(name, range, by);
        fits || source != PackageSource::Bundled
    }

    fn ask(&mut self, name: &str, range: Option<&str>, by: &str) {
        if let Some(range) = range {
            let asked = self.asked.entry(name.to_string()).or_default();
            asked.push((by.to_string(), range.to_string()));
        }
    }

    /// Everything is there, and what was fetched fits.
    fn check(&self, places: &Places<'_>) -> Result<(), Error> {
        let refused = |name: &String| places.refused.contains(name);
        let (unmet, missing): (Vec<_>, Vec<_>) = self
            .missing
            .iter()
            .cloned()
            .partition(|(name, _)| refused(name));
        if !missing.is_empty() {
            let mut searched = places.folders.clone();
            searched.push(places.downloaded.clone());
            let names: BTreeSet<_> = missing.iter().map(|(name, _)| name.clone()).collect();
            let excluded = names
                .into_iter()
                .filter(|name| places.bundled_version(name).is_some())
                .collect();
            return Err(Error::MissingPackages {
                missing,
                searched,
                excluded,
            });
        }
        let absent = unmet.into_iter().map(|(name, _)| name);
        let misfits = self.found.iter().filter(|(_, package)| {
            let asked = self.asked.get(&package.config.name).into_iter().flatten();
            let mut ranges = asked.map(|(_, range)| range);
            !package.source.is_given() && !ranges.all(|range| meets(range, &package.config.version))
        });
        let names: BTreeSet<_> = absent
            .chain(misfits.map(|(name, _)| name.clone()))
            .collect();
        if names.is_empty() {
            return Ok(());
        }
        let unmet = names.into_iter().map(|name| Unmet {
            asked: self.asked.get(&name).cloned().unwrap_or_default(),
            bundled: places.bundled_version(&name),
            fetched: self
                .found
                .get(&name)
                .map(|package| package.config.version.clone()),
            package: name,
        });
        Err(Error::UnmetRequirements {
            packages: unmet.collect(),
        })
    }
}

/// A package of which there is no version that all can use.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Unmet {
    /// Its name.
    pub package: String,
    /// Who asks for it, and for which versions.
    pub asked: Vec<(String, String)>,
    /// The version that comes with the program.
    pub bundled: Option<String>,
    /// The version that was fetched.
    pub fetched: Option<String>,
}

/// Whether a version is in a range; what is not a range or not a version is not.
pub fn meets(range: &str, version: &str) -> bool {
    match (Range::parse(range), Version::parse(version)) {
        (Some(range), Some(version)) => range.contains(&version),
        _ => false,
    }
}

/// Names in `[tools.tindra] bundled` that are not those of bundled packages mean nothing.
fn unknown_bundled(
    host: &dyn Host,
    config: &Config,
    bundled: &Utf8Path,
) -> Result<Vec<Report>, Error> {
    let Bundled::Except(names) = &config.bundled else {
        return Ok(Vec::new());
    };
    let known = host.folders_in(bundled)?;
    let unknown = names.iter().filter(|name| !known.contains(name));
    Ok(unknown
        .map(|name| {
            let known = known.iter().map(|name| Name::new(name));
            let nearest = report::nearest(name, known);
            let text = format!(
                "`bundled` in `[tools.tindra]` names `{name}`, and no bundled package is called so."
            );
            Report {
                hint: nearest.map(|name| format!("Did you mean `{name}`?")),
                ..warning("T0526", "Unknown bundled package", text)
            }
        })
        .collect())
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
    let text = format!(
        "`{needed_by}` asks for `{name}` {wanted}, and version {have} is used in its place."
    );
    warning("T0520", "Version does not fit", text)
}

fn warning(code: &'static str, title: &str, text: String) -> Report {
    Report {
        code: Code(code),
        severity: Severity::Warning,
        title: title.to_string(),
        text,
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

//! The packages of one project: locked, fetched, and put where builds find them.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;

use camino::{Utf8Path, Utf8PathBuf};
use compiler_core::package::{Config, Package, PackageSource, Requirement, Resolution, Version};

use crate::git::Repository;
use crate::installed::Installed;
use crate::local::{self, GitPlace, Near};
use crate::manifest::{Locked, LockedSource, Manifest, same_requirements};
use crate::problem::Problem;
use crate::registry::{Client, Registry, Release, Wanted, hexadecimal};
use crate::solve::{Provided, Question, solve};
use crate::store::{self, Store};
use crate::tarball;

/// A project, and what it may use.
pub struct Project<'a> {
    /// Its folder.
    pub root: &'a Utf8Path,
    /// What the machine keeps.
    pub store: &'a Store,
    /// The registry.
    pub client: &'a Client<'a>,
    /// Whether the network may not be used.
    pub offline: bool,
    /// Whether `manifest.toml` may not change.
    pub locked: bool,
    /// Packages that the program brings, and may use.
    pub bundled: BTreeMap<String, Config>,
    /// Packages of given folders, which stand in for all others of their names.
    pub given: BTreeMap<String, Config>,
    /// Says what is being done: a verb, and with what.
    pub say: &'a dyn Fn(&str, &str),
}

/// Which locked versions may change.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Unlock {
    /// Only those that must.
    Nothing,
    /// All.
    All,
    /// These packages, and what only they need.
    Packages(Vec<String>),
}

impl Project<'_> {
    /// What `gleam.toml` says.
    pub fn config(&self) -> Result<Config, Problem> {
        local::read_config(self.root)
    }

    /// What `manifest.toml` says, if there is one.
    pub fn manifest(&self) -> Result<Option<Manifest>, Problem> {
        let path = self.root.join("manifest.toml");
        match fs::read_to_string(&path) {
            Ok(text) => Manifest::parse(&path, &text).map(Some),
            Err(error) if error.kind() == std::io::ErrorKind::NotFound => Ok(None),
            Err(error) => Err(store::failed("read", &path)(error)),
        }
    }

    /// Whether a manifest was made for what `gleam.toml` and the folders of packages say now.
    pub fn is_current(&self, manifest: &Manifest, config: &Config) -> bool {
        if !same_requirements(&manifest.requirements, &requirements(config)) {
            return false;
        }
        let near = manifest.packages.iter().filter_map(|(name, locked)| {
            let LockedSource::Local { path } = &locked.source else {
                return None;
            };
            Some((name, locked, self.root.join(path)))
        });
        near.into_iter().all(|(name, locked, folder)| {
            local::read_config(&folder).is_ok_and(|config| {
                config.name == *name
                    && config.version == locked.version
                    && config.dependencies.keys().eq(sorted(&locked.requirements))
            })
        })
    }

    /// Whether what a build would use is what is locked: nothing has to be fetched.
    pub fn is_settled(&self, resolution: &Resolution) -> Result<bool, Problem> {
        let fetched =
            |package: &&Package| matches!(package.source, PackageSource::Hex | PackageSource::Git);
        let mut fetched = resolution.packages.iter().filter(fetched).peekable();
        if fetched.peek().is_none() {
            return Ok(true);
        }
        let Some(manifest) = self.manifest()? else {
            return Ok(!self.locked);
        };
        let installed = Installed::read(self.root);
        let is_there = |package: &Package| {
            let name = &package.config.name;
            let locked = manifest.packages.get(name);
            locked.is_some_and(|locked| installed.has(name, locked))
        };
        Ok(self.is_current(&manifest, &self.config()?) && fetched.all(is_there))
    }

    /// Chooses versions, and writes `manifest.toml` if they are others than before.
    pub fn lock(&self, unlock: &Unlock) -> Result<Manifest, Problem> {
        let config = self.config()?;
        let old = self.manifest()?;
        let new = self.choose(
            &config,
            old.as_ref().unwrap_or(&Manifest::default()),
            unlock,
        )?;
        if old.as_ref() != Some(&new) {
            if self.locked {
                return Err(Problem::Locked {
                    reason: difference(old.as_ref(), &new),
                });
            }
            self.write_manifest(&new)?;
            self.tell_changes(old.as_ref(), &new);
        }
        Ok(new)
    }

    /// The manifest for another `gleam.toml`, without writing it.
    pub fn preview(&self, config: &Config, unlock: &Unlock) -> Result<Manifest, Problem> {
        let old = self.manifest()?.unwrap_or_default();
        self.choose(config, &old, unlock)
    }

    /// Writes `manifest.toml`.
    pub fn write_manifest(&self, manifest: &Manifest) -> Result<(), Problem> {
        store::write(&self.root.join("manifest.toml"), manifest.text().as_bytes())
    }

    /// The manifest if it fits, or else a new one.
    pub fn current(&self) -> Result<Manifest, Problem> {
        let config = self.config()?;
        match self.manifest()? {
            Some(manifest) if self.is_current(&manifest, &config) => Ok(manifest),
            _ => self.lock(&Unlock::Nothing),
        }
    }

    /// Puts the fetched packages of a manifest into `build/packages`, but for those that others
    /// stand in for, unless they are named in `also`.
    pub fn download(&self, manifest: &Manifest, also: &BTreeSet<String>) -> Result<usize, Problem> {
        let mut installed = Installed::read(self.root);
        let absent = manifest.packages.iter().filter(|(name, locked)| {
            (also.contains(*name) || !self.stands_in(name)) && !installed.has(name, locked)
        });
        let absent: Vec<(String, Locked)> = absent
            .map(|(name, locked)| (name.clone(), locked.clone()))
            .collect();
        let archives: Vec<Wanted> = absent
            .iter()
            .filter_map(|(name, locked)| wanted(name, locked))
            .collect();
        if absent
            .iter()
            .all(|(_, it)| matches!(it.source, LockedSource::Local { .. }))
        {
            return Ok(0);
        }
        (self.say)("Downloading", "packages");
        self.client.archives(&archives)?;
        for (name, locked) in &absent {
            self.unpack(name, locked)?;
            installed.add(name, locked);
        }
        installed.forget(|name| manifest.packages.contains_key(name));
        installed.write(self.root)?;
        Ok(absent.len())
    }

    /// Whether the package is taken from elsewhere without being fetched, as far as is known yet.
    fn stands_in(&self, name: &str) -> bool {
        self.given.contains_key(name) || self.bundled.contains_key(name)
    }

    fn folder(&self, name: &str) -> Utf8PathBuf {
        self.root.join("build/packages").join(name)
    }

    fn unpack(&self, name: &str, locked: &Locked) -> Result<(), Problem> {
        let folder = self.folder(name);
        match &locked.source {
            LockedSource::Local { .. } => Ok(()),
            LockedSource::Git { repo, commit, path } => Repository::new(
                self.store,
                repo,
                self.offline,
            )
            .unpack(commit, path.as_deref(), &folder),
            LockedSource::Hex { outer_checksum } => {
                let archive = self.archive(name, locked, outer_checksum)?;
                self.store.unpack(outer_checksum, &archive.files, &folder)?;
                if archive.files.contains_key(Utf8Path::new("gleam.toml")) {
                    return Ok(());
                }
                let config = crate::foreign::config(&archive);
                store::write(&folder.join("gleam.toml"), config.as_bytes())
            }
        }
    }

    fn archive(
        &self,
        name: &str,
        locked: &Locked,
        checksum: &str,
    ) -> Result<tarball::Archive, Problem> {
        let path = self.client.archive(&Wanted {
            package: name.to_string(),
            version: locked.version.clone(),
            checksum: checksum.to_string(),
        })?;
        let bytes = fs::read(&path).map_err(store::failed("read", &path))?;
        tarball::read(name, &bytes)
    }

    /// Chooses versions for what the project asks for.
    fn choose(
        &self,
        config: &Config,
        old: &Manifest,
        unlock: &Unlock,
    ) -> Result<Manifest, Problem> {
        (self.say)("Resolving", "versions");
        let kept = kept(old, unlock);
        let near = local::walk(self.root, config, &|name, place| {
            let before = old.requirements.get(name);
            // Whoever asks for another branch does not want what was locked for the old one.
            let same = before.is_none_or(|it| match it {
                Requirement::Git { r#ref, .. } => r#ref == place.reference,
                _ => false,
            });
            self.fetch_git(name, place, kept.get(name).filter(|_| same))
        })?;
        let question = self.question(config, &near, &kept);
        let names: BTreeSet<&String> = question.requirements.keys().collect();
        let elsewhere = |name: &&String| !question.provided.contains_key(*name);
        self.client.prefetch(names.into_iter().filter(elsewhere));
        let chosen = solve(&question, self.client)?;
        let mut packages = BTreeMap::new();
        let mut releases = Vec::new();
        for (name, version) in chosen {
            if let Some(near) = near.get(&name) {
                packages.insert(name, near.locked());
            } else if !self.given.contains_key(&name)
                && let Some(release) = self.release(&name, &version)?
            {
                releases.push((name, release));
            }
        }
        let in_use: BTreeSet<String> = releases.iter().map(|(name, _)| name.clone()).collect();
        let in_use = in_use.into_iter().chain(packages.keys().cloned()).collect();
        self.fetch_facts(&releases, old)?;
        for (name, release) in releases {
            let locked = self.locked_release(&name, &release, old, &in_use)?;
            packages.insert(name, locked);
        }
        Ok(Manifest {
            packages,
            requirements: requirements(config),
        })
    }

    fn question(
        &self,
        config: &Config,
        near: &BTreeMap<String, Near>,
        kept: &BTreeMap<String, Locked>,
    ) -> Question {
        let mut provided: BTreeMap<String, Provided> = BTreeMap::new();
        let given = self.given.iter();
        let near = near.iter().map(|(name, near)| (name, &near.config));
        for (name, config) in given.chain(near) {
            if let Some(package) = local::provided(config) {
                provided.insert(name.clone(), package);
            }
        }
        let fallback = self.bundled.iter();
        let asked = requirements(config);
        Question {
            root: config.name.clone(),
            requirements: asked
                .iter()
                .map(|(name, it)| (name.clone(), it.range().map(str::to_string)))
                .collect(),
            provided,
            fallback: fallback
                .filter_map(|(name, config)| Some((name.clone(), local::provided(config)?)))
                .collect(),
            locked: kept
                .iter()
                .filter_map(|(name, it)| Some((name.clone(), Version::parse(&it.version)?)))
                .collect(),
        }
    }

    fn fetch_git(
        &self,
        name: &str,
        place: &GitPlace<'_>,
        kept: Option<&Locked>,
    ) -> Result<(String, Utf8PathBuf), Problem> {
        let repository = Repository::new(self.store, place.address, self.offline);
        let same = |locked: &&Locked| {
            matches!(&locked.source, LockedSource::Git { repo, path, .. }
                if repo == place.address && path.as_deref() == place.path)
        };
        let before = kept.filter(same);
        let commit = match before.map(|locked| &locked.source) {
            Some(LockedSource::Git { commit, .. }) => commit.clone(),
            _ => repository.commit(place.reference)?,
        };
        let folder = self.folder(name);
        let mut installed = Installed::read(self.root);
        if !installed.has_commit(name, &commit) {
            repository.unpack(&commit, place.path, &folder)?;
            installed.add_commit(name, &commit);
            installed.write(self.root)?;
        }
        Ok((commit, folder))
    }

    fn release(&self, name: &str, version: &Version) -> Result<Option<Release>, Problem> {
        let releases = self.client.releases(name)?.unwrap_or_default();
        let found = releases.iter().find(|release| release.version == *version);
        Ok(found.cloned())
    }

    /// Fetches the archives whose facts the manifest needs, many at a time.
    fn fetch_facts(&self, releases: &[(String, Release)], old: &Manifest) -> Result<(), Problem> {
        let unknown = releases.iter().filter(|(name, release)| {
            !self.bundled.contains_key(name) && known(old, name, release).is_none()
        });
        let wanted: Vec<_> = unknown
            .map(|(name, release)| Wanted {
                package: name.clone(),
                version: release.version.to_string(),
                checksum: hexadecimal(&release.outer_checksum),
            })
            .collect();
        self.client.archives(&wanted).map(drop)
    }

    /// Removes the fetched packages that a manifest does not have.
    pub fn remove_others(&self, manifest: &Manifest) -> Result<(), Problem> {
        let mut installed = Installed::read(self.root);
        for name in installed.forget(|name| manifest.packages.contains_key(name)) {
            let folder = self.folder(&name);
            match fs::remove_dir_all(&folder) {
                Err(error) if error.kind() != std::io::ErrorKind::NotFound => {
                    return Err(store::failed("remove", &folder)(error));
                }
                _ => {}
            }
        }
        installed.write(self.root)
    }

    /// How the manifest tells of a release. `in_use` are the names of all packages in it.
    fn locked_release(
        &self,
        name: &str,
        release: &Release,
        old: &Manifest,
        in_use: &BTreeSet<String>,
    ) -> Result<Locked, Problem> {
        if let Some(retired) = &release.retired {
            let text = format!(
                "{name} {} was retired ({}) {}",
                release.version, retired.reason, retired.message
            );
            (self.say)("Warning", text.trim());
        }
        let needed = release.dependencies.iter();
        let needed = needed.filter(|it| !it.optional || in_use.contains(&it.package));
        let needed: BTreeSet<String> = needed.map(|it| it.package.clone()).collect();
        let mut locked = Locked {
            version: release.version.to_string(),
            build_tools: vec!["gleam".to_string()],
            requirements: needed.into_iter().collect(),
            otp_app: Some(name.to_string()),
            source: LockedSource::Hex {
                outer_checksum: hexadecimal(&release.outer_checksum),
            },
        };
        if let Some(known) = known(old, name, release) {
            locked.build_tools.clone_from(&known.build_tools);
            locked.otp_app.clone_from(&known.otp_app);
        } else if !self.bundled.contains_key(name) {
            let checksum = hexadecimal(&release.outer_checksum);
            let archive = self.archive(name, &locked, &checksum)?;
            locked.build_tools = archive.build_tools;
            locked.otp_app = archive.app.or(locked.otp_app);
        }
        Ok(locked)
    }

    /// Says which versions are others than before.
    fn tell_changes(&self, old: Option<&Manifest>, new: &Manifest) {
        let old = old.map(|it| &it.packages);
        for (name, locked) in &new.packages {
            let version = &locked.version;
            match old.and_then(|old| old.get(name)) {
                None => (self.say)("Added", &format!("{name} v{version}")),
                Some(before) if before.version != *version => {
                    let text = format!("{name} v{} -> v{version}", before.version);
                    (self.say)("Changed", &text);
                }
                Some(_) => {}
            }
        }
        for (name, before) in old.into_iter().flatten() {
            if !new.packages.contains_key(name) {
                (self.say)("Removed", &format!("{name} v{}", before.version));
            }
        }
    }
}

/// What a project asks for, development included.
pub fn requirements(config: &Config) -> BTreeMap<String, Requirement> {
    let all = config.dependencies.iter().chain(&config.dev_dependencies);
    all.map(|(name, requirement)| (name.clone(), requirement.clone()))
        .collect()
}

/// A manifest without what no requirement leads to any more.
pub fn pruned(manifest: &Manifest, config: &Config) -> Manifest {
    let requirements = requirements(config);
    let reached = reachable(manifest, requirements.keys().cloned().collect());
    let packages = manifest.packages.iter();
    Manifest {
        packages: packages
            .filter(|(name, _)| reached.contains(*name))
            .map(|(name, locked)| (name.clone(), locked.clone()))
            .collect(),
        requirements,
    }
}

/// The packages that some lead to, those included.
fn reachable(manifest: &Manifest, mut waiting: Vec<String>) -> BTreeSet<String> {
    let mut reached = BTreeSet::new();
    while let Some(name) = waiting.pop() {
        if let Some(locked) = manifest.packages.get(&name) {
            let needed = locked.requirements.iter();
            waiting.extend(needed.filter(|it| !reached.contains(*it)).cloned());
        }
        reached.insert(name);
    }
    reached
}

/// The locked packages that stay as they are.
fn kept(old: &Manifest, unlock: &Unlock) -> BTreeMap<String, Locked> {
    let names: BTreeSet<String> = match unlock {
        Unlock::Nothing => return old.packages.clone(),
        Unlock::All => return BTreeMap::new(),
        Unlock::Packages(names) => {
            let mut others = old.clone();
            for name in names {
                others.packages.remove(name);
            }
            let roots = old.requirements.keys();
            let roots = roots.filter(|name| !names.contains(name)).cloned();
            let mut kept = reachable(&others, roots.collect());
            kept.retain(|name| !names.contains(name));
            kept
        }
    };
    let packages = old.packages.iter();
    packages
        .filter(|(name, _)| names.contains(*name))
        .map(|(name, locked)| (name.clone(), locked.clone()))
        .collect()
}

/// What the last manifest said of the very same release.
fn known<'m>(old: &'m Manifest, name: &str, release: &Release) -> Option<&'m Locked> {
    let checksum = hexadecimal(&release.outer_checksum);
    old.packages.get(name).filter(|locked| {
        matches!(&locked.source, LockedSource::Hex { outer_checksum } if *outer_checksum == checksum)
    })
}

fn wanted(name: &str, locked: &Locked) -> Option<Wanted> {
    let LockedSource::Hex { outer_checksum } = &locked.source else {
        return None;
    };
    Some(Wanted {
        package: name.to_string(),
        version: locked.version.clone(),
        checksum: outer_checksum.clone(),
    })
}

fn sorted(names: &[String]) -> Vec<&String> {
    let names: BTreeSet<_> = names.iter().collect();
    names.into_iter().collect()
}

/// The first thing in which two manifests differ, in words.
fn difference(old: Option<&Manifest>, new: &Manifest) -> String {
    let Some(old) = old else {
        return "there is none".to_string();
    };
    for (name, locked) in &new.packages {
        match old.packages.get(name) {
            None => return format!("`{name}` is not in it"),
            Some(before) if before != locked => {
                return format!(
                    "`{name}` is {} in it, and should be {}",
                    before.version, locked.version
                );
            }
            Some(_) => {}
        }
    }
    let gone = old
        .packages
        .keys()
        .find(|name| !new.packages.contains_key(*name));
    gone.map_or_else(
        || "its requirements are not those of `gleam.toml`".to_string(),
        |name| format!("`{name}` is in it, and not needed"),
    )
}

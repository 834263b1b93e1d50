//! What the builds of a machine share: interfaces and output of bundled packages.
//!
//! An entry is a file that holds all of one package, behind a hash by which a damaged one is
//! recognised, and it is replaced as a whole. Its name is a hash of all that it was made from: the
//! compiler, the package and those that it needs, target and settings. Nothing relies on that
//! name, however: records and output from an entry are used on the same conditions as those of
//! the project's last build. Projects get copies, so that the cache may be removed at any time.
//!
//! Only bundled packages that need nothing but bundled packages are shared. Failing to write an
//! entry is no problem of the user's.

use std::collections::{BTreeMap, BTreeSet};

use camino::{Utf8Component, Utf8Path, Utf8PathBuf};
use source::Name;
use syntax::ast::Target;

use super::layout::Layout;
use super::outputs::Outputs;
use crate::host::Host;
use crate::key::{self, Hash};
use crate::memo::Memo;
use crate::package::PackageSource;
use crate::schedule::Analysis;
use crate::workspace::Workspace;

/// A folder that all projects of a machine share.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MachineCache {
    /// The folder.
    pub folder: Utf8PathBuf,
    /// Whether output for the BEAM may be shared. Not so if one program `erl` may stand for many
    /// releases of Erlang.
    pub shares_beam: bool,
}

/// The packages of a workspace whose results are shared.
pub(super) struct Shared<'a> {
    host: &'a dyn Host,
    workspace: &'a Workspace,
    layout: &'a Layout,
    packages: Vec<SharedPackage<'a>>,
}

struct SharedPackage<'a> {
    name: &'a str,
    /// Stands for all that its interfaces depend on.
    key: Hash,
    /// Its modules, with the hashes of their texts.
    modules: Vec<(Name, Hash)>,
}

impl SharedPackage<'_> {
    /// The entry of its interfaces.
    fn interfaces(&self) -> Utf8PathBuf {
        format!("interfaces/{}-{:016x}", self.name, self.key).into()
    }
}

/// The files of an entry: path in the build folder, key, content.
type Files<'a> = Vec<(&'a str, Hash, &'a [u8])>;

impl<'a> Shared<'a> {
    /// Finds the packages; none if there is no cache.
    pub(super) fn new(host: &'a dyn Host, workspace: &'a Workspace, layout: &'a Layout) -> Self {
        let packages = match &layout.cache {
            Some(_) => packages(workspace, layout.target),
            None => Vec::new(),
        };
        Self {
            host,
            workspace,
            layout,
            packages,
        }
    }

    /// Adds records of packages of which the project does not remember everything; tells whether
    /// there were any.
    pub(super) fn lend_records(&self, memo: &mut Memo) -> bool {
        let mut lent = false;
        for package in &self.packages {
            let known = |(name, text): &(Name, Hash)| {
                let record = memo.records.get(name);
                record.is_some_and(|record| record.text == *text)
            };
            if package.modules.iter().all(known) {
                continue;
            }
            let Some(bytes) = self.read(&package.interfaces()) else {
                continue;
            };
            let mut entry = Memo::from_bytes(&bytes);
            let names: BTreeSet<Name> = package.modules.iter().map(|(name, _)| *name).collect();
            entry.records.retain(|name, _| names.contains(name));
            lent |= !entry.records.is_empty();
            memo.extend(entry);
        }
        lent
    }

    /// Keeps records of packages that were checked now.
    pub(super) fn keep_records(&self, analysis: &Analysis) {
        for package in &self.packages {
            let modules = || package.modules.iter().map(|(name, _)| name);
            let checked = || modules().filter_map(|name| analysis.modules.get(name));
            let complete = checked().count() == package.modules.len();
            let good = checked().all(|module| !module.has_errors());
            if complete && good && checked().any(|module| module.fresh) {
                let mut memo = analysis.memo();
                memo.records
                    .retain(|name, _| modules().any(|it| it == name));
                self.write(&package.interfaces(), &memo.to_bytes());
            }
        }
    }

    /// Offers output of packages of which the project does not have everything.
    pub(super) fn offer_output(&self, memo: &Memo, outputs: &mut Outputs<'_>) {
        for package in self.with_output() {
            let present = |(name, _): &(Name, Hash)| {
                let path = self.layout.module_output(package.name, *name);
                let record = memo.records.get(name);
                record.is_some_and(|record| outputs.is_current(&path, record.output_key()))
            };
            if package.modules.iter().all(present) {
                continue;
            }
            let bytes = self.read(&self.output(package, outputs.fingerprint()));
            let Some(files) = bytes.as_deref().and_then(read_files) else {
                continue;
            };
            if files.iter().all(|(path, ..)| is_below(path, package.name)) {
                for (path, key, bytes) in files {
                    outputs.offer(package.name, path.into(), key, bytes.to_vec());
                }
            }
        }
    }

    /// Keeps output of packages that something was made of now.
    pub(super) fn keep_output(&self, outputs: &Outputs<'_>) {
        for package in self.with_output() {
            let Some(files) = outputs.made(&format!("{}/", package.name)) else {
                continue;
            };
            let read = |(path, key): &(&'_ Utf8Path, Hash)| {
                let bytes = self.host.read(&self.layout.folder.join(path)).ok()?;
                Some((*key, bytes))
            };
            let Some(contents) = files.iter().map(read).collect::<Option<Vec<_>>>() else {
                continue;
            };
            let entry: Files<'_> = files
                .iter()
                .zip(&contents)
                .map(|((path, _), (key, bytes))| (path.as_str(), *key, &bytes[..]))
                .collect();
            let body = postcard::to_stdvec(&entry).unwrap_or_default();
            self.write(
                &self.output(package, outputs.fingerprint()),
                &key::sealed(&body),
            );
        }
    }

    fn with_output(&self) -> impl Iterator<Item = &SharedPackage<'a>> {
        let cache = self.layout.cache.as_ref();
        let shares_beam = cache.is_some_and(|cache| cache.shares_beam);
        let shared = shares_beam || self.layout.target == Target::JavaScript;
        self.packages.iter().filter(move |_| shared)
    }

    fn output(&self, package: &SharedPackage<'_>, fingerprint: Hash) -> Utf8PathBuf {
        let settings = match self.layout.target {
            Target::Erlang => fingerprint,
            Target::JavaScript => {
                key::text(super::javascript::settings_of(self.workspace, package.name).as_bytes())
            }
        };
        let key = key::all(&[package.key, settings]);
        format!("output/{}-{key:016x}", package.name).into()
    }

    fn read(&self, entry: &Utf8Path) -> Option<Vec<u8>> {
        let path = self.layout.cache.as_ref()?.folder.join(entry);
        let there = self.host.is_file(&path);
        there.then(|| self.host.read(&path).ok()).flatten()
    }

    fn write(&self, entry: &Utf8Path, bytes: &[u8]) {
        if let Some(cache) = &self.layout.cache {
            // The next build tries again.
            let _ = self.host.write(&cache.folder.join(entry), bytes);
        }
    }
}

/// The bundled packages that need nothing but bundled packages, each after those that it needs.
fn packages(workspace: &Workspace, target: Target) -> Vec<SharedPackage<'_>> {
    let mut texts: Vec<Vec<(Name, Hash)>> = vec![Vec::new(); workspace.packages.len()];
    for (name, module) in &workspace.modules {
        if workspace.packages[module.package].source == PackageSource::Bundled {
            let text = key::text(module.source.text.as_bytes());
            texts[module.package].push((*name, text));
        }
    }
    let mut keys: BTreeMap<&str, Hash> = BTreeMap::new();
    let mut shared = Vec::new();
    for (package, modules) in workspace.packages.iter().zip(texts) {
        let needed = package.config.dependencies.keys();
        let needed: Option<Vec<Hash>> = needed
            .map(|name| keys.get(name.as_str()).copied())
            .collect();
        let Some(needed) = needed.filter(|_| package.source == PackageSource::Bundled) else {
            continue;
        };
        let key = key::package(&package.config, target, &modules, &needed);
        let name = package.config.name.as_str();
        keys.insert(name, key);
        shared.push(SharedPackage { name, key, modules });
    }
    shared
}

/// Reads an entry; nothing if it is damaged.
fn read_files(bytes: &[u8]) -> Option<Files<'_>> {
    postcard::from_bytes(key::unsealed(bytes)?).ok()
}

/// Whether a path leads to a file in the folder of a package, and nowhere else.
fn is_below(path: &str, package: &str) -> bool {
    let path = Utf8Path::new(path);
    path.starts_with(package)
        && path
            .components()
            .all(|part| matches!(part, Utf8Component::Normal(_)))
}

//! Packages that have to be fetched before they can be used.

use std::collections::{BTreeMap, BTreeSet};
use std::{env, fs};

use camino::{Utf8Path, Utf8PathBuf};
use compiler_core::Error;
use compiler_core::package::{Config, PackageSource, Resolution, ResolveOptions, resolve};
use packages::Problem;
use packages::local::packages_in;
use packages::manifest::Manifest;
use packages::network::Http;
use packages::project::{Project, Unlock};
use packages::registry::{Client, Settings};
use packages::store::Store;

use crate::args::Fetching;
use crate::cache::Cache;
use crate::failure::Failure;
use crate::host::Disk;
use crate::ui;

/// Finds the packages of the project at `root`. What is bundled, given or in a folder is taken as it
/// is; only if something else is needed does anybody look at the manifest, and only if that was not
/// fetched yet, at the network.
pub(crate) fn find(
    root: &Utf8Path,
    options: &ResolveOptions<'_>,
    fetching: Fetching,
) -> Result<Resolution, Failure> {
    let found = resolve(&Disk, root, options);
    if !is_fetched_for(&found) {
        return Ok(found?);
    }
    let settled = with_project(root, options, fetching, |project| {
        settle(project, options, &found)
    });
    match (settled, found) {
        (Err(Failure::Packages(Problem::Offline { .. })), Err(missing)) => {
            Err(Failure::Project(missing))
        }
        (Err(Failure::Packages(Problem::Network { url, reason })), Err(missing)) => {
            let reason = format!("`{url}`: {reason}");
            Err(Failure::Unreachable { missing, reason })
        }
        (settled, _) => settled,
    }
}

/// Whether something that is neither bundled, given nor in a folder takes part, or should.
pub(crate) fn needs_fetched(root: &Utf8Path, options: &ResolveOptions<'_>) -> bool {
    is_fetched_for(&resolve(&Disk, root, options))
}

fn is_fetched_for(found: &Result<Resolution, Error>) -> bool {
    match found {
        Ok(resolution) => resolution
            .packages
            .iter()
            .any(|it| matches!(it.source, PackageSource::Hex | PackageSource::Git)),
        Err(error) => missing(error).is_some(),
    }
}

/// Does something with the project's dependencies.
pub(crate) fn with_project<T>(
    root: &Utf8Path,
    options: &ResolveOptions<'_>,
    fetching: Fetching,
    act: impl FnOnce(&Project<'_>) -> Result<T, Failure>,
) -> Result<T, Failure> {
    let config = packages::local::read_config(root)?;
    let registry = RegistryDoor::open(root)?;
    let client = registry.client(fetching.offline)?;
    let mut bundled = packages_in(options.bundled);
    let own = config.packages.iter().map(|folder| root.join(folder));
    let folders: Vec<_> = options.packages.iter().cloned().chain(own).collect();
    bundled.retain(|name, _| config.bundled.allows(name));
    act(&Project {
        root,
        store: &registry.store,
        client: &client,
        offline: fetching.offline,
        locked: fetching.locked,
        bundled,
        given: given(&folders),
        say: &ui::progress,
    })
}

/// The registry, and what the machine has of it.
pub(crate) struct RegistryDoor {
    pub(crate) settings: Settings,
    pub(crate) network: Http,
    store: Store,
}

impl RegistryDoor {
    /// The registry that the project at `root` uses.
    pub(crate) fn open(root: &Utf8Path) -> Result<Self, Failure> {
        Ok(Self {
            settings: packages::settings::read(root)?,
            network: Http::new(certificates()?.as_deref()),
            store: Store::new(Cache::fetched(root), archives_of_others()),
        })
    }

    fn client(&self, offline: bool) -> Result<Client<'_>, Failure> {
        let key = env::var("HEXPM_READ_API_KEY").ok();
        let client = Client::new(&self.network, &self.settings, &self.store, offline)?;
        Ok(client.with_key(key.filter(|key| !key.is_empty())))
    }
}

/// The certificates that the environment says to trust.
fn certificates() -> Result<Option<Vec<u8>>, Failure> {
    match env::var("GLEAM_CACERTS_PATH") {
        Ok(path) if !path.is_empty() => {
            let path = Utf8PathBuf::from(path);
            let pem = fs::read(&path)
                .map_err(|error| crate::project::io_failure("read", &path, &error))?;
            Ok(Some(pem))
        }
        _ => Ok(None),
    }
}

/// Where other build tools of this machine keep archives by their checksums.
fn archives_of_others() -> Vec<Utf8PathBuf> {
    if env::var_os("TINDRA_CACHE_DIR").is_some() {
        return Vec::new();
    }
    let caches = crate::cache::platform_folder().into_iter();
    caches
        .map(|it| it.join("gleam/hex/hexpm/packages"))
        .collect()
}

fn given(folders: &[Utf8PathBuf]) -> BTreeMap<String, Config> {
    let mut given = BTreeMap::new();
    for folder in folders.iter().rev() {
        given.extend(packages_in(folder));
    }
    given
}

/// The names of packages that are not there in a version that fits.
fn missing(error: &Error) -> Option<BTreeSet<String>> {
    match error {
        Error::MissingPackages { missing, .. } => {
            Some(missing.iter().map(|(name, _)| name.clone()).collect())
        }
        Error::UnmetRequirements { packages } => {
            Some(packages.iter().map(|unmet| unmet.package.clone()).collect())
        }
        _ => None,
    }
}

/// Fetches what is missing until nothing is. Which packages that are depends on what the fetched
/// ones ask for, so that it goes on in rounds. A manifest that does not lead to the goal is made
/// anew, once.
fn settle(
    project: &Project<'_>,
    options: &ResolveOptions<'_>,
    found: &Result<Resolution, Error>,
) -> Result<Resolution, Failure> {
    if let Ok(resolution) = found
        && project.is_settled(resolution)?
    {
        return Ok(resolution.clone());
    }
    let mut manifest = project.current()?;
    let mut renewed = false;
    let mut also = BTreeSet::new();
    loop {
        project.download(&manifest, &also)?;
        let found = resolve(&Disk, project.root, options);
        let wanted = match &found {
            Ok(resolution) if project.is_settled(resolution)? => return Ok(found?),
            Ok(resolution) => fetched_names(resolution),
            Err(error) => match missing(error) {
                Some(names) => names,
                None => return Ok(found?),
            },
        };
        let before = also.len();
        also.extend(
            wanted
                .into_iter()
                .filter(|name| is_fetched(&manifest, name)),
        );
        if also.len() > before {
            continue;
        }
        if renewed {
            return Ok(found?);
        }
        manifest = project.lock(&Unlock::Nothing)?;
        renewed = true;
    }
}

fn fetched_names(resolution: &Resolution) -> BTreeSet<String> {
    let packages = resolution.packages.iter();
    packages
        .filter(|it| matches!(it.source, PackageSource::Hex | PackageSource::Git))
        .map(|it| it.config.name.clone())
        .collect()
}

fn is_fetched(manifest: &Manifest, name: &str) -> bool {
    manifest.packages.contains_key(name)
}

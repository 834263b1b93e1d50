//! `tindra update`

use std::process::ExitCode;

use compiler_core::build::Mode;
use compiler_core::package::ResolveOptions;
use packages::Problem;
use packages::project::Unlock;

use crate::args::Update;
use crate::cache::Cache;
use crate::failure::Failure;
use crate::fetch;
use crate::project::{absolute_folders, find_packages, find_root};

/// Chooses the newest versions that fit: of all packages, or of some and what only they need.
pub(crate) fn update(options: &Update) -> Result<ExitCode, Failure> {
    let root = find_root()?;
    let cache = Cache::open(&root)?;
    let folders = absolute_folders(&options.packages)?;
    let places = ResolveOptions {
        packages: &folders,
        bundled: &cache.bundled,
        dev: true,
    };
    let fetching = options.packages.fetching;
    fetch::with_project(&root, &places, fetching, |project| {
        let requirements = packages::project::requirements(&project.config()?);
        let manifest = project.manifest()?.unwrap_or_default();
        let is_unknown = |name: &&String| {
            !requirements.contains_key(*name) && !manifest.packages.contains_key(*name)
        };
        let unknown: Vec<_> = options.names.iter().filter(is_unknown).cloned().collect();
        if !unknown.is_empty() {
            let (action, packages) = ("updated", unknown);
            return Err(Problem::NotDependencies { action, packages }.into());
        }
        if fetch::needs_fetched(&root, &places) {
            project.lock(&if options.names.is_empty() {
                Unlock::All
            } else {
                Unlock::Packages(options.names.clone())
            })?;
        }
        Ok(())
    })?;
    find_packages(&root, &cache, &options.packages, Mode::Dev)?;
    Ok(ExitCode::SUCCESS)
}

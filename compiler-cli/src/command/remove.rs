//! `tindra remove`

use std::fs;
use std::process::ExitCode;

use compiler_core::Host;
use compiler_core::package::{Config, ResolveOptions};
use packages::Problem;
use packages::edit::without_requirements;
use packages::project::pruned;

use crate::args::{Fetching, Remove};
use crate::cache::Cache;
use crate::failure::Failure;
use crate::fetch;
use crate::host::Disk;
use crate::project::{find_root, io_failure};

/// Removes packages from `gleam.toml`, and what only they needed from the manifest and the disk.
pub(crate) fn remove(options: &Remove) -> Result<ExitCode, Failure> {
    let root = find_root()?;
    let cache = Cache::open(&root)?;
    let path = root.join("gleam.toml");
    let text = fs::read_to_string(&path).map_err(|error| io_failure("read", &path, &error))?;
    let (text, unknown) =
        without_requirements(&text, &options.names).map_err(|reason| Problem::Config {
            path: path.clone(),
            reason,
        })?;
    if !unknown.is_empty() {
        let (action, packages) = ("removed", unknown);
        return Err(Problem::NotDependencies { action, packages }.into());
    }
    let config = Config::parse(&path, &text)?;
    Disk.write(&path, text.as_bytes())?;
    let places = ResolveOptions {
        packages: &[],
        bundled: &cache.bundled,
        dev: true,
    };
    let fetching = Fetching {
        offline: true,
        locked: false,
    };
    fetch::with_project(&root, &places, fetching, |project| {
        if let Some(manifest) = project.manifest()? {
            let manifest = pruned(&manifest, &config);
            project.write_manifest(&manifest)?;
            project.remove_others(&manifest)?;
        }
        Ok(())
    })?;
    Ok(ExitCode::SUCCESS)
}

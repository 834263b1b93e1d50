//! `tindra add`

use std::fs;
use std::process::ExitCode;

use camino::Utf8Path;
use compiler_core::Host;
use compiler_core::build::Mode;
use compiler_core::package::{Config, ResolveOptions, Version};
use packages::Problem;
use packages::edit::{Addition, range_from, with_requirement};
use packages::project::Unlock;

use crate::args::Add;
use crate::cache::Cache;
use crate::failure::Failure;
use crate::fetch;
use crate::host::Disk;
use crate::project::{absolute_folders, find_packages, find_root, io_failure};
use crate::ui;

/// Adds packages to `gleam.toml`, and fetches them. If they cannot be used, all stays as it was.
pub(crate) fn add(options: &Add) -> Result<ExitCode, Failure> {
    let root = find_root()?;
    let cache = Cache::open(&root)?;
    let path = root.join("gleam.toml");
    let before = fs::read_to_string(&path).map_err(|error| io_failure("read", &path, &error))?;
    let additions = options.names.iter().map(|name| Addition::parse(name));
    let additions: Vec<_> = additions.collect::<Result<_, _>>()?;
    let config = packages::local::read_config(&root)?;
    if let Some(own) = additions.iter().find(|it| it.name == config.name) {
        let package = own.name.clone();
        return Err(Problem::SelfDependency { package }.into());
    }
    let folders = absolute_folders(&options.packages)?;
    let places = ResolveOptions {
        packages: &folders,
        bundled: &cache.bundled,
        dev: true,
    };
    let text = fetch::with_project(&root, &places, options.packages.fetching, |project| {
        let known = Known {
            path: &path,
            dev: options.dev,
            project,
        };
        known.with_additions(&before, &additions)
    })?;
    Disk.write(&path, text.as_bytes())?;
    match find_packages(&root, &cache, &options.packages, Mode::Dev) {
        Ok(found) => {
            for package in found.packages {
                if additions.iter().any(|it| it.name == package.config.name) {
                    let config = package.config;
                    ui::progress("Added", &format!("{} v{}", config.name, config.version));
                }
            }
            Ok(ExitCode::SUCCESS)
        }
        Err(failure) => {
            Disk.write(&path, before.as_bytes())?;
            Err(failure)
        }
    }
}

/// What is needed to know which versions to ask for.
struct Known<'a> {
    path: &'a Utf8Path,
    dev: bool,
    project: &'a packages::project::Project<'a>,
}

impl Known<'_> {
    /// The text of `gleam.toml` with the additions. Where no version is given it is that of the
    /// given or the bundled package, or else the newest that goes with all others.
    fn with_additions(&self, before: &str, additions: &[Addition]) -> Result<String, Failure> {
        let mut text = before.to_string();
        let mut open = Vec::new();
        for addition in additions {
            let name = &addition.name;
            let here = self.project.given.get(name);
            let here = here.or_else(|| self.project.bundled.get(name));
            let version = here.and_then(|config| Version::parse(&config.version));
            let range = addition.range.clone();
            let range = range.or_else(|| version.as_ref().map(range_from));
            if range.is_none() {
                open.push(name);
            }
            text = self.with(&text, name, range.as_deref().unwrap_or(">= 0.0.0"))?;
        }
        if open.is_empty() {
            return Ok(text);
        }
        let config = Config::parse(self.path, &text)?;
        let manifest = self.project.preview(&config, &Unlock::Nothing)?;
        for name in open {
            let locked = manifest.packages.get(name);
            let version = locked.and_then(|it| Version::parse(&it.version));
            let version = version.ok_or_else(|| Problem::NoVersion {
                package: name.clone(),
                asked: String::new(),
            })?;
            text = self.with(&text, name, &range_from(&version))?;
        }
        Ok(text)
    }

    fn with(&self, text: &str, name: &str, range: &str) -> Result<String, Failure> {
        with_requirement(text, name, range, self.dev).map_err(|reason| {
            Failure::Packages(Problem::Config {
                path: self.path.into(),
                reason,
            })
        })
    }
}

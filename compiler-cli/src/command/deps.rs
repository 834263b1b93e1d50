//! `tindra deps`

use std::process::ExitCode;

use camino::Utf8Path;
use compiler_core::build::Mode;
use compiler_core::package::{Package, PackageSource, ResolveOptions, Version};
use packages::registry::Registry;

use crate::args::{Deps, Packages};
use crate::cache::Cache;
use crate::failure::Failure;
use crate::fetch;
use crate::project::{absolute_folders, find_packages, find_root};
use crate::ui;

use super::{tree, update};

/// Works with the packages that the project uses.
pub(crate) fn deps(command: &Deps) -> Result<ExitCode, Failure> {
    match command {
        Deps::List(packages) => list(packages),
        Deps::Download(packages) => download(packages),
        Deps::Outdated(packages) => outdated(packages),
        Deps::Update(options) => update::update(options),
        Deps::Tree(options) => tree::tree(options),
    }
}

/// Prints a table of packages, sorted by name. Programs may rely on its first two columns.
fn list(packages: &Packages) -> Result<ExitCode, Failure> {
    let root = find_root()?;
    let cache = Cache::open(&root)?;
    let resolution = find_packages(&root, &cache, packages, Mode::Dev)?;
    ui::reports_of_project(&resolution.warnings);
    let others = resolution.packages.iter();
    let others = others.filter(|package| package.source != PackageSource::Root);
    let mut rows: Vec<[String; 3]> = others.map(|package| row(&root, package)).collect();
    rows.sort();
    ui::print(&table(&["Package", "Version", "Source"], &rows));
    Ok(ExitCode::SUCCESS)
}

/// Fetches what is not there.
fn download(packages: &Packages) -> Result<ExitCode, Failure> {
    let root = find_root()?;
    let cache = Cache::open(&root)?;
    let found = find_packages(&root, &cache, packages, Mode::Dev)?;
    ui::reports_of_project(&found.warnings);
    Ok(ExitCode::SUCCESS)
}

/// Prints which fetched packages have newer versions than those that are locked.
fn outdated(packages: &Packages) -> Result<ExitCode, Failure> {
    let root = find_root()?;
    let cache = Cache::open(&root)?;
    let found = find_packages(&root, &cache, packages, Mode::Dev)?;
    let fetched = found.packages.iter();
    let fetched = fetched.filter(|package| package.source == PackageSource::Hex);
    let fetched: Vec<_> = fetched.map(|package| &package.config).collect();
    let folders = absolute_folders(packages)?;
    let places = ResolveOptions {
        packages: &folders,
        bundled: &cache.bundled,
        dev: true,
    };
    let rows = fetch::with_project(&root, &places, packages.fetching, |project| {
        project.client.prefetch(fetched.iter().map(|it| &it.name));
        let mut rows = Vec::new();
        for config in &fetched {
            let releases = project.client.releases(&config.name)?.unwrap_or_default();
            let good = releases
                .iter()
                .filter(|release| release.retired.is_none() && !release.version.is_pre_release());
            let newest = good.map(|release| &release.version).max();
            if let (Some(newest), Some(have)) = (newest, Version::parse(&config.version))
                && *newest > have
            {
                let (have, newest) = (have.to_string(), newest.to_string());
                rows.push([config.name.clone(), have, newest]);
            }
        }
        Ok(rows)
    })?;
    let (newer, all) = (rows.len(), fetched.len());
    ui::print(&format!(
        "{newer} of {all} packages have newer versions available.\n"
    ));
    if !rows.is_empty() {
        let mut rows = rows;
        rows.sort();
        let table = table(&["Package", "Current", "Latest"], &rows);
        ui::print(&format!("\n{table}"));
    }
    Ok(ExitCode::SUCCESS)
}

fn row(root: &Utf8Path, package: &Package) -> [String; 3] {
    let place = match package.source {
        PackageSource::Bundled => String::new(),
        _ => format!(
            " {}",
            package.root.strip_prefix(root).unwrap_or(&package.root)
        ),
    };
    [
        package.config.name.clone(),
        package.config.version.clone(),
        format!("{}{place}", package.source.name()),
    ]
}

/// Columns with two spaces between them, below headings that are underlined.
fn table<const N: usize>(headings: &[&str; N], rows: &[[String; N]]) -> String {
    let widths: Vec<usize> = (0..N)
        .map(|column| {
            let cells = rows.iter().map(|row| row[column].len());
            cells.chain([headings[column].len()]).max().unwrap_or(0)
        })
        .collect();
    let line = |cells: Vec<&str>| {
        let cells = cells.iter().zip(&widths);
        let padded: Vec<_> = cells
            .map(|(cell, width)| format!("{cell:width$}"))
            .collect();
        format!("{}\n", padded.join("  ").trim_end())
    };
    let rules: Vec<String> = headings.iter().map(|it| "-".repeat(it.len())).collect();
    let mut text = line(headings.to_vec());
    text += &line(rules.iter().map(String::as_str).collect());
    for row in rows {
        text += &line(row.iter().map(String::as_str).collect());
    }
    text
}

//! What a package must have before it is published, and what goes into its archive.

use std::collections::BTreeMap;
use std::fs;

use camino::{Utf8Path, Utf8PathBuf};
use compiler_core::documentation::home;
use compiler_core::package::{Config, Publication, Requirement};

use crate::problem::Problem;
use crate::store::failed;
use crate::tarball::{Facts, File, Files, Need};

/// Files in the project's folder that are published, each bare, `.md` or `.txt`.
const TEXTS: [&str; 4] = ["README", "LICENCE", "LICENSE", "NOTICE"];

/// What is told about the package of a project, if it has all that a published one needs.
pub fn facts(root: &Utf8Path, config: &Config) -> Result<Facts, Problem> {
    let path = root.join("gleam.toml");
    let text = fs::read_to_string(&path).map_err(failed("read", &path))?;
    let publication = Publication::parse(&path, &text).map_err(|error| Problem::Config {
        path: path.clone(),
        reason: error.report().text,
    })?;
    check_facts(config, &publication)?;
    check_readme(root, &config.name)?;
    let mut needs = BTreeMap::new();
    for (name, requirement) in &config.dependencies {
        let range = match requirement {
            Requirement::Range(version) | Requirement::Version { version } => version.clone(),
            Requirement::Path { .. } | Requirement::Git { .. } => {
                let text = format!("It depends on `{name}`, which is not from the registry.");
                let hint = "Published packages can only depend on published packages.";
                return Err(unpublishable(text, hint));
            }
        };
        let app = name.clone();
        needs.insert(name.clone(), Need { range, app });
    }
    let mut links: BTreeMap<String, String> = BTreeMap::new();
    if let Some(repository) = &publication.repository {
        links.insert("Repository".to_string(), home(repository));
    }
    let given = publication.links.into_iter();
    links.extend(given.map(|link| (link.title, link.href)));
    Ok(Facts {
        name: config.name.clone(),
        version: config.version.clone(),
        description: config.description.clone(),
        licences: publication.licences,
        links,
        needs,
    })
}

fn unpublishable(text: String, hint: &str) -> Problem {
    let hint = hint.to_string();
    Problem::Unpublishable { text, hint }
}

fn check_facts(config: &Config, publication: &Publication) -> Result<(), Problem> {
    let missing: Vec<_> = [
        ("description", config.description.trim().is_empty()),
        ("licences", publication.licences.is_empty()),
    ]
    .into_iter()
    .filter(|(_, missing)| *missing)
    .map(|(key, _)| format!("`{key}`"))
    .collect();
    if !missing.is_empty() {
        let text = format!("`gleam.toml` lacks {}.", missing.join(" and "));
        let hint =
            "Write for example:\n\ndescription = \"What it is for\"\nlicences = [\"Apache-2.0\"]";
        return Err(unpublishable(text, hint));
    }
    let is_identifier = |text: &&String| {
        let good = |char: char| char.is_ascii_alphanumeric() || "-.+".contains(char);
        !text.is_empty() && text.chars().all(good)
    };
    if let Some(wrong) = publication.licences.iter().find(|it| !is_identifier(it)) {
        let text = format!("`{wrong}` is not the SPDX identifier of a licence.");
        return Err(unpublishable(
            text,
            "They are listed at https://spdx.org/licenses.",
        ));
    }
    let mut titles: Vec<_> = publication.links.iter().map(|link| &link.title).collect();
    titles.sort();
    if let Some([title, _]) = titles.array_windows().find(|[a, b]| a == b) {
        let text = format!("Two of `links` have the title `{title}`.");
        return Err(unpublishable(text, "Give each a title of its own."));
    }
    Ok(())
}

fn check_readme(root: &Utf8Path, name: &str) -> Result<(), Problem> {
    let text = fs::read_to_string(root.join("README.md")).unwrap_or_default();
    let hint = "A reader wants to know what the package is for, and how it is used.";
    if text.trim().is_empty() {
        let text = "There is no `README.md`, or nothing in it.".to_string();
        return Err(unpublishable(text, hint));
    }
    // What a new project begins with: a title, and how to run it.
    let lines = text.lines().map(str::trim).filter(|line| !line.is_empty());
    let is_bare = lines.clone().eq([format!("# {name}")]);
    let begins = text.starts_with(&format!("# {name}\n\n## Development\n"));
    if is_bare || (begins && lines.count() <= 6) {
        let text = "`README.md` is as it was when the project was made.".to_string();
        return Err(unpublishable(text, hint));
    }
    Ok(())
}

/// The files that are published: sources, what goes with them, and what was generated, by paths
/// below the package's folder. What the project has itself wins.
pub fn files(root: &Utf8Path, generated: Files) -> Result<Files, Problem> {
    let mut files = generated;
    let real = root.canonicalize_utf8().map_err(failed("find", root))?;
    let mut waiting: Vec<Utf8PathBuf> = ["src", "priv", "include"].map(Into::into).into();
    waiting.push("gleam.toml".into());
    for text in TEXTS {
        waiting.extend(["", ".md", ".txt"].map(|end| format!("{text}{end}").into()));
    }
    while let Some(relative) = waiting.pop() {
        let path = root.join(&relative);
        let Ok(target) = path.canonicalize_utf8() else {
            continue;
        };
        if !target.starts_with(&real) {
            let text = format!("`{relative}` leads out of the project.");
            return Err(unpublishable(text, "Copy what it links to."));
        }
        if path.is_dir() {
            let entries = path.read_dir_utf8().map_err(failed("list", &path))?;
            for entry in entries {
                let entry = entry.map_err(failed("list", &path))?;
                // A link to a folder above would go on for ever.
                if !(entry.path().is_symlink() && entry.path().is_dir()) {
                    waiting.push(relative.join(entry.file_name()));
                }
            }
        } else if is_published(&relative) {
            let bytes = fs::read(&path).map_err(failed("read", &path))?;
            let executable = is_executable(&path);
            files.insert(slashes(&relative), File { bytes, executable });
        }
    }
    Ok(files)
}

/// Paths in archives have the same separator everywhere.
fn slashes(path: &Utf8Path) -> Utf8PathBuf {
    let parts: Vec<_> = path.components().map(|part| part.as_str()).collect();
    parts.join("/").into()
}

fn is_published(relative: &Utf8Path) -> bool {
    const SOURCES: [&str; 12] = [
        "gleam", "erl", "hrl", "ex", "js", "mjs", "cjs", "jsx", "ts", "mts", "cts", "tsx",
    ];
    let extension = relative.extension().unwrap_or_default();
    match relative.components().next().map(|part| part.as_str()) {
        Some("src") => SOURCES.contains(&extension),
        Some("include") => extension == "hrl",
        _ => true,
    }
}

#[cfg(unix)]
fn is_executable(path: &Utf8Path) -> bool {
    use std::os::unix::fs::PermissionsExt;
    fs::metadata(path).is_ok_and(|data| data.permissions().mode() & 0o111 != 0)
}

#[cfg(not(unix))]
fn is_executable(_: &Utf8Path) -> bool {
    false
}

//! What shows a fact: cases on pages, tests in Gleam projects, tests in Rust.

use std::fs;

use camino::{Utf8Path, Utf8PathBuf};

use crate::run::files_below;

/// Where cases are, and how to read the files there.
const PLACES: &[(&str, &str, Reader)] = &[
    ("compiler-core", "md", on_page),
    ("test-projects", "gleam", in_gleam),
    ("compiler-cli/tests", "rs", in_rust),
    ("compiler-core", "rs", in_rust),
];

type Reader = fn(&Utf8Path, &str) -> Vec<Case>;

/// All cases that cover something, sorted by file.
pub(super) fn read(root: &Utf8Path) -> Result<Vec<Case>, String> {
    let mut cases = Vec::new();
    for (folder, extension, reader) in PLACES {
        for path in files_below(&root.join(folder), extension)? {
            let text = fs::read_to_string(&path).map_err(|error| format!("{path}: {error}"))?;
            let name = path.strip_prefix(root).unwrap_or(&path).to_path_buf();
            cases.extend(reader(&name, &text));
        }
    }
    cases.retain(|case| !case.covers.is_empty());
    Ok(cases)
}

/// A case that names facts.
pub(super) struct Case {
    pub(super) path: Utf8PathBuf,
    /// The heading or the function.
    pub(super) name: String,
    pub(super) covers: Vec<String>,
    /// Whether it says which problems there are.
    pub(super) shows_problems: bool,
}

/// The cases of a Markdown page.
pub(super) fn on_page(path: &Utf8Path, text: &str) -> Vec<Case> {
    let mut cases: Vec<Case> = Vec::new();
    let mut in_fence = false;
    for line in text.lines() {
        if let Some(tag) = line.strip_prefix("```") {
            in_fence = !in_fence;
            if let Some(case) = cases.last_mut() {
                case.shows_problems |= tag.starts_with("problems");
            }
        } else if in_fence {
        } else if line.starts_with('#') {
            cases.push(Case {
                path: path.to_path_buf(),
                name: line.trim_start_matches('#').trim().to_string(),
                covers: Vec::new(),
                shows_problems: false,
            });
        } else if let Some(case) = cases.last_mut() {
            case.covers.extend(covers(line));
        }
    }
    cases
}

fn in_gleam(path: &Utf8Path, text: &str) -> Vec<Case> {
    in_comments(path, text, "///", "pub fn ")
}

fn in_rust(path: &Utf8Path, text: &str) -> Vec<Case> {
    in_comments(path, text, "//", "fn ")
}

/// Functions with a comment that says what they cover.
fn in_comments(path: &Utf8Path, text: &str, comment: &str, function: &str) -> Vec<Case> {
    let mut cases = Vec::new();
    let mut waiting = Vec::new();
    for line in text.lines().map(str::trim_start) {
        if let Some(line) = line.strip_prefix(comment) {
            waiting.extend(covers(line.trim_start_matches('/').trim_start()));
        } else if let Some(rest) = line.strip_prefix(function)
            && !waiting.is_empty()
        {
            cases.push(Case {
                path: path.to_path_buf(),
                name: rest.split('(').next().unwrap_or_default().to_string(),
                covers: std::mem::take(&mut waiting),
                shows_problems: true,
            });
        }
    }
    cases
}

/// The ids of a line `Covers: id, id`.
fn covers(line: &str) -> impl Iterator<Item = String> {
    let ids = line.strip_prefix("Covers:").unwrap_or_default().split(',');
    ids.map(|id| id.trim().to_string())
        .filter(|id| !id.is_empty())
}

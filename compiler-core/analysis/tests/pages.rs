//! Runs the pages in `tests/pages`: each heading is a test; its fences say what is checked and
//! what must come out. `UPDATE=1 cargo test -p analysis` writes what comes out into the pages.
//!
//! A fence `gleam` is a module (named by a line `` `name`: `` before it, else `main`); modules are
//! checked in order. The last one is what the other fences are about: `types` lists its
//! definitions with their types, `errors` and `warnings` its problems. Words after `gleam` are
//! options: `javascript`, `internal`, `test`, or a package: `dependency`, `indirect`, `stdlib`.

mod support;

use std::fmt::Write as _;
use std::path::PathBuf;

use support::{Module, World};

#[test]
fn pages() -> std::io::Result<()> {
    let update = std::env::var_os("UPDATE").is_some();
    let mut failures = String::new();
    for path in page_paths()? {
        let text = std::fs::read_to_string(&path)?;
        let (new, wrong) = run_page(&text);
        if update {
            std::fs::write(&path, new)?;
        } else {
            for test in wrong {
                let _ = writeln!(failures, "{}: {test}", path.display());
            }
        }
    }
    assert!(failures.is_empty(), "{failures}");
    Ok(())
}

fn page_paths() -> std::io::Result<Vec<PathBuf>> {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/pages");
    let entries = std::fs::read_dir(folder)?;
    let mut paths = entries
        .map(|entry| Ok(entry?.path()))
        .collect::<std::io::Result<Vec<PathBuf>>>()?;
    paths.sort();
    assert!(!paths.is_empty(), "there are no pages");
    Ok(paths)
}

/// The page with its expectations filled in, and the tests whose expectations differ.
fn run_page(text: &str) -> (String, Vec<String>) {
    let mut out = String::new();
    let mut wrong = Vec::new();
    let mut heading = String::new();
    let mut name = String::from("main");
    let mut world = World::default();
    let mut lines = text.lines();
    while let Some(line) = lines.next() {
        let _ = writeln!(out, "{line}");
        if let Some(title) = line.strip_prefix('#') {
            title
                .trim_start_matches('#')
                .trim()
                .clone_into(&mut heading);
            world = World::default();
        } else if let Some(given) = line.strip_prefix('`').and_then(|it| it.strip_suffix("`:")) {
            given.clone_into(&mut name);
        }
        let Some(info) = line.strip_prefix("```") else {
            continue;
        };
        let body: Vec<&str> = lines.by_ref().take_while(|line| *line != "```").collect();
        let body = body
            .iter()
            .fold(String::new(), |text, line| text + line + "\n");
        let mut words = info.split(' ');
        let found = match words.next() {
            Some("gleam") => {
                let module = Module {
                    name: std::mem::replace(&mut name, String::from("main")),
                    text: body.clone(),
                    options: words.map(str::to_owned).collect(),
                };
                world.check(module);
                body.clone()
            }
            Some("types") => world.types(),
            Some("errors") => world.problems(report::Severity::Error),
            Some("warnings") => world.problems(report::Severity::Warning),
            _ => body.clone(),
        };
        if found != body {
            wrong.push(format!("{heading}\nexpected:\n{body}\nfound:\n{found}"));
        }
        out.push_str(&found);
        out.push_str("```\n");
    }
    (out, wrong)
}

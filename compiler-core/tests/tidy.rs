//! The architecture, as tests: sizes, fences around libraries, documents that name real files.

#![expect(
    clippy::unwrap_used,
    reason = "a test that cannot read its files has failed"
)]

use std::fs;
use std::path::{Path, PathBuf};

/// Longest file and function, in lines, and most parameters, in code that is not a test.
const FILE_LINES: usize = 600;
const FUNCTION_LINES: usize = 70;
const PARAMETERS: usize = 5;

/// Each library belongs to one place; nobody else names it.
const FENCES: &[(&str, &[&str])] = &[
    ("chumsky::", &["compiler-core/syntax/src/grammar/"]),
    (
        "logos::",
        &[
            "compiler-core/syntax/src/lexer.rs",
            "compiler-core/syntax/src/token.rs",
        ],
    ),
    ("ena::", &["compiler-core/analysis/src/infer/unify.rs"]),
    (
        "codespan_reporting::",
        &["compiler-core/report/src/terminal.rs"],
    ),
    ("tower_lsp::", &["language-server/src/protocol/"]),
    ("rquickjs::", &["compiler-cli/engine/src/"]),
    (
        "clap::",
        &["compiler-cli/src/args.rs", "compiler-cli/src/main.rs"],
    ),
    ("ureq::", &["compiler-cli/packages/src/network.rs"]),
    ("pubgrub::", &["compiler-cli/packages/src/solve/"]),
    (
        "prost::",
        &["compiler-cli/packages/src/registry/messages.rs"],
    ),
    ("toml_edit::", &["compiler-cli/packages/src/edit.rs"]),
    (
        "ring::",
        &[
            "compiler-cli/packages/src/registry/",
            "compiler-cli/tests/program/registry/",
        ],
    ),
    (
        "pulldown_cmark::",
        &["compiler-core/src/documentation/markdown.rs"],
    ),
    ("notify::", &["compiler-cli/src/command/watch/"]),
    ("ctrlc::", &["compiler-cli/src/command/watch/"]),
    ("clap_complete::", &["compiler-cli/src/args.rs"]),
    (
        "std::fs",
        &[
            "compiler-cli/",
            "language-server/tests/",
            "xtask/",
            "stdlib/build.rs",
            "compiler-core/build.rs",
            "compiler-core/testkit/",
        ],
    ),
    (
        "std::process",
        &["compiler-cli/", "language-server/", "xtask/"],
    ),
];

/// Files that are over a cap, with the reason. The list may only shrink.
const EXCEPTIONS: &[(&str, &str)] = &[(
    "compiler-core/syntax/src/problem/mod.rs",
    "one line for each kind of problem",
)];

#[test]
fn files_functions_and_parameter_lists_are_short() {
    let mut found = Vec::new();
    for (path, text) in sources() {
        if is_test(&path) || EXCEPTIONS.iter().any(|(file, _)| *file == path) {
            continue;
        }
        let code = text.split("#[cfg(test)]\nmod ").next().unwrap_or_default();
        let lines = code.lines().count();
        if lines > FILE_LINES {
            found.push(format!("{path}: {lines} lines, at most {FILE_LINES}"));
        }
        for function in functions(code) {
            if function.lines > FUNCTION_LINES {
                found.push(format!(
                    "{path}: `{}` has {} lines",
                    function.name, function.lines
                ));
            }
            if function.parameters > PARAMETERS {
                let count = function.parameters;
                found.push(format!(
                    "{path}: `{}` has {count} parameters",
                    function.name
                ));
            }
        }
    }
    assert!(found.is_empty(), "over the caps:\n{}", found.join("\n"));
}

#[test]
fn every_exception_is_needed() {
    let sources = sources();
    for (file, reason) in EXCEPTIONS {
        assert!(!reason.is_empty(), "{file} has no reason");
        let text = sources
            .iter()
            .find(|(path, _)| path == file)
            .map(|(_, text)| text);
        let text = text.unwrap_or_else(|| panic!("{file} does not exist"));
        let short = text.lines().count() <= FILE_LINES
            && functions(text).iter().all(|function| {
                function.lines <= FUNCTION_LINES && function.parameters <= PARAMETERS
            });
        assert!(!short, "{file} is within the caps: take it off the list");
    }
}

#[test]
fn libraries_stay_in_their_places() {
    let mut found = Vec::new();
    for (path, text) in sources() {
        if path == "compiler-core/tests/tidy.rs" || is_test(&path) {
            continue;
        }
        for (library, places) in FENCES {
            let allowed = places.iter().any(|place| path.starts_with(place));
            let code = text.split("#[cfg(test)]\nmod ").next().unwrap_or_default();
            if !allowed
                && code
                    .lines()
                    .any(|line| !is_comment(line) && names(line, library))
            {
                found.push(format!("{path} names {library}"));
            }
        }
    }
    assert!(found.is_empty(), "{}", found.join("\n"));
}

#[test]
fn lints_are_expected_with_a_reason_never_allowed() {
    let mut found = Vec::new();
    for (path, text) in sources() {
        for line in text.lines().filter(|line| !is_comment(line)) {
            let silenced = line.contains(concat!("#[", "allow("));
            let unexplained =
                line.contains("#[expect(") && line.ends_with(")]") && !line.contains("reason");
            if silenced || unexplained || line.contains(concat!("#[", "ignore")) {
                found.push(format!("{path}: {}", line.trim()));
            }
        }
    }
    assert!(found.is_empty(), "{}", found.join("\n"));
}

#[test]
fn documents_name_files_that_exist() {
    let mut missing = Vec::new();
    for path in files_below(&root().join("docs"), "md")
        .into_iter()
        .chain([root().join("README.md")])
    {
        let text = fs::read_to_string(&path).unwrap();
        for word in text.split('`').skip(1).step_by(2) {
            let named = word.trim_end_matches('/');
            let first = named.split('/').next().unwrap_or_default();
            let is_path = [
                "compiler-core",
                "compiler-cli",
                "language-server",
                "stdlib",
                "test-projects",
                "xtask",
                "docs",
            ]
            .contains(&first)
                && named.contains('/')
                && !named.contains(['*', '<', ' ', '{']);
            if is_path && !root().join(named).exists() {
                missing.push(format!("{}: `{word}`", path.display()));
            }
        }
    }
    assert!(missing.is_empty(), "{}", missing.join("\n"));
}

struct Function {
    name: String,
    lines: usize,
    parameters: usize,
}

/// The functions of formatted code: a body ends with a brace at the indentation of its head.
fn functions(code: &str) -> Vec<Function> {
    let lines: Vec<&str> = code.lines().collect();
    let mut functions = Vec::new();
    for (start, line) in lines.iter().enumerate() {
        let Some(name) = function_name(line) else {
            continue;
        };
        let indentation = &line[..line.len() - line.trim_start().len()];
        let closing = format!("{indentation}}}");
        let length = if line.trim_end().ends_with(['}', ';']) {
            1
        } else {
            let end = lines[start..]
                .iter()
                .position(|line| *line == closing || *line == format!("{indentation});"));
            end.map_or(1, |end| end + 1)
        };
        let head: String = lines[start..]
            .iter()
            .take(20)
            .copied()
            .collect::<Vec<_>>()
            .join("\n");
        functions.push(Function {
            name,
            lines: length,
            parameters: parameters(&head),
        });
    }
    functions
}

fn function_name(line: &str) -> Option<String> {
    let mut rest = line.trim_start();
    for word in [
        "pub(crate) ",
        "pub(super) ",
        "pub ",
        "const ",
        "async ",
        "unsafe ",
    ] {
        rest = rest.strip_prefix(word).unwrap_or(rest);
    }
    let name = rest.strip_prefix("fn ")?;
    Some(
        name.chars()
            .take_while(|c| c.is_alphanumeric() || *c == '_')
            .collect(),
    )
}

/// Counts parameters, `self` left out: `name:` at the first level of the parentheses.
fn parameters(head: &str) -> usize {
    let name_end = head.find("fn ").map_or(0, |at| at + 3);
    let (mut depth, mut angle, mut count, mut seen) = (0_i32, 0_i32, 0_i32, false);
    let mut previous = ' ';
    for c in head[name_end..].chars() {
        match c {
            '<' => angle += 1,
            '>' if previous != '-' && previous != '=' => angle -= 1,
            '(' | '[' | '{' if angle <= 0 || depth > 0 => {
                depth += 1;
                seen = true;
            }
            ')' | ']' | '}' if depth > 0 => depth -= 1,
            ':' if depth == 1 && angle == 0 && previous != ':' => count += 1,
            _ => {}
        }
        if previous == ':' && c == ':' && depth == 1 && angle == 0 {
            count -= 1;
        }
        if seen && depth == 0 {
            break;
        }
        previous = c;
    }
    usize::try_from(count).unwrap_or(0)
}

/// Whether a path in `line` begins with `library`; `arena::` does not begin with `ena::`.
fn names(line: &str, library: &str) -> bool {
    line.match_indices(library).any(|(at, _)| {
        let before = line[..at].chars().next_back();
        !before.is_some_and(|c| c.is_alphanumeric() || c == '_' || c == ':')
    })
}

fn is_comment(line: &str) -> bool {
    line.trim_start().starts_with("//")
}

fn is_test(path: &str) -> bool {
    path.contains("/tests/") || path.ends_with("_test.rs") || path.ends_with("/tests.rs")
}

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("..")
}

/// All Rust files of the project: path from the root, and text.
fn sources() -> Vec<(String, String)> {
    let folders = [
        "compiler-core",
        "compiler-cli",
        "language-server",
        "stdlib",
        "xtask",
    ];
    let files = folders
        .iter()
        .flat_map(|folder| files_below(&root().join(folder), "rs"));
    let mut sources: Vec<_> = files
        .map(|path| {
            let text = fs::read_to_string(&path).unwrap();
            let relative = path
                .strip_prefix(root())
                .unwrap()
                .to_str()
                .unwrap()
                .replace('\\', "/");
            (relative, text)
        })
        .collect();
    sources.sort();
    assert!(sources.len() > 50, "the sources were not found");
    sources
}

fn files_below(folder: &Path, extension: &str) -> Vec<PathBuf> {
    let mut files = Vec::new();
    let mut waiting = vec![folder.to_path_buf()];
    while let Some(folder) = waiting.pop() {
        for entry in fs::read_dir(&folder).unwrap() {
            let path = entry.unwrap().path();
            let name = path
                .file_name()
                .and_then(|name| name.to_str())
                .unwrap_or_default();
            if path.is_dir() && name != "target" && name != "node_modules" && name != "build" {
                waiting.push(path);
            } else if path.extension().is_some_and(|found| found == extension) {
                files.push(path);
            }
        }
    }
    files.sort();
    files
}

#[test]
fn the_scanner_counts() {
    let code = "impl A {\n    pub fn f<T: X>(\n        &self,\n        a: B<C, D>,\n        b: fn(u: u8) -> E,\n    ) -> F {\n        x\n    }\n}\n";
    let found = functions(code);
    assert_eq!(
        (found[0].name.as_str(), found[0].lines, found[0].parameters),
        ("f", 7, 2)
    );
}

//! The website of a package's documentation.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

use crate::support::{app, copy, root, stderr, tindra, write};

/// The files of the website that the project's documentation makes, by their path in it.
fn build(project: &Path, package: &str) -> BTreeMap<String, String> {
    let built = tindra(project, &["docs", "build"]);
    assert!(built.status.success(), "{}", stderr(&built));
    let folder = project.join("build/dev/docs").join(package);
    let mut files = BTreeMap::new();
    collect(&folder, &folder, &mut files);
    files
}

fn collect(root: &Path, folder: &Path, files: &mut BTreeMap<String, String>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            collect(root, &path, files);
        } else {
            let name = path.strip_prefix(root).unwrap().to_str().unwrap();
            files.insert(name.to_string(), fs::read_to_string(&path).unwrap());
        }
    }
}

/// The values of an attribute, in order.
fn values<'a>(html: &'a str, attribute: &str) -> Vec<&'a str> {
    let start = format!(" {attribute}=\"");
    html.split(&start)
        .skip(1)
        .filter_map(|rest| rest.split('"').next())
        .collect()
}

/// Where a relative link leads: the path in the site and the anchor.
fn resolve(from: &str, href: &str) -> (String, Option<String>) {
    let (path, anchor) = match href.split_once('#') {
        Some((path, anchor)) => (path, Some(anchor.to_string())),
        None => (href, None),
    };
    if path.is_empty() {
        return (from.to_string(), anchor);
    }
    let mut parts: Vec<&str> = from.split('/').collect();
    parts.pop();
    for part in path.split('/') {
        if part == ".." {
            assert!(parts.pop().is_some(), "a link leaves the site");
        } else {
            parts.push(part);
        }
    }
    (parts.join("/"), anchor)
}

fn is_page(path: &str) -> bool {
    Path::new(path).extension().is_some_and(|it| it == "html")
}

/// Every link inside of the site has its target, and every element is closed.
fn check_site(files: &BTreeMap<String, String>) {
    let mut broken = Vec::new();
    for (path, html) in files.iter().filter(|(path, _)| is_page(path)) {
        check_nesting(path, html);
        let ids = values(html, "id");
        let distinct: BTreeSet<_> = ids.iter().collect();
        assert_eq!(ids.len(), distinct.len(), "{path} has an anchor twice");
        let links = [values(html, "href"), values(html, "src")].concat();
        for link in links.iter().filter(|link| !link.contains("://")) {
            let (target, anchor) = resolve(path, link);
            let there = files.get(&target).is_some_and(|html| {
                anchor.is_none_or(|anchor| values(html, "id").contains(&anchor.as_str()))
            });
            if !there {
                broken.push(format!("{path}: {link}"));
            }
        }
    }
    assert!(broken.is_empty(), "broken links:\n{}", broken.join("\n"));
}

fn check_nesting(path: &str, html: &str) {
    const VOID: [&str; 6] = ["meta", "link", "input", "wbr", "br", "hr"];
    let mut open = Vec::new();
    for tag in html.split('<').skip(1) {
        let name: String = tag
            .chars()
            .take_while(|char| char.is_alphanumeric() || *char == '/' || *char == '!')
            .collect();
        if let Some(closed) = name.strip_prefix('/') {
            assert_eq!(open.pop().as_deref(), Some(closed), "in {path}");
        } else if !name.starts_with('!')
            && !VOID.contains(&name.as_str())
            && !tag.split('>').next().unwrap_or_default().ends_with('/')
        {
            open.push(name);
        }
    }
    assert!(open.is_empty(), "{path} leaves {open:?} open");
}

#[test]
fn the_standard_library_is_documented_without_a_broken_link() {
    let folder = tempfile::tempdir().unwrap();
    copy(&root().join("stdlib/gleam_stdlib"), folder.path());
    let files = build(folder.path(), "gleam_stdlib");
    check_site(&files);
    let list = &files["gleam/list.html"];
    for name in ["map", "fold", "try_map", "ContinueOrStop"] {
        assert!(
            values(list, "id").contains(&name),
            "list.html has no {name}"
        );
    }
    assert!(
        files == build(folder.path(), "gleam_stdlib"),
        "equal input gives equal files"
    );
}

const MODULE: &str = r#"//// Tools for _wobbling_.
////
//// # Start
////
//// Use it & co.

import gleam/option.{type Option}
import app/hidden

/// A wobble.
pub type Wobble(inner) {
  /// Made of one.
  Wobble(
    /// What it holds.
    inner: inner,
    times: Int,
  )
  @deprecated("use `Wobble`")
  Wabble
}

pub opaque type Secret {
  Secret(Int)
}

pub type Pair(a, b) =
  #(b, a, Option(Secret))

@deprecated("use `other`")
pub fn old(from: fn(thing) -> other, of wobble: Wobble(thing)) -> Option(other) {
  let _ = wobble
  let _ = from
  panic
}

/// The largest.
pub const largest = 100_000

@external(javascript, "./app_ffi.mjs", "only")
pub fn only() -> hidden.Hidden

@internal
pub fn inner() -> Secret {
  Secret(1)
}

fn private() {
  inner()
}

pub fn uses_private() {
  private()
}
"#;

const CONFIG: &str = r#"name = "app"
version = "1.2.3"
target = "javascript"
description = "Wobbles <all> day"
repository = { type = "gitlab", user = "wibble", repo = "wobble", path = "packages/app", tag-prefix = "app-" }
links = [{ title = "Home & garden", href = "https://example.com/?a=1&b=2" }]
internal_modules = ["app/hidden"]

[documentation]
pages = [{ title = "Guide", path = "guides/first.html", source = "./docs/first.md" }]

[dependencies]
gleam_stdlib = ">= 0.44.0 and < 2.0.0"
"#;

#[test]
fn a_module_page_tells_what_the_source_says() {
    let folder = app(MODULE);
    let folder = folder.path();
    write(folder, "gleam.toml", CONFIG);
    write(folder, "src/app/hidden.gleam", "pub type Hidden\n");
    write(folder, "src/app_ffi.mjs", "export function only() {}\n");
    write(
        folder,
        "docs/first.md",
        "# First\n\n[the module](../app.html#old)\n",
    );
    write(folder, "README.md", "# Hello\n\n- [x] done\n");
    let files = build(folder, "app");
    check_site(&files);
    assert!(!files.contains_key("app/hidden.html"));
    let page = &files["app.html"];
    let expected = [
        "<title>app · app · v1.2.3</title>",
        "content=\"Wobbles &lt;all&gt; day\"",
        "<em>wobbling</em>",
        "<h2 id=\"h-start\">Start</h2>",
        "href=\"https://example.com/?a=1&amp;b=2\">Home &amp; garden</a>",
        "<code>pub type Wobble(inner)</code>",
        "<code>Wobble(inner: inner, times: <span class=\"prelude\">Int</span>)</code>",
        "<dt>inner</dt>",
        "<code>pub opaque type Secret</code>",
        "<code>pub type Pair(a, b) = #(b, a, <a href=\"https://hexdocs.pm/gleam_stdlib/gleam/option.html#Option\" title=\"gleam/option.Option\">Option</a>(<a href=\"app.html#Secret\"",
        "of wobble: <a href=\"app.html#Wobble\" title=\"app.Wobble\">Wobble</a>(thing)",
        "<code>pub const largest: <span class=\"prelude\">Int</span></code>",
        "<span class=\"only\">only JavaScript</span>",
        "-&gt; <span title=\"app/hidden.Hidden\">Hidden</span>",
        "href=\"https://gitlab.com/wibble/wobble/-/blob/app-v1.2.3/packages/app/src/app.gleam#L30-34\"",
        "<div class=\"deprecated\"><strong>Deprecated</strong> <p>use <code>other</code></p>",
    ];
    for text in expected {
        assert!(page.contains(text), "no\n{text}\nin\n{page}");
    }
    assert!(
        !values(page, "id").contains(&"inner"),
        "internal things are left out"
    );
    assert!(!values(page, "id").contains(&"private"));
    assert!(files["index.html"].contains("<h1 id=\"h-hello\">Hello</h1>"));
    assert!(files["guides/first.html"].contains("href=\"../site.css\""));
    let interface: serde_json::Value =
        serde_json::from_str(&files["package-interface.json"]).unwrap();
    assert_eq!(
        interface["modules"]["app"]["constants"]["largest"]["type"]["name"],
        "Int"
    );
    let data: serde_json::Value = serde_json::from_str(&files["search-data.json"]).unwrap();
    let items = data["items"].as_array().unwrap();
    let titles: Vec<_> = items
        .iter()
        .filter_map(|item| item["title"].as_str())
        .collect();
    assert_eq!(
        titles,
        [
            "Guide",
            "app",
            "app",
            "Pair",
            "Secret",
            "Wobble",
            "largest",
            "old",
            "only",
            "uses_private"
        ]
    );
}

#[test]
fn pages_stay_in_the_package() {
    let folder = app("pub fn main() {\n  Nil\n}\n");
    let pages = "name = \"app\"\n[documentation]\npages = [{ title = \"T\", path = \"a.html\", source = \"../../secret.md\" }]\n";
    write(folder.path(), "gleam.toml", pages);
    let built = tindra(folder.path(), &["docs", "build"]);
    assert_eq!(built.status.code(), Some(1));
    assert!(
        stderr(&built).contains("outside of the package"),
        "{}",
        stderr(&built)
    );
}

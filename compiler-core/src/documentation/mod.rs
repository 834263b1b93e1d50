//! A package's documentation as a website: plain files that need no server and no network.

mod frame;
mod markdown;
mod model;
mod module_page;
mod repository;
mod search;
mod signature;

pub use repository::home;

use std::collections::BTreeMap;

use camino::Utf8PathBuf;
use source::Name;

use crate::package::Publication;
use crate::pipeline::Full;
use frame::Frame;
use model::Module;

pub use model::{Documented, documented};

/// What a site is made of.
pub struct Site<'a> {
    /// The package's name.
    pub package: &'a str,
    /// Its version.
    pub version: &'a str,
    /// What it is, in a sentence.
    pub description: &'a str,
    /// What `gleam.toml` says for its readers.
    pub publication: &'a Publication,
    /// The text of `README`, if there is one.
    pub readme: Option<&'a str>,
    /// Pages of the package's own: title, path in the site, and text.
    pub pages: &'a [Page],
    /// The modules that others may use, with the paths of their files in the package.
    pub modules: &'a [(Utf8PathBuf, &'a Full)],
    /// Which package each module of the project belongs to: types of others link to theirs.
    pub packages: &'a BTreeMap<Name, Name>,
}

/// A page of the package's own.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Page {
    /// What the sidebar calls it.
    pub title: String,
    /// Where it is in the site: `guide.html`.
    pub path: String,
    /// Markdown.
    pub text: String,
}

const STYLE: &str = include_str!("assets/site.css");
const SCRIPT: &str = include_str!("assets/site.js");

/// The files of the site, by path, in order.
pub fn site(site: &Site<'_>) -> BTreeMap<Utf8PathBuf, String> {
    let mut modules: Vec<Module> = site
        .modules
        .iter()
        .map(|(path, full)| model::module(full, path))
        .collect();
    modules.sort_by_key(|module| module.name);
    let frame = Frame::new(site, &modules);
    let mut files = BTreeMap::new();
    for module in &modules {
        files.insert(
            format!("{}.html", module.name).into(),
            module_page::render(&frame, module),
        );
    }
    let mut pages = site.pages.to_vec();
    if !pages.iter().any(|page| page.path == "index.html") {
        pages.push(Page {
            title: site.package.to_string(),
            path: "index.html".to_string(),
            text: front_page(site),
        });
    }
    for page in &pages {
        files.insert(page.path.clone().into(), frame.page(page));
    }
    let found = search::entries(site, &modules, &pages);
    files.insert("search-data.json".into(), search::data(&found));
    files.insert("search-data.js".into(), search::script(&found));
    files.insert("site.css".into(), STYLE.to_string());
    files.insert("site.js".into(), SCRIPT.to_string());
    files
}

/// What the reader sees first.
fn front_page(site: &Site<'_>) -> String {
    match site.readme {
        Some(text) if !text.trim().is_empty() => text.to_string(),
        _ => format!("# {}\n\n{}\n", site.package, site.description),
    }
}

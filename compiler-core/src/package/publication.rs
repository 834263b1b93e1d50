//! What `gleam.toml` says for those who find the package: licences, links, pages.

use camino::{Utf8Component, Utf8Path, Utf8PathBuf};
use serde::Deserialize;
use source::Span;

use crate::error::Error;

/// What is only needed to document and publish a package.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Publication {
    /// SPDX identifiers.
    pub licences: Vec<String>,
    /// Where the source is kept.
    pub repository: Option<Repository>,
    /// Other addresses.
    pub links: Vec<Link>,
    /// Pages of documentation.
    pub pages: Vec<PageSource>,
}

/// `{ title = "Website", href = "https://…" }`
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub struct Link {
    /// What it is called.
    pub title: String,
    /// Where it leads.
    pub href: String,
}

/// `{ title = "Guide", path = "guide.html", source = "./docs/guide.md" }`
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub struct PageSource {
    /// What it is called.
    pub title: String,
    /// Where it is in the documentation.
    pub path: String,
    /// The file of Markdown, relative to the package.
    pub source: Utf8PathBuf,
}

/// A repository, and where in it the package is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Repository {
    /// Which.
    pub forge: Forge,
    /// The package's folder in it; empty for the top.
    pub path: String,
    /// What stands before `v1.2.3` in the tags of the package.
    pub tag_prefix: String,
}

/// Where repositories are kept.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(tag = "type", rename_all = "lowercase")]
#[expect(missing_docs, reason = "the fields are named as in the file")]
pub enum Forge {
    /// github.com
    GitHub { user: String, repo: String },
    /// gitlab.com
    GitLab { user: String, repo: String },
    /// bitbucket.com
    Bitbucket { user: String, repo: String },
    /// codeberg.org
    Codeberg { user: String, repo: String },
    /// git.sr.ht
    SourceHut { user: String, repo: String },
    /// tangled.sh
    Tangled { user: String, repo: String },
    /// A Gitea of one's own
    Gitea {
        host: String,
        user: String,
        repo: String,
    },
    /// A Forgejo of one's own
    Forgejo {
        host: String,
        user: String,
        repo: String,
    },
    /// Anything else
    Custom { url: String },
}

#[derive(Deserialize)]
struct Document {
    #[serde(default, alias = "licenses")]
    licences: Vec<String>,
    repository: Option<RepositoryTable>,
    #[serde(default)]
    links: Vec<Link>,
    #[serde(default, alias = "docs")]
    documentation: DocumentationTable,
}

#[derive(Default, Deserialize)]
struct DocumentationTable {
    #[serde(default)]
    pages: Vec<PageSource>,
}

#[derive(Deserialize)]
struct RepositoryTable {
    #[serde(flatten)]
    forge: Forge,
    #[serde(default)]
    path: String,
    #[serde(default, alias = "tag-prefix")]
    tag_prefix: String,
}

impl Publication {
    /// Reads the text of the `gleam.toml` at `path` (which is only for messages).
    ///
    /// # Errors
    /// Keys that are not as they should be, and pages that would be outside of the package or of
    /// its documentation.
    pub fn parse(path: &Utf8Path, text: &str) -> Result<Self, Error> {
        let document: Document = toml::from_str(text).map_err(|problem| Error::Config {
            path: path.into(),
            reason: problem.message().to_string(),
            span: problem
                .span()
                .map(|span| Span::new(span.start as u32, span.end as u32)),
        })?;
        let pages = document.documentation.pages;
        for page in &pages {
            let outside = [Utf8Path::new(&page.path), &page.source]
                .into_iter()
                .find(|path| !stays_inside(path));
            if let Some(outside) = outside {
                return Err(Error::Config {
                    path: path.into(),
                    reason: format!(
                        "The page `{}` names `{outside}`, which is outside of the package.",
                        page.title
                    ),
                    span: None,
                });
            }
        }
        Ok(Self {
            licences: document.licences,
            repository: document.repository.map(|table| Repository {
                forge: table.forge,
                path: table.path,
                tag_prefix: table.tag_prefix,
            }),
            links: document.links,
            pages,
        })
    }
}

/// Whether a relative path does not leave the folder that it starts in.
fn stays_inside(path: &Utf8Path) -> bool {
    let mut depth = 0;
    for component in path.components() {
        match component {
            Utf8Component::Normal(_) => depth += 1,
            Utf8Component::CurDir => {}
            Utf8Component::ParentDir => depth -= 1,
            Utf8Component::RootDir | Utf8Component::Prefix(_) => return false,
        }
        if depth < 0 {
            return false;
        }
    }
    depth > 0
}

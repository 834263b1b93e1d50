//! All that `gleam.toml` says, defaults filled in, as data for tools.

use std::collections::BTreeMap;

use camino::Utf8Path;
use serde::{Deserialize, Serialize};

use super::Config;
use crate::error::Error;

/// Reads the text of a `gleam.toml`; `path` is for the words of errors.
///
/// Serialised, the result is the file that `gleam export package-information` defines: same keys,
/// same order.
pub fn information(path: &Utf8Path, text: &str) -> Result<Information, Error> {
    Config::parse(path, text)?;
    let document = toml::from_str(text).map_err(|problem| Error::Config {
        path: path.into(),
        reason: problem.message().to_string(),
        span: problem
            .span()
            .map(|span| source::Span::new(span.start as u32, span.end as u32)),
    })?;
    Ok(Information { document })
}

/// What a package says about itself.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Information {
    #[serde(rename = "gleam.toml")]
    document: Document,
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
struct Document {
    name: String,
    #[serde(default = "default_version")]
    version: String,
    gleam: Option<String>,
    #[serde(default, alias = "licenses")]
    licences: Vec<String>,
    #[serde(default)]
    description: String,
    #[serde(default, alias = "docs")]
    documentation: Documentation,
    #[serde(default)]
    dependencies: BTreeMap<String, Requirement>,
    #[serde(default, alias = "dev-dependencies")]
    dev_dependencies: BTreeMap<String, Requirement>,
    repository: Option<Repository>,
    #[serde(default)]
    links: Vec<Link>,
    #[serde(default)]
    erlang: Erlang,
    #[serde(default)]
    javascript: JavaScript,
    #[serde(default)]
    target: TargetName,
    internal_modules: Option<Vec<String>>,
}

fn default_version() -> String {
    "0.1.0".to_string()
}

#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
enum TargetName {
    #[default]
    Erlang,
    JavaScript,
}

#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
struct Documentation {
    #[serde(default)]
    pages: Vec<Page>,
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
struct Page {
    title: String,
    path: String,
    source: String,
}

/// Only the keys that are written.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[serde(from = "WrittenRequirement")]
struct Requirement {
    #[serde(skip_serializing_if = "Option::is_none")]
    version: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    git: Option<String>,
    #[serde(rename = "ref", skip_serializing_if = "Option::is_none")]
    reference: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    path: Option<String>,
}

#[derive(Deserialize)]
#[serde(untagged)]
enum WrittenRequirement {
    Range(String),
    Table {
        version: Option<String>,
        git: Option<String>,
        r#ref: Option<String>,
        path: Option<String>,
    },
}

impl From<WrittenRequirement> for Requirement {
    fn from(written: WrittenRequirement) -> Self {
        match written {
            WrittenRequirement::Range(version) => Self {
                version: Some(version),
                ..Self::default()
            },
            WrittenRequirement::Table {
                version,
                git,
                r#ref: reference,
                path,
            } => Self {
                version,
                git,
                reference,
                path,
            },
        }
    }
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(untagged)]
enum Repository {
    Hosted {
        r#type: String,
        user: String,
        repo: String,
        path: Option<String>,
        #[serde(alias = "tag-prefix")]
        tag_prefix: Option<String>,
        #[serde(skip_serializing_if = "Option::is_none")]
        host: Option<Address>,
    },
    Custom {
        r#type: String,
        url: String,
        #[serde(alias = "tag-prefix")]
        tag_prefix: Option<String>,
    },
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
struct Link {
    title: String,
    href: Address,
}

/// An address on the web, of which scheme and path are never left out.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(from = "String")]
struct Address(String);

impl From<String> for Address {
    fn from(written: String) -> Self {
        let (scheme, rest) = written.split_once("://").unwrap_or(("https", &written));
        let slash = if rest.contains('/') { "" } else { "/" };
        Self(format!("{scheme}://{rest}{slash}"))
    }
}

#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[serde(default)]
struct Erlang {
    application_start_module: Option<String>,
    application_start_argument: Option<String>,
    extra_applications: Vec<String>,
}

#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[serde(default)]
struct JavaScript {
    typescript_declarations: bool,
    source_maps: bool,
    runtime: Runtime,
    deno: Deno,
}

#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
enum Runtime {
    #[default]
    #[serde(alias = "node")]
    NodeJs,
    Deno,
    Bun,
}

#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[serde(default)]
struct Deno {
    allow_env: Allowed,
    allow_sys: bool,
    allow_hrtime: bool,
    allow_net: Allowed,
    allow_ffi: bool,
    allow_read: Allowed,
    allow_run: Allowed,
    allow_write: Allowed,
    allow_all: bool,
    unstable: bool,
    location: Option<Address>,
}

/// Everything, or what is listed; `false` is an empty list.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(untagged, from = "WrittenAllowed")]
enum Allowed {
    All(bool),
    Only(Vec<String>),
}

#[derive(Deserialize)]
#[serde(untagged)]
enum WrittenAllowed {
    Switch(bool),
    Only(Vec<String>),
}

impl Default for Allowed {
    fn default() -> Self {
        Self::Only(Vec::new())
    }
}

impl From<WrittenAllowed> for Allowed {
    fn from(written: WrittenAllowed) -> Self {
        match written {
            WrittenAllowed::Switch(true) => Self::All(true),
            WrittenAllowed::Switch(false) => Self::default(),
            WrittenAllowed::Only(list) => Self::Only(list),
        }
    }
}

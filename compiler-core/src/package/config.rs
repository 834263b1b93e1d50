//! `gleam.toml`

use std::collections::{BTreeMap, BTreeSet};

use camino::{Utf8Path, Utf8PathBuf};
use serde::Deserialize;
use source::Span;
use syntax::ast::Target;
use toml::{Spanned, Value};

use super::version::{Range, Version};
use crate::error::Error;

/// The version of the language that this is a compiler for.
const LANGUAGE: &str = "1.18.1";

/// What `gleam.toml` says. Keys that only other commands need are not read here.
#[derive(Debug, Clone, PartialEq)]
pub struct Config {
    /// The package's name.
    pub name: String,
    /// Its version; `0.1.0` if none is given.
    pub version: String,
    /// The versions of the language that it allows.
    pub gleam: Option<Range>,
    /// The same as it is written.
    pub gleam_constraint: Option<String>,
    /// What it is.
    pub description: String,
    /// The target to build for when none is asked for.
    pub target: Target,
    /// What it needs.
    pub dependencies: BTreeMap<String, Requirement>,
    /// What its tests and development modules need.
    pub dev_dependencies: BTreeMap<String, Requirement>,
    /// Globs of modules that other packages should not use.
    pub internal_modules: Vec<String>,
    /// `[erlang] application_start_module`
    pub application_start_module: Option<String>,
    /// `[erlang] application_start_argument`
    pub application_start_argument: Option<String>,
    /// `[erlang] extra_applications`
    pub extra_applications: Vec<String>,
    /// `[javascript] runtime`
    pub javascript_runtime: JavaScriptRuntime,
    /// `[javascript] source_maps`
    pub source_maps: bool,
    /// `[javascript] typescript_declarations`; the project's counts for all packages.
    pub typescript_declarations: bool,
    /// `[javascript.deno]`, as flags of the program.
    pub deno_flags: Vec<String>,
    /// `[tools.tindra] check-externals`: whether foreign functions that do not exist are warned of.
    pub check_externals: bool,
    /// `[tools.tindra] packages`: folders of packages, relative to the project's, that come before
    /// all but those of the command line.
    pub packages: Vec<Utf8PathBuf>,
    /// `[tools.tindra] bundled`: which dependencies the program's own packages may meet.
    pub bundled: Bundled,
}

/// Which of the packages that come with the program are used.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub enum Bundled {
    /// `bundled = true`, or nothing said: all whose version fits.
    #[default]
    All,
    /// `bundled = false`: none.
    None,
    /// `bundled = ["gleam_json"]`: all but these, which are taken as they were fetched.
    Except(BTreeSet<String>),
}

impl Bundled {
    /// Whether a package of this name may be taken from the bundled ones.
    pub fn allows(&self, name: &str) -> bool {
        match self {
            Self::All => true,
            Self::None => false,
            Self::Except(names) => !names.contains(name),
        }
    }

    /// Reads the value of the key; in words what is wrong with it.
    fn read(value: &Value) -> Result<Self, &'static str> {
        match value {
            Value::Boolean(true) => Ok(Self::All),
            Value::Boolean(false) => Ok(Self::None),
            Value::Array(names) => {
                let names = names.iter().map(|name| name.as_str().map(str::to_string));
                let names = names.collect::<Option<_>>();
                Ok(Self::Except(names.ok_or(BUNDLED_SHAPE)?))
            }
            _ => Err(BUNDLED_SHAPE),
        }
    }
}

const BUNDLED_SHAPE: &str = "`bundled` is `true`, `false`, or a list of the names of packages that \
                             are not to be taken from the bundled ones.";

/// A program that runs JavaScript.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum JavaScriptRuntime {
    /// Node.js
    #[default]
    #[serde(alias = "node")]
    NodeJs,
    /// Deno
    Deno,
    /// Bun
    Bun,
}

/// Where a dependency may come from.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(untagged)]
pub enum Requirement {
    /// `">= 1.0.0 and < 2.0.0"`
    Range(String),
    /// `{ version = "…" }`
    Version {
        /// The range.
        version: String,
    },
    /// `{ git = "…", ref = "…" }`
    Git {
        /// The repository.
        git: String,
        /// Branch, tag or commit.
        r#ref: String,
        /// The package's folder in the repository, if it is not the top.
        path: Option<Utf8PathBuf>,
    },
    /// `{ path = "../wibble" }`
    Path {
        /// Relative to the folder of the `gleam.toml` that says it.
        path: Utf8PathBuf,
    },
}

impl Requirement {
    /// The range of versions asked for, if there is one.
    pub fn range(&self) -> Option<&str> {
        match self {
            Self::Range(version) | Self::Version { version } => Some(version),
            Self::Path { .. } | Self::Git { .. } => None,
        }
    }
}

/// The file's own shape.
#[derive(Deserialize)]
struct Document {
    name: String,
    #[serde(default = "default_version")]
    version: String,
    gleam: Option<String>,
    #[serde(default)]
    description: String,
    #[serde(default)]
    target: TargetName,
    #[serde(default)]
    dependencies: BTreeMap<String, Requirement>,
    #[serde(default, alias = "dev-dependencies")]
    dev_dependencies: BTreeMap<String, Requirement>,
    internal_modules: Option<Vec<String>>,
    #[serde(default)]
    erlang: ErlangTable,
    #[serde(default)]
    javascript: JavaScriptTable,
    #[serde(default)]
    tools: ToolsTable,
}

#[derive(Default, Deserialize)]
#[serde(rename_all = "lowercase")]
enum TargetName {
    #[default]
    Erlang,
    JavaScript,
}

#[derive(Default, Deserialize)]
#[serde(default)]
struct ErlangTable {
    application_start_module: Option<String>,
    application_start_argument: Option<String>,
    extra_applications: Vec<String>,
}

#[derive(Default, Deserialize)]
#[serde(default)]
struct ToolsTable {
    tindra: TindraTable,
}

/// What only this compiler reads.
#[derive(Deserialize)]
#[serde(default, rename_all = "kebab-case")]
struct TindraTable {
    check_externals: bool,
    bundled: Option<Spanned<Value>>,
    packages: Vec<Utf8PathBuf>,
}

impl Default for TindraTable {
    fn default() -> Self {
        Self {
            check_externals: true,
            bundled: None,
            packages: Vec::new(),
        }
    }
}

#[derive(Default, Deserialize)]
#[serde(default)]
struct JavaScriptTable {
    runtime: JavaScriptRuntime,
    source_maps: bool,
    typescript_declarations: bool,
    deno: BTreeMap<String, DenoSetting>,
}

/// What Deno is allowed: nothing, everything, or what is listed. `location` is an address.
#[derive(Deserialize)]
#[serde(untagged)]
enum DenoSetting {
    Switch(bool),
    Only(Vec<String>),
    Text(String),
}

/// Reads what `gleam = "…"` allows; this version must be among it.
fn language(path: &Utf8Path, text: &str) -> Result<Range, Error> {
    let wrong = |reason: String| Error::Config {
        path: path.into(),
        reason,
        span: None,
    };
    let range = Range::parse(text)
        .ok_or_else(|| wrong(format!("`gleam = \"{text}\"` is not a range of versions.")))?;
    match Version::parse(LANGUAGE) {
        Some(version) if !range.contains(&version) => Err(Error::Language {
            path: path.into(),
            allowed: text.into(),
            version: LANGUAGE,
        }),
        _ => Ok(range),
    }
}

/// Reads `[tools.tindra] bundled`.
fn bundled(path: &Utf8Path, value: Option<&Spanned<Value>>) -> Result<Bundled, Error> {
    let Some(value) = value else {
        return Ok(Bundled::default());
    };
    Bundled::read(value.get_ref()).map_err(|reason| Error::Config {
        path: path.into(),
        reason: reason.to_string(),
        span: Some(Span::new(
            value.span().start as u32,
            value.span().end as u32,
        )),
    })
}

/// What is asked of dependencies must be ranges of versions.
fn check_ranges(path: &Utf8Path, document: &Document) -> Result<(), Error> {
    let all = document
        .dependencies
        .iter()
        .chain(&document.dev_dependencies);
    for (name, requirement) in all {
        if let Some(text) = requirement.range()
            && Range::parse(text).is_none()
        {
            return Err(Error::Config {
                path: path.into(),
                reason: format!("`{name} = \"{text}\"` is not a range of versions."),
                span: None,
            });
        }
    }
    Ok(())
}

/// `allow_net = ["localhost"]` is `--allow-net=localhost`.
fn deno_flags(settings: &BTreeMap<String, DenoSetting>) -> Vec<String> {
    let flag = |(key, setting): (&String, &DenoSetting)| {
        let name = key.replace('_', "-");
        match setting {
            DenoSetting::Switch(true) => Some(format!("--{name}")),
            DenoSetting::Switch(false) => None,
            DenoSetting::Only(list) if list.is_empty() => None,
            DenoSetting::Only(list) => Some(format!("--{name}={}", list.join(","))),
            DenoSetting::Text(text) => Some(format!("--{name}={text}")),
        }
    };
    settings.iter().filter_map(flag).collect()
}

fn default_version() -> String {
    "0.1.0".to_string()
}

impl Config {
    /// Reads the text of the `gleam.toml` at `path` (which is only for messages).
    pub fn parse(path: &Utf8Path, text: &str) -> Result<Self, Error> {
        let document: Document = toml::from_str(text).map_err(|problem| Error::Config {
            path: path.into(),
            reason: problem.to_string(),
            span: problem
                .span()
                .map(|span| Span::new(span.start as u32, span.end as u32)),
        })?;
        if !is_package_name(&document.name) {
            return Err(Error::Config {
                path: path.into(),
                reason: format!(
                    "`{}` is not a package name: lower-case letters, digits and underscores, \
                     beginning with a letter.",
                    document.name
                ),
                span: None,
            });
        }
        if Version::parse(&document.version).is_none() {
            return Err(Error::Config {
                path: path.into(),
                reason: format!("`{}` is not a version such as `1.2.3`.", document.version),
                span: None,
            });
        }
        let mut names = document.dependencies.keys();
        if let Some(package) = names.find(|name| document.dev_dependencies.contains_key(*name)) {
            return Err(Error::DuplicateDependency {
                path: path.into(),
                package: package.clone(),
            });
        }
        check_ranges(path, &document)?;
        let bundled = bundled(path, document.tools.tindra.bundled.as_ref())?;
        let gleam = document.gleam.as_deref().map(|text| language(path, text));
        let name = document.name;
        Ok(Self {
            gleam: gleam.transpose()?,
            gleam_constraint: document.gleam,
            internal_modules: document
                .internal_modules
                .unwrap_or_else(|| vec![format!("{name}/internal"), format!("{name}/internal/*")]),
            name,
            version: document.version,
            description: document.description,
            target: match document.target {
                TargetName::Erlang => Target::Erlang,
                TargetName::JavaScript => Target::JavaScript,
            },
            dependencies: document.dependencies,
            dev_dependencies: document.dev_dependencies,
            application_start_module: document.erlang.application_start_module,
            application_start_argument: document.erlang.application_start_argument,
            extra_applications: document.erlang.extra_applications,
            javascript_runtime: document.javascript.runtime,
            source_maps: document.javascript.source_maps,
            typescript_declarations: document.javascript.typescript_declarations,
            deno_flags: deno_flags(&document.javascript.deno),
            check_externals: document.tools.tindra.check_externals,
            packages: document.tools.tindra.packages,
            bundled,
        })
    }

    /// The oldest version of the language that the package allows, if it says so.
    pub fn oldest_language(&self) -> Option<[u64; 3]> {
        self.gleam.as_ref().map(Range::lowest)
    }

    /// Whether `module` is internal to the package: `*` matches within a path segment, `**` any.
    pub fn is_internal(&self, module: &str) -> bool {
        self.internal_modules
            .iter()
            .any(|glob| matches_glob(glob.as_bytes(), module.as_bytes()))
    }
}

/// Whether packages may have this name.
pub fn is_package_name(name: &str) -> bool {
    name.starts_with(|first: char| first.is_ascii_lowercase())
        && name
            .chars()
            .all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '_')
}

/// `*` matches any text, slashes included, as the reference's globs do; `?` one character.
fn matches_glob(glob: &[u8], text: &[u8]) -> bool {
    let (mut at_glob, mut at_text) = (0, 0);
    let mut star: Option<(usize, usize)> = None;
    while at_text < text.len() {
        match glob.get(at_glob) {
            Some(b'*') => {
                star = Some((at_glob, at_text));
                at_glob += 1;
            }
            Some(byte) if *byte == b'?' || *byte == text[at_text] => {
                at_glob += 1;
                at_text += 1;
            }
            _ => {
                let Some((back, from)) = star else {
                    return false;
                };
                star = Some((back, from + 1));
                at_glob = back + 1;
                at_text = from + 1;
            }
        }
    }
    glob[at_glob..].iter().all(|byte| *byte == b'*')
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parse(text: &str) -> Result<Config, Error> {
        Config::parse(Utf8Path::new("gleam.toml"), text)
    }

    #[test]
    fn reads_what_a_build_needs() {
        let config = parse(
            r#"
            name = "app"
            target = "javascript"
            [dependencies]
            gleam_stdlib = ">= 1.0.0 and < 2.0.0"
            wibble = { path = "../wibble" }
            wobble = { git = "g", ref = "main" }
            [javascript.deno]
            allow_read = true
            allow_net = ["localhost", "example.com"]
            allow_run = false
            [tools.tindra]
            check-externals = false
            [tools.other]
            anything = [1, "x"]
            [dev-dependencies]
            gleeunit = { version = "~> 1.0" }
            "#,
        )
        .unwrap();
        assert_eq!(config.version, "0.1.0");
        assert_eq!(config.target, Target::JavaScript);
        assert_eq!(
            config.deno_flags,
            ["--allow-net=localhost,example.com", "--allow-read"]
        );
        assert!(!config.check_externals);
        assert!(parse("name = \"app\"").unwrap().check_externals);
        assert_eq!(config.dependencies.len(), 3);
        assert_eq!(config.dev_dependencies["gleeunit"].range(), Some("~> 1.0"));
        assert!(config.is_internal("app/internal/deep/er"));
        assert!(!config.is_internal("app/internals"));
    }

    #[test]
    fn reads_which_packages_are_bundled() {
        let bundled = |value: &str| {
            parse(&format!(
                "name = \"app\"\n[tools.tindra]\nbundled = {value}"
            ))
            .map(|config| config.bundled)
        };
        assert_eq!(parse("name = \"app\"").unwrap().bundled, Bundled::All);
        assert_eq!(bundled("true"), Ok(Bundled::All));
        assert_eq!(bundled("false"), Ok(Bundled::None));
        let except = bundled("[\"gleam_json\"]").unwrap();
        assert!(!except.allows("gleam_json"));
        assert!(except.allows("gleam_stdlib"));
        for wrong in ["1", "\"gleam_json\"", "[\"gleam_json\", 1]", "{ a = true }"] {
            assert!(
                matches!(bundled(wrong), Err(Error::Config { span: Some(_), .. })),
                "{wrong}"
            );
        }
    }

    #[test]
    fn says_what_is_wrong() {
        assert!(parse("name = 1").is_err());
        assert!(parse(r#"name = "Wibble""#).is_err());
        assert!(parse("name = \"app\"\n[dependencies]\nx = \"banana\"").is_err());
    }
}

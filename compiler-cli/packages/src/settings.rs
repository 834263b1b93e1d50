//! Which registry a project uses: `[tools.tindra] registry`.
//!
//! ```toml
//! [tools.tindra]
//! registry = "https://mirror.example.com"
//! ```
//!
//! A mirror serves what the public registry has signed. Another registry has a key of its own, in a
//! file of the project, and may have another name in its messages and another address for changes:
//!
//! ```toml
//! [tools.tindra.registry]
//! url = "https://packages.example.com"
//! api = "https://packages.example.com/api"
//! name = "example"
//! key = "registry.pem"
//! ```

use std::fs;

use camino::{Utf8Path, Utf8PathBuf};
use serde::Deserialize;

use crate::problem::Problem;
use crate::registry::Settings;

#[derive(Deserialize)]
struct Document {
    #[serde(default)]
    tools: Tools,
}

#[derive(Default, Deserialize)]
struct Tools {
    #[serde(default)]
    tindra: Tindra,
}

#[derive(Default, Deserialize)]
struct Tindra {
    registry: Option<Choice>,
}

#[derive(Deserialize)]
#[serde(untagged)]
enum Choice {
    Mirror(String),
    Registry(Registry),
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Registry {
    url: String,
    api: Option<String>,
    name: Option<String>,
    key: Option<Utf8PathBuf>,
}

/// Reads the settings of the project at `root`.
pub fn read(root: &Utf8Path) -> Result<Settings, Problem> {
    let path = root.join("gleam.toml");
    let wrong = |reason: String| Problem::Config {
        path: path.clone(),
        reason,
    };
    let text = fs::read_to_string(&path).map_err(|error| wrong(error.to_string()))?;
    let document: Document = toml::from_str(&text).map_err(|error| wrong(error.to_string()))?;
    let mut settings = Settings::default();
    match document.tools.tindra.registry {
        None => {}
        Some(Choice::Mirror(url)) => settings.repository = address(&url),
        Some(Choice::Registry(registry)) => {
            settings.repository = address(&registry.url);
            if let Some(api) = registry.api {
                settings.api = address(&api);
            }
            if let Some(name) = registry.name {
                settings.name = name;
            }
            if let Some(key) = registry.key {
                let key = root.join(key);
                settings.key = fs::read_to_string(&key)
                    .map_err(|error| wrong(format!("`{key}`, the registry's key: {error}")))?;
            }
        }
    }
    Ok(settings)
}

fn address(url: &str) -> String {
    url.trim_end_matches('/').to_string()
}

//! Packages that are not Gleam's: they get a `gleam.toml`, by which builds know them.

use crate::tarball::Archive;

/// The `gleam.toml` of a package that has none: name, version and what it needs.
pub(crate) fn config(archive: &Archive) -> String {
    let mut text = format!(
        "# Made by the build tool from the facts of the package.\nname = \"{}\"\nversion = \"{}\"\n\n[dependencies]\n",
        archive.name, archive.version
    );
    for (name, (range, optional)) in &archive.requirements {
        if !optional {
            text.push_str(&format!(
                "{name} = {}\n",
                toml::Value::String(range.clone())
            ));
        }
    }
    text
}

//! Packages that are not Gleam's: they get a `gleam.toml`, by which builds know them.

use camino::Utf8PathBuf;

use crate::tarball::{Archive, Term, parse_all};

/// The `gleam.toml` of a package that has none: name, version and what it needs, and what its
/// `.app.src` says about how it is started.
pub(crate) fn config(archive: &Archive) -> String {
    let mut text = format!(
        "# Made by the build tool from the facts of the package.\nname = {}\nversion = {}\n\n[dependencies]\n",
        quoted(&archive.name),
        quoted(&archive.version)
    );
    for (name, (range, optional)) in &archive.requirements {
        if !optional {
            text.push_str(&format!("{name} = {}\n", quoted(range)));
        }
    }
    if let Some(application) = application(archive) {
        text.push_str("\n[erlang]\n");
        text.push_str(&erlang_table(archive, &application));
    }
    text
}

/// The properties in `src/NAME.app.src`.
fn application(archive: &Archive) -> Option<Vec<Term>> {
    let name = archive.app.as_ref().unwrap_or(&archive.name);
    let file = archive
        .files
        .get(&Utf8PathBuf::from(format!("src/{name}.app.src")))?;
    let text = String::from_utf8_lossy(&file.bytes);
    match parse_all(&text).ok()?.into_iter().next()? {
        Term::Tuple(parts) => parts.get(2).map(|it| it.items().to_vec()),
        _ => None,
    }
}

fn erlang_table(archive: &Archive, application: &[Term]) -> String {
    let value = |key: &str| application.iter().find_map(|it| it.value_for(key));
    let mut text = String::new();
    let needed = value("applications").map(Term::items).unwrap_or_default();
    let needed = needed.iter().filter_map(Term::text);
    let others: Vec<_> = needed
        .filter(|name| !archive.requirements.contains_key(name))
        .filter(|name| name != "kernel" && name != "stdlib")
        .map(|name| quoted(&name))
        .collect();
    text.push_str(&format!("extra_applications = [{}]\n", others.join(", ")));
    if let Some(Term::Tuple(parts)) = value("mod")
        && let [module, argument] = &**parts
        && let Some(module) = module.text()
    {
        text.push_str(&format!("application_start_module = {}\n", quoted(&module)));
        let argument = quoted(&argument.to_string());
        text.push_str(&format!("application_start_argument = {argument}\n"));
    }
    text
}

fn quoted(text: &str) -> String {
    toml::Value::String(text.to_string()).to_string()
}

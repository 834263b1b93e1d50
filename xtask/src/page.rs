//! One HTML file from a project's ES modules, which opens without a server.
//!
//! Browsers refuse to load modules from `file:` addresses, so each module becomes a `data:` address
//! in an import map, and relative imports become names in that map.

use std::collections::BTreeMap;
use std::fmt::Write;
use std::fs;

use camino::{Utf8Path, Utf8PathBuf};
use serde_json::json;

/// Writes `build/tindra/page.html` for the project at `folder`; gives its address.
pub(crate) fn write(folder: &Utf8Path, package: &str) -> Result<String, String> {
    let output = folder.join("build/tindra/dev/javascript");
    let entry = format!("{package}/{package}.mjs");
    let mut modules = BTreeMap::new();
    let mut waiting = vec![Utf8PathBuf::from(&entry)];
    while let Some(path) = waiting.pop() {
        if modules.contains_key(&path) {
            continue;
        }
        let text =
            fs::read_to_string(output.join(&path)).map_err(|error| format!("{path}: {error}"))?;
        let (text, imported) = with_names(&text, &path);
        modules.insert(path, text);
        waiting.extend(imported);
    }
    let imports: BTreeMap<String, String> = modules
        .iter()
        .map(|(path, text)| {
            (
                format!("app:{path}"),
                format!("data:text/javascript,{}", escape(text)),
            )
        })
        .collect();
    let html = fs::read_to_string(folder.join("index.html")).map_err(|error| error.to_string())?;
    let map = json!({ "imports": imports });
    let script = format!(
        "<script type=\"importmap\">{map}</script>\n<script type=\"module\">import {{ main }} from \"app:{entry}\"; main();</script>"
    );
    let (Some(start), Some(end)) = (html.find("<script"), html.rfind("</script>")) else {
        return Err("index.html has no script".to_string());
    };
    let page = format!(
        "{}{script}{}",
        &html[..start],
        &html[end + "</script>".len()..]
    );
    let file = folder.join("build/tindra/page.html");
    fs::write(&file, page).map_err(|error| format!("{file}: {error}"))?;
    let file = file
        .canonicalize_utf8()
        .map_err(|error| error.to_string())?;
    Ok(format!("file://{file}"))
}

/// Replaces relative module names in imports and exports; gives the modules they name.
fn with_names(text: &str, path: &Utf8Path) -> (String, Vec<Utf8PathBuf>) {
    let folder = path.parent().unwrap_or(Utf8Path::new(""));
    let mut out = String::new();
    let mut imported = Vec::new();
    let mut rest = text;
    while let Some(at) = rest.find("from \"").map(|at| at + 6) {
        let (before, after) = rest.split_at(at);
        out.push_str(before);
        let end = after.find('"').unwrap_or(after.len());
        let name = &after[..end];
        if name.starts_with('.') {
            let module = join(folder, name);
            let _ = write!(out, "app:{module}");
            imported.push(module);
        } else {
            out.push_str(name);
        }
        rest = &after[end..];
    }
    out.push_str(rest);
    (out, imported)
}

fn join(folder: &Utf8Path, name: &str) -> Utf8PathBuf {
    let mut path = folder.to_path_buf();
    for part in name.split('/') {
        match part {
            "." => {}
            ".." => {
                path.pop();
            }
            part => path.push(part),
        }
    }
    path
}

/// Percent-encodes what has a meaning in addresses.
fn escape(text: &str) -> String {
    let mut out = String::with_capacity(text.len() * 2);
    for byte in text.bytes() {
        if byte.is_ascii_alphanumeric() || b"-_.!~*'()/;:@=+$,?&[]{}".contains(&byte) {
            out.push(char::from(byte));
        } else {
            let _ = write!(out, "%{byte:02X}");
        }
    }
    out
}

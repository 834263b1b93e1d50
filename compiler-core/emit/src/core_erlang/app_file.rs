//! The application resource file, `ebin/<package>.app`.

use std::fmt::Write;

/// What an application file says.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct AppFile {
    /// The package, which is the application's name.
    pub name: String,
    /// Its version.
    pub version: String,
    /// What it is for.
    pub description: String,
    /// The Erlang modules of its `ebin`, in any order.
    pub modules: Vec<String>,
    /// The applications that must run before it, in any order; `kernel` and `stdlib` are added.
    pub applications: Vec<String>,
    /// The Erlang module that starts it as an OTP application, if one does, and the term that its
    /// `start/2` takes.
    pub start: Option<(String, String)>,
}

/// The text of an application file: equal contents give equal text.
pub fn app_file(app: &AppFile) -> String {
    let mut modules: Vec<&str> = app.modules.iter().map(String::as_str).collect();
    modules.sort_unstable();
    modules.dedup();
    let given = app.applications.iter().map(String::as_str);
    let mut others: Vec<&str> = given.filter(|name| !BASE.contains(name)).collect();
    others.sort_unstable();
    others.dedup();
    let applications: Vec<&str> = BASE.into_iter().chain(others).collect();

    let mut text = format!("{{application, {}, [\n", quoted_atom(&app.name));
    // Writing to a string cannot fail.
    if let Some((module, argument)) = &app.start {
        let _ = writeln!(
            text,
            "    {{mod, {{{}, {argument}}}}},",
            quoted_atom(module)
        );
    }
    let _ = writeln!(text, "    {{vsn, {}}},", quoted_string(&app.version));
    let _ = writeln!(text, "    {{applications, {}}},", atoms(&applications));
    let _ = writeln!(
        text,
        "    {{description, {}}},",
        quoted_string(&app.description)
    );
    let _ = writeln!(text, "    {{modules, {}}},", atoms(&modules));
    text.push_str("    {registered, []}\n]}.\n");
    text
}

const BASE: [&str; 2] = ["kernel", "stdlib"];

fn atoms(names: &[&str]) -> String {
    if names.is_empty() {
        return "[]".to_owned();
    }
    let atoms: Vec<String> = names.iter().map(|name| quoted_atom(name)).collect();
    format!("[\n        {}\n    ]", atoms.join(",\n        "))
}

fn quoted_atom(name: &str) -> String {
    format!("'{}'", escaped(name, '\''))
}

fn quoted_string(text: &str) -> String {
    format!("\"{}\"", escaped(text, '"'))
}

fn escaped(text: &str, quote: char) -> String {
    let mut escaped = String::with_capacity(text.len());
    for character in text.chars() {
        if character == '\\' || character == quote {
            escaped.push('\\');
        }
        escaped.push(character);
    }
    escaped
}

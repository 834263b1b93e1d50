//! Examples in documentation: what stands in fences of the language.

use std::collections::{BTreeMap, BTreeSet};

/// An example.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Example {
    /// The line of its opening fence.
    pub(crate) line: u32,
    /// Whether it is only compiled: its fence says `no_run`, or it is a whole module.
    pub(crate) compiled_only: bool,
    /// Whether it holds definitions instead of statements.
    pub(crate) is_module: bool,
    /// Its imports, a line each.
    pub(crate) imports: BTreeSet<String>,
    /// Its other lines.
    pub(crate) body: Vec<String>,
}

/// The examples in the numbered lines of a comment.
pub(crate) fn examples(lines: &[(u32, String)]) -> Vec<Example> {
    let mut examples = Vec::new();
    let mut lines = lines.iter();
    while let Some((line, text)) = lines.next() {
        let Some(information) = text.trim().strip_prefix("```gleam") else {
            continue;
        };
        let inside = lines.by_ref().map(|(_, text)| text);
        let body = inside.take_while(|text| !text.trim_start().starts_with("```"));
        let body: Vec<String> = body
            .map(|text| text.strip_prefix(' ').unwrap_or(text).to_string())
            .collect();
        examples.push(Example::new(*line, information, body));
    }
    examples
}

impl Example {
    fn new(line: u32, information: &str, lines: Vec<String>) -> Self {
        let mut imports = BTreeSet::new();
        let mut body = Vec::new();
        let mut lines = lines.into_iter();
        while let Some(line) = lines.next() {
            if !line.starts_with("import ") {
                body.push(line);
                continue;
            }
            let mut import = line;
            while import.contains('{') && !import.contains('}') {
                let Some(more) = lines.next() else { break };
                import = format!("{import} {}", more.trim());
            }
            imports.insert(import);
        }
        let is_module = body.iter().any(|line| is_definition(line));
        let words = information.split_whitespace();
        Self {
            line,
            compiled_only: is_module || words.into_iter().any(|word| word == "no_run"),
            is_module,
            imports,
            body,
        }
    }

    /// Adds imports for modules that are used and not imported: `module` itself, and those that
    /// `known` has by the last part of their path.
    pub(crate) fn add_imports(&mut self, module: &str, known: &BTreeMap<String, String>) {
        let bound: BTreeSet<&str> = self.imports.iter().map(|line| bound_name(line)).collect();
        let own = module.rsplit('/').next().unwrap_or(module);
        let mut added = Vec::new();
        for name in qualifiers(&self.body) {
            let path = if name == own {
                Some(module)
            } else {
                known.get(&name).map(String::as_str)
            };
            if let Some(path) = path.filter(|_| !bound.contains(name.as_str())) {
                added.push(format!("import {path}"));
            }
        }
        self.imports.extend(added);
    }
}

fn is_definition(line: &str) -> bool {
    let words = ["pub ", "fn ", "type ", "const ", "@"];
    // A function without a name is an expression.
    words.iter().any(|word| line.starts_with(word)) && !line.starts_with("fn (")
}

/// The name by which a module is known after an import.
pub(crate) fn bound_name(import: &str) -> &str {
    let path = import.trim_start_matches("import ").trim();
    if let Some((_, alias)) = path.rsplit_once(" as ")
        && !alias.contains('}')
    {
        return alias;
    }
    let path = path.split(['.', ' ']).next().unwrap_or(path);
    path.rsplit('/').next().unwrap_or(path)
}

/// What stands before dots that names follow, strings and comments left out.
fn qualifiers(lines: &[String]) -> BTreeSet<String> {
    let text = lines.join("\n");
    let mut found = BTreeSet::new();
    let mut word = String::new();
    let mut characters = text.chars().peekable();
    let mut after_dot = false;
    while let Some(character) = characters.next() {
        let next = characters.peek().copied().unwrap_or(' ');
        match character {
            '"' => {
                while let Some(inside) = characters.next() {
                    match inside {
                        '\\' => drop(characters.next()),
                        '"' => break,
                        _ => {}
                    }
                }
                word.clear();
            }
            '/' if next == '/' => {
                while characters.next_if(|it| *it != '\n').is_some() {}
                word.clear();
            }
            '.' if !word.is_empty() && !after_dot && next.is_ascii_alphabetic() => {
                found.insert(std::mem::take(&mut word));
                after_dot = true;
            }
            _ if character.is_ascii_alphanumeric() || character == '_' => word.push(character),
            _ => {
                word.clear();
                after_dot = character == '.';
            }
        }
    }
    found.retain(|word| word.starts_with(|first: char| first.is_ascii_lowercase()));
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(text: &str) -> Vec<Example> {
        let lines = (1..).zip(text.lines().map(str::to_string));
        examples(&lines.collect::<Vec<_>>())
    }

    #[test]
    fn fences_of_the_language_are_examples() {
        let all = found(
            " Text.\n ```gleam\n import gleam/int\n assert int.add(1, 2) == 3\n ```\n\n\
             ```sh\n no\n ```\n ```gleam no_run\n   stop()\n ```\n ```gleam\n pub fn main() { 1 }\n ```",
        );
        let lines: Vec<u32> = all.iter().map(|example| example.line).collect();
        assert_eq!(lines, [2, 10, 13]);
        assert_eq!(all[0].imports, BTreeSet::from(["import gleam/int".into()]));
        assert_eq!(all[0].body, ["assert int.add(1, 2) == 3"]);
        assert!(!all[0].compiled_only && all[1].compiled_only && all[2].is_module);
        assert_eq!(all[1].body, ["  stop()"]);
    }

    #[test]
    fn modules_that_are_used_are_imported() {
        let known = BTreeMap::from([
            ("list".to_string(), "gleam/list".to_string()),
            ("string".to_string(), "gleam/string".to_string()),
            ("option".to_string(), "gleam/option".to_string()),
        ]);
        let mut example = found(
            "```gleam\nimport other/list\nlist.map(\"string.x\", option.Some)\n// string.y\n1.0\na.list.b\n```",
        )
        .remove(0);
        example.add_imports("deep/option", &known);
        let imports = ["import deep/option", "import other/list"];
        assert_eq!(example.imports, imports.map(str::to_string).into());
        assert_eq!(bound_name("import a/b.{type C as D} as e"), "e");
        assert_eq!(bound_name("import a/b.{c as d}"), "b");
    }
}

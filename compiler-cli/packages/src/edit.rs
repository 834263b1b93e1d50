//! Changes to `gleam.toml` that leave all else as it was written.

use compiler_core::package::Version;
use toml_edit::{Array, DocumentMut, Item, Table, value};

use crate::problem::Problem;

/// The text of a `gleam.toml` in which a package is required, and is so in one table only.
pub fn with_requirement(
    text: &str,
    package: &str,
    range: &str,
    dev: bool,
) -> Result<String, String> {
    let mut document = parse(text)?;
    let tables = tables(&document);
    let (wanted, others): (Vec<_>, Vec<_>) = tables
        .into_iter()
        .partition(|table| (*table != "dependencies") == dev);
    for table in others {
        if let Some(table) = document[table].as_table_like_mut() {
            table.remove(package);
        }
    }
    let table = wanted.first().copied().unwrap_or(if dev {
        "dev_dependencies"
    } else {
        "dependencies"
    });
    let item = document.entry(table).or_insert(Item::Table(Table::new()));
    let table = item
        .as_table_like_mut()
        .ok_or_else(|| format!("`{table}` is not a table."))?;
    table.insert(package, value(range));
    Ok(document.to_string())
}

/// The text of a `gleam.toml` without requirements on some packages, and the names of those that it
/// did not have.
pub fn without_requirements(
    text: &str,
    packages: &[String],
) -> Result<(String, Vec<String>), String> {
    let mut document = parse(text)?;
    let tables = tables(&document);
    let mut unknown = Vec::new();
    for package in packages {
        let mut found = false;
        for table in &tables {
            let table = document[*table].as_table_like_mut();
            found |= table.is_some_and(|table| table.remove(package).is_some());
        }
        if !found {
            unknown.push(package.clone());
        }
    }
    Ok((document.to_string(), unknown))
}

/// The text of a `gleam.toml` whose `[tools.tindra] packages` has a folder.
pub fn with_folder(text: &str, folder: &str) -> Result<String, String> {
    let mut document = parse(text)?;
    let mut table: &mut dyn toml_edit::TableLike = document.as_table_mut();
    for key in ["tools", "tindra"] {
        let item = table.entry(key).or_insert_with(|| {
            let mut table = Table::new();
            table.set_implicit(true);
            Item::Table(table)
        });
        table = item
            .as_table_like_mut()
            .ok_or_else(|| format!("`{key}` is not a table."))?;
    }
    let folders = table
        .entry("packages")
        .or_insert_with(|| value(Array::new()))
        .as_array_mut()
        .ok_or("`packages` is not a list.")?;
    if !folders.iter().any(|it| it.as_str() == Some(folder)) {
        folders.push(folder);
    }
    Ok(document.to_string())
}

fn parse(text: &str) -> Result<DocumentMut, String> {
    text.parse()
        .map_err(|error: toml_edit::TomlError| error.to_string())
}

/// The tables of dependencies that the document has.
fn tables(document: &DocumentMut) -> Vec<&'static str> {
    let names = ["dependencies", "dev_dependencies", "dev-dependencies"];
    names
        .into_iter()
        .filter(|name| document.contains_key(name))
        .collect()
}

/// What the command line asks to add: `name`, `name@2`, `name@2.5`, `name@2.5.1`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Addition {
    /// The package.
    pub name: String,
    /// The range, if a version was given.
    pub range: Option<String>,
}

impl Addition {
    /// Reads it.
    pub fn parse(text: &str) -> Result<Self, Problem> {
        let (name, version) = match text.split_once('@') {
            Some((name, version)) => (name, Some(version)),
            None => (text, None),
        };
        if !compiler_core::package::is_package_name(name) {
            return Err(Problem::NoPackage {
                package: name.to_string(),
            });
        }
        let range = version.map(|version| {
            let invalid = || Problem::InvalidVersion {
                text: version.to_string(),
            };
            let parts = version.split('-').next().unwrap_or_default();
            let full = match parts.split('.').count() {
                1 => format!("{version}.0.0"),
                2 => format!("{version}.0"),
                _ => version.to_string(),
            };
            let digits = parts
                .split('.')
                .all(|part| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit()));
            let version = Version::parse(&full)
                .filter(|_| digits)
                .ok_or_else(invalid)?;
            Ok(range_from(&version))
        });
        Ok(Self {
            name: name.to_string(),
            range: range.transpose()?,
        })
    }
}

/// The range from a version up to the next major one; a version before a release is taken exactly.
pub fn range_from(version: &Version) -> String {
    if version.is_pre_release() {
        return format!("== {version}");
    }
    let [major, ..] = version.numbers();
    format!(">= {version} and < {}.0.0", major.saturating_add(1))
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEXT: &str = "# mine\nname = \"app\"   # yes\n\n[dependencies]\nb = \"1.0.0\" # why\n\n[dev-dependencies]\nc = { path = \"../c\" }\n";

    #[test]
    fn adds_and_leaves_the_rest_alone() {
        let added = with_requirement(TEXT, "a", ">= 1.0.0 and < 2.0.0", false).unwrap();
        let expected = TEXT.replace("# why\n", "# why\na = \">= 1.0.0 and < 2.0.0\"\n");
        assert_eq!(added, expected);
        let dev = with_requirement(TEXT, "a", "1.0.0", true).unwrap();
        assert!(
            dev.ends_with("c = { path = \"../c\" }\na = \"1.0.0\"\n"),
            "{dev}"
        );
        let bare = with_requirement("name = \"app\"\n", "a", "1.0.0", true).unwrap();
        assert_eq!(
            bare,
            "name = \"app\"\n\n[dev_dependencies]\na = \"1.0.0\"\n"
        );
        let moved = with_requirement(TEXT, "c", "1.0.0", false).unwrap();
        assert!(!moved.contains("../c"), "{moved}");
    }

    #[test]
    fn removes_and_tells_what_is_not_there() {
        let packages = ["b".to_string(), "c".to_string(), "d".to_string()];
        let (text, unknown) = without_requirements(TEXT, &packages).unwrap();
        assert_eq!(unknown, ["d"]);
        assert!(!text.contains("b =") && !text.contains("c ="), "{text}");
        assert!(text.contains("name = \"app\"   # yes"));
    }

    #[test]
    fn folders_of_packages_are_listed_once() {
        let once = with_folder(TEXT, "vendor").unwrap();
        assert!(
            once.ends_with("\n[tools.tindra]\npackages = [\"vendor\"]\n"),
            "{once}"
        );
        assert_eq!(with_folder(&once, "vendor").unwrap(), once);
    }

    #[test]
    fn versions_become_ranges() {
        let range = |text: &str| Addition::parse(text).unwrap().range;
        assert_eq!(range("a"), None);
        assert_eq!(range("a@2").as_deref(), Some(">= 2.0.0 and < 3.0.0"));
        assert_eq!(range("a@2.5").as_deref(), Some(">= 2.5.0 and < 3.0.0"));
        assert_eq!(range("a@0.5.1").as_deref(), Some(">= 0.5.1 and < 1.0.0"));
        assert_eq!(range("a@2.0.0-rc.1").as_deref(), Some("== 2.0.0-rc.1"));
        for wrong in ["a@x", "a@", "a@1.2.3.4", "a@-1", "A@1", "", "a@+1"] {
            assert!(Addition::parse(wrong).is_err(), "{wrong}");
        }
    }
}

//! Where packages come from, as the command line tells it.

use crate::support::{root, stderr, stdout, tindra, write};

/// The version of a bundled package.
fn bundled_version(package: &str) -> String {
    let path = root().join("stdlib").join(package).join("gleam.toml");
    let text = std::fs::read_to_string(path).unwrap();
    let line = text
        .lines()
        .find(|line| line.starts_with("version"))
        .unwrap();
    line.split('"').nth(1).unwrap().to_string()
}

const TOML: &str = r#"name = "app"
version = "1.0.0"

[dependencies]
beside = { path = "deep/beside" }
fetched = ">= 1.0.0"
gleam_stdlib = ">= 0.44.0 and < 2.0.0"
vendored = ">= 1.0.0"

[dev-dependencies]
gleeunit = ">= 1.0.0 and < 2.0.0"
"#;

#[test]
fn the_list_says_where_each_package_comes_from() {
    let folder = tempfile::tempdir().unwrap();
    let package =
        |name: &str, version: &str| format!("name = \"{name}\"\nversion = \"{version}\"\n");
    let files = [
        ("gleam.toml", TOML.to_string()),
        ("deep/beside/gleam.toml", package("beside", "10.20.30")),
        (
            "build/packages/fetched/gleam.toml",
            package("fetched", "1.0.0-rc.1"),
        ),
        ("else/any/gleam.toml", package("vendored", "1.0.0")),
    ];
    for (path, text) in files {
        write(folder.path(), path, &text);
    }
    let refused = tindra(folder.path(), &["deps", "list", "--packages", "else"]);
    assert_eq!(refused.status.code(), Some(1));
    let told = stderr(&refused);
    assert!(
        told.contains("error[T0525]") && told.contains("1.0.0-rc.1"),
        "{told}"
    );
    write(
        folder.path(),
        "build/packages/fetched/gleam.toml",
        &package("fetched", "1.0.0"),
    );
    let listed = tindra(folder.path(), &["deps", "list", "--packages", "else"]);
    assert!(listed.status.success(), "{}", stderr(&listed));
    assert_eq!(stderr(&listed), "");
    let standard = format!("{:8}", bundled_version("gleam_stdlib"));
    let unit = format!("{:8}", bundled_version("gleeunit"));
    let expected = format!(
        "Package       Version   Source\n\
         -------       -------   ------\n\
         beside        10.20.30  path deep/beside\n\
         fetched       1.0.0     hex build/packages/fetched\n\
         gleam_stdlib  {standard}  bundled\n\
         gleeunit      {unit}  bundled\n\
         vendored      1.0.0     packages else/any\n"
    );
    assert_eq!(stdout(&listed), expected);
}

#[test]
fn what_is_wrong_with_a_project_fails_the_list() {
    let folder = tempfile::tempdir().unwrap();
    let outside = tindra(folder.path(), &["deps", "list"]);
    assert!(
        stderr(&outside).contains("error[T0600]"),
        "{}",
        stderr(&outside)
    );
    write(
        folder.path(),
        "gleam.toml",
        "name = \"app\"\n[tools.tindra]\nbundled = 1\n",
    );
    let wrong = tindra(folder.path(), &["deps", "list"]);
    assert!(
        stderr(&wrong).contains("error[T0501]"),
        "{}",
        stderr(&wrong)
    );
    write(folder.path(), "gleam.toml", "name = \"app\"\n");
    let empty = tindra(folder.path(), &["deps", "list"]);
    assert_eq!(
        stdout(&empty),
        "Package  Version  Source\n-------  -------  ------\n"
    );
}

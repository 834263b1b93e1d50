use serde_json::json;

use crate::editor::{Editor, TOML, at, between, place};

#[test]
fn a_broken_gleam_toml_is_shown_where_it_is_broken() {
    let text = "pub fn main() {\n  1\n}\n";
    let broken = "name = \"app\"\n\n[dependencies]\ngleam_stdlib = \n";
    let mut editor = Editor::start(&[("gleam.toml", broken), ("src/app.gleam", text)]);
    editor.open("src/app.gleam");
    let found = editor.diagnostics("gleam.toml");
    assert_eq!(found.len(), 1, "{found:?}");
    assert_eq!(place(&found[0]["range"]).0.0, 3, "{found:?}");
    assert_eq!(found[0]["severity"], 1);
    editor.open_with("gleam.toml", TOML);
    assert_eq!(editor.diagnostics("gleam.toml").len(), 0);
    assert!(
        editor
            .hover("src/app.gleam", at(text, "^main"))
            .contains("fn() -> Int")
    );
}

#[test]
fn modules_are_checked_while_gleam_toml_is_broken() {
    let text = "pub fn main() {\n  1\n}\n";
    let mut editor = Editor::with_app(text);
    assert!(
        editor
            .hover("src/app.gleam", at(text, "^main"))
            .contains("fn() -> Int")
    );
    editor.open_with("gleam.toml", "name = \n");
    assert_eq!(editor.diagnostics("gleam.toml").len(), 1);
    editor.change("src/app.gleam", &[(between(text, "  ^1^\n"), "wibble")]);
    assert_eq!(editor.diagnostics("src/app.gleam").len(), 1);
    editor.close("gleam.toml");
    assert_eq!(editor.diagnostics("gleam.toml").len(), 0);
}

#[test]
fn a_missing_dependency_is_shown_in_gleam_toml() {
    let toml = format!("{TOML}no_such_package = \">= 1.0.0 and < 2.0.0\"\n");
    let files = [
        ("gleam.toml", toml.as_str()),
        ("src/app.gleam", "pub const x = 1\n"),
    ];
    let mut editor = Editor::start(&files);
    editor.open("src/app.gleam");
    let found = editor.diagnostics("gleam.toml");
    assert!(
        found[0]["message"]
            .as_str()
            .unwrap()
            .contains("no_such_package"),
        "{found:?}"
    );
    editor.write("gleam.toml", TOML);
    let change = json!({ "uri": editor.uri("gleam.toml"), "type": 2 });
    editor.notify(
        "workspace/didChangeWatchedFiles",
        &json!({ "changes": [change] }),
    );
    assert_eq!(editor.diagnostics("gleam.toml").len(), 0);
}

const WIBBLE: &str = "pub fn one() {\n  1\n}\n";
const USER: &str = "import wibble\n\npub fn main() -> Int {\n  wibble.one()\n}\n";
const USER_TOML: &str = "name = \"app\"\n\n[dependencies]\nwibble = { path = \"../wibble\" }\n";

fn two_projects() -> Editor {
    Editor::start(&[
        ("app/gleam.toml", USER_TOML),
        ("app/src/app.gleam", USER),
        ("wibble/gleam.toml", "name = \"wibble\"\n"),
        ("wibble/src/wibble.gleam", WIBBLE),
    ])
}

#[test]
fn projects_are_found_by_the_nearest_gleam_toml() {
    let mut editor = two_projects();
    editor.write("wibble/test/app.gleam", "pub fn main() {\n  1.0\n}\n");
    editor.open("app/src/app.gleam");
    editor.open("wibble/test/app.gleam");
    assert!(
        editor
            .hover("app/src/app.gleam", at(USER, "^main"))
            .contains("fn() -> Int")
    );
    assert!(
        editor
            .hover("wibble/test/app.gleam", (0, 8))
            .contains("fn() -> Float")
    );
}

#[test]
fn an_edit_of_a_path_dependency_is_seen_by_its_users() {
    let mut editor = two_projects();
    editor.open("app/src/app.gleam");
    assert!(
        editor
            .hover("app/src/app.gleam", at(USER, "^one"))
            .contains("fn() -> Int")
    );
    editor.open("wibble/src/wibble.gleam");
    editor.change(
        "wibble/src/wibble.gleam",
        &[(between(WIBBLE, "  ^1^\n"), "1.0")],
    );
    assert_eq!(editor.diagnostics("app/src/app.gleam").len(), 1);
    // Both projects find the same error, which is one problem.
    editor.change("wibble/src/wibble.gleam", &[(((1, 2), (1, 5)), "wobble")]);
    let found = editor.diagnostics("wibble/src/wibble.gleam");
    assert_eq!(found.len(), 1, "{found:?}");
    let (path, range) = editor
        .definition("app/src/app.gleam", at(USER, "^one"))
        .unwrap();
    assert_eq!(
        (path, range),
        (
            editor.path("wibble/src/wibble.gleam"),
            between(WIBBLE, "^one^")
        )
    );
}

#[test]
fn folders_may_have_spaces_in_their_names() {
    let text = "pub fn main() {\n  helper()\n}\n\nfn helper() {\n  wibble\n}\n";
    let files = [
        ("my project/gleam.toml", TOML),
        ("my project/src/app.gleam", text),
    ];
    let mut editor = Editor::start(&files);
    editor.open("my project/src/app.gleam");
    assert_eq!(editor.diagnostics("my project/src/app.gleam").len(), 1);
    let found = editor.definition("my project/src/app.gleam", at(text, "  help^er()"));
    let expected = (
        editor.path("my project/src/app.gleam"),
        between(text, "fn ^helper^"),
    );
    assert_eq!(found, Some(expected));
}

use serde_json::json;

use crate::editor::{Editor, TOML, at, between, place};

#[test]
fn an_error_is_shown_where_it_is_and_goes_when_it_is_mended() {
    let text = "pub fn main() -> Int {\n  \"one\"\n}\n";
    let mut editor = Editor::with_app(text);
    let found = editor.diagnostics("src/app.gleam");
    assert_eq!(found.len(), 1, "{found:?}");
    assert_eq!(place(&found[0]["range"]), between(text, "^\"one\"^"));
    assert_eq!(found[0]["severity"], 1);
    assert_eq!(found[0]["source"], "tindra");
    assert!(found[0]["code"].as_str().unwrap().starts_with('T'));
    assert!(
        found[0]["message"].as_str().unwrap().contains("String"),
        "{found:?}"
    );
    editor.change("src/app.gleam", &[(between(text, "^\"one\"^"), "1")]);
    assert_eq!(editor.diagnostics("src/app.gleam").len(), 0);
}

#[test]
fn a_warning_is_a_warning() {
    let text = "pub fn main() {\n  let unused = 1\n  2\n}\n";
    let mut editor = Editor::with_app(text);
    let found = editor.diagnostics("src/app.gleam");
    assert_eq!(found.len(), 1, "{found:?}");
    assert_eq!(found[0]["severity"], 2);
    assert_eq!(place(&found[0]["range"]), between(text, "let ^unused^ ="));
}

#[test]
fn a_syntax_error_in_one_function_leaves_the_others_alive() {
    let text =
        "pub fn broken() {\n  let x = \n}\n\npub fn one() {\n  two()\n}\n\nfn two() {\n  2.0\n}\n";
    let mut editor = Editor::with_app(text);
    let mut found = editor.diagnostics("src/app.gleam");
    found.retain(|problem| problem["severity"] == 1);
    assert_eq!(found.len(), 1, "{found:?}");
    assert!(
        editor
            .hover("src/app.gleam", at(text, "  ^two()"))
            .contains("fn() -> Float")
    );
    let (path, range) = editor
        .definition("src/app.gleam", at(text, "  t^wo()"))
        .unwrap();
    assert_eq!(path, editor.path("src/app.gleam"));
    assert_eq!(range, between(text, "fn ^two^()"));
    // Also where the brace that ends the function is missing.
    editor.change("src/app.gleam", &[(((1, 0), (3, 0)), "  let x = [\n")]);
    let text =
        "pub fn broken() {\n  let x = [\n\npub fn one() {\n  two()\n}\n\nfn two() {\n  2.0\n}\n";
    assert!(
        editor
            .hover("src/app.gleam", at(text, "  ^two()"))
            .contains("fn() -> Float")
    );
    assert!(
        editor
            .definition("src/app.gleam", at(text, "  t^wo()"))
            .is_some()
    );
}

#[test]
fn an_edit_shows_in_the_modules_that_import_it() {
    let wibble = "pub fn one() {\n  1\n}\n";
    let text = "import wibble\n\npub fn main() -> Int {\n  wibble.one()\n}\n";
    let mut editor = Editor::start(&[
        ("gleam.toml", TOML),
        ("src/wibble.gleam", wibble),
        ("src/app.gleam", text),
    ]);
    editor.open("src/wibble.gleam");
    editor.change("src/wibble.gleam", &[(between(wibble, "  ^1^\n"), "1.0")]);
    let found = editor.diagnostics("src/app.gleam");
    assert_eq!(place(&found[0]["range"]), between(text, "^wibble.one()^"));
    editor.replace("src/wibble.gleam", wibble);
    assert_eq!(editor.diagnostics("src/app.gleam").len(), 0);
}

#[test]
fn other_places_of_a_problem_are_related_information() {
    let text = "pub fn one() {\n  1\n}\n\npub fn one() {\n  2\n}\n";
    let mut editor = Editor::with_app(text);
    let found = editor.diagnostics("src/app.gleam");
    assert_eq!(found.len(), 1, "{found:?}");
    assert_eq!(place(&found[0]["range"]).0, (4, 0));
    let related = &found[0]["relatedInformation"][0];
    assert_eq!(
        related["location"]["uri"],
        editor.uri("src/app.gleam").as_str()
    );
    assert_eq!(place(&related["location"]["range"]).0, (0, 0));
}

#[test]
fn changes_on_disk_are_seen_when_the_editor_tells() {
    let text = "import wibble\n\npub fn main() -> Int {\n  wibble.one()\n}\n";
    let mut editor = Editor::with_app(text);
    assert_eq!(editor.diagnostics("src/app.gleam").len(), 1);
    editor.write("src/wibble.gleam", "pub fn one() {\n  1\n}\n");
    let change = json!({ "uri": editor.uri("src/wibble.gleam"), "type": 1 });
    editor.notify(
        "workspace/didChangeWatchedFiles",
        &json!({ "changes": [change] }),
    );
    assert_eq!(editor.diagnostics("src/app.gleam").len(), 0);
}

use serde_json::{Value, json};

use crate::editor::{Editor, between, place};

const TEXT: &str = "import gleam/list

/// What there is.
pub type Pet {
  /// Barks.
  Dog(name: String, age: Int)
  Fish
}

pub type Pets =
  List(Pet)

const limit = 10

/// Counts.
pub fn count(pets: Pets) {
  list.length(pets) + limit
}
";

/// Kind, name and children of each symbol.
fn outline(symbols: &Value) -> Value {
    let symbols = symbols.as_array().into_iter().flatten();
    symbols
        .map(|symbol| json!([symbol["kind"], symbol["name"], outline(&symbol["children"])]))
        .collect()
}

#[test]
fn the_outline_is_a_tree() {
    let mut editor = Editor::with_app(TEXT);
    let document = json!({ "textDocument": { "uri": editor.uri("src/app.gleam") } });
    let symbols = editor.request("textDocument/documentSymbol", &document);
    let fields = json!([[8, "name", []], [8, "age", []]]);
    let expected = json!([
        [5, "Pet", [[9, "Dog", fields], [9, "Fish", []]]],
        [5, "Pets", []],
        [14, "limit", []],
        [12, "count", []],
    ]);
    assert_eq!(outline(&symbols), expected);
    let pet = &symbols[0];
    let whole = between(
        TEXT,
        "^/// What there is.\npub type Pet {\n  /// Barks.\n  Dog(name: String, age: Int)\n  Fish\n}^",
    );
    assert_eq!(place(&pet["range"]), whole);
    assert_eq!(place(&pet["selectionRange"]), between(TEXT, "type ^Pet^ {"));
    let dog = &pet["children"][0];
    let whole = between(TEXT, "^/// Barks.\n  Dog(name: String, age: Int)^");
    assert_eq!(place(&dog["range"]), whole);
}

#[test]
fn the_outline_of_a_broken_file_has_what_is_whole() {
    let mut editor = Editor::with_app("pub fn a() {\n  1 +\n}\n\npub fn b() { 2 }\n\npub fn\n");
    let document = json!({ "textDocument": { "uri": editor.uri("src/app.gleam") } });
    let symbols = editor.request("textDocument/documentSymbol", &document);
    assert_eq!(outline(&symbols), json!([[12, "a", []], [12, "b", []]]));
}

use serde_json::json;

use crate::editor::Editor;

#[test]
fn a_file_is_formatted_by_an_edit_of_its_lines() {
    let mut editor = Editor::with_app("const a = 1\n\nconst b=2\n");
    let options = json!({ "tabSize": 2, "insertSpaces": true });
    let document =
        json!({ "textDocument": { "uri": editor.uri("src/app.gleam") }, "options": options });
    let edits = editor.request("textDocument/formatting", &document);
    let range =
        json!({ "start": { "line": 2, "character": 0 }, "end": { "line": 3, "character": 0 } });
    assert_eq!(
        edits,
        json!([{ "range": range, "newText": "const b = 2\n" }])
    );
}

#[test]
fn a_range_is_formatted_in_a_file_that_is_broken_elsewhere() {
    let mut editor = Editor::with_app("const a=1\nfn b( {\nconst c=3\n");
    let options = json!({ "tabSize": 2, "insertSpaces": true });
    let place = |line, character| json!({ "line": line, "character": character });
    let wanted = json!({ "start": place(2, 1), "end": place(2, 4) });
    let document = json!({
        "textDocument": { "uri": editor.uri("src/app.gleam") },
        "range": wanted,
        "options": options,
    });
    let edits = editor.request("textDocument/rangeFormatting", &document);
    let range = json!({ "start": place(2, 0), "end": place(2, 9) });
    assert_eq!(edits, json!([{ "range": range, "newText": "const c = 3" }]));
}

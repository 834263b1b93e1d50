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

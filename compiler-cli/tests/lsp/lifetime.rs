use serde_json::{Value, json};

use crate::editor::Editor;

#[test]
fn says_what_it_can_do() {
    let mut editor = Editor::start(&[]);
    let answer = editor.ask("textDocument/hover", "src/none.gleam", (0, 0));
    assert_eq!(answer, Value::Null);
    assert_eq!(editor.finish().code(), Some(0));
}

#[test]
fn an_exit_without_goodbye_is_a_failure() {
    let mut editor = Editor::start(&[]);
    editor.send(&json!({ "jsonrpc": "2.0", "method": "exit" }));
    assert_eq!(editor.wait_for_end().code(), Some(1));
}

#[test]
fn asks_to_be_told_of_changes_on_disk() {
    let watch =
        json!({ "workspace": { "didChangeWatchedFiles": { "dynamicRegistration": true } } });
    let mut editor = Editor::start_with(&[], &watch);
    let (id, registrations) = editor.wait_for("a registration", |message| {
        let ours = message["method"] == "client/registerCapability";
        ours.then(|| {
            (
                message["id"].clone(),
                message["params"]["registrations"].clone(),
            )
        })
    });
    assert_eq!(
        registrations[0]["method"],
        "workspace/didChangeWatchedFiles"
    );
    editor.send(&json!({ "jsonrpc": "2.0", "id": id, "result": null }));
    assert_eq!(editor.finish().code(), Some(0));
}

use crate::editor::{Editor, at, between};

#[test]
fn two_hundred_edits_in_a_row_are_applied_in_order() {
    let text = "pub fn answer() {\n  0\n}\n";
    let mut editor = Editor::with_app(text);
    // Each edit is right only where all before it have been applied: `n` becomes `"x…x"`.
    editor.change("src/app.gleam", &[(((1, 2), (1, 3)), "\"\"")]);
    for index in 0..199 {
        let column = 3 + index;
        let letter = if index % 2 == 0 { "a" } else { "b" };
        editor.change("src/app.gleam", &[(((1, column), (1, column)), letter)]);
    }
    let hover = editor.ask("textDocument/hover", "src/app.gleam", (1, 2));
    assert_eq!(hover["contents"]["value"], "```gleam\nString\n```");
    assert_eq!(hover["range"]["end"]["character"], 2 + 2 + 199);
    assert!(
        editor
            .hover("src/app.gleam", (0, 8))
            .contains("answer: fn() -> String")
    );
}

#[test]
fn edits_of_one_notification_build_on_each_other() {
    let text = "pub fn one() {\n  1\n}\n";
    let mut editor = Editor::with_app(text);
    editor.change(
        "src/app.gleam",
        &[
            (between(text, "fn ^one^()"), "eleven"),
            (((1, 2), (1, 3)), "[11]\n  |> two"),
            (((4, 0), (4, 0)), "\nfn two(list: List(Int)) {\n  list\n}\n"),
        ],
    );
    assert!(
        editor
            .hover("src/app.gleam", (0, 8))
            .contains("eleven: fn() -> List(Int)")
    );
    assert!(
        editor
            .hover("src/app.gleam", (2, 6))
            .contains("two: fn(List(Int)) -> List(Int)")
    );
}

#[test]
fn columns_are_utf16_code_units() {
    let text = "pub fn main() {\n  #(\"👩‍🚀é\", wobble, \"ü\")\n}\n";
    let mut editor = Editor::with_app(text);
    let found = editor.diagnostics("src/app.gleam");
    assert_eq!(
        crate::editor::place(&found[0]["range"]),
        between(text, "^wobble^")
    );
    editor.change("src/app.gleam", &[(between(text, "^wobble^"), "1.5")]);
    let text = text.replace("wobble", "1.5");
    assert!(
        editor
            .hover("src/app.gleam", at(&text, "^1.5"))
            .contains("Float")
    );
    assert!(
        editor
            .hover("src/app.gleam", at(&text, "\"^ü\""))
            .contains("String")
    );
    assert_eq!(editor.diagnostics("src/app.gleam").len(), 0);
}

#[test]
fn windows_line_ends_are_lines() {
    let text = "pub fn main() {\r\n  let x = 1\r\n  x\r\n}\r\n";
    let mut editor = Editor::with_app(text);
    editor.change("src/app.gleam", &[(((1, 10), (1, 99)), "1.0")]);
    assert!(editor.hover("src/app.gleam", (2, 2)).contains("Float"));
}

#[test]
fn closing_a_file_goes_back_to_the_disk() {
    let text = "pub fn main() {\n  1\n}\n";
    let mut editor = Editor::with_app(text);
    editor.replace("src/app.gleam", "pub fn main() {\n  wibble\n}\n");
    assert_eq!(editor.diagnostics("src/app.gleam").len(), 1);
    editor.close("src/app.gleam");
    assert_eq!(editor.diagnostics("src/app.gleam").len(), 0);
    assert!(
        editor
            .hover("src/app.gleam", at(text, "^main"))
            .contains("fn() -> Int")
    );
}

#[test]
fn a_file_that_was_never_saved_is_a_module() {
    let text = "import fresh\n\npub fn main() {\n  fresh.x\n}\n";
    let mut editor = Editor::with_app(text);
    assert_eq!(editor.diagnostics("src/app.gleam").len(), 1);
    editor.open_with("src/fresh.gleam", "pub const x = 1\n");
    assert_eq!(editor.diagnostics("src/app.gleam").len(), 0);
    editor.close("src/fresh.gleam");
    assert_eq!(editor.diagnostics("src/app.gleam").len(), 1);
}

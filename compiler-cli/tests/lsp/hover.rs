use crate::editor::{Editor, TOML, at, between, place};

const ZOO: &str = "//// A small zoo.
////
//// It has few animals.

/// An animal.
///
/// With a name.
pub type Animal(food) {
  /// Something that swims.
  Fish(
    /// What it is called.
    name: String,
    likes: food,
  )
}

pub type Fishes =
  List(Animal(Int))

/// How many there may be.
pub const limit = 3

/// Feeds an animal.
pub fn feed(animal: Animal(food), with food: food) -> #(String, food) {
  #(animal.name, food)
}
";

const APP: &str = "import gleam/list
import gleam/string
import zoo.{type Animal, Fish as Carp}

pub fn main(animal: Animal(Int)) -> List(String) {
  let carp = Carp(name: \"Carl\", likes: 2.5)
  let Carp(name:, likes: _) = carp
  let eel = zoo.Fish(..carp, name: \"Eve\")
  let fed = zoo.feed(animal, with: zoo.limit)
  let size = case [eel], Ok(fed) {
    [zoo.Fish(likes: pleasure, ..)], Ok(_) if pleasure >. 1.0 -> 1
    _, _ -> zoo.limit + 1
  }
  let liked = #(carp.likes, animal.likes)
  list.map([carp.name, name, animal.name, string.inspect(liked)], fn(text) { text <> \"!\" })
  |> list.take(up_to: size)
}
";

fn editor() -> Editor {
    let files = [
        ("gleam.toml", TOML),
        ("src/zoo.gleam", ZOO),
        ("src/app.gleam", APP),
    ];
    let mut editor = Editor::start(&files);
    editor.open("src/app.gleam");
    editor
}

fn gleam(code: &str) -> String {
    format!("```gleam\n{code}\n```")
}

#[test]
fn names_have_types_and_documentation() {
    let mut editor = editor();
    let feed = gleam("feed: fn(Animal(food), food) -> #(String, food)") + "\n\nFeeds an animal.";
    let fish = gleam("Fish: fn(String, food) -> Animal(food)") + "\n\nSomething that swims.";
    let animal = gleam("type Animal(food)") + "\n\nAn animal.\n\nWith a name.";
    let zoo = gleam("import zoo") + "\n\nA small zoo.\n\nIt has few animals.";
    let limit = gleam("limit: Int") + "\n\nHow many there may be.";
    let name = gleam("name: String") + "\n\nWhat it is called.";
    let expected: &[(&str, &str)] = &[
        ("zoo.f^eed", &feed),
        ("= C^arp(name: \"", &fish),
        ("let ^Carp(name:,", &fish),
        ("zoo.^Fish(..", &fish),
        ("[zoo.Fis^h(likes", &fish),
        ("Fish as Ca^rp", &fish),
        ("{type Anim^al", &animal),
        ("animal: Ani^mal", &animal),
        ("import z^oo", &zoo),
        ("= z^oo.feed", &zoo),
        ("with: zoo.li^mit", &limit),
        ("animal.na^me,", &name),
        ("(carp.lik^es", &gleam("likes: Float")),
        ("animal.lik^es)", &gleam("likes: Int")),
        ("Carp(na^me: \"Carl", &name),
        ("carp, na^me: \"Eve", &name),
    ];
    for (snippet, text) in expected {
        assert_eq!(
            editor.hover("src/app.gleam", at(APP, snippet)),
            **text,
            "{snippet}"
        );
    }
}

#[test]
fn locals_and_expressions_have_types() {
    let mut editor = editor();
    let expected = [
        ("(ani^mal, with", "Animal(Int)"),
        ("let ca^rp", "Animal(Float)"),
        ("let e^el", "Animal(Float)"),
        ("likes: pleas^ure", "Float"),
        ("if plea^sure", "Float"),
        ("let fe^d", "#(String, Int)"),
        ("fn(te^xt)", "String"),
        ("{ tex^t <>", "String"),
        ("\"Ca^rl\"", "String"),
        ("likes: 2.^5", "Float"),
        ("limit ^+ 1", "Int"),
        ("[^carp.name", "Animal(Float)"),
        (", na^me, animal", "String"),
        ("-> List(Str^ing)", "String"),
        ("-> Li^st(Str", "List(String)"),
        ("Ok(^_)", "#(String, Int)"),
        (
            "], O^k(fed)",
            "fn(#(String, Int)) -> Result(#(String, Int), a)",
        ),
    ];
    for (snippet, ty) in expected {
        assert_eq!(
            editor.hover("src/app.gleam", at(APP, snippet)),
            gleam(ty),
            "{snippet}"
        );
    }
}

#[test]
fn the_range_is_that_of_the_name() {
    let mut editor = editor();
    let answer = editor.ask("textDocument/hover", "src/app.gleam", at(APP, "zoo.fe^ed"));
    assert_eq!(place(&answer["range"]), between(APP, "zoo.^feed^"));
}

#[test]
fn the_standard_library_has_documentation() {
    let mut editor = editor();
    let map = editor.hover("src/app.gleam", at(APP, "list.m^ap"));
    assert!(
        map.starts_with(&gleam("map: fn(List(a), fn(a) -> b) -> List(b)")),
        "{map}"
    );
    assert!(
        map.contains("Applies a function to every element."),
        "{map}"
    );
    let list = editor.hover("src/app.gleam", at(APP, "  ^list.map"));
    assert!(
        list.contains("import gleam/list") && list.contains("Functions for lists."),
        "{list}"
    );
    let label = editor.hover("src/app.gleam", at(APP, "(up^_to:"));
    assert_eq!(label, gleam("up_to: Int"));
}

#[test]
fn nothing_stands_in_empty_places() {
    let mut editor = editor();
    let text = format!("\n// A comment.\n{APP}");
    editor.replace("src/app.gleam", &text);
    for snippet in ["/^/ A comment.", "//^ A comment."] {
        assert_eq!(
            editor.hover("src/app.gleam", at(&text, snippet)),
            "",
            "{snippet}"
        );
    }
}

#[test]
fn definitions_tell_of_themselves() {
    let mut editor = editor();
    let expected = [
        (
            "pub fn fe^ed",
            "feed: fn(Animal(food), food) -> #(String, food)",
        ),
        ("pub const li^mit", "limit: Int"),
        ("type Ani^mal(food) {", "type Animal(food)"),
        ("type Fis^hes", "type Fishes = List(Animal(Int))"),
        ("  Fi^sh(\n", "Fish: fn(String, food) -> Animal(food)"),
        ("lik^es: food", "likes: food"),
        ("wi^th food", "with: food"),
        ("with fo^od", "food"),
    ];
    for (snippet, code) in expected {
        let text = editor.hover("src/zoo.gleam", at(ZOO, snippet));
        assert!(text.starts_with(&gleam(code)), "{snippet}: {text}");
    }
}

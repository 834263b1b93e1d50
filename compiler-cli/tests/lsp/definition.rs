use std::fs;
use std::path::Path;

use crate::editor::{Editor, TOML, at, between, cache};

const ZOO: &str = "pub type Animal {
  Fish(name: String)
  Bird(name: String, wings: Int)
}

pub type Animals =
  List(Animal)

pub const limit = 3

pub fn feed(animal: Animal, with food: String) {
  #(animal.name, food)
}
";

const APP: &str = "import gleam/list
import gleam/option.{type Option, Some}
import zoo.{type Animals, Bird, feed} as park

pub fn main(animals: Animals, maybe: Option(park.Animal)) {
  let first = park.Fish(name: \"Flo\")
  let second = park.Fish(..first, name: \"Flip\")
  let fed = feed(second, with: \"flies\")
  let size = case maybe, animals {
    Some(only), [other, ..rest] if only == other -> list.length(rest)
    Some(Bird(wings: count, ..)), _ -> helper(by: count)
    _, _ -> helper(park.limit)
  }
  use item <- list.map(animals)
  let text = item.name
  #(item, size, fed, text)
}

fn helper(by amount: Int) -> Int {
  amount
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

#[test]
fn names_lead_to_their_definitions_in_the_same_module() {
    let mut editor = editor();
    let expected = [
        ("-> hel^per(by: count)", "fn ^helper^("),
        ("hel^per(park", "fn ^helper^("),
        ("(b^y: count)", "fn helper(^by^ amount"),
        ("by: cou^nt", "wings: ^count^"),
        ("  am^ount\n", "by ^amount^:"),
        ("list.map(ani^mals)", "main(^animals^:"),
        ("only == o^ther", "[^other^, .."),
        ("length(re^st)", "..^rest^]"),
        ("ite^m.name", "use ^item^ <-"),
        ("(ite^m, size", "use ^item^ <-"),
        ("..fir^st, name", "let ^first^ ="),
        ("fn ma^in", "fn ^main^"),
    ];
    for (snippet, target) in expected {
        let found = editor.definition("src/app.gleam", at(APP, snippet));
        let expected = (editor.path("src/app.gleam"), between(APP, target));
        assert_eq!(found, Some(expected), "{snippet}");
    }
}

#[test]
fn names_lead_into_other_modules() {
    let mut editor = editor();
    let expected = [
        ("import z^oo", "^^pub type Animal {"),
        ("as pa^rk", "^^pub type Animal {"),
        ("= pa^rk.Fish(name", "^^pub type Animal {"),
        ("Option(pa^rk.", "^^pub type Animal {"),
        ("{type Anim^als", "type ^Animals^"),
        ("animals: Ani^mals", "type ^Animals^"),
        ("park.Ani^mal)", "type ^Animal^ {"),
        ("s, Bi^rd,", "^Bird^("),
        ("Some(Bi^rd(", "^Bird^("),
        ("(win^gs:", "^wings^:"),
        ("Bird, fe^ed}", "fn ^feed^("),
        ("= fe^ed(second", "fn ^feed^("),
        ("second, wi^th:", "^with^ food"),
        ("= park.Fi^sh(name", "^Fish^("),
        ("Fish(na^me: \"Flo\"", "Fish(^name^:"),
        ("first, na^me:", "Fish(^name^:"),
        ("item.na^me", "Fish(^name^:"),
        ("park.lim^it", "const ^limit^"),
    ];
    for (snippet, target) in expected {
        let found = editor.definition("src/app.gleam", at(APP, snippet));
        let expected = (editor.path("src/zoo.gleam"), between(ZOO, target));
        assert_eq!(found, Some(expected), "{snippet}");
    }
}

#[test]
fn names_lead_into_the_standard_library() {
    let mut editor = editor();
    let expected = [
        ("list.le^ngth", "gleam/list.gleam", "pub fn ^length^("),
        ("<- list.m^ap", "gleam/list.gleam", "pub fn ^map^("),
        ("maybe: Opt^ion", "gleam/option.gleam", "pub type ^Option^("),
        ("So^me(only)", "gleam/option.gleam", "  ^Some^(a)"),
    ];
    for (snippet, file, target) in expected {
        let (path, range) = editor
            .definition("src/app.gleam", at(APP, snippet))
            .unwrap();
        assert!(path.starts_with(cache()), "{}", path.display());
        assert!(path.ends_with(file), "{}", path.display());
        assert_eq!(
            range,
            between(&fs::read_to_string(path).unwrap(), target),
            "{snippet}"
        );
    }
}

#[test]
fn the_standard_library_can_be_walked_through() {
    let mut editor = editor();
    let (path, _) = editor
        .definition("src/app.gleam", at(APP, "list.le^ngth"))
        .unwrap();
    let text = fs::read_to_string(&path).unwrap();
    let name = path.to_str().unwrap().to_owned();
    editor.open(&name);
    let (next, range) = editor
        .definition(&name, at(&text, "\n  leng^th_loop(list, 0)"))
        .unwrap();
    assert_eq!((next, range), (path, between(&text, "\nfn ^length_loop^(")));
    // It is not a project of its own, so that nothing is unpacked below it.
    let inside = Path::new(&name).ancestors().nth(3).unwrap().join("build");
    assert!(!inside.exists(), "{}", inside.display());
}

#[test]
fn the_prelude_has_no_file() {
    let text = "pub fn main() -> Result(Int, Nil) {\n  Ok(1)\n}\n";
    let mut editor = Editor::with_app(text);
    assert_eq!(editor.definition("src/app.gleam", at(text, "O^k(1)")), None);
    assert_eq!(
        editor.definition("src/app.gleam", at(text, "Res^ult")),
        None
    );
}

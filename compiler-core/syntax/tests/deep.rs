//! Deep and long input parses without overflowing the stack, in linear time.

use source::FileId;
use syntax::parse;

fn accepts(text: &str) {
    let problems = parse(FileId(0), text).problems;
    assert!(problems.is_empty(), "{:?}", problems.first());
}

fn nested(open: &str, inner: &str, close: &str, depth: usize) -> String {
    format!("{}{inner}{}", open.repeat(depth), close.repeat(depth))
}

fn function(body: &str) -> String {
    format!("pub fn main() {{ {body} }}")
}

#[test]
fn nested_blocks() {
    accepts(&function(&nested("{", "1", "}", 5_000)));
}

#[test]
fn nested_lists() {
    accepts(&function(&nested("[", "1", "]", 5_000)));
}

#[test]
fn nested_calls() {
    accepts(&function(&nested("f(", "1", ")", 5_000)));
}

#[test]
fn nested_functions() {
    accepts(&function(&nested("fn() { ", "1", "}", 5_000)));
}

#[test]
fn nested_cases() {
    accepts(&function(&nested("case 1 { _ -> ", "1", "}", 5_000)));
}

#[test]
fn nested_types() {
    accepts(&format!(
        "pub type A = {}",
        nested("List(", "Int", ")", 5_000)
    ));
    accepts(&format!(
        "pub type A = {}",
        nested("fn() -> ", "Int", "", 5_000)
    ));
}

#[test]
fn nested_patterns() {
    let pattern = nested("[", "a", "]", 5_000);
    accepts(&function(&format!("let {pattern} = 1")));
}

#[test]
fn nested_guards() {
    let guard = nested("{", "a", "}", 5_000);
    accepts(&function(&format!("case 1 {{ _ if {guard} -> 1 }}")));
}

#[test]
fn many_uses() {
    accepts(&function(&format!("{}1", "use x <- f(1)\n".repeat(2_000))));
}

#[test]
fn long_lists() {
    accepts(&function(&format!("[{}]", "1, ".repeat(200_000))));
}

#[test]
fn long_chains() {
    accepts(&function(&format!("a{}", " |> f(1)".repeat(5_000))));
    accepts(&function(&format!("a{}", " + 1 * 2".repeat(20_000))));
    accepts(&function(&format!("a{}", "(1)".repeat(20_000))));
    accepts(&function(&format!("a{}", ".b".repeat(20_000))));
    accepts(&function(&format!("{}a", "!".repeat(20_000))));
    accepts(&format!("pub const a = \"\"{}", " <> \"a\"".repeat(20_000)));
}

/// What is broken takes no longer, however deep: each level recovers by itself.
#[test]
fn broken_input_ends() {
    let broken = [
        "{".repeat(20_000),
        "[".repeat(20_000),
        "f(".repeat(20_000),
        "<<".repeat(20_000),
        "}".repeat(20_000),
        "(]".repeat(20_000),
        "({".repeat(10_000),
        "{)".repeat(20_000),
        "case 1 {".repeat(5_000),
        "fn() {".repeat(5_000),
        "let x = ".repeat(5_000),
        "case ".repeat(5_000),
        "@a(".repeat(5_000),
        ",".repeat(20_000),
        "let x = = 1\n".repeat(5_000),
        nested("f(1 2, ", "= =", ")", 2_000),
        nested("{ = ", "= =", "}", 2_000),
        nested("case a { b c -> ", "= =", "}", 2_000),
        nested("fn(a b c) { ", "= =", "}", 2_000),
    ];
    for text in broken {
        let parsed = parse(FileId(0), &function(&text));
        assert!(!parsed.problems.is_empty(), "{}", &text[..20]);
        parse(FileId(0), &text);
    }
}

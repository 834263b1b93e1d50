//! Depth and size are bounded by memory alone, and time grows with the text.

mod common;

use std::fmt::Write;

use common::lowered;
use ir::node::Target;
use ir::print::print;
use ir::verify::verify;

fn survives(text: &str) {
    let module = lowered(text, Target::Erlang);
    assert_eq!(verify(&module), Vec::<String>::new());
    assert!(!print(&module).is_empty());
}

fn times(count: usize, part: &str) -> String {
    part.repeat(count)
}

#[test]
fn nested_blocks() {
    let n = 5000;
    survives(&format!(
        "pub fn f() {{ {}1{} }}",
        times(n, "{ let _ = 1 "),
        times(n, "}")
    ));
}

#[test]
fn nested_uses() {
    let n = 2000;
    survives(&format!(
        "pub fn f(g: fn(fn(Int) -> Int) -> Int) {{ {} 1 }}",
        times(n, "use _ <- g\n")
    ));
}

#[test]
fn long_operators_and_pipelines() {
    let n = 5000;
    survives(&format!("pub fn f(x: Int) {{ x{} }}", times(n, " + 1")));
    survives(&format!(
        "pub fn f(x: Int, g: fn(Int) -> Int) {{ x{} }}",
        times(n, " |> g")
    ));
}

#[test]
fn nested_patterns() {
    let n = 2000;
    let pattern = format!("{}N{}", times(n, "S("), times(n, ")"));
    survives(&format!(
        "pub type O {{ S(O) N }} pub fn f(x: O) {{ case x {{ {pattern} -> 1 _ -> 2 }} }}"
    ));
}

#[test]
fn many_clauses() {
    let mut text = "pub fn f(x: Int) { case x {".to_owned();
    for n in 0..5000 {
        let _ = write!(text, " {n} -> {n}");
    }
    text += " _ -> 0 } }";
    survives(&text);
}

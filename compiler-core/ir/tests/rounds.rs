//! Calls by which functions go round: what the passes make of them, which must also be sound.

mod common;

use std::fs;

use common::{checked, lowered};
use ir::node::{Module, Target};
use ir::passes::make_rounds;
use ir::print::print;
use ir::tails::loops;
use ir::verify::verify;

fn rounds(text: &str) -> Module {
    let mut module = lowered(text, Target::JavaScript);
    let (_, checked) = checked(text, Target::JavaScript);
    make_rounds(&mut module, &checked.templates);
    assert_eq!(verify(&module), Vec::<String>::new(), "{text}");
    module
}

/// For each loop: its functions, whether it builds a list, and how many calls wait.
fn shape(text: &str) -> Vec<(String, bool, usize)> {
    let module = rounds(text);
    let loops = loops(&module).into_iter();
    loops
        .map(|found| {
            let members = found.members.iter();
            let names = members.map(|member| module.functions[*member].name.to_string());
            let names: Vec<String> = names.collect();
            (names.join(" "), found.builds_list, found.suspending)
        })
        .collect()
}

#[test]
fn every_page_stays_sound() {
    for file in fs::read_dir("tests/pages").expect("pages are beside this file") {
        let path = file.expect("a page").path();
        rounds(&fs::read_to_string(path).expect("a page is text"));
    }
}

#[test]
fn passes_move_calls() {
    let text = fs::read_to_string("tests/pages/rounds.gleam").expect("a page is text");
    insta::assert_snapshot!(print(&rounds(&text)));
}

#[test]
fn functions_are_in_one_loop_by_last_calls_only() {
    let text = "
pub fn a(n) { case b(n) { True -> 1 False -> n } }
fn b(n) { n == 0 && d(n) || c(n) }
fn c(n) { b(n - 1) }
fn d(n) { a(n) > 1 }
pub fn e(n) { f(n) |> g }
fn f(n) { let _ = e(n)  1 }
fn g(n) { n }
";
    // `d` is on the left of `||`; it calls `a`, but not last;
    // `e` and `f` call each other, but not last.
    assert_eq!(shape(text), [("b c".to_owned(), false, 0)]);
}

#[test]
fn only_one_call_on_each_way_can_wait() {
    let twice = "pub fn fib(n) { case n < 2 { True -> n False -> fib(n - 1) + fib(n - 2) } }";
    assert_eq!(shape(twice), []);
    let nested = "pub fn mc(n) { case n > 100 { True -> n - 10 False -> mc(mc(n + 11)) } }";
    assert_eq!(shape(nested), [("mc".to_owned(), false, 0)]);
    let once =
        "pub fn f(n) { case n { 0 -> 1 1 -> f(0) _ if n > 9 -> 2 * f(n - 1) _ -> f(n - 1) * n } }";
    assert_eq!(shape(once), [("f".to_owned(), false, 2)]);
}

#[test]
fn what_may_not_be_evaluated_stays() {
    let inner = "pub fn f(n) { let x = case n { 0 -> 0 _ -> f(n - 1) }  x + 1 }";
    assert_eq!(shape(inner), []);
    let right = "pub fn f(n) { !{ n == 0 || f(n - 1) } }";
    assert_eq!(shape(right), []);
    let closure = "pub fn f(n) { let _ = fn() { f(n) }  n }";
    assert_eq!(shape(closure), []);
}

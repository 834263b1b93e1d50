//! Programs that are far larger or deeper than people write: they build and run all the same.

use std::fmt::Write;
use std::sync::mpsc;
use std::thread;
use std::time::Duration;

use crate::support::{app, has, stderr, stdout, tindra, write};

/// Only stops what would never end.
const HANGS: Duration = Duration::from_mins(10);

/// A module whose function `run` gives an integer.
struct Input {
    name: &'static str,
    source: String,
    gives: usize,
}

#[test]
fn large_and_deep_programs_run() {
    let inputs = inputs();
    let mut imports = String::new();
    let mut calls = String::new();
    let mut expected = String::new();
    let folder = app("");
    for input in &inputs {
        let Input { name, gives, .. } = input;
        write(folder.path(), &format!("src/{name}.gleam"), &input.source);
        add(&mut imports, format_args!("import {name}\n"));
        add(
            &mut calls,
            format_args!("  io.println(\"{name} \" <> int.to_string({name}.run()))\n"),
        );
        add(&mut expected, format_args!("{name} {gives}\n"));
    }
    for depth in 0..300 {
        let source = match depth {
            0 => "pub fn run() { 1 }\n".to_string(),
            _ => format!(
                "import chain/m{0}\npub fn run() {{ m{0}.run() + 1 }}\n",
                depth - 1
            ),
        };
        write(folder.path(), &format!("src/chain/m{depth}.gleam"), &source);
    }
    let main = format!(
        "import chain/m299\nimport gleam/int\nimport gleam/io\n{imports}\npub fn main() {{\n{calls}  \
         io.println(int.to_string(m299.run()))\n}}\n"
    );
    write(folder.path(), "src/app.gleam", &main);
    expected.push_str("300\n");

    let mut targets = vec![vec!["--target", "javascript", "--runtime", "embedded"]];
    if has("erl") {
        targets.push(vec!["--target", "erlang"]);
    }
    for target in targets {
        let folder = folder.path().to_path_buf();
        let arguments: Vec<&str> = ["run"].iter().chain(&target).copied().collect();
        let (send, receive) = mpsc::channel();
        thread::spawn(move || send.send(tindra(&folder, &arguments)));
        let Ok(output) = receive.recv_timeout(HANGS) else {
            panic!("{target:?} does not end");
        };
        assert_eq!(stdout(&output), expected, "{target:?}\n{}", stderr(&output));
    }
}

fn inputs() -> Vec<Input> {
    let nested = |open: &str, inner: &str, close: &str, depth| {
        format!("{}{inner}{}", open.repeat(depth), close.repeat(depth))
    };
    let input = |name, gives, source| Input {
        name,
        source,
        gives,
    };
    vec![
        input("blocks", 1, body(&nested("{ ", "1", " }", 5000))),
        input(
            "tuples",
            1,
            body(&format!("let _ = {} 1", nested("#(", "1", ")", 2000))),
        ),
        input(
            "calls",
            1001,
            format!(
                "fn add(n) {{ n + 1 }}\n{}",
                body(&nested("add(", "1", ")", 1000))
            ),
        ),
        input(
            "types",
            1,
            format!(
                "pub type Box(a) {{ Box(a) }}\npub fn box(x: {}) {{ x }}\n{}",
                nested("Box(", "Int", ")", 1000),
                body("1")
            ),
        ),
        input(
            "uses",
            3,
            format!(
                "fn with(f) {{ f(1) }}\n{}",
                body(&format!(
                    "{}x0 + 2",
                    lines(500, |i| format!("use x{i} <- with\n"))
                ))
            ),
        ),
        input(
            "clauses",
            4998,
            format!(
                "fn find(n) {{ case n {{\n{}_ -> 0 }} }}\n{}",
                lines(5000, |i| format!("{i} -> {}\n", i + 1)),
                body("find(4997)")
            ),
        ),
        input(
            "variants",
            1999,
            format!(
                "pub type Wibble {{\n{}}}\nfn find(w) {{ case w {{\n{}}} }}\n{}",
                lines(1000, |i| format!("W{i}(Int)\n")),
                lines(1000, |i| format!("W{i}(n) -> n + {i}\n")),
                body("find(W999(1000))")
            ),
        ),
        input(
            "elements",
            20_000,
            format!(
                "fn length(l, n) {{ case l {{ [] -> n [_, ..l] -> length(l, n + 1) }} }}\n{}",
                body(&format!(
                    "length([{}], 0)",
                    lines(20_000, |i| format!("{i}, "))
                ))
            ),
        ),
        input(
            "steps",
            5000,
            format!(
                "fn add(n) {{ n + 1 }}\n{}",
                body(&format!("0{}", " |> add".repeat(5000)))
            ),
        ),
        input(
            "letters",
            10_000_000,
            format!(
                "import gleam/string\n{}",
                body(&format!(
                    "string.byte_size(\"{}\")",
                    "0123456789".repeat(1_000_000)
                ))
            ),
        ),
        input(
            "captured",
            44_850,
            format!(
                "fn make(n) {{\n{}fn() {{ {}0 }}\n}}\n{}",
                lines(300, |i| format!("let x{i} = n + {i}\n")),
                lines(300, |i| format!("x{i} + ")),
                body("make(0)()")
            ),
        ),
        input(
            "statements",
            2000,
            body(&format!(
                "let x0 = 0\n{}x2000",
                lines(2000, |i| format!("let x{} = x{i} + 1\n", i + 1))
            )),
        ),
        input(
            "words",
            5000,
            format!(
                "import gleam/string\nfn join(s) {{ {}s }}\n{}",
                "s <> ".repeat(4999),
                body("string.length(join(\"a\"))")
            ),
        ),
        input(
            "sums",
            1000,
            format!(
                "fn sum(n) {{ {}n }}\n{}",
                "n + ".repeat(999),
                body("sum(1)")
            ),
        ),
        input(
            "callers",
            500,
            format!(
                "fn f0(n) {{ n }}\n{}{}",
                lines(500, |i| format!("fn f{}(n) {{ f{i}(n) + 1 }}\n", i + 1)),
                body("f500(0)")
            ),
        ),
        input(
            "alternatives",
            1,
            format!(
                "fn find(n) {{ case n {{ {}3000 -> 1 _ -> 2 }} }}\n{}",
                lines(3000, |i| format!("{i} | ")),
                body("find(2999)")
            ),
        ),
    ]
}

fn body(text: &str) -> String {
    format!("pub fn run() {{\n{text}\n}}\n")
}

fn lines(count: usize, line: impl Fn(usize) -> String) -> String {
    (0..count).map(line).collect()
}

fn add(text: &mut String, part: std::fmt::Arguments<'_>) {
    // Writing to a string cannot fail.
    let _ = text.write_fmt(part);
}

//! Programs that are far larger or deeper than people write: they build and run all the same.

use std::path::Path;
use std::process::Output;
use std::sync::mpsc;
use std::thread;
use std::time::{Duration, Instant};

use crate::support::{app, has, stderr, stdout, tindra, write};

/// What takes time linear in the size of its input is far below this, what takes quadratic time above.
const BUDGET: Duration = Duration::from_mins(1);

/// A module whose function `run` gives an integer.
#[derive(Clone)]
struct Input {
    name: &'static str,
    source: String,
    gives: usize,
}

#[test]
fn large_and_deep_programs_run_on_the_embedded_engine() {
    run_all(&["--target", "javascript", "--runtime", "embedded"]);
}

#[test]
fn large_and_deep_programs_run_on_the_beam() {
    if has("erl") {
        run_all(&["--target", "erlang"]);
    }
}

#[test]
fn large_and_deep_programs_run_on_node() {
    if has("node") {
        run_all(&["--target", "javascript", "--runtime", "node"]);
    }
}

/// Adds one input after the other to a project, and runs it.
fn run_all(target: &[&str]) {
    let folder = app("");
    let build = [&["build"], &target[..2]].concat();
    assert!(tindra(folder.path(), &build).status.success());
    for input in [inputs(), chains(), deep_code(), patterns(), shared_values()].concat() {
        let Input {
            name,
            gives,
            source,
        } = input;
        write(folder.path(), &format!("src/{name}.gleam"), &source);
        run(folder.path(), target, name, gives);
    }
    for depth in 0..1000 {
        let source = match depth {
            0 => "pub fn run() { 1 }\n".to_string(),
            _ => format!(
                "import chain/m{0}\npub fn run() {{ m{0}.run() + 1 }}\n",
                depth - 1
            ),
        };
        write(folder.path(), &format!("src/chain/m{depth}.gleam"), &source);
    }
    run(folder.path(), target, "chain/m999", 1000);
}

/// Runs what a module's `run` gives, which must be in time.
fn run(folder: &Path, target: &[&str], module: &str, gives: usize) {
    let name = module.rsplit('/').next().unwrap_or(module);
    let main = format!(
        "import gleam/int\nimport gleam/io\nimport {module}\n\n\
         pub fn main() {{ io.println(int.to_string({name}.run())) }}\n"
    );
    write(folder, &format!("src/run_{name}.gleam"), &main);
    let entry = format!("run_{name}");
    let start = Instant::now();
    let output = in_time(folder, &[&["run", "-m", &entry], target].concat(), BUDGET);
    println!("{module} {target:?}: {:.1?}", start.elapsed());
    let text = stderr(&output);
    assert_eq!(
        stdout(&output),
        format!("{gives}\n"),
        "{module}\n{text:.2000}"
    );
}

#[test]
fn thousands_of_problems_are_reported() {
    let unknown = lines(5000, |i| format!("pub fn f{i}() {{ unknown{i} }}\n"));
    let unused = body(&format!("{}1", lines(5000, |i| format!("let x{i} = {i} "))));
    let deep = body(&format!("let x = {} x + 1", nested("#(", "1", ")", 5000)));
    let doubled = lines(30, |i| format!("let x{} = #(x{i}, x{i})\n", i + 1));
    let doubled = body(&format!("let x0 = 1\n{doubled}x30 + 1"));
    let inputs = [
        (unknown, "5000 errors"),
        (unused, "Checked in"),
        // Each opener, and the closer that is none of theirs.
        (body(&"[".repeat(5000)), "5001 errors"),
        (
            body(&format!("let x = {}True x", "!".repeat(5000))),
            "Checked in",
        ),
        (deep, "1 error"),
        (doubled, "1 error"),
        ("\u{1}$?`^;~".repeat(100), "error"),
    ];
    for (source, expected) in inputs {
        let folder = app(&source);
        let output = in_time(folder.path(), &["check"], BUDGET);
        let text = stderr(&output);
        assert!(text.contains(expected), "{text:.2000}");
        // What one problem shows of a long line or of an enormous type is short.
        let longest = text.lines().map(str::len).max();
        assert!(longest < Some(2000), "{longest:?}");
    }
}

/// Runs the program, which must end.
fn in_time(folder: &Path, arguments: &[&str], budget: Duration) -> Output {
    let (send, receive) = mpsc::channel();
    let place = folder.to_path_buf();
    let owned: Vec<String> = arguments.iter().map(ToString::to_string).collect();
    thread::spawn(move || {
        let arguments: Vec<&str> = owned.iter().map(String::as_str).collect();
        send.send(tindra(&place, &arguments))
    });
    let Ok(output) = receive.recv_timeout(budget) else {
        panic!("{arguments:?} takes too long");
    };
    output
}

fn nested(open: &str, inner: &str, close: &str, depth: usize) -> String {
    format!("{}{inner}{}", open.repeat(depth), close.repeat(depth))
}

fn input(name: &'static str, gives: usize, source: String) -> Input {
    Input {
        name,
        source,
        gives,
    }
}

/// Operators by the thousand.
fn chains() -> Vec<Input> {
    let decide = |condition: &str| {
        format!(
            "fn decide(x) {{ {condition} }}\n{}",
            body("case decide(7) { True -> 1 False -> 0 }")
        )
    };
    let count = |expression: &str| format!("fn count(x) {{ {expression} }}\n{}", body("count(1)"));
    let record = "pub type Wibble { Wibble(a: Int, b: Int) Next(next: Wibble) }\n";
    let updates = nested("Wibble(..", "w", ", a: 1)", 5000);
    let fields = format!("pub fn last(w: Next) {{ w{} }}\n", ".next".repeat(5000));
    vec![
        input(
            "ands",
            1,
            decide(&format!(
                "{}x == 7",
                lines(5000, |i| format!("x != {} && ", i + 8))
            )),
        ),
        input(
            "ors",
            1,
            decide(&format!(
                "{}x == 7",
                lines(5000, |i| format!("x == {} || ", i + 8))
            )),
        ),
        input(
            "nots",
            0,
            decide(&format!("{}{{ x == 7 }}", "!".repeat(5001))),
        ),
        input("minuses", 1, count(&format!("{}x", "- ".repeat(5000)))),
        input("quotients", 1, count(&format!("{}x", "x / ".repeat(5000)))),
        input(
            "updates",
            2,
            format!(
                "{record}fn update(w: Wibble) {{ let assert Wibble(..) = w {updates} }}\n{}",
                body("let assert Wibble(b:, ..) = update(Wibble(1, 2)) b")
            ),
        ),
        input(
            "fields",
            1,
            format!(
                "pub type Next {{ Next(next: Next) }}\n{fields}{}",
                body("let _ = last 1")
            ),
        ),
        input(
            "positions",
            7,
            format!(
                "fn last(t: {}) {{ t{} }}\n{}",
                nested("#(", "Int", ")", 5000),
                ".0".repeat(5000),
                body(&format!("last({})", nested("#(", "7", ")", 5000)))
            ),
        ),
    ]
}

/// Patterns that are deep or long, and what is built from them.
fn patterns() -> Vec<Input> {
    let numbers = lines(5000, |i| format!("{i}, "));
    let variants = lines(10, |i| format!("V{i}(Wibble, Wibble)\n"));
    let makers = lines(10, |i| format!("fn make{i}(a, b) {{ V{i}(a, b) }}\n"));
    let made = lines(10, |i| {
        format!("V{i}(a, b) -> make{}(go(a), go(b))\n", (i + 1) % 10)
    });
    vec![
        input(
            "elements_of_pattern",
            1,
            format!(
                "fn find(l) {{ case l {{ [{numbers}] -> 1 _ -> 0 }} }}\n{}",
                body(&format!("find([{numbers}])"))
            ),
        ),
        input(
            "asserted_elements",
            4999,
            format!(
                "fn find(l) {{ let assert [{}x] = l x }}\n{}",
                lines(4999, |i| format!("{i}, ")),
                body(&format!("find([{numbers}])"))
            ),
        ),
        input(
            "deep_pattern",
            1,
            format!(
                "pub type Nat {{ Zero Next(Nat) }}\n\
                 fn find(n) {{ case n {{ {} -> 1 _ -> 0 }} }}\n{}",
                nested("Next(", "Zero", ")", 2000),
                body(&format!("find({})", nested("Next(", "Zero", ")", 2000)))
            ),
        ),
        // OTP's type analysis would take longer than anybody waits.
        input(
            "recursive_type",
            3,
            format!(
                "pub type Wibble {{ Leaf(Int)\n{variants} }}\n{makers}\
                 fn go(w) {{ case w {{ Leaf(n) -> Leaf(n + 1)\n{made} }} }}\n{}",
                body("case go(V9(Leaf(2), Leaf(3))) { V0(Leaf(n), _) -> n _ -> 0 }")
            ),
        ),
    ]
}

/// Expressions in expressions.
fn deep_code() -> Vec<Input> {
    let captured = lines(500, |i| format!("use x{} <- with(x{i})\n", i + 1));
    let all = lines(500, |i| format!("x{i} + "));
    let locals = lines(2000, |i| format!("let x{i} = same({i})\n"));
    vec![
        input(
            "brackets",
            1,
            body(&format!("let _ = {} 1", nested("[", "1", "]", 5000))),
        ),
        input("immediate", 1, body(&nested("fn() { ", "1", " }()", 5000))),
        input(
            "cases",
            3,
            format!(
                "fn find(x) {{ {} }}\n{}",
                nested("case x { 1 -> 2 _ -> ", "3", " }", 5000),
                body("find(7)")
            ),
        ),
        input(
            "subjects",
            3,
            format!(
                "fn find(x) {{ {} }}\n{}",
                nested("case ", "x", " { 1 -> 2 _ -> 3 }", 5000),
                body("find(7)")
            ),
        ),
        input(
            "calls_of_list",
            1,
            format!(
                "fn add(n) {{ n + 1 }}\nfn all(n) {{ [{}] }}\n{}",
                "add(n), ".repeat(5000),
                body("case all(0) { [n, ..] -> n _ -> 0 }")
            ),
        ),
        input(
            "alive",
            1_999_000,
            format!(
                "fn same(n) {{ n }}\n{}",
                body(&format!("{locals}{}0", lines(2000, |i| format!("x{i} + "))))
            ),
        ),
        input(
            "callbacks",
            124_750,
            format!(
                "fn with(a, f) {{ f(a + 1) }}\n{}",
                body(&format!("let x0 = 0\n{captured}{all}0"))
            ),
        ),
        input(
            "guards",
            7,
            format!(
                "fn find(x, y) {{ case x {{ {} _ -> 0 }} }}\n{}",
                lines(5000, |i| format!("_ if x == {i} && y > 2 -> {i}\n")),
                body("find(7, 7)")
            ),
        ),
    ]
}

/// Values and types that are shared rather than copied.
fn shared_values() -> Vec<Input> {
    let pairs = lines(40, |i| format!("const c{} = #(c{i}, c{i})\n", i + 1));
    let chain = lines(5000, |i| format!("pub const c{} = c{i}\n", i + 1));
    let locals = lines(40, |i| format!("let x{} = #(x{i}, x{i})\n", i + 1));
    vec![
        input(
            "pairs",
            1,
            format!(
                "const c0 = 1\n{pairs}{}",
                body("case c40 { #(a, b) if a == b -> 1 _ -> 0 }").replace("a == b", "True")
            ),
        ),
        input(
            "nested",
            1,
            format!(
                "pub type Nat {{ Zero Next(Nat) }}\npub const deep = {}\n{}",
                nested("Next(", "Zero", ")", 5000),
                body("case deep { Zero -> 0 Next(_) -> 1 }")
            ),
        ),
        input(
            "constants",
            1,
            format!("const c0 = 1\n{chain}{}", body("c5000")),
        ),
        input(
            "doubled",
            1,
            body(&format!("let x0 = 1\n{locals} let #(_, _) = x40 1")),
        ),
    ]
}

fn inputs() -> Vec<Input> {
    vec![
        input("blocks", 1, body(&nested("{ ", "1", " }", 5000))),
        input(
            "tuples",
            1,
            body(&format!("let _ = {} 1", nested("#(", "1", ")", 5000))),
        ),
        input(
            "calls",
            5001,
            format!(
                "fn add(n) {{ n + 1 }}\n{}",
                body(&nested("add(", "1", ")", 5000))
            ),
        ),
        input(
            "types",
            1,
            format!(
                "pub type Box(a) {{ Box(a) }}\npub fn box(x: {}) {{ x }}\n{}",
                nested("Box(", "Int", ")", 5000),
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
                    lines(2000, |i| format!("use x{i} <- with\n"))
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
            200_000,
            format!(
                "fn length(l, n) {{ case l {{ [] -> n [_, ..l] -> length(l, n + 1) }} }}\n{}",
                body(&format!(
                    "length([{}], 0)",
                    lines(200_000, |i| format!("{i}, "))
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
            5000,
            body(&format!(
                "let x0 = 0\n{}x5000",
                lines(5000, |i| format!("let x{} = x{i} + 1\n", i + 1))
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
            5000,
            format!(
                "fn sum(n) {{ {}n }}\n{}",
                "n + ".repeat(4999),
                body("sum(1)")
            ),
        ),
        input(
            "callers",
            5000,
            format!(
                "fn f0(n) {{ n }}\n{}{}",
                lines(5000, |i| format!("fn f{}(n) {{ f{i}(n) + 1 }}\n", i + 1)),
                body("f5000(0)")
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

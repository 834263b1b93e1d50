//! What Erlang's tools find in `.beam` files.

use std::fs;
use std::path::Path;
use std::process::Command;

use crate::support::{app, stderr, tindra, write};

const APP: &str = r#"import shape.{type Shape, Shape}

/// Doubles.
@deprecated("use `*`")
pub fn double(n: Int) -> Int {
  let twice = n * 2
  case twice {
    0 -> 0
    _ if n > 100 -> {
      twice
    }
    _ ->
      twice
  }
}

@external(erlang, "app_ffi", "number")
pub fn number() -> Int

@external(erlang, "app_ffi", "missing")
pub fn missing() -> Int

@internal
pub fn shown(shape: Shape(a)) -> a {
  let Shape(a) = echo shape
  a
}

pub fn join(a: String, numbers: List(Int), f: fn(Int) -> Int) -> String {
  let _ =
    numbers
    |> each(fn(n) {
      f(
        1
        - n,
      )
    })
  a
  <> "b"
}

fn each(items: List(a), f: fn(a) -> b) -> List(b) {
  case items {
    [] -> []
    [first, ..rest] -> [f(first), ..each(rest, f)]
  }
}

pub fn arithmetic(a: Int, b: Float, c: Bool) -> Bool {
  let _ = 1 + a
  let _ =
    1.0 /. b
  !c
}

pub fn main() {
  Nil
}
"#;

const SHAPE: &str = "//// Shapes.

pub type Shape(a) {
  Shape(a)
}

pub opaque type Secret {
  Secret(Int)
}

pub fn secret() -> Secret {
  Secret(1)
}
";

const FFI: &str = "-module(app_ffi).
-export([number/0]).
number() -> one.
";

/// The project, built; none where there is no Erlang.
fn built() -> Option<tempfile::TempDir> {
    Command::new("erl").arg("-version").output().ok()?;
    let folder = app(APP);
    write(folder.path(), "src/shape.gleam", SHAPE);
    write(folder.path(), "src/app_ffi.erl", FFI);
    let output = tindra(folder.path(), &["build"]);
    assert!(output.status.success(), "{}", stderr(&output));
    Some(folder)
}

/// What an Erlang script prints.
fn run(folder: &Path, script: &str) -> String {
    fs::write(
        folder.join("script.escript"),
        format!("#!/usr/bin/env escript\n{script}"),
    )
    .unwrap();
    let mut command = Command::new("escript");
    let output = command
        .arg("script.escript")
        .current_dir(folder)
        .output()
        .unwrap();
    String::from_utf8_lossy(&output.stdout).into_owned()
}

const PATHS: &str =
    "[code:add_patha(D) || D <- filelib:wildcard(\"build/tindra/dev/erlang/*/ebin\")]";

#[test]
fn cover_counts_lines_of_the_source() {
    let Some(folder) = built() else { return };
    let script = format!(
        "main(_) ->
    {PATHS},
    cover:start(),
    {{ok, app}} = cover:compile_beam(app),
    6 = app:double(3), 0 = app:double(0), ok = app:shown({{shape, ok}}),
    {{ok, Lines}} = cover:analyse(app, calls, line),
    io:format(\"~0p\", [[{{L, C}} || {{{{app, L}}, C}} <- Lines, L < 30]])."
    );
    assert_eq!(
        run(folder.path(), &script),
        "[{6,2},{7,2},{8,1},{9,1},{10,0},{13,1},{18,0},{21,0},{25,1},{26,1}]"
    );
}

#[test]
fn xref_finds_calls_of_nothing() {
    let Some(folder) = built() else { return };
    let script = format!(
        "main(_) ->
    {PATHS},
    xref:start(x),
    xref:set_default(x, [{{warnings, false}}, {{verbose, false}}]),
    [xref:add_directory(x, D) || D <- filelib:wildcard(\"build/tindra/dev/erlang/*/ebin\")],
    xref:set_library_path(x, code_path),
    {{ok, Calls}} = xref:analyse(x, undefined_function_calls),
    io:format(\"~0p\", [Calls])."
    );
    assert_eq!(
        run(folder.path(), &script),
        "[{{app,missing,0},{app_ffi,missing,0}}]"
    );
}

#[test]
fn documentation_is_found() {
    let Some(folder) = built() else { return };
    let script = format!(
        "main(_) ->
    {PATHS},
    {{ok, {{docs_v1, _, gleam, _, none, _, App}}}} = code:get_doc(app),
    io:format(\"~0p~n\", [lists:keyfind({{function, double, 1}}, 1, App)]),
    io:format(\"~0p~n\", [element(4, lists:keyfind({{function, shown, 1}}, 1, App))]),
    {{ok, {{docs_v1, _, gleam, _, Docs, _, Shape}}}} = code:get_doc(shape),
    io:format(\"~0p~n\", [Docs]),
    io:format(\"~0p~n\", [[S || {{_, _, [S], _, _}} <- Shape]]),
    c:h(app, double, 1)."
    );
    let shown = run(folder.path(), &script);
    let lines: Vec<&str> = shown.lines().collect();
    assert_eq!(
        lines[..4],
        [
            "{{function,double,1},[{file,\"src/app.gleam\"},{location,5}],[<<\"pub fn double(n: Int) -> Int\">>],#{<<\"en\">> => <<\"Doubles.\">>},#{deprecated => <<\"use `*`\">>}}",
            "hidden",
            "#{<<\"en\">> => <<\"Shapes.\">>}",
            "[<<\"pub type Shape(a) { Shape(a) }\">>,<<\"pub opaque type Secret\">>,<<\"pub fn secret() -> Secret\">>]",
        ]
    );
    assert!(
        shown.contains("Doubles.") && shown.contains("use `*`"),
        "{shown}"
    );
}

#[test]
fn dialyzer_compares_foreign_code_with_types() {
    let Some(folder) = built() else { return };
    let dialyzer = |arguments: &[&str]| {
        let mut command = Command::new("dialyzer");
        command.args(arguments).current_dir(folder.path()).output()
    };
    let ebin = "build/tindra/dev/erlang/app/ebin";
    let main = format!("{ebin}/app@@main.beam");
    if dialyzer(&["--build_plt", "--output_plt", "plt", &main]).is_err() {
        return;
    }
    let found = dialyzer(&["--plt", "plt", "--no_check_plt", "--quiet", ebin]).unwrap();
    let found = String::from_utf8_lossy(&found.stdout).into_owned();
    let known = |line: &&str| !line.starts_with([' ', '\t']) && !line.starts_with("Unknown");
    let heads: Vec<&str> = found.lines().filter(known).collect();
    assert_eq!(
        heads,
        ["app.gleam:18: Invalid type specification for function app:number/0."],
        "{found}"
    );
}

#[test]
fn stack_traces_name_the_line_of_the_operation() {
    let Some(folder) = built() else { return };
    let script = format!(
        "main(_) ->
    {PATHS},
    Line = fun(Work) ->
        try Work() catch _:_:Stack ->
            hd([L || {{_, _, _, [{{file, \"src/app.gleam\"}}, {{line, L}} | _]}} <- Stack])
        end
    end,
    Good = fun(N) -> N end,
    io:format(\"~0p\", [[Line(Work) || Work <- [
        fun() -> app:arithmetic(x, 1.0, true) end,
        fun() -> app:arithmetic(1, x, true) end,
        fun() -> app:arithmetic(1, 1.0, x) end,
        fun() -> app:double(x) end,
        fun() -> app:join(x, [], Good) end,
        fun() -> app:join(<<>>, [x], Good) end,
        fun() -> app:join(<<>>, [1], x) end,
        fun() -> app:join(<<>>, x, Good) end
    ]]])."
    );
    assert_eq!(run(folder.path(), &script), "[50,52,53,6,38,34,33,43]");
}

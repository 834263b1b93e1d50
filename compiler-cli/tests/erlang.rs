//! The compile server and its client, with a real Erlang.
//!
//! `TINDRA_ERL` may name several `erl` programs, separated by `:`; the default is `erl`.

#![expect(clippy::unwrap_used, reason = "a test without its node has failed")]

#[path = "../src/erlang.rs"]
mod erlang;

use std::path::Path;
use std::process::Command;

use emit::core_erlang::{COMPILE_SERVER, ECHO_HELPERS, ENTRY_MODULE, etf, lower};
use erlang::{ErlangCompiler, ErlangError, Request, Setup};
use source::Name;

fn programs() -> Vec<String> {
    let wanted = std::env::var("TINDRA_ERL").unwrap_or_else(|_| "erl".to_owned());
    let found = |erl: &String| {
        let found = Command::new(erl).arg("-version").output().is_ok();
        if !found {
            println!("skipped: there is no `{erl}`");
        }
        found
    };
    wanted.split(':').map(str::to_owned).filter(found).collect()
}

fn start(erl: &str, cache: &Path) -> ErlangCompiler {
    let setup = Setup {
        erl,
        cache,
        server: COMPILE_SERVER,
        echo: ECHO_HELPERS,
    };
    ErlangCompiler::start(&setup).unwrap()
}

fn empty_module(name: &str) -> ir::node::Module {
    ir::node::Module {
        name: Name::new(name),
        package: Name::new("app"),
        source_path: format!("src/{name}.gleam").into(),
        lines: source::LineIndex::new(""),
        target: ir::node::Target::Erlang,
        docs: String::new(),
        internal: false,
        types: Vec::new(),
        aliases: Vec::new(),
        constants: Vec::new(),
        functions: Vec::new(),
        imports: std::collections::BTreeSet::new(),
        suspending: std::collections::BTreeSet::new(),
        exprs: source::Arena::default(),
        decisions: source::Arena::default(),
        locals: source::Arena::default(),
        type_store: ir::TypeStore::default(),
    }
}

fn evaluate(erl: &str, directory: &Path, expression: &str) -> (Option<i32>, String, String) {
    let output = Command::new(erl)
        .current_dir(directory)
        .args([
            "-noshell",
            "-noinput",
            "-boot",
            "no_dot_erlang",
            "-pa",
            ".",
            "-eval",
            expression,
        ])
        .output()
        .unwrap();
    let text = |bytes| String::from_utf8(bytes).unwrap();
    (
        output.status.code(),
        text(output.stdout),
        text(output.stderr),
    )
}

#[test]
fn core_modules_are_compiled_side_by_side() {
    for erl in programs() {
        let directory = tempfile::tempdir().unwrap();
        let compiler = start(&erl, &directory.path().join("cache"));
        let mut ids = Vec::new();
        for index in 0..20 {
            let core = lower(&empty_module(&format!("wibble/m{index}")));
            let request = Request::Core {
                etf: &etf(&core),
                forms: &[],
                docs: &[],
                echo: index % 2 == 0,
                options: &["no_ssa_opt_alias", "no_type_opt"],
                directory: directory.path(),
            };
            ids.push(compiler.submit(request).unwrap());
        }
        let mut replies: Vec<_> = ids.iter().map(|_| compiler.wait().unwrap()).collect();
        replies.sort_by_key(|reply| reply.id);
        for (reply, id) in replies.iter().zip(&ids) {
            assert_eq!(reply.id, *id);
            assert_eq!(reply.result, Ok(String::new()));
        }
        drop(compiler);
        let show = "[io:format(\"~p~n\", [M:module_info(module)]) || M <- ['wibble@m0', 'wibble@m19']], halt().";
        let (_, shown, _) = evaluate(&erl, directory.path(), show);
        assert_eq!(shown, "wibble@m0\nwibble@m19\n");
        let temporary = std::fs::read_dir(directory.path())
            .unwrap()
            .filter(|entry| {
                let name = entry.as_ref().unwrap().file_name();
                name.to_string_lossy().ends_with(".tmp")
            });
        assert_eq!(temporary.count(), 0);
    }
}

#[test]
fn broken_core_is_an_error_and_the_server_goes_on() {
    for erl in programs() {
        let directory = tempfile::tempdir().unwrap();
        let compiler = start(&erl, &directory.path().join("cache"));
        let request = |etf| Request::Core {
            etf,
            forms: &[],
            docs: &[],
            echo: false,
            options: &[],
            directory: directory.path(),
        };
        compiler.submit(request(b"nonsense")).unwrap();
        assert!(
            compiler
                .wait()
                .unwrap()
                .result
                .unwrap_err()
                .contains("badarg")
        );
        let core = lower(&empty_module("fine"));
        compiler.submit(request(&etf(&core))).unwrap();
        assert_eq!(compiler.wait().unwrap().result, Ok(String::new()));
    }
}

#[test]
fn erlang_files_are_compiled() {
    for erl in programs() {
        let directory = tempfile::tempdir().unwrap();
        let at = |name: &str| directory.path().join(name);
        std::fs::create_dir(at("include")).unwrap();
        std::fs::write(at("include/x.hrl"), "-define(X, 42).\n").unwrap();
        let good = "-module(good_ffi).\n-export([x/0]).\n-include(\"x.hrl\").\nx() -> erlang:error(?X).\ny() -> 1.\n";
        std::fs::write(at("good_ffi.erl"), good).unwrap();
        std::fs::write(at("bad_ffi.erl"), "-module(bad_ffi).\n\nx( -> é.\n").unwrap();
        let compiler = start(&erl, &at("cache"));
        let compile = |file: &str| {
            let request = Request::File {
                path: &at(file),
                name: &format!("src/{file}"),
                includes: &[at("include")],
                options: &[],
                directory: directory.path(),
            };
            compiler.submit(request).unwrap();
            compiler.wait().unwrap().result
        };
        let warnings = compile("good_ffi.erl").unwrap();
        assert_eq!(warnings, "src/good_ffi.erl:5:1: function y/0 is unused\n");
        let errors = compile("bad_ffi.erl").unwrap_err();
        assert_eq!(errors, "src/bad_ffi.erl:3:4: syntax error before: '->'\n");
        let missing = compile("missing.erl").unwrap_err();
        assert!(missing.contains("no such file or directory"), "{missing}");
        let trace = "try good_ffi:x() catch error:42:[{_, _, _, Place} | _] -> io:format(\"~p\", [Place]) end, halt().";
        let trace = trace.replace(
            "[{_, _, _, Place} | _] ->",
            "S -> {_, _, _, Place} = hd(S),",
        );
        let (_, shown, _) = evaluate(&erl, directory.path(), &trace);
        assert_eq!(shown, "[{file,\"src/good_ffi.erl\"},{line,4}]");
    }
}

#[test]
fn a_missing_program_is_named() {
    let directory = tempfile::tempdir().unwrap();
    let setup = Setup {
        erl: "no-such-erl",
        cache: directory.path(),
        server: COMPILE_SERVER,
        echo: ECHO_HELPERS,
    };
    let Err(error) = ErlangCompiler::start(&setup) else {
        panic!("there is no such program");
    };
    assert!(matches!(&error, ErlangError::NotFound { program } if program == "no-such-erl"));
    assert!(error.to_string().contains("`no-such-erl`"));
}

#[test]
fn a_node_that_fails_is_reported() {
    for erl in programs() {
        let directory = tempfile::tempdir().unwrap();
        let setup = Setup {
            erl: &erl,
            cache: directory.path(),
            server: "-module(tindra_compile_server).\nbroken",
            echo: "",
        };
        let compiler = ErlangCompiler::start(&setup).unwrap();
        assert!(
            matches!(compiler.wait(), Err(ErlangError::Stopped { output }) if !output.is_empty())
        );
    }
}

/// Compiles the entry module of package `app` and a module `app` with this `main`, and runs it.
fn run_main(erl: &str, main: &str) -> (Option<i32>, String, String) {
    let directory = tempfile::tempdir().unwrap();
    let at = |name: &str| directory.path().join(name);
    std::fs::write(
        at("app@@main.erl"),
        ENTRY_MODULE.replace("tindra_main", "'app@@main'"),
    )
    .unwrap();
    let module = format!("-module('app@sub').\n-export([main/0]).\nmain() -> {main}.\n");
    std::fs::write(at("app@sub.erl"), module).unwrap();
    let compiler = start(erl, &at("cache"));
    for name in ["app@@main.erl", "app@sub.erl"] {
        let request = Request::File {
            path: &at(name),
            name: &format!("src/{name}"),
            includes: &[],
            options: &[],
            directory: directory.path(),
        };
        compiler.submit(request).unwrap();
    }
    for _ in 0..2 {
        // Code that always fails is worth a warning.
        let result = compiler.wait().unwrap().result;
        assert!(result.is_ok(), "{result:?}");
    }
    drop(compiler);
    evaluate(erl, directory.path(), "'app@@main':run('app@sub').")
}

/// Without the colours.
fn plain(text: &str) -> String {
    let mut plain = String::new();
    for (index, part) in text.split("\u{1b}[").enumerate() {
        let kept = if index == 0 {
            part
        } else {
            part.split_once('m').unwrap().1
        };
        plain.push_str(kept);
    }
    plain
}

#[test]
fn programs_end_well() {
    for erl in programs() {
        let (status, out, err) = run_main(
            &erl,
            "io:put_chars([lists:duplicate(100000, $x), \"é\\n\"])",
        );
        assert_eq!((status, err.as_str()), (Some(0), ""));
        assert_eq!(out, format!("{}é\n", "x".repeat(100_000)));
    }
}

#[test]
fn crashes_are_explained() {
    let cases = [
        (
            "erlang:error(#{gleam_error => panic, message => <<\"booé\"/utf8>>})",
            "runtime error: panic\n\nbooé\n\nstacktrace:\n  app/sub.main src/app@sub.erl:3\n\n",
        ),
        (
            "erlang:error(#{gleam_error => let_assert, message => <<\"no\">>, value => {error, 1}})",
            "runtime error: let assert\n\nno\n\nunmatched value:\n  {error,1}\n\nstacktrace:\n  app/sub.main src/app@sub.erl:3\n\n",
        ),
        (
            "erlang:error(#{gleam_error => assert, message => <<\"no\">>, kind => binary_operator, left => #{kind => expression, value => 1}, right => #{kind => unevaluated}})",
            "runtime error: assert\n\nno\n\nleft:\n  1\n\nright:\n  not evaluated\n\nstacktrace:\n  app/sub.main src/app@sub.erl:3\n\n",
        ),
        (
            "(fun() -> erlang:throw(oops) end)()",
            "runtime error: Erlang throw\n\nAn error occurred outside of Gleam.\n\nerlang:throw:\n  oops\n\nstacktrace:\n  app/sub.main src/app@sub.erl:3\n\n",
        ),
        (
            "spawn_link(fun() -> exit(crash) end), receive after infinity -> ok end",
            "runtime error: Erlang exit\n\nThe process of `main` was ended by another.\n\nexit reason:\n  crash\n\n",
        ),
        (
            "1 = put(key, value)",
            "runtime error: Erlang error\n\nA value does not match an Erlang pattern.\n\nunmatched value:\n  undefined\n\nstacktrace:\n  app/sub.main src/app@sub.erl:3\n\n",
        ),
        (
            "{nomod:f(1)}",
            "runtime error: Erlang error\n\nA function was called but it did not exist.\n\nfunction:\n  nomod.f/1\n\nstacktrace:\n  nomod.f unknown source\n  app/sub.main src/app@sub.erl:3\n\n",
        ),
    ];
    for erl in programs() {
        for (main, expected) in cases {
            let (status, out, err) = run_main(&erl, main);
            assert_eq!(plain(&err), expected, "{main} with {erl}");
            assert_eq!((status, out.as_str()), (Some(1), ""));
        }
    }
}

#[test]
fn tells_what_modules_of_erlang_export() {
    for erl in programs() {
        let folder = tempfile::tempdir().unwrap();
        let compiler = start(&erl, folder.path());
        let long = "x".repeat(300);
        let modules = ["lists", "erlang", "no_such_module", "a/b", long.as_str()];
        let modules = modules.map(str::to_owned).into();
        let request = Request::Exports { modules: &modules };
        let id = compiler.submit(request).unwrap();
        let reply = compiler.wait().unwrap();
        assert_eq!(reply.id, id);
        let text = reply.result.unwrap();
        for line in ["lists\treverse\t2", "erlang\t+\t2", "erlang\telement\t2"] {
            assert!(text.lines().any(|found| found == line), "{line}\n{text}");
        }
        let mut known = text.lines();
        assert!(known.all(|line| line.starts_with("lists\t") || line.starts_with("erlang\t")));
    }
}

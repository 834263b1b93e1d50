//! Failures and `echo`.

use std::process::Command;

use ir::node::{Asserted, AssertedValue, ExprId, ExprKind, RaiseKind, Statement};
use source::{LineIndex, Span};

use crate::build::{Build, let_};
use crate::run::{eval, output};

fn raising(kind: RaiseKind, message: Option<&str>) -> String {
    let mut b = Build::new("main");
    b.module.lines = LineIndex::new("\n\nline 3");
    let message = message.map(|message| b.string(message));
    let raise = b.raise(kind, message);
    b.module.exprs[raise].span = Span::new(2, 5);
    b.function("main", &[], raise);
    eval(&b, "m.main()")
}

#[test]
fn todo_and_panic() {
    assert_eq!(
        raising(RaiseKind::Todo, None),
        "error: Object(gleam_error: \"todo\", file: \"src/main.gleam\", module: \"main\", line: 3, \
         function: \"main\", fn: \"main\", \
         message: \"`todo` expression evaluated. This code has not yet been implemented.\")"
    );
    let text = raising(RaiseKind::Panic, Some("no"));
    assert!(
        text.contains("gleam_error: \"panic\"") && text.contains("message: \"no\""),
        "{text}"
    );
}

#[test]
fn asserts() {
    let value = |literal| AssertedValue {
        value: None,
        literal,
        span: Span::new(4, 5),
        labelled: Span::new(4, 5),
    };
    let assert = |condition| {
        raising(
            RaiseKind::Assert {
                condition,
                span: Span::new(1, 9),
                expression: Span::new(3, 9),
            },
            None,
        )
    };
    let text = assert(Asserted::BinaryOperator {
        operator: "||",
        left: value(false),
        right: value(true),
    });
    assert!(
        text.contains(
            "kind: \"binary_operator\", operator: \"||\", \
             left: Object(kind: \"unevaluated\", start: 4, end: 5), right: Object("
        ),
        "{text}"
    );
    assert!(text.contains("start: 1, end: 9, expression_start: 3, message: \"Assertion failed.\""));
    let text = assert(Asserted::FunctionCall {
        arguments: vec![value(false)],
    });
    assert!(
        text.contains("kind: \"function_call\", arguments: #(Object("),
        "{text}"
    );
    let text = assert(Asserted::Expression(value(false)));
    assert!(
        text.contains("kind: \"expression\", expression: Object("),
        "{text}"
    );
}

#[test]
fn asserted_values_are_shown() {
    let mut b = Build::new("main");
    let x = b.local("x");
    let five = b.int(5);
    let asserted = |literal| AssertedValue {
        value: Some(x),
        literal,
        span: Span::default(),
        labelled: Span::default(),
    };
    let kind = RaiseKind::Assert {
        condition: Asserted::BinaryOperator {
            operator: "==",
            left: asserted(true),
            right: asserted(false),
        },
        span: Span::default(),
        expression: Span::default(),
    };
    let raise = b.raise(kind, None);
    let body = b.block(vec![let_(x, five)], raise);
    b.function("main", &[], body);
    let text = eval(&b, "m.main()");
    assert!(
        text.contains("left: Object(kind: \"literal\", value: 5, start"),
        "{text}"
    );
    assert!(
        text.contains("right: Object(kind: \"expression\", value: 5, start"),
        "{text}"
    );
}

/// What comes after a failure is not written, and operands before it are evaluated.
#[test]
fn failures_amid_expressions() {
    let mut b = Build::new("main");
    b.external("say", "./ffi.mjs", "say", false);
    let one = b.int(1);
    let before = b.call_external("say", &[one]);
    let panic = b.raise(RaiseKind::Panic, None);
    let body = b.tuple(&[before, panic]);
    b.function("main", &[], body);
    let local = b.local("x");
    let panic = b.raise(RaiseKind::Panic, None);
    let used = b.var(local);
    let body = b.block(vec![let_(local, panic), Statement::Expr(one)], used);
    b.function("unreachable", &[], body);
    let text = eval(&b, "m.main()");
    assert!(text.starts_with("1\nerror: "), "{text}");
    assert!(eval(&b, "m.unreachable()").starts_with("error: "));
}

fn echoing(value: impl FnOnce(&mut Build) -> ExprId, message: Option<&str>) -> Build {
    let mut b = Build::new("main");
    let value = value(&mut b);
    let message = message.map(|message| b.string(message));
    let body = b.expr(ExprKind::Echo { value, message });
    b.function("main", &[], body);
    let x = b.local("x");
    let value = b.var(x);
    let body = b.expr(ExprKind::Echo {
        value,
        message: None,
    });
    b.function("show", &[x], body);
    b
}

#[test]
fn echo_gives_its_value() {
    assert_eq!(eval(&echoing(|b| b.int(5), Some("five")), "m.main()"), "5");
}

/// Without `process` and the like the text goes to the console, where it can be compared.
#[test]
fn echo_shows_values() {
    let b = echoing(|b| b.int(5), Some("five"));
    let output = output(&b);
    let values = [
        ("true", "True"),
        ("undefined", "Nil"),
        ("null", "//js(null)"),
        ("-1.5", "-1.5"),
        ("1e21", "1.0e21"),
        ("1.5e-7", "1.5e-7"),
        ("2 ** 60", "1152921504606847000.0"),
        ("NaN", "//js(NaN)"),
        ("12n", "12"),
        (
            "'a\"\\n\\u0001\\u007f\\\\é'",
            r#""a\"\n\u{0001}\u{007F}\\é""#,
        ),
        ("[1, 'x', []]", "#(1, \"x\", #())"),
        ("p.toList([])", "[]"),
        ("p.toList([1, 2])", "[1, 2]"),
        ("p.toList([104, 105])", "charlist.from_string(\"hi\")"),
        ("new p.Ok(new p.Error(undefined))", "Ok(Error(Nil))"),
        ("new p.UtfCodepoint(65)", "//utfcodepoint(A)"),
        (
            "p.toBitArray([1, p.sizedInt(5, 3, true)])",
            "<<1, 5:size(3)>>",
        ),
        ("p.toBitArray([])", "<<>>"),
        ("(a, b) => a", "//fn(a, b) { ... }"),
        ("/x/g", "//js(/x/g)"),
        ("new Date(0)", "//js(Date(\"1970-01-01T00:00:00.000Z\"))"),
        ("new Error('x')", "//js(Error: x)"),
        ("new Set([1])", "//js(Set(1))"),
        ("({ a: 1, b: {} })", "//js({ \"a\": 1, \"b\": //js({}) })"),
        (
            "(() => { const a = []; a.push(a); return a; })()",
            "#(//js(circular reference))",
        ),
        (
            "(() => { const a = [1]; return [a, a]; })()",
            "#(#(1), #(1))",
        ),
    ];
    let mut main = String::from(
        "delete globalThis.process; if (globalThis.tindra) delete globalThis.tindra;\n\
         const m = await import('./app/main.mjs'); const p = await import('./prelude.mjs');\n\
         m.main();\n",
    );
    for (value, _) in values {
        main.push_str("m.show(");
        main.push_str(value);
        main.push_str(");\n");
    }
    main.push_str("let deep = []; for (let i = 0; i < 50000; i++) deep = [deep]; m.show(deep);\n");
    output.write("echo.mjs", &main);
    let printed = output.run("echo.mjs");
    let mut lines = printed.lines();
    assert_eq!(lines.next(), Some("src/main.gleam:1 five"));
    assert_eq!(lines.next(), Some("5"));
    for (value, expected) in values {
        assert_eq!(lines.next(), Some("src/main.gleam:1"));
        assert_eq!(lines.next(), Some(expected), "{value}");
    }
}

#[test]
fn echo_prints_to_standard_error() {
    let b = echoing(|b| b.int(5), Some("five"));
    let output = output(&b);
    output.write("echo.mjs", "import { main } from './app/main.mjs'; main();");
    assert_eq!(output.run("echo.mjs"), "");
    if let Ok(run) = Command::new("node").arg(output.path("echo.mjs")).output() {
        assert_eq!(
            String::from_utf8_lossy(&run.stderr),
            "\u{1b}[90msrc/main.gleam:1\u{1b}[39m five\n5\n"
        );
    }
}

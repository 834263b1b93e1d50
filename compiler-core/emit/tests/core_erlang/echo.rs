//! `echo`.

use ir::node::*;

use crate::build::Build;
use crate::run::check;

/// Calls a function with a process in place of standard error; gives what was printed.
const CAUGHT: &str = r"(fun(Work) ->
    Self = self(),
    Server = spawn(fun() ->
        receive {io_request, From, As, {put_chars, unicode, Text}} ->
            From ! {io_reply, As, ok},
            Self ! {text, unicode:characters_to_binary(Text)}
        end,
        receive stop -> ok end
    end),
    Old = whereis(standard_error),
    unregister(standard_error),
    register(standard_error, Server),
    Work(),
    unregister(standard_error),
    register(standard_error, Old),
    receive {text, Text} -> Text end
end)";

#[test]
fn values_look_like_their_source() {
    let mut b = Build::new();
    let x = b.local("x");
    b.line = 9;
    let value = b.get(x);
    let body = b.expr(ExprKind::Echo {
        value,
        message: None,
    });
    b.function("f", &[x], body);
    let m = b.local("m");
    let message = b.get(m);
    let body = b.expr(ExprKind::Echo {
        value: message,
        message: Some(message),
    });
    b.function("g", &[m], body);
    let cases = [
        ("1", "1"),
        ("-1.0e100", "-1.0e100"),
        ("true", "True"),
        ("nil", "Nil"),
        ("{ok, 1}", "Ok(1)"),
        ("{h_t_t_p_get, 3}", "HTTPGet(3)"),
        (
            "[module_info, moduleInfo]",
            "[ModuleInfo, atom.create(\"moduleInfo\")]",
        ),
        ("{nil, true}", "#(Nil, True)"),
        ("{a}", "A()"),
        ("{a_b, a_1b}", "AB(Ab)"),
        (
            "[a__b, ab_, 'a b', '', 'Ab', a@b]",
            "[atom.create(\"a__b\"), atom.create(\"ab_\"), atom.create(\"a b\"), atom.create(\"\"), atom.create(\"Ab\"), atom.create(\"a@b\")]",
        ),
        ("{}", "#()"),
        ("[]", "[]"),
        ("[1, 2]", "[1, 2]"),
        ("[97, 98]", "charlist.from_string(\"ab\")"),
        ("[97, 1]", "[97, 1]"),
        ("[1, 2 | 3]", "//erl([1, 2 | 3])"),
        ("fun(A, B) -> {A, B} end", "//fn(a, b) { ... }"),
        (
            "#{2 => <<\"b\">>, 1 => #{}}",
            "dict.from_list([#(1, dict.from_list([])), #(2, \"b\")])",
        ),
        ("#{a => 1}", "dict.from_list([#(A, 1)])"),
        ("<<>>", "\"\""),
        (
            "<<\"a\\n\\r\\t\\f\\\"\\\\\\x{1}é\\x{85}\"/utf8>>",
            "\"a\\n\\r\\t\\f\\\"\\\\\\u{0001}é\\u{0085}\"",
        ),
        ("<<1, 2>>", "<<1, 2>>"),
        ("<<255, 3:3>>", "<<255, 3:size(3)>>"),
        ("<<$\\n>>", "\"\\n\""),
    ];
    let literal = |shown: &str| {
        format!(
            "<<\"{}\"/utf8>>",
            shown.replace('\\', "\\\\").replace('"', "\\\"")
        )
    };
    let pairs: Vec<String> = cases
        .iter()
        .map(|(value, shown)| {
            format!(
                "{{{value}, {}}}",
                literal(&format!(
                    "\u{1b}[90msrc/wibble/wobble.gleam:9\u{1b}[39m\n{shown}\n"
                ))
            )
        })
        .collect();
    let wrong = format!(
        "Seen = {CAUGHT}, [{{Want, Got}} || {{V, Want}} <- [{}], Got <- [Seen(fun() -> V = M:f(V) end)], Got =/= Want]",
        pairs.join(", ")
    );
    let message = format!("{CAUGHT}(fun() -> M:g(<<\"é\"/utf8>>) end)");
    let shown = "<<\"\\e[90msrc/wibble/wobble.gleam:9\\e[39m é\\n\\\"é\\\"\\n\"/utf8>>";
    check(&b.module, &[(&wrong, "[]"), (&message, shown)]);
}

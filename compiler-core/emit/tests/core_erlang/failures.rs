//! Run-time failures: the maps that foreign code and test runners read.

use ir::node::*;
use source::Span;

use crate::build::Build;
use crate::run::check;

#[test]
fn todo_and_panic() {
    let mut b = Build::new();
    b.line = 12;
    let body = b.raise(RaiseKind::Todo, None);
    b.function("todo", &[], body);
    let x = b.local("x");
    let message = b.get(x);
    let body = b.raise(RaiseKind::Panic, Some(message));
    b.function("panic", &[x], body);
    let body = b.raise(RaiseKind::Panic, None);
    b.function("panic", &[], body);
    let todo = "try M:todo() catch error:E -> [maps:get(K, E) || K <- [gleam_error, message, file, module, function, line]] ++ [map_size(E)] end";
    let fields = "[todo,<<\"`todo` expression evaluated. This code has not yet been implemented.\">>,<<\"src/wibble/wobble.gleam\">>,<<\"wibble/wobble\">>,<<\"some_function\">>,12,6]";
    let place = "try M:todo() catch error:_:Stack -> hd(Stack) end";
    let at = "{wibble@wobble,todo,0,[{file,\"src/wibble/wobble.gleam\"},{line,12}]}";
    check(
        &b.module,
        &[
            (todo, fields),
            (place, at),
            (
                "try M:panic(<<\"é\"/utf8>>) catch error:#{gleam_error := panic, message := X} -> X end",
                "<<\"é\"/utf8>>",
            ),
            (
                "try M:panic() catch error:#{message := X} -> X end",
                "<<\"`panic` expression evaluated.\">>",
            ),
        ],
    );
}

const fn value(value: Option<LocalId>, literal: bool, start: u32) -> AssertedValue {
    AssertedValue {
        value,
        literal,
        span: Span::new(start, start + 5),
        labelled: Span::new(start - 1, start + 5),
    }
}

fn show(call: &str, keys: &str) -> String {
    format!("try {call} catch error:E -> lists:sort(maps:to_list(maps:with({keys}, E))) end")
}

#[test]
fn let_assert() {
    let mut b = Build::new();
    let x = b.local("x");
    let kind = RaiseKind::LetAssert {
        value: x,
        span: Span::new(10, 40),
        pattern: Span::new(21, 26),
    };
    let body = b.raise(kind, None);
    b.function("f", &[x], body);
    let all = "[gleam_error, message, value, start, 'end', pattern_start, pattern_end]";
    check(
        &b.module,
        &[
            (
                &show("M:f({error, 1})", all),
                "[{'end',40},{gleam_error,let_assert},{message,<<\"Pattern match failed, no pattern matched the value.\">>},{pattern_end,26},{pattern_start,21},{start,10},{value,{error,1}}]",
            ),
            ("try M:f(1) catch error:E -> map_size(E) end", "11"),
        ],
    );
}

#[test]
fn assert() {
    let mut b = Build::new();
    let (x, y) = (b.local("x"), b.local("y"));
    let conditions = [
        Asserted::BinaryOperator {
            operator: "||",
            left: value(Some(x), false, 20),
            right: value(Some(y), true, 30),
        },
        Asserted::BinaryOperator {
            operator: "&&",
            left: value(Some(x), false, 20),
            right: value(None, false, 30),
        },
        Asserted::FunctionCall {
            arguments: vec![value(Some(x), false, 20), value(Some(y), true, 30)],
        },
        Asserted::Expression(value(Some(x), false, 20)),
    ];
    for (index, condition) in conditions.into_iter().enumerate() {
        let kind = RaiseKind::Assert {
            condition,
            span: Span::new(10, 50),
            expression: Span::new(17, 50),
        };
        let body = b.raise(kind, None);
        b.function(&format!("f{index}"), &[x, y], body);
    }
    let keys =
        "[kind, operator, left, right, arguments, expression, start, 'end', expression_start]";
    let flat = "{Ks, Ms} = lists:unzip([{K, if is_map(V) -> lists:sort(maps:to_list(V)); is_list(V) -> [lists:sort(maps:to_list(A)) || A <- V]; true -> V end} || {K, V} <- lists:sort(maps:to_list(maps:with(Keys, E)))]), {Ks, Ms}";
    let call = |function: &str| {
        format!(
            "Keys = {keys}, try M:{function}(1, 2) catch error:#{{gleam_error := assert}} = E -> {flat} end"
        )
    };
    check(
        &b.module,
        &[
            (
                &call("f0"),
                "{['end',expression_start,kind,left,operator,right,start],[50,17,binary_operator,[{'end',25},{kind,expression},{start,20},{value,1}],'||',[{'end',35},{kind,literal},{start,30},{value,2}],10]}",
            ),
            (
                &call("f1"),
                "{['end',expression_start,kind,left,operator,right,start],[50,17,binary_operator,[{'end',25},{kind,expression},{start,20},{value,1}],'&&',[{'end',35},{kind,unevaluated},{start,30}],10]}",
            ),
            (
                &call("f2"),
                "{[arguments,'end',expression_start,kind,start],[[[{'end',25},{kind,expression},{start,20},{value,1}],[{'end',35},{kind,literal},{start,30},{value,2}]],50,17,function_call,10]}",
            ),
            (
                &call("f3"),
                "{['end',expression,expression_start,kind,start],[50,[{'end',25},{kind,expression},{start,20},{value,1}],17,expression,10]}",
            ),
        ],
    );
}

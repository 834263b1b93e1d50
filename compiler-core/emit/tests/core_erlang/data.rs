//! Values, records and operators.

use ir::node::*;

use crate::build::{Build, constructor};
use crate::run::check;

#[test]
fn literals_and_data() {
    let mut b = Build::new();
    let parts = [
        b.int("-1"),
        b.int("123456789012345678901234567890"),
        b.float(-0.0),
        b.float(1.5e100),
        b.string("a\"é\u{1F600}\n"),
        b.string(""),
    ];
    let body = b.tuple(&parts);
    b.function("literals", &[], body);

    let x = b.local("x");
    let value = b.get(x);
    let one = b.int("1");
    let tail = b.list(&[one], None);
    let open = b.list(&[one, value], Some(tail));
    let none = b.construct("None", &[]);
    let get = b.construct("HTTPGet", &[value]);
    let ok = b.construct("Ok", &[none]);
    let unit = b.tuple(&[]);
    let body = b.tuple(&[open, none, get, ok, unit]);
    b.function("data", &[x], body);

    let make = b.expr(ExprKind::ConstructorValue(constructor("Pair", 2)));
    let body = b.call_value(make, &[one, one]);
    b.function("constructor", &[], body);
    check(
        &b.module,
        &[
            (
                "M:literals()",
                "{-1,123456789012345678901234567890,-0.0,1.5e100,<<\"a\\\"é😀\\n\"/utf8>>,<<>>}",
            ),
            ("M:data(7)", "{[1,7,1],none,{h_t_t_p_get,7},{ok,none},{}}"),
            ("M:constructor()", "{pair,1,1}"),
        ],
    );
}

#[test]
fn fields_and_elements() {
    let mut b = Build::new();
    let x = b.local("x");
    let record = b.get(x);
    let field = b.expr(ExprKind::RecordField {
        record,
        index: 1,
        label: None,
    });
    let element = b.expr(ExprKind::TupleIndex {
        tuple: record,
        index: 0,
    });
    let body = b.tuple(&[field, element]);
    b.function("fields", &[x], body);
    check(
        &b.module,
        &[
            ("M:fields({tag,1,2})", "{2,tag}"),
            (
                "M:fields({})",
                "{error,badarg,[{file,\"src/wibble/wobble.gleam\"},{line,1}]}",
            ),
        ],
    );
}

fn operators(ops: &[Prim]) -> Build {
    let mut b = Build::new();
    let (x, y) = (b.local("x"), b.local("y"));
    let (left, right) = (b.get(x), b.get(y));
    let results: Vec<ExprId> = ops.iter().map(|op| b.prim(*op, &[left, right])).collect();
    let body = b.tuple(&results);
    b.function("f", &[x, y], body);
    b
}

#[test]
fn integer_operators() {
    let b = operators(&[
        Prim::AddInt,
        Prim::SubInt,
        Prim::MulInt,
        Prim::DivInt,
        Prim::RemInt,
        Prim::Less,
        Prim::LessEqual,
        Prim::Greater,
        Prim::GreaterEqual,
        Prim::Equal(Equality::Scalar),
        Prim::NotEqual(Equality::Structural),
    ]);
    check(
        &b.module,
        &[
            (
                "M:f(7, -2)",
                "{5,9,-14,-3,1,false,false,true,true,false,true}",
            ),
            ("M:f(7, 0)", "{7,7,0,0,0,false,false,true,true,false,true}"),
            (
                "M:f(-7, -7)",
                "{-14,0,49,1,0,false,true,false,true,true,false}",
            ),
        ],
    );
}

#[test]
fn float_operators() {
    let b = operators(&[
        Prim::AddFloat,
        Prim::SubFloat,
        Prim::MulFloat,
        Prim::DivFloat,
    ]);
    check(
        &b.module,
        &[
            ("M:f(3.0, 2.0)", "{5.0,1.0,6.0,1.5}"),
            ("M:f(3.0, 0.0)", "{3.0,3.0,0.0,0.0}"),
            ("M:f(3.0, -0.0) == {3.0,3.0,0.0,0.0}", "true"),
        ],
    );
}

#[test]
fn literal_divisors_and_negation() {
    let mut b = Build::new();
    let x = b.local("x");
    let value = b.get(x);
    let (zero, three) = (b.int("0"), b.int("3"));
    let results = [
        b.prim(Prim::DivInt, &[value, zero]),
        b.prim(Prim::RemInt, &[value, zero]),
        b.prim(Prim::DivInt, &[value, three]),
        b.prim(Prim::RemInt, &[value, three]),
        b.prim(Prim::NegateInt, &[value]),
    ];
    let body = b.tuple(&results);
    b.function("ints", &[x], body);

    let y = b.local("y");
    let value = b.get(y);
    let (zero, two) = (b.float(0.0), b.float(2.0));
    let results = [
        b.prim(Prim::DivFloat, &[value, zero]),
        b.prim(Prim::DivFloat, &[value, two]),
    ];
    let body = b.tuple(&results);
    b.function("floats", &[y], body);

    let z = b.local("z");
    let value = b.get(z);
    let body = b.prim(Prim::Not, &[value]);
    b.function("negate", &[z], body);
    check(
        &b.module,
        &[
            ("M:ints(10)", "{0,0,3,1,-10}"),
            ("M:floats(5.0)", "{0.0,2.5}"),
            ("M:negate(true)", "false"),
        ],
    );
}

#[test]
fn lazy_operators_evaluate_the_right_side_only_if_needed() {
    let mut b = Build::new();
    for lazy in ["and", "or"] {
        let x = b.local("x");
        let left = b.get(x);
        let message = b.string("evaluated");
        let right = b.foreign("erlang", "throw", &[message]);
        let body = b.expr(match lazy {
            "and" => ExprKind::And(left, right),
            _ => ExprKind::Or(left, right),
        });
        b.function(lazy, &[x], body);
    }
    check(
        &b.module,
        &[
            ("M:'and'(false)", "false"),
            ("catch M:'and'(true)", "<<\"evaluated\">>"),
            ("M:'or'(true)", "true"),
            ("catch M:'or'(false)", "<<\"evaluated\">>"),
            (
                "M:'or'(other)",
                "{error,{case_clause,other},[{file,\"src/wibble/wobble.gleam\"},{line,1}]}",
            ),
        ],
    );
}

#[test]
fn strings_are_joined_in_order() {
    let mut b = Build::new();
    let (x, y) = (b.local("x"), b.local("y"));
    let (left, right) = (b.get(x), b.get(y));
    let comma = b.string(", ");
    let inner = b.prim(Prim::Concat, &[comma, right]);
    let body = b.prim(Prim::Concat, &[left, inner]);
    b.function("join", &[x, y], body);
    check(
        &b.module,
        &[
            ("M:join(<<\"a\">>, <<\"é\"/utf8>>)", "<<\"a, é\"/utf8>>"),
            ("M:join(<<>>, <<>>)", "<<\", \">>"),
        ],
    );
}

#[test]
fn operands_are_evaluated_from_left_to_right() {
    let mut b = Build::new();
    let noted = |b: &mut Build, digits: &str| {
        let value = b.int(digits);
        let me = b.foreign("erlang", "self", &[]);
        b.foreign("erlang", "send", &[me, value])
    };
    let one = noted(&mut b, "1");
    let two = noted(&mut b, "2");
    let three = noted(&mut b, "3");
    let four = noted(&mut b, "4");
    let sum = b.prim(Prim::AddInt, &[two, three]);
    let inner = b.construct("Pair", &[one, sum]);
    let body = b.tuple(&[inner, four]);
    b.function("f", &[], body);
    let collect = "M:f(), [receive X -> X end || _ <- lists:seq(1, 4)]";
    check(&b.module, &[(collect, "[1,2,3,4]")]);
}

#[test]
fn reserved_names() {
    let mut b = Build::new();
    let one = b.int("1");
    b.function("receive", &[], one);
    b.function("module_info", &[], one);
    let first = b.call("receive", &[]);
    let second = b.call("module_info", &[]);
    let body = b.tuple(&[first, second]);
    b.function("begin", &[], body);
    check(
        &b.module,
        &[
            ("M:'begin'()", "{1,1}"),
            ("M:moduleInfo()", "1"),
            (
                "lists:sort(M:module_info(exports))",
                "[{'begin',0},{moduleInfo,0},{module_info,0},{module_info,1},{'receive',0}]",
            ),
            ("M:module_info(module)", "wibble@wobble"),
        ],
    );
}

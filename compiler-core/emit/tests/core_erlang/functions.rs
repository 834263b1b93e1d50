//! Functions, calls, closures and blocks.

use ir::node::*;

use crate::build::Build;
use crate::run::check;

#[test]
fn calls_and_function_values() {
    let mut b = Build::new();
    let x = b.local("x");
    let value = b.get(x);
    b.function("same", &[x], value);

    let one = b.int("1");
    let direct = b.call("same", &[one]);
    let function = Build::module_ref("wibble/wobble", "same", 1);
    let local = b.expr(ExprKind::FunctionValue(function));
    let through = b.call_value(local, &[one]);
    let other = b.expr(ExprKind::FunctionValue(Build::module_ref(
        "lists/x", "y", 3,
    )));
    let external = b.expr(ExprKind::FunctionValue(Build::external_ref(
        "lists", "reverse", 1,
    )));
    let items = b.list(&[one, direct], None);
    let reversed = b.call_value(external, &[items]);
    let maximum = b.call_ref(Build::module_ref("lists", "max", 1), &[items]);
    let body = b.tuple(&[direct, through, other, reversed, maximum]);
    b.function("calls", &[], body);

    let y = b.local("y");
    let wrapped = FunctionBody::External {
        module: "erlang".into(),
        function: "abs".into(),
    };
    b.define("absolute", &[y], wrapped);
    check(
        &b.module,
        &[
            ("M:calls()", "{1,1,fun 'lists@x':y/3,[1,1],1}"),
            ("M:absolute(-4)", "4"),
            (
                "M:absolute(a)",
                "{error,badarg,[{file,\"src/wibble/wobble.gleam\"},{line,1}]}",
            ),
        ],
    );
}

#[test]
fn closures_capture() {
    let mut b = Build::new();
    let (x, y, z) = (b.local("x"), b.local("x"), b.local("x"));
    let all = b.gets(&[x, y, z]);
    let inner = b.lambda(&[z], all);
    let outer = b.lambda(&[y], inner);
    b.function("nest", &[x], outer);
    check(&b.module, &[("((M:nest(1))(2))(3)", "{1,2,3}")]);
}

#[test]
fn blocks() {
    let mut b = Build::new();
    let (x, y, z) = (b.local("x"), b.local("y"), b.local("z"));
    let (one, two) = (b.int("1"), b.int("2"));
    let key = b.string("key");
    let put = b.foreign("erlang", "put", &[key, one]);
    let got = b.foreign("erlang", "get", &[key]);
    let added = {
        let x = b.get(x);
        b.prim(Prim::AddInt, &[x, two])
    };
    let inner = {
        let result = b.get(z);
        let value = added;
        b.block(vec![Statement::Let { local: z, value }], result)
    };
    let result = b.gets(&[x, y]);
    let body = b.block(
        vec![
            Statement::Expr(put),
            Statement::Let {
                local: x,
                value: got,
            },
            Statement::Let {
                local: y,
                value: inner,
            },
        ],
        result,
    );
    b.function("block", &[], body);
    check(&b.module, &[("M:block()", "{1,3}")]);
}

#[test]
fn private_functions_are_not_exported() {
    let mut b = Build::new();
    let one = b.int("1");
    b.function("hidden", &[], one);
    b.module.functions[0].public = false;
    let body = b.call("hidden", &[]);
    b.function("shown", &[], body);
    check(
        &b.module,
        &[
            ("M:shown()", "1"),
            ("erlang:function_exported(M, hidden, 0)", "false"),
        ],
    );
}

#[test]
fn crashes_name_the_file_and_line() {
    let mut b = Build::new();
    let x = b.local("x");
    b.line = 20;
    let value = b.get(x);
    let called = b.call_value(value, &[]);
    let body = b.tuple(&[called]);
    b.function("apply", &[x], body);

    let y = b.local("y");
    b.line = 31;
    let value = b.get(y);
    b.line = 300;
    let head = b.foreign("erlang", "hd", &[value]);
    let body = b.tuple(&[head]);
    b.line = 30;
    b.function("head", &[y], body);
    check(
        &b.module,
        &[
            (
                "M:apply(1)",
                "{error,{badfun,1},[{file,\"src/wibble/wobble.gleam\"},{line,20}]}",
            ),
            (
                "M:head([])",
                "{error,badarg,[{file,\"src/wibble/wobble.gleam\"},{line,300}]}",
            ),
        ],
    );
}

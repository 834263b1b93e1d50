//! What is deep, long or much.

use emit::core_erlang::{Profile, compile_options, cost, etf, lower, print};
use ir::node::*;

use crate::build::{Build, constructor, name};
use crate::run::check;

const DEEP: usize = 5_000;

#[test]
fn deep_data_and_calls() {
    let mut b = Build::new();
    let mut list = b.list(&[], None);
    let x = b.local("x");
    let mut calls = b.get(x);
    for _ in 0..DEEP {
        list = b.list(&[list], None);
        calls = b.call("same", &[calls]);
    }
    b.function("list", &[], list);
    b.function("calls", &[x], calls);
    let y = b.local("y");
    let value = b.get(y);
    b.function("same", &[y], value);
    check(
        &b.module,
        &[
            ("erts_debug:flat_size(M:list())", "10000"),
            ("M:calls(1)", "1"),
        ],
    );
}

fn deep_cases(depth: usize) -> Build {
    let mut b = Build::new();
    let x = b.local("x");
    let mut body = b.int("0");
    for index in 0..depth {
        let (s, other) = (b.local("s"), b.int("1"));
        let (hit, miss) = (b.arm(0), b.arm(1));
        let test = Test::Int(name(&index.to_string()));
        let tree = b.switch(s, vec![(test, hit)], Some(miss));
        let value = b.get(x);
        let case = b.case(s, value, tree, &[other, body]);
        body = b.block(Vec::new(), case);
    }
    b.function("f", &[x], body);
    b
}

/// OTP's compiler takes minutes for 5,000 of them, so it gets fewer than we do.
#[test]
fn deep_blocks_and_cases() {
    let core = lower(&deep_cases(DEEP).module);
    assert!(etf(&core).len() < 10_000_000);
    assert!(print(&core).len() < 10_000_000);
    let b = deep_cases(300);
    check(&b.module, &[("{M:f(0), M:f(-1), M:f(299)}", "{1,0,1}")]);
}

#[test]
fn long_blocks_of_matches() {
    let mut b = Build::new();
    let x = b.local("x");
    let mut statements = Vec::new();
    let mut last = x;
    for _ in 0..500 {
        let (s, a) = (b.local("s"), b.local("a"));
        let value = b.get(last);
        let value = b.tuple(&[value]);
        statements.push(Statement::Let { local: s, value });
        let then = b.arm(0);
        let tree = b.decision(Decision::Tuple {
            subject: s,
            items: vec![Some(a)],
            then,
        });
        statements.push(Statement::Match {
            subject: s,
            tree,
            otherwise: None,
        });
        last = a;
    }
    let result = b.get(last);
    let body = b.block(statements, result);
    b.function("f", &[x], body);
    check(&b.module, &[("M:f(7)", "7")]);
}

#[test]
fn closures_over_very_much() {
    let mut b = Build::new();
    let params: Vec<LocalId> = (0..250).map(|_| b.local("p")).collect();
    let (y, z) = (b.local("y"), b.local("z"));
    let all: Vec<LocalId> = params.iter().copied().chain([y, z]).collect();
    let all = b.gets(&all);
    let inner = b.lambda(&[z], all);
    let outer = b.lambda(&[y], inner);
    let mut body = outer;
    for (index, param) in params.iter().enumerate().rev() {
        let value = b.int(&index.to_string());
        let bind = Statement::Let {
            local: *param,
            value: b.foreign("erlang", "abs", &[value]),
        };
        body = b.block(vec![bind], body);
    }
    b.function("f", &[], body);
    check(
        &b.module,
        &[(
            "tuple_to_list(((M:f())(250))(251)) =:= lists:seq(0, 251)",
            "true",
        )],
    );
}

/// The BEAM has registers for 1,023 variables.
#[test]
fn very_many_variables_at_once() {
    let mut b = Build::new();
    let (x, mut statements) = (b.local("x"), Vec::new());
    let mut locals = Vec::new();
    for index in 0..1500 {
        let local = b.local("v");
        let number = b.int(&index.to_string());
        let given = b.get(x);
        let value = match index % 3 {
            // A function that gives it, a tuple of it, or itself.
            0 => b.lambda(&[], given),
            1 => b.tuple(&[given, number]),
            _ => b.foreign("erlang", "+", &[given, number]),
        };
        statements.push(Statement::Let { local, value });
        locals.push(local);
    }
    let mut items = Vec::new();
    for (index, local) in locals.iter().enumerate() {
        let value = b.get(*local);
        items.push(match index % 3 {
            0 => b.call_value(value, &[]),
            1 => b.expr(ExprKind::TupleIndex {
                tuple: value,
                index: 1,
            }),
            _ => {
                let (s, miss) = (b.local("s"), b.arm(1));
                let (zero, one) = (b.arm(0), b.int("1"));
                let tree = b.switch(s, vec![(Test::Int(name("9")), zero)], Some(miss));
                let other = b.get(*local);
                b.case(s, value, tree, &[one, other])
            }
        });
    }
    let list = b.list(&items, None);
    let again = b.gets(&locals[..1]);
    let result = b.tuple(&[list, again]);
    let body = b.block(statements, result);
    b.function("f", &[x], body);
    check(
        &b.module,
        &[
            ("length(element(1, M:f(1)))", "1500"),
            (
                "lists:sublist(element(1, M:f(1)), 10)",
                "[1,1,3,1,4,6,1,7,1,1]",
            ),
            ("lists:last(element(1, M:f(7)))", "1506"),
        ],
    );
}

/// OTP's validator takes a minute for 400 steps of which each knows where it came from.
#[test]
fn long_paths() {
    let mut b = Build::new();
    let x = b.local("x");
    let mut value = b.get(x);
    for _ in 0..1000 {
        let tuple = value;
        value = b.expr(ExprKind::TupleIndex { tuple, index: 0 });
    }
    b.function("f", &[x], value);
    check(
        &b.module,
        &[(
            "M:f(lists:foldl(fun(_, T) -> {T} end, 7, lists:seq(1, 1000)))",
            "7",
        )],
    );
}

#[test]
fn helpers_of_recursive_functions_count() {
    let mut b = Build::new();
    let mut calls = Vec::new();
    for index in 0..8 {
        let (x, constructor) = (b.local("x"), constructor(&format!("V{index}"), 1));
        let args = vec![b.get(x)];
        let body = b.expr(ExprKind::Construct { constructor, args });
        b.function(&format!("make{index}"), &[x], body);
        let value = b.get(x);
        let inner = b.call("f", &[value]);
        calls.push(b.call(&format!("make{index}"), &[inner]));
    }
    let x = b.local("x");
    let body = b.tuple(&calls);
    assert_eq!(cost(&lower(&b.module)).tags, 0);
    b.function("f", &[x], body);
    assert_eq!(cost(&lower(&b.module)).tags, 8);
}

#[test]
fn long_functions_are_split() {
    let mut b = Build::new();
    let x = b.local("x");
    let mut value = b.get(x);
    for _ in 0..3000 {
        let one = b.int("1");
        value = b.foreign("erlang", "+", &[value, one]);
    }
    b.function("f", &[x], value);
    let core = lower(&b.module);
    assert!(core.functions.len() > 10, "{}", core.functions.len());
    check(&b.module, &[("M:f(7)", "3007")]);
}

#[test]
fn options_follow_the_cost() {
    let mut b = Build::new();
    let x = b.local("x");
    let value = b.get(x);
    let call = b.call("f", &[value]);
    let variants: Vec<ExprId> = (0..8)
        .map(|index| {
            let constructor = constructor(&format!("V{index}"), 2);
            let args = vec![call, value];
            b.expr(ExprKind::Construct { constructor, args })
        })
        .collect();
    let body = b.tuple(&variants);
    b.function("f", &[x], body);
    let cost = cost(&lower(&b.module));
    assert_eq!(cost.tags, 8);
    assert_eq!(compile_options(Profile::Release, cost), ["no_type_opt"]);
    let cheap = lower(&Build::new().module);
    let cheap = emit::core_erlang::cost(&cheap);
    assert_eq!(compile_options(Profile::Dev, cheap), ["no_ssa_opt_alias"]);
}

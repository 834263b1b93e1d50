//! Programs of extreme depth and size.

use ir::node::{ExprId, ExprKind, Prim, Statement};

use crate::build::{Build, let_};
use crate::run::eval;

const DEPTH: i64 = 5000;

fn main_of(body: impl FnOnce(&mut Build) -> ExprId) -> Build {
    let mut b = Build::new("main");
    let body = body(&mut b);
    b.function("main", &[], body);
    b
}

#[test]
fn nested_blocks() {
    let b = main_of(|b| {
        let mut value = b.int(0);
        for _ in 0..DEPTH {
            let (x, one) = (b.local("x"), b.int(1));
            let used = b.var(x);
            let sum = b.prim(Prim::AddInt, &[used, one]);
            value = b.block(vec![let_(x, value)], sum);
        }
        value
    });
    assert_eq!(eval(&b, "m.main()"), "5000");
}

#[test]
fn nested_lists() {
    let b = main_of(|b| {
        let mut value = b.ints([]);
        for _ in 0..DEPTH {
            value = b.list(&[value], None);
        }
        value
    });
    let depth = "((l) => { let n = 0; while (l.head) { l = l.head; n++; } return n; })(m.main())";
    assert_eq!(eval(&b, depth), "5000");
}

#[test]
fn nested_calls_and_long_sums() {
    let mut b = Build::new("main");
    let x = b.local("x");
    let used = b.var(x);
    b.function("same", &[x], used);
    let mut value = b.int(0);
    for _ in 0..DEPTH {
        let one = b.int(1);
        let call = b.call("same", &[value]);
        value = b.prim(Prim::AddInt, &[call, one]);
    }
    b.function("main", &[], value);
    assert_eq!(eval(&b, "m.main()"), "5000");
}

#[test]
fn long_lists() {
    let b = main_of(|b| b.ints(0..200_000));
    assert_eq!(eval(&b, "m.main().countLength()"), "200000");
}

#[test]
fn many_statements() {
    let b = main_of(|b| {
        let mut statements = Vec::new();
        let mut value = b.int(0);
        for _ in 0..DEPTH {
            let (step, one) = (b.local("_pipe"), b.int(1));
            statements.push(let_(step, value));
            let used = b.var(step);
            value = b.prim(Prim::AddInt, &[used, one]);
        }
        b.block(statements, value)
    });
    assert_eq!(eval(&b, "m.main()"), "5000");
}

/// Cases in the last clause of each other, which print as one flat sequence.
#[test]
fn nested_cases() {
    for bound in [false, true] {
        let mut b = Build::new("main");
        let x = b.local("x");
        let mut value = b.int(-1);
        for number in (0..DEPTH).rev() {
            let (subject, found) = (b.var(x), b.int(number));
            let found = b.tuple(&[found]);
            value = b.if_int(subject, number, found, value);
        }
        if bound {
            let (y, nil) = (b.local("y"), b.nil());
            let used = b.var(y);
            value = b.block(vec![let_(y, value), Statement::Expr(nil)], used);
        }
        b.function("main", &[x], value);
        assert_eq!(
            eval(&b, "[m.main(0), m.main(4999), m.main(5000)]"),
            "#(#(0), #(4999), -1)"
        );
    }
}

/// Closures in closures cannot be flattened: writing them must still not overflow.
#[test]
fn nested_closures_are_written() {
    let b = main_of(|b| {
        let mut value = b.int(0);
        for _ in 0..DEPTH {
            value = b.lambda(&[], value);
        }
        let yes = b.bool(true);
        for _ in 0..DEPTH {
            let no = b.bool(false);
            let both = b.expr(ExprKind::And(yes, no));
            value = b.block(vec![Statement::Expr(both)], value);
        }
        value
    });
    assert!(b.emit().contains("() => () => () =>"));
}

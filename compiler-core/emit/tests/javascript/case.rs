//! Decision trees.

use ir::node::{Arm, Decision, Prim, RaiseKind, Statement, Test};
use source::Span;

use crate::build::{Build, int, let_, prelude, text, variant};
use crate::run::{eval, output};

/// `fn main(x, y) { case x, y { 1, z | z, 1 -> { let a = z + 1  #(a, a) } _, _ -> 5 } }`
fn shared_arm(bound: bool) -> Build {
    let mut b = Build::new("main");
    let (x, y, z, a) = (b.local("x"), b.local("y"), b.local("z"), b.local("a"));
    let (left, right) = (b.local("left"), b.local("right"));
    let (x1, y1) = (b.var(x), b.var(y));
    let (z1, one, a1, a2) = (b.var(z), b.int(1), b.var(a), b.var(a));
    let sum = b.prim(Prim::AddInt, &[z1, one]);
    let pair = b.tuple(&[a1, a2]);
    let body = b.block(vec![let_(a, sum)], pair);
    let (first, second, other) = (b.arm(0, &[right]), b.arm(0, &[left]), b.arm(1, &[]));
    let inner = b.switch(right, vec![(int(1), second)], Some(other));
    let tree = b.switch(left, vec![(int(1), first)], Some(inner));
    let five = b.int(5);
    let arms = vec![
        Arm {
            params: vec![z],
            body,
        },
        Arm {
            params: Vec::new(),
            body: five,
        },
    ];
    let case = b.case_with(&[(left, x1), (right, y1)], tree, arms);
    let main = if bound {
        let result = b.local("result");
        let (r1, r2) = (b.var(result), b.var(result));
        let pair = b.tuple(&[r1, r2]);
        b.block(vec![let_(result, case)], pair)
    } else {
        case
    };
    b.function("main", &[x, y], main);
    b
}

#[test]
fn shared_arms() {
    let b = shared_arm(false);
    assert_eq!(eval(&b, "m.main(1, 7)"), "#(8, 8)");
    assert_eq!(eval(&b, "m.main(7, 1)"), "#(8, 8)");
    assert_eq!(eval(&b, "m.main(7, 7)"), "5");
    insta::assert_snapshot!(b.emit());
}

#[test]
fn shared_arms_whose_value_is_bound() {
    let b = shared_arm(true);
    assert_eq!(eval(&b, "m.main(1, 7)"), "#(#(8, 8), #(8, 8))");
    assert_eq!(eval(&b, "m.main(7, 1)"), "#(#(8, 8), #(8, 8))");
    assert_eq!(eval(&b, "m.main(7, 7)"), "#(5, 5)");
    insta::assert_snapshot!(b.emit());
}

#[test]
fn guards_and_bindings() {
    // case x { #(n, "a" as p <> rest) if n > 1 -> #(p, rest) _ -> x }
    let mut b = Build::new("main");
    let (x, subject) = (b.local("x"), b.local("subject"));
    let (n, s, held, p, rest) = (
        b.local("n"),
        b.local("s"),
        b.local("held"),
        b.local("p"),
        b.local("rest"),
    );
    let (x1, x2) = (b.var(x), b.var(x));
    let (n1, one) = (b.var(n), b.int(1));
    let condition = b.prim(Prim::Greater, &[n1, one]);
    let (p1, rest1) = (b.var(p), b.var(rest));
    let found = b.tuple(&[p1, rest1]);
    let (first, second, third) = (b.arm(0, &[]), b.arm(1, &[]), b.arm(1, &[]));
    let guard = b.decision(Decision::Guard {
        bindings: vec![(n, held)],
        condition,
        then: first,
        otherwise: second,
    });
    let prefix = b.string("😀a");
    let bind = b.decision(Decision::Bind {
        local: p,
        value: prefix,
        then: guard,
    });
    let test = Test::StringPrefix {
        prefix: "😀a".into(),
        rest: Some(rest),
    };
    let switch = b.switch(s, vec![(test, bind)], Some(third));
    let tree = b.decision(Decision::Tuple {
        subject,
        items: vec![Some(held), Some(s)],
        then: switch,
    });
    let body = b.case(&[(subject, x1)], tree, &[found, x2]);
    b.function("main", &[x], body);
    assert_eq!(eval(&b, "m.main([2, '😀abc'])"), "#(\"😀a\", \"bc\")");
    assert_eq!(eval(&b, "m.main([1, '😀abc'])"), "#(1, \"😀abc\")");
    assert_eq!(eval(&b, "m.main([2, 'x'])"), "#(2, \"x\")");
    insta::assert_snapshot!(b.emit());
}

#[test]
fn prelude_types() {
    let mut b = Build::new("main");
    let (x, subject, value) = (b.local("x"), b.local("subject"), b.local("value"));
    let x1 = b.var(x);
    let found = b.var(value);
    let failed = b.string("failed");
    let (first, second) = (b.arm(0, &[]), b.arm(1, &[]));
    let tree = b.switch(
        subject,
        vec![
            (variant(&prelude("Result", "Ok"), &[Some(value)]), first),
            (variant(&prelude("Result", "Error"), &[None]), second),
        ],
        None,
    );
    let body = b.case(&[(subject, x1)], tree, &[found, failed]);
    b.function("result", &[x], body);
    let (x, subject) = (b.local("x"), b.local("subject"));
    let x1 = b.var(x);
    let (yes, no) = (b.string("yes"), b.string("no"));
    let (first, second) = (b.arm(0, &[]), b.arm(1, &[]));
    let tree = b.switch(
        subject,
        vec![
            (variant(&prelude("Bool", "False"), &[]), second),
            (variant(&prelude("Bool", "True"), &[]), first),
        ],
        None,
    );
    let body = b.case(&[(subject, x1)], tree, &[yes, no]);
    b.function("bool", &[x], body);
    assert_eq!(eval(&b, "m.result(new p.Ok(1))"), "1");
    assert_eq!(eval(&b, "m.result(new p.Error(1))"), "\"failed\"");
    assert_eq!(eval(&b, "m.bool(true) + m.bool(false)"), "\"yesno\"");
}

/// Literals by `switch`, with and without a value that is bound.
#[test]
fn many_literals() {
    let mut b = Build::new("main");
    let (x, subject, result) = (b.local("x"), b.local("subject"), b.local("result"));
    let x1 = b.var(x);
    let mut arms = Vec::new();
    let mut branches = Vec::new();
    for (index, number) in (0..20).enumerate() {
        arms.push(b.ints([number]));
        let arm = b.arm(index, &[]);
        branches.push((text(&format!("n{index}")), arm));
    }
    arms.push(b.ints([]));
    let other = b.arm(20, &[]);
    let tree = b.switch(subject, branches, Some(other));
    let case = b.case(&[(subject, x1)], tree, &arms);
    let r1 = b.var(result);
    let body = b.block(vec![let_(result, case)], r1);
    b.function("main", &[x], body);
    assert_eq!(eval(&b, "m.main('n13')"), "[13]");
    assert_eq!(eval(&b, "m.main('x')"), "[]");
}

/// `let assert [a, b] = list` and `let #(c, d) = pair`
#[test]
fn lets_take_values_apart() {
    let mut b = Build::new("main");
    let (list, first, second, tail, end) = (
        b.local("list"),
        b.local("a"),
        b.local("b"),
        b.local("tail"),
        b.local("end"),
    );
    let (arm, fail) = (b.arm(0, &[]), b.fail());
    let inner = b.switch(end, vec![(Test::EmptyList, arm)], Some(fail));
    let non_empty = |head, tail| Test::NonEmptyList { head, tail };
    let middle = b.switch(
        tail,
        vec![(non_empty(Some(second), Some(end)), inner)],
        Some(fail),
    );
    let tree = b.switch(
        list,
        vec![(non_empty(Some(first), Some(tail)), middle)],
        Some(fail),
    );
    let otherwise = b.raise(
        RaiseKind::LetAssert {
            value: list,
            span: Span::new(1, 2),
            pattern: Span::new(3, 4),
        },
        None,
    );
    let (pair, c, d) = (b.local("pair"), b.local("c"), b.local("d"));
    let (a1, b1) = (b.var(first), b.var(second));
    let value = b.tuple(&[b1, a1]);
    let arm = b.arm(0, &[]);
    let irrefutable = b.decision(Decision::Tuple {
        subject: pair,
        items: vec![Some(c), Some(d)],
        then: arm,
    });
    let (c1, d1) = (b.var(c), b.var(d));
    let result = b.prim(Prim::SubInt, &[c1, d1]);
    let body = b.block(
        vec![
            Statement::Match {
                subject: list,
                tree,
                otherwise: Some(otherwise),
            },
            let_(pair, value),
            Statement::Match {
                subject: pair,
                tree: irrefutable,
                otherwise: None,
            },
        ],
        result,
    );
    b.function("main", &[list], body);
    assert_eq!(eval(&b, "m.main(p.toList([1, 5]))"), "4");
    let error = eval(&b, "m.main(p.toList([1]))");
    assert!(error.contains("gleam_error: \"let_assert\", "), "{error}");
    assert!(
        error.contains("value: [1], start: 1, end: 2, pattern_start: 3"),
        "{error}"
    );
    insta::assert_snapshot!(b.emit());
}

/// A tree that is no conjunction: `let assert` over several ways, whose variable is used later.
#[test]
fn lets_with_several_ways() {
    let mut b = Build::new("main");
    let (x, pair, found) = (b.local("x"), b.local("pair"), b.local("found"));
    let x1 = b.var(x);
    let (one, two, fail) = (b.arm(0, &[]), b.arm(0, &[]), b.fail());
    let number = b.local("number");
    let inner = b.switch(number, vec![(int(1), one), (int(2), two)], Some(fail));
    let tree = b.decision(Decision::Tuple {
        subject: pair,
        items: vec![Some(number), Some(found)],
        then: inner,
    });
    let otherwise = b.raise(RaiseKind::Panic, None);
    let result = b.var(found);
    let body = b.block(
        vec![
            let_(pair, x1),
            Statement::Match {
                subject: pair,
                tree,
                otherwise: Some(otherwise),
            },
        ],
        result,
    );
    b.function("main", &[x], body);
    let output = output(&b);
    assert_eq!(
        output.eval(&b, "m.main([1, 'a']) + m.main([2, 'b'])"),
        "\"ab\""
    );
    assert!(output.eval(&b, "m.main([3, 'a'])").contains("\"panic\""));
}

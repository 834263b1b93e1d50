//! Functions that call themselves.

use ir::node::{ExprKind, Prim, Test};

use crate::build::{Build, let_};
use crate::run::eval;

/// `fn sum(n, total) { case n { 0 -> total _ -> sum(n - 1, total + n) } }`
fn sum() -> Build {
    let mut b = Build::new("main");
    let (n, total) = (b.local("n"), b.local("total"));
    let (n1, n2, n3, one) = (b.var(n), b.var(n), b.var(n), b.int(1));
    let (total1, total2) = (b.var(total), b.var(total));
    let less = b.prim(Prim::SubInt, &[n2, one]);
    let more = b.prim(Prim::AddInt, &[total2, n3]);
    let again = b.call("sum", &[less, more]);
    let body = b.if_int(n1, 0, total1, again);
    b.function("sum", &[n, total], body);
    b
}

#[test]
fn a_million_rounds() {
    assert_eq!(eval(&sum(), "m.sum(1000000, 0)"), "500000500000");
}

#[test]
fn a_loop_reads_well() {
    insta::assert_snapshot!(sum().emit());
}

/// `fn swap(n, a, b) { case n { 0 -> #(a, b) _ -> swap(n - 1, b, a) } }`
#[test]
fn parameters_change_at_once() {
    let mut b = Build::new("main");
    let (n, left, right) = (b.local("n"), b.local("a"), b.local("b"));
    let (n1, n2, one) = (b.var(n), b.var(n), b.int(1));
    let (l1, r1, l2, r2) = (b.var(left), b.var(right), b.var(left), b.var(right));
    let done = b.tuple(&[l1, r1]);
    let less = b.prim(Prim::SubInt, &[n2, one]);
    let again = b.call("swap", &[less, r2, l2]);
    let body = b.if_int(n1, 0, done, again);
    b.function("swap", &[n, left, right], body);
    assert_eq!(eval(&b, "m.swap(3, 'x', 'y')"), "#(\"y\", \"x\")");
}

/// Every round's closure keeps the values of its round.
#[test]
fn closures_keep_their_round() {
    let mut b = Build::new("main");
    let (n, all, double) = (b.local("n"), b.local("all"), b.local("double"));
    let (n1, n2, n3, two, one) = (b.var(n), b.var(n), b.var(n), b.int(2), b.int(1));
    let n4 = b.var(n);
    let (all1, all2) = (b.var(all), b.var(all));
    let doubled = b.prim(Prim::MulInt, &[n2, two]);
    let double1 = b.var(double);
    let kept = b.tuple(&[n3, double1]);
    let closure = b.lambda(&[], kept);
    let more = b.list(&[closure], Some(all2));
    let less = b.prim(Prim::SubInt, &[n4, one]);
    let again = b.call("collect", &[less, more]);
    let round = b.block(vec![let_(double, doubled)], again);
    let body = b.if_int(n1, 0, all1, round);
    b.function("collect", &[n, all], body);
    assert_eq!(
        eval(&b, "m.collect(3, p.toList([])).toArray().map((f) => f())"),
        "#(#(1, 2), #(2, 4), #(3, 6))"
    );
}

/// A call in a closure, in an operand or of a function of that name elsewhere is no round.
#[test]
fn other_calls_stay_calls() {
    let mut b = Build::new("main");
    let n = b.local("n");
    let (n1, n2, one, two) = (b.var(n), b.var(n), b.int(1), b.int(1));
    let less = b.prim(Prim::SubInt, &[n2, one]);
    let inner = b.call("count", &[less]);
    let more = b.prim(Prim::AddInt, &[inner, two]);
    let zero = b.int(0);
    let body = b.if_int(n1, 0, zero, more);
    b.function("count", &[n], body);
    assert_eq!(eval(&b, "m.count(1000)"), "1000");
    assert!(!b.emit().contains("while"));
}

/// `fn last(list) { case list { [x] -> x [_, ..rest] -> last(rest) } }`, inside a block.
#[test]
fn rounds_follow_patterns() {
    let mut b = Build::new("main");
    let (list, head, rest) = (b.local("list"), b.local("x"), b.local("rest"));
    let subject = b.local("subject");
    let value = b.var(list);
    let (found, remaining) = (b.var(head), b.var(rest));
    let again = b.call("last", &[remaining]);
    let (first, second, fail) = (b.arm(0, &[]), b.arm(1, &[]), b.fail());
    let non_empty = |head, tail| Test::NonEmptyList { head, tail };
    let inner = b.switch(
        rest,
        vec![(Test::EmptyList, first), (non_empty(None, None), second)],
        None,
    );
    let tree = b.switch(
        subject,
        vec![(non_empty(Some(head), Some(rest)), inner)],
        Some(fail),
    );
    let body = b.case(&[(subject, value)], tree, &[found, again]);
    let body = b.expr(ExprKind::Block {
        statements: Vec::new(),
        result: body,
    });
    b.function("last", &[list], body);
    assert_eq!(eval(&b, "m.last(p.toList([1, 2, 3]))"), "3");
    insta::assert_snapshot!(b.emit());
}

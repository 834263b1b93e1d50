//! Expressions.

use ir::node::{Equality, ExprId, ExprKind, Prim, Statement};

use crate::build::{Build, let_};
use crate::run::eval;

/// A module whose `main` gives `body`.
fn main_of(body: impl FnOnce(&mut Build) -> ExprId) -> Build {
    let mut b = Build::new("main");
    b.external("say", "./ffi.mjs", "say", false);
    let body = body(&mut b);
    b.function("main", &[], body);
    b
}

fn value(body: impl FnOnce(&mut Build) -> ExprId) -> String {
    eval(&main_of(body), "m.main()")
}

#[test]
fn literals() {
    assert_eq!(value(|b| b.int("-5")), "-5");
    assert_eq!(
        value(|b| b.int("123456789012345678901234567890")),
        "1.2345678901234568e+29"
    );
    assert_eq!(value(|b| b.float(-0.0)), "-0");
    assert_eq!(value(|b| b.float(1e300)), "1e+300");
    assert_eq!(
        value(|b| b.string("a\"\\\n\u{2028}\u{0}😀${x}")),
        "\"a\\\"\\\\\\n\u{2028}\\u0000😀${x}\""
    );
    assert_eq!(value(Build::nil), "Nil");
    assert_eq!(value(|b| b.bool(true)), "true");
}

#[test]
fn collections() {
    assert_eq!(value(|b| b.ints([])), "[]");
    assert_eq!(value(|b| b.ints([1, 2, 3])), "[1, 2, 3]");
    let with_tail = |count: i64| {
        value(move |b| {
            let tail = b.ints([8, 9]);
            let items: Vec<_> = (0..count).map(|item| b.int(item)).collect();
            b.list(&items, Some(tail))
        })
    };
    assert_eq!(with_tail(1), "[0, 8, 9]");
    assert_eq!(with_tail(5), "[0, 1, 2, 3, 4, 8, 9]");
    let tuple = |b: &mut Build| {
        let items = [b.int(1), b.string("x")];
        b.tuple(&items)
    };
    assert_eq!(value(tuple), "#(1, \"x\")");
    let second = |b: &mut Build| {
        let tuple = tuple(b);
        b.expr(ExprKind::TupleIndex { tuple, index: 1 })
    };
    assert_eq!(value(second), "\"x\"");
}

#[test]
fn arithmetic() {
    let binary = |op: Prim, left: i64, right: i64| {
        value(move |b| {
            let args = [b.int(left), b.int(right)];
            b.prim(op, &args)
        })
    };
    assert_eq!(binary(Prim::AddInt, 1, -2), "-1");
    assert_eq!(binary(Prim::SubInt, 1, -2), "3");
    assert_eq!(binary(Prim::MulInt, 3, -2), "-6");
    assert_eq!(binary(Prim::DivInt, -7, 2), "-3");
    assert_eq!(binary(Prim::DivInt, 7, 0), "0");
    assert_eq!(binary(Prim::RemInt, -7, 2), "-1");
    assert_eq!(binary(Prim::RemInt, 7, 0), "0");
    assert_eq!(binary(Prim::LessEqual, 2, 2), "true");
    assert_eq!(binary(Prim::Greater, 2, 2), "false");
    assert_eq!(binary(Prim::NotEqual(Equality::Scalar), 2, 2), "false");
    let floats = |op: Prim, left: f64, right: f64| {
        value(move |b| {
            let args = [b.float(left), b.float(right)];
            b.prim(op, &args)
        })
    };
    assert_eq!(floats(Prim::DivFloat, 1.0, 4.0), "0.25");
    assert_eq!(floats(Prim::DivFloat, 1.0, 0.0), "0");
    assert_eq!(floats(Prim::MulFloat, 1.5, 2.0), "3");
}

#[test]
fn unknown_divisors_are_checked() {
    let b = {
        let mut b = Build::new("main");
        let (x, y) = (b.local("x"), b.local("y"));
        let mut parts = Vec::new();
        for op in [Prim::DivInt, Prim::RemInt, Prim::DivFloat] {
            let args = [b.var(x), b.var(y)];
            parts.push(b.prim(op, &args));
        }
        let negated = b.var(x);
        parts.push(b.prim(Prim::NegateInt, &[negated]));
        let body = b.tuple(&parts);
        b.function("main", &[x, y], body);
        b
    };
    assert_eq!(eval(&b, "m.main(-7, 2)"), "#(-3, -1, -3.5, 7)");
    assert_eq!(eval(&b, "m.main(-7, 0)"), "#(0, 0, 0, 7)");
}

#[test]
fn operators_nest_as_the_tree_does() {
    // (1 - (2 - 3)) * -(4) == 8 is false; the tree says what binds to what.
    let text = value(|b| {
        let (one, two, three, four) = (b.int(1), b.int(2), b.int(3), b.int(-4));
        let inner = b.prim(Prim::SubInt, &[two, three]);
        let outer = b.prim(Prim::SubInt, &[one, inner]);
        let negated = b.prim(Prim::NegateInt, &[four]);
        let negated = b.prim(Prim::NegateInt, &[negated]);
        b.prim(Prim::MulInt, &[outer, negated])
    });
    assert_eq!(text, "-8");
    let text = value(|b| {
        let equal = {
            let args = [b.int(1), b.int(2)];
            b.prim(Prim::Equal(Equality::Scalar), &args)
        };
        let not = b.prim(Prim::Not, &[equal]);
        let less = {
            let args = [b.int(1), b.int(2)];
            b.prim(Prim::Less, &args)
        };
        let not_less = b.prim(Prim::Not, &[less]);
        let both = b.expr(ExprKind::And(not, not_less));
        let yes = b.bool(true);
        let either = b.expr(ExprKind::Or(both, yes));
        let no = b.bool(false);
        b.expr(ExprKind::And(either, no))
    });
    assert_eq!(text, "false");
}

#[test]
fn structural_equality() {
    let text = value(|b| {
        let (left, right) = (b.ints([1, 2]), b.ints([1, 2]));
        let equal = b.prim(Prim::Equal(Equality::Structural), &[left, right]);
        let (left, right) = (b.ints([1, 2]), b.ints([1, 3]));
        let different = b.prim(Prim::NotEqual(Equality::Structural), &[left, right]);
        b.tuple(&[equal, different])
    });
    assert_eq!(text, "#(true, true)");
}

fn say(b: &mut Build, text: &str) -> ExprId {
    let text = b.string(text);
    b.call_external("say", &[text])
}

/// A call, then a value that needs statements, then a call: the order must not change.
#[test]
fn operands_are_evaluated_in_order() {
    let text = value(|b| {
        let first = say(b, "first");
        let second = {
            let (subject, yes, no) = (say(b, "second"), say(b, "yes"), say(b, "no"));
            let number = b.int(1);
            let case = b.if_int(number, 1, yes, no);
            b.block(vec![Statement::Expr(subject)], case)
        };
        let third = say(b, "third");
        b.tuple(&[first, second, third])
    });
    assert_eq!(
        text,
        "\"first\"\n\"second\"\n\"yes\"\n\"third\"\n#(\"first\", \"yes\", \"third\")"
    );
}

#[test]
fn the_right_side_is_evaluated_only_if_needed() {
    for (left, expected) in [(true, "\"right\"\ntrue"), (false, "false")] {
        let text = value(|b| {
            let left = b.bool(left);
            let effect = say(b, "right");
            let yes = b.bool(true);
            let right = b.block(vec![Statement::Expr(effect)], yes);
            b.expr(ExprKind::And(left, right))
        });
        assert_eq!(text, expected);
    }
    let text = value(|b| {
        let left = b.bool(true);
        let effect = say(b, "right");
        let no = b.bool(false);
        let right = b.block(vec![Statement::Expr(effect)], no);
        b.expr(ExprKind::Or(left, right))
    });
    assert_eq!(text, "true");
}

#[test]
fn variables_shadow_each_other() {
    let text = value(|b| {
        let (outer, inner, again) = (b.local("class"), b.local("class"), b.local("class"));
        let first = b.int(1);
        let used = b.var(outer);
        let two = b.int(2);
        let second = b.prim(Prim::AddInt, &[used, two]);
        let used = b.var(inner);
        let block = b.block(vec![let_(inner, second)], used);
        let (old, new) = (b.var(outer), b.var(again));
        let result = b.tuple(&[old, new]);
        b.block(vec![let_(outer, first), let_(again, block)], result)
    });
    assert_eq!(text, "#(1, 3)");
}

#[test]
fn locals_do_not_hide_functions_that_are_used() {
    let mut b = Build::new("main");
    let one = b.int(1);
    b.function("value", &[], one);
    let local = b.local("value");
    let call = b.call("value", &[]);
    let used = b.var(local);
    let body = b.block(vec![let_(local, call)], used);
    b.function("main", &[], body);
    assert_eq!(eval(&b, "m.main()"), "1");
}

#[test]
fn closures() {
    let text = value(|b| {
        let (x, y) = (b.local("x"), b.local("y"));
        let (used_x, used_y) = (b.var(x), b.var(y));
        let sum = b.prim(Prim::AddInt, &[used_x, used_y]);
        let inner = b.lambda(&[y], sum);
        let outer = b.lambda(&[x], inner);
        let (one, two) = (b.int(1), b.int(2));
        let add_one = b.call_value(outer, &[one]);
        b.call_value(add_one, &[two])
    });
    assert_eq!(text, "3");
}

#[test]
fn pure_statements_are_dropped_and_calls_are_not() {
    let b = main_of(|b| {
        let (pure, effect, result) = (b.ints([1, 2]), say(b, "called"), b.int(1));
        b.block(vec![Statement::Expr(pure), Statement::Expr(effect)], result)
    });
    assert_eq!(eval(&b, "m.main()"), "\"called\"\n1");
    assert!(!b.emit().contains("[1, 2]"));
}

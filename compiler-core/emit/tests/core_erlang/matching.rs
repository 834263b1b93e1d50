//! Decision trees.

use ir::node::*;

use crate::build::{Build, name, variant};
use crate::run::check;

/// `fn f(x) { case x { … } }` whose arms are the numbers from 0.
fn classify(tests: Vec<Test>) -> Build {
    let mut b = Build::new();
    let (x, s) = (b.local("x"), b.local("s"));
    let value = b.get(x);
    let mut branches = Vec::new();
    let mut arms = Vec::new();
    for (index, test) in tests.into_iter().enumerate() {
        branches.push((test, b.arm(index)));
        arms.push(b.int(&index.to_string()));
    }
    let last = b.arm(arms.len());
    arms.push(b.int("-1"));
    let tree = b.switch(s, branches, Some(last));
    let body = b.case(s, value, tree, &arms);
    b.function("f", &[x], body);
    b
}

#[test]
fn numbers() {
    let b = classify(vec![
        Test::Int(name("0")),
        Test::Int(name("-5")),
        Test::Int(name("123456789012345678901234567890")),
    ]);
    check(
        &b.module,
        &[(
            "[M:f(X) || X <- [0, -5, 123456789012345678901234567890, 1]]",
            "[0,1,2,-1]",
        )],
    );
    let b = classify(vec![Test::Float(1.5), Test::Float(0.0), Test::Float(-1e22)]);
    check(
        &b.module,
        &[("[M:f(X) || X <- [1.5, 0.0, -1.0e22, 2.0]]", "[0,1,2,-1]")],
    );
}

#[test]
fn zeros_differ_where_they_do() {
    let b = classify(vec![Test::Float(0.0), Test::Float(-0.0)]);
    let new = "list_to_integer(erlang:system_info(otp_release)) >= 27";
    let expression = format!("(M:f(-0.0) =:= 1) =:= ({new})");
    check(&b.module, &[("M:f(0.0)", "0"), (&expression, "true")]);
}

#[test]
fn strings() {
    let prefix = |prefix: &str| Test::StringPrefix {
        prefix: prefix.into(),
        rest: None,
    };
    let b = classify(vec![
        Test::String("".into()),
        Test::String("é".into()),
        Test::String("abc".into()),
        prefix("ab"),
        prefix("é"),
        Test::String("zzz".into()),
    ]);
    check(
        &b.module,
        &[(
            "[M:f(unicode:characters_to_binary(X)) || X <- [\"\", \"é\", \"abc\", \"abcd\", \"éa\", \"zzz\", \"a\"]]",
            "[0,1,2,3,4,5,-1]",
        )],
    );
}

#[test]
fn string_prefixes_bind_the_rest() {
    let mut b = Build::new();
    let (x, s, rest, whole) = (b.local("x"), b.local("s"), b.local("rest"), b.local("p"));
    let value = b.get(x);
    let leaf = b.decision(Decision::Arm {
        index: 0,
        args: vec![rest, whole],
    });
    let prefix = b.string("über");
    let then = b.decision(Decision::Bind {
        local: whole,
        value: prefix,
        then: leaf,
    });
    let other = b.arm(1);
    let test = Test::StringPrefix {
        prefix: "über".into(),
        rest: Some(rest),
    };
    let tree = b.switch(s, vec![(test, then)], Some(other));
    let (first, second) = (b.local("first"), b.local("second"));
    let bound = b.gets(&[first, second]);
    let nothing = b.tuple(&[]);
    let case = Case {
        subjects: vec![(s, value)],
        tree,
        arms: vec![
            Arm {
                params: vec![first, second],
                body: bound,
            },
            Arm {
                params: Vec::new(),
                body: nothing,
            },
        ],
    };
    let body = b.expr(ExprKind::Case(Box::new(case)));
    b.function("f", &[x], body);
    check(
        &b.module,
        &[
            (
                "M:f(<<\"übermut\"/utf8>>)",
                "{<<\"mut\">>,<<\"über\"/utf8>>}",
            ),
            ("M:f(<<\"unter\">>)", "{}"),
        ],
    );
}

#[test]
fn variants_lists_and_tuples() {
    let mut b = Build::new();
    let (x, s) = (b.local("x"), b.local("s"));
    let value = b.get(x);
    let (head, tail) = (b.local("head"), b.local("tail"));
    let (a, c) = (b.local("a"), b.local("c"));
    let arms: Vec<ExprId> = ["0", "1", "2", "3", "4"].map(|n| b.int(n)).into();
    let leaves: Vec<DecisionId> = (0..5).map(|index| b.arm(index)).collect();
    let list = b.switch(
        a,
        vec![
            (Test::EmptyList, leaves[1]),
            (
                Test::NonEmptyList {
                    head: Some(head),
                    tail: Some(tail),
                },
                leaves[2],
            ),
        ],
        None,
    );
    let inside = b.switch(c, vec![(variant("True", &[]), leaves[3])], Some(leaves[4]));
    let tuple = b.decision(Decision::Tuple {
        subject: a,
        items: vec![None, Some(c)],
        then: inside,
    });
    let tree = b.switch(
        s,
        vec![
            (variant("Leaf", &[]), leaves[0]),
            (variant("List", &[Some(a)]), list),
            (variant("Pair", &[Some(a), None]), tuple),
        ],
        None,
    );
    let body = b.case(s, value, tree, &arms);
    b.function("f", &[x], body);
    check(
        &b.module,
        &[
            (
                "[M:f(X) || X <- [leaf, {list, []}, {list, [1, 2]}, {pair, {1, true}, 2}, {pair, {1, false}, 2}]]",
                "[0,1,2,3,4]",
            ),
            (
                "M:f(other)",
                "{error,{case_clause,other},[{file,\"src/wibble/wobble.gleam\"},{line,1}]}",
            ),
        ],
    );
}

/// `case x, y { 1, _ | _, 1 if x + y > limit -> … }`: an arm that several leaves reach, guards,
/// and a use of the result, so that the `case` is not last in its function.
#[test]
fn shared_arms_and_guards() {
    let mut b = Build::new();
    let (x, y) = (b.local("x"), b.local("y"));
    let (p, q) = (b.local("p"), b.local("q"));
    let (given, other) = (b.local("given"), b.local("other"));
    let subjects = vec![(p, b.get(x)), (q, b.get(y))];
    let first = b.decision(Decision::Arm {
        index: 0,
        args: vec![q],
    });
    let second = b.decision(Decision::Arm {
        index: 0,
        args: vec![p],
    });
    let none = b.arm(1);
    let (left, right, limit) = (b.get(given), b.get(y), b.int("5"));
    let sum = b.prim(Prim::AddInt, &[left, right]);
    let condition = b.prim(Prim::Greater, &[sum, limit]);
    let guard = b.decision(Decision::Guard {
        bindings: vec![(given, p)],
        condition,
        then: second,
        otherwise: none,
    });
    let inner = b.switch(q, vec![(Test::Int(name("1")), guard)], Some(none));
    let tree = b.switch(p, vec![(Test::Int(name("1")), first)], Some(inner));
    let shared = {
        let other = b.get(other);
        b.tuple(&[other, subjects[0].1])
    };
    let nothing = b.tuple(&[]);
    let case = b.expr(ExprKind::Case(Box::new(Case {
        subjects,
        tree,
        arms: vec![
            Arm {
                params: vec![other],
                body: shared,
            },
            Arm {
                params: Vec::new(),
                body: nothing,
            },
        ],
    })));
    let again = b.call("same", &[case]);
    let body = b.list(&[again], None);
    b.function("f", &[x, y], body);
    let z = b.local("z");
    let value = b.get(z);
    b.function("same", &[z], value);
    check(
        &b.module,
        &[
            ("M:f(1, 9)", "[{9,1}]"),
            ("M:f(7, 1)", "[{7,7}]"),
            ("M:f(2, 1)", "[{}]"),
            ("M:f(2, 2)", "[{}]"),
        ],
    );
}

/// `let assert [Ok(a), b] = x` twice in a row: bindings stay in scope, failures are shared.
#[test]
fn match_statements() {
    let mut b = Build::new();
    let x = b.local("x");
    let mut statements = Vec::new();
    let mut bound = Vec::new();
    for message in ["first", "second"] {
        let (s, a, c) = (b.local("s"), b.local("a"), b.local("c"));
        let (h, t, e) = (b.local("h"), b.local("t"), b.local("e"));
        let value = b.get(x);
        let (done, fail) = (b.arm(0), b.decision(Decision::Fail));
        let end = b.switch(e, vec![(Test::EmptyList, done)], Some(fail));
        let two = Test::NonEmptyList {
            head: Some(c),
            tail: Some(e),
        };
        let rest = b.switch(t, vec![(two, end)], Some(fail));
        let ok = b.switch(h, vec![(variant("Ok", &[Some(a)]), rest)], Some(fail));
        let one = Test::NonEmptyList {
            head: Some(h),
            tail: Some(t),
        };
        let tree = b.switch(s, vec![(one, ok)], Some(fail));
        let message = b.string(message);
        let kind = RaiseKind::LetAssert {
            value: s,
            span: b.span(),
            pattern: b.span(),
        };
        let otherwise = Some(b.raise(kind, Some(message)));
        statements.push(Statement::Let { local: s, value });
        statements.push(Statement::Match {
            subject: s,
            tree,
            otherwise,
        });
        bound.extend([a, c]);
    }
    let result = b.gets(&bound);
    let body = b.block(statements, result);
    b.function("f", &[x], body);
    check(
        &b.module,
        &[
            ("M:f([{ok, 1}, 2])", "{1,2,1,2}"),
            (
                "try M:f([{ok, 1}]) catch error:#{message := X, value := V} -> {X, V} end",
                "{<<\"first\">>,[{ok,1}]}",
            ),
            (
                "try M:f([]) catch error:#{message := X, value := V} -> {X, V} end",
                "{<<\"first\">>,[]}",
            ),
        ],
    );
}

/// `let #(a, b) = x` cannot fail.
#[test]
fn match_without_failure() {
    let mut b = Build::new();
    let (x, a, c) = (b.local("x"), b.local("a"), b.local("c"));
    let done = b.arm(0);
    let tree = b.decision(Decision::Tuple {
        subject: x,
        items: vec![Some(a), Some(c)],
        then: done,
    });
    let result = b.gets(&[c, a]);
    let take = Statement::Match {
        subject: x,
        tree,
        otherwise: None,
    };
    let body = b.block(vec![take], result);
    b.function("swap", &[x], body);
    check(&b.module, &[("M:swap({1, 2})", "{2,1}")]);
}

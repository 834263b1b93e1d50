//! The text form.

use emit::core_erlang::{AppFile, app_file, lower, print};
use ir::node::*;

use crate::build::{Build, name, variant};

#[test]
fn a_module() {
    let mut b = Build::new();
    let (list, total) = (b.local("list"), b.local("total"));
    let (s, first, rest) = (b.local("_subject"), b.local("first"), b.local("rest"));
    let value = b.get(list);
    b.line = 3;
    let done = b.get(total);
    let sum = {
        let (left, right) = (b.get(total), b.get(first));
        b.prim(Prim::AddInt, &[left, right])
    };
    let next = b.get(rest);
    b.line = 4;
    let again = b.call("sum", &[next, sum]);
    let (end, go) = (b.arm(0), b.arm(1));
    let both = Test::NonEmptyList {
        head: Some(first),
        tail: Some(rest),
    };
    let tree = b.switch(s, vec![(Test::EmptyList, end), (both, go)], None);
    let body = b.case(s, value, tree, &[done, again]);
    b.line = 2;
    b.function("sum", &[list, total], body);
    insta::assert_snapshot!(print(&lower(&b.module)));
}

#[test]
fn failures_and_labels() {
    let mut b = Build::new();
    let (x, s, a, unused) = (b.local("x"), b.local("s"), b.local("a"), b.local("_unused"));
    let subject = b.get(x);
    let (done, fail) = (b.arm(0), b.decision(Decision::Fail));
    let one = Test::Int(name("1"));
    let inner = b.switch(a, vec![(one, done)], Some(fail));
    let tree = b.switch(s, vec![(variant("Ok", &[Some(a)]), inner)], Some(fail));
    let kind = RaiseKind::LetAssert {
        value: s,
        span: b.span(),
        pattern: b.span(),
    };
    let raise = b.raise(kind, None);
    let text = b.string("it's \"é\"");
    let statements = vec![
        Statement::Let {
            local: s,
            value: subject,
        },
        Statement::Match {
            subject: s,
            tree,
            otherwise: Some(raise),
        },
        Statement::Let {
            local: unused,
            value: text,
        },
    ];
    let result = b.float(1e30);
    let body = b.block(statements, result);
    b.function("it's", &[x], body);
    insta::assert_snapshot!(print(&lower(&b.module)));
}

#[test]
fn an_application_file() {
    let app = AppFile {
        name: "wibble".to_owned(),
        version: "1.0.0".to_owned(),
        description: "A \"thing\"".to_owned(),
        modules: vec!["wibble@b".to_owned(), "wibble".to_owned()],
        applications: vec!["ssl".to_owned(), "stdlib".to_owned(), "crypto".to_owned()],
        start: Some(("wibble@app".to_owned(), "[{a, 1}]".to_owned())),
    };
    insta::assert_snapshot!(app_file(&app));
}

//! Custom types.

use ir::node::{Equality, ExprKind, Prim};

use crate::build::{Build, variant};
use crate::run::eval;

fn shapes() -> Build {
    let mut b = Build::new("main");
    let shapes = b.custom_type(
        "Shape",
        &[
            ("Circle", &[None, Some("name"), Some("then")]),
            ("Dot", &[]),
            ("Square", &[None, Some("name")]),
        ],
    );
    b.module.types[0].docs = "A shape".into();
    b.module.types[0].variants[0].docs = " Round\n */".into();
    let (one, text, two) = (b.int(1), b.string("c"), b.int(2));
    let circle = b.construct(&shapes[0], &[one, text, two]);
    b.function("circle", &[], circle);
    let dot = b.construct(&shapes[1], &[]);
    b.function("dot", &[], dot);
    let value = b.expr(ExprKind::ConstructorValue(shapes[2].clone()));
    b.function("square", &[], value);
    let (shape, subject, name) = (b.local("shape"), b.local("subject"), b.local("name"));
    let value = b.var(shape);
    let found = b.var(name);
    let none = b.string("none");
    let (first, second) = (b.arm(0, &[]), b.arm(1, &[]));
    let tree = b.switch(
        subject,
        vec![(variant(&shapes[0], &[None, Some(name), None]), first)],
        Some(second),
    );
    let body = b.case(&[(subject, value)], tree, &[found, none]);
    b.function("name", &[shape], body);
    let shape = b.local("shape");
    let (value, dot) = (b.var(shape), b.construct(&shapes[1], &[]));
    let body = b.prim(Prim::NotEqual(Equality::Structural), &[value, dot]);
    b.function("is_not_dot", &[shape], body);
    let shape = b.local("shape");
    let record = b.var(shape);
    let body = b.expr(ExprKind::RecordField {
        record,
        index: 2,
        label: Some("then".into()),
    });
    b.function("then", &[shape], body);
    b
}

#[test]
fn types_read_well() {
    insta::assert_snapshot!(shapes().emit());
}

#[test]
fn records() {
    let b = shapes();
    assert_eq!(
        eval(&b, "m.circle()"),
        "Circle(0: 1, name: \"c\", then$: 2)"
    );
    assert_eq!(eval(&b, "m.then$(m.circle())"), "2");
    assert_eq!(eval(&b, "m.square()(1, 2)"), "Square(0: 1, name: 2)");
    assert_eq!(
        eval(&b, "m.name(m.circle()) + m.name(m.dot())"),
        "\"cnone\""
    );
    assert_eq!(
        eval(&b, "[m.is_not_dot(m.circle()), m.is_not_dot(new m.Dot())]"),
        "#(true, false)"
    );
}

#[test]
fn functions_for_hand_written_code() {
    let b = shapes();
    assert_eq!(eval(&b, "m.Shape$Dot() === m.Shape$Dot$const"), "true");
    assert_eq!(eval(&b, "m.Shape$isDot(new m.Dot())"), "true");
    assert_eq!(
        eval(
            &b,
            "((c) => [m.Shape$isCircle(c), m.Shape$isDot(c), m.Shape$Circle$0(c),
              m.Shape$Circle$name(c), m.Shape$Circle$1(c), m.Shape$Circle$then(c),
              m.Shape$Circle$2(c)])(m.Shape$Circle(1, 2, 3))"
        ),
        "#(true, false, 1, 2, 2, 3, 3)"
    );
    assert_eq!(
        eval(&b, "m.circle().withFields({ name: 5 })"),
        "Circle(0: 1, name: 5, then$: 2)"
    );
    assert_eq!(eval(&b, "'Shape$name' in m"), "false");
}

#[test]
fn fields_that_all_variants_share() {
    let mut b = Build::new("main");
    b.custom_type(
        "T",
        &[("A", &[Some("x"), Some("y")]), ("B", &[Some("x"), None])],
    );
    assert_eq!(eval(&b, "m.T$x(new m.A(1, 2)) + m.T$x(new m.B(3, 4))"), "4");
    assert_eq!(eval(&b, "'T$y' in m"), "false");
}

#[test]
fn private_and_opaque_types_are_not_exported() {
    let mut b = Build::new("main");
    let private = b.custom_type("P", &[("Q", &[]), ("R", &[Some("x")])]);
    b.module.types[0].public = false;
    b.custom_type("O", &[("S", &[])]);
    b.module.types[1].opaque = true;
    let q = b.construct(&private[0], &[]);
    b.function("main", &[], q);
    assert_eq!(
        eval(&b, "[m.main(), Object.keys(m).join()]"),
        "#(Q(), \"main\")"
    );
}

#[test]
fn the_only_variant_needs_no_test() {
    let mut b = Build::new("main");
    let only = b.custom_type("Box", &[("Box", &[Some("value")])]);
    let (x, subject, value) = (b.local("x"), b.local("subject"), b.local("value"));
    let x1 = b.var(x);
    let (found, arm, fail) = (b.var(value), b.arm(0, &[]), b.fail());
    let test = variant(&only[0], &[Some(value)]);
    let tree = b.switch(subject, vec![(test, arm)], Some(fail));
    let body = b.case(&[(subject, x1)], tree, &[found]);
    b.function("main", &[x], body);
    assert!(!b.emit().contains("instanceof Box)"));
    assert_eq!(eval(&b, "m.main(new m.Box(1))"), "1");
}

/// Constructors may have the names of everything that the prelude or the language offers.
#[test]
fn names_of_globals() {
    let mut b = Build::new("main");
    let types = b.custom_type(
        "T",
        &[("Ok", &[]), ("Error", &[]), ("Math", &[]), ("List", &[])],
    );
    let (x, two) = (b.local("x"), b.int(2));
    let x1 = b.var(x);
    let half = b.prim(Prim::DivInt, &[x1, two]);
    let own = b.construct(&types[1], &[]);
    let one = b.int(1);
    let error = b.error(one);
    let list = b.ints([1]);
    let message = b.string("m");
    let echo = b.expr(ExprKind::Echo {
        value: list,
        message: Some(message),
    });
    let body = b.tuple(&[half, own, error, echo]);
    b.function("main", &[x], body);
    assert_eq!(eval(&b, "m.main(5)"), "#(2, Error(), Error(0: 1), [1])");
}

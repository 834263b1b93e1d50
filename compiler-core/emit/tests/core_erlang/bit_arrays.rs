//! Bit arrays.

use ir::node::*;

use crate::build::{Build, name};
use crate::run::check;

const BIG: SegmentKind = SegmentKind::Int {
    signed: false,
    endianness: Endianness::Big,
};
const LITTLE_SIGNED: SegmentKind = SegmentKind::Int {
    signed: true,
    endianness: Endianness::Little,
};
const FLOAT: SegmentKind = SegmentKind::Float {
    endianness: Endianness::Little,
};

const fn utf(width: u8, endianness: Endianness, codepoint: bool) -> SegmentKind {
    SegmentKind::Utf {
        width,
        endianness,
        codepoint,
    }
}

fn build(kind: SegmentKind, value: ExprId, size: Option<ExprId>, unit: u32) -> BuildSegment {
    BuildSegment {
        value,
        kind,
        size,
        unit,
    }
}

#[test]
fn numbers_are_built() {
    let mut b = Build::new();
    let (x, size, f) = (b.local("x"), b.local("size"), b.local("f"));
    let (value, dynamic, float) = (b.get(x), b.get(size), b.get(f));
    let (eight, sixteen, minus) = (b.int("8"), b.int("16"), b.int("-8"));
    let body = b.expr(ExprKind::BitArray(vec![
        build(BIG, value, Some(eight), 1),
        build(LITTLE_SIGNED, value, Some(sixteen), 1),
        build(BIG, value, Some(dynamic), 4),
        build(BIG, value, Some(minus), 1),
        build(FLOAT, float, Some(sixteen), 1),
    ]));
    b.function("f", &[x, size, f], body);
    let empty = b.expr(ExprKind::BitArray(Vec::new()));
    b.function("empty", &[], empty);
    check(
        &b.module,
        &[
            ("M:f(258, 2, 1.5)", "<<2,2,1,2,0,62>>"),
            ("M:f(1, 1, 1.5)", "<<1,1,0,16,3,14:4>>"),
            ("M:f(1, -1, 1.5)", "<<1,1,0,0,62>>"),
            ("M:empty()", "<<>>"),
            (
                "M:f(1, 1, atom)",
                "{error,badarg,[{file,\"src/wibble/wobble.gleam\"},{line,1}]}",
            ),
        ],
    );
}

#[test]
fn text_and_bits_are_built() {
    let mut b = Build::new();
    let (x, c, bits) = (b.local("x"), b.local("c"), b.local("bits"));
    let (value, character, array) = (b.get(x), b.get(c), b.get(bits));
    let literal = b.string("é");
    let three = b.int("3");
    let body = b.expr(ExprKind::BitArray(vec![
        build(utf(8, Endianness::Big, false), value, None, 1),
        build(utf(16, Endianness::Little, false), value, None, 1),
        build(utf(32, Endianness::Big, false), literal, None, 1),
        build(utf(8, Endianness::Big, false), literal, None, 1),
        build(utf(8, Endianness::Big, true), character, None, 1),
        build(utf(16, Endianness::Big, true), character, None, 1),
        build(SegmentKind::Bits, array, Some(three), 1),
        build(SegmentKind::Bits, array, None, 1),
    ]));
    b.function("f", &[x, c, bits], body);
    let y = b.local("y");
    let value = b.get(y);
    let native = utf(16, Endianness::Native, false);
    let body = b.expr(ExprKind::BitArray(vec![
        build(native, value, None, 1),
        build(native, literal, None, 1),
    ]));
    b.function("native", &[y], body);
    check(
        &b.module,
        &[
            (
                "M:f(<<\"é\"/utf8>>, $é, <<255>>)",
                "<<195,169,233,0,0,0,0,233,195,169,195,169,0,233,255,7:3>>",
            ),
            (
                "M:native(<<\"é\"/utf8>>) =:= <<233:16/native, 233:16/native>>",
                "true",
            ),
        ],
    );
}

fn take(bind: Option<LocalId>, kind: SegmentKind, size: Option<ExprId>, unit: u32) -> MatchSegment {
    MatchSegment {
        bind,
        literal: None,
        kind,
        size,
        unit,
    }
}

fn literal(kind: SegmentKind, literal: SegmentLiteral, size: Option<ExprId>) -> MatchSegment {
    MatchSegment {
        bind: None,
        literal: Some(literal),
        kind,
        size,
        unit: 1,
    }
}

/// `fn f(x, n) { case x { <<row>> -> #(its variables) … _ -> #() } }`
fn rows(rows: impl FnOnce(&mut Build, LocalId) -> Vec<(Vec<MatchSegment>, Vec<LocalId>)>) -> Build {
    let mut b = Build::new();
    let (x, n, s) = (b.local("x"), b.local("n"), b.local("s"));
    let value = b.get(x);
    let rows = rows(&mut b, n);
    let mut arms = Vec::new();
    let mut tree = b.arm(rows.len());
    let nothing = b.tuple(&[]);
    for (index, (segments, bound)) in rows.into_iter().enumerate().rev() {
        arms.insert(0, b.gets(&bound));
        let leaf = b.arm(index);
        tree = b.switch(s, vec![(Test::BitArray(segments), leaf)], Some(tree));
    }
    arms.push(nothing);
    let body = b.case(s, value, tree, &arms);
    b.function("f", &[x, n], body);
    b
}

#[test]
fn kinds_are_matched() {
    let b = rows(|b, _| {
        let locals: Vec<LocalId> = (0..6).map(|_| b.local("a")).collect();
        let (four, sixteen) = (b.int("4"), b.int("16"));
        let segments = vec![
            take(Some(locals[0]), BIG, Some(four), 1),
            take(None, BIG, Some(four), 1),
            take(Some(locals[1]), LITTLE_SIGNED, Some(four), 4),
            take(Some(locals[2]), FLOAT, Some(sixteen), 1),
            take(Some(locals[3]), utf(8, Endianness::Big, true), None, 1),
            take(Some(locals[4]), SegmentKind::Bits, Some(four), 1),
            take(Some(locals[5]), SegmentKind::Bits, None, 1),
        ];
        vec![(segments, locals)]
    });
    check(
        &b.module,
        &[
            (
                "M:f(<<1:4, 0:4, -2:16/little, 1.5:16/float-little, $é/utf8, 5:4, 1:2>>, 0)",
                "{1,-2,1.5,233,<<5:4>>,<<1:2>>}",
            ),
            ("M:f(<<1, 2>>, 0)", "{}"),
            (
                "M:f(<<1:4, 0:4, -2:16/little, 1.5:16/float-little, 255, 5:4>>, 0)",
                "{}",
            ),
        ],
    );
}

#[test]
fn whole_bytes_are_matched() {
    let b = rows(|b, _| {
        let a = b.local("a");
        vec![(vec![take(Some(a), SegmentKind::Bits, None, 8)], vec![a])]
    });
    check(
        &b.module,
        &[("M:f(<<1, 2>>, 0)", "{<<1,2>>}"), ("M:f(<<1:4>>, 0)", "{}")],
    );
}

#[test]
fn literals_are_matched() {
    let b = rows(|b, _| {
        let (a, rest) = (b.local("a"), b.local("rest"));
        let (eight, wide) = (b.int("8"), b.int("64"));
        let mut named = literal(BIG, SegmentLiteral::Int(name("200")), Some(eight));
        named.bind = Some(a);
        let text = |width, endianness, text: &str| {
            literal(
                utf(width, endianness, false),
                SegmentLiteral::String(text.into()),
                None,
            )
        };
        let big_float = SegmentKind::Float {
            endianness: Endianness::Big,
        };
        vec![
            (
                vec![
                    named,
                    literal(big_float, SegmentLiteral::Float(2.5), Some(wide)),
                    take(Some(rest), SegmentKind::Bits, None, 1),
                ],
                vec![a, rest],
            ),
            (
                vec![
                    text(8, Endianness::Big, "é"),
                    text(16, Endianness::Little, "a"),
                    text(32, Endianness::Big, "😀"),
                ],
                vec![],
            ),
        ]
    });
    check(
        &b.module,
        &[
            ("M:f(<<200, 2.5:64/float, 1>>, 0)", "{200,<<1>>}"),
            (
                "M:f(<<\"é\"/utf8, \"a\"/utf16-little, \"😀\"/utf32>>, 0)",
                "{}",
            ),
            ("M:f(<<200>>, 0)", "{}"),
        ],
    );
}

#[test]
fn sizes_are_computed() {
    let b = rows(|b, n| {
        let (len, data, rest) = (b.local("len"), b.local("data"), b.local("rest"));
        let (eight, two) = (b.int("8"), b.int("2"));
        let (length, outer) = (b.get(len), b.get(n));
        let twice = b.prim(Prim::MulInt, &[length, two]);
        let (len2, data2) = (b.local("len"), b.local("data"));
        let length2 = b.get(len2);
        let data3 = b.local("data");
        let more = b.prim(Prim::AddInt, &[outer, two]);
        vec![
            (
                vec![
                    literal(BIG, SegmentLiteral::Int(name("1")), Some(eight)),
                    take(Some(len), BIG, Some(eight), 1),
                    take(Some(data), SegmentKind::Bits, Some(twice), 8),
                    take(Some(rest), SegmentKind::Bits, None, 1),
                ],
                vec![len, data, rest],
            ),
            (
                vec![
                    literal(BIG, SegmentLiteral::Int(name("2")), Some(eight)),
                    take(Some(len2), BIG, Some(eight), 1),
                    take(Some(data2), BIG, Some(length2), 1),
                ],
                vec![data2],
            ),
            (vec![take(Some(data3), BIG, Some(more), 1)], vec![data3]),
            (vec![take(None, BIG, Some(outer), 1)], vec![n]),
        ]
    });
    check(
        &b.module,
        &[
            ("M:f(<<1, 1, 7, 8, 9>>, 0)", "{1,<<7,8>>,<<\"\\t\">>}"),
            ("M:f(<<1, 3, 7, 8, 9>>, 0)", "{}"),
            ("M:f(<<2, 4, 7:4>>, 0)", "{7}"),
            ("M:f(<<2, 4, 7:8>>, 22)", "{132103}"),
            ("M:f(<<2, 4, 7:8>>, 24)", "{24}"),
            ("M:f(<<>>, -2)", "{0}"),
            ("M:f(<<>>, -20)", "{}"),
        ],
    );
}

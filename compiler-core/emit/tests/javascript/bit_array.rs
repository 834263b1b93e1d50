//! Bit arrays, built and matched.

use ir::node::{
    BuildSegment, Endianness, ExprId, ExprKind, MatchSegment, Prim, SegmentKind, SegmentLiteral,
    Test,
};

use crate::build::Build;
use crate::run::{eval, output};

const BYTE: SegmentKind = int(false, Endianness::Big);
const FLOAT: SegmentKind = SegmentKind::Float {
    endianness: Endianness::Big,
};

const fn int(signed: bool, endianness: Endianness) -> SegmentKind {
    SegmentKind::Int { signed, endianness }
}

const fn utf(width: u8, endianness: Endianness) -> SegmentKind {
    SegmentKind::Utf {
        width,
        endianness,
        codepoint: false,
    }
}

fn build(value: ExprId, kind: SegmentKind, size: Option<ExprId>, unit: u32) -> BuildSegment {
    BuildSegment {
        value,
        kind,
        size,
        unit,
    }
}

/// `<<value:kind-size>>` for parameters `x` and `size`.
fn built(kind: SegmentKind, unit: u32, x: &str, size: &str) -> String {
    let mut b = Build::new("main");
    let (x_param, size_param) = (b.local("x"), b.local("size"));
    let (x1, size1) = (b.var(x_param), b.var(size_param));
    let segment = build(x1, kind, Some(size1), unit);
    let three = b.int(3);
    let (one, two) = (b.int(1), b.int(1));
    let before = build(one, BYTE, Some(three), 1);
    let after = build(two, BYTE, None, 1);
    let body = b.expr(ExprKind::BitArray(vec![before, segment, after]));
    b.function("main", &[x_param, size_param], body);
    eval(&b, &format!("m.main({x}, {size})"))
}

#[test]
fn integers_are_built() {
    assert_eq!(built(BYTE, 1, "5", "5"), "<<37 1>>");
    assert_eq!(built(BYTE, 8, "258", "2"), "<<32 32 64 001>>");
    let little = int(false, Endianness::Little);
    assert_eq!(built(little, 1, "1", "16"), "<<32 32 0 001>>");
    assert_eq!(built(little, 1, "2561", "12"), "<<32 52 0000001>>");
    assert_eq!(built(BYTE, 1, "-1", "5"), "<<63 1>>");
    assert_eq!(built(BYTE, 1, "7", "0"), "<<32 001>>");
    assert_eq!(built(BYTE, 1, "7", "-8"), "<<32 001>>");
    assert_eq!(
        built(BYTE, 1, "-2", "69"),
        "<<63 255 255 255 255 255 255 255 254 1>>"
    );
}

#[test]
fn floats_are_built() {
    assert_eq!(built(FLOAT, 1, "1.5", "16"), "<<39 192 0 001>>");
    assert_eq!(built(FLOAT, 1, "1.5", "32"), "<<39 248 0 0 0 001>>");
    assert!(built(FLOAT, 1, "1.5", "17").contains("error"));
}

#[test]
fn bits_are_built() {
    assert_eq!(
        built(
            SegmentKind::Bits,
            1,
            "new p.BitArray(new Uint8Array([0xff, 0xff]))",
            "5"
        ),
        "<<63 1>>"
    );
}

#[test]
fn strings_and_code_points_are_built() {
    let mut b = Build::new("main");
    let point = b.local("point");
    let mut segments = Vec::new();
    for (width, endianness) in [
        (8, Endianness::Big),
        (16, Endianness::Big),
        (16, Endianness::Little),
        (32, Endianness::Big),
        (32, Endianness::Little),
    ] {
        let text = b.string("é");
        segments.push(build(text, utf(width, endianness), None, 1));
        let value = b.var(point);
        let kind = SegmentKind::Utf {
            width,
            endianness,
            codepoint: true,
        };
        segments.push(build(value, kind, None, 1));
    }
    let body = b.expr(ExprKind::BitArray(segments));
    b.function("main", &[point], body);
    assert_eq!(
        eval(&b, "m.main(new p.UtfCodepoint(0x1f600))"),
        "<<195 169 240 159 152 128 0 233 216 61 222 0 233 0 61 216 0 222 \
         0 0 0 233 0 1 246 0 233 0 0 0 0 246 1 0>>"
    );
}

fn segment(kind: SegmentKind, size: Option<ExprId>) -> MatchSegment {
    MatchSegment {
        bind: None,
        literal: None,
        kind,
        size,
        unit: 1,
    }
}

/// `case bits { <<segments>> -> #(bound…) _ -> Nil }`
fn matching(segments: impl FnOnce(&mut Build) -> Vec<MatchSegment>) -> Build {
    let mut b = Build::new("main");
    let (bits, subject) = (b.local("bits"), b.local("subject"));
    let segments = segments(&mut b);
    let found: Vec<_> = segments
        .iter()
        .filter_map(|segment| segment.bind)
        .map(|local| b.var(local))
        .collect();
    let found = b.tuple(&found);
    let nil = b.nil();
    let (first, second) = (b.arm(0, &[]), b.arm(1, &[]));
    let tree = b.switch(
        subject,
        vec![(Test::BitArray(segments), first)],
        Some(second),
    );
    let value = b.var(bits);
    let body = b.case(&[(subject, value)], tree, &[found, nil]);
    b.function("main", &[bits], body);
    b
}

/// `<<n, x:size(n)-unit(4)-signed, rest:bytes>>`
fn sized_by_variable() -> Build {
    matching(|b| {
        let (n, x, rest) = (b.local("n"), b.local("x"), b.local("rest"));
        let (eight, size) = (b.int(8), b.var(n));
        vec![
            MatchSegment {
                bind: Some(n),
                ..segment(BYTE, Some(eight))
            },
            MatchSegment {
                bind: Some(x),
                unit: 4,
                ..segment(int(true, Endianness::Big), Some(size))
            },
            MatchSegment {
                bind: Some(rest),
                unit: 8,
                ..segment(SegmentKind::Bits, None)
            },
        ]
    })
}

fn bytes(bytes: &str) -> String {
    format!("m.main(new p.BitArray(new Uint8Array([{bytes}])))")
}

#[test]
fn sizes_use_earlier_segments() {
    let b = sized_by_variable();
    let output = output(&b);
    assert_eq!(output.eval(&b, &bytes("2, 254, 7")), "#(2, -2, <<7>>)");
    assert_eq!(output.eval(&b, &bytes("4, 1, 0, 7")), "#(4, 256, <<7>>)");
    assert_eq!(output.eval(&b, &bytes("0, 7")), "#(0, 0, <<7>>)");
    assert_eq!(output.eval(&b, &bytes("1, 7")), "Nil");
    assert_eq!(output.eval(&b, &bytes("4, 7")), "Nil");
    assert_eq!(output.eval(&b, &bytes("")), "Nil");
    insta::assert_snapshot!(b.emit());
}

#[test]
fn literals_are_compared() {
    let b = matching(|b| {
        let (three, five, rest) = (b.int(3), b.int(5), b.local("rest"));
        vec![
            MatchSegment {
                literal: Some(SegmentLiteral::Int("5".into())),
                ..segment(BYTE, Some(three))
            },
            segment(BYTE, Some(five)),
            MatchSegment {
                literal: Some(SegmentLiteral::String("ab".into())),
                ..segment(utf(8, Endianness::Big), None)
            },
            MatchSegment {
                literal: Some(SegmentLiteral::String("é".into())),
                ..segment(utf(16, Endianness::Little), None)
            },
            MatchSegment {
                bind: Some(rest),
                ..segment(SegmentKind::Bits, None)
            },
        ]
    });
    let output = output(&b);
    assert_eq!(
        output.eval(&b, &bytes("161, 97, 98, 233, 0, 9")),
        "#(<<9>>)"
    );
    assert_eq!(output.eval(&b, &bytes("161, 97, 98, 0, 233, 9")), "Nil");
    assert_eq!(output.eval(&b, &bytes("1, 97, 98, 233, 0")), "Nil");
    assert_eq!(output.eval(&b, &bytes("161, 97")), "Nil");
    insta::assert_snapshot!(b.emit());
}

#[test]
fn floats_must_be_finite() {
    let b = matching(|b| {
        let (x, size) = (b.local("x"), b.int(32));
        vec![MatchSegment {
            bind: Some(x),
            ..segment(FLOAT, Some(size))
        }]
    });
    let output = output(&b);
    assert_eq!(output.eval(&b, &bytes("63, 192, 0, 0")), "#(1.5)");
    assert_eq!(output.eval(&b, &bytes("127, 128, 0, 0")), "Nil");
    assert_eq!(output.eval(&b, &bytes("63, 192, 0, 0, 0")), "Nil");
}

/// `<<a:3, b:12-little, c:size(lim - 1)-bits>>` on a slice that begins amid a byte.
#[test]
fn segments_need_not_fill_bytes() {
    let b = matching(|b| {
        let (a, c, d) = (b.local("a"), b.local("b"), b.local("c"));
        let (three, twelve, lim, one) = (b.int(3), b.int(12), b.int(3), b.int(1));
        let computed = b.prim(Prim::SubInt, &[lim, one]);
        vec![
            MatchSegment {
                bind: Some(a),
                ..segment(BYTE, Some(three))
            },
            MatchSegment {
                bind: Some(c),
                ..segment(int(false, Endianness::Little), Some(twelve))
            },
            MatchSegment {
                bind: Some(d),
                ..segment(SegmentKind::Bits, Some(computed))
            },
        ]
    });
    // 5:3, then 0xabc as little endian: 0xbc, then 0xa; then 0b10.
    let value = "((0b101n << 14n) | (0xbcn << 6n) | (0xan << 2n) | 0b10n)";
    let call = format!(
        "(() => m.main(p.bitArraySlice(p.toBitArray([p.sizedInt(0, 5, true), \
         p.sizedInt(Number({value}), 17, true)]), 5)))()"
    );
    assert_eq!(eval(&b, &call), "#(5, 2748, <<10>>)");
}

/// Whether there is only `<<>>`, or anything at all.
#[test]
fn empty_and_any() {
    let b = matching(|_| Vec::new());
    assert_eq!(eval(&b, &bytes("")), "#()");
    assert_eq!(eval(&b, &bytes("1")), "Nil");
    let b = matching(|b| {
        let rest = b.local("rest");
        vec![MatchSegment {
            bind: Some(rest),
            ..segment(SegmentKind::Bits, None)
        }]
    });
    assert_eq!(eval(&b, &bytes("1")), "#(<<1>>)");
}

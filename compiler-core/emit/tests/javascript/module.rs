//! What stands at the top of modules.

use emit::javascript::Options;
use ir::Ty;
use ir::node::{Constant, ExprId, ExprKind, FunctionRef, Prim};
use source::{LineIndex, Span};

use crate::build::Build;
use crate::run::{Output, eval, output};

fn constant(b: &mut Build, name: &str, value: ExprId) {
    b.module.constants.push(Constant {
        name: name.into(),
        public: true,
        value,
        ty: Ty::ERROR,
        docs: " Some numbers".into(),
        span: Span::default(),
    });
}

#[test]
fn constants_and_externals() {
    let mut b = Build::new("main");
    let numbers = b.ints([1, 2]);
    constant(&mut b, "class", numbers);
    let used = b.expr(ExprKind::Constant {
        package: "app".into(),
        module: "main".into(),
        name: "class".into(),
    });
    let one = b.int(1);
    let pair = b.tuple(&[used, one]);
    constant(&mut b, "pair", pair);
    b.external("show", "./ffi.mjs", "show", true);
    b.external("delete", "./ffi.mjs", "say", true);
    b.external("hidden", "./ffi.mjs", "log", false);
    let mut b2 = b;
    let value = b2.call("delete", &[one]);
    b2.function("main", &[], value);
    b2.module.functions[3].docs = " Says one.\n More.".into();
    let b = b2;
    assert_eq!(eval(&b, "m.pair"), "#([1, 2], 1)");
    assert_eq!(
        eval(&b, "[m.show(1), m.main(), m.delete$(2)]"),
        "1\n2\n#(\"1\", 1, 2)"
    );
    assert_eq!(
        eval(&b, "Object.keys(m).join()"),
        "\"class$,delete$,main,pair,show\""
    );
    insta::assert_snapshot!(b.emit());
}

/// A module in a folder that uses others, near and far.
#[test]
fn modules_import_each_other() {
    let mut deep = Build::new("a/b/one");
    let ints = deep.ints([1]);
    deep.function("new", &[], ints);
    let mut far = Build::in_package("other", "x/one");
    let two = far.int(2);
    far.function("two", &[], two);
    let mut main = Build::new("a/main");
    let call = |b: &mut Build, package: &str, module: &str, name: &str| {
        let function = FunctionRef::Module {
            package: package.into(),
            module: module.into(),
            name: name.into(),
            arity: 0,
        };
        b.expr(ExprKind::CallFunction {
            function,
            args: Vec::new(),
        })
    };
    let near = call(&mut main, "app", "a/b/one", "new");
    let other = call(&mut main, "other", "x/one", "two");
    let body = main.tuple(&[near, other]);
    main.function("main", &[], body);
    let output: Output = output(&main);
    output.module(&deep);
    output.module(&far);
    output.write("other/gleam.mjs", emit::javascript::package_prelude());
    assert_eq!(output.eval(&main, "m.main()"), "#([1], 2)");
    insta::assert_snapshot!(main.emit());
}

#[test]
fn an_empty_module_is_a_module() {
    assert_eq!(eval(&Build::new("main"), "Object.keys(m).length"), "0");
}

#[test]
fn source_maps_lead_back() {
    let source = "// é😀\npub fn main() {\n  1 + other(2)\n}\n";
    let mut b = Build::new("main");
    b.module.lines = LineIndex::new(source);
    let at = source.find("other").unwrap() as u32;
    let (one, two) = (b.int(1), b.int(2));
    let function = b.own("other", 1);
    let call = b.expr_at(
        ExprKind::CallFunction {
            function,
            args: vec![two],
        },
        Span::new(at, at + 8),
    );
    let sum = b.prim(Prim::AddInt, &[one, call]);
    b.function("main", &[], sum);
    b.module.functions[0].span = Span::new(source.find("pub").unwrap() as u32, 20);
    let x = b.local("x");
    let used = b.var(x);
    b.function("other", &[x], used);
    let options = Options {
        source_map: Some(source),
        ..Options::default()
    };
    let emitted = emit::javascript::emit(&b.module, &options);
    assert!(
        emitted
            .code
            .ends_with("\n//# sourceMappingURL=main.mjs.map\n")
    );
    let map: serde_json::Value = serde_json::from_str(&emitted.source_map.unwrap()).unwrap();
    assert_eq!(map["version"], 3);
    assert_eq!(map["sources"][0], "main.gleam");
    let mappings = decode(map["mappings"].as_str().unwrap());
    let (line, text) = emitted
        .code
        .lines()
        .enumerate()
        .find(|(_, line)| line.contains("other(2)"))
        .unwrap();
    let column = text.find("other").unwrap();
    assert!(
        mappings.contains(&[line as i64, column as i64, 2, 6]),
        "{mappings:?}"
    );
    // The function's own line, which begins with `export`.
    assert!(mappings.contains(&[0, 7, 1, 0]), "{mappings:?}");
}

/// Generated line and column, source line and column of each segment.
fn decode(mappings: &str) -> Vec<[i64; 4]> {
    const DIGITS: &str = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let mut all = Vec::new();
    let mut place = [0_i64; 4];
    for (line, segments) in mappings.split(';').enumerate() {
        place[0] = 0;
        for segment in segments.split(',').filter(|segment| !segment.is_empty()) {
            let (mut field, mut shift, mut value) = (0, 0, 0_i64);
            for digit in segment.chars() {
                let digit = DIGITS.find(digit).unwrap() as i64;
                value |= (digit & 31) << shift;
                shift += 5;
                if digit & 32 == 0 {
                    let sign = if value & 1 == 1 { -1 } else { 1 };
                    place[field] += sign * (value >> 1);
                    (field, shift, value) = (field + 1, 0, 0);
                }
            }
            all.push([line as i64, place[0], place[2], place[3]]);
        }
    }
    all
}

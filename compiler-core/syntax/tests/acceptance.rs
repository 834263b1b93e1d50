//! What is a program and what is not, a line each (`⏎` is a line end), and how programs are read.

use report::Severity;
use source::FileId;
use syntax::ast::{ExprId, ExprKind, ItemKind, Module, Stmt};
use syntax::parse;

/// The first error.
fn error(text: &str) -> Option<String> {
    let problems = parse(FileId(0), text).problems;
    let mut reports = problems.iter().map(|problem| problem.report(FileId(0)));
    reports
        .find(|report| report.severity == Severity::Error)
        .map(|report| format!("{} {}", report.code.0, report.labels[0].text))
}

#[test]
fn programs_are_accepted() {
    for line in include_str!("accepted.txt").lines() {
        assert_eq!(error(&line.replace('⏎', "\n")), None, "{line}");
    }
}

#[test]
fn other_texts_are_refused() {
    for line in include_str!("refused.txt").lines() {
        assert!(error(&line.replace('⏎', "\n")).is_some(), "{line}");
    }
}

#[test]
fn line_ends_and_byte_order_mark_make_no_difference() {
    let text = "/// one\npub fn f() {\n  \"a\nb\"\n}\n\n// two\nfn g() { 1 }\n";
    for end in ["\r\n", "\r"] {
        let other = format!("\u{feff}{}", text.replace('\n', end));
        let parsed = parse(FileId(0), &other);
        assert_eq!(parsed.problems, []);
        let first = &parsed.module.items[0];
        assert!(other[first.span.range()].starts_with("pub fn f"));
        assert_eq!(
            first.docs.as_ref().map(|docs| docs.text.as_str()),
            Some(" one")
        );
        assert_eq!(body(&parsed.module, 0), "\"a\\nb\"");
        assert_eq!(parsed.trivia.comments.len(), 2);
        assert_eq!(parsed.trivia.blank_lines.len(), 1);
    }
}

#[test]
fn documentation_belongs_to_what_follows() {
    let text = "//// module\n//// docs\n/// a\n///b\n@internal\npub type A {\n  /// c\n  B(\n    /// d\n    d: Int,\n  )\n}\n";
    let module = parse(FileId(0), text).module;
    assert_eq!(module.docs, " module\n docs");
    assert_eq!(module.items[0].docs.as_ref().unwrap().text, " a\nb");
    let ItemKind::CustomType(custom) = &module.items[0].kind else {
        panic!("{:?}", module.items[0].kind);
    };
    let variant = &custom.variants[0];
    assert_eq!(variant.docs.as_ref().unwrap().text, " c");
    assert_eq!(variant.fields[0].docs.as_ref().unwrap().text, " d");
}

#[test]
fn operators_bind_by_strength_and_to_the_left() {
    let cases = [
        ("1 - 2 - 3", "((1 - 2) - 3)"),
        ("1 + 2 * 3 - 4", "((1 + (2 * 3)) - 4)"),
        ("a || b && c == d", "(a || (b && (c == d)))"),
        ("1 + 2 |> g == 3", "(|>[(1 + 2) g] == 3)"),
        ("\"a\" <> \"b\" |> g |> h", "(\"a\" <> |>[\"b\" g h])"),
        ("!x == y", "(!x == y)"),
        ("!!-x.y(1)", "!!-x.y(1)"),
        ("{ a + b } * c", "({(a + b)} * c)"),
    ];
    for (text, tree) in cases {
        let module = parse(FileId(0), &format!("fn f() {{ {text} }}")).module;
        assert_eq!(body(&module, 0), tree, "{text}");
    }
}

#[test]
fn a_minus_is_a_sign_or_subtracts() {
    let cases = [
        ("x-1", "(x - 1)"),
        ("x -1", "x; -1"),
        ("1-1", "(1 - 1)"),
        ("f()-1", "f(); -1"),
        ("X-1", "X; -1"),
        ("x - 1", "(x - 1)"),
        ("x - -1", "(x - -1)"),
        ("t.0.1.2", "t.0.1.2"),
        ("a.b(c)(1).0", "a.b(c)(1).0"),
    ];
    for (text, tree) in cases {
        let module = parse(FileId(0), &format!("fn f() {{ {text} }}")).module;
        assert_eq!(body(&module, 0), tree, "{text}");
    }
}

/// What is broken does not take what stands around it along.
#[test]
fn the_rest_of_a_broken_tree_lives() {
    let cases = [
        ("let x = f(1, 2 3, 4) x", "let f(1, ERROR, 4); x"),
        ("let x = let y = 2 y", "let ERROR; let 2; y"),
        ("a\n  b = 1\n  c", "a; b; ERROR; c"),
        ("[1, 2 +, 3]", "[1, ERROR, 3]"),
        ("x.", "x."),
        ("f(1", "f(1)"),
    ];
    for (text, tree) in cases {
        let text = format!("fn f() {{\n  {text}\n}}\nfn g() {{ 1 }}");
        let parsed = parse(FileId(0), &text);
        assert_eq!(body(&parsed.module, 0), tree, "{text}");
        assert_eq!(body(&parsed.module, 1), "1", "{text}");
        assert!(!parsed.problems.is_empty(), "{text}");
    }
}

/// The statements of the `index`th item.
fn body(module: &Module, index: usize) -> String {
    match &module.items[index].kind {
        ItemKind::Function(function) => {
            statements(module, function.body.as_deref().unwrap_or_default())
        }
        kind => panic!("{kind:?}"),
    }
}

fn statements(module: &Module, statements: &[Stmt]) -> String {
    let shown = statements.iter().map(|statement| match statement {
        Stmt::Expr(id) => show(module, *id),
        Stmt::Let(binding) => format!("let {}", show(module, binding.value)),
        Stmt::Error(_) => "ERROR".into(),
        Stmt::Use(_) | Stmt::Assert { .. } => "other".into(),
    });
    shown.collect::<Vec<_>>().join("; ")
}

fn show(module: &Module, id: ExprId) -> String {
    let show = |id: &ExprId| show(module, *id);
    let expr = &module.exprs[id];
    match &expr.kind {
        ExprKind::Int(text) | ExprKind::Float(text) => text.to_string(),
        ExprKind::String(text) => format!("{text:?}"),
        ExprKind::Var(name) | ExprKind::Constructor(name) => name.name.to_string(),
        ExprKind::Field { container, label } => format!("{}.{}", show(container), label.name),
        ExprKind::TupleIndex { tuple, index, .. } => format!("{}.{index}", show(tuple)),
        ExprKind::Call { callee, args } => {
            let args: Vec<String> = args.iter().map(|arg| show(&arg.value)).collect();
            format!("{}({})", show(callee), args.join(", "))
        }
        ExprKind::List { items, .. } => {
            format!(
                "[{}]",
                items.iter().map(show).collect::<Vec<_>>().join(", ")
            )
        }
        ExprKind::Binary {
            left, op, right, ..
        } => {
            format!("({} {} {})", show(left), symbol(*op), show(right))
        }
        ExprKind::Pipeline(steps) => {
            format!(
                "|>[{}]",
                steps.iter().map(show).collect::<Vec<_>>().join(" ")
            )
        }
        ExprKind::Negate(value) => format!("-{}", show(value)),
        ExprKind::Not(value) => format!("!{}", show(value)),
        ExprKind::Block(inner) => format!("{{{}}}", statements(module, inner)),
        _ => "ERROR".into(),
    }
}

fn symbol(op: syntax::ast::BinaryOp) -> &'static str {
    use syntax::ast::BinaryOp;
    match op {
        BinaryOp::Or => "||",
        BinaryOp::And => "&&",
        BinaryOp::Equal => "==",
        BinaryOp::Concat => "<>",
        BinaryOp::AddInt => "+",
        BinaryOp::SubInt => "-",
        BinaryOp::MulInt => "*",
        _ => "?",
    }
}

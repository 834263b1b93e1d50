//! What holds for every text.

use source::{FileId, Span};
use syntax::ast::{Arg, ExprId, ExprKind, Module, Stmt};
use syntax::lexer::lex;
use syntax::parse;

const SAMPLE: &str = include_str!("sample.gleam");

/// A small generator of numbers, the same in each run (Marsaglia's xorshift).
struct Random(u64);

impl Random {
    fn below(&mut self, bound: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        (self.0 % bound as u64) as usize
    }
}

#[test]
fn the_sample_has_no_problems() {
    let problems = parse(FileId(0), SAMPLE).problems;
    assert_eq!(problems, []);
}

/// Tokens and comments lie one after the other; between them is only whitespace.
fn check_cover(text: &str) {
    let lexed = lex(text);
    let comments = lexed.trivia.comments.iter().map(|comment| comment.span);
    let mut spans: Vec<Span> = lexed.tokens.spans.iter().copied().chain(comments).collect();
    spans.sort();
    let mut end = 0;
    for span in spans
        .into_iter()
        .chain([Span::new(text.len() as u32, text.len() as u32)])
    {
        assert!(end <= span.start, "{span:?} overlaps");
        let gap = &text[end as usize..span.start as usize];
        let blank = |c| matches!(c, ' ' | '\t' | '\n' | '\r' | '\u{c}' | '\u{feff}');
        assert!(gap.chars().all(blank), "{gap:?} is lost");
        end = span.end;
    }
}

#[test]
fn tokens_and_trivia_cover_every_byte() {
    check_cover(SAMPLE);
    for text in [
        "\u{feff}1",
        "\"",
        "\"\\",
        "a\"b\nc",
        "1.e",
        "t.0.1e",
        "é ` \u{a0}",
        "-",
        "//",
        "x-1.5",
    ] {
        check_cover(text);
    }
    for line in include_str!("refused.txt").lines() {
        check_cover(line);
    }
}

/// Every child lies in its parent, and every span in the text.
fn check_spans(text: &str, module: &Module) {
    let inside = |outer: Span, inner: Span| outer.start <= inner.start && inner.end <= outer.end;
    let whole = Span::new(0, text.len() as u32);
    for (_, expr) in module.exprs.iter() {
        assert!(inside(whole, expr.span));
        for child in children(&expr.kind) {
            let child = &module.exprs[child];
            assert!(
                inside(expr.span, child.span),
                "{child:?} is not in {expr:?}\n{text}"
            );
        }
    }
    for item in &module.items {
        assert!(inside(whole, item.span));
    }
    for pair in module.items.windows(2) {
        assert!(pair[0].span.end <= pair[1].span.start);
    }
}

fn children(kind: &ExprKind) -> Vec<ExprId> {
    let values = |args: &[Arg]| args.iter().map(|arg| arg.value).collect::<Vec<_>>();
    match kind {
        ExprKind::Field { container: id, .. }
        | ExprKind::TupleIndex { tuple: id, .. }
        | ExprKind::Negate(id)
        | ExprKind::Not(id) => vec![*id],
        ExprKind::Tuple(ids) | ExprKind::Pipeline(ids) => ids.clone(),
        ExprKind::List { items, tail } => items.iter().chain(tail).copied().collect(),
        ExprKind::BitArray(segments) => segments.iter().map(|segment| segment.value).collect(),
        ExprKind::Block(statements) => values_of(statements),
        ExprKind::Lambda(lambda) => values_of(&lambda.body),
        ExprKind::Call { callee, args } => [vec![*callee], values(args)].concat(),
        ExprKind::RecordUpdate {
            constructor,
            base,
            fields,
        } => [vec![*constructor, *base], values(fields)].concat(),
        ExprKind::Binary { left, right, .. } => vec![*left, *right],
        ExprKind::Case(case) => {
            let bodies = case.clauses.iter().map(|clause| clause.body);
            let guards = case.clauses.iter().filter_map(|clause| clause.guard);
            case.subjects
                .iter()
                .copied()
                .chain(bodies)
                .chain(guards)
                .collect()
        }
        ExprKind::Todo { message } | ExprKind::Panic { message } => {
            message.iter().copied().collect()
        }
        ExprKind::Echo { value, message } => value.iter().chain(message).copied().collect(),
        _ => Vec::new(),
    }
}

fn values_of(statements: &[Stmt]) -> Vec<ExprId> {
    let values = statements.iter().filter_map(|statement| match statement {
        Stmt::Expr(id) => Some(*id),
        Stmt::Let(binding) => Some(binding.value),
        Stmt::Use(use_) => Some(use_.call),
        Stmt::Assert { value, .. } => Some(*value),
        Stmt::Error(_) => None,
    });
    values.collect()
}

fn check(text: &str) {
    let parsed = parse(FileId(0), text);
    check_spans(text, &parsed.module);
    for problem in &parsed.problems {
        let report = problem.report(FileId(0));
        assert!(
            report
                .labels
                .iter()
                .all(|label| text.get(label.location.span.range()).is_some())
        );
    }
}

#[test]
fn spans_nest() {
    check(SAMPLE);
}

#[test]
fn every_beginning_of_the_sample_parses() {
    let places = SAMPLE.char_indices().map(|(at, _)| at);
    for at in places.step_by(7) {
        check(&SAMPLE[..at]);
        check(&SAMPLE[at..]);
    }
}

#[test]
fn shuffled_tokens_parse() {
    let tokens = lex(SAMPLE).tokens;
    let words: Vec<&str> = tokens
        .spans
        .iter()
        .map(|span| &SAMPLE[span.range()])
        .collect();
    let mut random = Random(0x9e37_79b9_7f4a_7c15);
    for round in 0..150 {
        let mut words = words.clone();
        // From a few changes up to chaos.
        for _ in 0..=round {
            let (a, b) = (random.below(words.len()), random.below(words.len()));
            words.swap(a, b);
        }
        words.remove(random.below(words.len()));
        let lines: Vec<String> = words
            .chunks(5)
            .map(|line| format!("{}{}", " ".repeat(random.below(6)), line.join(" ")))
            .collect();
        check(&lines.join("\n"));
    }
}

#[test]
fn a_problem_is_found_wherever_a_token_is_missing_its_partner() {
    let tokens = lex(SAMPLE).tokens;
    for (kind, span) in tokens.iter() {
        if kind.closer().is_some() || kind.is_closer() {
            let mut text = SAMPLE.to_owned();
            text.replace_range(span.range(), "");
            let problems = parse(FileId(0), &text).problems;
            assert!(!problems.is_empty(), "without {kind:?} at {span:?}");
        }
    }
}

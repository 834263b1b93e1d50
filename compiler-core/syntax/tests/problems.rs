//! Each kind of problem, by its smallest example: the code, the place and the words.

use std::collections::BTreeSet;
use std::fmt::Write;

use report::Severity;
use source::{FileId, LineIndex};
use syntax::parse;

const PAGE: &str = include_str!("problems.md");

/// The examples of the page: a heading, a source, and what is said about it.
fn examples(page: &str) -> Vec<(&str, &str, &str)> {
    let sections = page.split("\n## ").skip(1);
    let examples = sections.filter_map(|section| {
        let (title, rest) = section.split_once('\n')?;
        let (_, rest) = rest.split_once("```gleam\n")?;
        let (source, rest) = rest.split_once("\n```\n")?;
        let said = rest.split_once("```problems\n")?.1.split_once("```")?.0;
        Some((title, source, said))
    });
    examples.collect()
}

fn say(text: &str) -> String {
    let mut said = String::new();
    let lines = LineIndex::new(text);
    for problem in parse(FileId(0), text).problems {
        let report = problem.report(FileId(0));
        let kind = match report.severity {
            Severity::Error => "error",
            Severity::Warning => "warning",
            Severity::Info => "info",
        };
        let label = &report.labels[0];
        let at = lines.line_column(label.location.span.start);
        let shown = &text[label.location.span.range()];
        let _ = writeln!(
            said,
            "{}:{} `{shown}` {kind} {}: {}: {}",
            at.line, at.column, report.code.0, report.title, label.text
        );
        for more in [Some(report.text), report.hint].into_iter().flatten() {
            if !more.is_empty() {
                let _ = writeln!(said, "    {more}");
            }
        }
    }
    said
}

/// With `UPDATE=1` prints the page as it should be.
#[test]
fn problems_are_as_the_page_says() {
    let examples = examples(PAGE);
    assert!(examples.len() > 80, "only {} examples", examples.len());
    if std::env::var_os("UPDATE").is_some() {
        let mut page = String::from(PAGE.split("\n## ").next().unwrap_or_default());
        for (title, source, _) in examples {
            let said = say(source);
            let _ = write!(
                page,
                "\n## {title}\n\n```gleam\n{source}\n```\n\n```problems\n{said}```\n"
            );
        }
        std::fs::write(
            concat!(env!("CARGO_MANIFEST_DIR"), "/tests/problems.md"),
            page,
        )
        .unwrap();
        return;
    }
    for (title, source, said) in examples {
        assert_eq!(say(source), said, "{title}");
    }
}

/// Every kind is on the page.
#[test]
fn the_page_has_every_code() {
    let kinds = include_str!("../src/problem/mod.rs").lines();
    let count = kinds.filter(|line| line.trim().starts_with("mod ")).count() - 3;
    let codes: BTreeSet<&str> = PAGE
        .split_whitespace()
        .filter(|word| word.starts_with('T') && word.ends_with(':') && word.len() == 6)
        .collect();
    assert_eq!(codes.len(), count, "{codes:?}");
}

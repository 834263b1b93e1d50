//! Missing and unreachable patterns. The pages have one function a line; what is expected of it
//! stands behind `//:`, findings separated by `;`.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;

use analysis::interface::{Interface, Interfaces};
use analysis::problem::{DoubtfulProblem, PatternsProblem, Problem};
use analysis::{CheckInput, CheckOptions, Origin};
use source::{FileId, LineIndex, Name, Span};
use syntax::ast::Target;

#[test]
fn findings() {
    for page in ["variants", "values", "bit_arrays", "asserts"] {
        let path = format!("tests/patterns/{page}.gleam");
        let text = fs::read_to_string(path).expect("the page is beside this file");
        let found = findings_of(&text);
        let lines = LineIndex::new(&text);
        for (number, line) in (1..).zip(text.lines()) {
            let expected = line.split_once("//:").map_or("", |(_, expected)| expected);
            let expected: Vec<&str> = expected
                .split(';')
                .map(str::trim)
                .filter(|finding| !finding.is_empty())
                .collect();
            let found: Vec<&String> = found
                .iter()
                .filter(|(span, _)| lines.line(span.start) == number)
                .map(|(_, finding)| finding)
                .collect();
            assert_eq!(found, expected, "{page}.gleam, line {number}: {line}");
        }
    }
}

fn findings_of(text: &str) -> Vec<(Span, String)> {
    let parsed = syntax::parse(FileId(0), text);
    assert!(parsed.problems.is_empty(), "{:?}", parsed.problems);
    let input = CheckInput {
        file: FileId(0),
        module: &parsed.module,
        text,
        name: Name::new("page"),
        package: Name::new("app"),
        options: CheckOptions {
            target: Target::Erlang,
            is_root: true,
            internal: false,
            origin: Origin::Src,
            dependencies: BTreeSet::new(),
            oldest: None,
            dev_dependencies: BTreeSet::new(),
            trusted_pure: false,
            origins: BTreeMap::new(),
        },
    };
    let checked = analysis::check(&input, &Nothing);
    checked
        .problems
        .iter()
        .filter_map(|problem| finding(problem, text))
        .collect()
}

fn finding(problem: &Problem, text: &str) -> Option<(Span, String)> {
    match problem {
        Problem::Patterns(PatternsProblem::MissingPatterns(missing)) => {
            let patterns = missing.patterns.join(" | ");
            Some((missing.span, format!("missing {patterns}")))
        }
        Problem::Doubtful(DoubtfulProblem::UnreachablePattern(unreachable)) => {
            let span = unreachable.span;
            let pattern = &text[span.range()];
            Some((span, format!("{:?} {pattern}", unreachable.reason)))
        }
        Problem::Doubtful(DoubtfulProblem::NeedlessAssert(needless)) => {
            Some((needless.span, "needless".to_owned()))
        }
        Problem::Doubtful(DoubtfulProblem::ImpossibleAssert(impossible)) => {
            Some((impossible.span, format!("never {:?}", impossible.reason)))
        }
        _ => None,
    }
}

struct Nothing;

impl Interfaces for Nothing {
    fn get(&self, _: Name) -> Option<&Interface> {
        None
    }

    fn modules(&self) -> Vec<Name> {
        Vec::new()
    }
}

//! From source to the intermediate representation, without other modules.

use std::collections::{BTreeMap, BTreeSet};

use analysis::checked::Checked;
use analysis::interface::{Interface, Interfaces};
use analysis::problem::Words;
use analysis::{CheckInput, CheckOptions, Origin};
use ir::lower::{LowerInput, lower};
use ir::node::{Module, Target};
use report::Severity;
use source::{FileId, LineIndex, Name};
use syntax::Parsed;

/// Lowers `text`, which must be free of errors.
pub(crate) fn lowered(text: &str, target: Target) -> Module {
    let (parsed, checked) = checked(text, target);
    lower(&LowerInput {
        module: &parsed.module,
        checked: &checked,
        lines: LineIndex::new(text),
        source_path: "src/page.gleam".into(),
        target,
    })
}

/// Checks `text`, which must be free of errors.
pub(crate) fn checked(text: &str, target: Target) -> (Parsed, Checked) {
    let parsed = syntax::parse(FileId(0), text);
    assert!(parsed.problems.is_empty(), "{:?}", parsed.problems);
    let checked = analysis::check(&input(&parsed.module, text, target), &Nothing);
    assert_no_errors(&checked, text);
    (parsed, checked)
}

fn input<'a>(module: &'a syntax::ast::Module, text: &'a str, target: Target) -> CheckInput<'a> {
    CheckInput {
        file: FileId(0),
        module,
        text,
        name: Name::new("page"),
        package: Name::new("app"),
        options: CheckOptions {
            target,
            is_root: true,
            internal: false,
            origin: Origin::Src,
            dependencies: BTreeSet::new(),
            oldest: None,
            dev_dependencies: BTreeSet::new(),
            trusted_pure: false,
            origins: BTreeMap::new(),
        },
    }
}

fn assert_no_errors(checked: &Checked, text: &str) {
    let words = Words::new(checked, FileId(0));
    for problem in &checked.problems {
        let report = problem.report(&words);
        let at = report.location().map_or("", |at| &text[at.span.range()]);
        assert!(report.severity != Severity::Error, "{report:?} at {at}");
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

//! `cargo xtask conformance`: which case shows which fact of the language.
//!
//! `docs/checklist` lists the facts. Cases say which of them they show with a line `Covers: id, id`: on
//! pages below a heading, in Gleam projects in the comment above a test, in Rust tests likewise.
//! `docs/conformance.md` is made from both.

mod cases;
mod checklist;
mod table;

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::process::ExitCode;

use camino::Utf8Path;

use crate::run::root;
use cases::Case;
use checklist::Checklist;

const TABLE: &str = "docs/conformance.md";

/// Writes the table, or checks that it is up to date, if `check`. Nothing may be missing in it.
pub(crate) fn conformance(check: bool) -> Result<ExitCode, String> {
    let found = Conformance::read(&root())?;
    let mut problems = found.problems();
    let path = root().join(TABLE);
    let table = table::print(&found);
    if !check {
        fs::write(&path, table).map_err(|error| format!("{path}: {error}"))?;
    } else if fs::read_to_string(&path).unwrap_or_default() != table {
        problems.push(format!(
            "{TABLE} is not up to date: run `cargo xtask conformance`"
        ));
    }
    for problem in &problems {
        eprintln!("{problem}");
    }
    println!("{}", table::counts(&found));
    Ok(if problems.is_empty() {
        ExitCode::SUCCESS
    } else {
        ExitCode::FAILURE
    })
}

/// What there is to show, and what is shown.
struct Conformance {
    checklists: Vec<Checklist>,
    cases: Vec<Case>,
}

impl Conformance {
    fn read(root: &Utf8Path) -> Result<Self, String> {
        Ok(Self {
            checklists: checklist::read(root)?,
            cases: cases::read(root)?,
        })
    }

    /// The cases of each fact.
    fn covered(&self) -> BTreeMap<&str, Vec<&Case>> {
        let mut covered: BTreeMap<&str, Vec<&Case>> = BTreeMap::new();
        for case in &self.cases {
            for id in &case.covers {
                covered.entry(id).or_default().push(case);
            }
        }
        covered
    }

    /// The facts that no case shows.
    fn missing(&self) -> Vec<&str> {
        let covered = self.covered();
        let facts = self.checklists.iter().flat_map(Checklist::facts);
        facts
            .map(|fact| fact.id.as_str())
            .filter(|id| !covered.contains_key(id))
            .collect()
    }

    fn problems(&self) -> Vec<String> {
        let mut problems = Vec::new();
        let mut known = BTreeSet::new();
        for fact in self.checklists.iter().flat_map(Checklist::facts) {
            if !known.insert(fact.id.as_str()) {
                problems.push(format!("`{}` is on the checklist twice", fact.id));
            }
        }
        for case in &self.cases {
            let place = format!("{}: {}", case.path, case.name);
            for id in &case.covers {
                if !known.contains(id.as_str()) {
                    problems.push(format!("{place} covers `{id}`, which no checklist has"));
                } else if is_problem(id) && !case.shows_problems {
                    problems.push(format!("{place} covers `{id}` without a problems fence"));
                }
            }
        }
        let missing = self.missing();
        problems.extend(missing.iter().map(|id| format!("no case covers `{id}`")));
        problems
    }
}

/// Whether an id names an error or a warning.
fn is_problem(id: &str) -> bool {
    id.starts_with("E:") || id.starts_with("W:")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_fact_is_shown_and_the_table_says_so() -> Result<(), String> {
        let found = Conformance::read(&root())?;
        assert!(!found.cases.is_empty());
        assert_eq!(found.problems(), Vec::<String>::new());
        let table = fs::read_to_string(root().join(TABLE)).unwrap_or_default();
        assert!(
            table == table::print(&found),
            "{TABLE} is not up to date: run `cargo xtask conformance`"
        );
        Ok(())
    }

    #[test]
    fn unknown_missing_and_unshown_facts_are_problems() {
        let text = "# L\n\n## A\n\n- `a.b` one\n- `E:X` two\n- `a.c` three\n- `a.c` again\n";
        let page = "# One\n\nCovers: a.b, E:X\n\n```gleam\n```\n\n# Two\n\nCovers: nowhere\n";
        let found = Conformance {
            checklists: vec![checklist::parse("l.md".into(), text)],
            cases: cases::on_page("p.md".as_ref(), page),
        };
        assert_eq!(
            found.problems(),
            [
                "`a.c` is on the checklist twice",
                "p.md: One covers `E:X` without a problems fence",
                "p.md: Two covers `nowhere`, which no checklist has",
                "no case covers `a.c`",
                "no case covers `a.c`",
            ]
        );
    }
}

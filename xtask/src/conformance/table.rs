//! `docs/conformance.md`.

use std::fmt::Write;

use super::Conformance;
use super::cases::Case;
use super::checklist::Checklist;

/// The document.
pub(super) fn print(found: &Conformance) -> String {
    let covered = found.covered();
    let mut out = String::from(
        "# Conformance\n\nMade by `cargo xtask conformance` from `docs/checklist` and the cases; not edited by hand.\n\n",
    );
    let _ = writeln!(out, "{}\n", counts(found));
    for checklist in &found.checklists {
        for section in &checklist.sections {
            let _ = writeln!(
                out,
                "## {}\n\n| id | fact | cases |\n|---|---|---|",
                section.name
            );
            for fact in &section.facts {
                let cases = covered.get(fact.id.as_str());
                let cases: Vec<String> =
                    cases.into_iter().flatten().map(|case| link(case)).collect();
                let cells = [
                    format!("`{}`", fact.id),
                    fact.text.clone(),
                    cases.join(", "),
                ];
                let cells = cells.map(|cell| cell.replace('|', "\\|"));
                let _ = writeln!(out, "| {} |", cells.join(" | "));
            }
            out.push('\n');
        }
    }
    out.push_str("## Missing\n\n");
    let missing = found.missing();
    if missing.is_empty() {
        out.push_str("Nothing.\n");
    }
    for id in missing {
        let _ = writeln!(out, "- `{id}`");
    }
    out
}

/// How many there are.
pub(super) fn counts(found: &Conformance) -> String {
    let facts = found
        .checklists
        .iter()
        .map(|checklist| checklist.facts().count())
        .sum::<usize>();
    let lists: Vec<String> = found.checklists.iter().map(each).collect();
    let cases = found.cases.len();
    let missing = found.missing().len();
    format!(
        "{facts} facts ({}), {cases} cases, {missing} missing.",
        lists.join(", ")
    )
}

fn each(checklist: &Checklist) -> String {
    let name = checklist.path.file_stem().unwrap_or_default();
    format!("{name}: {}", checklist.facts().count())
}

fn link(case: &Case) -> String {
    let file = case.path.file_name().unwrap_or_default();
    format!("{} in [{file}](../{})", case.name, case.path)
}

//! Figures by kind of change, and examples of what went wrong.

use std::collections::BTreeMap;
use std::time::Duration;

use super::judge::{Outcome, Refusal, Repair, Verdict};
use super::mutation::{Kind, Mutation};

/// All outcomes.
#[derive(Default)]
pub(crate) struct Table {
    rows: BTreeMap<Kind, Row>,
    /// Examples by what went wrong.
    categories: BTreeMap<Category, Vec<String>>,
    slowest: (Duration, String),
    /// Projects that take no part, with the reason.
    pub(crate) left_out: Vec<String>,
}

#[derive(Default, Clone, Copy)]
struct Row {
    changed: usize,
    crashed: usize,
    refused: usize,
    near: usize,
    names_place: usize,
    errors: usize,
    only_one: usize,
    checks: usize,
    restores: usize,
}

type Category = (&'static str, Kind, String);

impl Table {
    /// Adds what came of a change of the file `path`.
    pub(crate) fn add(&mut self, path: &str, text: &str, change: &Mutation, outcome: Outcome) {
        let row = self.rows.entry(change.kind).or_default();
        row.changed += 1;
        let example = || example(path, text, change);
        if outcome.time > self.slowest.0 {
            self.slowest = (outcome.time, example());
        }
        let refusal = match outcome.verdict {
            Verdict::Valid => return,
            Verdict::Crash => {
                row.crashed += 1;
                let key = ("crash", change.kind, format!("{:?}", change.token));
                self.categories.entry(key).or_default().push(example());
                return;
            }
            Verdict::Refused(refusal) => refusal,
        };
        row.count(&refusal);
        let shown = format!("{}{}", example(), errors(&refusal));
        let mut note = |wrong: &'static str, key: String| {
            let key = (wrong, change.kind, key);
            self.categories.entry(key).or_default().push(shown.clone());
        };
        let code = refusal.errors[0].code.0;
        if !refusal.is_near {
            note("far", format!("{:?} {code}", change.token));
        }
        if refusal.errors.len() > 1 {
            let second = refusal.errors[1].code.0;
            note("many", format!("{:?} {code} {second}", change.token));
        }
        if !Kind::TOKENS.contains(&change.kind) && refusal.repair < Repair::Checks {
            note("not repaired", format!("{:?} {code}", refusal.repair));
        }
    }

    /// How often the compiler panicked.
    pub(crate) fn crashes(&self) -> usize {
        self.rows.values().map(|row| row.crashed).sum()
    }

    /// The figures, and `show` examples of each category, the most frequent first.
    pub(crate) fn print(&self, show: usize) -> String {
        let mut out = String::new();
        let mut categories: Vec<_> = self.categories.iter().collect();
        categories.sort_by_key(|(_, examples)| std::cmp::Reverse(examples.len()));
        for ((wrong, kind, key), examples) in categories.into_iter().filter(|_| show > 0) {
            out += &format!("== {wrong}, {kind:?}, {key}: {}\n", examples.len());
            examples
                .iter()
                .take(show)
                .for_each(|example| out += example);
        }
        for reason in &self.left_out {
            out += &format!("left out: {reason}\n");
        }
        let (time, example) = &self.slowest;
        out += &format!("slowest: {} ms\n{example}\n", time.as_millis());
        out +=
            "kind             changed refused crashed  near  label  errors  one  checks restores\n";
        let mut all = Row::default();
        for (kind, row) in &self.rows {
            out += &row.print(&format!("{kind:?}"));
            all.add(*row);
        }
        if self.rows.len() > 1 {
            out += &all.print("all");
        }
        out
    }
}

impl Row {
    fn count(&mut self, refusal: &Refusal) {
        self.refused += 1;
        self.near += usize::from(refusal.is_near);
        self.names_place += usize::from(refusal.names_place);
        self.errors += refusal.errors.len();
        self.only_one += usize::from(refusal.errors.len() == 1);
        self.checks += usize::from(refusal.repair >= Repair::Checks);
        self.restores += usize::from(refusal.repair == Repair::Restores);
    }

    fn add(&mut self, other: Self) {
        self.changed += other.changed;
        self.crashed += other.crashed;
        self.refused += other.refused;
        self.near += other.near;
        self.names_place += other.names_place;
        self.errors += other.errors;
        self.only_one += other.only_one;
        self.checks += other.checks;
        self.restores += other.restores;
    }

    fn print(&self, name: &str) -> String {
        let percent = |count: usize| 1000 * count / self.refused.max(1);
        let percent = |count| format!("{}.{}%", percent(count) / 10, percent(count) % 10);
        let hundredths = 100 * self.errors / self.refused.max(1);
        format!(
            "{name:16} {:7} {:7} {:7} {:>6} {:>6} {:4}.{:02} {:>6} {:>6} {:>6}\n",
            self.changed,
            self.refused,
            self.crashed,
            percent(self.near),
            percent(self.names_place),
            hundredths / 100,
            hundredths % 100,
            percent(self.only_one),
            percent(self.checks),
            percent(self.restores),
        )
    }
}

/// The changed lines, with those around them.
fn example(path: &str, text: &str, change: &Mutation) -> String {
    let line = text[..change.range.start].matches('\n').count() + 1;
    let removed = &text[change.range.clone()];
    let mut out = format!("-- {path}:{line}: `{removed}` became `{}`\n", change.text);
    let changed = change.apply(text);
    let lines = 1 + change.text.matches('\n').count();
    let around = changed.lines().enumerate().skip(line.saturating_sub(3));
    for (index, text) in around.take(lines + 5) {
        out += &format!("{:5} | {text}\n", index + 1);
    }
    out
}

/// The errors, a line each.
fn errors(refusal: &Refusal) -> String {
    let mut out = String::new();
    for (error, place) in refusal.errors.iter().zip(&refusal.places).take(6) {
        let fix = error.fixes.first().map(|fix| format!(" [{}]", fix.title));
        let label = error.labels.first().map(|label| &*label.text);
        let (code, title) = (error.code.0, &error.title);
        let (label, fix) = (label.unwrap_or_default(), fix.unwrap_or_default());
        out += &format!("      {code} {place} {title}: {label}{fix}\n");
    }
    out += &format!(
        "      {} errors, repair: {:?}\n",
        refusal.errors.len(),
        refusal.repair
    );
    out
}

//! Strings: whole ones and prefixes.
//!
//! A string that begins like a prefix of another row is tested behind that prefix. So the tests of
//! one step exclude each other, whatever the order of the rows: `"a" <> _` covers `"ab"`.

use std::collections::HashMap;
use std::sync::Arc;

use super::{Builder, Rows, Split};
use crate::patterns::row::Need;
use crate::patterns::tree::{NodeId, Place, PlaceId, Test};

impl Builder<'_, '_> {
    pub(super) fn strings(&mut self, place: PlaceId, rows: Rows) -> NodeId {
        let prefixes = shortest_prefixes(place, &rows);
        let mut known: HashMap<(bool, Arc<str>), usize> = HashMap::new();
        let mut split = Split::new();
        for mut row in rows {
            let Some(need) = row.take(place) else {
                split.pass(row);
                continue;
            };
            let (Need::String(text) | Need::Prefix { prefix: text, .. }) = &need else {
                continue;
            };
            let prefix = covering(&prefixes, text).cloned();
            let key = (
                prefix.is_some(),
                prefix.clone().unwrap_or_else(|| text.clone()),
            );
            let branch = *known
                .entry(key)
                .or_insert_with(|| split.open(self.string_test(prefix.as_ref(), text, place)));
            let (test, rows) = &mut split.branches[branch];
            if let Test::StringPrefix { prefix, rest } = test {
                match need {
                    Need::Prefix {
                        prefix: text,
                        rest: pattern,
                    } if text.len() == prefix.len() => {
                        self.patterns.add(&mut row, *rest, pattern);
                    }
                    need => row.columns.push((*rest, behind(need, prefix.len()))),
                }
            }
            rows.push_back(row);
        }
        self.switch(place, split, false)
    }

    fn string_test(&mut self, prefix: Option<&Arc<str>>, text: &Arc<str>, place: PlaceId) -> Test {
        let ty = self.places[place].ty;
        match prefix {
            Some(prefix) => Test::StringPrefix {
                prefix: prefix.clone(),
                rest: self.places.alloc(Place { ty }),
            },
            None => Test::String(text.clone()),
        }
    }
}

/// The prefixes that rows need and that no other of them begins, sorted.
fn shortest_prefixes(place: PlaceId, rows: &Rows) -> Vec<Arc<str>> {
    let needs = rows.iter().flat_map(|row| &row.columns);
    let mut prefixes: Vec<Arc<str>> = needs
        .filter_map(|(at, need)| match need {
            Need::Prefix { prefix, .. } if *at == place => Some(prefix.clone()),
            _ => None,
        })
        .collect();
    prefixes.sort();
    prefixes.dedup_by(|longer, shorter| longer.starts_with(&**shorter));
    prefixes
}

/// The prefix that `text` begins with. As none begins another, it is the last one before `text`.
fn covering<'a>(prefixes: &'a [Arc<str>], text: &str) -> Option<&'a Arc<str>> {
    let after = prefixes.partition_point(|prefix| **prefix <= *text);
    let candidate = prefixes.get(after.checked_sub(1)?)?;
    text.starts_with(&**candidate).then_some(candidate)
}

/// What is needed of the text after the first `skip` bytes.
fn behind(need: Need, skip: usize) -> Need {
    match need {
        Need::String(text) => Need::String(text[skip..].into()),
        Need::Prefix { prefix, rest } => Need::Prefix {
            prefix: prefix[skip..].into(),
            rest,
        },
        other => other,
    }
}

//! Why there is no solution, in sentences.

use std::collections::{BTreeSet, Bound};

use compiler_core::package::Version;
use pubgrub::{DerivationTree, Derived, External};

use super::Set;
use super::provider::Provider;

type Tree = DerivationTree<String, Set, String>;

/// The facts that exclude each other, each once, in the order of the derivation.
pub(super) fn facts(mut tree: Tree, provider: &Provider<'_>) -> Vec<String> {
    let mut facts = unknown(&tree, provider);
    let mut told = BTreeSet::new();
    tree.collapse_no_versions();
    let mut waiting = vec![&tree];
    while let Some(tree) = waiting.pop() {
        match tree {
            DerivationTree::Derived(Derived { cause1, cause2, .. }) => {
                waiting.push(cause2);
                waiting.push(cause1);
            }
            DerivationTree::External(external) => {
                if let Some(fact) = fact(external, provider)
                    && told.insert(fact.clone())
                {
                    facts.push(fact);
                }
            }
        }
    }
    facts
}

/// The packages that the registry does not have.
fn unknown(tree: &Tree, provider: &Provider<'_>) -> Vec<String> {
    let packages: BTreeSet<_> = tree.packages().into_iter().collect();
    let unknown = packages
        .into_iter()
        .filter(|package| **package != provider.question.root && !provider.exists(package));
    unknown
        .map(|package| format!("the registry has no package `{package}`"))
        .collect()
}

fn fact(external: &External<String, Set, String>, provider: &Provider<'_>) -> Option<String> {
    match external {
        External::NotRoot(..) => None,
        External::NoVersions(package, _) if !provider.exists(package) => None,
        External::NoVersions(package, set) => Some(format!(
            "there is no version of `{package}` that is {}",
            words(set)
        )),
        External::FromDependencyOf(package, set, needed, range) => {
            let who = if *package == provider.question.root {
                format!("`{package}`")
            } else if *set == Set::full() {
                format!("each version of `{package}`")
            } else {
                format!("`{package}` {}", words(set))
            };
            Some(format!("{who} asks for `{needed}` {}", words(range)))
        }
        External::Custom(_, _, reason) => Some(reason.clone()),
    }
}

/// A set in the notation of requirements.
fn words(set: &Set) -> String {
    let segments: Vec<String> = set
        .iter()
        .map(|(low, high)| match (low, high) {
            (Bound::Included(low), Bound::Included(high)) if low == high => low.to_string(),
            _ => [lower(low), upper(high)]
                .into_iter()
                .flatten()
                .collect::<Vec<_>>()
                .join(" and "),
        })
        .map(|text| {
            if text.is_empty() {
                "of any version".into()
            } else {
                text
            }
        })
        .collect();
    if segments.is_empty() {
        "of no version".to_string()
    } else {
        segments.join(" or ")
    }
}

fn lower(bound: &Bound<Version>) -> Option<String> {
    match bound {
        Bound::Included(version) => Some(format!(">= {version}")),
        Bound::Excluded(version) => Some(format!("> {version}")),
        Bound::Unbounded => None,
    }
}

fn upper(bound: &Bound<Version>) -> Option<String> {
    match bound {
        Bound::Included(version) => Some(format!("<= {version}")),
        Bound::Excluded(version) => {
            let text = version.to_string();
            Some(format!("< {}", text.strip_suffix("-0").unwrap_or(&text)))
        }
        Bound::Unbounded => None,
    }
}

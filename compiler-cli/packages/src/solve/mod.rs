//! Choosing a version of each package, such that all requirements are met.
//!
//! The algorithm is `PubGrub` (Natalie Weizenbaum, 2018): what was found out about a conflict is
//! kept as a rule, so that the same conflict is not met twice, and the rules explain a failure.

mod explain;
mod provider;

use std::collections::{BTreeMap, BTreeSet};

use compiler_core::package::{Range, Relation, Version};
use pubgrub::{PubGrubError, Ranges};

use crate::problem::Problem;
use crate::registry::Registry;
use provider::Provider;

/// A set of versions.
pub(crate) type Set = Ranges<Version>;

/// What is to be solved.
#[derive(Debug, Clone, Default)]
pub struct Question {
    /// The project's name.
    pub root: String,
    /// What the project itself asks for: no range for packages that are in `provided`.
    pub requirements: BTreeMap<String, Option<String>>,
    /// Packages that are there whatever their version is, by name.
    pub provided: BTreeMap<String, Provided>,
    /// Packages that are used if the registry has none of the name, and by which version.
    pub fallback: BTreeMap<String, Provided>,
    /// Versions that are kept if they are possible.
    pub locked: BTreeMap<String, Version>,
}

/// A package that does not come from the registry.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Provided {
    /// Its version.
    pub version: Version,
    /// What it asks for.
    pub requirements: BTreeMap<String, Option<String>>,
}

/// Chooses versions of all packages that are needed, the provided ones among them, without the
/// project itself.
///
/// Optional requirements of releases count only for packages that something else needs. Which those
/// are is known when the others are chosen; so the choice is made again as long as there are more.
pub fn solve(
    question: &Question,
    registry: &dyn Registry,
) -> Result<BTreeMap<String, Version>, Problem> {
    for (name, range) in &question.requirements {
        let known = range.is_none()
            || question.provided.contains_key(name)
            || question.fallback.contains_key(name)
            || registry.releases(name)?.is_some();
        if !known {
            return Err(Problem::NoPackage {
                package: name.clone(),
            });
        }
    }
    let mut wanted = BTreeSet::new();
    loop {
        let chosen = solve_with(question, registry, &wanted)?;
        let more: BTreeSet<String> = chosen.keys().cloned().collect();
        if more.is_subset(&wanted) {
            return Ok(chosen);
        }
        wanted.extend(more);
    }
}

/// One choice, where optional requirements count for the packages that are known to be wanted.
fn solve_with(
    question: &Question,
    registry: &dyn Registry,
    wanted: &BTreeSet<String>,
) -> Result<BTreeMap<String, Version>, Problem> {
    let provider = Provider {
        question,
        registry,
        wanted,
    };
    match pubgrub::resolve(&provider, question.root.clone(), root_version()) {
        Ok(chosen) => Ok(chosen
            .into_iter()
            .filter(|(name, _)| *name != question.root)
            .collect()),
        Err(PubGrubError::NoSolution(tree)) => Err(Problem::NoSolution {
            facts: explain::facts(tree, &provider),
        }),
        Err(
            PubGrubError::ErrorRetrievingDependencies { source, .. }
            | PubGrubError::ErrorChoosingVersion { source, .. }
            | PubGrubError::ErrorInShouldCancel(source),
        ) => Err(source),
    }
}

/// The project has one version, whatever it says.
fn root_version() -> Version {
    Version::parse("0.0.0").unwrap_or_else(|| unreachable!("a constant version"))
}

/// The versions that a requirement allows.
pub(crate) fn set(range: &Range) -> Set {
    let alternatives = range.alternatives().map(|bounds| {
        let sets = bounds
            .into_iter()
            .map(|(relation, version)| match relation {
                Relation::Equal => Set::singleton(version),
                Relation::NotEqual => Set::singleton(version).complement(),
                Relation::Less => Set::strictly_lower_than(version),
                Relation::LessEqual => Set::lower_than(version),
                Relation::Greater => Set::strictly_higher_than(version),
                Relation::GreaterEqual | Relation::Compatible => Set::higher_than(version),
            });
        sets.fold(Set::full(), |all, set| all.intersection(&set))
    });
    alternatives.fold(Set::empty(), |all, set| all.union(&set))
}

#[cfg(test)]
mod tests;

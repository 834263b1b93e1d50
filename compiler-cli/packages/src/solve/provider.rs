//! What the solver asks.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet, Bound};
use std::sync::Arc;

use compiler_core::package::{Range, Version};
use pubgrub::{
    Dependencies, DependencyConstraints, DependencyProvider, PackageResolutionStatistics,
};

use super::{Question, Set, set};
use crate::problem::Problem;
use crate::registry::{Registry, Release};

/// Answers from the question, and from the registry for packages that nobody provides.
pub(super) struct Provider<'a> {
    pub(super) question: &'a Question,
    pub(super) registry: &'a dyn Registry,
    /// Packages for which optional requirements count.
    pub(super) wanted: &'a BTreeSet<String>,
}

impl Provider<'_> {
    /// The one version of a package that does not come from the registry.
    fn given(&self, package: &str) -> Result<Option<&super::Provided>, Problem> {
        if let Some(provided) = self.question.provided.get(package) {
            return Ok(Some(provided));
        }
        match self.question.fallback.get(package) {
            Some(fallback) if self.registry.releases(package)?.is_none() => Ok(Some(fallback)),
            _ => Ok(None),
        }
    }

    fn releases(&self, package: &str) -> Result<Arc<Vec<Release>>, Problem> {
        Ok(self.registry.releases(package)?.unwrap_or_default())
    }

    /// Whether the registry knows the package, or somebody provides it.
    pub(super) fn exists(&self, package: &str) -> bool {
        self.question.provided.contains_key(package)
            || self.question.fallback.contains_key(package)
            || matches!(self.registry.releases(package), Ok(Some(_)))
    }

    /// The versions that may be chosen, the best first: the locked one, then from the newest on.
    /// Retired versions and versions before a release only count when they are asked for.
    fn candidates(&self, package: &str, range: &Set) -> Result<Vec<Version>, Problem> {
        let locked = self.question.locked.get(package);
        let exact = range.as_singleton();
        let early = mentions_pre_release(range);
        let releases = self.releases(package)?;
        let possible = releases.iter().filter(|release| {
            let version = &release.version;
            let asked = Some(version) == locked || Some(version) == exact;
            let good = release.retired.is_none() && (early || !version.is_pre_release());
            range.contains(version) && (asked || good)
        });
        let mut versions: Vec<_> = possible.map(|release| release.version.clone()).collect();
        versions.sort_by_cached_key(|version| {
            (
                Some(version) != locked,
                version.is_pre_release(),
                Reverse(version.clone()),
            )
        });
        Ok(versions)
    }

    /// The constraints on other packages; what is provided is taken as it is.
    fn constraints(
        &self,
        requirements: &BTreeMap<String, Option<String>>,
    ) -> DependencyConstraints<String, Set> {
        let all = requirements.iter();
        all.map(|(name, range)| (name.clone(), self.allowed(name, range.as_deref())))
            .collect()
    }

    fn allowed(&self, package: &str, range: Option<&str>) -> Set {
        let taken_as_it_is =
            self.question.provided.contains_key(package) || package == self.question.root;
        match range {
            Some(text) if !taken_as_it_is => {
                // A published range that cannot be read allows nothing.
                Range::parse(text).map_or_else(Set::empty, |range| set(&range))
            }
            _ => Set::full(),
        }
    }
}

/// Whether a bound of the range is a version before a release, other than the one that `~>` ends at.
fn mentions_pre_release(range: &Set) -> bool {
    let is_early = |bound: &Bound<Version>| match bound {
        Bound::Included(version) => version.is_pre_release(),
        Bound::Excluded(version) => {
            version.is_pre_release() && !version.to_string().ends_with("-0")
        }
        Bound::Unbounded => false,
    };
    range
        .iter()
        .any(|(low, high)| is_early(low) || is_early(high))
}

impl DependencyProvider for Provider<'_> {
    type P = String;
    type V = Version;
    type VS = Set;
    type M = String;
    type Err = Problem;
    /// Packages with conflicts first, then those with the fewest versions; names make it definite.
    type Priority = (u32, Reverse<usize>, Reverse<String>);

    fn prioritize(
        &self,
        package: &String,
        range: &Set,
        statistics: &PackageResolutionStatistics,
    ) -> Self::Priority {
        // A registry that fails here fails again when it is asked for a version, and is told then.
        let count = match self.given(package) {
            Ok(None) => self.candidates(package, range).map_or(0, |all| all.len()),
            Ok(Some(_)) | Err(_) => 1,
        };
        let conflicts = statistics.conflict_count();
        (conflicts, Reverse(count), Reverse(package.clone()))
    }

    fn choose_version(&self, package: &String, range: &Set) -> Result<Option<Version>, Problem> {
        if *package == self.question.root {
            return Ok(Some(super::root_version()));
        }
        if let Some(given) = self.given(package)? {
            let version = &given.version;
            return Ok(range.contains(version).then(|| version.clone()));
        }
        Ok(self.candidates(package, range)?.into_iter().next())
    }

    fn get_dependencies(
        &self,
        package: &String,
        version: &Version,
    ) -> Result<Dependencies<String, Set, String>, Problem> {
        if *package == self.question.root {
            let constraints = self.constraints(&self.question.requirements);
            return Ok(Dependencies::Available(constraints));
        }
        if let Some(given) = self.given(package)? {
            return Ok(Dependencies::Available(
                self.constraints(&given.requirements),
            ));
        }
        let releases = self.releases(package)?;
        let found = releases.iter().find(|release| release.version == *version);
        let dependencies = found.into_iter().flat_map(|release| &release.dependencies);
        let constraints = dependencies
            .filter(|it| !it.optional || self.wanted.contains(&it.package))
            .map(|it| {
                let allowed = self.allowed(&it.package, Some(&it.requirement));
                (it.package.clone(), allowed)
            });
        Ok(Dependencies::Available(constraints.collect()))
    }
}

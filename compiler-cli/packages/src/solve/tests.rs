use std::collections::BTreeMap;
use std::sync::Arc;

use compiler_core::package::Version;

use super::{Provided, Question, solve};
use crate::problem::Problem;
use crate::registry::{Dependency, Registry, Release, Retirement};

/// A registry from lines `name version [retired] [optional:]name range; …`.
struct Lines(BTreeMap<String, Arc<Vec<Release>>>);

impl Lines {
    fn new(text: &str) -> Self {
        let mut packages: BTreeMap<String, Vec<Release>> = BTreeMap::new();
        for line in text.lines().map(str::trim).filter(|line| !line.is_empty()) {
            let (head, needs) = line.split_once(':').unwrap_or((line, ""));
            let mut words = head.split_whitespace();
            let name = words.next().unwrap();
            let version = Version::parse(words.next().unwrap()).unwrap();
            let retired = words.next().map(|_| Retirement {
                reason: "security",
                message: String::new(),
            });
            let dependencies = needs.split(';').map(str::trim).filter(|it| !it.is_empty());
            let dependencies = dependencies.map(|text| {
                let optional = text.starts_with('?');
                let (package, range) = text.trim_start_matches('?').split_once(' ').unwrap();
                Dependency {
                    package: package.to_string(),
                    requirement: range.to_string(),
                    optional,
                    app: None,
                }
            });
            packages.entry(name.to_string()).or_default().push(Release {
                version,
                dependencies: dependencies.collect(),
                outer_checksum: Vec::new(),
                inner_checksum: Vec::new(),
                retired,
            });
        }
        Self(
            packages
                .into_iter()
                .map(|(k, v)| (k, Arc::new(v)))
                .collect(),
        )
    }
}

impl Registry for Lines {
    fn releases(&self, package: &str) -> Result<Option<Arc<Vec<Release>>>, Problem> {
        Ok(self.0.get(package).cloned())
    }
}

fn question(requirements: &[(&str, &str)]) -> Question {
    Question {
        root: "app".to_string(),
        requirements: requirements
            .iter()
            .map(|(name, range)| (name.to_string(), Some(range.to_string())))
            .collect(),
        ..Question::default()
    }
}

fn answer(question: &Question, registry: &str) -> Result<String, Problem> {
    let chosen = solve(question, &Lines::new(registry))?;
    let words: Vec<_> = chosen
        .iter()
        .map(|(name, it)| format!("{name} {it}"))
        .collect();
    Ok(words.join(", "))
}

#[test]
fn takes_the_newest_that_fits_and_what_it_needs() {
    let registry = "a 1.0.0\n a 1.2.0: b ~> 1.0\n a 2.0.0: b ~> 2.0\n b 1.0.0\n b 1.9.0\n b 2.0.0";
    let question = question(&[("a", ">= 1.0.0 and < 2.0.0")]);
    assert_eq!(answer(&question, registry).unwrap(), "a 1.2.0, b 1.9.0");
}

#[test]
fn goes_back_to_an_older_version_to_avoid_a_conflict() {
    let registry =
        "a 1.0.0: c < 2.0.0\n a 1.1.0: c >= 2.0.0\n b 1.0.0: c == 1.5.0\n c 1.5.0\n c 2.0.0";
    let question = question(&[("a", ">= 1.0.0"), ("b", ">= 1.0.0")]);
    assert_eq!(
        answer(&question, registry).unwrap(),
        "a 1.0.0, b 1.0.0, c 1.5.0"
    );
}

#[test]
fn a_failure_is_explained() {
    let registry = "a 1.0.0: c < 2.0.0\n b 1.0.0: c >= 2.0.0\n c 1.5.0\n c 2.0.0";
    let question = question(&[("a", ">= 1.0.0"), ("b", ">= 1.0.0")]);
    let Err(Problem::NoSolution { facts }) = answer(&question, registry) else {
        panic!("it has no solution");
    };
    let text = facts.join("\n");
    assert!(
        text.contains("`a`") && text.contains("`c` < 2.0.0"),
        "{text}"
    );
    assert!(
        text.contains("`b`") && text.contains("`c` >= 2.0.0"),
        "{text}"
    );
}

#[test]
fn keeps_locked_versions_while_they_fit() {
    let registry = "a 1.0.0\n a 1.1.0 retired\n a 1.2.0";
    let mut question = question(&[("a", ">= 1.0.0")]);
    question
        .locked
        .insert("a".into(), Version::parse("1.1.0").unwrap());
    assert_eq!(answer(&question, registry).unwrap(), "a 1.1.0");
    question
        .requirements
        .insert("a".into(), Some("> 1.1.0".into()));
    assert_eq!(answer(&question, registry).unwrap(), "a 1.2.0");
}

#[test]
fn early_and_retired_versions_must_be_asked_for() {
    let registry = "a 1.0.0\n a 1.1.0 retired\n a 2.0.0-rc.1\n b 1.0.0-rc.1";
    let choose = |name, range| answer(&question(&[(name, range)]), registry);
    assert_eq!(choose("a", ">= 1.0.0").unwrap(), "a 1.0.0");
    assert_eq!(choose("a", "== 1.1.0").unwrap(), "a 1.1.0");
    assert_eq!(choose("a", ">= 2.0.0-rc.1").unwrap(), "a 2.0.0-rc.1");
    assert!(choose("b", ">= 0.1.0").is_err());
    assert!(choose("b", "~> 1.0").is_err());
}

#[test]
fn optional_requirements_count_when_the_package_is_there() {
    let registry = "a 1.0.0: ?c < 2.0.0\n b 1.0.0: c >= 1.0.0\n c 1.0.0\n c 2.0.0";
    let without = question(&[("a", ">= 1.0.0")]);
    assert_eq!(answer(&without, registry).unwrap(), "a 1.0.0");
    let with = question(&[("a", ">= 1.0.0"), ("b", ">= 1.0.0")]);
    assert_eq!(
        answer(&with, registry).unwrap(),
        "a 1.0.0, b 1.0.0, c 1.0.0"
    );
}

#[test]
fn what_is_provided_is_taken_and_its_needs_count() {
    let registry = "a 1.0.0: near >= 5.0.0\n c 1.0.0\n c 2.0.0";
    let mut question = question(&[("a", ">= 1.0.0")]);
    question.provided.insert(
        "near".into(),
        Provided {
            version: Version::parse("0.1.0").unwrap(),
            requirements: BTreeMap::from([("c".to_string(), Some("< 2.0.0".to_string()))]),
        },
    );
    assert_eq!(
        answer(&question, registry).unwrap(),
        "a 1.0.0, c 1.0.0, near 0.1.0"
    );
}

#[test]
fn a_package_that_does_not_exist_is_named() {
    let problem = answer(&question(&[("a", ">= 1.0.0")]), "").unwrap_err();
    assert_eq!(
        problem,
        Problem::NoPackage {
            package: "a".into()
        }
    );
    let problem = answer(&question(&[("a", ">= 1.0.0")]), "a 1.0.0: b ~> 1.0").unwrap_err();
    let Problem::NoSolution { facts } = problem else {
        panic!("{problem:?}");
    };
    assert!(facts.join("\n").contains("no package `b`"), "{facts:?}");
}

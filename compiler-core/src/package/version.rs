//! Versions and requirements on them, in Hex's notation.

use std::fmt;

/// `1.2.3`, `1.2.3-rc.1`
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Version {
    numbers: [u64; 3],
    /// Empty for a release.
    pre: String,
}

/// Whether it is text, then its number or its text.
type PreReleasePart<'a> = (bool, u64, &'a str);

impl Version {
    /// Reads `major.minor.patch[-pre][+build]`; absent when it is something else.
    pub fn parse(text: &str) -> Option<Self> {
        let text = text.split('+').next()?;
        let (numbers, pre) = text.split_once('-').unwrap_or((text, ""));
        let mut parts = numbers.split('.').map(|part| part.parse::<u64>().ok());
        let version = Self {
            numbers: [parts.next()??, parts.next()??, parts.next()??],
            pre: pre.to_string(),
        };
        parts.next().is_none().then_some(version)
    }

    /// Whether it comes before a release: `1.0.0-rc.1`.
    pub fn is_pre_release(&self) -> bool {
        !self.pre.is_empty()
    }

    /// Major, minor and patch.
    pub fn numbers(&self) -> [u64; 3] {
        self.numbers
    }

    /// The key of semantic versioning's order: a release comes after its pre-releases, and the
    /// parts of a pre-release compare as numbers where they are numbers.
    fn key(&self) -> ([u64; 3], bool, Vec<PreReleasePart<'_>>) {
        let parts = self.pre.split('.').filter(|part| !part.is_empty());
        let parts = parts.map(|part| match part.parse() {
            Ok(number) => (false, number, ""),
            Err(_) => (true, 0, part),
        });
        (self.numbers, self.pre.is_empty(), parts.collect())
    }
}

impl PartialOrd for Version {
    fn partial_cmp(&self, other: &Self) -> Option<std::cmp::Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Version {
    fn cmp(&self, other: &Self) -> std::cmp::Ordering {
        self.key().cmp(&other.key())
    }
}

impl fmt::Display for Version {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let [major, minor, patch] = self.numbers;
        write!(f, "{major}.{minor}.{patch}")?;
        if self.pre.is_empty() {
            Ok(())
        } else {
            write!(f, "-{}", self.pre)
        }
    }
}

/// `>= 1.0.0 and < 2.0.0 or == 3.0.0`: alternatives of conditions that hold together.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Range {
    alternatives: Vec<Vec<Bound>>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
struct Bound {
    relation: Relation,
    version: Version,
    /// For `~>`: how many numbers were written.
    written: usize,
}

/// How versions must stand to the one that is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Relation {
    /// `==`
    Equal,
    /// `!=`
    NotEqual,
    /// `<`
    Less,
    /// `<=`
    LessEqual,
    /// `>`
    Greater,
    /// `>=`
    GreaterEqual,
    /// `~>`: at least this one, and only the last number that is written may grow.
    Compatible,
}

/// Longer spellings first.
const RELATIONS: [(&str, Relation); 7] = [
    ("==", Relation::Equal),
    ("!=", Relation::NotEqual),
    ("<=", Relation::LessEqual),
    (">=", Relation::GreaterEqual),
    ("~>", Relation::Compatible),
    ("<", Relation::Less),
    (">", Relation::Greater),
];

impl Range {
    /// Reads a requirement; absent when it is something else.
    pub fn parse(text: &str) -> Option<Self> {
        let alternative = |text: &str| text.split(" and ").map(Bound::parse).collect();
        let alternatives = text.split(" or ").map(alternative).collect::<Option<_>>()?;
        Some(Self { alternatives })
    }

    /// A version that no version of the range is lower than: the highest such one that is written.
    pub fn lowest(&self) -> [u64; 3] {
        let lowest = |bounds: &Vec<Bound>| {
            let lower = bounds.iter().filter(|bound| {
                !matches!(
                    bound.relation,
                    Relation::Less | Relation::LessEqual | Relation::NotEqual
                )
            });
            lower.map(|bound| bound.version.numbers).max()
        };
        let alternatives = self.alternatives.iter();
        let lowest = alternatives.map(|bounds| lowest(bounds).unwrap_or_default());
        lowest.min().unwrap_or_default()
    }

    /// The conditions, alternatives of such as hold together. `~>` is told as the two that it
    /// stands for.
    pub fn alternatives(&self) -> impl Iterator<Item = Vec<(Relation, Version)>> {
        let spell_out = |bound: &Bound| match bound.relation {
            Relation::Compatible => vec![
                (Relation::GreaterEqual, bound.version.clone()),
                (Relation::Less, bound.next()),
            ],
            relation => vec![(relation, bound.version.clone())],
        };
        let all = self.alternatives.iter();
        all.map(move |bounds| bounds.iter().flat_map(spell_out).collect())
    }

    /// Whether `version` meets the requirement.
    pub fn contains(&self, version: &Version) -> bool {
        self.alternatives
            .iter()
            .any(|bounds| bounds.iter().all(|bound| bound.holds(version)))
    }
}

impl Bound {
    fn parse(text: &str) -> Option<Self> {
        let text = text.trim();
        let found = RELATIONS.iter().find_map(|(spelling, relation)| {
            text.strip_prefix(spelling)
                .map(|rest| (*relation, rest.trim()))
        });
        let (relation, text) = found.unwrap_or((Relation::Equal, text));
        let written = text.split('-').next()?.split('.').count();
        let version = match written {
            1 if relation == Relation::Compatible => return None,
            1 => Version::parse(&format!("{text}.0.0"))?,
            2 => Version::parse(&format!("{text}.0"))?,
            _ => Version::parse(text)?,
        };
        Some(Self {
            relation,
            version,
            written,
        })
    }

    fn holds(&self, version: &Version) -> bool {
        match self.relation {
            Relation::Equal => *version == self.version,
            Relation::NotEqual => *version != self.version,
            Relation::Less => *version < self.version,
            Relation::LessEqual => *version <= self.version,
            Relation::Greater => *version > self.version,
            Relation::GreaterEqual => *version >= self.version,
            Relation::Compatible => *version >= self.version && *version < self.next(),
        }
    }

    /// The first version that `~>` leaves out: the last written number may grow, no other.
    fn next(&self) -> Version {
        let [major, minor, _] = self.version.numbers;
        let numbers = if self.written >= 3 {
            [major, minor + 1, 0]
        } else {
            [major + 1, 0, 0]
        };
        Version {
            numbers,
            pre: "0".to_string(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn holds(range: &str, version: &str) -> bool {
        Range::parse(range)
            .unwrap()
            .contains(&Version::parse(version).unwrap())
    }

    #[test]
    fn ranges() {
        assert!(holds(">= 0.44.0 and < 2.0.0", "1.0.4"));
        assert!(!holds(">= 0.44.0 and < 2.0.0", "2.0.0"));
        assert!(holds("~> 1.2", "1.9.0"));
        assert!(!holds("~> 1.2", "2.0.0"));
        assert!(holds("~> 1.2.3", "1.2.9"));
        assert!(!holds("~> 1.2.3", "1.3.0"));
        assert!(holds("== 1.0.0 or > 3.0.0", "3.0.1"));
        assert!(!holds("!= 1.0.0", "1.0.0"));
        assert!(holds("1.0.0", "1.0.0"));
        assert_eq!(Range::parse("wibble"), None);
    }

    #[test]
    fn pre_releases_come_before_their_release() {
        let order = ["1.0.0-alpha", "1.0.0-rc.2", "1.0.0-rc.10", "1.0.0", "1.0.1"];
        let versions: Vec<_> = order
            .iter()
            .map(|text| Version::parse(text).unwrap())
            .collect();
        assert!(versions.is_sorted());
    }
}

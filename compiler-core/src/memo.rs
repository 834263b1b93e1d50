//! What is remembered of modules that were checked before, in memory and on disk.

mod bytes;

use std::collections::{BTreeMap, BTreeSet};
use std::sync::{Arc, OnceLock};

use analysis::interface::{Interface, Part};
use report::{Applicability, Edit, Fix, Label, Report, Severity};
use serde::{Deserialize, Serialize};
use source::{FileId, Location, Name, Span};

use crate::externals::External;
use crate::fingerprint::fingerprints;
use crate::key::{self, Hash};
use crate::pipeline::Full;
use bytes::Bytes;

/// Remembered results, by module.
#[derive(Debug, Clone, Default)]
pub struct Memo {
    pub(crate) records: BTreeMap<Name, Arc<Record>>,
    /// Trees and tables, which are kept in memory only.
    pub(crate) full: BTreeMap<Name, Arc<Full>>,
}

impl Memo {
    /// Reads what [`Memo::to_bytes`] wrote; empty when it is something else.
    pub fn from_bytes(bytes: &[u8]) -> Self {
        let Some(body) = key::unsealed(bytes) else {
            return Self::default();
        };
        let records: BTreeMap<Name, Record> = postcard::from_bytes(body).unwrap_or_default();
        let records = records
            .into_iter()
            .map(|(name, record)| (name, Arc::new(record)));
        Self {
            records: records.collect(),
            full: BTreeMap::new(),
        }
    }

    /// The records, behind a hash by which a broken file is recognised.
    pub fn to_bytes(&self) -> Vec<u8> {
        let records: BTreeMap<Name, &Record> = self
            .records
            .iter()
            .map(|(name, record)| (*name, &**record))
            .collect();
        let body = postcard::to_stdvec(&records).unwrap_or_default();
        key::sealed(&body)
    }

    /// Takes over all of `other`.
    pub fn extend(&mut self, other: Self) {
        self.records.extend(other.records);
        self.full.extend(other.full);
    }
}

/// What is remembered of one module.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub(crate) struct Record {
    pub(crate) text: Hash,
    pub(crate) options: Hash,
    /// What it imports, in order.
    pub(crate) imports: Vec<Name>,
    /// The interfaces that checking looked at.
    pub(crate) looked_at: Vec<LookedAt>,
    /// The names of all modules, if checking asked for them; otherwise [`key::ABSENT`].
    pub(crate) names: Hash,
    pub(crate) interface: Arc<StoredInterface>,
    pub(crate) problems: Vec<StoredReport>,
    pub(crate) has_errors: bool,
    /// Foreign functions, whose files may change while the module does not.
    pub(crate) externals: Vec<External>,
}

impl Record {
    /// What the output depends on.
    pub(crate) fn output_key(&self) -> Hash {
        let looked_at = self.looked_at.iter();
        let seen = looked_at.map(|looked_at| (looked_at.module, looked_at.seen));
        key::output(self.text, self.options, seen)
    }
}

/// What was seen of an interface.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub(crate) struct LookedAt {
    pub(crate) module: Name,
    /// The whole interface.
    pub(crate) whole: Hash,
    /// The parts that were seen.
    pub(crate) seen: Hash,
    /// Which parts they are: read only where the whole has changed.
    parts: Bytes,
}

impl LookedAt {
    /// `interface` is absent if there is no such module.
    pub(crate) fn new(
        module: Name,
        parts: &BTreeSet<Part>,
        interface: Option<&StoredInterface>,
    ) -> Self {
        Self {
            module,
            whole: interface.map_or(key::ABSENT, |interface| interface.hash),
            seen: seen(parts, interface),
            // Serialising plain data into memory has nothing that could fail.
            parts: Bytes(postcard::to_stdvec(parts).unwrap_or_default()),
        }
    }

    /// The hash of the whole interface as it is now, if the parts that were seen are the same.
    pub(crate) fn again(&self, interface: Option<&StoredInterface>) -> Option<Hash> {
        let whole = interface.map_or(key::ABSENT, |interface| interface.hash);
        if self.whole == whole {
            return Some(whole);
        }
        let parts = postcard::from_bytes(&self.parts.0).ok()?;
        (seen(&parts, interface) == self.seen).then_some(whole)
    }
}

/// Stands for what is to be seen of parts of an interface.
fn seen(parts: &BTreeSet<Part>, interface: Option<&StoredInterface>) -> Hash {
    let Some(interface) = interface else {
        return key::ABSENT;
    };
    let known = interface.parts();
    let part = |part: &Part| match part {
        Part::Whole => interface.hash,
        Part::TypeName(_) | Part::Type(_) | Part::Value(_) => {
            known.get(part).copied().unwrap_or(key::ABSENT)
        }
    };
    let mut hashes = vec![interface.head];
    hashes.extend(parts.iter().map(part));
    key::all(&hashes)
}

/// An interface that is read from its bytes when somebody wants it.
#[derive(Debug, Serialize, Deserialize)]
pub(crate) struct StoredInterface {
    /// All of it.
    pub(crate) hash: Hash,
    /// To which package it belongs, whether it is internal, and what in it is broken.
    head: Hash,
    bytes: Bytes,
    /// The hashes of its parts.
    parts: Bytes,
    #[serde(skip)]
    decoded: OnceLock<Option<Interface>>,
    #[serde(skip)]
    decoded_parts: OnceLock<BTreeMap<Part, Hash>>,
}

impl StoredInterface {
    pub(crate) fn new(interface: Interface) -> Self {
        let (hash, bytes) = key::interface(&interface);
        let parts = fingerprints(&interface);
        Self {
            hash,
            head: key::data(&(interface.package, interface.internal, &interface.broken)),
            bytes: Bytes(bytes),
            parts: Bytes(postcard::to_stdvec(&parts).unwrap_or_default()),
            decoded: OnceLock::from(Some(interface)),
            decoded_parts: OnceLock::from(parts),
        }
    }

    /// The hashes of its parts; none if they cannot be read, so that all seem to have changed.
    fn parts(&self) -> &BTreeMap<Part, Hash> {
        self.decoded_parts
            .get_or_init(|| postcard::from_bytes(&self.parts.0).unwrap_or_default())
    }

    pub(crate) fn get(&self) -> Option<&Interface> {
        self.decoded
            .get_or_init(|| postcard::from_bytes(&self.bytes.0).ok())
            .as_ref()
    }
}

/// A report whose files are named by path: file ids mean something in one run only.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub(crate) struct StoredReport {
    code: String,
    severity: u8,
    title: String,
    text: String,
    labels: Vec<(StoredLocation, String, bool)>,
    hint: Option<String>,
    fixes: Vec<StoredFix>,
}

/// The title, whether it is safe, and the edits.
type StoredFix = (String, bool, Vec<(StoredLocation, String)>);

#[derive(Debug, Clone, Serialize, Deserialize)]
struct StoredLocation {
    path: String,
    span: Span,
}

/// The names of the files of this run.
pub(crate) trait FileNames {
    fn path(&self, file: FileId) -> Option<&str>;
    fn file(&self, path: &str) -> Option<FileId>;
}

impl StoredReport {
    pub(crate) fn store(report: &Report, names: &dyn FileNames) -> Self {
        let place = |location: Location| StoredLocation {
            path: names.path(location.file).unwrap_or_default().to_string(),
            span: location.span,
        };
        let label = |label: &Label| (place(label.location), label.text.clone(), label.primary);
        let edit = |edit: &Edit| (place(edit.location), edit.text.clone());
        let fix = |fix: &Fix| {
            let safe = fix.applicability == Applicability::Safe;
            (
                fix.title.clone(),
                safe,
                fix.edits.iter().map(edit).collect(),
            )
        };
        Self {
            code: report.code.0.to_string(),
            severity: report.severity as u8,
            title: report.title.clone(),
            text: report.text.clone(),
            labels: report.labels.iter().map(label).collect(),
            hint: report.hint.clone(),
            fixes: report.fixes.iter().map(fix).collect(),
        }
    }

    /// The report with this run's file ids; parts in files that are gone are left out.
    pub(crate) fn restore(&self, names: &dyn FileNames) -> Report {
        let place = |stored: &StoredLocation| {
            names.file(&stored.path).map(|file| Location {
                file,
                span: stored.span,
            })
        };
        let labels = self.labels.iter().filter_map(|(stored, text, primary)| {
            let location = place(stored)?;
            Some(Label {
                location,
                text: text.clone(),
                primary: *primary,
            })
        });
        let fixes = self.fixes.iter().filter_map(|(title, safe, edits)| {
            let edit = |(stored, text): &(StoredLocation, String)| {
                Some(Edit {
                    location: place(stored)?,
                    text: text.clone(),
                })
            };
            let edits = edits.iter().map(edit).collect::<Option<Vec<_>>>()?;
            Some(Fix {
                title: title.clone(),
                applicability: if *safe {
                    Applicability::Safe
                } else {
                    Applicability::Maybe
                },
                edits,
            })
        });
        Report {
            code: report::Code(Name::new(&self.code).as_str()),
            severity: match self.severity {
                0 => Severity::Error,
                1 => Severity::Warning,
                _ => Severity::Info,
            },
            title: self.title.clone(),
            text: self.text.clone(),
            labels: labels.collect(),
            hint: self.hint.clone(),
            fixes: fixes.collect(),
        }
    }
}

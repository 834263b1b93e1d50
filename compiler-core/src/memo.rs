//! What is remembered of modules that were checked before, in memory and on disk.

use std::collections::BTreeMap;
use std::sync::{Arc, OnceLock};

use analysis::interface::Interface;
use report::{Edit, Fix, Label, Report, Severity};
use serde::{Deserialize, Serialize};
use source::{FileId, Location, Name, Span};

use crate::externals::External;
use crate::key::{self, Hash};
use crate::pipeline::Full;

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
#[derive(Debug, Serialize, Deserialize)]
pub(crate) struct Record {
    pub(crate) text: Hash,
    pub(crate) options: Hash,
    /// What it imports, in order.
    pub(crate) imports: Vec<Name>,
    /// The interfaces that checking looked at.
    pub(crate) looked_at: Vec<(Name, Hash)>,
    pub(crate) interface: StoredInterface,
    pub(crate) problems: Vec<StoredReport>,
    pub(crate) has_errors: bool,
    /// Foreign functions, whose files may change while the module does not.
    pub(crate) externals: Vec<External>,
}

impl Record {
    /// What the output depends on.
    pub(crate) fn output_key(&self) -> Hash {
        key::output(self.text, self.options, &self.looked_at)
    }
}

/// An interface that is read from its bytes when somebody wants it.
#[derive(Debug, Serialize, Deserialize)]
pub(crate) struct StoredInterface {
    pub(crate) hash: Hash,
    bytes: Vec<u8>,
    #[serde(skip)]
    decoded: OnceLock<Option<Interface>>,
}

impl StoredInterface {
    pub(crate) fn new(interface: Interface) -> Self {
        let (hash, bytes) = key::interface(&interface);
        Self {
            hash,
            bytes,
            decoded: OnceLock::from(Some(interface)),
        }
    }

    pub(crate) fn get(&self) -> Option<&Interface> {
        self.decoded
            .get_or_init(|| postcard::from_bytes(&self.bytes).ok())
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
    fixes: Vec<(String, Vec<(StoredLocation, String)>)>,
}

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
        let fix = |fix: &Fix| (fix.title.clone(), fix.edits.iter().map(edit).collect());
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
        let fixes = self.fixes.iter().filter_map(|(title, edits)| {
            let edit = |(stored, text): &(StoredLocation, String)| {
                Some(Edit {
                    location: place(stored)?,
                    text: text.clone(),
                })
            };
            let edits = edits.iter().map(edit).collect::<Option<Vec<_>>>()?;
            Some(Fix {
                title: title.clone(),
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

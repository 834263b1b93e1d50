//! Checks modules in waves, in parallel, and stops early where nothing changed.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use analysis::interface::{Interface, Interfaces};
use rayon::prelude::*;
use report::{Report, Severity, Sources};
use source::Name;
use syntax::Parsed;
use syntax::ast::Target;

use crate::externals::{self, OtpExports};
use crate::graph;
use crate::host::Host;
use crate::import_rules;
use crate::key::{self, Hash};
use crate::memo::{LookedAt, Memo, Record, StoredInterface, StoredReport};
use crate::package::{Origin, PackageSource};
use crate::pipeline::{self, Full};
use crate::timings::{Phase, Timings};
use crate::workspace::{ModuleSource, Workspace};

/// What to check for.
#[derive(Clone, Copy)]
pub struct CheckOptions<'a> {
    /// The target.
    pub target: Target,
    /// Modules whose trees and tables are wanted even if nothing changed.
    pub wanted: &'a (dyn Fn(Name) -> bool + Sync),
    /// Whether the trees and tables of all modules that are checked now are kept.
    pub keep: bool,
    /// Where to note what took how long.
    pub timings: &'a Timings,
}

/// What was found out about all modules.
pub struct Analysis {
    /// The modules, by name. Modules in import cycles, and those that import them, are absent.
    pub modules: BTreeMap<Name, CheckedModule>,
    /// Problems of the project's own modules, and errors of others, by file and position.
    pub reports: Vec<Report>,
}

/// What was found out about one module.
#[derive(Debug, Clone)]
pub struct CheckedModule {
    /// Tree and tables: present if wanted, or kept when it was checked now.
    pub full: Option<Arc<Full>>,
    /// Whether it was checked now.
    pub fresh: bool,
    pub(crate) record: Arc<Record>,
}

impl CheckedModule {
    /// Its public face.
    pub fn interface(&self) -> Option<&Interface> {
        self.record.interface.get()
    }

    /// Whether it has errors.
    pub fn has_errors(&self) -> bool {
        self.record.has_errors
    }
}

impl Analysis {
    /// Whether any module has an error.
    pub fn has_errors(&self) -> bool {
        self.reports
            .iter()
            .any(|report| report.severity == Severity::Error)
    }

    /// How many modules were checked, not remembered.
    pub fn fresh(&self) -> usize {
        self.modules.values().filter(|module| module.fresh).count()
    }

    /// Adds warnings about foreign functions; `otp` is what is known of Erlang's own modules.
    pub fn check_externals(
        &mut self,
        host: &dyn Host,
        workspace: &Workspace,
        target: Target,
        otp: &OtpExports,
    ) {
        let found = externals::check(host, workspace, target, &self.modules, otp);
        self.reports.extend(found);
        self.reports
            .sort_by_key(|report| (report.location(), report.code));
    }

    /// What to remember.
    pub fn memo(&self) -> Memo {
        let mut memo = Memo::default();
        for (name, module) in &self.modules {
            memo.records.insert(*name, module.record.clone());
            if let Some(full) = &module.full {
                memo.full.insert(*name, full.clone());
            }
        }
        memo
    }
}

/// All that checking a module depends on, apart from its text and the modules it imports.
#[derive(Debug, Clone)]
pub(crate) struct ModuleOptions {
    pub(crate) package: Name,
    pub(crate) target: Target,
    pub(crate) origin: Origin,
    pub(crate) is_root: bool,
    pub(crate) internal: bool,
    /// The oldest version of the language that the package allows.
    pub(crate) oldest: Option<[u64; 3]>,
    pub(crate) dependencies: BTreeSet<Name>,
    pub(crate) dev_dependencies: BTreeSet<Name>,
    /// The parts that the package's modules belong to, where it is not `src`.
    pub(crate) origins: Arc<BTreeMap<Name, Origin>>,
}

/// Checks all modules of `workspace`; `memo` is what was found out before.
pub fn check(workspace: &Workspace, options: CheckOptions<'_>, memo: &Memo) -> Analysis {
    let origins = Arc::new(root_origins(workspace));
    let mut prepared: BTreeMap<Name, Prepared> = workspace
        .modules
        .par_iter()
        .map(|(name, module)| {
            let module_options = module_options(workspace, *name, module, options.target, &origins);
            (*name, prepare(*name, module, module_options, options, memo))
        })
        .collect();
    let imports = prepared
        .iter()
        .map(|(name, module)| (*name, module.imports.clone()))
        .collect();
    let order = graph::order(&imports);
    let mut known = Known {
        modules: BTreeMap::new(),
        names: key::names(workspace.modules.keys()),
        workspace,
        timings: options.timings,
        keep: options.keep,
    };
    for wave in &order.waves {
        let wave: Vec<(Name, Prepared)> = wave
            .iter()
            .filter_map(|name| prepared.remove_entry(name))
            .collect();
        let checked: Vec<(Name, CheckedModule)> = wave
            .into_par_iter()
            .map(|(name, prepared)| (name, check_module(name, prepared, &known)))
            .collect();
        known.modules.extend(checked);
    }
    let modules = known.modules;
    let mut reports: Vec<Report> = modules
        .iter()
        .flat_map(|(name, module)| {
            let source = workspace.packages[workspace.modules[name].package].source;
            // Who has a package's folder at hand can mend it.
            let told = matches!(source, PackageSource::Root | PackageSource::Path);
            let stored = module.record.problems.iter();
            let reports = stored.map(|stored| stored.restore(workspace));
            reports.filter(move |report| told || report.severity == Severity::Error)
        })
        .collect();
    reports.extend(import_rules::cycles(&order, &prepared, workspace));
    reports.extend(import_rules::unusable_names(workspace));
    if options.target == Target::Erlang {
        reports.extend(import_rules::taken_names(workspace));
    }
    reports.sort_by_key(|report| (report.location(), report.code));
    Analysis { modules, reports }
}

/// A module before its imports are known.
pub(crate) struct Prepared<'a> {
    pub(crate) module: &'a ModuleSource,
    pub(crate) options: ModuleOptions,
    pub(crate) imports: Vec<Name>,
    text: Hash,
    options_hash: Hash,
    remembered: Option<(&'a Arc<Record>, Option<&'a Arc<Full>>)>,
    parsed: Option<Arc<Parsed>>,
    wanted: bool,
}

fn prepare<'a>(
    name: Name,
    module: &'a ModuleSource,
    options: ModuleOptions,
    check: CheckOptions<'_>,
    memo: &'a Memo,
) -> Prepared<'a> {
    let text = key::text(module.source.text.as_bytes());
    let options_hash = key::options(name, &options);
    let remembered = memo
        .records
        .get(&name)
        .filter(|record| record.text == text && record.options == options_hash)
        .map(|record| (record, memo.full.get(&name)));
    let (imports, parsed) = match remembered {
        Some((record, _)) => (record.imports.clone(), None),
        None => {
            let parse = || pipeline::parse(&module.source);
            let parsed = check.timings.measure(Phase::Parse, &name, parse);
            (pipeline::imports(&parsed), Some(Arc::new(parsed)))
        }
    };
    Prepared {
        module,
        options,
        imports,
        text,
        options_hash,
        remembered,
        parsed,
        wanted: (check.wanted)(name),
    }
}

fn module_options(
    workspace: &Workspace,
    name: Name,
    module: &ModuleSource,
    target: Target,
    origins: &Arc<BTreeMap<Name, Origin>>,
) -> ModuleOptions {
    let package = &workspace.packages[module.package];
    let is_root = package.source == PackageSource::Root;
    let names = |requirements: &BTreeMap<String, _>| {
        requirements.keys().map(|name| Name::new(name)).collect()
    };
    ModuleOptions {
        package: Name::new(&package.config.name),
        target,
        origin: module.origin,
        is_root,
        internal: package.config.is_internal(&name),
        oldest: package.config.oldest_language(),
        dependencies: names(&package.config.dependencies),
        dev_dependencies: names(&package.config.dev_dependencies),
        origins: if is_root {
            origins.clone()
        } else {
            Arc::default()
        },
    }
}

/// The modules of the project outside of `src`; of other packages only `src` takes part.
fn root_origins(workspace: &Workspace) -> BTreeMap<Name, Origin> {
    let outside = workspace
        .modules
        .iter()
        .filter(|(_, module)| module.origin != Origin::Src);
    outside
        .map(|(name, module)| (*name, module.origin))
        .collect()
}

fn check_module(name: Name, prepared: Prepared<'_>, known: &Known<'_>) -> CheckedModule {
    if let Some((record, full)) = prepared.remembered
        && (full.is_some() || !prepared.wanted)
        && let Some(record) = known.unchanged(record)
    {
        return CheckedModule {
            full: full.cloned(),
            fresh: false,
            record,
        };
    }
    let source = &prepared.module.source;
    let parsed = match prepared.parsed {
        Some(parsed) => parsed,
        None => {
            let parse = || pipeline::parse(source);
            Arc::new(known.timings.measure(Phase::Parse, &name, parse))
        }
    };
    let analyse = || pipeline::check(name, source, &parsed, &prepared.options, known);
    let checked = known.timings.measure(Phase::Analyse, &name, analyse);
    let reports = pipeline::reports(source, &parsed, &checked);
    let record = Record {
        text: prepared.text,
        options: prepared.options_hash,
        imports: prepared.imports.clone(),
        looked_at: checked
            .looked_at
            .parts
            .iter()
            .map(|(name, parts)| LookedAt::new(*name, parts, known.stored(*name)))
            .collect(),
        names: if checked.looked_at.names {
            known.names
        } else {
            key::ABSENT
        },
        interface: Arc::new(StoredInterface::new(checked.interface.clone())),
        has_errors: reports
            .iter()
            .any(|report| report.severity == Severity::Error),
        problems: reports
            .iter()
            .map(|report| StoredReport::store(report, known.workspace))
            .collect(),
        externals: externals::externals(&parsed, prepared.options.target),
    };
    // What nobody needs is freed at once: projects can be large.
    let full = (known.keep || prepared.wanted).then(|| Full {
        source: source.clone(),
        parsed,
        checked,
    });
    CheckedModule {
        full: full.map(Arc::new),
        fresh: true,
        record: Arc::new(record),
    }
}

/// The modules of earlier waves.
struct Known<'a> {
    modules: BTreeMap<Name, CheckedModule>,
    /// Stands for the names of all modules.
    names: Hash,
    workspace: &'a Workspace,
    timings: &'a Timings,
    keep: bool,
}

impl Known<'_> {
    fn stored(&self, module: Name) -> Option<&StoredInterface> {
        let module = self.modules.get(&module)?;
        Some(&module.record.interface)
    }

    /// The record, if checking would see the same again. What it knows of interfaces that have
    /// changed elsewhere is brought up to date.
    fn unchanged(&self, record: &Arc<Record>) -> Option<Arc<Record>> {
        if record.names != key::ABSENT && record.names != self.names {
            return None;
        }
        let looked_at = record.looked_at.iter();
        let again = looked_at.map(|looked_at| looked_at.again(self.stored(looked_at.module)));
        let wholes = again.collect::<Option<Vec<Hash>>>()?;
        let mut looked_at = record.looked_at.iter().zip(&wholes);
        if looked_at.all(|(before, now)| before.whole == *now) {
            return Some(record.clone());
        }
        let mut record = Record::clone(record);
        for (looked_at, whole) in record.looked_at.iter_mut().zip(wholes) {
            looked_at.whole = whole;
        }
        Some(Arc::new(record))
    }
}

impl Interfaces for Known<'_> {
    fn get(&self, module: Name) -> Option<&Interface> {
        self.modules.get(&module)?.interface()
    }

    fn modules(&self) -> Vec<Name> {
        self.workspace.modules.keys().copied().collect()
    }
}

impl std::fmt::Debug for Analysis {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let modules: Vec<&Name> = self.modules.keys().collect();
        f.debug_struct("Analysis")
            .field("modules", &modules)
            .finish_non_exhaustive()
    }
}

/// Reports need the texts they point into.
impl Sources for Known<'_> {
    fn source(&self, file: source::FileId) -> Option<&source::SourceText> {
        self.workspace.source(file)
    }
}

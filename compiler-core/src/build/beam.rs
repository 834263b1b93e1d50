//! BEAM output: Core Erlang goes to OTP's compiler as it comes; native files with it.

use std::collections::{BTreeMap, BTreeSet};

use camino::{Utf8Path, Utf8PathBuf};
use rayon::prelude::*;
use syntax::ast::Target;

use super::layout::{Layout, Mode};
use super::otp_memo::OtpMemo;
use super::outputs::Outputs;
use super::records;
use super::{BuildOptions, Built};
use crate::error::Error;
use crate::externals;
use crate::host::Host;
use crate::key::{self, Hash};
use crate::package::Package;
use crate::pipeline;
use crate::timings::Phase;
use crate::workspace::Workspace;

/// Something that turns Core Erlang and Erlang into `.beam` files.
pub trait BeamCompiler: Sync {
    /// There will be work: begins to get ready; returns at once.
    fn prepare(&self);

    /// Begins to compile a module; returns at once.
    fn module(&self, module: BeamModule);

    /// Begins to compile an Erlang source file; returns at once.
    fn native(&self, file: NativeErlang);

    /// Begins to look up what modules of Erlang itself export; returns at once.
    fn exports(&self, modules: &BTreeSet<String>);

    /// Waits for all that was begun.
    fn finish(&self) -> BeamResults;
}

/// A module to compile.
#[derive(Debug)]
pub struct BeamModule {
    /// What to call it in messages: `src/wibble.gleam`.
    pub name: String,
    /// `cerl` records in external term format.
    pub etf: Vec<u8>,
    /// Its abstract code in external term format, for tools.
    pub forms: Vec<u8>,
    /// What its chunk of documentation holds.
    pub docs: Vec<u8>,
    /// Whether the definitions of `echo` belong to it.
    pub uses_echo: bool,
    /// Options for OTP's compiler.
    pub options: Vec<&'static str>,
    /// Where the `.beam` file goes.
    pub out: Utf8PathBuf,
}

/// An Erlang source file to compile.
#[derive(Debug)]
pub struct NativeErlang {
    /// The file.
    pub path: Utf8PathBuf,
    /// What messages and stack traces call it.
    pub name: String,
    /// Where `-include` looks.
    pub include: Vec<Utf8PathBuf>,
    /// Where the `.beam` file goes.
    pub out: Utf8PathBuf,
}

/// What came of all that a [`BeamCompiler`] began.
#[derive(Debug, Default)]
pub struct BeamResults {
    /// What was refused.
    pub failures: Vec<BeamFailure>,
    /// Whether all was answered.
    pub complete: bool,
    /// What modules of Erlang itself export, if it was asked; those that it lacks are absent.
    pub exports: Option<BTreeMap<String, BTreeSet<(String, usize)>>>,
}

/// What OTP's compiler refused.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BeamFailure {
    /// The module or file.
    pub what: String,
    /// What it said.
    pub text: String,
}

pub(super) fn build(
    host: &dyn Host,
    workspace: &Workspace,
    options: &BuildOptions<'_>,
    outputs: &mut Outputs<'_>,
    built: &mut Built,
) -> Result<(), Error> {
    let mut otp = OtpMemo::read(host, options);
    let asked = otp.missing(
        host,
        &externals::otp_modules(workspace, &built.analysis.modules),
    );
    for index in 0..workspace.packages.len() {
        let work = Work {
            host,
            workspace,
            index,
            options,
        };
        let headers = work.headers(outputs, built)?;
        let mut modules = work.natives(headers, outputs, built)?;
        modules.extend(work.modules(outputs, built)?);
        if index + 1 == workspace.packages.len() {
            modules.push(work.entry(outputs, built)?);
        }
        modules.sort();
        let package = &workspace.packages[index];
        let app = app_file(workspace, package, options.layout.mode, &modules);
        let name = &package.config.name;
        outputs.write_text(format!("{name}/ebin/{name}.app").into(), app.as_bytes())?;
    }
    if let Some(beam) = options.beam
        && built.compiled + built.native + asked.len() > 0
    {
        if !asked.is_empty() {
            beam.exports(&asked);
        }
        let results = options.timings.measure(Phase::Wait, "", || beam.finish());
        built.failures = results.failures;
        built.interrupted = !results.complete;
        otp.add(asked, results.exports);
    }
    otp.write(host)?;
    let analysis = &mut built.analysis;
    analysis.check_externals(host, workspace, Target::Erlang, &otp.exports);
    Ok(())
}

/// One package on its way.
struct Work<'a> {
    host: &'a dyn Host,
    workspace: &'a Workspace,
    index: usize,
    options: &'a BuildOptions<'a>,
}

impl Work<'_> {
    fn package(&self) -> &Package {
        &self.workspace.packages[self.index]
    }

    fn layout(&self) -> &Layout {
        self.options.layout
    }

    /// Puts `.hrl` files where `-include` finds them: those of constructors, and hand-written ones,
    /// which win. Gives a hash of them all.
    fn headers(&self, outputs: &mut Outputs<'_>, built: &Built) -> Result<Hash, Error> {
        let package = &self.package().config.name;
        let mut headers = Vec::new();
        for (name, module) in &built.analysis.modules {
            if self.workspace.modules[name].package == self.index {
                headers.extend(records::write(package, *name, module, outputs)?);
            }
        }
        // Packages that are not Gleam's have a folder for those that others may use.
        let folder = self.package().root.join("include");
        let mut written: BTreeMap<String, Utf8PathBuf> = BTreeMap::new();
        for path in self.host.files_below(&folder)? {
            if path.extension() == Some("hrl") {
                let name = path.strip_prefix(&folder).unwrap_or(&path);
                written.insert(name.to_string(), path);
            }
        }
        let files = &self.workspace.files[self.index].erlang;
        for file in files
            .iter()
            .filter(|file| file.relative.extension() == Some("hrl"))
        {
            let name = file.relative.file_name().unwrap_or_default();
            written.insert(name.to_string(), file.path.clone());
        }
        for (name, file) in written {
            let bytes = self.host.read(&file)?;
            let path = Utf8PathBuf::from(format!("{package}/include/{name}"));
            let key = key::text(&bytes);
            outputs.write(path.clone(), key, &bytes)?;
            headers.push((path, key));
        }
        // What was remembered comes in another order than what is made anew.
        headers.sort();
        let keys: Vec<_> = headers
            .iter()
            .map(|(path, key)| (path.as_str(), key.to_le_bytes()))
            .collect();
        Ok(key::files(keys.iter().map(|(path, key)| (*path, &key[..]))))
    }

    /// Compiles `.erl` files that changed; gives the names of all their modules.
    fn natives(
        &self,
        headers: Hash,
        outputs: &mut Outputs<'_>,
        built: &mut Built,
    ) -> Result<Vec<String>, Error> {
        let package = &self.package().config.name;
        let mut modules = Vec::new();
        let files = &self.workspace.files[self.index].erlang;
        for file in files
            .iter()
            .filter(|file| file.relative.extension() == Some("erl"))
        {
            let bytes = self.host.read(&file.path)?;
            let name = file.relative.file_stem().unwrap_or_default();
            let path = Utf8PathBuf::from(format!("{package}/ebin/{name}.beam"));
            let headers = headers.to_le_bytes();
            let key = key::files([(name, &bytes[..]), ("headers", &headers)].into_iter());
            if outputs.is_current(&path, key) {
                outputs.keep(path, key)?;
            } else {
                outputs.announce(std::iter::once(&*path))?;
                outputs.expect(path, key);
                self.compile_native(&file.path);
                built.native += 1;
            }
            modules.push(name.to_string());
        }
        Ok(modules)
    }

    fn compile_native(&self, path: &Utf8Path) {
        let Some(beam) = self.options.beam else {
            return;
        };
        let layout = self.layout();
        let package = self.package();
        let mut include = vec![layout.package(&package.config.name).join("include")];
        include.extend(path.parent().map(Into::into));
        include.push(layout.folder.clone());
        let name = path.strip_prefix(&package.root).unwrap_or(path).to_string();
        let out = layout.ebin(&package.config.name);
        beam.native(NativeErlang {
            path: path.into(),
            name,
            include,
            out,
        });
    }

    /// The module `PACKAGE@@main`, which starts programs.
    fn entry(&self, outputs: &mut Outputs<'_>, built: &mut Built) -> Result<String, Error> {
        let package = &self.package().config.name;
        let module = format!("{package}@@main");
        let head = format!("-module('{module}').");
        let text = emit::core_erlang::ENTRY_MODULE.replacen("-module(tindra_main).", &head, 1);
        let source = Utf8PathBuf::from(format!("{package}/entry/{module}.erl"));
        outputs.write_text(source.clone(), text.as_bytes())?;
        let path = Utf8PathBuf::from(format!("{package}/ebin/{module}.beam"));
        let key = key::text(text.as_bytes());
        if outputs.is_current(&path, key) {
            outputs.keep(path, key)?;
        } else {
            outputs.announce(std::iter::once(&*path))?;
            outputs.expect(path, key);
            self.compile_native(&self.layout().folder.join(source));
            built.native += 1;
        }
        Ok(module)
    }

    /// Compiles the modules that changed; gives the Erlang names of all.
    fn modules(&self, outputs: &mut Outputs<'_>, built: &mut Built) -> Result<Vec<String>, Error> {
        let package = &self.package().config.name;
        let mut names = Vec::new();
        let mut stale = Vec::new();
        let mut replaced = Vec::new();
        for (name, module) in &built.analysis.modules {
            if self.workspace.modules[name].package != self.index {
                continue;
            }
            let path = self.layout().module_output(package, *name);
            let key = module.record.output_key();
            names.push(name.replace('/', "@"));
            if outputs.is_current(&path, key) {
                outputs.keep(path, key)?;
            } else if let Some(full) = &module.full {
                replaced.push(path.clone());
                outputs.expect(path, key);
                stale.push((*name, full.clone()));
            }
        }
        if stale.is_empty() {
            return Ok(names);
        }
        outputs.announce(replaced.iter().map(Utf8PathBuf::as_path))?;
        (self.options.compiling)(package);
        built.compiled += stale.len();
        let out = self.layout().ebin(package);
        stale.into_par_iter().for_each(|(name, full)| {
            let origin = self.workspace.modules[&name].origin;
            let source_path = format!("{}/{name}.gleam", origin.folder());
            let generate = || pipeline::core_erlang(&full, &source_path);
            let timings = self.options.timings;
            let core = timings.measure(Phase::Generate, &name, generate);
            if let Some(beam) = self.options.beam {
                let pipeline::CoreErlang {
                    etf,
                    forms,
                    docs,
                    uses_echo,
                    options,
                } = core;
                let out = out.clone();
                beam.module(BeamModule {
                    name: source_path,
                    etf,
                    forms,
                    docs,
                    uses_echo,
                    options,
                    out,
                });
            }
        });
        Ok(names)
    }
}

fn app_file(workspace: &Workspace, package: &Package, mode: Mode, modules: &[String]) -> String {
    let config = &package.config;
    let is_root = workspace
        .root()
        .is_some_and(|root| root.config.name == config.name);
    let has_dev = is_root && mode != Mode::Prod;
    let dev = config.dev_dependencies.keys().filter(|_| has_dev);
    let extra = config.extra_applications.iter();
    let argument = config.application_start_argument.as_deref().unwrap_or("[]");
    let start = config.application_start_module.as_ref();
    emit::core_erlang::app_file(&emit::core_erlang::AppFile {
        name: config.name.clone(),
        version: config.version.clone(),
        description: config.description.clone(),
        modules: modules.to_vec(),
        applications: config
            .dependencies
            .keys()
            .chain(dev)
            .chain(extra)
            .cloned()
            .collect(),
        start: start.map(|module| (module.replace('/', "@"), argument.to_owned())),
    })
}

//! From checked modules to files in the build folder.

mod beam;
mod javascript;
mod layout;
mod otp_memo;
mod outputs;
mod records;
mod shared;

pub use beam::{BeamCompiler, BeamFailure, BeamModule, BeamResults, NativeErlang};
pub use layout::{Layout, Mode};
pub use shared::MachineCache;

use source::Name;
use syntax::ast::Target;

use crate::error::Error;
use crate::externals::OtpExports;
use crate::host::Host;
use crate::key;
use crate::memo::Memo;
use crate::schedule::{self, Analysis, CheckOptions};
use crate::timings::{Phase, Timings};
use crate::workspace::Workspace;
use outputs::Outputs;
use shared::Shared;

/// What to build.
pub struct BuildOptions<'a> {
    /// Where output goes.
    pub layout: &'a Layout,
    /// How to get `.beam` files where the target is Erlang. Asked for only if there is work.
    pub beam: Option<&'a dyn BeamCompiler>,
    /// Stands for the Erlang that compiles: its output is not taken for another one's.
    pub beam_fingerprint: &'a str,
    /// Called before the modules of a package are compiled, with its name.
    pub compiling: &'a (dyn Fn(&str) + Sync),
    /// Where to note what took how long.
    pub timings: &'a Timings,
}

/// What a build did.
#[derive(Debug)]
pub struct Built {
    /// What was found out about all modules.
    pub analysis: Analysis,
    /// Modules for which output was written.
    pub compiled: usize,
    /// Files in other languages that were compiled or copied.
    pub native: usize,
    /// What OTP's compiler refused.
    pub failures: Vec<BeamFailure>,
    /// Whether it is not known of all files if they were compiled.
    pub interrupted: bool,
}

impl Built {
    /// Whether there is output for everything.
    pub fn is_ok(&self) -> bool {
        self.failures.is_empty() && !self.interrupted && !self.analysis.has_errors()
    }

    /// Whether anything was checked, compiled or copied.
    pub fn did_work(&self) -> bool {
        self.analysis.fresh() + self.compiled + self.native > 0
    }
}

/// Checks all modules, with what is remembered in the build folder, and remembers the results.
pub fn check(
    host: &dyn Host,
    workspace: &Workspace,
    layout: &Layout,
    wanted: &(dyn Fn(Name) -> bool + Sync),
    timings: &Timings,
) -> Result<Analysis, Error> {
    let shared = Shared::new(host, workspace, layout);
    let remember = || remembered(host, layout, &shared);
    let remembered = timings.measure(Phase::Remember, "", remember);
    let options = CheckOptions {
        target: layout.target,
        wanted,
        keep: false,
        timings,
    };
    let mut analysis = check_with(host, workspace, layout, options, &remembered)?;
    timings.measure(Phase::Write, "what is shared", || {
        shared.keep_records(&analysis);
    });
    // Nothing is known of Erlang's own modules, since there may be no Erlang.
    analysis.check_externals(host, workspace, layout.target, &OtpExports::new());
    Ok(analysis)
}

/// What is known before a check.
struct Remembered {
    memo: Memo,
    /// Whether not all of it is in the project's own folder.
    lent: bool,
}

fn remembered(host: &dyn Host, layout: &Layout, shared: &Shared<'_>) -> Remembered {
    let mut memo = read_memo(host, layout);
    let lent = shared.lend_records(&mut memo);
    Remembered { memo, lent }
}

fn read_memo(host: &dyn Host, layout: &Layout) -> Memo {
    let path = layout.memo();
    if !host.is_file(&path) {
        return Memo::default();
    }
    host.read(&path)
        .map(|bytes| Memo::from_bytes(&bytes))
        .unwrap_or_default()
}

fn check_with(
    host: &dyn Host,
    workspace: &Workspace,
    layout: &Layout,
    options: CheckOptions<'_>,
    remembered: &Remembered,
) -> Result<Analysis, Error> {
    let analysis = schedule::check(workspace, options, &remembered.memo);
    let gone = remembered
        .memo
        .records
        .keys()
        .any(|name| !workspace.modules.contains_key(name));
    if analysis.fresh() > 0 || gone || remembered.lent {
        let write = || host.write(&layout.memo(), &analysis.memo().to_bytes());
        options
            .timings
            .measure(Phase::Write, "what is remembered", write)?;
    }
    Ok(analysis)
}

/// Builds all modules. Nothing is written if any module has an error.
pub fn build(
    host: &dyn Host,
    workspace: &Workspace,
    options: &BuildOptions<'_>,
) -> Result<Built, Error> {
    let layout = options.layout;
    let shared = Shared::new(host, workspace, layout);
    let timings = options.timings;
    let remember = || remembered(host, layout, &shared);
    let remembered = timings.measure(Phase::Remember, "", remember);
    let memo = &remembered.memo;
    let fingerprint = match layout.target {
        Target::Erlang => options.beam_fingerprint.to_string(),
        Target::JavaScript => javascript::settings(workspace),
    };
    let mut outputs = Outputs::read(host, layout, &fingerprint);
    shared.offer_output(memo, &mut outputs);
    let stale = |name: Name| -> bool {
        let remembered = memo.records.get(&name).map(|record| record.output_key());
        let package = workspace
            .modules
            .get(&name)
            .map_or(0, |module| module.package);
        let package = &workspace.packages[package].config.name;
        remembered.is_none_or(|key| !outputs.is_current(&layout.module_output(package, name), key))
    };
    // Erlang takes its time to start, in which everything is checked.
    if let Some(beam) = options.beam
        && workspace.modules.iter().any(|(name, module)| {
            let record = memo.records.get(name);
            let text = key::text(module.source.text.as_bytes());
            record.is_none_or(|record| record.text != text) || stale(*name)
        })
    {
        beam.prepare();
    }
    let check = CheckOptions {
        target: layout.target,
        wanted: &stale,
        keep: true,
        timings,
    };
    let analysis = check_with(host, workspace, layout, check, &remembered)?;
    timings.measure(Phase::Write, "what is shared", || {
        shared.keep_records(&analysis);
    });
    let mut built = Built {
        analysis,
        compiled: 0,
        native: 0,
        failures: Vec::new(),
        interrupted: false,
    };
    if built.analysis.has_errors() {
        let none = OtpExports::new();
        let analysis = &mut built.analysis;
        analysis.check_externals(host, workspace, layout.target, &none);
    } else {
        match layout.target {
            Target::Erlang => beam::build(host, workspace, options, &mut outputs, &mut built)?,
            Target::JavaScript => {
                javascript::build(host, workspace, options, &mut outputs, &mut built)?;
                let none = OtpExports::new();
                let analysis = &mut built.analysis;
                analysis.check_externals(host, workspace, layout.target, &none);
            }
        }
        let succeeded = built.failures.is_empty() && !built.interrupted;
        if succeeded {
            shared.keep_output(&outputs);
        }
        let finish = || outputs.finish(succeeded);
        timings.measure(Phase::Write, "what was made", finish)?;
    }
    Ok(built)
}

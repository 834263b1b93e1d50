//! Compiling for the BEAM and running on it.

use std::collections::{BTreeMap, BTreeSet};
use std::process::{Command, ExitCode};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use camino::{Utf8Path, Utf8PathBuf};
use compiler_core::build::{
    BeamCompiler, BeamFailure, BeamModule, BeamResults, Layout, NativeErlang,
};
use compiler_core::timings::{Phase, Timings};
use compiler_core::{BEAM_COMPILE_SERVER, BEAM_ECHO, Host, Name, Workspace};

use crate::erlang::{ErlangCompiler, ErlangError, Request, Setup};
use crate::failure::Failure;
use crate::host::Disk;
use crate::program::{exit_code, find};
use crate::project::program_fingerprint;

const NO_ERLANG: Failure = Failure::NoProgram {
    program: "erl",
    needed_for: "compile and run for the BEAM",
    hint: "Install Erlang/OTP 25 or later, for example with `apt-get install erlang-nox \
           erlang-dev`, or build for JavaScript with `--target javascript`.",
};

/// OTP's compiler in a node that is started when it is clear that there is work.
pub(crate) struct Beam {
    erl: Utf8PathBuf,
    cache: Utf8PathBuf,
    timings: Arc<Timings>,
    state: Mutex<State>,
}

#[derive(Default)]
struct State {
    compiler: Option<ErlangCompiler>,
    /// What is being compiled, by the id of its request.
    waiting: BTreeMap<u32, String>,
    /// The folders that something was written to.
    folders: BTreeSet<Utf8PathBuf>,
    /// The request for what modules export.
    asked: Option<u32>,
    problem: Option<ErlangError>,
}

impl Beam {
    /// Finds Erlang; `cache` is for the compile server. Nothing is started.
    pub(crate) fn find(cache: Utf8PathBuf, timings: Arc<Timings>) -> Result<Self, Failure> {
        let erl = find("erl").ok_or(NO_ERLANG)?;
        Ok(Self {
            erl,
            cache,
            timings,
            state: Mutex::default(),
        })
    }

    /// Stands for this Erlang: output of another one may not load here.
    pub(crate) fn fingerprint(&self) -> String {
        let release = releases(&self.erl).join(" ");
        format!("{} {release}", program_fingerprint(&self.erl))
    }

    /// What went wrong with the node itself.
    pub(crate) fn take_problem(&self) -> Option<Failure> {
        self.lock().problem.take().map(|problem| match problem {
            ErlangError::NotFound { .. } => NO_ERLANG,
            ErlangError::NotStarted { program, reason } => Failure::Program {
                program,
                reason: reason.to_string(),
            },
            stopped @ ErlangError::Stopped { .. } => Failure::Program {
                program: "erl".to_string(),
                reason: stopped.to_string(),
            },
        })
    }

    fn lock(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn submit(&self, name: &str, out: &Utf8Path, request: Request<'_>) {
        let mut state = self.lock();
        if state.problem.is_some() {
            return;
        }
        match self.send(&mut state, out, request) {
            Ok(id) => {
                state.waiting.insert(id, name.to_string());
            }
            Err(problem) => state.problem = Some(problem),
        }
    }

    fn start(&self) -> Result<ErlangCompiler, ErlangError> {
        ErlangCompiler::start(&Setup {
            erl: self.erl.as_str(),
            cache: self.cache.as_std_path(),
            server: BEAM_COMPILE_SERVER,
            echo: BEAM_ECHO,
        })
    }

    fn send(
        &self,
        state: &mut State,
        out: &Utf8Path,
        request: Request<'_>,
    ) -> Result<u32, ErlangError> {
        std::fs::create_dir_all(out).map_err(|reason| ErlangError::NotStarted {
            program: out.to_string(),
            reason,
        })?;
        if state.folders.insert(out.to_path_buf()) {
            remove_unfinished(out);
        }
        let compiler = match state.compiler.take() {
            Some(compiler) => compiler,
            None => self.start()?,
        };
        let id = compiler.submit(request)?;
        state.compiler = Some(compiler);
        Ok(id)
    }
}

/// Removes what builds that were killed have left.
fn remove_unfinished(folder: &Utf8Path) {
    let entries = folder.read_dir_utf8().into_iter().flatten().flatten();
    for entry in entries {
        if entry.path().extension() == Some("tmp") {
            // It is in nobody's way.
            let _ = std::fs::remove_file(entry.path());
        }
    }
}

impl BeamCompiler for Beam {
    fn prepare(&self) {
        let mut state = self.lock();
        if state.compiler.is_none() && state.problem.is_none() {
            match self.start() {
                Ok(compiler) => state.compiler = Some(compiler),
                Err(problem) => state.problem = Some(problem),
            }
        }
    }

    fn module(&self, module: BeamModule) {
        let request = Request::Core {
            etf: &module.etf,
            forms: &module.forms,
            docs: &module.docs,
            echo: module.uses_echo,
            options: &module.options,
            directory: module.out.as_std_path(),
        };
        self.submit(&module.name, &module.out, request);
    }

    fn native(&self, file: NativeErlang) {
        let includes: Vec<_> = file.include.iter().map(std::convert::Into::into).collect();
        let request = Request::File {
            path: file.path.as_std_path(),
            name: &file.name,
            includes: &includes,
            options: &["debug_info", "deterministic"],
            directory: file.out.as_std_path(),
        };
        self.submit(&file.name, &file.out, request);
    }

    fn exports(&self, modules: &BTreeSet<String>) {
        let mut state = self.lock();
        if state.problem.is_some() {
            return;
        }
        match self.send(&mut state, &self.cache, Request::Exports { modules }) {
            Ok(id) => state.asked = Some(id),
            Err(problem) => state.problem = Some(problem),
        }
    }

    fn finish(&self) -> BeamResults {
        let mut state = self.lock();
        let mut results = BeamResults::default();
        let mut waiting = std::mem::take(&mut state.waiting);
        let Some(compiler) = state.compiler.take() else {
            results.complete = state.problem.is_none();
            return results;
        };
        let asked = state.asked.take();
        for _ in 0..waiting.len() + usize::from(asked.is_some()) {
            match compiler.wait() {
                Ok(reply) if Some(reply.id) == asked => {
                    results.exports = reply.result.ok().map(|text| read_exports(&text));
                }
                Ok(reply) => {
                    let what = waiting.remove(&reply.id).unwrap_or_default();
                    let ago = reply.at.elapsed();
                    self.timings.ended(Phase::Erlang, &what, ago, reply.spent);
                    if let Err(text) = reply.result {
                        results.failures.push(BeamFailure { what, text });
                    }
                }
                Err(problem) => {
                    state.problem = Some(problem);
                    break;
                }
            }
        }
        // Whoever keeps us has it for the next build.
        if state.problem.is_none() {
            state.compiler = Some(compiler);
        }
        results.complete = state.problem.is_none();
        results.failures.sort_by(|a, b| a.what.cmp(&b.what));
        results
    }
}

/// Whether the program `erl` is part of an installed Erlang. Elsewhere it may be a script of a
/// version manager, which stands for another release in each folder.
pub(crate) fn is_one_release() -> bool {
    find("erl").is_some_and(|erl| !releases(&erl).is_empty())
}

/// The exact versions of the Erlang that `erl` is part of: `ROOT/bin/erl` or, for links that are
/// none, `PREFIX/bin/erl` beside `PREFIX/lib/erlang`.
fn releases(erl: &Utf8Path) -> Vec<String> {
    let real = erl.canonicalize_utf8().unwrap_or_else(|_| erl.into());
    let Some(root) = real.parent().and_then(Utf8Path::parent) else {
        return Vec::new();
    };
    let mut found = Vec::new();
    for releases in [root.join("releases"), root.join("lib/erlang/releases")] {
        for name in Disk.folders_in(&releases).unwrap_or_default() {
            let version = Disk.read(&releases.join(name).join("OTP_VERSION"));
            found.extend(version.map(|text| String::from_utf8_lossy(&text).trim().to_string()));
        }
    }
    found
}

/// The answer of the compile server.
fn read_exports(text: &str) -> BTreeMap<String, BTreeSet<(String, usize)>> {
    let mut exports: BTreeMap<String, BTreeSet<(String, usize)>> = BTreeMap::new();
    for line in text.lines() {
        let mut fields = line.split('\t');
        if let (Some(module), Some(name), Some(arity)) =
            (fields.next(), fields.next(), fields.next())
            && let Ok(arity) = arity.parse()
        {
            let functions = exports.entry(module.to_string()).or_default();
            functions.insert((name.to_string(), arity));
        }
    }
    exports
}

/// A failure of OTP's compiler in words.
pub(crate) fn failure_text(failure: &BeamFailure) -> String {
    format!(
        "error: Erlang compilation failed: {}\n\n{}\n\n",
        failure.what,
        failure.text.trim_end()
    )
}

/// What runs `main` of a module.
pub(crate) fn run(
    layout: &Layout,
    workspace: &Workspace,
    module: Name,
    arguments: &[String],
) -> Result<Command, Failure> {
    let erl = erl()?;
    let mut command = with_code(&erl, layout, workspace);
    let root = workspace
        .root()
        .map_or("", |package| package.config.name.as_str());
    let start = format!("'{root}@@main':run('{}')", module.replace('/', "@"));
    command
        .args(["-eval", &start, "-noshell", "-extra"])
        .args(arguments);
    Ok(command)
}

/// The program `erl`.
pub(crate) fn erl() -> Result<Utf8PathBuf, Failure> {
    find("erl").ok_or(NO_ERLANG)
}

/// Starts Erlang's shell with all packages loaded; its code is ours.
pub(crate) fn shell(layout: &Layout, workspace: &Workspace) -> Result<ExitCode, Failure> {
    let erl = erl()?;
    let mut command = with_code(&erl, layout, workspace);
    // Strings of programs are binaries: lists of numbers are shown as such.
    command.args(["-stdlib", "shell_strings", "false"]);
    exit_code(&mut command)
}

/// Erlang with the packages on its code path.
fn with_code(erl: &Utf8Path, layout: &Layout, workspace: &Workspace) -> Command {
    let mut command = Command::new(erl);
    command.arg("-pa");
    for package in &workspace.packages {
        command.arg(layout.ebin(&package.config.name));
    }
    command
}

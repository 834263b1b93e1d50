//! `cargo xtask bench stdlib`: our packages beside other packages of the same names, compiled by the
//! same compiler and measured in one run.
//!
//! The benchmarks are Gleam: each file of `xtask/bench/stdlib` is about a module, and each of its public
//! functions prepares one benchmark and gives the function to be timed.

mod compile;
pub(crate) mod format;
mod process;
mod project;
mod table;

use std::collections::BTreeMap;
use std::process::ExitCode;

use camino::Utf8PathBuf;

use crate::run::{root, tindra};
use project::Project;
use table::Measured;

const USAGE: &str = "\
usage: cargo xtask bench stdlib --against DIR [--module M] [--target erlang|javascript]
                                [--quick] [--json FILE] [--tindra PATH]

  --against DIR   a folder of packages, each in a folder of its name
  --module M      only this file of xtask/bench/stdlib
  --target T      only this target
  --quick         fewer and shorter rounds
  --json FILE     write the times of all rounds there, in nanoseconds
  --tindra PATH   our compiler, if it is built already
";

/// What the command line asks for.
struct Options {
    against: Utf8PathBuf,
    module: Option<String>,
    targets: Vec<String>,
    is_quick: bool,
    json: Option<Utf8PathBuf>,
    tindra: Option<Utf8PathBuf>,
}

/// The times of each benchmark, one a round, in nanoseconds.
type Times = BTreeMap<String, Vec<f64>>;

/// Measures what the first argument names.
pub(crate) fn bench(arguments: &[String]) -> Result<ExitCode, String> {
    let (what, rest) = match arguments.split_first() {
        Some((what, rest)) => (what.as_str(), rest),
        None => ("", arguments),
    };
    match what {
        "stdlib" => stdlib(rest),
        "compile" => compile::bench(rest),
        "format" => format::bench(rest),
        _ => {
            eprintln!("usage: cargo xtask bench stdlib|compile|format [OPTIONS]");
            Ok(ExitCode::from(2))
        }
    }
}

/// Measures, prints a table for each target, and writes the file that is asked for.
fn stdlib(arguments: &[String]) -> Result<ExitCode, String> {
    let Some(options) = Options::parse(arguments) else {
        eprint!("{USAGE}");
        return Ok(ExitCode::from(2));
    };
    let tindra = tindra(options.tindra.as_ref())?;
    let against = options
        .against
        .canonicalize_utf8()
        .map_err(|error| format!("{}: {error}", options.against))?;
    let sides = [("ours", root().join("stdlib")), ("theirs", against)];
    let projects = sides
        .into_iter()
        .map(|(name, packages)| Project::make(name, &packages, &tindra, &options))
        .collect::<Result<Vec<_>, String>>()?;
    let mut all = Vec::new();
    for target in &options.targets {
        let measured = measure(&projects, target, options.rounds())?;
        print!("{}", table::print(target, &measured));
        all.push((target.as_str(), measured));
    }
    if let Some(path) = &options.json {
        let text = format!("{:#}\n", table::json(&all));
        std::fs::write(path, text).map_err(|error| format!("{path}: {error}"))?;
    }
    Ok(ExitCode::SUCCESS)
}

/// Rounds of both sides take turns, so that what else the machine does hits both.
fn measure(projects: &[Project], target: &str, rounds: usize) -> Result<Vec<Measured>, String> {
    let mut times: Vec<Times> = vec![Times::new(); projects.len()];
    for round in 0..rounds {
        eprintln!("{target}, round {} of {rounds}", round + 1);
        for (project, times) in projects.iter().zip(&mut times) {
            for (name, time) in project.run(target)? {
                times.entry(name).or_default().push(time);
            }
        }
    }
    let [ours, theirs] = times.as_slice() else {
        return Ok(Vec::new());
    };
    let both = ours
        .iter()
        .filter_map(|(name, ours)| Some((name, ours, theirs.get(name)?)));
    Ok(both
        .map(|(name, ours, theirs)| Measured {
            name: name.clone(),
            ours: ours.clone(),
            theirs: theirs.clone(),
        })
        .collect())
}

impl Options {
    fn parse(arguments: &[String]) -> Option<Self> {
        let mut arguments = arguments.iter().cloned();
        let mut against = None;
        let mut options = Self {
            against: Utf8PathBuf::new(),
            module: None,
            targets: vec!["erlang".to_string(), "javascript".to_string()],
            is_quick: false,
            json: None,
            tindra: None,
        };
        while let Some(argument) = arguments.next() {
            match argument.as_str() {
                "--against" => against = Some(arguments.next()?.into()),
                "--module" => options.module = Some(arguments.next()?),
                "--target" => options.targets = vec![arguments.next()?],
                "--quick" => options.is_quick = true,
                "--json" => options.json = Some(arguments.next()?.into()),
                "--tindra" => options.tindra = Some(arguments.next()?.into()),
                _ => return None,
            }
        }
        options.against = against?;
        Some(options)
    }

    fn rounds(&self) -> usize {
        if self.is_quick { 2 } else { 3 }
    }

    /// For about how many milliseconds a benchmark is repeated in a round.
    fn budget(&self) -> u32 {
        if self.is_quick { 24 } else { 48 }
    }
}

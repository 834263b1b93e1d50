//! `cargo xtask bench format`: our formatter beside another program's, over the same files in one run.

use std::process::{Command, ExitCode};
use std::time::Instant;

use camino::{Utf8Path, Utf8PathBuf};

use crate::run::{build_tindra, root};

const USAGE: &str = "\
usage: cargo xtask bench format [--reference PATH] [--sources DIR]... [--lines N] [--rounds N]
                                [--tindra PATH]

  --reference PATH  another program that understands `format --check FOLDER`
  --sources DIR     folders of Gleam files; stdlib and test-projects if none is given
  --lines N         copy the files until there are so many lines (100000)
  --rounds N        how often each is run; the best counts (5)
  --tindra PATH     our compiler, if it is built already
";

struct Options {
    reference: Option<Utf8PathBuf>,
    sources: Vec<Utf8PathBuf>,
    lines: usize,
    rounds: usize,
    tindra: Option<Utf8PathBuf>,
}

/// What one side took: seconds.
#[derive(Clone, Copy)]
struct Took {
    wall: f64,
    cpu: f64,
}

/// Formats the files, prints a table.
pub(crate) fn bench(arguments: &[String]) -> Result<ExitCode, String> {
    let Some(options) = Options::parse(arguments) else {
        eprint!("{USAGE}");
        return Ok(ExitCode::from(2));
    };
    let tindra = options
        .tindra
        .clone()
        .map_or_else(|| build_tindra(true), Ok)?;
    let work = tempfile::tempdir().map_err(|error| error.to_string())?;
    let folder = Utf8Path::from_path(work.path()).ok_or("the temporary folder is not UTF-8")?;
    let (files, lines) = fill(&folder.join("sources"), &options)?;
    let format = |program: &Utf8Path, cache: &str| {
        let mut command = Command::new(program);
        command
            .args(["format", "--check", "sources"])
            .current_dir(folder)
            .env("TINDRA_CACHE_DIR", folder.join(cache));
        command
    };
    // So that all are formatted: both sides only look.
    let mut all = Command::new(&tindra);
    all.args(["format", "sources"]).current_dir(folder);
    time(&mut all)?;
    time(&mut format(&tindra, "warm"))?;
    let mut best: [Option<Took>; 3] = [None; 3];
    for round in 0..options.rounds {
        let cold = format!("cold-{round}");
        let mut sides = vec![Some(format(&tindra, &cold)), Some(format(&tindra, "warm"))];
        sides.push(options.reference.as_ref().map(|path| format(path, "warm")));
        for (best, side) in best.iter_mut().zip(sides) {
            let Some(mut command) = side else { continue };
            let took = time(&mut command)?;
            *best = Some(best.map_or(took, |best| Took {
                wall: best.wall.min(took.wall),
                cpu: best.cpu.min(took.cpu),
            }));
        }
    }
    println!(
        "{lines} lines in {files} files, best of {} rounds",
        options.rounds
    );
    let names = ["tindra, nothing known", "tindra, second run", "reference"];
    for (name, took) in names.iter().zip(best) {
        if let Some(took) = took {
            let ratio = best[2].map(|reference| {
                format!(
                    "  {:5.1} times the reference's speed, {:5.1} per CPU-second",
                    reference.wall / took.wall,
                    reference.cpu / took.cpu
                )
            });
            let ratio = ratio.unwrap_or_default();
            println!(
                "{name:22} {:7.3} s, {:7.3} s of CPU{ratio}",
                took.wall, took.cpu
            );
        }
    }
    Ok(ExitCode::SUCCESS)
}

/// Copies the sources, again and again until there are enough lines: how many files and lines.
fn fill(folder: &Utf8Path, options: &Options) -> Result<(usize, usize), String> {
    let mut texts = Vec::new();
    for source in &options.sources {
        collect(source, &mut texts)?;
    }
    if texts.is_empty() {
        return Err("there are no Gleam files in the folders".to_string());
    }
    let (mut files, mut lines) = (0, 0);
    for copy in 0.. {
        for text in &texts {
            let path = folder.join(format!("copy{copy}/f{files}.gleam"));
            let parent = path.parent().unwrap_or(folder);
            std::fs::create_dir_all(parent).map_err(|error| format!("{parent}: {error}"))?;
            std::fs::write(&path, text).map_err(|error| format!("{path}: {error}"))?;
            files += 1;
            lines += text.lines().count();
        }
        if lines >= options.lines {
            break;
        }
    }
    Ok((files, lines))
}

fn collect(folder: &Utf8Path, texts: &mut Vec<String>) -> Result<(), String> {
    let failed = |error: std::io::Error| format!("{folder}: {error}");
    let mut entries = folder.read_dir_utf8().map_err(failed)?;
    let mut paths: Vec<Utf8PathBuf> = entries
        .by_ref()
        .map(|entry| entry.map(|entry| entry.path().to_path_buf()))
        .collect::<Result<_, _>>()
        .map_err(failed)?;
    paths.sort();
    for path in paths {
        if path.is_dir() {
            if path.file_name() != Some("build") {
                collect(&path, texts)?;
            }
        } else if path.extension() == Some("gleam") {
            texts.push(std::fs::read_to_string(&path).map_err(|error| format!("{path}: {error}"))?);
        }
    }
    Ok(())
}

/// Runs a command to its end, whatever it says; wall time, and CPU time of its own and of the kernel
/// for it, as the shell measures them.
fn time(command: &mut Command) -> Result<Took, String> {
    let name = format!("{}", command.get_program().to_string_lossy());
    let mut timed = Command::new("bash");
    timed.args([
        "-c",
        "TIMEFORMAT='%R %U %S'; time \"$@\" >/dev/null 2>&1",
        "time",
    ]);
    timed.arg(command.get_program()).args(command.get_args());
    if let Some(folder) = command.get_current_dir() {
        timed.current_dir(folder);
    }
    for (key, value) in command.get_envs() {
        if let Some(value) = value {
            timed.env(key, value);
        }
    }
    let begin = Instant::now();
    let output = timed.output().map_err(|error| format!("bash: {error}"))?;
    let wall = begin.elapsed().as_secs_f64();
    let text = String::from_utf8_lossy(&output.stderr);
    let numbers: Vec<f64> = text
        .split_whitespace()
        .filter_map(|number| number.parse().ok())
        .collect();
    match numbers[..] {
        [wall, user, system] => Ok(Took {
            wall,
            cpu: user + system,
        }),
        _ => Err(format!(
            "{name} could not be measured ({wall:.3} s): {text}"
        )),
    }
}

impl Options {
    fn parse(arguments: &[String]) -> Option<Self> {
        let mut options = Self {
            reference: None,
            sources: Vec::new(),
            lines: 100_000,
            rounds: 5,
            tindra: None,
        };
        let mut arguments = arguments.iter();
        while let Some(argument) = arguments.next() {
            let value = arguments.next()?;
            match argument.as_str() {
                "--reference" => options.reference = Some(absolute(value)?),
                "--sources" => options.sources.push(absolute(value)?),
                "--lines" => options.lines = value.parse().ok()?,
                "--rounds" => options.rounds = value.parse().ok().filter(|rounds| *rounds > 0)?,
                "--tindra" => options.tindra = Some(absolute(value)?),
                _ => return None,
            }
        }
        if options.sources.is_empty() {
            options.sources = vec![root().join("stdlib"), root().join("test-projects")];
        }
        Some(options)
    }
}

fn absolute(path: &str) -> Option<Utf8PathBuf> {
    Utf8Path::new(path).canonicalize_utf8().ok()
}

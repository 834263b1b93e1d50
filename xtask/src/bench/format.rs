//! `cargo xtask bench format`: our formatter beside another program's, over the same files in one run.

use std::process::{Command, ExitCode};

use camino::{Utf8Path, Utf8PathBuf};

use super::process::{Cost, measure_any};
use crate::run::{files_below, read, root, tindra};

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

/// Formats the files, prints a table.
pub(crate) fn bench(arguments: &[String]) -> Result<ExitCode, String> {
    let Some(options) = Options::parse(arguments) else {
        eprint!("{USAGE}");
        return Ok(ExitCode::from(2));
    };
    let tindra = tindra(options.tindra.as_ref())?;
    let work = tempfile::tempdir().map_err(|error| error.to_string())?;
    let folder = Utf8Path::from_path(work.path()).ok_or("the temporary folder is not UTF-8")?;
    let (files, lines) = fill(&folder.join("sources"), &options)?;
    // A file that a side finds otherwise than it should be makes it fail, in no less time.
    let cost = |program: &Utf8Path, arguments: &[&str], cache: &str| {
        let mut command = Command::new(program);
        command
            .args(arguments)
            .current_dir(folder)
            .env("TINDRA_CACHE_DIR", folder.join(cache));
        Ok::<Cost, String>(measure_any(&mut command)?.0)
    };
    let look = ["format", "--check", "sources"];
    // So that all are formatted: both sides only look.
    cost(&tindra, &["format", "sources"], "warm")?;
    cost(&tindra, &look, "warm")?;
    let mut best: [Option<Cost>; 3] = [None; 3];
    for round in 0..options.rounds {
        let cold = format!("cold-{round}");
        let reference = options.reference.as_deref();
        let sides = [
            (Some(&*tindra), &*cold),
            (Some(&*tindra), "warm"),
            (reference, "warm"),
        ];
        for (best, (program, cache)) in best.iter_mut().zip(sides) {
            let Some(program) = program else { continue };
            let took = cost(program, &look, cache)?;
            *best = Some(best.map_or(took, |best| best.least(took)));
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
        texts.extend(texts_below(source)?);
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

/// The texts of the Gleam files below a folder.
pub(crate) fn texts_below(folder: &Utf8Path) -> Result<Vec<String>, String> {
    files_below(folder, "gleam")?
        .iter()
        .map(|path| read(path))
        .collect()
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

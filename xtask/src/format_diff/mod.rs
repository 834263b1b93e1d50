//! `cargo xtask format-diff`: sources, and variants of them with their layout destroyed, formatted by us
//! and by another formatter. Both must write the same bytes, or both refuse.

mod variant;

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::io::Write;
use std::process::{Command, ExitCode, Stdio};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;

use camino::{Utf8Path, Utf8PathBuf};
use source::FileId;

use crate::bench::format::texts_below;
use crate::run::root;
use variant::{Kind, variant};

const USAGE: &str = "\
usage: cargo xtask format-diff --reference PATH [--sources DIR]... [--variants N] [--seed S]

  --reference PATH  another program that understands `format --stdin`
  --sources DIR     folders of Gleam files; stdlib and test-projects if none is given
  --variants N      how many variants to make of the files (default 2000)
  --seed S          which: equal seeds give equal variants (default 1)

Each difference is in target/format-diff: what was formatted, and what both wrote.
";

/// What the command line asks for.
struct Options {
    reference: Utf8PathBuf,
    sources: Vec<Utf8PathBuf>,
    variants: usize,
    seed: u64,
}

/// What both made of a text.
struct Compared {
    kind: Kind,
    ours: Option<String>,
    theirs: Option<String>,
}

/// Runs the task; the exit code is 1 if there was a difference.
pub(crate) fn format_diff(arguments: &[String]) -> Result<ExitCode, String> {
    let Some(options) = Options::parse(arguments) else {
        eprint!("{USAGE}");
        return Ok(ExitCode::from(2));
    };
    let mut texts = Vec::new();
    for folder in &options.sources {
        texts.extend(texts_below(folder)?);
    }
    let texts: Vec<String> = BTreeSet::from_iter(texts).into_iter().collect();
    if texts.is_empty() {
        return Err("there are no Gleam files in the folders".to_string());
    }
    let folder = root().join("target/format-diff");
    let failed = |error: std::io::Error| format!("{folder}: {error}");
    if folder.exists() {
        fs::remove_dir_all(&folder).map_err(failed)?;
    }
    fs::create_dir_all(&folder).map_err(failed)?;
    let count = texts.len() + options.variants;
    let next = AtomicUsize::new(0);
    let work = || -> Result<Counts, String> {
        let mut counts = Counts::default();
        loop {
            let index = next.fetch_add(1, Ordering::Relaxed);
            if index >= count {
                return Ok(counts);
            }
            let (kind, text) = variant(&texts, index, options.seed);
            let compared = Compared {
                kind,
                ours: format::format(FileId(0), &text).ok(),
                theirs: reference(&options.reference, &text)?,
            };
            if compared.is_different() {
                compared.write(&folder.join(format!("{}-{index}", kind.name())), &text)?;
            }
            counts.add(&compared);
        }
    };
    let jobs = thread::available_parallelism().map_or(1, usize::from);
    let parts = thread::scope(|scope| {
        let jobs: Vec<_> = (0..jobs).map(|_| scope.spawn(work)).collect();
        let results = jobs.into_iter().map(|job| {
            job.join()
                .unwrap_or_else(|_| Err("a formatter panicked".to_string()))
        });
        results.collect::<Result<Vec<Counts>, String>>()
    })?;
    let counts = parts.into_iter().fold(Counts::default(), Counts::sum);
    counts.print();
    Ok(if counts.0.values().all(|count| count.different == 0) {
        ExitCode::SUCCESS
    } else {
        ExitCode::FAILURE
    })
}

impl Options {
    fn parse(arguments: &[String]) -> Option<Self> {
        let mut reference = None;
        let mut sources = Vec::new();
        let (mut variants, mut seed) = (2_000, 1);
        let mut arguments = arguments.iter();
        while let Some(argument) = arguments.next() {
            let value = arguments.next()?;
            match argument.as_str() {
                "--reference" => reference = Some(Utf8PathBuf::from(value)),
                "--sources" => sources.push(Utf8PathBuf::from(value)),
                "--variants" => variants = value.parse().ok()?,
                "--seed" => seed = value.parse().ok()?,
                _ => return None,
            }
        }
        if sources.is_empty() {
            sources = vec![root().join("stdlib"), root().join("test-projects")];
        }
        Some(Self {
            reference: reference?,
            sources,
            variants,
            seed,
        })
    }
}

impl Compared {
    fn is_different(&self) -> bool {
        self.ours != self.theirs
    }

    fn write(&self, path: &Utf8Path, text: &str) -> Result<(), String> {
        let refused = "(refused)\n";
        let files = [
            ("gleam", text),
            ("ours", self.ours.as_deref().unwrap_or(refused)),
            ("theirs", self.theirs.as_deref().unwrap_or(refused)),
        ];
        for (extension, text) in files {
            let path = path.with_extension(extension);
            fs::write(&path, text).map_err(|error| format!("{path}: {error}"))?;
        }
        Ok(())
    }
}

/// How often both did what, by kind of text.
#[derive(Default)]
struct Counts(BTreeMap<Kind, Count>);

#[derive(Default)]
struct Count {
    equal: usize,
    refused: usize,
    different: usize,
}

impl Counts {
    fn add(&mut self, compared: &Compared) {
        let count = self.0.entry(compared.kind).or_default();
        let field = match (compared.is_different(), &compared.ours) {
            (true, _) => &mut count.different,
            (false, None) => &mut count.refused,
            (false, Some(_)) => &mut count.equal,
        };
        *field += 1;
    }

    fn sum(mut self, other: Self) -> Self {
        for (kind, count) in other.0 {
            let sum = self.0.entry(kind).or_default();
            sum.equal += count.equal;
            sum.refused += count.refused;
            sum.different += count.different;
        }
        self
    }

    fn print(&self) {
        println!("                 equal  both refuse  different");
        for (kind, count) in &self.0 {
            let (equal, refused, different) = (count.equal, count.refused, count.different);
            println!("{:14} {equal:7} {refused:12} {different:10}", kind.name());
        }
    }
}

/// What the other formatter makes of a text; nothing if it refuses it.
fn reference(program: &Utf8Path, text: &str) -> Result<Option<String>, String> {
    let failed = |error: std::io::Error| format!("{program}: {error}");
    let mut child = Command::new(program)
        .args(["format", "--stdin"])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .map_err(failed)?;
    // It reads everything before it writes.
    if let Some(mut input) = child.stdin.take() {
        input.write_all(text.as_bytes()).map_err(failed)?;
    }
    let output = child.wait_with_output().map_err(failed)?;
    let text = String::from_utf8(output.stdout).map_err(|error| format!("{program}: {error}"))?;
    Ok(output.status.success().then_some(text))
}

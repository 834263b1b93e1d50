//! `cargo xtask differential`: programs that a generator makes, run on every target, and with
//! another compiler if there is one. All must print the same.

mod batch;
mod compiler;
mod shrink;

use std::process::ExitCode;
use std::time::Instant;

use camino::{Utf8Path, Utf8PathBuf};
use generator::{Program, Random, ill_typed, program};

use crate::run::{root, tindra};
use batch::{Bench, Verdict};
use compiler::Compiler;

const USAGE: &str = "\
usage: cargo xtask differential [--programs N] [--seed S] [--first N] [--batch N]
                                [--reference PATH] [--tindra PATH] [--ill-typed] [--shrink N]

  --programs N      how many programs to make (default 1000)
  --seed S          which: equal seeds give equal programs (default 1)
  --first N         leave out the programs before the Nth
  --batch N         how many programs share a project (default 100)
  --reference PATH  another compiler of the language, to compare with
  --tindra PATH     our compiler, if it is built already
  --shrink N        look for smaller programs for the first N differences (default 8)
  --ill-typed       break each program in one place, and compare who refuses it
";
/// What the command line asks for.
struct Options {
    programs: u64,
    first: u64,
    seed: u64,
    batch: u64,
    reference: Option<Utf8PathBuf>,
    tindra: Option<Utf8PathBuf>,
    is_ill_typed: bool,
    /// Looking for a smaller program takes long: only so many are looked for.
    shrink: usize,
}

/// Runs the task; the exit code is 1 if there was a difference.
pub(crate) fn differential(arguments: &[String]) -> Result<ExitCode, String> {
    let Some(options) = Options::parse(arguments) else {
        eprint!("{USAGE}");
        return Ok(ExitCode::from(2));
    };
    let tindra = tindra(options.tindra.as_ref())?;
    let mut compilers = vec![Compiler::new("tindra", &tindra)];
    compilers.extend(
        options
            .reference
            .as_deref()
            .map(|path| Compiler::new("reference", path)),
    );
    let folder = root()
        .join("target/differential")
        .join(format!("{}-{}", options.seed, options.first));
    let bench = Bench {
        compilers,
        folder: folder.clone(),
        only_checks: options.is_ill_typed,
    };
    let start = Instant::now();
    let mut found = Vec::new();
    let mut first = options.first;
    let end = first + options.programs;
    while first < end {
        let last = end.min(first + options.batch);
        let programs: Vec<(String, Program)> =
            (first..last).map(|index| options.program(index)).collect();
        for (name, program, verdict) in bench.differing(&programs)? {
            println!("{name}: {}", verdict.headline());
            let (small, verdict) = if found.len() < options.shrink {
                shrink::shrink(&bench, program, &verdict)?
            } else {
                (program, verdict)
            };
            println!("  {}", save(&folder, (&name, &small), &verdict)?);
            found.push(name);
        }
        first = last;
        let seconds = start.elapsed().as_secs();
        println!(
            "{} programs in {seconds} s, {} differ",
            first - options.first,
            found.len()
        );
    }
    Ok(ExitCode::from(u8::from(!found.is_empty())))
}

impl Options {
    fn parse(arguments: &[String]) -> Option<Self> {
        let mut options = Self {
            programs: 1000,
            first: 0,
            seed: 1,
            batch: 100,
            reference: None,
            tindra: None,
            is_ill_typed: false,
            shrink: 8,
        };
        let mut arguments = arguments.iter();
        while let Some(argument) = arguments.next() {
            match argument.as_str() {
                "--programs" => options.programs = arguments.next()?.parse().ok()?,
                "--seed" => options.seed = arguments.next()?.parse().ok()?,
                "--first" => options.first = arguments.next()?.parse().ok()?,
                "--batch" => options.batch = arguments.next()?.parse::<u64>().ok()?.max(1),
                "--reference" => options.reference = Some(arguments.next()?.into()),
                "--tindra" => options.tindra = Some(arguments.next()?.into()),
                "--shrink" => options.shrink = arguments.next()?.parse().ok()?,
                "--ill-typed" => options.is_ill_typed = true,
                _ => return None,
            }
        }
        Some(options)
    }

    fn program(&self, index: u64) -> (String, Program) {
        let seed = self.seed.wrapping_mul(1_000_000).wrapping_add(index);
        let mut made = program(seed);
        if self.is_ill_typed {
            made = ill_typed(&made, &mut Random::new(!seed));
        }
        (format!("p{index}"), made)
    }
}

/// Writes a program, and what was seen of it, to a file, whose path it gives.
fn save(
    folder: &Utf8Path,
    (name, program): (&str, &Program),
    verdict: &Verdict,
) -> Result<Utf8PathBuf, String> {
    let mut text = String::new();
    for (module, source) in program.print(name, true) {
        text.push_str(&format!("// src/{module}.gleam\n{source}\n"));
    }
    text.push_str(&verdict.comment());
    let path = folder.join(format!("{name}.gleam"));
    std::fs::write(&path, text).map_err(|error| format!("{path}: {error}"))?;
    Ok(path)
}

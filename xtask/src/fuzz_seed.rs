//! `cargo xtask fuzz-seed`: sources of the project as a start for the fuzz targets.

use std::fs;
use std::process::ExitCode;

use crate::run::{files_below, read, root};

const TARGETS: [&str; 5] = ["lexer", "parser", "formatter", "checker", "lower"];
/// Longer sources slow the fuzzers down more than they show.
const LONGEST: usize = 6000;

/// Copies the Gleam sources of `stdlib` and `test-projects`, and those of the pages, to the corpus
/// of each target.
pub(crate) fn seed() -> Result<ExitCode, String> {
    let mut seeds = Vec::new();
    for folder in ["stdlib", "test-projects"] {
        for path in files_below(&root().join(folder), "gleam")? {
            seeds.push(read(&path)?);
        }
    }
    for pages in [
        "compiler-core/tests/pages",
        "compiler-core/format/tests/pages",
    ] {
        for path in files_below(&root().join(pages), "md")? {
            let text = read(&path)?;
            let fences = text.split("```gleam\n").skip(1);
            let sources = fences.filter_map(|rest| rest.split("```").next());
            seeds.extend(sources.map(str::to_string));
        }
    }
    seeds.retain(|seed| seed.len() <= LONGEST);
    for target in TARGETS {
        let folder = root().join("fuzz/corpus").join(target);
        fs::create_dir_all(&folder).map_err(|error| format!("{folder}: {error}"))?;
        for (index, seed) in seeds.iter().enumerate() {
            let path = folder.join(format!("seed-{index}"));
            fs::write(&path, seed).map_err(|error| format!("{path}: {error}"))?;
        }
    }
    println!("{} seeds for each of {}", seeds.len(), TARGETS.join(", "));
    Ok(ExitCode::SUCCESS)
}

//! Stands for the compiler's own sources: what another version found out is never used.

use std::error::Error;
use std::path::{Path, PathBuf};
use std::{env, fs};

use xxhash_rust::xxh3::Xxh3;

fn main() -> Result<(), Box<dyn Error>> {
    let root = PathBuf::from(env::var("CARGO_MANIFEST_DIR")?);
    let crates = [
        "", "source", "report", "syntax", "analysis", "ir", "emit", "format",
    ];
    let mut files = Vec::new();
    for name in crates {
        let folder = root.join(name).join("src");
        println!("cargo::rerun-if-changed={}", folder.display());
        files_below(&folder, &mut files)?;
    }
    files.sort();
    let mut hasher = Xxh3::new();
    for file in &files {
        hasher.update(&fs::read(file)?);
    }
    println!(
        "cargo::rustc-env=TINDRA_FINGERPRINT={:016x}",
        hasher.digest()
    );
    Ok(())
}

fn files_below(folder: &Path, files: &mut Vec<PathBuf>) -> Result<(), Box<dyn Error>> {
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        if path.is_dir() {
            files_below(&path, files)?;
        } else {
            files.push(path);
        }
    }
    Ok(())
}

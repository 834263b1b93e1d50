//! Lists the files of the bundled packages for `lib.rs`: configuration, sources, and `priv`.

use std::error::Error;
use std::fmt::Write;
use std::path::{Path, PathBuf};
use std::{env, fs};

use xxhash_rust::xxh3::Xxh3;

fn main() -> Result<(), Box<dyn Error>> {
    let root = PathBuf::from(env::var("CARGO_MANIFEST_DIR")?);
    let mut files = Vec::new();
    for package in folders(&root)? {
        if package.join("gleam.toml").is_file() {
            files.push(package.join("gleam.toml"));
            println!(
                "cargo::rerun-if-changed={}",
                package.join("gleam.toml").display()
            );
            for part in ["src", "priv"] {
                println!("cargo::rerun-if-changed={}", package.join(part).display());
                files_below(&package.join(part), &mut files)?;
            }
        }
    }
    // The root is not watched, since packages keep their own output below it: a new package is seen
    // when this file or another package changes.
    println!("cargo::rerun-if-changed=build.rs");
    files.sort();
    let mut hasher = Xxh3::new();
    let mut code = String::from("/// All files, sorted by path.\npub static FILES: &[File] = &[\n");
    for file in &files {
        let path = file
            .strip_prefix(&root)?
            .to_str()
            .ok_or("a path is not UTF-8")?;
        let path = path.replace('\\', "/");
        hasher.update(path.as_bytes());
        hasher.update(&fs::read(file)?);
        writeln!(
            code,
            "    File {{ path: {path:?}, bytes: include_bytes!({:?}) }},",
            file.display().to_string()
        )?;
    }
    writeln!(code, "];\n\n/// Changes whenever a file does.")?;
    writeln!(
        code,
        "pub const FINGERPRINT: &str = \"{:016x}\";",
        hasher.digest()
    )?;
    fs::write(Path::new(&env::var("OUT_DIR")?).join("files.rs"), code)?;
    Ok(())
}

fn folders(root: &Path) -> Result<Vec<PathBuf>, Box<dyn Error>> {
    let mut found = Vec::new();
    for entry in fs::read_dir(root)? {
        let path = entry?.path();
        if path.is_dir() {
            found.push(path);
        }
    }
    Ok(found)
}

fn files_below(folder: &Path, files: &mut Vec<PathBuf>) -> Result<(), Box<dyn Error>> {
    if !folder.is_dir() {
        return Ok(());
    }
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

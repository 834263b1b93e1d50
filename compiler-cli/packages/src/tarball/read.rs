//! Reading archives that nobody vouches for: nothing in them may reach beyond the package's folder.

use std::collections::BTreeMap;
use std::io::{Cursor, Read};

use camino::{Utf8Component, Utf8Path, Utf8PathBuf};
use flate2::read::GzDecoder;
use tar::EntryType;

use super::term::{self, Term};
use super::{Archive, FORMAT, File, Files};
use crate::problem::Problem;
use crate::registry::{hexadecimal, sha256};

/// The most that the files of a package may take, unpacked; as Hex has it.
const LIMIT: u64 = 128 << 20;

/// Reads an archive, and compares the checksum in it. `package` is what it should be.
pub fn read(package: &str, bytes: &[u8]) -> Result<Archive, Problem> {
    let wrong = |reason: String| Problem::Archive {
        package: package.to_string(),
        reason,
    };
    let mut outer = parts(bytes).map_err(wrong)?;
    let mut part = |name: &str| {
        let found = outer.remove(name);
        found.ok_or_else(|| wrong(format!("it has no `{name}`")))
    };
    let version = part("VERSION")?;
    let checksum = part("CHECKSUM")?;
    let facts = part("metadata.config")?;
    let contents = part("contents.tar.gz")?;
    if version != FORMAT.as_bytes() {
        let version = String::from_utf8_lossy(&version).into_owned();
        return Err(wrong(format!("its format has the version `{version}`")));
    }
    let whole = [&*version, &*facts, &*contents].concat();
    let stated = String::from_utf8_lossy(&checksum).trim().to_uppercase();
    if hexadecimal(&sha256(&whole)) != stated {
        return Err(Problem::Tampered {
            what: format!("The archive of `{package}`"),
            reason: "the checksum in it is wrong".to_string(),
        });
    }
    let facts = String::from_utf8(facts).map_err(|_| wrong("its facts are no text".into()))?;
    let facts = term::parse_all(&facts).map_err(wrong)?;
    let files = files(&contents).map_err(wrong)?;
    let archive = described(&facts, files);
    if archive.name != package {
        return Err(wrong(format!("it is the package `{}`", archive.name)));
    }
    Ok(archive)
}

/// The parts of the outer archive.
fn parts(bytes: &[u8]) -> Result<BTreeMap<String, Vec<u8>>, String> {
    let mut parts = BTreeMap::new();
    let mut tar = tar::Archive::new(Cursor::new(bytes));
    let entries = tar.entries().map_err(|error| error.to_string())?;
    for entry in entries {
        let mut entry = entry.map_err(|error| error.to_string())?;
        let name = String::from_utf8_lossy(&entry.path_bytes()).into_owned();
        let mut part = Vec::new();
        entry
            .read_to_end(&mut part)
            .map_err(|error| error.to_string())?;
        parts.insert(name, part);
    }
    Ok(parts)
}

/// The files of a compressed archive; links stand for what they name.
fn files(bytes: &[u8]) -> Result<Files, String> {
    files_of(GzDecoder::new(bytes).take(LIMIT + (LIMIT >> 2)))
}

/// The same of one that is not compressed. None of them is outside of the folder they are put into.
pub(crate) fn files_of(tar: impl Read) -> Result<Files, String> {
    let mut files = BTreeMap::new();
    let mut links = Vec::new();
    let mut left = LIMIT;
    let mut tar = tar::Archive::new(tar);
    for entry in tar.entries().map_err(|error| error.to_string())? {
        let mut entry = entry.map_err(|error| error.to_string())?;
        let kind = entry.header().entry_type();
        let path = text(&entry.path_bytes())?;
        if matches!(kind, EntryType::XGlobalHeader | EntryType::XHeader) {
            continue;
        }
        let path = confined(&path)?;
        match kind {
            EntryType::Directory => {}
            EntryType::Regular | EntryType::Continuous => {
                let mode = entry.header().mode().unwrap_or_default();
                let mut contents = Vec::new();
                (&mut entry)
                    .take(left + 1)
                    .read_to_end(&mut contents)
                    .map_err(|error| error.to_string())?;
                left = left
                    .checked_sub(contents.len() as u64)
                    .ok_or("it is too large")?;
                let file = File {
                    bytes: contents,
                    executable: mode & 0o111 != 0,
                };
                if files.insert(path.clone(), file).is_some() {
                    return Err(format!("it has `{path}` twice"));
                }
            }
            EntryType::Symlink | EntryType::Link => {
                let target = entry.link_name_bytes().unwrap_or_default();
                links.push((path, text(&target)?, kind));
            }
            _ => return Err(format!("`{path}` is neither a file nor a folder")),
        }
    }
    for (path, target, kind) in links {
        let base = match kind {
            EntryType::Symlink => path.parent().unwrap_or(Utf8Path::new("")),
            _ => Utf8Path::new(""),
        };
        let target = confined(base.join(target).as_str())?;
        // A link to a folder, or to nothing, is left out.
        if let Some(file) = files.get(&target).cloned() {
            files.insert(path, file);
        }
    }
    no_file_is_a_folder(&files)?;
    Ok(files)
}

/// A path below the package's folder, without `.` and `..`; an error if it leads out of it.
fn confined(path: &str) -> Result<Utf8PathBuf, String> {
    let leads_out = || format!("`{path}` is not in the package's folder");
    if path.contains(['\\', ':', '\0']) {
        return Err(leads_out());
    }
    let mut inside = Utf8PathBuf::new();
    for part in Utf8Path::new(path).components() {
        match part {
            Utf8Component::Normal(name) => inside.push(name),
            Utf8Component::CurDir => {}
            Utf8Component::ParentDir => {
                if !inside.pop() {
                    return Err(leads_out());
                }
            }
            Utf8Component::RootDir | Utf8Component::Prefix(_) => return Err(leads_out()),
        }
    }
    Ok(inside)
}

fn no_file_is_a_folder(files: &Files) -> Result<(), String> {
    let mut all = files.keys().flat_map(|path| path.ancestors().skip(1));
    match all.find(|folder| files.contains_key(*folder)) {
        Some(path) => Err(format!("`{path}` is both a file and a folder")),
        None => Ok(()),
    }
}

fn text(bytes: &[u8]) -> Result<String, String> {
    String::from_utf8(bytes.to_vec()).map_err(|_| "the name of a file is not UTF-8".to_string())
}

/// What the facts say, as far as a build needs it.
fn described(facts: &[Term], files: Files) -> Archive {
    let fact = |key: &str| facts.iter().find_map(|fact| fact.value_for(key));
    let words = |key: &str| fact(key).and_then(Term::text).unwrap_or_default();
    let tools = fact("build_tools").map(Term::items).unwrap_or_default();
    let mut requirements = BTreeMap::new();
    for item in fact("requirements").map(Term::items).unwrap_or_default() {
        // `{Name, [{Key, Value}]}`, or a list of pairs with the name among them.
        let (name, pairs) = match item {
            Term::Tuple(parts) if parts.len() == 2 => (parts[0].text(), parts[1].items()),
            other => (None, other.items()),
        };
        let value = |key: &str| pairs.iter().find_map(|pair| pair.value_for(key));
        let name = name.or_else(|| value("name").and_then(Term::text));
        let range = value("requirement").and_then(Term::text);
        let optional = value("optional").is_some_and(|it| *it == Term::Atom("true".into()));
        if let Some(name) = name {
            let range = range.unwrap_or_else(|| ">= 0.0.0".to_string());
            requirements.insert(name, (range, optional));
        }
    }
    Archive {
        name: words("name"),
        version: words("version"),
        app: fact("app").and_then(Term::text),
        build_tools: tools.iter().filter_map(Term::text).collect(),
        requirements,
        files,
    }
}

//! `tindra format`

mod seen;

use std::io::Read;
use std::process::ExitCode;
use std::{fs, io};

use camino::{Utf8Path, Utf8PathBuf};
use compiler_core::{FileId, Host, HostError, SourceText};
use rayon::prelude::*;
use report::{Report, Sources};

use crate::args::Format;
use crate::failure::Failure;
use crate::host::Disk;
use crate::ui;

use seen::Seen;

/// Formats files, those below folders, or standard input.
pub(crate) fn format(options: &Format) -> Result<ExitCode, Failure> {
    if options.stdin {
        return format_stdin(options.check);
    }
    let mut failures = Vec::new();
    let mut files = Vec::new();
    for path in &options.files {
        match sources_below(path) {
            Ok(found) => files.extend(found),
            Err(failure) => failures.push(failure),
        }
    }
    files.sort();
    files.dedup();
    let seen = Seen::read();
    let outcomes: Vec<_> = files
        .par_iter()
        .enumerate()
        .map(|(index, path)| format_file(FileId(index as u32), path, options.check, &seen))
        .collect();
    seen.add(outcomes.iter().filter_map(|outcome| match outcome {
        Outcome::Formatted(hash) => Some(*hash),
        _ => None,
    }));
    let mut unformatted = Vec::new();
    let mut broken = Broken::default();
    for (path, outcome) in files.into_iter().zip(outcomes) {
        match outcome {
            Outcome::Formatted(_) => {}
            Outcome::Differs => unformatted.push(path),
            Outcome::Broken(text, reports) => broken.add(text, reports),
            Outcome::Failed(failure) => failures.push(failure.into()),
        }
    }
    ui::reports(&broken.reports, &broken);
    for failure in &failures {
        ui::failure(failure);
    }
    if !unformatted.is_empty() {
        return Err(Failure::Unformatted { files: unformatted });
    }
    if failures.is_empty() && broken.reports.is_empty() {
        Ok(ExitCode::SUCCESS)
    } else {
        Err(Failure::Told)
    }
}

/// What came of a file.
enum Outcome {
    /// It is as it should be: the hash of its text.
    Formatted(u128),
    /// It was only looked at and should be otherwise.
    Differs,
    /// It does not parse.
    Broken(SourceText, Vec<Report>),
    /// It could not be read or written.
    Failed(HostError),
}

fn format_file(file: FileId, path: &Utf8Path, check: bool, seen: &Seen) -> Outcome {
    let text = match read(path) {
        Ok(text) => text,
        Err(error) => return Outcome::Failed(error),
    };
    let hash = seen::hash(&text);
    if seen.contains(hash) {
        return Outcome::Formatted(hash);
    }
    match format::format(file, &text) {
        Ok(formatted) if formatted == text => Outcome::Formatted(hash),
        Ok(_) if check => Outcome::Differs,
        Ok(formatted) => match replace(path, &formatted) {
            Ok(()) => Outcome::Formatted(seen::hash(&formatted)),
            Err(error) => Outcome::Failed(error),
        },
        Err(problems) => {
            let reports = problems.iter().map(|problem| problem.report(file));
            let shown = path.strip_prefix("./").unwrap_or(path);
            let source = SourceText::new(file, shown.as_str(), &text);
            Outcome::Broken(source, reports.collect())
        }
    }
}

fn read(path: &Utf8Path) -> Result<String, HostError> {
    String::from_utf8(Disk.read(path)?).map_err(|error| HostError {
        action: "read",
        path: path.to_owned(),
        reason: error.to_string(),
    })
}

/// Writes the file that `path` leads to; it keeps who may read and write it.
fn replace(path: &Utf8Path, text: &str) -> Result<(), HostError> {
    let real = path.canonicalize_utf8().unwrap_or_else(|_| path.to_owned());
    let permissions = fs::metadata(&real).map(|data| data.permissions());
    Disk.write(&real, text.as_bytes())?;
    if let Ok(permissions) = permissions {
        // What could be written is right already; its permissions are those of a new file at worst.
        let _ = fs::set_permissions(&real, permissions);
    }
    Ok(())
}

/// The file itself, or the sources below a folder that no `.gitignore` excludes and no build made.
fn sources_below(path: &Utf8Path) -> Result<Vec<Utf8PathBuf>, Failure> {
    if path.is_file() {
        return Ok(vec![path.to_owned()]);
    }
    fs::metadata(path).map_err(|error| unreadable(path, &error))?;
    let mut files = Vec::new();
    let walk = ignore::WalkBuilder::new(path)
        .hidden(false)
        .filter_entry(|entry| {
            let is_folder = entry.file_type().is_some_and(|kind| kind.is_dir());
            !(is_folder
                && entry.depth() > 0
                && (entry.file_name() == "build" || entry.file_name() == ".git"))
        })
        .build();
    for entry in walk {
        let entry = entry.map_err(|error| Failure::Program {
            program: path.to_string(),
            reason: error.to_string(),
        })?;
        if let Some(found) = Utf8Path::from_path(entry.path())
            && found.extension() == Some("gleam")
            && found.is_file()
        {
            files.push(found.to_owned());
        }
    }
    Ok(files)
}

fn unreadable(path: &Utf8Path, error: &io::Error) -> Failure {
    HostError {
        action: "read",
        path: path.to_owned(),
        reason: error.to_string(),
    }
    .into()
}

fn format_stdin(check: bool) -> Result<ExitCode, Failure> {
    let name = "<standard input>";
    let mut text = String::new();
    io::stdin()
        .read_to_string(&mut text)
        .map_err(|error| unreadable(name.into(), &error))?;
    let file = FileId(0);
    match format::format(file, &text) {
        Ok(formatted) if check && formatted != text => Err(Failure::Unformatted {
            files: vec![name.into()],
        }),
        Ok(formatted) => {
            if !check {
                ui::print(&formatted);
            }
            Ok(ExitCode::SUCCESS)
        }
        Err(problems) => {
            let mut broken = Broken::default();
            let reports = problems
                .iter()
                .map(|problem| problem.report(file))
                .collect();
            broken.add(SourceText::new(file, name, &text), reports);
            ui::reports(&broken.reports, &broken);
            Err(Failure::Told)
        }
    }
}

/// The problems of files that do not parse.
#[derive(Default)]
struct Broken {
    sources: Vec<SourceText>,
    reports: Vec<Report>,
}

impl Broken {
    fn add(&mut self, source: SourceText, reports: Vec<Report>) {
        self.sources.push(source);
        self.reports.extend(reports);
    }
}

impl Sources for Broken {
    fn source(&self, file: FileId) -> Option<&SourceText> {
        self.sources.iter().find(|source| source.file == file)
    }
}

//! The project whose tests are examples.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::process::{Command, Stdio};

use camino::{Utf8Path, Utf8PathBuf};

use super::{Case, Package};
use crate::run::{output, root};
use crate::stdlib::example::bound_name;
use crate::stdlib::folder;

const MAIN: &str = "import gleeunit\n\npub fn main() -> Nil {\n  gleeunit.main()\n}\n";

/// Runs the cases on a target; the places of those that do not compile or fail.
pub(super) fn run(
    tindra: &Utf8Path,
    packages: &[Package],
    mut cases: Vec<Case>,
    target: &str,
) -> Result<Vec<String>, String> {
    let project = root().join("target/doc-examples").join(target);
    let mut failed = Vec::new();
    loop {
        let files = arrange(&cases);
        write(&project, packages, target, &files)?;
        let tested = test(tindra, &project, target)?;
        let broken = not_compiled(&tested.problems, &files);
        if broken.is_empty() {
            let report = format!("{}\n{}", tested.printed, tested.problems);
            let found = files.values().flat_map(|file| &file.tests);
            let found = found.filter(|test| report.contains(&test.name));
            let before = failed.len();
            failed.extend(found.map(|test| cases[test.case].place()));
            if !tested.good {
                println!("{}", tested.printed);
            }
            if !tested.good && failed.len() == before {
                return Err(format!("the examples do not run:\n{}", tested.problems));
            }
            return Ok(failed);
        }
        // The others are run without those that do not compile.
        println!(
            "{}",
            errors(&tested.problems).collect::<Vec<_>>().join("\n")
        );
        failed.extend(broken.iter().map(|case| cases[*case].place()));
        let mut index = 0..;
        cases.retain(|_| index.next().is_some_and(|at| !broken.contains(&at)));
    }
}

/// A module of tests.
#[derive(Default)]
struct File {
    text: String,
    tests: Vec<Test>,
}

/// One of them: where its case is among the cases, and its first and last line.
struct Test {
    /// `examples/gleam_list_0.map_line_12_test`
    name: String,
    case: usize,
    first: usize,
    last: usize,
}

/// Modules of tests by name. Examples of one module share one, unless their imports disagree.
fn arrange(cases: &[Case]) -> BTreeMap<String, File> {
    let mut groups: Vec<Group<'_>> = Vec::new();
    for (index, case) in cases.iter().enumerate() {
        let fitting = groups.last_mut().filter(|group| group.takes(case));
        match fitting {
            Some(group) => group.add(index, case),
            None => {
                let mut group = Group {
                    module: &case.module,
                    whole: case.example.is_module,
                    imports: BTreeMap::new(),
                    cases: Vec::new(),
                };
                group.add(index, case);
                groups.push(group);
            }
        }
    }
    let numbered = groups.iter().enumerate().map(|(number, group)| {
        let module = group.module.replace('/', "_");
        let name = format!("examples/{module}_{number}");
        let file = group.file(&name, cases);
        (name, file)
    });
    numbered.collect()
}

struct Group<'a> {
    module: &'a str,
    /// Whether it is one example that is a module.
    whole: bool,
    imports: BTreeMap<&'a str, &'a str>,
    cases: Vec<usize>,
}

impl<'a> Group<'a> {
    fn takes(&self, case: &Case) -> bool {
        let agrees = |import: &String| {
            // Names out of braces could mean something else in the other examples.
            let known = self.imports.get(bound_name(import));
            known.map_or(!import.contains('{'), |known| known == import)
        };
        !self.whole
            && !case.example.is_module
            && self.module == case.module
            && case.example.imports.iter().all(agrees)
            && self
                .imports
                .values()
                .all(|import| !import.contains('{') || case.example.imports.contains(*import))
    }

    fn add(&mut self, index: usize, case: &'a Case) {
        self.cases.push(index);
        let imports = case.example.imports.iter();
        let imports = imports.map(|import| (bound_name(import), import.as_str()));
        self.imports.extend(imports);
    }

    fn file(&self, name: &str, cases: &[Case]) -> File {
        let mut file = File::default();
        for import in self.imports.values() {
            file.line(import);
        }
        for index in &self.cases {
            let case = &cases[*index];
            file.line("");
            file.line(&format!("// {}", case.place()));
            let first = file.text.lines().count();
            let function = function(case);
            if !case.example.is_module {
                file.line(&format!("pub fn {function}() {{"));
            }
            for line in &case.example.body {
                file.line(line);
            }
            if !case.example.is_module {
                file.line("}");
            }
            let last = file.text.lines().count();
            file.tests.push(Test {
                name: format!("{name}.{function}"),
                case: *index,
                first,
                last,
            });
        }
        file
    }
}

impl File {
    fn line(&mut self, line: &str) {
        self.text.push_str(line);
        self.text.push('\n');
    }
}

/// What is only compiled is no test.
fn function(case: &Case) -> String {
    let definition = if case.definition.is_empty() {
        "module".to_string()
    } else {
        case.definition.to_lowercase()
    };
    let end = if case.example.compiled_only {
        "compiled"
    } else {
        "test"
    };
    format!("{definition}_line_{}_{end}", case.example.line)
}

/// Writes the project anew; what was built of it before stays.
fn write(
    project: &Utf8Path,
    packages: &[Package],
    target: &str,
    files: &BTreeMap<String, File>,
) -> Result<(), String> {
    let mut config = format!(
        "name = \"doc_examples\"\nversion = \"1.0.0\"\ntarget = \"{target}\"\n\n[dependencies]\n"
    );
    for package in packages {
        if package.targets().contains(&target) {
            config += &format!("{} = \">= 0.0.0\"\n", package.name);
        }
    }
    let mut texts: BTreeMap<Utf8PathBuf, &str> = BTreeMap::from([
        ("gleam.toml".into(), config.as_str()),
        ("test/doc_examples_test.gleam".into(), MAIN),
    ]);
    for (name, file) in files {
        texts.insert(format!("test/{name}.gleam").into(), &file.text);
    }
    // Examples leave files behind.
    if project.is_dir() {
        let entries = project.read_dir_utf8().map_err(|error| error.to_string())?;
        for entry in entries.flatten() {
            let path = entry.path();
            let removed = match path.file_name() {
                Some("build") => Ok(()),
                _ if path.is_dir() => fs::remove_dir_all(path),
                _ => fs::remove_file(path),
            };
            removed.map_err(|error| format!("{path}: {error}"))?;
        }
    }
    for (path, text) in texts {
        let path = project.join(path);
        let folder = path.parent().unwrap_or(project);
        let written = fs::create_dir_all(folder).and_then(|()| fs::write(&path, text));
        written.map_err(|error| format!("{path}: {error}"))?;
    }
    Ok(())
}

struct Tested {
    good: bool,
    printed: String,
    problems: String,
}

fn test(tindra: &Utf8Path, project: &Utf8Path, target: &str) -> Result<Tested, String> {
    let mut command = Command::new(tindra);
    command
        .args(["test", "--no-print-progress", "--target", target])
        .arg("--packages")
        .arg(folder())
        .env("NO_COLOR", "1")
        .stdin(Stdio::null())
        .current_dir(project);
    let output = output(&mut command)?;
    let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
    Ok(Tested {
        good: output.status.success(),
        printed: text(&output.stdout),
        problems: text(&output.stderr),
    })
}

/// The paragraphs of errors among those of warnings.
fn errors(problems: &str) -> impl Iterator<Item = &str> {
    let mut inside = false;
    problems.lines().filter(move |line| {
        if line.starts_with("error") || line.starts_with("warning") {
            inside = line.starts_with("error");
        }
        inside
    })
}

/// The cases at the places of errors.
fn not_compiled(problems: &str, files: &BTreeMap<String, File>) -> BTreeSet<usize> {
    let mut broken = BTreeSet::new();
    for line in errors(problems) {
        let Some((_, place)) = line.split_once("test/") else {
            continue;
        };
        let mut parts = place.split(':');
        let name = parts.next().unwrap_or_default();
        let file = files.get(name.trim_end_matches(".gleam"));
        let at: Option<usize> = parts.next().and_then(|at| at.parse().ok());
        if let (Some(file), Some(at)) = (file, at) {
            let tests = file.tests.iter();
            let hit = tests.filter(|test| test.first <= at && at <= test.last);
            broken.extend(hit.map(|test| test.case));
        }
    }
    broken
}

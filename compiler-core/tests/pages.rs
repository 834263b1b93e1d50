//! Runs the pages in `tests/pages`: every fence but `gleam` and `output` is an expectation.
//!
//! `UPDATE=1 cargo test --test pages` writes what is found into the pages.

#![expect(
    clippy::unwrap_used,
    reason = "a test that cannot read its pages has failed"
)]

use std::path::Path;

use compiler_core::build::{Layout, Mode, check};
use compiler_core::package::{ResolveOptions, resolve};
use compiler_core::timings::Timings;
use compiler_core::{
    Analysis, FileId, Name, SourceText, Target, Workspace, dump_core, dump_declarations, dump_ir,
    dump_javascript, dump_types,
};
use report::{Report, Sources, Style, render, to_json, to_short};
use testkit::{Case, Memory, Page, difference, pages_below};

#[test]
fn pages_say_what_happens() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/pages");
    let pages = pages_below(&folder).unwrap();
    let update = std::env::var_os("UPDATE").is_some();
    let mut failures = Vec::new();
    let mut expectations = 0;
    for page in &pages {
        let mut found = Vec::new();
        for (case_index, case) in page.cases.iter().enumerate() {
            for (fence_index, fence) in case.fences.iter().enumerate() {
                let Some(text) = stage(page, case, &fence.tag) else {
                    continue;
                };
                expectations += 1;
                if text != fence.body {
                    let place = format!("{} — {} — {}", page.path.display(), case.name, fence.tag);
                    failures.push(format!("{place}\n{}", difference(&fence.body, &text)));
                    found.push((case_index, fence_index, text));
                }
            }
        }
        if update && !found.is_empty() {
            std::fs::write(&page.path, page.with_bodies(&found)).unwrap();
        }
    }
    assert!(expectations > 0, "no page has an expectation");
    assert!(update || failures.is_empty(), "{}", failures.join("\n"));
}

/// What a stage makes of a case; nothing for fences that are input or are run elsewhere.
fn stage(page: &Page, case: &Case, tag: &str) -> Option<String> {
    match tag {
        "problems" => Some(Checked::new(case, Target::Erlang).problems()),
        "problems-short" => Some(Checked::new(case, Target::Erlang).short()),
        "problems-json" => Some(Checked::new(case, Target::Erlang).json()),
        "problems-javascript" => Some(Checked::new(case, Target::JavaScript).problems()),
        "types" => Some(Checked::new(case, Target::Erlang).types()),
        "ir" => Some(Checked::new(case, Target::Erlang).ir()),
        "core-erlang" => Some(Checked::new(case, Target::Erlang).core()),
        "javascript" => Some(Checked::new(case, Target::JavaScript).javascript()),
        "typescript" => Some(Checked::new(case, Target::JavaScript).declarations()),
        "packages" => Some(packages(case)),
        "gleam" | "output" | "sh" | "toml" => None,
        other => panic!(
            "{}: unknown fence `{other}` in {}",
            page.path.display(),
            case.name
        ),
    }
}

/// The files of a case, in `/app`. The first without a name is the module `page`.
fn files(case: &Case) -> Memory {
    let memory = Memory::default();
    memory.put("/app/gleam.toml", "name = \"app\"\n");
    for (tag, default) in [("gleam", "src/page.gleam"), ("toml", "gleam.toml")] {
        for fence in case.tagged(tag) {
            let file = fence.file.as_deref().unwrap_or(default);
            memory.put(&format!("/app/{file}"), &fence.body);
        }
    }
    memory
}

/// The packages of a case and where each comes from, or what is wrong with them. Its folder
/// `bundled` has the bundled packages, and `vendored` is given with `--packages`.
fn packages(case: &Case) -> String {
    let options = ResolveOptions {
        packages: &["/app/vendored".into()],
        bundled: "/app/bundled".into(),
        dev: true,
    };
    match resolve(&files(case), "/app".into(), &options) {
        Ok(found) => {
            let packages = found.packages.iter().map(|package| {
                let config = &package.config;
                let source = package.source.name();
                format!("{} {} {source}\n", config.name, config.version)
            });
            let warnings = found.warnings.iter().map(plain);
            packages.chain(warnings).collect()
        }
        Err(error) => plain(&error.report()),
    }
}

/// A report that belongs to no file, as the terminal shows it.
fn plain(report: &Report) -> String {
    let style = Style {
        colour: false,
        width: 80,
    };
    render(report, &NoSources, style).trim_end().to_string() + "\n"
}

struct NoSources;

impl Sources for NoSources {
    fn source(&self, _: FileId) -> Option<&SourceText> {
        None
    }
}

/// A case, checked.
struct Checked {
    workspace: Workspace,
    analysis: Analysis,
    target: Target,
}

impl Checked {
    fn new(case: &Case, target: Target) -> Self {
        let memory = files(case);
        let options = ResolveOptions {
            packages: &[],
            bundled: "/bundled".into(),
            dev: true,
        };
        let found = resolve(&memory, "/app".into(), &options).unwrap();
        let workspace = Workspace::load(&memory, found.packages).unwrap();
        let layout = Layout::new("/app".into(), Mode::Dev, target);
        let analysis = check(&memory, &workspace, &layout, &|_| true, Timings::off()).unwrap();
        Self {
            workspace,
            analysis,
            target,
        }
    }

    fn problems(&self) -> String {
        let style = Style {
            colour: false,
            width: 80,
        };
        let reports = self.analysis.reports.iter();
        let rendered: Vec<String> = reports
            .map(|report| render(report, &self.workspace, style))
            .collect();
        rendered.join("").trim_end().to_string() + "\n"
    }

    fn short(&self) -> String {
        self.lines(&|report| to_short(report, &self.workspace))
    }

    fn json(&self) -> String {
        self.lines(&|report| to_json(report, &self.workspace).to_string())
    }

    fn lines(&self, line: &dyn Fn(&Report) -> String) -> String {
        let reports = self.analysis.reports.iter();
        reports.map(|report| line(report) + "\n").collect()
    }

    fn types(&self) -> String {
        self.full().map_or_else(|| self.problems(), dump_types)
    }

    fn ir(&self) -> String {
        self.full()
            .map_or_else(|| self.problems(), |full| dump_ir(full, self.target))
    }

    fn core(&self) -> String {
        self.full().map_or_else(|| self.problems(), dump_core)
    }

    fn javascript(&self) -> String {
        self.full().map_or_else(|| self.problems(), dump_javascript)
    }

    fn declarations(&self) -> String {
        let packages = self.workspace.packages_of_modules();
        self.full().map_or_else(
            || self.problems(),
            |full| dump_declarations(full, &packages),
        )
    }

    /// The module `page`, if nothing is wrong with it.
    fn full(&self) -> Option<&compiler_core::Full> {
        let module = self.analysis.modules.get(&Name::new("page"))?;
        module.full.as_deref().filter(|_| !module.has_errors())
    }
}

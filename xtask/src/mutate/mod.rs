//! `cargo xtask mutate`: sources with one token changed, checked as parts of their projects. It measures
//! how good the errors are: where the first stands, how many there are, and whether its repair works.

mod judge;
mod mutation;
mod project;
mod table;

use std::process::ExitCode;

use camino::Utf8PathBuf;
use generator::Random;

use crate::run::root;
use judge::judge;
use mutation::{Kind, Mutation};
use project::{Project, Projects};
use table::Table;

const USAGE: &str = "\
usage: cargo xtask mutate [--projects DIR] [--places N] [--seed S] [--kind K] [--show N]

  --projects DIR  a folder of packages, beside those of test-projects and stdlib
  --places N      how many random places to change (default 2000)
  --seed S        which: equal seeds give equal places (default 1)
  --kind K        only one kind of change: delete, insert, swap, misspell, drop-argument,
                  swap-constructor
  --show N        print N examples of each category of what went wrong (default 1)
";

/// What the command line asks for.
struct Options {
    projects: Option<Utf8PathBuf>,
    places: usize,
    seed: u64,
    kind: Option<Kind>,
    show: usize,
}

/// Runs the task; the exit code is 1 if something crashed.
pub(crate) fn mutate(arguments: &[String]) -> Result<ExitCode, String> {
    let Some(options) = Options::parse(arguments) else {
        eprint!("{USAGE}");
        return Ok(ExitCode::from(2));
    };
    let folders = [root().join("stdlib"), root().join("test-projects")];
    let projects = Projects::find(folders.into_iter().chain(options.projects.clone()))?;
    // Crashes are counted and shown with the others.
    std::panic::set_hook(Box::new(|_| ()));
    let table = options.run(&projects);
    print!("{}", table.print(options.show));
    Ok(if table.crashes() == 0 {
        ExitCode::SUCCESS
    } else {
        ExitCode::FAILURE
    })
}

impl Options {
    fn parse(arguments: &[String]) -> Option<Self> {
        let mut options = Self {
            projects: None,
            places: 2000,
            seed: 1,
            kind: None,
            show: 1,
        };
        let mut rest = arguments.iter();
        while let Some(flag) = rest.next() {
            let value = rest.next()?;
            match flag.as_str() {
                "--projects" => options.projects = Some(value.into()),
                "--places" => options.places = value.parse().ok()?,
                "--seed" => options.seed = value.parse().ok()?,
                "--kind" => options.kind = Some(Kind::parse(value)?),
                "--show" => options.show = value.parse().ok()?,
                _ => return None,
            }
        }
        Some(options)
    }

    /// Each project gets as many places as it has tokens: every token is as likely as any other.
    fn run(&self, projects: &Projects) -> Table {
        let sizes = projects.sizes();
        let total: usize = sizes.iter().sum();
        let mut random = Random::new(self.seed);
        let mut places: Vec<usize> = (0..self.places).map(|_| random.below(total)).collect();
        places.sort_unstable();
        let mut table = Table::default();
        let mut first = 0;
        for (index, size) in sizes.iter().enumerate() {
            let inside = places
                .iter()
                .filter(|place| (first..first + size).contains(place));
            let inside: Vec<usize> = inside.map(|place| place - first).collect();
            first += size;
            if inside.is_empty() {
                continue;
            }
            match projects.load(index) {
                Ok(mut project) => {
                    self.break_project(&mut project, &inside, &mut random, &mut table);
                }
                Err(problem) => table.left_out.push(problem),
            }
        }
        table
    }

    fn break_project(
        &self,
        project: &mut Project,
        places: &[usize],
        random: &mut Random,
        table: &mut Table,
    ) {
        for place in places {
            let Some((module, token)) = project.token(*place) else {
                continue;
            };
            let kind = self.kind.unwrap_or_else(|| random.pick(&Kind::TOKENS));
            let text = project.text(module);
            let Some(mutation) = Mutation::make(kind, &text, token, random) else {
                continue;
            };
            let outcome = judge(project, module, &text, &mutation);
            let shown = format!("{}/{}", project.name, project.path(module));
            table.add(&shown, &text, &mutation, outcome);
        }
    }
}

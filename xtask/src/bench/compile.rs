//! `cargo xtask bench compile`: how long checking and building take, beside another compiler of the
//! language in the same run.
//!
//! Projects of any size are made (`generator::Layered`), and folders of packages can be given. What
//! is cold starts without build folder and without any cache.

use std::fs;
use std::process::{Command, ExitCode};

use camino::{Utf8Path, Utf8PathBuf};
use generator::Layered;
use serde_json::{Value, json};

use super::process::{Cost, measure};
use crate::run::{root, succeeds, tindra};

const USAGE: &str = "\
usage: cargo xtask bench compile [--lines N,N…] [--reference PATH --stdlib DIR] [--projects DIR]
                                 [--rounds N] [--check-only] [--json FILE] [--tindra PATH]

  --lines N,N…      the sizes of the projects that are made; 10000,100000,1000000 without it
  --reference PATH  another compiler of the language
  --stdlib DIR      the package gleam_stdlib, for both; needed with --reference
  --projects DIR    also the packages in this folder, one after the other
  --rounds N        how often each is run; the least counts
  --check-only      build nothing
  --json FILE       write what was measured there
  --tindra PATH     our compiler, if it is built already
";

/// What the command line asks for.
struct Options {
    lines: Vec<usize>,
    reference: Option<Utf8PathBuf>,
    stdlib: Option<Utf8PathBuf>,
    projects: Option<Utf8PathBuf>,
    rounds: usize,
    check_only: bool,
    json: Option<Utf8PathBuf>,
    tindra: Option<Utf8PathBuf>,
}

/// A compiler.
struct Side {
    name: &'static str,
    program: Utf8PathBuf,
}

/// What one compiler needs for one thing.
struct Row {
    project: String,
    what: &'static str,
    side: &'static str,
    cost: Cost,
}

/// Measures, and prints a table.
pub(crate) fn bench(arguments: &[String]) -> Result<ExitCode, String> {
    let Some(options) = Options::parse(arguments) else {
        eprint!("{USAGE}");
        return Ok(ExitCode::from(2));
    };
    let tindra = tindra(options.tindra.as_ref())?;
    let ours = Side {
        name: "tindra",
        program: absolute(&tindra)?,
    };
    let mut sides = vec![ours];
    if let Some(reference) = &options.reference {
        let program = absolute(reference)?;
        sides.push(Side {
            name: "reference",
            program,
        });
    }
    let folder = root().join("target/bench/compile");
    let mut rows = Vec::new();
    for lines in &options.lines {
        for side in &sides {
            let project = folder.join(format!("{}-{lines}", side.name));
            make(&project, *lines, options.stdlib.as_deref())?;
            let name = format!("{lines} lines");
            eprintln!("{name}, {}", side.name);
            rows.extend(side.measure(&options, &name, &project)?);
        }
    }
    if let Some(projects) = &options.projects {
        rows.extend(packages(&options, &sides, projects, &folder)?);
    }
    print!("{}", table(&rows));
    print!("{}", by_line(&rows));
    if let Some(path) = &options.json {
        let text = format!("{:#}\n", json(&rows));
        fs::write(path, text).map_err(|error| format!("{path}: {error}"))?;
    }
    Ok(ExitCode::SUCCESS)
}

/// Writes a project anew.
fn make(project: &Utf8Path, lines: usize, stdlib: Option<&Utf8Path>) -> Result<(), String> {
    remove(project)?;
    let stdlib = match stdlib {
        Some(folder) => format!("{{ path = {:?} }}", absolute(folder)?.as_str()),
        None => "\">= 0.0.0\"".to_string(),
    };
    let config = format!(
        "name = \"layered\"\nversion = \"1.0.0\"\n\n[dependencies]\ngleam_stdlib = {stdlib}\n"
    );
    write(&project.join("gleam.toml"), &config)?;
    for (path, text) in Layered::of_lines(lines).files() {
        write(&project.join(path), &text)?;
    }
    Ok(())
}

/// Each package in a folder: they are copied together, as they may need each other.
fn packages(
    options: &Options,
    sides: &[Side],
    from: &Utf8Path,
    folder: &Utf8Path,
) -> Result<Vec<Row>, String> {
    let mut rows = Vec::new();
    for side in sides {
        let copied = folder.join(format!("{}-packages", side.name));
        remove(&copied)?;
        let mut copy = Command::new("cp");
        copy.args(["-r", from.as_str(), copied.as_str()]);
        fs::create_dir_all(folder).map_err(|error| error.to_string())?;
        if !succeeds(&mut copy)? {
            return Err(format!("{from} cannot be copied"));
        }
        let entries = copied.read_dir_utf8().map_err(|error| error.to_string())?;
        let mut names: Vec<_> = entries
            .flatten()
            .filter(|entry| entry.path().join("gleam.toml").is_file())
            .map(|entry| entry.file_name().to_string())
            .collect();
        names.sort();
        for name in names {
            eprintln!("{name}, {}", side.name);
            let check = side.cold(options, "check", &copied.join(&name));
            match check {
                Ok(cost) => rows.push(side.row(&name, "cold check", cost)),
                Err(problem) => eprintln!("{problem}"),
            }
        }
    }
    Ok(rows)
}

impl Side {
    fn measure(
        &self,
        options: &Options,
        name: &str,
        project: &Utf8Path,
    ) -> Result<Vec<Row>, String> {
        let mut rows = Vec::new();
        rows.push(self.row(name, "cold check", self.cold(options, "check", project)?));
        rows.push(self.row(name, "check, nothing to do", self.again(project, "check")?));
        comment(project)?;
        rows.push(self.row(
            name,
            "check, a comment in what all import",
            self.run("check", project)?,
        ));
        if options.check_only {
            return Ok(rows);
        }
        rows.push(self.row(name, "cold build", self.cold(options, "build", project)?));
        rows.push(self.row(name, "build, nothing to do", self.again(project, "build")?));
        comment(project)?;
        rows.push(self.row(
            name,
            "build, a comment in what all import",
            self.run("build", project)?,
        ));
        Ok(rows)
    }

    fn row(&self, project: &str, what: &'static str, cost: Cost) -> Row {
        Row {
            project: project.to_string(),
            what,
            side: self.name,
            cost,
        }
    }

    fn run(&self, verb: &str, project: &Utf8Path) -> Result<Cost, String> {
        measure(&mut self.command(verb, project))
    }

    fn command(&self, verb: &str, project: &Utf8Path) -> Command {
        let mut command = Command::new(&self.program);
        let cache = project.join("../cache");
        command
            .arg(verb)
            .current_dir(project)
            .env("TINDRA_CACHE_DIR", cache);
        command
    }

    /// Nothing is known of earlier runs.
    fn cold(&self, options: &Options, verb: &str, project: &Utf8Path) -> Result<Cost, String> {
        let mut costs = Vec::new();
        for _ in 0..options.rounds {
            remove(&project.join("build"))?;
            remove(&project.join("../cache"))?;
            costs.push(self.run(verb, project)?);
        }
        Ok(least(&costs))
    }

    /// Nothing has changed. Processor time is told in hundredths of a second, so that many runs are
    /// measured together.
    fn again(&self, project: &Utf8Path, verb: &str) -> Result<Cost, String> {
        let runs = (0..20).map(|_| self.run(verb, project));
        let costs = runs.collect::<Result<Vec<_>, _>>()?;
        let cpu = costs.iter().map(|cost| cost.cpu).sum::<f64>() / 20.0;
        Ok(Cost {
            cpu,
            ..least(&costs)
        })
    }
}

/// Adds a comment to the module that all import.
fn comment(project: &Utf8Path) -> Result<(), String> {
    let path = project.join("src/base.gleam");
    let text = fs::read_to_string(&path).map_err(|error| format!("{path}: {error}"))?;
    write(&path, &format!("{text}\n// One more.\n"))
}

fn least(costs: &[Cost]) -> Cost {
    let of = |part: fn(&Cost) -> f64| costs.iter().map(part).fold(f64::INFINITY, f64::min);
    Cost {
        wall: of(|cost| cost.wall),
        cpu: of(|cost| cost.cpu),
        memory: costs.iter().map(|cost| cost.memory).fold(0.0, f64::max),
    }
}

fn table(rows: &[Row]) -> String {
    let mut text = format!(
        "\n{:<18} {:<36} {:<10} {:>9} {:>9} {:>8} {:>6}\n",
        "project", "what", "compiler", "wall s", "cpu s", "MiB", "wall ×"
    );
    let mut sorted: Vec<&Row> = rows.iter().collect();
    // What belongs together stands together; the order is otherwise that of measuring.
    sorted.sort_by_key(|row| {
        let same = |other: &Row| other.project == row.project && other.what == row.what;
        rows.iter().position(same)
    });
    for row in sorted {
        let ours = rows.iter().find(|other| {
            other.side == "tindra" && other.project == row.project && other.what == row.what
        });
        let times = ours.map_or(1.0, |ours| row.cost.wall / ours.cost.wall);
        let Cost { wall, cpu, memory } = row.cost;
        text.push_str(&format!(
            "{:<18} {:<36} {:<10} {wall:>9.3} {cpu:>9.3} {memory:>8.0} {times:>6.1}\n",
            row.project, row.what, row.side
        ));
    }
    text
}

/// Processor time for a line, by size: growth that is not linear shows here.
fn by_line(rows: &[Row]) -> String {
    let mut text = String::from("\nmicroseconds of processor time for a line, cold\n");
    for row in rows.iter().filter(|row| row.what.starts_with("cold")) {
        let lines = row.project.strip_suffix(" lines");
        if let Some(lines) = lines.and_then(|lines| lines.parse::<f64>().ok()) {
            let time = row.cost.cpu / lines * 1e6;
            text.push_str(&format!(
                "{:<18} {:<12} {:<10} {time:>8.1}\n",
                row.project, row.what, row.side
            ));
        }
    }
    text
}

fn json(rows: &[Row]) -> Value {
    let rows = rows.iter().map(|row| {
        json!({
            "project": row.project, "what": row.what, "compiler": row.side,
            "wall": row.cost.wall, "cpu": row.cost.cpu, "memory": row.cost.memory,
        })
    });
    json!({ "units": { "wall": "s", "cpu": "s", "memory": "MiB" }, "rows": rows.collect::<Vec<_>>() })
}

fn remove(folder: &Utf8Path) -> Result<(), String> {
    if folder.exists() {
        fs::remove_dir_all(folder).map_err(|error| format!("{folder}: {error}"))?;
    }
    Ok(())
}

fn write(path: &Utf8Path, text: &str) -> Result<(), String> {
    let folder = path.parent().unwrap_or(path);
    fs::create_dir_all(folder)
        .and_then(|()| fs::write(path, text))
        .map_err(|error| format!("{path}: {error}"))
}

fn absolute(path: &Utf8Path) -> Result<Utf8PathBuf, String> {
    path.canonicalize_utf8()
        .map_err(|error| format!("{path}: {error}"))
}

impl Options {
    fn parse(arguments: &[String]) -> Option<Self> {
        let mut arguments = arguments.iter().cloned();
        let mut options = Self {
            lines: vec![10_000, 100_000, 1_000_000],
            reference: None,
            stdlib: None,
            projects: None,
            rounds: 3,
            check_only: false,
            json: None,
            tindra: None,
        };
        while let Some(argument) = arguments.next() {
            match argument.as_str() {
                "--lines" => {
                    let sizes = arguments.next()?;
                    let sizes = sizes.split(',').map(|size| size.parse().ok());
                    options.lines = sizes.collect::<Option<_>>()?;
                }
                "--reference" => options.reference = Some(arguments.next()?.into()),
                "--stdlib" => options.stdlib = Some(arguments.next()?.into()),
                "--projects" => options.projects = Some(arguments.next()?.into()),
                "--rounds" => options.rounds = arguments.next()?.parse().ok()?,
                "--check-only" => options.check_only = true,
                "--json" => options.json = Some(arguments.next()?.into()),
                "--tindra" => options.tindra = Some(arguments.next()?.into()),
                _ => return None,
            }
        }
        (options.reference.is_none() || options.stdlib.is_some()).then_some(options)
    }
}

//! Many programs at once, in one project for each compiler.

use std::collections::{BTreeMap, BTreeSet};

use camino::Utf8PathBuf;
use generator::Program;

use super::compiler::Compiler;

const TARGETS: [&str; 2] = ["erlang", "javascript"];
/// How often to try again without the program that stopped all others.
const TRIES: usize = 8;

/// What compares programs.
pub(crate) struct Bench {
    /// Ours first.
    pub(crate) compilers: Vec<Compiler>,
    /// Where the projects are.
    pub(crate) folder: Utf8PathBuf,
    /// Whether only to compare who refuses what.
    pub(crate) only_checks: bool,
}

/// What was seen of a program: for each compiler (and target) what it printed or said.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Verdict {
    seen: BTreeMap<String, String>,
    /// Who refused it.
    refused_by: BTreeSet<&'static str>,
}

impl Verdict {
    /// Whether all agree, and, where programs should be right, none refuses.
    fn is_difference(&self, bench: &Bench) -> bool {
        if !self.refused_by.is_empty() {
            // What all refuse is wrong, whoever made it.
            let alone = bench.compilers.len() == 1 && !bench.only_checks;
            return alone || self.refused_by.len() < bench.compilers.len();
        }
        if bench.only_checks {
            return false;
        }
        let ours = self.traces_of(&bench.compilers[0]);
        let all: BTreeSet<&String> = ours.values().copied().collect();
        let mut others = bench.compilers[1..].iter().peekable();
        if others.peek().is_none() {
            return all.len() != 1;
        }
        others.any(|other| {
            let theirs = self.traces_of(other);
            let runs = |target: &&str| theirs.get(target).is_some_and(|trace| !is_broken(trace));
            if !TARGETS.iter().all(&runs) {
                // What it makes does not run: the other target counts, or nobody is compared with.
                let counts = TARGETS.iter().any(runs);
                return all.len() != 1
                    || counts && !theirs.values().any(|trace| all.contains(trace));
            }
            // Its targets may not agree with each other: ours are as they are, or as one of them.
            let alike = all.len() == 1 && theirs.values().any(|trace| all.contains(trace));
            theirs != ours && !alike
        })
    }

    /// Whether another compiler's code ran on no target.
    pub(crate) fn is_uncompared(&self, bench: &Bench) -> bool {
        let mut others = bench.compilers[1..].iter();
        self.refused_by.is_empty()
            && !bench.only_checks
            && others.any(|other| self.traces_of(other).values().all(|trace| is_broken(trace)))
    }

    /// A compiler's traces by target.
    fn traces_of(&self, compiler: &Compiler) -> BTreeMap<&str, &String> {
        let traces = self.seen.iter().filter_map(|(who, trace)| {
            let (name, target) = who.split_once(' ')?;
            (name == compiler.name).then_some((target, trace))
        });
        traces.collect()
    }

    /// Whether this is the same kind of difference.
    pub(crate) fn is_like(&self, other: &Self) -> bool {
        let lost = |verdict: &Self| verdict.seen.values().any(|text| text.starts_with(LOST));
        self.refused_by == other.refused_by
            && lost(self) == lost(other)
            && self.titles() == other.titles()
    }

    fn titles(&self) -> Vec<&String> {
        if self.refused_by.is_empty() {
            Vec::new()
        } else {
            self.seen.values().collect()
        }
    }

    /// One line.
    pub(crate) fn headline(&self) -> String {
        if self.refused_by.is_empty() {
            return self.first_difference();
        }
        let said: Vec<String> = self
            .seen
            .iter()
            .map(|(who, what)| format!("{who}: {what}"))
            .collect();
        format!("refused ({})", said.join("; "))
    }

    /// The first line that is not the same everywhere, for each.
    fn first_difference(&self) -> String {
        let all: Vec<Vec<&str>> = self
            .seen
            .values()
            .map(|text| text.lines().collect())
            .collect();
        let longest = all.iter().map(Vec::len).max().unwrap_or_default();
        let line =
            |lines: &Vec<&str>, at: usize| lines.get(at).copied().unwrap_or("(end)").to_string();
        let differs = |at: &usize| {
            all.iter()
                .any(|lines| line(lines, *at) != line(&all[0], *at))
        };
        let first = (0..longest).find(differs).unwrap_or_default();
        let shown = self.seen.keys().zip(&all).map(|(who, lines)| {
            let line: String = line(lines, first).chars().take(160).collect();
            format!("\n    {who}: {line}")
        });
        format!("the traces differ{}", shown.collect::<String>())
    }

    /// All of it, as a comment.
    pub(crate) fn comment(&self) -> String {
        let mut text = String::new();
        for (who, what) in &self.seen {
            text.push_str(&format!("\n// {who}\n"));
            for line in what.lines() {
                text.push_str(&format!("//   {line}\n"));
            }
        }
        text
    }
}

/// Whether a compiler's code did not run, or names what there is not.
fn is_broken(trace: &str) -> bool {
    trace.starts_with(LOST)
        || trace.starts_with("does not load: ")
        || trace.contains(" crashed ReferenceError: ")
}

/// What stands for a trace that there is not.
const LOST: &str = "(nothing)\n";

impl Bench {
    /// The programs about which compilers or targets do not agree.
    pub(crate) fn differing(
        &self,
        programs: &[(String, Program)],
    ) -> Result<Vec<(String, Program, Verdict)>, String> {
        let verdicts = self.verdicts(programs, false, self.only_checks)?;
        let uncompared = verdicts.values().filter(|it| it.is_uncompared(self));
        let uncompared = uncompared.count();
        if uncompared > 0 {
            println!("{uncompared} do not run when another compiler made them");
        }
        let differing = programs.iter().filter_map(|(name, program)| {
            let verdict = verdicts.get(name)?;
            let differs = verdict.is_difference(self);
            differs.then(|| (name.clone(), program.clone(), verdict.clone()))
        });
        Ok(differing.collect())
    }

    /// The first of some programs about which they do not agree in the way that `wanted` says.
    pub(crate) fn first_like(
        &self,
        wanted: &Verdict,
        programs: &[(String, Program)],
    ) -> Result<Option<(Program, Verdict)>, String> {
        let only_checks = self.only_checks || !wanted.refused_by.is_empty();
        let verdicts = self.verdicts(programs, true, only_checks)?;
        let found = programs.iter().find_map(|(name, program)| {
            let verdict = verdicts.get(name)?;
            let like = verdict.is_difference(self) && verdict.is_like(wanted);
            like.then(|| (program.clone(), verdict.clone()))
        });
        Ok(found)
    }

    fn verdicts(
        &self,
        programs: &[(String, Program)],
        is_plain: bool,
        only_checks: bool,
    ) -> Result<BTreeMap<String, Verdict>, String> {
        let names = programs.iter().map(|(name, _)| name.clone());
        let mut verdicts: BTreeMap<String, Verdict> =
            names.map(|name| (name, Verdict::default())).collect();
        for compiler in &self.compilers {
            for (name, title) in self.refused(compiler, programs.to_vec(), is_plain)? {
                if let Some(verdict) = verdicts.get_mut(&name) {
                    verdict.refused_by.insert(compiler.name);
                    verdict.seen.insert(compiler.name.to_string(), title);
                }
            }
        }
        let accepted = |name: &String| verdicts[name].refused_by.is_empty();
        let accepted: Vec<_> = programs
            .iter()
            .filter(|(name, _)| accepted(name))
            .cloned()
            .collect();
        if only_checks || accepted.is_empty() {
            return Ok(verdicts);
        }
        for compiler in &self.compilers {
            for target in TARGETS {
                for (name, trace) in self.traces(compiler, target, accepted.clone(), is_plain)? {
                    let verdict = verdicts.entry(name).or_default();
                    verdict
                        .seen
                        .insert(format!("{} {target}", compiler.name), trace);
                }
            }
        }
        Ok(verdicts)
    }

    /// The programs that a compiler refuses, and why. It may not look at all as long as some are
    /// wrong.
    fn refused(
        &self,
        compiler: &Compiler,
        mut programs: Vec<(String, Program)>,
        is_plain: bool,
    ) -> Result<BTreeMap<String, String>, String> {
        let mut all = BTreeMap::new();
        loop {
            let folder = compiler.write(&self.folder, &programs, is_plain)?;
            let refused = compiler.refused(&folder)?;
            programs.retain(|(name, _)| !refused.contains_key(name));
            if refused.is_empty() || programs.is_empty() {
                return Ok(all);
            }
            all.extend(refused);
        }
    }

    /// What each program prints. One that takes the others down prints nothing.
    fn traces(
        &self,
        compiler: &Compiler,
        target: &str,
        mut programs: Vec<(String, Program)>,
        is_plain: bool,
    ) -> Result<BTreeMap<String, String>, String> {
        let mut found = BTreeMap::new();
        for _ in 0..TRIES {
            if programs.is_empty() {
                break;
            }
            let folder = compiler.write(&self.folder, &programs, is_plain)?;
            let (traces, told) = compiler.run(&folder, target, &programs)?;
            found.extend(traces);
            let lost = programs
                .iter()
                .position(|(name, _)| !found.contains_key(name));
            let Some(lost) = lost else {
                break;
            };
            // Either the program did not end, or the compiler speaks of it.
            let failure = told
                .lines()
                .find(|line| line.contains("compilation failed"));
            let failure = failure.unwrap_or_default();
            let blamed = |name: &str| {
                failure.contains(&format!("src/{name}."))
                    || failure.contains(&format!("src/{name}/"))
            };
            let culprit = programs.iter().position(|(name, _)| blamed(name));
            if culprit.is_none() && found.is_empty() && programs.len() > 1 {
                let rest = programs.split_off(programs.len() / 2);
                for half in [programs, rest] {
                    found.extend(self.traces(compiler, target, half, is_plain)?);
                }
                return Ok(found);
            }
            let lost = culprit.filter(|_| found.is_empty()).unwrap_or(lost);
            let (name, _) = programs.remove(lost);
            found.insert(name, format!("{LOST}{}", tail(&told)));
            programs.retain(|(name, _)| !found.contains_key(name));
        }
        for (name, _) in programs {
            found.entry(name).or_insert_with(|| LOST.to_string());
        }
        Ok(found)
    }
}

/// The last lines of what was said.
fn tail(told: &str) -> String {
    let lines: Vec<&str> = told
        .lines()
        .filter(|line| !line.trim().is_empty())
        .collect();
    lines[lines.len().saturating_sub(12)..].join("\n")
}

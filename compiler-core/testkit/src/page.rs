//! Markdown pages: a heading is a case, prose says the rule, fences say the rest.

use std::fmt::Write;
use std::fs;
use std::io;
use std::ops::Range;
use std::path::{Path, PathBuf};

/// A page.
#[derive(Debug)]
pub struct Page {
    /// The file.
    pub path: PathBuf,
    /// Its text.
    pub text: String,
    /// Its cases, in order.
    pub cases: Vec<Case>,
}

/// What stands between two headings, if it has fences.
#[derive(Debug)]
pub struct Case {
    /// The heading.
    pub name: String,
    /// Its fences, in order.
    pub fences: Vec<Fence>,
}

/// A fenced block.
#[derive(Debug)]
pub struct Fence {
    /// What follows the opening backticks: `gleam`, `problems`.
    pub tag: String,
    /// The file that a line like `` `src/a.gleam`: `` right before the fence names.
    pub file: Option<String>,
    /// What is inside.
    pub body: String,
    range: Range<usize>,
}

impl Page {
    /// Reads a page.
    pub fn read(path: &Path) -> io::Result<Self> {
        let text = fs::read_to_string(path)?;
        Ok(Self {
            path: path.to_path_buf(),
            cases: cases(&text),
            text,
        })
    }

    /// The page with the bodies of some fences replaced; each is named by case and fence index.
    pub fn with_bodies(&self, bodies: &[(usize, usize, String)]) -> String {
        let mut edits: Vec<(Range<usize>, &str)> = bodies
            .iter()
            .map(|(case, fence, body)| (self.cases[*case].fences[*fence].range.clone(), &body[..]))
            .collect();
        edits.sort_by_key(|(range, _)| range.start);
        let mut text = self.text.clone();
        for (range, body) in edits.into_iter().rev() {
            text.replace_range(range, body);
        }
        text
    }
}

impl Case {
    /// The bodies of fences with a tag, each with its file.
    pub fn tagged<'a>(&'a self, tag: &'a str) -> impl Iterator<Item = &'a Fence> {
        self.fences.iter().filter(move |fence| fence.tag == tag)
    }
}

/// All pages in a folder and below, sorted by path.
pub fn pages_below(folder: &Path) -> io::Result<Vec<Page>> {
    let mut paths = Vec::new();
    let mut waiting = vec![folder.to_path_buf()];
    while let Some(folder) = waiting.pop() {
        for entry in fs::read_dir(folder)? {
            let path = entry?.path();
            if path.is_dir() {
                waiting.push(path);
            } else if path.extension().is_some_and(|extension| extension == "md") {
                paths.push(path);
            }
        }
    }
    paths.sort();
    paths.iter().map(|path| Page::read(path)).collect()
}

fn cases(text: &str) -> Vec<Case> {
    let mut cases: Vec<Case> = Vec::new();
    let mut file = None;
    let mut lines = text.split_inclusive('\n').scan(0, |offset, line| {
        *offset += line.len();
        Some((*offset, line.trim_end()))
    });
    while let Some((after, line)) = lines.next() {
        if let Some(name) = line.strip_prefix('#') {
            let name = name.trim_start_matches('#').trim().to_string();
            cases.push(Case {
                name,
                fences: Vec::new(),
            });
            file = None;
        } else if let Some(tag) = line.strip_prefix("```") {
            let mut end = after;
            let closing = lines.by_ref().find(|(next, line)| {
                let closes = *line == "```";
                if !closes {
                    end = *next;
                }
                closes
            });
            let range = if closing.is_some() {
                after..end
            } else {
                after..text.len()
            };
            let body = text[range.clone()].to_string();
            let fence = Fence {
                tag: tag.trim().to_string(),
                file: file.take(),
                body,
                range,
            };
            if let Some(case) = cases.last_mut() {
                case.fences.push(fence);
            }
        } else if let Some(named) = line
            .strip_prefix('`')
            .and_then(|line| line.strip_suffix("`:"))
        {
            file = Some(named.to_string());
        }
    }
    cases.retain(|case| !case.fences.is_empty());
    cases
}

/// The first lines in which two texts differ, for messages.
pub fn difference(expected: &str, found: &str) -> String {
    let mut out = String::new();
    let (mut left, mut right) = (expected.lines(), found.lines());
    let mut number = 0;
    loop {
        number += 1;
        match (left.next(), right.next()) {
            (None, None) => return out,
            (a, b) if a == b => {}
            (a, b) => {
                let _ = writeln!(out, "line {number}:");
                let _ = writeln!(out, "  expected: {}", a.unwrap_or("(nothing)"));
                let _ = writeln!(out, "  found:    {}", b.unwrap_or("(nothing)"));
                if out.lines().count() > 12 {
                    return out;
                }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn finds_fences_and_replaces_bodies() {
        let text =
            "# A\nwords\n```gleam\nx\n```\n`b.gleam`:\n```gleam\ny\n```\n## B\n```types\n```\n";
        let page = Page {
            path: PathBuf::new(),
            text: text.to_string(),
            cases: cases(text),
        };
        assert_eq!(page.cases.len(), 2);
        assert_eq!(page.cases[0].fences[1].file.as_deref(), Some("b.gleam"));
        assert_eq!(page.cases[0].fences[0].body, "x\n");
        let updated = page.with_bodies(&[(1, 0, "t\n".into()), (0, 0, "z\n".into())]);
        assert_eq!(
            updated,
            text.replace("x\n", "z\n").replace("types\n", "types\nt\n")
        );
    }
}

use std::collections::BTreeMap;
use std::ops::Range;

use codespan_reporting::diagnostic::{
    Diagnostic, Label as SpanLabel, LabelStyle, Severity as Level,
};
use codespan_reporting::files::{Error as FilesError, Files};
use codespan_reporting::term::{self, Config};
use source::{FileId, Location, SourceText};

use crate::{Report, Severity, Sources};

/// How to print on a terminal.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Style {
    /// Whether to use ANSI colours.
    pub colour: bool,
    /// Columns to wrap prose at.
    pub width: usize,
}

/// Prints `report` with the lines of source that it points at, ending with an empty line.
pub fn render(report: &Report, sources: &dyn Sources, style: Style) -> String {
    let files = Texts::new(sources, report);
    let diagnostic = diagnostic(report, &files, style.width);
    let config = Config::default();
    let mut out = Vec::new();
    let printed = if style.colour {
        let mut writer = term::termcolor::Ansi::new(&mut out);
        term::emit_to_write_style(&mut writer, &config, &files, &diagnostic)
    } else {
        term::emit_to_io_write(&mut out, &config, &files, &diagnostic)
    };
    match printed {
        Ok(()) => without_trailing_blanks(&String::from_utf8_lossy(&out)),
        // A label outside its file still must not hide the problem.
        Err(_) => format!(
            "{}: {}\n\n{}\n",
            report.severity.word(),
            report.title,
            report.text
        ),
    }
}

/// Notes of several paragraphs come with blanks on their empty lines.
fn without_trailing_blanks(text: &str) -> String {
    text.split('\n')
        .map(|line| line.trim_end_matches(' '))
        .collect::<Vec<_>>()
        .join("\n")
}

fn diagnostic(report: &Report, files: &Texts<'_>, width: usize) -> Diagnostic<FileId> {
    let level = match report.severity {
        Severity::Error => Level::Error,
        Severity::Warning => Level::Warning,
        Severity::Info => Level::Note,
    };
    let labels = report.labels.iter().filter_map(|label| {
        let style = if label.primary {
            LabelStyle::Primary
        } else {
            LabelStyle::Secondary
        };
        let range = files.visible(label.location)?;
        let shown = SpanLabel::new(style, label.location.file, range);
        Some(shown.with_message(label.text.clone()))
    });
    let mut notes = Vec::new();
    if !report.text.is_empty() {
        notes.push(wrap(&report.text, width));
    }
    if let Some(hint) = &report.hint {
        notes.push(wrap(&format!("Hint: {hint}"), width));
    }
    Diagnostic::new(level)
        .with_code(report.code.0)
        .with_message(report.title.clone())
        .with_labels(labels.collect())
        .with_notes(notes)
}

/// Breaks prose at `width` columns; indented lines and list items keep their own line.
fn wrap(text: &str, width: usize) -> String {
    let mut out = String::new();
    for (index, line) in text.lines().enumerate() {
        if index > 0 {
            out.push('\n');
        }
        if line.starts_with([' ', '-', '`']) || line.starts_with("Expected: ") {
            out.push_str(line);
        } else {
            wrap_line(line, width, &mut out);
        }
    }
    out
}

fn wrap_line(line: &str, width: usize, out: &mut String) {
    let mut column = 0;
    for word in line.split(' ') {
        let length = word.chars().count();
        if column > 0 && column + 1 + length > width {
            out.push('\n');
            column = 0;
        } else if column > 0 {
            out.push(' ');
            column += 1;
        }
        out.push_str(word);
        column += length;
    }
}

/// Lines longer than this many bytes are not shown as a whole.
const LONG_LINE: usize = 400;
/// How much of a long line is shown before and after the place of a problem.
const SURROUNDINGS: usize = 100;

/// The view of [`Sources`] that codespan wants. Of long lines it shows only what is near a label:
/// otherwise many problems on one line would make output quadratic in its length.
struct Texts<'a> {
    sources: &'a dyn Sources,
    /// By file and line, from 0, the part of a long line to show.
    windows: BTreeMap<(u32, usize), Range<usize>>,
}

impl<'a> Texts<'a> {
    fn new(sources: &'a dyn Sources, report: &Report) -> Self {
        let mut texts = Self {
            sources,
            windows: BTreeMap::new(),
        };
        for label in &report.labels {
            let Location { file, span } = label.location;
            for offset in [span.start, span.end] {
                // A label outside its file shows in rendering.
                let _ = texts.open_window(file, offset as usize);
            }
        }
        texts
    }

    fn open_window(&mut self, file: FileId, offset: usize) -> Result<(), FilesError> {
        let index = self.line_of(file, offset)?;
        let line = self.whole_line(file, index)?;
        if line.len() > LONG_LINE && !self.windows.contains_key(&(file.0, index)) {
            let text = &self.get(file)?.text;
            let before = offset.saturating_sub(SURROUNDINGS).max(line.start);
            let after = offset.saturating_add(SURROUNDINGS).min(line.end);
            let window = text.floor_char_boundary(before)..text.ceil_char_boundary(after);
            self.windows.insert((file.0, index), window);
        }
        Ok(())
    }

    /// The part of a label that is in the windows of its lines.
    fn visible(&self, location: Location) -> Option<Range<usize>> {
        let Location { file, span } = location;
        let Range { mut start, mut end } = span.range();
        let bounds = |offset: usize| {
            let index = self.line_of(file, offset).ok()?;
            self.windows.get(&(file.0, index))
        };
        if let Some(window) = bounds(start) {
            if !window.contains(&start) && start != window.end {
                return None;
            }
            start = start.max(window.start);
        }
        if let Some(window) = bounds(end) {
            end = end.clamp(window.start, window.end);
        }
        Some(start..end.max(start))
    }

    fn get(&self, file: FileId) -> Result<&SourceText, FilesError> {
        self.sources.source(file).ok_or(FilesError::FileMissing)
    }

    fn line_of(&self, file: FileId, offset: usize) -> Result<usize, FilesError> {
        Ok(self.get(file)?.lines.line(offset as u32) as usize - 1)
    }

    fn whole_line(&self, file: FileId, index: usize) -> Result<Range<usize>, FilesError> {
        let source = self.get(file)?;
        let line = index as u32 + 1;
        let start = source
            .lines
            .start_of(line)
            .ok_or(FilesError::LineTooLarge {
                given: index,
                max: source.lines.len() - 1,
            })?;
        let end = source
            .lines
            .start_of(line + 1)
            .map_or(source.text.len(), |end| end as usize);
        Ok(start as usize..end)
    }
}

impl<'a> Files<'a> for Texts<'a> {
    type FileId = FileId;
    type Name = &'a str;
    type Source = &'a str;

    fn name(&'a self, file: FileId) -> Result<&'a str, FilesError> {
        Ok(&self.get(file)?.path)
    }

    fn source(&'a self, file: FileId) -> Result<&'a str, FilesError> {
        Ok(&self.get(file)?.text)
    }

    fn line_index(&'a self, file: FileId, offset: usize) -> Result<usize, FilesError> {
        self.line_of(file, offset)
    }

    fn column_number(
        &'a self,
        file: FileId,
        index: usize,
        offset: usize,
    ) -> Result<usize, FilesError> {
        let line = self.whole_line(file, index)?;
        Ok(column_index(&self.get(file)?.text, line, offset) + 1)
    }

    fn line_range(&'a self, file: FileId, index: usize) -> Result<Range<usize>, FilesError> {
        if let Some(window) = self.windows.get(&(file.0, index)) {
            return Ok(window.clone());
        }
        let mut line = self.whole_line(file, index)?;
        // It stands between lines that labels are about.
        if line.len() > LONG_LINE {
            let end = line.start + 2 * SURROUNDINGS;
            line.end = self.get(file)?.text.ceil_char_boundary(end);
        }
        Ok(line)
    }
}

/// How many characters stand before `offset` on its line.
fn column_index(text: &str, line: Range<usize>, offset: usize) -> usize {
    let end = text.floor_char_boundary(offset.clamp(line.start, line.end));
    text[line.start..end].chars().count()
}

#[cfg(test)]
mod tests {
    use source::Span;

    use super::*;

    struct One(SourceText);

    impl Sources for One {
        fn source(&self, file: FileId) -> Option<&SourceText> {
            (self.0.file == file).then_some(&self.0)
        }
    }

    #[test]
    fn shows_line_column_label_and_hint() {
        let file = FileId(0);
        let sources = One(SourceText::new(file, "src/a.gleam", "let x = 1\nwibble\n"));
        let report = Report::error(
            "T0999",
            "Unknown",
            Location {
                file,
                span: Span::new(10, 16),
            },
        )
        .label("not in scope")
        .hint("Did you mean `wobble`?");
        let text = render(
            &report,
            &sources,
            Style {
                colour: false,
                width: 80,
            },
        );
        assert!(text.contains("error[T0999]: Unknown"), "{text}");
        assert!(text.contains("src/a.gleam:2:1"), "{text}");
        assert!(text.contains("^^^^^^ not in scope"), "{text}");
        assert!(text.contains("Hint: Did you mean `wobble`?"), "{text}");
    }

    #[test]
    fn shows_of_a_long_line_what_is_near() {
        let file = FileId(0);
        let line = format!("{} wibble {}\n", "ä".repeat(5000), "ö".repeat(5000));
        let sources = One(SourceText::new(file, "src/a.gleam", &line));
        let span = Span::new(10_001, 10_007);
        let report = Report::error("T0999", "Unknown", Location { file, span }).label("here");
        let style = Style {
            colour: false,
            width: 80,
        };
        let text = render(&report, &sources, style);
        assert!(text.contains("src/a.gleam:1:5002"), "{text}");
        assert!(text.contains("ä wibble ö"), "{text}");
        assert!(text.contains("^^^^^^ here"), "{text}");
        assert!(text.len() < 1000, "{text}");
    }
}

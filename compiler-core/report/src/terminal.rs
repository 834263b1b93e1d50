use std::ops::Range;

use codespan_reporting::diagnostic::{
    Diagnostic, Label as SpanLabel, LabelStyle, Severity as Level,
};
use codespan_reporting::files::{Error as FilesError, Files};
use codespan_reporting::term::{self, Config};
use source::{FileId, SourceText};

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
    let diagnostic = diagnostic(report, style.width);
    let config = Config::default();
    let files = Texts(sources);
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
            level_word(report.severity),
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

fn level_word(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
        Severity::Info => "info",
    }
}

fn diagnostic(report: &Report, width: usize) -> Diagnostic<FileId> {
    let level = match report.severity {
        Severity::Error => Level::Error,
        Severity::Warning => Level::Warning,
        Severity::Info => Level::Note,
    };
    let labels = report.labels.iter().map(|label| {
        let style = if label.primary {
            LabelStyle::Primary
        } else {
            LabelStyle::Secondary
        };
        SpanLabel::new(style, label.location.file, label.location.span.range())
            .with_message(label.text.clone())
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

/// The view of [`Sources`] that codespan wants.
struct Texts<'a>(&'a dyn Sources);

impl Texts<'_> {
    fn get(&self, file: FileId) -> Result<&SourceText, FilesError> {
        self.0.source(file).ok_or(FilesError::FileMissing)
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
        Ok(self.get(file)?.lines.line(offset as u32) as usize - 1)
    }

    fn line_range(&'a self, file: FileId, index: usize) -> Result<Range<usize>, FilesError> {
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

#[cfg(test)]
mod tests {
    use source::{Location, Span};

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
}

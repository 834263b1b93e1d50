//! Formatting a file, or parts of it.

use compiler_core::{FileId, SourceText, Span};

use crate::event::Edit;
use crate::position::{Range, offset, range};

/// The edit that formats a text: the lines that change; nothing if it is formatted. Definitions that
/// do not parse stay as they are.
pub(crate) fn of_file(text: &str) -> Option<Edit> {
    let formatted = format::format_partly(FileId(0), text);
    if formatted == text {
        return None;
    }
    let start = common_lines(text.split_inclusive('\n'), formatted.split_inclusive('\n'));
    let (old, new) = (&text[start..], &formatted[start..]);
    let end = common_lines(
        old.split_inclusive('\n').rev(),
        new.split_inclusive('\n').rev(),
    );
    let span = Span::new(start as u32, (text.len() - end) as u32);
    let source = SourceText::new(FileId(0), "", text);
    Some(Edit {
        range: Some(range(&source, span)),
        text: new[..new.len() - end].to_string(),
    })
}

/// The edits that format the definitions that a range touches.
pub(crate) fn of_range(text: &str, wanted: Range) -> Vec<Edit> {
    let source = SourceText::new(FileId(0), "", text);
    let place = |position| offset(text, &source.lines, position);
    let span = Span::new(place(wanted.start), place(wanted.end));
    let changes = format::format_range(FileId(0), text, span).into_iter();
    changes
        .map(|(span, text)| Edit {
            range: Some(range(&source, span)),
            text,
        })
        .collect()
}

/// How many bytes the lines have that both begin with.
fn common_lines<'a>(
    old: impl Iterator<Item = &'a str>,
    new: impl Iterator<Item = &'a str>,
) -> usize {
    old.zip(new)
        .take_while(|(old, new)| old == new)
        .map(|(line, _)| line.len())
        .sum()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::position::Position;

    #[test]
    fn only_changed_lines_are_edited() {
        let edit = of_file("const a = 1\n\nconst b=2\n\nconst c = 3\n").unwrap();
        let range = edit.range.unwrap();
        let line = |line| Position { line, character: 0 };
        assert_eq!((range.start, range.end), (line(2), line(3)));
        assert_eq!(edit.text, "const b = 2\n");
        assert!(of_file("const a = 1\n").is_none());
        assert!(of_file("const a =").is_none());
        let edit = of_file("const a=1\nconst b =").unwrap();
        assert_eq!(edit.text, "const a = 1\n");
    }

    #[test]
    fn only_what_a_range_touches_is_edited() {
        let text = "const a=1\nconst b=2\nfn c( {\nconst d=4\nconst e=5\n";
        let position = |line, character| Position { line, character };
        let edits = |start, end| {
            let edits = of_range(text, Range { start, end });
            let edits = edits.into_iter().map(|edit| {
                let range = edit.range.unwrap();
                (range.start.line, range.end.line, edit.text)
            });
            edits.collect::<Vec<_>>()
        };
        let two = "const a = 1\n\nconst b = 2".to_string();
        assert_eq!(edits(position(0, 3), position(1, 0)), [(0, 1, two.clone())]);
        assert_eq!(
            edits(position(1, 2), position(1, 2)),
            [(1, 1, "const b = 2".into())]
        );
        assert_eq!(edits(position(2, 0), position(2, 5)), []);
        assert_eq!(
            edits(position(0, 0), position(3, 4)),
            [(0, 1, two), (3, 3, "const d = 4".into())]
        );
    }
}

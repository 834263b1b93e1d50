//! Formatting a file.

use compiler_core::{FileId, SourceText, Span};

use crate::event::Edit;
use crate::position::range;

/// The edit that formats a text: the lines that change. Nothing if it is formatted, or does not parse.
pub(crate) fn formatting(text: &str) -> Option<Edit> {
    let formatted = format::format(FileId(0), text).ok()?;
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
        let edit = formatting("const a = 1\n\nconst b=2\n\nconst c = 3\n").unwrap();
        let range = edit.range.unwrap();
        let line = |line| Position { line, character: 0 };
        assert_eq!((range.start, range.end), (line(2), line(3)));
        assert_eq!(edit.text, "const b = 2\n");
        assert!(formatting("const a = 1\n").is_none());
        assert!(formatting("const a =").is_none());
    }
}

//! Positions as editors count them: lines from 0, columns in UTF-16 code units.

use compiler_core::{LineIndex, SourceText, Span};

/// A place between two characters.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Position {
    pub(crate) line: u32,
    pub(crate) character: u32,
}

/// Two places, the second not before the first.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Range {
    pub(crate) start: Position,
    pub(crate) end: Position,
}

/// The byte offset of a position; positions past the end of a line or text are its end.
pub(crate) fn offset(text: &str, lines: &LineIndex, position: Position) -> u32 {
    let Some(start) = lines.start_of(position.line + 1) else {
        return text.len() as u32;
    };
    let end = lines
        .start_of(position.line + 2)
        .map_or(text.len(), |end| end as usize);
    let line = text[start as usize..end].trim_end_matches(['\n', '\r']);
    let mut units = 0;
    for (index, c) in line.char_indices() {
        if units >= position.character {
            return start + index as u32;
        }
        units += c.len_utf16() as u32;
    }
    start + line.len() as u32
}

/// The position of a byte offset.
pub(crate) fn position(source: &SourceText, offset: u32) -> Position {
    let offset = offset.min(source.text.len() as u32);
    let line = source.lines.line(offset);
    let start = source.lines.start_of(line).unwrap_or(0);
    let before = source
        .text
        .get(start as usize..offset as usize)
        .unwrap_or_default();
    Position {
        line: line - 1,
        character: before.encode_utf16().count() as u32,
    }
}

/// The range of a span.
pub(crate) fn range(source: &SourceText, span: Span) -> Range {
    Range {
        start: position(source, span.start),
        end: position(source, span.end),
    }
}

#[cfg(test)]
mod tests {
    use compiler_core::FileId;

    use super::*;

    #[test]
    fn counts_in_utf16_and_comes_back() {
        let source = SourceText::new(FileId(0), "a", "a\n\u{1f600}é x\r\nend");
        let x = source.text.find('x').unwrap() as u32;
        let at = position(&source, x);
        assert_eq!(
            at,
            Position {
                line: 1,
                character: 4
            }
        );
        assert_eq!(offset(&source.text, &source.lines, at), x);
        let past = Position {
            line: 1,
            character: 99,
        };
        assert_eq!(offset(&source.text, &source.lines, past), x + 1);
        let below = Position {
            line: 9,
            character: 0,
        };
        assert_eq!(
            offset(&source.text, &source.lines, below),
            source.text.len() as u32
        );
    }
}

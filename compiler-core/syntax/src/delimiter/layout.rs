//! Where tokens stand on their lines: from the indentation follows what belongs together.

use source::Span;

/// Where a token stands on its line.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Place {
    /// How many bytes of whitespace its line begins with.
    pub(crate) indent: u32,
    /// Whether nothing else stands before it.
    pub(crate) starts_line: bool,
    /// Which of the lines that hold tokens it is on.
    pub(crate) line: u32,
}

/// The places of all tokens.
pub(crate) fn layout(text: &str, spans: &[Span]) -> Vec<Place> {
    let mut indent = 0;
    let mut line = 0;
    let places = spans.iter().map(|span| {
        let column = column_of_first(text, span.start);
        indent = column.unwrap_or(indent);
        line += u32::from(column.is_some());
        Place {
            indent,
            starts_line: column.is_some(),
            line,
        }
    });
    places.collect()
}

/// The column of `offset` if only whitespace stands before it on its line.
pub(crate) fn column_of_first(text: &str, offset: u32) -> Option<u32> {
    let before = text.as_bytes()[..offset as usize].iter().rev();
    let mut column = 0;
    for byte in before {
        match byte {
            b' ' | b'\t' | 0x0c => column += 1,
            b'\n' | b'\r' => break,
            _ => return None,
        }
    }
    Some(column)
}

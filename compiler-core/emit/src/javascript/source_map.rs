//! Source maps, version 3 (ECMA-426).

use source::{LineIndex, Name};

use super::print::Mapping;

/// The source map of the module `name`, whose `.gleam` file stands beside the JavaScript.
pub(super) fn source_map(
    name: Name,
    lines: &LineIndex,
    source: &str,
    mappings: &[Mapping],
) -> String {
    let file = name.rsplit('/').next().unwrap_or(&name);
    let mappings = encode(lines, source, mappings);
    format!(
        "{{\"version\":3,\"file\":\"{file}.mjs\",\"sources\":[\"{file}.gleam\"],\"names\":[],\"mappings\":\"{mappings}\"}}\n"
    )
}

/// Segments of generated column, source, source line and source column, each as the difference
/// to the one before; `;` ends a line of the output.
fn encode(lines: &LineIndex, source: &str, mappings: &[Mapping]) -> String {
    let mut out = String::new();
    let mut line = 0;
    let mut last = [0_i64; 3];
    let mut first = true;
    for mapping in mappings {
        while line < mapping.line {
            out.push(';');
            line += 1;
            last[0] = 0;
            first = true;
        }
        let (source_line, source_column) = position(lines, source, mapping.source);
        let place = [i64::from(mapping.column), source_line, source_column];
        if !first {
            out.push(',');
        }
        first = false;
        push_vlq(&mut out, place[0] - last[0]);
        push_vlq(&mut out, 0);
        push_vlq(&mut out, place[1] - last[1]);
        push_vlq(&mut out, place[2] - last[2]);
        last = place;
    }
    out
}

/// Line and column in UTF-16 code units, both from 0.
fn position(lines: &LineIndex, source: &str, offset: u32) -> (i64, i64) {
    let place = lines.line_column(offset);
    let start = offset + 1 - place.column;
    let before = source.get(start as usize..offset as usize).unwrap_or("");
    let column: u32 = before.chars().map(|char| char.len_utf16() as u32).sum();
    (i64::from(place.line) - 1, i64::from(column))
}

/// A number in base 64, least significant digit first; the lowest bit is the sign and bit 5 of a
/// digit says that more follow.
fn push_vlq(out: &mut String, value: i64) {
    const DIGITS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let mut rest = (value.unsigned_abs() << 1) | u64::from(value < 0);
    loop {
        let more = rest >> 5 != 0;
        let digit = (rest & 31) | (u64::from(more) << 5);
        out.push(char::from(DIGITS[digit as usize]));
        rest >>= 5;
        if !more {
            return;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::push_vlq;

    #[test]
    fn numbers_are_encoded() {
        let mut out = String::new();
        for number in [0, 1, -1, 16, -600] {
            push_vlq(&mut out, number);
        }
        assert_eq!(out, "ACDgBxlB");
    }
}

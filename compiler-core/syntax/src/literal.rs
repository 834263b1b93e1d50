//! What numbers and strings mean, and what is wrong with them.

use std::sync::Arc;

use source::{Name, Span};

use crate::problem::{
    BadStringEscape, BadUnicodeEscape, DigitOutOfRadix, MisplacedUnderscore, MissingExponent,
    Problem, RadixWithoutDigits,
};

/// The text of a number, its prefix in lower case.
pub(crate) fn number(text: &str) -> Name {
    match text.as_bytes() {
        [b'0', b'X' | b'O' | b'B', ..] | [b'-', b'0', b'X' | b'O' | b'B', ..] => {
            let digits = text.find(['X', 'O', 'B']).map_or(0, |at| at + 1);
            let (prefix, digits) = text.split_at(digits);
            Name::new(&format!("{}{digits}", prefix.to_ascii_lowercase()))
        }
        _ => Name::new(text),
    }
}

/// A number that is not negative, if it fits.
pub(crate) fn small_int(text: &str) -> Option<u64> {
    let digits = text.replace('_', "");
    match digits.as_bytes() {
        [b'0', b'x' | b'X', ..] => u64::from_str_radix(&digits[2..], 16).ok(),
        [b'0', b'o' | b'O', ..] => u64::from_str_radix(&digits[2..], 8).ok(),
        [b'0', b'b' | b'B', ..] => u64::from_str_radix(&digits[2..], 2).ok(),
        _ => digits.parse().ok(),
    }
}

/// Checks the digits and underscores of a number.
pub(crate) fn check_number(text: &str, span: Span, problems: &mut Vec<Problem>) {
    let digits = text[span.range()].trim_start_matches('-');
    let start = span.end - digits.len() as u32;
    let radix = match digits.as_bytes() {
        [b'0', b'x' | b'X', ..] => 16,
        [b'0', b'o' | b'O', ..] => 8,
        [b'0', b'b' | b'B', ..] => 2,
        _ => 10,
    };
    if radix == 10 {
        check_decimal(digits, start, problems);
        return;
    }
    if digits.len() == 2 {
        let span = Span::new(start + 1, span.end);
        problems.push(Problem::RadixWithoutDigits(RadixWithoutDigits { span }));
        return;
    }
    check_underscores(&digits[2..], start + 2, problems);
    let wrong = digits
        .bytes()
        .skip(2)
        .position(|digit| digit != b'_' && !char::from(digit).is_digit(radix));
    if let Some(wrong) = wrong {
        let at = start + 2 + wrong as u32;
        let span = Span::new(at, at + 1);
        problems.push(Problem::DigitOutOfRadix(DigitOutOfRadix { span, radix }));
    }
}

fn check_decimal(digits: &str, start: u32, problems: &mut Vec<Problem>) {
    let mut at = start;
    for part in digits.split_inclusive(['.', 'e']) {
        check_underscores(part.trim_end_matches(['.', 'e']), at, problems);
        at += part.len() as u32;
    }
    if digits.ends_with(['e', '-']) {
        problems.push(Problem::MissingExponent(MissingExponent {
            span: Span::new(start, at),
        }));
    }
}

/// Every underscore must be followed by a digit.
fn check_underscores(digits: &str, start: u32, problems: &mut Vec<Problem>) {
    let bytes = digits.as_bytes();
    let wrong = (0..bytes.len())
        .find(|at| bytes[*at] == b'_' && matches!(bytes.get(at + 1), None | Some(b'_')));
    if let Some(wrong) = wrong {
        let at = start + wrong as u32;
        problems.push(Problem::MisplacedUnderscore(MisplacedUnderscore {
            span: Span::new(at, at + 1),
        }));
    }
}

/// The text that a string literal stands for. A wrong escape, already reported, stands for nothing.
pub(crate) fn string(literal: &str) -> Arc<str> {
    let inner = literal.strip_prefix('"').unwrap_or(literal);
    let inner = inner.strip_suffix('"').unwrap_or(inner);
    if !inner.contains(['\\', '\r']) {
        return inner.into();
    }
    let mut text = String::with_capacity(inner.len());
    let mut rest = inner;
    while let Some(at) = rest.find(['\\', '\r']) {
        text.push_str(&rest[..at]);
        rest = &rest[at..];
        if let Some(after) = rest.strip_prefix('\r') {
            text.push('\n');
            rest = after.strip_prefix('\n').unwrap_or(after);
            continue;
        }
        let (character, length) = escape(rest);
        text.extend(character.ok());
        rest = &rest[length..];
    }
    text.push_str(rest);
    text.into()
}

/// Checks the escapes of a string literal.
pub(crate) fn check_string(text: &str, span: Span, problems: &mut Vec<Problem>) {
    let literal = &text[span.range()];
    let mut at = 0;
    while let Some(found) = literal[at..].find('\\') {
        at += found;
        let (character, length) = escape(&literal[at..]);
        let start = span.start + at as u32;
        let span = Span::new(start, start + length as u32);
        match character {
            Ok(_) => {}
            Err(Escape::Unknown) => {
                problems.push(Problem::BadStringEscape(BadStringEscape { span }));
            }
            Err(Escape::Unicode(reason, offset)) => {
                let span = Span::new(
                    span.start + offset as u32,
                    span.end.max(span.start + offset as u32),
                );
                problems.push(Problem::BadUnicodeEscape(BadUnicodeEscape { span, reason }));
            }
        }
        at += length;
    }
}

/// Why an escape means nothing.
enum Escape {
    Unknown,
    /// The reason, and how many bytes into the escape it shows.
    Unicode(&'static str, usize),
}

/// The escape that `text` begins with: its character, and how many bytes it takes.
fn escape(text: &str) -> (Result<char, Escape>, usize) {
    let Some(letter) = text.chars().nth(1) else {
        return (Err(Escape::Unknown), text.len());
    };
    let character = match letter {
        'n' => Ok('\n'),
        'r' => Ok('\r'),
        't' => Ok('\t'),
        'f' => Ok('\u{c}'),
        '"' => Ok('"'),
        '\\' => Ok('\\'),
        'u' => return unicode_escape(text),
        _ => Err(Escape::Unknown),
    };
    (character, 1 + letter.len_utf8())
}

fn unicode_escape(text: &str) -> (Result<char, Escape>, usize) {
    let Some(rest) = text[2..].strip_prefix('{') else {
        return (Err(Escape::Unicode("`{` is missing after `\\u`", 1)), 2);
    };
    let count = rest.bytes().take_while(u8::is_ascii_hexdigit).count();
    let digits = &rest[..count];
    if !rest[count..].starts_with('}') {
        let reason = "this is neither a hexadecimal digit nor `}`";
        return (Err(Escape::Unicode(reason, 3 + count)), 3 + count);
    }
    let character = match count {
        1..=6 => u32::from_str_radix(digits, 16)
            .ok()
            .and_then(char::from_u32)
            .ok_or(Escape::Unicode("there is no such character", 0)),
        _ => Err(Escape::Unicode("there must be one to six digits", 0)),
    };
    (character, 4 + count)
}

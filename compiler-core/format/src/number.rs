//! Number literals: decimal digits in groups of three, small letters for the radix.

use std::borrow::Cow;

/// From this many digits on they are grouped.
const GROUPED: usize = 5;

/// An int as it should be written.
pub(crate) fn int(text: &str) -> Cow<'_, str> {
    let (sign, digits) = split_sign(text);
    match digits.get(..2) {
        Some("0X" | "0O" | "0B") => Cow::Owned(format!(
            "{sign}{}{}",
            digits[..2].to_ascii_lowercase(),
            &digits[2..]
        )),
        Some("0x" | "0o" | "0b") => Cow::Borrowed(text),
        _ => decimal(text),
    }
}

/// A float as it should be written.
pub(crate) fn float(text: &str) -> Cow<'_, str> {
    let Some((whole, rest)) = text.split_once('.') else {
        return Cow::Borrowed(text);
    };
    let whole = decimal(whole);
    let (fraction, exponent) = match rest.split_once('e') {
        Some((fraction, exponent)) => (fraction, Some(exponent)),
        None => (rest, None),
    };
    // The reference leaves an underscore at the end, which it then does not accept.
    let fraction = match fraction.trim_end_matches(['0', '_']) {
        "" => "0",
        fraction => fraction,
    };
    match exponent {
        Some(exponent) => format!("{whole}.{fraction}e{exponent}").into(),
        None => format!("{whole}.{fraction}").into(),
    }
}

fn split_sign(text: &str) -> (&str, &str) {
    match text.strip_prefix('-') {
        Some(digits) => ("-", digits),
        None => ("", text),
    }
}

fn decimal(text: &str) -> Cow<'_, str> {
    let (sign, digits) = split_sign(text);
    let count = digits.bytes().filter(|byte| *byte != b'_').count();
    if count < GROUPED && !digits.contains('_') {
        return Cow::Borrowed(text);
    }
    let mut out = String::with_capacity(sign.len() + count + count / 3);
    out.push_str(sign);
    for (index, digit) in digits.chars().filter(|digit| *digit != '_').enumerate() {
        if count >= GROUPED && index > 0 && (count - index).is_multiple_of(3) {
            out.push('_');
        }
        out.push(digit);
    }
    Cow::Owned(out)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn digits_are_grouped() {
        for (text, expected) in [
            ("1", "1"),
            ("1234", "1234"),
            ("1_234", "1234"),
            ("12345", "12_345"),
            ("-1234567", "-1_234_567"),
            ("0Xff_ab", "0xff_ab"),
            ("0b10", "0b10"),
        ] {
            assert_eq!(int(text), expected);
        }
        for (text, expected) in [
            ("1.", "1.0"),
            ("12345.50", "12_345.5"),
            ("1.0e10", "1.0e10"),
        ] {
            assert_eq!(float(text), expected);
        }
    }
}

//! The values of literals.

use num_bigint::BigInt;
use source::Name;

/// The value of an integer literal: `1_000`, `0xff`, `-0b1`. Zero if it is broken.
pub fn integer(text: Name) -> BigInt {
    let digits = text.replace('_', "").to_ascii_lowercase();
    let (negative, digits) = match digits.strip_prefix('-') {
        Some(digits) => (true, digits),
        None => (false, &*digits),
    };
    let (radix, digits) = match digits.get(..2) {
        Some("0x") => (16, &digits[2..]),
        Some("0o") => (8, &digits[2..]),
        Some("0b") => (2, &digits[2..]),
        _ => (10, digits),
    };
    let value = BigInt::parse_bytes(digits.as_bytes(), radix).unwrap_or_default();
    if negative { -value } else { value }
}

/// The value of a float literal: `1_0.5e-3`, `1.`. Zero if it is broken.
pub fn float(text: Name) -> f64 {
    text.replace('_', "").parse().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spelling_does_not_matter() {
        for (text, value) in [
            ("0x10", 16),
            ("1_0", 10),
            ("-0b11", -3),
            ("007", 7),
            ("-0", 0),
        ] {
            assert_eq!(integer(Name::new(text)), BigInt::from(value), "{text}");
        }
        assert!((float(Name::new("10.0e-1")) - 1.0).abs() < f64::EPSILON);
        assert!((float(Name::new("1.")) - 1.0).abs() < f64::EPSILON);
    }
}

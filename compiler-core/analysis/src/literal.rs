//! The values of number literals.

use num_bigint::BigInt;
use source::Name;

/// Decimal digits, possibly with a leading `-`, of an int literal in any radix.
pub(crate) fn decimal(text: &str) -> Name {
    Name::new(&int(text).to_string())
}

/// The value of an int literal in any radix: `1_000`, `0xff`, `-0b1`. Zero if it is broken.
pub fn int(text: &str) -> BigInt {
    let (negative, text) = match text.strip_prefix('-') {
        Some(rest) => (true, rest),
        None => (false, text),
    };
    let (radix, digits) = match text.get(..2) {
        Some("0x" | "0X") => (16, &text[2..]),
        Some("0o" | "0O") => (8, &text[2..]),
        Some("0b" | "0B") => (2, &text[2..]),
        _ => (10, text),
    };
    let digits: String = digits.chars().filter(|digit| *digit != '_').collect();
    let value = BigInt::parse_bytes(digits.as_bytes(), radix).unwrap_or_default();
    if negative { -value } else { value }
}

/// The value, if it is small.
pub(crate) fn small_int(text: &str) -> Option<i64> {
    i64::try_from(int(text)).ok()
}

/// Whether JavaScript's numbers cannot hold the value exactly.
pub(crate) fn is_unsafe_int(text: &str) -> bool {
    // Fifteen digits are always exact; longer ones are worth a look.
    text.len() > 15 && {
        let limit = BigInt::from((1_i64 << 53) - 1);
        let value = int(text);
        value > limit || value < -limit
    }
}

/// Whether an int literal fits into so many bits, signed or not.
pub(crate) fn fits(text: &str, bits: i64) -> bool {
    let value = int(text);
    let used = i64::try_from(value.bits()).unwrap_or(i64::MAX);
    if value.sign() == num_bigint::Sign::Minus {
        // The least number of `bits` bits is a power of two and needs them all.
        let power = value
            .trailing_zeros()
            .is_some_and(|zeros| zeros + 1 == value.bits());
        used < bits || (used == bits && power)
    } else {
        used <= bits.max(0)
    }
}

/// The text of a float literal as every back end reads it: underscores removed.
pub(crate) fn float(text: &str) -> Name {
    let plain: String = text.chars().filter(|digit| *digit != '_').collect();
    Name::new(&plain)
}

/// Whether a float literal is in the range of the type.
pub(crate) fn float_fits(text: &str) -> bool {
    float_value(text).is_some()
}

/// The value of a float literal, if it is in range.
pub fn float_value(text: &str) -> Option<f64> {
    float(text)
        .parse()
        .ok()
        .filter(|value: &f64| value.is_finite())
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
            assert_eq!(int(text), BigInt::from(value), "{text}");
        }
        assert!((float_value("10.0e-1").unwrap() - 1.0).abs() < f64::EPSILON);
        assert!((float_value("1.").unwrap() - 1.0).abs() < f64::EPSILON);
    }
}

//! Erlang terms in the external term format (ERTS User's Guide, "External Term Format").

use num_bigint::{BigInt, Sign};

/// A term that is being written: each call appends what it is called after.
///
/// Who writes a compound term writes its parts next, in order.
#[derive(Debug)]
pub(super) struct Terms {
    bytes: Vec<u8>,
}

impl Terms {
    /// Nothing but the format's version.
    pub(super) fn new() -> Self {
        Self { bytes: vec![131] }
    }

    /// What was written.
    pub(super) fn into_bytes(self) -> Vec<u8> {
        self.bytes
    }

    /// An integer of any size, from its decimal digits.
    pub(super) fn integer(&mut self, digits: &str) {
        if let Ok(value) = digits.parse::<i32>() {
            return self.i32(value);
        }
        let value: BigInt = digits
            .parse()
            .unwrap_or_else(|_| unreachable!("`{digits}` was checked to be decimal digits"));
        let (sign, magnitude) = value.to_bytes_le();
        if let Ok(len) = u8::try_from(magnitude.len()) {
            self.bytes.extend([tag::SMALL_BIG, len]);
        } else {
            self.bytes.push(tag::LARGE_BIG);
            self.u32(magnitude.len() as u32);
        }
        self.bytes.push(u8::from(sign == Sign::Minus));
        self.bytes.extend(magnitude);
    }

    /// Offsets, lines and indices: they fit because a source file is under 4 GiB.
    pub(super) fn small(&mut self, value: u32) {
        match i32::try_from(value) {
            Ok(value) => self.i32(value),
            Err(_) => self.integer(&value.to_string()),
        }
    }

    fn i32(&mut self, value: i32) {
        if let Ok(byte) = u8::try_from(value) {
            self.bytes.extend([tag::SMALL_INTEGER, byte]);
        } else {
            self.bytes.push(tag::INTEGER);
            self.bytes.extend(value.to_be_bytes());
        }
    }

    /// A tuple with a tag: the name, then `size - 1` terms follow.
    pub(super) fn record(&mut self, name: &str, size: usize) {
        self.tuple(size);
        self.atom(name);
    }

    /// A tuple; `size` terms follow.
    pub(super) fn tuple(&mut self, size: usize) {
        if let Ok(size) = u8::try_from(size) {
            self.bytes.extend([tag::SMALL_TUPLE, size]);
        } else {
            self.bytes.push(tag::LARGE_TUPLE);
            self.u32(size as u32);
        }
    }

    /// An atom.
    pub(super) fn atom(&mut self, text: &str) {
        if let Ok(len) = u8::try_from(text.len()) {
            self.bytes.extend([tag::SMALL_ATOM, len]);
        } else {
            self.bytes.push(tag::ATOM);
            self.bytes.extend((text.len() as u16).to_be_bytes());
        }
        self.bytes.extend(text.as_bytes());
    }

    /// The empty list, which also ends a list.
    pub(super) fn nil(&mut self) {
        self.bytes.push(tag::NIL);
    }

    /// The head of a list of `count` elements, which follow, and then its tail.
    pub(super) fn list(&mut self, count: usize) {
        if count > 0 {
            self.bytes.push(tag::LIST);
            self.u32(count as u32);
        }
    }

    /// The head of a map; `count` keys and values follow.
    pub(super) fn map(&mut self, count: usize) {
        self.bytes.push(tag::MAP);
        self.u32(count as u32);
    }

    /// A float.
    pub(super) fn float(&mut self, value: f64) {
        self.bytes.push(tag::NEW_FLOAT);
        self.bytes.extend(value.to_be_bytes());
    }

    /// A binary.
    pub(super) fn binary(&mut self, bytes: &[u8]) {
        self.bytes.push(tag::BINARY);
        self.u32(bytes.len() as u32);
        self.bytes.extend(bytes);
    }

    /// A list of code points, in the compact form where it can express them.
    pub(super) fn characters(&mut self, characters: &[u32]) {
        let latin: Option<Vec<u8>> = characters.iter().map(|c| u8::try_from(*c).ok()).collect();
        match (latin, u16::try_from(characters.len())) {
            (Some(latin), Ok(length @ 1..)) => {
                self.bytes.push(tag::STRING);
                self.bytes.extend(length.to_be_bytes());
                self.bytes.extend(latin);
            }
            _ => {
                self.list(characters.len());
                for character in characters {
                    self.small(*character);
                }
                self.nil();
            }
        }
    }

    fn u32(&mut self, value: u32) {
        self.bytes.extend(value.to_be_bytes());
    }
}

/// Tags of the format.
mod tag {
    pub(super) const NEW_FLOAT: u8 = 70;
    pub(super) const SMALL_INTEGER: u8 = 97;
    pub(super) const INTEGER: u8 = 98;
    pub(super) const SMALL_TUPLE: u8 = 104;
    pub(super) const LARGE_TUPLE: u8 = 105;
    pub(super) const NIL: u8 = 106;
    pub(super) const STRING: u8 = 107;
    pub(super) const LIST: u8 = 108;
    pub(super) const BINARY: u8 = 109;
    pub(super) const SMALL_BIG: u8 = 110;
    pub(super) const LARGE_BIG: u8 = 111;
    pub(super) const MAP: u8 = 116;
    pub(super) const ATOM: u8 = 118;
    pub(super) const SMALL_ATOM: u8 = 119;
}

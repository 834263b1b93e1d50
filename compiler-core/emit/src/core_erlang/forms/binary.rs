//! Binaries: building them and their patterns.

use super::Writer;
use crate::core_erlang::node::{Encoding, Literal, NodeKind, Segment, Size};

/// What a `bin` consists of.
enum Element<'s> {
    /// Bytes that stand side by side.
    Bytes(Vec<u8>),
    Segment(&'s Segment),
}

impl Writer<'_> {
    pub(super) fn binary(&mut self, segments: &[Segment], place: u32) {
        let mut elements: Vec<Element<'_>> = Vec::new();
        for segment in segments {
            match (self.byte(segment), elements.last_mut()) {
                (Some(byte), Some(Element::Bytes(bytes))) => bytes.push(byte),
                (Some(byte), _) => elements.push(Element::Bytes(vec![byte])),
                (None, _) => elements.push(Element::Segment(segment)),
            }
        }
        self.head("bin", 3, place);
        self.list(&elements, |writer, element| match element {
            Element::Bytes(bytes) => writer.byte_element(bytes, place),
            Element::Segment(segment) => writer.segment(segment, place),
        });
    }

    /// A binary of known bytes.
    pub(super) fn bytes(&mut self, bytes: &[u8], place: u32) {
        self.head("bin", 3, place);
        if !bytes.is_empty() {
            self.out.list(1);
            self.byte_element(bytes, place);
        }
        self.out.nil();
    }

    fn byte_element(&mut self, bytes: &[u8], place: u32) {
        self.head("bin_element", 5, place);
        self.head("string", 3, place);
        let characters: Vec<u32> = bytes.iter().map(|byte| u32::from(*byte)).collect();
        self.out.characters(&characters);
        self.out.atom("default");
        self.out.atom("default");
    }

    /// The value of a segment that is one known byte.
    fn byte(&self, segment: &Segment) -> Option<u8> {
        let int = |node| match &self.core.node(node).kind {
            NodeKind::Literal(Literal::Int(digits)) => digits.parse::<u8>().ok(),
            _ => None,
        };
        let Size::Units(size) = segment.size else {
            return None;
        };
        let plain = segment.encoding == Encoding::Integer
            && !segment.signed
            && segment.unit == 1
            && int(size) == Some(8);
        plain.then(|| int(segment.value)).flatten()
    }

    fn segment(&mut self, segment: &Segment, place: u32) {
        self.head("bin_element", 5, place);
        self.expr(segment.value);
        match segment.size {
            Size::Units(size) => self.expr(size),
            Size::All | Size::Natural => self.out.atom("default"),
        }
        let signedness = if segment.signed { "signed" } else { "unsigned" };
        let encoding = segment.encoding.as_str();
        let flags = match segment.encoding {
            Encoding::Integer => vec![encoding, signedness, segment.endianness],
            Encoding::Binary | Encoding::Utf8 => vec![encoding],
            Encoding::Float | Encoding::Utf16 | Encoding::Utf32 => {
                vec![encoding, segment.endianness]
            }
        };
        let has_unit = !matches!(segment.size, Size::Natural);
        self.out.list(flags.len() + usize::from(has_unit));
        for flag in flags {
            self.out.atom(flag);
        }
        if has_unit {
            self.out.tuple(2);
            self.out.atom("unit");
            self.out.small(segment.unit);
        }
        self.out.nil();
    }
}

//! Bit arrays and their segments.

use syntax::ast::{Endianness, SegmentOption, SegmentOptionKind};

use crate::Formatter;
use crate::expr::Spread;
use crate::layout::Doc;

impl<'a> Formatter<'a> {
    /// `<<…>>` of segments that are documents already.
    pub(crate) fn bit_array(
        &mut self,
        segments: Vec<Doc<'a>>,
        end: u32,
        spread: Spread,
    ) -> Doc<'a> {
        self.wrapped_in(("<<", ">>"), segments, end, spread).group()
    }

    /// A segment and its options.
    pub(crate) fn segment(&mut self, value: Doc<'a>, options: &'a [SegmentOption]) -> Doc<'a> {
        if options.is_empty() {
            return value;
        }
        let mut docs = Vec::with_capacity(options.len());
        for option in options {
            docs.push(self.segment_option(option));
        }
        let options = Doc::join(docs, &Doc::text("-"));
        Doc::seq(vec![value, Doc::text(":"), options])
    }

    fn segment_option(&mut self, option: &'a SegmentOption) -> Doc<'a> {
        Doc::text(match &option.kind {
            SegmentOptionKind::Int => "int",
            SegmentOptionKind::Float => "float",
            SegmentOptionKind::Bits => "bits",
            SegmentOptionKind::Bytes => "bytes",
            SegmentOptionKind::Utf8 => "utf8",
            SegmentOptionKind::Utf16 => "utf16",
            SegmentOptionKind::Utf32 => "utf32",
            SegmentOptionKind::Utf8Codepoint => "utf8_codepoint",
            SegmentOptionKind::Utf16Codepoint => "utf16_codepoint",
            SegmentOptionKind::Utf32Codepoint => "utf32_codepoint",
            SegmentOptionKind::Signed => "signed",
            SegmentOptionKind::Unsigned => "unsigned",
            SegmentOptionKind::Endianness(Endianness::Big) => "big",
            SegmentOptionKind::Endianness(Endianness::Little) => "little",
            SegmentOptionKind::Endianness(Endianness::Native) => "native",
            SegmentOptionKind::Unit(unit) => return Doc::text(format!("unit({unit})")),
            SegmentOptionKind::Size { value, short } => {
                let size = self.expr(*value);
                if *short {
                    return size;
                }
                return Doc::seq(vec![Doc::text("size("), size, Doc::text(")")]);
            }
        })
    }

    /// Whether the last token before `end` is a comma.
    pub(crate) fn has_trailing_comma(&self, end: u32) -> bool {
        let mut end = end;
        loop {
            let before = self.text[..end as usize].trim_end();
            end = before.len() as u32;
            let comments = &self.trivia.comments;
            let after = comments.partition_point(|comment| comment.span.start < end);
            match after.checked_sub(1).map(|index| comments[index]) {
                Some(comment) if comment.span.end >= end => end = comment.span.start,
                _ => return before.ends_with(','),
            }
        }
    }
}

//! Bit arrays that are built.

use ir::node::{BuildSegment, Endianness, ExprId, ExprKind, SegmentKind};

use super::module::Emitter;
use super::node::{self, Op, Stmt};
use super::operand::Operands;

impl Emitter<'_> {
    /// `<<segments>>`
    pub(super) fn bit_array(
        &mut self,
        segments: &[BuildSegment],
        out: &mut Vec<Stmt>,
    ) -> node::ExprId {
        let mut operands = Operands::default();
        for segment in segments {
            self.operand(&mut operands, segment.value, out);
            if let Some(size) = segment.size {
                self.operand(&mut operands, size, out);
            }
        }
        let mut values = operands.values.into_iter();
        let mut parts = Vec::new();
        for segment in segments {
            let Some(value) = values.next() else { break };
            let size = match segment.size {
                Some(size) => values
                    .next()
                    .map(|value| self.in_bits(size, value, segment.unit)),
                None => None,
            };
            parts.push(self.segment(segment, value, size));
        }
        let parts = self.tree.array(parts);
        self.prelude_call("toBitArray", vec![parts])
    }

    fn segment(
        &mut self,
        segment: &BuildSegment,
        value: node::ExprId,
        size: Option<Bits>,
    ) -> node::ExprId {
        match segment.kind {
            SegmentKind::Int { endianness, .. } => {
                self.int_segment(value, size.unwrap_or(Bits::Known(8)), endianness)
            }
            SegmentKind::Float { endianness } => {
                let size = self.bits(size.unwrap_or(Bits::Known(64)));
                let is_big = self.is_big(endianness);
                self.prelude_call("sizedFloat", vec![value, size, is_big])
            }
            SegmentKind::Bits => match size {
                None => value,
                Some(size) => {
                    let zero = self.tree.number(0);
                    let size = self.bits(size);
                    self.prelude_call("bitArraySlice", vec![value, zero, size])
                }
            },
            SegmentKind::Utf {
                width,
                endianness,
                codepoint,
            } => {
                let function = match (width, codepoint) {
                    (8, false) => return self.prelude_call("stringBits", vec![value]),
                    (8, true) => return self.prelude_call("codepointBits", vec![value]),
                    (16, false) => "stringToUtf16",
                    (16, true) => "codepointToUtf16",
                    (_, false) => "stringToUtf32",
                    (_, true) => "codepointToUtf32",
                };
                let is_big = self.is_big(endianness);
                self.prelude_call(function, vec![value, is_big])
            }
        }
    }

    fn int_segment(
        &mut self,
        value: node::ExprId,
        size: Bits,
        endianness: Endianness,
    ) -> node::ExprId {
        if matches!(size, Bits::Known(8)) {
            return value;
        }
        let size = self.bits(size);
        let is_big = self.is_big(endianness);
        self.prelude_call("sizedInt", vec![value, size, is_big])
    }

    /// The size in bits, given in units.
    pub(super) fn in_bits(&mut self, size: ExprId, value: node::ExprId, unit: u32) -> Bits {
        if let ExprKind::Int(digits) = &self.module.exprs[size].kind
            && let Ok(units) = digits.parse::<i64>()
            && let Some(bits) = units.checked_mul(i64::from(unit))
        {
            return Bits::Known(bits);
        }
        if unit == 1 {
            return Bits::Computed(value);
        }
        let unit = self.tree.number(unit);
        Bits::Computed(self.tree.binary(Op::Multiply, value, unit))
    }

    /// A number of bits as an expression.
    pub(super) fn bits(&mut self, bits: Bits) -> node::ExprId {
        match bits {
            Bits::Known(bits) => self.tree.number(bits),
            Bits::Computed(expr) => expr,
        }
    }

    /// Whether the most significant byte comes first. Checking refuses `native` for this target.
    pub(super) fn is_big(&mut self, endianness: Endianness) -> node::ExprId {
        let is_big = matches!(endianness, Endianness::Big);
        self.tree.name(if is_big { "true" } else { "false" })
    }
}

/// A number of bits.
#[derive(Debug, Clone, Copy)]
pub(super) enum Bits {
    /// Known at compile time.
    Known(i64),
    /// Given by an expression.
    Computed(node::ExprId),
}

//! Bit arrays that are matched.
//!
//! Variables that later sizes use are bound while the condition is evaluated:
//!
//! ```js
//! let n;
//! if (b.bitSize >= 8 && (n = b.byteAt(0), true) && b.bitSize >= 8 + n) { … }
//! ```

use std::collections::BTreeSet;

use ir::node::{ExprKind, LocalId, MatchSegment, SegmentKind, SegmentLiteral};

use super::bit_array::Bits;
use super::module::Emitter;
use super::node::{self, Op, Stmt};

impl Emitter<'_> {
    /// Whether `subject` has the layout of `segments`; nothing if every bit array has.
    pub(super) fn bit_array_condition(
        &mut self,
        subject: node::ExprId,
        segments: &[MatchSegment],
        out: &mut Vec<Stmt>,
    ) -> Option<node::ExprId> {
        let early = self.declare_early(segments, out);
        let places = self.places(segments);
        let mut conditions = Vec::new();
        if segments.is_empty() {
            conditions.push(self.length(subject, Op::Same, &Offset::default()));
        }
        for (index, (segment, place)) in segments.iter().zip(&places).enumerate() {
            if let Some(Bits::Computed(size)) = place.size {
                self.check_size(segment, size, segments, &mut conditions);
            }
            let begins_run = !matches!(place.size, Some(Bits::Known(_)));
            if index == 0 || begins_run {
                self.check_length(subject, segment, &places[index..], &mut conditions);
            }
            self.check_content(subject, segment, place, &mut conditions);
            if let Some(local) = segment.bind.filter(|local| early.contains(local)) {
                let value = self.read(subject, segment, place);
                if let Some(name) = self.variable(local) {
                    conditions.push(self.tree.assigned(name, value));
                }
            }
        }
        self.tree.all(conditions)
    }

    /// The variables that `segments` bind, except those that the condition has bound.
    pub(super) fn bit_array_parts(
        &mut self,
        subject: node::ExprId,
        segments: &[MatchSegment],
    ) -> Vec<(LocalId, node::ExprId)> {
        let places = self.places(segments);
        let mut parts = Vec::new();
        for (segment, place) in segments.iter().zip(&places) {
            if let Some(local) = segment.bind.filter(|local| !self.early.contains(local)) {
                parts.push((local, self.read(subject, segment, place)));
            }
        }
        parts
    }

    /// Declares the variables of `segments` that their own sizes mention.
    fn declare_early(
        &mut self,
        segments: &[MatchSegment],
        out: &mut Vec<Stmt>,
    ) -> BTreeSet<LocalId> {
        let mut early = self.used_in_sizes(segments);
        early.retain(|local| segments.iter().any(|segment| segment.bind == Some(*local)));
        for local in &early {
            self.early.insert(*local);
            // Where the scope goes on behind the test, the declaration stands there already.
            if !self.hoisted.contains(local) {
                let name = self.declare(*local);
                out.push(Stmt::Let { name, value: None });
            }
        }
        early
    }

    fn used_in_sizes(&self, segments: &[MatchSegment]) -> BTreeSet<LocalId> {
        let mut used = BTreeSet::new();
        let mut open: Vec<_> = segments.iter().filter_map(|segment| segment.size).collect();
        while let Some(expr) = open.pop() {
            match &self.module.exprs[expr].kind {
                ExprKind::Local(local) => {
                    used.insert(*local);
                }
                ExprKind::Prim { args, .. } => open.extend(args),
                ExprKind::Block { result, .. } => open.push(*result),
                _ => {}
            }
        }
        used
    }

    /// Where each segment begins and how long it is.
    fn places(&mut self, segments: &[MatchSegment]) -> Vec<Place> {
        // Sizes are variables, numbers and arithmetic, which need no statements.
        let mut statements = Vec::new();
        let mut start = Offset::default();
        let mut places = Vec::new();
        for segment in segments {
            let size = match segment.size {
                Some(size) => {
                    let value = self.expr(size, &mut statements);
                    Some(self.in_bits(size, value, segment.unit))
                }
                None => natural_size(segment),
            };
            let end = size.map(|size| start.after(size));
            let next = end.clone();
            places.push(Place {
                start: start.clone(),
                size,
                end,
            });
            start = next.unwrap_or(start);
        }
        places
    }

    /// A negative size, or one that no float has, does not match.
    fn check_size(
        &mut self,
        segment: &MatchSegment,
        bits: node::ExprId,
        segments: &[MatchSegment],
        conditions: &mut Vec<node::ExprId>,
    ) {
        if matches!(segment.kind, SegmentKind::Float { .. }) {
            let choices = [16, 32, 64].map(|width| {
                let width = self.tree.number(width);
                self.tree.binary(Op::Same, bits, width)
            });
            let choices = choices.into_iter();
            let any = choices.reduce(|any, choice| self.tree.binary(Op::Or, any, choice));
            conditions.extend(any);
        } else if !self.is_never_negative(segment, segments) {
            let zero = self.tree.number(0);
            conditions.push(self.tree.binary(Op::GreaterEqual, bits, zero));
        }
    }

    /// Whether the size is a variable that the same pattern reads without a sign.
    fn is_never_negative(&self, segment: &MatchSegment, segments: &[MatchSegment]) -> bool {
        let Some(size) = segment.size else {
            return true;
        };
        let ExprKind::Local(local) = self.module.exprs[size].kind else {
            return false;
        };
        segments.iter().any(|other| {
            other.bind == Some(local)
                && matches!(other.kind, SegmentKind::Int { signed: false, .. })
        })
    }

    /// Checks the length that `segment` and those behind it need, up to the next one whose size
    /// is computed, or that the rest consists of whole units.
    fn check_length(
        &mut self,
        subject: node::ExprId,
        segment: &MatchSegment,
        places: &[Place],
        conditions: &mut Vec<node::ExprId>,
    ) {
        let Some(first) = &places[0].end else {
            if segment.unit > 1 {
                conditions.push(self.is_whole(subject, &places[0].start, segment.unit));
            }
            return;
        };
        let mut end = first;
        let mut op = Op::Same;
        for place in &places[1..] {
            let (Some(Bits::Known(_)), Some(further)) = (&place.size, &place.end) else {
                op = Op::GreaterEqual;
                break;
            };
            end = further;
        }
        conditions.push(self.length(subject, op, end));
    }

    /// `subject.bitSize op end`
    fn length(&mut self, subject: node::ExprId, op: Op, end: &Offset) -> node::ExprId {
        let length = self.tree.member(subject, "bitSize");
        let end = self.offset(end);
        self.tree.binary(op, length, end)
    }

    /// `(subject.bitSize - start) % unit === 0`
    fn is_whole(&mut self, subject: node::ExprId, start: &Offset, unit: u32) -> node::ExprId {
        let mut length = self.tree.member(subject, "bitSize");
        if !start.terms.is_empty() || start.known % i64::from(unit) != 0 {
            let start = self.offset(start);
            length = self.tree.binary(Op::Subtract, length, start);
        }
        let unit = self.tree.number(unit);
        let left_over = self.tree.binary(Op::Remainder, length, unit);
        let zero = self.tree.number(0);
        self.tree.binary(Op::Same, left_over, zero)
    }

    fn check_content(
        &mut self,
        subject: node::ExprId,
        segment: &MatchSegment,
        place: &Place,
        conditions: &mut Vec<node::ExprId>,
    ) {
        let literal = match (&segment.literal, segment.kind) {
            (Some(SegmentLiteral::Int(digits)), _) => self.tree.number(digits),
            (Some(SegmentLiteral::Float(value)), _) => self.float(*value),
            (Some(SegmentLiteral::String(text)), kind) => {
                let bytes = encode(text, kind);
                return self.check_bytes(subject, &bytes, place, conditions);
            }
            (None, SegmentKind::Float { .. }) => {
                let value = self.read(subject, segment, place);
                let is_finite = self.global_member("Number", "isFinite");
                conditions.push(self.tree.pure_call(is_finite, vec![value]));
                return;
            }
            // Checking refuses patterns of code points for this target.
            (None, _) => return,
        };
        let value = self.read(subject, segment, place);
        conditions.push(self.tree.binary(Op::Same, value, literal));
    }

    fn check_bytes(
        &mut self,
        subject: node::ExprId,
        bytes: &[u8],
        place: &Place,
        conditions: &mut Vec<node::ExprId>,
    ) {
        /// More bytes are compared as a whole.
        const FEW: usize = 16;
        let numbers: Vec<_> = bytes.iter().map(|byte| self.tree.number(byte)).collect();
        match place.start.byte() {
            Some(first) if bytes.len() <= FEW => {
                for (index, number) in (first..).zip(numbers) {
                    let byte = self.byte_at(subject, index);
                    conditions.push(self.tree.binary(Op::Same, byte, number));
                }
            }
            _ => {
                let found = self.slice(subject, place);
                let wanted = self.tree.array(numbers);
                let wanted = self.prelude_call("toBitArray", vec![wanted]);
                conditions.push(self.prelude_call("isEqual", vec![found, wanted]));
            }
        }
    }

    /// The value of a segment.
    fn read(
        &mut self,
        subject: node::ExprId,
        segment: &MatchSegment,
        place: &Place,
    ) -> node::ExprId {
        match segment.kind {
            SegmentKind::Int { signed, endianness } => {
                if let (Some(Bits::Known(8)), Some(byte), false) =
                    (place.size, place.start.byte(), signed)
                {
                    return self.byte_at(subject, byte);
                }
                let is_big = self.is_big(endianness);
                let signed = self.tree.name(if signed { "true" } else { "false" });
                let (start, end) = self.bounds(place);
                let args = vec![subject, start, end, is_big, signed];
                self.prelude_call("bitArraySliceToInt", args)
            }
            SegmentKind::Float { endianness } => {
                let is_big = self.is_big(endianness);
                let (start, end) = self.bounds(place);
                self.prelude_call("bitArraySliceToFloat", vec![subject, start, end, is_big])
            }
            SegmentKind::Bits => self.slice(subject, place),
            SegmentKind::Utf { .. } => match &segment.literal {
                Some(SegmentLiteral::String(text)) => self.tree.string(text.clone()),
                _ => self.slice(subject, place),
            },
        }
    }

    fn byte_at(&mut self, subject: node::ExprId, index: i64) -> node::ExprId {
        let method = self.tree.member(subject, "byteAt");
        let index = self.tree.number(index);
        self.tree.pure_call(method, vec![index])
    }

    fn slice(&mut self, subject: node::ExprId, place: &Place) -> node::ExprId {
        let start = self.offset(&place.start);
        let mut args = vec![subject, start];
        if let Some(end) = &place.end {
            args.push(self.offset(end));
        }
        self.prelude_call("bitArraySlice", args)
    }

    fn bounds(&mut self, place: &Place) -> (node::ExprId, node::ExprId) {
        let start = self.offset(&place.start);
        let end = match &place.end {
            Some(end) => self.offset(end),
            None => start,
        };
        (start, end)
    }

    fn offset(&mut self, offset: &Offset) -> node::ExprId {
        let mut terms = offset.terms.iter().copied();
        let first = if offset.known == 0 {
            terms.next()
        } else {
            None
        };
        let first = first.unwrap_or_else(|| self.tree.number(offset.known));
        terms.fold(first, |sum, term| self.tree.binary(Op::Add, sum, term))
    }
}

/// A segment's place.
#[derive(Debug)]
struct Place {
    start: Offset,
    /// Nothing for the rest of the array.
    size: Option<Bits>,
    end: Option<Offset>,
}

/// A number of bits from the start.
#[derive(Debug, Clone, Default)]
struct Offset {
    known: i64,
    /// What else is added.
    terms: Vec<node::ExprId>,
}

impl Offset {
    fn after(&self, size: Bits) -> Self {
        let mut after = self.clone();
        match size {
            Bits::Known(bits) => after.known += bits,
            Bits::Computed(bits) => after.terms.push(bits),
        }
        after
    }

    /// The index of the byte that begins here, if one surely does.
    fn byte(&self) -> Option<i64> {
        (self.terms.is_empty() && self.known % 8 == 0).then_some(self.known / 8)
    }
}

/// The size of a segment that states none; nothing for the rest of the array.
fn natural_size(segment: &MatchSegment) -> Option<Bits> {
    match (segment.kind, &segment.literal) {
        (SegmentKind::Int { .. }, _) => Some(Bits::Known(8)),
        (SegmentKind::Float { .. }, _) => Some(Bits::Known(64)),
        (kind @ SegmentKind::Utf { .. }, Some(SegmentLiteral::String(text))) => {
            let bits = encode(text, kind).len().saturating_mul(8);
            Some(Bits::Known(i64::try_from(bits).unwrap_or(i64::MAX)))
        }
        _ => None,
    }
}

/// The bytes of `text` in the encoding of a segment.
fn encode(text: &str, kind: SegmentKind) -> Vec<u8> {
    let SegmentKind::Utf {
        width, endianness, ..
    } = kind
    else {
        return text.as_bytes().to_vec();
    };
    let is_big = matches!(endianness, ir::node::Endianness::Big);
    let in_order = |mut bytes: Vec<u8>| {
        if !is_big {
            bytes.reverse();
        }
        bytes
    };
    match width {
        16 => text
            .encode_utf16()
            .flat_map(|unit| in_order(unit.to_be_bytes().to_vec()))
            .collect(),
        32 => text
            .chars()
            .flat_map(|char| in_order(u32::from(char).to_be_bytes().to_vec()))
            .collect(),
        _ => text.as_bytes().to_vec(),
    }
}

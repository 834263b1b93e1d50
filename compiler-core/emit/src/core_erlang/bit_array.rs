//! Bit arrays and strings as binaries: building and patterns.

use ir::node::{
    BuildSegment, Endianness, ExprId, ExprKind, LocalId, MatchSegment, SegmentKind, SegmentLiteral,
};

use super::module::{Lower, Step};
use super::node::{Clause, Encoding, FunName, Literal, NodeId, NodeKind, Segment, Size, Var};
use super::prim::whole_string;

/// Segments that one pattern can match: Core Erlang has no sizes that the same pattern binds.
#[derive(Debug, Clone, Copy)]
pub(super) struct Group<'a> {
    segments: &'a [MatchSegment],
    /// The size of the first segment, to compute before.
    size: Option<ExprId>,
}

impl Lower<'_> {
    pub(super) fn build_bit_array(
        &mut self,
        id: ExprId,
        segments: &[BuildSegment],
        steps: &mut Vec<Step>,
    ) -> NodeId {
        let mut built = Vec::new();
        for segment in segments {
            self.build_segment(segment, steps, &mut built);
        }
        let line = Some(self.line_of(id));
        if built.is_empty() {
            return self.literal(Literal::Binary([].into()));
        }
        self.core.add_at(NodeKind::Binary(built), line)
    }

    fn build_segment(
        &mut self,
        segment: &BuildSegment,
        steps: &mut Vec<Step>,
        built: &mut Vec<Segment>,
    ) {
        let ir = self.ir;
        if let SegmentKind::Utf {
            codepoint: false, ..
        } = segment.kind
        {
            if let ExprKind::String(text) = &ir.exprs[segment.value].kind {
                self.text_segments(text, segment.kind, built);
            } else {
                let text = self.operand(segment.value, steps);
                let encoded = self.encode_string(text, segment, steps);
                built.push(whole_string(encoded));
            }
            return;
        }
        let value = self.atomic(segment.value, steps);
        let size = segment.size.map(|size| self.size_or_nothing(size, steps));
        built.push(segment_of(segment.kind, value, size, segment.unit));
    }

    /// The size of a segment that is built: nothing is written where it is negative.
    fn size_or_nothing(&mut self, size: ExprId, steps: &mut Vec<Step>) -> NodeId {
        let size = self.atomic(size, steps);
        let zero = self.core.int(0);
        if let NodeKind::Literal(Literal::Int(digits)) = self.core.node(size).kind {
            return if digits.starts_with('-') { zero } else { size };
        }
        let size = self.core.call(("erlang", "max"), vec![zero, size], None);
        self.simple(size, steps)
    }

    /// The UTF-8 of a string in the encoding of a segment, as a variable.
    fn encode_string(
        &mut self,
        text: NodeId,
        segment: &BuildSegment,
        steps: &mut Vec<Step>,
    ) -> NodeId {
        let (Encoding::Utf16 | Encoding::Utf32, endianness) = encoding(segment.kind) else {
            return text;
        };
        let order = if endianness == "native" {
            let what = self.core.atom("endian");
            let order = self.core.call(("erlang", "system_info"), vec![what], None);
            self.simple(order, steps)
        } else {
            self.core.atom(endianness)
        };
        let width = self.core.atom(encoding(segment.kind).0.as_str());
        let to = self.core.add(NodeKind::Tuple(vec![width, order]));
        let from = self.core.atom("utf8");
        let line = Some(self.line_of(segment.value));
        let encoded = self.core.call(
            ("unicode", "characters_to_binary"),
            vec![text, from, to],
            line,
        );
        self.simple(encoded, steps)
    }

    /// A literal string: a segment for each byte or code point.
    fn text_segments(&mut self, text: &str, kind: SegmentKind, segments: &mut Vec<Segment>) {
        let (encoding, endianness) = encoding(kind);
        if encoding == Encoding::Utf8 {
            segments.extend(text.bytes().map(|byte| self.byte(byte)));
        } else {
            segments.extend(text.chars().map(|c| Segment {
                value: self.core.int(u32::from(c)),
                size: Size::Natural,
                unit: 1,
                encoding,
                signed: false,
                endianness,
            }));
        }
    }

    fn byte(&mut self, byte: u8) -> Segment {
        let eight = self.core.int(8);
        Segment {
            value: self.core.int(u32::from(byte)),
            size: Size::Units(eight),
            unit: 1,
            encoding: Encoding::Integer,
            signed: false,
            endianness: "big",
        }
    }

    /// The pattern of a string that begins with `prefix` and goes on with `rest`, if given.
    pub(super) fn string_pattern(&mut self, prefix: &str, rest: Option<NodeId>) -> NodeId {
        let mut segments: Vec<Segment> = prefix.bytes().map(|byte| self.byte(byte)).collect();
        segments.extend(rest.map(whole_string));
        self.core.add(NodeKind::Binary(segments))
    }

    /// The segments in groups whose sizes are known before; none where one group is enough.
    pub(super) fn split_at_sizes<'s>(
        &self,
        segments: &'s [MatchSegment],
    ) -> Option<Vec<Group<'s>>> {
        let mut groups = Vec::new();
        let (mut start, mut size) = (0, None);
        for (index, segment) in segments.iter().enumerate() {
            let bound = &segments[..index];
            if let Some(computed) = segment.size
                && !self.is_known(computed, bound)
            {
                if index > 0 {
                    let segments = &segments[start..index];
                    groups.push(Group { segments, size });
                }
                (start, size) = (index, Some(computed));
            }
        }
        if groups.is_empty() && size.is_none() {
            return None;
        }
        let segments = &segments[start..];
        groups.push(Group { segments, size });
        Some(groups)
    }

    /// Whether a size is a literal or a variable from outside the pattern.
    fn is_known(&self, size: ExprId, segments: &[MatchSegment]) -> bool {
        match self.ir.exprs[size].kind {
            ExprKind::Int(_) => true,
            ExprKind::Local(local) => segments.iter().all(|bound| bound.bind != Some(local)),
            _ => false,
        }
    }

    /// Matches group after group; jumps to `fail` when one does not fit.
    pub(super) fn match_groups(
        &mut self,
        subject: Var,
        groups: &[Group<'_>],
        body: NodeId,
        fail: FunName,
    ) -> NodeId {
        let mut body = body;
        let mut rest = None;
        for (index, group) in groups.iter().enumerate().rev() {
            let matched = if index == 0 { subject } else { self.fresh() };
            let mut steps = Vec::new();
            let size = group.size.map(|size| self.atomic(size, &mut steps));
            let pattern;
            (pattern, body) = self.group_pattern(group.segments, size, rest, body);
            let clause = Clause {
                pattern,
                body,
                generated: false,
            };
            let callee = self.core.add(NodeKind::FunName(fail));
            let jump = self.core.add(NodeKind::Apply {
                callee,
                args: Vec::new(),
            });
            let test = self.case_with_default(matched, vec![clause], jump);
            body = self.after(&steps, test);
            rest = Some(matched);
        }
        body
    }

    /// The pattern of all `segments`, and `body` with what the pattern cannot bind.
    pub(super) fn bit_array_pattern(
        &mut self,
        segments: &[MatchSegment],
        body: NodeId,
    ) -> (NodeId, NodeId) {
        self.group_pattern(segments, None, None, body)
    }

    fn group_pattern(
        &mut self,
        segments: &[MatchSegment],
        first_size: Option<NodeId>,
        rest: Option<Var>,
        body: NodeId,
    ) -> (NodeId, NodeId) {
        let mut matched = Vec::new();
        let mut steps = Vec::new();
        let mut computed = first_size;
        for segment in segments {
            let known = computed
                .take()
                .or_else(|| segment.size.map(|size| self.expr(size)));
            self.match_segment(segment, known, &mut steps, &mut matched);
        }
        if let Some(rest) = rest {
            let value = self.core.var(rest);
            let bits = Segment {
                unit: 1,
                ..whole_string(value)
            };
            matched.push(bits);
        }
        let body = self.after(&steps, body);
        (self.core.add(NodeKind::Binary(matched)), body)
    }

    fn match_segment(
        &mut self,
        segment: &MatchSegment,
        size: Option<NodeId>,
        steps: &mut Vec<Step>,
        matched: &mut Vec<Segment>,
    ) {
        let value = match &segment.literal {
            None => self.bound(segment.bind),
            Some(SegmentLiteral::Int(digits)) => {
                self.named(Literal::Int(*digits), segment.bind, steps)
            }
            Some(SegmentLiteral::Float(value)) => {
                self.named(Literal::Float(*value), segment.bind, steps)
            }
            Some(SegmentLiteral::String(text)) => {
                self.named(Literal::Binary(text.as_bytes().into()), segment.bind, steps);
                return self.text_segments(text, segment.kind, matched);
            }
        };
        matched.push(segment_of(segment.kind, value, size, segment.unit));
    }

    /// A literal in a pattern. A segment cannot be an alias, so its variable is bound afterwards.
    fn named(&mut self, literal: Literal, bind: Option<LocalId>, steps: &mut Vec<Step>) -> NodeId {
        let value = self.literal(literal);
        if let Some(local) = bind {
            steps.push(Step::Bind(self.local(local), value));
        }
        value
    }
}

fn segment_of(kind: SegmentKind, value: NodeId, size: Option<NodeId>, unit: u32) -> Segment {
    let (encoding, endianness) = encoding(kind);
    let size = match (size, kind) {
        (Some(size), _) => Size::Units(size),
        (None, SegmentKind::Utf { .. }) => Size::Natural,
        (None, _) => Size::All,
    };
    Segment {
        value,
        size,
        unit,
        encoding,
        signed: matches!(kind, SegmentKind::Int { signed: true, .. }),
        endianness,
    }
}

fn encoding(kind: SegmentKind) -> (Encoding, &'static str) {
    match kind {
        SegmentKind::Int { endianness, .. } => (Encoding::Integer, order(endianness)),
        SegmentKind::Float { endianness } => (Encoding::Float, order(endianness)),
        SegmentKind::Bits => (Encoding::Binary, "big"),
        SegmentKind::Utf {
            width: 8,
            endianness,
            ..
        } => (Encoding::Utf8, order(endianness)),
        SegmentKind::Utf {
            width: 16,
            endianness,
            ..
        } => (Encoding::Utf16, order(endianness)),
        SegmentKind::Utf { endianness, .. } => (Encoding::Utf32, order(endianness)),
    }
}

const fn order(endianness: Endianness) -> &'static str {
    match endianness {
        Endianness::Big => "big",
        Endianness::Little => "little",
        Endianness::Native => "native",
    }
}

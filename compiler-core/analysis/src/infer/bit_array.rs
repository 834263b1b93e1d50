//! Bit arrays, built and matched.

use source::Span;
use syntax::ast::{ExprId, ExprKind, PatternId, PatternKind, Segment, SegmentOptionKind};

use crate::check::Checker;
use crate::checked::{PatternResolution, SegmentLayout, SegmentSize};
use crate::interface::SegmentKind;
use crate::problem::{BadSegment, SegmentFault, Situation, TruncatedSegment, UnsafeMatchedInt};
use crate::types::Ty;

use super::pattern::Variables;
use super::segment::Literal;

impl<'a> Checker<'a> {
    /// `<<value:options, …>>`
    pub(crate) fn bit_array(&mut self, segments: &'a [Segment<ExprId>]) -> Ty {
        for segment in segments {
            let found = self.expr(segment.value);
            let literal = match &self.module.exprs[segment.value].kind {
                ExprKind::Float(_) => Literal::Float,
                ExprKind::String(_) => Literal::String,
                _ => Literal::Int,
            };
            let (layout, wanted) = self.layout(&segment.options, literal, false);
            let span = self.module.exprs[segment.value].span;
            self.expect(wanted, found, span, Situation::Segment);
            self.built_size(segment);
            self.warn_truncated(segment, layout);
            self.segment_needs(span, &segment.options, literal, false);
            self.tables.built_segments.insert(segment.value, layout);
        }
        self.builtin("BitArray")
    }

    fn built_size(&mut self, segment: &Segment<ExprId>) {
        for option in &segment.options {
            let SegmentOptionKind::Size { value, .. } = option.kind else {
                continue;
            };
            self.size(value);
        }
    }

    fn size(&mut self, value: ExprId) {
        let int = self.builtin("Int");
        let found = self.expr(value);
        let span = self.module.exprs[value].span;
        self.expect(int, found, span, Situation::SegmentSize);
    }

    fn warn_truncated(&mut self, segment: &Segment<ExprId>, layout: SegmentLayout) {
        let ExprKind::Int(text) = &self.module.exprs[segment.value].kind else {
            return;
        };
        let bits = self.bits(layout);
        let is_int = matches!(layout.kind, SegmentKind::Int { .. });
        if let Some(bits) = bits.filter(|bits| is_int && *bits > 0)
            && !crate::literal::fits(text, bits)
        {
            self.report(TruncatedSegment {
                span: self.module.exprs[segment.value].span,
                bits,
            });
        }
    }

    /// How many bits a segment has, if that is written.
    fn bits(&self, layout: SegmentLayout) -> Option<i64> {
        let size = match layout.size {
            SegmentSize::Natural => return None,
            SegmentSize::Fixed(size) => i64::from(size),
            SegmentSize::Expr(size) => match &self.module.exprs[size].kind {
                ExprKind::Int(text) => crate::literal::small_int(text)?,
                _ => return None,
            },
        };
        size.checked_mul(i64::from(layout.unit))
    }

    /// The segments of a bit array pattern: each sees the variables of those before it.
    pub(crate) fn matched_bits(
        &mut self,
        segments: &'a [Segment<PatternId>],
        variables: &mut Variables,
    ) {
        let mark = self.locals.mark();
        for (index, segment) in segments.iter().enumerate() {
            let last = index + 1 == segments.len();
            self.matched_segment(segment, last, variables);
        }
        self.locals.leave(mark);
    }

    fn matched_segment(
        &mut self,
        segment: &'a Segment<PatternId>,
        last: bool,
        variables: &mut Variables,
    ) {
        let literal = self.matched_literal(segment.value);
        let (layout, ty) = self.layout(&segment.options, literal, true);
        for option in &segment.options {
            if let SegmentOptionKind::Size { value, .. } = option.kind {
                self.size(value);
            }
        }
        let fault = self.matched_fault(segment, layout, last);
        let ty = match fault.filter(|_| ty != Ty::ERROR) {
            Some((span, fault)) => {
                self.report(BadSegment { span, fault });
                Ty::ERROR
            }
            None => ty,
        };
        self.warn_unsafe(segment, layout);
        let value = self.module.patterns[segment.value].span;
        self.segment_needs(value, &segment.options, literal, true);
        self.tables.matched_segments.insert(segment.value, layout);
        self.pattern(segment.value, ty, variables);
        self.bring_segment(segment.value);
    }

    fn matched_literal(&self, pattern: PatternId) -> Literal {
        match &self.module.patterns[pattern].kind {
            PatternKind::Float(_) => Literal::Float,
            PatternKind::String(_) => Literal::String,
            PatternKind::As { pattern, .. } => self.matched_literal(*pattern),
            _ => Literal::Int,
        }
    }

    /// Brings the variables of a segment into scope for the sizes that follow.
    fn bring_segment(&mut self, pattern: PatternId) {
        if let PatternKind::As { pattern, .. } = &self.module.patterns[pattern].kind {
            self.bring_segment(*pattern);
        }
        if let PatternResolution::Local(id) = self.tables.patterns[pattern] {
            let local = self.tables.locals[id];
            self.locals.bind(local.name, id, local.ty);
        }
    }

    /// What is wrong with a matched segment whose options are good, and where.
    fn matched_fault(
        &self,
        segment: &Segment<PatternId>,
        layout: SegmentLayout,
        last: bool,
    ) -> Option<(Span, SegmentFault)> {
        let of = |wanted: fn(&SegmentOptionKind) -> bool| {
            let mut options = segment.options.iter();
            let found = options.find(|option| wanted(&option.kind));
            found.map_or(segment.span, |option| option.span)
        };
        let unsized_bits = layout.kind == SegmentKind::Bits && layout.size == SegmentSize::Natural;
        if unsized_bits && !last {
            let sort = |kind: &SegmentOptionKind| {
                matches!(kind, SegmentOptionKind::Bits | SegmentOptionKind::Bytes)
            };
            return Some((of(sort), SegmentFault::OnlyLastUnsized));
        }
        if self.bits(layout).is_some_and(|bits| bits <= 0) {
            let size = |kind: &SegmentOptionKind| matches!(kind, SegmentOptionKind::Size { .. });
            return Some((of(size), SegmentFault::SizeNotPositive));
        }
        match (&self.module.patterns[segment.value].kind, layout.kind) {
            (PatternKind::Var(_), SegmentKind::Utf { codepoint, .. }) if !codepoint => {
                Some((segment.span, SegmentFault::VariableText))
            }
            (PatternKind::As { pattern, name }, kind) => {
                match (&self.module.patterns[*pattern].kind, kind) {
                    (PatternKind::Var(_), _) => Some((name.span, SegmentFault::NamedTwice)),
                    (_, SegmentKind::Utf { width: 16 | 32, .. }) => {
                        Some((name.span, SegmentFault::NamedText))
                    }
                    _ => None,
                }
            }
            _ => None,
        }
    }

    fn warn_unsafe(&mut self, segment: &Segment<PatternId>, layout: SegmentLayout) {
        let span = segment.span;
        let binds = matches!(
            self.module.patterns[segment.value].kind,
            PatternKind::Var(_)
        );
        let is_int = matches!(layout.kind, SegmentKind::Int { .. });
        if binds && is_int && !self.on_erlang() && !self.frame.foreign {
            let bits = self.bits(layout).unwrap_or(0);
            if bits > 52 {
                self.report(UnsafeMatchedInt { span, bits });
            }
        }
    }
}

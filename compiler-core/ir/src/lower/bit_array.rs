//! Bit arrays, built and matched.

use analysis::checked::{PatternResolution, SegmentLayout, SegmentSize};
use analysis::literal;
use analysis::patterns::{Binding, Bound, PlaceId};
use source::Span;
use syntax::ast::{self, PatternId, PatternKind, Segment};

use super::Lower;
use super::decision::Descent;
use super::expr::decimal;
use crate::node::{BuildSegment, ExprId, ExprKind, MatchSegment, SegmentLiteral};

impl<'a> Lower<'a> {
    pub(super) fn bit_array(&mut self, span: Span, segments: &'a [Segment<ast::ExprId>]) -> ExprId {
        let mut built = Vec::new();
        for segment in segments {
            let Some(layout) = self.tables.built_segments.get(&segment.value) else {
                return self.broken(span);
            };
            let value = self.expr(segment.value);
            built.push(BuildSegment {
                value,
                kind: layout.kind,
                size: self.segment_size(segment.span, layout),
                unit: layout.unit,
            });
        }
        self.alloc(span, ExprKind::BitArray(built))
    }

    fn segment_size(&mut self, span: Span, layout: &SegmentLayout) -> Option<ExprId> {
        match layout.size {
            SegmentSize::Natural => None,
            SegmentSize::Fixed(size) => Some(self.int(span, size)),
            SegmentSize::Expr(size) => Some(self.expr(size)),
        }
    }

    /// The segments of a pattern. Sizes may use the variables of segments before.
    pub(super) fn match_segments(
        &mut self,
        descent: &mut Descent<'_>,
        pattern: PatternId,
        places: &[PlaceId],
    ) -> Vec<MatchSegment> {
        let module = self.module;
        let PatternKind::BitArray(segments) = &module.patterns[pattern].kind else {
            return Vec::new();
        };
        let bindings: Vec<Binding> = segments
            .iter()
            .zip(places)
            .flat_map(|(segment, place)| self.segment_bindings(segment.value, *place))
            .collect();
        let offered = self.offer(descent, &bindings, &mut Vec::new());
        let mut matched = Vec::new();
        for segment in segments {
            let Some(layout) = self.tables.matched_segments.get(&segment.value) else {
                continue;
            };
            matched.push(MatchSegment {
                bind: None,
                literal: self.segment_literal(segment.value),
                kind: layout.kind,
                size: self.segment_size(segment.span, layout),
                unit: layout.unit,
            });
        }
        self.accept(descent, offered);
        for (segment, place) in matched.iter_mut().zip(places) {
            segment.bind = descent.asked(*place);
        }
        matched
    }

    /// The variables that a segment binds to its value.
    fn segment_bindings(&self, mut pattern: PatternId, place: PlaceId) -> Vec<Binding> {
        let mut bindings = Vec::new();
        loop {
            if let PatternResolution::Local(local) = self.tables.patterns[pattern] {
                let value = Bound::Place(place);
                bindings.push(Binding { local, value });
            }
            match &self.module.patterns[pattern].kind {
                PatternKind::As { pattern: inner, .. } => pattern = *inner,
                _ => return bindings,
            }
        }
    }

    fn segment_literal(&self, mut pattern: PatternId) -> Option<SegmentLiteral> {
        loop {
            match &self.module.patterns[pattern].kind {
                PatternKind::As { pattern: inner, .. } => pattern = *inner,
                PatternKind::Int(text) => return Some(SegmentLiteral::Int(decimal(*text))),
                PatternKind::Float(text) => {
                    return Some(SegmentLiteral::Float(
                        literal::float_value(text).unwrap_or_default(),
                    ));
                }
                PatternKind::String(text) => return Some(SegmentLiteral::String(text.clone())),
                _ => return None,
            }
        }
    }
}

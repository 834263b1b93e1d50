//! Bit arrays: one pattern at a time, whole. Later rows profit from what its outcome says.

use std::rc::Rc;

use super::{Builder, Rows};
use crate::patterns::bits::Layout;
use crate::patterns::row::{Need, Row};
use crate::patterns::tree::{Node, NodeId, Place, PlaceId, Test};
use syntax::ast::PatternId;
use syntax::ast::PatternKind;

impl Builder<'_, '_> {
    pub(super) fn bit_arrays(&mut self, place: PlaceId, rows: Rows) -> NodeId {
        let wanted = rows.front().and_then(|row| needed(row, place));
        let Some((pattern, certain)) = wanted else {
            return self.matched(rows);
        };
        let layout = self.patterns.layouts.get(pattern);
        let segments = self.segment_places(pattern, place);
        let (mut matching, mut failing) = (Rows::new(), Rows::new());
        let mut decided = false;
        for row in rows {
            if !decided && let Some(row) = self.if_matched(&row, place, &layout, &segments) {
                decided = row.columns.is_empty() && !self.matching.rows[row.index].guarded;
                matching.push_back(row);
            }
            if !certain && !self.fails_too(&row, place, &layout) {
                failing.push_back(row);
            }
        }
        let then = self.build(matching);
        let otherwise = (!certain).then(|| self.build(failing));
        let test = Test::BitArray { pattern, segments };
        self.nodes.alloc(Node::Switch {
            place,
            branches: vec![(test, then)],
            otherwise,
        })
    }

    fn segment_places(&mut self, pattern: PatternId, place: PlaceId) -> Vec<PlaceId> {
        let PatternKind::BitArray(segments) = &self.patterns.module.patterns[pattern].kind else {
            return vec![place];
        };
        let types = &self.patterns.tables.pattern_types;
        let places = segments.iter().map(|segment| Place {
            ty: types[segment.value],
        });
        places.map(|place| self.places.alloc(place)).collect()
    }

    /// What remains of `row` if `layout` matches; nothing if it cannot match then.
    fn if_matched(
        &mut self,
        row: &Row,
        place: PlaceId,
        layout: &Rc<Layout>,
        segments: &[PlaceId],
    ) -> Option<Row> {
        let mut row = row.clone();
        let Some((pattern, certain)) = needed(&row, place) else {
            return Some(row);
        };
        let own = self.patterns.layouts.get(pattern);
        if layout.excludes(&own) {
            return None;
        }
        let certain = certain || layout.implies(&own);
        let column = row.columns.iter().position(|(at, _)| *at == place)?;
        if certain && layout.reads_like(&own) {
            row.columns.remove(column);
            self.patterns.bind_segments(&mut row, pattern, segments);
        } else {
            row.columns[column].1 = Need::BitArray { pattern, certain };
        }
        Some(row)
    }

    /// Whether `row` cannot match if `layout` does not.
    fn fails_too(&mut self, row: &Row, place: PlaceId, layout: &Layout) -> bool {
        needed(row, place)
            .is_some_and(|(pattern, _)| self.patterns.layouts.get(pattern).implies(layout))
    }
}

fn needed(row: &Row, place: PlaceId) -> Option<(PatternId, bool)> {
    row.columns.iter().find_map(|(at, need)| match need {
        Need::BitArray { pattern, certain } if *at == place => Some((*pattern, *certain)),
        _ => None,
    })
}

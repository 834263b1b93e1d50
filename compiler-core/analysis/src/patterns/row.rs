//! Rows of the matrix: what is still to be tested, and what is bound already.

use std::sync::Arc;

use num_bigint::BigInt;
use syntax::ast::{self, PatternId, PatternKind, Tail};

use super::bits::Layouts;
use super::tree::{Binding, Bound, PlaceId};
use crate::checked::{PatternResolution, Tables};
use crate::literal;
use crate::types::Ty;

/// One alternative of one clause. Places that it accepts whatever they hold have no column.
#[derive(Debug, Clone)]
pub(super) struct Row {
    /// Position among the rows of the match.
    pub(super) index: usize,
    /// Tests to do, left to right.
    pub(super) columns: Vec<(PlaceId, Need)>,
    /// Variables bound so far.
    pub(super) bindings: Vec<Binding>,
}

/// What a row needs of a place.
#[derive(Debug, Clone)]
pub(super) enum Need {
    Int(BigInt),
    /// By its bits, so that equal spelling does not matter and zeros differ by sign.
    Float(u64),
    String(Arc<str>),
    Prefix {
        prefix: Arc<str>,
        rest: PatternId,
    },
    Tuple(PatternId),
    Variant(PatternId),
    /// The list pattern's elements from one on, and its tail.
    List {
        pattern: PatternId,
        from: usize,
    },
    BitArray {
        pattern: PatternId,
        /// Whether tests before leave no doubt that it matches.
        certain: bool,
    },
}

/// What rows are read from.
pub(super) struct Patterns<'a> {
    pub(super) module: &'a ast::Module,
    pub(super) tables: &'a Tables,
    pub(super) layouts: Layouts<'a>,
}

impl Need {
    /// Whether patterns can cover the type without a variable.
    pub(super) fn is_closed(&self) -> bool {
        matches!(self, Self::Tuple(_) | Self::Variant(_) | Self::List { .. })
    }
}

impl Row {
    /// Removes and returns what the row needs of `place`.
    pub(super) fn take(&mut self, place: PlaceId) -> Option<Need> {
        let position = self.columns.iter().position(|(at, _)| *at == place)?;
        Some(self.columns.remove(position).1)
    }

    fn bind(&mut self, resolution: &PatternResolution, value: Bound) {
        if let PatternResolution::Local(local) | PatternResolution::PrefixName(local) = resolution {
            self.bindings.push(Binding {
                local: *local,
                value,
            });
        }
    }
}

impl<'a> Patterns<'a> {
    /// Adds to `row` that `place` must match `pattern`.
    pub(super) fn add(&mut self, row: &mut Row, place: PlaceId, mut pattern: PatternId) {
        let (module, tables) = (self.module, self.tables);
        while let PatternKind::As { pattern: inner, .. } = &module.patterns[pattern].kind {
            row.bind(&tables.patterns[pattern], Bound::Place(place));
            pattern = *inner;
        }
        let resolution = &tables.patterns[pattern];
        let need = match &module.patterns[pattern].kind {
            PatternKind::Var(_) => return row.bind(resolution, Bound::Place(place)),
            PatternKind::Discard(_) | PatternKind::As { .. } | PatternKind::Error => return,
            PatternKind::Int(text) => Need::Int(literal::int(text)),
            PatternKind::Float(text) => {
                Need::Float(literal::float_value(text).unwrap_or_default().to_bits())
            }
            PatternKind::String(text) => Need::String(text.clone()),
            PatternKind::StringPrefix { prefix, rest, .. } => {
                row.bind(resolution, Bound::Text(prefix.clone()));
                let (prefix, rest) = (prefix.clone(), *rest);
                Need::Prefix { prefix, rest }
            }
            PatternKind::Tuple(_) => Need::Tuple(pattern),
            PatternKind::Constructor { .. } => Need::Variant(pattern),
            PatternKind::List { .. } => return self.add_list(row, place, pattern, 0),
            PatternKind::BitArray(_) => return self.add_bit_array(row, place, pattern),
        };
        row.columns.push((place, need));
    }

    /// Adds to `row` that `place` must match the elements of a list pattern from `from` on.
    pub(super) fn add_list(
        &mut self,
        row: &mut Row,
        place: PlaceId,
        pattern: PatternId,
        from: usize,
    ) {
        let (items, tail) = self.list(pattern);
        match tail {
            Some(tail) if items.len() == from => {
                if let Some(tail) = tail.pattern {
                    self.add(row, place, tail);
                }
            }
            _ => row.columns.push((place, Need::List { pattern, from })),
        }
    }

    /// The elements and the tail of a list pattern.
    pub(super) fn list(&self, pattern: PatternId) -> (&'a [PatternId], Option<Tail>) {
        match &self.module.patterns[pattern].kind {
            PatternKind::List { items, tail } => (items, *tail),
            _ => (&[], None),
        }
    }

    fn add_bit_array(&mut self, row: &mut Row, place: PlaceId, pattern: PatternId) {
        let certain = self.layouts.get(pattern).is_anything();
        let segments = match &self.module.patterns[pattern].kind {
            PatternKind::BitArray(segments) => segments.len(),
            _ => 0,
        };
        if certain && segments == 1 {
            self.bind_segments(row, pattern, &[place]);
        } else {
            // Segments of no size before the last one still have to be cut off.
            row.columns
                .push((place, Need::BitArray { pattern, certain }));
        }
    }

    /// Binds the variables of a bit array pattern to the places of its segments.
    pub(super) fn bind_segments(&self, row: &mut Row, pattern: PatternId, places: &[PlaceId]) {
        let PatternKind::BitArray(segments) = &self.module.patterns[pattern].kind else {
            return;
        };
        for (segment, place) in segments.iter().zip(places) {
            let mut value = segment.value;
            row.bind(&self.tables.patterns[value], Bound::Place(*place));
            while let PatternKind::As { pattern: inner, .. } = &self.module.patterns[value].kind {
                value = *inner;
                row.bind(&self.tables.patterns[value], Bound::Place(*place));
            }
        }
    }

    /// The patterns of a constructor's fields; those that `..` stands for are absent.
    pub(super) fn fields(&self, pattern: PatternId) -> &'a [Option<PatternId>] {
        match &self.tables.patterns[pattern] {
            PatternResolution::Constructor { fields, .. } => fields,
            _ => &[],
        }
    }

    /// Whether a pattern, or one inside it, could not be parsed, resolved or typed.
    pub(super) fn is_broken(&self, pattern: PatternId) -> bool {
        let resolution = &self.tables.patterns[pattern];
        let unknown = matches!(resolution, PatternResolution::None);
        let mismatched = self.tables.pattern_types[pattern] == Ty::ERROR;
        let inside = |pattern: &PatternId| source::grow(|| self.is_broken(*pattern));
        match &self.module.patterns[pattern].kind {
            PatternKind::Error => true,
            PatternKind::Constructor { .. } => {
                unknown || self.fields(pattern).iter().flatten().any(inside)
            }
            PatternKind::Tuple(items) => items.iter().any(inside),
            PatternKind::List { items, .. } => mismatched || items.iter().any(inside),
            PatternKind::As { pattern, .. } => inside(pattern),
            PatternKind::BitArray(segments) => segments.iter().any(|it| inside(&it.value)),
            _ => mismatched,
        }
    }
}

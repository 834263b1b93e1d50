//! Bit arrays.

mod bad_segment;

pub use bad_segment::{BadSegment, SegmentFault};

use super::Problem;
use super::words::Kind;

/// Bit arrays.
#[derive(Debug, Clone, PartialEq)]
pub enum BitsProblem {
    /// See [`BadSegment`].
    BadSegment(BadSegment),
}

impl BitsProblem {
    pub(super) fn kind(&self) -> &dyn Kind {
        match self {
            Self::BadSegment(it) => it,
        }
    }
}

impl From<BadSegment> for Problem {
    fn from(it: BadSegment) -> Self {
        Self::Bits(BitsProblem::BadSegment(it))
    }
}

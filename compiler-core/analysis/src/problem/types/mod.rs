//! Types that do not fit.

mod float_operator_on_ints;
mod float_out_of_range;
mod int_operator_on_floats;
mod mismatch;
mod not_a_tuple;
mod number_operator_on_strings;
mod tuple_index_out_of_bounds;
mod tuple_of_unknown_type;

pub use float_operator_on_ints::FloatOperatorOnInts;
pub use float_out_of_range::FloatOutOfRange;
pub use int_operator_on_floats::IntOperatorOnFloats;
pub use mismatch::{Mismatch, Situation};
pub use not_a_tuple::NotATuple;
pub use number_operator_on_strings::NumberOperatorOnStrings;
pub use tuple_index_out_of_bounds::TupleIndexOutOfBounds;
pub use tuple_of_unknown_type::TupleOfUnknownType;

use super::Problem;
use super::words::Kind;

/// Types that do not fit.
#[derive(Debug, Clone, PartialEq)]
pub enum TypesProblem {
    /// See [`Mismatch`].
    Mismatch(Mismatch),
    /// See [`FloatOperatorOnInts`].
    FloatOperatorOnInts(FloatOperatorOnInts),
    /// See [`IntOperatorOnFloats`].
    IntOperatorOnFloats(IntOperatorOnFloats),
    /// See [`NumberOperatorOnStrings`].
    NumberOperatorOnStrings(NumberOperatorOnStrings),
    /// See [`FloatOutOfRange`].
    FloatOutOfRange(FloatOutOfRange),
    /// See [`NotATuple`].
    NotATuple(NotATuple),
    /// See [`TupleIndexOutOfBounds`].
    TupleIndexOutOfBounds(TupleIndexOutOfBounds),
    /// See [`TupleOfUnknownType`].
    TupleOfUnknownType(TupleOfUnknownType),
}

impl TypesProblem {
    pub(super) fn kind(&self) -> &dyn Kind {
        match self {
            Self::Mismatch(it) => it,
            Self::FloatOperatorOnInts(it) => it,
            Self::IntOperatorOnFloats(it) => it,
            Self::NumberOperatorOnStrings(it) => it,
            Self::FloatOutOfRange(it) => it,
            Self::NotATuple(it) => it,
            Self::TupleIndexOutOfBounds(it) => it,
            Self::TupleOfUnknownType(it) => it,
        }
    }
}

impl From<Mismatch> for Problem {
    fn from(it: Mismatch) -> Self {
        Self::Types(TypesProblem::Mismatch(it))
    }
}

impl From<FloatOperatorOnInts> for Problem {
    fn from(it: FloatOperatorOnInts) -> Self {
        Self::Types(TypesProblem::FloatOperatorOnInts(it))
    }
}

impl From<IntOperatorOnFloats> for Problem {
    fn from(it: IntOperatorOnFloats) -> Self {
        Self::Types(TypesProblem::IntOperatorOnFloats(it))
    }
}

impl From<NumberOperatorOnStrings> for Problem {
    fn from(it: NumberOperatorOnStrings) -> Self {
        Self::Types(TypesProblem::NumberOperatorOnStrings(it))
    }
}

impl From<FloatOutOfRange> for Problem {
    fn from(it: FloatOutOfRange) -> Self {
        Self::Types(TypesProblem::FloatOutOfRange(it))
    }
}

impl From<NotATuple> for Problem {
    fn from(it: NotATuple) -> Self {
        Self::Types(TypesProblem::NotATuple(it))
    }
}

impl From<TupleIndexOutOfBounds> for Problem {
    fn from(it: TupleIndexOutOfBounds) -> Self {
        Self::Types(TypesProblem::TupleIndexOutOfBounds(it))
    }
}

impl From<TupleOfUnknownType> for Problem {
    fn from(it: TupleOfUnknownType) -> Self {
        Self::Types(TypesProblem::TupleOfUnknownType(it))
    }
}

//! Warnings: code that is likely not what was meant.

mod all_fields_updated;
mod deprecated;
mod double_negation;
mod empty_module;
mod feature_too_new;
mod impossible_assert;
mod int_unsafe;
mod length_for_emptiness;
mod literal_assert;
mod literal_collection;
mod literal_subject;
mod needless_assert;
mod no_fields_updated;
mod opaque_external_type;
mod pipe_into_returned_function;
mod redundant_capture;
mod redundant_comparison;
mod stop_called;
mod todo;
mod truncated_segment;
mod unreachable_code;
mod unreachable_pattern;
mod unsafe_matched_int;
mod useless_alias;

pub use all_fields_updated::AllFieldsUpdated;
pub use deprecated::Deprecated;
pub use double_negation::DoubleNegation;
pub use empty_module::EmptyModule;
pub use feature_too_new::FeatureTooNew;
pub use impossible_assert::ImpossibleAssert;
pub use int_unsafe::IntUnsafe;
pub use length_for_emptiness::LengthForEmptiness;
pub use literal_assert::LiteralAssert;
pub use literal_collection::LiteralCollection;
pub use literal_subject::LiteralSubject;
pub use needless_assert::NeedlessAssert;
pub use no_fields_updated::NoFieldsUpdated;
pub use opaque_external_type::OpaqueExternalType;
pub use pipe_into_returned_function::PipeIntoReturnedFunction;
pub use redundant_capture::RedundantCapture;
pub use redundant_comparison::RedundantComparison;
pub use stop_called::StopCalled;
pub use todo::{Todo, TodoSort};
pub use truncated_segment::TruncatedSegment;
pub use unreachable_code::UnreachableCode;
pub use unreachable_pattern::UnreachablePattern;
pub use unsafe_matched_int::UnsafeMatchedInt;
pub use useless_alias::UselessAlias;

use super::Problem;
use super::words::Kind;

/// Warnings: code that is likely not what was meant.
#[derive(Debug, Clone, PartialEq)]
pub enum DoubtfulProblem {
    /// See [`FeatureTooNew`].
    FeatureTooNew(FeatureTooNew),
    /// See [`EmptyModule`].
    EmptyModule(EmptyModule),
    /// See [`LengthForEmptiness`].
    LengthForEmptiness(LengthForEmptiness),
    /// See [`OpaqueExternalType`].
    OpaqueExternalType(OpaqueExternalType),
    /// See [`Todo`].
    Todo(Todo),
    /// See [`Deprecated`].
    Deprecated(Deprecated),
    /// See [`UnreachableCode`].
    UnreachableCode(UnreachableCode),
    /// See [`StopCalled`].
    StopCalled(StopCalled),
    /// See [`UnreachablePattern`].
    UnreachablePattern(UnreachablePattern),
    /// See [`NeedlessAssert`].
    NeedlessAssert(NeedlessAssert),
    /// See [`ImpossibleAssert`].
    ImpossibleAssert(ImpossibleAssert),
    /// See [`NoFieldsUpdated`].
    NoFieldsUpdated(NoFieldsUpdated),
    /// See [`AllFieldsUpdated`].
    AllFieldsUpdated(AllFieldsUpdated),
    /// See [`UselessAlias`].
    UselessAlias(UselessAlias),
    /// See [`DoubleNegation`].
    DoubleNegation(DoubleNegation),
    /// See [`LiteralAssert`].
    LiteralAssert(LiteralAssert),
    /// See [`LiteralCollection`].
    LiteralCollection(LiteralCollection),
    /// See [`LiteralSubject`].
    LiteralSubject(LiteralSubject),
    /// See [`RedundantComparison`].
    RedundantComparison(RedundantComparison),
    /// See [`RedundantCapture`].
    RedundantCapture(RedundantCapture),
    /// See [`PipeIntoReturnedFunction`].
    PipeIntoReturnedFunction(PipeIntoReturnedFunction),
    /// See [`IntUnsafe`].
    IntUnsafe(IntUnsafe),
    /// See [`UnsafeMatchedInt`].
    UnsafeMatchedInt(UnsafeMatchedInt),
    /// See [`TruncatedSegment`].
    TruncatedSegment(TruncatedSegment),
}

impl DoubtfulProblem {
    pub(super) fn kind(&self) -> &dyn Kind {
        match self {
            Self::FeatureTooNew(it) => it,
            Self::EmptyModule(it) => it,
            Self::LengthForEmptiness(it) => it,
            Self::OpaqueExternalType(it) => it,
            Self::Todo(it) => it,
            Self::Deprecated(it) => it,
            Self::UnreachableCode(it) => it,
            Self::StopCalled(it) => it,
            Self::UnreachablePattern(it) => it,
            Self::NeedlessAssert(it) => it,
            Self::ImpossibleAssert(it) => it,
            Self::NoFieldsUpdated(it) => it,
            Self::AllFieldsUpdated(it) => it,
            Self::UselessAlias(it) => it,
            Self::DoubleNegation(it) => it,
            Self::LiteralAssert(it) => it,
            Self::LiteralCollection(it) => it,
            Self::LiteralSubject(it) => it,
            Self::RedundantComparison(it) => it,
            Self::RedundantCapture(it) => it,
            Self::PipeIntoReturnedFunction(it) => it,
            Self::IntUnsafe(it) => it,
            Self::UnsafeMatchedInt(it) => it,
            Self::TruncatedSegment(it) => it,
        }
    }
}

impl From<Todo> for Problem {
    fn from(it: Todo) -> Self {
        Self::Doubtful(DoubtfulProblem::Todo(it))
    }
}

impl From<Deprecated> for Problem {
    fn from(it: Deprecated) -> Self {
        Self::Doubtful(DoubtfulProblem::Deprecated(it))
    }
}

impl From<UnreachableCode> for Problem {
    fn from(it: UnreachableCode) -> Self {
        Self::Doubtful(DoubtfulProblem::UnreachableCode(it))
    }
}

impl From<StopCalled> for Problem {
    fn from(it: StopCalled) -> Self {
        Self::Doubtful(DoubtfulProblem::StopCalled(it))
    }
}

impl From<UnreachablePattern> for Problem {
    fn from(it: UnreachablePattern) -> Self {
        Self::Doubtful(DoubtfulProblem::UnreachablePattern(it))
    }
}

impl From<NeedlessAssert> for Problem {
    fn from(it: NeedlessAssert) -> Self {
        Self::Doubtful(DoubtfulProblem::NeedlessAssert(it))
    }
}

impl From<ImpossibleAssert> for Problem {
    fn from(it: ImpossibleAssert) -> Self {
        Self::Doubtful(DoubtfulProblem::ImpossibleAssert(it))
    }
}

impl From<NoFieldsUpdated> for Problem {
    fn from(it: NoFieldsUpdated) -> Self {
        Self::Doubtful(DoubtfulProblem::NoFieldsUpdated(it))
    }
}

impl From<AllFieldsUpdated> for Problem {
    fn from(it: AllFieldsUpdated) -> Self {
        Self::Doubtful(DoubtfulProblem::AllFieldsUpdated(it))
    }
}

impl From<UselessAlias> for Problem {
    fn from(it: UselessAlias) -> Self {
        Self::Doubtful(DoubtfulProblem::UselessAlias(it))
    }
}

impl From<DoubleNegation> for Problem {
    fn from(it: DoubleNegation) -> Self {
        Self::Doubtful(DoubtfulProblem::DoubleNegation(it))
    }
}

impl From<LiteralAssert> for Problem {
    fn from(it: LiteralAssert) -> Self {
        Self::Doubtful(DoubtfulProblem::LiteralAssert(it))
    }
}

impl From<LiteralCollection> for Problem {
    fn from(it: LiteralCollection) -> Self {
        Self::Doubtful(DoubtfulProblem::LiteralCollection(it))
    }
}

impl From<LiteralSubject> for Problem {
    fn from(it: LiteralSubject) -> Self {
        Self::Doubtful(DoubtfulProblem::LiteralSubject(it))
    }
}

impl From<RedundantComparison> for Problem {
    fn from(it: RedundantComparison) -> Self {
        Self::Doubtful(DoubtfulProblem::RedundantComparison(it))
    }
}

impl From<RedundantCapture> for Problem {
    fn from(it: RedundantCapture) -> Self {
        Self::Doubtful(DoubtfulProblem::RedundantCapture(it))
    }
}

impl From<PipeIntoReturnedFunction> for Problem {
    fn from(it: PipeIntoReturnedFunction) -> Self {
        Self::Doubtful(DoubtfulProblem::PipeIntoReturnedFunction(it))
    }
}

impl From<IntUnsafe> for Problem {
    fn from(it: IntUnsafe) -> Self {
        Self::Doubtful(DoubtfulProblem::IntUnsafe(it))
    }
}

impl From<UnsafeMatchedInt> for Problem {
    fn from(it: UnsafeMatchedInt) -> Self {
        Self::Doubtful(DoubtfulProblem::UnsafeMatchedInt(it))
    }
}

impl From<TruncatedSegment> for Problem {
    fn from(it: TruncatedSegment) -> Self {
        Self::Doubtful(DoubtfulProblem::TruncatedSegment(it))
    }
}

impl From<OpaqueExternalType> for Problem {
    fn from(it: OpaqueExternalType) -> Self {
        Self::Doubtful(DoubtfulProblem::OpaqueExternalType(it))
    }
}

impl From<LengthForEmptiness> for Problem {
    fn from(it: LengthForEmptiness) -> Self {
        Self::Doubtful(DoubtfulProblem::LengthForEmptiness(it))
    }
}

impl From<EmptyModule> for Problem {
    fn from(it: EmptyModule) -> Self {
        Self::Doubtful(DoubtfulProblem::EmptyModule(it))
    }
}

impl From<FeatureTooNew> for Problem {
    fn from(it: FeatureTooNew) -> Self {
        Self::Doubtful(DoubtfulProblem::FeatureTooNew(it))
    }
}

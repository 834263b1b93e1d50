//! Patterns and clauses.

mod clause_pattern_count;
mod duplicate_pattern_variable;
mod extra_variable;
mod lowercase_bool;
mod missing_case_body;
mod missing_patterns;
mod missing_variable;
mod needless_spread;

pub use clause_pattern_count::ClausePatternCount;
pub use duplicate_pattern_variable::DuplicatePatternVariable;
pub use extra_variable::ExtraVariable;
pub use lowercase_bool::LowercaseBool;
pub use missing_case_body::MissingCaseBody;
pub use missing_patterns::MissingPatterns;
pub use missing_variable::MissingVariable;
pub use needless_spread::NeedlessSpread;

use super::Problem;
use super::words::Kind;

/// Patterns and clauses.
#[derive(Debug, Clone, PartialEq)]
pub enum PatternsProblem {
    /// See [`ClausePatternCount`].
    ClausePatternCount(ClausePatternCount),
    /// See [`MissingCaseBody`].
    MissingCaseBody(MissingCaseBody),
    /// See [`MissingPatterns`].
    MissingPatterns(MissingPatterns),
    /// See [`DuplicatePatternVariable`].
    DuplicatePatternVariable(DuplicatePatternVariable),
    /// See [`ExtraVariable`].
    ExtraVariable(ExtraVariable),
    /// See [`MissingVariable`].
    MissingVariable(MissingVariable),
    /// See [`LowercaseBool`].
    LowercaseBool(LowercaseBool),
    /// See [`NeedlessSpread`].
    NeedlessSpread(NeedlessSpread),
}

impl PatternsProblem {
    pub(super) fn kind(&self) -> &dyn Kind {
        match self {
            Self::ClausePatternCount(it) => it,
            Self::MissingCaseBody(it) => it,
            Self::MissingPatterns(it) => it,
            Self::DuplicatePatternVariable(it) => it,
            Self::ExtraVariable(it) => it,
            Self::MissingVariable(it) => it,
            Self::LowercaseBool(it) => it,
            Self::NeedlessSpread(it) => it,
        }
    }
}

impl From<ClausePatternCount> for Problem {
    fn from(it: ClausePatternCount) -> Self {
        Self::Patterns(PatternsProblem::ClausePatternCount(it))
    }
}

impl From<MissingCaseBody> for Problem {
    fn from(it: MissingCaseBody) -> Self {
        Self::Patterns(PatternsProblem::MissingCaseBody(it))
    }
}

impl From<MissingPatterns> for Problem {
    fn from(it: MissingPatterns) -> Self {
        Self::Patterns(PatternsProblem::MissingPatterns(it))
    }
}

impl From<DuplicatePatternVariable> for Problem {
    fn from(it: DuplicatePatternVariable) -> Self {
        Self::Patterns(PatternsProblem::DuplicatePatternVariable(it))
    }
}

impl From<ExtraVariable> for Problem {
    fn from(it: ExtraVariable) -> Self {
        Self::Patterns(PatternsProblem::ExtraVariable(it))
    }
}

impl From<MissingVariable> for Problem {
    fn from(it: MissingVariable) -> Self {
        Self::Patterns(PatternsProblem::MissingVariable(it))
    }
}

impl From<LowercaseBool> for Problem {
    fn from(it: LowercaseBool) -> Self {
        Self::Patterns(PatternsProblem::LowercaseBool(it))
    }
}

impl From<NeedlessSpread> for Problem {
    fn from(it: NeedlessSpread) -> Self {
        Self::Patterns(PatternsProblem::NeedlessSpread(it))
    }
}

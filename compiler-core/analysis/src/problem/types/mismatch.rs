use crate::problem::words::{Kind, Words};
use crate::types::Ty;
use report::Report;
use source::Span;
use syntax::ast::BinaryOp;

/// A value of one type where another is wanted.
#[derive(Debug, Clone, PartialEq)]
pub struct Mismatch {
    /// Where.
    pub span: Span,
    /// What is wanted.
    pub expected: Ty,
    /// What is there.
    pub found: Ty,
    /// Where it is wanted.
    pub situation: Situation,
    /// Whether a type would have to contain itself.
    pub infinite: bool,
}

impl Kind for Mismatch {
    fn span(&self) -> Span {
        self.span
    }

    fn report(&self, words: &Words<'_>) -> Report {
        Report::error("T0230", "Type mismatch", words.at(self.span))
            .label(self.situation.label())
            .text(self.explain(words))
            .hint(self.situation.hint())
    }
}

impl Mismatch {
    fn explain(&self, words: &Words<'_>) -> String {
        let (expected, found) = words.two(self.expected, self.found);
        let both = format!("Expected: {expected}\n   Found: {found}");
        if self.infinite {
            format!("A type would have to contain itself.\n\n{both}")
        } else {
            both
        }
    }
}

/// Where a type is wanted.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Situation {
    /// An argument of a call.
    Argument,
    /// The value of a pipeline for its next step.
    Pipe,
    /// A step of a pipeline.
    PipeStep,
    /// An element of a list after the first.
    ListItem,
    /// What follows `..` in a list.
    ListTail,
    /// What a function returns.
    Return,
    /// What the statements after a `use` give.
    UseResult,
    /// The value of something with an annotation.
    Annotation,
    /// The body of a clause after the first.
    Clause,
    /// A variable that alternatives share.
    Alternative,
    /// A pattern.
    Pattern,
    /// A guard.
    Guard,
    /// An operand.
    Operator(BinaryOp),
    /// The right side of `==` or `!=`.
    Equality,
    /// The operand of `-` or `!`.
    Negation,
    /// What is asserted.
    Assert,
    /// What follows `as`.
    Message,
    /// A segment of a bit array.
    Segment,
    /// The size of a segment.
    SegmentSize,
    /// The record that is updated.
    Update,
}

impl Situation {
    fn label(self) -> &'static str {
        LABELS[self.row()].0
    }

    fn hint(self) -> &'static str {
        LABELS[self.row()].1
    }

    fn row(self) -> usize {
        match self {
            Self::Argument => 0,
            Self::Pipe => 1,
            Self::PipeStep => 2,
            Self::ListItem => 3,
            Self::ListTail => 4,
            Self::Return => 5,
            Self::UseResult => 6,
            Self::Annotation => 7,
            Self::Clause => 8,
            Self::Alternative => 9,
            Self::Pattern => 10,
            Self::Guard => 11,
            Self::Operator(_) => 12,
            Self::Equality => 13,
            Self::Negation => 14,
            Self::Assert => 15,
            Self::Message => 16,
            Self::Segment => 17,
            Self::SegmentSize => 18,
            Self::Update => 19,
        }
    }
}

/// What to say at the place, and what to do about it.
const LABELS: [(&str, &str); 20] = [
    (
        "this argument has the wrong type",
        "Pass a value of the type that the function takes.",
    ),
    (
        "this value does not fit the next step",
        "Each step of a pipeline takes the value of the step before.",
    ),
    (
        "this cannot take the value before it",
        "A step of a pipeline must be a function of one argument, or a call.",
    ),
    (
        "differs from the elements before",
        "All elements of a list have the same type.",
    ),
    (
        "not a list of these elements",
        "What follows `..` is a list with elements of the same type.",
    ),
    (
        "not what the function returns",
        "The last expression of a body has the type that is annotated or expected.",
    ),
    (
        "not what the callback returns",
        "The statements after a `use` are the body of a function that the call takes.",
    ),
    (
        "not the type that is annotated",
        "Change the annotation, or the value.",
    ),
    (
        "differs from the clauses before",
        "All clauses of a `case` give values of the same type.",
    ),
    (
        "has another type in the first alternative",
        "A variable has the same type in all alternatives of a clause.",
    ),
    (
        "this pattern does not match such values",
        "The pattern and the value that it matches have the same type.",
    ),
    ("a guard must be a Bool", "Compare values to get a Bool."),
    (
        "not what this operator takes",
        "Operators work on one type only; convert the value first.",
    ),
    (
        "the two sides have different types",
        "Only values of the same type can be compared.",
    ),
    ("cannot be negated", "`-` negates an Int, `!` a Bool."),
    (
        "only a Bool can be asserted",
        "Compare values to get a Bool.",
    ),
    (
        "a message must be a String",
        "Convert the value to a String first.",
    ),
    (
        "not what this segment takes",
        "State the type of the segment after a colon: `value:utf8`, `value:bits`.",
    ),
    ("a size must be an Int", "Give the size as an Int."),
    (
        "not a record of this type",
        "What follows `..` is a record made by the same constructor.",
    ),
];

use crate::problem::words::{Kind, Words};
use report::Report;
use source::Span;

/// A segment of a bit array whose options do not go together.
#[derive(Debug, Clone, PartialEq)]
pub struct BadSegment {
    /// Where.
    pub span: Span,
    /// What is wrong with it.
    pub fault: SegmentFault,
}

impl Kind for BadSegment {
    fn span(&self) -> Span {
        self.span
    }

    fn report(&self, words: &Words<'_>) -> Report {
        Report::error("T0263", "Invalid segment", words.at(self.span))
            .label(self.fault.label())
            .text(self.fault.text())
            .hint("Change or remove the option.")
    }
}

/// What is wrong with a segment.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SegmentFault {
    /// Two options of one sort.
    Conflict,
    /// An option that has a meaning only when matching.
    OnlyInPatterns,
    /// A unit without a size.
    UnitWithoutSize,
    /// A byte order for what has none.
    EndiannessNotAllowed,
    /// A sign for what has none.
    SignNotAllowed,
    /// A size for text.
    SizeNotAllowed,
    /// A unit for text.
    UnitNotAllowed,
    /// A float of a size that floats do not have.
    FloatSize,
    /// Bits of any size that are not at the end of a pattern.
    OnlyLastUnsized,
    /// A size of nothing in a pattern.
    SizeNotPositive,
    /// A variable for text of unknown size.
    VariableText,
    /// `x as y`.
    NamedTwice,
    /// A name for text that is not UTF-8.
    NamedText,
    /// `native` on JavaScript.
    NativeOnJavaScript,
    /// A code point in a pattern on JavaScript.
    CodepointOnJavaScript,
}

impl SegmentFault {
    fn label(self) -> &'static str {
        WORDS[self as usize].0
    }

    fn text(self) -> &'static str {
        WORDS[self as usize].1
    }
}

/// In the order of the faults.
const WORDS: [(&str, &str); 15] = [
    (
        "conflicts with an option before",
        "A segment has at most one type, sign, byte order, size and unit.",
    ),
    (
        "only allowed in patterns",
        "This option says how to read a value; it has no meaning when one is written.",
    ),
    (
        "a unit needs a size",
        "The unit multiplies the size, so there must be one.",
    ),
    (
        "has no byte order",
        "Only ints, floats and UTF-16 and UTF-32 text have a byte order.",
    ),
    ("has no sign", "Only ints are signed or unsigned."),
    (
        "cannot have a size",
        "The size of text follows from its contents.",
    ),
    (
        "cannot have a unit",
        "The size of text follows from its contents.",
    ),
    ("not a size of floats", "Floats have 16, 32 or 64 bits."),
    (
        "needs a size",
        "Only the last segment of a pattern can take all that is left.",
    ),
    (
        "must be greater than 0",
        "A segment without bits matches nothing.",
    ),
    (
        "text of unknown size cannot be bound",
        "How long the text is cannot be told from its type: match `bits` or `bytes` and convert.",
    ),
    (
        "named twice",
        "The variable is a name for the segment already.",
    ),
    (
        "cannot be named",
        "Only UTF-8 text can have a name in a bit array pattern.",
    ),
    (
        "not available on JavaScript",
        "JavaScript has no byte order of its own here: use `big` or `little`.",
    ),
    (
        "not available on JavaScript",
        "Code points cannot be matched in bit arrays on JavaScript.",
    ),
];

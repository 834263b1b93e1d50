//! What can be wrong with a text. One file for each kind: the facts, and the words for them.

mod attribute_arguments;
mod bad_string_escape;
mod bad_unicode_escape;
mod bit_array_unit;
mod conflict_marker;
mod detached_docs;
mod digit_out_of_radix;
mod discard_argument;
mod empty_type_parameters;
mod lookalike_character;
mod misplaced_spread;
mod misplaced_underscore;
mod missing_exponent;
mod opaque_alias;
mod procedural_operator;
mod radix_without_digits;
mod triple_equal;
mod tuple_index;
mod unexpected_token;
mod unknown_attribute;
mod unknown_character;
mod unknown_segment_option;
mod unknown_target;
mod unterminated_string;
mod update_after_fields;
mod describe;
mod lexical;
mod syntax;

pub use attribute_arguments::AttributeArguments;
pub use bad_string_escape::BadStringEscape;
pub use bad_unicode_escape::BadUnicodeEscape;
pub use bit_array_unit::BitArrayUnit;
pub use conflict_marker::ConflictMarker;
pub use detached_docs::DetachedDocs;
pub use digit_out_of_radix::DigitOutOfRadix;
pub use discard_argument::DiscardArgument;
pub use empty_type_parameters::EmptyTypeParameters;
pub use lookalike_character::LookalikeCharacter;
pub use misplaced_spread::MisplacedSpread;
pub use misplaced_underscore::MisplacedUnderscore;
pub use missing_exponent::MissingExponent;
pub use opaque_alias::OpaqueAlias;
pub use procedural_operator::ProceduralOperator;
pub use radix_without_digits::RadixWithoutDigits;
pub use triple_equal::TripleEqual;
pub use tuple_index::TupleIndex;
pub use unexpected_token::UnexpectedToken;
pub use unknown_attribute::UnknownAttribute;
pub use unknown_character::UnknownCharacter;
pub use unknown_segment_option::UnknownSegmentOption;
pub use unknown_target::UnknownTarget;
pub use unterminated_string::UnterminatedString;
pub use update_after_fields::UpdateAfterFields;

use report::Report;
use source::FileId;

/// A syntax error or warning.
#[derive(Debug, Clone, PartialEq)]
pub enum Problem {
    /// `\x` where `x` is no escape.
    BadStringEscape(BadStringEscape),
    /// `\u` with something wrong after it.
    BadUnicodeEscape(BadUnicodeEscape),
    /// `0b12`
    DigitOutOfRadix(DigitOutOfRadix),
    /// `1__0`, `1_`
    MisplacedUnderscore(MisplacedUnderscore),
    /// `0x`
    RadixWithoutDigits(RadixWithoutDigits),
    /// `1.0e`
    MissingExponent(MissingExponent),
    /// A string without its closing quote.
    UnterminatedString(UnterminatedString),
    /// A character that begins no token.
    UnknownCharacter(UnknownCharacter),
    /// `===`
    TripleEqual(TripleEqual),
    /// A line that a version control system left behind.
    ConflictMarker(ConflictMarker),
    /// `+=` and its like.
    ProceduralOperator(ProceduralOperator),
    /// A character that looks like one of the language.
    LookalikeCharacter(LookalikeCharacter),
    /// A token that fits nowhere.
    UnexpectedToken(UnexpectedToken),
    /// `unit(0)`
    BitArrayUnit(BitArrayUnit),
    /// A word after the `:` of a segment that is no option.
    UnknownSegmentOption(UnknownSegmentOption),
    /// `f(_x)`
    DiscardArgument(DiscardArgument),
    /// `t.0x1`, `t.-1`, or a number too big.
    TupleIndex(TupleIndex),
    /// `Wibble(a: 1, ..w)`
    UpdateAfterFields(UpdateAfterFields),
    /// `f(..x)`
    MisplacedSpread(MisplacedSpread),
    /// `@target(wibble)`
    UnknownTarget(UnknownTarget),
    /// An attribute with the wrong arguments.
    AttributeArguments(AttributeArguments),
    /// `@wibble`
    UnknownAttribute(UnknownAttribute),
    /// `type Wibble() { … }`
    EmptyTypeParameters(EmptyTypeParameters),
    /// `pub opaque type Wibble = Int`
    OpaqueAlias(OpaqueAlias),
    /// A documentation comment cut off from its definition.
    DetachedDocs(DetachedDocs),
}

impl Problem {
    /// Says it in words.
    pub fn report(&self, file: FileId) -> Report {
        match self {
            Self::BadStringEscape(problem) => problem.report(file),
            Self::BadUnicodeEscape(problem) => problem.report(file),
            Self::DigitOutOfRadix(problem) => problem.report(file),
            Self::MisplacedUnderscore(problem) => problem.report(file),
            Self::RadixWithoutDigits(problem) => problem.report(file),
            Self::MissingExponent(problem) => problem.report(file),
            Self::UnterminatedString(problem) => problem.report(file),
            Self::UnknownCharacter(problem) => problem.report(file),
            Self::TripleEqual(problem) => problem.report(file),
            Self::ConflictMarker(problem) => problem.report(file),
            Self::ProceduralOperator(problem) => problem.report(file),
            Self::LookalikeCharacter(problem) => problem.report(file),
            Self::UnexpectedToken(problem) => problem.report(file),
            Self::BitArrayUnit(problem) => problem.report(file),
            Self::UnknownSegmentOption(problem) => problem.report(file),
            Self::DiscardArgument(problem) => problem.report(file),
            Self::TupleIndex(problem) => problem.report(file),
            Self::UpdateAfterFields(problem) => problem.report(file),
            Self::MisplacedSpread(problem) => problem.report(file),
            Self::UnknownTarget(problem) => problem.report(file),
            Self::AttributeArguments(problem) => problem.report(file),
            Self::UnknownAttribute(problem) => problem.report(file),
            Self::EmptyTypeParameters(problem) => problem.report(file),
            Self::OpaqueAlias(problem) => problem.report(file),
            Self::DetachedDocs(problem) => problem.report(file),
        }
    }
}

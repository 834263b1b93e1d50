//! What can be wrong with a text. One file for each kind: the facts, and the words for them.

mod angle_brackets;
mod attribute_arguments;
mod attribute_not_allowed;
mod bad_string_escape;
mod bad_unicode_escape;
mod bit_array_unit;
mod call_in_constant;
mod call_in_guard;
mod clause_arrow;
mod conflict_marker;
mod constant_in_function;
mod constant_operator;
mod constant_segment_size;
mod describe;
mod detached_docs;
mod digit_out_of_radix;
mod discard_argument;
mod discard_as_value;
mod duplicate_attribute;
mod empty_guard;
mod empty_guard_block;
mod empty_type_parameters;
mod expected_definition;
mod expected_expression;
mod expected_name;
mod expected_pattern;
mod expected_type;
mod expected_up_name;
mod extra_separator;
mod foreign_word;
mod function_in_type;
mod hash_comment;
mod hole_in_update;
mod if_expression;
mod import_separator;
mod label_in_lambda;
mod lexical;
mod list_catch_all;
mod list_pattern_prepend;
mod list_prepend;
mod list_spread_as_variable;
mod lookalike_character;
mod lower_case_constructor;
mod misplaced_spread;
mod misplaced_underscore;
mod missing_constructor;
mod missing_equal;
mod missing_exponent;
mod missing_field_name;
mod missing_function_body;
mod missing_message;
mod missing_opener;
mod missing_operand;
mod missing_type_name;
mod missing_value;
mod named_inner_function;
mod nested_bit_array_pattern;
mod no_let_binding;
mod not_allowed_in_constant;
mod not_allowed_in_guard;
mod opaque_alias;
mod parentheses;
mod pattern_spread_not_last;
mod prefix_not_literal;
mod procedural_operator;
mod public_import;
mod radix_without_digits;
mod record_pattern_spread;
mod redundant_internal;
mod reserved_word;
mod return_type_colon;
mod second_hole;
mod size_not_allowed;
mod spread_alone;
mod spread_not_last;
mod spread_without_tail;
mod swapped_brackets;
mod syntax;
mod tail_pattern;
mod target_shorthand;
mod text_after_rest;
mod triple_equal;
mod tuple_index;
mod unclosed_delimiter;
mod unexpected_end;
mod unexpected_token;
mod unknown_attribute;
mod unknown_character;
mod unknown_segment_option;
mod unknown_target;
mod unlabelled_update;
mod unmatched_closer;
mod unterminated_string;
mod update_after_fields;
mod wrong_closer;

pub use angle_brackets::AngleBrackets;
pub use attribute_arguments::AttributeArguments;
pub use attribute_not_allowed::AttributeNotAllowed;
pub use bad_string_escape::BadStringEscape;
pub use bad_unicode_escape::BadUnicodeEscape;
pub use bit_array_unit::BitArrayUnit;
pub use call_in_constant::CallInConstant;
pub use call_in_guard::CallInGuard;
pub use clause_arrow::ClauseArrow;
pub use conflict_marker::ConflictMarker;
pub use constant_in_function::ConstantInFunction;
pub use constant_operator::ConstantOperator;
pub use constant_segment_size::ConstantSegmentSize;
pub use detached_docs::DetachedDocs;
pub use digit_out_of_radix::DigitOutOfRadix;
pub use discard_argument::DiscardArgument;
pub use discard_as_value::DiscardAsValue;
pub use duplicate_attribute::DuplicateAttribute;
pub use empty_guard::EmptyGuard;
pub use empty_guard_block::EmptyGuardBlock;
pub use empty_type_parameters::EmptyTypeParameters;
pub use expected_definition::ExpectedDefinition;
pub use expected_expression::ExpectedExpression;
pub use expected_name::ExpectedName;
pub use expected_pattern::ExpectedPattern;
pub use expected_type::ExpectedType;
pub use expected_up_name::ExpectedUpName;
pub use extra_separator::ExtraSeparator;
pub use foreign_word::ForeignWord;
pub use function_in_type::FunctionInType;
pub use hash_comment::HashComment;
pub use hole_in_update::HoleInUpdate;
pub use if_expression::IfExpression;
pub use import_separator::ImportSeparator;
pub use label_in_lambda::LabelInLambda;
pub use list_catch_all::ListCatchAll;
pub use list_pattern_prepend::ListPatternPrepend;
pub use list_prepend::ListPrepend;
pub use list_spread_as_variable::ListSpreadAsVariable;
pub use lookalike_character::LookalikeCharacter;
pub use lower_case_constructor::LowerCaseConstructor;
pub use misplaced_spread::MisplacedSpread;
pub use misplaced_underscore::MisplacedUnderscore;
pub use missing_constructor::MissingConstructor;
pub use missing_equal::MissingEqual;
pub use missing_exponent::MissingExponent;
pub use missing_field_name::MissingFieldName;
pub use missing_function_body::MissingFunctionBody;
pub use missing_message::MissingMessage;
pub use missing_opener::MissingOpener;
pub use missing_operand::MissingOperand;
pub use missing_type_name::MissingTypeName;
pub use missing_value::MissingValue;
pub use named_inner_function::NamedInnerFunction;
pub use nested_bit_array_pattern::NestedBitArrayPattern;
pub use no_let_binding::NoLetBinding;
pub use not_allowed_in_constant::NotAllowedInConstant;
pub use not_allowed_in_guard::NotAllowedInGuard;
pub use opaque_alias::OpaqueAlias;
pub use parentheses::Parentheses;
pub use pattern_spread_not_last::PatternSpreadNotLast;
pub use prefix_not_literal::PrefixNotLiteral;
pub use procedural_operator::ProceduralOperator;
pub use public_import::PublicImport;
pub use radix_without_digits::RadixWithoutDigits;
pub use record_pattern_spread::RecordPatternSpread;
pub use redundant_internal::RedundantInternal;
pub use reserved_word::ReservedWord;
pub use return_type_colon::ReturnTypeColon;
pub use second_hole::SecondHole;
pub use size_not_allowed::SizeNotAllowed;
pub use spread_alone::SpreadAlone;
pub use spread_not_last::SpreadNotLast;
pub use spread_without_tail::SpreadWithoutTail;
pub use swapped_brackets::SwappedBrackets;
pub use tail_pattern::TailPattern;
pub use target_shorthand::TargetShorthand;
pub use text_after_rest::TextAfterRest;
pub use triple_equal::TripleEqual;
pub use tuple_index::TupleIndex;
pub use unclosed_delimiter::UnclosedDelimiter;
pub use unexpected_end::UnexpectedEnd;
pub use unexpected_token::UnexpectedToken;
pub use unknown_attribute::UnknownAttribute;
pub use unknown_character::UnknownCharacter;
pub use unknown_segment_option::UnknownSegmentOption;
pub use unknown_target::UnknownTarget;
pub use unlabelled_update::UnlabelledUpdate;
pub use unmatched_closer::UnmatchedCloser;
pub use unterminated_string::UnterminatedString;
pub use update_after_fields::UpdateAfterFields;
pub use wrong_closer::WrongCloser;

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
    /// The text ends too early.
    UnexpectedEnd(UnexpectedEnd),
    /// A reserved word in place of a name.
    ReservedWord(ReservedWord),
    /// A bracket that is never closed.
    UnclosedDelimiter(UnclosedDelimiter),
    /// A closing bracket that closes nothing.
    UnmatchedCloser(UnmatchedCloser),
    /// A line without the bracket that a later one closes.
    MissingOpener(MissingOpener),
    /// `)]` for `])`
    SwappedBrackets(SwappedBrackets),
    /// `(1]`
    WrongCloser(WrongCloser),
    /// `while`, `=>`
    ForeignWord(ForeignWord),
    /// `(1 + 2)`
    Parentheses(Parentheses),
    /// `if x { … }`
    IfExpression(IfExpression),
    /// `const` in a function.
    ConstantInFunction(ConstantInFunction),
    /// `fn name() { … }` in a function.
    NamedInnerFunction(NamedInnerFunction),
    /// `_x` as an expression.
    DiscardAsValue(DiscardAsValue),
    /// A token in place of a lower-case name.
    ExpectedName(ExpectedName),
    /// A token in place of an upper-case name.
    ExpectedUpName(ExpectedUpName),
    /// A token in place of an expression.
    ExpectedExpression(ExpectedExpression),
    /// A token in place of a pattern.
    ExpectedPattern(ExpectedPattern),
    /// A token in place of a type.
    ExpectedType(ExpectedType),
    /// `let` without `=`.
    MissingEqual(MissingEqual),
    /// An operator without right side.
    MissingOperand(MissingOperand),
    /// `x = 1`
    NoLetBinding(NoLetBinding),
    /// Nothing after `=`.
    MissingValue(MissingValue),
    /// `,,`
    ExtraSeparator(ExtraSeparator),
    /// A token at the top of a module that begins no definition.
    ExpectedDefinition(ExpectedDefinition),
    /// `fn()` as an expression, without a body.
    MissingFunctionBody(MissingFunctionBody),
    /// Fields directly in the braces of a type.
    MissingConstructor(MissingConstructor),
    /// `[1, ..]`
    SpreadWithoutTail(SpreadWithoutTail),
    /// `[..a, 1]`
    SpreadNotLast(SpreadNotLast),
    /// `[..a]`
    SpreadAlone(SpreadAlone),
    /// `[..a, 1]` as a pattern.
    PatternSpreadNotLast(PatternSpreadNotLast),
    /// `[a, ..[b]]`
    TailPattern(TailPattern),
    /// `x <> "s"` as a pattern.
    PrefixNotLiteral(PrefixNotLiteral),
    /// `"a" <> x <> "b"`
    TextAfterRest(TextAfterRest),
    /// `module.name` as a pattern.
    LowerCaseConstructor(LowerCaseConstructor),
    /// `import a.b`
    ImportSeparator(ImportSeparator),
    /// `List<Int>`
    AngleBrackets(AngleBrackets),
    /// `fn f() : Int`
    ReturnTypeColon(ReturnTypeColon),
    /// A function in the braces of a type.
    FunctionInType(FunctionInType),
    /// `# …`
    HashComment(HashComment),
    /// A token in place of the `->` of a clause.
    ClauseArrow(ClauseArrow),
    /// `as` without a message.
    MissingMessage(MissingMessage),
    /// `module.` as a type.
    MissingTypeName(MissingTypeName),
    /// `record.`
    MissingFieldName(MissingFieldName),
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
    /// `f(_, _)`
    SecondHole(SecondHole),
    /// `fn(a b) { … }`
    LabelInLambda(LabelInLambda),
    /// The same attribute twice.
    DuplicateAttribute(DuplicateAttribute),
    /// An attribute where it has no meaning.
    AttributeNotAllowed(AttributeNotAllowed),
    /// `@internal` before a private definition.
    RedundantInternal(RedundantInternal),
    /// `pub import a`
    PublicImport(PublicImport),
    /// `<<<<a>>:bits>>` as a pattern.
    NestedBitArrayPattern(NestedBitArrayPattern),
    /// The size of a segment is too clever.
    SizeNotAllowed(SizeNotAllowed),
    /// `if f(x)`
    CallInGuard(CallInGuard),
    /// Something that a guard cannot hold.
    NotAllowedInGuard(NotAllowedInGuard),
    /// `if {}`
    EmptyGuardBlock(EmptyGuardBlock),
    /// `const a = f(1)`
    CallInConstant(CallInConstant),
    /// Something that a constant cannot hold.
    NotAllowedInConstant(NotAllowedInConstant),
    /// `const a = 1 + 2`
    ConstantOperator(ConstantOperator),
    /// The size of a segment of a constant is no number.
    ConstantSegmentSize(ConstantSegmentSize),
    /// `Wibble(..w, 1)`
    UnlabelledUpdate(UnlabelledUpdate),
    /// `Wibble(..w, a: _)`
    HoleInUpdate(HoleInUpdate),
    /// A documentation comment cut off from its definition.
    DetachedDocs(DetachedDocs),
    /// `[1 ..rest]`
    ListPrepend(ListPrepend),
    /// `[a ..rest]` as a pattern.
    ListPatternPrepend(ListPatternPrepend),
    /// `Wibble(a ..)`
    RecordPatternSpread(RecordPatternSpread),
    /// `[..]`
    ListCatchAll(ListCatchAll),
    /// `[..list]`
    ListSpreadAsVariable(ListSpreadAsVariable),
    /// `@target(js)`
    TargetShorthand(TargetShorthand),
    /// `if ->`
    EmptyGuard(EmptyGuard),
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
            Self::UnexpectedEnd(problem) => problem.report(file),
            Self::ReservedWord(problem) => problem.report(file),
            Self::UnclosedDelimiter(problem) => problem.report(file),
            Self::UnmatchedCloser(problem) => problem.report(file),
            Self::MissingOpener(problem) => problem.report(file),
            Self::SwappedBrackets(problem) => problem.report(file),
            Self::WrongCloser(problem) => problem.report(file),
            Self::ForeignWord(problem) => problem.report(file),
            Self::Parentheses(problem) => problem.report(file),
            Self::IfExpression(problem) => problem.report(file),
            Self::ConstantInFunction(problem) => problem.report(file),
            Self::NamedInnerFunction(problem) => problem.report(file),
            Self::DiscardAsValue(problem) => problem.report(file),
            Self::ExpectedName(problem) => problem.report(file),
            Self::ExpectedUpName(problem) => problem.report(file),
            Self::ExpectedExpression(problem) => problem.report(file),
            Self::ExpectedPattern(problem) => problem.report(file),
            Self::ExpectedType(problem) => problem.report(file),
            Self::MissingEqual(problem) => problem.report(file),
            Self::MissingOperand(problem) => problem.report(file),
            Self::NoLetBinding(problem) => problem.report(file),
            Self::MissingValue(problem) => problem.report(file),
            Self::ExtraSeparator(problem) => problem.report(file),
            Self::ExpectedDefinition(problem) => problem.report(file),
            Self::MissingFunctionBody(problem) => problem.report(file),
            Self::MissingConstructor(problem) => problem.report(file),
            Self::SpreadWithoutTail(problem) => problem.report(file),
            Self::SpreadNotLast(problem) => problem.report(file),
            Self::SpreadAlone(problem) => problem.report(file),
            Self::PatternSpreadNotLast(problem) => problem.report(file),
            Self::TailPattern(problem) => problem.report(file),
            Self::PrefixNotLiteral(problem) => problem.report(file),
            Self::TextAfterRest(problem) => problem.report(file),
            Self::LowerCaseConstructor(problem) => problem.report(file),
            Self::ImportSeparator(problem) => problem.report(file),
            Self::AngleBrackets(problem) => problem.report(file),
            Self::ReturnTypeColon(problem) => problem.report(file),
            Self::FunctionInType(problem) => problem.report(file),
            Self::HashComment(problem) => problem.report(file),
            Self::ClauseArrow(problem) => problem.report(file),
            Self::MissingMessage(problem) => problem.report(file),
            Self::MissingTypeName(problem) => problem.report(file),
            Self::MissingFieldName(problem) => problem.report(file),
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
            Self::SecondHole(problem) => problem.report(file),
            Self::LabelInLambda(problem) => problem.report(file),
            Self::DuplicateAttribute(problem) => problem.report(file),
            Self::AttributeNotAllowed(problem) => problem.report(file),
            Self::RedundantInternal(problem) => problem.report(file),
            Self::PublicImport(problem) => problem.report(file),
            Self::NestedBitArrayPattern(problem) => problem.report(file),
            Self::SizeNotAllowed(problem) => problem.report(file),
            Self::CallInGuard(problem) => problem.report(file),
            Self::NotAllowedInGuard(problem) => problem.report(file),
            Self::EmptyGuardBlock(problem) => problem.report(file),
            Self::CallInConstant(problem) => problem.report(file),
            Self::NotAllowedInConstant(problem) => problem.report(file),
            Self::ConstantOperator(problem) => problem.report(file),
            Self::ConstantSegmentSize(problem) => problem.report(file),
            Self::UnlabelledUpdate(problem) => problem.report(file),
            Self::HoleInUpdate(problem) => problem.report(file),
            Self::DetachedDocs(problem) => problem.report(file),
            Self::ListPrepend(problem) => problem.report(file),
            Self::ListPatternPrepend(problem) => problem.report(file),
            Self::RecordPatternSpread(problem) => problem.report(file),
            Self::ListCatchAll(problem) => problem.report(file),
            Self::ListSpreadAsVariable(problem) => problem.report(file),
            Self::TargetShorthand(problem) => problem.report(file),
            Self::EmptyGuard(problem) => problem.report(file),
        }
    }
}

use chumsky::DefaultExpected;
use chumsky::error::Error;
use chumsky::label::LabelError;
use chumsky::span::SimpleSpan;
use chumsky::util::MaybeRef;

use super::Input;
use crate::token::TokenKind;

/// Why a rule failed: what was found where, and what would have been accepted there, as a set of
/// bits, so that merging two errors costs nothing.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct SyntaxError {
    /// Index of the token.
    pub(crate) at: usize,
    /// The token; none at the end of the input.
    pub(crate) found: Option<TokenKind>,
    /// Bits of token kinds, then of [`Expected`].
    pub(crate) expected: u128,
    /// A reason of its own; wins over the set.
    pub(crate) special: Option<Special>,
}

/// What a table of alternatives is called.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Expected {
    Expression,
    Pattern,
    Type,
    Definition,
    Operator,
    Field,
    Name,
    SegmentOption,
    Word,
    End,
}

impl Expected {
    pub(crate) const ALL: [Self; 10] = [
        Self::Expression,
        Self::Pattern,
        Self::Type,
        Self::Definition,
        Self::Operator,
        Self::Field,
        Self::Name,
        Self::SegmentOption,
        Self::Word,
        Self::End,
    ];

    /// How to call it.
    pub(crate) const fn words(self) -> &'static str {
        match self {
            Self::Expression => "an expression",
            Self::Pattern => "a pattern",
            Self::Type => "a type",
            Self::Definition => "a definition",
            Self::Operator => "an operator",
            Self::Field => "a field name",
            Self::Name => "a name",
            Self::SegmentOption => "a segment option",
            Self::Word => "a name or a string",
            Self::End => "the end of the definition",
        }
    }

    pub(crate) const fn set(self) -> u128 {
        1 << (TokenKind::COUNT + self as usize)
    }
}

/// Reasons of their own: what is written is understood, but has no place in the language, or not
/// there.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Special {
    /// `(` where an expression should start.
    Parentheses,
    /// `if` as an expression.
    If,
    /// `const` in a function.
    Const,
    /// `fn name` in a function.
    NamedFunction,
    /// `_` or `_name` as an expression.
    Discard,
    /// `fn()` as an expression, without braces.
    MissingFunctionBody,
    /// `[1, ..]`
    SpreadWithoutTail,
    /// `[..a, 1]`
    SpreadNotLast,
    /// `[..a, 1]` as a pattern.
    PatternSpreadNotLast,
    /// `[..[a]]` as a pattern.
    TailPattern,
    /// `x <> "s"` as a pattern.
    PrefixNotLiteral,
    /// `"s" <> x <> "s"` as a pattern.
    TextAfterRest,
    /// `module.name` as a pattern.
    LowerCaseConstructor,
    /// `import a.b`
    ImportSeparator,
    /// `fn f<a>()`
    AngleFunction,
    /// `type T<a>`
    AngleType,
    /// `T<a>` in a type.
    AngleUsage,
    /// `fn f() : T`
    ReturnTypeColon,
    /// `#` that begins no tuple.
    Hash,
    /// `type T { field: Int }`
    MissingConstructor,
    /// `type T { fn f() { … } }`
    FunctionInType,
}

impl SyntaxError {
    pub(crate) fn unexpected(at: usize, found: Option<TokenKind>, expected: u128) -> Self {
        Self {
            at,
            found,
            expected,
            special: None,
        }
    }

    pub(crate) fn special(at: usize, found: Option<TokenKind>, special: Special) -> Self {
        Self {
            at,
            found,
            expected: 0,
            special: Some(special),
        }
    }

    /// Whether `kind` would have been accepted.
    pub(crate) fn expects(&self, kind: TokenKind) -> bool {
        self.expected & (1 << kind as usize) != 0
    }
}

/// The error that got further says more; of two at one place, the alternatives add up.
fn further(left: SyntaxError, right: SyntaxError) -> SyntaxError {
    match left.at.cmp(&right.at) {
        std::cmp::Ordering::Greater => left,
        std::cmp::Ordering::Less => right,
        std::cmp::Ordering::Equal => SyntaxError {
            expected: left.expected | right.expected,
            special: left.special.or(right.special),
            ..left
        },
    }
}

impl<'t> Error<'t, Input<'t>> for SyntaxError {
    fn merge(self, other: Self) -> Self {
        further(self, other)
    }
}

impl<'t> LabelError<'t, Input<'t>, DefaultExpected<'t, TokenKind>> for SyntaxError {
    fn expected_found<E: IntoIterator<Item = DefaultExpected<'t, TokenKind>>>(
        expected: E,
        found: Option<MaybeRef<'t, TokenKind>>,
        span: SimpleSpan,
    ) -> Self {
        let bits = expected.into_iter().map(|expected| match expected {
            DefaultExpected::Token(kind) => 1 << *kind as usize,
            DefaultExpected::EndOfInput => Expected::End.set(),
            _ => 0,
        });
        Self::unexpected(
            span.start,
            found.map(|kind| *kind),
            bits.fold(0, |set, bit| set | bit),
        )
    }

    fn replace_expected_found<E: IntoIterator<Item = DefaultExpected<'t, TokenKind>>>(
        self,
        expected: E,
        found: Option<MaybeRef<'t, TokenKind>>,
        span: SimpleSpan,
    ) -> Self {
        further(self, Self::expected_found(expected, found, span))
    }
}

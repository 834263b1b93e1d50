//! Parts of the language that older versions of it do not have.

use source::Span;
use syntax::ast::{ExprKind, SegmentOption, SegmentOptionKind as O};

use crate::check::Checker;
use crate::infer::Literal;
use crate::literal;
use crate::problem::FeatureTooNew;

/// A version of the language: `1.11.0`.
pub type LanguageVersion = [u64; 3];

/// What came to the language later than 1.0.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Feature {
    /// `@internal`
    InternalAttribute,
    /// `t.0.1`
    NestedTupleIndex,
    /// `@` in the path of a JavaScript module.
    ScopedJavaScriptModule,
    /// `+` or `<` in a guard.
    GuardArithmetic,
    /// `f(x:)`
    LabelShorthand,
    /// `<>` in a constant.
    ConstantConcat,
    /// `<<"text">>`
    StringSegment,
    /// A field or an update that needs the variant to be known.
    KnownVariant,
    /// `let assert … as "message"`
    LetAssertMessage,
    /// `@deprecated` of a constructor.
    DeprecatedVariant,
    /// Segments for JavaScript that are no whole bytes.
    UnalignedSegment,
    /// `<<1.0>>`
    FloatSegment,
    /// `assert`
    Assert,
    /// `size(n + 1)`
    SegmentSizeExpression,
    /// `@external` of a type.
    ExternalType,
    /// `C(..other, x: 1)` in a constant.
    ConstantUpdate,
    /// `<>` in a guard.
    GuardConcat,
    /// `[1, ..other]` in a constant.
    ConstantListTail,
}

impl Feature {
    /// The first version that has it.
    pub fn since(self) -> LanguageVersion {
        let minor = match self {
            Self::InternalAttribute | Self::NestedTupleIndex => 1,
            Self::ScopedJavaScriptModule => 2,
            Self::GuardArithmetic => 3,
            Self::LabelShorthand | Self::ConstantConcat => 4,
            Self::StringSegment => 5,
            Self::KnownVariant => 6,
            Self::LetAssertMessage | Self::DeprecatedVariant => 7,
            Self::UnalignedSegment => 9,
            Self::FloatSegment => 10,
            Self::Assert => 11,
            Self::SegmentSizeExpression => 12,
            Self::ExternalType | Self::ConstantUpdate => 14,
            Self::GuardConcat => 15,
            Self::ConstantListTail => 16,
        };
        [1, minor, 0]
    }
}

impl Checker<'_> {
    /// Something is used that the oldest version that the package allows may not have.
    pub(crate) fn needs(&mut self, feature: Feature, span: Span) {
        let Some(oldest) = self.input.options.oldest else {
            return;
        };
        if oldest < feature.since() {
            self.report(FeatureTooNew {
                span,
                feature,
                oldest,
            });
        }
    }

    /// What the segment of a bit array needs.
    pub(crate) fn segment_needs(
        &mut self,
        value: Span,
        options: &[SegmentOption],
        written: Literal,
        in_pattern: bool,
    ) {
        if !options.iter().any(|option| is_type(option.kind)) {
            match written {
                Literal::String => self.needs(Feature::StringSegment, value),
                Literal::Float => self.needs(Feature::FloatSegment, value),
                Literal::Int => {}
            }
        }
        for option in options {
            let O::Size { value, .. } = option.kind else {
                continue;
            };
            let size = &self.module.exprs[value];
            if matches!(size.kind, ExprKind::Binary { .. } | ExprKind::Block(_)) {
                self.needs(Feature::SegmentSizeExpression, size.span);
            }
            let unaligned = match &size.kind {
                ExprKind::Int(text) => literal::small_int(text).is_some_and(|bits| bits % 8 != 0),
                _ => false,
            };
            if unaligned && !self.on_erlang() {
                self.needs(Feature::UnalignedSegment, option.span);
            }
        }
        let sized = options.iter().any(|it| matches!(it.kind, O::Size { .. }));
        let bits = options.iter().find(|it| it.kind == O::Bits);
        if let Some(bits) = bits.filter(|_| in_pattern && !sized && !self.on_erlang()) {
            self.needs(Feature::UnalignedSegment, bits.span);
        }
    }
}

fn is_type(option: O) -> bool {
    !matches!(
        option,
        O::Signed | O::Unsigned | O::Endianness(_) | O::Size { .. } | O::Unit(_)
    )
}

use crate::features::{Feature, LanguageVersion};
use crate::problem::words::{Kind, Words};
use report::Report;
use source::Span;

/// Something that the oldest version that the package allows does not have.
#[derive(Debug, Clone, PartialEq)]
pub struct FeatureTooNew {
    /// Where.
    pub span: Span,
    /// What.
    pub feature: Feature,
    /// The oldest version that the package allows.
    pub oldest: LanguageVersion,
}

impl Kind for FeatureTooNew {
    fn span(&self) -> Span {
        self.span
    }

    fn report(&self, words: &Words<'_>) -> Report {
        let since = version(self.feature.since());
        Report::warning("T0438", "Newer than allowed", words.at(self.span))
            .label(format!("needs {since}"))
            .text(format!(
                "{} came with version {since} of the language, but `gleam.toml` allows {}.",
                called(self.feature),
                version(self.oldest)
            ))
            .hint(format!("Write `gleam = \">= {since}\"` in `gleam.toml`."))
    }
}

fn version([major, minor, patch]: LanguageVersion) -> String {
    format!("{major}.{minor}.{patch}")
}

/// The features in words.
fn called(feature: Feature) -> &'static str {
    match feature {
        Feature::InternalAttribute => "The attribute `@internal`",
        Feature::NestedTupleIndex => "The element of an element (`t.0.1`)",
        Feature::ScopedJavaScriptModule => "`@` in the path of a JavaScript module",
        Feature::GuardArithmetic => "Computing and comparing in guards",
        Feature::LabelShorthand => "A label without a value",
        Feature::ConstantConcat => "`<>` in constants",
        Feature::StringSegment => "A text segment without a type",
        Feature::KnownVariant => "Using what is known of the constructor",
        Feature::LetAssertMessage => "The message of `let assert`",
        Feature::DeprecatedVariant => "`@deprecated` for constructors",
        Feature::UnalignedSegment => "Segments that are no whole bytes on JavaScript",
        Feature::FloatSegment => "A Float segment without a type",
        Feature::Assert => "The statement `assert`",
        Feature::SegmentSizeExpression => "Computing sizes of segments",
        Feature::ExternalType => "`@external` for types",
        Feature::ConstantUpdate => "Updates in constants",
        Feature::GuardConcat => "`<>` in guards",
        Feature::ConstantListTail => "Tails of lists in constants",
    }
}

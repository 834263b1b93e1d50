//! Foreign functions and targets.

mod external_missing_annotation;
mod external_type_with_constructors;
mod invalid_javascript_function;
mod invalid_javascript_module;
mod no_implementation;
mod too_many_parameters;
mod unsupported_public_function;
mod unsupported_value;

pub use external_missing_annotation::ExternalMissingAnnotation;
pub use external_type_with_constructors::ExternalTypeWithConstructors;
pub use invalid_javascript_function::InvalidJavaScriptFunction;
pub use invalid_javascript_module::InvalidJavaScriptModule;
pub use no_implementation::NoImplementation;
pub use too_many_parameters::TooManyParameters;
pub use unsupported_public_function::UnsupportedPublicFunction;
pub use unsupported_value::UnsupportedValue;

use super::Problem;
use super::words::Kind;

/// Foreign functions and targets.
#[derive(Debug, Clone, PartialEq)]
pub enum TargetsProblem {
    /// See [`ExternalMissingAnnotation`].
    ExternalMissingAnnotation(ExternalMissingAnnotation),
    /// See [`ExternalTypeWithConstructors`].
    ExternalTypeWithConstructors(ExternalTypeWithConstructors),
    /// See [`InvalidJavaScriptModule`].
    InvalidJavaScriptModule(InvalidJavaScriptModule),
    /// See [`InvalidJavaScriptFunction`].
    InvalidJavaScriptFunction(InvalidJavaScriptFunction),
    /// See [`NoImplementation`].
    NoImplementation(NoImplementation),
    /// See [`TooManyParameters`].
    TooManyParameters(TooManyParameters),
    /// See [`UnsupportedPublicFunction`].
    UnsupportedPublicFunction(UnsupportedPublicFunction),
    /// See [`UnsupportedValue`].
    UnsupportedValue(UnsupportedValue),
}

impl TargetsProblem {
    pub(super) fn kind(&self) -> &dyn Kind {
        match self {
            Self::ExternalMissingAnnotation(it) => it,
            Self::ExternalTypeWithConstructors(it) => it,
            Self::InvalidJavaScriptModule(it) => it,
            Self::InvalidJavaScriptFunction(it) => it,
            Self::NoImplementation(it) => it,
            Self::TooManyParameters(it) => it,
            Self::UnsupportedPublicFunction(it) => it,
            Self::UnsupportedValue(it) => it,
        }
    }
}

impl From<ExternalMissingAnnotation> for Problem {
    fn from(it: ExternalMissingAnnotation) -> Self {
        Self::Targets(TargetsProblem::ExternalMissingAnnotation(it))
    }
}

impl From<ExternalTypeWithConstructors> for Problem {
    fn from(it: ExternalTypeWithConstructors) -> Self {
        Self::Targets(TargetsProblem::ExternalTypeWithConstructors(it))
    }
}

impl From<InvalidJavaScriptModule> for Problem {
    fn from(it: InvalidJavaScriptModule) -> Self {
        Self::Targets(TargetsProblem::InvalidJavaScriptModule(it))
    }
}

impl From<InvalidJavaScriptFunction> for Problem {
    fn from(it: InvalidJavaScriptFunction) -> Self {
        Self::Targets(TargetsProblem::InvalidJavaScriptFunction(it))
    }
}

impl From<NoImplementation> for Problem {
    fn from(it: NoImplementation) -> Self {
        Self::Targets(TargetsProblem::NoImplementation(it))
    }
}

impl From<TooManyParameters> for Problem {
    fn from(it: TooManyParameters) -> Self {
        Self::Targets(TargetsProblem::TooManyParameters(it))
    }
}

impl From<UnsupportedPublicFunction> for Problem {
    fn from(it: UnsupportedPublicFunction) -> Self {
        Self::Targets(TargetsProblem::UnsupportedPublicFunction(it))
    }
}

impl From<UnsupportedValue> for Problem {
    fn from(it: UnsupportedValue) -> Self {
        Self::Targets(TargetsProblem::UnsupportedValue(it))
    }
}

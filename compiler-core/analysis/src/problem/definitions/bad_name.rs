use crate::problem::words::{Kind, Words};
use report::Report;
use source::{Name, Span};

/// A name in the wrong case.
#[derive(Debug, Clone, PartialEq)]
pub struct BadName {
    /// Where.
    pub span: Span,
    /// The name.
    pub name: Name,
    /// What it names.
    pub sort: NameSort,
}

impl Kind for BadName {
    fn span(&self) -> Span {
        self.span
    }

    fn report(&self, words: &Words<'_>) -> Report {
        Report::error(
            "T0213",
            "Name not spelled as it should be",
            words.at(self.span),
        )
        .label(self.sort.rule())
        .text(format!(
            "`{}` is not how {} can be called.",
            self.name,
            self.sort.what()
        ))
        .hint(format!("Call it `{}`.", self.sort.respell(&self.name)))
    }
}

/// What a name names.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NameSort {
    /// A type or alias.
    Type,
    /// A constructor.
    Variant,
    /// A type variable.
    TypeVariable,
    /// A variable.
    Variable,
    /// A variable that is discarded.
    Discard,
    /// A parameter.
    Parameter,
    /// A label.
    Label,
    /// A constant.
    Constant,
    /// A function.
    Function,
}

impl NameSort {
    fn what(self) -> &'static str {
        match self {
            Self::Type => "a type",
            Self::Variant => "a constructor",
            Self::TypeVariable => "a type variable",
            Self::Variable => "a variable",
            Self::Discard => "a discard",
            Self::Parameter => "a parameter",
            Self::Label => "a label",
            Self::Constant => "a constant",
            Self::Function => "a function",
        }
    }

    fn is_upper(self) -> bool {
        matches!(self, Self::Type | Self::Variant)
    }

    fn rule(self) -> &'static str {
        if self.is_upper() {
            "must be in PascalCase"
        } else {
            "must be in snake_case"
        }
    }

    /// The name in the right case.
    pub fn respell(self, name: &str) -> String {
        if self.is_upper() {
            name.split('_').map(capitalised).collect()
        } else {
            snake_case(name)
        }
    }
}

fn capitalised(word: &str) -> String {
    let mut chars = word.chars();
    match chars.next() {
        Some(first) => first.to_ascii_uppercase().to_string() + chars.as_str(),
        None => String::new(),
    }
}

fn snake_case(name: &str) -> String {
    let mut text = String::new();
    for letter in name.chars() {
        if letter.is_ascii_uppercase() && !text.is_empty() && !text.ends_with('_') {
            text.push('_');
        }
        text.push(letter.to_ascii_lowercase());
    }
    text
}

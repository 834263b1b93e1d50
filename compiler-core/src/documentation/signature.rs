//! Signatures: text in which types are links.

use source::Name;

/// Columns of a signature; a longer one has a line for each parameter.
const WIDTH: usize = 80;

/// A part of a signature.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Piece {
    /// Text.
    Text(String),
    /// The name of a type.
    Type { module: Name, name: Name },
}

impl Piece {
    pub(super) fn text(text: impl Into<String>) -> Self {
        Self::Text(text.into())
    }

    fn width(&self) -> usize {
        match self {
            Self::Text(text) => text.chars().count(),
            Self::Type { name, .. } => name.chars().count(),
        }
    }
}

/// `head name(parameters)after result`
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Signature {
    head: String,
    name: Name,
    parameters: Option<Vec<Vec<Piece>>>,
    after: &'static str,
    result: Vec<Piece>,
}

impl Signature {
    /// A signature that has neither parameters nor a result.
    pub(super) fn new(head: &str, name: Name) -> Self {
        Self {
            head: head.to_string(),
            name,
            parameters: None,
            after: "",
            result: Vec::new(),
        }
    }

    /// Sets the parameters; without any there are no parentheses.
    pub(super) fn list(&mut self, parameters: impl Iterator<Item = Vec<Piece>>) {
        let parameters: Vec<_> = parameters.collect();
        self.parameters = (!parameters.is_empty()).then_some(parameters);
    }

    /// Sets the parameters, in parentheses even if there are none.
    pub(super) fn parameters(&mut self, parameters: Vec<Vec<Piece>>) {
        self.parameters = Some(parameters);
    }

    /// Sets what stands before the result.
    pub(super) fn after(&mut self, after: &'static str) {
        self.after = after;
    }

    /// Sets the result.
    pub(super) fn result(&mut self, result: Vec<Piece>) {
        self.result = result;
    }

    /// The signature as pieces, laid out in lines.
    pub(super) fn pieces(&self) -> Vec<Piece> {
        let breaks = self.width() > WIDTH;
        let mut out = vec![Piece::text(&self.head), Piece::text(&*self.name)];
        if let Some(parameters) = &self.parameters {
            let breaks = breaks && !parameters.is_empty();
            let (open, between, close) = if breaks {
                ("(\n  ", ",\n  ", ",\n)")
            } else {
                ("(", ", ", ")")
            };
            out.push(Piece::text(open));
            for (index, parameter) in parameters.iter().enumerate() {
                if index > 0 {
                    out.push(Piece::text(between));
                }
                out.extend(parameter.iter().cloned());
            }
            out.push(Piece::text(close));
        }
        if !self.result.is_empty() {
            out.push(Piece::text(self.after));
            out.extend(self.result.iter().cloned());
        }
        out
    }

    /// The signature as plain text.
    pub(super) fn text(&self) -> String {
        let pieces = self.pieces();
        let texts = pieces.iter().map(|piece| match piece {
            Piece::Text(text) => text.as_str(),
            Piece::Type { name, .. } => name,
        });
        texts.collect()
    }

    fn width(&self) -> usize {
        let parameters = self.parameters.iter().flatten();
        let inner: usize = parameters
            .map(|parameter| 2 + parameter.iter().map(Piece::width).sum::<usize>())
            .sum();
        let result: usize = self.result.iter().map(Piece::width).sum();
        self.head.len() + self.name.chars().count() + inner + self.after.len() + result
    }
}

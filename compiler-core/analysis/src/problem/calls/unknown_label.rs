use crate::problem::words::{Kind, Words, list, or_else};
use report::Report;
use source::{Name, Span};

/// Labels that the function or constructor does not have.
#[derive(Debug, Clone, PartialEq)]
pub struct UnknownLabel {
    /// Where the last one is.
    pub span: Span,
    /// The labels, in order, each with its argument.
    pub labels: Vec<(Name, Span)>,
    /// The names there are.
    pub known: Vec<Name>,
}

impl Kind for UnknownLabel {
    fn span(&self) -> Span {
        self.span
    }

    fn report(&self, words: &Words<'_>) -> Report {
        let label = "there is no such label";
        let (last, others) = match self.labels.split_last() {
            Some((last, others)) => (Some(last.0), others),
            None => (None, &[][..]),
        };
        let known = self.known.iter().copied();
        let nearest = last.and_then(|last| report::nearest(&last, known));
        let report = Report::error("T0240", "Unknown label", words.at(self.span))
            .label(label)
            .text(format!(
                "There is nothing labelled {}. The labels are: {}.",
                list(&self.labels.iter().map(|it| it.0).collect::<Vec<_>>()),
                list(&self.known)
            ))
            .hint(or_else(nearest, "Use one of these labels."));
        others.iter().fold(report, |report, (_, span)| {
            report.also(words.at(*span), label)
        })
    }
}

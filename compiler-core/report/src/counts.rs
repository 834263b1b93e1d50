use crate::{Report, Severity};

/// How many problems there are.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Counts {
    /// That many errors.
    pub errors: usize,
    /// That many warnings.
    pub warnings: usize,
}

impl Counts {
    /// Those of `reports`.
    pub fn of(reports: &[Report]) -> Self {
        let count = |severity| {
            let matching = reports.iter().filter(|report| report.severity == severity);
            matching.count()
        };
        Self {
            errors: count(Severity::Error),
            warnings: count(Severity::Warning),
        }
    }

    /// `1 error and 2 warnings`; nothing if there are none.
    pub fn summary(self) -> Option<String> {
        let parts = [(self.errors, "error"), (self.warnings, "warning")];
        let parts: Vec<String> = parts
            .into_iter()
            .filter(|(count, _)| *count > 0)
            .map(|(count, what)| format!("{count} {what}{}", if count == 1 { "" } else { "s" }))
            .collect();
        (!parts.is_empty()).then(|| parts.join(" and "))
    }
}

//! What evaluating something may do: only warnings depend on it.

use source::{Name, Span};

use crate::check::Checker;
use crate::infer::Stop;
use crate::interface::Purity;
use crate::scope::Sort;

impl Purity {
    /// What doing both may do.
    #[must_use]
    pub fn and(self, other: Self) -> Self {
        match (self, other) {
            (Self::Impure, _) | (_, Self::Impure) => Self::Impure,
            (Self::Unknown, _) | (_, Self::Unknown) => Self::Unknown,
            (Self::TrustedPure, _) | (_, Self::TrustedPure) => Self::TrustedPure,
            (Self::Pure, Self::Pure) => Self::Pure,
        }
    }
}

/// What the body around a closure did so far.
pub(crate) struct Effects {
    purity: Option<Purity>,
    stopped: Option<Stop>,
}

impl Checker<'_> {
    /// Something has an effect.
    pub(crate) fn impure(&mut self) {
        self.effect(Purity::Impure);
    }

    /// A value that nobody knows is called.
    pub(crate) fn calls_unknown(&mut self) {
        self.effect(Purity::Unknown);
    }

    /// A function is called.
    pub(crate) fn calls_function(&mut self, module: Name, name: Name) {
        let purity = self.purity_of(module, name);
        self.effect(purity);
    }

    /// What calling a function may do.
    pub(crate) fn purity_of(&mut self, module: Name, name: Name) -> Purity {
        let value = if module == self.input.name {
            self.scope.values.get(&name).cloned()
        } else {
            self.interface(module).and_then(|interface| {
                let types = &mut self.tables.types;
                self.scope.value_of(types, &self.library, interface, name)
            })
        };
        match value.as_ref().map(|value| &value.sort) {
            Some(Sort::Function { purity, .. }) => *purity,
            _ => Purity::Unknown,
        }
    }

    fn effect(&mut self, purity: Purity) {
        let before = self.frame.purity.unwrap_or(Purity::Pure);
        self.frame.purity = Some(before.and(purity));
    }

    /// Making a closure has no effect and stops nothing, whatever its body does.
    pub(crate) fn open_closure(&mut self) -> Effects {
        Effects {
            purity: self.frame.purity,
            stopped: self.frame.stopped.take(),
        }
    }

    /// See `open_closure`.
    pub(crate) fn close_closure(&mut self, before: &Effects) {
        self.frame.purity = before.purity;
        self.frame.stopped = before.stopped;
    }

    /// Members of a group that call each other may do what any of them does.
    pub(crate) fn spread_purity(&mut self, group: &[usize]) {
        let all = group
            .iter()
            .filter_map(|index| self.progress.prepared.get(index))
            .fold(Purity::Pure, |all, prepared| all.and(prepared.purity));
        if group.len() > 1 {
            for index in group {
                if let Some(prepared) = self.progress.prepared.get_mut(index) {
                    prepared.purity = all;
                }
            }
        }
    }

    /// Evaluation never gets past this.
    pub(crate) fn stop(&mut self, span: Span) {
        self.frame.stopped.get_or_insert(Stop { span });
    }
}

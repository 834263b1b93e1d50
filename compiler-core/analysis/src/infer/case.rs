//! `case`.

use source::Span;
use syntax::ast::{Case, Clause, ExprId, ExprKind, PatternId};

use crate::check::Checker;
use crate::checked::{MatchSite, Resolution};
use crate::patterns::{Match, MatchKind, Row};
use crate::problem::{ClausePatternCount, MissingCaseBody, Situation};
use crate::types::{Ty, TyKind};

use super::Place;
use super::pattern::Variables;

impl<'a> Checker<'a> {
    /// `case subjects { clauses }`
    pub(crate) fn case(&mut self, id: ExprId, case: &'a Case) -> Ty {
        let span = self.module.exprs[id].span;
        let subjects: Vec<Ty> = case.subjects.iter().map(|it| self.expr(*it)).collect();
        if !case.has_body {
            self.report(MissingCaseBody { span });
            return Ty::ERROR;
        }
        let result = self.fresh();
        let mut rows = Vec::new();
        let mut odd = None;
        let stopped = self.frame.stopped;
        let mut stops = Vec::new();
        for (index, clause) in case.clauses.iter().enumerate() {
            let mark = self.locals.mark();
            self.frame.stopped = None;
            self.clause_patterns((index, clause), &case.subjects, &subjects, &mut rows);
            self.guard(clause);
            let found = self.expr(clause.body);
            self.expect_alike(result, found, (clause.span, Situation::Clause), &mut odd);
            self.locals.leave(mark);
            stops.push(self.frame.stopped);
        }
        let all: Option<Vec<_>> = stops.into_iter().collect();
        let last = all.and_then(|stops| stops.last().copied());
        self.frame.stopped = stopped.or(last);
        self.warn_literal_subjects(case);
        self.matches.push(Match {
            site: MatchSite::Case(id),
            span,
            kind: MatchKind::Case,
            subjects,
            rows,
        });
        result
    }

    fn clause_patterns(
        &mut self,
        (index, clause): (usize, &'a Clause),
        subjects: &[ExprId],
        types: &[Ty],
        rows: &mut Vec<Row>,
    ) {
        let mut variables = Variables::default();
        let mut refined: Vec<Option<Ty>> = vec![None; types.len()];
        for (number, alternative) in clause.alternatives.iter().enumerate() {
            if number > 0 {
                variables.next_alternative();
            }
            let found = self.alternative(alternative, types, &mut variables, clause);
            for (known, found) in refined.iter_mut().zip(found) {
                *known = match *known {
                    Some(known) if number > 0 => Some(self.common_variant(known, found)),
                    _ => Some(found),
                };
            }
            self.check_missing_variables(&variables, clause.span);
            if alternative.len() == types.len() {
                rows.push(Row {
                    clause: index,
                    patterns: alternative.clone(),
                    guarded: clause.guard.is_some(),
                });
            }
        }
        for (subject, refined) in subjects.iter().zip(refined) {
            if let Some(refined) = refined {
                self.refine_subject(*subject, refined);
            }
        }
        self.bring_variables(&variables);
    }

    fn alternative(
        &mut self,
        patterns: &'a [PatternId],
        types: &[Ty],
        variables: &mut Variables,
        clause: &Clause,
    ) -> Vec<Ty> {
        if patterns.len() != types.len() {
            let span = self.patterns_span(patterns).unwrap_or(clause.span);
            self.report(ClausePatternCount {
                span,
                expected: types.len(),
                given: patterns.len(),
            });
        }
        let mut found = Vec::new();
        for (index, pattern) in patterns.iter().enumerate() {
            let ty = types.get(index).copied().unwrap_or(Ty::ERROR);
            found.push(self.pattern(*pattern, ty, variables));
        }
        found.truncate(types.len());
        found
    }

    /// Where the patterns of an alternative stand.
    pub(crate) fn patterns_span(&self, patterns: &[PatternId]) -> Option<Span> {
        let first = self.module.patterns[*patterns.first()?].span;
        let last = self.module.patterns[*patterns.last()?].span;
        Some(first.to(last))
    }

    /// What two alternatives both say of a variant.
    fn common_variant(&mut self, left: Ty, right: Ty) -> Ty {
        let same = match (self.shape(left), self.shape(right)) {
            (TyKind::Named { variant: a, .. }, TyKind::Named { variant: b, .. }) => a == b,
            _ => true,
        };
        if same {
            left
        } else {
            let left = self.unifier.shallow(&self.tables.types, left);
            self.unifier.strip(&mut self.tables.types, left)
        }
    }

    /// A variable that was matched has the variant that the pattern says.
    pub(crate) fn refine_subject(&mut self, subject: ExprId, refined: Ty) {
        let subject = match &self.module.exprs[subject].kind {
            ExprKind::Echo {
                value: Some(value), ..
            } => *value,
            _ => subject,
        };
        let TyKind::Named {
            variant: Some(_), ..
        } = self.shape(refined)
        else {
            return;
        };
        let ExprKind::Var(name) = &self.module.exprs[subject].kind else {
            return;
        };
        if let Resolution::Local(id) = self.tables.resolutions[subject] {
            let current = self.locals.get(name.name);
            if current.is_some_and(|bound| bound.id == id) {
                self.locals.bind(name.name, id, refined);
            }
        }
    }

    fn guard(&mut self, clause: &Clause) {
        let Some(guard) = clause.guard else {
            return;
        };
        let place = std::mem::replace(&mut self.frame.place, Place::Guard);
        let found = self.expr(guard);
        self.frame.place = place;
        let bool = self.builtin("Bool");
        let span = self.module.exprs[guard].span;
        self.expect(bool, found, span, Situation::Guard);
    }
}

//! From unification variables to type variables, and from both to plain types.

use std::collections::HashMap;

use source::{Id, Table};

use crate::check::Checker;
use crate::types::{Ty, TyKind};

impl Checker<'_> {
    /// The scheme of a finished definition: what is still open is generic, and nothing is known
    /// of variants.
    pub(crate) fn generalise(&mut self, ty: Ty) -> Ty {
        let mut done = HashMap::new();
        let ty = self.close(ty, &mut done);
        self.unifier.strip(&mut self.tables.types, ty)
    }

    /// `ty` without unification variables; each that is not bound becomes a generic.
    fn close(&mut self, ty: Ty, done: &mut HashMap<Ty, Ty>) -> Ty {
        if !self.unifier.has_variable(&self.tables.types, ty) {
            return ty;
        }
        if let Some(known) = done.get(&ty) {
            return *known;
        }
        let bound = self.unifier.shallow(&self.tables.types, ty);
        let closed = match self.tables.types.kind(bound).clone() {
            TyKind::Var(_) => {
                let (generic, _) = self.new_generic();
                self.unifier.settle(&self.tables.types, bound, generic);
                generic
            }
            kind => {
                let kind = source::grow(|| super::map_parts(kind, |part| self.close(part, done)));
                self.tables.types.intern(kind)
            }
        };
        done.insert(ty, closed);
        closed
    }

    /// Closes the types in all tables. No variable is bound after this.
    pub(crate) fn close_tables(&mut self) {
        let mut done = HashMap::new();
        let mut exprs = self.tables.expr_types.clone();
        self.close_table(&mut exprs, &mut done);
        self.tables.expr_types = exprs;
        let mut patterns = self.tables.pattern_types.clone();
        self.close_table(&mut patterns, &mut done);
        self.tables.pattern_types = patterns;
        let mut annotations = self.tables.annotation_types.clone();
        self.close_table(&mut annotations, &mut done);
        self.tables.annotation_types = annotations;
        for id in self.tables.locals.ids() {
            self.tables.locals[id].ty = self.close(self.tables.locals[id].ty, &mut done);
        }
        let mut matches = std::mem::take(&mut self.matches);
        for subject in matches.iter_mut().flat_map(|it| &mut it.subjects) {
            *subject = self.close(*subject, &mut done);
        }
        self.matches = matches;
        for index in 0..self.problems.len() {
            let Some(ty) = self.problems[index].open_type() else {
                continue;
            };
            let closed = self.close(ty, &mut done);
            self.problems[index].close_type(closed);
        }
    }

    fn close_table<T>(&mut self, table: &mut Table<T, Ty>, done: &mut HashMap<Ty, Ty>) {
        let open: Vec<(Id<T>, Ty)> = table.iter().map(|(id, ty)| (id, *ty)).collect();
        for (id, ty) in open {
            table[id] = self.close(ty, done);
        }
    }
}

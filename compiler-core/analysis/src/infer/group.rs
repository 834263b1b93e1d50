//! Groups of definitions, those that others need first.

use std::rc::Rc;

use syntax::ast::ItemKind;

use crate::check::Checker;
use crate::scope::{Sort, Value};
use crate::types::Ty;

impl Checker<'_> {
    /// Infers all functions and constants.
    pub(crate) fn infer_groups(&mut self) {
        for group in crate::order::groups(self.module, &self.live) {
            self.progress.group = group
                .iter()
                .filter_map(|index| self.progress.prepared.get(index))
                .map(|prepared| prepared.name)
                .collect();
            for index in &group {
                match &self.item(*index).kind {
                    ItemKind::Function(function) => self.infer_function(*index, function),
                    ItemKind::Const(constant) => {
                        let recursive = self.is_recursive(*index, &group);
                        self.infer_constant(*index, constant, recursive);
                    }
                    _ => {}
                }
            }
            self.progress.group.clear();
            self.settle_group(&group);
        }
    }

    fn settle_group(&mut self, group: &[usize]) {
        self.spread_support(group);
        self.spread_purity(group);
        for index in group {
            if let Some(prepared) = self.progress.prepared.get(index) {
                let ty = prepared.ty;
                let ty = self.generalise(ty);
                self.publish(*index, ty);
            }
        }
    }

    /// What others see of a definition from now on.
    fn publish(&mut self, index: usize, ty: Ty) {
        let Some(prepared) = self.progress.prepared.get_mut(&index) else {
            return;
        };
        prepared.ty = ty;
        let (name, implementations, purity) =
            (prepared.name, prepared.implementations, prepared.purity);
        let Some(value) = self.scope.values.get(&name).cloned() else {
            return;
        };
        let mut value = Value {
            ty,
            ..(*value).clone()
        };
        match &mut value.sort {
            Sort::Function {
                implementations: known,
                purity: known_purity,
                ..
            } => {
                *known = implementations;
                *known_purity = purity;
            }
            Sort::Constant {
                implementations: known,
                ..
            } => *known = implementations,
            Sort::Constructor(_) => return,
        }
        self.scope.values.insert(name, Rc::new(value));
    }
}

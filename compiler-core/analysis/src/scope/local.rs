//! Local variables, innermost last.

use std::collections::HashMap;

use source::Name;

use crate::checked::LocalId;
use crate::types::Ty;

/// The variables in scope. Leaving a scope undoes what was bound in it.
#[derive(Default)]
pub(crate) struct Locals {
    bound: HashMap<Name, Bound>,
    trail: Vec<(Name, Option<Bound>)>,
}

/// A variable in scope.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Bound {
    /// Which.
    pub(crate) id: LocalId,
    /// Its type here: matching may have told its variant.
    pub(crate) ty: Ty,
}

/// A point to go back to.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Mark(usize);

impl Locals {
    /// What `name` means, if it is a variable.
    pub(crate) fn get(&self, name: Name) -> Option<Bound> {
        self.bound.get(&name).copied()
    }

    /// Brings a variable into scope; it hides others of that name.
    pub(crate) fn bind(&mut self, name: Name, id: LocalId, ty: Ty) {
        let before = self.bound.insert(name, Bound { id, ty });
        self.trail.push((name, before));
    }

    /// The names in scope, in no order.
    pub(crate) fn names(&self) -> Vec<Name> {
        let mut names: Vec<Name> = self.bound.keys().copied().collect();
        names.sort_unstable();
        names
    }

    /// Opens a scope.
    pub(crate) fn mark(&self) -> Mark {
        Mark(self.trail.len())
    }

    /// Leaves the scopes opened since `mark`.
    pub(crate) fn leave(&mut self, mark: Mark) {
        while self.trail.len() > mark.0 {
            match self.trail.pop() {
                Some((name, Some(before))) => {
                    self.bound.insert(name, before);
                }
                Some((name, None)) => {
                    self.bound.remove(&name);
                }
                None => return,
            }
        }
    }
}

//! Lambdas.
//!
//! What a lambda captures becomes arguments of its code, of which the BEAM allows 255, and long before
//! that a chain of lambdas that each pass on what they got takes time quadratic in its length. A lambda
//! that captures much therefore gets it in a tuple, the *environment*. Lambdas inside of it share that
//! environment: they capture it as one variable, and only what was bound since besides; when that is
//! much again, there is another environment, which has the first as an element. So a chain of lambdas
//! that all capture everything around them takes code linear in its length.

use std::collections::HashMap;

use ir::node::{ExprId, LocalId};

use super::capture::Wide;
use super::module::{Lower, Step};
use super::node::{NodeId, NodeKind, Var};

/// A wide lambda gets an environment of its own if it captures more than this outside of the others.
const MOST_BESIDES: usize = 25;

/// The environments in scope.
#[derive(Default)]
pub(super) struct Environments {
    /// The variable of each, outermost first. The first element of each is the one before.
    vars: Vec<Var>,
    /// The environment that holds a variable, and at which position.
    places: HashMap<LocalId, (usize, u32)>,
}

impl Lower<'_> {
    /// `fn(params) { body }`
    pub(super) fn lambda(&mut self, id: ExprId, params: &[LocalId], body: ExprId) -> NodeId {
        let params: Vec<Var> = params.iter().map(|param| self.local(*param)).collect();
        let Some(wide) = self.wide.get(&id).cloned() else {
            let body = self.expr(body);
            return self.core.add(NodeKind::Fun { params, body });
        };
        let environment = self.environment(&wide);
        let mut steps = Vec::new();
        let renamed = self.open_environments(&wide, &mut steps);
        let body = self.expr(body);
        let body = self.after(&steps, body);
        for (local, outside) in renamed {
            match outside {
                Some(var) => self.renamed.insert(local, var),
                None => self.renamed.remove(&local),
            };
        }
        let fun = self.core.add(NodeKind::Fun { params, body });
        let Some((tuple, held)) = environment else {
            return fun;
        };
        for local in held {
            self.environments.places.remove(&local);
        }
        match self.environments.vars.pop() {
            Some(var) => self.core.bind(var, tuple, fun),
            None => fun,
        }
    }

    /// Makes an environment of what no other holds, if that is much. Gives its value, and what is in
    /// it.
    fn environment(&mut self, wide: &Wide) -> Option<(NodeId, Vec<LocalId>)> {
        let held = |local: &&LocalId| !self.environments.places.contains_key(*local);
        let besides: Vec<LocalId> = wide.captured.iter().filter(held).copied().collect();
        if besides.len() <= MOST_BESIDES {
            return None;
        }
        let before = match self.environments.vars.last() {
            Some(var) => self.core.var(*var),
            None => self.core.nil(),
        };
        let mut values = vec![before];
        for local in &besides {
            let value = self.local_value(*local);
            values.push(value);
        }
        // OTP's compiler would look through a plain tuple and capture its parts after all.
        let nil = self.core.nil();
        let list = self.core.list(&values, nil);
        let tuple = self
            .core
            .call(("erlang", "list_to_tuple"), vec![list], None);
        let index = self.environments.vars.len();
        for (local, position) in besides.iter().zip(2..) {
            self.environments.places.insert(*local, (index, position));
        }
        let var = self.fresh();
        self.environments.vars.push(var);
        Some((tuple, besides))
    }

    /// Takes out of the environments what the lambda itself mentions. Gives the names that this had
    /// outside.
    fn open_environments(
        &mut self,
        wide: &Wide,
        steps: &mut Vec<Step>,
    ) -> Vec<(LocalId, Option<Var>)> {
        let places = wide.direct.iter().filter_map(|local| {
            let place = self.environments.places.get(local)?;
            Some((*local, *place))
        });
        let mut places: Vec<(LocalId, (usize, u32))> = places.collect();
        // From the innermost out: the way to one leads through those inside of it.
        places.sort_by_key(|(_, (index, position))| (std::cmp::Reverse(*index), *position));
        let mut renamed = Vec::new();
        let Some(&(mut environment)) = self.environments.vars.last() else {
            return renamed;
        };
        let mut reached = self.environments.vars.len() - 1;
        for (local, (index, position)) in places {
            while reached > index {
                environment = self.take(environment, 1, steps);
                reached -= 1;
            }
            let var = self.take(environment, position, steps);
            renamed.push((local, self.renamed.insert(local, var)));
        }
        renamed
    }

    /// An element of an environment.
    fn take(&mut self, environment: Var, position: u32, steps: &mut Vec<Step>) -> Var {
        let (position, tuple) = (self.core.int(position), self.core.var(environment));
        let args = vec![position, tuple];
        let element = self.core.call(("erlang", "element"), args, None);
        let var = self.fresh();
        steps.push(Step::Bind(var, element));
        var
    }
}

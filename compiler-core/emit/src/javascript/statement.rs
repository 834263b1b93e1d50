//! Blocks, and expressions where statements may stand.

use ir::node::{ExprId, ExprKind, LocalId, Statement};
use source::Name;

use super::module::Emitter;
use super::node::{self, Stmt, diverge};

/// What happens to a value.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Dest {
    /// `return value;`
    Return,
    /// `name = value;`, then `break exit;` if there is a label to leave.
    Assign { name: Name, exit: Option<Name> },
    /// Evaluated for effect, then `break exit;` if there is a label to leave.
    Discard { exit: Option<Name> },
}

impl Dest {
    /// The same, leaving the block `label` afterwards unless it leaves some block already.
    pub(super) fn leaving(self, label: Option<Name>) -> Self {
        match self {
            Self::Return => Self::Return,
            Self::Assign { name, exit } => Self::Assign {
                name,
                exit: exit.or(label),
            },
            Self::Discard { exit } => Self::Discard {
                exit: exit.or(label),
            },
        }
    }

    /// Whether control goes on behind the statement.
    pub(super) const fn falls_through(self) -> bool {
        match self {
            Self::Return => false,
            Self::Assign { exit, .. } | Self::Discard { exit } => exit.is_none(),
        }
    }
}

impl Emitter<'_> {
    /// Evaluates `id` by statements that deliver its value to `dest`.
    pub(super) fn into(&mut self, id: ExprId, dest: Dest, out: &mut Vec<Stmt>) {
        source::grow(|| self.deliver_kind(id, dest, out));
    }

    fn deliver_kind(&mut self, mut id: ExprId, dest: Dest, out: &mut Vec<Stmt>) {
        let module = self.module;
        loop {
            match &module.exprs[id].kind {
                ExprKind::Block { statements, result } => {
                    if let Some(at) = self.suspension(dest, statements) {
                        return self.suspend(id, at, out);
                    }
                    if !self.statements(statements, out) {
                        return;
                    }
                    id = *result;
                }
                ExprKind::Case(case) => return self.case(case, dest, out),
                _ if dest == Dest::Return && self.leads_to_round(id) => {
                    match self.before_round(id, out) {
                        Some(next) if !diverge(out) => id = next,
                        _ => return,
                    }
                }
                _ => break,
            }
        }
        match &module.exprs[id].kind {
            ExprKind::Raise(raise) => self.raise(id, raise, out),
            _ => {
                let value = self.expr(id, out);
                self.deliver(value, dest, out);
            }
        }
    }

    /// Hands `value` to `dest`.
    pub(super) fn deliver(&mut self, value: node::ExprId, dest: Dest, out: &mut Vec<Stmt>) {
        if diverge(out) {
            return;
        }
        match dest {
            Dest::Return => self.return_value(value, out),
            Dest::Assign { name, exit } => {
                out.push(Stmt::Assign { name, value });
                out.extend(exit.map(Stmt::Break));
            }
            Dest::Discard { exit } => {
                if !self.tree.exprs[value].pure {
                    out.push(Stmt::Expr(value));
                }
                out.extend(exit.map(Stmt::Break));
            }
        }
    }

    /// Runs `statements`; says whether control reaches the end of them.
    pub(super) fn statements(&mut self, statements: &[Statement], out: &mut Vec<Stmt>) -> bool {
        for statement in statements {
            if diverge(out) {
                return false;
            }
            match statement {
                Statement::Expr(expr) => self.into(*expr, Dest::Discard { exit: None }, out),
                Statement::Let { local, value } => {
                    source::grow(|| self.bind_expr(*local, *value, out));
                }
                Statement::Match {
                    tree, otherwise, ..
                } => self.destructure(*tree, *otherwise, out),
            }
        }
        !diverge(out)
    }

    /// `let local = value;`
    pub(super) fn bind_expr(&mut self, local: LocalId, mut value: ExprId, out: &mut Vec<Stmt>) {
        let module = self.module;
        while let ExprKind::Block { statements, result } = &module.exprs[value].kind {
            if !self.statements(statements, out) {
                return;
            }
            value = *result;
        }
        if let ExprKind::Case(case) = &module.exprs[value].kind {
            let name = self.declare(local);
            out.push(Stmt::Let { name, value: None });
            source::grow(|| self.case(case, Dest::Assign { name, exit: None }, out));
            return;
        }
        let value = self.expr(value, out);
        self.bind(local, value, out);
    }

    /// Binds `local` to the value of `value`.
    pub(super) fn bind(&mut self, local: LocalId, value: node::ExprId, out: &mut Vec<Stmt>) {
        if self.hoisted.contains(&local) {
            if let Some(name) = self.variable(local) {
                out.push(Stmt::Assign { name, value });
            }
            return;
        }
        let name = self.declare(local);
        out.push(Stmt::Let {
            name,
            value: Some(value),
        });
    }

    /// Binds `local` to a part of a value; short paths that are only taken apart further need no
    /// variable.
    pub(super) fn bind_part(&mut self, local: LocalId, part: node::ExprId, out: &mut Vec<Stmt>) {
        const SHORT: u32 = 1;
        let expr = &self.tree.exprs[part];
        let is_short = expr.pure && expr.height <= SHORT;
        if is_short && !self.uses.as_value[local] && !self.hoisted.contains(&local) {
            self.locals[local] = Some(part);
        } else {
            self.bind(local, part, out);
        }
    }
}

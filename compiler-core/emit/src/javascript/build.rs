//! Constructors of nodes, which also work out what is known about them.

use std::fmt::Display;
use std::sync::Arc;

use source::Name;

use super::node::{BlockId, Expr, ExprId, ExprKind, Op, Stmt, Tree, diverge};

impl Tree {
    fn add(&mut self, kind: ExprKind, pure: bool, children: &[ExprId]) -> ExprId {
        let height = children.iter().map(|child| self.exprs[*child].height).max();
        self.exprs.alloc(Expr {
            kind,
            pure: pure && children.iter().all(|child| self.exprs[*child].pure),
            height: height.map_or(0, |height| height + 1),
            at: None,
        })
    }

    /// Says where in the source `expr` comes from, if that is not known yet.
    pub(super) fn locate(&mut self, expr: ExprId, at: u32) {
        self.exprs[expr].at.get_or_insert(at);
    }

    /// A variable or keyword.
    pub(super) fn name(&mut self, name: impl Into<Name>) -> ExprId {
        self.add(ExprKind::Name(name.into()), true, &[])
    }

    /// A number.
    pub(super) fn number(&mut self, digits: impl Display) -> ExprId {
        self.add(ExprKind::Number(digits.to_string()), true, &[])
    }

    /// A string.
    pub(super) fn string(&mut self, text: impl Into<Arc<str>>) -> ExprId {
        self.add(ExprKind::String(text.into()), true, &[])
    }

    /// `object.property`
    pub(super) fn member(&mut self, object: ExprId, property: impl Into<Name>) -> ExprId {
        let property = property.into();
        self.add(ExprKind::Member { object, property }, true, &[object])
    }

    /// `object[index]`
    pub(super) fn index(&mut self, object: ExprId, index: u32) -> ExprId {
        self.add(ExprKind::Index { object, index }, true, &[object])
    }

    /// A call that may do anything.
    pub(super) fn call(&mut self, callee: ExprId, args: Vec<ExprId>) -> ExprId {
        self.any_call(callee, args, false)
    }

    /// A call that has no effect.
    pub(super) fn pure_call(&mut self, callee: ExprId, args: Vec<ExprId>) -> ExprId {
        self.any_call(callee, args, true)
    }

    fn any_call(&mut self, callee: ExprId, args: Vec<ExprId>, pure: bool) -> ExprId {
        let mut children = args.clone();
        children.push(callee);
        self.add(ExprKind::Call { callee, args }, pure, &children)
    }

    /// A record.
    pub(super) fn new_object(&mut self, class: ExprId, args: Vec<ExprId>) -> ExprId {
        let children = args.clone();
        self.add(ExprKind::New { class, args }, true, &children)
    }

    /// `left op right`
    pub(super) fn binary(&mut self, op: Op, left: ExprId, right: ExprId) -> ExprId {
        self.add(ExprKind::Binary { op, left, right }, true, &[left, right])
    }

    /// All of `conditions`; nothing if there is none.
    pub(super) fn all(&mut self, conditions: Vec<ExprId>) -> Option<ExprId> {
        conditions
            .into_iter()
            .reduce(|all, condition| self.binary(Op::And, all, condition))
    }

    /// The opposite, in the shortest form.
    pub(super) fn not(&mut self, operand: ExprId) -> ExprId {
        match self.exprs[operand].kind {
            ExprKind::Not(inner) => inner,
            ExprKind::Binary {
                op: Op::Same,
                left,
                right,
            } => self.binary(Op::Different, left, right),
            ExprKind::Binary {
                op: Op::Different,
                left,
                right,
            } => self.binary(Op::Same, left, right),
            _ => self.add(ExprKind::Not(operand), true, &[operand]),
        }
    }

    /// `-operand`
    pub(super) fn negate(&mut self, operand: ExprId) -> ExprId {
        self.add(ExprKind::Negate(operand), true, &[operand])
    }

    /// See [`ExprKind::Assigned`].
    pub(super) fn assigned(&mut self, name: Name, value: ExprId) -> ExprId {
        self.add(ExprKind::Assigned { name, value }, false, &[value])
    }

    /// `[items]`
    pub(super) fn array(&mut self, items: Vec<ExprId>) -> ExprId {
        let children = items.clone();
        self.add(ExprKind::Array(items), true, &children)
    }

    /// `{ key: value }`
    pub(super) fn object(&mut self, entries: Vec<(impl Into<Name>, ExprId)>) -> ExprId {
        let entries = entries.into_iter().map(|(key, value)| (key.into(), value));
        let entries: Vec<(Name, ExprId)> = entries.collect();
        let children: Vec<_> = entries.iter().map(|(_, value)| *value).collect();
        self.add(ExprKind::Object(entries), true, &children)
    }

    /// `(params) => { body }`
    pub(super) fn arrow(&mut self, params: Vec<Name>, body: Vec<Stmt>) -> ExprId {
        let body = self.blocks.alloc(body);
        self.add(ExprKind::Arrow { params, body }, true, &[])
    }

    /// A block of statements.
    pub(super) fn block(&mut self, statements: Vec<Stmt>) -> BlockId {
        self.blocks.alloc(statements)
    }

    /// `if (condition) { then } else { otherwise }`; an empty alternative is left out.
    pub(super) fn if_else(
        &mut self,
        condition: ExprId,
        then: Vec<Stmt>,
        otherwise: Vec<Stmt>,
    ) -> Stmt {
        let diverges = diverge(&then) && diverge(&otherwise);
        let chain = otherwise.last().map_or(0, |last| last.chain() + 1);
        let (condition, then, otherwise) = if then.is_empty() && !otherwise.is_empty() {
            (self.not(condition), otherwise, then)
        } else {
            (condition, then, otherwise)
        };
        let otherwise = (!otherwise.is_empty()).then(|| self.block(otherwise));
        Stmt::If {
            condition,
            then: self.block(then),
            otherwise,
            diverges,
            chain,
        }
    }
}

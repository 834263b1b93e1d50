//! Blocks: statements one after the other.

use analysis::checked::{MatchSite, PatternResolution};
use analysis::patterns::{Node, Tree};
use source::Span;
use syntax::ast::{self, PatternId, PatternKind, Stmt};

use super::Lower;
use crate::node::{Decision, ExprId, ExprKind, LocalId, RaiseKind, Statement};

impl<'a> Lower<'a> {
    /// The value of `statements`, evaluated after `before`; without statements it is a `todo` at
    /// `span`.
    pub(super) fn statements(
        &mut self,
        mut before: Vec<Statement>,
        statements: &'a [Stmt],
        span: Span,
    ) -> ExprId {
        let mut result = None;
        for (index, statement) in statements.iter().enumerate() {
            if let Some(value) = result.take() {
                before.push(Statement::Expr(value));
            }
            let rest = &statements[index + 1..];
            result = match statement {
                Stmt::Expr(expr) => Some(self.expr(*expr)),
                Stmt::Let(binding) => self.binding(binding, rest.is_empty(), &mut before),
                Stmt::Use(use_) => Some(self.use_(use_, rest)),
                Stmt::Assert {
                    span,
                    value,
                    message,
                } => Some(self.assert(*span, *value, *message)),
                Stmt::Error(span) => Some(self.broken(*span)),
            };
            if matches!(statement, Stmt::Use(_)) {
                break;
            }
        }
        let result = result.unwrap_or_else(|| self.raise(span, RaiseKind::Todo, None));
        if before.is_empty() {
            return result;
        }
        let kind = ExprKind::Block {
            statements: before,
            result,
        };
        self.alloc(span, kind)
    }

    /// A `let`; gives its value if it is wanted or if only its effect is.
    fn binding(
        &mut self,
        binding: &'a ast::Let,
        wanted: bool,
        before: &mut Vec<Statement>,
    ) -> Option<ExprId> {
        let span = self.module.exprs[binding.value].span;
        let value = self.expr(binding.value);
        let kind = &self.module.patterns[binding.pattern].kind;
        if let PatternKind::Discard(_) = kind {
            return Some(value);
        }
        let simple = match (kind, &self.tables.patterns[binding.pattern]) {
            (PatternKind::Var(_), PatternResolution::Local(local)) => Some(*local),
            _ => None,
        };
        let local = match simple {
            Some(local) => self.variable(local),
            None => self.temporary("_value", self.tables.expr_types[binding.value]),
        };
        before.push(Statement::Let { local, value });
        if simple.is_none() {
            let start = binding.span.start;
            let span = Span::new(start, span.end);
            let assert = binding.assert.map(|assert| (span, assert.message));
            self.take_apart(binding.pattern, local, assert, before);
        }
        wanted.then(|| self.local(span, local))
    }

    /// Takes the value of `subject` apart. If the pattern asserts, failure is raised at the span of
    /// the statement with the message that it has.
    pub(super) fn take_apart(
        &mut self,
        pattern: PatternId,
        subject: LocalId,
        assert: Option<(Span, Option<ast::ExprId>)>,
        before: &mut Vec<Statement>,
    ) {
        let Some(tree) = self.tables.trees.get(&MatchSite::Binding(pattern)) else {
            return;
        };
        let otherwise = assert
            .filter(|_| can_fail(tree))
            .map(|(span, message)| self.let_assert(span, pattern, subject, message));
        let decision = self.binding_tree(tree, subject);
        let nothing_to_do = matches!(self.decisions[decision], Decision::Arm { .. });
        if !nothing_to_do || otherwise.is_some() {
            before.push(Statement::Match {
                subject,
                tree: decision,
                otherwise,
            });
        }
    }

    fn let_assert(
        &mut self,
        span: Span,
        pattern: PatternId,
        value: LocalId,
        message: Option<ast::ExprId>,
    ) -> ExprId {
        self.used.insert(value);
        let pattern = self.module.patterns[pattern].span;
        let kind = RaiseKind::LetAssert {
            value,
            span,
            pattern,
        };
        self.raise(span, kind, message)
    }
}

fn can_fail(tree: &Tree) -> bool {
    tree.nodes.iter().any(|(_, node)| *node == Node::Fail)
}

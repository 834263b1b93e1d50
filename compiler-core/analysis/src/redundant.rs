//! Code that says less than it seems to.

use syntax::ast::{Arg, BinaryOp, Case, ExprId, ExprKind, PatternId, PatternKind};

use crate::literal;

use crate::check::Checker;
use crate::checked::Resolution;
use crate::problem::{
    DoubleNegation, LengthForEmptiness, LiteralAssert, LiteralCollection, LiteralSubject,
    RedundantComparison,
};

impl Checker<'_> {
    /// `--x` and `!!x`; a longer chain is told once.
    pub(crate) fn warn_double(&mut self, id: ExprId, value: ExprId) {
        let exprs = &self.module.exprs;
        let of_int = match (&exprs[id].kind, &exprs[value].kind) {
            (ExprKind::Negate(_), ExprKind::Negate(_)) => true,
            (ExprKind::Negate(_), ExprKind::Int(text)) if text.starts_with('-') => true,
            (ExprKind::Not(_), ExprKind::Not(_)) => false,
            _ => return,
        };
        if self.progress.negated_twice != Some(id) {
            let span = exprs[id].span;
            self.report(DoubleNegation { span, of_int });
        }
        self.progress.negated_twice = Some(value);
    }

    /// `assert True`
    pub(crate) fn warn_literal_assert(&mut self, value: ExprId) {
        if let Some(holds) = self.literal_bool(value) {
            let span = self.module.exprs[value].span;
            self.report(LiteralAssert { span, holds });
        }
    }

    /// The value of an expression of `True`, `False` and operators of Bools only.
    fn literal_bool(&self, id: ExprId) -> Option<bool> {
        source::grow(|| match &self.module.exprs[id].kind {
            ExprKind::Constructor(_) => match &self.tables.resolutions[id] {
                Resolution::Constructor(it) if it.package.is_empty() => match it.name.as_str() {
                    "True" => Some(true),
                    "False" => Some(false),
                    _ => None,
                },
                _ => None,
            },
            ExprKind::Not(value) => self.literal_bool(*value).map(|value| !value),
            ExprKind::Binary {
                op, left, right, ..
            } => {
                let (left, right) = (self.literal_bool(*left)?, self.literal_bool(*right)?);
                match op {
                    BinaryOp::And => Some(left && right),
                    BinaryOp::Or => Some(left || right),
                    _ => None,
                }
            }
            _ => None,
        })
    }

    /// `case #(a, b) { … }` and `case 1 { … }`
    pub(crate) fn warn_literal_subjects(&mut self, case: &Case) {
        for subject in &case.subjects {
            let expr = &self.module.exprs[*subject];
            let span = expr.span;
            match &expr.kind {
                ExprKind::Tuple(_) => self.report(LiteralCollection { span }),
                ExprKind::List { items, tail: None } if !items.is_empty() => {
                    self.report(LiteralCollection { span });
                }
                ExprKind::Call { callee, .. } if self.is_constructor(*callee) => {
                    self.report(LiteralCollection { span });
                }
                _ if self.is_condition(case) => {}
                ExprKind::Int(_)
                | ExprKind::Float(_)
                | ExprKind::String(_)
                | ExprKind::List { tail: None, .. } => self.report(LiteralSubject { span }),
                ExprKind::Constructor(_) if self.is_constructor(*subject) => {
                    self.report(LiteralSubject { span });
                }
                _ => {}
            }
        }
    }

    fn is_constructor(&self, id: ExprId) -> bool {
        matches!(self.tables.resolutions[id], Resolution::Constructor(_))
    }

    /// Whether a `case` only chooses by its guards, as others do with `if`.
    fn is_condition(&self, case: &Case) -> bool {
        let discards = |patterns: &Vec<PatternId>| {
            patterns
                .iter()
                .all(|it| matches!(self.module.patterns[*it].kind, PatternKind::Discard(_)))
        };
        let guards = case.clauses.iter().filter(|clause| clause.guard.is_some());
        guards.count() > 0
            && case
                .clauses
                .iter()
                .all(|clause| clause.alternatives.iter().all(discards))
    }

    /// `list.length(x) == 0`
    pub(crate) fn warn_length(&mut self, id: ExprId, op: BinaryOp, left: ExprId, right: ExprId) {
        let (length, number, op) = match (self.is_length(left), self.is_length(right)) {
            (true, false) => (left, right, op),
            (false, true) => (right, left, flipped(op)),
            _ => return,
        };
        let ExprKind::Int(text) = &self.module.exprs[number].kind else {
            return;
        };
        let number = literal::small_int(text);
        let empty = match (op, number) {
            (BinaryOp::Equal | BinaryOp::LessEqualInt, Some(0)) | (BinaryOp::LessInt, Some(1)) => {
                true
            }
            (BinaryOp::NotEqual | BinaryOp::GreaterInt, Some(0))
            | (BinaryOp::GreaterEqualInt, Some(1)) => false,
            _ => return,
        };
        if let ExprKind::Call { args, .. } = &self.module.exprs[length].kind
            && let [arg] = args.as_slice()
        {
            self.report(LengthForEmptiness {
                span: self.module.exprs[id].span,
                list: self.module.exprs[arg.value].span,
                empty,
            });
        }
    }

    fn is_length(&self, id: ExprId) -> bool {
        let ExprKind::Call { callee, .. } = &self.module.exprs[id].kind else {
            return false;
        };
        matches!(&self.tables.resolutions[*callee],
            Resolution::Function { package, module, name, .. }
                if *package == "gleam_stdlib" && *module == "gleam/list" && *name == "length")
    }

    /// `x == x` and `1 == 2`
    pub(crate) fn warn_comparison(
        &mut self,
        id: ExprId,
        op: BinaryOp,
        left: ExprId,
        right: ExprId,
    ) {
        let holds = match op {
            BinaryOp::Equal => self.compare(left, right),
            BinaryOp::NotEqual => self.compare(left, right).map(|equal| !equal),
            _ => self.compare_numbers(op, left, right),
        };
        if let Some(holds) = holds {
            let span = self.module.exprs[id].span;
            self.report(RedundantComparison { span, holds });
        }
    }

    /// Whether two expressions are known to be equal, or known to differ.
    fn compare(&self, left: ExprId, right: ExprId) -> Option<bool> {
        source::grow(|| self.compare_kinds(left, right))
    }

    fn compare_kinds(&self, left: ExprId, right: ExprId) -> Option<bool> {
        let exprs = &self.module.exprs;
        match (&exprs[left].kind, &exprs[right].kind) {
            (ExprKind::Int(a), ExprKind::Int(b)) => Some(literal::int(a) == literal::int(b)),
            (ExprKind::Float(a), ExprKind::Float(b)) => {
                let (a, b) = (literal::float_value(a)?, literal::float_value(b)?);
                Some(a.partial_cmp(&b)?.is_eq())
            }
            (ExprKind::String(a), ExprKind::String(b)) => Some(a == b),
            (ExprKind::Tuple(a), ExprKind::Tuple(b)) => self.compare_all(a, b),
            (ExprKind::List { items: a, tail: x }, ExprKind::List { items: b, tail: y }) => {
                self.compare_lists((a, *x), (b, *y))
            }
            (ExprKind::Negate(a), ExprKind::Negate(b)) | (ExprKind::Not(a), ExprKind::Not(b)) => {
                self.compare(*a, *b)
            }
            (ExprKind::Call { callee: f, args: a }, ExprKind::Call { callee: g, args: b }) => {
                let same = self.compare_constructors(*f, *g)?;
                if same {
                    self.compare_all(&self.ordered(left, a)?, &self.ordered(right, b)?)
                } else {
                    Some(false)
                }
            }
            (
                ExprKind::Field {
                    container: a,
                    label: x,
                },
                ExprKind::Field {
                    container: b,
                    label: y,
                },
            ) if self.is_record_field(left) => {
                let same = self.compare(*a, *b)? && x.name == y.name;
                same.then_some(true)
            }
            _ => self.compare_names(left, right),
        }
    }

    /// The arguments of a constructor in the order of its fields.
    fn ordered(&self, call: ExprId, args: &[Arg]) -> Option<Vec<ExprId>> {
        let order = &self.tables.calls.get(&call)?.order;
        let values = order.iter().map(|index| args.get(*index as usize));
        values.map(|arg| Some(arg?.value)).collect()
    }

    /// Lists with tails are known to be equal only piece by piece.
    fn compare_lists(
        &self,
        (left, left_tail): (&[ExprId], Option<ExprId>),
        (right, right_tail): (&[ExprId], Option<ExprId>),
    ) -> Option<bool> {
        let tails = match (left_tail, right_tail) {
            (None, None) => return self.compare_all(left, right),
            (Some(left), Some(right)) => self.compare(left, right)?,
            _ => return None,
        };
        let same = left.len() == right.len() && tails && self.compare_all(left, right)?;
        same.then_some(true)
    }

    fn compare_all(&self, left: &[ExprId], right: &[ExprId]) -> Option<bool> {
        if left.len() != right.len() {
            return Some(false);
        }
        let mut all = Some(true);
        for (left, right) in left.iter().zip(right) {
            match self.compare(*left, *right) {
                Some(true) => {}
                Some(false) => return Some(false),
                None => all = None,
            }
        }
        all
    }

    fn compare_constructors(&self, left: ExprId, right: ExprId) -> Option<bool> {
        match (
            &self.tables.resolutions[left],
            &self.tables.resolutions[right],
        ) {
            (Resolution::Constructor(a), Resolution::Constructor(b)) => Some(a == b),
            _ => None,
        }
    }

    fn is_record_field(&self, id: ExprId) -> bool {
        matches!(self.tables.resolutions[id], Resolution::RecordField { .. })
    }

    fn compare_names(&self, left: ExprId, right: ExprId) -> Option<bool> {
        match (
            &self.tables.resolutions[left],
            &self.tables.resolutions[right],
        ) {
            (Resolution::Constructor(a), Resolution::Constructor(b)) => {
                let values = a.fields.is_empty() && b.fields.is_empty();
                values.then_some(a == b)
            }
            (Resolution::Local(a), Resolution::Local(b)) => (a == b).then_some(true),
            (a @ Resolution::Constant { .. }, b) => (a == b).then_some(true),
            _ => None,
        }
    }

    fn compare_numbers(&self, op: BinaryOp, left: ExprId, right: ExprId) -> Option<bool> {
        let exprs = &self.module.exprs;
        let order = match (&exprs[left].kind, &exprs[right].kind) {
            (ExprKind::Int(a), ExprKind::Int(b)) => literal::int(a).cmp(&literal::int(b)),
            (ExprKind::Float(a), ExprKind::Float(b)) => {
                literal::float_value(a)?.total_cmp(&literal::float_value(b)?)
            }
            _ => return None,
        };
        match op {
            BinaryOp::LessInt | BinaryOp::LessFloat => Some(order.is_lt()),
            BinaryOp::LessEqualInt | BinaryOp::LessEqualFloat => Some(order.is_le()),
            BinaryOp::GreaterInt | BinaryOp::GreaterFloat => Some(order.is_gt()),
            BinaryOp::GreaterEqualInt | BinaryOp::GreaterEqualFloat => Some(order.is_ge()),
            _ => None,
        }
    }
}

/// The operator with its sides exchanged.
fn flipped(op: BinaryOp) -> BinaryOp {
    match op {
        BinaryOp::LessInt => BinaryOp::GreaterInt,
        BinaryOp::LessEqualInt => BinaryOp::GreaterEqualInt,
        BinaryOp::GreaterInt => BinaryOp::LessInt,
        BinaryOp::GreaterEqualInt => BinaryOp::LessEqualInt,
        other => other,
    }
}

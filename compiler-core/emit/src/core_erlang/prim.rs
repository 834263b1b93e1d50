//! Primitive operations and the lazy boolean operators.

use ir::node::{ExprId, ExprKind, Prim};

use super::module::{Lower, Step};
use super::node::{Clause, Encoding, Literal, NodeId, NodeKind, Segment, Size};

impl Lower<'_> {
    pub(super) fn prim(
        &mut self,
        id: ExprId,
        op: Prim,
        args: &[ExprId],
        steps: &mut Vec<Step>,
    ) -> NodeId {
        match op {
            Prim::AddInt | Prim::AddFloat => self.operator("+", args, steps),
            Prim::SubInt | Prim::SubFloat | Prim::NegateInt => self.operator("-", args, steps),
            Prim::MulInt | Prim::MulFloat => self.operator("*", args, steps),
            Prim::DivInt => self.divide_int("div", args, steps),
            Prim::RemInt => self.divide_int("rem", args, steps),
            Prim::DivFloat => self.divide_float(args, steps),
            Prim::Less => self.operator("<", args, steps),
            Prim::LessEqual => self.operator("=<", args, steps),
            Prim::Greater => self.operator(">", args, steps),
            Prim::GreaterEqual => self.operator(">=", args, steps),
            Prim::Equal(_) => self.operator("=:=", args, steps),
            Prim::NotEqual(_) => self.operator("=/=", args, steps),
            Prim::Not => self.operator("not", args, steps),
            Prim::Concat => self.concat(id, args, steps),
        }
    }

    fn operator(&mut self, name: &str, args: &[ExprId], steps: &mut Vec<Step>) -> NodeId {
        let args = self.operands(args, steps);
        // Comparisons take anything; the others fail if foreign code broke its promises.
        let compares = name.starts_with(['<', '>', '=']);
        let line = (!compares).then_some(self.core.place);
        self.core.call(("erlang", name), args, line)
    }

    /// `div` and `rem`, but 0 where the divisor is 0.
    fn divide_int(&mut self, name: &str, args: &[ExprId], steps: &mut Vec<Step>) -> NodeId {
        let dividend = self.operand(args[0], steps);
        let divisor = self.operand(args[1], steps);
        if let NodeKind::Literal(Literal::Int(digits)) = self.core.node(divisor).kind {
            return if digits.trim_matches(['-', '0']).is_empty() {
                self.core.int(0)
            } else {
                let line = Some(self.core.place);
                self.core
                    .call(("erlang", name), vec![dividend, divisor], line)
            };
        }
        let zero = self.core.int(0);
        let zero_clause = Clause {
            pattern: zero,
            body: zero,
            generated: true,
        };
        let divide = self.divide_clause(name, dividend);
        self.core.add(NodeKind::Case {
            subject: divisor,
            clauses: vec![zero_clause, divide],
        })
    }

    /// Float division, but a zero where the divisor is that zero.
    fn divide_float(&mut self, args: &[ExprId], steps: &mut Vec<Step>) -> NodeId {
        let dividend = self.operand(args[0], steps);
        let divisor = self.operand(args[1], steps);
        if let NodeKind::Literal(Literal::Float(value)) = self.core.node(divisor).kind {
            return if value == 0.0 {
                self.literal(Literal::Float(0.0))
            } else {
                let line = Some(self.core.place);
                self.core
                    .call(("erlang", "/"), vec![dividend, divisor], line)
            };
        }
        let mut clauses = Vec::new();
        for zero in [0.0, -0.0] {
            let zero = self.literal(Literal::Float(zero));
            clauses.push(Clause {
                pattern: zero,
                body: zero,
                generated: true,
            });
        }
        clauses.push(self.divide_clause("/", dividend));
        self.core.add(NodeKind::Case {
            subject: divisor,
            clauses,
        })
    }

    fn divide_clause(&mut self, name: &str, dividend: NodeId) -> Clause {
        let divisor = self.fresh();
        let pattern = self.core.var(divisor);
        let value = self.core.var(divisor);
        let line = Some(self.core.place);
        let body = self
            .core
            .call(("erlang", name), vec![dividend, value], line);
        Clause {
            pattern,
            body,
            generated: false,
        }
    }

    pub(super) fn and(&mut self, left: ExprId, right: ExprId, steps: &mut Vec<Step>) -> NodeId {
        let left = self.operand(left, steps);
        let right = self.expr(right);
        let otherwise = self.core.atom("false");
        self.branch(left, right, otherwise)
    }

    pub(super) fn or(&mut self, left: ExprId, right: ExprId, steps: &mut Vec<Step>) -> NodeId {
        let left = self.operand(left, steps);
        let right = self.expr(right);
        let then = self.core.atom("true");
        self.branch(left, then, right)
    }

    /// `case condition of true -> then; false -> otherwise end`
    pub(super) fn branch(&mut self, condition: NodeId, then: NodeId, otherwise: NodeId) -> NodeId {
        let mut clauses = Vec::new();
        for (value, body) in [("true", then), ("false", otherwise)] {
            let pattern = self.core.atom(value);
            clauses.push(Clause {
                pattern,
                body,
                generated: false,
            });
        }
        if let NodeKind::Var(var) = self.core.node(condition).kind {
            clauses.push(self.no_clause(var));
        }
        self.core.add(NodeKind::Case {
            subject: condition,
            clauses,
        })
    }

    /// `a <> b <> c` is one binary; its parts are found in a loop, since chains may be long.
    fn concat(&mut self, id: ExprId, args: &[ExprId], steps: &mut Vec<Step>) -> NodeId {
        let ir = self.ir;
        let mut todo: Vec<ExprId> = args.iter().rev().copied().collect();
        let mut segments = Vec::new();
        while let Some(part) = todo.pop() {
            if let ExprKind::Prim {
                op: Prim::Concat,
                args,
            } = &ir.exprs[part].kind
            {
                todo.extend(args.iter().rev());
            } else {
                let value = self.atomic(part, steps);
                segments.push(whole_string(value));
            }
        }
        let line = Some(self.line_of(id));
        self.core.add_at(NodeKind::Binary(segments), line)
    }
}

/// A segment that is all of a string.
pub(super) fn whole_string(value: NodeId) -> Segment {
    Segment {
        value,
        size: Size::All,
        unit: 8,
        encoding: Encoding::Binary,
        signed: false,
        endianness: "big",
    }
}

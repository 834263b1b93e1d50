//! Expressions.

use std::sync::Arc;

use ir::node::{Case, ConstructorRef, ExprId, ExprKind, FunctionRef, LocalId, Raise, Statement};
use source::Name;

use super::module::Emitter;
use super::name::escape;
use super::node::{self, Stmt, diverge};
use super::operand::Operands;
use super::statement::Dest;

impl<'m> Emitter<'m> {
    /// Evaluates `id`; statements that have to run before go to `out`.
    pub(super) fn expr(&mut self, id: ExprId, out: &mut Vec<Stmt>) -> node::ExprId {
        source::grow(|| {
            let value = self.kind(id, out);
            self.cap_height(value, out)
        })
    }

    fn kind(&mut self, id: ExprId, out: &mut Vec<Stmt>) -> node::ExprId {
        let module = self.module;
        let expr = &module.exprs[id];
        match &expr.kind {
            ExprKind::Int(digits) => self.tree.number(digits),
            ExprKind::Float(value) => self.float(*value),
            ExprKind::String(text) => self.tree.string(Arc::clone(text)),
            ExprKind::Local(local) => self.local_at(*local, id),
            ExprKind::FunctionValue(function) => self.function_ref(function),
            ExprKind::Constant {
                package,
                module,
                name,
            } => self.global(*package, *module, escape(*name)),
            ExprKind::ConstructorValue(constructor) => self.constructor_value(constructor),
            ExprKind::CallFunction { function, args } => self.call(id, function, args, out),
            ExprKind::CallValue { callee, args } => self.call_value(id, *callee, args, out),
            ExprKind::Construct { constructor, args } => self.record(constructor, args, out),
            ExprKind::Tuple(items) => self.tuple(items, out),
            ExprKind::List { items, tail } => self.list(items, *tail, out),
            ExprKind::BitArray(segments) => self.bit_array(segments, out),
            ExprKind::RecordField {
                record,
                index,
                label,
            } => self.record_field(*record, *index, *label, out),
            ExprKind::TupleIndex { tuple, index } => self.tuple_index(*tuple, *index, out),
            ExprKind::Lambda { params, body } => self.lambda(params, *body, expr.span.start),
            ExprKind::Block { statements, result } => self.block(statements, *result, out),
            ExprKind::Prim { op, args } => self.prim(*op, args, out),
            ExprKind::And(left, right) => self.and_or(node::Op::And, *left, *right, out),
            ExprKind::Or(left, right) => self.and_or(node::Op::Or, *left, *right, out),
            ExprKind::Case(case) => self.case_value(case, out),
            ExprKind::Raise(raise) => self.raise_value(id, raise, out),
            ExprKind::Echo { value, message } => self.echo(id, *value, *message, out),
        }
    }

    fn record(
        &mut self,
        constructor: &ConstructorRef,
        args: &[ExprId],
        out: &mut Vec<Stmt>,
    ) -> node::ExprId {
        let args = self.operands(args, out);
        self.construct(constructor, args)
    }

    fn tuple(&mut self, items: &[ExprId], out: &mut Vec<Stmt>) -> node::ExprId {
        let items = self.operands(items, out);
        self.tree.array(items)
    }

    fn record_field(
        &mut self,
        record: ExprId,
        index: u32,
        label: Option<Name>,
        out: &mut Vec<Stmt>,
    ) -> node::ExprId {
        let record = self.expr(record, out);
        self.field(record, index, label)
    }

    fn tuple_index(&mut self, tuple: ExprId, index: u32, out: &mut Vec<Stmt>) -> node::ExprId {
        let tuple = self.expr(tuple, out);
        self.tree.index(tuple, index)
    }

    /// The value of a `case` amid an expression, by way of a variable.
    fn case_value(&mut self, case: &'m Case, out: &mut Vec<Stmt>) -> node::ExprId {
        let name = self.fresh("_block");
        out.push(Stmt::Let { name, value: None });
        self.case(case, Dest::Assign { name, exit: None }, out);
        self.tree.name(name)
    }

    /// A failure amid an expression: what is evaluated after it never is.
    fn raise_value(&mut self, id: ExprId, raise: &Raise, out: &mut Vec<Stmt>) -> node::ExprId {
        self.raise(id, raise, out);
        self.tree.name("undefined")
    }

    /// A float, so that it reads as one.
    pub(super) fn float(&mut self, value: f64) -> node::ExprId {
        self.tree.number(format!("{value:?}"))
    }

    fn local_at(&mut self, local: LocalId, id: ExprId) -> node::ExprId {
        let value = self.local(local);
        let node::ExprKind::Name(name) = self.tree.exprs[value].kind else {
            return value;
        };
        let value = self.tree.name(name);
        self.tree.locate(value, self.module.exprs[id].span.start);
        value
    }

    /// A function or constant by its identifier.
    pub(super) fn global(&mut self, package: Name, module: Name, name: Name) -> node::ExprId {
        if module == self.module.name {
            return self.tree.name(name);
        }
        let alias = self.imports.module(package, module);
        let alias = self.tree.name(alias);
        self.tree.member(alias, name)
    }

    fn function_ref(&mut self, function: &FunctionRef) -> node::ExprId {
        match function {
            FunctionRef::Module {
                package,
                module,
                name,
                ..
            } => self.global(*package, *module, escape(*name)),
            FunctionRef::External { name, .. } => self.tree.name(escape(*name)),
        }
    }

    fn call(
        &mut self,
        id: ExprId,
        function: &FunctionRef,
        args: &[ExprId],
        out: &mut Vec<Stmt>,
    ) -> node::ExprId {
        let args = self.operands(args, out);
        let callee = self.function_ref(function);
        let call = self.tree.call(callee, args);
        self.tree.locate(call, self.module.exprs[id].span.start);
        call
    }

    fn call_value(
        &mut self,
        id: ExprId,
        callee: ExprId,
        args: &[ExprId],
        out: &mut Vec<Stmt>,
    ) -> node::ExprId {
        let operands: Vec<_> = std::iter::once(callee)
            .chain(args.iter().copied())
            .collect();
        let mut operands = self.operands(&operands, out);
        let args = operands.split_off(1);
        let call = self.tree.call(operands[0], args);
        self.tree.locate(call, self.module.exprs[id].span.start);
        call
    }

    fn constructor_value(&mut self, constructor: &ConstructorRef) -> node::ExprId {
        let params: Vec<_> = (0..constructor.fields.len())
            .map(|index| Name::new(&format!("var{index}")))
            .collect();
        let args = params.iter().map(|param| self.tree.name(*param)).collect();
        let record = self.construct(constructor, args);
        self.tree.arrow(params, vec![Stmt::Return(record)])
    }

    fn list(
        &mut self,
        items: &[ExprId],
        tail: Option<ExprId>,
        out: &mut Vec<Stmt>,
    ) -> node::ExprId {
        /// Longer lists before a tail are built from an array.
        const FEW: usize = 3;
        let operands: Vec<_> = items.iter().copied().chain(tail).collect();
        let mut values = self.operands(&operands, out);
        let tail = if tail.is_some() { values.pop() } else { None };
        match tail {
            None if values.is_empty() => self.prelude("List$Empty$const"),
            None => {
                let items = self.tree.array(values);
                self.prelude_call("toList", vec![items])
            }
            Some(tail) if values.len() <= FEW => {
                let items = values.into_iter().rev();
                items.fold(tail, |tail, item| {
                    self.prelude_call("prepend", vec![item, tail])
                })
            }
            Some(tail) => {
                let items = self.tree.array(values);
                self.prelude_call("toList", vec![items, tail])
            }
        }
    }

    fn block(
        &mut self,
        statements: &[Statement],
        result: ExprId,
        out: &mut Vec<Stmt>,
    ) -> node::ExprId {
        if self.statements(statements, out) {
            self.expr(result, out)
        } else {
            self.tree.name("undefined")
        }
    }

    /// `left && right`, or an `if` where `right` needs statements.
    fn and_or(
        &mut self,
        op: node::Op,
        left: ExprId,
        right: ExprId,
        out: &mut Vec<Stmt>,
    ) -> node::ExprId {
        let left = self.expr(left, out);
        let mark = self.names.mark();
        // Taken first, so that the statements cannot declare it once more.
        let name = self.fresh("$");
        let mut statements = Vec::new();
        let right = self.expr(right, &mut statements);
        if statements.is_empty() {
            self.names.restore(mark);
            return self.tree.binary(op, left, right);
        }
        out.push(Stmt::Let {
            name,
            value: Some(left),
        });
        if !diverge(&statements) {
            statements.push(Stmt::Assign { name, value: right });
        }
        let variable = self.tree.name(name);
        let condition = match op {
            node::Op::And => variable,
            _ => self.tree.not(variable),
        };
        let test = self.tree.if_else(condition, statements, Vec::new());
        out.push(test);
        variable
    }

    /// Evaluates operands one at a time.
    pub(super) fn operand(&mut self, list: &mut Operands, id: ExprId, out: &mut Vec<Stmt>) {
        list.push(self, out, |emitter, out| emitter.expr(id, out));
    }
}

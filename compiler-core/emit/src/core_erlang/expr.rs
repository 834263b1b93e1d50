//! Expressions.
//!
//! Arguments are made simple first (variables and data), in a row of `let`s, so that the order of
//! evaluation is explicit: Core Erlang does not define that of arguments.

use ir::node::{ConstructorRef, ExprId, ExprKind, FunctionRef, LocalId, Statement};
use source::Name;

use super::module::{Lower, Step};
use super::name;
use super::node::{Clause, FunName, Literal, NodeId, NodeKind, Var};

impl Lower<'_> {
    /// An expression with everything that it needs.
    pub(super) fn expr(&mut self, id: ExprId) -> NodeId {
        let mut steps = Vec::new();
        let node = self.value(id, &mut steps);
        self.after(&steps, node)
    }

    /// An expression that may follow `steps`; what it needs is added to them.
    pub(super) fn value(&mut self, id: ExprId, steps: &mut Vec<Step>) -> NodeId {
        let line = self.line_of(id);
        let outside = std::mem::replace(&mut self.core.place, line);
        let node = source::grow(|| self.value_of_kind(id, steps));
        self.core.place = outside;
        node
    }

    fn value_of_kind(&mut self, id: ExprId, steps: &mut Vec<Step>) -> NodeId {
        let ir = self.ir;
        match &ir.exprs[id].kind {
            ExprKind::Int(digits) => self.literal(Literal::Int(*digits)),
            ExprKind::Float(value) => self.literal(Literal::Float(*value)),
            ExprKind::String(text) => self.core.string(text),
            ExprKind::Local(local) => self.local_value(*local),
            ExprKind::FunctionValue(function) => self.function_value(function),
            ExprKind::Constant { .. } => unreachable!("constants are inlined for the BEAM"),
            ExprKind::ConstructorValue(constructor) => self.constructor_value(constructor),
            ExprKind::CallFunction { function, args } => self.call(id, function, args, steps),
            ExprKind::CallValue { callee, args } => self.call_value(id, *callee, args, steps),
            ExprKind::Construct { constructor, args } => self.construct(constructor, args, steps),
            ExprKind::Tuple(items) => self.tuple(items, steps),
            ExprKind::List { items, tail } => self.list(items, *tail, steps),
            ExprKind::BitArray(segments) => self.build_bit_array(id, segments, steps),
            ExprKind::RecordField { record, index, .. } => {
                self.element(id, *record, *index + 2, steps)
            }
            ExprKind::TupleIndex { tuple, index } => self.element(id, *tuple, *index + 1, steps),
            ExprKind::Lambda { params, body } => self.lambda(id, params, *body),
            ExprKind::Block { statements, result } => self.block(statements, *result, steps),
            ExprKind::Prim { op, args } => self.prim(id, *op, args, steps),
            ExprKind::And(left, right) => self.and(*left, *right, steps),
            ExprKind::Or(left, right) => self.or(*left, *right, steps),
            ExprKind::Case(case) => self.case(case, steps),
            ExprKind::Raise(raise) => self.raise(id, raise, steps),
            ExprKind::Echo { value, message } => self.echo(id, *value, *message, steps),
        }
    }

    /// An expression as a variable, or data made of variables and literals.
    pub(super) fn operand(&mut self, id: ExprId, steps: &mut Vec<Step>) -> NodeId {
        let node = self.value(id, steps);
        self.simple(node, steps)
    }

    /// `node` if it is simple, otherwise a variable that is bound to it.
    pub(super) fn simple(&mut self, node: NodeId, steps: &mut Vec<Step>) -> NodeId {
        let simple = match self.core.node(node).kind {
            NodeKind::Literal(_)
            | NodeKind::Var(_)
            | NodeKind::Cons(..)
            | NodeKind::Tuple(_)
            | NodeKind::Map(_) => true,
            NodeKind::FunName(_)
            | NodeKind::Binary(_)
            | NodeKind::Fun { .. }
            | NodeKind::Let { .. }
            | NodeKind::Seq(..)
            | NodeKind::Goto { .. }
            | NodeKind::Apply { .. }
            | NodeKind::Call { .. }
            | NodeKind::Primop { .. }
            | NodeKind::Case { .. } => false,
        };
        if simple {
            node
        } else {
            let var = self.fresh();
            self.follow(var, node);
            steps.push(Step::Bind(var, node));
            self.core.var(var)
        }
    }

    /// An expression as a variable or atomic literal: what a `case` or segment can look at.
    pub(super) fn atomic(&mut self, id: ExprId, steps: &mut Vec<Step>) -> NodeId {
        let node = self.operand(id, steps);
        match self.core.node(node).kind {
            NodeKind::Var(_) | NodeKind::Literal(_) => node,
            _ => {
                let var = self.fresh();
                steps.push(Step::Bind(var, node));
                self.core.var(var)
            }
        }
    }

    pub(super) fn operands(&mut self, ids: &[ExprId], steps: &mut Vec<Step>) -> Vec<NodeId> {
        ids.iter().map(|id| self.operand(*id, steps)).collect()
    }

    pub(super) fn literal(&mut self, literal: Literal) -> NodeId {
        self.core.add(NodeKind::Literal(literal))
    }

    fn function_value(&mut self, function: &FunctionRef) -> NodeId {
        match self.resolve(function) {
            Callee::Local(name) => self.core.add(NodeKind::FunName(name)),
            Callee::Remote(module, name, arity) => {
                let args = vec![
                    self.core.atom(&module),
                    self.core.atom(&name),
                    self.core.int(arity),
                ];
                self.core.call(("erlang", "make_fun"), args, None)
            }
        }
    }

    fn call(
        &mut self,
        id: ExprId,
        function: &FunctionRef,
        args: &[ExprId],
        steps: &mut Vec<Step>,
    ) -> NodeId {
        let args = self.operands(args, steps);
        let line = Some(self.line_of(id));
        match self.resolve(function) {
            Callee::Local(name) => {
                let callee = self.core.add(NodeKind::FunName(name));
                self.core.add_at(NodeKind::Apply { callee, args }, line)
            }
            Callee::Remote(module, name, _) => self.core.call((&module, &name), args, line),
        }
    }

    /// Module names are unique in a program, so the package does not matter.
    fn resolve(&self, function: &FunctionRef) -> Callee {
        match function {
            FunctionRef::Module {
                module,
                name,
                arity,
                ..
            } if *module == self.ir.name => Callee::Local(FunName {
                name: name::function_name(*name),
                arity: *arity,
            }),
            FunctionRef::Module {
                module,
                name,
                arity,
                ..
            } => Callee::Remote(
                name::module_name(*module),
                name::function_name(*name),
                *arity,
            ),
            FunctionRef::External {
                module,
                function,
                arity,
                ..
            } => Callee::Remote(Name::new(module), Name::new(function), *arity),
        }
    }

    fn call_value(
        &mut self,
        id: ExprId,
        callee: ExprId,
        args: &[ExprId],
        steps: &mut Vec<Step>,
    ) -> NodeId {
        let callee = self.atomic(callee, steps);
        let args = self.operands(args, steps);
        let line = Some(self.line_of(id));
        self.core.add_at(NodeKind::Apply { callee, args }, line)
    }

    fn constructor_value(&mut self, constructor: &ConstructorRef) -> NodeId {
        let params: Vec<Var> = constructor.fields.iter().map(|_| self.fresh()).collect();
        let fields = params.iter().map(|var| self.core.var(*var)).collect();
        let body = self.record(constructor, fields);
        self.core.add(NodeKind::Fun { params, body })
    }

    fn construct(
        &mut self,
        constructor: &ConstructorRef,
        args: &[ExprId],
        steps: &mut Vec<Step>,
    ) -> NodeId {
        let fields = self.operands(args, steps);
        self.record(constructor, fields)
    }

    /// A record, or the pattern of one.
    pub(super) fn record(&mut self, constructor: &ConstructorRef, fields: Vec<NodeId>) -> NodeId {
        let tag = name::constructor_tag(constructor.name);
        let tag = self.core.atom(&tag);
        if fields.is_empty() {
            tag
        } else {
            let items = std::iter::once(tag).chain(fields).collect();
            self.core.add(NodeKind::Tuple(items))
        }
    }

    fn tuple(&mut self, items: &[ExprId], steps: &mut Vec<Step>) -> NodeId {
        let items = self.operands(items, steps);
        self.core.add(NodeKind::Tuple(items))
    }

    fn list(&mut self, items: &[ExprId], tail: Option<ExprId>, steps: &mut Vec<Step>) -> NodeId {
        let items = self.operands(items, steps);
        let tail = match tail {
            Some(tail) => self.operand(tail, steps),
            None => self.core.nil(),
        };
        self.core.list(&items, tail)
    }

    /// A block without [`Statement::Match`] only adds steps; from the first match on, what follows
    /// stands inside its tree, so that part is built from its end.
    fn block(&mut self, statements: &[Statement], result: ExprId, steps: &mut Vec<Step>) -> NodeId {
        let is_match = |statement: &Statement| matches!(statement, Statement::Match { .. });
        let straight = statements
            .iter()
            .position(is_match)
            .unwrap_or(statements.len());
        let (before, inside) = statements.split_at(straight);
        for statement in before {
            self.step(statement, steps);
        }
        if inside.is_empty() {
            return self.value(result, steps);
        }
        let mut body = self.expr(result);
        for statement in inside.iter().rev() {
            body = if let Statement::Match {
                subject,
                tree,
                otherwise,
            } = statement
            {
                let outside = self.core.place;
                self.core.place = self.match_line(statements, *subject).unwrap_or(outside);
                let matching = self.match_statement(*tree, *otherwise, body);
                self.core.place = outside;
                matching
            } else {
                let mut steps = Vec::new();
                self.step(statement, &mut steps);
                self.after(&steps, body)
            };
        }
        body
    }

    /// The line of what a match takes apart.
    fn match_line(&self, statements: &[Statement], subject: LocalId) -> Option<u32> {
        statements.iter().find_map(|statement| match statement {
            Statement::Let { local, value } if *local == subject => Some(self.line_of(*value)),
            _ => None,
        })
    }

    fn step(&mut self, statement: &Statement, steps: &mut Vec<Step>) {
        match statement {
            Statement::Expr(expr) => {
                let effect = self.value(*expr, steps);
                steps.push(Step::Do(effect));
            }
            Statement::Let { local, value } => {
                let value = self.value(*value, steps);
                let var = self.local(*local);
                self.follow(var, value);
                steps.push(Step::Bind(var, value));
            }
            Statement::Match { .. } => unreachable!("matches are not steps"),
        }
    }

    /// `case subject of pattern -> body end`, where types promise that the pattern fits.
    pub(super) fn only_case(&mut self, subject: Var, pattern: NodeId, body: NodeId) -> NodeId {
        let clause = Clause {
            pattern,
            body,
            generated: false,
        };
        let subject_value = self.core.var(subject);
        let clauses = vec![clause, self.no_clause(subject)];
        self.core.add(NodeKind::Case {
            subject: subject_value,
            clauses,
        })
    }

    /// The clause for values that contradict their type, as foreign code can make them.
    pub(super) fn no_clause(&mut self, subject: Var) -> Clause {
        let pattern_var = self.fresh();
        let pattern = self.core.var(pattern_var);
        let reason = self.core.atom("case_clause");
        let value = self.core.var(subject);
        let failure = self.core.add(NodeKind::Tuple(vec![reason, value]));
        let fail = NodeKind::Primop {
            name: "match_fail",
            args: vec![failure],
        };
        let body = self.core.add_at(fail, Some(self.core.place));
        Clause {
            pattern,
            body,
            generated: true,
        }
    }
}

enum Callee {
    Local(FunName),
    Remote(Name, Name, u32),
}

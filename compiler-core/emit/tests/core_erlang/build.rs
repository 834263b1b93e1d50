//! Modules of the intermediate representation, built by hand.

use ir::node::*;
use ir::{Ty, TypeStore};
use source::{Arena, LineIndex, Name, Span};

/// A module under construction. Expressions stand on `line`.
pub(crate) struct Build {
    pub module: Module,
    pub line: u32,
}

pub(crate) fn name(text: &str) -> Name {
    Name::new(text)
}

/// A constructor of a type with `variants` variants.
pub(crate) fn constructor(text: &str, fields: usize) -> ConstructorRef {
    ConstructorRef {
        package: name("app"),
        module: name("wibble/wobble"),
        type_name: name("Type"),
        name: name(text),
        index: 0,
        variants: 3,
        fields: vec![None; fields],
    }
}

pub(crate) fn variant(text: &str, fields: &[Option<LocalId>]) -> Test {
    Test::Variant {
        constructor: constructor(text, fields.len()),
        fields: fields.to_vec(),
    }
}

impl Build {
    /// A module `wibble/wobble` of 100,000 lines with nine characters each.
    pub(crate) fn new() -> Self {
        let module = Module {
            name: name("wibble/wobble"),
            package: name("app"),
            source_path: "src/wibble/wobble.gleam".into(),
            lines: LineIndex::new(&"12345678\n".repeat(1000)),
            target: Target::Erlang,
            docs: String::new(),
            internal: false,
            types: Vec::new(),
            aliases: Vec::new(),
            constants: Vec::new(),
            functions: Vec::new(),
            imports: std::collections::BTreeSet::new(),
            exprs: Arena::default(),
            decisions: Arena::default(),
            locals: Arena::default(),
            suspending: std::collections::BTreeSet::new(),
            type_store: TypeStore::default(),
        };
        Self { module, line: 1 }
    }

    pub(crate) fn span(&self) -> Span {
        Span::new((self.line - 1) * 9, (self.line - 1) * 9 + 8)
    }

    pub(crate) fn local(&mut self, text: &str) -> LocalId {
        self.module.locals.alloc(Local {
            name: name(text),
            ty: Ty::ERROR,
        })
    }

    pub(crate) fn expr(&mut self, kind: ExprKind) -> ExprId {
        let span = self.span();
        self.module.exprs.alloc(Expr { span, kind })
    }

    pub(crate) fn decision(&mut self, decision: Decision) -> DecisionId {
        self.module.decisions.alloc(decision)
    }

    pub(crate) fn int(&mut self, digits: &str) -> ExprId {
        self.expr(ExprKind::Int(name(digits)))
    }

    pub(crate) fn float(&mut self, value: f64) -> ExprId {
        self.expr(ExprKind::Float(value))
    }

    pub(crate) fn string(&mut self, text: &str) -> ExprId {
        self.expr(ExprKind::String(text.into()))
    }

    pub(crate) fn get(&mut self, local: LocalId) -> ExprId {
        self.expr(ExprKind::Local(local))
    }

    pub(crate) fn tuple(&mut self, items: &[ExprId]) -> ExprId {
        self.expr(ExprKind::Tuple(items.to_vec()))
    }

    pub(crate) fn gets(&mut self, locals: &[LocalId]) -> ExprId {
        let items: Vec<ExprId> = locals.iter().map(|local| self.get(*local)).collect();
        self.tuple(&items)
    }

    pub(crate) fn list(&mut self, items: &[ExprId], tail: Option<ExprId>) -> ExprId {
        let items = items.to_vec();
        self.expr(ExprKind::List { items, tail })
    }

    pub(crate) fn construct(&mut self, text: &str, args: &[ExprId]) -> ExprId {
        self.expr(ExprKind::Construct {
            constructor: constructor(text, args.len()),
            args: args.to_vec(),
        })
    }

    pub(crate) fn prim(&mut self, op: Prim, args: &[ExprId]) -> ExprId {
        let args = args.to_vec();
        self.expr(ExprKind::Prim { op, args })
    }

    pub(crate) fn module_ref(module: &str, function: &str, arity: u32) -> FunctionRef {
        FunctionRef::Module {
            package: name("app"),
            module: name(module),
            name: name(function),
            arity,
        }
    }

    pub(crate) fn external_ref(module: &str, function: &str, arity: u32) -> FunctionRef {
        FunctionRef::External {
            name: name(function),
            module: module.into(),
            function: function.into(),
            arity,
        }
    }

    /// A call of a function of this module.
    pub(crate) fn call(&mut self, function: &str, args: &[ExprId]) -> ExprId {
        let function = Self::module_ref("wibble/wobble", function, args.len() as u32);
        self.call_ref(function, args)
    }

    /// A call of an Erlang function.
    pub(crate) fn foreign(&mut self, module: &str, function: &str, args: &[ExprId]) -> ExprId {
        let function = Self::external_ref(module, function, args.len() as u32);
        self.call_ref(function, args)
    }

    pub(crate) fn call_ref(&mut self, function: FunctionRef, args: &[ExprId]) -> ExprId {
        let args = args.to_vec();
        self.expr(ExprKind::CallFunction { function, args })
    }

    pub(crate) fn call_value(&mut self, callee: ExprId, args: &[ExprId]) -> ExprId {
        let args = args.to_vec();
        self.expr(ExprKind::CallValue { callee, args })
    }

    pub(crate) fn lambda(&mut self, params: &[LocalId], body: ExprId) -> ExprId {
        let params = params.to_vec();
        self.expr(ExprKind::Lambda { params, body })
    }

    pub(crate) fn block(&mut self, statements: Vec<Statement>, result: ExprId) -> ExprId {
        self.expr(ExprKind::Block { statements, result })
    }

    pub(crate) fn raise(&mut self, kind: RaiseKind, message: Option<ExprId>) -> ExprId {
        let function = name("some_function");
        self.expr(ExprKind::Raise(Box::new(Raise {
            kind,
            message,
            function,
        })))
    }

    /// A `case` on one value; arms may not have parameters.
    pub(crate) fn case(
        &mut self,
        subject: LocalId,
        value: ExprId,
        tree: DecisionId,
        arms: &[ExprId],
    ) -> ExprId {
        let arms = arms.iter().map(|body| Arm {
            params: Vec::new(),
            body: *body,
        });
        let case = Case {
            subjects: vec![(subject, value)],
            tree,
            arms: arms.collect(),
        };
        self.expr(ExprKind::Case(Box::new(case)))
    }

    pub(crate) fn arm(&mut self, index: usize) -> DecisionId {
        let args = Vec::new();
        self.decision(Decision::Arm { index, args })
    }

    pub(crate) fn switch(
        &mut self,
        subject: LocalId,
        branches: Vec<(Test, DecisionId)>,
        otherwise: Option<DecisionId>,
    ) -> DecisionId {
        let branches = branches
            .into_iter()
            .map(|(test, then)| Branch { test, then });
        let branches = branches.collect();
        self.decision(Decision::Switch {
            subject,
            branches,
            otherwise,
        })
    }

    /// Defines a public function.
    pub(crate) fn function(&mut self, text: &str, params: &[LocalId], body: ExprId) {
        self.define(text, params, FunctionBody::Gleam(body));
    }

    pub(crate) fn define(&mut self, text: &str, params: &[LocalId], body: FunctionBody) {
        let span = self.span();
        self.module.functions.push(Function {
            name: name(text),
            public: true,
            params: params.to_vec(),
            body,
            ty: Ty::ERROR,
            docs: String::new(),
            internal: false,
            deprecated: None,
            span,
        });
    }
}

//! Constructors of the intermediate representation, short enough to read programs.

use std::collections::BTreeSet;
use std::fmt::Display;
use std::sync::Arc;

use ir::node::{
    Arm, Branch, Case, ConstructorRef, CustomType, Decision, DecisionId, Expr, ExprId, ExprKind,
    Field, Function, FunctionBody, FunctionRef, Local, LocalId, Module, Prim, Raise, RaiseKind,
    Statement, Target, Test, Variant,
};
use ir::{Ty, TypeStore};
use source::{Arena, LineIndex, Name, Span};

/// A module under construction.
pub(crate) struct Build {
    pub(crate) module: Module,
}

impl Build {
    pub(crate) fn new(name: &str) -> Self {
        Self::in_package("app", name)
    }

    pub(crate) fn in_package(package: &str, name: &str) -> Self {
        Self {
            module: Module {
                name: name.into(),
                package: package.into(),
                source_path: format!("src/{name}.gleam").into(),
                lines: LineIndex::new(""),
                target: Target::JavaScript,
                docs: String::new(),
                internal: false,
                types: Vec::new(),
                aliases: Vec::new(),
                constants: Vec::new(),
                functions: Vec::new(),
                imports: BTreeSet::new(),
                exprs: Arena::default(),
                decisions: Arena::default(),
                locals: Arena::default(),
                suspending: BTreeSet::new(),
                type_store: TypeStore::default(),
            },
        }
    }

    pub(crate) fn expr(&mut self, kind: ExprKind) -> ExprId {
        self.expr_at(kind, Span::default())
    }

    pub(crate) fn expr_at(&mut self, kind: ExprKind, span: Span) -> ExprId {
        self.module.exprs.alloc(Expr { span, kind })
    }

    pub(crate) fn local(&mut self, name: &str) -> LocalId {
        self.module.locals.alloc(Local {
            name: name.into(),
            ty: Ty::ERROR,
        })
    }

    pub(crate) fn int(&mut self, digits: impl Display) -> ExprId {
        self.expr(ExprKind::Int(Name::new(&digits.to_string())))
    }

    pub(crate) fn float(&mut self, value: f64) -> ExprId {
        self.expr(ExprKind::Float(value))
    }

    pub(crate) fn string(&mut self, text: &str) -> ExprId {
        self.expr(ExprKind::String(text.into()))
    }

    pub(crate) fn var(&mut self, local: LocalId) -> ExprId {
        self.expr(ExprKind::Local(local))
    }

    pub(crate) fn prim(&mut self, op: Prim, args: &[ExprId]) -> ExprId {
        let args = args.to_vec();
        self.expr(ExprKind::Prim { op, args })
    }

    pub(crate) fn tuple(&mut self, items: &[ExprId]) -> ExprId {
        self.expr(ExprKind::Tuple(items.to_vec()))
    }

    pub(crate) fn list(&mut self, items: &[ExprId], tail: Option<ExprId>) -> ExprId {
        let items = items.to_vec();
        self.expr(ExprKind::List { items, tail })
    }

    pub(crate) fn ints(&mut self, items: impl IntoIterator<Item = i64>) -> ExprId {
        let items: Vec<_> = items.into_iter().map(|item| self.int(item)).collect();
        self.list(&items, None)
    }

    pub(crate) fn block(&mut self, statements: Vec<Statement>, result: ExprId) -> ExprId {
        self.expr(ExprKind::Block { statements, result })
    }

    pub(crate) fn lambda(&mut self, params: &[LocalId], body: ExprId) -> ExprId {
        let params = params.to_vec();
        self.expr(ExprKind::Lambda { params, body })
    }

    /// A call of a function of the module.
    pub(crate) fn call(&mut self, name: &str, args: &[ExprId]) -> ExprId {
        let function = self.own(name, args.len());
        let args = args.to_vec();
        self.expr(ExprKind::CallFunction { function, args })
    }

    pub(crate) fn call_value(&mut self, callee: ExprId, args: &[ExprId]) -> ExprId {
        let args = args.to_vec();
        self.expr(ExprKind::CallValue { callee, args })
    }

    /// A call of a function of a foreign JavaScript module.
    pub(crate) fn call_external(&mut self, name: &str, args: &[ExprId]) -> ExprId {
        let function = FunctionRef::External {
            name: name.into(),
            module: "./ffi.mjs".into(),
            function: name.into(),
            arity: args.len() as u32,
        };
        let args = args.to_vec();
        self.expr(ExprKind::CallFunction { function, args })
    }

    pub(crate) fn own(&self, name: &str, arity: usize) -> FunctionRef {
        FunctionRef::Module {
            package: self.module.package,
            module: self.module.name,
            name: name.into(),
            arity: arity as u32,
        }
    }

    pub(crate) fn construct(&mut self, constructor: &ConstructorRef, args: &[ExprId]) -> ExprId {
        let constructor = constructor.clone();
        let args = args.to_vec();
        self.expr(ExprKind::Construct { constructor, args })
    }

    pub(crate) fn bool(&mut self, value: bool) -> ExprId {
        self.construct(&prelude("Bool", if value { "True" } else { "False" }), &[])
    }

    pub(crate) fn nil(&mut self) -> ExprId {
        self.construct(&prelude("Nil", "Nil"), &[])
    }

    pub(crate) fn error(&mut self, value: ExprId) -> ExprId {
        self.construct(&prelude("Result", "Error"), &[value])
    }

    pub(crate) fn raise(&mut self, kind: RaiseKind, message: Option<ExprId>) -> ExprId {
        self.expr(ExprKind::Raise(Box::new(Raise {
            kind,
            message,
            function: "main".into(),
        })))
    }

    pub(crate) fn decision(&mut self, decision: Decision) -> DecisionId {
        self.module.decisions.alloc(decision)
    }

    pub(crate) fn arm(&mut self, index: usize, args: &[LocalId]) -> DecisionId {
        let args = args.to_vec();
        self.decision(Decision::Arm { index, args })
    }

    pub(crate) fn fail(&mut self) -> DecisionId {
        self.decision(Decision::Fail)
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
        self.decision(Decision::Switch {
            subject,
            branches: branches.collect(),
            otherwise,
        })
    }

    /// A `case` whose arms have no parameters.
    pub(crate) fn case(
        &mut self,
        subjects: &[(LocalId, ExprId)],
        tree: DecisionId,
        arms: &[ExprId],
    ) -> ExprId {
        let arms = arms.iter().map(|body| Arm {
            params: Vec::new(),
            body: *body,
        });
        self.case_with(subjects, tree, arms.collect())
    }

    pub(crate) fn case_with(
        &mut self,
        subjects: &[(LocalId, ExprId)],
        tree: DecisionId,
        arms: Vec<Arm>,
    ) -> ExprId {
        self.expr(ExprKind::Case(Box::new(Case {
            subjects: subjects.to_vec(),
            tree,
            arms,
        })))
    }

    /// `case value { number -> then _ -> otherwise }`
    pub(crate) fn if_int(
        &mut self,
        value: ExprId,
        number: i64,
        then: ExprId,
        otherwise: ExprId,
    ) -> ExprId {
        let subject = self.local("subject");
        let first = self.arm(0, &[]);
        let second = self.arm(1, &[]);
        let tree = self.switch(subject, vec![(int(number), first)], Some(second));
        self.case(&[(subject, value)], tree, &[then, otherwise])
    }

    pub(crate) fn function(&mut self, name: &str, params: &[LocalId], body: ExprId) {
        self.define(name, params, FunctionBody::Gleam(body), true);
    }

    pub(crate) fn external(&mut self, name: &str, module: &str, function: &str, public: bool) {
        let body = FunctionBody::External {
            module: module.into(),
            function: function.into(),
        };
        self.define(name, &[], body, public);
    }

    pub(crate) fn define(
        &mut self,
        name: &str,
        params: &[LocalId],
        body: FunctionBody,
        public: bool,
    ) {
        self.module.functions.push(Function {
            name: name.into(),
            public,
            params: params.to_vec(),
            body,
            ty: Ty::ERROR,
            docs: String::new(),
            internal: false,
            deprecated: None,
            span: Span::default(),
        });
    }

    /// A public type; gives its constructors.
    pub(crate) fn custom_type(
        &mut self,
        name: &str,
        variants: &[(&str, &[Option<&str>])],
    ) -> Vec<ConstructorRef> {
        let field = |label: Option<&str>| Field {
            label: label.map(Name::new),
            ty: Ty::ERROR,
        };
        self.module.types.push(CustomType {
            name: name.into(),
            public: true,
            opaque: false,
            parameters: Vec::new(),
            variants: variants
                .iter()
                .map(|(name, fields)| Variant {
                    name: Name::new(name),
                    fields: fields.iter().copied().map(field).collect(),
                    docs: String::new(),
                })
                .collect(),
            docs: String::new(),
            external: None,
            foreign: false,
            inlined: false,
        });
        let constructor =
            |(index, (variant, fields)): (usize, &(&str, &[Option<&str>]))| ConstructorRef {
                package: self.module.package,
                module: self.module.name,
                type_name: name.into(),
                name: Name::new(variant),
                index: index as u32,
                variants: variants.len() as u32,
                fields: fields.iter().map(|label| label.map(Name::new)).collect(),
            };
        variants.iter().enumerate().map(constructor).collect()
    }

    pub(crate) fn emit(&self) -> String {
        emit::javascript::emit(&self.module, &emit::javascript::Options::default()).code
    }
}

/// A constructor of the prelude.
pub(crate) fn prelude(type_name: &str, name: &str) -> ConstructorRef {
    let fields = usize::from(type_name == "Result");
    ConstructorRef {
        package: "".into(),
        module: "gleam".into(),
        type_name: type_name.into(),
        name: name.into(),
        index: u32::from(matches!(name, "False" | "Error")),
        variants: if type_name == "Nil" { 1 } else { 2 },
        fields: vec![None; fields],
    }
}

pub(crate) fn let_(local: LocalId, value: ExprId) -> Statement {
    Statement::Let { local, value }
}

pub(crate) fn int(number: i64) -> Test {
    Test::Int(Name::new(&number.to_string()))
}

pub(crate) fn text(text: &str) -> Test {
    Test::String(Arc::from(text))
}

pub(crate) fn variant(constructor: &ConstructorRef, fields: &[Option<LocalId>]) -> Test {
    Test::Variant {
        constructor: constructor.clone(),
        fields: fields.to_vec(),
    }
}

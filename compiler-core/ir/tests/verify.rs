//! The verifier finds what it promises to find.

use std::collections::BTreeSet;

use ir::node::{
    Arm, Case, Decision, Expr, ExprId, ExprKind, Function, FunctionBody, Local, LocalId, Module,
    Statement, Target,
};
use ir::verify::verify;
use ir::{Ty, TypeStore};
use source::{Arena, LineIndex, Name, Span};

#[test]
fn a_sound_module_has_no_faults() {
    let mut module = module();
    let x = local(&mut module);
    let body = expr(&mut module, ExprKind::Local(x));
    assert_eq!(faults(module, vec![x], body), Vec::<String>::new());
}

#[test]
fn use_out_of_scope() {
    let mut module = module();
    let x = local(&mut module);
    let one = expr(&mut module, ExprKind::Int(Name::new("1")));
    let inner = expr(&mut module, ExprKind::Local(x));
    let statements = vec![Statement::Let {
        local: x,
        value: one,
    }];
    let block = expr(
        &mut module,
        ExprKind::Block {
            statements,
            result: inner,
        },
    );
    let outside = expr(&mut module, ExprKind::Local(x));
    let body = expr(&mut module, ExprKind::Tuple(vec![block, outside]));
    assert_eq!(
        faults(module, vec![], body),
        ["function f: local #0 is used out of scope"]
    );
}

#[test]
fn bound_twice_and_standing_in_two_places() {
    let mut module = module();
    let x = local(&mut module);
    let one = expr(&mut module, ExprKind::Int(Name::new("1")));
    let body = expr(&mut module, ExprKind::Tuple(vec![one, one]));
    assert_eq!(
        faults(module, vec![x, x], body),
        [
            "function f: local #0 is bound twice",
            "function f: expression #0 stands in two places"
        ]
    );
}

#[test]
fn leaves_must_fit_their_arms() {
    let mut module = module();
    let x = local(&mut module);
    let y = local(&mut module);
    let value = expr(&mut module, ExprKind::Int(Name::new("1")));
    let body = expr(&mut module, ExprKind::Local(y));
    let (index, args) = (0, Vec::new());
    let tree = module.decisions.alloc(Decision::Arm { index, args });
    let case = Case {
        subjects: vec![(x, value)],
        tree,
        arms: vec![Arm {
            params: vec![y],
            body,
        }],
    };
    let body = expr(&mut module, ExprKind::Case(Box::new(case)));
    assert_eq!(
        faults(module, vec![], body),
        ["function f: a leaf does not fit arm 0"]
    );
}

fn faults(mut module: Module, params: Vec<LocalId>, body: ExprId) -> Vec<String> {
    module.functions.push(Function {
        name: Name::new("f"),
        public: true,
        params,
        body: FunctionBody::Gleam(body),
        ty: Ty::ERROR,
        docs: String::new(),
        internal: false,
        deprecated: None,
        span: Span::default(),
    });
    verify(&module)
}

fn local(module: &mut Module) -> LocalId {
    let name = Name::new("x");
    module.locals.alloc(Local {
        name,
        ty: Ty::ERROR,
    })
}

fn expr(module: &mut Module, kind: ExprKind) -> ExprId {
    let span = Span::default();
    module.exprs.alloc(Expr { span, kind })
}

fn module() -> Module {
    Module {
        name: Name::new("m"),
        package: Name::new("p"),
        source_path: "src/m.gleam".into(),
        lines: LineIndex::new(""),
        target: Target::Erlang,
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
    }
}

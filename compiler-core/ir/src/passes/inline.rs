//! Writes out calls of small functions whose callbacks go round.
//!
//! `result.try(value, fn(x) { body })` becomes `case value { Ok(x) -> body  Error(e) -> Error(e) }` if
//! the body ends in a call by which the function around it comes back to itself. Arguments are
//! evaluated first, in order, as before; a callback is only moved where it is called once.

use std::collections::BTreeSet;

use analysis::interface::{Template, TemplateArm, TemplateExpr};
use source::Span;

use super::Templates;
use super::forward::is_settled;
use crate::Ty;
use crate::node::{
    Arm, Branch, Case, ConstructorRef, Decision, DecisionId, Expr, ExprId, ExprKind, FunctionRef,
    Local, LocalId, Module, Statement, Test,
};
use crate::tails::{self, Ending};

/// Changes calls of functions in `templates`. Afterwards no callback that could be moved ends in a
/// call by which its function goes round.
pub(super) fn inline(module: &mut Module, templates: &Templates) {
    for (call, template) in rounds(module, templates) {
        write_out(module, call, template);
    }
}

/// The calls to write out.
fn rounds<'t>(module: &Module, templates: &'t Templates) -> Vec<(ExprId, &'t Template)> {
    let endings = |call| endings(module, templates, call);
    let functions = module.functions.iter();
    let tails: Vec<_> = functions
        .map(|function| tails::tails(module, function, &endings))
        .collect();
    let mut rounds = BTreeSet::new();
    for members in tails::cycles(module, &tails) {
        let names = tails::names(module, &members);
        for member in members {
            rounds.append(&mut tails[member].ways(&names));
        }
    }
    for (function, tails) in module.functions.iter().zip(&tails) {
        rounds.append(&mut tails.ways_before(module, function.name));
    }
    let calls = rounds.into_iter().filter(|call| !endings(*call).is_empty());
    calls
        .filter_map(|call| Some((call, template_of(module, templates, call)?)))
        .collect()
}

fn template_of<'t>(
    module: &Module,
    templates: &'t Templates,
    call: ExprId,
) -> Option<&'t Template> {
    match &module.exprs[call].kind {
        ExprKind::CallFunction {
            function: FunctionRef::Module { module, name, .. },
            ..
        } => templates.get(&(*module, *name)),
        _ => None,
    }
}

/// What `call` would end in if its template were written out.
fn endings(module: &Module, templates: &Templates, call: ExprId) -> Vec<Ending> {
    let (Some(template), ExprKind::CallFunction { args, .. }) = (
        template_of(module, templates, call),
        &module.exprs[call].kind,
    ) else {
        return Vec::new();
    };
    let last = template.arms.iter().filter_map(|arm| match &arm.body {
        TemplateExpr::Call { callee, .. } => args.get(*callee as usize).map(|arg| (*callee, *arg)),
        _ => None,
    });
    last.filter_map(|(callee, arg)| match &module.exprs[arg].kind {
        ExprKind::Lambda { body, .. } if mentions(template, callee) == 1 => {
            Some(Ending::Expr(*body))
        }
        ExprKind::FunctionValue(function) => tails::own(module, function).map(Ending::Call),
        _ => None,
    })
    .collect()
}

/// How often a template mentions a parameter, other than to look at its constructor.
fn mentions(template: &Template, param: u32) -> usize {
    let parts = template.arms.iter().flat_map(|arm| arm.body.parts());
    parts
        .filter(|part| match part {
            TemplateExpr::Param(it) => *it == param,
            TemplateExpr::Call { callee, .. } => *callee == param,
            _ => false,
        })
        .count()
}

/// What stands for a parameter.
#[derive(Clone)]
enum Value {
    /// An expression that costs nothing to repeat.
    Plain(ExprKind),
    /// An expression that can be evaluated in the one place that needs it.
    Once(ExprId),
    /// A callback that is called in one place.
    Callback { params: Vec<LocalId>, body: ExprId },
}

fn write_out(module: &mut Module, call: ExprId, template: &Template) {
    let span = module.exprs[call].span;
    let nothing = ExprKind::Tuple(Vec::new());
    let ExprKind::CallFunction { args, .. } =
        std::mem::replace(&mut module.exprs[call].kind, nothing)
    else {
        return;
    };
    let mut writer = Writer {
        module,
        span,
        values: Vec::new(),
        fields: Vec::new(),
    };
    let mut statements = writer.arguments(template, &args);
    let case = ExprKind::Case(Box::new(writer.case(template, &mut statements)));
    module.exprs[call].kind = if statements.is_empty() {
        case
    } else {
        let result = module.exprs.alloc(Expr { span, kind: case });
        ExprKind::Block { statements, result }
    };
}

struct Writer<'m> {
    module: &'m mut Module,
    span: Span,
    /// What stands for each parameter.
    values: Vec<Value>,
    /// The variable of each field of the arm that is written, once it is needed.
    fields: Vec<Option<LocalId>>,
}

impl Writer<'_> {
    /// Evaluates arguments in order.
    fn arguments(&mut self, template: &Template, args: &[ExprId]) -> Vec<Statement> {
        let mut statements = Vec::new();
        for (index, (name, arg)) in (0..).zip(template.params.iter().zip(args)) {
            let once = mentions(template, index) == 1 && index != template.subject;
            let value = match &self.module.exprs[*arg].kind {
                ExprKind::Lambda { params, body } if once => Value::Callback {
                    params: params.clone(),
                    body: *body,
                },
                kind if is_plain(kind) => Value::Plain(kind.clone()),
                _ if once && is_settled(self.module, *arg) => Value::Once(*arg),
                _ => {
                    let local = self.local(*name);
                    let value = *arg;
                    statements.push(Statement::Let { local, value });
                    Value::Plain(ExprKind::Local(local))
                }
            };
            self.values.push(value);
        }
        statements
    }

    fn case(&mut self, template: &Template, statements: &mut Vec<Statement>) -> Case {
        let subject = self.local("_subject".into());
        let value = self.subject(template.subject, statements);
        if let Some(known) = self.values.get_mut(template.subject as usize) {
            *known = Value::Plain(ExprKind::Local(subject));
        }
        let mut arms = Vec::new();
        let mut branches = Vec::new();
        let mut otherwise = None;
        for arm in reachable(template) {
            self.arm(arm, &mut arms, &mut branches, &mut otherwise);
        }
        let tree = Decision::Switch {
            subject,
            branches,
            otherwise,
        };
        Case {
            subjects: vec![(subject, value)],
            tree: self.module.decisions.alloc(tree),
            arms,
        }
    }

    /// The subject's value: what was bound last need not be bound before.
    fn subject(&mut self, subject: u32, statements: &mut Vec<Statement>) -> ExprId {
        let kind = match self.values.get(subject as usize) {
            Some(Value::Plain(kind)) => kind.clone(),
            _ => ExprKind::Tuple(Vec::new()),
        };
        if let (Some(Statement::Let { local, value }), ExprKind::Local(held)) =
            (statements.last(), &kind)
            && local == held
        {
            let value = *value;
            statements.pop();
            return value;
        }
        self.alloc(kind)
    }

    fn arm(
        &mut self,
        arm: &TemplateArm,
        arms: &mut Vec<Arm>,
        branches: &mut Vec<Branch>,
        otherwise: &mut Option<DecisionId>,
    ) {
        let constructor = arm.constructor.as_ref().map(|it| self.constructor(it));
        let fields = constructor.as_ref().map_or(0, |it| it.fields.len());
        self.fields = vec![None; fields];
        let body = self.expr(&arm.body);
        let params: Vec<LocalId> = self.fields.iter().flatten().copied().collect();
        // What the test binds and what the body uses are two variables of one name.
        let bound = std::mem::take(&mut self.fields).into_iter().map(|field| {
            let local = self.module.locals[field?].clone();
            Some(self.module.locals.alloc(local))
        });
        let fields: Vec<Option<LocalId>> = bound.collect();
        let args = fields.iter().flatten().copied().collect();
        let index = arms.len();
        let then = self.module.decisions.alloc(Decision::Arm { index, args });
        arms.push(Arm { params, body });
        match constructor {
            None => *otherwise = Some(then),
            Some(constructor) => branches.push(Branch {
                test: Test::Variant {
                    constructor,
                    fields,
                },
                then,
            }),
        }
    }

    fn exprs(&mut self, exprs: &[TemplateExpr]) -> Vec<ExprId> {
        exprs.iter().map(|expr| self.expr(expr)).collect()
    }

    /// Recursion is bounded by the size of templates.
    fn expr(&mut self, expr: &TemplateExpr) -> ExprId {
        let kind = match expr {
            TemplateExpr::Param(param) => match self.values.get(*param as usize).cloned() {
                Some(Value::Plain(kind)) => kind,
                Some(Value::Once(value)) => return value,
                Some(Value::Callback { params, body }) => ExprKind::Lambda { params, body },
                None => ExprKind::Tuple(Vec::new()),
            },
            TemplateExpr::Field(index) => ExprKind::Local(self.field(*index, None)),
            TemplateExpr::String(text) => ExprKind::String(text.clone()),
            TemplateExpr::Construct(constructor, args) => {
                let constructor = self.constructor(constructor);
                let args = self.exprs(args);
                ExprKind::Construct { constructor, args }
            }
            TemplateExpr::Tuple(items) => ExprKind::Tuple(self.exprs(items)),
            TemplateExpr::List(items) => {
                let items = self.exprs(items);
                ExprKind::List { items, tail: None }
            }
            TemplateExpr::Call { callee, args } => return self.call(*callee, args),
        };
        self.alloc(kind)
    }

    fn call(&mut self, callee: u32, args: &[TemplateExpr]) -> ExprId {
        match self.values.get(callee as usize).cloned() {
            Some(Value::Callback { params, body }) => self.move_callback(&params, body, args),
            Some(Value::Plain(ExprKind::FunctionValue(function))) => {
                let args = self.exprs(args);
                self.alloc(ExprKind::CallFunction { function, args })
            }
            Some(Value::Plain(kind)) => {
                let callee = self.alloc(kind);
                self.call_value(callee, args)
            }
            Some(Value::Once(callee)) => self.call_value(callee, args),
            None => self.alloc(ExprKind::Tuple(Vec::new())),
        }
    }

    fn call_value(&mut self, callee: ExprId, args: &[TemplateExpr]) -> ExprId {
        let args = self.exprs(args);
        self.alloc(ExprKind::CallValue { callee, args })
    }

    /// The body of a callback, after its parameters are bound.
    fn move_callback(&mut self, params: &[LocalId], body: ExprId, args: &[TemplateExpr]) -> ExprId {
        let mut statements = Vec::new();
        for (param, arg) in params.iter().zip(args) {
            let local = *param;
            let is_new = match arg {
                TemplateExpr::Field(index) => self.field(*index, Some(local)) != local,
                _ => true,
            };
            if is_new {
                let value = self.expr(arg);
                statements.push(Statement::Let { local, value });
            }
        }
        if statements.is_empty() {
            return body;
        }
        let result = body;
        self.alloc(ExprKind::Block { statements, result })
    }

    /// The variable of a field: `wanted`, or a new one, if it has none.
    fn field(&mut self, index: u32, wanted: Option<LocalId>) -> LocalId {
        let index = index as usize;
        if let Some(Some(known)) = self.fields.get(index) {
            return *known;
        }
        let local = wanted.unwrap_or_else(|| self.local("value".into()));
        if let Some(field) = self.fields.get_mut(index) {
            *field = Some(local);
        }
        local
    }

    fn constructor(&mut self, constructor: &ConstructorRef) -> ConstructorRef {
        let constructor = constructor.clone();
        if constructor.module != self.module.name && !constructor.package.is_empty() {
            let place = (constructor.package, constructor.module);
            self.module.imports.insert(place);
        }
        constructor
    }

    fn alloc(&mut self, kind: ExprKind) -> ExprId {
        let span = self.span;
        self.module.exprs.alloc(Expr { span, kind })
    }

    /// A variable; its type is not needed any more.
    fn local(&mut self, name: source::Name) -> LocalId {
        let ty = Ty::ERROR;
        self.module.locals.alloc(Local { name, ty })
    }
}

/// The arms that some value reaches, each constructor once.
fn reachable(template: &Template) -> Vec<&TemplateArm> {
    let mut seen = BTreeSet::new();
    let mut arms = Vec::new();
    for arm in &template.arms {
        match &arm.constructor {
            None => {
                arms.push(arm);
                break;
            }
            Some(constructor) => {
                if seen.insert(constructor.index) {
                    arms.push(arm);
                }
                if seen.len() == constructor.variants as usize {
                    break;
                }
            }
        }
    }
    arms
}

/// Whether repeating an expression costs nothing, and nothing can happen to it in between.
fn is_plain(kind: &ExprKind) -> bool {
    match kind {
        ExprKind::Int(_)
        | ExprKind::Float(_)
        | ExprKind::String(_)
        | ExprKind::Local(_)
        | ExprKind::FunctionValue(_)
        | ExprKind::Constant { .. } => true,
        ExprKind::Construct { args, .. } => args.is_empty(),
        ExprKind::List { items, tail } => items.is_empty() && tail.is_none(),
        _ => false,
    }
}

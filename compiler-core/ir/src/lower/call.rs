//! Calls and captures.

use analysis::checked::Resolution;
use source::{Name, Span};
use syntax::ast::{self, Arg, ExprKind as Source};

use super::Lower;
use crate::node::{ConstructorRef, ExprId, ExprKind, FunctionRef, Target};

/// What is called.
pub(super) enum Callee {
    Function(FunctionRef),
    Constructor(ConstructorRef),
    Value(ExprId),
}

/// An argument that is not written between the parentheses.
#[derive(Clone, Copy)]
pub(super) enum Implicit {
    None,
    /// Before the others, if nothing says where: the value of a pipeline.
    First(ExprId),
    /// After the others: the callback of a `use`.
    Last(ExprId),
    /// In place of the `_` of a capture.
    Hole(ExprId),
}

impl<'a> Lower<'a> {
    pub(super) fn call(&mut self, id: ast::ExprId, callee: ast::ExprId, args: &'a [Arg]) -> ExprId {
        let module = self.module;
        let Some(hole) = self.hole(args) else {
            return self.apply(id, callee, args, Implicit::None);
        };
        let span = module.exprs[id].span;
        let param = self.temporary("_capture", self.tables.expr_types[hole.value]);
        let value = self.local(hole.span, param);
        let body = self.apply(id, callee, args, Implicit::Hole(value));
        let params = vec![param];
        self.alloc(span, ExprKind::Lambda { params, body })
    }

    /// Whether a call with these arguments is a function.
    pub(super) fn is_capture(&self, args: &[Arg]) -> bool {
        self.hole(args).is_some()
    }

    fn hole<'b>(&self, args: &'b [Arg]) -> Option<&'b Arg> {
        args.iter()
            .find(|arg| matches!(self.module.exprs[arg.value].kind, Source::Hole))
    }

    /// The call `id` of `callee`. Arguments are evaluated in the order of the parameters.
    pub(super) fn apply(
        &mut self,
        id: ast::ExprId,
        callee: ast::ExprId,
        args: &'a [Arg],
        implicit: Implicit,
    ) -> ExprId {
        let span = self.module.exprs[id].span;
        let callee = self.callee(callee);
        let order = self.order(id, args.len(), implicit);
        let args = order
            .into_iter()
            .map(|index| self.argument(args.get(index), implicit))
            .collect();
        self.call_of(span, callee, args)
    }

    /// For each parameter, which argument it takes; the implicit one comes after the written ones.
    pub(super) fn order(&self, id: ast::ExprId, written: usize, implicit: Implicit) -> Vec<usize> {
        if let Some(plan) = self.tables.calls.get(&id) {
            return plan.order.iter().map(|index| *index as usize).collect();
        }
        match implicit {
            Implicit::None | Implicit::Hole(_) => (0..written).collect(),
            Implicit::Last(_) => (0..=written).collect(),
            Implicit::First(_) => std::iter::once(written).chain(0..written).collect(),
        }
    }

    fn argument(&mut self, arg: Option<&Arg>, implicit: Implicit) -> ExprId {
        let hole = |arg: &Arg| matches!(self.module.exprs[arg.value].kind, Source::Hole);
        match (arg, implicit) {
            (Some(arg), Implicit::Hole(value)) if hole(arg) => value,
            (None, Implicit::First(value) | Implicit::Last(value)) => value,
            (Some(arg), _) => self.expr(arg.value),
            (None, _) => self.broken(Span::default()),
        }
    }

    /// What a call of `id` calls. A value is evaluated before the arguments.
    pub(super) fn callee(&mut self, id: ast::ExprId) -> Callee {
        match &self.tables.resolutions[id] {
            Resolution::Function {
                package,
                module,
                name,
                arity,
                external,
                ..
            } => {
                let external = external.as_ref();
                let path = (*package, *module, *name);
                Callee::Function(self.function_ref(path, *arity, external))
            }
            Resolution::Constructor(constructor) => {
                Callee::Constructor(self.constructor(constructor))
            }
            Resolution::Constant { .. } => {
                let value = self.constant(id);
                self.callee_of(value)
            }
            _ => Callee::Value(self.expr(id)),
        }
    }

    /// Calls what is known to be a function or constructor directly.
    fn callee_of(&self, value: ExprId) -> Callee {
        match &self.exprs[value].kind {
            ExprKind::FunctionValue(function) => Callee::Function(function.clone()),
            ExprKind::ConstructorValue(constructor) => Callee::Constructor(constructor.clone()),
            _ => Callee::Value(value),
        }
    }

    pub(super) fn call_of(&mut self, span: Span, callee: Callee, args: Vec<ExprId>) -> ExprId {
        let kind = match callee {
            Callee::Function(function) => ExprKind::CallFunction { function, args },
            Callee::Constructor(constructor) => ExprKind::Construct { constructor, args },
            Callee::Value(callee) => ExprKind::CallValue { callee, args },
        };
        self.alloc(span, kind)
    }

    /// What could be called, as a value.
    pub(super) fn callee_value(&mut self, span: Span, callee: Callee) -> ExprId {
        let kind = match callee {
            Callee::Function(function) => ExprKind::FunctionValue(function),
            Callee::Constructor(constructor) if constructor.fields.is_empty() => {
                ExprKind::Construct {
                    constructor,
                    args: Vec::new(),
                }
            }
            Callee::Constructor(constructor) => ExprKind::ConstructorValue(constructor),
            Callee::Value(value) => return value,
        };
        self.alloc(span, kind)
    }

    /// A function by package, module and name.
    pub(super) fn function_ref(
        &mut self,
        (package, module, name): (Name, Name, Name),
        arity: u32,
        external: Option<&(std::sync::Arc<str>, std::sync::Arc<str>)>,
    ) -> FunctionRef {
        let direct = self.target == Target::Erlang || module == self.checked.module;
        if let Some((foreign, function)) = external
            && direct
        {
            return FunctionRef::External {
                name,
                module: foreign.clone(),
                function: function.clone(),
                arity,
            };
        }
        self.mention(package, module);
        FunctionRef::Module {
            package,
            module,
            name,
            arity,
        }
    }
}

//! Constants: on the BEAM there are none at run time, so their values are copied to every use. Large
//! values become functions of the using module, which share the values of the constants that they
//! mention: copies of copies would grow exponentially.

use std::collections::HashMap;

use analysis::checked::Resolution;
use analysis::interface::{ConstSegment, ConstValue};
use analysis::literal;
use source::{Name, Span};
use syntax::ast;

use super::Lower;
use super::call::Callee;
use crate::Ty;
use crate::node::{
    BuildSegment, ExprId, ExprKind, Function, FunctionBody, FunctionRef, LocalId, Prim, Statement,
    Target,
};

/// Values of more parts than this are not copied.
const LARGEST_COPY: usize = 400;

/// A constant: its module and name.
type Path = (Name, Name);

/// The functions that stand for large constants.
#[derive(Default)]
pub(super) struct LargeConstants {
    /// How many parts each constant has, with those of the constants that it mentions.
    sizes: HashMap<Path, usize>,
    /// The function of each.
    names: HashMap<Path, Name>,
    /// These functions.
    pub(super) functions: Vec<Function>,
    /// In such a function, the variables that hold the large constants it mentions.
    held: Vec<(Path, LocalId, ExprId)>,
    /// Whether such a function is being made.
    inside: bool,
}

impl Lower<'_> {
    /// A mention of a constant.
    pub(super) fn constant(&mut self, id: ast::ExprId) -> ExprId {
        let span = self.module.exprs[id].span;
        match &self.tables.resolutions[id] {
            Resolution::Constant {
                package,
                module,
                name,
                value,
            } => self.constant_ref(span, (*package, *module, *name), value),
            _ => self.broken(span),
        }
    }

    fn constant_ref(
        &mut self,
        span: Span,
        (package, module, name): (Name, Name, Name),
        value: &ConstValue,
    ) -> ExprId {
        if self.target == Target::Erlang {
            return if self.size_of((module, name), value) <= LARGEST_COPY {
                self.const_value(value, span)
            } else {
                source::grow(|| self.large_constant(span, (module, name), value))
            };
        }
        self.mention(package, module);
        let kind = ExprKind::Constant {
            package,
            module,
            name,
        };
        self.alloc(span, kind)
    }

    /// The value of a large constant: a variable that holds it already, or a call.
    fn large_constant(&mut self, span: Span, path: Path, value: &ConstValue) -> ExprId {
        let held = &self.large.held;
        if let Some((.., local, _)) = held.iter().find(|(held, ..)| *held == path) {
            return self.local(span, *local);
        }
        let name = match self.large.names.get(&path) {
            Some(name) => *name,
            None => self.constant_function(span, path, value),
        };
        let kind = ExprKind::CallFunction {
            function: FunctionRef::Module {
                package: self.checked.package,
                module: self.checked.module,
                name,
                arity: 0,
            },
            args: Vec::new(),
        };
        let call = self.alloc(span, kind);
        if !self.large.inside {
            return call;
        }
        let local = self.temporary("constant", Ty::ERROR);
        self.large.held.push((path, local, call));
        self.local(span, local)
    }

    /// Makes the function of a large constant.
    fn constant_function(&mut self, span: Span, path: Path, value: &ConstValue) -> Name {
        let (module, constant) = path;
        // No function of the source has an `@` in its name.
        let module = module.replace('/', "@");
        let name = Name::new(&format!("constant@{module}@{constant}"));
        self.large.names.insert(path, name);
        let held = std::mem::take(&mut self.large.held);
        let inside = std::mem::replace(&mut self.large.inside, true);
        let result = self.const_value(value, span);
        self.large.inside = inside;
        let held = std::mem::replace(&mut self.large.held, held);
        let bind = |(_, local, value)| Statement::Let { local, value };
        let kind = ExprKind::Block {
            statements: held.into_iter().map(bind).collect(),
            result,
        };
        let body = self.alloc(span, kind);
        let ty = self.types.function(Vec::new(), Ty::ERROR);
        self.large.functions.push(Function {
            name,
            public: false,
            params: Vec::new(),
            body: FunctionBody::Gleam(body),
            ty,
            docs: String::new(),
            internal: true,
            deprecated: None,
            span,
        });
        name
    }

    fn size_of(&mut self, path: Path, value: &ConstValue) -> usize {
        if let Some(size) = self.large.sizes.get(&path) {
            return *size;
        }
        let size = source::grow(|| self.count_parts(value));
        self.large.sizes.insert(path, size);
        size
    }

    fn count_parts(&mut self, value: &ConstValue) -> usize {
        let mut count = 0_usize;
        let mut todo = vec![value];
        while let Some(value) = todo.pop() {
            count = count.saturating_add(1);
            match value {
                ConstValue::Tuple(items) | ConstValue::Construct(_, items) => todo.extend(&**items),
                ConstValue::List(items, tail) => todo.extend(items.iter().chain(tail.as_deref())),
                ConstValue::BitArray(segments) => {
                    todo.extend(segments.iter().map(|segment| &segment.value));
                }
                ConstValue::Concat(left, right) => todo.extend([&***left, &***right]),
                ConstValue::Constant {
                    module,
                    name,
                    value,
                    ..
                } => count = count.saturating_add(self.size_of((*module, *name), value)),
                ConstValue::Int(_)
                | ConstValue::Float(_)
                | ConstValue::String(_)
                | ConstValue::Constructor(_)
                | ConstValue::Function { .. }
                | ConstValue::Error => {}
            }
        }
        count
    }

    pub(super) fn const_value(&mut self, value: &ConstValue, span: Span) -> ExprId {
        source::grow(|| self.lower_const(value, span))
    }

    fn lower_const(&mut self, value: &ConstValue, span: Span) -> ExprId {
        let kind = match value {
            ConstValue::Int(digits) => ExprKind::Int(*digits),
            ConstValue::Float(text) => {
                ExprKind::Float(literal::float_value(text).unwrap_or_default())
            }
            ConstValue::String(text) => ExprKind::String(text.clone()),
            ConstValue::Tuple(items) => ExprKind::Tuple(self.const_values(items, span)),
            ConstValue::List(items, tail) => self.const_list(items, tail.as_deref(), span),
            ConstValue::BitArray(segments) => self.const_bit_array(segments, span),
            ConstValue::Construct(constructor, args) => ExprKind::Construct {
                constructor: self.constructor(constructor),
                args: self.const_values(args, span),
            },
            ConstValue::Constructor(constructor) => {
                ExprKind::ConstructorValue(self.constructor(constructor))
            }
            ConstValue::Function { .. } => return self.const_function(value, span),
            ConstValue::Constant {
                package,
                module,
                name,
                value,
            } => return self.constant_ref(span, (*package, *module, *name), value),
            ConstValue::Concat(left, right) => self.const_concat(left, right, span),
            ConstValue::Error => return self.broken(span),
        };
        self.alloc(span, kind)
    }

    fn const_values(&mut self, values: &[ConstValue], span: Span) -> Vec<ExprId> {
        let values = values.iter();
        values.map(|value| self.const_value(value, span)).collect()
    }

    fn const_list(
        &mut self,
        items: &[ConstValue],
        tail: Option<&ConstValue>,
        span: Span,
    ) -> ExprKind {
        let items = self.const_values(items, span);
        let tail = tail.map(|tail| self.const_value(tail, span));
        ExprKind::List { items, tail }
    }

    fn const_bit_array(&mut self, segments: &[ConstSegment], span: Span) -> ExprKind {
        let segments = segments.iter().map(|segment| BuildSegment {
            value: self.const_value(&segment.value, span),
            kind: segment.kind,
            size: segment.size.map(|size| self.int(span, size)),
            unit: segment.unit,
        });
        ExprKind::BitArray(segments.collect())
    }

    fn const_function(&mut self, value: &ConstValue, span: Span) -> ExprId {
        let ConstValue::Function {
            package,
            module,
            name,
            arity,
            external,
        } = value
        else {
            return self.broken(span);
        };
        let path = (*package, *module, *name);
        let function = self.function_ref(path, *arity, external.as_ref());
        self.callee_value(span, Callee::Function(function))
    }

    fn const_concat(&mut self, left: &ConstValue, right: &ConstValue, span: Span) -> ExprKind {
        let left = self.const_value(left, span);
        let right = self.const_value(right, span);
        ExprKind::Prim {
            op: Prim::Concat,
            args: vec![left, right],
        }
    }
}

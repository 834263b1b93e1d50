//! What the module's top-level names mean: its own, imported ones, and the prelude's.

use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::rc::Rc;
use std::sync::Arc;

use source::{Name, Span};

use crate::interface::{
    ConstValue, ConstructorRef, Implementations, Interface, Part, Purity, ValueDefinition,
    ValueKind,
};
use crate::types::{Ty, TypeStore};

use super::Library;

/// The names at the top of the module under check.
#[derive(Default)]
pub(crate) struct ModuleScope {
    /// Imported modules by the name they have here.
    pub(crate) modules: BTreeMap<Name, ImportedModule>,
    /// Values and constructors.
    pub(crate) values: BTreeMap<Name, Rc<Value>>,
    /// Types and aliases.
    pub(crate) types: BTreeMap<Name, TypeMeaning>,
    /// Values and types that came with an import: where, for repeated names and unused ones.
    pub(crate) imported_values: BTreeMap<Name, Span>,
    /// See `imported_values`.
    pub(crate) imported_types: BTreeMap<Name, Span>,
    /// The module's own types: whether they are public, and where.
    pub(crate) own_types: BTreeMap<Name, (bool, Span)>,
    /// The module's own values and constructors: where; of functions and constants, the head.
    pub(crate) own_values: BTreeMap<Name, Span>,
    /// Modules whose import failed: no more is said about them.
    pub(crate) broken_modules: BTreeSet<Name>,
    /// Values whose import failed.
    pub(crate) broken_values: BTreeSet<Name>,
    others: HashMap<(Name, Name), Option<Rc<Value>>>,
}

/// A module under the name that an import gives it.
#[derive(Debug, Clone, Copy)]
pub(crate) struct ImportedModule {
    /// Its full path.
    pub(crate) path: Name,
    /// The import, without its braces.
    pub(crate) span: Span,
}

/// A function, constant or constructor.
#[derive(Debug, Clone)]
pub(crate) struct Value {
    /// The package of its module.
    pub(crate) package: Name,
    /// Its module.
    pub(crate) module: Name,
    /// Its name there.
    pub(crate) name: Name,
    /// Its type, in the terms of the store of the module under check.
    pub(crate) ty: Ty,
    /// The labels of its parameters or fields.
    pub(crate) labels: Vec<Option<Name>>,
    /// Which sort.
    pub(crate) sort: Sort,
    /// The message of `@deprecated`.
    pub(crate) deprecated: Option<Arc<str>>,
}

/// The sorts of module values.
#[derive(Debug, Clone)]
pub(crate) enum Sort {
    /// A function.
    Function {
        /// How many parameters it has.
        arity: u32,
        /// The foreign function that it stands for on this target.
        external: Option<(Arc<str>, Arc<str>)>,
        /// Whether others can refer to it, or it has a body.
        public: bool,
        /// Where it can run.
        implementations: Implementations,
        /// What calling it may do.
        purity: Purity,
    },
    /// A constant.
    Constant {
        /// Its value.
        value: Arc<ConstValue>,
        /// Where it can be used.
        implementations: Implementations,
    },
    /// A constructor.
    Constructor(Rc<ConstructorRef>),
}

/// What a type's name means.
#[derive(Debug, Clone)]
pub(crate) enum TypeMeaning {
    /// A custom type.
    Custom {
        /// Where it is defined.
        module: Name,
        /// Its name there.
        name: Name,
        /// How many parameters it has.
        arity: usize,
        /// The message of `@deprecated`.
        deprecated: Option<Arc<str>>,
    },
    /// An alias, expanded.
    Alias {
        /// Where it is defined.
        module: Name,
        /// Its name there.
        name: Name,
        /// How many parameters it has; they are `Generic(0)` … in the type.
        arity: usize,
        /// What it stands for.
        aliased: Ty,
        /// The message of `@deprecated`.
        deprecated: Option<Arc<str>>,
    },
    /// An alias of this module that is not expanded yet: its item.
    Pending(usize),
    /// An alias of this module that is just being expanded.
    Open(usize),
    /// Something that could not be imported; no more is said about it.
    Broken,
}

impl Value {
    /// Where it has meaning; constructors have it everywhere.
    pub(crate) fn implementations(&self) -> Implementations {
        match &self.sort {
            Sort::Function {
                implementations, ..
            }
            | Sort::Constant {
                implementations, ..
            } => *implementations,
            Sort::Constructor(_) => Implementations::EVERYWHERE,
        }
    }
}

impl ModuleScope {
    /// A value of another module, if its interface has it.
    pub(crate) fn value_of(
        &mut self,
        types: &mut TypeStore,
        library: &Library<'_>,
        interface: &Interface,
        name: Name,
    ) -> Option<Rc<Value>> {
        let key = (interface.module, name);
        if let Some(known) = self.others.get(&key) {
            return known.clone();
        }
        library.saw(interface.module, Part::Value(name));
        let definition = interface.values.get(&name);
        let value = definition.map(|it| Rc::new(copy_value(types, library, interface, (name, it))));
        self.others.insert(key, value.clone());
        value
    }
}

/// A constructor of another module's opaque type.
pub(crate) fn opaque_constructor(
    types: &mut TypeStore,
    library: &Library<'_>,
    interface: &Interface,
    name: Name,
) -> Option<Rc<Value>> {
    library.saw(interface.module, Part::Value(name));
    let definition = interface.opaque_constructors.get(&name)?;
    let value = copy_value(types, library, interface, (name, definition));
    Some(Rc::new(value))
}

fn copy_value(
    types: &mut TypeStore,
    library: &Library<'_>,
    interface: &Interface,
    (name, definition): (Name, &ValueDefinition),
) -> Value {
    let ty = library.copy(types, interface, definition.ty);
    let (labels, sort) = match &definition.kind {
        ValueKind::Function {
            labels,
            external,
            implementations,
            purity,
        } => (
            labels.clone(),
            Sort::Function {
                arity: labels.len() as u32,
                external: external.clone(),
                public: true,
                implementations: *implementations,
                purity: *purity,
            },
        ),
        ValueKind::Constant {
            value,
            implementations,
        } => (
            Vec::new(),
            Sort::Constant {
                value: Arc::new(value.clone()),
                implementations: *implementations,
            },
        ),
        ValueKind::Constructor(constructor) => (
            constructor.fields.clone(),
            Sort::Constructor(Rc::new(constructor.clone())),
        ),
    };
    Value {
        package: interface.package,
        module: interface.module,
        name,
        ty,
        labels,
        sort,
        deprecated: definition.deprecated.clone(),
    }
}

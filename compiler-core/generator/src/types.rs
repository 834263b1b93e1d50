//! Types, and what the modules of a program define.

use std::collections::BTreeMap;

/// A type.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Type {
    /// `Int`
    Int,
    /// `Float`
    Float,
    /// `String`
    String,
    /// `Bool`
    Bool,
    /// `Nil`
    Nil,
    /// `BitArray`
    BitArray,
    /// `List(a)`
    List(Box<Type>),
    /// `#(a, b)`
    Tuple(Vec<Type>),
    /// `Result(a, b)`
    Result(Box<Type>, Box<Type>),
    /// `fn(a, b) -> c`
    Function(Vec<Type>, Box<Type>),
    /// A type that the program defines, by its number, and its parameters.
    Custom(usize, Vec<Type>),
    /// A type parameter, by its number.
    Variable(usize),
}

impl Type {
    pub(crate) fn list(item: Self) -> Self {
        Self::List(Box::new(item))
    }

    pub(crate) fn result(ok: Self, error: Self) -> Self {
        Self::Result(Box::new(ok), Box::new(error))
    }

    pub(crate) fn function(parameters: Vec<Self>, result: Self) -> Self {
        Self::Function(parameters, Box::new(result))
    }

    /// The type with its parameters replaced.
    pub(crate) fn with(&self, known: &BTreeMap<usize, Self>) -> Self {
        let all = |types: &[Self]| types.iter().map(|ty| ty.with(known)).collect();
        match self {
            Self::List(item) => Self::list(item.with(known)),
            Self::Tuple(items) => Self::Tuple(all(items)),
            Self::Result(ok, error) => Self::result(ok.with(known), error.with(known)),
            Self::Function(parameters, result) => {
                Self::function(all(parameters), result.with(known))
            }
            Self::Custom(id, arguments) => Self::Custom(*id, all(arguments)),
            Self::Variable(id) => known.get(id).unwrap_or(self).clone(),
            _ => self.clone(),
        }
    }

    /// Whether replacing this type's parameters, some of which are `known`, makes it `wanted`.
    pub(crate) fn matches(&self, wanted: &Self, known: &mut BTreeMap<usize, Self>) -> bool {
        let mut all = |some: &[Self], others: &[Self]| {
            let mut pairs = some.iter().zip(others);
            some.len() == others.len() && pairs.all(|(one, other)| one.matches(other, known))
        };
        match (self, wanted) {
            (Self::Variable(id), _) => known.entry(*id).or_insert_with(|| wanted.clone()) == wanted,
            (Self::List(one), Self::List(other)) => one.matches(other, known),
            (Self::Tuple(some), Self::Tuple(others)) => all(some, others),
            (Self::Result(ok, error), Self::Result(ok2, error2)) => {
                ok.matches(ok2, known) && error.matches(error2, known)
            }
            (Self::Function(some, result), Self::Function(others, result2)) => {
                all(some, others) && result.matches(result2, known)
            }
            (Self::Custom(id, some), Self::Custom(id2, others)) => id == id2 && all(some, others),
            _ => self == wanted,
        }
    }

    /// Whether `found` holds for the type or a part of it.
    pub(crate) fn contains(&self, found: &dyn Fn(&Self) -> bool) -> bool {
        let any = |types: &[Self]| types.iter().any(|ty| ty.contains(found));
        found(self)
            || match self {
                Self::List(item) => item.contains(found),
                Self::Tuple(items) | Self::Custom(_, items) => any(items),
                Self::Result(ok, error) => ok.contains(found) || error.contains(found),
                Self::Function(parameters, result) => any(parameters) || result.contains(found),
                _ => false,
            }
    }

    /// Whether parts of values can be taken only where the type is known, and `[]` does not say it.
    pub(crate) fn has_fields(&self) -> bool {
        self.contains(&|ty| matches!(ty, Self::Custom(..) | Self::Tuple(_)))
    }

    /// Whether it speaks of a type parameter.
    pub(crate) fn is_generic(&self) -> bool {
        self.contains(&|ty| matches!(ty, Self::Variable(_)))
    }

    /// Whether values can be compared on every target.
    pub(crate) fn is_comparable(&self) -> bool {
        !self.contains(&|ty| matches!(ty, Self::Function(..) | Self::Variable(_)))
    }
}

/// A type that the program defines.
#[derive(Debug, Clone)]
pub(crate) struct Definition {
    pub(crate) name: String,
    pub(crate) parameters: usize,
    pub(crate) variants: Vec<Variant>,
    pub(crate) is_opaque: bool,
}

/// A way to make a value.
#[derive(Debug, Clone)]
pub(crate) struct Variant {
    pub(crate) name: String,
    pub(crate) fields: Vec<Parameter>,
}

/// A field or a parameter.
#[derive(Debug, Clone)]
pub(crate) struct Parameter {
    pub(crate) label: Option<String>,
    pub(crate) ty: Type,
    /// Whether the function calls itself so often.
    pub(crate) is_fuel: bool,
}

impl Parameter {
    pub(crate) fn new(ty: Type) -> Self {
        Self {
            label: None,
            ty,
            is_fuel: false,
        }
    }
}

/// A function.
#[derive(Debug, Clone)]
pub(crate) struct Function {
    pub(crate) name: String,
    pub(crate) parameters: Vec<Parameter>,
    pub(crate) result: Type,
    /// About how many calls a call amounts to.
    pub(crate) cost: u64,
}

impl Function {
    /// Its type, if it can be used as a value.
    pub(crate) fn ty(&self) -> Option<Type> {
        let no_fuel = self.parameters.iter().all(|parameter| !parameter.is_fuel);
        let parameters = self.parameters.iter();
        let types = parameters.map(|parameter| parameter.ty.clone()).collect();
        no_fuel.then(|| Type::function(types, self.result.clone()))
    }
}

/// A constant.
#[derive(Debug, Clone)]
pub(crate) struct Constant {
    pub(crate) name: String,
    pub(crate) ty: Type,
}

/// Something that modules define and others import.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Entity {
    Type(usize),
    Variant(usize, usize),
    Function(usize),
    Constant(usize),
}

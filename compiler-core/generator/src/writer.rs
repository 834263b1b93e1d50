//! What the writer of a module knows while it writes.

use std::collections::BTreeMap;

use crate::random::Random;
use crate::tree::{Node, Sort};
use crate::types::{Constant, Definition, Entity, Function, Type};

/// How expensive a function may be.
const COST: u64 = 1500;
/// How many forms a function may have.
const FORMS: u32 = 110;

/// Names that are words elsewhere, and others.
const NAMES: &[&str] = &[
    "x",
    "y",
    "z",
    "a",
    "b",
    "n",
    "item",
    "value",
    "rest",
    "acc",
    "it",
    "error",
    "ok",
    "then",
    "constructor",
    "this",
    "receive",
    "end",
    "class",
    "new",
    "await",
    "of",
    "and",
    "not",
    "maybe",
    "eval",
    "static",
    "yield",
    "function",
    "self",
    "list",
    "x1",
    "x_1",
    "loop",
    "undefined",
    "div",
];

/// A local variable.
#[derive(Debug, Clone)]
pub(crate) struct Variable {
    pub(crate) name: String,
    pub(crate) ty: Type,
}

/// A call of the function that is being written: all but the argument that gets smaller is free.
#[derive(Debug, Clone)]
pub(crate) struct Recursion {
    pub(crate) function: usize,
    /// Where the smaller argument stands, and what it may be.
    pub(crate) place: usize,
    pub(crate) smaller: Vec<String>,
}

/// Writes expressions, patterns and definitions in one module after the other.
pub(crate) struct Writer {
    pub(crate) random: Random,
    pub(crate) types: Vec<Definition>,
    pub(crate) functions: Vec<Function>,
    pub(crate) constants: Vec<Constant>,
    /// What this module can name, and how.
    pub(crate) names: BTreeMap<Entity, String>,
    pub(crate) scope: Vec<Variable>,
    pub(crate) recursion: Vec<Recursion>,
    /// What running what is being written costs, in calls.
    pub(crate) cost: u64,
    /// How often what is being written runs.
    pub(crate) weight: u64,
    pub(crate) forms: u32,
    pub(crate) counter: usize,
}

impl Writer {
    pub(crate) fn new(random: Random) -> Self {
        Self {
            random,
            types: Vec::new(),
            functions: Vec::new(),
            constants: Vec::new(),
            names: BTreeMap::new(),
            scope: Vec::new(),
            recursion: Vec::new(),
            cost: 0,
            weight: 1,
            forms: 0,
            counter: 0,
        }
    }

    /// Forgets what belongs to the last function.
    pub(crate) fn start_function(&mut self) {
        self.scope.clear();
        self.recursion.clear();
        self.cost = 1;
        self.weight = 1;
        self.forms = 0;
    }

    /// Whether only small things should be written.
    pub(crate) fn is_exhausted(&self) -> bool {
        self.forms > FORMS
    }

    /// Takes the price of something that costs as much and runs `times` as often, or refuses.
    pub(crate) fn pay(&mut self, cost: u64, times: u64) -> bool {
        let price = cost.saturating_mul(self.weight).saturating_mul(times);
        let total = self.cost.saturating_add(price);
        let affordable = total <= COST;
        if affordable {
            self.cost = total;
        }
        affordable
    }

    /// Another number.
    pub(crate) fn number(&mut self) -> usize {
        self.counter += 1;
        self.counter
    }

    /// A name for a variable, other than `taken`; it may hide another one.
    pub(crate) fn name(&mut self, taken: &[Variable]) -> String {
        let name = self.random.pick(NAMES).to_string();
        let hides = |variable: &Variable| variable.name == name && variable.ty.is_generic();
        if self.scope.iter().any(hides) || taken.iter().any(|variable| variable.name == name) {
            format!("v{}", self.number())
        } else {
            name
        }
    }

    /// The variables that can be seen, each with the type it has here.
    pub(crate) fn visible(&self) -> Vec<Variable> {
        let scope = &self.scope;
        let last = |(index, variable): &(usize, &Variable)| {
            scope[index + 1..]
                .iter()
                .all(|other| other.name != variable.name)
        };
        let visible = scope.iter().enumerate().filter(last);
        visible.map(|(_, variable)| variable.clone()).collect()
    }

    /// A variable of a type.
    pub(crate) fn variable(&mut self, ty: &Type) -> Option<Node> {
        let fitting: Vec<Variable> = self
            .visible()
            .into_iter()
            .filter(|found| found.ty == *ty)
            .collect();
        // The later ones are of more interest: the earlier ones may be hidden wrongly.
        let latest = fitting.len().saturating_sub(4);
        let variable = self.random.any(&fitting[latest..])?;
        Some(Node::word(Sort::Expression(ty.clone()), variable.name))
    }

    /// What the module calls a thing, if no variable hides it.
    pub(crate) fn named(&self, entity: Entity) -> Option<String> {
        let name = self.names.get(&entity)?;
        let hidden = self.scope.iter().any(|variable| variable.name == *name);
        (!hidden).then(|| name.clone())
    }

    /// A type of a value, with `size` levels at most.
    pub(crate) fn ty(&mut self, size: u32) -> Type {
        let choice = if size == 0 {
            self.random.below(7)
        } else {
            self.random.below(16)
        };
        match choice {
            0 | 1 => Type::Int,
            2 => Type::Float,
            3 => Type::String,
            4 => Type::Bool,
            5 => Type::BitArray,
            6 => self.random.pick(&[Type::Nil, Type::Int, Type::String]),
            7 | 8 => Type::list(self.ty(size - 1)),
            9 => Type::Tuple(self.some_types(size - 1, 3)),
            10 => Type::result(self.ty(size - 1), self.ty(0)),
            11 => Type::function(self.some_types(0, 2), self.ty(0)),
            _ => self.custom_type(size - 1),
        }
    }

    /// A type without functions.
    pub(crate) fn data_type(&mut self, size: u32) -> Type {
        let ty = self.ty(size);
        if ty.is_comparable() { ty } else { Type::Int }
    }

    fn some_types(&mut self, size: u32, most: usize) -> Vec<Type> {
        let count = self.random.below(most) + 1;
        (0..count).map(|_| self.ty(size)).collect()
    }

    fn custom_type(&mut self, size: u32) -> Type {
        let known: Vec<usize> = self
            .names
            .keys()
            .filter_map(|entity| match entity {
                Entity::Type(id) => Some(*id),
                _ => None,
            })
            .collect();
        let Some(id) = self.random.any(&known) else {
            return Type::Int;
        };
        let parameters = (0..self.types[id].parameters).map(|_| self.ty(size));
        Type::Custom(id, parameters.collect())
    }

    /// A type of one of the variables, or any.
    pub(crate) fn interesting_type(&mut self) -> Type {
        let visible = self.visible();
        let known: Vec<Type> = visible.into_iter().map(|variable| variable.ty).collect();
        match self.random.any(&known) {
            Some(ty) if self.random.chance(60) => ty,
            _ => self.ty(2),
        }
    }

    /// The type in the module's words.
    pub(crate) fn print_type(&self, ty: &Type) -> String {
        let all = |types: &[Type]| {
            let texts: Vec<String> = types.iter().map(|ty| self.print_type(ty)).collect();
            texts.join(", ")
        };
        match ty {
            Type::List(item) => format!("List({})", self.print_type(item)),
            Type::Tuple(items) => format!("#({})", all(items)),
            Type::Result(ok, error) => {
                format!(
                    "Result({}, {})",
                    self.print_type(ok),
                    self.print_type(error)
                )
            }
            Type::Function(parameters, result) => {
                format!("fn({}) -> {}", all(parameters), self.print_type(result))
            }
            Type::Custom(id, arguments) => self.print_custom_type(*id, &all(arguments)),
            Type::Variable(id) => ["a", "b", "c", "d"][id % 4].to_string(),
            _ => format!("{ty:?}"),
        }
    }

    fn print_custom_type(&self, id: usize, arguments: &str) -> String {
        let name = self
            .names
            .get(&Entity::Type(id))
            .cloned()
            .unwrap_or_default();
        if arguments.is_empty() {
            name
        } else {
            format!("{name}({arguments})")
        }
    }
}

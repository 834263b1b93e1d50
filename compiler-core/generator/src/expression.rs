//! Expressions of a given type: which form, and the forms that any type can have.

use std::collections::BTreeMap;

use crate::literal::Place;
use crate::tree::{Node, POSTFIX, Part, Sort, UNIT, many};
use crate::types::{Entity, Type};
use crate::writer::{Recursion, Variable, Writer};

impl Writer {
    /// An expression of a type, with `size` levels at most.
    pub(crate) fn expression(&mut self, ty: &Type, size: u32) -> Node {
        if size == 0 || self.is_exhausted() {
            return self.leaf(ty);
        }
        self.forms += 1;
        for _ in 0..3 {
            if let Some(node) = self.form(ty, size) {
                return node;
            }
        }
        self.leaf(ty)
    }

    fn form(&mut self, ty: &Type, size: u32) -> Option<Node> {
        match self.random.below(36) {
            0..4 => self.variable(ty),
            4 => self.constant(ty),
            5..9 => self.call(ty, size - 1),
            9 | 10 => Some(self.block(ty, size - 1)),
            11..15 => Some(self.case(ty, size - 1)),
            15 | 16 => Some(self.logged(ty, size - 1)),
            17 => Some(self.immediate_call(ty, size - 1)),
            18 | 19 => self.pipe(ty, size - 1),
            20 => self.use_block(ty, size - 1),
            21 => self.closure_call(ty, size - 1),
            22 | 23 => self.part_of_variable(ty),
            24 => Some(self.part_of_tuple(ty, size - 1)),
            25 => self.recursive_call(ty, size - 1),
            26 => Some(self.guarded_panic(ty, size - 1)),
            27 => self.echo(ty, size - 1),
            _ => Some(self.own_form(ty, size)),
        }
    }

    /// A form that only this type has.
    fn own_form(&mut self, ty: &Type, size: u32) -> Node {
        match ty {
            Type::Int => self.int_form(size),
            Type::Float => self.float_form(size),
            Type::String => self.concatenation(size),
            Type::Bool => self.bool_form(size),
            Type::Function(parameters, result) => self.function_form(parameters, result, size),
            Type::Custom(id, arguments) => self.record_form(*id, arguments, size),
            _ => self.value(ty, size, Place::Body),
        }
    }

    /// A constant of the type.
    pub(crate) fn constant(&mut self, ty: &Type) -> Option<Node> {
        let fitting: Vec<String> = (0..self.constants.len())
            .filter(|id| self.constants[*id].ty == *ty)
            .filter_map(|id| self.named(Entity::Constant(id)))
            .collect();
        let name = self.random.any(&fitting)?;
        Some(Node::word(Sort::Expression(ty.clone()), name))
    }

    /// An expression that leaves a trace of when it was evaluated.
    pub(crate) fn logged(&mut self, ty: &Type, size: u32) -> Node {
        let tag = format!("\"{}\"", self.number());
        let value = self.expression(ty, size);
        Node::expression(ty, "support.log(~$, $~)", vec![tag.into(), value.into()])
    }

    fn echo(&mut self, ty: &Type, size: u32) -> Option<Node> {
        // What it prints is not compared, and printing is slow.
        if !self.random.chance(8) {
            return None;
        }
        let value = self.expression(ty, size);
        Some(Node::expression(ty, "{ echo $ }", vec![value.into()]))
    }

    /// A field of a variable, or an item of one that is a tuple.
    pub(crate) fn part_of_variable(&mut self, ty: &Type) -> Option<Node> {
        let mut found = Vec::new();
        for variable in self.visible() {
            match &variable.ty {
                Type::Tuple(items) => {
                    let fitting = items.iter().enumerate().filter(|(_, item)| *item == ty);
                    found.extend(fitting.map(|(index, _)| format!("{}.{index}", variable.name)));
                }
                Type::Custom(id, arguments) => {
                    let shared = self.shared_fields(*id, arguments);
                    let fitting = shared.into_iter().filter(|(_, field)| field == ty);
                    found.extend(fitting.map(|(label, _)| format!("{}.{label}", variable.name)));
                }
                _ => {}
            }
        }
        let name = self.random.any(&found)?;
        Some(Node::word(Sort::Expression(ty.clone()), name))
    }

    /// The labelled fields that all variants of a type have at the same place, if they can be seen.
    fn shared_fields(&self, id: usize, arguments: &[Type]) -> Vec<(String, Type)> {
        let variants = self.types[id].variants.len();
        if (0..variants).any(|variant| !self.names.contains_key(&Entity::Variant(id, variant))) {
            return Vec::new();
        }
        let Some((first, others)) = self.types[id].variants.split_first() else {
            return Vec::new();
        };
        let fields = self.fields(id, 0, arguments);
        let mut shared = Vec::new();
        for (index, declared) in first.fields.iter().enumerate() {
            // What arguments make equal in one use of the type does not count.
            let same = others.iter().all(|variant| {
                let other = variant.fields.get(index);
                other.is_some_and(|other| other.label == declared.label && other.ty == declared.ty)
            });
            if let Some(label) = declared.label.as_ref().filter(|_| same) {
                shared.push((label.clone(), fields[index].ty.clone()));
            }
        }
        shared
    }

    /// `#(a, b).1`
    fn part_of_tuple(&mut self, ty: &Type, size: u32) -> Node {
        let mut types = vec![self.ty(1), self.ty(0)];
        types.truncate(self.random.below(3));
        let place = self.random.below(types.len() + 1);
        types.insert(place, ty.clone());
        let tuple = self.expression(&Type::Tuple(types), size).within(POSTFIX);
        Node::expression(ty, "$.$", vec![tuple.into(), place.to_string().into()])
    }

    /// A `case` one arm of which must not be reached, or is, for once.
    fn guarded_panic(&mut self, ty: &Type, size: u32) -> Node {
        let condition = self.expression(&Type::Bool, size.min(1));
        let value = self.expression(ty, size);
        let word = self.random.pick(&["panic", "todo"]);
        let word = Node::expression(ty, word, Vec::new()).bound(0);
        let stop = match self.random.below(3) {
            0 => word,
            _ => {
                let message = self.expression(&Type::String, size.min(1)).within(UNIT);
                Node::expression(ty, "$ as $", vec![word.into(), message.into()]).bound(0)
            }
        };
        // Most programs should get further.
        let rare = if self.random.chance(12) {
            "False"
        } else {
            "True || False"
        };
        let condition = condition.within(3);
        Node::expression(
            ty,
            "case $ || $ {\n True -> $\n False -> $\n}",
            vec![condition.into(), rare.into(), value.into(), stop.into()],
        )
        .bound(UNIT)
    }

    /// `fn(x) { … }(e)`
    fn immediate_call(&mut self, ty: &Type, size: u32) -> Node {
        let parameter = self.interesting_type();
        let function = self.anonymous_function(std::slice::from_ref(&parameter), ty, size);
        let value = self.expression(&parameter, size);
        let template = self.random.pick(&["{ $ }(~$~)", "$(~$~)"]);
        Node::expression(ty, template, vec![function.into(), value.into()])
    }

    /// A call of a local variable that is a function.
    fn closure_call(&mut self, ty: &Type, size: u32) -> Option<Node> {
        let mut known = Vec::new();
        for variable in self.visible() {
            if let Type::Function(parameters, result) = variable.ty
                && *result == *ty
            {
                known.push((variable.name, parameters));
            }
        }
        let (name, parameters) = self.random.any(&known)?;
        let arguments = parameters.iter().map(|ty| self.expression(ty, size));
        let arguments: Vec<Node> = arguments.collect();
        Some(Node::expression(
            ty,
            "$(~$~)",
            vec![name.into(), many(", ", arguments)],
        ))
    }

    /// A call of a function whose result can be of the type.
    pub(crate) fn call(&mut self, ty: &Type, size: u32) -> Option<Node> {
        let (id, name, known) = self.callable(ty, &|_| true)?;
        let parameters = self.instantiated(id, known);
        let times = if parameters
            .iter()
            .any(|parameter| is_function(&parameter.ty))
        {
            4
        } else {
            1
        };
        self.weight *= times;
        let arguments = self.arguments(&parameters, size, Place::Body);
        self.weight /= times;
        Some(Node::expression(
            ty,
            "$(~$~)",
            vec![name.into(), many(", ", arguments)],
        ))
    }

    /// A function whose result can be of the type, that is `wanted`, and that can be paid for.
    pub(crate) fn callable(
        &mut self,
        ty: &Type,
        wanted: &dyn Fn(&crate::types::Function) -> bool,
    ) -> Option<(usize, String, BTreeMap<usize, Type>)> {
        let mut found = Vec::new();
        for (id, function) in self.functions.iter().enumerate() {
            let mut known = BTreeMap::new();
            if wanted(function)
                && function.result.matches(ty, &mut known)
                && let Some(name) = self.named(Entity::Function(id))
            {
                found.push((id, name, known));
            }
        }
        let (id, name, known) = self.random.any(&found)?;
        self.pay(self.functions[id].cost, 1)
            .then_some((id, name, known))
    }

    /// A function's parameters, with any types for what `known` leaves open.
    pub(crate) fn instantiated(
        &mut self,
        id: usize,
        mut known: BTreeMap<usize, Type>,
    ) -> Vec<crate::types::Parameter> {
        for variable in 0..4 {
            let ty = self.interesting_type();
            known.entry(variable).or_insert(ty);
        }
        let mut parameters = self.functions[id].parameters.clone();
        for parameter in &mut parameters {
            parameter.ty = parameter.ty.with(&known);
        }
        parameters
    }

    /// A call of the function that is being written, with an argument that is smaller.
    fn recursive_call(&mut self, ty: &Type, size: u32) -> Option<Node> {
        let possible: Vec<usize> = (0..self.recursion.len())
            .filter(|index| self.functions[self.recursion[*index].function].result == *ty)
            .collect();
        let index = self.random.any(&possible)?;
        // Each function calls itself twice at most: what it costs is known.
        let recursion = self.recursion.remove(index);
        self.own_call(&recursion, size)
    }

    pub(crate) fn own_call(&mut self, recursion: &Recursion, size: u32) -> Option<Node> {
        let function = self.functions[recursion.function].clone();
        let mut arguments = Vec::new();
        for (place, parameter) in function.parameters.iter().enumerate() {
            arguments.push(if place == recursion.place {
                let smaller = self.random.pick(&recursion.smaller);
                Node::expression(&parameter.ty, &smaller, Vec::new())
            } else {
                self.expression(&parameter.ty, size)
            });
        }
        let name = self.named(Entity::Function(recursion.function))?;
        Some(Node::expression(
            &function.result,
            "$(~$~)",
            vec![name.into(), many(", ", arguments)],
        ))
    }

    /// A `case` with any subject.
    pub(crate) fn case(&mut self, ty: &Type, size: u32) -> Node {
        let count = if self.random.chance(20) { 2 } else { 1 };
        let types: Vec<Type> = (0..count).map(|_| self.interesting_type()).collect();
        let subjects = types
            .iter()
            .map(|ty| self.subject(ty, size.min(2)))
            .collect();
        let mut arms = Vec::new();
        if count == 1 && self.random.chance(50) {
            arms = self.arms_of_variants(&types[0], ty, size);
        }
        if arms.is_empty() {
            for _ in 0..=self.random.below(3) {
                arms.push(self.arm(&types, ty, size));
            }
            arms.push(self.last_arm(&types, ty, size));
        }
        let holes = vec![many(", ", subjects), many("\n", arms)];
        Node::expression(ty, "case $ {\n$\n}", holes).bound(UNIT)
    }

    /// What a `case` looks at: its type is said where an empty list would leave it open.
    fn subject(&mut self, ty: &Type, size: u32) -> Node {
        let value = self.expression(ty, size);
        if !ty.has_fields() || matches!(ty, Type::Tuple(_)) && self.random.chance(50) {
            return value;
        }
        let holes = vec![self.print_type(ty).into(), value.into()];
        Node::expression(ty, "{\nlet subject: $ = $\nsubject\n}", holes)
    }

    pub(crate) fn arm(&mut self, types: &[Type], ty: &Type, size: u32) -> Node {
        let mut bound = Vec::new();
        let patterns: Vec<Node> = types
            .iter()
            .map(|ty| self.pattern(ty, 2, &mut bound))
            .collect();
        let mut patterns = many(",~ ", patterns);
        if types.len() == 1 && self.random.chance(15) {
            bound.clear();
            patterns = self.binding_alternatives(&types[0], &mut bound).into();
        } else if bound.is_empty() && self.random.chance(25) {
            let others = types
                .iter()
                .map(|ty| self.pattern(ty, 1, &mut bound))
                .collect();
            bound.clear();
            let others = crate::pattern::without_variables(many(", ", others));
            patterns = Node::part("$ | $", vec![patterns, others]).into();
        }
        let inside = self.scope.len();
        self.scope.extend(bound);
        let guard = self
            .random
            .chance(30)
            .then(|| self.guard(&Type::Bool, 2).within(1));
        let body = self.expression(ty, size).within(1);
        self.scope.truncate(inside);
        match guard {
            Some(guard) => Node::part("$ if $ -> $", vec![patterns, guard.into(), body.into()]),
            None => Node::part("$ -> $", vec![patterns, body.into()]),
        }
    }

    fn last_arm(&mut self, types: &[Type], ty: &Type, size: u32) -> Node {
        let mut bound: Vec<Variable> = Vec::new();
        let patterns = types.iter().map(|ty| {
            let pattern = self.simple_pattern(ty, &mut bound);
            Part::Node(pattern)
        });
        let patterns: Vec<Part> = patterns.collect();
        let template = if types.len() == 1 { "$" } else { "$, $" };
        let pattern = Node::part(template, patterns);
        self.body_of_arm(pattern, bound, ty, size)
    }

    /// An arm for each variant.
    fn arms_of_variants(&mut self, subject: &Type, ty: &Type, size: u32) -> Vec<Node> {
        let mut arms = Vec::new();
        for index in 0.. {
            let mut bound = Vec::new();
            let Some(pattern) = self.variant_pattern(subject, index, &mut bound) else {
                break;
            };
            arms.push(self.body_of_arm(pattern, bound, ty, size));
        }
        self.random.shuffle(&mut arms);
        arms
    }

    pub(crate) fn body_of_arm(
        &mut self,
        pattern: Node,
        bound: Vec<Variable>,
        ty: &Type,
        size: u32,
    ) -> Node {
        let inside = self.scope.len();
        self.scope.extend(bound);
        let body = self.expression(ty, size).within(1);
        self.scope.truncate(inside);
        Node::part("$ -> $", vec![pattern.into(), body.into()])
    }

    /// A function by its name, or a variant that is one.
    pub(crate) fn function_reference(&mut self, ty: &Type) -> Option<Node> {
        let mut found = Vec::new();
        for (id, function) in self.functions.iter().enumerate() {
            let fits = function
                .ty()
                .is_some_and(|own| own.matches(ty, &mut BTreeMap::new()));
            if fits && let Some(name) = self.named(Entity::Function(id)) {
                found.push((function.cost, name));
            }
        }
        let (cost, name) = self.random.any(&found)?;
        let node = Node::word(Sort::Expression(ty.clone()), name);
        self.pay(cost, 4).then_some(node)
    }
}

pub(crate) fn is_function(ty: &Type) -> bool {
    matches!(ty, Type::Function(..))
}

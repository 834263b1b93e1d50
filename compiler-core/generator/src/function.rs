//! Anonymous functions, captures, pipes and `use`.

use crate::expression::is_function;
use crate::literal::Place;
use crate::tree::{Node, Part, Sort, UNIT, many};
use crate::types::{Parameter, Type};
use crate::writer::{Variable, Writer};

impl Writer {
    /// A value of a function type.
    pub(crate) fn function_form(&mut self, parameters: &[Type], result: &Type, size: u32) -> Node {
        let ty = Type::function(parameters.to_vec(), result.clone());
        let named = match self.random.below(4) {
            0 => self.function_reference(&ty),
            1 if parameters.len() == 1 => self.capture(&parameters[0], result, size - 1),
            _ => None,
        };
        named.unwrap_or_else(|| self.anonymous_function(parameters, result, size - 1))
    }

    /// `fn(a, b: Int) -> Int { … }`
    pub(crate) fn anonymous_function(&mut self, types: &[Type], result: &Type, size: u32) -> Node {
        let mut bound: Vec<Variable> = Vec::new();
        let mut parameters = Vec::new();
        for ty in types {
            let name = if self.random.chance(10) {
                self.random.pick(&["_", "_unused"]).to_string()
            } else {
                let name = self.name(&bound);
                bound.push(Variable {
                    name: name.clone(),
                    ty: ty.clone(),
                });
                name
            };
            // A field can be taken only from a value of a known type.
            let annotation = format!("{name}: {}", self.print_type(ty));
            parameters.push(Node::word(Sort::Part, annotation));
        }
        let recursion = std::mem::take(&mut self.recursion);
        let (inside, weight) = (self.scope.len(), self.weight);
        self.scope.extend(bound);
        self.weight *= 4;
        let body = self.body(result, size);
        self.weight = weight;
        self.scope.truncate(inside);
        self.recursion = recursion;
        let ty = Type::function(types.to_vec(), result.clone());
        let mut holes = vec![many(", ", parameters), body.into()];
        if self.random.chance(30) {
            holes.insert(1, self.print_type(result).into());
            Node::expression(&ty, "fn(~$~) -> $ {\n$\n}", holes).bound(UNIT)
        } else {
            Node::expression(&ty, "fn(~$~) {\n$\n}", holes).bound(UNIT)
        }
    }

    /// `f(1, _)`, `f(x: _, y: 2)`
    fn capture(&mut self, parameter: &Type, result: &Type, size: u32) -> Option<Node> {
        let (id, name, known) = self.callable(result, &|function| {
            function
                .parameters
                .iter()
                .all(|parameter| !parameter.is_fuel)
        })?;
        let parameters = self.instantiated(id, known);
        let places: Vec<usize> = (0..parameters.len())
            .filter(|place| parameters[*place].ty == *parameter)
            .collect();
        let hole = self.random.any(&places)?;
        let cost = self.functions[id].cost;
        let arguments = self.arguments_around(&parameters, hole, size);
        let ty = Type::function(vec![parameter.clone()], result.clone());
        let node = Node::expression(&ty, "$(~$~)", vec![name.into(), many(", ", arguments)]);
        self.pay(cost, 4).then_some(node)
    }

    /// Arguments with a hole.
    fn arguments_around(&mut self, parameters: &[Parameter], hole: usize, size: u32) -> Vec<Node> {
        let mut arguments = Vec::new();
        let unlabelled = parameters
            .iter()
            .take_while(|parameter| parameter.label.is_none())
            .count();
        let by_label = unlabelled + self.random.below(parameters.len() - unlabelled + 1);
        for (place, parameter) in parameters.iter().enumerate() {
            let label = parameter.label.as_ref().filter(|_| place >= by_label);
            arguments.push(match (place == hole, label) {
                (true, Some(label)) => Node::part("$: _", vec![label.clone().into()]),
                (true, None) => Node::word(Sort::Part, "_"),
                (false, Some(label)) => self.labelled(label, parameter, size, Place::Body),
                (false, None) => self.expression(&parameter.ty, size),
            });
        }
        arguments
    }

    /// `a |> f(b)`, in its forms.
    pub(crate) fn pipe(&mut self, ty: &Type, size: u32) -> Option<Node> {
        let (value, step) = match self.random.below(4) {
            0 => {
                let from = self.interesting_type();
                let step = self.anonymous_function(std::slice::from_ref(&from), ty, size);
                (self.expression(&from, size), step)
            }
            1 => {
                let from = self.interesting_type();
                let step = self.capture(&from, ty, size)?;
                (self.expression(&from, size), step)
            }
            _ => self.pipe_into_call(ty, size)?,
        };
        let value = value.within(6);
        Some(Node::expression(ty, "$\n|> $", vec![value.into(), step.into()]).bound(6))
    }

    fn pipe_into_call(&mut self, ty: &Type, size: u32) -> Option<(Node, Node)> {
        let (id, name, known) = self.callable(ty, &|function| {
            let first = function.parameters.first();
            // A call that takes the rest and gives a function would be something else.
            first.is_some_and(|first| !first.is_fuel) && !is_function(&function.result)
        })?;
        let parameters = self.instantiated(id, known);
        let value = self.expression(&parameters[0].ty, size);
        if parameters.len() == 1 && self.random.chance(60) {
            return Some((value, Node::word(Sort::Part, name)));
        }
        let arguments = self.arguments(&parameters[1..], size, Place::Body);
        let step = Node::part("$(~$~)", vec![name.into(), many(", ", arguments)]);
        Some((value, step))
    }

    /// A block whose rest is a callback.
    pub(crate) fn use_block(&mut self, ty: &Type, size: u32) -> Option<Node> {
        let statements = self.use_statements(ty, size)?;
        Some(Node::expression(ty, "{\n$\n}", vec![statements.into()]))
    }

    /// `use a, b <- f(x)` and the statements behind it.
    pub(crate) fn use_statements(&mut self, ty: &Type, size: u32) -> Option<Node> {
        let (id, name, known) = self.callable(ty, &|function| {
            function
                .parameters
                .last()
                .is_some_and(|last| is_function(&last.ty))
        })?;
        let mut parameters = self.instantiated(id, known);
        let Some(Type::Function(types, result)) = parameters.pop().map(|last| last.ty) else {
            return None;
        };
        let arguments = self.use_arguments(&parameters, size);
        let call = if arguments.is_empty() && self.random.chance(50) {
            Node::word(Sort::Part, name)
        } else {
            Node::part("$(~$~)", vec![name.into(), many(", ", arguments)])
        };
        let mut bound = Vec::new();
        let patterns: Vec<Node> = types
            .iter()
            .map(|ty| {
                let pattern = self.total_pattern(ty, 2, &mut bound);
                let annotation = self.print_type(ty).into();
                Node::part("$: $", vec![pattern.into(), annotation])
            })
            .collect();
        let arrow = if patterns.is_empty() {
            "use <- $"
        } else {
            "use $ <- $"
        };
        let mut holes: Vec<Part> = vec![call.into()];
        if !patterns.is_empty() {
            holes.insert(0, many(", ", patterns));
        }
        let first = Node::part(arrow, holes);
        let recursion = std::mem::take(&mut self.recursion);
        let (inside, weight) = (self.scope.len(), self.weight);
        self.scope.extend(bound);
        self.weight *= 4;
        let rest = self.body(&result, size);
        self.weight = weight;
        self.scope.truncate(inside);
        self.recursion = recursion;
        Some(Node::part("$\n$", vec![first.into(), rest.into()]))
    }

    /// Arguments before the callback, by place: labels would have to name the callback too.
    fn use_arguments(&mut self, parameters: &[Parameter], size: u32) -> Vec<Node> {
        let arguments = parameters.iter().map(|parameter| {
            if parameter.is_fuel {
                Node::word(Sort::Expression(Type::Int), "2")
            } else {
                self.expression(&parameter.ty, size)
            }
        });
        arguments.collect()
    }
}

//! Types and functions.

use crate::tree::{Node, Part, Sort, UNIT, many};
use crate::types::{Definition, Entity, Function, Parameter, Type, Variant};
use crate::writer::{Recursion, Variable, Writer};

const LABELS: &[&str] = &[
    "x",
    "name",
    "then",
    "constructor",
    "value",
    "class",
    "end",
    "left",
    "right",
    "prototype",
    "of",
    "length",
    "head",
    "n",
];
/// What a function that calls itself twice, from 3 down to 0, costs more than its body.
const RECURSION: u64 = 15;

impl Writer {
    /// `type T(a) { A(Int) B }`. Its first variant needs no other value of a type like it.
    pub(crate) fn define_type(&mut self, is_opaque: bool) -> (Node, usize) {
        self.start_function();
        let id = self.types.len();
        let number = self.number();
        let parameters = self.random.pick(&[0, 0, 0, 1, 1, 2]);
        let name = format!("T{number}");
        self.types.push(Definition {
            name: name.clone(),
            parameters,
            variants: Vec::new(),
            is_opaque,
        });
        for variant in 0..=self.random.below(4) {
            let prefix = self
                .random
                .pick(&["Alpha", "HTTPGet", "A", "Node", "Class", "Error", "X2y"]);
            let variant = Variant {
                name: format!("{prefix}{number}V{variant}"),
                fields: self.define_fields(id, variant),
            };
            self.types[id].variants.push(variant);
        }
        let variants = self.types[id].variants.clone();
        self.names.insert(Entity::Type(id), name.clone());
        for (index, variant) in variants.iter().enumerate() {
            self.names
                .insert(Entity::Variant(id, index), variant.name.clone());
        }
        let variants: Vec<Node> = variants
            .iter()
            .map(|variant| self.print_variant(variant))
            .collect();
        let keyword = if is_opaque {
            "pub opaque type"
        } else {
            "pub type"
        };
        let mut holes: Vec<Part> = vec![keyword.into(), name.into()];
        if parameters > 0 {
            let names: Vec<String> = (0..parameters)
                .map(|id| self.print_type(&Type::Variable(id)))
                .collect();
            holes.push(names.join(", ").into());
        }
        holes.push(many("\n", variants));
        let template = if parameters > 0 {
            "$ $($) {\n$\n}"
        } else {
            "$ $ {\n$\n}"
        };
        (Node::part(template, holes), id)
    }

    fn define_fields(&mut self, id: usize, variant: usize) -> Vec<Parameter> {
        let count = self.random.pick(&[0, 1, 1, 2, 2, 3, 4]);
        let labelled_from = self.random.below(count + 2);
        let mut fields: Vec<Parameter> = Vec::new();
        for index in 0..count {
            let mut field = Parameter::new(self.field_type(id, variant));
            if index >= labelled_from {
                let label = self.random.pick(LABELS).to_string();
                let taken = fields
                    .iter()
                    .any(|field| field.label.as_ref() == Some(&label));
                field.label = Some(if taken { format!("l{index}") } else { label });
            }
            fields.push(field);
        }
        fields
    }

    fn field_type(&mut self, id: usize, variant: usize) -> Type {
        let parameters = self.types[id].parameters;
        if parameters > 0 && self.random.chance(50) {
            return Type::Variable(self.random.below(parameters));
        }
        if variant == 0 {
            return self.random.pick(&[
                Type::Int,
                Type::String,
                Type::Bool,
                Type::Float,
                Type::BitArray,
            ]);
        }
        if self.random.chance(30) {
            let arguments = (0..parameters).map(Type::Variable).collect();
            let own = Type::Custom(id, arguments);
            return if self.random.chance(25) {
                Type::list(own)
            } else {
                own
            };
        }
        self.ty(1)
    }

    fn print_variant(&self, variant: &Variant) -> Node {
        if variant.fields.is_empty() {
            return Node::word(Sort::Part, variant.name.clone());
        }
        let fields = variant.fields.iter().map(|field| {
            let ty = self.print_type(&field.ty);
            let text = field
                .label
                .as_ref()
                .map_or(ty.clone(), |label| format!("{label}: {ty}"));
            Node::word(Sort::Part, text)
        });
        let fields = fields.collect();
        Node::part(
            "$(~$~)",
            vec![variant.name.clone().into(), many(", ", fields)],
        )
    }

    /// A function; most are plain, others call themselves or each other.
    pub(crate) fn define_functions(&mut self, is_public: bool) -> Vec<(Node, usize)> {
        let signature = self.signature();
        match self.random.below(6) {
            0 => {
                let ids = [self.announce(signature, true)];
                self.recursive_functions(&ids, is_public)
            }
            1 => {
                let second = self.signature();
                // Functions that call each other have one type while they are inferred.
                let generic = |function: &Function| {
                    function
                        .parameters
                        .iter()
                        .any(|parameter| parameter.ty.is_generic())
                };
                if generic(&signature) || generic(&second) {
                    let ids = [self.announce(signature, true)];
                    return self.recursive_functions(&ids, is_public);
                }
                let ids = [self.announce(signature, true), self.announce(second, true)];
                self.recursive_functions(&ids, is_public)
            }
            2 => vec![self.list_function(is_public)],
            _ => {
                self.start_function();
                let id = self.announce(signature, false);
                let body = |writer: &mut Self, result: &Type| writer.body(result, 4);
                vec![self.function(id, is_public, &body)]
            }
        }
    }

    fn signature(&mut self) -> Function {
        self.start_function();
        let generics = self.random.pick(&[0, 0, 0, 1, 2]);
        let mut parameters: Vec<Parameter> = (0..generics)
            .map(|id| Parameter::new(Type::Variable(id)))
            .collect();
        for _ in 0..self.random.below(4) {
            let ty = self.ty(2);
            parameters.push(Parameter::new(ty));
        }
        if generics > 0 && self.random.chance(50) {
            let from = vec![Type::Variable(0)];
            let to = self
                .random
                .pick(&[Type::Variable(generics - 1), Type::Int, Type::Bool]);
            parameters.push(Parameter::new(Type::function(from, to)));
        }
        let labelled_from = if self.random.chance(50) {
            self.random.below(4)
        } else {
            9
        };
        for (index, parameter) in parameters.iter_mut().enumerate().skip(labelled_from) {
            parameter.label = Some(format!("{}{index}", self.random.pick(LABELS)));
        }
        let result = if generics > 0 && self.random.chance(60) {
            Type::Variable(self.random.below(generics))
        } else {
            self.ty(2)
        };
        Function {
            name: String::new(),
            parameters,
            result,
            cost: u64::MAX,
        }
    }

    /// Makes a function known, which cannot be called before it is finished.
    fn announce(&mut self, mut function: Function, has_fuel: bool) -> usize {
        let id = self.functions.len();
        let prefix = self.random.pick(&[
            "f",
            "make",
            "class",
            "receive_",
            "new",
            "is_",
            "module_info",
        ]);
        function.name = format!("{prefix}{}", self.number());
        if has_fuel {
            let fuel = Parameter {
                is_fuel: true,
                ..Parameter::new(Type::Int)
            };
            function.parameters.insert(0, fuel);
        }
        self.names
            .insert(Entity::Function(id), function.name.clone());
        self.functions.push(function);
        id
    }

    /// Functions that call themselves and each other with one less.
    fn recursive_functions(&mut self, ids: &[usize], is_public: bool) -> Vec<(Node, usize)> {
        let fuel = format!("fuel{}", self.number());
        let mut nodes = Vec::new();
        let mut costs = 1;
        for id in ids {
            self.start_function();
            let body = |writer: &mut Self, result: &Type| {
                let base = writer.expression(result, 2).within(1);
                writer.recursion = ids
                    .iter()
                    .chain(ids.last())
                    .map(|function| Recursion {
                        function: *function,
                        place: 0,
                        smaller: vec![format!("{fuel} - 1")],
                    })
                    .collect();
                let step = writer.step_of_fuel(result).within(1);
                writer.recursion.clear();
                let holes = vec![fuel.clone().into(), base.into(), step.into()];
                let form = writer.random.pick(&[
                    "case $ <= 0 {\n True -> $\n False -> $\n}",
                    "case $ {\n below if below <= 0 -> $\n _ -> $\n}",
                ]);
                Node::expression(result, form, holes).bound(UNIT)
            };
            let (node, id) = self.function_with(*id, is_public, Some(&fuel), &body);
            costs += self.cost;
            self.functions[id].cost = u64::MAX;
            nodes.push((node, id));
        }
        for id in ids {
            self.functions[*id].cost = costs * RECURSION * ids.len() as u64;
        }
        nodes
    }

    /// A function that calls itself with the rest of a list.
    fn list_function(&mut self, is_public: bool) -> (Node, usize) {
        let mut signature = self.signature();
        let item = self.ty(1);
        signature
            .parameters
            .insert(0, Parameter::new(Type::list(item.clone())));
        let id = self.announce(signature, false);
        let list = format!("list{}", self.number());
        self.start_function();
        let body = |writer: &mut Self, result: &Type| {
            let base = writer.expression(result, 2).within(1);
            let rest = format!("rest{}", writer.number());
            let recursion = Recursion {
                function: id,
                place: 0,
                smaller: vec![rest.clone()],
            };
            writer.recursion = vec![recursion];
            let mut bound = Vec::new();
            let first = writer.total_pattern(&item, 1, &mut bound);
            bound.push(Variable {
                name: rest.clone(),
                ty: Type::list(item.clone()),
            });
            let pattern = Node::part("[~$, ..$]", vec![first.into(), rest.into()]);
            let step = writer.step_of_list(pattern, bound, result);
            writer.recursion.clear();
            let holes = vec![list.clone().into(), base.into(), step.into()];
            Node::expression(result, "case $ {\n [] -> $\n $\n}", holes).bound(UNIT)
        };
        let (node, id) = self.function_with(id, is_public, Some(&list), &body);
        self.functions[id].cost = self.cost * 8;
        (node, id)
    }

    /// What a list function does with a list that is not empty.
    fn step_of_list(&mut self, pattern: Node, bound: Vec<Variable>, result: &Type) -> Node {
        if let Some(recursion) = self.recursion.first().cloned()
            && self.random.chance(70)
        {
            let inside = self.scope.len();
            self.scope.extend(bound.clone());
            // It calls itself once: longer lists stay cheap.
            let others = std::mem::take(&mut self.recursion);
            let round = self.round(result, &recursion);
            self.recursion = others;
            self.scope.truncate(inside);
            if let Some(round) = round {
                return Node::part("$ -> $", vec![pattern.into(), round.within(1).into()]);
            }
        }
        self.body_of_arm(pattern, bound, result, 4)
    }

    /// What recursive functions do as long as there is fuel.
    fn step_of_fuel(&mut self, result: &Type) -> Node {
        let possible = self.recursion.iter().filter(|recursion| {
            let function = &self.functions[recursion.function];
            function.result == *result
        });
        let possible: Vec<Recursion> = possible.cloned().collect();
        if self.random.chance(50)
            && let Some(recursion) = self.random.any(&possible)
        {
            self.recursion.clear();
            if let Some(round) = self.round(result, &recursion) {
                return round;
            }
        }
        self.expression(result, 4)
    }

    fn function(&mut self, id: usize, is_public: bool, body: Body<'_>) -> (Node, usize) {
        self.function_with(id, is_public, None, body)
    }

    /// Writes a function; its first parameter may have a name that nothing hides.
    fn function_with(
        &mut self,
        id: usize,
        is_public: bool,
        first: Option<&str>,
        body: Body<'_>,
    ) -> (Node, usize) {
        let function = self.functions[id].clone();
        let mut bound: Vec<Variable> = Vec::new();
        let mut parameters = Vec::new();
        for (index, parameter) in function.parameters.iter().enumerate() {
            let name = match first {
                Some(first) if index == 0 => first.to_string(),
                _ => self.name(&bound),
            };
            let label = parameter
                .label
                .as_ref()
                .map_or(String::new(), |label| format!("{label} "));
            let ty = self.print_type(&parameter.ty);
            parameters.push(Node::word(Sort::Part, format!("{label}{name}: {ty}")));
            bound.push(Variable {
                name,
                ty: parameter.ty.clone(),
            });
        }
        self.scope = bound;
        let body = body(self, &function.result);
        self.functions[id].cost = self.cost;
        let keyword = if is_public { "pub fn" } else { "fn" };
        let mut holes: Vec<Part> =
            vec![keyword.into(), function.name.into(), many(", ", parameters)];
        let template = if self.random.chance(80) {
            holes.push(self.print_type(&function.result).into());
            "$ $(~$~) -> $ {\n$\n}"
        } else {
            "$ $(~$~) {\n$\n}"
        };
        holes.push(body.into());
        (Node::part(template, holes), id)
    }
}

type Body<'a> = &'a dyn Fn(&mut Writer, &Type) -> Node;

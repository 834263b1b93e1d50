//! Values that can be written down, in expressions, patterns and constants.

use std::collections::BTreeMap;

use crate::tree::{Node, Part, Sort, many};
use crate::types::{Entity, Parameter, Type};
use crate::writer::Writer;

const INTS: &[&str] = &[
    "0",
    "1",
    "2",
    "3",
    "-1",
    "-2",
    "7",
    "10",
    "255",
    "256",
    "1_000",
    "0x1F",
    "0b101",
    "0o17",
    "-128",
    "65_535",
    "4294967296",
    "-0x2",
    "1099511627775",
    "00",
    "-0",
];
const SMALL_INTS: &[&str] = &["0", "1", "2", "3", "-1", "-2", "7", "10", "5", "-3"];
const FLOATS: &[&str] = &[
    "0.0", "1.0", "-1.0", "1.5", "2.25", "-0.5", "1.0e3", "2.5e-3", "1_000.5", "3.", "65504.0",
];
const STRINGS: &[&str] = &[
    "",
    "a",
    "ab",
    "abc",
    "b",
    "wibble",
    "é",
    "日本",
    "😀",
    "a😀b",
    "\\n",
    "\\\"",
    "\\\\",
    "\\u{1F600}",
    "e\\u{301}",
    "${x}",
    "~s",
    "`",
    "'",
    "\\t\\r",
    "\\u{0}",
    "\\u{FEFF}",
    "*/",
    "</script>",
];

/// Where a value is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Place {
    /// Variables can be used.
    Body,
    /// Only what a constant may be.
    Constant,
}

impl Writer {
    /// A small expression of a type.
    pub(crate) fn leaf(&mut self, ty: &Type) -> Node {
        let generic = matches!(ty, Type::Variable(_));
        if (generic || self.random.chance(60))
            && let Some(variable) = self.variable(ty)
        {
            return variable;
        }
        // Types can contain themselves: their first variants do not.
        let has_custom = ty.contains(&|part| matches!(part, Type::Custom(..)));
        self.value(ty, u32::from(!has_custom), Place::Body)
    }

    /// A value of a type that is written down.
    pub(crate) fn value(&mut self, ty: &Type, size: u32, place: Place) -> Node {
        match ty {
            Type::Int => self.int(),
            Type::Float | Type::String => self.text_literal(ty),
            Type::Bool => Node::word(
                Sort::Expression(Type::Bool),
                self.random.pick(&["True", "False"]),
            ),
            Type::Nil => Node::word(Sort::Expression(Type::Nil), "Nil"),
            Type::BitArray => self.bits_value(size, place),
            Type::List(item) => self.list_value(item, size, place),
            Type::Tuple(items) => self.tuple_value(items, size, place),
            Type::Result(ok, error) => self.result_value(ok, error, size, place),
            Type::Function(parameters, result) => self.function_value(parameters, result, place),
            Type::Custom(id, arguments) => self.custom_value(*id, arguments, size, place),
            Type::Variable(_) => self.variable(ty).unwrap_or_else(|| self.no_value(ty)),
        }
    }

    /// A part of a value: any expression if it may be one.
    fn inner(&mut self, ty: &Type, size: u32, place: Place) -> Node {
        match place {
            Place::Body => self.expression(ty, size.saturating_sub(1)),
            Place::Constant => self.constant_value(ty, size.saturating_sub(1)),
        }
    }

    pub(crate) fn int_text(&mut self) -> &'static str {
        let rare = self.random.chance(15);
        self.random.pick(if rare { INTS } else { SMALL_INTS })
    }

    pub(crate) fn float_text(&mut self) -> &'static str {
        self.random.pick(FLOATS)
    }

    pub(crate) fn string_text(&mut self) -> String {
        format!("\"{}\"", self.random.pick(STRINGS))
    }

    fn int(&mut self) -> Node {
        Node::word(Sort::Expression(Type::Int), self.int_text())
    }

    fn text_literal(&mut self, ty: &Type) -> Node {
        let text = if *ty == Type::Float {
            self.float_text().to_string()
        } else {
            self.string_text()
        };
        Node::word(Sort::Expression(ty.clone()), text)
    }

    fn list_value(&mut self, item: &Type, size: u32, place: Place) -> Node {
        let count = if size == 0 { 0 } else { self.random.below(4) };
        let items: Vec<Node> = (0..count).map(|_| self.inner(item, size, place)).collect();
        let ty = Type::list(item.clone());
        if count > 0 && size > 1 && self.random.chance(30) {
            let tail = self.inner(&ty, size, place);
            return Node::expression(&ty, "[~$~, ..$]", vec![many(", ", items), tail.into()]);
        }
        Node::expression(&ty, "[~$~]", vec![many(", ", items)])
    }

    fn tuple_value(&mut self, items: &[Type], size: u32, place: Place) -> Node {
        let parts = items.iter().map(|ty| self.inner(ty, size, place));
        let parts: Vec<Node> = parts.collect();
        let ty = Type::Tuple(items.to_vec());
        Node::expression(&ty, "#(~$~)", vec![many(", ", parts)])
    }

    fn result_value(&mut self, ok: &Type, error: &Type, size: u32, place: Place) -> Node {
        let ty = Type::result(ok.clone(), error.clone());
        if self.random.chance(60) {
            let value = self.inner(ok, size, place);
            Node::expression(&ty, "Ok(~$~)", vec![value.into()])
        } else {
            let value = self.inner(error, size, place);
            Node::expression(&ty, "Error(~$~)", vec![value.into()])
        }
    }

    fn function_value(&mut self, parameters: &[Type], result: &Type, place: Place) -> Node {
        let ty = Type::function(parameters.to_vec(), result.clone());
        if place == Place::Constant {
            return self
                .function_reference(&ty)
                .unwrap_or_else(|| self.no_value(&ty));
        }
        self.anonymous_function(parameters, result, 1)
    }

    /// A record, made by one of the variants that the module can name.
    pub(crate) fn custom_value(
        &mut self,
        id: usize,
        arguments: &[Type],
        size: u32,
        place: Place,
    ) -> Node {
        let ty = Type::Custom(id, arguments.to_vec());
        // The first variant is the one that does not need another value of the type.
        let count = if size == 0 {
            1
        } else {
            self.types[id].variants.len()
        };
        let variant = self.random.below(count);
        let Some(name) = self.named(Entity::Variant(id, variant)) else {
            return self.made(&ty, place);
        };
        let fields = self.fields(id, variant, arguments);
        if fields.is_empty() {
            return Node::word(Sort::Expression(ty), name);
        }
        let arguments = self.arguments(&fields, size, place);
        Node::expression(&ty, "$(~$~)", vec![name.into(), many(", ", arguments)])
    }

    /// A value of an opaque type, which only functions make.
    fn made(&mut self, ty: &Type, place: Place) -> Node {
        // Others may need a value of the type to make one.
        let makes = |function: &crate::types::Function| function.name.starts_with("make_t");
        if place == Place::Body
            && let Some((id, name, known)) = self.callable(ty, &makes)
        {
            let parameters = self.instantiated(id, known);
            let arguments = self.arguments(&parameters, 0, Place::Body);
            return Node::expression(ty, "$(~$~)", vec![name.into(), many(", ", arguments)]);
        }
        self.no_value(ty)
    }

    /// The fields of a variant with the type's parameters in place.
    pub(crate) fn fields(&self, id: usize, variant: usize, arguments: &[Type]) -> Vec<Parameter> {
        let known: BTreeMap<usize, Type> = arguments.iter().cloned().enumerate().collect();
        let fields = self.types[id].variants[variant].fields.iter();
        let fields = fields.map(|field| Parameter {
            ty: field.ty.with(&known),
            ..field.clone()
        });
        fields.collect()
    }

    /// Arguments for parameters: some by their place, the others by label and in any order.
    pub(crate) fn arguments(
        &mut self,
        parameters: &[Parameter],
        size: u32,
        place: Place,
    ) -> Vec<Node> {
        let unlabelled = parameters
            .iter()
            .take_while(|parameter| parameter.label.is_none());
        let unlabelled = unlabelled.count();
        let positional = unlabelled + self.random.below(parameters.len() - unlabelled + 1);
        let mut nodes = Vec::new();
        let mut labelled = Vec::new();
        for (index, parameter) in parameters.iter().enumerate() {
            match &parameter.label {
                Some(label) if index >= positional => {
                    labelled.push(self.labelled(label, parameter, size, place));
                }
                _ => nodes.push(self.argument(parameter, size, place)),
            }
        }
        self.random.shuffle(&mut labelled);
        nodes.extend(labelled);
        nodes
    }

    fn argument(&mut self, parameter: &Parameter, size: u32, place: Place) -> Node {
        if parameter.is_fuel {
            let fuel = self.random.pick(&["0", "1", "2", "3", "-1"]);
            return Node::word(Sort::Expression(Type::Int), fuel);
        }
        self.inner(&parameter.ty, size, place)
    }

    pub(crate) fn labelled(
        &mut self,
        label: &str,
        parameter: &Parameter,
        size: u32,
        place: Place,
    ) -> Node {
        let same = |variable: &crate::writer::Variable| {
            variable.name == label && variable.ty == parameter.ty
        };
        let shorthand = !parameter.is_fuel && self.visible().iter().any(same);
        if place == Place::Body && shorthand {
            return Node::part("$:", vec![label.into()]);
        }
        let value = self.argument(parameter, size, place);
        Node::part("$: $", vec![label.into(), value.into()])
    }

    /// An expression of any type that must not be reached.
    fn no_value(&self, ty: &Type) -> Node {
        let text = Part::Word("\"no value\"".to_string());
        let holes = vec![self.print_type(ty).into(), text];
        Node::expression(ty, "{\nlet value: $ = panic as $\nvalue\n}", holes)
    }
}

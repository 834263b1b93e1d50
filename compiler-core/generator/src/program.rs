//! Programs: one module that runs everything, and some that it imports.

use crate::literal::Place;
use crate::random::Random;
use crate::tree::{Node, Part, many};
use crate::types::{Entity, Function, Parameter, Type};
use crate::writer::Writer;

/// What modules call the program's own module until they are printed.
const OWN_NAME: &str = "root_program";

/// A program that has no errors, and whose function `main` prints a trace.
#[derive(Debug, Clone)]
pub struct Program {
    /// The modules: names below the program's own, and trees. The program's own is the last.
    pub modules: Vec<(String, Node)>,
    /// What decides about the layout.
    pub seed: u64,
}

/// The program that a seed names.
pub fn program(seed: u64) -> Program {
    let mut writer = Writer::new(Random::new(seed));
    support(&mut writer);
    let mut exported: Vec<(String, Vec<Entity>)> = Vec::new();
    let mut modules = Vec::new();
    for library in 0..writer.random.pick(&[0, 0, 1, 1, 2]) {
        let name = format!("{OWN_NAME}/lib_{library}");
        let (node, entities) = library_module(&mut writer, &exported);
        modules.push((name.clone(), node));
        exported.push((name, entities));
    }
    modules.push((OWN_NAME.to_string(), main_module(&mut writer, &exported)));
    Program { modules, seed }
}

impl Program {
    /// The modules under the program's name: `name` and `name/…`, with their texts.
    pub fn print(&self, name: &str, is_plain: bool) -> Vec<(String, String)> {
        let modules = self.modules.iter().map(|(module, node)| {
            let layout = (!is_plain).then(|| Random::new(self.seed));
            let text = node.print(layout).replace(OWN_NAME, name);
            (module.replace(OWN_NAME, name), text)
        });
        modules.collect()
    }

    /// How many nodes its trees have.
    pub fn size(&self) -> usize {
        self.modules.iter().map(|(_, node)| node.size()).sum()
    }
}

/// Makes the functions of the module `support` known.
fn support(writer: &mut Writer) {
    for (name, parameters, result) in support_functions() {
        let parameters = parameters.into_iter().map(Parameter::new).collect();
        let id = writer.functions.len();
        let name = name.to_string();
        writer.functions.push(Function {
            name,
            parameters,
            result,
            cost: 2,
        });
        writer.names.insert(Entity::Function(id), String::new());
    }
}

/// The functions of the module `support` that programs call: name, parameters, result.
fn support_functions() -> [(&'static str, Vec<Type>, Type); SUPPORT] {
    let [a, b, e] = [0, 1, 2].map(Type::Variable);
    let one = |from: &Type, to: &Type| Type::function(vec![from.clone()], to.clone());
    let list = || Type::list(a.clone());
    [
        ("identity", vec![a.clone()], a.clone()),
        ("second", vec![a.clone(), b.clone()], b.clone()),
        ("apply", vec![one(&a, &b), a.clone()], b.clone()),
        ("twice", vec![a.clone(), one(&a, &a)], a.clone()),
        ("map", vec![list(), one(&a, &b)], Type::list(b.clone())),
        ("filter", vec![list(), one(&a, &Type::Bool)], list()),
        (
            "fold",
            vec![
                list(),
                b.clone(),
                Type::function(vec![b.clone(), a.clone()], b.clone()),
            ],
            b.clone(),
        ),
        (
            "try",
            vec![
                Type::result(a.clone(), e.clone()),
                one(&a, &Type::result(b.clone(), e.clone())),
            ],
            Type::result(b.clone(), e.clone()),
        ),
        (
            "or",
            vec![Type::result(a.clone(), e.clone()), a.clone()],
            a.clone(),
        ),
        ("length", vec![list()], Type::Int),
        ("reverse", vec![list()], list()),
        (
            "lazy",
            vec![Type::Bool, a.clone(), Type::function(Vec::new(), a.clone())],
            a.clone(),
        ),
        ("small", vec![Type::Int], Type::Int),
        (
            "pair",
            vec![a.clone(), b.clone()],
            Type::Tuple(vec![a.clone(), b.clone()]),
        ),
    ]
}

/// What a module calls the functions of `support`, and its import.
fn import_support(writer: &mut Writer) -> Node {
    let mut unqualified = Vec::new();
    writer.names.clear();
    for id in 0..writer.functions.len() {
        let Some(name) = (id < SUPPORT).then(|| writer.functions[id].name.clone()) else {
            break;
        };
        let text = if writer.random.chance(30) {
            unqualified.push(Node::word(crate::tree::Sort::Part, name.clone()));
            name
        } else {
            format!("support.{name}")
        };
        writer.names.insert(Entity::Function(id), text);
    }
    if unqualified.is_empty() {
        return Node::part("import support", Vec::new());
    }
    Node::part("import support.{$}", vec![many(", ", unqualified)])
}

/// How many functions `support` has.
const SUPPORT: usize = 14;

/// The import of a library, and names for what it defines.
fn import(writer: &mut Writer, module: &str, entities: &[Entity]) -> Node {
    let last = module.rsplit('/').next().unwrap_or_default().to_string();
    let alias = writer.random.chance(30).then(|| format!("other_{last}"));
    let prefix = alias.clone().unwrap_or(last);
    let mut unqualified = Vec::new();
    for entity in entities {
        let Some((kind, name)) = exported_name(writer, *entity) else {
            continue;
        };
        if !writer.random.chance(40) {
            writer.names.insert(*entity, format!("{prefix}.{name}"));
        } else if writer.random.chance(25) {
            let start = if kind.is_empty() && name.starts_with(char::is_lowercase) {
                "my_"
            } else {
                "My"
            };
            let own = format!("{start}{name}");
            unqualified.push(Node::word(
                crate::tree::Sort::Part,
                format!("{kind}{name} as {own}"),
            ));
            writer.names.insert(*entity, own);
        } else {
            unqualified.push(Node::word(crate::tree::Sort::Part, format!("{kind}{name}")));
            writer.names.insert(*entity, name);
        }
    }
    let mut holes: Vec<Part> = vec![module.into()];
    let mut template = "import $".to_string();
    if !unqualified.is_empty() {
        template.push_str(".{~$~}");
        holes.push(many(", ", unqualified));
    }
    if let Some(alias) = alias {
        template.push_str(" as $");
        holes.push(alias.into());
    }
    Node::part(&template, holes)
}

/// What an import calls an entity, if it may be imported.
fn exported_name(writer: &Writer, entity: Entity) -> Option<(&'static str, String)> {
    match entity {
        Entity::Type(id) => Some(("type ", writer.types[id].name.clone())),
        Entity::Variant(id, index) => {
            let definition = &writer.types[id];
            (!definition.is_opaque).then(|| ("", definition.variants[index].name.clone()))
        }
        Entity::Function(id) => Some(("", writer.functions[id].name.clone())),
        Entity::Constant(id) => Some(("", writer.constants[id].name.clone())),
    }
}

fn imports(writer: &mut Writer, exported: &[(String, Vec<Entity>)]) -> Vec<Node> {
    let mut nodes = vec![import_support(writer)];
    for (module, entities) in exported {
        nodes.push(import(writer, module, entities));
    }
    writer.random.shuffle(&mut nodes);
    nodes
}

/// Types, constants and functions for others.
fn library_module(writer: &mut Writer, exported: &[(String, Vec<Entity>)]) -> (Node, Vec<Entity>) {
    let imports = imports(writer, exported);
    let mut items = Vec::new();
    let mut entities = Vec::new();
    for _ in 0..=writer.random.below(2) {
        let is_opaque = writer.random.chance(30);
        let (node, id) = writer.define_type(is_opaque);
        items.push(node);
        entities.push(Entity::Type(id));
        let variants = 0..writer.types[id].variants.len();
        entities.extend(variants.map(|index| Entity::Variant(id, index)));
        if is_opaque {
            let (node, id) = maker(writer, id);
            items.push(node);
            entities.push(Entity::Function(id));
        }
    }
    for _ in 0..writer.random.below(3) {
        let (node, id) = writer.define_constant(true);
        items.push(node);
        entities.extend(id.map(Entity::Constant));
    }
    for _ in 0..=writer.random.below(2) {
        for (node, id) in writer.define_functions(true) {
            items.push(node);
            entities.push(Entity::Function(id));
        }
    }
    (module(writer, imports, items), entities)
}

/// A function that makes a value of an opaque type.
fn maker(writer: &mut Writer, id: usize) -> (Node, usize) {
    writer.start_function();
    let parameters = writer.types[id].parameters;
    let arguments: Vec<Type> = (0..parameters).map(Type::Variable).collect();
    let fields = writer.fields(id, 0, &arguments);
    let ty = Type::Custom(id, arguments);
    let name = format!("make_t{}", writer.number());
    let unlabelled = fields.iter().map(|field| Parameter::new(field.ty.clone()));
    let unlabelled: Vec<Parameter> = unlabelled.collect();
    let texts = (0..fields.len()).map(|index| {
        let text = format!("p{index}: {}", writer.print_type(&fields[index].ty));
        Node::word(crate::tree::Sort::Part, text)
    });
    let texts = many(", ", texts.collect());
    let names: Vec<String> = (0..fields.len()).map(|index| format!("p{index}")).collect();
    let variant = writer.types[id].variants[0].name.clone();
    let body = if names.is_empty() {
        variant
    } else {
        format!("{variant}({})", names.join(", "))
    };
    let holes = vec![
        name.clone().into(),
        texts,
        writer.print_type(&ty).into(),
        body.into(),
    ];
    let node = Node::part("pub fn $(~$~) -> $ {\n$\n}", holes);
    let function = writer.functions.len();
    writer.functions.push(Function {
        name: name.clone(),
        parameters: unlabelled,
        result: ty,
        cost: 1,
    });
    writer.names.insert(Entity::Function(function), name);
    (node, function)
}

/// Definitions, and calls of everything.
fn main_module(writer: &mut Writer, exported: &[(String, Vec<Entity>)]) -> Node {
    let imports = imports(writer, exported);
    let mut items = Vec::new();
    for _ in 0..writer.random.below(3) {
        items.push(writer.define_type(false).0);
    }
    for _ in 0..writer.random.below(3) {
        items.push(writer.define_constant(false).0);
    }
    let mut called = Vec::new();
    for _ in 0..=writer.random.below(3) {
        for (node, id) in writer.define_functions(false) {
            items.push(node);
            called.push(id);
        }
    }
    for (_, entities) in exported {
        called.extend(entities.iter().filter_map(|entity| match entity {
            Entity::Function(id) => Some(*id),
            _ => None,
        }));
    }
    let mut calls: Vec<Node> = Vec::new();
    for id in called.into_iter().rev() {
        for _ in 0..=writer.random.below(2) {
            calls.push(call_from_main(writer, id));
        }
    }
    writer.start_function();
    let own = writer.expression(&Type::Int, 4);
    calls.push(traced(writer, "main", own));
    items.push(Node::part(
        "pub fn main() {\n$\nNil\n}",
        vec![many("\n", calls)],
    ));
    module(writer, imports, items)
}

fn call_from_main(writer: &mut Writer, id: usize) -> Node {
    writer.start_function();
    let parameters = writer.instantiated(id, std::collections::BTreeMap::new());
    let arguments = writer.arguments(&parameters, 1, Place::Body);
    let name = writer
        .names
        .get(&Entity::Function(id))
        .cloned()
        .unwrap_or_default();
    let call = Node::part("$(~$~)", vec![name.clone().into(), many(", ", arguments)]);
    traced(writer, &name, call)
}

/// A value that is printed, and an error in it too.
fn traced(_: &mut Writer, name: &str, value: Node) -> Node {
    let name = format!("\"{name}\"");
    let holes = vec![name.clone().into(), name.into(), value.into()];
    Node::part(
        "support.rescue(~$, fn() {\nsupport.log(~$, $~)\nNil\n})",
        holes,
    )
}

fn module(writer: &mut Writer, imports: Vec<Node>, mut items: Vec<Node>) -> Node {
    writer.random.shuffle(&mut items);
    Node::part("$\n\n$", vec![many("\n", imports), many("\n\n", items)])
}

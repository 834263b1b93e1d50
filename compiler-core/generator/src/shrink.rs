//! Smaller programs: each candidate takes one thing away.

use crate::program::Program;
use crate::tree::{Many, Node, Part, Sort};
use crate::types::Type;

/// Programs that differ from `program` in one place and are smaller, the smallest first. Many are
/// wrong: whoever asks keeps those that still show what is looked for.
pub fn smaller(program: &Program) -> Vec<Program> {
    let mut found = Vec::new();
    for index in 0..program.modules.len() {
        let (name, node) = &program.modules[index];
        let is_library = index + 1 < program.modules.len();
        if is_library {
            let mut fewer = program.clone();
            fewer.modules.remove(index);
            found.push(fewer);
        }
        let mut candidates = Vec::new();
        each_change(node, &mut |changed| candidates.push(changed));
        for changed in candidates {
            let mut candidate = program.clone();
            candidate.modules[index] = (name.clone(), changed);
            found.push(candidate);
        }
    }
    let size = program.size();
    found.retain(|candidate| candidate.size() < size || is_simpler(candidate, program));
    found.sort_by_key(Program::size);
    found
}

/// Of equal size, but with fewer characters.
fn is_simpler(candidate: &Program, program: &Program) -> bool {
    let length = |program: &Program| -> usize {
        let modules = program.print("p", true);
        modules.iter().map(|(_, text)| text.len()).sum()
    };
    candidate.size() == program.size() && length(candidate) < length(program)
}

/// Calls `give` with each tree that differs from `node` in one place.
fn each_change(node: &Node, give: &mut dyn FnMut(Node)) {
    for replacement in replacements(node) {
        give(replacement);
    }
    for (index, part) in node.parts.iter().enumerate() {
        match part {
            Part::Node(inner) => {
                each_change(inner, &mut |changed| {
                    give(with_part(node, index, Part::Node(changed)));
                });
            }
            Part::Many(many) => {
                for items in fewer(many) {
                    give(with_part(node, index, Part::Many(items)));
                }
                for (place, item) in many.items.iter().enumerate() {
                    each_change(item, &mut |changed| {
                        let mut many = many.clone();
                        many.items[place] = changed;
                        give(with_part(node, index, Part::Many(many)));
                    });
                }
            }
            Part::Tokens(_) | Part::Word(_) => {}
        }
    }
}

fn with_part(node: &Node, index: usize, part: Part) -> Node {
    let mut changed = node.clone();
    changed.parts[index] = part;
    changed
}

/// The row without its first or second half, or without one of its items.
fn fewer(many: &Many) -> Vec<Many> {
    let count = many.items.len();
    let without = |from: usize, to: usize| {
        let mut many = many.clone();
        many.items.drain(from..to);
        many
    };
    let mut found = Vec::new();
    if count > 3 {
        found.extend([without(0, count / 2), without(count / 2, count)]);
    }
    found.extend((0..count).map(|index| without(index, index + 1)));
    found
}

/// What may stand in place of the whole node.
fn replacements(node: &Node) -> Vec<Node> {
    let mut found = Vec::new();
    match &node.sort {
        Sort::Expression(ty) => {
            found.extend(simplest(ty));
            inner_expressions(node, ty, &mut found);
        }
        Sort::Pattern => found.push(Node::word(Sort::Pattern, "_")),
        Sort::Part => {}
    }
    found
}

fn simplest(ty: &Type) -> Option<Node> {
    let text = match ty {
        Type::Int => "0",
        Type::Float => "1.0",
        Type::String => "\"\"",
        Type::Bool => "True",
        Type::Nil => "Nil",
        Type::BitArray => "<<>>",
        Type::List(_) => "[]",
        _ => return None,
    };
    Some(Node::word(node_sort(ty), text))
}

fn node_sort(ty: &Type) -> Sort {
    Sort::Expression(ty.clone())
}

/// Expressions of a type inside of an expression, outermost only.
fn inner_expressions(node: &Node, ty: &Type, found: &mut Vec<Node>) {
    let mut visit = |inner: &Node| {
        if inner.sort == Sort::Expression(ty.clone()) {
            found.push(inner.clone().within(node.binding.min(crate::tree::POSTFIX)));
        } else {
            inner_expressions(inner, ty, found);
        }
    };
    for part in &node.parts {
        match part {
            Part::Node(inner) => visit(inner),
            Part::Many(many) => many.items.iter().for_each(&mut visit),
            Part::Tokens(_) | Part::Word(_) => {}
        }
    }
}

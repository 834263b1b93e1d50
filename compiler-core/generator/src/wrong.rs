//! Programs with one thing that is probably wrong.

use crate::program::Program;
use crate::random::Random;
use crate::tree::{Node, Part, Sort};
use crate::types::Type;

/// The program with one change that most often breaks a type, a name or the count of something.
pub fn ill_typed(program: &Program, random: &mut Random) -> Program {
    let mut changed = program.clone();
    let last = changed.modules.len() - 1;
    let index = random.below(last + 1);
    let node = &mut changed.modules[index].1;
    let mut place = random.below(node.size());
    visit(node, &mut place, random);
    changed
}

/// Changes the node at a place, counted in the order of the text; whether it was reached.
fn visit(node: &mut Node, place: &mut usize, random: &mut Random) -> bool {
    if *place == 0 {
        break_node(node, random);
        return true;
    }
    *place -= 1;
    node.parts.iter_mut().any(|part| match part {
        Part::Node(inner) => visit(inner, place, random),
        Part::Many(many) => many
            .items
            .iter_mut()
            .any(|inner| visit(inner, place, random)),
        Part::Tokens(_) | Part::Word(_) => false,
    })
}

fn break_node(node: &mut Node, random: &mut Random) {
    let removed = random.chance(30) && remove_item(node, random);
    if removed {
        return;
    }
    let other = match &node.sort {
        Sort::Expression(ty) => {
            let others = [
                (Type::Int, "1"),
                (Type::String, "\"s\""),
                (Type::Float, "1.5"),
                (Type::Bool, "True"),
                (Type::Nil, "unknown"),
                (Type::list(Type::Nil), "[Nil]"),
                (Type::BitArray, "<<1>>"),
                (Type::Nil, "Ok(Nil)"),
                (Type::Nil, "fn(x) { x }"),
                (Type::Nil, "x.then"),
            ];
            let (other, text) = random.pick(&others);
            if other == *ty { "#(1, 2)" } else { text }
        }
        Sort::Pattern => random.pick(&[
            "1",
            "\"s\"",
            "[]",
            "Unknown(1)",
            "#(a, b)",
            "Ok(x)",
            "x",
            "_",
            "True",
        ]),
        Sort::Part => {
            if !remove_item(node, random) {
                repeat_item(node, random);
            }
            return;
        }
    };
    *node = Node::word(node.sort.clone(), other);
}

/// Leaves out one of the items of a row in the node.
fn remove_item(node: &mut Node, random: &mut Random) -> bool {
    let mut rows = node.parts.iter_mut().filter_map(|part| match part {
        Part::Many(many) if !many.items.is_empty() => Some(many),
        _ => None,
    });
    let Some(many) = rows.next() else {
        return false;
    };
    let index = random.below(many.items.len());
    many.items.remove(index);
    true
}

fn repeat_item(node: &mut Node, random: &mut Random) {
    for part in &mut node.parts {
        if let Part::Many(many) = part
            && let Some(item) = random.any(&many.items)
        {
            many.items.push(item);
            return;
        }
    }
}

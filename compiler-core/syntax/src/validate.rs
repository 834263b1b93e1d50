//! Rules that need the tree but no names: what guards, constants, sizes of segments and calls may
//! hold, and which attributes stand where.

mod attribute;
mod constant;
mod guard;
mod node;
mod size;

pub(crate) use attribute::variant_attribute;

use crate::ast::Module;
use crate::problem::Problem;

/// Checks the tree. The nodes are visited in the order of their arenas, so depth is no concern
/// except in guards, constants and sizes, which keep a list of what is left to visit.
pub(crate) fn module(module: &Module, problems: &mut Vec<Problem>) {
    node::exprs(module, problems);
    node::patterns(module, problems);
    for (_, expr) in module.exprs.iter() {
        guard::check(module, expr, problems);
    }
    for item in &module.items {
        attribute::check(item, problems);
        constant::check(module, item, problems);
    }
    constant::prepends(module, problems);
    constant::segments(module, problems);
}

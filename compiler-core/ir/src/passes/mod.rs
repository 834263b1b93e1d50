//! Changes to a lowered module that keep its meaning.

mod forward;
mod inline;
mod linear;

use std::collections::BTreeMap;

use analysis::interface::Template;
use source::Name;

use crate::node::Module;

/// Templates of functions, by module and name.
pub type Templates = BTreeMap<(Name, Name), Template>;

/// For targets on which calls take stack: brings calls by which functions go round to where they are
/// the last thing that the function does, as far as evaluation stays in order, and names the values
/// of others where a loop can go on with them.
pub fn make_rounds(module: &mut Module, templates: &Templates) {
    forward::forward(module);
    inline::inline(module, templates);
    linear::linear(module);
}

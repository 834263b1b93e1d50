//! Changes to a lowered module that keep its meaning.

mod forward;
mod inline;

use std::collections::BTreeMap;

use analysis::interface::Template;
use source::Name;

use crate::node::Module;

/// Templates of functions, by module and name.
pub type Templates = BTreeMap<(Name, Name), Template>;

/// For targets on which calls take stack: brings calls by which functions go round to where they are
/// the last thing that the function does, as far as evaluation stays in order.
pub fn bring_rounds_last(module: &mut Module, templates: &Templates) {
    forward::forward(module);
    inline::inline(module, templates);
}

/// A decision tree.
#[derive(Debug, Clone, PartialEq)]
pub struct Tree {}

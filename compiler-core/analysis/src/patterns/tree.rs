use std::sync::Arc;

use num_bigint::BigInt;
use source::{Arena, Id};
use syntax::ast::PatternId;

use crate::checked::LocalId;
use crate::interface::ConstructorRef;
use crate::types::Ty;

/// A decision tree (Maranget, "Compiling pattern matching to good decision trees", 2008).
///
/// Every place is introduced by one node, above all that mention it. Bodies are named by clause,
/// so that they exist once however many leaves lead to them.
#[derive(Debug, Clone, PartialEq)]
pub struct Tree {
    /// The values that are matched, in order.
    pub subjects: Vec<PlaceId>,
    /// The subjects and all parts of them that the tree looks at.
    pub places: Arena<Place>,
    /// The nodes; children come before their parents.
    pub nodes: Arena<Node>,
    /// Where to begin.
    pub root: NodeId,
}

/// A place of [`Tree::places`].
pub type PlaceId = Id<Place>;
/// A node of [`Tree::nodes`].
pub type NodeId = Id<Node>;

/// A subject or a part of one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Place {
    /// Its type.
    pub ty: Ty,
}

/// A step of a decision.
#[derive(Debug, Clone, PartialEq)]
pub enum Node {
    /// No pattern matches.
    Fail,
    /// A clause matches.
    Leaf {
        /// Which clause.
        clause: usize,
        /// What its variables stand for.
        bindings: Vec<Binding>,
    },
    /// A clause matches if its guard holds.
    Guard {
        /// Which clause.
        clause: usize,
        /// What its variables stand for.
        bindings: Vec<Binding>,
        /// If the guard does not hold.
        otherwise: NodeId,
    },
    /// Tests that exclude each other.
    Switch {
        /// What is tested.
        place: PlaceId,
        /// In the order of the patterns that ask for them.
        branches: Vec<(Test, NodeId)>,
        /// If no test holds; absent if one always does.
        otherwise: Option<NodeId>,
    },
    /// A tuple is taken apart.
    Tuple {
        /// The tuple.
        place: PlaceId,
        /// All of its elements.
        items: Vec<PlaceId>,
        /// What comes next.
        then: NodeId,
    },
}

/// A variable and what it stands for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Binding {
    /// The variable.
    pub local: LocalId,
    /// Its value.
    pub value: Bound,
}

/// The value of a variable of a pattern.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Bound {
    /// That of a place.
    Place(PlaceId),
    /// The text of a string prefix.
    Text(Arc<str>),
}

/// A test of one place, with the places that it opens.
#[derive(Debug, Clone, PartialEq)]
pub enum Test {
    /// This integer.
    Int(BigInt),
    /// This float; zeros differ by sign.
    Float(f64),
    /// This string.
    String(Arc<str>),
    /// A string that begins so.
    StringPrefix {
        /// With what.
        prefix: Arc<str>,
        /// What follows.
        rest: PlaceId,
    },
    /// A variant.
    Variant {
        /// Which.
        constructor: ConstructorRef,
        /// All of its fields.
        fields: Vec<PlaceId>,
    },
    /// `[]`
    EmptyList,
    /// A list with an element.
    NonEmptyList {
        /// The first element.
        head: PlaceId,
        /// The others.
        tail: PlaceId,
    },
    /// A bit array of the layout of a pattern.
    BitArray {
        /// The pattern: its segments say how to read and what to compare.
        pattern: PatternId,
        /// One for each segment.
        segments: Vec<PlaceId>,
    },
}

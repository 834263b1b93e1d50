use std::fmt;
use std::hash::{Hash, Hasher};
use std::marker::PhantomData;
use std::ops::{Index, IndexMut};

use serde::{Deserialize, Deserializer, Serialize, Serializer};

/// A dense index of a `T` in its [`Arena`].
pub struct Id<T> {
    index: u32,
    kind: PhantomData<fn() -> T>,
}

impl<T> Id<T> {
    /// The id of the `index`th node.
    pub const fn from_index(index: usize) -> Self {
        Self {
            index: index as u32,
            kind: PhantomData,
        }
    }

    /// The position in the arena.
    pub const fn index(self) -> usize {
        self.index as usize
    }
}

impl<T> Clone for Id<T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T> Copy for Id<T> {}

impl<T> PartialEq for Id<T> {
    fn eq(&self, other: &Self) -> bool {
        self.index == other.index
    }
}

impl<T> Eq for Id<T> {}

impl<T> PartialOrd for Id<T> {
    fn partial_cmp(&self, other: &Self) -> Option<std::cmp::Ordering> {
        Some(self.cmp(other))
    }
}

impl<T> Ord for Id<T> {
    fn cmp(&self, other: &Self) -> std::cmp::Ordering {
        self.index.cmp(&other.index)
    }
}

impl<T> Hash for Id<T> {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.index.hash(state);
    }
}

impl<T> fmt::Debug for Id<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "#{}", self.index)
    }
}

impl<T> Serialize for Id<T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_u32(self.index)
    }
}

impl<'de, T> Deserialize<'de> for Id<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        u32::deserialize(deserializer).map(|index| Self::from_index(index as usize))
    }
}

/// Nodes of one kind, held by value and named by [`Id`]s: no pointers, no recursive drop.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Arena<T> {
    nodes: Vec<T>,
}

impl<T> Default for Arena<T> {
    fn default() -> Self {
        Self { nodes: Vec::new() }
    }
}

impl<T> Arena<T> {
    /// Adds a node.
    pub fn alloc(&mut self, node: T) -> Id<T> {
        let id = Id::from_index(self.nodes.len());
        self.nodes.push(node);
        id
    }

    /// Takes back all nodes but the first `len`.
    pub fn truncate(&mut self, len: usize) {
        self.nodes.truncate(len);
    }

    /// How many nodes there are.
    pub fn len(&self) -> usize {
        self.nodes.len()
    }

    /// Whether there is no node.
    pub fn is_empty(&self) -> bool {
        self.nodes.is_empty()
    }

    /// The ids and nodes, in order of creation.
    pub fn iter(&self) -> impl Iterator<Item = (Id<T>, &T)> {
        self.nodes
            .iter()
            .enumerate()
            .map(|(index, node)| (Id::from_index(index), node))
    }

    /// The ids, in order of creation.
    pub fn ids(&self) -> impl Iterator<Item = Id<T>> + use<T> {
        (0..self.nodes.len()).map(Id::from_index)
    }
}

impl<T> Index<Id<T>> for Arena<T> {
    type Output = T;

    fn index(&self, id: Id<T>) -> &T {
        &self.nodes[id.index()]
    }
}

impl<T> IndexMut<Id<T>> for Arena<T> {
    fn index_mut(&mut self, id: Id<T>) -> &mut T {
        &mut self.nodes[id.index()]
    }
}

/// A side table: one `V` for each node of an [`Arena<T>`].
#[derive(Debug, Clone, PartialEq)]
pub struct Table<T, V> {
    values: Vec<V>,
    kind: PhantomData<fn() -> T>,
}

impl<T, V: Clone> Table<T, V> {
    /// A table for `arena` in which every node has `value`.
    pub fn filled(arena: &Arena<T>, value: V) -> Self {
        Self {
            values: vec![value; arena.len()],
            kind: PhantomData,
        }
    }

    /// The ids and values, in order of the nodes' creation.
    pub fn iter(&self) -> impl Iterator<Item = (Id<T>, &V)> {
        self.values
            .iter()
            .enumerate()
            .map(|(index, value)| (Id::from_index(index), value))
    }
}

impl<T, V> Index<Id<T>> for Table<T, V> {
    type Output = V;

    fn index(&self, id: Id<T>) -> &V {
        &self.values[id.index()]
    }
}

impl<T, V> IndexMut<Id<T>> for Table<T, V> {
    fn index_mut(&mut self, id: Id<T>) -> &mut V {
        &mut self.values[id.index()]
    }
}

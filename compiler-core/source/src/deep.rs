//! What holds the children of a tree that is as deep as its user likes.

use std::ops::{Deref, DerefMut};

use serde::{Deserialize, Deserializer, Serialize, Serializer};

use crate::grow;

/// Children of a node: copying, comparing, storing, reading and freeing them grows the stack.
///
/// What derives these for a tree of nodes recurses through here once a level.
#[derive(Debug, Default)]
pub struct Deep<T: Default>(T);

impl<T: Default> From<T> for Deep<T> {
    fn from(children: T) -> Self {
        Self(children)
    }
}

impl<T: Default> Deref for Deep<T> {
    type Target = T;

    fn deref(&self) -> &T {
        &self.0
    }
}

impl<T: Default> DerefMut for Deep<T> {
    fn deref_mut(&mut self) -> &mut T {
        &mut self.0
    }
}

impl<T: Default + Clone> Clone for Deep<T> {
    fn clone(&self) -> Self {
        grow(|| Self(self.0.clone()))
    }
}

impl<T: Default + PartialEq> PartialEq for Deep<T> {
    fn eq(&self, other: &Self) -> bool {
        grow(|| self.0 == other.0)
    }
}

impl<T: Default> Drop for Deep<T> {
    fn drop(&mut self) {
        let children = std::mem::take(&mut self.0);
        grow(|| drop(children));
    }
}

impl<T: Default + Serialize> Serialize for Deep<T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        grow(|| self.0.serialize(serializer))
    }
}

impl<'de, T: Default + Deserialize<'de>> Deserialize<'de> for Deep<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        grow(|| T::deserialize(deserializer).map(Self))
    }
}

#[cfg(test)]
mod tests {
    use super::Deep;

    #[derive(Debug, Clone, PartialEq)]
    struct Node(Deep<Vec<Node>>);

    #[test]
    fn deep_trees_are_copied_compared_and_freed() {
        let mut tree = Node(Deep::default());
        for _ in 0..100_000 {
            tree = Node(vec![tree].into());
        }
        assert!(tree == tree.clone());
    }
}

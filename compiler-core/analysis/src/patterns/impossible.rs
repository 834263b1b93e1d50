use std::collections::HashMap;
use std::rc::Rc;

use syntax::ast::{PatternId, PatternKind};

use super::row::Patterns;
use super::{Unreachable, Variants};
use crate::checked::PatternResolution;
use crate::interface::ConstructorRef;
use crate::types::{PRELUDE, Ty, TyKind, TypeStore};

/// Why no value of type `ty` matches `pattern`, whatever comes before it.
pub(super) fn impossible(
    patterns: &mut Patterns<'_>,
    shapes: &mut Shapes<'_>,
    pattern: PatternId,
    ty: Ty,
) -> Option<Unreachable> {
    source::grow(|| match &patterns.module.patterns[pattern].kind {
        PatternKind::As { pattern, .. } => impossible(patterns, shapes, *pattern, ty),
        PatternKind::Tuple(items) => {
            let types = shapes.items(ty, items.len());
            let mut parts = items.iter().zip(types);
            parts.find_map(|(item, ty)| impossible(patterns, shapes, *item, ty))
        }
        PatternKind::List { items, .. } => {
            let ty = shapes.element(ty);
            let mut items = items.iter();
            items.find_map(|item| impossible(patterns, shapes, *item, ty))
        }
        PatternKind::Constructor { .. } => impossible_variant(patterns, shapes, pattern, ty),
        PatternKind::BitArray(_) => {
            let layout = patterns.layouts.get(pattern);
            layout
                .is_impossible()
                .then_some(Unreachable::ImpossibleSegment)
        }
        _ => None,
    })
}

fn impossible_variant(
    patterns: &mut Patterns<'_>,
    shapes: &mut Shapes<'_>,
    pattern: PatternId,
    ty: Ty,
) -> Option<Unreachable> {
    let PatternResolution::Constructor {
        constructor,
        fields,
    } = &patterns.tables.patterns[pattern]
    else {
        return None;
    };
    if shapes
        .known_variant(ty)
        .is_some_and(|known| known != constructor.index)
    {
        return Some(Unreachable::ImpossibleVariant);
    }
    let types = shapes.fields(ty, constructor, fields.len());
    let mut parts = fields.iter().zip(types);
    parts.find_map(|(field, ty)| impossible(patterns, shapes, (*field)?, ty))
}

/// The constructors of a type with the types of their fields.
pub(super) type Constructors = Rc<[(ConstructorRef, Vec<Ty>)]>;

/// What values of a type look like.
pub(super) struct Shapes<'a> {
    pub(super) types: TypeStore,
    pub(super) variants: &'a dyn Variants,
    known: HashMap<Ty, Option<Constructors>>,
}

impl<'a> Shapes<'a> {
    pub(super) fn new(types: TypeStore, variants: &'a dyn Variants) -> Self {
        Self {
            types,
            variants,
            known: HashMap::new(),
        }
    }

    /// The constructors of `ty` in order, unless they are hidden or there are none.
    pub(super) fn constructors(&mut self, ty: Ty) -> Option<Constructors> {
        if let Some(known) = self.known.get(&ty) {
            return known.clone();
        }
        let found = self.variants.variants(&mut self.types, ty).map(Rc::from);
        self.known.insert(ty, found.clone());
        found
    }

    /// The variant that inference knows all values of this type to be.
    pub(super) fn known_variant(&self, ty: Ty) -> Option<u32> {
        match self.types.kind(ty) {
            TyKind::Named { variant, .. } => *variant,
            _ => None,
        }
    }

    /// The types of a constructor's fields.
    pub(super) fn fields(&mut self, ty: Ty, constructor: &ConstructorRef, count: usize) -> Vec<Ty> {
        let constructors = self.constructors(ty);
        let found = constructors
            .as_ref()
            .and_then(|all| all.get(constructor.index as usize));
        sized(found.map_or(&[], |(_, types)| types), count)
    }

    /// The types of a tuple's elements.
    pub(super) fn items(&self, ty: Ty, count: usize) -> Vec<Ty> {
        match self.types.kind(ty) {
            TyKind::Tuple(items) => sized(items, count),
            _ => vec![Ty::ERROR; count],
        }
    }

    /// The type of a list's elements.
    pub(super) fn element(&self, ty: Ty) -> Ty {
        match self.types.kind(ty) {
            TyKind::Named {
                module, name, args, ..
            } if *module == PRELUDE && *name == "List" => {
                args.first().copied().unwrap_or(Ty::ERROR)
            }
            _ => Ty::ERROR,
        }
    }
}

/// As many types as there are patterns: broken programs may have too few.
fn sized(types: &[Ty], count: usize) -> Vec<Ty> {
    let types = types.iter().copied();
    types
        .chain(std::iter::repeat(Ty::ERROR))
        .take(count)
        .collect()
}

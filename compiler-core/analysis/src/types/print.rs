//! Types as a reader of the module would write them.

use std::collections::{BTreeMap, BTreeSet, HashSet};

use source::Name;

use super::{PRELUDE, Ty, TyKind, TypeStore};
use crate::interface::ConstructorRef;

/// How a module writes the names of others.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Spelling {
    /// The module itself.
    pub module: Option<Name>,
    /// Types that have a name here, by module and name there.
    pub types: BTreeMap<(Name, Name), Name>,
    /// Values that have a name here, by module and name there.
    pub values: BTreeMap<(Name, Name), Name>,
    /// Modules that have a name here, by their path.
    pub modules: BTreeMap<Name, Name>,
}

impl Spelling {
    /// A type's name: `Option`, `option.Option`, or the whole path if the module has no name.
    pub fn type_name(&self, module: Name, name: Name) -> String {
        match self.types.get(&(module, name)) {
            Some(here) => here.to_string(),
            None => self.qualified(module, name),
        }
    }

    /// A constructor's name.
    pub fn constructor(&self, constructor: &ConstructorRef) -> String {
        let (module, name) = (constructor.module, constructor.name);
        match self.values.get(&(module, name)) {
            Some(here) => here.to_string(),
            None => self.qualified(module, name),
        }
    }

    fn qualified(&self, module: Name, name: Name) -> String {
        match self.modules.get(&module) {
            Some(local) => format!("{local}.{name}"),
            None if self.module == Some(module) || module == PRELUDE => name.to_string(),
            None => format!("{}.{name}", module.rsplit('/').next().unwrap_or(&module)),
        }
    }
}

/// How many parts of a type are printed. The parts of a type may be shared, so that in full it can
/// be exponentially longer than the program that it is found in.
const PRINTED_PARTS: usize = 400;
/// How deep parts are printed.
const PRINTED_DEPTH: usize = 40;

/// Prints types; variables without a name get the same letter in all types that it prints. Of
/// enormous types it leaves out parts: `…`.
#[derive(Debug)]
pub struct Printer<'a> {
    types: &'a TypeStore,
    spelling: &'a Spelling,
    names: &'a BTreeMap<u32, Name>,
    letters: BTreeMap<TyKind, String>,
    taken: BTreeSet<Name>,
    /// How many parts may still be printed.
    parts: usize,
    /// How many parts the present one is in.
    depth: usize,
}

impl<'a> Printer<'a> {
    /// A printer for types of a store; `names` are those that the source gives to `Generic`s.
    pub fn new(
        types: &'a TypeStore,
        spelling: &'a Spelling,
        names: &'a BTreeMap<u32, Name>,
    ) -> Self {
        Self {
            types,
            spelling,
            names,
            letters: BTreeMap::new(),
            taken: BTreeSet::new(),
            parts: 0,
            depth: 0,
        }
    }

    /// `fn(List(a)) -> Int`
    pub fn print(&mut self, ty: Ty) -> String {
        self.reserve(ty);
        let mut text = String::new();
        self.parts = PRINTED_PARTS;
        self.write(ty, &mut text);
        text
    }

    /// The names that the type itself has are not given to others.
    pub(crate) fn reserve(&mut self, ty: Ty) {
        let mut seen = HashSet::new();
        let mut pending = vec![ty];
        while let Some(ty) = pending.pop() {
            // What is not printed needs no name.
            if seen.len() > PRINTED_PARTS * 10 || !seen.insert(ty) {
                continue;
            }
            match self.types.kind(ty) {
                TyKind::Named { args: parts, .. } | TyKind::Tuple(parts) => pending.extend(parts),
                TyKind::Fn { params, result } => {
                    pending.extend(params);
                    pending.push(*result);
                }
                TyKind::Generic(index) => self.taken.extend(self.names.get(index)),
                TyKind::Error | TyKind::Var(_) => {}
            }
        }
    }

    fn write(&mut self, ty: Ty, text: &mut String) {
        if self.parts == 0 || self.depth > PRINTED_DEPTH {
            return text.push('…');
        }
        self.parts -= 1;
        self.depth += 1;
        self.write_kind(self.types.kind(ty), text);
        self.depth -= 1;
    }

    fn write_kind(&mut self, kind: &'a TyKind, text: &mut String) {
        match kind {
            TyKind::Error => text.push('_'),
            TyKind::Named {
                module, name, args, ..
            } => {
                text.push_str(&self.spelling.type_name(*module, *name));
                if !args.is_empty() {
                    self.write_all("(", args, text);
                }
            }
            TyKind::Fn { params, result } => {
                self.write_all("fn(", params, text);
                text.push_str(" -> ");
                self.write(*result, text);
            }
            TyKind::Tuple(items) => self.write_all("#(", items, text),
            TyKind::Generic(index) => match self.names.get(index) {
                Some(name) => text.push_str(name),
                None => text.push_str(&self.letter(kind)),
            },
            TyKind::Var(_) => text.push_str(&self.letter(kind)),
        }
    }

    fn write_all(&mut self, open: &str, types: &[Ty], text: &mut String) {
        text.push_str(open);
        for (index, ty) in types.iter().enumerate() {
            if index > 0 {
                text.push_str(", ");
            }
            self.write(*ty, text);
            if self.parts == 0 && index + 1 < types.len() {
                text.push_str(", …");
                break;
            }
        }
        text.push(')');
    }

    fn letter(&mut self, kind: &TyKind) -> String {
        if let Some(known) = self.letters.get(kind) {
            return known.clone();
        }
        let mut number = self.letters.len();
        let letter = loop {
            let letter = letter(number);
            let named = |taken: &Name| **taken == *letter;
            if !self.taken.iter().any(named) && !self.letters.values().any(|it| *it == letter) {
                break letter;
            }
            number += 1;
        };
        self.letters.insert(kind.clone(), letter.clone());
        letter
    }
}

/// The name of a type variable that has none: `a` … `z`, `aa`, `ab` …
pub fn letter(mut number: usize) -> String {
    let mut text = String::new();
    loop {
        text.insert(0, char::from(b'a' + (number % 26) as u8));
        if number < 26 {
            return text;
        }
        number = number / 26 - 1;
    }
}

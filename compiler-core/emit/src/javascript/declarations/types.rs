//! Types in TypeScript's notation.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use ir::{PRELUDE, Ty, TyKind};
use source::Name;

use super::Declarations;

/// Types share their parts, so that a short program can have a type that no disk would hold. What
/// is beyond this is `any`.
pub(super) const MOST_PARTS: u32 = 10_000;

/// Names for type variables; others are `any`.
#[derive(Debug, Default)]
pub(super) struct Variables {
    names: BTreeMap<u32, String>,
}

impl Variables {
    /// Names for `Generic(0)` up to `count`.
    pub(super) fn numbered(count: usize, taken: &BTreeSet<Name>) -> Self {
        Self::of(0..count as u32, taken)
    }

    /// Names for some `Generic`s, in this order: `A`, `B` … `Z`, `AA` …
    fn of(generics: impl IntoIterator<Item = u32>, taken: &BTreeSet<Name>) -> Self {
        let mut free = (0..).map(letters).filter(|name| !taken.contains(name));
        let names = generics
            .into_iter()
            .filter_map(|generic| Some((generic, free.next()?.to_string())));
        Self {
            names: names.collect(),
        }
    }

    /// Only those among `generics`.
    pub(super) fn among(&self, generics: &BTreeSet<u32>) -> Self {
        let names = self.names.iter();
        let names = names.filter(|(generic, _)| generics.contains(generic));
        Self {
            names: names
                .map(|(generic, name)| (*generic, name.clone()))
                .collect(),
        }
    }

    /// `<A, B>` where it is declared; `default` is what stands behind each.
    pub(super) fn parameters(&self, default: &str) -> String {
        self.listed(|name| format!("{name}{default}"))
    }

    /// `<unknown, unknown>`
    pub(super) fn unknowns(&self) -> String {
        self.listed(|_| "unknown".to_owned())
    }

    fn listed(&self, shown: impl Fn(&str) -> String) -> String {
        if self.names.is_empty() {
            return String::new();
        }
        let names: Vec<_> = self.names.values().map(|name| shown(name)).collect();
        format!("<{}>", names.join(", "))
    }
}

/// The `index`th word of capital letters.
fn letters(index: u32) -> Name {
    let mut reversed = Vec::new();
    let mut rest = index + 1;
    while rest > 0 {
        rest -= 1;
        reversed.push(char::from(b'A' + (rest % 26) as u8));
        rest /= 26;
    }
    Name::new(&reversed.into_iter().rev().collect::<String>())
}

impl Declarations<'_> {
    /// Parameters and result of a function type.
    pub(super) fn function_parts(&self, ty: Ty) -> Option<(Vec<Ty>, Ty)> {
        match self.module.type_store.kind(ty) {
            TyKind::Fn { params, result } => Some((params.clone(), *result)),
            _ => None,
        }
    }

    /// Names for the type variables that `ty` mentions more than once, by first mention. A
    /// variable that is mentioned once says nothing.
    pub(super) fn repeated(&self, ty: Ty) -> Variables {
        let mut order = Vec::new();
        let mut often = BTreeSet::new();
        self.walk(ty, |generic| {
            if order.contains(&generic) {
                often.insert(generic);
            } else {
                order.push(generic);
            }
        });
        order.retain(|generic| often.contains(generic));
        Variables::of(order, &self.classes)
    }

    /// The type variables that a type mentions.
    pub(super) fn mentioned(&self, ty: Ty) -> BTreeSet<u32> {
        let mut found = BTreeSet::new();
        self.walk(ty, |generic| {
            found.insert(generic);
        });
        found
    }

    /// Visits the type variables of `ty`, each at least twice if it is mentioned twice.
    fn walk(&self, ty: Ty, mut visit: impl FnMut(u32)) {
        let mut visits: HashMap<Ty, u32> = HashMap::new();
        let mut work = vec![ty];
        while let Some(ty) = work.pop() {
            let visited = visits.entry(ty).or_default();
            *visited += 1;
            // A third visit would tell nothing that the second has not told.
            if *visited > 2 {
                continue;
            }
            match self.module.type_store.kind(ty) {
                TyKind::Generic(generic) => visit(*generic),
                TyKind::Named { args, .. } => work.extend(args.iter().rev()),
                TyKind::Tuple(items) => work.extend(items.iter().rev()),
                TyKind::Fn { params, result } => {
                    work.push(*result);
                    work.extend(params.iter().rev());
                }
                TyKind::Error | TyKind::Var(_) => {}
            }
        }
    }

    /// Appends `ty` to `text`.
    pub(super) fn write_type(&mut self, ty: Ty, variables: &Variables, text: &mut String) {
        if self.room == 0 {
            text.push_str("any");
            return;
        }
        self.room -= 1;
        source::grow(|| self.write_kind(ty, variables, text));
    }

    fn write_kind(&mut self, ty: Ty, variables: &Variables, text: &mut String) {
        let module = self.module;
        match module.type_store.kind(ty) {
            TyKind::Named {
                module, name, args, ..
            } => {
                text.push_str(&self.type_name(*module, *name));
                if !args.is_empty() {
                    text.push('<');
                    self.separated(args, variables, text);
                    text.push('>');
                }
            }
            TyKind::Tuple(items) => {
                text.push('[');
                self.separated(items, variables, text);
                text.push(']');
            }
            TyKind::Fn { params, result } => {
                text.push('(');
                for (index, param) in params.iter().enumerate() {
                    let separator = if index > 0 { ", " } else { "" };
                    text.push_str(&format!("{separator}x{index}: "));
                    self.write_type(*param, variables, text);
                }
                text.push_str(") => ");
                self.write_type(*result, variables, text);
            }
            TyKind::Generic(generic) => {
                text.push_str(variables.names.get(generic).map_or("any", |name| name));
            }
            TyKind::Error | TyKind::Var(_) => text.push_str("any"),
        }
    }

    fn separated(&mut self, types: &[Ty], variables: &Variables, text: &mut String) {
        for (index, ty) in types.iter().enumerate() {
            if index > 0 {
                text.push_str(", ");
            }
            self.write_type(*ty, variables, text);
        }
    }

    /// A type's name without arguments.
    fn type_name(&mut self, module: Name, name: Name) -> String {
        if module == PRELUDE {
            return prelude_type(&name);
        }
        if module == self.module.name {
            return format!("{name}$");
        }
        // A module that the program does not have cannot be imported.
        let Some(package) = self.packages.get(&module) else {
            return "any".to_owned();
        };
        let alias = self.imports.module(*package, module);
        format!("{alias}.{name}$")
    }
}

fn prelude_type(name: &str) -> String {
    match name {
        "Int" | "Float" => "number".to_owned(),
        "String" => "string".to_owned(),
        "Bool" => "boolean".to_owned(),
        "Nil" => "undefined".to_owned(),
        _ => format!("_.{name}"),
    }
}

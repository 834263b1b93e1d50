//! What is documented of a module: its public types, functions and constants.

use std::collections::BTreeMap;

use analysis::interface::{Implementations, ValueKind};
use analysis::types::{Ty, TyKind, TypeStore, letter};
use camino::{Utf8Path, Utf8PathBuf};
use source::Name;
use syntax::ast::{
    AttributeKind, Const, CustomType, Function, Item, ItemKind, PatternKind, Publicity,
};

use crate::pipeline::Full;

use super::signature::{Piece, Signature};

/// A module and what its page shows.
pub(super) struct Module {
    pub(super) name: Name,
    /// Its file, in the package.
    pub(super) path: Utf8PathBuf,
    /// Markdown.
    pub(super) docs: String,
    pub(super) types: Vec<Entry>,
    pub(super) values: Vec<Entry>,
}

/// A type or value.
pub(super) struct Entry {
    pub(super) name: Name,
    pub(super) signature: Signature,
    /// Markdown.
    pub(super) docs: String,
    pub(super) deprecated: Option<String>,
    /// First and last line, from one.
    pub(super) lines: (usize, usize),
    /// Of a type, unless it is opaque or external.
    pub(super) constructors: Vec<Constructor>,
    pub(super) kind: Kind,
    /// The one target that it runs on, if it does not run on both.
    pub(super) only: Option<&'static str>,
}

/// What is defined.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    Type,
    Alias,
    Function,
    Constant,
}

/// A constructor of a type.
pub(super) struct Constructor {
    pub(super) name: Name,
    pub(super) signature: Signature,
    pub(super) docs: String,
    pub(super) deprecated: Option<String>,
    /// Fields that have documentation, with it.
    pub(super) fields: Vec<(String, String)>,
}

/// A name that a page has an anchor for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Documented {
    /// A type or alias.
    Type(Name),
    /// A function or constant.
    Value(Name),
}

/// The names of a module that its page tells of, in the order of its source.
pub fn documented(full: &Full) -> Vec<Documented> {
    public_items(full)
        .filter_map(|(_, item)| match &item.kind {
            ItemKind::CustomType(it) => Some(Documented::Type(it.name.name)),
            ItemKind::Alias(it) => Some(Documented::Type(it.name.name)),
            ItemKind::Function(it) => Some(Documented::Value(it.name.name)),
            ItemKind::Const(it) => Some(Documented::Value(it.name.name)),
            ItemKind::Import(_) | ItemKind::Error => None,
        })
        .collect()
}

fn public_items(full: &Full) -> impl Iterator<Item = (usize, &Item)> {
    let items = full.parsed.module.items.iter().enumerate();
    items.filter(|(_, item)| {
        matches!(item.publicity, Publicity::Public(_))
            && !item
                .attributes
                .iter()
                .any(|attribute| attribute.kind == AttributeKind::Internal)
    })
}

/// Collects what the page of a module shows.
pub(super) fn module(full: &Full, path: &Utf8Path) -> Module {
    let reader = Reader { full };
    let mut module = Module {
        name: full.checked.module,
        path: path.to_path_buf(),
        docs: unindent(&full.parsed.module.docs),
        types: Vec::new(),
        values: Vec::new(),
    };
    for (index, item) in public_items(full) {
        match &item.kind {
            ItemKind::CustomType(it) => module.types.extend(reader.custom_type(index, item, it)),
            ItemKind::Alias(it) => module.types.extend(reader.alias(item, it.name.name)),
            ItemKind::Function(it) => module.values.extend(reader.function(index, item, it)),
            ItemKind::Const(it) => module.values.extend(reader.constant(index, item, it)),
            ItemKind::Import(_) | ItemKind::Error => {}
        }
    }
    module.types.sort_by_key(|entry| entry.name);
    module.values.sort_by_key(|entry| entry.name);
    module
}

struct Reader<'a> {
    full: &'a Full,
}

impl Reader<'_> {
    fn custom_type(&self, index: usize, item: &Item, custom: &CustomType) -> Option<Entry> {
        let checked = &self.full.checked;
        let info = checked.custom_types.get(&index)?;
        let names: BTreeMap<u32, Name> = (0..)
            .zip(custom.parameters.iter().map(|parameter| parameter.name))
            .collect();
        let opaque = if custom.opaque.is_some() {
            "opaque "
        } else {
            ""
        };
        let head = format!("pub {opaque}type ");
        let mut signature = Signature::new(&head, custom.name.name);
        signature.list(names.values().map(|name| vec![Piece::text(&**name)]));
        let mut constructors = Vec::new();
        if custom.opaque.is_none() {
            for (variant, fields) in custom.variants.iter().zip(&info.variants) {
                let pieces = fields.iter().map(|(label, ty)| {
                    let mut pieces = Vec::new();
                    pieces.extend(label.map(|label| Piece::text(format!("{label}: "))));
                    pieces.extend(self.ty(*ty, &names));
                    pieces
                });
                let mut signature = Signature::new("", variant.name.name);
                signature.list(pieces);
                let documented = variant.fields.iter().enumerate();
                let documented = documented.filter_map(|(at, field)| {
                    let docs = field.docs.as_ref()?;
                    let name = match field.label {
                        Some(label) => label.name.to_string(),
                        None => format!("{}", at + 1),
                    };
                    Some((name, unindent(&docs.text)))
                });
                let attributes = variant.attributes.iter();
                constructors.push(Constructor {
                    name: variant.name.name,
                    signature,
                    docs: text(variant.docs.as_ref().map(|docs| docs.text.as_str())),
                    deprecated: deprecation(attributes.map(|attribute| &attribute.kind)),
                    fields: documented.collect(),
                });
            }
        }
        let mut entry = self.entry(item, custom.name.name, Kind::Type, signature);
        entry.constructors = constructors;
        Some(entry)
    }

    fn alias(&self, item: &Item, name: Name) -> Option<Entry> {
        let interface = &self.full.checked.interface;
        let alias = interface.aliases.get(&name)?;
        let names: BTreeMap<u32, Name> = (0..).zip(alias.parameters.iter().copied()).collect();
        let mut signature = Signature::new("pub type ", name);
        signature.list(names.values().map(|name| vec![Piece::text(&**name)]));
        signature.after(" = ");
        let store = &interface.types;
        signature.result(pieces(store, alias.aliased, &mut Letters::new(&names)));
        Some(self.entry(item, name, Kind::Alias, signature))
    }

    fn function(&self, index: usize, item: &Item, function: &Function) -> Option<Entry> {
        let checked = &self.full.checked;
        let name = function.name.name;
        let info = checked.functions.get(&index)?;
        let (types, result) = match checked.tables.types.kind(info.ty) {
            TyKind::Fn { params, result } => (params.clone(), *result),
            _ => (Vec::new(), Ty::ERROR),
        };
        let names = &checked.tables.type_names;
        let mut letters = Letters::new(names);
        let store = &checked.tables.types;
        let mut signature = Signature::new("pub fn ", name);
        let params: Vec<Vec<Piece>> = function
            .params
            .iter()
            .zip(types)
            .map(|(param, ty)| {
                let pattern = &self.full.parsed.module.patterns[param.pattern];
                let name = match &pattern.kind {
                    PatternKind::Var(name) | PatternKind::Discard(name) => name.name.to_string(),
                    _ => "_".to_string(),
                };
                let label = param.label.map(|label| format!("{} ", label.name));
                let head = format!("{}{name}: ", label.unwrap_or_default());
                let mut all = vec![Piece::text(head)];
                all.extend(pieces(store, ty, &mut letters));
                all
            })
            .collect();
        signature.parameters(params);
        signature.after(" -> ");
        signature.result(pieces(store, result, &mut letters));
        let mut entry = self.entry(item, name, Kind::Function, signature);
        entry.only = self.only(name);
        Some(entry)
    }

    fn constant(&self, index: usize, item: &Item, constant: &Const) -> Option<Entry> {
        let info = self.full.checked.constants.get(&index)?;
        let mut signature = Signature::new("pub const ", constant.name.name);
        signature.after(": ");
        signature.result(self.ty(info.ty, &self.full.checked.tables.type_names));
        let mut entry = self.entry(item, constant.name.name, Kind::Constant, signature);
        entry.only = self.only(constant.name.name);
        Some(entry)
    }

    fn entry(&self, item: &Item, name: Name, kind: Kind, signature: Signature) -> Entry {
        let lines = &self.full.source.lines;
        let attributes = item.attributes.iter();
        Entry {
            name,
            signature,
            docs: text(item.docs.as_ref().map(|docs| docs.text.as_str())),
            deprecated: deprecation(attributes.map(|attribute| &attribute.kind)),
            lines: (
                lines.line(item.definition.start) as usize,
                lines.line(item.definition.end) as usize,
            ),
            constructors: Vec::new(),
            kind,
            only: None,
        }
    }

    fn only(&self, name: Name) -> Option<&'static str> {
        let value = self.full.checked.interface.values.get(&name)?;
        let (ValueKind::Function {
            implementations, ..
        }
        | ValueKind::Constant {
            implementations, ..
        }) = &value.kind
        else {
            return None;
        };
        let Implementations {
            can_run_on_erlang,
            can_run_on_javascript,
            ..
        } = *implementations;
        match (can_run_on_erlang, can_run_on_javascript) {
            (true, false) => Some("Erlang"),
            (false, true) => Some("JavaScript"),
            _ => None,
        }
    }

    fn ty(&self, ty: Ty, names: &BTreeMap<u32, Name>) -> Vec<Piece> {
        let store = &self.full.checked.tables.types;
        pieces(store, ty, &mut Letters::new(names))
    }
}

fn deprecation<'a>(mut attributes: impl Iterator<Item = &'a AttributeKind>) -> Option<String> {
    attributes.find_map(|kind| match kind {
        AttributeKind::Deprecated(message) => Some(message.to_string()),
        _ => None,
    })
}

fn text(docs: Option<&str>) -> String {
    docs.map(unindent).unwrap_or_default()
}

/// A comment's text without the space that follows the slashes.
fn unindent(text: &str) -> String {
    let lines = text
        .lines()
        .map(|line| line.strip_prefix(' ').unwrap_or(line));
    lines.collect::<Vec<_>>().join("\n")
}

/// Names for type variables that the source has no name for.
struct Letters<'a> {
    names: &'a BTreeMap<u32, Name>,
    given: BTreeMap<u32, String>,
}

impl<'a> Letters<'a> {
    fn new(names: &'a BTreeMap<u32, Name>) -> Self {
        Self {
            names,
            given: BTreeMap::new(),
        }
    }

    fn name(&mut self, index: u32) -> String {
        if let Some(name) = self.names.get(&index) {
            return name.to_string();
        }
        if let Some(name) = self.given.get(&index) {
            return name.clone();
        }
        let taken = |text: &String| {
            self.names.values().any(|name| *name == *text.as_str())
                || self.given.values().any(|given| given == text)
        };
        let letters = (0..).map(letter);
        let name = letters.into_iter().find(|text| !taken(text));
        let name = name.unwrap_or_default();
        self.given.insert(index, name.clone());
        name
    }
}

/// How many parts of a type are shown: the parts of a type may be shared, so that in full it can be
/// exponentially longer than the program.
const PARTS: usize = 600;

fn pieces(store: &TypeStore, ty: Ty, letters: &mut Letters<'_>) -> Vec<Piece> {
    let mut writer = Writer {
        store,
        letters,
        out: Vec::new(),
        left: PARTS,
    };
    writer.write(ty);
    writer.out
}

struct Writer<'a, 'l, 'n> {
    store: &'a TypeStore,
    letters: &'l mut Letters<'n>,
    out: Vec<Piece>,
    left: usize,
}

impl Writer<'_, '_, '_> {
    fn write(&mut self, ty: Ty) {
        if self.left == 0 {
            self.out.push(Piece::text("…"));
            return;
        }
        self.left -= 1;
        source::grow(|| match self.store.kind(ty) {
            TyKind::Named {
                module, name, args, ..
            } => {
                self.out.push(Piece::Type {
                    module: *module,
                    name: *name,
                });
                if !args.is_empty() {
                    self.all("(", args, ")");
                }
            }
            TyKind::Tuple(parts) => self.all("#(", parts, ")"),
            TyKind::Fn { params, result } => {
                self.all("fn(", params, ") -> ");
                self.write(*result);
            }
            TyKind::Generic(index) => {
                let name = self.letters.name(*index);
                self.out.push(Piece::text(name));
            }
            TyKind::Error | TyKind::Var(_) => self.out.push(Piece::text("_")),
        });
    }

    fn all(&mut self, open: &str, parts: &[Ty], close: &str) {
        self.out.push(Piece::text(open));
        for (index, part) in parts.iter().enumerate() {
            if index > 0 {
                self.out.push(Piece::text(", "));
            }
            self.write(*part);
        }
        self.out.push(Piece::text(close));
    }
}

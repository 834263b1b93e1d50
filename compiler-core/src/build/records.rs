//! Header files for hand-written Erlang: the records that the values of a module's constructors
//! are.
//!
//! `pub type Shape { Rectangle(width: Int, height: Int) }` in `shapes/flat` makes the file
//! `include/shapes@flat_Rectangle.hrl` with the record `rectangle`. Only constructors of public
//! types whose fields all have labels have one.

use analysis::checked::Checked;
use analysis::types::Ty;
use camino::Utf8PathBuf;
use source::Name;
use syntax::ast::{AttributeKind, CustomType, Item, ItemKind, Publicity, Target};

use super::outputs::Outputs;
use crate::error::Error;
use crate::key::{self, Hash};
use crate::pipeline::Full;
use crate::schedule::CheckedModule;

/// Writes the headers of `module`, or keeps those there are if it has not changed; gives the path
/// and the hash of each.
pub(super) fn write(
    package: &str,
    name: Name,
    module: &CheckedModule,
    outputs: &mut Outputs<'_>,
) -> Result<Vec<(Utf8PathBuf, Hash)>, Error> {
    let erlang = emit::core_erlang::module_name(name);
    let prefix = format!("{package}/include/{erlang}_");
    let Some(full) = &module.full else {
        let headers = outputs.before(package, &prefix, |rest| {
            rest.starts_with(char::is_uppercase)
        });
        for (path, key) in &headers {
            outputs.keep(path.clone(), *key)?;
        }
        return Ok(headers);
    };
    let mut headers = Vec::new();
    for (name, fields) in variants(full) {
        let Some(text) = record(&full.checked, name, fields) else {
            continue;
        };
        let path = Utf8PathBuf::from(format!("{prefix}{name}.hrl"));
        let key = key::text(text.as_bytes());
        outputs.write(path.clone(), key, text.as_bytes())?;
        headers.push((path, key));
    }
    Ok(headers)
}

/// A constructor: its name, and the labels and types of its fields.
type Constructor<'a> = (Name, &'a [(Option<Name>, Ty)]);

/// The constructors of the public types that Erlang has.
fn variants(full: &Full) -> impl Iterator<Item = Constructor<'_>> {
    let infos = full.checked.custom_types.iter();
    infos
        .filter_map(|(index, info)| Some((public_type(&full.parsed.module.items[*index])?, info)))
        .flat_map(|(custom, info)| {
            let names = custom.variants.iter().map(|variant| variant.name.name);
            names.zip(info.variants.iter().map(Vec::as_slice))
        })
}

fn public_type(item: &Item) -> Option<&CustomType> {
    let hidden = item
        .attributes
        .iter()
        .any(|attribute| match &attribute.kind {
            AttributeKind::Target { target, .. } => *target != Target::Erlang,
            AttributeKind::Internal => true,
            AttributeKind::External { .. } | AttributeKind::Deprecated(_) => false,
        });
    match &item.kind {
        ItemKind::CustomType(custom) if !hidden && item.publicity != Publicity::Private => {
            Some(custom)
        }
        _ => None,
    }
}

/// The text of a header; nothing if there are no fields, or one has no label.
fn record(checked: &Checked, name: Name, fields: &[(Option<Name>, Ty)]) -> Option<String> {
    let types = &checked.tables.types;
    let fields: Option<Vec<String>> = fields
        .iter()
        .map(|(label, ty)| {
            let ty = emit::core_erlang::erlang_type(types, *ty);
            Some(format!("    '{}' :: {ty}", (*label)?))
        })
        .collect();
    let fields = fields.filter(|fields| !fields.is_empty())?.join(",\n");
    let tag = emit::core_erlang::constructor_tag(name);
    Some(format!("-record('{tag}', {{\n{fields}\n}}).\n"))
}

//! Header files for hand-written Erlang: the records that the values of a module's constructors
//! are.
//!
//! `pub type Shape { Rectangle(width: Int, height: Int) }` in `shapes/flat` makes the file
//! `include/shapes@flat_Rectangle.hrl` with the record `rectangle`. Only constructors of public
//! types whose fields all have labels have one.

use camino::Utf8PathBuf;
use source::Name;
use syntax::Parsed;
use syntax::ast::{AttributeKind, CustomType, Item, ItemKind, Publicity, Target, Variant};

use super::outputs::Outputs;
use crate::error::Error;
use crate::key::{self, Hash};
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
        let headers = outputs.before(&prefix, |rest| rest.starts_with(char::is_uppercase));
        for (path, key) in &headers {
            outputs.keep(path.clone(), *key);
        }
        return Ok(headers);
    };
    let mut headers = Vec::new();
    for variant in variants(&full.parsed) {
        let Some(text) = record(variant) else {
            continue;
        };
        let path = Utf8PathBuf::from(format!("{prefix}{}.hrl", variant.name.name));
        let key = key::text(text.as_bytes());
        outputs.write(path.clone(), key, text.as_bytes())?;
        headers.push((path, key));
    }
    Ok(headers)
}

/// The constructors of the public types that Erlang has.
fn variants(parsed: &Parsed) -> impl Iterator<Item = &Variant> {
    let custom_types = parsed.module.items.iter().filter_map(public_type);
    custom_types.flat_map(|custom| &custom.variants)
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
fn record(variant: &Variant) -> Option<String> {
    let fields: Option<Vec<String>> = variant
        .fields
        .iter()
        .map(|field| Some(format!("    '{}' :: any()", field.label.as_ref()?.name)))
        .collect();
    let fields = fields.filter(|fields| !fields.is_empty())?.join(",\n");
    let tag = emit::core_erlang::constructor_tag(variant.name.name);
    Some(format!("-record('{tag}', {{\n{fields}\n}}).\n"))
}

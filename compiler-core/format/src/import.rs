//! Imports, sorted where they stand together.

use syntax::ast::{Import, Item, ItemKind, Unqualified};

use crate::Formatter;
use crate::layout::Doc;

impl<'a> Formatter<'a> {
    /// Imports with neither blank lines nor comments between them, in the order of their modules.
    pub(crate) fn import_run(&mut self, run: &[&'a Item]) -> Doc<'a> {
        let mut imports: Vec<(&'a Item, &'a Import)> = run
            .iter()
            .filter_map(|item| match &item.kind {
                ItemKind::Import(import) => Some((*item, import)),
                _ => None,
            })
            .collect();
        imports.sort_by(|(_, a), (_, b)| a.module.name.as_str().cmp(b.module.name.as_str()));
        let docs: Vec<_> = imports
            .into_iter()
            .map(|(item, import)| {
                let attributes = self.attributes(&item.attributes, Doc::NIL);
                Doc::seq(vec![attributes, self.import(import)])
            })
            .collect();
        Doc::join(docs, &Doc::LINE)
    }

    fn import(&self, import: &'a Import) -> Doc<'a> {
        let path = import.module.name.as_str();
        let mut parts = vec![Doc::text("import "), Doc::text(path)];
        if !import.unqualified.is_empty() {
            parts.push(unqualified(&import.unqualified));
        }
        let last = path.rsplit('/').next().unwrap_or(path);
        if let Some(alias) = &import.alias
            && alias.name.as_str() != last
        {
            parts.extend([Doc::text(" as "), self.name(alias)]);
        }
        Doc::seq(parts)
    }
}

fn unqualified<'a>(names: &'a [Unqualified]) -> Doc<'a> {
    let mut sorted: Vec<&Unqualified> = names.iter().collect();
    sorted.sort_by(|a, b| {
        let key = |name: &'a Unqualified| (!name.is_type, name.name.name.as_str());
        key(a).cmp(&key(b))
    });
    let names = sorted.into_iter().map(|name| {
        let mut parts = Vec::new();
        if name.is_type {
            parts.push(Doc::text("type "));
        }
        parts.push(Doc::text(name.name.name.as_str()));
        if let Some(alias) = &name.alias
            && alias.name != name.name.name
        {
            parts.extend([Doc::text(" as "), Doc::text(alias.name.as_str())]);
        }
        Doc::seq(parts)
    });
    let names = Doc::join(names, &Doc::fill_or(",", ", "));
    let inner = Doc::seq(vec![Doc::line_or("", ""), names]).nest();
    Doc::seq(vec![
        Doc::text(".{"),
        inner,
        Doc::line_or(",", ""),
        Doc::text("}"),
    ])
    .group()
}

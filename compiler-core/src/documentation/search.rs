//! What the search box looks through. The same data is there in the form of `ExDoc`, which sites that
//! gather the documentation of many packages read.

use serde::Serialize;

use super::markdown::plain;
use super::model::{Entry, Kind, Module};
use super::{Page, Site};

/// One thing to find.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub(super) struct Found {
    #[serde(rename = "type")]
    kind: &'static str,
    #[serde(rename = "parentTitle")]
    parent: String,
    title: String,
    doc: String,
    #[serde(rename = "ref")]
    path: String,
}

#[derive(Serialize)]
struct Data<'a> {
    items: &'a [Found],
    #[serde(rename = "contentType")]
    content_type: &'static str,
    producer: Producer,
}

#[derive(Serialize)]
struct Producer {
    name: &'static str,
    version: &'static str,
}

/// Pages, modules, types and values, in order.
pub(super) fn entries(site: &Site<'_>, modules: &[Module], pages: &[Page]) -> Vec<Found> {
    let mut found = Vec::new();
    for page in pages {
        found.push(Found {
            kind: "page",
            parent: site.package.to_string(),
            title: page.title.clone(),
            doc: plain(&page.text),
            path: page.path.clone(),
        });
    }
    for module in modules {
        let page = format!("{}.html", module.name);
        found.push(Found {
            kind: "module",
            parent: module.name.to_string(),
            title: module.name.to_string(),
            doc: plain(&module.docs),
            path: page.clone(),
        });
        for entry in module.types.iter().chain(&module.values) {
            found.push(of_entry(&page, module, entry));
        }
    }
    found
}

fn of_entry(page: &str, module: &Module, entry: &Entry) -> Found {
    let mut doc = entry.signature.text();
    for constructor in &entry.constructors {
        doc += &format!(" {} {}", constructor.name, plain(&constructor.docs));
    }
    doc += &format!(" {}", plain(&entry.docs));
    Found {
        kind: match entry.kind {
            Kind::Type | Kind::Alias => "type",
            Kind::Function => "function",
            Kind::Constant => "constant",
        },
        parent: module.name.to_string(),
        title: entry.name.to_string(),
        doc: doc.split_whitespace().collect::<Vec<_>>().join(" "),
        path: format!("{page}#{}", entry.name),
    }
}

/// The data as JSON.
pub(super) fn data(found: &[Found]) -> String {
    let data = Data {
        items: found,
        content_type: "text/markdown",
        producer: Producer {
            name: "tindra",
            version: env!("CARGO_PKG_VERSION"),
        },
    };
    serde_json::to_string(&data).unwrap_or_default()
}

/// The data as a script: pages that are opened as files may not read other files.
pub(super) fn script(found: &[Found]) -> String {
    let json = serde_json::to_string(found).unwrap_or_default();
    // Two characters that are line ends in older JavaScript.
    let json = json
        .replace('\u{2028}', "\\u2028")
        .replace('\u{2029}', "\\u2029");
    format!("window.searchData = {json};\n")
}

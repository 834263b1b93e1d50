//! The page of a module.

use super::frame::{Content, Frame, escape, section};
use super::markdown;
use super::model::{Constructor, Entry, Module};

/// The page as HTML.
pub(super) fn render(frame: &Frame<'_>, module: &Module) -> String {
    let path = format!("{}.html", module.name);
    let page = ModulePage {
        frame,
        module,
        path: &path,
    };
    let mut body = format!("<h1>{}</h1>\n", escape(&module.name).replace('/', "/<wbr>"));
    body += &markdown::render(&module.docs, 2);
    body += &page.entries("Types", &module.types);
    body += &page.entries("Values", &module.values);
    let outline = outline("Types", &module.types) + &outline("Values", &module.values);
    frame.render(&Content {
        path: &path,
        title: &module.name,
        body,
        outline,
    })
}

fn outline(title: &str, entries: &[Entry]) -> String {
    let items = entries.iter();
    let items = items.map(|entry| format!("<li><a href=\"#{0}\">{0}</a></li>", entry.name));
    section(title, &items.collect::<Vec<_>>())
}

struct ModulePage<'a> {
    frame: &'a Frame<'a>,
    module: &'a Module,
    path: &'a str,
}

impl ModulePage<'_> {
    fn entries(&self, title: &str, entries: &[Entry]) -> String {
        if entries.is_empty() {
            return String::new();
        }
        let id = format!("module-{}", title.to_lowercase());
        let entries: Vec<String> = entries.iter().map(|entry| self.entry(entry)).collect();
        format!(
            "<section>\n<h2 id=\"{id}\"><a href=\"#{id}\">{title}</a></h2>\n{}</section>\n",
            entries.join("")
        )
    }

    fn entry(&self, entry: &Entry) -> String {
        let name = entry.name;
        let mut text =
            format!("<article class=\"entry\" id=\"{name}\">\n<h3><a href=\"#{name}\">{name}</a>");
        if let Some(target) = entry.only {
            text += &format!(" <span class=\"only\">only {target}</span>");
        }
        if let Some(source) = self.frame.source(&self.module.path, entry.lines) {
            text += &format!(
                " <a class=\"source\" href=\"{}\">Source</a>",
                escape(&source)
            );
        }
        text += &format!("</h3>\n{}", self.signature(&entry.signature));
        text += &deprecated(entry.deprecated.as_deref());
        text += &markdown::render(&entry.docs, 4);
        if !entry.constructors.is_empty() {
            text += "<h4>Constructors</h4>\n<ul class=\"constructors\">\n";
            for constructor in &entry.constructors {
                text += &self.constructor(constructor);
            }
            text += "</ul>\n";
        }
        text + "</article>\n"
    }

    fn constructor(&self, constructor: &Constructor) -> String {
        let mut text = format!("<li>\n{}", self.signature(&constructor.signature));
        text += &deprecated(constructor.deprecated.as_deref());
        text += &markdown::render(&constructor.docs, 5);
        if !constructor.fields.is_empty() {
            text += "<dl>\n";
            for (name, docs) in &constructor.fields {
                let docs = markdown::render(docs, 6);
                text += &format!("<dt>{}</dt>\n<dd>{docs}</dd>\n", escape(name));
            }
            text += "</dl>\n";
        }
        text + "</li>\n"
    }

    fn signature(&self, signature: &super::signature::Signature) -> String {
        let html = self.frame.signature(self.path, signature);
        format!("<pre class=\"signature\"><code>{html}</code></pre>\n")
    }
}

fn deprecated(message: Option<&str>) -> String {
    message.map_or_else(String::new, |message| {
        let message = markdown::render(message, 6);
        format!("<div class=\"deprecated\"><strong>Deprecated</strong> {message}</div>\n")
    })
}

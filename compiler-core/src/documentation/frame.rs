//! What is around the content of every page: head, sidebar, search.

use std::collections::BTreeMap;

use analysis::types::PRELUDE;
use camino::Utf8Path;
use source::Name;

use super::markdown;
use super::model::Module;
use super::repository;
use super::signature::{Piece, Signature};
use super::{Page, Site};

/// What all pages share.
pub(super) struct Frame<'a> {
    site: &'a Site<'a>,
    /// The modules, with the names of types that have an anchor there.
    modules: BTreeMap<Name, Vec<Name>>,
}

/// A page's content.
pub(super) struct Content<'a> {
    /// Where it is in the site.
    pub(super) path: &'a str,
    pub(super) title: &'a str,
    /// HTML.
    pub(super) body: String,
    /// What the page consists of: HTML, for the sidebar.
    pub(super) outline: String,
}

/// Text as HTML.
pub(super) fn escape(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for char in text.chars() {
        match char {
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '&' => out.push_str("&amp;"),
            '"' => out.push_str("&quot;"),
            '\'' => out.push_str("&#39;"),
            other => out.push(other),
        }
    }
    out
}

impl<'a> Frame<'a> {
    pub(super) fn new(site: &'a Site<'a>, modules: &[Module]) -> Self {
        let types = |module: &Module| module.types.iter().map(|entry| entry.name).collect();
        let modules = modules.iter().map(|module| (module.name, types(module)));
        Self {
            site,
            modules: modules.collect(),
        }
    }

    /// A page of the package's own.
    pub(super) fn page(&self, page: &Page) -> String {
        self.render(&Content {
            path: &page.path,
            title: &page.title,
            body: format!(
                "<article class=\"page\">{}</article>",
                markdown::render(&page.text, 1)
            ),
            outline: String::new(),
        })
    }

    /// A signature as HTML, seen from the page at `path`.
    pub(super) fn signature(&self, path: &str, signature: &Signature) -> String {
        let pieces = signature.pieces();
        let pieces = pieces.iter().map(|piece| match piece {
            Piece::Text(text) => escape(text),
            Piece::Type { module, name } => self.type_link(path, *module, *name),
        });
        pieces.collect()
    }

    fn type_link(&self, path: &str, module: Name, name: Name) -> String {
        let shown = escape(&name);
        let full = escape(&format!("{module}.{name}"));
        match self.type_address(path, module, name) {
            Some(address) => format!("<a href=\"{address}\" title=\"{full}\">{shown}</a>"),
            None if module == PRELUDE => format!("<span class=\"prelude\">{shown}</span>"),
            None => format!("<span title=\"{full}\">{shown}</span>"),
        }
    }

    fn type_address(&self, path: &str, module: Name, name: Name) -> Option<String> {
        if let Some(types) = self.modules.get(&module) {
            let up = up(path);
            return types
                .contains(&name)
                .then(|| format!("{up}{module}.html#{name}"));
        }
        let package = self.site.packages.get(&module)?;
        (**package != *self.site.package)
            .then(|| format!("https://hexdocs.pm/{package}/{module}.html#{name}"))
    }

    /// The address of a definition's source.
    pub(super) fn source(&self, file: &Utf8Path, lines: (usize, usize)) -> Option<String> {
        repository::lines(self.site.publication, self.site.version, file, lines)
    }

    /// The whole page.
    pub(super) fn render(&self, content: &Content<'_>) -> String {
        let site = self.site;
        let up = up(content.path);
        let package = escape(site.package);
        let version = escape(site.version);
        let title = if content.path == "index.html" {
            format!("{package} · v{version}")
        } else {
            format!("{} · {package} · v{version}", escape(content.title))
        };
        let description = escape(site.description);
        let address = format!("https://{package}.hexdocs.pm/{}", escape(content.path));
        format!(
            "<!doctype html>
<html lang=\"en\">
<head>
<meta charset=\"utf-8\">
<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">
<meta name=\"generator\" content=\"tindra {generator}\">
<meta name=\"description\" content=\"{description}\">
<meta name=\"color-scheme\" content=\"light dark\">
<title>{title}</title>
<link rel=\"canonical\" href=\"{address}\">
<link rel=\"stylesheet\" href=\"{up}site.css\">
<script defer src=\"{up}search-data.js\"></script>
<script defer src=\"{up}site.js\"></script>
</head>
<body data-up=\"{up}\">
<a class=\"skip\" href=\"#content\">Skip to content</a>
<header class=\"bar\">
<button class=\"menu\" type=\"button\" aria-expanded=\"false\" aria-controls=\"sidebar\">Menu</button>
<a class=\"home\" href=\"{up}index.html\">{package} <small>v{version}</small></a>
<div class=\"search\"><input type=\"search\" placeholder=\"Search (press /)\" aria-label=\"Search\" autocomplete=\"off\"><ol class=\"results\" hidden></ol></div>
</header>
<nav id=\"sidebar\" class=\"sidebar\" aria-label=\"Documentation\">
{outline}{links}{pages}{modules}</nav>
<main id=\"content\">
{body}
</main>
</body>
</html>
",
            generator = env!("CARGO_PKG_VERSION"),
            outline = content.outline,
            links = self.links(),
            pages = self.pages(&up, content.path),
            modules = self.module_list(&up, content.path),
            body = content.body,
        )
    }

    fn links(&self) -> String {
        let publication = self.site.publication;
        let repository = publication.repository.as_ref();
        let repository = repository.map(|it| ("Repository", repository::home(it)));
        let own = publication.links.iter();
        let own = own.map(|link| (link.title.as_str(), link.href.clone()));
        let links: Vec<String> = repository
            .into_iter()
            .chain(own)
            .map(|(title, href)| {
                format!(
                    "<li><a href=\"{}\">{}</a></li>",
                    escape(&href),
                    escape(title)
                )
            })
            .collect();
        section("Links", &links)
    }

    fn pages(&self, up: &str, here: &str) -> String {
        let mut pages: Vec<(&str, &str)> = Vec::new();
        if !self.site.pages.iter().any(|page| page.path == "index.html") {
            pages.push(("index.html", self.site.package));
        }
        let own = self.site.pages.iter();
        pages.extend(own.map(|page| (page.path.as_str(), page.title.as_str())));
        let pages: Vec<String> = pages
            .into_iter()
            .map(|(path, title)| entry(up, here, path, title))
            .collect();
        section("Pages", &pages)
    }

    fn module_list(&self, up: &str, here: &str) -> String {
        let modules = self.modules.keys();
        let modules: Vec<String> = modules
            .map(|name| entry(up, here, &format!("{name}.html"), name))
            .collect();
        section("Modules", &modules)
    }
}

fn entry(up: &str, here: &str, path: &str, title: &str) -> String {
    let current = if path == here {
        " aria-current=\"page\""
    } else {
        ""
    };
    // A long path may be broken where a folder ends.
    let title = escape(title).replace('/', "/<wbr>");
    format!(
        "<li><a href=\"{up}{}\"{current}>{title}</a></li>",
        escape(path)
    )
}

/// A titled list of the sidebar; nothing if it is empty.
pub(super) fn section(title: &str, items: &[String]) -> String {
    if items.is_empty() {
        return String::new();
    }
    format!("<h2>{title}</h2>\n<ul>\n{}\n</ul>\n", items.join("\n"))
}

/// From a page to the site's root: `../` for each folder.
fn up(path: &str) -> String {
    "../".repeat(path.matches('/').count())
}

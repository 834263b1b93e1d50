//! Markdown as HTML, by a library that follows the common standard.

use pulldown_cmark::{CowStr, Event, HeadingLevel, Options, Parser, Tag, TagEnd, html};

/// The HTML of a text. Headings begin at level `top`, and each has an anchor.
pub(super) fn render(text: &str, top: u8) -> String {
    let options = Options::ENABLE_TABLES
        | Options::ENABLE_STRIKETHROUGH
        | Options::ENABLE_FOOTNOTES
        | Options::ENABLE_TASKLISTS;
    let events: Vec<Event<'_>> = Parser::new_ext(text, options).collect();
    let mut anchors = Anchors::default();
    let events: Vec<Event<'_>> = events
        .iter()
        .enumerate()
        .map(|(index, event)| match event {
            Event::Start(Tag::Heading {
                level,
                id,
                classes,
                attrs,
            }) => Event::Start(Tag::Heading {
                level: lower(*level, top),
                id: Some(match id {
                    Some(id) => id.clone(),
                    None => anchors.anchor(&heading_text(&events[index + 1..])).into(),
                }),
                classes: classes.clone(),
                attrs: attrs.clone(),
            }),
            Event::End(TagEnd::Heading(level)) => Event::End(TagEnd::Heading(lower(*level, top))),
            other => other.clone(),
        })
        .collect();
    let mut out = String::new();
    html::push_html(&mut out, events.into_iter());
    out
}

/// The text without its marks: what a search looks through.
pub(super) fn plain(text: &str) -> String {
    let mut out = String::new();
    for event in Parser::new(text) {
        match event {
            Event::Text(text) | Event::Code(text) => out.push_str(&text),
            Event::SoftBreak | Event::HardBreak | Event::End(_) => out.push(' '),
            _ => {}
        }
    }
    out.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn lower(level: HeadingLevel, top: u8) -> HeadingLevel {
    let wanted = level as usize + usize::from(top) - 1;
    HeadingLevel::try_from(wanted.min(6)).unwrap_or(HeadingLevel::H6)
}

fn heading_text(events: &[Event<'_>]) -> String {
    let inside = events
        .iter()
        .take_while(|event| !matches!(event, Event::End(TagEnd::Heading(_))));
    let texts = inside.filter_map(|event| match event {
        Event::Text(text) | Event::Code(text) => Some(text),
        _ => None,
    });
    texts.map(CowStr::as_ref).collect()
}

/// Anchors of headings: each is given once.
#[derive(Default)]
struct Anchors {
    given: std::collections::BTreeSet<String>,
}

impl Anchors {
    /// "Getting started" is `h-getting-started`: names of definitions begin otherwise.
    fn anchor(&mut self, text: &str) -> String {
        let mut slug = String::from("h-");
        for char in text.to_lowercase().chars() {
            if char.is_alphanumeric() {
                slug.push(char);
            } else if !slug.ends_with('-') {
                slug.push('-');
            }
        }
        let slug = slug.trim_end_matches('-').to_string();
        let numbered = (2..).map(|number| format!("{slug}-{number}"));
        let mut candidates = std::iter::once(slug.clone()).chain(numbered);
        let free = candidates.find(|anchor| !self.given.contains(anchor));
        let free = free.unwrap_or(slug);
        self.given.insert(free.clone());
        free
    }
}

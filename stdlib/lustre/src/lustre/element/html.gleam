//// The elements of HTML.
////
//// Most functions take a list of attributes and a list of children. Elements
//// that cannot have children take only attributes; those that can only contain
//// text take it as a string.

import gleam/json
import lustre/attribute
import lustre/element.{element, namespaced}
import lustre/element/mathml
import lustre/element/svg
import lustre/vdom/vattr.{type Attribute}
import lustre/vdom/vnode.{type Element}

// DOCUMENT

/// The root of a document.
pub fn html(
  attributes: List(Attribute(message)),
  children: List(Element(message)),
) -> Element(message) {
  element("html", attributes, children)
}

/// A piece of text, as `lustre/element.text`.
pub fn text(content: String) -> Element(message) {
  element.text(content)
}

/// The address that relative links of the document start from.
pub fn base(attributes: List(Attribute(message))) -> Element(message) {
  element("base", attributes, [])
}

/// What a document says about itself: title, styles, scripts.
pub fn head(
  attributes: List(Attribute(message)),
  children: List(Element(message)),
) -> Element(message) {
  element("head", attributes, children)
}

/// A relation to another resource, most often a style sheet or an icon.
pub fn link(attributes: List(Attribute(message))) -> Element(message) {
  element("link", attributes, [])
}

/// Data about the document that no other element can express.
pub fn meta(attributes: List(Attribute(message))) -> Element(message) {
  element("meta", attributes, [])
}

/// A style sheet written in the document. The text is not escaped.
pub fn style(
  attributes: List(Attribute(message)),
  content: String,
) -> Element(message) {
  element.unsafe_raw_html("", "style", attributes, content)
}

/// The title of the document, as shown in tabs and bookmarks.
pub fn title(
  attributes: List(Attribute(message)),
  content: String,
) -> Element(message) {
  element("title", attributes, [element.text(content)])
}

/// The visible content of a document.
pub fn body(
  attributes: List(Attribute(message)),
  children: List(Element(message)),
) -> Element(message) {
  element("body", attributes, children)
}

// SECTIONS

/// Contact details of the author of an article or a page.
pub fn address(
  attributes: List(Attribute(message)),
  children: List(Element(message)),
) -> Element(message) {
  element("address", attributes, children)
}

/// A part that makes sense by itself, such as a post or a comment.
pub fn article(
  attributes: List(Attribute(message)),
  children: List(Element(message)),
) -> Element(message) {
  element("article", attributes, children)
}

/// A part that is related to its surroundings but not of them, such as a side
/// bar.
pub fn aside(
  attributes: List(Attribute(message)),
  children: List(Element(message)),
) -> Element(message) {
  element("aside", attributes, children)
}

/// The end of a page or section: authorship, links, legal notes.
pub fn footer(
  attributes: List(Attribute(message)),
  children: List(Element(message)),
) -> Element(message) {
  element("footer", attributes, children)
}

/// The start of a page or section: headings, logo, search.
pub fn header(
  attributes: List(Attribute(message)),
  children: List(Element(message)),
) -> Element(message) {
  element("header", attributes, children)
}

/// A heading of the first level.
pub fn h1(
  attributes: List(Attribute(message)),
  children: List(Element(message)),
) -> Element(message) {
  element("h1", attributes, children)
}

/// A heading of the second level.
pub fn h2(
  attributes: List(Attribute(message)),
  children: List(Element(message)),
) -> Element(message) {
  element("h2", attributes, children)
}

/// A heading of the third level.
pub fn h3(
  attributes: List(Attribute(message)),
  children: List(Element(message)),
) -> Element(message) {
  element("h3", attributes, children)
}

/// A heading of the fourth level.
pub fn h4(
  attributes: List(Attribute(message)),
  children: List(Element(message)),
) -> Element(message) {
  element("h4", attributes, children)
}

/// A heading of the fifth level.
pub fn h5(
  attributes: List(Attribute(message)),
  children: List(Element(message)),
) -> Element(message) {
  element("h5", attributes, children)
}

/// A heading of the sixth level.
pub fn h6(
  attributes: List(Attribute(message)),
  children: List(Element(message)),
) -> Element(message) {
  element("h6", attributes, children)
}

/// A heading together with its subtitle.
pub fn hgroup(
  attributes: List(Attribute(message)),
  children: List(Element(message)),
) -> Element(message) {
  element("hgroup", attributes, children)
}

/// The main content of a page. A page shows only one.
pub fn main(
  attributes: List(Attribute(message)),
  children: List(Element(message)),
) -> Element(message) {
  element("main", attributes, children)
}

/// A group of links for finding one's way.
pub fn nav(
  attributes: List(Attribute(message)),
  children: List(Element(message)),
) -> Element(message) {
  element("nav", attributes, children)
}

/// A part of a page that has a heading but no more specific element.
pub fn section(
  attributes: List(Attribute(message)),
  children: List(Element(message)),
) -> Element(message) {
  element("section", attributes, children)
}

/// Controls for searching or filtering.
pub fn search(
  attributes: List(Attribute(message)),
  children: List(Element(message)),
) -> Element(message) {
  element("search", attributes, children)
}

// BLOCKS OF TEXT

/// A quotation that is a block of its own.
pub fn blockquote(
  attributes: List(Attribute(message)),
  children: List(Element(message)),
) -> Element(message) {
  element("blockquote", attributes, children)
}

/// The description of a term in a `dl`.
pub fn dd(
  attributes: List(Attribute(message)),
  children: List(Element(message)),
) -> Element(message) {
  element("dd", attributes, children)
}

/// A block without a meaning of its own, for grouping and styling.
pub fn div(
  attributes: List(Attribute(message)),
  children: List(Element(message)),
) -> Element(message) {
  element("div", attributes, children)
}

/// A list of terms and their descriptions.
pub fn dl(
  attributes: List(Attribute(message)),
  children: List(Element(message)),
) -> Element(message) {
  element("dl", attributes, children)
}

/// A term in a `dl`.
pub fn dt(
  attributes: List(Attribute(message)),
  children: List(Element(message)),
) -> Element(message) {
  element("dt", attributes, children)
}

/// The caption of a `figure`.
pub fn figcaption(
  attributes: List(Attribute(message)),
  children: List(Element(message)),
) -> Element(message) {
  element("figcaption", attributes, children)
}

/// An illustration, diagram or listing that the text refers to.
pub fn figure(
  attributes: List(Attribute(message)),
  children: List(Element(message)),
) -> Element(message) {
  element("figure", attributes, children)
}

/// A break between two topics of a text.
pub fn hr(attributes: List(Attribute(message))) -> Element(message) {
  element("hr", attributes, [])
}

/// An item of a list.
pub fn li(
  attributes: List(Attribute(message)),
  children: List(Element(message)),
) -> Element(message) {
  element("li", attributes, children)
}

/// A list of commands, shown like a `ul`.
pub fn menu(
  attributes: List(Attribute(message)),
  children: List(Element(message)),
) -> Element(message) {
  element("menu", attributes, children)
}

/// A list in which the order of the items matters.
pub fn ol(
  attributes: List(Attribute(message)),
  children: List(Element(message)),
) -> Element(message) {
  element("ol", attributes, children)
}

/// A paragraph.
pub fn p(
  attributes: List(Attribute(message)),
  children: List(Element(message)),
) -> Element(message) {
  element("p", attributes, children)
}

/// Text in which spaces and line breaks are shown as they are.
pub fn pre(
  attributes: List(Attribute(message)),
  children: List(Element(message)),
) -> Element(message) {
  element("pre", attributes, children)
}

/// A list in which the order of the items does not matter.
pub fn ul(
  attributes: List(Attribute(message)),
  children: List(Element(message)),
) -> Element(message) {
  element("ul", attributes, children)
}

// INLINE TEXT

/// A link to another page, a file, an address or a place in this page.
pub fn a(
  attributes: List(Attribute(message)),
  children: List(Element(message)),
) -> Element(message) {
  element("a", attributes, children)
}

/// An abbreviation.
pub fn abbr(
  attributes: List(Attribute(message)),
  children: List(Element(message)),
) -> Element(message) {
  element("abbr", attributes, children)
}

/// Text that draws attention without being more important.
pub fn b(
  attributes: List(Attribute(message)),
  children: List(Element(message)),
) -> Element(message) {
  element("b", attributes, children)
}

/// Text whose direction is kept apart from that of its surroundings.
pub fn bdi(
  attributes: List(Attribute(message)),
  children: List(Element(message)),
) -> Element(message) {
  element("bdi", attributes, children)
}

/// Text whose direction is given rather than found out.
pub fn bdo(
  attributes: List(Attribute(message)),
  children: List(Element(message)),
) -> Element(message) {
  element("bdo", attributes, children)
}

/// A line break within a text, as in poems and addresses.
pub fn br(attributes: List(Attribute(message))) -> Element(message) {
  element("br", attributes, [])
}

/// The title of a work that is referred to.
pub fn cite(
  attributes: List(Attribute(message)),
  children: List(Element(message)),
) -> Element(message) {
  element("cite", attributes, children)
}

/// A fragment of computer code.
pub fn code(
  attributes: List(Attribute(message)),
  children: List(Element(message)),
) -> Element(message) {
  element("code", attributes, children)
}

/// Text along with the same thing in a form for machines.
pub fn data(
  attributes: List(Attribute(message)),
  children: List(Element(message)),
) -> Element(message) {
  element("data", attributes, children)
}

/// The term that the surrounding sentence defines.
pub fn dfn(
  attributes: List(Attribute(message)),
  children: List(Element(message)),
) -> Element(message) {
  element("dfn", attributes, children)
}

/// Stressed text.
pub fn em(
  attributes: List(Attribute(message)),
  children: List(Element(message)),
) -> Element(message) {
  element("em", attributes, children)
}

/// Text in another voice, such as a technical term or a thought.
pub fn i(
  attributes: List(Attribute(message)),
  children: List(Element(message)),
) -> Element(message) {
  element("i", attributes, children)
}

/// Something to be typed or said by the user.
pub fn kbd(
  attributes: List(Attribute(message)),
  children: List(Element(message)),
) -> Element(message) {
  element("kbd", attributes, children)
}

/// Text that is highlighted for reference.
pub fn mark(
  attributes: List(Attribute(message)),
  children: List(Element(message)),
) -> Element(message) {
  element("mark", attributes, children)
}

/// A short quotation within a sentence.
pub fn q(
  attributes: List(Attribute(message)),
  children: List(Element(message)),
) -> Element(message) {
  element("q", attributes, children)
}

/// A parenthesis for browsers that cannot show `ruby` annotations.
pub fn rp(
  attributes: List(Attribute(message)),
  children: List(Element(message)),
) -> Element(message) {
  element("rp", attributes, children)
}

/// The annotation of a `ruby` element.
pub fn rt(
  attributes: List(Attribute(message)),
  children: List(Element(message)),
) -> Element(message) {
  element("rt", attributes, children)
}

/// Text with small annotations, mostly of pronunciation.
pub fn ruby(
  attributes: List(Attribute(message)),
  children: List(Element(message)),
) -> Element(message) {
  element("ruby", attributes, children)
}

/// Text that is no longer right or relevant.
pub fn s(
  attributes: List(Attribute(message)),
  children: List(Element(message)),
) -> Element(message) {
  element("s", attributes, children)
}

/// Sample output of a program.
pub fn samp(
  attributes: List(Attribute(message)),
  children: List(Element(message)),
) -> Element(message) {
  element("samp", attributes, children)
}

/// Side remarks and small print.
pub fn small(
  attributes: List(Attribute(message)),
  children: List(Element(message)),
) -> Element(message) {
  element("small", attributes, children)
}

/// Inline content without a meaning of its own, for grouping and styling.
pub fn span(
  attributes: List(Attribute(message)),
  children: List(Element(message)),
) -> Element(message) {
  element("span", attributes, children)
}

/// Important, serious or urgent text.
pub fn strong(
  attributes: List(Attribute(message)),
  children: List(Element(message)),
) -> Element(message) {
  element("strong", attributes, children)
}

/// Subscript.
pub fn sub(
  attributes: List(Attribute(message)),
  children: List(Element(message)),
) -> Element(message) {
  element("sub", attributes, children)
}

/// Superscript.
pub fn sup(
  attributes: List(Attribute(message)),
  children: List(Element(message)),
) -> Element(message) {
  element("sup", attributes, children)
}

/// A moment or a span of time, with an optional form for machines.
pub fn time(
  attributes: List(Attribute(message)),
  children: List(Element(message)),
) -> Element(message) {
  element("time", attributes, children)
}

/// Text with an annotation that is not spelled out, such as a spelling mistake.
pub fn u(
  attributes: List(Attribute(message)),
  children: List(Element(message)),
) -> Element(message) {
  element("u", attributes, children)
}

/// The name of a variable.
pub fn var(
  attributes: List(Attribute(message)),
  children: List(Element(message)),
) -> Element(message) {
  element("var", attributes, children)
}

/// A place at which a line may be broken.
pub fn wbr(attributes: List(Attribute(message))) -> Element(message) {
  element("wbr", attributes, [])
}

// IMAGES AND MEDIA

/// A clickable region of an image `map`.
pub fn area(attributes: List(Attribute(message))) -> Element(message) {
  element("area", attributes, [])
}

/// Sound, with its sources as children.
pub fn audio(
  attributes: List(Attribute(message)),
  children: List(Element(message)),
) -> Element(message) {
  element("audio", attributes, children)
}

/// An image.
pub fn img(attributes: List(Attribute(message))) -> Element(message) {
  element("img", attributes, [])
}

/// A set of clickable regions for an image.
pub fn map(
  attributes: List(Attribute(message)),
  children: List(Element(message)),
) -> Element(message) {
  element("map", attributes, children)
}

/// Subtitles, captions or chapters of an `audio` or `video`.
pub fn track(attributes: List(Attribute(message))) -> Element(message) {
  element("track", attributes, [])
}

/// A video, with its sources as children.
pub fn video(
  attributes: List(Attribute(message)),
  children: List(Element(message)),
) -> Element(message) {
  element("video", attributes, children)
}

// EMBEDDED CONTENT

/// Content from elsewhere, shown by a plugin or the browser.
pub fn embed(attributes: List(Attribute(message))) -> Element(message) {
  element("embed", attributes, [])
}

/// Another page inside this one.
pub fn iframe(attributes: List(Attribute(message))) -> Element(message) {
  element("iframe", attributes, [])
}

/// An external resource, treated as an image, a page or a plugin.
pub fn object(attributes: List(Attribute(message))) -> Element(message) {
  element("object", attributes, [])
}

/// An image with alternatives for different displays.
pub fn picture(
  attributes: List(Attribute(message)),
  children: List(Element(message)),
) -> Element(message) {
  element("picture", attributes, children)
}

/// A preview of another page that can become the current one. Few browsers know
/// it.
pub fn portal(attributes: List(Attribute(message))) -> Element(message) {
  element("portal", attributes, [])
}

/// One of several sources of a `picture`, `audio` or `video`.
pub fn source(attributes: List(Attribute(message))) -> Element(message) {
  element("source", attributes, [])
}

/// A formula in MathML. Its content is built with `lustre/element/mathml`.
pub fn math(
  attributes: List(Attribute(message)),
  children: List(Element(message)),
) -> Element(message) {
  namespaced(mathml.namespace, "math", attributes, children)
}

/// A drawing in SVG. Its content is built with `lustre/element/svg`.
pub fn svg(
  attributes: List(Attribute(message)),
  children: List(Element(message)),
) -> Element(message) {
  namespaced(svg.namespace, "svg", attributes, children)
}

// SCRIPTS

/// An area that scripts draw on.
pub fn canvas(attributes: List(Attribute(message))) -> Element(message) {
  element("canvas", attributes, [])
}

/// What to show when scripts are switched off.
pub fn noscript(
  attributes: List(Attribute(message)),
  children: List(Element(message)),
) -> Element(message) {
  element("noscript", attributes, children)
}

/// A script, written in the document or fetched from an address. The text is
/// not escaped.
pub fn script(
  attributes: List(Attribute(message)),
  content: String,
) -> Element(message) {
  element.unsafe_raw_html("", "script", attributes, content)
}

// EDITS

/// Text that was removed from the document.
pub fn del(
  attributes: List(Attribute(message)),
  children: List(Element(message)),
) -> Element(message) {
  element("del", attributes, children)
}

/// Text that was added to the document.
pub fn ins(
  attributes: List(Attribute(message)),
  children: List(Element(message)),
) -> Element(message) {
  element("ins", attributes, children)
}

// TABLES

/// The title of a table.
pub fn caption(
  attributes: List(Attribute(message)),
  children: List(Element(message)),
) -> Element(message) {
  element("caption", attributes, children)
}

/// One or more columns of a `colgroup`.
pub fn col(attributes: List(Attribute(message))) -> Element(message) {
  element("col", attributes, [])
}

/// A group of columns of a table.
pub fn colgroup(
  attributes: List(Attribute(message)),
  children: List(Element(message)),
) -> Element(message) {
  element("colgroup", attributes, children)
}

/// Data in rows and columns.
pub fn table(
  attributes: List(Attribute(message)),
  children: List(Element(message)),
) -> Element(message) {
  element("table", attributes, children)
}

/// Rows that make up the body of a table.
pub fn tbody(
  attributes: List(Attribute(message)),
  children: List(Element(message)),
) -> Element(message) {
  element("tbody", attributes, children)
}

/// A cell with data.
pub fn td(
  attributes: List(Attribute(message)),
  children: List(Element(message)),
) -> Element(message) {
  element("td", attributes, children)
}

/// Rows that sum up the columns of a table.
pub fn tfoot(
  attributes: List(Attribute(message)),
  children: List(Element(message)),
) -> Element(message) {
  element("tfoot", attributes, children)
}

/// A cell that is the heading of a row or column.
pub fn th(
  attributes: List(Attribute(message)),
  children: List(Element(message)),
) -> Element(message) {
  element("th", attributes, children)
}

/// Rows with the headings of the columns.
pub fn thead(
  attributes: List(Attribute(message)),
  children: List(Element(message)),
) -> Element(message) {
  element("thead", attributes, children)
}

/// A row of a table.
pub fn tr(
  attributes: List(Attribute(message)),
  children: List(Element(message)),
) -> Element(message) {
  element("tr", attributes, children)
}

// FORMS

/// A button. Inside a form it submits the form unless its type says otherwise.
pub fn button(
  attributes: List(Attribute(message)),
  children: List(Element(message)),
) -> Element(message) {
  element("button", attributes, children)
}

/// Suggestions for the value of an input.
pub fn datalist(
  attributes: List(Attribute(message)),
  children: List(Element(message)),
) -> Element(message) {
  element("datalist", attributes, children)
}

/// A group of controls in a form.
pub fn fieldset(
  attributes: List(Attribute(message)),
  children: List(Element(message)),
) -> Element(message) {
  element("fieldset", attributes, children)
}

/// A group of controls that are submitted together.
pub fn form(
  attributes: List(Attribute(message)),
  children: List(Element(message)),
) -> Element(message) {
  element("form", attributes, children)
}

/// A control whose kind is given by its type: text, number, checkbox and so on.
pub fn input(attributes: List(Attribute(message))) -> Element(message) {
  element("input", attributes, [])
}

/// The caption of a control.
pub fn label(
  attributes: List(Attribute(message)),
  children: List(Element(message)),
) -> Element(message) {
  element("label", attributes, children)
}

/// The caption of a `fieldset`.
pub fn legend(
  attributes: List(Attribute(message)),
  children: List(Element(message)),
) -> Element(message) {
  element("legend", attributes, children)
}

/// A quantity within a known range.
pub fn meter(
  attributes: List(Attribute(message)),
  children: List(Element(message)),
) -> Element(message) {
  element("meter", attributes, children)
}

/// A named group of options in a `select`.
pub fn optgroup(
  attributes: List(Attribute(message)),
  children: List(Element(message)),
) -> Element(message) {
  element("optgroup", attributes, children)
}

/// One of the options of a `select` or `datalist`, with its label.
pub fn option(
  attributes: List(Attribute(message)),
  content: String,
) -> Element(message) {
  element("option", attributes, [element.text(content)])
}

/// The result of a calculation or of what the user did.
pub fn output(
  attributes: List(Attribute(message)),
  children: List(Element(message)),
) -> Element(message) {
  element("output", attributes, children)
}

/// How far a task has come.
pub fn progress(
  attributes: List(Attribute(message)),
  children: List(Element(message)),
) -> Element(message) {
  element("progress", attributes, children)
}

/// A control that offers a choice of options.
pub fn select(
  attributes: List(Attribute(message)),
  children: List(Element(message)),
) -> Element(message) {
  element("select", attributes, children)
}

/// A control for text of several lines. The content is its current value as
/// well as the text it starts with.
pub fn textarea(
  attributes: List(Attribute(message)),
  content: String,
) -> Element(message) {
  element(
    "textarea",
    [attribute.property("value", json.string(content)), ..attributes],
    [element.text(content)],
  )
}

// INTERACTIVE ELEMENTS

/// A part that the user can open and close.
pub fn details(
  attributes: List(Attribute(message)),
  children: List(Element(message)),
) -> Element(message) {
  element("details", attributes, children)
}

/// A dialog, or another part of a page that covers the rest for a while.
pub fn dialog(
  attributes: List(Attribute(message)),
  children: List(Element(message)),
) -> Element(message) {
  element("dialog", attributes, children)
}

/// The caption of a `details` element, always visible.
pub fn summary(
  attributes: List(Attribute(message)),
  children: List(Element(message)),
) -> Element(message) {
  element("summary", attributes, children)
}

// WEB COMPONENTS

/// A place in a web component that is filled from outside.
pub fn slot(
  attributes: List(Attribute(message)),
  children: List(Element(message)),
) -> Element(message) {
  element("slot", attributes, children)
}

/// Markup that is not shown but kept for scripts to use.
pub fn template(
  attributes: List(Attribute(message)),
  children: List(Element(message)),
) -> Element(message) {
  element("template", attributes, children)
}

//// Elements: descriptions of what should be on the page, and their text form.
////
//// Most views are written with `lustre/element/html`; this module has what all
//// of them share, and the functions that turn elements into strings, on
//// servers as well as in browsers.

import gleam/string_tree.{type StringTree}
import lustre/vdom/ref
import lustre/vdom/vattr.{type Attribute}
import lustre/vdom/vnode.{
  ByTag, ClosingTag, ElementNode, FragmentNode, MapNode, MemoNode, RawNode,
  SelfClosing, TextNode, Void,
}

/// A part of a page that may send messages of the given type. Elements are
/// values: making one changes nothing on the page.
pub type Element(message) =
  vnode.Element(message)

/// A reference to a value on which a memoised view depends. See `memo`.
pub type Ref =
  ref.Ref

/// An element of any tag. Tags that HTML gives no content, such as `input`,
/// are printed without a closing tag; children given to them are ignored there.
pub fn element(
  tag: String,
  attributes: List(Attribute(message)),
  children: List(Element(message)),
) -> Element(message) {
  namespaced("", tag, attributes, children)
}

/// An element of any tag in an XML namespace, for instance that of SVG. The
/// empty namespace is that of HTML.
pub fn namespaced(
  namespace: String,
  tag: String,
  attributes: List(Attribute(message)),
  children: List(Element(message)),
) -> Element(message) {
  ElementNode(
    key: "",
    namespace:,
    tag:,
    attributes:,
    children:,
    keyed: False,
    closing: ByTag,
  )
}

/// An element whose text form is under the caller's control, for formats other
/// than HTML: self-closing elements print as `<tag/>`, void ones as `<tag>`,
/// all others with a closing tag.
pub fn advanced(
  namespace: String,
  tag: String,
  attributes: List(Attribute(message)),
  children: List(Element(message)),
  self_closing: Bool,
  void: Bool,
) -> Element(message) {
  let closing = case self_closing, void {
    True, _ -> SelfClosing
    False, True -> Void
    False, False -> ClosingTag
  }
  ElementNode(
    key: "",
    namespace:,
    tag:,
    attributes:,
    children:,
    keyed: False,
    closing:,
  )
}

/// A piece of text. Whatever it contains is shown as it is: nothing in it can
/// become markup.
pub fn text(content: String) -> Element(message) {
  TextNode(key: "", content:)
}

/// An element that shows nothing, for the branches of a view in which there is
/// nothing to show.
pub fn none() -> Element(message) {
  TextNode(key: "", content: "")
}

/// Several elements where one is asked for, without an element around them.
pub fn fragment(children: List(Element(message))) -> Element(message) {
  FragmentNode(key: "", children:, keyed: False)
}

/// An element whose content is a string of HTML, put into the page unchecked.
/// Never pass text from users to this function: scripts in it would run.
pub fn unsafe_raw_html(
  namespace: String,
  tag: String,
  attributes: List(Attribute(message)),
  inner_html: String,
) -> Element(message) {
  RawNode(key: "", namespace:, tag:, attributes:, inner_html:)
}

/// A part of a view that is computed again only when one of its dependencies
/// has changed since the last render. In JavaScript values are compared by
/// identity, so that the comparison never costs more than what it saves.
///
/// ```gleam
/// import gleam/list
/// import lustre/element/html
///
/// let items = ["one", "two"]
/// let view =
///   element.memo([element.ref(items)], fn() {
///     html.p([], list.map(items, html.text))
///   })
/// html.main([], [view])
/// ```
pub fn memo(
  dependencies: List(Ref),
  view: fn() -> Element(message),
) -> Element(message) {
  MemoNode(key: "", dependencies:, view:)
}

/// A reference to a value, to be used as a dependency of `memo`.
pub fn ref(value: a) -> Ref {
  ref.from(value)
}

/// Changes the messages an element sends, so that a view can be used inside a
/// larger application with a message type of its own.
pub fn map(element: Element(a), f: fn(a) -> b) -> Element(b) {
  vnode.map(element, f)
}

/// The HTML of an element. Text and attribute values are escaped; listeners
/// and properties have no text form.
pub fn to_string(element: Element(message)) -> String {
  string_tree.to_string(to_string_tree(element))
}

/// The HTML of a whole document: as `to_string`, with a doctype, and with the
/// `html` and `body` elements around it when the element is neither of them
/// nor a `head`.
pub fn to_document_string(element: Element(message)) -> String {
  string_tree.to_string(to_document_string_tree(element))
}

/// As `to_string`, for those who go on to build a larger text from the result.
pub fn to_string_tree(element: Element(message)) -> StringTree {
  vnode.to_string_tree(element)
}

/// As `to_document_string`, for those who go on to build a larger text from
/// the result.
pub fn to_document_string_tree(element: Element(message)) -> StringTree {
  let document = case root_tag(element) {
    "html" -> element
    "head" | "body" -> namespaced("", "html", [], [element])
    _ -> namespaced("", "html", [], [namespaced("", "body", [], [element])])
  }
  vnode.to_string_tree(document)
  |> string_tree.prepend("<!doctype html>\n")
}

/// The tag of the only element a node stands for, or nothing.
fn root_tag(node: Element(message)) -> String {
  case node {
    ElementNode(tag:, ..) | RawNode(tag:, ..) -> tag
    MapNode(child:, ..) -> root_tag(child)
    MemoNode(view:, ..) -> root_tag(view())
    FragmentNode(children: [child], ..) -> root_tag(child)
    FragmentNode(..) | TextNode(..) -> ""
  }
}

/// The HTML of an element spread over indented lines, for snapshots and for
/// reading. The white space this adds can show in a browser: use `to_string`
/// for pages.
pub fn to_readable_string(element: Element(message)) -> String {
  vnode.to_readable_string(element)
}

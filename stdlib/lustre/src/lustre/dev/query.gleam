//// Finding elements in a view, for tests.
////
//// A selector says what a single element is like: its tag, an attribute, its
//// text. A query says where such an element is: anywhere, among the children
//// of another one, or anywhere below it.
////
//// ```gleam
//// import lustre/attribute
//// import lustre/element/html
////
//// let view =
////   html.main([attribute.id("todos")], [
////     html.p([], [html.button([], [html.text("Add")])]),
////   ])
//// let button =
////   query.element(matching: query.id("todos"))
////   |> query.descendant(matching: query.tag("button"))
////
//// let assert Ok(_) = query.find(in: view, matching: button)
//// ```
////
//// Fragments, maps and memos are looked through: queries see the elements that
//// end up on the page.

import gleam/bool
import gleam/list
import gleam/option.{type Option, None, Some}
import gleam/result
import gleam/string
import lustre/vdom/vattr.{type Attribute, Attribute, Off}
import lustre/vdom/vnode.{
  type Element, ElementNode, FragmentNode, MapNode, MemoNode, RawNode, TextNode,
}

/// Which elements of a view are meant.
pub opaque type Query {
  Anywhere(matching: Selector)
  ChildOf(matching: Selector, parent: Query)
  DescendantOf(matching: Selector, ancestor: Query)
}

/// What an element is like.
pub opaque type Selector {
  All(of: List(Selector))
  HasTag(namespace: Option(String), tag: String)
  HasAttribute(name: String, value: String)
  HasClasses(names: List(String))
  HasStyle(name: String, value: String)
  HasText(content: String)
}

// QUERIES

/// Elements of a view that match a selector, wherever they are.
pub fn element(matching selector: Selector) -> Query {
  Anywhere(matching: selector)
}

/// Elements that match a selector and are children of what another query
/// finds.
pub fn child(of parent: Query, matching selector: Selector) -> Query {
  ChildOf(parent:, matching: selector)
}

/// Elements that match a selector and are anywhere below what another query
/// finds.
pub fn descendant(of parent: Query, matching selector: Selector) -> Query {
  DescendantOf(ancestor: parent, matching: selector)
}

// SELECTORS

/// Elements with a tag, in whatever namespace.
pub fn tag(value: String) -> Selector {
  HasTag(namespace: None, tag: value)
}

/// Elements with a tag in a namespace.
pub fn namespaced(namespace: String, tag: String) -> Selector {
  HasTag(namespace: Some(namespace), tag:)
}

/// Elements with an attribute of a value; if the value is empty, elements that
/// have the attribute at all.
pub fn attribute(name: String, value: String) -> Selector {
  HasAttribute(name:, value:)
}

/// Elements with a class, or with all of several classes separated by spaces.
pub fn class(name: String) -> Selector {
  HasClasses(names: words(name))
}

/// Elements with a CSS property set to a value.
pub fn style(name: String, value: String) -> Selector {
  HasStyle(name:, value:)
}

/// Elements with an identifier.
pub fn id(name: String) -> Selector {
  attribute("id", name)
}

/// Elements with a `data-` attribute, whose name is given without the prefix.
pub fn data(name: String, value: String) -> Selector {
  attribute("data-" <> name, value)
}

/// Elements with a `data-test-id` attribute, by which tests can find what has
/// no other mark.
pub fn test_id(value: String) -> Selector {
  data("test-id", value)
}

/// Elements with an `aria-` attribute, whose name is given without the prefix.
pub fn aria(name: String, value: String) -> Selector {
  attribute("aria-" <> name, value)
}

/// Elements whose text, with that of all elements inside, contains a string.
pub fn text(content: String) -> Selector {
  HasText(content:)
}

/// Elements that match two selectors.
pub fn and(first: Selector, second: Selector) -> Selector {
  case first, second {
    All(of: first), All(of: second) -> All(list.append(first, second))
    All(of: first), _ -> All(list.append(first, [second]))
    _, All(of: second) -> All([first, ..second])
    _, _ -> All([first, second])
  }
}

// FINDING

/// The first element of a view that a query means, in the order of the page.
pub fn find(
  in root: Element(message),
  matching query: Query,
) -> Result(Element(message), Nil) {
  list.first(find_all(in: root, matching: query))
}

/// All elements of a view that a query means, in the order of the page.
pub fn find_all(
  in root: Element(message),
  matching query: Query,
) -> List(Element(message)) {
  collect(dissolve(root), [], query)
}

/// Whether an element of a view matches a selector.
pub fn has(in element: Element(message), matching selector: Selector) -> Bool {
  find_all(in: element, matching: Anywhere(selector)) != []
}

/// Whether an element itself matches a selector.
pub fn matches(
  target target: Element(message),
  selector selector: Selector,
) -> Bool {
  case target {
    ElementNode(namespace:, tag:, attributes:, ..)
    | RawNode(namespace:, tag:, attributes:, ..) ->
      matches_element(target, namespace, tag, attributes, selector)
    MapNode(child:, ..) -> matches(child, selector)
    MemoNode(view:, ..) -> matches(view(), selector)
    TextNode(..) | FragmentNode(..) -> False
  }
}

/// Goes through elements and what is inside of them. The ancestors come with
/// the nearest first.
fn collect(
  elements: List(Element(message)),
  ancestors: List(Element(message)),
  query: Query,
) -> List(Element(message)) {
  use element <- list.flat_map(elements)
  let below = collect(children(element), [element, ..ancestors], query)
  case is_meant(element, ancestors, query) {
    True -> [element, ..below]
    False -> below
  }
}

fn is_meant(
  element: Element(message),
  ancestors: List(Element(message)),
  query: Query,
) -> Bool {
  use <- bool.guard(!matches(element, query.matching), False)
  case query, ancestors {
    Anywhere(..), _ -> True
    ChildOf(parent: query, ..), [parent, ..above] ->
      is_meant(parent, above, query)
    DescendantOf(ancestor: query, ..), _ -> any_is_meant(ancestors, query)
    ChildOf(..), [] -> False
  }
}

fn any_is_meant(elements: List(Element(message)), query: Query) -> Bool {
  case elements {
    [] -> False
    [element, ..above] ->
      is_meant(element, above, query) || any_is_meant(above, query)
  }
}

/// The elements and texts that a node is on the page. What was inside of maps
/// stays inside of them, one by one, as its messages have to go through them.
fn dissolve(node: Element(message)) -> List(Element(message)) {
  case node {
    ElementNode(..) | RawNode(..) | TextNode(..) -> [node]
    FragmentNode(children:, ..) -> list.flat_map(children, dissolve)
    MemoNode(view:, ..) -> dissolve(view())
    MapNode(child:, ..) -> {
      use child <- list.map(dissolve(child))
      MapNode(..node, child:)
    }
  }
}

fn children(node: Element(message)) -> List(Element(message)) {
  case node {
    ElementNode(children:, ..) -> list.flat_map(children, dissolve)
    MapNode(child:, ..) -> {
      use child <- list.map(children(child))
      MapNode(..node, child:)
    }
    RawNode(..) | TextNode(..) | FragmentNode(..) | MemoNode(..) -> []
  }
}

fn matches_element(
  element: Element(message),
  namespace: String,
  tag: String,
  attributes: List(Attribute(message)),
  selector: Selector,
) -> Bool {
  case selector {
    All(of: selectors) -> list.all(selectors, matches(element, _))
    HasTag(namespace: wanted, tag: wanted_tag) ->
      tag == wanted_tag && option.unwrap(wanted, namespace) == namespace
    HasAttribute(name:, value:) ->
      case find_attribute(attributes, name) {
        Ok(actual) -> value == "" || actual == value
        Error(Nil) -> False
      }
    HasClasses(names:) -> {
      let actual = find_attribute(attributes, "class") |> result.unwrap("")
      list.all(names, list.contains(words(actual), _))
    }
    HasStyle(name:, value:) -> {
      let actual = find_attribute(attributes, "style") |> result.unwrap("")
      list.contains(declarations(actual), #(name, value))
    }
    HasText(content:) -> string.contains(text_content(element), content)
  }
}

fn find_attribute(
  attributes: List(Attribute(message)),
  wanted: String,
) -> Result(String, Nil) {
  use attribute <- list.find_map(vattr.prepare(attributes))
  case attribute {
    Attribute(name:, value:) if name == wanted -> Ok(value)
    Attribute(..) | Off(..) | vattr.Property(..) | vattr.Event(..) -> Error(Nil)
  }
}

fn words(text: String) -> List(String) {
  string.split(text, " ")
  |> list.filter(fn(word) { word != "" })
}

fn declarations(style: String) -> List(#(String, String)) {
  use declaration <- list.filter_map(string.split(style, ";"))
  use #(name, value) <- result.map(string.split_once(declaration, ":"))
  #(string.trim(name), string.trim(value))
}

fn text_content(node: Element(message)) -> String {
  case node {
    TextNode(content:, ..) -> content
    ElementNode(children:, ..) | FragmentNode(children:, ..) ->
      string.concat(list.map(children, text_content))
    MapNode(child:, ..) -> text_content(child)
    MemoNode(view:, ..) -> text_content(view())
    RawNode(..) -> ""
  }
}

// SHOWING

/// A query in the notation of CSS, as far as that goes, for messages.
pub fn to_readable_string(query: Query) -> String {
  case query {
    Anywhere(matching:) -> show(matching)
    ChildOf(parent:, matching:) ->
      to_readable_string(parent) <> " > " <> show(matching)
    DescendantOf(ancestor:, matching:) ->
      to_readable_string(ancestor) <> " " <> show(matching)
  }
}

fn show(selector: Selector) -> String {
  case selector {
    All(of: []) -> "*"
    All(of: selectors) -> string.concat(list.map(selectors, show))
    HasTag(namespace: Some(namespace), tag:) if namespace != "" ->
      namespace <> ":" <> tag
    HasTag(tag:, ..) -> tag
    HasAttribute(name: "id", value:) if value != "" -> "#" <> value
    HasAttribute(name:, value: "") -> "[" <> name <> "]"
    HasAttribute(name:, value:) -> "[" <> name <> "=\"" <> value <> "\"]"
    HasClasses(names:) ->
      string.concat(list.map(names, fn(name) { "." <> name }))
    HasStyle(name:, value:) -> "[style*=\"" <> name <> ":" <> value <> "\"]"
    HasText(content:) -> ":contains(\"" <> content <> "\")"
  }
}

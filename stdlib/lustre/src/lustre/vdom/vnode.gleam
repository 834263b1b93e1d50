//// The virtual DOM: a description of what should be on the page. Public
//// functions to build it live in `lustre/element` and the modules below it.

import gleam/list
import gleam/string
import gleam/string_tree.{type StringTree}
import houdini
import lustre/vdom/ref.{type Ref}
import lustre/vdom/vattr.{type Attribute}

/// A node of the virtual DOM that may send messages of the given type.
///
/// The key is empty for nodes that are not children of a keyed parent.
/// The attributes of an element are kept as they were written: they are put
/// into their normal form only when that is needed.
pub type Element(message) {
  ElementNode(
    key: String,
    namespace: String,
    tag: String,
    attributes: List(Attribute(message)),
    children: List(Element(message)),
    keyed: Bool,
    closing: Closing,
  )
  TextNode(key: String, content: String)
  FragmentNode(key: String, children: List(Element(message)), keyed: Bool)
  RawNode(
    key: String,
    namespace: String,
    tag: String,
    attributes: List(Attribute(message)),
    inner_html: String,
  )
  MapNode(key: String, mapper: Mapper, child: Element(message))
  MemoNode(key: String, dependencies: List(Ref), view: fn() -> Element(message))
}

/// How the text form of an element ends: as HTML has it for the tag, with a
/// closing tag, with a slash in the opening tag, or not at all.
pub type Closing {
  ByTag
  ClosingTag
  SelfClosing
  Void
}

/// A function from messages of a subtree to messages of its parent, with both
/// types forgotten.
pub type Mapper

/// Gives a node the key it has among its siblings.
pub fn with_key(node: Element(message), key: String) -> Element(message) {
  case node {
    ElementNode(..) -> ElementNode(..node, key:)
    TextNode(..) -> TextNode(..node, key:)
    FragmentNode(..) -> FragmentNode(..node, key:)
    RawNode(..) -> RawNode(..node, key:)
    MapNode(..) -> MapNode(..node, key:)
    MemoNode(..) -> MemoNode(..node, key:)
  }
}

/// Wraps a node so that messages from below it go through a function.
pub fn map(node: Element(a), mapper: fn(a) -> b) -> Element(b) {
  MapNode(key: "", mapper: to_mapper(mapper), child: forget(node))
}

/// Takes a message through the function of a map.
pub fn apply(mapper: Mapper, message: a) -> b {
  to_function(mapper)(message)
}

@external(erlang, "gleam@function", "identity")
@external(javascript, "./coerce.ffi.mjs", "coerce")
fn to_function(mapper: Mapper) -> fn(a) -> b

@external(erlang, "gleam@function", "identity")
@external(javascript, "./coerce.ffi.mjs", "coerce")
fn to_mapper(mapper: fn(a) -> b) -> Mapper

@external(erlang, "gleam@function", "identity")
@external(javascript, "./coerce.ffi.mjs", "coerce")
fn forget(node: Element(a)) -> Element(b)

/// Whether HTML forbids content and a closing tag for an element.
pub fn is_void(namespace: String, tag: String) -> Bool {
  case namespace, tag {
    "", "area"
    | "", "base"
    | "", "br"
    | "", "col"
    | "", "embed"
    | "", "hr"
    | "", "img"
    | "", "input"
    | "", "link"
    | "", "meta"
    | "", "param"
    | "", "source"
    | "", "track"
    | "", "wbr"
    -> True
    _, _ -> False
  }
}

fn closing(node: Closing, namespace: String, tag: String) -> Closing {
  case node {
    ByTag ->
      case is_void(namespace, tag) {
        True -> Void
        False -> ClosingTag
      }
    _ -> node
  }
}

/// The HTML of a node, on one line.
pub fn to_string_tree(node: Element(message)) -> StringTree {
  append(string_tree.new(), node, "")
}

fn append(
  tree: StringTree,
  node: Element(message),
  outer: String,
) -> StringTree {
  case node {
    TextNode(content:, ..) -> string_tree.append(tree, houdini.escape(content))
    ElementNode(namespace:, tag:, children:, ..) -> {
      let tree = append_opening(tree, node, outer)
      case closing(node.closing, namespace, tag) {
        SelfClosing -> string_tree.append(tree, "/>")
        Void -> string_tree.append(tree, ">")
        ClosingTag | ByTag ->
          tree
          |> string_tree.append(">")
          |> append_all(children, namespace)
          |> append_closing_tag(tag)
      }
    }
    RawNode(tag:, inner_html:, ..) ->
      tree
      |> append_opening(node, outer)
      |> string_tree.append(">")
      |> string_tree.append(inner_html)
      |> append_closing_tag(tag)
    FragmentNode(key:, children:, ..) ->
      tree
      |> append_marker("fragment", key)
      |> append_all(children, outer)
      |> string_tree.append("<!-- /lustre:fragment -->")
    MapNode(key:, child:, ..) ->
      tree
      |> append_marker("map", key)
      |> append(child, outer)
    MemoNode(key:, view:, ..) ->
      tree
      |> append_marker("memo", key)
      |> append(view(), outer)
  }
}

fn append_all(
  tree: StringTree,
  nodes: List(Element(message)),
  namespace: String,
) -> StringTree {
  use tree, node <- list.fold(nodes, tree)
  append(tree, node, namespace)
}

/// The start of an element up to its attributes, without the closing bracket.
fn append_opening(
  tree: StringTree,
  node: Element(message),
  outer: String,
) -> StringTree {
  case node {
    ElementNode(key:, namespace:, tag:, attributes:, ..)
    | RawNode(key:, namespace:, tag:, attributes:, ..) -> {
      let xmlns = case namespace == outer {
        True -> ""
        False -> namespace
      }
      let tree =
        tree
        |> string_tree.append("<")
        |> string_tree.append(tag)
      vattr.to_string_tree(attributes, xmlns:, key:, onto: tree)
    }
    TextNode(..) | FragmentNode(..) | MapNode(..) | MemoNode(..) -> tree
  }
}

fn append_closing_tag(tree: StringTree, tag: String) -> StringTree {
  tree
  |> string_tree.append("</")
  |> string_tree.append(tag)
  |> string_tree.append(">")
}

fn append_marker(tree: StringTree, kind: String, key: String) -> StringTree {
  let tree =
    tree
    |> string_tree.append("<!-- lustre:")
    |> string_tree.append(kind)
  case key {
    "" -> string_tree.append(tree, " -->")
    _ ->
      tree
      |> string_tree.append(" key=\"")
      |> string_tree.append(houdini.escape(key))
      |> string_tree.append("\" -->")
  }
}

/// The HTML of a node with every element and text on a line of its own,
/// indented by two spaces a level: for snapshots and for people.
pub fn to_readable_string(node: Element(message)) -> String {
  readable(string_tree.new(), node, 0, "")
  |> string_tree.to_string
}

fn readable(
  tree: StringTree,
  node: Element(message),
  depth: Int,
  outer: String,
) -> StringTree {
  case node {
    TextNode(content: "", ..) -> tree
    TextNode(content:, ..) -> line(tree, depth, houdini.escape(content))
    ElementNode(namespace:, tag:, children:, closing: node_closing, ..) -> {
      let opening =
        append_opening(string_tree.new(), node, outer)
        |> string_tree.to_string
      case closing(node_closing, namespace, tag), children {
        SelfClosing, _ -> line(tree, depth, opening <> "/>")
        Void, _ -> line(tree, depth, opening <> ">")
        _, [] -> line(tree, depth, opening <> "></" <> tag <> ">")
        _, _ ->
          tree
          |> line(depth, opening <> ">")
          |> readable_all(children, depth + 1, namespace)
          |> line(depth, "</" <> tag <> ">")
      }
    }
    RawNode(..) -> {
      let text = append(string_tree.new(), node, outer)
      line(tree, depth, string_tree.to_string(text))
    }
    FragmentNode(key:, children:, ..) ->
      tree
      |> readable_marker(depth, "fragment", key)
      |> readable_all(children, depth + 1, outer)
      |> line(depth, "<!-- /lustre:fragment -->")
    MapNode(key:, child:, ..) ->
      tree
      |> readable_marker(depth, "map", key)
      |> readable(child, depth + 1, outer)
    MemoNode(key:, view:, ..) ->
      tree
      |> readable_marker(depth, "memo", key)
      |> readable(view(), depth + 1, outer)
  }
}

fn readable_all(
  tree: StringTree,
  nodes: List(Element(message)),
  depth: Int,
  namespace: String,
) -> StringTree {
  use tree, node <- list.fold(nodes, tree)
  readable(tree, node, depth, namespace)
}

fn readable_marker(
  tree: StringTree,
  depth: Int,
  kind: String,
  key: String,
) -> StringTree {
  append_marker(string_tree.new(), kind, key)
  |> string_tree.to_string
  |> line(tree, depth, _)
}

fn line(tree: StringTree, depth: Int, text: String) -> StringTree {
  let tree = case string_tree.is_empty(tree) {
    True -> tree
    False -> string_tree.append(tree, "\n")
  }
  tree
  |> string_tree.append(string.repeat("  ", depth))
  |> string_tree.append(text)
}

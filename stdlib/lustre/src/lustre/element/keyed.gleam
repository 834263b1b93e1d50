//// Elements whose children have keys.
////
//// When the children of an element change places, appear and disappear, keys
//// let the renderer tell which child is which. A child that moved keeps its
//// DOM node, and with it focus, selection and scroll position. A key has to be
//// unique among its siblings and to stay with its child for as long as the
//// child lives: the identifier of a record is a good key, an index is not.

import gleam/list
import lustre/vdom/vattr.{type Attribute}
import lustre/vdom/vnode.{type Element, ByTag, ElementNode, FragmentNode}

/// An element of any tag with keyed children.
pub fn element(
  tag: String,
  attributes: List(Attribute(message)),
  children: List(#(String, Element(message))),
) -> Element(message) {
  namespaced("", tag, attributes, children)
}

/// An element of any tag in an XML namespace with keyed children.
pub fn namespaced(
  namespace: String,
  tag: String,
  attributes: List(Attribute(message)),
  children: List(#(String, Element(message))),
) -> Element(message) {
  ElementNode(
    key: "",
    namespace:,
    tag:,
    attributes:,
    children: with_keys(children),
    keyed: True,
    closing: ByTag,
  )
}

/// Several keyed elements where one element is asked for.
pub fn fragment(
  children: List(#(String, Element(message))),
) -> Element(message) {
  FragmentNode(key: "", children: with_keys(children), keyed: True)
}

fn with_keys(
  children: List(#(String, Element(message))),
) -> List(Element(message)) {
  use #(key, child) <- list.map(children)
  vnode.with_key(child, key)
}

/// A `ul` element with keyed children.
pub fn ul(
  attributes: List(Attribute(message)),
  children: List(#(String, Element(message))),
) -> Element(message) {
  element("ul", attributes, children)
}

/// An `ol` element with keyed children.
pub fn ol(
  attributes: List(Attribute(message)),
  children: List(#(String, Element(message))),
) -> Element(message) {
  element("ol", attributes, children)
}

/// A `div` element with keyed children.
pub fn div(
  attributes: List(Attribute(message)),
  children: List(#(String, Element(message))),
) -> Element(message) {
  element("div", attributes, children)
}

/// A `tbody` element with keyed children.
pub fn tbody(
  attributes: List(Attribute(message)),
  children: List(#(String, Element(message))),
) -> Element(message) {
  element("tbody", attributes, children)
}

/// A `dl` element with keyed children.
pub fn dl(
  attributes: List(Attribute(message)),
  children: List(#(String, Element(message))),
) -> Element(message) {
  element("dl", attributes, children)
}

//// The elements of MathML.
////
//// A formula starts with `lustre/element/html.math`; everything inside of it is
//// built with this module.

import lustre/element.{namespaced}
import lustre/vdom/vattr.{type Attribute}
import lustre/vdom/vnode.{type Element}

/// The XML namespace of MathML.
pub const namespace = "http://www.w3.org/1998/Math/MathML"

// STRUCTURE

/// An error message in place of a formula.
pub fn merror(
  attributes: List(Attribute(message)),
  children: List(Element(message)),
) -> Element(message) {
  namespaced(namespace, "merror", attributes, children)
}

/// A part that takes up space but is not shown.
pub fn mphantom(
  attributes: List(Attribute(message)),
  children: List(Element(message)),
) -> Element(message) {
  namespaced(namespace, "mphantom", attributes, children)
}

/// Marks where the scripts before the base begin in `mmultiscripts`.
pub fn mprescripts(
  attributes: List(Attribute(message)),
  children: List(Element(message)),
) -> Element(message) {
  namespaced(namespace, "mprescripts", attributes, children)
}

/// Parts of a formula in a row.
pub fn mrow(
  attributes: List(Attribute(message)),
  children: List(Element(message)),
) -> Element(message) {
  namespaced(namespace, "mrow", attributes, children)
}

/// Parts of a formula with a common style.
pub fn mstyle(
  attributes: List(Attribute(message)),
  children: List(Element(message)),
) -> Element(message) {
  namespaced(namespace, "mstyle", attributes, children)
}

/// A formula along with annotations.
pub fn semantics(
  attributes: List(Attribute(message)),
  children: List(Element(message)),
) -> Element(message) {
  namespaced(namespace, "semantics", attributes, children)
}

// SCRIPTS

/// A base with any number of scripts before and after it.
pub fn mmultiscripts(
  attributes: List(Attribute(message)),
  children: List(Element(message)),
) -> Element(message) {
  namespaced(namespace, "mmultiscripts", attributes, children)
}

/// A base with something above it.
pub fn mover(
  attributes: List(Attribute(message)),
  children: List(Element(message)),
) -> Element(message) {
  namespaced(namespace, "mover", attributes, children)
}

/// A base with a subscript.
pub fn msub(
  attributes: List(Attribute(message)),
  children: List(Element(message)),
) -> Element(message) {
  namespaced(namespace, "msub", attributes, children)
}

/// A base with a subscript and a superscript.
pub fn msubsup(
  attributes: List(Attribute(message)),
  children: List(Element(message)),
) -> Element(message) {
  namespaced(namespace, "msubsup", attributes, children)
}

/// A base with a superscript.
pub fn msup(
  attributes: List(Attribute(message)),
  children: List(Element(message)),
) -> Element(message) {
  namespaced(namespace, "msup", attributes, children)
}

/// A base with something below it.
pub fn munder(
  attributes: List(Attribute(message)),
  children: List(Element(message)),
) -> Element(message) {
  namespaced(namespace, "munder", attributes, children)
}

/// A base with something below and something above it.
pub fn munderover(
  attributes: List(Attribute(message)),
  children: List(Element(message)),
) -> Element(message) {
  namespaced(namespace, "munderover", attributes, children)
}

// ROOTS

/// A root with an index.
pub fn mroot(
  attributes: List(Attribute(message)),
  children: List(Element(message)),
) -> Element(message) {
  namespaced(namespace, "mroot", attributes, children)
}

/// A square root.
pub fn msqrt(
  attributes: List(Attribute(message)),
  children: List(Element(message)),
) -> Element(message) {
  namespaced(namespace, "msqrt", attributes, children)
}

// OTHER

/// A formula in another language, as an annotation.
pub fn annotation(
  attributes: List(Attribute(message)),
  children: List(Element(message)),
) -> Element(message) {
  namespaced(namespace, "annotation", attributes, children)
}

/// A formula in another XML language, as an annotation.
pub fn annotation_xml(
  attributes: List(Attribute(message)),
  children: List(Element(message)),
) -> Element(message) {
  namespaced(namespace, "annotation-xml", attributes, children)
}

/// A fraction.
pub fn mfrac(
  attributes: List(Attribute(message)),
  children: List(Element(message)),
) -> Element(message) {
  namespaced(namespace, "mfrac", attributes, children)
}

/// A number.
pub fn mn(
  attributes: List(Attribute(message)),
  content: String,
) -> Element(message) {
  namespaced(namespace, "mn", attributes, [element.text(content)])
}

/// An operator.
pub fn mo(
  attributes: List(Attribute(message)),
  content: String,
) -> Element(message) {
  namespaced(namespace, "mo", attributes, [element.text(content)])
}

/// A name, such as that of a variable or a function.
pub fn mi(
  attributes: List(Attribute(message)),
  content: String,
) -> Element(message) {
  namespaced(namespace, "mi", attributes, [element.text(content)])
}

/// A part with space around it, or shifted.
pub fn mpadded(
  attributes: List(Attribute(message)),
  children: List(Element(message)),
) -> Element(message) {
  namespaced(namespace, "mpadded", attributes, children)
}

/// A string, for readers that are programs.
pub fn ms(
  attributes: List(Attribute(message)),
  content: String,
) -> Element(message) {
  namespaced(namespace, "ms", attributes, [element.text(content)])
}

/// Blank space.
pub fn mspace(attributes: List(Attribute(message))) -> Element(message) {
  namespaced(namespace, "mspace", attributes, [])
}

/// A table or a matrix.
pub fn mtable(
  attributes: List(Attribute(message)),
  children: List(Element(message)),
) -> Element(message) {
  namespaced(namespace, "mtable", attributes, children)
}

/// A cell of a table.
pub fn mtd(
  attributes: List(Attribute(message)),
  children: List(Element(message)),
) -> Element(message) {
  namespaced(namespace, "mtd", attributes, children)
}

/// Text inside a formula.
pub fn mtext(
  attributes: List(Attribute(message)),
  content: String,
) -> Element(message) {
  namespaced(namespace, "mtext", attributes, [element.text(content)])
}

/// A row of a table.
pub fn mtr(
  attributes: List(Attribute(message)),
  children: List(Element(message)),
) -> Element(message) {
  namespaced(namespace, "mtr", attributes, children)
}

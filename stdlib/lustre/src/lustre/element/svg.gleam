//// The elements of SVG.
////
//// A drawing starts with `lustre/element/html.svg`; everything inside of it is
//// built with this module. Functions take attributes, and children where the
//// element has any.

import lustre/element.{namespaced}
import lustre/vdom/vattr.{type Attribute}
import lustre/vdom/vnode.{type Element}

/// The XML namespace of SVG.
pub const namespace = "http://www.w3.org/2000/svg"

// ANIMATION

/// Changes an attribute of an element over time.
pub fn animate(attributes: List(Attribute(message))) -> Element(message) {
  namespaced(namespace, "animate", attributes, [])
}

/// Moves an element along a path.
pub fn animate_motion(
  attributes: List(Attribute(message)),
) -> Element(message) {
  namespaced(namespace, "animateMotion", attributes, [])
}

/// Changes the transformation of an element over time.
pub fn animate_transform(
  attributes: List(Attribute(message)),
) -> Element(message) {
  namespaced(namespace, "animateTransform", attributes, [])
}

/// The path that an `animate_motion` follows.
pub fn mpath(attributes: List(Attribute(message))) -> Element(message) {
  namespaced(namespace, "mpath", attributes, [])
}

/// Gives an attribute another value for a while.
pub fn set(attributes: List(Attribute(message))) -> Element(message) {
  namespaced(namespace, "set", attributes, [])
}

// SHAPES

/// A circle.
pub fn circle(attributes: List(Attribute(message))) -> Element(message) {
  namespaced(namespace, "circle", attributes, [])
}

/// An ellipse.
pub fn ellipse(attributes: List(Attribute(message))) -> Element(message) {
  namespaced(namespace, "ellipse", attributes, [])
}

/// A straight line.
pub fn line(attributes: List(Attribute(message))) -> Element(message) {
  namespaced(namespace, "line", attributes, [])
}

/// A closed shape of straight lines.
pub fn polygon(attributes: List(Attribute(message))) -> Element(message) {
  namespaced(namespace, "polygon", attributes, [])
}

/// An open line of straight pieces.
pub fn polyline(attributes: List(Attribute(message))) -> Element(message) {
  namespaced(namespace, "polyline", attributes, [])
}

/// A rectangle.
pub fn rect(attributes: List(Attribute(message))) -> Element(message) {
  namespaced(namespace, "rect", attributes, [])
}

// CONTAINERS

/// A link around parts of a drawing.
pub fn a(
  attributes: List(Attribute(message)),
  children: List(Element(message)),
) -> Element(message) {
  namespaced(namespace, "a", attributes, children)
}

/// Parts that are defined for use elsewhere and not drawn here.
pub fn defs(
  attributes: List(Attribute(message)),
  children: List(Element(message)),
) -> Element(message) {
  namespaced(namespace, "defs", attributes, children)
}

/// A group of elements.
pub fn g(
  attributes: List(Attribute(message)),
  children: List(Element(message)),
) -> Element(message) {
  namespaced(namespace, "g", attributes, children)
}

/// What is drawn at the ends and corners of lines.
pub fn marker(
  attributes: List(Attribute(message)),
  children: List(Element(message)),
) -> Element(message) {
  namespaced(namespace, "marker", attributes, children)
}

/// A shape that makes parts of others transparent.
pub fn mask(
  attributes: List(Attribute(message)),
  children: List(Element(message)),
) -> Element(message) {
  namespaced(namespace, "mask", attributes, children)
}

/// What is drawn for characters a font lacks.
pub fn missing_glyph(
  attributes: List(Attribute(message)),
  children: List(Element(message)),
) -> Element(message) {
  namespaced(namespace, "missing-glyph", attributes, children)
}

/// A tile with which areas can be filled.
pub fn pattern(
  attributes: List(Attribute(message)),
  children: List(Element(message)),
) -> Element(message) {
  namespaced(namespace, "pattern", attributes, children)
}

/// A drawing, or a drawing inside another one.
pub fn svg(
  attributes: List(Attribute(message)),
  children: List(Element(message)),
) -> Element(message) {
  namespaced(namespace, "svg", attributes, children)
}

/// Shows the first child whose conditions hold.
pub fn switch(
  attributes: List(Attribute(message)),
  children: List(Element(message)),
) -> Element(message) {
  namespaced(namespace, "switch", attributes, children)
}

/// A drawing that is shown by `use_`.
pub fn symbol(
  attributes: List(Attribute(message)),
  children: List(Element(message)),
) -> Element(message) {
  namespaced(namespace, "symbol", attributes, children)
}

/// A named view of a drawing that links can point to.
pub fn view(
  attributes: List(Attribute(message)),
  children: List(Element(message)),
) -> Element(message) {
  namespaced(namespace, "view", attributes, children)
}

// DESCRIPTIONS

/// A description of an element for those who cannot see it.
pub fn desc(
  attributes: List(Attribute(message)),
  children: List(Element(message)),
) -> Element(message) {
  namespaced(namespace, "desc", attributes, children)
}

/// Data about a drawing, for programs.
pub fn metadata(
  attributes: List(Attribute(message)),
  children: List(Element(message)),
) -> Element(message) {
  namespaced(namespace, "metadata", attributes, children)
}

/// A short name of an element, shown as a tooltip.
pub fn title(
  attributes: List(Attribute(message)),
  children: List(Element(message)),
) -> Element(message) {
  namespaced(namespace, "title", attributes, children)
}

// FILTERS

/// Filter step: combines two images by a blend mode.
pub fn fe_blend(attributes: List(Attribute(message))) -> Element(message) {
  namespaced(namespace, "feBlend", attributes, [])
}

/// Filter step: multiplies colours by a matrix.
pub fn fe_color_matrix(
  attributes: List(Attribute(message)),
) -> Element(message) {
  namespaced(namespace, "feColorMatrix", attributes, [])
}

/// Filter step: maps each colour channel by a function.
pub fn fe_component_transfer(
  attributes: List(Attribute(message)),
) -> Element(message) {
  namespaced(namespace, "feComponentTransfer", attributes, [])
}

/// Filter step: combines two images point by point.
pub fn fe_composite(attributes: List(Attribute(message))) -> Element(message) {
  namespaced(namespace, "feComposite", attributes, [])
}

/// Filter step: computes each point from its neighbours.
pub fn fe_convolve_matrix(
  attributes: List(Attribute(message)),
) -> Element(message) {
  namespaced(namespace, "feConvolveMatrix", attributes, [])
}

/// Filter step: lights an image as a matt surface.
pub fn fe_diffuse_lighting(
  attributes: List(Attribute(message)),
  children: List(Element(message)),
) -> Element(message) {
  namespaced(namespace, "feDiffuseLighting", attributes, children)
}

/// Filter step: shifts the points of an image by the colours of another.
pub fn fe_displacement_map(
  attributes: List(Attribute(message)),
) -> Element(message) {
  namespaced(namespace, "feDisplacementMap", attributes, [])
}

/// Filter step: draws a shadow below an image.
pub fn fe_drop_shadow(
  attributes: List(Attribute(message)),
) -> Element(message) {
  namespaced(namespace, "feDropShadow", attributes, [])
}

/// Filter step: fills an area with one colour.
pub fn fe_flood(attributes: List(Attribute(message))) -> Element(message) {
  namespaced(namespace, "feFlood", attributes, [])
}

/// The function for the alpha channel in a component transfer.
pub fn fe_func_a(attributes: List(Attribute(message))) -> Element(message) {
  namespaced(namespace, "feFuncA", attributes, [])
}

/// The function for the blue channel in a component transfer.
pub fn fe_func_b(attributes: List(Attribute(message))) -> Element(message) {
  namespaced(namespace, "feFuncB", attributes, [])
}

/// The function for the green channel in a component transfer.
pub fn fe_func_g(attributes: List(Attribute(message))) -> Element(message) {
  namespaced(namespace, "feFuncG", attributes, [])
}

/// The function for the red channel in a component transfer.
pub fn fe_func_r(attributes: List(Attribute(message))) -> Element(message) {
  namespaced(namespace, "feFuncR", attributes, [])
}

/// Filter step: blurs an image.
pub fn fe_gaussian_blur(
  attributes: List(Attribute(message)),
) -> Element(message) {
  namespaced(namespace, "feGaussianBlur", attributes, [])
}

/// Filter step: uses a picture from elsewhere.
pub fn fe_image(attributes: List(Attribute(message))) -> Element(message) {
  namespaced(namespace, "feImage", attributes, [])
}

/// Filter step: lays several images on top of one another.
pub fn fe_merge(
  attributes: List(Attribute(message)),
  children: List(Element(message)),
) -> Element(message) {
  namespaced(namespace, "feMerge", attributes, children)
}

/// One of the images of a `fe_merge`.
pub fn fe_merge_node(attributes: List(Attribute(message))) -> Element(message) {
  namespaced(namespace, "feMergeNode", attributes, [])
}

/// Filter step: thickens or thins an image.
pub fn fe_morphology(attributes: List(Attribute(message))) -> Element(message) {
  namespaced(namespace, "feMorphology", attributes, [])
}

/// Filter step: shifts an image.
pub fn fe_offset(attributes: List(Attribute(message))) -> Element(message) {
  namespaced(namespace, "feOffset", attributes, [])
}

/// Filter step: lights an image as a shiny surface.
pub fn fe_specular_lighting(
  attributes: List(Attribute(message)),
  children: List(Element(message)),
) -> Element(message) {
  namespaced(namespace, "feSpecularLighting", attributes, children)
}

/// Filter step: fills an area with copies of an image.
pub fn fe_tile(
  attributes: List(Attribute(message)),
  children: List(Element(message)),
) -> Element(message) {
  namespaced(namespace, "feTile", attributes, children)
}

/// Filter step: makes clouds and marble out of noise.
pub fn fe_turbulence(attributes: List(Attribute(message))) -> Element(message) {
  namespaced(namespace, "feTurbulence", attributes, [])
}

/// A filter made of steps, to be applied to other elements.
pub fn filter(
  attributes: List(Attribute(message)),
  children: List(Element(message)),
) -> Element(message) {
  namespaced(namespace, "filter", attributes, children)
}

// GRADIENTS

/// A gradient along a line.
pub fn linear_gradient(
  attributes: List(Attribute(message)),
  children: List(Element(message)),
) -> Element(message) {
  namespaced(namespace, "linearGradient", attributes, children)
}

/// A gradient from a point outwards.
pub fn radial_gradient(
  attributes: List(Attribute(message)),
  children: List(Element(message)),
) -> Element(message) {
  namespaced(namespace, "radialGradient", attributes, children)
}

/// A colour of a gradient and where it is.
pub fn stop(attributes: List(Attribute(message))) -> Element(message) {
  namespaced(namespace, "stop", attributes, [])
}

// GRAPHICS

/// A picture from elsewhere inside a drawing.
pub fn image(attributes: List(Attribute(message))) -> Element(message) {
  namespaced(namespace, "image", attributes, [])
}

/// A shape of lines and curves.
pub fn path(attributes: List(Attribute(message))) -> Element(message) {
  namespaced(namespace, "path", attributes, [])
}

/// Text in a drawing.
pub fn text(
  attributes: List(Attribute(message)),
  content: String,
) -> Element(message) {
  namespaced(namespace, "text", attributes, [element.text(content)])
}

/// Another copy of an element defined elsewhere.
pub fn use_(attributes: List(Attribute(message))) -> Element(message) {
  namespaced(namespace, "use", attributes, [])
}

// LIGHTS

/// A light so far away that it comes from one direction.
pub fn fe_distant_light(
  attributes: List(Attribute(message)),
) -> Element(message) {
  namespaced(namespace, "feDistantLight", attributes, [])
}

/// A light at a point.
pub fn fe_point_light(
  attributes: List(Attribute(message)),
) -> Element(message) {
  namespaced(namespace, "fePointLight", attributes, [])
}

/// A light at a point that shines in one direction.
pub fn fe_spot_light(attributes: List(Attribute(message))) -> Element(message) {
  namespaced(namespace, "feSpotLight", attributes, [])
}

// OTHER

/// A shape outside of which nothing is drawn.
pub fn clip_path(
  attributes: List(Attribute(message)),
  children: List(Element(message)),
) -> Element(message) {
  namespaced(namespace, "clipPath", attributes, children)
}

/// A script in a drawing. The text is not escaped.
pub fn script(
  attributes: List(Attribute(message)),
  content: String,
) -> Element(message) {
  element.unsafe_raw_html(namespace, "script", attributes, content)
}

/// A style sheet in a drawing. The text is not escaped.
pub fn style(
  attributes: List(Attribute(message)),
  content: String,
) -> Element(message) {
  element.unsafe_raw_html(namespace, "style", attributes, content)
}

/// HTML, or something else that is not SVG, in a drawing.
pub fn foreign_object(
  attributes: List(Attribute(message)),
  children: List(Element(message)),
) -> Element(message) {
  namespaced(namespace, "foreignObject", attributes, children)
}

/// Text along a path.
pub fn text_path(
  attributes: List(Attribute(message)),
  children: List(Element(message)),
) -> Element(message) {
  namespaced(namespace, "textPath", attributes, children)
}

/// A part of a text with a style or place of its own.
pub fn tspan(
  attributes: List(Attribute(message)),
  children: List(Element(message)),
) -> Element(message) {
  namespaced(namespace, "tspan", attributes, children)
}

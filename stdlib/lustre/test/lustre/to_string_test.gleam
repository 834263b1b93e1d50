//// The text form of elements.

import gleam/json
import gleam/string_tree
import lustre/attribute
import lustre/element
import lustre/element/html
import lustre/element/keyed
import lustre/element/mathml
import lustre/element/svg
import lustre/event
import lustre/vdom/vattr
import lustre/vdom/vnode

// ELEMENTS

pub fn element_test() {
  let view = html.div([], [html.p([], [html.text("Hello")]), html.hr([])])
  assert element.to_string(view) == "<div><p>Hello</p><hr></div>"
}

pub fn text_is_escaped_test() {
  let view = html.p([], [html.text("<b> & \"c\" 'd'")])
  assert element.to_string(view)
    == "<p>&lt;b&gt; &amp; &quot;c&quot; &#39;d&#39;</p>"
}

pub fn none_shows_nothing_test() {
  assert element.to_string(element.none()) == ""
  assert element.to_string(html.p([], [element.none()])) == "<p></p>"
}

pub fn void_elements_have_no_closing_tag_test() {
  assert element.to_string(html.input([])) == "<input>"
  assert element.to_string(element.element("br", [], [html.text("x")]))
    == "<br>"
}

pub fn elements_without_content_have_a_closing_tag_test() {
  assert element.to_string(html.iframe([])) == "<iframe></iframe>"
  assert element.to_string(html.canvas([])) == "<canvas></canvas>"
}

pub fn void_names_of_other_namespaces_mean_nothing_test() {
  assert element.to_string(element.namespaced("urn:x", "col", [], []))
    == "<col xmlns=\"urn:x\"></col>"
}

pub fn advanced_elements_end_as_they_are_told_test() {
  let attributes = [attribute.id("a")]
  let children = [html.text("b")]
  assert element.to_string(element.advanced("", "x", attributes, [], True, True))
    == "<x id=\"a\"/>"
  assert element.to_string(element.advanced(
      "",
      "x",
      attributes,
      children,
      False,
      True,
    ))
    == "<x id=\"a\">"
  assert element.to_string(element.advanced(
      "",
      "br",
      attributes,
      children,
      False,
      False,
    ))
    == "<br id=\"a\">b</br>"
}

pub fn raw_html_is_not_escaped_test() {
  assert element.to_string(element.unsafe_raw_html(
      "",
      "div",
      [attribute.class("a")],
      "<b>x</b>",
    ))
    == "<div class=\"a\"><b>x</b></div>"
  assert element.to_string(html.script([], "1 < 2 && a()"))
    == "<script>1 < 2 && a()</script>"
  assert element.to_string(html.style([], "a > b {}"))
    == "<style>a > b {}</style>"
}

pub fn elements_with_text_test() {
  assert element.to_string(html.title([], "A & B"))
    == "<title>A &amp; B</title>"
  assert element.to_string(html.option([attribute.value("a")], "A"))
    == "<option value=\"a\">A</option>"
  assert element.to_string(html.textarea([attribute.rows(2)], "<text>"))
    == "<textarea rows=\"2\">&lt;text&gt;</textarea>"
}

// NAMESPACES

pub fn namespaces_are_written_where_they_change_test() {
  let view =
    html.div([], [
      html.svg([attribute.width(2)], [
        svg.g([], [svg.linear_gradient([], [])]),
        svg.foreign_object([], [html.p([], [])]),
      ]),
    ])
  assert element.to_string(view)
    == "<div><svg xmlns=\"http://www.w3.org/2000/svg\" width=\"2\">"
    <> "<g><linearGradient></linearGradient></g>"
    <> "<foreignObject><p></p></foreignObject></svg></div>"
}

pub fn mathml_test() {
  let view =
    html.math([], [mathml.mfrac([], [mathml.mi([], "x"), mathml.mn([], "2")])])
  assert element.to_string(view)
    == "<math xmlns=\"http://www.w3.org/1998/Math/MathML\">"
    <> "<mfrac><mi>x</mi><mn>2</mn></mfrac></math>"
}

pub fn svg_names_test() {
  assert tag(svg.fe_gaussian_blur([])) == "feGaussianBlur"
  assert tag(svg.fe_func_a([])) == "feFuncA"
  assert tag(svg.missing_glyph([], [])) == "missing-glyph"
  assert tag(svg.use_([])) == "use"
  assert tag(svg.clip_path([], [])) == "clipPath"
  assert tag(svg.animate_motion([])) == "animateMotion"
  assert tag(svg.text_path([], [])) == "textPath"
  assert tag(mathml.annotation_xml([], [])) == "annotation-xml"
}

fn tag(element: element.Element(message)) -> String {
  let assert vnode.ElementNode(tag:, ..) = element
  tag
}

// FRAGMENTS, MAPS, MEMOS AND KEYS

pub fn fragments_are_marked_test() {
  let view =
    html.div([], [
      element.fragment([html.text("a"), html.br([])]),
      html.text("b"),
    ])
  assert element.to_string(view)
    == "<div><!-- lustre:fragment -->a<br><!-- /lustre:fragment -->b</div>"
}

pub fn maps_and_memos_are_marked_test() {
  let inner = html.button([event.on_click(1)], [html.text("x")])
  assert element.to_string(element.map(inner, fn(n) { n + 1 }))
    == "<!-- lustre:map --><button>x</button>"
  assert element.to_string(element.memo([element.ref(1)], fn() { inner }))
    == "<!-- lustre:memo --><button>x</button>"
}

pub fn keys_are_written_test() {
  let view =
    keyed.ul([], [
      #("a", html.li([attribute.class("x")], [])),
      #("b", element.fragment([])),
      #("c\"", element.map(html.li([], []), fn(x) { x })),
      #("d", element.memo([], fn() { html.li([], []) })),
      #("e", html.text("e")),
      #("f", element.unsafe_raw_html("", "li", [], "")),
    ])
  assert element.to_string(view)
    == "<ul><li data-lustre-key=\"a\" class=\"x\"></li>"
    <> "<!-- lustre:fragment key=\"b\" --><!-- /lustre:fragment -->"
    <> "<!-- lustre:map key=\"c&quot;\" --><li></li>"
    <> "<!-- lustre:memo key=\"d\" --><li></li>"
    <> "e<li data-lustre-key=\"f\"></li></ul>"
}

// ATTRIBUTES

pub fn attributes_are_sorted_test() {
  let attributes = [
    attribute.title("t"),
    attribute.class("c"),
    attribute.href("/"),
    attribute.id("i"),
  ]
  assert element.to_string(html.a(attributes, []))
    == "<a class=\"c\" href=\"/\" id=\"i\" title=\"t\"></a>"
}

pub fn attribute_values_are_escaped_test() {
  assert element.to_string(html.a([attribute.href("?a=1&b=\"2\"")], []))
    == "<a href=\"?a=1&amp;b=&quot;2&quot;\"></a>"
}

pub fn classes_add_up_test() {
  let attributes = [
    attribute.class("one"),
    attribute.id("i"),
    attribute.classes([#("two", True), #("three", False), #("four", True)]),
    attribute.class(""),
    attribute.class("five"),
  ]
  assert element.to_string(html.p(attributes, []))
    == "<p class=\"one two four five\" id=\"i\"></p>"
}

pub fn no_class_is_no_attribute_test() {
  assert element.to_string(html.p([attribute.class("")], [])) == "<p></p>"
  assert element.to_string(html.p([attribute.classes([#("a", False)])], []))
    == "<p></p>"
}

pub fn styles_add_up_test() {
  let attributes = [
    attribute.style("color", "red"),
    attribute.styles([#("margin", "0"), #("", "x"), #("top", "")]),
    attribute.attribute("style", "left: 1px"),
    attribute.style("right", "2px"),
  ]
  assert element.to_string(html.p(attributes, []))
    == "<p style=\"color:red;margin:0;left: 1px;right:2px;\"></p>"
}

pub fn the_last_of_other_attributes_counts_test() {
  let attributes = [
    attribute.id("first"),
    attribute.disabled(True),
    attribute.id("last"),
    attribute.disabled(False),
  ]
  assert element.to_string(html.button(attributes, []))
    == "<button id=\"last\"></button>"
}

pub fn booleans_test() {
  assert element.to_string(html.input([attribute.checked(True)]))
    == "<input checked>"
  assert element.to_string(html.input([attribute.checked(False)])) == "<input>"
  assert element.to_string(html.p([attribute.draggable(False)], []))
    == "<p draggable=\"false\"></p>"
  assert element.to_string(html.p([attribute.translate(False)], []))
    == "<p translate=\"no\"></p>"
  assert element.to_string(html.p([attribute.autocorrect(True)], []))
    == "<p autocorrect=\"on\"></p>"
  assert element.to_string(html.p([attribute.aria_hidden(False)], []))
    == "<p aria-hidden=\"false\"></p>"
}

pub fn lists_test() {
  assert element.to_string(
      html.input([attribute.accept([".png", "image/gif"])]),
    )
    == "<input accept=\".png,image/gif\">"
  assert element.to_string(html.td([attribute.headers(["a", "b"])], []))
    == "<td headers=\"a b\"></td>"
}

pub fn names_that_differ_from_their_functions_test() {
  let attributes = [
    attribute.accept_charset("utf-8"),
    attribute.aria_label("l"),
    attribute.as_("font"),
    attribute.data("x", "1"),
    attribute.http_equiv("refresh"),
    attribute.type_("text"),
  ]
  assert element.to_string(html.meta(attributes))
    == "<meta accept-charset=\"utf-8\" aria-label=\"l\" as=\"font\""
    <> " data-x=\"1\" http-equiv=\"refresh\" type=\"text\">"
}

pub fn default_values_are_plain_attributes_test() {
  let attributes = [
    attribute.default_value("v"),
    attribute.default_checked(True),
  ]
  assert element.to_string(html.input(attributes))
    == "<input checked value=\"v\">"
  assert element.to_string(html.option([attribute.default_selected(True)], "o"))
    == "<option selected>o</option>"
}

pub fn what_has_no_text_form_test() {
  let attributes = [
    attribute.none(),
    attribute.property("value", json.int(1)),
    event.on_click(Nil),
    event.on_input(fn(_) { Nil }),
  ]
  assert element.to_string(html.input(attributes)) == "<input>"
}

pub fn listeners_of_one_event_replace_one_another_test() -> Nil {
  let attributes = [event.on_click(1), event.on_focus(2), event.on_click(3)]
  let assert [vattr.Event(name: "click", ..), vattr.Event(name: "focus", ..)] =
    vattr.prepare(attributes)
  Nil
}

// DOCUMENTS

pub fn documents_are_completed_test() {
  let doctype = "<!doctype html>\n"
  assert element.to_document_string(html.html([], [html.body([], [])]))
    == doctype <> "<html><body></body></html>"
  assert element.to_document_string(html.body([], []))
    == doctype <> "<html><body></body></html>"
  assert element.to_document_string(html.head([], []))
    == doctype <> "<html><head></head></html>"
  assert element.to_document_string(html.p([], []))
    == doctype <> "<html><body><p></p></body></html>"
}

pub fn documents_may_be_mapped_test() {
  let view = element.map(html.html([], []), fn(x) { x })
  assert element.to_document_string(view)
    == "<!doctype html>\n<!-- lustre:map --><html></html>"
}

pub fn string_trees_test() {
  let view = html.p([], [html.text("x")])
  assert string_tree.to_string(element.to_string_tree(view)) == "<p>x</p>"
  assert string_tree.to_string(element.to_document_string_tree(view))
    == element.to_document_string(view)
}

pub fn readable_string_test() {
  let view =
    html.div([attribute.id("a")], [
      html.p([], [html.text("one"), html.br([]), html.text("two")]),
      html.p([], []),
      element.fragment([html.text("three")]),
      element.none(),
    ])
  assert element.to_readable_string(view) == "<div id=\"a\">
  <p>
    one
    <br>
    two
  </p>
  <p></p>
  <!-- lustre:fragment -->
    three
  <!-- /lustre:fragment -->
</div>"
}

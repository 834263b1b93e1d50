//// What a server knows about the page of its clients: the virtual nodes they
//// show, with numbers for the elements, by which events find their listeners.

import gleam/dynamic/decode.{type Decoder}
import gleam/int
import gleam/json.{type Json}
import gleam/list
import gleam/result
import lustre/vdom/vattr.{
  type Attribute, type Behaviour, type Handler, Always, Attribute, Event, Off,
  Property,
}
import lustre/vdom/vnode.{
  type Element, type Mapper, ElementNode, FragmentNode, MapNode, MemoNode,
  RawNode, TextNode,
}

/// A place on the page. Maps and memos are places with one child, which clients
/// know nothing of.
pub type Place(message) {
  ElementPlace(vnode: Element(message), id: Int, children: List(Place(message)))
  TextPlace(vnode: Element(message))
  FragmentPlace(vnode: Element(message), children: List(Place(message)))
  WrapperPlace(vnode: Element(message), child: Place(message))
}

/// Makes places for a virtual node and all below it. Elements get numbers from
/// the given one on; the first number that is left comes with the place.
pub fn create(vnode: Element(message), next: Int) -> #(Place(message), Int) {
  case vnode {
    TextNode(..) -> #(TextPlace(vnode:), next)
    RawNode(..) -> #(ElementPlace(vnode:, id: next, children: []), next + 1)
    ElementNode(children:, ..) -> {
      let #(children, after) = create_all(children, next + 1)
      #(ElementPlace(vnode:, id: next, children:), after)
    }
    FragmentNode(children:, ..) -> {
      let #(children, next) = create_all(children, next)
      #(FragmentPlace(vnode:, children:), next)
    }
    MapNode(child:, ..) -> {
      let #(child, next) = create(child, next)
      #(WrapperPlace(vnode:, child:), next)
    }
    MemoNode(view:, ..) -> {
      let #(child, next) = create(view(), next)
      #(WrapperPlace(vnode:, child:), next)
    }
  }
}

fn create_all(
  vnodes: List(Element(message)),
  next: Int,
) -> #(List(Place(message)), Int) {
  let #(next, places) =
    list.map_fold(vnodes, next, fn(next, vnode) {
      let #(place, next) = create(vnode, next)
      #(next, place)
    })
  #(places, next)
}

/// The listener of an element for an event, with the functions its messages go
/// through, the innermost first.
pub fn find_listener(
  place: Place(message),
  id: Int,
  name: String,
) -> Result(#(Decoder(Handler(message)), List(Mapper)), Nil) {
  case place {
    TextPlace(..) -> Error(Nil)
    ElementPlace(vnode:, id: this, ..) if this == id ->
      listener(attributes(vnode), name)
      |> result.map(fn(handler) { #(handler, []) })
    ElementPlace(children:, ..) | FragmentPlace(children:, ..) ->
      list.find_map(children, find_listener(_, id, name))
    WrapperPlace(vnode: MapNode(mapper:, ..), child:) -> {
      use #(handler, mappers) <- result.map(find_listener(child, id, name))
      #(handler, list.append(mappers, [mapper]))
    }
    WrapperPlace(child:, ..) -> find_listener(child, id, name)
  }
}

fn listener(
  attributes: List(Attribute(message)),
  wanted: String,
) -> Result(Decoder(Handler(message)), Nil) {
  use attribute <- list.find_map(vattr.prepare(attributes))
  case attribute {
    Event(name:, handler:, ..) if name == wanted -> Ok(handler)
    _ -> Error(Nil)
  }
}

/// The attributes of an element, as they were written.
pub fn attributes(vnode: Element(message)) -> List(Attribute(message)) {
  case vnode {
    ElementNode(attributes:, ..) | RawNode(attributes:, ..) -> attributes
    TextNode(..) | FragmentNode(..) | MapNode(..) | MemoNode(..) -> []
  }
}

/// A place for the wire. Texts are strings; of everything else only what is not
/// empty is there: `t`ag, `n`amespace, attributes (see `attributes_to_json`),
/// `h`tml, `c`hildren, and `f` for the children of a fragment.
pub fn to_json(place: Place(message)) -> Json {
  case place {
    TextPlace(vnode:) ->
      case vnode {
        TextNode(content:, ..) -> json.string(content)
        _ -> json.string("")
      }
    FragmentPlace(children:, ..) ->
      json.object([#("f", json.array(children, to_json))])
    WrapperPlace(child:, ..) -> to_json(child)
    ElementPlace(vnode:, id:, children:) ->
      list.flatten([
        element_to_json(vnode),
        attributes_to_json(id, vattr.prepare(attributes(vnode))),
        unless_empty("c", children, to_json),
      ])
      |> json.object
  }
}

fn element_to_json(vnode: Element(message)) -> List(#(String, Json)) {
  case vnode {
    ElementNode(tag:, namespace:, ..) -> [
      #("t", json.string(tag)),
      ..namespace_to_json(namespace)
    ]
    RawNode(tag:, namespace:, inner_html:, ..) -> [
      #("t", json.string(tag)),
      #("h", json.string(inner_html)),
      ..namespace_to_json(namespace)
    ]
    TextNode(..) | FragmentNode(..) | MapNode(..) | MemoNode(..) -> []
  }
}

fn namespace_to_json(namespace: String) -> List(#(String, Json)) {
  case namespace {
    "" -> []
    _ -> [#("n", json.string(namespace))]
  }
}

/// Attributes for the wire: `a`ttributes and `p`roperties by name, names of
/// boolean attributes that are `o`ff, and `e`vents along with the `i`d of their
/// element.
pub fn attributes_to_json(
  id: Int,
  attributes: List(Attribute(message)),
) -> List(#(String, Json)) {
  let plain =
    list.filter_map(attributes, fn(attribute) {
      case attribute {
        Attribute(name:, value:) -> Ok(#(name, json.string(value)))
        _ -> Error(Nil)
      }
    })
  let properties =
    list.filter_map(attributes, fn(attribute) {
      case attribute {
        Property(name:, value:) -> Ok(#(name, value))
        _ -> Error(Nil)
      }
    })
  let off =
    list.filter_map(attributes, fn(attribute) {
      case attribute {
        Off(name:) -> Ok(name)
        _ -> Error(Nil)
      }
    })
  let events = list.filter_map(attributes, event_to_json)
  list.flatten([
    object_unless_empty("a", plain),
    object_unless_empty("p", properties),
    unless_empty("o", off, json.string),
    unless_empty("e", events, fn(event) { event }),
    case events {
      [] -> []
      _ -> [#("i", json.int(id))]
    },
  ])
}

fn object_unless_empty(
  name: String,
  entries: List(#(String, Json)),
) -> List(#(String, Json)) {
  case entries {
    [] -> []
    _ -> [#(name, json.object(entries))]
  }
}

/// A field with an array, or no field if there is nothing in it.
pub fn unless_empty(
  name: String,
  items: List(a),
  encode: fn(a) -> Json,
) -> List(#(String, Json)) {
  case items {
    [] -> []
    _ -> [#(name, json.array(items, encode))]
  }
}

/// A listener for the wire: its name, then what is not usual about it.
fn event_to_json(attribute: Attribute(message)) -> Result(Json, Nil) {
  case attribute {
    Event(
      name:,
      prevent_default:,
      stop_propagation:,
      include:,
      debounce:,
      throttle:,
      ..,
    ) -> {
      let flags =
        int.add(always(prevent_default, 1), always(stop_propagation, 2))
      case flags, include, debounce, throttle {
        0, [], 0, 0 -> Ok(json.string(name))
        _, _, _, _ ->
          Ok(
            json.preprocessed_array([
              json.string(name),
              json.int(flags),
              json.array(include, json.string),
              json.int(debounce),
              json.int(throttle),
            ]),
          )
      }
    }
    _ -> Error(Nil)
  }
}

/// A server cannot decide about an event that is already over.
fn always(behaviour: Behaviour, flag: Int) -> Int {
  case behaviour {
    Always -> flag
    vattr.Never | vattr.Possible -> 0
  }
}

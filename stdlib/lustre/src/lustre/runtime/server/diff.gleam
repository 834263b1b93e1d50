//// What clients have to change on their pages when the view has changed.
////
//// A patch is a JSON object for one node. Its fields, each of which is left out
//// when there is nothing to say:
////
//// - `x`: the new text; `h`: the new inner HTML
//// - `a`, `p`, `o`, `e`, `i`: attributes to set, as `tree` writes them
//// - `d`, `q`, `u`: names of attributes, properties and listeners to take away
//// - `r`: indices of children to remove
//// - `m`: children to move, as pairs of old and new index
//// - `n`: children to insert, as arrays of an index and the nodes from there on
//// - `s`: patches of children, as pairs of new index and patch
////
//// Removed and moved children are taken out first, by their old indices. Moved
//// and new ones are then put in, those with the smallest new index first.

import gleam/dict.{type Dict}
import gleam/int
import gleam/json.{type Json}
import gleam/list
import gleam/option.{type Option, None, Some}
import gleam/order
import gleam/set
import lustre/runtime/server/moves
import lustre/runtime/server/tree.{
  type Place, ElementPlace, FragmentPlace, TextPlace, WrapperPlace, unless_empty,
}
import lustre/vdom/vattr.{type Attribute, Attribute, Event, Off, Property}
import lustre/vdom/vnode.{
  type Element, ElementNode, FragmentNode, MapNode, MemoNode, RawNode, TextNode,
}

/// The fields of a patch.
type Fields =
  List(#(String, Json))

type Update(message) {
  Patched(place: Place(message), fields: Fields)
  Replaced(place: Place(message))
}

/// Changes the place of a whole view. The patch is for a node of which it is the
/// only child; there is none if nothing has changed. As for `tree.create`, the
/// number is the next one for an element.
pub fn root(
  place: Place(message),
  vnode: Element(message),
  next: Int,
) -> #(Place(message), Option(Json), Int) {
  let #(update, next) = update(place, vnode, next)
  case update {
    Patched(place:, fields: []) -> #(place, None, next)
    Patched(place:, fields:) -> {
      let patch = json.object([#("s", patches_to_json([#(0, fields)]))])
      #(place, Some(patch), next)
    }
    Replaced(place:) -> {
      let patch =
        json.object([
          #("r", json.array([0], json.int)),
          #("n", insertions_to_json([#(0, place)])),
        ])
      #(place, Some(patch), next)
    }
  }
}

fn update(
  place: Place(message),
  vnode: Element(message),
  next: Int,
) -> #(Update(message), Int) {
  case place, vnode {
    TextPlace(vnode: TextNode(content: old, key: old_key)),
      TextNode(content:, key:)
      if old_key == key
    -> {
      let fields = case old == content {
        True -> []
        False -> [#("x", json.string(content))]
      }
      #(Patched(place: TextPlace(vnode:), fields:), next)
    }
    FragmentPlace(
      vnode: FragmentNode(key: old_key, keyed: old_keyed, ..),
      children:,
    ),
      FragmentNode(key:, keyed:, children: vnodes)
      if old_key == key
    -> {
      let #(children, fields, next) =
        update_children(children, vnodes, old_keyed && keyed, next)
      #(Patched(place: FragmentPlace(vnode:, children:), fields:), next)
    }
    ElementPlace(vnode: old, id:, children:), _ ->
      case same_element(old, vnode) {
        True -> update_element(old, id, children, vnode, next)
        False -> replace(vnode, next)
      }
    WrapperPlace(vnode: old, child:), _ ->
      update_wrapper(place, old, child, vnode, next)
    _, _ -> replace(vnode, next)
  }
}

fn replace(vnode: Element(message), next: Int) -> #(Update(message), Int) {
  let #(place, next) = tree.create(vnode, next)
  #(Replaced(place:), next)
}

fn same_element(a: Element(message), b: Element(message)) -> Bool {
  case a, b {
    ElementNode(..), ElementNode(..) ->
      a.key == b.key && a.tag == b.tag && a.namespace == b.namespace
    RawNode(..), RawNode(..) ->
      a.key == b.key && a.tag == b.tag && a.namespace == b.namespace
    _, _ -> False
  }
}

fn update_element(
  old: Element(message),
  id: Int,
  children: List(Place(message)),
  vnode: Element(message),
  next: Int,
) -> #(Update(message), Int) {
  let attributes = update_attributes(old, vnode, id)
  case old, vnode {
    ElementNode(keyed: old_keyed, ..), ElementNode(keyed:, children: vnodes, ..)
    -> {
      let #(children, fields, next) =
        update_children(children, vnodes, old_keyed && keyed, next)
      let place = ElementPlace(vnode:, id:, children:)
      #(Patched(place:, fields: list.append(attributes, fields)), next)
    }
    RawNode(inner_html: old_html, ..), RawNode(inner_html:, ..)
      if old_html != inner_html
    -> {
      let fields = [#("h", json.string(inner_html)), ..attributes]
      #(Patched(place: ElementPlace(vnode:, id:, children: []), fields:), next)
    }
    _, _ -> {
      let place = ElementPlace(vnode:, id:, children:)
      #(Patched(place:, fields: attributes), next)
    }
  }
}

/// Clients do not see wrappers: one whose child is replaced is replaced.
fn update_wrapper(
  place: Place(message),
  old: Element(message),
  child: Place(message),
  vnode: Element(message),
  next: Int,
) -> #(Update(message), Int) {
  case old, vnode {
    MapNode(key: old_key, ..), MapNode(key:, child: inner, ..)
      if old_key == key
    -> rewrap(vnode, update(child, inner, next))
    MemoNode(key: old_key, dependencies: before, ..),
      MemoNode(key:, dependencies: now, view:)
      if old_key == key
    ->
      case before == now {
        True -> #(Patched(place:, fields: []), next)
        False -> rewrap(vnode, update(child, view(), next))
      }
    _, _ -> replace(vnode, next)
  }
}

fn rewrap(
  vnode: Element(message),
  result: #(Update(message), Int),
) -> #(Update(message), Int) {
  let #(update, next) = result
  let update = case update {
    Patched(place: child, fields:) ->
      Patched(place: WrapperPlace(vnode:, child:), fields:)
    Replaced(place: child) -> Replaced(place: WrapperPlace(vnode:, child:))
  }
  #(update, next)
}

// ATTRIBUTES

fn update_attributes(
  old: Element(message),
  new: Element(message),
  id: Int,
) -> Fields {
  let old = tree.attributes(old)
  let new = tree.attributes(new)
  case all_same(old, new) {
    True -> []
    False -> {
      let #(set, gone) =
        compare_attributes(vattr.prepare(old), vattr.prepare(new), [], [])
      list.append(tree.attributes_to_json(id, set), removals_to_json(gone))
    }
  }
}

/// Whether lists as they were written are the same item by item, as most are.
fn all_same(
  old: List(Attribute(message)),
  new: List(Attribute(message)),
) -> Bool {
  case old, new {
    [], [] -> True
    [a, ..old], [b, ..new] ->
      a.name == b.name && same_value(a, b) && all_same(old, new)
    [], [_, ..] | [_, ..], [] -> False
  }
}

/// Of two lists in their normal form, what has to be set and what taken away.
fn compare_attributes(
  old: List(Attribute(message)),
  new: List(Attribute(message)),
  set: List(Attribute(message)),
  gone: List(Attribute(message)),
) -> #(List(Attribute(message)), List(Attribute(message))) {
  case old, new {
    [], _ -> #(list.append(list.reverse(set), new), gone)
    _, [] -> #(list.reverse(set), list.append(old, gone))
    [a, ..olds], [b, ..news] ->
      case vattr.compare(a, b) {
        order.Lt -> compare_attributes(olds, new, set, [a, ..gone])
        order.Gt -> compare_attributes(old, news, [b, ..set], gone)
        order.Eq ->
          case same_value(a, b) {
            True -> compare_attributes(olds, news, set, gone)
            False -> compare_attributes(olds, news, [b, ..set], gone)
          }
      }
  }
}

/// Listeners are the same when clients see no difference: what they do is only
/// known here.
fn same_value(a: Attribute(message), b: Attribute(message)) -> Bool {
  case a, b {
    Attribute(..), Attribute(..) -> a.value == b.value
    Off(..), Off(..) -> True
    Property(..), Property(..) -> a.value == b.value
    Event(..), Event(..) ->
      a.prevent_default == b.prevent_default
      && a.stop_propagation == b.stop_propagation
      && a.include == b.include
      && a.debounce == b.debounce
      && a.throttle == b.throttle
    _, _ -> False
  }
}

fn removals_to_json(gone: List(Attribute(message))) -> Fields {
  let names = fn(of_kind) {
    gone
    |> list.filter(of_kind)
    |> list.map(fn(attribute: Attribute(message)) { attribute.name })
  }
  let is_attribute = fn(attribute) {
    case attribute {
      Attribute(..) -> True
      _ -> False
    }
  }
  let is_property = fn(attribute) {
    case attribute {
      Property(..) -> True
      _ -> False
    }
  }
  let is_event = fn(attribute) {
    case attribute {
      Event(..) -> True
      _ -> False
    }
  }
  list.flatten([
    unless_empty("d", names(is_attribute), json.string),
    unless_empty("q", names(is_property), json.string),
    unless_empty("u", names(is_event), json.string),
  ])
}

// CHILDREN

/// What is known after some of the new children: their places, which of them
/// are new, which old ones they continue, and their patches; all lists with the
/// last one first.
type Progress(message) {
  Progress(
    places: List(Place(message)),
    inserted: List(#(Int, Place(message))),
    kept: List(#(Int, Int)),
    patches: List(#(Int, Fields)),
    next: Int,
  )
}

fn update_children(
  old: List(Place(message)),
  new: List(Element(message)),
  keyed: Bool,
  next: Int,
) -> #(List(Place(message)), Fields, Int) {
  case old, new {
    [], [] -> #([], [], next)
    _, _ ->
      pair(old, new, keyed)
      |> list.index_fold(Progress([], [], [], [], next), update_child)
      |> finish_children(old, _)
  }
}

fn finish_children(
  old: List(Place(message)),
  progress: Progress(message),
) -> #(List(Place(message)), Fields, Int) {
  let Progress(places:, inserted:, kept:, patches:, next:) = progress
  let kept = list.reverse(kept)
  let fields =
    list.flatten([
      unless_empty("r", removed(old, kept), json.int),
      unless_empty("m", moved(kept), fn(entry) {
        json.array([entry.0, entry.1], json.int)
      }),
      case inserted {
        [] -> []
        _ -> [#("n", insertions_to_json(list.reverse(inserted)))]
      },
      case patches {
        [] -> []
        _ -> [#("s", patches_to_json(list.reverse(patches)))]
      },
    ])
  #(list.reverse(places), fields, next)
}

/// Of the children that are kept, as pairs of old and new index, those that
/// have to be moved.
fn moved(kept: List(#(Int, Int))) -> List(#(Int, Int)) {
  let olds = list.map(kept, fn(entry) { entry.0 })
  case moves.is_increasing(olds) {
    True -> []
    False -> {
      let staying = moves.longest_increasing(olds)
      list.filter(kept, fn(entry) { !set.contains(staying, entry.0) })
    }
  }
}

/// The indices of old children that are not kept.
fn removed(old: List(Place(message)), kept: List(#(Int, Int))) -> List(Int) {
  let count = list.length(old)
  case list.length(kept) == count {
    True -> []
    False -> {
      let present = list.map(kept, fn(entry) { entry.0 })
      missing_from(0, count, list.sort(present, int.compare), [])
    }
  }
}

fn update_child(
  progress: Progress(message),
  pair: #(Element(message), Result(#(Int, Place(message)), Nil)),
  index: Int,
) -> Progress(message) {
  let Progress(places:, inserted:, kept:, patches:, next:) = progress
  let #(result, next) = case pair.1 {
    Ok(#(_, place)) -> update(place, pair.0, next)
    Error(Nil) -> replace(pair.0, next)
  }
  case result, pair.1 {
    Patched(place:, fields:), Ok(#(old, _)) -> {
      let patches = case fields {
        [] -> patches
        _ -> [#(index, fields), ..patches]
      }
      let kept = [#(old, index), ..kept]
      Progress(places: [place, ..places], inserted:, kept:, patches:, next:)
    }
    _, _ -> {
      let place = result.place
      let inserted = [#(index, place), ..inserted]
      Progress(places: [place, ..places], inserted:, kept:, patches:, next:)
    }
  }
}

/// Finds for every new child the old one that it continues: that of the same
/// key, or that of the same index.
fn pair(
  old: List(Place(message)),
  new: List(Element(message)),
  keyed: Bool,
) -> List(#(Element(message), Result(#(Int, Place(message)), Nil))) {
  case keyed {
    False -> pair_by_index(old, new, 0, [])
    True -> {
      let by_key =
        list.index_fold(old, dict.new(), fn(by_key, place, index) {
          dict.insert(by_key, place.vnode.key, #(index, place))
        })
      pair_by_key(by_key, new, [])
    }
  }
}

fn pair_by_index(
  old: List(Place(message)),
  new: List(Element(message)),
  index: Int,
  pairs: List(#(Element(message), Result(#(Int, Place(message)), Nil))),
) -> List(#(Element(message), Result(#(Int, Place(message)), Nil))) {
  case old, new {
    _, [] -> list.reverse(pairs)
    [], [vnode, ..new] ->
      pair_by_index([], new, index, [#(vnode, Error(Nil)), ..pairs])
    [place, ..old], [vnode, ..new] -> {
      let pair = #(vnode, Ok(#(index, place)))
      pair_by_index(old, new, index + 1, [pair, ..pairs])
    }
  }
}

/// With keys given twice only one child of each list finds its partner.
fn pair_by_key(
  by_key: Dict(String, #(Int, Place(message))),
  new: List(Element(message)),
  pairs: List(#(Element(message), Result(#(Int, Place(message)), Nil))),
) -> List(#(Element(message), Result(#(Int, Place(message)), Nil))) {
  case new {
    [] -> list.reverse(pairs)
    [vnode, ..new] -> {
      let partner = dict.get(by_key, vnode.key)
      let by_key = dict.delete(by_key, vnode.key)
      pair_by_key(by_key, new, [#(vnode, partner), ..pairs])
    }
  }
}

fn missing_from(
  index: Int,
  length: Int,
  present: List(Int),
  found: List(Int),
) -> List(Int) {
  case present {
    _ if index >= length -> list.reverse(found)
    [first, ..rest] if first == index ->
      missing_from(index + 1, length, rest, found)
    _ -> missing_from(index + 1, length, present, [index, ..found])
  }
}

/// Neighbours are put into one array, after the index of the first of them.
fn insertions_to_json(insertions: List(#(Int, Place(message)))) -> Json {
  insertions
  |> list.index_map(fn(insertion, position) {
    #(insertion.0 - position, insertion)
  })
  |> list.chunk(fn(entry) { entry.0 })
  |> json.array(fn(run) {
    let index = case run {
      [#(_, #(index, _)), ..] -> index
      [] -> 0
    }
    let nodes = list.map(run, fn(entry) { tree.to_json(entry.1.1) })
    json.preprocessed_array([json.int(index), ..nodes])
  })
}

fn patches_to_json(patches: List(#(Int, Fields))) -> Json {
  use #(index, fields) <- json.array(patches)
  json.preprocessed_array([json.int(index), json.object(fields)])
}

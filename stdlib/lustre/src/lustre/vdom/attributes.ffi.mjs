/**
 * Attributes on DOM elements: setting them, and going from one list to the
 * next. Lists come as they were written in the view. Two lists from the same
 * place in a program nearly always have the same names in the same order, so
 * that they are compared position by position; only if that fails are both
 * brought into their normal form and compared by name.
 */

import {
  List$NonEmpty$first as first,
  List$NonEmpty$rest as rest,
  List$isNonEmpty as isNonEmpty,
} from "../../gleam.mjs";
import { to_string as jsonToString } from "../../../gleam_json/gleam/json.mjs";
import { Attribute, Event as Listener, Off, Property, prepare } from "./vattr.mjs";

/** The plain JavaScript value of a `Json`. */
export const fromJson = (json) => JSON.parse(jsonToString(json));

/** Sets all attributes of a new element. */
export function setAttributes(events, live, attributes) {
  const all = attributes.toArray();
  const list = hasDuplicates(all) ? prepare(attributes).toArray() : all;
  setInOrder(events, live, list);
}

/** Changes an element with the attributes `previous` to have those of `next`. */
export function patchAttributes(events, live, previous, next) {
  let changed = null;
  let a = previous;
  let b = next;
  while (isNonEmpty(a) && isNonEmpty(b)) {
    const from = first(a);
    const to = first(b);
    if (from !== to) {
      if (!sameSlot(from, to)) return patchByName(events, live, previous, next);
      if (!sameValue(from, to)) (changed ??= []).push(to);
    }
    a = rest(a);
    b = rest(b);
  }
  if (isNonEmpty(a) || isNonEmpty(b)) {
    return patchByName(events, live, previous, next);
  }
  if (changed === null) return;
  if (hasDuplicates(next.toArray())) {
    return patchByName(events, live, previous, next);
  }
  setInOrder(events, live, changed);
}

/**
 * Sets the live state of a control to what the view says it is, in case the
 * user or the browser has changed it since.
 */
export function syncControlled(live) {
  const { node } = live;
  let attributes = live.vnode.attributes;
  // Of an attribute given twice the last one counts.
  let value = null;
  let checked = null;
  let selected = null;
  for (; isNonEmpty(attributes); attributes = rest(attributes)) {
    const attribute = first(attributes);
    if (attribute instanceof Listener) continue;
    if (attribute.name === "value") value = attribute;
    else if (attribute.name === "checked") checked = attribute;
    else if (attribute.name === "selected") selected = attribute;
  }
  if (value !== null) setLive(node, "value", wanted(value));
  if (checked !== null) setLive(node, "checked", wanted(checked));
  if (selected !== null) setLive(node, "selected", wanted(selected));
}

/**
 * Gives an element that came with the page the attributes of the view, leaving
 * alone what is right already. The result says whether the user changed the
 * element's state before the program got hold of it; such state is kept.
 */
export function adoptAttributes(events, live, attributes) {
  const { node } = live;
  const expected = prepare(attributes).toArray();
  const names = new Set(KEPT);
  let touched = false;
  const missing = [];
  for (const attribute of expected) {
    if (attribute instanceof Attribute) {
      names.add(textName(attribute.name));
      if (isControlled(attribute) && isControl(node)) {
        if (node[attribute.name] !== wanted(attribute)) touched = true;
      } else if (node.getAttribute(textName(attribute.name)) !== attribute.value) {
        missing.push(attribute);
      }
    } else if (attribute instanceof Off && isControlled(attribute)) {
      if (node[attribute.name] === true) touched = true;
    } else if (isControlled(attribute) && isControl(node)) {
      if (node[attribute.name] !== wanted(attribute)) touched = true;
    } else {
      missing.push(attribute);
    }
  }
  for (const { name } of [...node.attributes]) {
    if (!names.has(name)) node.removeAttribute(name);
  }
  setInOrder(events, live, missing);
  return touched;
}

/** Attributes that rendering to strings adds. */
const KEPT = ["data-lustre-key", "xmlns"];

/** The built-in element to create when the attributes ask for a custom one. */
export function customizedName(attributes) {
  let name = null;
  for (; isNonEmpty(attributes); attributes = rest(attributes)) {
    const attribute = first(attributes);
    if (attribute.name === "is" && attribute instanceof Attribute) {
      name = attribute.value;
    }
  }
  return name;
}

function patchByName(events, live, previous, next) {
  const before = new Map();
  for (const attribute of prepare(previous).toArray()) {
    before.set(slotName(attribute), attribute);
  }
  const changed = [];
  for (const attribute of prepare(next).toArray()) {
    const slot = slotName(attribute);
    const old = before.get(slot);
    before.delete(slot);
    if (
      old === undefined ||
      !sameSlot(old, attribute) ||
      !sameValue(old, attribute)
    ) {
      changed.push(attribute);
    }
  }
  for (const attribute of before.values()) unset(events, live, attribute);
  setInOrder(events, live, changed);
}

/** The state of a control depends on its type and limits: it is set last. */
function setInOrder(events, live, attributes) {
  let controlled = null;
  for (const attribute of attributes) {
    if (attribute instanceof Listener) events.listen(live, attribute);
    else if (isControlled(attribute)) (controlled ??= []).push(attribute);
    else set(live.node, attribute);
  }
  if (controlled === null) return;
  for (const attribute of controlled) set(live.node, attribute);
}

function set(node, attribute) {
  const { name } = attribute;
  if (attribute instanceof Property) {
    if (isControlled(attribute)) setLive(node, name, wanted(attribute));
    else node[name] = fromJson(attribute.value);
  } else if (attribute instanceof Off) {
    setOff(node, name);
  } else if (name === "") {
    // The attribute that is none.
  } else if (DEFAULTS.has(name)) {
    const { property } = DEFAULTS.get(name);
    node[property] = property === "defaultValue" ? attribute.value : true;
  } else if (attribute.value === "" && (name === "class" || name === "style")) {
    node.removeAttribute(name);
  } else {
    node.setAttribute(name, attribute.value);
    setBehaviour(node, attribute);
  }
}

/** Some attributes only say how an element starts; its state is set as well. */
function setBehaviour(node, attribute) {
  const { name } = attribute;
  if (isControlled(attribute)) {
    setLive(node, name, wanted(attribute));
  } else if (name === "muted" && "muted" in node) {
    node.muted = true;
  } else if (name === "autofocus") {
    // The element is not on the page before the render is done.
    queueMicrotask(() => node.isConnected && node.focus());
  } else if (name === "autoplay" && typeof node.play === "function") {
    // A browser may refuse to play; that is not an error of the program.
    queueMicrotask(() => node.isConnected && node.play()?.catch(() => {}));
  }
}

function setOff(node, name) {
  node.removeAttribute(textName(name));
  const property = DEFAULTS.get(name)?.property ?? name;
  if (property in node) node[property] = false;
}

function unset(events, live, attribute) {
  const { node } = live;
  const { name } = attribute;
  if (attribute instanceof Listener) {
    events.unlisten(live, name);
  } else if (attribute instanceof Property) {
    node[name] = pristine(node, name);
  } else if (attribute instanceof Attribute) {
    if (name === "checked" || name === "selected") return setOff(node, name);
    // Where the live value is the attribute itself, this sets it once more.
    if (name === "value" && isControl(node)) setLive(node, name, "");
    node.removeAttribute(textName(name));
  }
}

/** What a property is on an element nobody has touched. */
function pristine(node, name) {
  if (node.localName.includes("-")) return undefined;
  return document.createElementNS(node.namespaceURI, node.localName)[name];
}

function setLive(node, name, value) {
  if (!(name in node) || node[name] === value) return;
  // Scripts may not fill in the files of a form.
  if (name === "value" && node.type === "file" && value !== "") return;
  node[name] = value;
}

function wanted(attribute) {
  if (attribute instanceof Property) return fromJson(attribute.value);
  if (attribute instanceof Off) return false;
  return attribute.name === "value" ? attribute.value : true;
}

function isControlled(attribute) {
  const { name } = attribute;
  return name === "value" || name === "checked" || name === "selected";
}

const isControl = (node) => CONTROLS.has(node.localName);
const CONTROLS = new Set(["input", "textarea", "select", "option"]);

/** Initial state: the property that holds it, and its name in HTML. */
const DEFAULTS = new Map([
  ["virtual:defaultValue", { property: "defaultValue", text: "value" }],
  ["virtual:defaultChecked", { property: "defaultChecked", text: "checked" }],
  ["virtual:defaultSelected", { property: "defaultSelected", text: "selected" }],
]);

const textName = (name) => DEFAULTS.get(name)?.text ?? name;

function slotName(attribute) {
  if (attribute instanceof Listener) return "listener " + attribute.name;
  if (attribute instanceof Property) return "property " + attribute.name;
  return attribute.name;
}

/** Whether two attributes of one name replace one another. */
function sameKind(a, b) {
  if (a instanceof Listener) return b instanceof Listener;
  if (a instanceof Property) return b instanceof Property;
  return !(b instanceof Listener || b instanceof Property);
}

function sameSlot(a, b) {
  if (a.name !== b.name || !sameKind(a, b)) return false;
  return (
    !(a instanceof Listener) ||
    (a.prevent_default.constructor === b.prevent_default.constructor &&
      a.stop_propagation.constructor === b.stop_propagation.constructor)
  );
}

function sameValue(a, b) {
  // Listeners are looked up when an event fires: there is nothing to set.
  if (a instanceof Listener) return true;
  if (a.constructor !== b.constructor) return false;
  if (!(a instanceof Property)) return a.value === b.value;
  // Scroll offsets change without the program: they are set with every render.
  if (b.name === "scrollLeft" || b.name === "scrollTop") return false;
  return a.value === b.value || jsonToString(a.value) === jsonToString(b.value);
}

function hasDuplicates(attributes) {
  for (let i = 1; i < attributes.length; i++) {
    for (let j = 0; j < i; j++) {
      if (attributes[i].name !== attributes[j].name) continue;
      if (sameKind(attributes[i], attributes[j])) return true;
    }
  }
  return false;
}

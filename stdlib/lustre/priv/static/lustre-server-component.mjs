// <lustre-server-component>: shows an application that runs on a server. It is
// told what to show and what to change, and sends events back. The messages are
// described in lustre/runtime/server/transport.gleam, the patches in diff.gleam.

const NODE = Symbol("lustre");
const REQUEST = "context-request";

// PLACES: what is on the page, in the shape in which the server talks about it.

/** Makes a place for a node from the server; its DOM nodes come along. */
function create(component, vnode) {
  const place = { node: null, id: 0, events: null, children: [] };
  if (typeof vnode === "string") {
    place.node = document.createTextNode(vnode);
  } else if (vnode.f !== undefined) {
    place.node = document.createTextNode("");
    place.fragment = true;
    place.children = vnode.f.map((child) => create(component, child));
  } else {
    place.node = vnode.n
      ? document.createElementNS(vnode.n, vnode.t)
      : document.createElement(vnode.t, { is: vnode.a?.is });
    place.node[NODE] = place;
    place.events = new Map();
    setAttributes(component, place, vnode, () => {
      if (vnode.h !== undefined) place.node.innerHTML = vnode.h;
      place.children = (vnode.c ?? []).map((child) => create(component, child));
      for (const child of place.children) insert(child, place.node, null);
    });
  }
  return place;
}

function insert(place, dom, before) {
  dom.insertBefore(place.node, before);
  if (place.fragment) for (const child of place.children) insert(child, dom, before);
}

function move(place, dom, before) {
  if (dom.moveBefore) dom.moveBefore(place.node, before);
  else dom.insertBefore(place.node, before);
  if (place.fragment) for (const child of place.children) move(child, dom, before);
}

function remove(place) {
  place.node.remove();
  if (place.events) for (const event of place.events.values()) clearTimeout(event.timer);
  if (place.fragment) place.children.forEach(remove);
}

/** The DOM node that comes after a place. */
function after(place) {
  while (place.fragment && place.children.length > 0) place = place.children.at(-1);
  return place.node.nextSibling;
}

/** Changes a place by a patch. `dom` is the node its children are in. */
function patch(component, place, changes, dom) {
  if (changes.x !== undefined) place.node.data = changes.x;
  if (changes.h !== undefined) place.node.innerHTML = changes.h;
  for (const name of changes.d ?? []) removeAttribute(place.node, name);
  for (const name of changes.q ?? []) delete place.node[name];
  for (const name of changes.u ?? []) component.unlisten(place, name);
  const patchInside = () => {
    patchOrder(component, place, changes, dom);
    for (const [index, inner] of changes.s ?? []) {
      const child = place.children[index];
      patch(component, child, inner, child.fragment ? dom : child.node);
    }
  };
  if (place.events) setAttributes(component, place, changes, patchInside);
  else patchInside();
}

function patchOrder(component, place, { r = [], m = [], n = [] }, dom) {
  if (r.length + m.length + n.length === 0) return;
  const end = place.fragment ? after(place) : null;
  const old = place.children;
  const gone = new Set(r);
  const coming = [];
  for (const index of r) remove(old[index]);
  for (const [from, to] of m) {
    gone.add(from);
    coming.push({ index: to, place: old[from], put: move });
  }
  for (const [start, ...vnodes] of n) {
    vnodes.forEach((vnode, i) => {
      coming.push({ index: start + i, place: create(component, vnode), put: insert });
    });
  }
  coming.sort((a, b) => a.index - b.index);
  place.children = [];
  let next = 0;
  const takeComing = () => {
    while (coming[next]?.index === place.children.length) {
      place.children.push(coming[next++].place);
    }
  };
  takeComing();
  old.forEach((stay, index) => {
    if (gone.has(index)) return;
    place.children.push(stay);
    takeComing();
  });
  // From the back, so that what a node is put before is in its place already.
  for (let i = coming.length - 1; i >= 0; i--) {
    const following = place.children[coming[i].index + 1];
    coming[i].put(coming[i].place, dom, following ? following.node : end);
  }
}

// ATTRIBUTES

const CONTROLLED = new Set(["value", "checked", "selected"]);
const DEFAULTS = {
  __proto__: null,
  "virtual:defaultValue": "defaultValue",
  "virtual:defaultChecked": "defaultChecked",
  "virtual:defaultSelected": "defaultSelected",
};

/** The state of controls is set last, when type, limits and options are. */
function setAttributes(component, place, { a = {}, p = {}, o = [], e = [], i }, inside) {
  const { node } = place;
  if (i !== undefined) place.id = i;
  for (const [name, value] of Object.entries(a)) {
    if (name in DEFAULTS) node[DEFAULTS[name]] = name.endsWith("Value") ? value : true;
    else if (!CONTROLLED.has(name)) node.setAttribute(name, value);
    if (name === "autofocus") queueMicrotask(() => node.focus());
  }
  for (const name of o) {
    node.removeAttribute(name.replace(/^virtual:default/, "").toLowerCase());
    const property = DEFAULTS[name] ?? name;
    if (property in node) node[property] = false;
  }
  for (const event of e) component.listen(place, [].concat(event));
  inside();
  for (const [name, value] of Object.entries(a)) {
    if (!CONTROLLED.has(name)) continue;
    node.setAttribute(name, value);
    setLive(node, name, name === "value" ? value : true);
  }
  for (const [name, value] of Object.entries(p)) {
    if (CONTROLLED.has(name)) setLive(node, name, value);
    else node[name] = value;
  }
}

function setLive(node, name, value) {
  if (name in node && node[name] !== value && node.type !== "file") node[name] = value;
}

function removeAttribute(node, name) {
  if (name in DEFAULTS) name = name.replace("virtual:default", "").toLowerCase();
  if (name === "value" && "value" in node && node.localName !== "select") setLive(node, name, "");
  else if (CONTROLLED.has(name)) setLive(node, name, false);
  node.removeAttribute(name);
}

// EVENTS

/** What the listeners of lustre/event look at. */
const ALWAYS = {
  __proto__: null,
  input: ["target.value", "target.checked"],
  change: ["target.value", "target.checked"],
  keydown: ["key"],
  keyup: ["key"],
  keypress: ["key"],
  submit: ["detail.formData"],
};

/** The part of an event that is sent: what is named, and details of custom events. */
function excerpt(event, include) {
  const data = {};
  if (event instanceof CustomEvent) data.detail = event.detail;
  if (event.type === "submit") {
    const form = new FormData(event.target, event.submitter);
    data.detail = { formData: [...form].filter(([, value]) => typeof value === "string") };
  }
  for (const path of [...(ALWAYS[event.type] ?? []), ...include]) {
    const names = path.split(".");
    let from = event;
    let to = data;
    names.forEach((name, index) => {
      if (from === null || from === undefined) return;
      from = from[name];
      if (index === names.length - 1) to[name] ??= from;
      else to = to[name] ??= {};
    });
  }
  return data;
}

// CONNECTIONS: each calls `receive` with every message, and `send` does what the
// method allows.

function connect(method, url, receive) {
  if (method === "sse") return connectEvents(url, receive);
  if (method === "polling") return connectPolling(url, receive);
  return connectSocket(url, receive);
}

function connectSocket(url, receive) {
  let socket = null;
  let closed = false;
  let delay = 500;
  let timer = null;
  const open = () => {
    socket = new WebSocket(Object.assign(new URL(url), {
      protocol: url.protocol === "https:" || url.protocol === "wss:" ? "wss:" : "ws:",
    }));
    socket.onopen = () => { delay = 500; };
    socket.onmessage = ({ data }) => receive(JSON.parse(data));
    socket.onclose = () => {
      if (closed) return;
      timer = setTimeout(open, delay);
      delay = Math.min(2 * delay, 10_000);
    };
  };
  open();
  return {
    send(message) {
      if (socket.readyState === WebSocket.OPEN) socket.send(JSON.stringify(message));
    },
    close() {
      closed = true;
      clearTimeout(timer);
      socket.close();
    },
  };
}

function connectEvents(url, receive) {
  const source = new EventSource(url);
  source.onmessage = ({ data }) => receive(JSON.parse(data));
  return { send() {}, close: () => source.close() };
}

function connectPolling(url, receive) {
  const poll = async () => {
    const response = await fetch(url).catch(() => null);
    if (response?.ok) receive(await response.json());
  };
  poll();
  const timer = setInterval(poll, 5000);
  return { send() {}, close: () => clearInterval(timer) };
}

// THE ELEMENT

class ServerComponent extends HTMLElement {
  static observedAttributes = ["route", "method", "csrf-token"];

  #root = null;
  #place = { fragment: true, node: null, children: [] };
  #connection = null;
  #observer = null;
  #properties = new Map();
  #provided = new Map();
  #subscriptions = new Map();

  connectedCallback() {
    this.addEventListener(REQUEST, this);
    this.#connect();
  }

  connectedMoveCallback() {}

  disconnectedCallback() {
    this.removeEventListener(REQUEST, this);
    this.#disconnect();
  }

  attributeChangedCallback(_name, before, now) {
    if (this.isConnected && before !== now) this.#connect();
  }

  #connect() {
    this.#disconnect();
    const route = this.getAttribute("route");
    if (!route) return;
    const url = new URL(route, document.baseURI);
    const token = this.getAttribute("csrf-token");
    if (token) url.searchParams.set("csrf-token", token);
    this.#connection = connect(this.getAttribute("method"), url, (message) => this.#receive(message));
  }

  #disconnect() {
    this.#connection?.close();
    this.#connection = null;
    this.#observer?.disconnect();
    for (const key of [...this.#subscriptions.keys()]) this.#unsubscribe(key);
  }

  #send(kind, fields) {
    this.#connection?.send({ kind, ...fields });
  }

  #receive(message) {
    switch (message.kind) {
      case "mount":
        return this.#mount(message);
      case "reconcile":
        return patch(this, this.#place, message.patch, this.#root);
      case "emit":
        return this.dispatchEvent(
          new CustomEvent(message.name, { detail: message.data, bubbles: true, composed: true }),
        );
      case "provide":
        return this.#provide(message.key, message.value);
      case "subscribe":
        return this.#subscribe(message.key);
      case "unsubscribe":
        return this.#unsubscribe(message.key);
    }
  }

  /** Shows a view, in place of what was there before a new connection. */
  #mount({ view, open, styles, attributes, properties, contexts, provided }) {
    if (this.#root === null) {
      this.#root = this.shadowRoot ?? this.attachShadow({ mode: open ? "open" : "closed" });
      if (styles) adoptStyles(this.#root);
    }
    this.#root.replaceChildren();
    const child = create(this, view);
    this.#place = { fragment: true, node: document.createTextNode(""), children: [child] };
    insert(this.#place, this.#root, null);

    this.#observer?.disconnect();
    this.#observer = new MutationObserver((records) => {
      for (const name of new Set(records.map((record) => record.attributeName))) {
        this.#send("attribute", { name, value: this.getAttribute(name) ?? "" });
      }
    });
    if (attributes.length > 0) this.#observer.observe(this, { attributeFilter: attributes });
    for (const name of new Set(attributes)) {
      const value = this.getAttribute(name);
      if (value !== null) this.#send("attribute", { name, value });
    }
    for (const name of new Set(properties)) this.#observeProperty(name);
    for (const key of new Set(contexts)) this.#subscribe(key);
    for (const [key, value] of Object.entries(provided)) this.#provide(key, value);
  }

  #observeProperty(name) {
    if (!this.#properties.has(name)) {
      this.#properties.set(name, this[name]);
      Object.defineProperty(this, name, {
        configurable: true,
        get: () => this.#properties.get(name),
        set: (value) => {
          if (this.#properties.get(name) === value) return;
          this.#properties.set(name, value);
          this.#send("property", { name, value });
        },
      });
    }
    const value = this.#properties.get(name);
    if (value !== undefined) this.#send("property", { name, value });
  }

  /** Sees to it that an event of an element is sent to the server. */
  listen(place, [name, flags = 0, include = [], debounce = 0, throttle = 0]) {
    this.unlisten(place, name);
    const listener = (event) => {
      if (flags & 1) event.preventDefault();
      if (flags & 2) event.stopPropagation();
      const data = excerpt(event, include);
      const send = () => {
        entry.last = performance.now();
        this.#send("event", { id: place.id, name, data });
      };
      clearTimeout(entry.timer);
      if (debounce <= 0 && throttle <= 0) send();
      else if (throttle > 0 && performance.now() - entry.last >= throttle) send();
      else if (debounce > 0) entry.timer = setTimeout(send, debounce);
    };
    const entry = { listener, timer: null, last: -Infinity };
    place.events.set(name, entry);
    place.node.addEventListener(name, listener, { passive: !(flags & 1) });
  }

  unlisten(place, name) {
    const entry = place.events.get(name);
    if (entry === undefined) return;
    clearTimeout(entry.timer);
    place.node.removeEventListener(name, entry.listener);
    place.events.delete(name);
  }

  // CONTEXTS

  #provide(key, value) {
    const context = this.#provided.get(key);
    if (context === undefined) {
      this.#provided.set(key, { value, subscribers: new Set() });
    } else {
      context.value = value;
      for (const inform of [...context.subscribers]) inform();
    }
  }

  /** Called by the browser when something below asks for a context. */
  handleEvent(event) {
    const context = this.#provided.get(event.context);
    if (context === undefined || event.composedPath()[0] === this) return;
    event.stopImmediatePropagation();
    if (!event.subscribe) return event.callback(context.value);
    const inform = () => event.callback(context.value, () => context.subscribers.delete(inform));
    context.subscribers.add(inform);
    inform();
  }

  #subscribe(key) {
    this.#unsubscribe(key);
    const subscription = { open: true, end: null };
    this.#subscriptions.set(key, subscription);
    const request = new Event(REQUEST, { bubbles: true, composed: true });
    request.context = key;
    request.subscribe = true;
    request.callback = (value, unsubscribe) => {
      if (!subscription.open) return unsubscribe?.();
      subscription.end = unsubscribe;
      this.#send("context", { key, value });
    };
    this.dispatchEvent(request);
  }

  #unsubscribe(key) {
    const subscription = this.#subscriptions.get(key);
    if (subscription === undefined) return;
    subscription.open = false;
    subscription.end?.();
    this.#subscriptions.delete(key);
  }
}

/** Makes the style sheets of the page apply inside of a shadow root. */
function adoptStyles(root) {
  const adopt = () => {
    root.adoptedStyleSheets = [...document.adoptedStyleSheets, ...copies(document.styleSheets)];
  };
  adopt();
  for (const link of document.querySelectorAll("link[rel~=stylesheet]")) {
    if (link.sheet === null) link.addEventListener("load", adopt, { once: true });
  }
}

function copies(sheets) {
  return [...sheets].flatMap((sheet) => {
    try {
      const copy = new CSSStyleSheet({ media: sheet.media.mediaText });
      copy.replaceSync([...sheet.cssRules].map((rule) => rule.cssText).join("\n"));
      return [copy];
    } catch {
      // The rules of sheets from other origins may not be read.
      return [];
    }
  });
}

if (!customElements.get("lustre-server-component")) {
  customElements.define("lustre-server-component", ServerComponent);
}

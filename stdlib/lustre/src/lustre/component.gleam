//// Components: applications that are custom elements.
////
//// A component is an application with a name. Wherever an element of that name
//// appears, in a view or in HTML, an application is started inside of it. Data
//// go in as attributes and properties, which options turn into messages;
//// events come out, sent with `lustre/event.emit`.
////
//// ```gleam
//// import gleam/int
//// import gleam/result
//// import lustre
//// import lustre/component
//// import lustre/effect
//// import lustre/element/html
////
//// pub type Message {
////   ParentChangedValue(Int)
//// }
////
//// pub fn register() -> Result(Nil, lustre.Error) {
////   let app =
////     lustre.component(init, update, view, [
////       component.on_attribute_change("value", fn(value) {
////         result.map(int.parse(value), ParentChangedValue)
////       }),
////     ])
////   lustre.register(app, "my-counter")
//// }
////
//// fn init(_) {
////   #(0, effect.none())
//// }
////
//// fn update(_, message) {
////   let ParentChangedValue(value) = message
////   #(value, effect.none())
//// }
////
//// fn view(model) {
////   html.text(int.to_string(model))
//// }
//// ```
////
//// What a component shows is in a shadow root: styles and selectors of the page
//// do not reach into it, unless the page lets them through parts. Children
//// given to the element are shown in the component's slots.

import gleam/bool
import gleam/dynamic.{type Dynamic}
import gleam/dynamic/decode.{type Decoder}
import gleam/list
import gleam/option.{Some}
import gleam/string
import lustre/attribute.{type Attribute, attribute}
import lustre/effect.{type Effect}
import lustre/element.{type Element}
import lustre/element/html
import lustre/runtime/app.{type App, Config, Option}

/// How an application behaves as a custom element.
pub type Config(message) =
  app.Config(message)

/// One thing about a component that differs from the usual.
pub type Option(message) =
  app.Option(message)

// WHAT GOES IN

/// Turns changes of an attribute into messages. An attribute that is taken away
/// counts as empty. Values for which the function fails are ignored.
pub fn on_attribute_change(
  name: String,
  decoder: fn(String) -> Result(message, Nil),
) -> Option(message) {
  use config <- Option
  Config(..config, attributes: [#(name, decoder), ..config.attributes])
}

/// Turns changes of a property into messages. Values the decoder rejects are
/// ignored.
pub fn on_property_change(
  name: String,
  decoder: Decoder(message),
) -> Option(message) {
  use config <- Option
  Config(..config, properties: [#(name, decoder), ..config.properties])
}

/// Subscribes to a context for as long as the component is on the page. Where
/// the moment matters, use `lustre/effect.subscribe` instead.
pub fn on_context_change(
  key: String,
  decoder: Decoder(message),
) -> Option(message) {
  use config <- Option
  Config(..config, contexts: [#(key, decoder), ..config.contexts])
}

// FORMS

/// Makes the component take part in forms, as a control with a value. See
/// `set_form_value`.
pub fn form_associated() -> Option(message) {
  use config <- Option
  Config(..config, form_associated: True)
}

/// Sends a message when the browser fills the component in.
pub fn on_form_autofill(handler: fn(String) -> message) -> Option(message) {
  use config <- Option
  Config(..config, form_associated: True, on_form_autofill: Some(handler))
}

/// Sends a message when the form of the component is reset.
pub fn on_form_reset(message: message) -> Option(message) {
  use config <- Option
  Config(..config, form_associated: True, on_form_reset: Some(message))
}

/// Sends a message when the browser restores the value that the component had
/// before, as it does when the user comes back to a page.
pub fn on_form_restore(handler: fn(String) -> message) -> Option(message) {
  use config <- Option
  Config(..config, form_associated: True, on_form_restore: Some(handler))
}

/// Sends a message when the component is disabled or enabled, be it directly or
/// along with a `fieldset`.
pub fn on_form_disabled(handler: fn(Bool) -> message) -> Option(message) {
  use config <- Option
  Config(..config, form_associated: True, on_form_disabled: Some(handler))
}

// SHADOW ROOTS

/// Whether scripts of the page can get at the shadow root. They can unless this
/// says otherwise.
pub fn open_shadow_root(open: Bool) -> Option(message) {
  use config <- Option
  Config(..config, open_shadow_root: open)
}

/// Whether the style sheets of the page apply inside of the component. They do
/// unless this says otherwise.
pub fn adopt_styles(adopt: Bool) -> Option(message) {
  use config <- Option
  Config(..config, adopt_styles: adopt)
}

/// Whether focus on the component goes to the first control inside of it. It
/// does not unless this says otherwise.
pub fn delegates_focus(delegates: Bool) -> Option(message) {
  use config <- Option
  Config(..config, delegates_focus: delegates)
}

// LIFE CYCLE

/// Sends a message when the component is put on a page.
pub fn on_connect(message: message) -> Option(message) {
  use config <- Option
  Config(..config, on_connect: Some(message))
}

/// Sends a message when the component is moved to another document.
pub fn on_adopt(message: message) -> Option(message) {
  use config <- Option
  Config(..config, on_adopt: Some(message))
}

/// Sends a message when the component is taken off a page.
pub fn on_disconnect(message: message) -> Option(message) {
  use config <- Option
  Config(..config, on_disconnect: Some(message))
}

// ELEMENTS

/// Where the children of the component are shown that name no slot. The
/// fallback is shown when there are none.
pub fn default_slot(
  attributes: List(Attribute(message)),
  fallback: List(Element(message)),
) -> Element(message) {
  html.slot(attributes, fallback)
}

/// Where the children of the component are shown that name this slot. The
/// fallback is shown when there are none.
pub fn named_slot(
  name: String,
  attributes: List(Attribute(message)),
  fallback: List(Element(message)),
) -> Element(message) {
  html.slot([attribute("name", name), ..attributes], fallback)
}

// ATTRIBUTES

/// Makes an element inside of the component a part that the page can style
/// under this name.
pub fn part(name: String) -> Attribute(message) {
  attribute("part", name)
}

/// Those part names of a list that are paired with `True`.
pub fn parts(names: List(#(String, Bool))) -> Attribute(message) {
  names
  |> list.filter_map(fn(entry) {
    bool.guard(entry.1, Ok(entry.0), fn() { Error(Nil) })
  })
  |> string.join(" ")
  |> part
}

/// Lets the page style parts of a component inside of this one. Names of the
/// form `inner: outer` rename a part on the way.
pub fn exportparts(names: List(String)) -> Attribute(message) {
  attribute("exportparts", string.join(names, ", "))
}

/// Shows an element in a named slot of the component it is a child of.
pub fn slot(name: String) -> Attribute(message) {
  attribute("slot", name)
}

// EFFECTS

/// An effect that sets the value with which the component takes part in its
/// form.
pub fn set_form_value(value: String) -> Effect(message) {
  use _dispatch, root <- effect.with_root
  do_set_form_value(root, value)
}

@external(javascript, "./runtime/component.ffi.mjs", "setFormValue")
fn do_set_form_value(_root: Dynamic, _value: String) -> Nil {
  Nil
}

/// An effect that leaves the component out of what its form submits.
pub fn clear_form_value() -> Effect(message) {
  use _dispatch, root <- effect.with_root
  do_clear_form_value(root)
}

@external(javascript, "./runtime/component.ffi.mjs", "clearFormValue")
fn do_clear_form_value(_root: Dynamic) -> Nil {
  Nil
}

/// An effect that gives the component a state that style sheets can ask for
/// with `:state()`.
pub fn set_pseudo_state(value: String) -> Effect(message) {
  use _dispatch, root <- effect.with_root
  do_set_pseudo_state(root, value)
}

@external(javascript, "./runtime/component.ffi.mjs", "setPseudoState")
fn do_set_pseudo_state(_root: Dynamic, _value: String) -> Nil {
  Nil
}

/// An effect that takes away what `set_pseudo_state` gave.
pub fn remove_pseudo_state(value: String) -> Effect(message) {
  use _dispatch, root <- effect.with_root
  do_remove_pseudo_state(root, value)
}

@external(javascript, "./runtime/component.ffi.mjs", "removePseudoState")
fn do_remove_pseudo_state(_root: Dynamic, _value: String) -> Nil {
  Nil
}

// RENDERING TO STRINGS

/// The element of a component along with what it shows at first, for HTML
/// rendered on a server: browsers display it before the component has been
/// registered, which then takes it over.
pub fn prerender(
  app: App(Nil, model, message),
  tag: String,
  attributes: List(Attribute(message)),
  children: List(Element(message)),
) -> Element(message) {
  let #(model, _) = app.init(Nil)
  let mode = case app.config.open_shadow_root {
    True -> "open"
    False -> "closed"
  }
  let root =
    html.template(
      [
        attribute.shadowrootmode(mode),
        attribute.shadowrootdelegatesfocus(app.config.delegates_focus),
      ],
      [app.view(model)],
    )
  element.element(tag, attributes, [root, ..children])
}

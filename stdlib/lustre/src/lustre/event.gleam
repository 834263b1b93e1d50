//// Event listeners.
////
//// A listener is an attribute: a function of this module attaches it to an
//// element. Its decoder is run on the browser's event object when the event
//// fires; what it decodes is the message sent to the application, and when it
//// fails the event is ignored.

import gleam/dynamic/decode.{type Decoder}
import gleam/json.{type Json}
import gleam/option.{None, Some}
import lustre/effect.{type Effect}
import lustre/vdom/vattr.{
  type Attribute, Always, Event, Handler, Never, Possible,
}

/// The outcome of a decoder given to `advanced`: a message, and what to do
/// with the event that led to it.
pub type Handler(message) =
  vattr.Handler(message)

/// An effect that makes the element the application is mounted on fire a
/// custom event. It bubbles and carries the data as its `detail`, so that the
/// rest of the page can listen to an application.
pub fn emit(event: String, data: Json) -> Effect(message) {
  effect.emit(event, data)
}

/// Listens for an event by its DOM name, and decodes a message from it.
///
/// ```gleam
/// import gleam/dynamic/decode
/// import lustre/element/html
///
/// // The message is where the pointer is.
/// let listener =
///   event.on("pointermove", {
///     use x <- decode.field("clientX", decode.int)
///     decode.success(x)
///   })
/// html.div([listener], [])
/// ```
pub fn on(name: String, decoder: Decoder(message)) -> Attribute(message) {
  Event(
    name:,
    handler: decode.map(decoder, fn(message) {
      Handler(prevent_default: False, stop_propagation: False, message:)
    }),
    prevent_default: Never,
    stop_propagation: Never,
    include: [],
    debounce: 0,
    throttle: 0,
  )
}

/// As `on`, for listeners that decide with the event at hand whether to stop
/// it or its default action. The decoder gives a `handler`.
pub fn advanced(
  name: String,
  decoder: Decoder(Handler(message)),
) -> Attribute(message) {
  Event(
    name:,
    handler: decoder,
    prevent_default: Possible,
    stop_propagation: Possible,
    include: [],
    debounce: 0,
    throttle: 0,
  )
}

/// A message to dispatch, and whether to prevent the default action of the
/// event and to keep it from elements further out. For use with `advanced`.
pub fn handler(
  dispatch message: message,
  prevent_default prevent_default: Bool,
  stop_propagation stop_propagation: Bool,
) -> Handler(message) {
  Handler(prevent_default:, stop_propagation:, message:)
}

/// Makes a listener prevent the browser's default action, also when its
/// decoder fails. Attributes that are no listeners stay as they are.
pub fn prevent_default(event: Attribute(message)) -> Attribute(message) {
  case event {
    Event(..) -> Event(..event, prevent_default: Always)
    _ -> event
  }
}

/// Makes a listener keep its event from the elements further out, also when
/// its decoder fails. Attributes that are no listeners stay as they are.
pub fn stop_propagation(event: Attribute(message)) -> Attribute(message) {
  case event {
    Event(..) -> Event(..event, stop_propagation: Always)
    _ -> event
  }
}

/// Makes a listener wait until its event has not fired for a number of
/// milliseconds; only the last event of such a series sends its message. With
/// `throttle` as well, the first event of a series is sent at once and the last
/// one after the wait.
pub fn debounce(event: Attribute(message), delay: Int) -> Attribute(message) {
  case event {
    Event(..) -> Event(..event, debounce: delay)
    _ -> event
  }
}

/// Makes a listener send at most one message in a number of milliseconds. The
/// first event of a series is sent at once, those that follow too soon are
/// dropped.
pub fn throttle(event: Attribute(message), delay: Int) -> Attribute(message) {
  case event {
    Event(..) -> Event(..event, throttle: delay)
    _ -> event
  }
}

/// Sends a message when the element is clicked.
pub fn on_click(message: message) -> Attribute(message) {
  on("click", decode.success(message))
}

/// Sends a message when a mouse button goes down over the element.
pub fn on_mouse_down(message: message) -> Attribute(message) {
  on("mousedown", decode.success(message))
}

/// Sends a message when a mouse button comes up over the element.
pub fn on_mouse_up(message: message) -> Attribute(message) {
  on("mouseup", decode.success(message))
}

/// Sends a message when the pointer enters the element. Moving between the
/// element and its children does not count.
pub fn on_mouse_enter(message: message) -> Attribute(message) {
  on("mouseenter", decode.success(message))
}

/// Sends a message when the pointer leaves the element. Moving between the
/// element and its children does not count.
pub fn on_mouse_leave(message: message) -> Attribute(message) {
  on("mouseleave", decode.success(message))
}

/// Sends a message when the pointer moves onto the element or a child of it.
pub fn on_mouse_over(message: message) -> Attribute(message) {
  on("mouseover", decode.success(message))
}

/// Sends a message when the pointer moves off the element or a child of it.
pub fn on_mouse_out(message: message) -> Attribute(message) {
  on("mouseout", decode.success(message))
}

/// Sends the name of a key pressed while the element has the focus. Browsers
/// fire this event only for keys that produce text; prefer `on_keydown`.
pub fn on_keypress(message: fn(String) -> message) -> Attribute(message) {
  on_key("keypress", message)
}

/// Sends the name of a key when it goes down while the element has the focus.
pub fn on_keydown(message: fn(String) -> message) -> Attribute(message) {
  on_key("keydown", message)
}

/// Sends the name of a key when it comes up while the element has the focus.
pub fn on_keyup(message: fn(String) -> message) -> Attribute(message) {
  on_key("keyup", message)
}

fn on_key(name: String, message: fn(String) -> message) -> Attribute(message) {
  on(name, decode.field("key", decode.string, succeed_with(message)))
}

/// Sends the value of an input with every change the user makes to it.
pub fn on_input(message: fn(String) -> message) -> Attribute(message) {
  on("input", target("value", decode.string, message))
}

/// Sends the value of an input when the user has finished changing it.
pub fn on_change(message: fn(String) -> message) -> Attribute(message) {
  on("change", target("value", decode.string, message))
}

/// Sends whether a checkbox is checked when the user changes that.
pub fn on_check(message: fn(Bool) -> message) -> Attribute(message) {
  on("change", target("checked", decode.bool, message))
}

fn target(
  property: String,
  decoder: Decoder(a),
  message: fn(a) -> message,
) -> Decoder(message) {
  decode.subfield(["target", property], decoder, succeed_with(message))
}

fn succeed_with(message: fn(a) -> message) -> fn(a) -> Decoder(message) {
  fn(value) { decode.success(message(value)) }
}

/// Sends the fields of a form when it is submitted, in the order of the form
/// and with the button that submitted it, if that has a name. The browser's own
/// submission is prevented. Files are left out: read those from the event with
/// a decoder of your own.
pub fn on_submit(
  message: fn(List(#(String, String))) -> message,
) -> Attribute(message) {
  let fields = decode.list(decode.one_of(text_field(), [decode.success(None)]))
  on("submit", {
    use fields <- decode.subfield(["detail", "formData"], fields)
    fields
    |> option.values
    |> message
    |> decode.success
  })
  |> prevent_default
}

fn text_field() -> Decoder(option.Option(#(String, String))) {
  use name <- decode.field(0, decode.string)
  use value <- decode.field(1, decode.string)
  decode.success(Some(#(name, value)))
}

/// Sends a message when the element gets the focus.
pub fn on_focus(message: message) -> Attribute(message) {
  on("focus", decode.success(message))
}

/// Sends a message when the element loses the focus.
pub fn on_blur(message: message) -> Attribute(message) {
  on("blur", decode.success(message))
}

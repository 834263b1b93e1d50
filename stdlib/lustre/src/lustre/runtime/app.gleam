//// Applications, as they are before anything has been started.

import lustre/effect.{type Effect}
import lustre/vdom/vnode.{type Element}

/// The functions an application consists of.
pub type App(arguments, model, message) {
  App(
    init: fn(arguments) -> #(model, Effect(message)),
    update: fn(model, message) -> #(model, Effect(message)),
    view: fn(model) -> Element(message),
  )
}

/// What can be sent to a running application.
pub type Message(message) {
  Dispatch(message: message)
  Shutdown
}

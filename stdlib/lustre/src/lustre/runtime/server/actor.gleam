//// Server components as processes.

@target(erlang)
import gleam/erlang/process.{type Selector, type Subject}
@target(erlang)
import gleam/option.{None, Some}
@target(erlang)
import gleam/otp/actor
@target(erlang)
import lustre/runtime/app.{type App, type Message}
@target(erlang)
import lustre/runtime/server/runtime.{type State}

@target(erlang)
type Process(model, message) {
  Process(state: State(model, message), selector: Selector(Message(message)))
}

@target(erlang)
/// Starts the process of a component, linked to the one that calls this.
pub fn start(
  app: App(arguments, model, message),
  arguments: arguments,
) -> actor.StartResult(Subject(Message(message))) {
  let builder =
    actor.new_with_initialiser(1000, fn(subject) {
      let state = runtime.start(app, arguments, process.send(subject, _))
      let selector =
        process.new_selector()
        |> process.select(subject)
        |> process.select_monitors(client_down)
      actor.initialised(Process(state:, selector:))
      |> actor.selecting(selector)
      |> actor.returning(subject)
      |> Ok
    })
    |> actor.on_message(handle)
  case app.name {
    Some(name) -> actor.start(actor.named(builder, name))
    None -> actor.start(builder)
  }
}

@target(erlang)
/// Ports cannot be clients: only processes are watched.
fn client_down(down: process.Down) -> Message(message) {
  case down {
    process.ProcessDown(pid:, ..) -> app.ClientDown(pid:)
    process.PortDown(..) -> app.FromClient(runtime.no_message)
  }
}

@target(erlang)
fn handle(
  worker: Process(model, message),
  message: Message(message),
) -> actor.Next(Process(model, message), Message(message)) {
  case runtime.handle(worker.state, message) {
    runtime.Continue(state:) -> actor.continue(Process(..worker, state:))
    runtime.Stop -> actor.stop()
    runtime.Watching(state:, pid:) -> {
      process.monitor(pid)
      actor.continue(Process(..worker, state:))
    }
    runtime.Selecting(state:, selector:) -> {
      let selector = process.merge_selector(worker.selector, selector)
      actor.continue(Process(state:, selector:))
      |> actor.with_selector(selector)
    }
  }
}

//// Events that a library or a program tells of itself: how long a query took,
//// how many orders there were. Whoever wants to know attaches a handler; where
//// nobody does, telling costs next to nothing.
////
//// An event is a value that its owner makes in one public function. The types
//// of what it measures are part of it.
////
//// ```gleam
//// import gleam/erlang/process
//// import gleam/int
////
//// let placed =
////   telemetry.event(
////     "shop.order.placed",
////     measuring: fn(items) { [#("items", int.to_float(items))] },
////     about: fn(customer) { [#("customer", customer)] },
////   )
//// let seen = process.new_subject()
//// assert telemetry.attach(placed, "example", fn(items, customer) {
////     process.send(seen, #(items, customer))
////   })
////   == Ok(Nil)
//// telemetry.execute(placed, 3, "ada")
//// assert process.receive(seen, within: 0) == Ok(#(3, "ada"))
//// assert telemetry.detach("example") == Ok(Nil)
//// ```
////
//// Handlers run in the process that tells the event, one after the other, and
//// should be quick. One that crashes is detached, which is an event too, see
//// `handler_failed`, and written to the log.

import gleam/list
import gleam/string
import gleam/time/duration.{type Duration}

/// Something that can happen. Two events are the same when their names and the
/// functions that describe them are: another event that happens to have the
/// same name has other handlers, so that none is given what it has no type for.
pub opaque type Event(measurements, metadata) {
  Event(
    name: String,
    measuring: fn(measurements) -> List(#(String, Float)),
    about: fn(metadata) -> List(#(String, String)),
  )
}

/// An event as every reporter understands it.
pub type Report {
  Report(
    name: String,
    measurements: List(#(String, Float)),
    metadata: List(#(String, String)),
  )
}

/// Why a handler was not attached.
pub type AttachError {
  /// There is one with this identity.
  AlreadyAttached
}

/// A handler that has crashed and was detached.
pub type Failure {
  Failure(
    /// Its identity.
    handler: String,
    /// The name of the event.
    event: String,
    /// What it crashed with, in Erlang's notation.
    reason: String,
  )
}

/// Three events around something that takes time: its start, its end, and its
/// end by a crash.
pub opaque type Span(metadata, outcome) {
  Span(
    name: String,
    about: fn(metadata) -> List(#(String, String)),
    giving: fn(outcome) -> List(#(String, String)),
  )
}

/// Describes an event: its name, by custom with dots, and how its measurements
/// and what they are about look to reporters.
///
/// ```gleam
/// let tick = telemetry.event("tick", measuring: fn(n) { [#("n", n)] }, about: fn(_) { [] })
/// assert telemetry.name(tick) == "tick"
/// ```
pub fn event(
  name: String,
  measuring measuring: fn(measurements) -> List(#(String, Float)),
  about about: fn(metadata) -> List(#(String, String)),
) -> Event(measurements, metadata) {
  Event(name:, measuring:, about:)
}

/// The name of an event.
///
/// ```gleam
/// let hit = telemetry.event("hit", measuring: fn(_: Nil) { [] }, about: fn(_: Nil) { [] })
/// assert telemetry.name(hit) == "hit"
/// ```
pub fn name(event: Event(measurements, metadata)) -> String {
  event.name
}

/// Tells that an event happens now.
///
/// ```gleam
/// let hit = telemetry.event("hit", measuring: fn(_: Nil) { [] }, about: fn(_: Nil) { [] })
/// assert telemetry.execute(hit, Nil, Nil) == Nil
/// ```
pub fn execute(
  event: Event(measurements, metadata),
  measurements: measurements,
  metadata: metadata,
) -> Nil {
  run_handlers(event, measurements, metadata) |> list.each(report_failure)
}

/// A handler of the event of failures that fails is detached as well, after
/// which there is nobody left to tell.
fn report_failure(failure: Failure) -> Nil {
  execute(handler_failed(), Nil, failure)
}

/// The event of a handler that has crashed.
///
/// ```gleam
/// assert telemetry.name(telemetry.handler_failed()) == "telemetry.handler.failed"
/// ```
pub fn handler_failed() -> Event(Nil, Failure) {
  event("telemetry.handler.failed", measuring: no_measurements, about: failure)
}

fn no_measurements(_nothing: Nil) -> List(#(String, Float)) {
  []
}

fn failure(failure: Failure) -> List(#(String, String)) {
  let Failure(handler:, event:, reason:) = failure
  [#("handler", handler), #("event", event), #("reason", reason)]
}

/// Attaches a handler to an event, under an identity that no other handler has.
///
/// ```gleam
/// let miss = telemetry.event("miss", measuring: fn(n) { [#("n", n)] }, about: fn(_: Nil) { [] })
/// let handler = fn(_number, _about) { Nil }
/// assert telemetry.attach(miss, "misses", handler) == Ok(Nil)
/// assert telemetry.attach(miss, "misses", handler)
///   == Error(telemetry.AlreadyAttached)
/// assert telemetry.detach("misses") == Ok(Nil)
/// ```
@external(erlang, "tindra_telemetry_ffi", "attach")
pub fn attach(
  event: Event(measurements, metadata),
  identity: String,
  handler: fn(measurements, metadata) -> anything,
) -> Result(Nil, AttachError)

/// Attaches a reporter: it is told of all events whose names begin with the
/// given text, which is all there are if that is empty.
///
/// ```gleam
/// import gleam/erlang/process
///
/// let seen = process.new_subject()
/// let hit = telemetry.event("web.hit", measuring: fn(n) { [#("n", n)] }, about: fn(_) { [] })
/// assert telemetry.attach_reporter("web.", "reporter", process.send(seen, _)) == Ok(Nil)
/// telemetry.execute(hit, 1.0, Nil)
/// assert process.receive(seen, within: 0)
///   == Ok(telemetry.Report("web.hit", [#("n", 1.0)], []))
/// assert telemetry.detach("reporter") == Ok(Nil)
/// ```
@external(erlang, "tindra_telemetry_ffi", "attach_reporter")
pub fn attach_reporter(
  to prefix: String,
  identity identity: String,
  reporter reporter: fn(Report) -> anything,
) -> Result(Nil, AttachError)

/// Detaches a handler or a reporter. It is an error when there is none with
/// this identity.
///
/// ```gleam
/// assert telemetry.detach("nobody") == Error(Nil)
/// ```
@external(erlang, "tindra_telemetry_ffi", "detach")
pub fn detach(identity: String) -> Result(Nil, Nil)

/// The identities of the handlers of an event, in the order in which they are
/// run. Reporters are not among them.
///
/// ```gleam
/// let rare = telemetry.event("rare", measuring: fn(n) { [#("n", n)] }, about: fn(_) { [] })
/// assert telemetry.handlers(rare) == []
/// ```
@external(erlang, "tindra_telemetry_ffi", "handlers")
pub fn handlers(event: Event(measurements, metadata)) -> List(String)

/// Gives the failures of handlers that were detached now.
@external(erlang, "tindra_telemetry_ffi", "execute")
fn run_handlers(
  event: Event(measurements, metadata),
  measurements: measurements,
  metadata: metadata,
) -> List(Failure)

// Spans

/// Describes a span by the name that its three events begin with, and how what
/// it is about and what comes of it look to reporters.
///
/// ```gleam
/// let job =
///   telemetry.new_span("job", about: fn(_: Nil) { [] }, giving: fn(_: Nil) { [] })
/// assert telemetry.span(job, Nil, fn() { #(1, Nil) }) == 1
/// ```
pub fn new_span(
  name: String,
  about about: fn(metadata) -> List(#(String, String)),
  giving giving: fn(outcome) -> List(#(String, String)),
) -> Span(metadata, outcome) {
  Span(name:, about:, giving:)
}

/// The event of the start of a span: `NAME.start`.
///
/// ```gleam
/// let job =
///   telemetry.new_span("job", about: fn(_: Nil) { [] }, giving: fn(_: Nil) { [] })
/// assert telemetry.name(telemetry.started(job)) == "job.start"
/// ```
pub fn started(span: Span(metadata, outcome)) -> Event(Nil, metadata) {
  event(span.name <> ".start", measuring: no_measurements, about: span.about)
}

/// The event of the end of a span: `NAME.stop`, with how long it took.
///
/// ```gleam
/// let job =
///   telemetry.new_span("job", about: fn(_: Nil) { [] }, giving: fn(_: Nil) { [] })
/// assert telemetry.name(telemetry.stopped(job)) == "job.stop"
/// ```
pub fn stopped(
  span: Span(metadata, outcome),
) -> Event(Duration, #(metadata, outcome)) {
  let Span(name:, about:, giving:) = span
  event(name <> ".stop", measuring: seconds, about: fn(both: #(_, _)) {
    list.append(about(both.0), giving(both.1))
  })
}

/// The event of the end of a span by a crash: `NAME.exception`, with how long
/// it took, and the reason in Erlang's notation.
///
/// ```gleam
/// let job =
///   telemetry.new_span("job", about: fn(_: Nil) { [] }, giving: fn(_: Nil) { [] })
/// assert telemetry.name(telemetry.crashed(job)) == "job.exception"
/// ```
pub fn crashed(
  span: Span(metadata, outcome),
) -> Event(Duration, #(metadata, String)) {
  let Span(name:, about:, ..) = span
  event(name <> ".exception", measuring: seconds, about: fn(both: #(_, _)) {
    list.append(about(both.0), [#("reason", both.1)])
  })
}

fn seconds(duration: Duration) -> List(#(String, Float)) {
  [#("seconds", duration.to_seconds(duration))]
}

/// Runs a function and tells the events of the span around it. The function
/// gives its result and the outcome for the handlers. A crash goes on to the
/// caller after it was told.
///
/// ```gleam
/// import gleam/erlang/process
/// import gleam/int
///
/// let query =
///   telemetry.new_span(
///     "shop.query",
///     about: fn(table) { [#("table", table)] },
///     giving: fn(rows) { [#("rows", int.to_string(rows))] },
///   )
/// let seen = process.new_subject()
/// assert telemetry.attach(telemetry.stopped(query), "spans", fn(_duration, about) {
///     process.send(seen, about)
///   })
///   == Ok(Nil)
/// assert telemetry.span(query, "orders", fn() { #("result", 2) }) == "result"
/// assert process.receive(seen, within: 0) == Ok(#("orders", 2))
/// assert telemetry.detach("spans") == Ok(Nil)
/// ```
pub fn span(
  span: Span(metadata, outcome),
  metadata: metadata,
  run: fn() -> #(result, outcome),
) -> result {
  execute(started(span), Nil, metadata)
  let start = now()
  let took = fn() { duration.nanoseconds(now() - start) }
  let #(result, outcome) = {
    use reason <- on_crash(run)
    execute(crashed(span), took(), #(metadata, string.trim(reason)))
  }
  execute(stopped(span), took(), #(metadata, outcome))
  result
}

/// Nanoseconds of a clock that never goes back.
@external(erlang, "tindra_telemetry_ffi", "now")
fn now() -> Int

@external(erlang, "tindra_telemetry_ffi", "on_crash")
fn on_crash(run: fn() -> a, tell: fn(String) -> Nil) -> a

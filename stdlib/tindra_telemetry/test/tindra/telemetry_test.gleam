import gleam/erlang/process
import gleam/int
import gleam/list
import gleam/time/duration
import tindra/telemetry.{type Event, type Span, Report}

fn placed() -> Event(Int, String) {
  telemetry.event(
    "test.placed",
    measuring: fn(n) { [#("items", int.to_float(n))] },
    about: fn(customer) { [#("customer", customer)] },
  )
}

fn same_name() -> Event(String, Nil) {
  telemetry.event("test.placed", measuring: fn(_) { [] }, about: fn(_) { [] })
}

pub fn handlers_run_in_order_test() {
  let seen = process.new_subject()
  let add = fn(id) {
    telemetry.attach(placed(), id, fn(n, who) {
      process.send(seen, #(id, n, who))
    })
  }
  assert add("first") == Ok(Nil)
  assert add("second") == Ok(Nil)
  assert add("second") == Error(telemetry.AlreadyAttached)
  assert telemetry.handlers(placed()) == ["first", "second"]
  telemetry.execute(placed(), 2, "ada")
  assert process.receive(seen, 0) == Ok(#("first", 2, "ada"))
  assert process.receive(seen, 0) == Ok(#("second", 2, "ada"))
  // Another event of the same name is another event.
  telemetry.execute(same_name(), "no number", Nil)
  assert process.receive(seen, 0) == Error(Nil)
  assert telemetry.detach("first") == Ok(Nil)
  assert telemetry.detach("first") == Error(Nil)
  telemetry.execute(placed(), 3, "bob")
  assert process.receive(seen, 0) == Ok(#("second", 3, "bob"))
  assert process.receive(seen, 0) == Error(Nil)
  assert telemetry.detach("second") == Ok(Nil)
  assert telemetry.handlers(placed()) == []
}

pub fn a_crashing_handler_is_detached_and_told_test() {
  quiet()
  let seen = process.new_subject()
  let assert Ok(Nil) =
    telemetry.attach(telemetry.handler_failed(), "failures", fn(_, failure) {
      process.send(seen, failure)
    })
  let assert Ok(Nil) =
    telemetry.attach(placed(), "bad", fn(_, _) { panic as "on purpose" })
  telemetry.execute(placed(), 1, "ada")
  telemetry.execute(placed(), 1, "ada")
  assert process.receive(seen, 0)
    == Ok(telemetry.Failure("bad", "test.placed", "on purpose"))
  assert process.receive(seen, 0) == Error(Nil)
  assert telemetry.handlers(placed()) == []
  let assert Ok(Nil) = telemetry.detach("failures")
  // The handler of failures itself.
  let assert Ok(Nil) =
    telemetry.attach(telemetry.handler_failed(), "bad", fn(_, _) { panic })
  let assert Ok(Nil) = telemetry.attach(placed(), "worse", fn(_, _) { panic })
  telemetry.execute(placed(), 1, "ada")
  assert telemetry.handlers(telemetry.handler_failed()) == []
}

pub fn reporters_get_what_begins_with_their_prefix_test() {
  let seen = process.new_subject()
  let assert Ok(Nil) =
    telemetry.attach_reporter("test.p", "reporter", process.send(seen, _))
  let assert Ok(Nil) =
    telemetry.attach_reporter("test.placed.more", "other", process.send(seen, _))
  telemetry.execute(placed(), 2, "ada")
  assert process.receive(seen, 0)
    == Ok(Report("test.placed", [#("items", 2.0)], [#("customer", "ada")]))
  assert process.receive(seen, 0) == Error(Nil)
  let assert Ok(Nil) = telemetry.detach("reporter")
  let assert Ok(Nil) = telemetry.detach("other")
}

fn query() -> Span(String, Int) {
  telemetry.new_span(
    "test.query",
    about: fn(table) { [#("table", table)] },
    giving: fn(rows) { [#("rows", int.to_string(rows))] },
  )
}

pub fn spans_test() {
  let seen = process.new_subject()
  let assert Ok(Nil) =
    telemetry.attach_reporter("test.query", "spans", process.send(seen, _))
  assert telemetry.span(query(), "orders", fn() {
      process.sleep(5)
      #(1, 2)
    })
    == 1
  assert process.receive(seen, 0)
    == Ok(Report("test.query.start", [], [#("table", "orders")]))
  let assert Ok(Report("test.query.stop", [#("seconds", seconds)], about)) =
    process.receive(seen, 0)
  assert seconds >=. 0.005
  assert about == [#("table", "orders"), #("rows", "2")]
  assert rescue(fn() {
      telemetry.span(query(), "orders", fn() { panic as "on purpose" })
    })
    == Error("on purpose")
  let assert Ok(_) = process.receive(seen, 0)
  let assert Ok(Report("test.query.exception", _, about)) =
    process.receive(seen, 0)
  assert about == [#("table", "orders"), #("reason", "on purpose")]
  let assert Ok(Nil) = telemetry.detach("spans")
}

pub fn durations_are_typed_test() {
  let seen = process.new_subject()
  let assert Ok(Nil) =
    telemetry.attach(telemetry.stopped(query()), "typed", fn(took, _) {
      process.send(seen, duration.to_seconds(took))
    })
  let assert Ok(Nil) =
    telemetry.attach(
      telemetry.crashed(query()),
      "typed crash",
      fn(took, about) {
        let #(_, reason) = about
        assert reason == "on purpose"
        process.send(seen, duration.to_seconds(took))
      },
    )
  telemetry.span(query(), "a", fn() { #(Nil, 1) })
  let assert Error(_) =
    rescue(fn() { telemetry.span(query(), "a", fn() { panic as "on purpose" }) })
  let assert Ok(took) = process.receive(seen, 0)
  assert took >=. 0.0
  let assert Ok(_) = process.receive(seen, 0)
  let assert Ok(Nil) = telemetry.detach("typed")
  let assert Ok(Nil) = telemetry.detach("typed crash")
}

pub fn many_attach_at_once_test() {
  let done = process.new_subject()
  let all = list.map(list.repeat(Nil, 20), fn(_) { process.new_subject() })
  list.index_map(all, fn(_, index) {
    process.spawn(fn() {
      let id = "many " <> int.to_string(index)
      process.send(done, telemetry.attach(placed(), id, fn(_, _) { Nil }))
    })
  })
  list.each(all, fn(_) {
    assert process.receive(done, 2000) == Ok(Ok(Nil))
  })
  assert list.length(telemetry.handlers(placed())) == 20
  list.each(telemetry.handlers(placed()), telemetry.detach)
}

@external(erlang, "tindra_telemetry_test_ffi", "quiet")
fn quiet() -> Nil

@external(erlang, "tindra_telemetry_test_ffi", "rescue")
fn rescue(function: fn() -> a) -> Result(a, String)

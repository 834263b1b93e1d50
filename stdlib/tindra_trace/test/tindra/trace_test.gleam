import gleam/dynamic
import gleam/dynamic/decode
import gleam/erlang/process
import gleam/list
import tindra/trace.{Called, Exited, Raised, Report, Returned, Started}

pub fn double(number: Int) -> Int {
  case number {
    13 -> panic as "on purpose"
    _ -> number * 2
  }
}

fn double_function() -> trace.Function {
  let assert Ok(function) =
    trace.function("tindra/trace_test", "double", arity: 1)
  function
}

pub fn calls_have_arguments_and_results_test() {
  let me = process.self()
  let double_function = double_function()
  let #(results, report) =
    trace.new()
    |> trace.calls(of: double_function)
    |> trace.run(fn() { list.map([1, 2], apply(double)) })
  assert results == [2, 4]
  assert report
    == Report(
      [
        Called(me, double_function, [dynamic.int(1)]),
        Returned(me, double_function, dynamic.int(2)),
        Called(me, double_function, [dynamic.int(2)]),
        Returned(me, double_function, dynamic.int(4)),
      ],
      trace.Finished,
    )
  // Nothing is traced any more.
  assert trace.run(trace.new(), fn() { double(1) })
    == #(2, Report([], trace.Finished))
}

/// The function as a value of a call that no compiler puts in its place.
@external(erlang, "tindra_trace_test_ffi", "identity")
fn apply(function: fn(Int) -> Int) -> fn(Int) -> Int

pub fn crashes_of_calls_test() {
  let #(crashed, report) =
    trace.new()
    |> trace.calls(of: double_function())
    |> trace.run(fn() { rescue(fn() { apply(double)(13) }) })
  assert crashed == Error("on purpose")
  let assert [Called(..), Raised(..)] = report.events
  assert rescue(fn() { trace.run(trace.new(), fn() { panic as "in the trace" }) })
    == Error("in the trace")
}

pub fn the_number_of_events_is_limited_test() {
  let numbers = list.repeat(1, 1000)
  let #(results, report) =
    trace.new()
    |> trace.calls(of: double_function())
    |> trace.at_most(10)
    |> trace.run(fn() { list.map(numbers, apply(double)) })
  assert list.length(results) == 1000
  assert list.length(report.events) == 10
  assert report.ended == trace.TooMany
}

pub fn exactly_the_limit_is_not_too_many_test() {
  let #(_, report) =
    trace.new()
    |> trace.calls(of: double_function())
    |> trace.at_most(2)
    |> trace.run(fn() { apply(double)(1) })
  assert list.length(report.events) == 2
  assert report.ended == trace.Finished
}

pub fn the_time_is_limited_test() {
  let #(Nil, report) =
    trace.new()
    |> trace.calls(of: double_function())
    |> trace.within(10)
    |> trace.run(fn() {
      process.sleep(300)
      apply(double)(1)
      Nil
    })
  assert report == Report([], trace.TimeOver)
  let pid = process.spawn_unlinked(process.sleep_forever)
  assert trace.new() |> trace.lives |> trace.within(10) |> trace.watch([pid])
    == Report([], trace.TimeOver)
  process.kill(pid)
}

pub fn messages_test() {
  let me = process.self()
  let subject = process.new_subject()
  let #(received, report) =
    trace.new()
    |> trace.sends
    |> trace.receives
    |> trace.run(fn() {
      process.send(subject, 5)
      process.receive(subject, 1000)
    })
  assert received == Ok(5)
  let assert [
    trace.Sent(pid: by, message: sent, ..),
    trace.Received(message:, ..),
  ] = report.events
  assert by == me
  assert sent == message
  assert decode.run(message, decode.at([1], decode.int)) == Ok(5)
}

pub fn children_test() {
  let #(Nil, report) =
    trace.new()
    |> trace.calls(of: double_function())
    |> trace.lives
    |> trace.with_children
    |> trace.run(fn() {
      let subject = process.new_subject()
      process.spawn_unlinked(fn() {
        process.send(subject, apply(double)(4))
        process.sleep_forever()
      })
      let assert Ok(8) = process.receive(subject, 1000)
      Nil
    })
  let assert [Started(child:, ..)] =
    list.filter(report.events, fn(event) {
      case event {
        Started(..) -> True
        _ -> False
      }
    })
  assert list.contains(
    report.events,
    Called(child, double_function(), [dynamic.int(4)]),
  )
  process.kill(child)
}

pub fn watch_until_all_have_ended_test() {
  let start = fn(milliseconds) {
    process.spawn_unlinked(fn() { process.sleep(milliseconds) })
  }
  let pids = [start(300), start(400)]
  let report =
    trace.new() |> trace.lives |> trace.watch([process.self(), ..pids])
  assert report
    == Report(list.map(pids, Exited(_, process.Normal)), trace.Finished)
  assert trace.watch(trace.new(), pids) == Report([], trace.Finished)
}

pub fn descriptions_test() {
  assert trace.describe(double_function()) == "tindra/trace_test.double/1"
  assert trace.function("tindra/trace_test", "apply", arity: 1)
    == Error(trace.NoFunction)
  assert trace.function("tindra/trace_test", "double", arity: 2)
    == Error(trace.NoFunction)
  assert trace.function("tindra/none", "double", arity: 2)
    == Error(trace.NoModule)
}

@external(erlang, "tindra_trace_test_ffi", "rescue")
fn rescue(function: fn() -> a) -> Result(a, String)

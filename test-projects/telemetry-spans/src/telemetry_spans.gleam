//// A kitchen that tells what it does, and three who listen: one handler of one
//// event, one that crashes, and a reporter that is told of everything.

import exception
import gleam/int
import gleam/io
import gleam/list
import gleam/string
import gleam/time/duration
import logging
import tindra/telemetry.{type Event, type Report, type Span}

pub type Dish {
  Dish(name: String, minutes: Int)
}

pub fn ordered() -> Event(Int, Dish) {
  telemetry.event(
    "kitchen.ordered",
    measuring: fn(number) { [#("number", int.to_float(number))] },
    about: describe,
  )
}

pub fn cooking() -> Span(Dish, Int) {
  telemetry.new_span("kitchen.cooking", about: describe, giving: fn(portions) {
    [#("portions", int.to_string(portions))]
  })
}

fn describe(dish: Dish) -> List(#(String, String)) {
  [#("dish", dish.name)]
}

fn cook(dish: Dish, portions: Int) -> String {
  telemetry.execute(ordered(), portions, dish)
  use <- telemetry.span(cooking(), dish)
  case dish.minutes > 60 {
    True -> panic as "the kitchen closes"
    False -> #(dish.name <> " is ready", portions)
  }
}

pub fn main() {
  // The crash of the handler below is meant, and no news for the log.
  logging.set_level(logging.Emergency)
  let assert Ok(Nil) = telemetry.attach_reporter("", "everything", print)
  let assert Ok(Nil) =
    telemetry.attach(ordered(), "minutes", fn(number, dish) {
      let minutes = int.to_string(number * dish.minutes)
      io.println("  minutes of work: " <> minutes)
    })
  let assert Ok(Nil) =
    telemetry.attach(telemetry.stopped(cooking()), "clumsy", fn(took, _) {
      // Time passes, but how much is another thing each time.
      assert duration.to_seconds(took) <. 0.0 as "time went on"
    })

  io.println(cook(Dish("soup", 20), 2))
  io.println(cook(Dish("salad", 5), 1))
  case exception.rescue(fn() { cook(Dish("roast", 180), 4) }) {
    Ok(ready) -> io.println(ready)
    Error(_) -> io.println("no roast")
  }
  let assert Ok(Nil) = telemetry.detach("everything")
  io.println(cook(Dish("cake", 50), 1))
}

fn print(report: Report) -> Nil {
  let metadata = list.map(report.metadata, fn(pair) { pair.0 <> "=" <> pair.1 })
  let numbers =
    list.map(report.measurements, fn(pair) {
      case pair {
        #("seconds", _) -> "seconds"
        #(name, number) -> name <> "=" <> string.inspect(number)
      }
    })
  [report.name, ..list.append(metadata, numbers)]
  |> string.join(" ")
  |> string.append("  ", _)
  |> io.println
}

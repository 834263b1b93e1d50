import gleam/order.{Eq, Gt, Lt}
import gleam/time/duration.{
  Day, Hour, Microsecond, Millisecond, Minute, Month, Nanosecond, Second, Week,
  Year,
}

pub fn parts_test() {
  let parts = duration.to_seconds_and_nanoseconds
  assert parts(duration.seconds(2)) == #(2, 0)
  assert parts(duration.minutes(2)) == #(120, 0)
  assert parts(duration.hours(-2)) == #(-7200, 0)
  assert parts(duration.milliseconds(1500)) == #(1, 500_000_000)
  assert parts(duration.milliseconds(-1500)) == #(-2, 500_000_000)
  assert parts(duration.nanoseconds(-1)) == #(-1, 999_999_999)
  assert parts(duration.nanoseconds(2_000_000_001)) == #(2, 1)
  assert parts(duration.nanoseconds(-2_000_000_000)) == #(-2, 0)
}

pub fn add_test() {
  let add = fn(a, b) {
    duration.add(duration.milliseconds(a), duration.milliseconds(b))
  }
  assert add(700, 800) == duration.milliseconds(1500)
  assert add(700, -800) == duration.milliseconds(-100)
  assert add(-700, -800) == duration.milliseconds(-1500)
}

pub fn difference_test() {
  let difference = fn(a, b) {
    duration.difference(duration.milliseconds(a), duration.milliseconds(b))
  }
  assert difference(700, 1800) == duration.milliseconds(1100)
  assert difference(1800, 700) == duration.milliseconds(-1100)
}

pub fn compare_test() {
  let compare = fn(a, b) {
    duration.compare(duration.milliseconds(a), duration.milliseconds(b))
  }
  assert compare(1500, 1500) == Eq
  assert compare(1500, 1600) == Lt
  assert compare(2500, 1600) == Gt
  // The direction does not count.
  assert compare(-1500, 1500) == Eq
  assert compare(-1600, 1500) == Gt
}

pub fn to_seconds_test() {
  assert duration.to_seconds(duration.milliseconds(1500)) == 1.5
  assert duration.to_seconds(duration.milliseconds(-1500)) == -1.5
}

pub fn to_milliseconds_test() {
  assert duration.to_milliseconds(duration.milliseconds(1500)) == 1500
  assert duration.to_milliseconds(duration.milliseconds(-1500)) == -1500
  assert duration.to_milliseconds(duration.nanoseconds(1_999_999)) == 1
  assert duration.to_milliseconds(duration.nanoseconds(-1_999_999)) == -1
}

pub fn to_iso8601_string_test() {
  let string = duration.to_iso8601_string
  assert string(duration.seconds(0)) == "PT0S"
  assert string(duration.seconds(60)) == "PT1M"
  assert string(duration.seconds(93_785)) == "P1DT2H3M5S"
  assert string(duration.milliseconds(1500)) == "PT1.5S"
  assert string(duration.milliseconds(-61_050)) == "PT-1M-1.05S"
  assert string(duration.nanoseconds(1)) == "PT0.000000001S"
  assert string(duration.hours(24)) == "P1DT"
}

pub fn approximate_test() {
  let approximate = fn(seconds) {
    duration.approximate(duration.seconds(seconds))
  }
  assert approximate(1) == #(1, Second)
  assert approximate(119) == #(1, Minute)
  assert approximate(-120) == #(-2, Minute)
  assert approximate(7199) == #(1, Hour)
  assert approximate(86_400) == #(1, Day)
  assert approximate(604_800) == #(1, Week)
  assert approximate(2_629_800) == #(1, Month)
  assert approximate(31_557_600) == #(1, Year)
  let approximate = fn(n) { duration.approximate(duration.nanoseconds(n)) }
  assert approximate(0) == #(0, Nanosecond)
  assert approximate(999) == #(999, Nanosecond)
  assert approximate(-1999) == #(-1, Microsecond)
  assert approximate(2_000_000) == #(2, Millisecond)
}

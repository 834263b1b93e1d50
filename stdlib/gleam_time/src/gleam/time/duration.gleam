//// Amounts of time, exact to the nanosecond.

import gleam/bool
import gleam/int
import gleam/order.{type Order}
import gleam/string

/// An amount of time. It can be negative.
///
/// Equal durations are equal for `==`, but for which is the longer use
/// `compare`.
pub opaque type Duration {
  /// The nanoseconds go forward from the seconds, also when those are negative,
  /// and are always from 0 to 999,999,999: half a second back is -1 and half a
  /// second. Two numbers, because JavaScript has none for 300 years of
  /// nanoseconds.
  Duration(seconds: Int, nanoseconds: Int)
}

/// Units that people give amounts of time in.
pub type Unit {
  Nanosecond
  /// 1000 nanoseconds.
  Microsecond
  /// 1000 microseconds.
  Millisecond
  /// 1000 milliseconds.
  Second
  /// 60 seconds.
  Minute
  /// 60 minutes.
  Hour
  /// 24 hours.
  Day
  /// 7 days.
  Week
  /// About 30.4375 days, the twelfth part of a year.
  Month
  /// About 365.25 days.
  Year
}

const billion = 1_000_000_000

const minute = 60

const hour = 3600

const day = 86_400

const week = 604_800

const month = 2_629_800

const year = 31_557_600

/// The duration of seconds and any number of nanoseconds.
fn normalise(seconds: Int, nanoseconds: Int) -> Duration {
  let rest = nanoseconds % billion
  case rest < 0 {
    True ->
      Duration(seconds + nanoseconds / billion - 1, nanoseconds: rest + billion)
    False -> Duration(seconds + nanoseconds / billion, nanoseconds: rest)
  }
}

/// No time.
@internal
pub const empty = Duration(seconds: 0, nanoseconds: 0)

/// A number of seconds.
///
/// ```gleam
/// assert duration.seconds(60) == duration.minutes(1)
/// ```
pub fn seconds(amount: Int) -> Duration {
  Duration(seconds: amount, nanoseconds: 0)
}

/// A number of minutes.
///
/// ```gleam
/// assert duration.minutes(60) == duration.hours(1)
/// ```
pub fn minutes(amount: Int) -> Duration {
  seconds(amount * minute)
}

/// A number of hours.
///
/// ```gleam
/// assert duration.hours(2) == duration.seconds(7200)
/// ```
pub fn hours(amount: Int) -> Duration {
  seconds(amount * hour)
}

/// A number of milliseconds.
///
/// ```gleam
/// assert duration.milliseconds(1500)
///   == duration.add(duration.seconds(1), duration.milliseconds(500))
/// ```
pub fn milliseconds(amount: Int) -> Duration {
  normalise(amount / 1000, amount % 1000 * 1_000_000)
}

/// A number of nanoseconds.
///
/// On JavaScript numbers are not exact from about 104 days of nanoseconds on.
///
/// ```gleam
/// assert duration.nanoseconds(2_000_000) == duration.milliseconds(2)
/// ```
pub fn nanoseconds(amount: Int) -> Duration {
  normalise(0, amount)
}

/// The sum of two durations.
///
/// ```gleam
/// assert duration.add(duration.seconds(40), duration.seconds(20))
///   == duration.minutes(1)
/// ```
pub fn add(left: Duration, right: Duration) -> Duration {
  normalise(left.seconds + right.seconds, left.nanoseconds + right.nanoseconds)
}

/// What has to be added to the first duration to get the second.
///
/// ```gleam
/// assert duration.difference(duration.minutes(1), duration.seconds(70))
///   == duration.seconds(10)
/// ```
pub fn difference(left: Duration, right: Duration) -> Duration {
  normalise(right.seconds - left.seconds, right.nanoseconds - left.nanoseconds)
}

/// Compares how much time two durations are. Their direction does not count: one
/// hour back is more than one minute forward.
///
/// ```gleam
/// assert duration.compare(duration.hours(1), duration.minutes(59)) == order.Gt
/// assert duration.compare(duration.hours(-1), duration.minutes(1)) == order.Gt
/// ```
pub fn compare(left: Duration, right: Duration) -> Order {
  let left = absolute(left)
  let right = absolute(right)
  int.compare(left.seconds, right.seconds)
  |> order.break_tie(int.compare(left.nanoseconds, right.nanoseconds))
}

fn absolute(duration: Duration) -> Duration {
  case duration.seconds < 0 {
    True -> normalise(-duration.seconds, -duration.nanoseconds)
    False -> duration
  }
}

/// The seconds of a duration, and the nanoseconds that go forward from these, of
/// which there are always less than a second.
///
/// ```gleam
/// assert duration.to_seconds_and_nanoseconds(duration.milliseconds(1500))
///   == #(1, 500_000_000)
/// assert duration.to_seconds_and_nanoseconds(duration.milliseconds(-1500))
///   == #(-2, 500_000_000)
/// ```
pub fn to_seconds_and_nanoseconds(duration: Duration) -> #(Int, Int) {
  #(duration.seconds, duration.nanoseconds)
}

/// The duration in seconds. Fractions of a second become less exact the longer
/// it is.
///
/// ```gleam
/// assert duration.to_seconds(duration.milliseconds(1500)) == 1.5
/// ```
pub fn to_seconds(duration: Duration) -> Float {
  int.to_float(duration.seconds)
  +. int.to_float(duration.nanoseconds)
  /. 1_000_000_000.0
}

/// The duration in milliseconds. Fractions of a millisecond are cut off.
///
/// ```gleam
/// assert duration.to_milliseconds(duration.seconds(3)) == 3000
/// ```
pub fn to_milliseconds(duration: Duration) -> Int {
  let Duration(seconds:, nanoseconds:) = absolute(duration)
  let milliseconds = seconds * 1000 + nanoseconds / 1_000_000
  case duration.seconds < 0 {
    True -> -milliseconds
    False -> milliseconds
  }
}

/// The duration in the form of ISO 8601, such as `P1DT2H30M0.5S`. The largest
/// unit is days, and the `T` is written in any case.
///
/// ```gleam
/// assert duration.to_iso8601_string(duration.minutes(150)) == "PT2H30M"
/// ```
pub fn to_iso8601_string(duration: Duration) -> String {
  use <- bool.guard(when: duration == empty, return: "PT0S")
  let #(sign, duration) = case duration.seconds < 0 {
    True -> #("-", absolute(duration))
    False -> #("", duration)
  }
  let total = duration.seconds
  let days = part(sign, total / day, "D")
  let hours = part(sign, total % day / hour, "H")
  let minutes = part(sign, total % hour / minute, "M")
  let seconds = case total % minute, duration.nanoseconds {
    0, 0 -> ""
    seconds, 0 -> sign <> int.to_string(seconds) <> "S"
    seconds, nanoseconds ->
      sign <> int.to_string(seconds) <> "." <> decimals(nanoseconds) <> "S"
  }
  "P" <> days <> "T" <> hours <> minutes <> seconds
}

fn part(sign: String, amount: Int, unit: String) -> String {
  case amount {
    0 -> ""
    _ -> sign <> int.to_string(amount) <> unit
  }
}

/// The digits after the point for a number of nanoseconds, which is not zero.
@internal
pub fn decimals(nanoseconds: Int) -> String {
  decimals_loop(billion + nanoseconds)
}

/// The number has a one in front, so that zeros after it are written too.
fn decimals_loop(number: Int) -> String {
  case number % 10 {
    0 -> decimals_loop(number / 10)
    _ -> string.remove_prefix(from: int.to_string(number), matching: "1")
  }
}

/// The duration in the largest unit of which it is at least one. What is left
/// over is cut off.
///
/// ```gleam
/// assert duration.approximate(duration.seconds(150)) == #(2, duration.Minute)
/// ```
pub fn approximate(duration: Duration) -> #(Int, Unit) {
  let Duration(seconds:, nanoseconds:) = absolute(duration)
  let #(amount, unit) = case seconds {
    0 if nanoseconds < 1000 -> #(nanoseconds, Nanosecond)
    0 if nanoseconds < 1_000_000 -> #(nanoseconds / 1000, Microsecond)
    0 -> #(nanoseconds / 1_000_000, Millisecond)
    _ if seconds < minute -> #(seconds, Second)
    _ if seconds < hour -> #(seconds / minute, Minute)
    _ if seconds < day -> #(seconds / hour, Hour)
    _ if seconds < week -> #(seconds / day, Day)
    _ if seconds < month -> #(seconds / week, Week)
    _ if seconds < year -> #(seconds / month, Month)
    _ -> #(seconds / year, Year)
  }
  case duration.seconds < 0 {
    True -> #(-amount, unit)
    False -> #(amount, unit)
  }
}

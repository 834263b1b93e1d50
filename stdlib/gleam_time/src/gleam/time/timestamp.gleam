//// Points in time, exact to the nanosecond. They are the same everywhere on
//// earth.

import gleam/bool
import gleam/int
import gleam/order.{type Order}
import gleam/result
import gleam/string
import gleam/time/calendar.{type Date, type TimeOfDay, Date, TimeOfDay}
import gleam/time/duration.{type Duration}

/// A point in time.
///
/// Equal timestamps are equal for `==`, but for which is the earlier use
/// `compare`.
pub opaque type Timestamp {
  /// The seconds since the Unix epoch, leap seconds not counted, and the
  /// nanoseconds that go forward from those, from 0 to 999,999,999.
  Timestamp(seconds: Int, nanoseconds: Int)
}

const billion = 1_000_000_000

const seconds_per_day = 86_400

/// Midnight UTC of 1 January 1970, from which Unix counts.
pub const unix_epoch = Timestamp(seconds: 0, nanoseconds: 0)

/// The timestamp of seconds and any number of nanoseconds.
fn normalise(seconds: Int, nanoseconds: Int) -> Timestamp {
  // The usual case comes first, as divisions take time.
  case nanoseconds >= 0 && nanoseconds < billion {
    True -> Timestamp(seconds:, nanoseconds:)
    False ->
      Timestamp(
        seconds: seconds + floor_divide(nanoseconds, billion),
        nanoseconds: floor_modulo(nanoseconds, billion),
      )
  }
}

/// A division that rounds down, also for what is negative.
fn floor_divide(n: Int, by: Int) -> Int {
  { n - floor_modulo(n, by) } / by
}

fn floor_modulo(n: Int, by: Int) -> Int {
  case n % by {
    rest if rest < 0 -> rest + by
    rest -> rest
  }
}

/// This moment, as the clock of this machine has it. The clock can be set
/// back, so a later call can give an earlier time.
///
/// ```gleam
/// let now = timestamp.system_time()
/// assert timestamp.compare(now, timestamp.unix_epoch) == order.Gt
/// ```
pub fn system_time() -> Timestamp {
  let #(seconds, nanoseconds) = system_time_parts()
  normalise(seconds, nanoseconds)
}

@external(erlang, "gleam_time_ffi", "system_time")
@external(javascript, "../../gleam_time_ffi.mjs", "system_time")
fn system_time_parts() -> #(Int, Int)

/// Compares two points in time: the later is the greater.
///
/// ```gleam
/// let one = timestamp.from_unix_seconds(1)
/// let two = timestamp.from_unix_seconds(2)
/// assert timestamp.compare(one, two) == order.Lt
/// ```
pub fn compare(left: Timestamp, right: Timestamp) -> Order {
  int.compare(left.seconds, right.seconds)
  |> order.break_tie(int.compare(left.nanoseconds, right.nanoseconds))
}

/// The duration from the first point in time to the second.
///
/// ```gleam
/// let one = timestamp.from_unix_seconds(10)
/// let two = timestamp.from_unix_seconds(70)
/// assert timestamp.difference(one, two) == duration.minutes(1)
/// ```
pub fn difference(left: Timestamp, right: Timestamp) -> Duration {
  duration.add(
    duration.seconds(right.seconds - left.seconds),
    duration.nanoseconds(right.nanoseconds - left.nanoseconds),
  )
}

/// The point in time that is a duration after another.
///
/// ```gleam
/// assert timestamp.add(timestamp.from_unix_seconds(10), duration.minutes(1))
///   == timestamp.from_unix_seconds(70)
/// ```
pub fn add(timestamp: Timestamp, duration: Duration) -> Timestamp {
  let #(seconds, nanoseconds) = duration.to_seconds_and_nanoseconds(duration)
  normalise(timestamp.seconds + seconds, timestamp.nanoseconds + nanoseconds)
}

// Unix time

/// The point in time a number of seconds after the Unix epoch.
///
/// ```gleam
/// assert timestamp.from_unix_seconds(0) == timestamp.unix_epoch
/// ```
pub fn from_unix_seconds(seconds: Int) -> Timestamp {
  Timestamp(seconds:, nanoseconds: 0)
}

/// The point in time a number of seconds and nanoseconds after the Unix epoch.
///
/// ```gleam
/// let time =
///   timestamp.from_unix_seconds_and_nanoseconds(
///     seconds: 1,
///     nanoseconds: 1_000_000_000,
///   )
/// assert time == timestamp.from_unix_seconds(2)
/// ```
pub fn from_unix_seconds_and_nanoseconds(
  seconds seconds: Int,
  nanoseconds nanoseconds: Int,
) -> Timestamp {
  normalise(seconds, nanoseconds)
}

/// The seconds since the Unix epoch. Fractions of a second are not exact: a
/// float has no room for all the digits.
///
/// ```gleam
/// let time = timestamp.add(timestamp.unix_epoch, duration.milliseconds(1500))
/// assert timestamp.to_unix_seconds(time) == 1.5
/// ```
pub fn to_unix_seconds(timestamp: Timestamp) -> Float {
  int.to_float(timestamp.seconds)
  +. int.to_float(timestamp.nanoseconds)
  /. 1_000_000_000.0
}

/// The seconds since the Unix epoch, and the nanoseconds that go forward from
/// these, of which there are always less than a second.
///
/// ```gleam
/// let time = timestamp.add(timestamp.unix_epoch, duration.milliseconds(1500))
/// assert timestamp.to_unix_seconds_and_nanoseconds(time) == #(1, 500_000_000)
/// ```
pub fn to_unix_seconds_and_nanoseconds(timestamp: Timestamp) -> #(Int, Int) {
  #(timestamp.seconds, timestamp.nanoseconds)
}

// The calendar

/// The date and the time of day at a point in time, where clocks have the given
/// offset from UTC.
///
/// ```gleam
/// let time = timestamp.from_unix_seconds(86_400)
/// assert timestamp.to_calendar(time, duration.hours(1))
///   == #(
///     calendar.Date(1970, calendar.January, 2),
///     calendar.TimeOfDay(1, 0, 0, 0),
///   )
/// ```
pub fn to_calendar(
  timestamp: Timestamp,
  offset: Duration,
) -> #(Date, TimeOfDay) {
  let local = add(timestamp, offset)
  let second = floor_modulo(local.seconds, seconds_per_day)
  let date = date_from_days(floor_divide(local.seconds, seconds_per_day))
  let time =
    TimeOfDay(
      hours: second / 3600,
      minutes: second % 3600 / 60,
      seconds: second % 60,
      nanoseconds: local.nanoseconds,
    )
  #(date, time)
}

/// The point in time of a date and a time of day, where clocks have the given
/// offset from UTC. Neither is checked.
///
/// ```gleam
/// assert timestamp.from_calendar(
///     date: calendar.Date(1970, calendar.January, 2),
///     time: calendar.TimeOfDay(1, 0, 0, 0),
///     offset: duration.hours(1),
///   )
///   == timestamp.from_unix_seconds(86_400)
/// ```
pub fn from_calendar(
  date date: Date,
  time time: TimeOfDay,
  offset offset: Duration,
) -> Timestamp {
  let seconds =
    days_from_date(date)
    * seconds_per_day
    + time.hours
    * 3600
    + time.minutes
    * 60
    + time.seconds
  let #(offset_seconds, offset_nanoseconds) =
    duration.to_seconds_and_nanoseconds(offset)
  normalise(seconds - offset_seconds, time.nanoseconds - offset_nanoseconds)
}

// The two functions below are Howard Hinnant's `civil_from_days` and
// `days_from_civil`. Years begin in March here, so that the leap day is the last
// of its year. An era is 400 years, after which the calendar repeats, and 719,468
// is the number of days from the first of them to the Unix epoch.

const days_per_era = 146_097

const days_to_epoch = 719_468

fn date_from_days(days: Int) -> Date {
  let days = days + days_to_epoch
  let era = floor_divide(days, days_per_era)
  let day_of_era = days - era * days_per_era
  let year_of_era =
    {
      day_of_era
      - day_of_era
      / 1460
      + day_of_era
      / 36_524
      - day_of_era
      / 146_096
    }
    / 365
  let day_of_year =
    day_of_era - { year_of_era * 365 + year_of_era / 4 - year_of_era / 100 }
  let month_from_march = { day_of_year * 5 + 2 } / 153
  let day = day_of_year - { month_from_march * 153 + 2 } / 5 + 1
  let #(month, year) = case month_from_march < 10 {
    True -> #(month_from_march + 3, year_of_era + era * 400)
    False -> #(month_from_march - 9, year_of_era + era * 400 + 1)
  }
  let month = result.unwrap(calendar.month_from_int(month), calendar.January)
  Date(year:, month:, day:)
}

fn days_from_date(date: Date) -> Int {
  let month = calendar.month_to_int(date.month)
  let #(year, month_from_march) = case month > 2 {
    True -> #(date.year, month - 3)
    False -> #(date.year - 1, month + 9)
  }
  let era = floor_divide(year, 400)
  let year_of_era = year - era * 400
  let day_of_year = { month_from_march * 153 + 2 } / 5 + date.day - 1
  let day_of_era =
    year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year
  era * days_per_era + day_of_era - days_to_epoch
}

// RFC 3339

/// The point in time as RFC 3339 has it, where clocks have the given offset from
/// UTC. The offset is written in whole minutes, and fractions of a second with
/// as many digits as they need.
///
/// ```gleam
/// assert timestamp.from_unix_seconds(1000)
///   |> timestamp.to_rfc3339(calendar.utc_offset)
///   == "1970-01-01T00:16:40Z"
/// ```
pub fn to_rfc3339(timestamp: Timestamp, offset: Duration) -> String {
  let minutes = offset_minutes(offset)
  let #(date, time) = to_calendar(timestamp, duration.minutes(minutes))
  string.concat([
    year_to_string(date.year),
    "-",
    two_digits(calendar.month_to_int(date.month)),
    "-",
    two_digits(date.day),
    "T",
    two_digits(time.hours),
    ":",
    two_digits(time.minutes),
    ":",
    two_digits(time.seconds),
    fraction(time.nanoseconds),
    offset_to_string(minutes),
  ])
}

fn offset_minutes(offset: Duration) -> Int {
  let #(seconds, nanoseconds) = duration.to_seconds_and_nanoseconds(offset)
  // Rounds towards zero.
  case seconds < 0 && nanoseconds > 0 {
    True -> { seconds + 1 } / 60
    False -> seconds / 60
  }
}

fn offset_to_string(minutes: Int) -> String {
  case minutes {
    0 -> "Z"
    _ if minutes > 0 -> "+" <> clock(minutes)
    _ -> "-" <> clock(-minutes)
  }
}

fn clock(minutes: Int) -> String {
  two_digits(minutes / 60) <> ":" <> two_digits(minutes % 60)
}

fn two_digits(number: Int) -> String {
  case number < 10 {
    True -> "0" <> int.to_string(number)
    False -> int.to_string(number)
  }
}

fn year_to_string(year: Int) -> String {
  case year >= 1000 {
    True -> int.to_string(year)
    False -> int.to_string(year) |> string.pad_start(to: 4, with: "0")
  }
}

fn fraction(nanoseconds: Int) -> String {
  case nanoseconds {
    0 -> ""
    _ -> "." <> duration.decimals(nanoseconds)
  }
}

/// Reads a point in time as RFC 3339 has it. Digits after the ninth of a
/// fraction of a second are left out, and a leap second is taken for the first
/// second of the next minute.
///
/// ```gleam
/// assert timestamp.parse_rfc3339("1970-01-01T01:00:01+01:00")
///   == Ok(timestamp.from_unix_seconds(1))
/// assert timestamp.parse_rfc3339("yesterday") == Error(Nil)
/// ```
pub fn parse_rfc3339(input: String) -> Result(Timestamp, Nil) {
  let input = <<input:utf8>>
  use #(year, input) <- result.try(parse_digits(input, 4, 0))
  use input <- result.try(skip(input, 0x2d))
  use #(month, input) <- result.try(parse_digits(input, 2, 0))
  use input <- result.try(skip(input, 0x2d))
  use #(day, input) <- result.try(parse_digits(input, 2, 0))
  use input <- result.try(skip_date_end(input))
  use #(hours, input) <- result.try(parse_digits(input, 2, 0))
  use input <- result.try(skip(input, 0x3a))
  use #(minutes, input) <- result.try(parse_digits(input, 2, 0))
  use input <- result.try(skip(input, 0x3a))
  use #(seconds, input) <- result.try(parse_digits(input, 2, 0))
  use #(nanoseconds, input) <- result.try(parse_fraction(input))
  use offset <- result.try(parse_offset(input))

  use month <- result.try(calendar.month_from_int(month))
  let date = Date(year:, month:, day:)
  let time = TimeOfDay(hours:, minutes:, seconds:, nanoseconds:)
  let minute = TimeOfDay(..time, seconds: 0)
  let valid =
    calendar.is_valid_date(date)
    && calendar.is_valid_time_of_day(minute)
    && seconds <= 60
  use <- bool.guard(when: !valid, return: Error(Nil))
  Ok(from_calendar(date:, time:, offset:))
}

/// A number of exactly so many digits.
fn parse_digits(
  input: BitArray,
  count: Int,
  number: Int,
) -> Result(#(Int, BitArray), Nil) {
  case input {
    _ if count == 0 -> Ok(#(number, input))
    <<digit, input:bytes>> if digit >= 0x30 && digit <= 0x39 ->
      parse_digits(input, count - 1, number * 10 + digit - 0x30)
    _ -> Error(Nil)
  }
}

fn skip(input: BitArray, byte: Int) -> Result(BitArray, Nil) {
  case input {
    <<first, input:bytes>> if first == byte -> Ok(input)
    _ -> Error(Nil)
  }
}

fn skip_date_end(input: BitArray) -> Result(BitArray, Nil) {
  case input {
    <<"T":utf8, input:bytes>>
    | <<"t":utf8, input:bytes>>
    | <<" ":utf8, input:bytes>> -> Ok(input)
    _ -> Error(Nil)
  }
}

/// A fraction of a second in nanoseconds, of at least one digit, or none at all.
fn parse_fraction(input: BitArray) -> Result(#(Int, BitArray), Nil) {
  case input {
    <<".":utf8, digit, _:bytes>> if digit < 0x30 || digit > 0x39 -> Error(Nil)
    <<".":utf8, input:bytes>> -> Ok(parse_decimals(input, billion / 10, 0))
    _ -> Ok(#(0, input))
  }
}

fn parse_decimals(
  input: BitArray,
  worth: Int,
  nanoseconds: Int,
) -> #(Int, BitArray) {
  case input {
    <<digit, input:bytes>> if digit >= 0x30 && digit <= 0x39 ->
      parse_decimals(input, worth / 10, nanoseconds + worth * { digit - 0x30 })
    _ -> #(nanoseconds, input)
  }
}

fn parse_offset(input: BitArray) -> Result(Duration, Nil) {
  case input {
    <<"Z":utf8>> | <<"z":utf8>> -> Ok(duration.empty)
    <<"+":utf8, input:bytes>> -> parse_offset_clock(input, 1)
    <<"-":utf8, input:bytes>> -> parse_offset_clock(input, -1)
    _ -> Error(Nil)
  }
}

fn parse_offset_clock(input: BitArray, sign: Int) -> Result(Duration, Nil) {
  use #(hours, input) <- result.try(parse_digits(input, 2, 0))
  use input <- result.try(skip(input, 0x3a))
  use #(minutes, input) <- result.try(parse_digits(input, 2, 0))
  case input == <<>> && hours <= 23 && minutes <= 59 {
    True -> Ok(duration.minutes(sign * { hours * 60 + minutes }))
    False -> Error(Nil)
  }
}

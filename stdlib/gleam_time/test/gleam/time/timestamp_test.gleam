import gleam/int
import gleam/list
import gleam/order.{Eq, Gt, Lt}
import gleam/time/calendar.{Date, December, February, January, March, TimeOfDay}
import gleam/time/duration
import gleam/time/timestamp

pub fn unix_test() {
  let timestamp =
    timestamp.from_unix_seconds_and_nanoseconds(
      seconds: 1,
      nanoseconds: -1_500_000_000,
    )
  assert timestamp.to_unix_seconds_and_nanoseconds(timestamp)
    == #(-1, 500_000_000)
  assert timestamp.to_unix_seconds(timestamp) == -0.5
  assert timestamp.from_unix_seconds(0) == timestamp.unix_epoch
}

pub fn system_time_test() {
  let now = timestamp.system_time()
  let release = timestamp.from_unix_seconds(1_700_000_000)
  assert timestamp.compare(now, release) == Gt
}

pub fn compare_test() {
  let at = timestamp.from_unix_seconds_and_nanoseconds
  assert timestamp.compare(at(1, 2), at(1, 2)) == Eq
  assert timestamp.compare(at(1, 2), at(1, 3)) == Lt
  assert timestamp.compare(at(2, 2), at(1, 3)) == Gt
  assert timestamp.compare(at(-1, 0), at(1, 0)) == Lt
}

pub fn add_and_difference_test() {
  let at = timestamp.from_unix_seconds_and_nanoseconds
  let a = at(10, 900_000_000)
  let b = at(12, 100_000_000)
  assert timestamp.difference(a, b) == duration.milliseconds(1200)
  assert timestamp.difference(b, a) == duration.milliseconds(-1200)
  assert timestamp.add(a, timestamp.difference(a, b)) == b
  assert timestamp.add(b, timestamp.difference(b, a)) == a
}

pub fn calendar_test() {
  let calendar = fn(seconds) {
    timestamp.to_calendar(
      timestamp.from_unix_seconds(seconds),
      calendar.utc_offset,
    )
  }
  assert calendar(0) == #(Date(1970, January, 1), TimeOfDay(0, 0, 0, 0))
  assert calendar(-1) == #(Date(1969, December, 31), TimeOfDay(23, 59, 59, 0))
  assert calendar(951_782_400)
    == #(Date(2000, February, 29), TimeOfDay(0, 0, 0, 0))
  assert calendar(951_868_800) == #(Date(2000, March, 1), TimeOfDay(0, 0, 0, 0))
  assert calendar(-62_167_219_200)
    == #(Date(0, January, 1), TimeOfDay(0, 0, 0, 0))
}

pub fn calendar_offset_test() {
  let timestamp = timestamp.from_unix_seconds(0)
  let #(date, time) = timestamp.to_calendar(timestamp, duration.minutes(-90))
  assert date == Date(1969, December, 31)
  assert time == TimeOfDay(22, 30, 0, 0)
  assert timestamp.from_calendar(date:, time:, offset: duration.minutes(-90))
    == timestamp
}

pub fn calendar_round_trip_test() {
  int.range(from: -500, to: 500, with: Nil, run: fn(_, i) {
    // A prime number of seconds near a year, so that all sorts of days occur.
    let timestamp =
      timestamp.from_unix_seconds_and_nanoseconds(i * 31_557_109, i + 500)
    let #(date, time) = timestamp.to_calendar(timestamp, calendar.utc_offset)
    assert calendar.is_valid_date(date)
    assert calendar.is_valid_time_of_day(time)
    assert timestamp.from_calendar(date:, time:, offset: calendar.utc_offset)
      == timestamp
    Nil
  })
}

pub fn to_rfc3339_test() {
  let written = fn(seconds, nanoseconds, offset) {
    timestamp.from_unix_seconds_and_nanoseconds(seconds, nanoseconds)
    |> timestamp.to_rfc3339(duration.minutes(offset))
  }
  assert written(0, 0, 0) == "1970-01-01T00:00:00Z"
  assert written(1000, 120_000_000, 0) == "1970-01-01T00:16:40.12Z"
  assert written(-1, 1, 0) == "1969-12-31T23:59:59.000000001Z"
  assert written(0, 0, 90) == "1970-01-01T01:30:00+01:30"
  assert written(0, 0, -90) == "1969-12-31T22:30:00-01:30"
  assert written(-62_167_219_200, 0, 0) == "0000-01-01T00:00:00Z"
}

pub fn parse_rfc3339_test() {
  let at = timestamp.from_unix_seconds_and_nanoseconds
  use #(input, expected) <- list.each([
    #("1970-01-01T00:00:00Z", at(0, 0)),
    #("1970-01-01t00:00:00z", at(0, 0)),
    #("1970-01-01 00:00:00Z", at(0, 0)),
    #("1970-01-01T01:30:00+01:30", at(0, 0)),
    #("1969-12-31T22:30:00-01:30", at(0, 0)),
    #("1970-01-01T00:00:00-00:00", at(0, 0)),
    #("1969-12-31T23:59:59.5Z", at(-1, 500_000_000)),
    #("1970-01-01T00:00:00.1234567899Z", at(0, 123_456_789)),
    #("1972-06-30T23:59:60Z", at(78_796_800, 0)),
    #("2000-02-29T12:00:00Z", at(951_825_600, 0)),
  ])
  assert #(input, timestamp.parse_rfc3339(input)) == #(input, Ok(expected))
}

pub fn parse_rfc3339_error_test() {
  use input <- list.each([
    "", "1970-01-01", "1970-01-01T00:00:00", "1970-01-01T00:00:00.Z",
    "1970-01-01T00:00Z", "70-01-01T00:00:00Z", "1970-13-01T00:00:00Z",
    "1970-00-01T00:00:00Z", "1970-02-29T00:00:00Z", "1970-01-01T24:00:00Z",
    "1970-01-01T00:60:00Z", "1970-01-01T00:00:61Z", "1970-01-01T00:00:00+24:00",
    "1970-01-01T00:00:00+00:60", "1970-01-01T00:00:00+0000",
    "1970-01-01T00:00:00ZZ", "1970-01-01X00:00:00Z", " 1970-01-01T00:00:00Z",
    "1970-01-01T00:00:00+01:30 ", "197é-01-01T00:00:00Z",
  ])
  assert #(input, timestamp.parse_rfc3339(input)) == #(input, Error(Nil))
}

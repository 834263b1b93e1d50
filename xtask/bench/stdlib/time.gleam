import gleam/time/calendar
import gleam/time/duration
import gleam/time/timestamp

pub fn to_rfc3339() {
  let time = timestamp.from_unix_seconds_and_nanoseconds(1_735_309_467, 123_456_789)
  fn() { timestamp.to_rfc3339(time, calendar.utc_offset) }
}

pub fn parse_rfc3339() {
  fn() { timestamp.parse_rfc3339("1970-01-01T00:00:01.123456789+01:30") }
}

pub fn to_calendar() {
  let time = timestamp.from_unix_seconds_and_nanoseconds(1_735_309_467, 123_456_789)
  fn() { timestamp.to_calendar(time, calendar.utc_offset) }
}

pub fn from_calendar() {
  let date = calendar.Date(2024, calendar.December, 25)
  let time = calendar.TimeOfDay(12, 30, 50, 0)
  fn() { timestamp.from_calendar(date, time, calendar.utc_offset) }
}

pub fn add() {
  let time = timestamp.from_unix_seconds_and_nanoseconds(1_735_309_467, 123_456_789)
  fn() { timestamp.add(time, duration.hours(3)) }
}

pub fn difference() {
  let time = timestamp.from_unix_seconds_and_nanoseconds(1_735_309_467, 123_456_789)
  fn() { timestamp.difference(time, timestamp.from_unix_seconds(5)) }
}

pub fn compare() {
  let time = timestamp.from_unix_seconds_and_nanoseconds(1_735_309_467, 123_456_789)
  fn() { timestamp.compare(time, time) }
}

pub fn is_valid_date() {
  fn() { calendar.is_valid_date(calendar.Date(2024, calendar.February, 29)) }
}

pub fn to_iso8601() {
  fn() { duration.to_iso8601_string(duration.milliseconds(123_456_789)) }
}

pub fn approximate() {
  fn() { duration.approximate(duration.seconds(123_456)) }
}

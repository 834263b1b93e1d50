//// What holds of all times and durations.

import gleam/int
import gleam/list
import gleam/order
import gleam/string
import gleam/time/calendar.{Date, TimeOfDay}
import gleam/time/duration.{type Duration}
import gleam/time/timestamp.{type Timestamp}

const seconds = [
  0, 1, -1, 59, 86_399, 86_400, -86_400, 951_782_400, 951_868_800, 1_709_164_800,
  4_107_542_399, -2_208_988_800, -62_135_596_800, 253_402_300_799,
]

const nanoseconds = [0, 1, 500_000_000, 999_999_999, -1, -1_000_000_001]

fn times() -> List(Timestamp) {
  use second <- list.flat_map(seconds)
  use nano <- list.map([0, 1, 120_000_000, 999_999_999])
  timestamp.from_unix_seconds_and_nanoseconds(second, nano)
}

fn durations() -> List(Duration) {
  use second <- list.flat_map([0, 1, -1, 3600, -86_401, 10_000_000])
  use nano <- list.map(nanoseconds)
  duration.add(duration.seconds(second), duration.nanoseconds(nano))
}

pub fn durations_are_a_group_test() {
  use a <- list.each(durations())
  let zero = duration.seconds(0)
  assert duration.add(a, zero) == a
  assert duration.difference(a, a) == zero
  let #(_, nanos) = duration.to_seconds_and_nanoseconds(a)
  assert nanos >= 0 && nanos < 1_000_000_000
  use b <- list.each(durations())
  assert duration.add(a, b) == duration.add(b, a)
  assert duration.add(a, duration.difference(a, b)) == b
}

pub fn durations_are_ordered_by_their_length_test() {
  use a <- list.each(durations())
  use b <- list.each(durations())
  let #(sa, na) = duration.to_seconds_and_nanoseconds(a)
  let #(sb, nb) = duration.to_seconds_and_nanoseconds(b)
  let length = fn(s, n) {
    // Of the length, whatever the sign.
    case s < 0 && n > 0 {
      True -> #(-1 - s, 1_000_000_000 - n)
      False -> #(int.absolute_value(s), n)
    }
  }
  let #(la, ma) = length(sa, na)
  let #(lb, mb) = length(sb, nb)
  let expected =
    order.break_tie(in: int.compare(la, lb), with: int.compare(ma, mb))
  assert duration.compare(a, b) == expected
}

pub fn times_and_durations_test() {
  use time <- list.each(times())
  let #(_, nanos) = timestamp.to_unix_seconds_and_nanoseconds(time)
  assert nanos >= 0 && nanos < 1_000_000_000
  use length <- list.each(durations())
  let later = timestamp.add(time, length)
  assert timestamp.difference(time, later) == length
  let forward = duration.to_seconds_and_nanoseconds(length)
  let expected = case forward {
    #(0, 0) -> order.Eq
    #(s, _) if s < 0 -> order.Gt
    _ -> order.Lt
  }
  assert timestamp.compare(time, later) == expected
}

pub fn the_calendar_goes_there_and_back_test() {
  use time <- list.each(times())
  use minutes <- list.each([0, 60, -60, 330, -720, 840])
  let offset = duration.minutes(minutes)
  let #(date, of_day) = timestamp.to_calendar(time, offset)
  assert calendar.is_valid_date(date)
  assert calendar.is_valid_time_of_day(of_day)
  assert timestamp.from_calendar(date:, time: of_day, offset:) == time
}

pub fn text_goes_there_and_back_test() {
  use time <- list.each(times())
  use minutes <- list.each([0, 60, -60, 330, -720])
  let text = timestamp.to_rfc3339(time, duration.minutes(minutes))
  // With an offset the last times of the year 9999 are of 10000, and the first
  // of the year 1 of 0.
  case string.length(text) >= 20 && !string.starts_with(text, "10000") {
    True -> {
      assert timestamp.parse_rfc3339(text) == Ok(time)
      Nil
    }
    False -> Nil
  }
}

pub fn days_follow_each_other_test() {
  // From the first of January 1999 on, for five years.
  let start =
    timestamp.from_calendar(
      date: Date(1999, calendar.January, 1),
      time: TimeOfDay(12, 0, 0, 0),
      offset: calendar.utc_offset,
    )
  follow(start, Date(1999, calendar.January, 1), 365 * 5)
}

fn follow(time: Timestamp, date: calendar.Date, left: Int) -> Nil {
  case left {
    0 -> Nil
    _ -> {
      let next = timestamp.add(time, duration.hours(24))
      let #(after, _) = timestamp.to_calendar(next, calendar.utc_offset)
      assert calendar.naive_date_compare(date, after) == order.Lt
      let month = calendar.month_to_int(date.month)
      case after.day {
        1 -> {
          assert !calendar.is_valid_date(Date(..date, day: date.day + 1))
          assert calendar.month_to_int(after.month) == month % 12 + 1
        }
        day -> {
          assert day == date.day + 1
          assert after.month == date.month
        }
      }
      follow(next, after, left - 1)
    }
  }
}

pub fn leap_years_test() {
  use year <- list.each([1, 4, 100, 400, 1900, 2000, 2023, 2024, 2100])
  assert calendar.is_leap_year(year)
    == calendar.is_valid_date(Date(year, calendar.February, 29))
  assert !calendar.is_valid_date(Date(year, calendar.February, 30))
}

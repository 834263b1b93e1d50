import gleam/int
import gleam/order.{Eq, Gt, Lt}
import gleam/time/calendar.{
  type Date, Date, December, February, January, June, TimeOfDay,
}
import gleam/time/duration

pub fn months_test() {
  int.range(from: 1, to: 13, with: Nil, run: fn(_, number) {
    let assert Ok(month) = calendar.month_from_int(number)
    assert calendar.month_to_int(month) == number
    Nil
  })
  assert calendar.month_from_int(0) == Error(Nil)
  assert calendar.month_from_int(13) == Error(Nil)
  assert calendar.month_to_string(January) == "January"
  assert calendar.month_to_string(December) == "December"
}

pub fn leap_years_test() {
  assert calendar.is_leap_year(2024)
  assert calendar.is_leap_year(2000)
  assert calendar.is_leap_year(-4)
  assert !calendar.is_leap_year(1900)
  assert !calendar.is_leap_year(2023)
}

fn valid(year: Int, month: calendar.Month, day: Int) -> Bool {
  calendar.is_valid_date(Date(year:, month:, day:))
}

pub fn is_valid_date_test() {
  assert valid(2024, February, 29)
  assert !valid(2023, February, 29)
  assert valid(2023, June, 30)
  assert !valid(2023, June, 31)
  assert valid(2023, January, 31)
  assert !valid(2023, January, 0)
}

pub fn is_valid_time_of_day_test() {
  let valid = calendar.is_valid_time_of_day
  assert valid(TimeOfDay(0, 0, 0, 0))
  assert valid(TimeOfDay(23, 59, 59, 999_999_999))
  assert !valid(TimeOfDay(24, 0, 0, 0))
  assert !valid(TimeOfDay(0, 60, 0, 0))
  assert !valid(TimeOfDay(0, 0, 60, 0))
  assert !valid(TimeOfDay(0, 0, 0, 1_000_000_000))
  assert !valid(TimeOfDay(-1, 0, 0, 0))
}

pub fn naive_date_compare_test() {
  let date: Date = Date(2024, June, 15)
  assert calendar.naive_date_compare(date, date) == Eq
  assert calendar.naive_date_compare(date, Date(2025, January, 1)) == Lt
  assert calendar.naive_date_compare(date, Date(2024, January, 30)) == Gt
  assert calendar.naive_date_compare(date, Date(2024, June, 16)) == Lt
}

pub fn offsets_test() {
  assert calendar.utc_offset == duration.seconds(0)
  // No place on earth is further away than this.
  let assert #(seconds, 0) =
    duration.to_seconds_and_nanoseconds(calendar.local_offset())
  assert seconds >= -43_200 && seconds <= 50_400
}

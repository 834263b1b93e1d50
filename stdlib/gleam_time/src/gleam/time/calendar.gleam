//// Dates and times of day, as people write them. For points in time use the
//// `gleam/time/timestamp` module: a date and a time of day are one only together
//// with an offset from UTC.
////
//// The calendar is the Gregorian one for all times, also before it was made.

import gleam/int
import gleam/order.{type Order}
import gleam/time/duration.{type Duration}

/// A day.
pub type Date {
  Date(year: Int, month: Month, day: Int)
}

/// A time on a clock of 24 hours.
pub type TimeOfDay {
  TimeOfDay(hours: Int, minutes: Int, seconds: Int, nanoseconds: Int)
}

/// A month of the year.
pub type Month {
  January
  February
  March
  April
  May
  June
  July
  August
  September
  October
  November
  December
}

/// The offset of UTC from itself.
pub const utc_offset = duration.empty

/// The offset of this machine's clock from UTC at this moment. It changes where
/// clocks are set forward in summer, so it is of no use for other moments.
///
/// ```gleam
/// let now = timestamp.system_time()
/// let #(date, _time) = timestamp.to_calendar(now, calendar.local_offset())
/// assert calendar.is_valid_date(date)
/// ```
pub fn local_offset() -> Duration {
  duration.seconds(local_offset_seconds())
}

@external(erlang, "gleam_time_ffi", "local_offset_seconds")
@external(javascript, "../../gleam_time_ffi.mjs", "local_offset_seconds")
fn local_offset_seconds() -> Int

/// The English name of a month.
///
/// ```gleam
/// assert calendar.month_to_string(calendar.May) == "May"
/// ```
pub fn month_to_string(month: Month) -> String {
  case month {
    January -> "January"
    February -> "February"
    March -> "March"
    April -> "April"
    May -> "May"
    June -> "June"
    July -> "July"
    August -> "August"
    September -> "September"
    October -> "October"
    November -> "November"
    December -> "December"
  }
}

/// The number of a month, of which January's is 1.
///
/// ```gleam
/// assert calendar.month_to_int(calendar.January) == 1
/// ```
pub fn month_to_int(month: Month) -> Int {
  case month {
    January -> 1
    February -> 2
    March -> 3
    April -> 4
    May -> 5
    June -> 6
    July -> 7
    August -> 8
    September -> 9
    October -> 10
    November -> 11
    December -> 12
  }
}

/// The month with a number. It is an error when there is none.
///
/// ```gleam
/// assert calendar.month_from_int(12) == Ok(calendar.December)
/// assert calendar.month_from_int(13) == Error(Nil)
/// ```
pub fn month_from_int(month: Int) -> Result(Month, Nil) {
  case month {
    1 -> Ok(January)
    2 -> Ok(February)
    3 -> Ok(March)
    4 -> Ok(April)
    5 -> Ok(May)
    6 -> Ok(June)
    7 -> Ok(July)
    8 -> Ok(August)
    9 -> Ok(September)
    10 -> Ok(October)
    11 -> Ok(November)
    12 -> Ok(December)
    _ -> Error(Nil)
  }
}

/// Whether the month of the date has such a day.
///
/// ```gleam
/// assert calendar.is_valid_date(calendar.Date(2024, calendar.February, 29))
/// assert !calendar.is_valid_date(calendar.Date(2023, calendar.February, 29))
/// ```
pub fn is_valid_date(date: Date) -> Bool {
  let days = case date.month {
    February ->
      case is_leap_year(date.year) {
        True -> 29
        False -> 28
      }
    April | June | September | November -> 30
    _ -> 31
  }
  date.day >= 1 && date.day <= days
}

/// Whether a year has a 29th of February.
///
/// ```gleam
/// assert calendar.is_leap_year(2024)
/// assert calendar.is_leap_year(2000)
/// assert !calendar.is_leap_year(1900)
/// ```
pub fn is_leap_year(year: Int) -> Bool {
  year % 4 == 0 && { year % 100 != 0 || year % 400 == 0 }
}

/// Whether a clock shows such a time. Leap seconds are not among them.
///
/// ```gleam
/// assert calendar.is_valid_time_of_day(calendar.TimeOfDay(23, 59, 59, 0))
/// assert !calendar.is_valid_time_of_day(calendar.TimeOfDay(24, 0, 0, 0))
/// ```
pub fn is_valid_time_of_day(time: TimeOfDay) -> Bool {
  let TimeOfDay(hours:, minutes:, seconds:, nanoseconds:) = time
  hours >= 0
  && hours <= 23
  && minutes >= 0
  && minutes <= 59
  && seconds >= 0
  && seconds <= 59
  && nanoseconds >= 0
  && nanoseconds <= 999_999_999
}

/// Compares two dates without regard to where on earth they are meant: days
/// begin at different moments in different places.
///
/// ```gleam
/// let spring = calendar.Date(2024, calendar.March, 20)
/// let autumn = calendar.Date(2024, calendar.September, 22)
/// assert calendar.naive_date_compare(spring, autumn) == order.Lt
/// ```
pub fn naive_date_compare(one: Date, other: Date) -> Order {
  int.compare(one.year, other.year)
  |> order.break_tie(int.compare(
    month_to_int(one.month),
    month_to_int(other.month),
  ))
  |> order.break_tie(int.compare(one.day, other.day))
}

//// The result of comparing two values, and ways to combine such results.

/// How the first of two compared values stands to the second.
pub type Order {
  /// The first value is smaller.
  Lt
  /// The two values are equal.
  Eq
  /// The first value is greater.
  Gt
}

/// Turns an order around: smaller becomes greater and greater smaller.
///
/// ```gleam
/// assert order.negate(order.Lt) == order.Gt
/// assert order.negate(order.Eq) == order.Eq
/// ```
pub fn negate(order: Order) -> Order {
  case order {
    Lt -> Gt
    Eq -> Eq
    Gt -> Lt
  }
}

/// Converts an order to the number -1, 0 or 1.
///
/// ```gleam
/// assert order.to_int(order.Lt) == -1
/// assert order.to_int(order.Gt) == 1
/// ```
pub fn to_int(order: Order) -> Int {
  case order {
    Lt -> -1
    Eq -> 0
    Gt -> 1
  }
}

/// Compares two orders with each other; `Lt` is the smallest, `Gt` the
/// greatest.
///
/// ```gleam
/// assert order.compare(order.Eq, with: order.Gt) == order.Lt
/// ```
pub fn compare(a: Order, with b: Order) -> Order {
  case a, b {
    Lt, Lt | Eq, Eq | Gt, Gt -> Eq
    Lt, _ | Eq, Gt -> Lt
    Eq, Lt | Gt, _ -> Gt
  }
}

/// Makes a comparison that sorts the other way round.
///
/// ```gleam
/// assert list.sort([1, 3, 2], by: order.reverse(int.compare)) == [3, 2, 1]
/// ```
pub fn reverse(orderer: fn(a, a) -> Order) -> fn(a, a) -> Order {
  fn(a, b) { orderer(b, a) }
}

/// Keeps the first order unless it is `Eq`, in which case the other one
/// decides.
///
/// ```gleam
/// assert order.break_tie(in: int.compare(1, 1), with: order.Gt) == order.Gt
/// assert order.break_tie(in: int.compare(1, 2), with: order.Gt) == order.Lt
/// ```
pub fn break_tie(in order: Order, with other: Order) -> Order {
  case order {
    Lt | Gt -> order
    Eq -> other
  }
}

/// Like [`break_tie`](#break_tie), but the second comparison is only made when
/// it is needed.
///
/// ```gleam
/// assert order.lazy_break_tie(in: order.Lt, with: fn() { panic }) == order.Lt
/// ```
pub fn lazy_break_tie(
  in order: Order,
  with comparison: fn() -> Order,
) -> Order {
  case order {
    Lt | Gt -> order
    Eq -> comparison()
  }
}

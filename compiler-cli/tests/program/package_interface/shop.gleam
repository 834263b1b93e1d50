//// What a shop sells.
////
////  Twice a day.

import shop/internal/hidden.{type Hidden}

/// An article with
/// a price.
pub type Article(price, tag) {
  /// The usual one.
  Article(List(Article(tag, price)), name: String, price: price)
  @deprecated("sold out")
  /// Not to be had.
  Gone
}

pub opaque type Till {
  Till(Int)
}

@deprecated("use `Article`")
pub type Old(a) =
  fn(Article(Int, a)) -> #(a, Hidden)

@internal
pub fn invisible() -> Nil {
  Nil
}

/// How many there are.
pub const limits = [1.5]

/// Documentation
@deprecated("ask")
/// in two parts.
pub fn find(
  in articles: List(Article(a, b)),
  with _test: fn(b) -> Bool,
  or else_: c,
) -> Result(Article(a, b), c) {
  case articles {
    [first, ..] -> Ok(first)
    [] -> Error(else_)
  }
}

@target(javascript)
/// Somewhere else.
pub fn here() -> Int {
  1
}

@target(erlang)
/// Here.
pub fn here() -> till {
  panic
}

@external(erlang, "shop_ffi", "open")
pub fn open() -> Till

pub fn sell() {
  open()
  |> serve
}

@external(javascript, "./shop.mjs", "serve")
fn serve(till: Till) -> Till {
  till
}

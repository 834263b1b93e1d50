import gleam/erlang/charlist.{type Charlist}

@external(erlang, "erlang", "length")
fn length(charlist: Charlist) -> Int

pub fn round_trip_test() {
  let charlist = charlist.from_string("grüße ✓")
  assert length(charlist) == 7
  assert charlist.to_string(charlist) == "grüße ✓"
}

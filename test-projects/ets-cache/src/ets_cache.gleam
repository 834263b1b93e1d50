//// A cache of a million entries in a table that all processes read. Each entry
//// knows when it is out of date; a second table, in the order of these times, is
//// the index by which old entries are thrown away.

import gleam/erlang/process
import gleam/int
import gleam/io
import gleam/list
import tindra/ets.{type OrderedSet, type Set}

const entries = 1_000_000

const readers = 4

type Cache {
  Cache(
    values: Set(Int, #(Int, Int)),
    expiries: OrderedSet(#(Int, Int), Nil),
    hits: Set(String, Int),
  )
}

fn new() -> Cache {
  let assert Ok(values) = ets.options() |> ets.read_concurrency |> ets.set
  let assert Ok(expiries) = ets.ordered_set(ets.options())
  let assert Ok(hits) =
    ets.options() |> ets.access(ets.Public) |> ets.write_concurrency |> ets.set
  Cache(values:, expiries:, hits:)
}

fn put(cache: Cache, key: Int, value: Int, expiry: Int) -> Nil {
  let assert Ok(Nil) = ets.insert(cache.values, key, #(value, expiry))
  let assert Ok(Nil) = ets.insert(cache.expiries, #(expiry, key), Nil)
  Nil
}

fn get(cache: Cache, key: Int) -> Result(Int, Nil) {
  case ets.lookup(cache.values, key) {
    Ok(#(value, _)) -> Ok(value)
    Error(_) -> Error(Nil)
  }
}

/// Throws away what is out of date at a time, a thousand entries at once.
fn expire(cache: Cache, now: Int) -> Nil {
  let end = ets.Excluding(#(now, 0))
  case
    ets.limited_range(cache.expiries, ets.Unbounded, end, 1000, ets.Ascending)
  {
    Ok([]) | Error(_) -> Nil
    Ok(old) -> {
      list.each(old, fn(pair) {
        let #(#(expiry, key), Nil) = pair
        let assert Ok(Nil) = ets.delete(cache.values, key)
        let assert Ok(Nil) = ets.delete(cache.expiries, #(expiry, key))
      })
      expire(cache, now)
    }
  }
}

pub fn main() -> Nil {
  let cache = new()
  fill(cache, 0)
  report(cache, "filled")

  let done = process.new_subject()
  list.each(int_range(readers), fn(reader) {
    process.spawn(fn() {
      let found = read(cache, reader, 0)
      let assert Ok(_) =
        ets.update_counter(cache.hits, "all", add: found, initial: 0)
      process.send(done, Nil)
    })
  })
  list.each(int_range(readers), fn(_) {
    let assert Ok(Nil) = process.receive(done, 60_000)
  })
  let assert Ok(hits) = ets.lookup(cache.hits, "all")
  io.println(
    int.to_string(readers) <> " readers: " <> int.to_string(hits) <> " hits",
  )

  expire(cache, 10)
  report(cache, "a tenth is out of date")
  let assert Ok(next) = ets.first(cache.expiries)
  assert next == #(#(10, 10), Nil)
  assert get(cache, 9) == Error(Nil)
  assert get(cache, 10) == Ok(100)
  expire(cache, 100)
  report(cache, "everything is out of date")
}

fn fill(cache: Cache, key: Int) -> Nil {
  case key < entries {
    True -> {
      put(cache, key, key * key, key % 100)
      fill(cache, key + 1)
    }
    False -> Nil
  }
}

/// Each reader reads every fourth key up to twice the number of entries.
fn read(cache: Cache, key: Int, found: Int) -> Int {
  case key < 2 * entries, get(cache, key) {
    False, _ -> found
    True, Ok(_) -> read(cache, key + readers, found + 1)
    True, Error(Nil) -> read(cache, key + readers, found)
  }
}

fn report(cache: Cache, event: String) -> Nil {
  let assert Ok(size) = ets.size(cache.values)
  io.println(event <> ": " <> int.to_string(size) <> " entries")
}

fn int_range(count: Int) -> List(Int) {
  case count {
    0 -> []
    _ -> [count - 1, ..int_range(count - 1)]
  }
}

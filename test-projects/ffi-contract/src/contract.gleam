//// What hand-written Erlang and JavaScript rely on: each kind of value is made in Gleam and in the
//// other language, and each side looks at the other's.

import contract/checks
import contract/deep/er
import contract/shapes.{
  Both, Box, Everything, HTTPGet, If, Ipv4Address, JSON, Labelled, LoudHTTPS,
  Maybe, Mixed, ModuleInfo, Plain, Point, Properties, Receive, V2, X, Y,
}
import contract/words

pub fn main() {
  numbers()
  texts()
  collections()
  functions()
  records()
  names()
  externals()
  report(native_checks())
  say("everything is as agreed")
}

// Values by name: `make` gives what the other language makes, `reads` is its verdict on ours.

@external(erlang, "contract_native", "make")
@external(javascript, "./contract_native.mjs", "make")
fn make(name: String) -> a

@external(erlang, "contract_native", "reads")
@external(javascript, "./contract_native.mjs", "reads")
fn reads(name: String, value: a) -> Bool

@external(erlang, "contract_native", "say")
@external(javascript, "./contract_native.mjs", "say")
fn say(text: String) -> Nil

@external(erlang, "contract_native", "checks")
@external(javascript, "./contract_native.mjs", "checks")
fn native_checks() -> List(#(String, Bool))

fn check(name: String, holds: Bool) -> Nil {
  case holds {
    True -> Nil
    False -> say("not as agreed: " <> name)
  }
}

fn report(results: List(#(String, Bool))) -> Nil {
  case results {
    [] -> Nil
    [#(name, holds), ..rest] -> {
      check(name, holds)
      report(rest)
    }
  }
}

fn both(name: String, ours: a) -> Nil {
  check(name <> " is equal to theirs", make(name) == ours)
  check(name <> " is what they expect", reads(name, ours))
}

fn numbers() {
  both("int", 42)
  both("negative int", -7)
  both("large int", 9_007_199_254_740_991)
  both("float", 1.5)
  both("zero", 0.0)
  both("exponent", 1.0e100)
  both("true", True)
  both("false", False)
  both("nil", Nil)
  let assert True = make("true")
  let assert 42 = make("int")
  let assert 1.5 = make("float")
}

fn texts() {
  both("empty string", "")
  both("string", "grüße, 世界 👋🏽")
  both("escapes", "\"\\\n\r\t\f\u{1F600}\u{0}")
  both("codepoint", codepoint(0xE9))
  check("codepoint bits", <<codepoint(0xE9):utf8_codepoint>> == <<"é":utf8>>)
  both("bits", <<1, 2, 255>>)
  both("no bits", <<>>)
  both("unaligned", <<1, 5:size(3)>>)
  both("text bits", <<"añ":utf8>>)
  both("slice", slice(<<0xAB, 0xCD, 0xEF>>))
  both("utf16", <<"a😀":utf16>>)
  both("little", <<258:16-little, 1.5:float-32>>)
  let assert "grüße" <> rest = make("string")
  check("a prefix of their string", rest == ", 世界 👋🏽")
  let assert <<first, rest:bits>> = make("unaligned")
  check("bits of theirs", first == 1 && rest == <<5:size(3)>>)
  let assert <<_:4, middle:16, last:4>> = make("slice source")
  check("unaligned reading", middle == 0xBCDE && last == 0xF)
}

@external(erlang, "contract_native", "identity")
@external(javascript, "./contract_native.mjs", "codepoint")
fn codepoint(number: Int) -> UtfCodepoint

fn slice(bits: BitArray) -> BitArray {
  let assert <<_:4, part:bits-size(15), _:5>> = bits
  part
}

fn collections() {
  both("empty list", [])
  both("list", [1, 2, 3])
  both("nested list", [["a"], [], ["b", "c"]])
  both("no tuple", #())
  both("pair", #(1, "one"))
  both("tuple", #(1, 2.5, "three", True, Nil, [6]))
  both("ok", Ok(1))
  both("error", Error("no"))
  both("ok nil", Ok(Nil))
  let assert [first, ..rest] = make("list")
  check("their list taken apart", first == 1 && rest == [2, 3])
  let assert #(1, text) = make("pair")
  check("their tuple taken apart", text == "one")
  let assert Ok(value) = make("ok")
  check("their result taken apart", value == 1)
  check("their list extended", [0, ..make("list")] == [0, 1, 2, 3])
}

fn functions() {
  let zero: fn() -> Int = make("fn/0")
  let one: fn(Int) -> Int = make("fn/1")
  let four: fn(Int, Int, Int, Int) -> Int = make("fn/4")
  check("fn/0", zero() == 10)
  check("fn/1", one(1) == 11)
  check("fn/4", four(1, 2, 3, 4) == 1234)
  check("our fn/0", reads("fn/0", fn() { 10 }))
  check("our fn/1", reads("fn/1", fn(x) { x + 10 }))
  check("our fn/4", reads("fn/4", four_digits))
  check("a capture", reads("fn/1", add(10, _)))
  check("a constructor", reads("constructor", Point))
  check("a constructor of a result", reads("ok constructor", Ok))
  check("an external as a value", reads("fn/1", er.add_ten))
  check("a private external as a value", reads("fn/1", increase))
  check("nothing around an external", reads("external", er.reverse))
  let curried: fn(Int) -> fn(Int) -> Int = make("curried")
  check("a function that gives one", curried(1)(2) == 12)
}

fn four_digits(a: Int, b: Int, c: Int, d: Int) -> Int {
  a * 1000 + b * 100 + c * 10 + d
}

fn add(a: Int, b: Int) -> Int {
  a + b
}

@external(erlang, "contract_native", "add_ten")
@external(javascript, "./contract_native.mjs", "addTen")
fn increase(by_ten number: Int) -> Int

fn records() {
  both("plain", Plain)
  both("point", Point(1, 2))
  both("labelled", Labelled(name: "n", size: 3))
  both("mixed", Mixed(1, "two", label: 3.0))
  both("box", Box([Ok(#(1, Plain))]))
  both("everything", everything())
  both("hidden", shapes.hidden(5))
  both("hidden nothing", shapes.hidden_nothing())
  both("x", X(shared: 1, own: "x"))
  both("y", Y(shared: 2))
  both("properties", Properties(1, 2, 3, 4, 5, 6))
  both("both", Both(1, 2))
  let Properties(then:, constructor:, prototype:, class:, ..) =
    make("properties")
  check("labels", #(then, constructor, prototype, class) == #(1, 2, 3, 4))
  let labelled: shapes.Shape = make("labelled")
  case labelled {
    Labelled(size: 3, name:) -> check("a label", name == "n")
    _ -> check("their record matches", False)
  }
  let x: shapes.Shared = make("x")
  check("a shared field", x.shared == 1)
  let mixed: shapes.Shape = make("mixed")
  let assert Mixed(label: 3.0, ..) = mixed
  let labelled = Labelled(name: "n", size: 1)
  check("an update", reads("labelled", Labelled(..labelled, size: 3)))
  let plain: shapes.Shape = make("new plain")
  check("a record from its class", plain == Plain)
  let assert Plain = plain
  check("what opaque types hold", shapes.reveal(make("hidden")) == 5)
}

fn everything() -> shapes.Everything {
  Everything(
    int: 1,
    float: 2.5,
    string: "s",
    bool: True,
    nil: Nil,
    bits: <<1>>,
    list: [1],
    tuple: #(1, 2),
    result: Error(Nil),
  )
}

fn names() {
  both("HTTPGet", HTTPGet)
  both("Ipv4Address", Ipv4Address(1))
  both("V2", V2)
  both("JSON", JSON("x"))
  both("LoudHTTPS", LoudHTTPS)
  both("If", If(1))
  both("Maybe", Maybe)
  both("Receive", Receive)
  both("ModuleInfo", ModuleInfo)
  check("words", words.all() == 210)
  check("clashes", checks.clashes() == "ok")
  check("a deep module", er.greet("you") == "hello, you")
}

fn externals() {
  check("a file in a folder", er.sibling(1) == "sibling 1")
  check("a dotted module", er.dotted() == "dotted")
  check("a standard function", er.reverse([1, 2]) == [2, 1])
  check("a body instead", er.fallback() == "gleam" || er.fallback() == "native")
  check("a file of priv", er.data() == "from priv")
  check("what is exported again", reads("re-export", Nil))
  check("a constant", reads("constants", Nil))
}

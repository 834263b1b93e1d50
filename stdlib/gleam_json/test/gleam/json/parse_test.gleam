import gleam/bit_array
import gleam/dynamic/decode.{type Decoder, DecodeError}
import gleam/json.{UnableToDecode, UnexpectedByte, UnexpectedEndOfInput}
import gleam/list
import gleam/option.{None, Some}
import gleam/string

fn parsed(text: String, decoder: Decoder(a)) -> Result(a, json.DecodeError) {
  let result = json.parse(text, decoder)
  assert json.parse_bits(bit_array.from_string(text), decoder) == result
  // Space around it changes nothing.
  assert json.parse(" \n\r\t" <> text <> " \n\r\t", decoder) == result
  result
}

pub fn int_test() {
  assert parsed("0", decode.int) == Ok(0)
  assert parsed("-0", decode.int) == Ok(0)
  assert parsed("12", decode.int) == Ok(12)
  assert parsed("-1203", decode.int) == Ok(-1203)
}

pub fn float_test() {
  assert parsed("0.5", decode.float) == Ok(0.5)
  assert parsed("-12.25", decode.float) == Ok(-12.25)
  assert parsed("1.5e2", decode.float) == Ok(150.0)
  assert parsed("1.5E+2", decode.float) == Ok(150.0)
  assert parsed("15e-1", decode.float) == Ok(1.5)
  assert parsed("0e1", decode.float) == Ok(0.0)
}

pub fn word_test() {
  assert parsed("true", decode.bool) == Ok(True)
  assert parsed("false", decode.bool) == Ok(False)
  assert parsed("null", decode.optional(decode.int)) == Ok(None)
  assert parsed("1", decode.optional(decode.int)) == Ok(Some(1))
}

pub fn string_test() {
  assert parsed("\"\"", decode.string) == Ok("")
  assert parsed("\"wörld ✓ 👩‍👩‍👧\"", decode.string) == Ok("wörld ✓ 👩‍👩‍👧")
  assert parsed("\"a\\n\\t\\r\\b\\f\\\\\\/\\\"b\"", decode.string)
    == Ok("a\n\t\r\u{8}\u{c}\\/\"b")
  assert parsed("\"\\u00e9x\\u2713\"", decode.string) == Ok("éx✓")
  assert parsed("\"\\u00E9\"", decode.string) == Ok("é")
  assert parsed("\"<\\ud83d\\ude00>\"", decode.string) == Ok("<😀>")
}

pub fn array_test() {
  let ints = decode.list(of: decode.int)
  assert parsed("[]", ints) == Ok([])
  assert parsed("[ ]", ints) == Ok([])
  assert parsed("[1]", ints) == Ok([1])
  assert parsed("[ 1 ,2, 3 ]", ints) == Ok([1, 2, 3])
  assert parsed("[[1],[],[2,3]]", decode.list(ints)) == Ok([[1], [], [2, 3]])
}

pub fn object_test() {
  let point = {
    use x <- decode.field("x", decode.int)
    use y <- decode.field("y", decode.list(decode.int))
    decode.success(#(x, y))
  }
  assert parsed("{\"x\":1,\"y\":[2]}", point) == Ok(#(1, [2]))
  assert parsed("{ \"y\" : [ ] , \"z\" : { } , \"x\" : 1 }", point)
    == Ok(#(1, []))
  assert parsed("{\"\\u0078\":1,\"y\":[2]}", point) == Ok(#(1, [2]))
  assert parsed("{}", point)
    == Error(
      UnableToDecode([
        DecodeError("Field", "Nothing", ["x"]),
        DecodeError("Field", "Nothing", ["y"]),
      ]),
    )
}

pub fn last_of_duplicate_names_test() {
  assert parsed("{\"x\":1,\"x\":2}", decode.at(["x"], decode.int)) == Ok(2)
}

pub fn deep_test() {
  let text = string.repeat("[", 2000) <> string.repeat("]", 2000)
  let assert Ok(_) = parsed(text, decode.dynamic)
}

pub fn wrong_type_test() {
  assert parsed("[1]", decode.int)
    == Error(UnableToDecode([DecodeError("Int", "List", [])]))
    || parsed("[1]", decode.int)
    == Error(UnableToDecode([DecodeError("Int", "Array", [])]))
}

pub fn end_of_input_test() {
  use text <- list.each([
    "", " ", "[", "[1", "[1,", "{", "{\"a\"", "{\"a\":", "{\"a\":1", "{\"a\":1,",
    "\"", "\"a", "\"\\", "\"\\u", "\"\\u00e", "-", "1.", "1e", "1e+", "t", "tru",
    "fals", "nul", "[[]",
  ])
  assert #(text, json.parse(text, decode.dynamic))
    == #(text, Error(UnexpectedEndOfInput))
}

pub fn unexpected_byte_test() {
  use #(text, byte) <- list.each([
    #("]", "0x5D"),
    #("[1}", "0x7D"),
    #("[,", "0x2C"),
    #("[1,]", "0x5D"),
    #("{,", "0x2C"),
    #("{a:1}", "0x61"),
    #("{\"a\" 1}", "0x31"),
    #("{\"a\":1,}", "0x7D"),
    #("{\"a\":}", "0x7D"),
    #("1 2", "0x32"),
    #("01", "0x31"),
    #("-a", "0x61"),
    #("1.a", "0x61"),
    #("1.5.", "0x2E"),
    #("1ea", "0x61"),
    #("+1", "0x2B"),
    #("tuna", "0x75"),
    #("trua", "0x61"),
    #("\"a\nb\"", "0x0A"),
    #("\"\\x\"", "0x78"),
    #("\"\\u00g0\"", "0x67"),
    #("é", "0xC3"),
    #("[1] ✓", "0xE2"),
    #("'a'", "0x27"),
    #("nulL", "0x4C"),
  ])
  assert #(text, json.parse(text, decode.dynamic))
    == #(text, Error(UnexpectedByte(byte)))
}

pub fn invalid_bits_test() {
  let assert Error(UnexpectedByte(_)) =
    json.parse_bits(<<"\"":utf8, 0xff, "\"":utf8>>, decode.string)
  let assert Error(UnexpectedByte(_)) =
    json.parse_bits(<<"\"":utf8, 0xc3>>, decode.string)
  let assert Error(UnexpectedByte(_)) =
    json.parse_bits(<<"1":utf8, 1:size(1)>>, decode.int)
}

@target(erlang)
pub fn large_int_test() {
  assert parsed("123456789012345678901234567890", decode.int)
    == Ok(123_456_789_012_345_678_901_234_567_890)
}

@target(erlang)
pub fn unexpected_sequence_test() {
  assert json.parse("[1e999]", decode.dynamic)
    == Error(json.UnexpectedSequence("1e999"))
  assert json.parse("\"\\ud83dx\"", decode.string)
    == Error(json.UnexpectedSequence("\\ud83d"))
  assert json.parse("\"\\ude00\"", decode.string)
    == Error(json.UnexpectedSequence("\\ude00"))
  assert json.parse("\"\\ud83d\\u0041\"", decode.string)
    == Error(json.UnexpectedSequence("\\ud83d\\u0041"))
}

import gleam/dynamic
import gleam/list

pub fn classify_test() {
  assert list.map(
      [
        dynamic.bool(True),
        dynamic.string("a"),
        dynamic.int(1),
        dynamic.float(1.5),
        dynamic.bit_array(<<1:1>>),
        dynamic.list([]),
        dynamic.list([dynamic.nil()]),
        dynamic.array([]),
        dynamic.properties([]),
        dynamic.nil(),
      ],
      dynamic.classify,
    )
    == [
      "Bool",
      "String",
      "Int",
      "Float",
      "BitArray",
      "List",
      "List",
      "Array",
      "Dict",
      "Nil",
    ]
}

pub fn equality_test() {
  assert dynamic.array([dynamic.int(1)]) == dynamic.array([dynamic.int(1)])
  assert dynamic.properties([#(dynamic.int(1), dynamic.nil())])
    == dynamic.properties([#(dynamic.int(1), dynamic.nil())])
  assert dynamic.int(1) != dynamic.string("1")
}

import language/attributes

/// Covers: attributes.external
pub fn external_test() {
  assert attributes.absolute(-3) == 3
}

/// Covers: attributes.external.fallback
pub fn fallback_test() {
  assert attributes.reverse([1, 2, 3]) == [3, 2, 1]
  assert attributes.negate(3) == -3
}

/// Covers: attributes.target
pub fn target_test() {
  let is_erlang = attributes.target() == "erlang"
  assert attributes.big == is_erlang
  assert attributes.native() == attributes.native()
}

/// Covers: attributes.external.type
pub fn external_type_test() {
  assert attributes.text(attributes.data()) == "text"
}

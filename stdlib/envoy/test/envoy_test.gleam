import envoy
import gleam/dict
import gleeunit

pub fn main() -> Nil {
  gleeunit.main()
}

pub fn set_and_get_test() {
  envoy.set("ENVOY_TEST_A", "grüße =✓")
  assert envoy.get("ENVOY_TEST_A") == Ok("grüße =✓")
  envoy.set("ENVOY_TEST_A", "other")
  assert envoy.get("ENVOY_TEST_A") == Ok("other")
}

pub fn unset_test() {
  envoy.set("ENVOY_TEST_B", "value")
  envoy.unset("ENVOY_TEST_B")
  assert envoy.get("ENVOY_TEST_B") == Error(Nil)
  assert envoy.unset("ENVOY_TEST_B") == Nil
}

pub fn all_test() {
  envoy.set("ENVOY_TEST_C", "value")
  assert dict.get(envoy.all(), "ENVOY_TEST_C") == Ok("value")
  envoy.unset("ENVOY_TEST_C")
  assert dict.get(envoy.all(), "ENVOY_TEST_C") == Error(Nil)
}

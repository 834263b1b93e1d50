import gleam/io

// What is printed cannot be seen from inside; these show that all kinds of text
// get through.
pub fn printing_test() {
  assert io.print("") == Nil
  assert io.println("printed: é😀 %s ~p") == Nil
  assert io.print_error("") == Nil
  assert io.println_error("printed to standard error: é😀 %s ~p") == Nil
}

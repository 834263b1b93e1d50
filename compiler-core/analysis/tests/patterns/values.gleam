pub fn lists(x: List(Int)) { case x { [1] -> 1 } } //: missing [] | [_] | [_, _, ..]
pub fn list_and_bool(x: List(Bool), y: Bool) { case x, y { [True], _ -> 1 [_, ..], True -> 2 } } //: missing [], _ | [False], False | [_, _, ..], False
pub fn tuples(x: #(Int, String, Bool)) { case x { #(1, "a", True) -> 1 #(_, "a" <> _, False) -> 2 } } //: missing #(_, _, True) | #(_, _, False)
pub fn columns(x: Int, y: Int) { case x, y { 1, 1 -> 1 2, _ -> 3 _, 5 -> 3 } } //: missing _, _
pub fn floats(x: Float) { case x { 0.0 -> 1 -0.0 -> 2 1.0 -> 3 10.0e-1 -> 4 _ -> 5 } } //: Duplicate 10.0e-1
pub fn ints(x: Int) { case x { 0x10 -> 1 16 -> 2 1_0 -> 3 10 -> 4 -0 -> 5 0 -> 6 _ -> 5 } } //: Duplicate 16; Duplicate 10; Duplicate 0
pub fn prefixes(x: String) { case x { "a" <> _ -> 1 "ab" -> 2 "abc" <> _ -> 3 "" <> _ -> 4 _ -> 5 } } //: Duplicate "ab"; Duplicate "abc" <> _
pub fn strings(x: String) { case x { "a" -> 1 "b" <> _ -> 2 } } //: missing _
pub fn longer_first(x: String) { case x { "ab" <> _ -> 1 "a" <> _ -> 2 "ab" -> 3 "b" -> 4 _ -> 5 } } //: Duplicate "ab"
pub fn results(x: Result(Int, String)) { case x { Ok(1) -> 1 Ok(2) -> 2 Error("a") -> 2 } } //: missing Ok(_) | Error(_)
pub fn binding(x: Int) { let 1 = x } //: missing _

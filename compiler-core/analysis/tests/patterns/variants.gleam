pub type Abc { A B(Int) C(x: Int, y: String) D(Abc, z: List(Int)) }
pub fn gaps(x: Abc) { case x { B(1) -> 1 } } //: missing A | B(_) | C(x:, y:) | D(_, z:)
pub fn nested(x: Result(Abc, Nil)) { case x { Ok(A) -> 1 Error(Nil) -> 2 Ok(B(1)) -> 2 } } //: missing Ok(B(_)) | Ok(C(x:, y:)) | Ok(D(_, z:))
pub fn labelled(x: Abc) { case x { A | B(_) | D(..) -> 1 C(x: 1, ..) -> 2 } } //: missing C(x:, y:)
pub fn inside(x: Abc) { case x { A | B(_) | C(..) | D(_, z: []) -> 1 D(_, z: [_]) -> 2 } } //: missing D(_, z: [_, _, ..])
pub fn pairs(x: Abc, y: Abc) { case x, y { A, A -> 1 } } //: missing A, B(_) | A, C(x:, y:) | A, D(_, z:) | B(_), _ | C(x:, y:), _ | D(_, z:), _
pub fn alternatives(x: Abc) { case x { A | A -> 1 B(_) | C(..) | B(1) if 1 == 2 -> 2 _ -> 4 } } //: Duplicate A
pub fn bools(x: Bool, y: Bool, z: Bool) { case x, y, z { True, _, _ -> 1 _, True, _ -> 2 } } //: missing False, False, _
pub fn guarded(x: Result(Int, String)) { case x { Ok(1) -> 1 Ok(_) if 1 == 1 -> 3 Error(_) -> 2 } } //: missing Ok(_)
pub fn functions(x: fn() -> Int, y: Result(fn() -> Int, Nil)) { case x, y { _, Error(Nil) -> 1 } } //: missing _, Ok(_)
pub fn known() { let x = B(1) case x { A -> 1 B(_) -> 2 D(B(1), [1]) -> 2 } } //: ImpossibleVariant A; ImpossibleVariant D(B(1), [1])
pub fn known_gap() { let x = B(1) case x { B(2) -> 2 } } //: missing B(_)
pub fn complete(x: Abc) { case x { A -> 1 B(_) -> 2 C(..) -> 3 D(..) -> 4 } }
pub fn too_much(x: Bool) { case x { True -> 1 False -> 2 _ -> 3 } } //: Duplicate _

pub type Ab { A B(Int) }
pub fn never() { let assert A = B(1) } //: never ImpossibleVariant
pub fn variant() { let assert B(_) = B(2) } //: needless
pub fn tuple() { let assert #(a, b) = #(1, 2) a + b } //: needless
pub fn segment(x: BitArray) { let assert <<300>> = x } //: never ImpossibleSegment
pub fn bytes(x: BitArray) { let assert <<_:bytes>> = x }
pub fn bits(x: BitArray) { let assert <<_:bits>> = x } //: needless
pub fn fine(x: Ab) { let assert B(n) = x n }

//// Lengths that know their unit.

/// Always in millimetres inside: nobody outside can make a wrong one.
pub opaque type Length {
  Length(millimetres: Int)
}

pub const zero = Length(0)

pub fn metres(count: Int) -> Length {
  Length(count * 1000)
}

pub fn centimetres(count: Int) -> Length {
  Length(millimetres: count * 10)
}

pub fn add(a: Length, b: Length) -> Length {
  Length(a.millimetres + b.millimetres)
}

pub fn in_millimetres(length: Length) -> Int {
  length.millimetres
}

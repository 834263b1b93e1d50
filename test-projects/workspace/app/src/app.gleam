import gleam/int
import gleam/io
import shapes.{Polygon}
import units

pub fn main() {
  let triangle =
    Polygon(1, [units.metres(3), units.metres(4), units.centimetres(500)])
    |> shapes.relabel("triangle")
  let around = shapes.perimeter(triangle) |> units.in_millimetres
  io.println(triangle.label <> ": " <> int.to_string(around) <> " mm")
}

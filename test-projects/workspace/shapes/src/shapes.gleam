import gleam/list
import units.{type Length}

pub type Polygon(label) {
  Polygon(label: label, sides: List(Length))
}

pub fn perimeter(polygon: Polygon(label)) -> Length {
  list.fold(polygon.sides, units.zero, units.add)
}

pub fn relabel(polygon: Polygon(a), label: b) -> Polygon(b) {
  Polygon(..polygon, label:)
}

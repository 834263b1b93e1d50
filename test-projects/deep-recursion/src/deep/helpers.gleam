//! Functions of our own that take callbacks, as a library would have them.

pub type Step(a) {
  More(a)
  Stop(reason: String)
}

pub fn and_then(step: Step(a), go_on: fn(a) -> Step(b)) -> Step(b) {
  case step {
    More(value) -> go_on(value)
    Stop(reason:) -> Stop(reason:)
  }
}

pub fn require(condition: Bool, otherwise error: e, then next: fn() -> Result(a, e)) -> Result(a, e) {
  case condition {
    False -> Error(error)
    True -> next()
  }
}

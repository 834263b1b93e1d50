pub fn before() {
  let x =
}

pub fn after() {
  Nil
}

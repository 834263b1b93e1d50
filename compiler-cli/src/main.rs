//! The `tindra` program.
fn main() {}

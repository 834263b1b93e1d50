//! Runs a file.
fn main() { let p = std::env::args().nth(1).unwrap(); std::process::exit(js_engine::run_module(p.as_str().into(), &[])); }

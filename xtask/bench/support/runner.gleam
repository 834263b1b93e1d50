//// Measures how long one call of a function takes.

/// Prepares a benchmark, repeats what it gives for about so many milliseconds,
/// and prints the name and the nanoseconds of a call.
@external(erlang, "stdlib_bench_ffi", "measure")
@external(javascript, "./stdlib_bench_ffi.mjs", "measure")
pub fn measure(name: String, budget: Int, prepare: fn() -> fn() -> a) -> Nil
